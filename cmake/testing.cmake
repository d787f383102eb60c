# SPDX-License-Identifier: BSL-1.0
# The ways in which this repository tests. Each test bears one label: unit, long, structure, example or compile_fail. A unit test that starts
# threads bears `threads` as well, for the thread sanitizer.

# Most tests take longer to compile than to run: a preset can say how little their compiler may optimise.
set(CODECISION_TEST_OPTIMISATION "" CACHE STRING "Compiler option for unit tests that do not count much, such as -O0")
set(CODECISION_COUNTING_OPTIMISATION "" CACHE STRING "Compiler option for unit tests that count much, such as -O1")

# With CODECISION_UNITE_SOURCES the sources of one test become one, each in a namespace of its own.
function(codecision_unite variable name)
  if(NOT CODECISION_UNITE_SOURCES OR ARGC LESS 4)
    set(${variable} ${ARGN} PARENT_SCOPE)
    return()
  endif()
  list(TRANSFORM ARGN PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" OUTPUT_VARIABLE sources)
  list(JOIN sources "|" joined)
  set(united "${CMAKE_CURRENT_BINARY_DIR}/united/${name}.cpp")
  add_custom_command(OUTPUT "${united}"
    COMMAND "${CMAKE_COMMAND}" "-DOUT=${united}" "-DSOURCES=${joined}" -P "${PROJECT_SOURCE_DIR}/cmake/unite.cmake"
    DEPENDS ${sources} "${PROJECT_SOURCE_DIR}/cmake/unite.cmake"
    COMMENT "Uniting the sources of ${name}"
    VERBATIM)
  set(${variable} "${united}" PARENT_SCOPE)
endfunction()

# Everything that the tests of the label `unit` need, and nothing else.
add_custom_target(codecision_unit_tests)
# What those of them need that start threads.
add_custom_target(codecision_thread_tests)

# What every unit test includes is read by the compiler once for each kind of test, and not for each source. Whether headers stand
# alone is tested elsewhere.
set(CMAKE_PCH_WARN_INVALID OFF)  # a library with flags of its own makes a test read the headers itself
function(codecision_use_precompiled_headers name kind)
  if(NOT TARGET codecision_precompiled_${kind})
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/precompiled_${kind}.cpp" CONTENT "" @ONLY)
    add_library(codecision_precompiled_${kind} OBJECT "${PROJECT_BINARY_DIR}/precompiled_${kind}.cpp")
    target_link_libraries(codecision_precompiled_${kind} PRIVATE codecision::codecision codecision_catch2)
    codecision_test_options(codecision_precompiled_${kind} ${kind})
    target_precompile_headers(codecision_precompiled_${kind} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support/catch.hpp" <codecision/codecision.hpp>)
  endif()
  target_precompile_headers(${name} REUSE_FROM codecision_precompiled_${kind})
endfunction()

# The options of a unit test: plain, or one that counts.
function(codecision_test_options target kind)
  codecision_warnings(${target})
  if(CODECISION_TEST_OPTIMISATION AND kind STREQUAL "plain")
    target_compile_options(${target} PRIVATE "${CODECISION_TEST_OPTIMISATION}")
  elseif(CODECISION_COUNTING_OPTIMISATION AND kind STREQUAL "counts")
    target_compile_options(${target} PRIVATE "${CODECISION_COUNTING_OPTIMISATION}")
  endif()
  # For tests that read the tables under docs/data and the like.
  target_compile_definitions(${target} PRIVATE "CODECISION_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\"")
endfunction()

# codecision_unit_test(NAME SOURCES core/date.cpp [...] [LINK targets ...] [TIMEOUT seconds] [LONG] [COUNTS] [SHARE_NAMES])
# A Catch2 program and one entry for ctest. LINK adds libraries to the core library and Catch2. LONG is for what takes
# more than a few seconds: the label is then `long`, which the sanitizer run leaves out. COUNTS is for what counts many
# coalitions or days: it is optimised as CODECISION_COUNTING_OPTIMISATION says, or else the build type. SHARE_NAMES is for
# sources that define what others of them declare: compiled together, they stand in no namespace of their own.
function(codecision_unit_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "LONG;COUNTS;SHARE_NAMES" "TIMEOUT" "SOURCES;LINK")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
    message(FATAL_ERROR "codecision_unit_test(${name}): SOURCES is missing, or these are not understood: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  set(label unit)
  if(arg_LONG)
    set(label long)
  endif()
  set(kind plain)
  if(arg_COUNTS OR arg_LONG)
    set(kind counts)
  endif()
  set(sources ${arg_SOURCES})
  if(NOT arg_SHARE_NAMES)
    codecision_unite(sources test_${name} ${arg_SOURCES})
  endif()
  add_executable(test_${name} ${sources})
  if(arg_SHARE_NAMES AND CODECISION_UNITE_SOURCES)
    set_target_properties(test_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
  endif()
  target_link_libraries(test_${name} PRIVATE codecision::codecision ${arg_LINK} codecision_catch2)
  codecision_test_options(test_${name} ${kind})
  codecision_use_precompiled_headers(test_${name} ${kind})
  if(label STREQUAL "unit")
    add_dependencies(codecision_unit_tests test_${name})
  endif()
  if("Threads::Threads" IN_LIST arg_LINK)  # what links them starts them
    list(APPEND label threads)
    add_dependencies(codecision_thread_tests test_${name})
  endif()
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES LABELS "${label}" TIMEOUT ${arg_TIMEOUT}
    FAIL_REGULAR_EXPRESSION "No tests ran"  # a program without tests would pass with Catch2 2
    ENVIRONMENT "UBSAN_OPTIONS=print_stacktrace=1")
endfunction()

# codecision_check(NAME LABEL COMMAND ...): a test that is a Python script of this repository.
function(codecision_check name label)
  add_test(NAME ${name} COMMAND Python3::Interpreter ${ARGN})
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 300 ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;PYTHONUTF8=1")
endfunction()

# codecision_compile_fail(NAME file.cpp "expected words" [...])
# Passes when the file does not compile, the compiler's message has all the words, and the same file compiles with -DCORRECTED.
function(codecision_compile_fail name file)
  if(NOT ARGN)
    message(FATAL_ERROR "codecision_compile_fail(${name}): which words does the compiler's message contain?")
  endif()
  set(words)
  foreach(word IN LISTS ARGN)
    list(APPEND words "--words=${word}")
  endforeach()
  codecision_plain_flags(flags)
  codecision_check(compile_fail.${name} compile_fail
    "${PROJECT_SOURCE_DIR}/tests/compile_fail/check.py" "${CMAKE_CURRENT_SOURCE_DIR}/${file}" ${words}
    -- "${CMAKE_CXX_COMPILER}" ${flags} -fsyntax-only)
endfunction()

# codecision_plain_program(NAME file.cpp [flags ...]): builds a program as a person without CMake does, and runs it; it must end with 0.
function(codecision_plain_program name file)
  codecision_plain_flags(flags)
  list(APPEND flags ${ARGN})
  set(program "${CMAKE_CURRENT_BINARY_DIR}/${name}${CMAKE_EXECUTABLE_SUFFIX}")
  add_test(NAME plain.${name}.compile
    COMMAND "${CMAKE_CXX_COMPILER}" ${flags} "${CMAKE_CURRENT_SOURCE_DIR}/${file}" -o "${program}")
  add_test(NAME plain.${name}.run COMMAND "${program}")
  set_tests_properties(plain.${name}.compile PROPERTIES LABELS structure TIMEOUT 300 FIXTURES_SETUP plain.${name})
  set_tests_properties(plain.${name}.run PROPERTIES LABELS structure TIMEOUT 60 FIXTURES_REQUIRED plain.${name})
endfunction()

# codecision_include_all(FILE "headers"): writes a header into the build folder that includes these, in this order.
function(codecision_include_all file headers)
  set(lines "#pragma once\n")
  foreach(header IN LISTS headers)
    string(REGEX REPLACE "^include/(.*)$" "#include <\\1>\n" line "${header}")
    string(APPEND lines "${line}")
  endforeach()
  file(CONFIGURE OUTPUT "${file}" CONTENT "@lines@" @ONLY)
endfunction()
