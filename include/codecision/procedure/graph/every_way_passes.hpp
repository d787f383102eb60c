// SPDX-License-Identifier: BSL-1.0
// Which stages must a file pass, whichever way it takes?
#pragma once

#include <codecision/procedure/graph.hpp>

#include <boost/graph/dominator_tree.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace codecision::procedure {

/// Which places lie on every way from one place to another? In the order in which they are passed, both ends included; empty when no
/// way leads there. They are the dominators of the goal (Lengauer and Tarjan 1979, in Boost.Graph). Error COD-S806 for a place that
/// the procedure does not have. Cost: a little more than linear in the steps.
[[nodiscard]] inline std::vector<place> every_way_passes(procedure_graph const& g, place const& goal = stage::adopted, place const& from = {}) {
  constexpr auto nobody = static_cast<std::size_t>(-1);
  auto const start = place_at(g, from);
  std::vector<std::size_t> dominator(boost::num_vertices(g), nobody);
  boost::lengauer_tarjan_dominator_tree(g, start, boost::make_iterator_property_map(dominator.begin(), boost::get(boost::vertex_index, g)));
  std::vector<place> passed;
  auto v = place_at(g, goal);
  while (v != start && dominator[v] != nobody) {
    passed.push_back(g[v]);
    v = dominator[v];
  }
  if (v != start) return {};
  passed.push_back(g[start]);
  std::reverse(passed.begin(), passed.end());
  return passed;
}

}  // namespace codecision::procedure
