# SPDX-License-Identifier: BSL-1.0
# Installs the headers and a package, so that find_package(codecision) gives the same target as add_subdirectory.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_directory "${CMAKE_INSTALL_DATADIR}/cmake/codecision")
install(TARGETS codecision EXPORT codecisionTargets FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT codecisionTargets NAMESPACE codecision:: DESTINATION "${package_directory}")

configure_package_config_file(cmake/codecisionConfig.cmake.in "${PROJECT_BINARY_DIR}/codecisionConfig.cmake"
  INSTALL_DESTINATION "${package_directory}"
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/codecisionConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion  # until 1.0.0 a minor version may break
  ARCH_INDEPENDENT)
install(FILES
  "${PROJECT_BINARY_DIR}/codecisionConfig.cmake"
  "${PROJECT_BINARY_DIR}/codecisionConfigVersion.cmake"
  DESTINATION "${package_directory}")
