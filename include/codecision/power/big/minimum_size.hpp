// SPDX-License-Identifier: BSL-1.0
// What is a player's share in the smallest winning coalitions of a weighted game of many players, exactly?
#pragma once

#include <codecision/power/big/counting_indices.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/minimum_size.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/weighted_game.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace codecision::power::big {

/// The index of Felsenthal (2016) in numbers of any length: see power::minimum_size_index for what it means. `count` is the
/// number of winning coalitions of the least size with a player, `of_how_many` their number times their size.
class minimum_size_index : public ratio_index {
 public:
  /// The index that these counts of smallest winning coalitions give.
  minimum_size_index(named_players const& players, std::size_t size, cpp_int coalitions, std::vector<cpp_int> counts)
      : ratio_index{players, std::move(counts), coalitions * size}, size_{size}, coalitions_{std::move(coalitions)} {}

  /// With how many members can a coalition win?
  [[nodiscard]] std::size_t least_size() const { return size_; }
  /// How many coalitions of that size win? A cpp_int.
  [[nodiscard]] cpp_int const& coalitions() const { return coalitions_; }

 private:
  std::size_t size_;
  cpp_int coalitions_;
};

/// What is each player's share in the winning coalitions of the least size of a weighted game? Exact for any number of
/// players. Error COD-P703 when the effort does not allow it. Cost: that of power::minimum_size, for every 60 players once.
template <class Run = one_after_the_other>
[[nodiscard]] minimum_size_index minimum_size(weighted_game const& g, effort const& most = {}, Run const& run = {}) {
  power::detail::least_size_table const table{g};
  auto const cost = [&run](weighted_game const& other) {
    auto needed = power::detail::least_size_cost(power::detail::least_size_table{other});
    needed.bytes *= power::detail::jobs_at_once(run);
    return needed;
  };
  power::detail::check_cost(cost(g), most, [&] { return power::detail::ways_out(g, most, cost); });
  auto const found = power::detail::least_size_by_primes<cpp_int>(table, table.movable() + 1, run);
  std::vector<cpp_int> with;
  for (auto const w : g.weights()) with.push_back(table.of_weight(found, w));
  return {g.players(), table.least_size(), found[0], std::move(with)};
}

}  // namespace codecision::power::big
