// SPDX-License-Identifier: BSL-1.0
// The United Kingdom has no vote in the council of 2020's end.
#include <codecision/codecision.hpp>

namespace cod = codecision;
using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto votes = cod::ballot{cod::council_of_year(2020)}.in_favour("IE"_members);
#else
constexpr auto votes = cod::ballot{cod::council_of_year(2020)}.in_favour("UK"_members);
#endif

static_assert(votes.voted().size() == 1);
