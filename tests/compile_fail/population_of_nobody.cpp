// SPDX-License-Identifier: BSL-1.0
// A member has people.
#include <codecision/codecision.hpp>

namespace cod = codecision;
using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto toy = cod::electorate{{"DE"_ms, 83}, {"FR"_ms, 67}};
#else
constexpr auto toy = cod::electorate{{"DE"_ms, 83}, {"FR"_ms, 0}};
#endif

static_assert(toy.size() == 2);
