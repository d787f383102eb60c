// SPDX-License-Identifier: BSL-1.0
// What do the sets of a few players weigh, from the lightest to the heaviest?
#pragma once

#include <codecision/power/players.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace codecision::power::detail {

/// A set of at most 24 players with its size: one bit a player, and the size from bit 24.
class sized_set {
 public:
  constexpr sized_set() = default;
  [[nodiscard]] constexpr std::uint32_t players() const { return bits_ & 0xff'ffff; }
  [[nodiscard]] constexpr std::size_t size() const { return bits_ >> 24; }
  /// The set with one more player, who is not in it, or the same set; without a jump.
  [[nodiscard]] constexpr sized_set with(std::size_t player, bool joins) const {
    sized_set more;
    more.bits_ = bits_ + (std::uint32_t{joins} << 24) + (std::uint32_t{joins} << player);
    return more;
  }

 private:
  std::uint32_t bits_ = 0;
};

/// Sets of some players in the order of their weights: two lists side by side, and behind the last weight one that is
/// larger than all.
struct ordered_sets {
  std::vector<std::int64_t> sums;
  std::vector<sized_set> sets;

  explicit ordered_sets(std::size_t n = 0) : sums(n + 1), sets(n) { sums[n] = (std::numeric_limits<std::int64_t>::max)(); }
  [[nodiscard]] std::size_t size() const { return sets.size(); }
};

/// Merges the given sets from place `without` on with those from place `with` on that a player joins. It runs from both
/// ends at once: two chains of steps that do not wait for one another, without a jump that could be guessed wrong.
/// Never fewer sets are joined than stay, so only those that stay can run out before half of the places are filled: in
/// front the weight behind the last one then loses every comparison; from behind, what comes next is too light to be taken.
inline void merge_from_both_ends(ordered_sets const& given, std::size_t without, std::size_t with, std::size_t player,
                                 std::int64_t weight, ordered_sets& merged) {
  auto const* const sums = given.sums.data();
  auto const* const sets = given.sets.data();
  auto *front = merged.sums.data(), *back = front + merged.size();
  auto *front_set = merged.sets.data(), *back_set = front_set + merged.size();
  auto last_without = given.size() - 1, last_with = given.size() - 1;
  while (front < back) {
    auto const a = sums[without], b = sums[with] + weight;
    bool const joins = b < a;
    *front++ = joins ? b : a;
    *front_set++ = sets[joins ? with : without].with(player, joins);
    with += joins;
    without += !joins;
    if (front == back) break;
    auto const c = sums[last_without], d = sums[last_with] + weight;
    bool const stays = d < c;
    *--back = stays ? c : d;
    *--back_set = sets[stays ? last_without : last_with].with(player, !stays);
    last_without -= stays;
    last_with -= !stays;
  }
}

/// These sets and the same ones with one more player, in order; those that weigh less than `least` are left out.
[[nodiscard]] inline ordered_sets with_player(ordered_sets const& given, std::size_t player, std::int64_t weight, std::int64_t least) {
  auto const first_from = [&](std::int64_t sum) {
    return static_cast<std::size_t>(std::lower_bound(given.sums.begin(), given.sums.end() - 1, sum) - given.sums.begin());
  };
  auto const without = first_from(least), with = first_from(least - weight);
  ordered_sets merged{2 * given.size() - without - with};
  merge_from_both_ends(given, without, with, player, weight, merged);
  return merged;
}

/// The sets of players with these weights that weigh at least so much, in order. Cost: up to 2^(n+1) steps and 18 * 2^n bytes.
[[nodiscard]] inline ordered_sets in_order(std::vector<std::int64_t> const& weights, std::int64_t least = 0) {
  for (auto const w : weights) least -= w;
  ordered_sets ordered{1};
  ordered.sums[0] = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) ordered = with_player(ordered, i, weights[i], least += weights[i]);
  return ordered;
}

}  // namespace codecision::power::detail
