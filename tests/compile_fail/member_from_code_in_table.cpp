// SPDX-License-Identifier: BSL-1.0
// The same holds for a code that a constant table names.
#include <codecision/core/member_state.hpp>

#include <array>

#ifdef CORRECTED
constexpr std::array states{codecision::parse_member("GR"), codecision::parse_member("EL")};
#else
constexpr std::array states{codecision::parse_member("GR"), codecision::parse_member("GRC")};
#endif

static_assert(states[0] == states[1]);
