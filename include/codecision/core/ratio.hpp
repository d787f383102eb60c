// SPDX-License-Identifier: BSL-1.0
// Is a part at least, or more than, a given share of the whole? Exactly, in integers.
#pragma once

#include <cstdint>

namespace codecision {

/// A share such as 65/100. Compared by cross-multiplication: no rounding decides anything.
struct ratio {
  std::int64_t numerator = 0;  ///< above the line
  std::int64_t denominator = 1;  ///< below the line, more than 0
  [[nodiscard]] friend constexpr bool operator==(ratio, ratio) = default;
};

/// The largest number that may stand for a part or a whole: larger ones could overflow the cross-multiplication.
inline constexpr std::int64_t largest_figure = 1'000'000'000'000'000;

/// Is part >= share of whole? Both at most `largest_figure`; numerator and denominator at most 9000.
[[nodiscard]] constexpr bool at_least(std::int64_t part, ratio share, std::int64_t whole) {
  return part * share.denominator >= share.numerator * whole;
}

/// Is part > share of whole?
[[nodiscard]] constexpr bool more_than(std::int64_t part, ratio share, std::int64_t whole) {
  return part * share.denominator > share.numerator * whole;
}

/// The smallest whole number that is at least this share of the whole: 65 % of 447 470 672 is 290 855 936.8, so 290 855 937.
[[nodiscard]] constexpr std::int64_t smallest_at_least(ratio share, std::int64_t whole) {
  return (share.numerator * whole + share.denominator - 1) / share.denominator;
}

/// The smallest whole number that is more than this share of the whole: more than half of 27 is 14.
[[nodiscard]] constexpr std::int64_t smallest_more_than(ratio share, std::int64_t whole) {
  return share.numerator * whole / share.denominator + 1;
}

}  // namespace codecision
