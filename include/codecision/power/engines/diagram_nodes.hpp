// SPDX-License-Identifier: BSL-1.0
// What is a decision diagram, and when are two of its nodes one?
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// A node of a diagram: where it goes on at the next level when the player of its level stays out, and when it joins.
struct diagram_node {
  std::uint32_t without = 0, with = 0;
};

/// A simple game as an ordered decision diagram: one level a player, and at each level one node for each state of the
/// game when the players before have decided. Nodes 0 and 1 of every level are known to lose and to win whatever follows.
struct decision_diagram {
  static constexpr std::uint32_t loses = 0, wins = 1;

  std::vector<std::size_t> order;                 ///< by level: the player who decides
  std::vector<std::vector<diagram_node>> levels;  ///< by level, by node
  std::uint32_t root = loses;

  /// How many nodes does it have, those that are known to lose or to win left out?
  [[nodiscard]] std::size_t nodes() const {
    std::size_t sum = 0;
    for (auto const& level : levels) sum += level.size() - 2;
    return sum;
  }
};

/// Tuples of numbers, each with a place of its own: a hash table with open addressing.
class tuple_set {
 public:
  explicit tuple_set(std::size_t width) : width_{width}, slots_(16) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t const* operator[](std::size_t i) const { return tuples_.data() + i * width_; }
  [[nodiscard]] std::size_t bytes() const { return (slots_.size() + tuples_.capacity()) * sizeof(std::uint32_t); }
  /// Would one more make the table grow?
  [[nodiscard]] bool is_full() const { return 2 * size_ >= slots_.size(); }
  /// Forgets all tuples, and makes room for about so many.
  void restart(std::size_t expected) {
    tuples_.clear();
    slots_.assign(std::bit_ceil(2 * expected + 16), 0);
    size_ = 0;
  }
  /// The place of a tuple; it is added where it is new.
  [[nodiscard]] std::uint32_t place(std::uint32_t const* tuple) {
    if (is_full()) grow();
    auto& slot = find(tuple);
    if (slot == 0) {
      tuples_.insert(tuples_.end(), tuple, tuple + width_);
      slot = static_cast<std::uint32_t>(++size_);
    }
    return slot - 1;
  }

 private:
  /// Where the tuple is, or where it belongs: a slot holds a place plus one, or 0.
  [[nodiscard]] std::uint32_t& find(std::uint32_t const* tuple) {
    auto const mask = slots_.size() - 1;
    auto at = hash(tuple) & mask;
    while (slots_[at] != 0 && !std::equal(tuple, tuple + width_, (*this)[slots_[at] - 1])) at = (at + 1) & mask;
    return slots_[at];
  }
  [[nodiscard]] std::size_t hash(std::uint32_t const* tuple) const {
    std::uint64_t h = 0;
    for (std::size_t i = 0; i < width_; ++i) {
      h = (h ^ tuple[i]) * 0x9e3779b97f4a7c15u;
      h ^= h >> 32;
    }
    return static_cast<std::size_t>(h);
  }
  void grow() {
    slots_.assign(2 * slots_.size(), 0);
    for (std::size_t i = 0; i < size_; ++i) find((*this)[i]) = static_cast<std::uint32_t>(i + 1);
  }

  std::size_t width_ = 0, size_ = 0;
  std::vector<std::uint32_t> tuples_, slots_;
};

/// Makes one node of those that go on alike, from below: then no two nodes of a level win with the same sets of players to
/// come, and the diagram is the smallest for its order (it is "quasi-reduced"). With several criteria about half are left.
inline void merge_alike(decision_diagram& diagram) {
  std::vector<std::uint32_t> merged{decision_diagram::loses, decision_diagram::wins}, here;
  tuple_set seen{2};
  for (auto i = diagram.levels.size(); i-- > 0;) {
    auto& level = diagram.levels[i];
    seen.restart(level.size() / 2);
    here.assign({decision_diagram::loses, decision_diagram::wins});
    std::size_t kept = 2;
    for (std::size_t v = 2; v < level.size(); ++v) {
      std::uint32_t const pair[] = {merged[level[v].without], merged[level[v].with]};
      auto const known = pair[0] == pair[1] && pair[0] < 2;
      here.push_back(known ? pair[0] : seen.place(pair) + 2);
      if (seen.size() + 2 > kept) level[kept++] = {pair[0], pair[1]};
    }
    level.resize(kept);
    std::swap(merged, here);
  }
  diagram.root = merged[diagram.root];
}

}  // namespace codecision::power::detail
