// SPDX-License-Identifier: BSL-1.0
// How easily does the body decide, and how well can a player bring a decision about, or prevent it?
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/ratio_index.hpp>

#include <cstddef>
#include <cstdint>

namespace codecision::power {

/// The power of a collectivity to act (Coleman 1971): the share of winning coalitions in all 2^n. It says how likely a
/// decision is when all toss a coin: 1/2 at most in a proper game, and small under unanimity.
class power_to_act {
 public:
  /// From the number of winning coalitions of so many players.
  constexpr power_to_act(std::uint64_t winning, std::size_t players) : winning_{winning}, players_{players} {}

  /// How many coalitions win.
  [[nodiscard]] constexpr std::uint64_t winning_coalitions() const { return winning_; }
  /// Winning coalitions / 2^n.
  [[nodiscard]] constexpr double value() const { return detail::quotient(winning_, detail::coalitions_of(players_)); }
  /// The same as a fraction in lowest terms, for up to 63 players; 0/1 for 64.
  [[nodiscard]] constexpr fraction exact() const { return players_ < 64 ? reduced(winning_, detail::coalitions_of(players_)) : fraction{}; }

 private:
  std::uint64_t winning_;
  std::size_t players_;
};

/// The power to prevent action (Coleman 1971): of the coalitions that win, the share in which the player swings, so that
/// leaving would undo the decision. 1 for a player with a veto, 0 for a null player.
/// Counted: swings / winning coalitions. In a game that nobody can win it is 0.
template <class Players>
class coleman_prevention : public ratio_index<Players> {
 public:
  /// The index that these counts give.
  [[nodiscard]] static constexpr coleman_prevention from(Players const& players, coalition_counts const& counts) {
    auto const winning = counts.total();
    return {players, winning == 0 ? 1 : winning, [&](std::size_t i) { return counts.swings(i); }};
  }

 private:
  using ratio_index<Players>::ratio_index;
};

/// The power to initiate action (Coleman 1971): of the coalitions that lose, the share in which the player would swing by
/// joining. 1 for a player who wins alone, 0 for a null player.
/// Counted: swings / losing coalitions. When even nobody wins, it is 0.
/// Trap: normalised to a sum of 1, both Coleman indices are the normalised Banzhaf index; what they add is lost. The
/// harmonic mean of the two is the absolute Banzhaf index.
template <class Players>
class coleman_initiative : public ratio_index<Players> {
 public:
  /// The index that these counts give.
  [[nodiscard]] static constexpr coleman_initiative from(Players const& players, coalition_counts const& counts) {
    auto const winning = counts.total();
    auto const losing = detail::coalitions_of(counts.players) - winning;  // modulo 2^64, which is right for 64 players
    return {players, losing == 0 && winning != 0 ? 1 : losing, [&](std::size_t i) { return counts.swings(i); }};
  }

 private:
  using ratio_index<Players>::ratio_index;
};

/// How likely is a decision when all coalitions are equally likely? Errors and cost: as for `count_coalitions`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] constexpr power_to_act coleman_power_to_act(Game const& g, effort const& most = {}, Run const& run = {}) {
  return {count_coalitions(g, most, run).total(), g.size()};
}
/// The same from counts that are known already (error COD-P705 when they are of a game of another size).
template <class Game>
[[nodiscard]] constexpr power_to_act coleman_power_to_act(Game const& g, coalition_counts const& counts) {
  return {counts.of(g.size()).total(), g.size()};
}

/// How often can each player undo a decision that was taken? Errors and cost: as for `count_coalitions`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] constexpr auto coleman_power_to_prevent(Game const& g, effort const& most = {}, Run const& run = {}) {
  return coleman_prevention<typename Game::players_type>::from(g.players(), count_coalitions(g, most, run));
}
/// The same from counts that are known already (error COD-P705 when they are of a game of another size).
template <class Game>
[[nodiscard]] constexpr auto coleman_power_to_prevent(Game const& g, coalition_counts const& counts) {
  return coleman_prevention<typename Game::players_type>::from(g.players(), counts.of(g.size()));
}

/// How often can each player bring about a decision that was not taken? Errors and cost: as for `count_coalitions`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] constexpr auto coleman_power_to_initiate(Game const& g, effort const& most = {}, Run const& run = {}) {
  return coleman_initiative<typename Game::players_type>::from(g.players(), count_coalitions(g, most, run));
}
/// The same from counts that are known already (error COD-P705 when they are of a game of another size).
template <class Game>
[[nodiscard]] constexpr auto coleman_power_to_initiate(Game const& g, coalition_counts const& counts) {
  return coleman_initiative<typename Game::players_type>::from(g.players(), counts.of(g.size()));
}

}  // namespace codecision::power
