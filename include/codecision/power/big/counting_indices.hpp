// SPDX-License-Identifier: BSL-1.0
// Which indices follow from the swings of a weighted game of hundreds of players?
#pragma once

#include <codecision/power/big.hpp>
#include <codecision/power/players.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace codecision::power::big {

/// One whole number of any length for each player, over one that is the same for all: both are counts of coalitions.
class ratio_index : public result_for<named_players> {
 public:
  /// Counts, each over the same number.
  ratio_index(named_players const& players, std::vector<cpp_int> counts, cpp_int of_how_many)
      : result_for{players}, counts_{std::move(counts)}, of_how_many_{std::move(of_how_many)} {}

  /// The number of coalitions counted for this player. By position or name. A cpp_int.
  template <class Key>
  [[nodiscard]] cpp_int const& count(Key const& player) const { return counts_[this->at(player)]; }
  /// The number of coalitions that all counts are divided by. A cpp_int.
  [[nodiscard]] cpp_int const& of_how_many() const { return of_how_many_; }
  /// The index as a fraction in lowest terms. A cpp_rational.
  template <class Key>
  [[nodiscard]] cpp_rational exact(Key const& player) const { return {count(player), of_how_many_}; }
  /// The index as the nearest double.
  template <class Key>
  [[nodiscard]] double value(Key const& player) const { return detail::quotient(count(player), of_how_many_); }

 private:
  std::vector<cpp_int> counts_;
  cpp_int of_how_many_;
};

namespace detail {
[[nodiscard]] inline cpp_int all_coalitions(banzhaf_index const& b) { return cpp_int{1} << static_cast<unsigned>(b.size()); }

/// For each player what f makes of its swings, over one denominator.
template <class F>
[[nodiscard]] ratio_index ratios(banzhaf_index const& b, cpp_int of_how_many, F f) {
  std::vector<cpp_int> counts;
  for (std::size_t i = 0; i < b.size(); ++i) counts.push_back(f(b.swings(i)));
  return {b.players(), std::move(counts), std::move(of_how_many)};
}
/// The winning coalitions with a player: as many as there are without it, and its swings, add up to those that win.
[[nodiscard]] inline cpp_int winning_with(banzhaf_index const& b, cpp_int const& swings) { return (b.winning_coalitions() + swings) / 2; }
}  // namespace detail

// What these indices mean is said in power/coleman.hpp, rae.hpp, inclusiveness.hpp, nevison.hpp and public_help.hpp. All of them
// take the swings that `banzhaf(game)` has counted, cost one division a player, and have no errors: a weighted game has
// coalitions that win and coalitions that lose.

/// The power of a collectivity to act (Coleman 1971): winning coalitions / 2^n, in lowest terms. A cpp_rational.
[[nodiscard]] inline cpp_rational coleman_power_to_act(banzhaf_index const& b) { return {b.winning_coalitions(), detail::all_coalitions(b)}; }
/// The power to prevent action (Coleman 1971): swings / winning coalitions.
[[nodiscard]] inline ratio_index coleman_power_to_prevent(banzhaf_index const& b) {
  return detail::ratios(b, b.winning_coalitions(), [](cpp_int const& swings) { return swings; });
}
/// The power to initiate action (Coleman 1971): swings / losing coalitions.
[[nodiscard]] inline ratio_index coleman_power_to_initiate(banzhaf_index const& b) {
  return detail::ratios(b, detail::all_coalitions(b) - b.winning_coalitions(), [](cpp_int const& swings) { return swings; });
}
/// The index of Rae (1969): of all 2^n votes, those whose outcome agrees with the player's vote.
[[nodiscard]] inline ratio_index rae(banzhaf_index const& b) {
  auto const all = detail::all_coalitions(b);
  return detail::ratios(b, all, [&](cpp_int const& swings) { return cpp_int{all / 2 + swings}; });
}
/// Inclusiveness (König and Bräuninger 1998): of the winning coalitions, those with the player.
[[nodiscard]] inline ratio_index inclusiveness(banzhaf_index const& b) {
  return detail::ratios(b, b.winning_coalitions(), [&](cpp_int const& swings) { return detail::winning_with(b, swings); });
}
/// The index Z of Nevison (1979): of the coalitions with the player, those that win.
[[nodiscard]] inline ratio_index nevison(banzhaf_index const& b) {
  return detail::ratios(b, detail::all_coalitions(b) / 2, [&](cpp_int const& swings) { return detail::winning_with(b, swings); });
}
/// The public help index (Bertini, Gambarelli and Stach 2008): the winning coalitions with the player, over their sum.
[[nodiscard]] inline ratio_index public_help(banzhaf_index const& b) {
  cpp_int sum = 0;
  for (std::size_t i = 0; i < b.size(); ++i) sum += detail::winning_with(b, b.swings(i));
  return detail::ratios(b, std::move(sum), [&](cpp_int const& swings) { return detail::winning_with(b, swings); });
}

}  // namespace codecision::power::big
