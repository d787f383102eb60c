// SPDX-License-Identifier: BSL-1.0
// TEU 16(4) asks for fifteen members, so a toy of five needs the rule for participants.
#include <codecision/codecision.hpp>

namespace cod = codecision;
using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto rule = cod::rules::participants_majority();
#else
constexpr auto rule = cod::rules::qualified_majority();
#endif

constexpr auto toy = cod::electorate{{"DE"_ms, 83}, {"FR"_ms, 67}, {"IT"_ms, 59}, {"ES"_ms, 48}, {"MT"_ms, 1}};
static_assert(cod::evaluate(rule, cod::ballot{toy}.others(cod::vote::in_favour)).adopted());
