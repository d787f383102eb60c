// SPDX-License-Identifier: BSL-1.0
// How many coalitions are minimal, and how many have how many critical members, counted by visiting each of them?
#pragma once

#include <codecision/power/engines/ordered_search.hpp>
#include <codecision/power/sharing.hpp>

#include <array>
#include <cstddef>

namespace codecision::power::detail {

/// Minimal winning coalitions by size and by player. Cost: as many looks as there are coalitions, times 2n at most where
/// players are comparable.
[[nodiscard]] inline minimal_counts count_minimal_by_search(ranked_game const& g) {
  minimal_counts counts{g.size()};
  for (minimal_walk walk{g}; walk.advance(g);) {
    ++counts.coalitions[walk.depth()];
    for (std::size_t i = 0; i < walk.depth(); ++i) ++counts.with[g.player(walk.rank(i))][walk.depth()];
  }
  return counts;
}

/// Visits the winning coalitions that have critical members, and on its way only what can become one.
class critical_search {
 public:
  explicit critical_search(ranked_game const& g) : g_{g}, counts_{g.size()}, sums_{g.nobody()} {}
  [[nodiscard]] critical_counts count() {
    visit(0, 0);
    return counts_;
  }

 private:
  void visit(std::size_t depth, std::size_t next) {
    if (g_.wins(sums_) && !noted(depth)) return;  // who joins a winning coalition is not critical, and nobody becomes so
    for (; next < g_.size() && g_.may_win(sums_, next); ++next) {
      members_[depth] = next;
      g_.add(sums_, next);
      visit(depth + 1, next + 1);
      g_.take(sums_, next);
    }
  }
  /// Notes the critical members of this winning coalition, if there are any.
  [[nodiscard]] bool noted(std::size_t depth) {
    std::array<std::size_t, 64> critical;
    std::size_t k = 0;
    for (std::size_t i = 0; i < depth; ++i) {
      if (!g_.wins_without(sums_, members_[i])) critical[k++] = g_.player(members_[i]);
      else if (g_.is_chain()) break;  // nor is anybody weaker
    }
    if (k == 0) return false;
    ++counts_.coalitions[k];
    for (std::size_t i = 0; i < k; ++i) ++counts_.with[critical[i]][k];
    return true;
  }

  ranked_game const& g_;
  critical_counts counts_;
  ranked_game::sums sums_;
  std::array<std::size_t, 64> members_{};
};

[[nodiscard]] inline critical_counts count_critical_by_search(ranked_game const& g) { return critical_search{g}.count(); }

/// What that costs in a game with so many winning coalitions.
[[nodiscard]] inline estimate critical_search_cost(ranked_game const& g, double winning) {
  return {engine::search, winning * static_cast<double>(g.size()) * g.steps_a_look(), 8192};
}

}  // namespace codecision::power::detail
