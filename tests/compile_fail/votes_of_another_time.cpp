// SPDX-License-Identifier: BSL-1.0
// The weighted votes of the six do not go with the rule of the nine.
#include <codecision/codecision.hpp>

namespace cod = codecision;
using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto rule = cod::rules::weighted(cod::regime::six);
#else
constexpr auto rule = cod::rules::weighted(cod::regime::nine);
#endif

constexpr auto day = "1965-07-01"_date;
static_assert(cod::evaluate(rule, cod::ballot{cod::council_on(day)}.others(cod::vote::in_favour)).adopted());
