// SPDX-License-Identifier: BSL-1.0
// For 2015 there is no table of populations, and nothing is extrapolated.
#include <codecision/codecision.hpp>

namespace cod = codecision;

#ifdef CORRECTED
constexpr auto council = cod::council_of_year(2014);
#else
constexpr auto council = cod::council_of_year(2015);
#endif

static_assert(council.size() == 28);
