// SPDX-License-Identifier: BSL-1.0
// From 1 April 2017 nobody can ask for the weighted votes.
#include <codecision/codecision.hpp>

namespace cod = codecision;
using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto day = "2017-03-31"_date;
#else
constexpr auto day = "2017-04-01"_date;
#endif

static_assert(cod::catalogue({"TFEU 114"}, cod::proposer::commission, day, cod::request::weighted_votes).weights());
