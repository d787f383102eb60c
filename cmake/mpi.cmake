# SPDX-License-Identifier: BSL-1.0
# MPI and Boost.MPI, for programs that share a sweep among many machines. The library itself links neither.
option(CODECISION_WITH_MPI "Build the sweeps for many machines where MPI and Boost.MPI are found" ON)

# codecision_find_mpi(VARIABLE): what a program links to run on many machines; it defines CODECISION_WITH_MPI for the program. Empty
# where MPI or Boost.MPI is missing, and a line of the configuration says so. VARIABLE_EXECUTABLE is mpirun, or what it is called here.
function(codecision_find_mpi variable)
  set(${variable} "" PARENT_SCOPE)
  if(NOT CODECISION_WITH_MPI)
    codecision_say_once("Codecision: sweeps run on one machine, because CODECISION_WITH_MPI is off")
    return()
  endif()
  find_package(MPI QUIET COMPONENTS CXX)
  find_package(Boost 1.74 CONFIG QUIET OPTIONAL_COMPONENTS mpi serialization)
  if(NOT MPI_CXX_FOUND OR NOT TARGET Boost::mpi OR NOT TARGET Boost::serialization)
    codecision_say_once("Codecision: sweeps run on one machine, because MPI or Boost.MPI is not found (Debian: libboost-mpi-dev openmpi-bin)")
    return()
  endif()
  codecision_say_once("Codecision: sweeps run on many machines, with MPI ${MPI_CXX_VERSION} and Boost.MPI ${Boost_VERSION_STRING}")
  if(NOT TARGET codecision_with_mpi)
    add_library(codecision_with_mpi INTERFACE)
    target_compile_definitions(codecision_with_mpi INTERFACE CODECISION_WITH_MPI)
  endif()
  set(${variable} codecision_with_mpi MPI::MPI_CXX Boost::mpi Boost::serialization PARENT_SCOPE)
  set(${variable}_EXECUTABLE "${MPIEXEC_EXECUTABLE}" PARENT_SCOPE)
endfunction()

function(codecision_say_once text)
  get_property(said GLOBAL PROPERTY codecision_said_about_mpi)
  if(NOT said)
    message(STATUS "${text}")
    set_property(GLOBAL PROPERTY codecision_said_about_mpi ON)
  endif()
endfunction()
