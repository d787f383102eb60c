// SPDX-License-Identifier: BSL-1.0
// How many coalitions are minimal, how many have critical members, and with whom? The front door of their engines.
#pragma once

#include <codecision/power/coalition_count.hpp>
#include <codecision/power/engines/critical_halves.hpp>
#include <codecision/power/engines/critical_search.hpp>
#include <codecision/power/engines/ordered_search.hpp>
#include <codecision/power/sharing.hpp>

#include <optional>

namespace codecision::power {

namespace detail {

[[nodiscard]] inline bool is_affordable(estimate const& cost, effort const& most) {
  return cost.seconds() <= most.most_seconds && cost.bytes <= most.most_bytes;
}
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
/// Is the table over weights asked for, or the choice because the players are too many to meet in the middle?
[[nodiscard]] inline bool is_for_minimal_table(weighted_game const& g, effort const& most) {
  if (most.by != engine::automatic) return most.by == engine::table;
  return g.size() > 64 || !is_affordable(minimal_halves_cost(*thresholds_by_size(g.simple())), most);
}
inline void refuse_all_but_search(engine by) {
  if (by != engine::automatic && by != engine::search)
    this_engine_cannot_count_this_game(by, "minimal and critical coalitions are counted by meeting in the middle or by search",
                                       "leave the choice to the library");
}

}  // namespace detail

/// How many winning coalitions lose without any one of their members: by size, and by size with each player? Exact, of
/// games of up to 64 players. By meeting in the middle where one threshold a size decides (every rule of the Council
/// since 2014; a weighted game), about 2^(n/2) n^2 / 4 steps; otherwise by a search that lists them. Errors: COD-P703 when
/// it would cost more than the effort allows. `run` runs independent jobs; the result does not depend on it.
template <class Run = one_after_the_other>
[[nodiscard]] minimal_counts count_minimal(simple_game const& g, effort const& most = {}, Run const& run = {}) {
  if (auto const t = detail::thresholds_to_count_by(g, most, detail::minimal_halves_cost)) return detail::count_minimal_by_halves(*t, run);
  detail::refuse_all_but_search(most.by);
  detail::ranked_game const ranked{g};
  detail::check_cost(detail::minimal_search_cost(ranked), most, "allow more seconds; up to 30 players can be searched within a minute");
  return detail::count_minimal_by_search(ranked);
}

/// How many winning coalitions have critical members (players without whom they lose): by the number of critical members,
/// and with each player as one of them? Exact, of games of up to 64 players. By meeting in the middle where one threshold
/// a size decides; otherwise by a search through the winning coalitions. Errors and `run` as for `count_minimal`.
template <class Run = one_after_the_other>
[[nodiscard]] critical_counts count_critical(simple_game const& g, effort const& most = {}, Run const& run = {}) {
  if (auto const t = detail::thresholds_to_count_by(g, most, detail::critical_halves_cost)) return detail::count_critical_by_halves(*t, run);
  detail::refuse_all_but_search(most.by);
  detail::ranked_game const ranked{g};
  auto const winning = count_coalitions(g, effort{engine::automatic, most.most_seconds, most.most_bytes}, run).total();
  detail::check_cost(detail::critical_search_cost(ranked, static_cast<double>(winning)), most, "allow more seconds");
  return detail::count_critical_by_search(ranked);
}

/// The same for a rule of the Council and for a weighted game.
template <class Game, class Run = one_after_the_other>
  requires requires(Game const& g) { g.simple(); }
[[nodiscard]] minimal_counts count_minimal(Game const& g, effort const& most = {}, Run const& run = {}) {
  return count_minimal(g.simple(), most, run);
}
template <class Game, class Run = one_after_the_other>
  requires requires(Game const& g) { g.simple(); }
[[nodiscard]] critical_counts count_critical(Game const& g, effort const& most = {}, Run const& run = {}) {
  return count_critical(g.simple(), most, run);
}

}  // namespace codecision::power
