// SPDX-License-Identifier: BSL-1.0
// Parliament has 720 seats.
#include <codecision/codecision.hpp>

namespace cod = codecision;

#ifdef CORRECTED
constexpr cod::parliament_tally tally{400, 300, 20, 720};
#else
constexpr cod::parliament_tally tally{400, 300, 21, 720};
#endif

static_assert(cod::evaluate(cod::rules::majority_of_votes_cast(), tally).carried);
