// SPDX-License-Identifier: BSL-1.0
// How is an index kept that is one count of coalitions over another?
#pragma once

#include <codecision/power/coalition_count.hpp>  // count_coalitions and .winning_coalitions() come along
#include <codecision/power/fraction.hpp>

#include <cstddef>
#include <cstdint>

namespace codecision::power {

namespace detail {
/// 2^64 as a double: what a count of all coalitions of 64 players would be.
inline constexpr double two_to_64 = 18446744073709551616.0;

/// A count over a count, where a denominator of 0 stands for 2^64.
[[nodiscard]] constexpr double quotient(std::uint64_t numerator, std::uint64_t denominator) {
  return static_cast<double>(numerator) / (denominator == 0 ? two_to_64 : static_cast<double>(denominator));
}
/// 2^n for up to 63 players; 0, which stands for 2^64, for 64.
[[nodiscard]] constexpr std::uint64_t coalitions_of(std::size_t n) { return n < 64 ? std::uint64_t{1} << n : 0; }
}  // namespace detail

/// One whole number for each player, over one that is the same for all: both are counts of coalitions.
template <class Players>
class ratio_index : public result_for<Players> {
 public:
  /// `count_of(player)` for each player, over the same denominator.
  template <class F>
  constexpr ratio_index(Players const& players, std::uint64_t denominator, F count_of)
      : result_for<Players>{players}, counts_(players.size()), denominator_(denominator) {
    for (std::size_t i = 0; i < players.size(); ++i) counts_[i] = count_of(i);
  }

  /// The number of coalitions counted for this player. By position, member state or name.
  template <class Key>
  [[nodiscard]] constexpr std::uint64_t count(Key const& player) const { return counts_[this->at(player)]; }
  /// The index: count / of_how_many; 0 when nothing can be counted.
  template <class Key>
  [[nodiscard]] constexpr double value(Key const& player) const { return detail::quotient(count(player), denominator_); }
  /// The index as a fraction in lowest terms; 0/1 when it is not exact (see is_exact).
  template <class Key>
  [[nodiscard]] constexpr fraction exact(Key const& player) const { return is_exact() ? reduced(count(player), denominator_) : fraction{}; }
  /// The number of coalitions that all counts are divided by; 0 stands for 2^64.
  [[nodiscard]] constexpr std::uint64_t of_how_many() const { return denominator_; }
  /// Is the index known as a fraction? Always, unless it is divided by 2^64.
  [[nodiscard]] constexpr bool is_exact() const { return denominator_ != 0; }

 private:
  typename Players::template list<std::uint64_t> counts_;
  std::uint64_t denominator_;
};

}  // namespace codecision::power
