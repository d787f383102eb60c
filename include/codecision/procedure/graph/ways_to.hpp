// SPDX-License-Identifier: BSL-1.0
// By which ways can a file come to a stage, such as its adoption?
#pragma once

#include <codecision/procedure/graph.hpp>
#include <codecision/procedure/stage.hpp>

#include <cstddef>
#include <vector>

namespace codecision::procedure {

namespace detail {

/// Walks a graph depth first and keeps every way to a goal on which no place comes twice.
class way_finder {
 public:
  way_finder(procedure_graph const& g, stage goal) : g_{g}, goal_{goal}, passed_(boost::num_vertices(g), false) {}

  [[nodiscard]] std::vector<way> from(std::size_t start) {
    walk(start);
    return found_;
  }

 private:
  void walk(std::size_t v) {
    if (g_[v].at == goal_) {
      found_.push_back(here_);
      return;
    }
    passed_[v] = true;
    for (auto [e, end] = boost::out_edges(v, g_); e != end; ++e) {
      auto const to = boost::target(*e, g_);
      if (passed_[to] || is_closed_after(here_, *g_[*e].how)) continue;
      here_.legs.push_back(g_[*e]);
      walk(to);
      here_.legs.pop_back();
    }
    passed_[v] = false;
  }

  procedure_graph const& g_;
  stage goal_;
  std::vector<bool> passed_;
  way here_{};
  std::vector<way> found_{};
};

}  // namespace detail

/// By which ways can a file come from a place to a stage? All on which no place comes twice: an altered proposal, and a brake after
/// which the European Council refers the draft back, make no other way. Different steps between the same places make different ways.
/// In the order of the table. Empty when there is none; one way without steps when the file is there. After Parliament's rejection
/// there is none by approval of its position [interpretation]. Error COD-S806 for a place that the procedure does not have.
/// Cost: grows with the number of ways, of which the procedures of the Treaties have a few dozen.
[[nodiscard]] inline std::vector<way> ways_to(procedure_graph const& g, stage goal, place const& from = {}) {
  return detail::way_finder{g, goal}.from(place_at(g, from));
}

/// By which ways can a file be adopted? As `ways_to`.
[[nodiscard]] inline std::vector<way> ways_to_adoption(procedure_graph const& g, place const& from = {}) { return ways_to(g, stage::adopted, from); }

}  // namespace codecision::procedure
