// SPDX-License-Identifier: BSL-1.0
// Which games are made from games: both, either, the other way round, among fewer players, or from a list?
#pragma once

#include <codecision/power/blocs.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/simple_game.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power {

namespace detail {
[[noreturn]] inline void these_games_have_different_players(std::string const& difference) {
  fail(error_code::unknown_player, "the two games are not played by the same players in the same order", difference,
       "build both over the same players; chambers with players of their own make a power::joint_game");
}
inline void check_same_players(named_players const& a, named_players const& b) {
  if (a.size() != b.size()) these_games_have_different_players(std::to_string(a.size()) + " players and " + std::to_string(b.size()));
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a.name(i) != b.name(i)) these_games_have_different_players("player " + std::to_string(i) + " is '" + a.name(i) + "' and '" + b.name(i) + "'");
}

/// Two games over the same players, their dimensions side by side, and their formulas over all of them joined by `join`.
template <class Join>
[[nodiscard]] simple_game joined(simple_game const& a, simple_game const& b, Join join) {
  check_same_players(a.players(), b.players());
  std::vector<std::vector<std::int64_t>> weights;
  for (std::size_t d = 0; d < a.dimensions(); ++d) weights.push_back(a.weights(d));
  for (std::size_t d = 0; d < b.dimensions(); ++d) weights.push_back(b.weights(d));
  return game_from(a.players(), weights, join(formula{a}, formula{b}.over_dimensions_from(a.dimensions())));
}
}  // namespace detail

/// Who wins when both games must be won? Error COD-P705 unless both have the same players in the same order; COD-P703 for
/// more than 64 conditions or 1024 terms, once terms that follow from others are dropped.
template <detail::has_simple_form A, detail::has_simple_form B>
[[nodiscard]] simple_game conjunction(A const& a, B const& b) {
  return detail::joined(detail::simple_form(a), detail::simple_form(b), [](auto const& x, auto const& y) { return both(x, y); });
}

/// Who wins when one of the two games suffices? Errors as for `conjunction`. The result can be improper.
template <detail::has_simple_form A, detail::has_simple_form B>
[[nodiscard]] simple_game disjunction(A const& a, B const& b) {
  return detail::joined(detail::simple_form(a), detail::simple_form(b), [](auto const& x, auto const& y) { return either(x, y); });
}

/// The same, to be read as they are spelled: `seats && states`. Both sides are evaluated.
template <detail::has_simple_form A, detail::has_simple_form B>
[[nodiscard]] simple_game operator&&(A const& a, B const& b) { return conjunction(a, b); }
/// The same as `disjunction`. Both sides are evaluated.
template <detail::has_simple_form A, detail::has_simple_form B>
[[nodiscard]] simple_game operator||(A const& a, B const& b) { return disjunction(a, b); }

/// Who can block? A coalition wins in the dual when all the others together do not win in the game. The dual of the dual is
/// the game; Banzhaf and Shapley-Shubik are the same in both. Error COD-P703 for more than 1024 terms.
template <detail::has_simple_form Game>
[[nodiscard]] simple_game dual(Game const& g) {
  auto const& all = detail::simple_form(g);
  std::vector<std::vector<std::int64_t>> weights;
  for (std::size_t d = 0; d < all.dimensions(); ++d) weights.push_back(all.weights(d));
  return detail::game_from(all.players(), weights, detail::formula{all}.dual(detail::totals_of(all)));
}

/// The game that these players play when the others never vote in favour: the thresholds stay, players keep their names
/// and order. It can be a game that nobody wins. `players`: a coalition, a member_set or a list of names.
/// Error COD-P705 for one who does not play, COD-P702 for none.
template <detail::has_simple_form Game, class Who>
[[nodiscard]] simple_game within(Game const& g, Who const& players) {
  auto const& all = detail::simple_form(g);
  auto const who = bloc{"", players}.positions(all.players());
  if (who.empty()) detail::a_game_needs_players();
  detail::partition kept;
  for (std::size_t n = 0; n < who.size(); ++n) {
    if (n > 0 && who[n] == who[n - 1]) detail::this_player_is_in_two_blocs(all.players().name(who[n]));
    kept.names.push_back(all.players().name(who[n]));
    kept.parts.push_back({who[n]});
  }
  return detail::game_from(named_players{kept.names}, detail::weights_of(all, kept), detail::formula{all});
}
/// The same for a list that is written down.
template <detail::has_simple_form Game>
[[nodiscard]] simple_game within(Game const& g, std::initializer_list<std::string> names) {
  return within(g, std::vector<std::string>{names});
}

namespace detail {
[[noreturn]] inline void this_is_no_list_of_minimal_winning_coalitions(std::string const& why) {
  fail(error_code::bad_coalition_list, why, "",
       "list between 1 and 64 coalitions of the players, none of them empty, and none that contains another one");
}
[[nodiscard]] inline std::string names_of(named_players const& players, coalition who) {
  std::string text = "{";
  each_bit(who.bits(), [&](std::size_t i) { text += (text.size() > 1 ? ", " : "") + players.name(i); });
  return text + "}";
}
inline void check_minimal(named_players const& players, std::vector<coalition> const& all) {
  auto const n = players.size();
  if (n > 64) coalitions_are_sets_of_at_most_64_players(n);
  if (all.empty()) this_is_no_list_of_minimal_winning_coalitions("the list of minimal winning coalitions is empty");
  if (all.size() > most_conditions) this_is_no_list_of_minimal_winning_coalitions("the list has " + std::to_string(all.size()) + " coalitions");
  for (std::size_t a = 0; a < all.size(); ++a) {
    auto const which = "coalition " + std::to_string(a) + " of the list ";
    if (all[a].empty()) this_is_no_list_of_minimal_winning_coalitions(which + "is empty");
    if (!coalition::all(n).contains(all[a]))
      this_is_no_list_of_minimal_winning_coalitions(which + "has a player that is not among the " + std::to_string(n));
  }
  for (auto const& a : all)
    for (auto const& b : all)
      if (&a != &b && a.contains(b)) this_is_no_list_of_minimal_winning_coalitions(names_of(players, a) + " contains " + names_of(players, b));
}
[[nodiscard]] inline simple_game game_of_minimal(named_players players, std::vector<coalition> const& all) {
  check_minimal(players, all);
  std::vector<std::vector<std::int64_t>> weights;
  formula rule;
  for (auto const& who : all) {
    rule.add(rule.bit({weights.size(), who.size()}));
    weights.emplace_back();
    for (std::size_t i = 0; i < players.size(); ++i) weights.back().push_back(who.contains(i) ? 1 : 0);
  }
  return game_from(std::move(players), weights, rule);
}
}  // namespace detail

/// The game with exactly these minimal winning coalitions, for n players called "player 0" and so on: a coalition wins when
/// it contains one of them. Any monotone rule can be written so, if the list is not too long.
/// Error COD-P707 for an empty list, more than 64 coalitions, an empty coalition, an unknown player, or a coalition that
/// contains another.
[[nodiscard]] inline simple_game of_minimal_winning(std::size_t n, std::vector<coalition> const& coalitions) {
  return detail::game_of_minimal(named_players{n}, coalitions);
}
/// The same for players with names.
[[nodiscard]] inline simple_game of_minimal_winning(std::vector<std::string> names, std::vector<coalition> const& coalitions) {
  return detail::game_of_minimal(named_players{std::move(names)}, coalitions);
}
/// The same for coalitions that are lists of names.
[[nodiscard]] inline simple_game of_minimal_winning(std::vector<std::string> names, std::vector<std::vector<std::string>> const& coalitions) {
  std::vector<coalition> positions;
  for (auto const& list : coalitions) {
    coalition who;
    for (auto const& name : list) {
      auto const at = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
      if (at == names.size()) detail::this_is_no_list_of_minimal_winning_coalitions("'" + name + "' is not among the players");
      if (at < 64) who.insert(at);
    }
    positions.push_back(who);
  }
  return of_minimal_winning(std::move(names), positions);
}

}  // namespace codecision::power
