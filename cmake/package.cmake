# SPDX-License-Identifier: BSL-1.0
# Packages of what is installed: `cpack -G DEB` in the build folder makes codecision-dev for Debian and Ubuntu, `cpack -G TGZ` an archive.
# One package has the headers, the CMake package, the file for pkg-config and, if the examples are built, the calculator with its manual
# page and its completions. Nothing is built by cpack: build first.
if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()
set(CODECISION_PACKAGE_CONTACT "The Codecision contributors <codecision@example.org>" CACHE STRING
  "Name and address of whoever makes the Debian package")
set(CODECISION_PACKAGE_RELEASE 1 CACHE STRING "The number behind the version of the Debian package")

set(CPACK_PACKAGE_NAME codecision)
set(CPACK_PACKAGE_VENDOR "The Codecision contributors")
set(CPACK_PACKAGE_CONTACT "${CODECISION_PACKAGE_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "how the European Union makes law: C++20 headers and a calculator")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
string(TOLOWER "codecision-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" CPACK_PACKAGE_FILE_NAME)
set(CPACK_GENERATOR TGZ)
set(CPACK_SOURCE_GENERATOR "")
set(CPACK_MONOLITHIC_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/packaging/finish.cmake")  # licences, the changelog, and where Debian wants files
set(CPACK_CODECISION_SOURCE_DIR "${PROJECT_SOURCE_DIR}")
set(CPACK_CODECISION_RELEASE "${CODECISION_PACKAGE_RELEASE}")

# --- Debian ------------------------------------------------------------------------------------------------------------
set(CPACK_DEBIAN_PACKAGE_NAME codecision-dev)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)  # codecision-dev_0.1.0-1_amd64.deb
set(CPACK_DEBIAN_PACKAGE_RELEASE "${CODECISION_PACKAGE_RELEASE}")
set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libboost-dev (>= 1.74)")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "nlohmann-json3-dev (>= 3.11)")  # <codecision/io/json.hpp>
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libboost-mpi-dev, cmake (>= 3.25), pkg-config, bash-completion")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Counts votes in the Council of the European Union under every rule since
1958, exactly and by date, with the article of the treaty beside each number;
finds blocking minorities and the changes of vote that would turn an outcome;
measures voting power; follows a file through the ordinary legislative
procedure with its deadlines.
.
This package has the headers of the C++20 library, its CMake package, its file
for pkg-config, and the calculator codecision(1) with completions for bash and
zsh.")

if(CODECISION_BUILD_EXAMPLES)
  find_program(CODECISION_DPKG dpkg)
  find_program(CODECISION_DPKG_SHLIBDEPS dpkg-shlibdeps)
  mark_as_advanced(CODECISION_DPKG CODECISION_DPKG_SHLIBDEPS)
  if(CODECISION_DPKG_SHLIBDEPS)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # the libraries that the calculator is linked with
  else()
    # Which versions the calculator needs is not known then; the package names the libraries, and no more.
    string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", libc6, libgcc-s1, libstdc++6")
  endif()
  if(NOT CODECISION_DPKG AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE amd64)  # where dpkg is there, CPack asks it
  endif()
else()
  set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE all)  # headers only
endif()
include(CPack)
