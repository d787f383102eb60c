// SPDX-License-Identifier: BSL-1.0
// How many coalitions win, by size and by player? The front door of the engines that count.
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/engines/advice.hpp>
#include <codecision/power/engines/diagram.hpp>
#include <codecision/power/engines/enumeration.hpp>
#include <codecision/power/engines/halves.hpp>
#include <codecision/power/engines/one_condition.hpp>
#include <codecision/power/engines/quadrature.hpp>
#include <codecision/power/engines/table.hpp>
#include <codecision/power/game.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/weighted_game.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

namespace codecision::power {

namespace detail {

/// Why this engine cannot count this game; nothing when it can.
[[nodiscard]] inline std::string counting_refusal(simple_game const& g, engine by) {
  switch (by) {
    case engine::enumeration: return enumeration_refusal(g.size());
    case engine::halves: return halves_refusal(g);
    case engine::table: return table_refusal(g);
    case engine::diagram: return diagram_refusal(g);
    default: return "it does not count coalitions";
  }
}

/// What this engine will cost for a game that it can count.
[[nodiscard]] inline estimate counting_cost_by(simple_game const& g, engine by) {
  switch (by) {
    case engine::enumeration: return enumeration_cost(g.size(), g.dimensions());
    case engine::halves: return halves_cost(g);
    case engine::table: return table_cost(g);
    default: return diagram_cost(g);
  }
}

inline constexpr engine counting_engines[] = {engine::enumeration, engine::halves, engine::table, engine::diagram};

/// What can be asked of more than 64 players? Of one weighted rule what its table gives, if that is not too long.
[[nodiscard]] inline std::string ways_with_many_players(simple_game const& g, effort const& most) {
  auto const rule = one_weighted_rule(g);
  if (!rule) return "merge players into blocs or leave some out, down to 64";
  std::string const counted = "power::big::banzhaf of the weighted_game, in <codecision/power/big.hpp>, and what follows from its swings, in big/counting_indices.hpp";
  if (!is_affordable(swings_cost(*rule), most)) return ways_out(*rule, most, swings_cost) + "; and then ask " + counted;
  auto const by_quadrature = is_affordable(quadrature_cost(rule->quota(), rule->weights()), most);
  return "ask " + counted + (by_quadrature ? "; for Shapley-Shubik leave the choice to engine::automatic" : "");
}
/// What can be done when an engine cannot count this game, or only at too high a cost?
[[nodiscard]] std::string ways_to_count(simple_game const& g, effort const& most);

}  // namespace detail

/// What will counting the coalitions of this game cost, by this engine or by the one that would be chosen: the fastest of
/// those that can do it and stay within the memory? Errors: COD-P703 when the engine cannot do it, or none can.
[[nodiscard]] inline estimate counting_cost(simple_game const& g, engine by = engine::automatic, effort const& most = {}) {
  if (g.size() > coalition_counts::most_players)
    detail::coalitions_are_sets_of_at_most_64_players(g.size(), detail::ways_with_many_players(g, most));
  if (by != engine::automatic) {
    if (auto const why = detail::counting_refusal(g, by); !why.empty())
      detail::this_engine_cannot_count_this_game(by, why, detail::ways_to_count(g, most));
    return detail::counting_cost_by(g, by);
  }
  estimate best{engine::automatic, (std::numeric_limits<double>::max)(), 0};
  for (auto const candidate : detail::counting_engines) {
    if (!detail::counting_refusal(g, candidate).empty()) continue;
    auto const cost = detail::counting_cost_by(g, candidate);
    auto const fits = cost.bytes <= most.most_bytes;
    auto const best_fits = best.by != engine::automatic && best.bytes <= most.most_bytes;
    if (best.by == engine::automatic || (fits && !best_fits) || (fits == best_fits && cost.steps < best.steps)) best = cost;
  }
  return best;
}

namespace detail {
inline std::string ways_to_count(simple_game const& g, effort const& most) {
  auto const best = counting_cost(g, engine::automatic, most);
  if (is_affordable(best, most)) return "leave the choice to engine::automatic";
  auto const rule = one_weighted_rule(g);
  auto const ways = !rule ? try_more_effort(best, most) : ways_out(*rule, most, [&](weighted_game const& other) {
    return counting_cost(other.simple(), engine::automatic, most);
  });
  return ways.empty() || ways == fewer_players ? std::string{fewer_players} + draw_instead : ways;
}
}  // namespace detail

/// How many coalitions win, by size, and how many with each player? Exact.
/// `most`: which engine, and what it may cost. `run`: how independent jobs are run; the result does not depend on it.
/// Errors: COD-P703, before the work starts, when the engine cannot count the game or would cost more than allowed.
/// Cost: see power/engines/; `counting_cost` tells it.
template <class Run = one_after_the_other>
[[nodiscard]] coalition_counts count_coalitions(simple_game const& g, effort const& most = {}, Run const& run = {}) {
  auto const cost = counting_cost(g, most.by, most);
  if (g.size() == coalition_counts::most_players && g.wins(coalition{})) detail::these_coalitions_are_too_many_for_64_bits();
  detail::check_cost(cost, most, [&] { return detail::ways_to_count(g, most); });
  switch (cost.by) {
    case engine::halves: return detail::count_by_halves(g, run);
    case engine::table: return detail::count_by_table(g);
    case engine::diagram: return detail::count_by_diagram(g, most);
    default: return detail::count_by_enumeration(g);
  }
}
/// The same for a weighted game.
template <class Run = one_after_the_other>
[[nodiscard]] coalition_counts count_coalitions(weighted_game const& g, effort const& most = {}, Run const& run = {}) {
  return count_coalitions(g.simple(), most, run);
}
/// In a constant expression every coalition is looked at: good for about twelve members.
template <class Run = one_after_the_other>
[[nodiscard]] constexpr coalition_counts count_coalitions(game const& g, effort const& most = {}, Run const& run = {}) {
  if (std::is_constant_evaluated()) return detail::count_by_enumeration(g);
  return count_coalitions(g.simple(), most, run);
}

constexpr std::uint64_t game::winning_coalitions() const { return count_coalitions(*this).total(); }
inline std::uint64_t weighted_game::winning_coalitions() const { return count_coalitions(*this).total(); }
inline std::uint64_t simple_game::winning_coalitions() const { return count_coalitions(*this).total(); }

}  // namespace codecision::power
