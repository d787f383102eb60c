// SPDX-License-Identifier: BSL-1.0
// How often is a player among those who decide?
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/ratio_index.hpp>

#include <cstddef>

namespace codecision::power {

/// The inclusiveness of Koenig and Braeuninger (1998): of the coalitions that win, the share that the player is in; also
/// counted by Nevison, Zicht and Schoepke (1978). Counted: winning coalitions with the player / winning coalitions.
/// Properties: 1 for a player with a veto; 1/2 plus half of Coleman's power to prevent action.
/// Trap: a null player has 1/2, not 0: it is in half of the winning coalitions, where it changes nothing.
/// In a game that nobody can win it is 0.
template <class Players>
class inclusiveness_index : public ratio_index<Players> {
 public:
  /// The index that these counts give.
  [[nodiscard]] static constexpr inclusiveness_index from(Players const& players, coalition_counts const& counts) {
    auto const winning = counts.total();
    return {players, winning == 0 ? 1 : winning, [&](std::size_t i) { return counts.total_with(i); }};
  }

 private:
  using ratio_index<Players>::ratio_index;
};

/// How often is each player among those who decide? Errors and cost: as for `count_coalitions`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] constexpr auto inclusiveness(Game const& g, effort const& most = {}, Run const& run = {}) {
  return inclusiveness_index<typename Game::players_type>::from(g.players(), count_coalitions(g, most, run));
}
/// The same from counts that are known already (error COD-P705 when they are of a game of another size).
template <class Game>
[[nodiscard]] constexpr auto inclusiveness(Game const& g, coalition_counts const& counts) {
  return inclusiveness_index<typename Game::players_type>::from(g.players(), counts.of(g.size()));
}

}  // namespace codecision::power
