// SPDX-License-Identifier: BSL-1.0
// How is a procedure walked by Boost's graph algorithms: which places are joined by which steps?
#pragma once

#include <codecision/procedure/graph/way.hpp>
#include <codecision/procedure/stage.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/filtered_graph.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace codecision::procedure {

/// A procedure as a directed graph of Boost: a place at each vertex (`g[v].at`), a step at each edge (`g[e].how->event`), the table
/// itself at the graph (`g[boost::graph_bundle]`). Vertices are numbered from 0 in the order of the stages, so 0 is the stage before
/// the proposal; the steps of a place come in the order of the table. Two steps between the same places are two edges, and a step
/// that leaves a file where it is (an altered proposal) is an edge from a vertex to itself.
using procedure_graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, place, leg, procedure_table>;

namespace detail {

[[noreturn]] inline void this_place_does_not_belong_to_the_procedure(place const& p, procedure_table const& table) {
  fail(error_code::wrong_procedure, "'" + in_words(p) + "' is no place of the " + std::string{table.title}, "",
       "ask the graph of the procedure that has this stage: graph(ordinary()), graph(consent()), ...");
}

/// Is this a stage of the procedure: does a step lead to it, or start from it alone? A row that several procedures share may name
/// stages that one of them does not have.
[[nodiscard]] inline bool has_stage(procedure_table const& table, stage s) {
  for (auto const& t : table.steps)
    if (t.to == s || t.from == stage_set{s}) return true;
  return false;
}

/// The places of a stage: one, or one for each stage in which a file can be suspended.
[[nodiscard]] inline std::vector<place> places_of(stage s, procedure_table const& table) {
  std::vector<place> found;
  if (!is_suspended(s)) return has_stage(table, s) ? std::vector{place{s}} : found;
  for (auto const before : all_stages()) {
    auto stopped = false;
    for (auto const& t : table.steps) stopped = stopped || (t.to == s && t.from.contains(before));
    if (stopped && has_stage(table, before)) found.emplace_back(s, before);
  }
  return found;
}

/// Keeps the steps that lead on: not those that leave a file where it is, nor those that bring it back where a brake stopped it.
struct leads_on {
  procedure_graph const* all = nullptr;
  template <class Edge>
  [[nodiscard]] bool operator()(Edge const& e) const {
    auto const& l = (*all)[e];
    return l.how->to.has_value() && !(l.to == l.from);
  }
};

}  // namespace detail

/// Which vertex is this place? Empty when the procedure does not have it. Cost: one pass over the places.
[[nodiscard]] inline std::optional<std::size_t> find_place(procedure_graph const& g, place const& p) {
  for (std::size_t v = 0; v < boost::num_vertices(g); ++v)
    if (g[v] == p) return v;
  return std::nullopt;
}

/// Which vertex is this place? Error COD-S806 when the procedure does not have it. Cost: one pass over the places.
[[nodiscard]] inline std::size_t place_at(procedure_graph const& g, place const& p) {
  auto const found = find_place(g, p);
  if (!found) detail::this_place_does_not_belong_to_the_procedure(p, g[boost::graph_bundle]);
  return *found;
}

/// How do the steps of a procedure join its stages? Every stage of the table is a vertex; a suspended file has one for each stage in
/// which it can have been stopped. The graph knows the place and not the past: that the Council cannot approve a position after
/// Parliament's rejection is known to `ways_to` and to `machine`. Cost: steps times places.
[[nodiscard]] inline procedure_graph graph(procedure_table const& table) {
  procedure_graph g;
  g[boost::graph_bundle] = table;
  for (auto const s : all_stages())
    for (auto const& p : detail::places_of(s, table)) boost::add_vertex(p, g);
  for (auto const& t : table.steps)
    for (std::size_t v = 0; v < boost::num_vertices(g); ++v)
      if (t.from.contains(g[v].at)) {
        auto const to = place_after(g[v], t);
        boost::add_edge(v, place_at(g, to), leg{g[v], &t, to}, g);
      }
  return g;
}

/// The view of one file: only the steps that its legal basis and its initiator open.
[[nodiscard]] inline procedure_graph graph(procedure_table const& table, legislative_file const& file) { return graph(table.for_file(file)); }

/// A view of the graph without circles: topological sorts and longest paths need that.
using onward_graph = boost::filtered_graph<procedure_graph, detail::leads_on>;

/// The same graph without the steps that lead nowhere new: those that leave a file where it is, and those that bring it back where a
/// brake stopped it. It refers to `g`: keep that as long.
[[nodiscard]] inline onward_graph onward(procedure_graph const& g) { return {g, detail::leads_on{&g}}; }
onward_graph onward(procedure_graph&&) = delete;  // it would refer to nothing

}  // namespace codecision::procedure
