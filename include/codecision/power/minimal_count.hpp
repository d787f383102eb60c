// SPDX-License-Identifier: BSL-1.0
// How many coalitions are minimal, how many have critical members, and with whom? The front door of their engines.
#pragma once

#include <codecision/power/coalition_count.hpp>
#include <codecision/power/engines/critical_halves.hpp>
#include <codecision/power/engines/critical_search.hpp>
#include <codecision/power/engines/minimal_diagram.hpp>
#include <codecision/power/engines/minimal_table.hpp>
#include <codecision/power/engines/one_condition.hpp>
#include <codecision/power/engines/ordered_search.hpp>
#include <codecision/power/joint_game.hpp>
#include <codecision/power/predicate_game.hpp>
#include <codecision/power/sharing.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace codecision::power {

namespace detail {

/// Takes the thresholds of a game where meeting in the middle is asked for or is the choice, by this estimate of its cost.
template <class Cost>
[[nodiscard]] std::optional<size_thresholds> thresholds_to_count_by(simple_game const& g, effort const& most, Cost cost) {
  if (most.by != engine::automatic && most.by != engine::halves) return std::nullopt;
  auto found = thresholds_by_size(g);
  if (most.by == engine::halves) {
    if (!found)
      this_engine_cannot_count_this_game(engine::halves, "the game has two or more weights besides the number of members", "ask for the search");
    check_cost(cost(*found), most, "allow more seconds and bytes");
  } else if (found && !is_affordable(cost(*found), most)) {
    found.reset();
  }
  return found;
}
/// Is the table over weights asked for, or the choice: because the players are too many to meet in the middle, and the table
/// is not too long?
[[nodiscard]] inline bool is_for_minimal_table(weighted_game const& g, effort const& most) {
  if (most.by != engine::automatic) return most.by == engine::table;
  if (g.size() > 64) return true;
  return !is_affordable(minimal_halves_cost(*thresholds_by_size(g.simple())), most) && is_affordable(minimal_table{g}.cost(1), most);
}
inline void refuse_all_but_search(engine by) {
  if (by != engine::automatic && by != engine::search)
    this_engine_cannot_count_this_game(by, "minimal coalitions are counted by meeting in the middle, a search or a decision diagram, and critical members by the first two",
                                       "leave the choice to the library");
}

/// What a search through the minimal coalitions costs: by a bound for their number, and where that is too much, by the
/// number itself, if a small decision diagram tells it.
[[nodiscard]] inline estimate known_search_cost(simple_game const& g, side which, effort const& most) {
  ranked_game const ranked{g, which};
  auto const cost = minimal_search_cost(ranked);
  if (is_affordable(cost, most)) return cost;
  auto const counts = try_minimal_by_diagram(g, which, most);
  return counts ? minimal_search_cost(ranked, static_cast<double>(counts->total())) : cost;
}
/// Minimal coalitions of one side by a decision diagram or by a search: what is asked for, or the search where it takes
/// less than a second, and otherwise the diagram if it turns out to be small.
[[nodiscard]] inline minimal_counts count_minimal_of(simple_game const& g, side which, effort const& most) {
  ranked_game const ranked{g, which};
  if (most.by == engine::diagram) return count_minimal_by_diagram(g, which, most);
  refuse_all_but_search(most.by);
  auto const bound = minimal_search_cost(ranked);
  if (most.by == engine::automatic && (bound.seconds() > 1 || !is_affordable(bound, most)))
    if (auto const counts = try_minimal_by_diagram(g, which, most)) return *counts;
  check_cost(most.by == engine::search ? known_search_cost(g, which, most) : bound, most,
             "allow more seconds; up to 30 players can be searched within a minute");
  return count_minimal_by_search(ranked);
}
/// How many minimal coalitions of one side has a game with one weighted rule, if a table over weights can count them? The
/// one who blocks lacks the quota when he stays out.
[[nodiscard]] inline std::optional<std::uint64_t> minimal_by_table(simple_game const& g, side which, effort const& most) {
  auto const rule = one_weighted_rule(g);
  if (!rule || (most.by != engine::automatic && most.by != engine::table)) return std::nullopt;
  minimal_table const table{which == side::winning ? *rule : weighted_game{allow_improper, rule->total() - rule->quota() + 1, rule->weights()}};
  if (most.by == engine::automatic && !is_affordable(table.cost(1), most)) return std::nullopt;
  check_cost(table.cost(1), most, coarser_weights);
  return table.minimal(std::uint64_t{1});
}

}  // namespace detail

/// How many winning coalitions lose without any one of their members: by size, and by size with each player? Exact, of
/// games of up to 64 players. By meeting in the middle where one threshold a size decides (every rule of the Council
/// since 2014; a weighted game), about 2^(n/2) n^2 / 4 steps for up to 48 players; otherwise by a search that lists them, if
/// that is a matter of a second, or by a decision diagram, if it is small. Errors: COD-P703 when
/// it would cost more than the effort allows. `run` runs independent jobs; the result does not depend on it.
template <class Run = one_after_the_other>
[[nodiscard]] minimal_counts count_minimal(simple_game const& g, effort const& most = {}, Run const& run = {}) {
  if (auto const t = detail::thresholds_to_count_by(g, most, detail::minimal_halves_cost)) return detail::count_minimal_by_halves(*t, run);
  return detail::count_minimal_of(g, detail::side::winning, most);
}

/// How many winning coalitions have critical members (players without whom they lose): by the number of critical members,
/// and with each player as one of them? Exact, of games of up to 64 players. By meeting in the middle where one threshold
/// a size decides; otherwise by a search through the winning coalitions. Errors and `run` as for `count_minimal`.
template <class Run = one_after_the_other>
[[nodiscard]] critical_counts count_critical(simple_game const& g, effort const& most = {}, Run const& run = {}) {
  if (auto const t = detail::thresholds_to_count_by(g, most, detail::critical_halves_cost)) return detail::count_critical_by_halves(*t, run);
  detail::refuse_all_but_search(most.by);
  detail::ranked_game const ranked{g};
  auto const winning = count_coalitions(g, most.by_any_engine(), run).total();
  detail::check_cost(detail::critical_search_cost(ranked, static_cast<double>(winning)), most, "allow more seconds");
  return detail::count_critical_by_search(ranked);
}

/// The same for a rule of the Council and for a weighted game.
template <class Game, class Run = one_after_the_other>
  requires requires(Game const& g) { g.simple(); }
[[nodiscard]] minimal_counts count_minimal(Game const& g, effort const& most = {}, Run const& run = {}) {
  return count_minimal(g.simple(), most, run);
}
/// The same for a rule of the Council and for a weighted game.
template <class Game, class Run = one_after_the_other>
  requires requires(Game const& g) { g.simple(); }
[[nodiscard]] critical_counts count_critical(Game const& g, effort const& most = {}, Run const& run = {}) {
  return count_critical(g.simple(), most, run);
}

namespace detail {
/// The coalitions of two chambers put together: those who share in one and in the other share in the whole.
[[nodiscard]] inline sharing_counts put_together(sharing_counts const& a, sharing_counts const& b) {
  sharing_counts both{a.players + b.players};
  add_products(both.coalitions, a.coalitions, b.coalitions);
  for (std::size_t i = 0; i < a.players; ++i) add_products(both.with[i], a.with[i], b.coalitions);
  for (std::size_t i = 0; i < b.players; ++i) add_products(both.with[a.players + i], b.with[i], a.coalitions);
  return both;
}
/// The counts of all chambers put together; `count` is asked for each.
template <class Count>
[[nodiscard]] sharing_counts count_by_chamber(joint_game const& g, Count count) {
  if (g.size() > coalition_counts::most_players) coalitions_are_sets_of_at_most_64_players(g.size());
  sharing_counts all{0};
  all.coalitions[0] = 1;
  for (auto const& c : g.chambers()) all = put_together(all, count(c.rule()));
  return all;
}
}  // namespace detail

/// The same for several chambers that must all agree: a coalition is minimal when its part in each chamber is. Each chamber
/// is counted alone.
template <class Run = one_after_the_other>
[[nodiscard]] minimal_counts count_minimal(joint_game const& g, effort const& most = {}, Run const& run = {}) {
  return detail::count_by_chamber(g, [&](simple_game const& chamber) { return count_minimal(chamber, most, run); });
}
/// The same for several chambers: a member is critical when it is critical in its chamber. Each chamber is counted alone,
/// with those of its coalitions that win without any critical member.
template <class Run = one_after_the_other>
[[nodiscard]] critical_counts count_critical(joint_game const& g, effort const& most = {}, Run const& run = {}) {
  auto all = detail::count_by_chamber(g, [&](simple_game const& chamber) {
    auto counts = count_critical(chamber, most, run);
    counts.coalitions[0] = count_coalitions(chamber, most.by_any_engine(), run).total() - counts.total();
    return counts;
  });
  all.coalitions[0] = 0;  // nobody shares there
  return all;
}

namespace detail {
/// Looks at every coalition: calls f(coalition, its critical members) for those that win.
template <class F>
void each_winning(predicate_game const& g, effort const& most, F f) {
  check_cost(enumeration_cost(g.size(), g.size()), most, "allow more seconds");
  for (std::uint64_t bits = 0; bits >> g.size() == 0; ++bits) {
    if (!g.wins(coalition::from_bits(bits))) continue;
    std::uint64_t critical = 0;
    each_bit(bits, [&](std::size_t i) {
      auto const bit = std::uint64_t{1} << i;
      if (!g.wins(coalition::from_bits(bits & ~bit))) critical |= bit;
    });
    f(bits, critical);
  }
}
inline void add_sharing(sharing_counts& counts, std::uint64_t those_who_share) {
  auto const k = static_cast<std::size_t>(codecision::detail::ones(those_who_share));
  ++counts.coalitions[k];
  each_bit(those_who_share, [&](std::size_t i) { ++counts.with[i][k]; });
}
}  // namespace detail

/// The same for a rule given as a function: every coalition is looked at, up to 28 players.
template <class Run = one_after_the_other>
[[nodiscard]] minimal_counts count_minimal(predicate_game const& g, effort const& most = {}, Run const& = {}) {
  minimal_counts counts{g.size()};
  detail::each_winning(g, most, [&](std::uint64_t all, std::uint64_t critical) { if (all == critical) detail::add_sharing(counts, all); });
  return counts;
}
/// The same for a rule given as a function, up to 28 players.
template <class Run = one_after_the_other>
[[nodiscard]] critical_counts count_critical(predicate_game const& g, effort const& most = {}, Run const& = {}) {
  critical_counts counts{g.size()};
  detail::each_winning(g, most, [&](std::uint64_t, std::uint64_t critical) { if (critical != 0) detail::add_sharing(counts, critical); });
  return counts;
}

}  // namespace codecision::power
