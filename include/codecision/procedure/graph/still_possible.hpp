// SPDX-License-Identifier: BSL-1.0
// What can still happen to a file from here: which stages can it reach, and how can it end?
#pragma once

#include <codecision/procedure/graph.hpp>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/visitors.hpp>

#include <cstddef>
#include <vector>

namespace codecision::procedure {

/// What can still happen to a file at this place? The steps that may follow at once, the places that it can still reach, and those
/// where it can end. Error COD-S806 for a place that the procedure does not have. Cost: linear in the steps.
[[nodiscard]] inline outlook still_possible(procedure_graph const& g, place const& here) {
  auto const start = place_at(g, here);
  std::vector<std::size_t> far(boost::num_vertices(g), 0);
  boost::breadth_first_search(g, start, boost::visitor(boost::make_bfs_visitor(boost::record_distances(far.data(), boost::on_tree_edge{}))));
  outlook ahead{here};
  for (auto [e, end] = boost::out_edges(start, g); e != end; ++e) ahead.next.push_back(g[*e]);
  for (std::size_t v = 0; v < far.size(); ++v) {
    if (far[v] == 0) continue;
    ahead.reachable.push_back(g[v]);
    if (boost::out_degree(v, g) == 0) ahead.ends.push_back(g[v]);
  }
  return ahead;
}

}  // namespace codecision::procedure
