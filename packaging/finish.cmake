# SPDX-License-Identifier: BSL-1.0
# What a package has beyond `cmake --install`: licences, the changelog, and for Debian the places and the compression that its policy wants.
# CPack runs it on the folder that it packs.
cmake_minimum_required(VERSION 3.25...4.0)
set(root "${CPACK_TEMPORARY_INSTALL_DIRECTORY}")
if(CPACK_GENERATOR STREQUAL "DEB")
  string(APPEND root "${CPACK_PACKAGING_INSTALL_PREFIX}")
  set(documents "${root}/share/doc/${CPACK_DEBIAN_PACKAGE_NAME}")
else()
  set(documents "${root}/share/doc/codecision")
endif()
if(NOT IS_DIRECTORY "${root}/include/codecision")
  message(FATAL_ERROR "packaging/finish.cmake: ${root} does not hold what is to be packed")
endif()
set(source "${CPACK_CODECISION_SOURCE_DIR}")

# --- Licences: ours, and those of what is compiled into the calculator -------------------------------------------------
file(READ "${source}/LICENSE" licence)
string(REGEX REPLACE "\n+$" "" licence "${licence}")
string(REGEX REPLACE "\n\n" "\n.\n" licence "${licence}")
string(REGEX REPLACE "(^|\n)([^\n]+)" "\\1 \\2" licence "${licence}")
set(calculator "")
if(EXISTS "${root}/bin/codecision")
  file(READ "${source}/packaging/debian/copyright.calculator" calculator)
endif()
file(WRITE "${documents}/copyright"
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: codecision

Files: *
Copyright: 2026 The Codecision contributors
License: BSL-1.0

${calculator}License: BSL-1.0
${licence}
")

file(REMOVE "${root}/share/doc/codecision/LICENSE")  # it stands in the file copyright

file(COPY_FILE "${source}/CHANGELOG.md" "${documents}/changelog")
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  file(CHMOD "${documents}/copyright" "${documents}/changelog" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  return()
endif()

# --- Debian ------------------------------------------------------------------------------------------------------------
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)  # SOURCE_DATE_EPOCH if that is set
file(WRITE "${documents}/changelog.Debian"
"codecision (${CPACK_PACKAGE_VERSION}-${CPACK_CODECISION_RELEASE}) unstable; urgency=medium

  * Version ${CPACK_PACKAGE_VERSION}; what changed stands in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")
if(EXISTS "${root}/share/zsh/site-functions/_codecision")  # Debian keeps that folder for the administrator of the machine
  file(MAKE_DIRECTORY "${root}/share/zsh/vendor-completions")
  file(RENAME "${root}/share/zsh/site-functions/_codecision" "${root}/share/zsh/vendor-completions/_codecision")
  file(REMOVE_RECURSE "${root}/share/zsh/site-functions")
endif()
file(CHMOD "${documents}/copyright" "${documents}/changelog" "${documents}/changelog.Debian"
  PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
file(GLOB pages "${root}/share/man/man1/*.1")
find_program(gzip gzip REQUIRED)
execute_process(COMMAND "${gzip}" -9nf ${pages} "${documents}/changelog" "${documents}/changelog.Debian" COMMAND_ERROR_IS_FATAL ANY)
