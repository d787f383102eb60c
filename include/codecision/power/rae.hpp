// SPDX-License-Identifier: BSL-1.0
// How often does a player get what it votes for?
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/ratio_index.hpp>

#include <cstddef>

namespace codecision::power {

namespace detail {
[[noreturn]] inline void the_index_of_rae_is_kept_for_63_players() {
  fail(error_code::too_costly, "the counts of Rae's index for 64 players do not fit into 64 bits", "",
       "it is 1/2 + swings / 2^64, with the swings that count_coalitions(game).swings(player) gives");
}
}  // namespace detail

/// The index of Rae (1969): the probability that the outcome is the one a player votes for, when all toss a coin. Counted:
/// coalitions that win with the player, and those that lose without, of all 2^n.
/// Properties: 1/2 + half of the absolute Banzhaf index (Dubey and Shapley 1979); 1 for a dictator.
/// Trap: satisfaction is not power. A null player has 1/2: it is on the winning side half the time, by luck.
template <class Players>
class rae_index : public ratio_index<Players> {
 public:
  /// From the counts of a game. Error COD-P703 for 64 players: a dictator's count would be 2^64.
  [[nodiscard]] static constexpr rae_index from(Players const& players, coalition_counts const& counts) {
    if (counts.players > 63) detail::the_index_of_rae_is_kept_for_63_players();
    auto const half = detail::coalitions_of(counts.players - 1);
    return {players, 2 * half, [&](std::size_t i) { return half + counts.swings(i); }};
  }

 private:
  using ratio_index<Players>::ratio_index;
};

/// How often does each player get what it votes for? Up to 63 players. Errors and cost: as for `count_coalitions`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] constexpr auto rae(Game const& g, effort const& most = {}, Run const& run = {}) {
  return rae_index<typename Game::players_type>::from(g.players(), count_coalitions(g, most, run));
}
/// The same from counts that are known already (error COD-P705 when they are of a game of another size).
template <class Game>
[[nodiscard]] constexpr auto rae(Game const& g, coalition_counts const& counts) {
  return rae_index<typename Game::players_type>::from(g.players(), counts.of(g.size()));
}

}  // namespace codecision::power
