// SPDX-License-Identifier: BSL-1.0
// How many coalitions win, found by looking at each: the yardstick for all other engines.
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/simple_game.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>

namespace codecision::power::detail {

/// 2^28 coalitions take some three seconds; each further player doubles that.
inline constexpr std::size_t most_players_to_enumerate = 28;

/// Why a game of n players is not enumerated; nothing when it can be.
[[nodiscard]] inline std::string enumeration_refusal(std::size_t n) {
  if (n <= most_players_to_enumerate) return {};
  return "the game has " + std::to_string(n) + " players, and enumeration looks at all coalitions of at most " + std::to_string(most_players_to_enumerate);
}

/// What enumeration will cost: each coalition changes one sum a dimension, and each winning one is counted for its players.
[[nodiscard]] inline estimate enumeration_cost(std::size_t n, std::size_t dimensions) {
  return {engine::enumeration, static_cast<double>(std::uint64_t{1} << n) * static_cast<double>(4 + dimensions + n / 8), sizeof(coalition_counts)};
}

/// Calls f(coalition, wins) for every coalition, in the order of a reflected Gray code: one player comes or goes at a
/// time, so each step adds one weight a dimension.
template <class Form, class F>
constexpr void each_coalition(Form const& form, F f) {
  std::array<std::int64_t, most_conditions> sums{};
  std::uint64_t set = 0;
  for (std::uint64_t step = 0;;) {
    std::uint64_t held = 0;
    for (std::size_t k = 0; k < form.conditions().size(); ++k)
      held |= std::uint64_t{sums[form.conditions()[k].dimension] >= form.conditions()[k].quota} << k;
    bool wins = false;
    for (auto const term : form.terms()) wins = wins || (term & ~held) == 0;
    f(coalition::from_bits(set), wins);
    if (++step >> form.size() != 0) return;
    auto const player = static_cast<std::size_t>(std::countr_zero(step));
    auto const comes = (set >> player & 1) == 0;
    set ^= std::uint64_t{1} << player;
    for (std::size_t d = 0; d < form.dimensions(); ++d) sums[d] += comes ? form.weight(d, player) : -form.weight(d, player);
  }
}

/// Counts one more coalition that wins.
constexpr void add_winning(coalition_counts& counts, coalition who) {
  auto const size = static_cast<std::size_t>(who.size());
  ++counts.winning[size];
  each_bit(who.bits(), [&](std::size_t i) { ++counts.winning_with[i][size]; });
}

/// Winning coalitions by size, and those with each player. Cost: 2^n.
template <class Form>
[[nodiscard]] constexpr coalition_counts count_by_enumeration(Form const& form) {
  coalition_counts counts{form.size()};
  each_coalition(form, [&](coalition who, bool wins) {
    if (wins) add_winning(counts, who);
  });
  return counts;
}

}  // namespace codecision::power::detail
