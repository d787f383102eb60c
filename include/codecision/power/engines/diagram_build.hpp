// SPDX-License-Identifier: BSL-1.0
// What does a game look like as a decision diagram?
#pragma once

#include <codecision/power/engines/diagram_nodes.hpp>
#include <codecision/power/engines/diagram_sums.hpp>
#include <codecision/power/simple_game.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// Builds the diagram of a game from above, level by level. The state of a game is the states of its dimensions, without
/// what cannot matter any more: a dimension all of whose conditions are decided, belong to terms that can't hold, or follow
/// from other conditions of their terms (where weights go together, one condition soon carries the others).
class diagram_builder {
 public:
  diagram_builder(simple_game const& g, effort const& most) : terms_{g.terms()}, limit_{most} {
    result_.order = heaviest_first(g);
    std::uint64_t used = 0;
    for (auto const term : terms_) used |= term;
    for (std::size_t d = 0; d < g.dimensions() && is_allowed(); ++d) add_dimension(g, d, used);
    if (!is_allowed()) return;
    place_.resize(g.conditions().size());
    for (std::size_t d = 0; d < sums_.size(); ++d) each_bit(conditions_[d].all, [&](std::size_t k) { place_[k] = {d, g.conditions()[k].quota}; });
    for (auto const term : terms_) add_gains(term);
    state_.resize(sums_.size());
  }

  /// The diagram. Error COD-P703 when it grows beyond the effort.
  [[nodiscard]] decision_diagram build() {
    auto built = try_to_build();
    limit_.check(size_);
    return *std::move(built);
  }
  /// The diagram, or nothing when it grows beyond the effort.
  [[nodiscard]] std::optional<decision_diagram> try_to_build() {
    if (!is_allowed()) return std::nullopt;
    tuple_set states{sums_.size()}, next{sums_.size()};
    for (std::size_t d = 0; d < sums_.size(); ++d) state_[d] = sums_[d].start();
    result_.root = node_of_state(0, states);
    for (std::size_t i = 0; i < result_.order.size(); ++i) {
      next.restart(states.size());
      measure(0, states, next);
      if (is_allowed()) result_.levels.push_back(level_of(i, states, next));
      if (!is_allowed()) return std::nullopt;
      nodes_ += static_cast<double>(states.size());
      std::swap(states, next);
    }
    merge_alike(result_);
    return std::move(result_);
  }

  /// The order in which players decide: one chamber after the other, in each by the sum of their shares in all dimensions,
  /// and equal players side by side.
  [[nodiscard]] static std::vector<std::size_t> heaviest_first(simple_game const& g) {
    std::vector<std::size_t> order(g.size());
    std::vector<double> share(g.size());
    for (std::size_t i = 0; i < g.size(); ++i) {
      order[i] = i;
      for (std::size_t d = 0; d < g.dimensions(); ++d)
        if (g.total(d) > 0) share[i] += static_cast<double>(g.weight(d, i)) / static_cast<double>(g.total(d));
    }
    auto const chamber = chambers(g);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
      if (chamber[a] != chamber[b]) return chamber[a] < chamber[b];
      if (share[a] != share[b]) return share[a] > share[b];
      for (std::size_t d = 0; d < g.dimensions(); ++d)
        if (g.weight(d, a) != g.weight(d, b)) return g.weight(d, a) > g.weight(d, b);
      return false;
    });
    return order;
  }

 private:
  /// For each player the dimensions in which it has weight, with all those that other players join to them: chambers that
  /// have nobody in common are told apart.
  [[nodiscard]] static std::vector<std::uint64_t> chambers(simple_game const& g) {
    std::vector<std::uint64_t> joined, of_player(g.size());
    for (std::size_t d = 0; d < g.dimensions(); ++d) joined.push_back(std::uint64_t{1} << d);
    for (std::size_t i = 0; i < g.size(); ++i) {
      for (std::size_t d = 0; d < g.dimensions(); ++d)
        if (g.weight(d, i) > 0) of_player[i] |= joined[d];
      each_bit(of_player[i], [&](std::size_t d) { joined[d] = of_player[i]; });
    }
    for (auto& dimensions : of_player)  // who has no weight at all comes last
      dimensions = dimensions == 0 ? ~std::uint64_t{0} : joined[static_cast<std::size_t>(std::countr_zero(dimensions))];
    return of_player;
  }

  /// The conditions of one dimension, from the lowest quota: those of the first r quotas are a prefix.
  struct conditions_of {
    std::uint64_t all = 0;
    std::vector<std::uint64_t> first;  ///< by r: the conditions that hold when r quotas are reached
  };

  struct place_of {
    std::size_t dimension = 0;
    std::int64_t quota = 0;
  };

  void add_dimension(simple_game const& g, std::size_t d, std::uint64_t used) {
    std::vector<std::int64_t> quotas, weights;
    conditions_of mine;
    for (std::size_t k = 0; k < g.conditions().size(); ++k)
      if (g.conditions()[k].dimension == d && (used >> k & 1) != 0) {
        quotas.push_back(g.conditions()[k].quota);
        mine.all |= std::uint64_t{1} << k;
      }
    if (quotas.empty()) return;
    std::sort(quotas.begin(), quotas.end());
    quotas.erase(std::unique(quotas.begin(), quotas.end()), quotas.end());
    mine.first.assign(quotas.size() + 1, 0);
    each_bit(mine.all, [&](std::size_t k) {
      for (std::size_t r = 1; r <= quotas.size(); ++r)
        if (quotas[r - 1] >= g.conditions()[k].quota) mine.first[r] |= std::uint64_t{1} << k;
    });
    for (auto const i : result_.order) weights.push_back(g.weight(d, i));
    sums_.emplace_back(std::move(weights), std::move(quotas), limit_);
    size_ = sums_.back().size();
    conditions_.push_back(std::move(mine));
  }

  /// For the conditions of one term: what does meeting one bring in the dimension of another?
  void add_gains(std::uint64_t term) {
    gains_.resize(place_.size());
    each_bit(term, [&](std::size_t k) {
      gains_[k].resize(sums_.size());
      each_bit(term, [&](std::size_t other) {
        auto const d = place_[other].dimension;
        if (d == place_[k].dimension || !gains_[k][d].empty()) return;
        gains_[k][d] = sums_[place_[k].dimension].least_gains(place_[k].quota, sums_[d].weights());
      });
    });
  }

  [[nodiscard]] std::vector<diagram_node> level_of(std::size_t i, tuple_set const& states, tuple_set& next) {
    std::vector<diagram_node> level{{decision_diagram::loses, decision_diagram::loses}, {decision_diagram::wins, decision_diagram::wins}};
    level.reserve(states.size() + 2);
    for (std::size_t v = 0; v < states.size(); ++v) {
      if (next.is_full()) {
        measure(level.size(), states, next);
        if (!is_allowed()) break;
      }
      auto const without = node_after(i, states[v], 0, next);
      level.push_back({without, node_after(i, states[v], 1, next)});
    }
    return level;
  }
  [[nodiscard]] bool is_allowed() const { return limit_.allows(size_); }
  void measure(std::size_t nodes_here, tuple_set const& states, tuple_set const& next) {
    auto const nodes = nodes_ + static_cast<double>(nodes_here + next.size());
    size_ = {nodes, nodes * sizeof(diagram_node) + static_cast<double>(states.bytes() + 3 * next.bytes())};
  }
  [[nodiscard]] std::uint32_t node_after(std::size_t i, std::uint32_t const* state, std::size_t joins, tuple_set& next) {
    for (std::size_t d = 0; d < sums_.size(); ++d) state_[d] = sums_[d][i].next[joins][state[d]];
    return node_of_state(i + 1, next);
  }

  /// The node of the state in `state_`, from which is taken what cannot matter.
  [[nodiscard]] std::uint32_t node_of_state(std::size_t level, tuple_set& states) {
    std::uint64_t held = 0, possible = 0, alive = 0, needed = 0;
    for (std::size_t d = 0; d < sums_.size(); ++d) {
      held |= conditions_[d].first[sums_[d][level].reached[state_[d]]];
      possible |= conditions_[d].first[sums_[d][level].possible[state_[d]]];
    }
    for (auto const term : terms_) {
      if ((term & ~possible) != 0) continue;
      if ((term & ~held) == 0) return decision_diagram::wins;
      alive |= term;
      needed |= without_implied(level, term & ~held);
    }
    if (needed == 0) return decision_diagram::loses;
    for (std::size_t d = 0; d < sums_.size(); ++d)
      if ((needed & conditions_[d].all) == 0) state_[d] = closed_state(conditions_[d], alive & conditions_[d].all);
    return states.place(state_.data()) + 2;
  }
  /// Of open conditions that must all hold, those from which the others follow.
  [[nodiscard]] std::uint64_t without_implied(std::size_t level, std::uint64_t all) const {
    each_bit(all, [&](std::size_t k) {
      auto const [d, quota] = place_[k];
      auto const need = quota - sums_[d][level].sum[state_[d]];
      auto others = all & ~conditions_[d].all;
      for (; others != 0; others &= others - 1) {
        auto const other = static_cast<std::size_t>(std::countr_zero(others));
        if (gains_[other][d][level][state_[place_[other].dimension]] < need) continue;
        all &= ~(std::uint64_t{1} << k);
        return;
      }
    });
    return all;
  }
  /// The closed state with the fewest quotas that has these conditions.
  [[nodiscard]] static std::uint32_t closed_state(conditions_of const& dimension, std::uint64_t conditions) {
    std::uint32_t r = 0;
    while ((conditions & ~dimension.first[r]) != 0) ++r;
    return r;
  }

  std::vector<std::uint64_t> terms_;
  diagram_limit limit_;
  decision_diagram result_;
  std::vector<sum_states> sums_;           ///< by dimension with a condition
  std::vector<conditions_of> conditions_;  ///< likewise
  std::vector<place_of> place_;            ///< by condition
  std::vector<std::vector<sum_states::values_by_level>> gains_;  ///< by condition and dimension, where one term has both
  std::vector<std::uint32_t> state_;       ///< of the game, while it is looked at
  double nodes_ = 0;     ///< of the levels that are done
  diagram_size size_{};  ///< when it was last measured
};

}  // namespace codecision::power::detail
