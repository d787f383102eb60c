// SPDX-License-Identifier: BSL-1.0
// How often is a player pivotal, when all orders of joining are equally likely?
#pragma once

#include <codecision/power/coalition_count.hpp>
#include <codecision/power/engines/one_condition.hpp>
#include <codecision/power/engines/quadrature.hpp>
#include <codecision/power/fraction.hpp>
#include <codecision/power/orders.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/simple_game.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace codecision::power {

/// The index of Shapley and Shubik (1954): players join in random order, and the pivot is the one who makes the coalition
/// win. A swing in a coalition of s players is pivotal in (s-1)! (n-s)! of the n! orders. The index is exact: with L, the
/// least common multiple of 1 to n, a swing of size s counts L / (n C(n-1, s-1)), a whole number, so the index is a whole
/// number over L. Up to 46 players L fits into 64 bits.
/// Properties: the values add up to 1; a null player has 0; the dual game has the same values.
template <class Players>
class shapley_shubik_index : public result_for<Players> {
 public:
  /// An index of these players in which nobody is pivotal.
  constexpr explicit shapley_shubik_index(Players const& players)
      : result_for<Players>{players}, numerators_(players.size()), values_(players.size()) {}

  /// The probability of being pivotal. By position, member state or name.
  template <class Key>
  [[nodiscard]] constexpr double value(Key const& player) const { return values_[this->at(player)]; }
  /// Is the index known as a fraction?
  [[nodiscard]] constexpr bool is_exact() const { return denominator_ != 0; }
  /// The index as a fraction in lowest terms; 0/1 when it is not exact (see is_exact).
  template <class Key>
  [[nodiscard]] constexpr fraction exact(Key const& player) const {
    return is_exact() ? reduced(numerators_[this->at(player)], denominator_) : fraction{};
  }

  /// From the counts of a game. Above 46 players only the doubles are filled. Cost: n^2.
  [[nodiscard]] static constexpr shapley_shubik_index from(Players const& players, coalition_counts const& counts) {
    shapley_shubik_index index{players};
    auto const n = counts.players;
    detail::shares_of_orders const orders{n};
    index.denominator_ = orders.all;
    for (std::size_t s = 1; s <= n; ++s)
      for (std::size_t i = 0; i < n; ++i) {
        auto const swings = counts.swings_of_size(i, s);
        index.numerators_[i] += swings * orders.after[s - 1];
        index.values_[i] += static_cast<double>(swings) * orders.probability_after[s - 1];
      }
    if (index.is_exact())
      for (std::size_t i = 0; i < n; ++i) index.values_[i] = fraction{index.numerators_[i], index.denominator_}.value();
    return index;
  }
  /// From values found by another way, such as quadrature.
  [[nodiscard]] static shapley_shubik_index from(Players const& players, typename Players::template list<double> values) {
    shapley_shubik_index index{players};
    index.values_ = std::move(values);
    return index;
  }

 private:
  typename Players::template list<std::uint64_t> numerators_;
  typename Players::template list<double> values_;
  std::uint64_t denominator_ = 0;
};

namespace detail {
/// The probability of being pivotal in a game of more than 64 players: by quadrature where one condition decides, otherwise
/// by a diagram.
template <class Run>
[[nodiscard]] std::vector<double> shapley_of_many(simple_game const& g, effort const& most, Run const& run) {
  if (most.by != engine::diagram)
    if (auto const rule = one_weighted_rule(g);
        rule && (most.by == engine::quadrature || is_affordable(quadrature_cost(rule->quota(), rule->weights()), most)))
      return shapley_by_quadrature(*rule, most, run);
  if (most.by == engine::quadrature)
    this_engine_cannot_count_this_game(most.by, "more than one condition decides", "leave the choice to the library");
  return diagram_shapley(g, most);
}
}  // namespace detail

/// How often is each player pivotal? Exact for games of up to 46 players; in doubles for more. Above 64 players by a decision
/// diagram, with errors of some 1e-16, and where one condition decides by quadrature. Errors and cost: as for
/// `count_coalitions`; above 64 players COD-P703 for engines other than these two, and when the diagram becomes larger than
/// the effort allows.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] constexpr auto shapley_shubik(Game const& g, effort const& most = {}, Run const& run = {}) {
  if constexpr (detail::has_simple_form<Game> && std::same_as<typename Game::players_type, named_players>)
    if (g.size() > coalition_counts::most_players && detail::counts_many_players(most.by, engine::quadrature))
      return shapley_shubik_index<named_players>::from(g.players(), detail::shapley_of_many(detail::simple_form(g), most, run));
  return shapley_shubik_index<typename Game::players_type>::from(g.players(), count_coalitions(g, most, run));
}

/// The same for a weighted game of any number of players: from exact counts where they are affordable, otherwise by
/// quadrature, with a relative error below 1e-12 (see power/engines/quadrature.hpp).
template <class Run = one_after_the_other>
[[nodiscard]] shapley_shubik_index<named_players> shapley_shubik(weighted_game const& g, effort const& most = {}, Run const& run = {}) {
  if (detail::prefers_quadrature(g, most, [&] { return counting_cost(g.simple(), engine::automatic, most); }))
    return shapley_shubik_index<named_players>::from(g.players(), detail::shapley_by_quadrature(g, most, run));
  return shapley_shubik_index<named_players>::from(g.players(), count_coalitions(g, most, run));
}
/// The same from counts that are known already (error COD-P705 when they are of a game of another size): one count serves several indices.
template <class Game>
[[nodiscard]] constexpr auto shapley_shubik(Game const& g, coalition_counts const& counts) {
  return shapley_shubik_index<typename Game::players_type>::from(g.players(), counts.of(g.size()));
}

}  // namespace codecision::power
