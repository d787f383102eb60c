// SPDX-License-Identifier: BSL-1.0
// How often is a player decisive, when all coalitions are equally likely?
#pragma once

#include <codecision/power/coalition_count.hpp>
#include <codecision/power/engines/one_condition.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/simple_game.hpp>

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace codecision::power {

/// The index of Penrose (1946), Banzhaf (1965) and Coleman (1971). Player i swings in a coalition that wins with i and
/// loses without. The absolute index is swings / 2^(n-1): the probability that i decides when all others toss a coin. The
/// normalised one divides by the swings of all: shares add up to 1, but they hide how hard it is to decide anything.
/// Above 64 players only the probabilities are known, in doubles (see is_exact).
/// Properties: a null player has no swings; equal players have equal swings; the dual game has the same swings.
template <class Players>
class banzhaf_index : public result_for<Players> {
 public:
  /// An index of these players in which nobody swings; banzhaf() makes the true one.
  constexpr explicit banzhaf_index(Players const& players) : result_for<Players>{players}, swings_(players.size()) {}

  /// Are the swings known as whole numbers?
  [[nodiscard]] constexpr bool is_exact() const { return is_exact_; }
  /// In how many coalitions does this player swing? By position, member state or name. 0 when it is not exact.
  template <class Key>
  [[nodiscard]] constexpr std::uint64_t swings(Key const& player) const { return swings_[this->at(player)]; }
  /// The swings of all players together; 0 when it is not exact.
  [[nodiscard]] constexpr std::uint64_t swings() const { return sum_; }
  /// The probability of being decisive: swings / 2^(n-1).
  template <class Key>
  [[nodiscard]] constexpr double absolute(Key const& player) const {
    return is_exact_ ? static_cast<double>(swings(player)) / half() : absolute_[this->at(player)];
  }
  /// The share in all swings; 0 in a game without any.
  template <class Key>
  [[nodiscard]] constexpr double normalised(Key const& player) const {
    if (is_exact_) return sum_ == 0 ? 0.0 : static_cast<double>(swings(player)) / static_cast<double>(sum_);
    return absolute_sum_ > 0 ? absolute(player) / absolute_sum_ : 0.0;
  }
  /// How many coalitions win? 0 when it is not exact.
  [[nodiscard]] constexpr std::uint64_t winning_coalitions() const { return winning_; }

  /// From the counts of a game. Cost: n^2.
  [[nodiscard]] static constexpr banzhaf_index from(Players const& players, coalition_counts const& counts) {
    banzhaf_index index{players};
    index.winning_ = counts.total();
    for (std::size_t i = 0; i < counts.players; ++i) index.add(i, counts.swings(i));
    return index;
  }
  /// From swings that were counted in another way.
  [[nodiscard]] static banzhaf_index from(Players const& players, detail::swing_counts const& counts) {
    banzhaf_index index{players};
    index.winning_ = counts.winning;
    for (std::size_t i = 0; i < counts.swings.size(); ++i) index.add(i, counts.swings[i]);
    return index;
  }
  /// From the absolute index of each player, where swings are too many to be counted in 64 bits.
  [[nodiscard]] static banzhaf_index from(Players const& players, typename Players::template list<double> absolute) {
    banzhaf_index index{players};
    index.is_exact_ = false;
    for (auto const value : absolute) index.absolute_sum_ += value;
    index.absolute_ = std::move(absolute);
    return index;
  }

 private:
  /// The swings of each player fit into 64 bits; with 63 or 64 players their sum may not.
  constexpr void add(std::size_t player, std::uint64_t swings) {
    if (sum_ + swings < sum_) detail::these_swings_need_more_than_64_bits(this->size());
    swings_[player] = swings;
    sum_ += swings;
  }
  [[nodiscard]] constexpr double half() const {
    double power = 1;
    for (std::size_t i = 1; i < this->size(); ++i) power *= 2;
    return power;
  }

  typename Players::template list<std::uint64_t> swings_;
  std::uint64_t sum_ = 0;
  std::uint64_t winning_ = 0;
  bool is_exact_ = true;
  typename Players::template list<double> absolute_;  ///< where swings are not exact
  double absolute_sum_ = 0;
};

namespace detail {
/// The probability of being decisive in a weighted game of any number of players: swings of any length, rounded once.
template <class Run>
[[nodiscard]] std::vector<double> banzhaf_absolute_by_table(weighted_game const& g, Run const& run) {
  auto const counted = swings_by_table(g, run);
  std::vector<double> values;
  for (auto const& swings : counted.swings) {
    double value = 0;
    auto power = 1 - static_cast<int>(g.size());
    for (auto const digit : swings.digits()) {
      value += std::ldexp(static_cast<double>(digit), power);
      power += static_cast<int>(digit_bits);
    }
    values.push_back(value);
  }
  return values;
}
/// The same in any game of more than 64 players: by the table where one condition decides, otherwise by a diagram.
template <class Run>
[[nodiscard]] std::vector<double> banzhaf_absolute_of_many(simple_game const& g, effort const& most, Run const& run) {
  if (most.by != engine::diagram)
    if (auto const rule = one_weighted_rule(g); rule && is_affordable(swings_cost(*rule), most)) return banzhaf_absolute_by_table(*rule, run);
  if (most.by == engine::table)
    this_engine_cannot_count_this_game(most.by, "more than one condition decides, or the table is too long", "leave the choice to the library");
  return diagram_banzhaf_absolute(g, most);
}
}  // namespace detail

/// How often is each player decisive? Exact swings for games of up to 64 players. For more, probabilities: with one condition by a
/// table, each rounded once; with several criteria, or in several chambers, by a decision diagram, which errs by some 1e-16. Exact
/// numbers of any length are in power/big.hpp. Errors and cost: as for `count_coalitions`; above 64 players COD-P703 for engines
/// other than these two, and when the diagram becomes larger than the effort allows.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] constexpr auto banzhaf(Game const& g, effort const& most = {}, Run const& run = {}) {
  if constexpr (detail::has_simple_form<Game> && std::same_as<typename Game::players_type, named_players>)
    if (g.size() > coalition_counts::most_players && detail::counts_many_players(most.by, engine::table))
      return banzhaf_index<named_players>::from(g.players(), detail::banzhaf_absolute_of_many(detail::simple_form(g), most, run));
  if constexpr (std::same_as<Game, weighted_game>)  // a table without the sizes of coalitions may be cheaper
    if (detail::prefers_table(g, most, [&] { return counting_cost(g.simple(), engine::automatic, most); }))
      return banzhaf_index<named_players>::from(g.players(), detail::count_swings_by_table(g, most, run));
  return banzhaf_index<typename Game::players_type>::from(g.players(), count_coalitions(g, most, run));
}
/// The same from counts that are known already (error COD-P705 when they are of a game of another size): one count serves several indices.
template <class Game>
[[nodiscard]] constexpr auto banzhaf(Game const& g, coalition_counts const& counts) {
  return banzhaf_index<typename Game::players_type>::from(g.players(), counts.of(g.size()));
}

}  // namespace codecision::power
