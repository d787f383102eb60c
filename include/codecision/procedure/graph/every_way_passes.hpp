// SPDX-License-Identifier: BSL-1.0
// Which stages must a file pass, whichever way it takes?
#pragma once

#include <codecision/procedure/graph.hpp>
#include <codecision/procedure/graph/still_possible.hpp>
#include <codecision/procedure/stage.hpp>

#include <boost/graph/dominator_tree.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace codecision::procedure {

namespace detail {

/// The part of a graph that can be reached from a place, which comes first. Boost's algorithm for dominators goes wrong where edges
/// come in from vertices that cannot be reached (boostorg/graph, pull request 97).
[[nodiscard]] inline procedure_graph ahead_of(procedure_graph const& g, place const& from) {
  procedure_graph part;
  boost::add_vertex(from, part);
  for (auto const& p : still_possible(g, from).reachable) boost::add_vertex(p, part);
  for (auto [e, end] = boost::edges(g); e != end; ++e) {
    auto const v = find_place(part, g[*e].from);
    if (v) boost::add_edge(*v, place_at(part, g[*e].to), g[*e], part);
  }
  return part;
}

}  // namespace detail

/// Which places lie on every way from one place to another? In the order in which they are passed, both ends included; empty when no
/// way leads there. They are the dominators of the goal (Lengauer and Tarjan 1979, in Boost.Graph). Error COD-S806 for a place that
/// the procedure does not have. Cost: steps times places, for finding what lies ahead.
[[nodiscard]] inline std::vector<place> every_way_passes(procedure_graph const& g, place const& goal = stage::adopted, place const& from = {}) {
  constexpr auto nobody = static_cast<std::size_t>(-1);
  (void)place_at(g, goal);
  auto const ahead = detail::ahead_of(g, from);
  auto const end = find_place(ahead, goal);
  if (!end) return {};
  std::vector<std::size_t> dominator(boost::num_vertices(ahead), nobody);
  boost::lengauer_tarjan_dominator_tree(ahead, std::size_t{0}, boost::make_iterator_property_map(dominator.begin(), boost::get(boost::vertex_index, ahead)));
  std::vector<place> passed;
  for (auto v = *end; v != nobody; v = dominator[v]) passed.push_back(ahead[v]);
  std::reverse(passed.begin(), passed.end());
  return passed;
}

}  // namespace codecision::procedure
