// SPDX-License-Identifier: BSL-1.0
// Which k-subsets of some members push enough linear sums over their thresholds, and how many are there?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace codecision::detail {

/// A threshold on a sum: reached when the gains of the chosen members add up to `need`.
struct sum_test {
  static constexpr std::size_t most_items = 38;
  std::array<std::int64_t, most_items> gain{};       ///< by position in the search order; never negative
  std::array<std::int64_t, most_items + 1> prefix{}; ///< prefix[i] = gain[0] + ... + gain[i-1]
  std::array<std::uint8_t, most_items> ranked{};     ///< positions by gain, the largest first
  std::int64_t need = 0;
  std::uint8_t group = 0;
  bool is_clause = false;  ///< the deemed clause, which stands beside the groups
  bool in_order = true;    ///< gains do not increase along the search order: bounds are one subtraction

  constexpr void prepare(std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
      prefix[i + 1] = prefix[i] + gain[i];
      auto at = i;
      for (; at > 0 && gain[ranked[at - 1]] < gain[i]; --at) ranked[at] = ranked[at - 1];
      ranked[at] = static_cast<std::uint8_t>(i);
      if (i > 0 && gain[i] > gain[i - 1]) in_order = false;
    }
  }
  /// The largest sum of r gains at positions from `first` on.
  [[nodiscard]] constexpr std::int64_t best(std::size_t first, std::size_t r, std::size_t n) const {
    if (in_order) return prefix[first + r] - prefix[first];
    std::int64_t sum = 0;
    for (std::size_t i = 0; r > 0 && i < n; ++i)
      if (ranked[i] >= first) { sum += gain[ranked[i]]; --r; }
    return sum;
  }
  /// The smallest sum of r gains at positions from `first` on.
  [[nodiscard]] constexpr std::int64_t worst(std::size_t first, std::size_t r, std::size_t n) const {
    if (in_order) return prefix[n] - prefix[n - r];
    std::int64_t sum = 0;
    for (std::size_t i = n; r > 0 && i > 0; --i)
      if (ranked[i - 1] >= first) { sum += gain[ranked[i - 1]]; --r; }
    return sum;
  }
};

/// Tests joined as a voting rule joins them. Attaining: every group has a test that is reached, or the clause is.
/// Breaking: some group has all its tests reached, and the clause is too. Both are monotone in the tests.
class subset_search {
 public:
  static constexpr std::size_t most_tests = 5;

 private:
  // Clang 14 evaluates constants from top to bottom: what the public functions call stands first.
  template <class Reached>
  [[nodiscard]] constexpr bool joined(Reached reached) const {
    unsigned some = 0, all = groups_;
    bool clause = !has_clause_ && breaking_;
    for (std::size_t t = 0; t < count_; ++t) {
      auto const yes = reached(t);
      if (tests_[t].is_clause) clause = yes;
      else if (yes) some |= 1u << tests_[t].group;
      else all &= ~(1u << tests_[t].group);
    }
    return breaking_ ? all != 0 && clause : some == groups_ || clause;
  }

 public:

  constexpr subset_search() = default;
  constexpr explicit subset_search(std::size_t items, bool breaking) : n_{items}, breaking_{breaking} {}
  constexpr void add(sum_test test) {
    test.prepare(n_);
    tests_[count_++] = test;
    if (test.is_clause) has_clause_ = true; else groups_ |= 1u << test.group;
  }
  [[nodiscard]] constexpr std::size_t items() const { return n_; }
  [[nodiscard]] constexpr std::size_t tests() const { return count_; }

  using sums = std::array<std::int64_t, most_tests>;
  [[nodiscard]] constexpr sums plus(sums s, std::size_t item) const {
    for (std::size_t t = 0; t < count_; ++t) s[t] += tests_[t].gain[item];
    return s;
  }
  [[nodiscard]] constexpr sums minus(sums s, std::size_t item) const {
    for (std::size_t t = 0; t < count_; ++t) s[t] -= tests_[t].gain[item];
    return s;
  }
  /// Is the outcome turned by these sums?
  [[nodiscard]] constexpr bool turned(sums const& s) const {
    return joined([&](std::size_t t) { return s[t] >= tests_[t].need; });
  }
  /// Can r more items from position `first` on still turn it? An upper bound: true may turn out false later.
  [[nodiscard]] constexpr bool may_turn(sums const& s, std::size_t first, std::size_t r) const {
    return joined([&](std::size_t t) { return s[t] + tests_[t].best(first, r, n_) >= tests_[t].need; });
  }
  /// Do all choices of r more items from position `first` on turn it?
  [[nodiscard]] constexpr bool must_turn(sums const& s, std::size_t first, std::size_t r) const {
    return joined([&](std::size_t t) { return s[t] + tests_[t].worst(first, r, n_) >= tests_[t].need; });
  }

  /// How many k-subsets turn the outcome? Exact. Cost: the nodes of the search tree that bounds leave open.
  [[nodiscard]] constexpr std::int64_t count(std::size_t k) const { return k > n_ ? 0 : count_from(sums{}, 0, k); }

  [[nodiscard]] static constexpr std::int64_t binomial(std::size_t n, std::size_t k) {
    std::int64_t value = 1;
    for (std::size_t i = 1; i <= k; ++i) value = value * static_cast<std::int64_t>(n - k + i) / static_cast<std::int64_t>(i);
    return value;
  }

 private:
  [[nodiscard]] constexpr std::int64_t count_from(sums const& s, std::size_t first, std::size_t r) const {
    if (!may_turn(s, first, r)) return 0;
    if (must_turn(s, first, r)) return binomial(n_ - first, r);
    std::int64_t total = 0;
    for (auto i = first; i + r <= n_; ++i) total += count_from(plus(s, i), i + 1, r - 1);
    return total;
  }

  std::array<sum_test, most_tests> tests_{};
  std::size_t count_ = 0;
  std::size_t n_ = 0;
  unsigned groups_ = 0;
  bool breaking_ = false;
  bool has_clause_ = false;
};

}  // namespace codecision::detail
