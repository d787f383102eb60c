// SPDX-License-Identifier: BSL-1.0
// What is a player's share when the critical members of each winning coalition divide its power equally?
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/engines/advice.hpp>
#include <codecision/power/engines/critical_sharing.hpp>
#include <codecision/power/engines/one_condition.hpp>
#include <codecision/power/minimal_count.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace codecision::power {

/// The index of Johnston (1978, Environment and Planning A 10): a swing counts for less where others are critical too. Of
/// every winning coalition with critical members (a vulnerable one), each critical member gets 1 / their number; value =
/// what the player gets / the number of vulnerable coalitions. Counted: winning coalitions by the number of critical
/// members, and those with each player as one of them.
/// Properties: the values add up to 1; a null player has 0; more desirable players never have less. With a dictator it is
/// defined: every vulnerable coalition has the dictator as its only critical member, who has 1.
/// Trap: a member who is not critical gets nothing, and coalitions without critical members do not count at all.
template <class Players>
class johnston_index : public detail::shares_of<Players> {
 public:
  /// An index of these players in which nobody has a share.
  explicit johnston_index(Players const& players) : detail::shares_of<Players>{players} {}

  /// How many winning coalitions have critical members? 0 when it is not exact (see is_exact).
  [[nodiscard]] std::uint64_t vulnerable_coalitions() const { return vulnerable_; }

  /// Error COD-P706 when nobody is ever critical. Cost: n^2.
  [[nodiscard]] static johnston_index from(Players const& players, critical_counts const& counts) {
    johnston_index index{players};
    index.vulnerable_ = counts.total();
    if (index.vulnerable_ == 0) detail::this_index_is_not_defined_for_this_game("Johnston index", "nobody is ever critical", "check the quotas");
    auto const multiple = detail::common_multiple(counts);
    for (std::size_t i = 0; i < counts.players; ++i) index.set(i, detail::exact_share(counts, i, multiple), detail::share(counts, i));
    return index;
  }
  /// From values found by another way.
  [[nodiscard]] static johnston_index from(Players const& players, std::vector<double> const& values) {
    johnston_index index{players};
    for (std::size_t i = 0; i < values.size(); ++i) index.set(i, values[i]);
    return index;
  }

 private:
  std::uint64_t vulnerable_ = 0;
};

namespace detail {

/// The ways to Johnston's index of a weighted game: counting by halves or by a search, which other games have as well; a
/// table that counts exactly; a table that gives shares in doubles.
enum class way_to_johnston { of_any_game, exact_table, table_of_doubles };

/// A table for each job at a time.
template <class Run>
[[nodiscard]] estimate at_once(estimate cost, Run const& run) {
  cost.bytes *= jobs_at_once(run);
  return cost;
}

/// More players than doubles can count: is there another way?
[[noreturn]] inline void these_critical_members_are_too_many_for_doubles(weighted_game const& g, critical_table const& table, effort const& most) {
  auto const shares = [](weighted_game const& other) { return critical_shares_cost(critical_table{other}); };
  this_engine_cannot_count_this_game(engine::table, "the coalitions of " + std::to_string(g.size()) + " players are too many for a double",
                                     is_affordable(critical_by_primes_cost(table), most)
                                         ? "ask power::big::johnston, in <codecision/power/big/johnston.hpp>: its numbers are as long as they need to be"
                                         : ways_out_with_fewer(g, most, critical_table::most_players_of_doubles, shares));
}

/// The cheapest exact way, or else doubles. Error COD-P703 when the effort allows none.
template <class Run>
[[nodiscard]] way_to_johnston way_for(weighted_game const& g, critical_table const& table, effort const& most, Run const& run) {
  if (most.by != engine::automatic && most.by != engine::table) return way_to_johnston::of_any_game;
  auto const free = most.by == engine::automatic;
  auto const is_small = g.size() <= coalition_counts::most_players;
  auto const simple = g.simple();
  if (is_small) {
    auto const exact = at_once(critical_by_primes_cost(table), run), halves = critical_halves_cost(*thresholds_by_size(simple));
    auto const by_halves = free && is_affordable(halves, most);
    if (is_affordable(exact, most) && !(by_halves && halves.steps < exact.steps)) return way_to_johnston::exact_table;
    if (by_halves) return way_to_johnston::of_any_game;
  }
  if (g.size() > critical_table::most_players_of_doubles) these_critical_members_are_too_many_for_doubles(g, table, most);
  auto const cost = [&run](weighted_game const& other) { return at_once(critical_shares_cost(critical_table{other}), run); };
  auto const doubles = cost(g);
  if (!is_affordable(doubles, most) && free && is_small && is_affordable(counting_cost(simple, engine::automatic, most), most))
    return way_to_johnston::of_any_game;  // a search, if few coalitions win
  check_cost(doubles, most, [&] { return ways_out(g, most, cost); });
  return way_to_johnston::table_of_doubles;
}

/// Johnston's index of a weighted game by a table; nothing when it is to be counted like any other game.
template <class Players, class Run>
[[nodiscard]] std::optional<johnston_index<Players>> johnston_by_table(Players const& players, weighted_game const& g, effort const& most, Run const& run) {
  critical_table const table{g};
  switch (way_for(g, table, most, run)) {
    case way_to_johnston::exact_table: return johnston_index<Players>::from(players, count_critical_by_table(table, run));
    case way_to_johnston::table_of_doubles: return johnston_index<Players>::from(players, critical_shares(table, run));
    default: return std::nullopt;
  }
}

}  // namespace detail

/// What is each player's share as a critical member? Weighted games, of any number of players up to 1000, have a table over
/// weights: exact up to 64 players where that is affordable, otherwise in doubles with a relative error of about 1e-13.
/// Other games: errors and cost as for `count_critical`. Error COD-P703 when it would cost more than the effort allows.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] auto johnston(Game const& g, effort const& most = {}, Run const& run = {}) {
  using index = johnston_index<typename Game::players_type>;
  if constexpr (detail::has_simple_form<Game> && !std::is_same_v<Game, joint_game>)
    if (auto const weighted = detail::one_weighted_rule(detail::simple_form(g)))
      if (auto const found = detail::johnston_by_table(g.players(), *weighted, most, run)) return *found;
  return index::from(g.players(), count_critical(g, most, run));
}

}  // namespace codecision::power
