// SPDX-License-Identifier: BSL-1.0
// TEU 20(2): at least nine members.
#include <codecision/codecision.hpp>

namespace cod = codecision;
using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto members = "BE DE FR IT ES LU AT PT FI"_members;
#else
constexpr auto members = "BE DE FR IT ES LU AT PT"_members;
#endif

constexpr auto cooperation = cod::council_of_year(2020).only(cod::participation::enhanced_cooperation, {.participants = members});
static_assert(cooperation.size() == 9);
