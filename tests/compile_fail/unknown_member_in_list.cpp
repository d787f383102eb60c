// SPDX-License-Identifier: BSL-1.0
// A list with a code that no state has is found as well.
#include <codecision/core/member_set.hpp>

using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto members = "DE FR IT"_members;
#else
constexpr auto members = "DE FRA IT"_members;
#endif

static_assert(members.size() == 3);
