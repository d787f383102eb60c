// SPDX-License-Identifier: BSL-1.0
// In what part of all winning coalitions is a player, as a share of all such memberships?
#pragma once

#include <codecision/power/coalition_count.hpp>
#include <codecision/power/sharing.hpp>

#include <cstddef>
#include <cstdint>

namespace codecision::power {

/// The public help index of Bertini, Gambarelli and Stach (2008, in Braham and Steffen (eds.), Power, Freedom, and
/// Voting): as Holler's index, but over all winning coalitions, because who is not needed helps too. Counted: the winning
/// coalitions with each player; value = that number / the sum of these numbers over all players.
/// Properties: the values add up to 1; more desirable players never have less; equal players have equal values.
/// Trap: a null player has a positive value (it helps in half of all winning coalitions), and so a dictator has less than 1.
template <class Players>
class public_help_index : public detail::shares_of<Players> {
 public:
  /// An index of these players in which nobody has a share.
  explicit public_help_index(Players const& players) : detail::shares_of<Players>{players}, with_(players.size()) {}

  /// How many winning coalitions is this player in?
  template <class Key>
  [[nodiscard]] std::uint64_t winning_with(Key const& player) const { return with_[this->at(player)]; }

  /// Error COD-P706 when no coalition with members wins. Cost: n^2.
  [[nodiscard]] static public_help_index from(Players const& players, coalition_counts const& counts) {
    public_help_index index{players};
    detail::wide sum = 0;
    for (std::size_t i = 0; i < counts.players; ++i) sum += index.with_[i] = counts.total_with(i);
    if (sum == 0) detail::this_index_is_not_defined_for_this_game("public help index", "no coalition wins", "check the quotas");
    for (std::size_t i = 0; i < counts.players; ++i)
      index.set(i, detail::reduced_if_it_fits(index.with_[i], sum), static_cast<double>(index.with_[i]) / static_cast<double>(sum));
    return index;
  }

 private:
  typename Players::template list<std::uint64_t> with_;
};

/// What is each player's share in all memberships of winning coalitions? Errors and cost: as for `count_coalitions`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] auto public_help(Game const& g, effort const& most = {}, Run const& run = {}) {
  return public_help_index<typename Game::players_type>::from(g.players(), count_coalitions(g, most, run));
}

}  // namespace codecision::power
