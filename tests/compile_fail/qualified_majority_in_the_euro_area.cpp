// SPDX-License-Identifier: BSL-1.0
// TEU 16(4) is written for all members, and in the euro area some do not take part.
#include <codecision/codecision.hpp>

namespace cod = codecision;

#ifdef CORRECTED
constexpr auto rule = cod::rules::participants_majority();
#else
constexpr auto rule = cod::rules::qualified_majority();
#endif

constexpr auto eurozone = cod::council_of_year(2020).only(cod::participation::euro_area);
static_assert(cod::evaluate(rule, cod::ballot{eurozone}.others(cod::vote::in_favour)).adopted());
