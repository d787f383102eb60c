// SPDX-License-Identifier: BSL-1.0
// How likely is each player to be decisive, found along the paths of a decision diagram?
#pragma once

#include <codecision/power/engines/diagram_build.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// For each player the probability of being decisive when every other one joins with probability p. Cost: two passes over
/// the nodes. Every number but one is a sum of positive ones; where a player decides, two probabilities of winning are
/// subtracted, so that errors are some 1e-16 of 1, not of the player's own value. With p = 1/2 all of them are multiples
/// of 2^-n, and exact for up to 53 players.
class decisive_chances {
 public:
  decisive_chances(decision_diagram const& diagram, effort const& most) : diagram_{diagram} {
    auto const nodes = static_cast<double>(diagram.nodes());
    diagram_limit{most}.check({nodes, nodes * (sizeof(diagram_node) + sizeof(double))});
    for (auto const& level : diagram.levels) leading_.emplace_back(level.size());
  }

  [[nodiscard]] std::vector<double> at(double p) {
    find_leading(p);
    std::vector<double> chances(diagram_.order.size()), winning{0, 1}, here;
    for (auto i = diagram_.order.size(); i-- > 0;) {
      auto const& nodes = diagram_.levels[i];
      here.assign(nodes.size(), 0);
      double decisive = 0;
      for (std::size_t v = 1; v < nodes.size(); ++v) {
        auto const without = winning[nodes[v].without], with = winning[nodes[v].with];
        decisive += leading_[i][v] * (with - without);
        here[v] = (1 - p) * without + p * with;
      }
      chances[diagram_.order[i]] = decisive;
      std::swap(here, winning);
    }
    return chances;
  }

 private:
  /// For each node the probability that the players before its level lead to it.
  void find_leading(double p) {
    if (leading_.empty()) return;
    leading_[0].assign(leading_[0].size(), 0);
    leading_[0][diagram_.root] = 1;
    for (std::size_t i = 1; i < leading_.size(); ++i) {
      auto& here = leading_[i];
      here.assign(here.size(), 0);
      for (std::size_t v = 1; v < diagram_.levels[i - 1].size(); ++v) {
        here[diagram_.levels[i - 1][v].without] += (1 - p) * leading_[i - 1][v];
        here[diagram_.levels[i - 1][v].with] += p * leading_[i - 1][v];
      }
    }
  }

  decision_diagram const& diagram_;
  std::vector<std::vector<double>> leading_;  ///< by level, by node
};

}  // namespace codecision::power::detail
