// SPDX-License-Identifier: BSL-1.0
// TFEU 239: not more than one other member.
#include <codecision/codecision.hpp>

namespace cod = codecision;
using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto votes = cod::ballot{cod::council_of_year(2020)}.represented("NL"_ms, "BE"_ms).represented("LU"_ms, "DE"_ms);
#else
constexpr auto votes = cod::ballot{cod::council_of_year(2020)}.represented("NL"_ms, "BE"_ms).represented("LU"_ms, "BE"_ms);
#endif

static_assert(votes.represented().size() == 2);
