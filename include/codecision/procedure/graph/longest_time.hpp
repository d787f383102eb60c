// SPDX-License-Identifier: BSL-1.0
// How long can it take at most until a file is adopted, and does the law bound it at all?
#pragma once

#include <codecision/procedure/graph/timetable.hpp>
#include <codecision/procedure/graph/ways_to.hpp>
#include <codecision/procedure/stage.hpp>

#include <optional>
#include <utility>

namespace codecision::procedure {

/// By which way, and in how many days at most, does a file that is at a place on this day come to a stage? First readings have no
/// time limit: then the answer is not `bounded()`, `without_limit()` names the stages, and `days()` is the part that has limits,
/// reckoned as if the others took no time. What is taken for granted stands at `timetable`; a brake that is referred back is not
/// counted: each adds up to four months, and nothing forbids another. The first in the order of the table where several are as long.
/// Empty when no way leads there. Errors and cost as for `ways_to` and `timetable`.
[[nodiscard]] inline std::optional<timed_way> longest_time_to(procedure_graph const& g, stage goal, date day, place const& from = {},
                                                              reckoning const& how = {}) {
  auto const is_longer = [](timed_way const& a, timed_way const& b) { return a.bounded() != b.bounded() ? b.bounded() : a.days() > b.days(); };
  std::optional<timed_way> best;
  for (auto const& w : ways_to(g, goal, from))
    if (auto timed = timetable(g[boost::graph_bundle], w, day, pace::slowest, how); !best || is_longer(timed, *best)) best = std::move(timed);
  return best;
}

/// By which way, and in how many days at most, is a file adopted, if it is? As `longest_time_to`.
[[nodiscard]] inline std::optional<timed_way> longest_time_to_adoption(procedure_graph const& g, date day, place const& from = {},
                                                                       reckoning const& how = {}) {
  return longest_time_to(g, stage::adopted, day, from, how);
}

}  // namespace codecision::procedure
