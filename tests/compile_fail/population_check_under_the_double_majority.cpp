// SPDX-License-Identifier: BSL-1.0
// The 62 % check belongs to the weighted rules.
#include <codecision/codecision.hpp>

namespace cod = codecision;

#ifdef CORRECTED
constexpr auto asked = cod::request::none;
#else
constexpr auto asked = cod::request::population_check;
#endif

constexpr auto votes = cod::ballot{cod::council_of_year(2020)}.others(cod::vote::in_favour);
static_assert(cod::evaluate(cod::rules::qualified_majority(), votes, asked).adopted());
