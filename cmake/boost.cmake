# SPDX-License-Identifier: BSL-1.0
# Which parts of Boost does a target of Codecision link? The build asks this file, and so does the installed package, which has a copy.
#
# Boost is used for its headers only. An installed Boost has one target for all of them, Boost::headers. A Boost that is built in the same
# tree may have only its single libraries; then each target of ours links what its headers include, and tests/consumer holds this list to
# the #include lines.
set(CODECISION_BOOST_OF_VOTES core date_time throw_exception)
set(CODECISION_BOOST_OF_CODECISION graph multiprecision)

# Is there a Boost in this build already?
macro(codecision_has_boost variable)
  if(TARGET Boost::headers OR TARGET Boost::date_time)
    set(${variable} TRUE)
  else()
    set(${variable} FALSE)
  endif()
endmacro()

# codecision_boost_libraries(VARIABLE votes|codecision): the targets of Boost to link. Boost.DateTime brings core and throw_exception along, so
# that these may be missing where somebody made the targets by hand; the others are named whether they are there or not yet.
function(codecision_boost_libraries variable part)
  set(libraries)
  if(TARGET Boost::headers)
    set(libraries Boost::headers)
  elseif(part STREQUAL "votes")
    foreach(library IN LISTS CODECISION_BOOST_OF_VOTES)
      if(library STREQUAL "date_time" OR TARGET Boost::${library})
        list(APPEND libraries Boost::${library})
      endif()
    endforeach()
  else()
    foreach(library IN LISTS CODECISION_BOOST_OF_CODECISION)
      list(APPEND libraries Boost::${library})
    endforeach()
  endif()
  set(${variable} ${libraries} PARENT_SCOPE)
endfunction()
