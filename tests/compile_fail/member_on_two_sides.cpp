// SPDX-License-Identifier: BSL-1.0
// A member votes once.
#include <codecision/codecision.hpp>

namespace cod = codecision;
using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto votes = cod::ballot{cod::council_of_year(2020)}.in_favour("DE FR"_members).against("PL"_members);
#else
constexpr auto votes = cod::ballot{cod::council_of_year(2020)}.in_favour("DE FR"_members).against("FR PL"_members);
#endif

static_assert(votes.voted().size() == 3);
