// SPDX-License-Identifier: BSL-1.0
// How likely does a decision follow when a player is in favour?
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/ratio_index.hpp>

#include <cstddef>

namespace codecision::power {

/// The index Z of Nevison (1979): the probability that the coalition wins, given that the player is in favour and all
/// others toss a coin. Counted: winning coalitions with the player, of the 2^(n-1) that it can be in.
/// Properties: the power of the body to act plus half of the player's absolute Banzhaf index; 1 for a dictator.
/// Trap: it mixes how easily the body decides with what the player does for it. A null player has the power to act of the
/// body, not 0.
template <class Players>
class nevison_index : public ratio_index<Players> {
 public:
  /// The index that these counts give.
  [[nodiscard]] static constexpr nevison_index from(Players const& players, coalition_counts const& counts) {
    return {players, detail::coalitions_of(counts.players - 1), [&](std::size_t i) { return counts.total_with(i); }};
  }

 private:
  using ratio_index<Players>::ratio_index;
};

/// How likely does a decision follow from each player's yes? Errors and cost: as for `count_coalitions`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] constexpr auto nevison(Game const& g, effort const& most = {}, Run const& run = {}) {
  return nevison_index<typename Game::players_type>::from(g.players(), count_coalitions(g, most, run));
}
/// The same from counts that are known already (error COD-P705 when they are of a game of another size).
template <class Game>
[[nodiscard]] constexpr auto nevison(Game const& g, coalition_counts const& counts) {
  return nevison_index<typename Game::players_type>::from(g.players(), counts.of(g.size()));
}

}  // namespace codecision::power
