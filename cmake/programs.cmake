# SPDX-License-Identifier: BSL-1.0
# How the programs of this repository (tests, examples, benchmarks) are built: one way, with all warnings as errors.

# No program here uses modules; newer versions of CMake would scan for them, which Clang can do only with further tools.
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

# The sources of one program include much the same headers. Together they take half the time or less, but a change in one means
# compiling all of them: good for a machine that builds everything, not for a person who works on one.
option(CODECISION_UNITE_SOURCES "Compile the sources of each unit test, and those of the calculator, together" OFF)

# A quarter of the time to link, a hundred times.
option(CODECISION_LINK_WITH_LLD "Link Codecision's own tests and programs with LLD where it is installed" ON)
find_program(CODECISION_LLD NAMES ld.lld DOC "The linker of LLVM")
if(CODECISION_LINK_WITH_LLD AND CODECISION_LLD AND PROJECT_IS_TOP_LEVEL AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_link_options(-fuse-ld=lld)
endif()

# Warnings stand here and not on the library's target, so that no program of a user's inherits them.
function(codecision_warnings target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /permissive- /utf-8 /Zc:__cplusplus)
  else()
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 raises them wrongly: for "text" + std::string (GCC bug 105651), and for std::string == "text".
    target_compile_options(${target} PRIVATE -Wno-restrict -Wno-stringop-overread)
  endif()
  if(CODECISION_WARNINGS_AS_ERRORS)
    set_target_properties(${target} PROPERTIES COMPILE_WARNING_AS_ERROR ON)
  endif()
endfunction()

# codecision_program(TARGET SOURCES a.cpp ... [LINK targets ...])
function(codecision_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
    message(FATAL_ERROR "codecision_program(${target}): SOURCES is missing, or these are not understood: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE codecision::codecision ${arg_LINK})
  codecision_warnings(${target})
endfunction()

# codecision_folders_to_name(VARIABLE TARGET): the include folders of a library that the compiler does not find by itself. Naming
# /usr/include again would break the compiler's own headers.
function(codecision_folders_to_name variable target)
  set(found)
  if(TARGET ${target})
    get_target_property(folders ${target} INTERFACE_INCLUDE_DIRECTORIES)
    foreach(folder IN LISTS folders)
      if(EXISTS "${folder}" AND NOT folder IN_LIST CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES)
        list(APPEND found "${folder}")
      endif()
    endforeach()
  endif()
  set(${variable} ${found} PARENT_SCOPE)
endfunction()

# codecision_plain_flags(VARIABLE [TARGET...]): what a person without CMake would write after the compiler's name, to use Boost and
# these libraries too.
function(codecision_plain_flags variable)
  set(flags -std=c++20 "-I${PROJECT_SOURCE_DIR}/include")
  foreach(target IN LISTS ARGN ITEMS Boost::headers)
    codecision_folders_to_name(folders ${target})
    list(TRANSFORM folders PREPEND -isystem)
    list(APPEND flags ${folders})
  endforeach()
  set(${variable} ${flags} PARENT_SCOPE)
endfunction()
