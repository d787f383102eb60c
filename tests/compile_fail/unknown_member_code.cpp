// SPDX-License-Identifier: BSL-1.0
// A code that no state has is found when the program is compiled.
#include <codecision/core/member_state.hpp>

using namespace codecision::literals;

#ifdef CORRECTED
constexpr auto state = "ES"_ms;
#else
constexpr auto state = "SP"_ms;
#endif

static_assert(codecision::code(state) == "ES");
