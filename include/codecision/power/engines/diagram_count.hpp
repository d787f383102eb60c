// SPDX-License-Identifier: BSL-1.0
// How many coalitions win, counted along the paths of a decision diagram?
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/engines/diagram_build.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace codecision::power::detail {

/// For each node of one level, how many sets there are by size: of the players before, that lead to the node, or of the
/// players from there on, that win. Only the sizes that occur are kept: they are few when the game counts members.
class counts_by_size {
 public:
  struct range {
    std::uint32_t offset = 0;
    std::uint8_t first = 0, end = 0;
    [[nodiscard]] bool empty() const { return first == end; }
    /// Makes room for the sizes of another range, moved up.
    void include(range const& other, std::size_t moved) {
      if (other.empty()) return;
      auto const from = static_cast<std::uint8_t>(other.first + moved), to = static_cast<std::uint8_t>(other.end + moved);
      first = empty() ? from : (std::min)(first, from);
      end = (std::max)(end, to);
    }
  };

  explicit counts_by_size(std::size_t nodes) : ranges_(nodes) {}

  [[nodiscard]] range& operator[](std::size_t node) { return ranges_[node]; }
  [[nodiscard]] range const& operator[](std::size_t node) const { return ranges_[node]; }
  /// All ranges are known now: makes room for the numbers.
  void allocate() {
    std::uint32_t used = 0;
    for (auto& r : ranges_) {
      r.offset = used;
      used += static_cast<std::uint32_t>(r.end - r.first);
    }
    counts_.assign(used, 0);
  }
  [[nodiscard]] std::uint64_t* begin(range const& r) { return counts_.data() + r.offset; }
  [[nodiscard]] std::uint64_t const* begin(range const& r) const { return counts_.data() + r.offset; }
  [[nodiscard]] double bytes() const { return static_cast<double>(ranges_.size() * sizeof(range) + counts_.size() * sizeof(std::uint64_t)); }

  /// Adds the sets of a node of another level, moved up by one size when a player joins them.
  void add(std::size_t node, counts_by_size const& other, std::size_t from, std::size_t moved) {
    auto const& r = other[from];
    if (r.empty()) return;
    auto* const to = begin(ranges_[node]) + (r.first + moved - ranges_[node].first);
    auto const* const source = other.begin(r);
    for (std::size_t s = 0; s < static_cast<std::size_t>(r.end - r.first); ++s) to[s] += source[s];
  }

 private:
  std::vector<range> ranges_;
  std::vector<std::uint64_t> counts_;
};

/// Counts by size along a diagram. A set of players before a level leads to one node v; it wins with the player of the
/// level and some players after it when these win from the node `v.with`. So the winning coalitions with that player are
/// the sum over v of sets that lead to v times sets that win from v.with, as polynomials in the size. Sets that lead to
/// a node are counted from above and kept; sets that win are counted from below, and two levels of them are enough.
class diagram_counter {
 public:
  /// What it means to come to the node that wins: whoever is still to decide may join or not, or the set must end there.
  enum class end : std::uint8_t { whoever_joins, nobody_joins };

  diagram_counter(simple_game const& g, decision_diagram const& diagram, effort const& most, end at = end::whoever_joins)
      : g_{g}, diagram_{diagram}, limit_{most}, first_{at == end::whoever_joins ? decision_diagram::wins : decision_diagram::wins + 1} {}

  [[nodiscard]] coalition_counts count() {
    coalition_counts counts{g_.size()};
    count_leading();
    auto winning = counts_by_size{2};
    winning[decision_diagram::wins].end = 1;
    winning.allocate();
    *winning.begin(winning[decision_diagram::wins]) = 1;
    for (auto i = diagram_.order.size(); i-- > 0;) {
      add_winning_with(i, winning, counts);
      leading_.pop_back();
      winning = winning_from(i, winning);
    }
    auto const& root = winning[diagram_.root];
    std::copy_n(winning.begin(root), root.end - root.first, counts.winning.begin() + root.first);
    return counts;
  }

 private:
  [[nodiscard]] bool ends_at_wins() const { return first_ > decision_diagram::wins; }
  [[nodiscard]] static std::size_t child(diagram_node const& node, std::size_t joins) { return joins != 0 ? node.with : node.without; }

  /// For each level the sets of players before it that lead to a node.
  void count_leading() {
    auto const& levels = diagram_.levels;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      leading_.emplace_back(levels[i].size());
      auto& here = leading_.back();
      if (i == 0) here[diagram_.root].end = 1;
      else each_edge(i - 1, [&](std::size_t v, std::size_t to, std::size_t joins) { here[to].include(leading_[i - 1][v], joins); });
      allocate(here);
      if (i == 0) *here.begin(here[diagram_.root]) = 1;
      else each_edge(i - 1, [&](std::size_t v, std::size_t to, std::size_t joins) { here.add(to, leading_[i - 1], v, joins); });
    }
  }
  /// Calls f(node, where it goes on, 0 or 1) for the edges from a level, but for those to a node that loses.
  template <class F>
  void each_edge(std::size_t level, F f) const {
    auto const& nodes = diagram_.levels[level];
    for (std::size_t v = first_; v < nodes.size(); ++v)
      for (std::size_t joins = 0; joins < 2; ++joins)
        if (auto const to = child(nodes[v], joins); to != decision_diagram::loses) f(v, to, joins);
  }

  /// The sets of players from a level on that win from each node, from the same of the next level.
  [[nodiscard]] counts_by_size winning_from(std::size_t i, counts_by_size const& next) {
    counts_by_size here{diagram_.levels[i].size()};
    if (ends_at_wins()) here[decision_diagram::wins].end = 1;
    each_edge(i, [&](std::size_t v, std::size_t to, std::size_t joins) { here[v].include(next[to], joins); });
    allocate(here);
    if (ends_at_wins()) *here.begin(here[decision_diagram::wins]) = 1;
    each_edge(i, [&](std::size_t v, std::size_t to, std::size_t joins) { here.add(v, next, to, joins); });
    return here;
  }
  void allocate(counts_by_size& here) {
    auto const nodes = static_cast<double>(diagram_.nodes());
    here.allocate();
    limit_.check({nodes, nodes * sizeof(diagram_node) + (bytes_ += here.bytes())});
  }

  void add_winning_with(std::size_t i, counts_by_size const& next, coalition_counts& counts) const {
    auto const player = diagram_.order[i];
    auto& with = counts.winning_with[player];
    if (i + 1 < diagram_.order.size() && are_equal(player, diagram_.order[i + 1])) {
      with = counts.winning_with[diagram_.order[i + 1]];
      return;
    }
    auto const& nodes = diagram_.levels[i];
    for (std::size_t v = first_; v < nodes.size(); ++v) {
      auto const &before = leading_[i][v], &after = next[nodes[v].with];
      for (std::size_t s = before.first; s < before.end; ++s) {
        auto const sets = leading_[i].begin(before)[s - before.first];
        for (std::size_t t = after.first; t < after.end; ++t) with[s + t + 1] += sets * next.begin(after)[t - after.first];
      }
    }
  }
  [[nodiscard]] bool are_equal(std::size_t a, std::size_t b) const {
    for (std::size_t d = 0; d < g_.dimensions(); ++d)
      if (g_.weight(d, a) != g_.weight(d, b)) return false;
    return true;
  }

  simple_game const& g_;
  decision_diagram const& diagram_;
  diagram_limit limit_;
  std::size_t first_;                    ///< the first node from which sets go on
  std::vector<counts_by_size> leading_;  ///< by level
  double bytes_ = 0;                     ///< of all numbers so far
};

}  // namespace codecision::power::detail
