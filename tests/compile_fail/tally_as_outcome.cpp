// SPDX-License-Identifier: BSL-1.0
// TFEU 240(1): Coreper votes on nothing; an indicative tally is not the outcome of a vote.
#include <codecision/codecision.hpp>
#include <codecision/procedure/indicative_tally.hpp>

namespace cod = codecision;
using namespace codecision::literals;

constexpr auto positions = cod::ballot{cod::council_of_year(2024)}.against("CZ NL PL SK"_members).others(cod::vote::in_favour);

#ifdef CORRECTED
constexpr cod::outcome result = cod::evaluate(cod::rules::qualified_majority(), positions);
#else
constexpr cod::outcome result = cod::procedure::indicative_tally{cod::rules::qualified_majority(), positions};
#endif

static_assert(result.adopted());
