# SPDX-License-Identifier: BSL-1.0
# Writes one source that holds several, each in a namespace of its own, so that names which two files use stay apart:
# cmake -DOUT=united.cpp "-DSOURCES=a.cpp|b.cpp" -P unite.cmake
# What the sources include is included before any namespace begins; so are their conditions. None may open a namespace that others
# know (std, codecision, Catch), nor declare main.
string(REPLACE "|" ";" sources "${SOURCES}")
set(included "")
set(bodies "")
set(number 0)
foreach(source IN LISTS sources)
  math(EXPR number "${number} + 1")
  cmake_path(GET source PARENT_PATH folder)
  cmake_path(GET source STEM name)
  file(STRINGS "${source}" lines REGEX "^[ \t]*#[ \t]*(include|if|ifdef|ifndef|elif|else|endif)")
  foreach(line IN LISTS lines)
    if(line MATCHES "#[ \t]*include[ \t]*\"(.*)\"")
      if(EXISTS "${folder}/${CMAKE_MATCH_1}")
        set(line "#include \"${folder}/${CMAKE_MATCH_1}\"")
      endif()
    endif()
    string(APPEND included "${line}\n")
  endforeach()
  string(MAKE_C_IDENTIFIER "${name}" name)
  string(APPEND bodies "namespace united_${number}_${name} {\n#include \"${source}\"\n}\n")
endforeach()
file(WRITE "${OUT}" "${included}\n${bodies}")
