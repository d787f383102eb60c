// SPDX-License-Identifier: BSL-1.0
// A list that names a member twice is found when the program is compiled, also under its other code.
#include <codecision/core/member_set.hpp>

using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto members = "EL FR"_members;
#else
constexpr auto members = "EL FR GR"_members;
#endif

static_assert(members.size() == 2);
