# SPDX-License-Identifier: BSL-1.0
# A template: put the repository's owner in the place of OWNER, and the archive's checksum in the place of 0 (vcpkg prints the right one).
set(VCPKG_BUILD_TYPE release)  # headers only

vcpkg_from_github(
  OUT_SOURCE_PATH SOURCE_PATH
  REPO OWNER/codecision
  REF "v${VERSION}"
  SHA512 0
  HEAD_REF main
)
vcpkg_check_features(OUT_FEATURE_OPTIONS options FEATURES
  tools CODECISION_BUILD_EXAMPLES
)
vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS
    -DCODECISION_INSTALL=ON
    -DCODECISION_BUILD_TESTS=OFF
    -DCODECISION_BUILD_BENCHMARKS=OFF
    -DCODECISION_WARNINGS_AS_ERRORS=OFF
    -DCODECISION_WITH_MPI=OFF
    ${options}
  MAYBE_UNUSED_VARIABLES
    CODECISION_WITH_MPI
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH share/cmake/codecision)
vcpkg_fixup_pkgconfig()
if("tools" IN_LIST FEATURES)
  vcpkg_copy_tools(TOOL_NAMES codecision AUTO_CLEAN)
endif()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug" "${CURRENT_PACKAGES_DIR}/lib" "${CURRENT_PACKAGES_DIR}/share/doc")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
