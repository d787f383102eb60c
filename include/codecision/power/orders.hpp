// SPDX-License-Identifier: BSL-1.0
// In how many of all orders of joining does a swing happen?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace codecision::power::detail {

/// The most players for which shares of orders are whole numbers over one of 64 bits.
inline constexpr std::size_t most_players_of_a_fraction = 46;

/// A player who comes after k of n - 1 others does so in the share 1 / (n C(n-1, k)) of all orders. With L, the least common
/// multiple of 1 to n, that is a whole number over L: n C(n-1, k) divides L. For at most 64 players.
struct shares_of_orders {
  std::uint64_t all = 1;                              ///< L; 0 for more than 46 players, where it does not fit
  std::array<std::uint64_t, 64> after{};              ///< by k: the share in parts of L; 0 where L does not fit
  std::array<double, 64> probability_after{};         ///< by k: the share

  constexpr explicit shares_of_orders(std::size_t n) {
    for (std::uint64_t k = 2; k <= n; ++k) all = n > most_players_of_a_fraction ? 0 : all / std::gcd(all, k) * k;
    std::uint64_t whole_choices = n;
    auto choices = static_cast<double>(n);
    for (std::size_t k = 0; k < n; ++k) {
      after[k] = all == 0 ? 0 : all / whole_choices;
      probability_after[k] = 1 / choices;
      if (all != 0) whole_choices = whole_choices * (n - 1 - k) / (k + 1);
      choices = choices * static_cast<double>(n - 1 - k) / static_cast<double>(k + 1);
    }
  }
};

}  // namespace codecision::power::detail
