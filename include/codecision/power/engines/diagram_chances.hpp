// SPDX-License-Identifier: BSL-1.0
// How likely does a coalition win, and how likely is each player to be decisive, found along the paths of a decision diagram?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/engines/diagram_build.hpp>
#include <codecision/power/engines/joining.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// For each player the probability of winning with it and without it, when every other one joins with its own probability.
/// Cost: two passes over the nodes. Every number is a sum of positive ones, but where a player decides two probabilities of
/// winning are subtracted: errors are some 1e-16 of 1, not of the player's own value. When all toss a coin all of them are
/// multiples of 2^-n, and exact for up to 53 players.
class decisive_chances {
 public:
  decisive_chances(decision_diagram const& diagram, effort const& most) : diagram_{diagram} {
    auto const nodes = static_cast<double>(diagram.nodes());
    diagram_limit{most}.check({nodes, nodes * (sizeof(diagram_node) + sizeof(double))});
    for (auto const& level : diagram.levels) leading_.emplace_back(level.size());
  }

  /// The probability of being decisive, when all join with the same probability.
  [[nodiscard]] std::vector<double> at(double p) {
    std::vector<double> chances;
    for (auto const& found : at(std::vector<joining>(diagram_.order.size(), {p, 1 - p})).players) chances.push_back(found.decisive);
    return chances;
  }
  /// `players`: one a player of the game.
  [[nodiscard]] found_chances at(std::vector<joining> const& players) {
    find_leading(players);
    found_chances found{0, std::vector<player_chances>(diagram_.order.size())};
    std::vector<double> winning{0, 1}, here;
    for (auto i = diagram_.order.size(); i-- > 0;) {
      auto const& nodes = diagram_.levels[i];
      auto const p = players[diagram_.order[i]];
      here.assign(nodes.size(), 0);
      player_chances own;
      for (std::size_t v = 1; v < nodes.size(); ++v) {
        auto const without = winning[nodes[v].without], with = winning[nodes[v].with];
        own.with += leading_[i][v] * with;
        own.without += leading_[i][v] * without;
        own.decisive += leading_[i][v] * (with - without);
        here[v] = p.stays * without + p.joins * with;
      }
      found.players[diagram_.order[i]] = own;
      std::swap(here, winning);
    }
    found.winning = winning[diagram_.root];
    return found;
  }

 private:
  /// For each node the probability that the players before its level lead to it.
  void find_leading(std::vector<joining> const& players) {
    if (leading_.empty()) return;
    leading_[0].assign(leading_[0].size(), 0);
    leading_[0][diagram_.root] = 1;
    for (std::size_t i = 1; i < leading_.size(); ++i) {
      auto const p = players[diagram_.order[i - 1]];
      auto& here = leading_[i];
      here.assign(here.size(), 0);
      for (std::size_t v = 1; v < diagram_.levels[i - 1].size(); ++v) {
        here[diagram_.levels[i - 1][v].without] += p.stays * leading_[i - 1][v];
        here[diagram_.levels[i - 1][v].with] += p.joins * leading_[i - 1][v];
      }
    }
  }

  decision_diagram const& diagram_;
  std::vector<std::vector<double>> leading_;  ///< by level, by node
};

}  // namespace codecision::power::detail
