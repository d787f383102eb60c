// SPDX-License-Identifier: BSL-1.0
// How often is a player decisive, when all other unions vote as one, and only its own union is divided?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/fraction.hpp>
#include <codecision/power/terms.hpp>
#include <codecision/power/unions.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace codecision::power {

/// The index of Banzhaf with a-priori unions (Owen 1981), also called the Banzhaf-Owen value. Counted: the pairs of a set R
/// of other unions and a set T of other members of the player's own union, such that R and T win with the player and lose
/// without. The index divides by the 2^(m-1) 2^(u-1) pairs there are, with m unions and u members of this one.
/// Properties: with every player alone, or all in one union, it is the absolute Banzhaf index; a null player has 0.
/// Trap: unlike the index of Owen, the values of a union do not add up to its index in the quotient game, and shares of
/// players of different unions have different denominators: compare `absolute`, not `swings`.
template <class Players>
class banzhaf_owen_index : public result_for<Players> {
 public:
  /// In how many pairs of a set of unions and a set of fellow members does this player swing?
  template <class Key>
  [[nodiscard]] std::uint64_t swings(Key const& player) const { return swings_[this->at(player)]; }
  /// The probability of being decisive: swings / 2^(m+u-2).
  template <class Key>
  [[nodiscard]] double absolute(Key const& player) const { return exact(player).value(); }
  /// The same as a fraction in lowest terms.
  template <class Key>
  [[nodiscard]] fraction exact(Key const& player) const { return reduced(swings(player), std::uint64_t{1} << pairs_[this->at(player)]); }

  /// The index that these counts give.
  [[nodiscard]] static banzhaf_owen_index from(Players const& players, detail::union_counts const& counts) {
    banzhaf_owen_index index{players};
    auto const& parts = counts.parts().parts;
    for (std::size_t p = 0; p < parts.size(); ++p)
      for (std::size_t j = 0; j < parts[p].size(); ++j) {
        auto const player = parts[p][j];
        index.pairs_[player] = parts.size() + parts[p].size() - 2;
        if (index.pairs_[player] > 63) detail::coalitions_are_sets_of_at_most_64_players(players.size());
        counts.each(p, j, [&](std::size_t, std::size_t, std::uint64_t swings) { index.swings_[player] += swings; });
      }
    return index;
  }

 private:
  explicit banzhaf_owen_index(Players const& players) : result_for<Players>{players}, swings_(players.size()), pairs_(players.size()) {}

  std::vector<std::uint64_t> swings_;
  std::vector<std::size_t> pairs_;  ///< the number of pairs, as a power of two
};

/// How often is each player decisive, when the other unions vote as one? Parameters, cost and errors: as for `owen`;
/// further, COD-P703 for more than 64 players with the members of one union counted one by one.
template <detail::has_simple_form Game, class Run = one_after_the_other>
[[nodiscard]] auto banzhaf_owen(Game const& g, std::vector<bloc> const& unions, effort const& most = {}, Run const& run = {}) {
  return banzhaf_owen_index<typename Game::players_type>::from(g.players(), detail::count_unions(g, unions, most, run));
}

}  // namespace codecision::power
