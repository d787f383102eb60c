// SPDX-License-Identifier: BSL-1.0
// What 25 members did is not said, so there is no outcome.
#include <codecision/codecision.hpp>

namespace cod = codecision;
using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto votes = cod::ballot{cod::council_of_year(2020)}.against("HU PL"_members).others(cod::vote::in_favour);
#else
constexpr auto votes = cod::ballot{cod::council_of_year(2020)}.against("HU PL"_members);
#endif

static_assert(cod::evaluate(cod::rules::qualified_majority(), votes).adopted());
