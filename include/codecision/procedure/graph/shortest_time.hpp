// SPDX-License-Identifier: BSL-1.0
// In how few days can a file come to its adoption, or to another stage?
#pragma once

#include <codecision/procedure/graph/timetable.hpp>
#include <codecision/procedure/graph/ways_to.hpp>
#include <codecision/procedure/stage.hpp>

#include <optional>
#include <utility>

namespace codecision::procedure {

/// By which way, and in how few days, can a file that is at a place on this day come to a stage? A lower bound: what is taken for
/// granted stands at `timetable`, with the eight weeks and ten days of Protocol 1 Art. 4 before the Council decides. The first in
/// the order of the table where several are as short. Empty when no way leads there. Errors and cost as for `ways_to` and `timetable`.
[[nodiscard]] inline std::optional<timed_way> shortest_time_to(procedure_graph const& g, stage goal, date day, place const& from = {},
                                                               reckoning const& how = {}) {
  std::optional<timed_way> best;
  for (auto const& w : ways_to(g, goal, from))
    if (auto timed = timetable(g[boost::graph_bundle], w, day, pace::quickest, how); !best || timed.days() < best->days())
      best = std::move(timed);
  return best;
}

/// By which way, and in how few days, can a file be adopted? As `shortest_time_to`.
[[nodiscard]] inline std::optional<timed_way> shortest_time_to_adoption(procedure_graph const& g, date day, place const& from = {},
                                                                        reckoning const& how = {}) {
  return shortest_time_to(g, stage::adopted, day, from, how);
}

}  // namespace codecision::procedure
