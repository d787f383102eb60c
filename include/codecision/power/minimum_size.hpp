// SPDX-License-Identifier: BSL-1.0
// What is a player's share when only the winning coalitions with the fewest members form?
#pragma once

#include <codecision/power/coalition_count.hpp>
#include <codecision/power/engines/advice.hpp>
#include <codecision/power/engines/least_size_table.hpp>
#include <codecision/power/engines/one_condition.hpp>
#include <codecision/power/sharing.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace codecision::power {

/// The index of Felsenthal (2016, Homo Oeconomicus 33): of the minimal winning coalitions only those with the fewest
/// members form, each with the same probability, and its members divide the prize equally. Counted: winning coalitions of
/// the least size (all of them are minimal), and those with each player; value = that number / (size x their number).
/// Properties: the values add up to 1; a null player has 0, a dictator 1; more desirable players never have less.
/// Trap: a player who is not null may have 0, when every coalition of the least size can do without it.
template <class Players>
class minimum_size_index : public detail::shares_of<Players> {
 public:
  /// An index of these players in which nobody has a share.
  explicit minimum_size_index(Players const& players) : detail::shares_of<Players>{players} {}

  /// With how many members can a coalition win?
  [[nodiscard]] std::size_t least_size() const { return size_; }
  /// How many coalitions of that size win? 0 when it is not exact (see is_exact).
  [[nodiscard]] std::uint64_t coalitions() const { return coalitions_; }

  /// Error COD-P706 when no coalition wins, or even the empty one. Cost: n.
  [[nodiscard]] static minimum_size_index from(Players const& players, coalition_counts const& counts) {
    std::size_t size = 0;
    while (size < counts.players && counts.winning[size] == 0) ++size;
    if (size == 0 || counts.winning[size] == 0)
      detail::this_index_is_not_defined_for_this_game("minimum-size index", "no winning coalition of the least size has members", "check the quotas");
    std::vector<std::uint64_t> with;
    for (std::size_t i = 0; i < counts.players; ++i) with.push_back(counts.winning_with[i][size]);
    return from(players, size, counts.winning[size], with);
  }
  /// From the number of coalitions of the least size, and of those with each player.
  [[nodiscard]] static minimum_size_index from(Players const& players, std::size_t size, std::uint64_t coalitions, std::vector<std::uint64_t> const& with) {
    minimum_size_index index{players};
    index.size_ = size;
    index.coalitions_ = coalitions;
    auto const whole = detail::wide{coalitions} * size;
    for (std::size_t i = 0; i < with.size(); ++i)
      index.set(i, detail::reduced_if_it_fits(with[i], whole), static_cast<double>(with[i]) / static_cast<double>(whole));
    return index;
  }
  /// The same from numbers that do not fit into 64 bits.
  [[nodiscard]] static minimum_size_index from(Players const& players, std::size_t size, double coalitions, std::vector<double> const& with) {
    minimum_size_index index{players};
    index.size_ = size;
    for (std::size_t i = 0; i < with.size(); ++i) index.set(i, with[i] / coalitions / static_cast<double>(size));
    return index;
  }

 private:
  std::size_t size_ = 0;
  std::uint64_t coalitions_ = 0;
};

namespace detail {

/// Coalitions are below 2^1024 when no more players than that are in some of them, and not in all.
inline constexpr std::size_t most_movable_of_doubles = 1000;

/// More players than doubles can count: is there another way?
[[noreturn]] inline void these_least_coalitions_are_too_many_for_doubles(weighted_game const& g, least_size_table const& table, effort const& most) {
  auto const cost = [](weighted_game const& other) { return least_size_cost(least_size_table{other}); };
  this_engine_cannot_count_this_game(engine::table, "the coalitions of " + std::to_string(table.movable()) + " players are too many for a double",
                                     is_affordable(least_size_cost(table), most)
                                         ? "ask power::big::minimum_size, in <codecision/power/big/minimum_size.hpp>: its numbers are as long as they need to be"
                                         : ways_out_with_fewer(g, most, most_movable_of_doubles, cost));
}

/// The numbers for each player, by its weight.
template <class Players, class Number>
[[nodiscard]] minimum_size_index<Players> minimum_size_from(Players const& players, weighted_game const& g, least_size_table const& table,
                                                            std::vector<Number> const& found) {
  std::vector<Number> with;
  for (auto const w : g.weights()) with.push_back(table.of_weight(found, w));
  return minimum_size_index<Players>::from(players, table.least_size(), found[0], with);
}

/// The minimum-size index of a weighted game by a table; nothing when it is to be counted like any other game.
template <class Players, class Run>
[[nodiscard]] std::optional<minimum_size_index<Players>> minimum_size_by_table(Players const& players, weighted_game const& g, effort const& most,
                                                                               Run const& run) {
  if (most.by != engine::automatic && most.by != engine::table) return std::nullopt;
  least_size_table const table{g};
  auto const cost = [&run](weighted_game const& other) {
    auto needed = least_size_cost(least_size_table{other});
    needed.bytes *= jobs_at_once(run);
    return needed;
  };
  auto const whole = cost(g);
  if (!is_affordable(whole, most) && most.by == engine::automatic && g.size() <= coalition_counts::most_players &&
      is_affordable(counting_cost(g.simple(), engine::automatic, most), most))
    return std::nullopt;
  check_cost(whole, most, [&] { return ways_out(g, most, cost); });
  constexpr std::size_t bits = 64;
  constexpr std::size_t always_exact = 67;  // 67 over 33 is below 2^64
  if (table.movable() > most_movable_of_doubles) these_least_coalitions_are_too_many_for_doubles(g, table, most);
  if (table.movable() > always_exact)
    if (auto const found = table.with(doubles{}); found[0] > 9e18) return minimum_size_from(players, g, table, found);
  return minimum_size_from(players, g, table, least_size_by_primes<std::uint64_t>(table, bits, run));
}

}  // namespace detail

/// What is each player's share in the winning coalitions of the least size? Weighted games, of any number of players, have
/// a table over the surplus of the heaviest players who win: exact while the coalitions fit into 64 bits, and in doubles
/// beyond. Other games: errors and cost as for `count_coalitions`. Error COD-P703 when it would cost more than the effort
/// allows.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] auto minimum_size(Game const& g, effort const& most = {}, Run const& run = {}) {
  using index = minimum_size_index<typename Game::players_type>;
  if constexpr (detail::has_simple_form<Game>)
    if (auto const weighted = detail::one_weighted_rule(detail::simple_form(g)))
      if (auto const found = detail::minimum_size_by_table(g.players(), *weighted, most, run)) return *found;
  return index::from(g.players(), count_coalitions(g, most, run));
}

}  // namespace codecision::power
