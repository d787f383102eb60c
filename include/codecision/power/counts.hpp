// SPDX-License-Identifier: BSL-1.0
// How many coalitions win, by size and by member? From these numbers follow most indices of power.
#pragma once

#include <codecision/core/error.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace codecision::power {

namespace detail {
[[noreturn]] inline void these_counts_are_of_another_game(std::size_t counted, std::size_t players) {
  fail(error_code::unknown_player, "these counts are of a game of " + std::to_string(counted) + " players, and this game has " + std::to_string(players), "",
       "count the coalitions of this game: count_coalitions(game)");
}
[[noreturn]] inline void these_coalitions_are_too_many_for_64_bits() {
  fail(error_code::too_costly, "all 2^64 coalitions of this game win, one more than 64 bits can count", "", "ask about fewer players: here nobody has any power");
}
}  // namespace detail

/// Exact counts of winning coalitions of a game of at most 64 players. Every number fits: of the 2^64 coalitions at least one
/// does not win, or the game is refused.
struct coalition_counts {
  /// 64 bits hold a coalition
  static constexpr std::size_t most_players = 64;

  std::size_t players = 0;  ///< how many players
  std::array<std::uint64_t, most_players + 1> winning{};  ///< by size
  std::array<std::array<std::uint64_t, most_players + 1>, most_players> winning_with{};  ///< by player, by size

  /// Counts of a game of n players, all 0.
  constexpr explicit coalition_counts(std::size_t n) : players{n} {}

  /// These counts, for a game of n players. Error COD-P705 when they are of a game of another size.
  [[nodiscard]] constexpr coalition_counts const& of(std::size_t n) const {
    if (n != players) detail::these_counts_are_of_another_game(players, n);
    return *this;
  }

  /// How many coalitions win?
  [[nodiscard]] constexpr std::uint64_t total() const {
    std::uint64_t sum = 0;
    for (std::size_t s = 0; s <= players; ++s) sum += winning[s];
    return sum;
  }
  /// How many winning coalitions is this player in?
  [[nodiscard]] constexpr std::uint64_t total_with(std::size_t player) const {
    std::uint64_t sum = 0;
    for (std::size_t s = 0; s <= players; ++s) sum += winning_with[player][s];
    return sum;
  }
  /// In how many coalitions of this size, the player included, does the player swing: wins it, and loses without?
  [[nodiscard]] constexpr std::uint64_t swings_of_size(std::size_t player, std::size_t size) const {
    if (size == 0) return 0;
    auto const won_without = winning[size - 1] - winning_with[player][size - 1];
    return winning_with[player][size] - won_without;
  }
  /// In how many coalitions does the player swing? The raw count of Banzhaf (1965) and Penrose (1946).
  [[nodiscard]] constexpr std::uint64_t swings(std::size_t player) const {
    auto const with = total_with(player);
    return with - (total() - with);
  }
};

}  // namespace codecision::power
