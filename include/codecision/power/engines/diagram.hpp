// SPDX-License-Identifier: BSL-1.0
// How many coalitions of a game of several criteria win, counted by a decision diagram?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/engines/diagram_build.hpp>
#include <codecision/power/engines/diagram_chances.hpp>
#include <codecision/power/engines/diagram_count.hpp>
#include <codecision/power/engines/quadrature.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

// After S. Bolus, "Power indices of simple games and vector-weighted majority games by means of binary decision diagrams"
// (2011): the cost follows the number of states in which a game can be when some players have decided. It is small where
// weights are small, or go together: populations, votes and contributions do. So this is the engine for several criteria
// with more than 40 members, and for three kinds of weights besides the number of members. Meeting in the middle is faster
// where it can be used; several criteria of large weights that have nothing to do with each other are hard for both.

namespace codecision::power::detail {

/// Why a decision diagram cannot count this game; empty when it can, if its nodes are not too many.
[[nodiscard]] inline std::string diagram_refusal(simple_game const& g) {
  return g.size() > coalition_counts::most_players ? "the game has more than 64 players" : "";
}

/// An upper bound, in advance, for the states of one dimension at each level: no more than there are sets of players
/// before, or sums of theirs; no more than there are sums of those to come, at each of which a quota can lie.
[[nodiscard]] inline std::vector<double> most_states(simple_game const& g, std::size_t dimension, std::vector<std::size_t> const& order) {
  auto const quotas = std::count_if(g.conditions().begin(), g.conditions().end(), [&](auto c) { return c.dimension == dimension; });
  std::int64_t unit = 0, before = 0;
  for (auto const w : g.weights(dimension)) unit = std::gcd(unit, w);
  std::vector<double> most;
  for (std::size_t i = 0; i <= order.size(); ++i) {
    auto const sums = [&](std::size_t players, std::int64_t weight) {
      return (std::min)(std::exp2(static_cast<double>(players)), static_cast<double>(unit == 0 ? 0 : weight / unit) + 1);
    };
    auto const above = sums(i, before), below = static_cast<double>(quotas) * sums(order.size() - i, g.total(dimension) - before) + 1;
    most.push_back((std::min)(above, below));
    if (i < order.size()) before += g.weight(dimension, order[i]);
  }
  return most;
}

/// What can counting by a diagram cost at most? Often ten times what it does cost, and a hundred times where several
/// criteria go together: the nodes themselves are known only when they are built. So it is good for comparing engines,
/// not for refusing: counting stops by itself when the nodes become too many. Cost: players times dimensions.
[[nodiscard]] inline estimate diagram_cost(simple_game const& g) {
  auto const order = diagram_builder::heaviest_first(g);
  std::vector<double> nodes;
  for (std::size_t i = 0; i < order.size(); ++i) nodes.push_back(1);
  for (std::size_t d = 0; d < g.dimensions(); ++d) {
    auto const most = most_states(g, d, order);
    for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i] *= most[i];
  }
  estimate cost{engine::diagram, 0, sizeof(coalition_counts)};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    auto const here = (std::min)(nodes[i], std::exp2(static_cast<double>(i)));
    cost.steps += here * diagram_limit::steps_a_node;
    cost.bytes += here * static_cast<double>(sizeof(diagram_node) + sizeof(counts_by_size::range) + (i + 1) * sizeof(std::uint64_t));
    cost.bytes += here * static_cast<double>(g.dimensions()) * sum_states::bytes_a_state;
  }
  return cost;
}

/// Winning coalitions by size, and those with each player, for a game that `diagram_refusal` does not refuse. Exact: what
/// wraps around at 2^64 on the way does not matter, because the results are smaller. Error COD-P703 when the diagram
/// grows beyond the effort. Cost: 100 to 400 steps a node.
[[nodiscard]] inline coalition_counts count_by_diagram(simple_game const& g, effort const& most = {}) {
  auto const diagram = diagram_builder{g, most}.build();
  return diagram_counter{g, diagram, most}.count();
}

/// Above 64 players: is this engine the diagram, the one that is good for one weighted rule, or the choice of the two?
[[nodiscard]] constexpr bool counts_many_players(engine by, engine for_one_rule) {
  return by == engine::automatic || by == engine::diagram || by == for_one_rule;
}

/// What is known in advance of the cost of probabilities along a diagram: the estimate less a hundred, as it often lies so
/// far above. What is dearer than that is refused before the diagram is begun; otherwise the diagram stops by itself.
/// `or_else`: what else can be done, for the advice.
inline void check_probabilities_by_diagram(simple_game const& g, effort const& most, std::string const& or_else = {}) {
  auto hopeful = diagram_cost(g);
  hopeful.steps /= 100;
  hopeful.bytes /= 100;
  check_cost(hopeful, most, [&] {
    return (is_out_of_reach(hopeful) ? "more seconds will not help: merge players into blocs, or leave some out"
                                     : "allow more seconds and bytes, or give weights that differ less") + or_else;
  });
}

/// The probability of being decisive when all others toss a coin, for each player of a game of any number of players.
/// Errors and cost: as for `count_by_diagram`; the values err by some 1e-16, or not at all up to 53 players.
[[nodiscard]] inline std::vector<double> diagram_banzhaf_absolute(simple_game const& g, effort const& most = {}) {
  check_probabilities_by_diagram(g, most);
  auto const diagram = diagram_builder{g, most}.build();
  return decisive_chances{diagram, most}.at(0.5);
}

/// The probability of being pivotal in a random order, for each player of a game of any number of players: the chance of
/// being decisive, integrated over p (Owen 1972). It is a polynomial of degree n - 1, so that ceil(n/2) nodes of
/// Gauss-Legendre are exact but for rounding. Cost: two passes over the diagram for each of them, some 10 steps a node.
[[nodiscard]] inline std::vector<double> diagram_shapley(simple_game const& g, effort const& most = {}) {
  check_probabilities_by_diagram(g, most);
  auto const diagram = diagram_builder{g, most}.build();
  auto const steps_a_node = diagram_limit::steps_a_node + 10 * static_cast<double>(g.size());
  check_cost({engine::diagram, static_cast<double>(diagram.nodes()) * steps_a_node, 0}, most, "allow more seconds");
  decisive_chances chances{diagram, most};
  std::vector<double> values(g.size());
  for (auto const& node : nodes_up_to_half((g.size() + 1) / 2))
    for (auto const p : {node.p, 1 - node.p}) {
      auto const here = chances.at(p);
      for (std::size_t i = 0; i < values.size(); ++i) values[i] += node.weight * here[i];
    }
  return values;
}

}  // namespace codecision::power::detail
