// SPDX-License-Identifier: BSL-1.0
// Which sums of the first players are alike for the players who are still to decide?
#pragma once

#include <codecision/power/effort.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// How large a decision diagram has become.
struct diagram_size {
  double nodes = 0, bytes = 0;
};

/// How far a decision diagram may grow. It is asked while the diagram is built.
class diagram_limit {
 public:
  static constexpr double steps_a_node = 200;        ///< to build a node, and to count by it; twice that when nodes are millions
  static constexpr double most_nodes = 1 << 26;      ///< numbers of 32 bits must do for all that is kept of a level

  explicit diagram_limit(effort const& most) : most_{most} {}

  /// Is the caller ready to spend so many nodes, and so much memory?
  [[nodiscard]] bool allows(diagram_size size) const {
    return is_affordable({engine::diagram, size.nodes * steps_a_node, size.bytes}, most_) && size.nodes <= most_nodes;
  }
  /// Error COD-P703 when the caller is not.
  void check(diagram_size size) const {
    if (allows(size)) return;
    this_engine_cannot_count_this_game(engine::diagram,
                                       "it has grown to " + roughly(size.nodes) + " nodes and " + roughly(size.bytes) + " bytes, beyond the effort",
                                       "allow more memory or time, give the weights in coarser units, or use another engine");
  }

 private:
  effort most_;
};

/// The sums of one dimension as the states of an automaton, level by level: at level i the players before i have decided.
/// Two sums are one state when those to come make the same of both, whatever they do: the intervals of Bolus (2011).
/// The states below `open` are closed: state r says that r quotas are reached, and no more will be.
///
/// From above, the sums that can be reached are listed; from below, the sums at which something changes (a quota less the
/// weights of some players to come). Both lists of a level follow from its neighbour's by one merge, and each level takes
/// the list from the side where lists are still short: so no list is longer than about 2^(n/2), or than the total weight.
class sum_states {
 public:
  struct states_of_level {
    std::array<std::vector<std::uint32_t>, 2> next;  ///< by what the player does, by state: the state at the next level
    std::vector<std::uint8_t> reached, possible;     ///< by state: quotas that are reached for sure, or can be
    std::vector<std::int64_t> sum;                   ///< by state: its least sum, where the state is open
  };
  static constexpr double bytes_a_state = 42;  ///< its sum, once more while it is built, what comes next, and two gains
  using values_by_level = std::vector<std::vector<std::int64_t>>;  ///< by level, by state

  /// `weights` in the order in which players decide; `quotas` in rising order. Where the limit does not allow so many
  /// states it gives up: see `size`.
  sum_states(std::vector<std::int64_t> weights, std::vector<std::int64_t> quotas, diagram_limit const& limit)
      : weights_{std::move(weights)}, quotas_{std::move(quotas)}, before_(weights_.size() + 1), levels_(weights_.size() + 1) {
    for (std::size_t i = 0; i < weights_.size(); ++i) before_[i + 1] = before_[i] + weights_[i];
    auto const sums = open_sums(limit);
    if (!limit.allows(size())) return;
    for (std::size_t i = 0; i < sums.size(); ++i) fill(i, sums);
    std::size_t at = 0;
    start_ = state_of(0, 0, sums[0], at);
  }

  /// How large it has become; when the limit does not allow that, there is nothing else to ask.
  [[nodiscard]] diagram_size size() const { return {states_, states_ * bytes_a_state}; }
  [[nodiscard]] states_of_level const& operator[](std::size_t i) const { return levels_[i]; }
  /// The state when nobody has decided.
  [[nodiscard]] std::uint32_t start() const { return start_; }
  [[nodiscard]] std::vector<std::int64_t> const& weights() const { return weights_; }

  /// By level and state: those who are still to come reach a quota; what do they weigh at least in another dimension?
  /// More than anybody's weight where they cannot reach it.
  [[nodiscard]] values_by_level least_gains(std::int64_t quota, std::vector<std::int64_t> const& other) const {
    constexpr auto never = std::int64_t{1} << 62;
    auto const needed = reached(quota);
    values_by_level least(levels_.size());
    for (auto const r : levels_.back().reached) least.back().push_back(r >= needed ? 0 : never);
    for (auto i = weights_.size(); i-- > 0;)
      for (std::size_t s = 0; s < levels_[i].reached.size(); ++s)
        least[i].push_back((std::min)(least[i + 1][levels_[i].next[0][s]], other[i] + least[i + 1][levels_[i].next[1][s]]));
    return least;
  }

 private:
  using list = std::vector<std::int64_t>;

  [[nodiscard]] std::size_t reached(std::int64_t sum) const {
    return static_cast<std::size_t>(std::upper_bound(quotas_.begin(), quotas_.end(), sum) - quotas_.begin());
  }
  [[nodiscard]] std::size_t possible(std::size_t level, std::int64_t sum) const { return reached(sum + before_.back() - before_[level]); }
  [[nodiscard]] bool is_open(std::size_t level, std::int64_t sum) const { return reached(sum) != possible(level, sum); }

  /// The numbers of a list and the same numbers moved, each once, in rising order.
  [[nodiscard]] static list and_moved(list const& a, std::int64_t by) {
    list moved = a, both;
    for (auto& x : moved) x += by;
    std::set_union(a.begin(), a.end(), moved.begin(), moved.end(), std::back_inserter(both));
    return both;
  }

  /// For each level one sum for each state that is open, in rising order: the least sum of the state.
  [[nodiscard]] std::vector<list> open_sums(diagram_limit const& limit) {
    std::vector<list> sums(weights_.size() + 1);
    if (is_open(0, 0)) sums[0].push_back(0);
    auto changes = quotas_;
    for (std::size_t top = 0, bottom = weights_.size(); top + 1 < bottom && limit.allows(size());) {
      if (sums[top].size() <= changes.size()) {
        sums[top + 1] = and_moved(sums[top], weights_[top]);
        std::erase_if(sums[top + 1], [&](auto sum) { return !is_open(top + 1, sum); });
        states_ += static_cast<double>(sums[++top].size());
      } else {
        --bottom;
        changes = and_moved(changes, -weights_[bottom]);
        std::erase_if(changes, [&](auto sum) { return sum <= 0 || sum > before_[bottom]; });
        sums[bottom].push_back(0);
        sums[bottom].insert(sums[bottom].end(), changes.begin(), changes.end());
        std::erase_if(sums[bottom], [&](auto sum) { return !is_open(bottom, sum); });
        states_ += static_cast<double>(sums[bottom].size());
      }
    }
    return sums;
  }

  /// The state of a sum: closed, or the one of the last listed sum that is not above it. `at` is where that was found for
  /// the sum asked before, which was not higher.
  [[nodiscard]] std::uint32_t state_of(std::int64_t sum, std::size_t level, list const& sums, std::size_t& at) const {
    if (!is_open(level, sum)) return static_cast<std::uint32_t>(reached(sum));
    while (at + 1 < sums.size() && sums[at + 1] <= sum) ++at;
    return static_cast<std::uint32_t>(quotas_.size() + 1 + at);
  }
  void fill(std::size_t i, std::vector<list> const& sums) {
    auto& l = levels_[i];
    for (std::size_t r = 0; r <= quotas_.size(); ++r) add(l, 0, r, r);
    for (auto const sum : sums[i]) add(l, sum, reached(sum), possible(i, sum));
    if (i == weights_.size()) return;
    for (std::size_t joins = 0; joins < 2; ++joins) {
      auto& next = l.next[joins];
      for (std::size_t r = 0; r <= quotas_.size(); ++r) next.push_back(static_cast<std::uint32_t>(r));
      std::size_t at = 0;
      for (auto const sum : sums[i]) next.push_back(state_of(joins != 0 ? sum + weights_[i] : sum, i + 1, sums[i + 1], at));
    }
  }
  static void add(states_of_level& l, std::int64_t sum, std::size_t sure, std::size_t most) {
    l.sum.push_back(sum);
    l.reached.push_back(static_cast<std::uint8_t>(sure));
    l.possible.push_back(static_cast<std::uint8_t>(most));
  }

  list weights_, quotas_, before_;
  std::vector<states_of_level> levels_;
  std::uint32_t start_ = 0;
  double states_ = 1;
};

}  // namespace codecision::power::detail
