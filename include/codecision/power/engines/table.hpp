// SPDX-License-Identifier: BSL-1.0
// How many coalitions win, and how often does each player swing, counted by a table over weights?
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/engines/advice.hpp>
#include <codecision/power/engines/size_thresholds.hpp>
#include <codecision/power/engines/weight_table.hpp>
#include <codecision/power/weighted_game.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace codecision::power::detail {

// --- Games of up to 64 players with one dimension of weights, and any conditions on the number of members -------------

/// A threshold of weight for each number of members, in the largest unit that measures all weights.
struct scaled_thresholds {
  std::vector<std::size_t> player;  ///< by rank, as the weights are
  scaled_weights weights;
  std::vector<std::int64_t> need;   ///< by size: from 0 (each wins) to total + 1 (none does)

  explicit scaled_thresholds(size_thresholds const& given) : player{given.player}, weights{given.weight} {
    for (auto const need_here : given.need) need.push_back(weights.scaled(need_here));
  }
  /// Is it open whether a coalition of this size wins?
  [[nodiscard]] bool is_open(std::size_t size) const { return need[size] > 0 && need[size] <= weights.total; }
};

/// From which side of the quotas is counted, and how far the table goes.
struct counted_side {
  bool losing = true;  ///< the coalitions that weigh less than the quota; otherwise what winning coalitions leave outside
  std::int64_t top = 0;
};

[[nodiscard]] inline counted_side shorter_side(scaled_thresholds const& form) {
  std::int64_t below = 0, above = 0;
  for (std::size_t s = 0; s < form.need.size(); ++s)
    if (form.is_open(s)) {
      below = (std::max)(below, form.need[s] - 1);
      above = (std::max)(above, form.weights.total - form.need[s]);
    }
  return {below <= above, (std::min)(below, above)};
}

/// Why the table cannot count this game; empty when it can.
[[nodiscard]] inline std::string table_refusal(simple_game const& g) {
  if (g.size() > coalition_counts::most_players) return "the game has more than 64 players";
  return thresholds_by_size(g) ? "" : "the game adds up weights of more than one kind";
}

/// One addition in a table is a quarter of a simple step: several are done at once.
inline constexpr double steps_of_an_addition = 0.25;

[[nodiscard]] inline estimate cost_of(weight_table const& table) {
  return {engine::table, steps_of_an_addition * table.additions(), table.bytes()};
}

/// What will `count_by_table` cost, for a game that it does not refuse?
[[nodiscard]] inline estimate table_cost(simple_game const& g) {
  scaled_thresholds const form{*thresholds_by_size(g)};
  return cost_of({form.weights.weights, shorter_side(form).top, weight_table::rows::by_size});
}

/// The numbers of subsets of n by size. Each fits: the largest is 64 over 32.
[[nodiscard]] inline std::array<std::uint64_t, 65> subsets_by_size(std::size_t n) {
  std::array<std::uint64_t, 65> row{1};
  for (std::size_t k = 1; k <= n; ++k)
    for (auto s = k; s > 0; --s) row[s] += row[s - 1];
  return row;
}

/// Winning coalitions by size, and those with each player, for a game that `table_refusal` does not refuse. Exact. Counts
/// wrap around at 2^64 on the way; the results are smaller. Cost: n^2 times the shorter side of the quota, for the table;
/// the players are then removed from this one table, n^3 steps at most.
[[nodiscard]] inline coalition_counts count_by_table(simple_game const& g) {
  auto const n = g.size();
  scaled_thresholds const form{*thresholds_by_size(g)};
  auto const side = shorter_side(form);
  weight_table table{form.weights.weights, side.top, weight_table::rows::by_size};
  table.fill(one_after_the_other{});
  table.accumulate();
  coalition_counts counts{n};
  auto const all = subsets_by_size(n), all_with = subsets_by_size(n == 0 ? 0 : n - 1);
  for (std::size_t s = 0; s <= n; ++s) {
    if (form.need[s] > form.weights.total) continue;
    auto const losing = side.losing || !form.is_open(s);  // where all win, losing coalitions are none
    auto const size = losing ? s : n - s;
    auto const most = losing ? form.need[s] - 1 : form.weights.total - form.need[s];
    wide_count whole;
    table.add_count(whole, size, most);
    counts.winning[s] = losing ? all[s] - whole.digits()[0] : whole.digits()[0];
    for (std::size_t i = 0; s > 0 && i < n; ++i) {
      wide_count without;
      table.add_count_without(without, form.weights.weights[i], size, most);
      auto const others = without.digits()[0];
      counts.winning_with[form.player[i]][s] = losing ? all_with[s - 1] - (whole.digits()[0] - others) : others;
    }
  }
  return counts;
}

// --- Weighted games of any number of players ----------------------------------------------------------------------------

/// The swings of each player and the winning coalitions, in digits: see `wide_count`.
struct wide_swings {
  std::vector<wide_count> swings;
  wide_count counted;          ///< winning coalitions when `counts_winning`, otherwise losing ones
  bool counts_winning = false;
};

/// A weighted game and its table: from the shorter side, as the dual game has the same swings.
struct weighted_table {
  scaled_weights weights;
  std::int64_t quota;  ///< in the unit of `weights`
  bool is_dual;
  weight_table table;

  weighted_table(weighted_game const& g, weight_table::rows kind)
      : weights{g.weights()}, quota{weights.scaled(g.quota())}, is_dual{quota - 1 > weights.total - quota},
        table{weights.weights, last_losing(), kind} {}
  /// The weight up to which the table counts: just not enough.
  [[nodiscard]] std::int64_t last_losing() const { return is_dual ? weights.total - quota : quota - 1; }
};

/// What will `swings_by_table` cost?
[[nodiscard]] inline estimate swings_cost(weighted_game const& g) {
  weighted_table const t{g, weight_table::rows::one};
  auto cost = cost_of(t.table);
  for (auto const w : t.weights.weights)
    if (w > 0) cost.steps += static_cast<double>(t.last_losing() / w + 1) * static_cast<double>(t.table.digits());
  return cost;
}

/// Swings and winning coalitions, exact for any number of players. Cost: n times the shorter side of the quota times n/48
/// digits for the table, and then quota / weight steps a player.
template <class Run>
[[nodiscard]] wide_swings swings_by_table(weighted_game const& g, Run const& run) {
  weighted_table t{g, weight_table::rows::one};
  t.table.fill(run);
  t.table.accumulate();
  wide_swings found{std::vector<wide_count>(g.size(), wide_count{t.table.digits()}), wide_count{t.table.digits()}, t.is_dual};
  t.table.add_count(found.counted, 0, t.last_losing());
  for (std::size_t i = 0; i < g.size(); ++i)
    if (auto const w = t.weights.weights[i]; w > 0) {
      t.table.add_count_without(found.swings[i], w, 0, t.last_losing());
      t.table.add_count_without(found.swings[i], w, 0, t.last_losing() - w, true);
      found.swings[i].carry();
    }
  return found;
}

/// What can be tried when a table is too long, where no more is known of the game.
inline constexpr char const* coarser_weights =
    "give the weights in a coarser unit: the table has one entry for each weight up to the quota";

/// Swings and winning coalitions of a game of up to 64 players.
struct swing_counts {
  std::vector<std::uint64_t> swings;
  std::uint64_t winning = 0;
};

[[noreturn]] inline void these_swings_need_more_than_64_bits(std::size_t players) {
  fail(error_code::too_costly, "the swings in a game of " + std::to_string(players) + " players do not fit into 64 bits",
       "up to 62 players they always fit",
       "ask count_coalitions(game).swings(player): those of one player fit, and only their sum does not; of a weighted game power::big::banzhaf has both");
}
/// The same of a weighted game, whose table knows them.
[[noreturn]] inline void these_swings_need_more_than_64_bits(weighted_game const& g, effort const& most) {
  std::string const other_function = "power::big::banzhaf, in <codecision/power/big.hpp>";
  fail(error_code::too_costly, "the swings in a game of " + std::to_string(g.size()) + " players do not fit into 64 bits",
       "up to 62 players they always fit",
       is_affordable(swings_cost(g), most) ? "ask " + other_function + ": its numbers are as long as they need to be"
                                           : ways_out(g, most, swings_cost) + "; and then ask " + other_function);
}

/// Should the swings of this game come from the table without sizes? Asked for by name, or when it costs less than counting
/// coalitions by size, which `counting()` estimates. Error COD-P703 for more than 64 players.
template <class Cost>
[[nodiscard]] bool prefers_table(weighted_game const& g, effort const& most, Cost const& counting) {
  if (g.size() > coalition_counts::most_players) these_swings_need_more_than_64_bits(g, most);
  if (most.by != engine::automatic) return most.by == engine::table;
  auto const cost = swings_cost(g);
  return cost.bytes <= most.most_bytes && cost.steps <= counting().steps;
}

/// The same as `swings_by_table` in 64 bits. Error COD-P703 for more than 64 players, or when the effort does not allow it.
template <class Run>
[[nodiscard]] swing_counts count_swings_by_table(weighted_game const& g, effort const& most, Run const& run) {
  if (g.size() > coalition_counts::most_players) these_swings_need_more_than_64_bits(g, most);
  check_cost(swings_cost(g), most, [&] { return ways_out(g, most, swings_cost); });
  auto const counted = swings_by_table(g, run);
  swing_counts counts;
  for (auto const& s : counted.swings) counts.swings.push_back(s.digits()[0]);
  auto const all = g.size() == 64 ? 0 : std::uint64_t{1} << g.size();
  counts.winning = counted.counts_winning ? counted.counted.digits()[0] : all - counted.counted.digits()[0];
  return counts;
}

}  // namespace codecision::power::detail
