// SPDX-License-Identifier: BSL-1.0
// How many coalitions share a prize among some of their members, and what does each player get on average?
#pragma once

#include <codecision/power/fraction.hpp>
#include <codecision/power/players.hpp>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace codecision::power {

/// Coalitions of a game of at most 64 players in which some members share equally: by the number of those who share, and
/// how many with each player among them. Exact.
struct sharing_counts {
  std::size_t players = 0;  ///< how many players
  std::vector<std::uint64_t> coalitions;          ///< by the number of those who share
  std::vector<std::vector<std::uint64_t>> with;   ///< by player, by the number of those who share

  sharing_counts() = default;
  /// Counts of a game of n players, all 0.
  explicit sharing_counts(std::size_t n) : players{n}, coalitions(n + 1), with(n, std::vector<std::uint64_t>(n + 1)) {}

  /// How many coalitions were counted.
  [[nodiscard]] std::uint64_t total() const { return std::accumulate(coalitions.begin(), coalitions.end(), std::uint64_t{0}); }
  /// In how many of them this player shares.
  [[nodiscard]] std::uint64_t total_with(std::size_t player) const {
    return std::accumulate(with[player].begin(), with[player].end(), std::uint64_t{0});
  }
  /// Adds counts of the same game.
  sharing_counts& operator+=(sharing_counts const& other) {
    for (std::size_t k = 0; k <= players; ++k) {
      coalitions[k] += other.coalitions[k];
      for (std::size_t i = 0; i < players; ++i) with[i][k] += other.with[i][k];
    }
    return *this;
  }
  [[nodiscard]] friend bool operator==(sharing_counts const&, sharing_counts const&) = default;
};

/// Minimal winning coalitions: all members share, so they are counted by size.
using minimal_counts = sharing_counts;
/// Winning coalitions with critical members, who share: counted by the number of critical members.
using critical_counts = sharing_counts;

namespace detail {

__extension__ typedef unsigned __int128 wide;

/// A fraction of wide numbers in lowest terms, if it fits into 64 bits; 0/0 if not.
[[nodiscard]] constexpr fraction reduced_if_it_fits(wide numerator, wide denominator) {
  auto a = denominator;
  for (auto b = numerator; b != 0;) { auto const rest = a % b; a = b; b = rest; }
  if (a == 0 || denominator / a > ~std::uint64_t{0}) return {0, 0};
  return {static_cast<std::uint64_t>(numerator / a), static_cast<std::uint64_t>(denominator / a)};
}

/// A result that gives each player a share, as a double and where possible as a fraction.
template <class Players>
class shares_of : public result_for<Players> {
 public:
  explicit shares_of(Players const& players) : result_for<Players>{players}, values_(players.size()), exact_(players.size()) {}

  /// The share of this player. By position, member state or name. The shares of all players add up to 1.
  template <class Key>
  [[nodiscard]] double value(Key const& player) const { return values_[this->at(player)]; }
  /// Are the shares known as fractions?
  [[nodiscard]] bool is_exact() const { return is_exact_; }
  /// The share as a fraction in lowest terms; 0/1 when it is not exact (see is_exact).
  template <class Key>
  [[nodiscard]] fraction exact(Key const& player) const { return is_exact_ ? exact_[this->at(player)] : fraction{}; }

 protected:
  /// The share of a player, as a fraction where it fits and as a double in any case.
  void set(std::size_t player, fraction exact, double value) {
    is_exact_ = is_exact_ && exact.denominator != 0;
    exact_[player] = exact;
    values_[player] = exact.denominator != 0 ? exact.value() : value;
  }
  void set(std::size_t player, double value) { set(player, {0, 0}, value); }

 private:
  typename Players::template list<double> values_;
  typename Players::template list<fraction> exact_;
  bool is_exact_ = true;
};

/// A common multiple of the numbers of those who share, if it times the number of coalitions fits into 127 bits; 0 if not.
[[nodiscard]] inline std::uint64_t common_multiple(sharing_counts const& counts) {
  std::uint64_t multiple = 1;
  for (std::uint64_t k = 1; k <= counts.players; ++k) {
    if (counts.coalitions[k] == 0) continue;
    auto const factor = k / std::gcd(multiple, k);
    if (multiple > ~std::uint64_t{0} / factor) return 0;
    multiple *= factor;
  }
  return static_cast<double>(multiple) * static_cast<double>(counts.total()) < 1e38 ? multiple : 0;
}

/// What a player gets on average when each of the coalitions is equally likely, as a fraction; 0/0 where it does not fit.
[[nodiscard]] inline fraction exact_share(sharing_counts const& counts, std::size_t player, std::uint64_t multiple) {
  if (multiple == 0) return {0, 0};
  wide sum = 0;
  for (std::uint64_t k = 1; k <= counts.players; ++k)
    if (counts.with[player][k] != 0) sum += wide{counts.with[player][k]} * (multiple / k);
  return reduced_if_it_fits(sum, wide{counts.total()} * multiple);
}
[[nodiscard]] inline double share(sharing_counts const& counts, std::size_t player) {
  double sum = 0;
  for (std::size_t k = 1; k <= counts.players; ++k) sum += static_cast<double>(counts.with[player][k]) / static_cast<double>(k);
  return sum / static_cast<double>(counts.total());
}

[[noreturn]] inline void this_index_is_not_defined_for_this_game(char const* index, char const* why, char const* advice) {
  fail(error_code::index_not_defined, std::string{"the "} + index + " is not defined for this game: " + why, "", advice);
}

}  // namespace detail

}  // namespace codecision::power
