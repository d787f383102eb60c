// SPDX-License-Identifier: BSL-1.0
// What does the tau-value give to each player: the compromise between what they can hope for and what they can claim?
#pragma once

#include <codecision/power/properties.hpp>
#include <codecision/power/sharing.hpp>
#include <codecision/power/weighted_game.hpp>

#include <cstddef>
#include <vector>

namespace codecision::power {

/// The tau-value of Tijs (1981, in Moeschlin and Pallaschke (eds.), Game Theory and Mathematical Economics) of a simple
/// game. The most a player can hope for is what all lose without it: 1 for a veto player, 0 for all others. The least it
/// can claim is 1 for the only veto player, 0 otherwise. The compromise that divides 1 between these two bounds gives
/// each of v veto players 1 / v. Counted: the players without whom the others together lose.
/// Properties: the values add up to 1; a null player has 0, a dictator 1; equal players have equal values.
/// Trap: without a veto player nobody can hope for anything, the bounds cannot be met (the game is not quasi-balanced), and
/// the value is not defined; so it is for the qualified majorities of the Council, but not for unanimity.
template <class Players>
class tijs_index : public detail::shares_of<Players> {
 public:
  /// An index of these players in which nobody has a share.
  explicit tijs_index(Players const& players) : detail::shares_of<Players>{players} {}

  /// How many players have a veto?
  [[nodiscard]] std::size_t veto_players() const { return veto_players_; }

  /// `has_veto`: by position. Error COD-P706 when nobody has one.
  [[nodiscard]] static tijs_index from(Players const& players, std::vector<bool> const& has_veto) {
    tijs_index index{players};
    for (bool const veto : has_veto) index.veto_players_ += veto;
    if (index.veto_players_ == 0)
      detail::this_index_is_not_defined_for_this_game("Tijs index", "nobody has a veto", "ask for an index that counts coalitions, such as banzhaf");
    for (std::size_t i = 0; i < has_veto.size(); ++i) index.set(i, has_veto[i] ? fraction{1, index.veto_players_} : fraction{}, 0);
    return index;
  }

 private:
  std::size_t veto_players_ = 0;
};

/// What does the tau-value give to each player? Errors: COD-P706 where nobody has a veto or no coalition wins, COD-P703 for
/// more than 64 players. Cost: one look at n coalitions.
template <class Game>
[[nodiscard]] auto tijs(Game const& g) {
  if (!g.wins(coalition::all(g.size()))) detail::this_index_is_not_defined_for_this_game("Tijs index", "no coalition wins", "check the quotas");
  auto const vetoes = veto_players(g);
  std::vector<bool> has_veto;
  for (std::size_t i = 0; i < g.size(); ++i) has_veto.push_back(vetoes.contains(i));
  return tijs_index<typename Game::players_type>::from(g.players(), has_veto);
}
/// The same for weighted games of any number of players. Cost: n subtractions.
[[nodiscard]] inline tijs_index<named_players> tijs(weighted_game const& g) {
  std::vector<bool> has_veto;
  for (auto const w : g.weights()) has_veto.push_back(g.total() - w < g.quota());
  return tijs_index<named_players>::from(g.players(), has_veto);
}

}  // namespace codecision::power
