// SPDX-License-Identifier: BSL-1.0
// How likely does a coalition win, and how likely is each player decisive, when each joins with a probability of its own?
#pragma once

#include <codecision/power/compose.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/engines/advice.hpp>
#include <codecision/power/engines/diagram.hpp>
#include <codecision/power/engines/halves_chances.hpp>
#include <codecision/power/game.hpp>
#include <codecision/power/terms.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power {

/// What follows for each player of a game from the probabilities with which all of them join, independently of each other.
template <class Players>
class winning_chances : public result_for<Players> {
 public:
  /// The chances that were found.
  winning_chances(Players const& players, detail::found_chances found) : result_for<Players>{players}, found_{std::move(found)} {}

  /// The probability that the coalition of those who join wins: the multilinear extension of the game at these probabilities.
  [[nodiscard]] double winning() const { return found_.winning; }
  /// The same when it is known that this player joins. By position, member state or name.
  template <class Key>
  [[nodiscard]] double with(Key const& player) const { return found_.players[this->at(player)].with; }
  /// The same when it is known that this player stays out.
  template <class Key>
  [[nodiscard]] double without(Key const& player) const { return found_.players[this->at(player)].without; }
  /// The probability that the others leave it to this player: the partial derivative of `winning` by its probability.
  template <class Key>
  [[nodiscard]] double decisive(Key const& player) const { return found_.players[this->at(player)].decisive; }

 private:
  detail::found_chances found_;
};

namespace detail {
[[noreturn]] inline void there_must_be_one_probability_a_player(std::size_t probabilities, std::size_t players) {
  fail(error_code::unknown_player, std::to_string(probabilities) + (probabilities == 1 ? " probability" : " probabilities") + " for " +
       std::to_string(players) + " players", "", "give one probability a player, in the order of the players of the game");
}

[[nodiscard]] inline std::vector<joining> joining_of(simple_game const& g, std::vector<double> const& p) {
  if (p.size() != g.size()) there_must_be_one_probability_a_player(p.size(), g.size());
  std::vector<joining> players;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (!is_probability(p[i])) a_probability_lies_between_0_and_1(g.players().name(i), p[i]);
    players.push_back({p[i], 1 - p[i]});
  }
  return players;
}

/// Is meeting in the middle to do it? Otherwise a diagram does. Error COD-P703 for an engine that cannot, or costs too much.
[[nodiscard]] inline bool probabilities_by_halves(simple_game const& g, effort const& most) {
  if (most.by != engine::automatic && most.by != engine::halves && most.by != engine::diagram)
    this_engine_cannot_count_this_game(most.by, "it does not know probabilities", "leave the choice to engine::automatic");
  auto const refusal = halves_refusal(g);
  if (most.by == engine::halves && !refusal.empty()) this_engine_cannot_count_this_game(most.by, refusal, "leave the choice to engine::automatic");
  auto const halves = halves_chances_cost(g);
  auto const by_halves = most.by == engine::halves ||
                         (most.by == engine::automatic && refusal.empty() && is_affordable(halves, most) && halves.steps <= diagram_cost(g).steps);
  if (by_halves) check_cost(halves, most, [&] { return try_more_effort(halves, most); });
  else check_probabilities_by_diagram(g, most, g.size() <= 64 ? draw_instead : "");
  return by_halves;
}

[[nodiscard]] inline found_chances chances_of(simple_game const& g, std::vector<joining> const& players, effort const& most) {
  if (probabilities_by_halves(g, most)) return chances_by_halves{g, players}.all();
  auto const diagram = diagram_builder{g, most}.build();
  return decisive_chances{diagram, most}.at(players);
}
[[nodiscard]] inline double winning_chance_of(simple_game const& g, std::vector<joining> const& players, effort const& most) {
  if (probabilities_by_halves(g, most)) return chances_by_halves{g, players}.winning();
  auto const diagram = diagram_builder{g, most}.build();
  return decisive_chances{diagram, most}.at(players).winning;
}
}  // namespace detail

/// How likely is it that a game is won, with and without each player, and that each player is decisive, when player i joins
/// with the probability p[i], independently of the others? The multilinear extension of the game, and its partial
/// derivatives (G. Owen, "Multilinear extensions of games", Management Science 18(5), 1972). No sampling: what is left is
/// the rounding of doubles, some 1e-15.
/// Errors: COD-F001 for a probability outside 0 to 1 or that is no number; COD-P705 for a list of another length; COD-P703
/// when it would cost more than allowed. `most.by` may be engine::halves or engine::diagram.
/// Cost: O(2^(n/2)) for up to 40 players who differ in one dimension, times n for two; otherwise that of a decision diagram.
template <detail::has_simple_form Game>
[[nodiscard]] auto chances_at(Game const& g, std::vector<double> const& p, effort const& most = {}) {
  auto const& all = detail::simple_form(g);
  return winning_chances<typename Game::players_type>{g.players(), detail::chances_of(all, detail::joining_of(all, p), most)};
}

/// How likely is it that a game is won, when player i joins with the probability p[i], independently of the others?
/// Errors and cost: as for `chances_at`, of which it takes a half.
template <detail::has_simple_form Game>
[[nodiscard]] double winning_probability(Game const& g, std::vector<double> const& p, effort const& most = {}) {
  auto const& all = detail::simple_form(g);
  return detail::winning_chance_of(all, detail::joining_of(all, p), most);
}

/// How likely is it that a game is not won? The same as 1 - winning_probability, but correct in all its digits where that is
/// small: it is the probability that those who stay out win the dual game. Errors and cost: as for `winning_probability`,
/// and those of `dual`.
template <detail::has_simple_form Game>
[[nodiscard]] double losing_probability(Game const& g, std::vector<double> const& p, effort const& most = {}) {
  auto const& all = detail::simple_form(g);
  auto players = detail::joining_of(all, p);
  for (auto& player : players) std::swap(player.joins, player.stays);
  return detail::winning_chance_of(dual(all), players, most);
}

/// For each player, by position, the probability that it is decisive: that the others win with it and lose without it. Errors and
/// cost: as for `chances_at`.
template <detail::has_simple_form Game>
[[nodiscard]] std::vector<double> decisive_probabilities(Game const& g, std::vector<double> const& p, effort const& most = {}) {
  auto const found = chances_at(g, p, most);
  std::vector<double> decisive;
  for (std::size_t i = 0; i < found.size(); ++i) decisive.push_back(found.decisive(i));
  return decisive;
}

}  // namespace codecision::power
