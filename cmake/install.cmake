# SPDX-License-Identifier: BSL-1.0
# Installs the headers, a CMake package and a file for pkg-config. All of it is one component, codecision_headers, which needs nothing built:
#   cmake --install build --component codecision_headers --prefix PLACE
# What is installed names no folder outside of itself, so that it can be moved.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_directory "${CMAKE_INSTALL_DATADIR}/cmake/codecision")
install(TARGETS codecision_headers FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT codecision_headers)
install(TARGETS codecision_votes EXPORT codecisionVotesTargets INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(TARGETS codecision EXPORT codecisionTargets)
foreach(targets IN ITEMS codecisionVotesTargets codecisionTargets)
  install(EXPORT ${targets} NAMESPACE codecision:: DESTINATION "${package_directory}" COMPONENT codecision_headers)
endforeach()

# Before 1.0.0 a minor version may break programs; from then on only a major one.
set(compatibility SameMajorVersion)
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatibility SameMinorVersion)
endif()
configure_package_config_file(cmake/codecisionConfig.cmake.in "${PROJECT_BINARY_DIR}/codecisionConfig.cmake"
  INSTALL_DESTINATION "${package_directory}"
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/codecisionConfigVersion.cmake"
  COMPATIBILITY ${compatibility}
  ARCH_INDEPENDENT)
install(FILES
  "${PROJECT_BINARY_DIR}/codecisionConfig.cmake"
  "${PROJECT_BINARY_DIR}/codecisionConfigVersion.cmake"
  DESTINATION "${package_directory}" COMPONENT codecision_headers)
install(FILES cmake/boost.cmake DESTINATION "${package_directory}" RENAME codecisionBoost.cmake COMPONENT codecision_headers)

install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/codecision" COMPONENT codecision_headers)

# pkg-config: the folders are written from where the file stands, unless somebody gave absolute ones.
set(pkgconfig_directory "${CMAKE_INSTALL_DATADIR}/pkgconfig")
set(pkgconfig_prefix "${CMAKE_INSTALL_PREFIX}")
if(NOT IS_ABSOLUTE "${CMAKE_INSTALL_DATADIR}")
  file(RELATIVE_PATH way_up "/${pkgconfig_directory}" "/")
  string(REGEX REPLACE "/$" "" way_up "${way_up}")
  set(pkgconfig_prefix "\${pcfiledir}/${way_up}")
endif()
set(pkgconfig_includedir "\${prefix}")
cmake_path(APPEND pkgconfig_includedir "${CMAKE_INSTALL_INCLUDEDIR}")  # an absolute folder replaces the prefix
configure_file(cmake/codecision.pc.in "${PROJECT_BINARY_DIR}/codecision.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/codecision.pc" DESTINATION "${pkgconfig_directory}" COMPONENT codecision_headers)
