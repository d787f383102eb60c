// SPDX-License-Identifier: BSL-1.0
// Under which system of weighted votes did the Council vote from 1958 to 2017?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codecision {

/// The systems of weighted votes, named after the Union of their time; `transition` and `nice` for the two of 2004.
/// Stands in core because the votes of each member (data) and the thresholds (rules) both refer to it.
enum class regime : std::uint8_t { six, nine, ten, twelve, fifteen, twenty_five_transition, twenty_five_nice, twenty_seven_nice, twenty_eight_nice };

inline constexpr std::size_t regime_count = 9;  ///< how many there are

/// The system of votes in words, with its years.
[[nodiscard]] constexpr std::string_view name(regime r) {
  constexpr std::string_view names[] = {
      "the six (1958-1972)",      "the nine (1973-1980)",               "the ten (1981-1985)",
      "the twelve (1986-1994)",   "the fifteen (1995-April 2004)",      "the twenty-five, transition (May-October 2004)",
      "the twenty-five, Nice (November 2004-2006)", "the twenty-seven, Nice (2007-June 2013)", "the twenty-eight, Nice (July 2013-2017)"};
  return names[static_cast<std::size_t>(r)];
}

}  // namespace codecision
