// SPDX-License-Identifier: BSL-1.0
// Which players are strictly more desirable as partners than which others?
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/engines/subset_search.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/simple_game.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace codecision::power::detail {

/// Says whether a player can ever win where another, in its place, loses.
class desirability_search {
 public:
  desirability_search(simple_game const& g, effort const& most) : game_{g}, search_{g, most} {}

  /// Is there a coalition of others that wins with i and loses with j?
  [[nodiscard]] bool beats(std::size_t i, std::size_t j) {
    if (at_least(j, i)) return false;
    if (!wins_) {
      wins_ = formula{game_};
      blocks_ = wins_->dual(totals_of(game_));
    }
    auto others = coalition::all(game_.size());
    others.erase(i);
    others.erase(j);
    return search_.find(wins_->helped_by(weights(i, 1)), blocks_.helped_by(weights(j, -1)), others).has_value();
  }

 private:
  [[nodiscard]] bool at_least(std::size_t i, std::size_t j) const {
    for (std::size_t d = 0; d < game_.dimensions(); ++d)
      if (game_.weight(d, i) < game_.weight(d, j)) return false;
    return true;
  }
  [[nodiscard]] std::vector<std::int64_t> weights(std::size_t player, int sign) const {
    std::vector<std::int64_t> all;
    for (std::size_t d = 0; d < game_.dimensions(); ++d) all.push_back(sign * game_.weight(d, player));
    return all;
  }

  simple_game const& game_;
  subset_search search_;
  std::optional<formula> wins_;  // made when weights alone do not answer
  formula blocks_;
};

/// For each player those just below in the desirability relation (as bits): strictly less desirable, with nobody strictly
/// between. Whoever is strictly more desirable is in more winning coalitions; whoever is in more is more desirable unless
/// some coalition wins with the other one and loses with it.
[[nodiscard]] inline std::vector<std::uint64_t> directly_below(simple_game const& g, coalition_counts const& counts, effort const& most) {
  auto const n = g.size();
  desirability_search search{g, most};
  std::vector<std::uint64_t> below(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (counts.total_with(i) > counts.total_with(j) && !search.beats(j, i)) below[i] |= std::uint64_t{1} << j;
  auto direct = below;
  for (std::size_t i = 0; i < n; ++i)
    each_bit(below[i], [&](std::size_t k) { direct[i] &= ~below[k]; });
  return direct;
}

}  // namespace codecision::power::detail
