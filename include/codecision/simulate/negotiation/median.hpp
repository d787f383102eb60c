// SPDX-License-Identifier: BSL-1.0
// Which position beats or ties every other one by a majority of the weights?
#pragma once

#include <codecision/simulate/negotiation/issue.hpp>

#include <string>
#include <vector>

namespace codecision::simulate {

/// The positions that no other one beats by more than half of the weights: one point, or all from `lowest` to `highest`
/// when the actors fall into two halves of the same weight.
struct median_position {
  issue about;  ///< the issue
  double lowest = 0;  ///< where the median begins
  double highest = 0;  ///< where it ends
  std::vector<std::string> actors{};  ///< who stands at one of the two ends and has power

  /// Is it one point?
  [[nodiscard]] bool is_one_point() const { return lowest == highest; }
};

namespace detail {
/// Sums of doubles carry rounding: two halves that differ by less than this share of the whole are the same.
inline constexpr double same_weight = 1e-12;

/// Going through the actors in this order, who brings the sum of the powers to half of the whole?
template <class Iterator>
[[nodiscard]] double where_half_is_reached(issue const& about, Iterator from, Iterator to, double total) {
  double sum = 0;
  for (; from != to; ++from) {
    sum += about[*from].power;
    if (2 * sum >= total * (1 - same_weight)) return about[*from].position;
  }
  return 100;  // not reached: the whole is more than a half of it
}
}  // namespace detail

/// The position of the median voter, weighted by power; saliences do not count. With single-peaked preferences and majority
/// rule it beats every other position (Black, On the Rationale of Group Decision-making, Journal of Political Economy 56,
/// 1948, pp. 23-34). A tie of the two halves gives all the points between the two medians. Cost: sorting.
[[nodiscard]] inline median_position median(issue const& about) {
  auto const order = detail::from_left_to_right(about);
  double total = 0;
  for (auto const& a : about) total += a.power;
  median_position found{about, detail::where_half_is_reached(about, order.begin(), order.end(), total),
                        detail::where_half_is_reached(about, order.rbegin(), order.rend(), total)};
  for (auto const i : order)
    if (about[i].power > 0 && (about[i].position == found.lowest || about[i].position == found.highest)) found.actors.push_back(about[i].actor);
  return found;
}

}  // namespace codecision::simulate
