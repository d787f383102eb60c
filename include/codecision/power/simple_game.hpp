// SPDX-License-Identifier: BSL-1.0
// Which coalitions win, when winning is a matter of adding up? The form that all games can take and all engines read.
#pragma once

#include <codecision/power/players.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power {

/// One condition: the weights of a coalition in this dimension add up to at least the quota.
struct condition {
  std::size_t dimension = 0;  ///< which sort of weights
  std::int64_t quota = 0;  ///< how much is needed
  [[nodiscard]] friend constexpr bool operator==(condition const&, condition const&) = default;
};

/// The largest number of conditions of one game: a term is a set of conditions, in 64 bits.
inline constexpr std::size_t most_conditions = 64;

/// The largest sum of the weights of a game: twice that still fits into 64 bits.
inline constexpr std::int64_t largest_sum = std::int64_t{1} << 61;

namespace detail {
[[noreturn]] inline void a_weight_must_not_be_negative(std::string const& player, std::int64_t weight) {
  fail(error_code::bad_weight, "the weight of " + player + " is " + std::to_string(weight), "",
       "give weights of zero or more; whoever votes the other way round is not a player of a simple game");
}
[[noreturn]] inline void these_weights_add_up_to_too_much() {
  fail(error_code::bad_weight, "the weights add up to more than 2 305 843 009 213 693 952", "",
       "divide all weights and the quota by their greatest common divisor, or give them in thousands");
}
[[noreturn]] inline void this_game_has_too_many_conditions(std::size_t n) {
  fail(error_code::too_costly, "the game would have " + std::to_string(n) + " conditions",
       std::to_string(most_conditions) + " conditions at most",
       "combine fewer games; a game from a list of minimal winning coalitions can have 64 of them");
}
[[noreturn]] inline void this_game_has_too_many_dimensions(std::size_t n) {
  fail(error_code::too_costly, "the game would have " + std::to_string(n) + " dimensions", std::to_string(most_conditions) + " dimensions at most",
       "leave out the dimensions that no condition asks for");
}
[[noreturn]] inline void coalitions_are_sets_of_at_most_64_players(std::size_t n,
                                                                   std::string const& advice = "merge players into blocs or leave some out, down to 64") {
  fail(error_code::too_costly, "a coalition is a set of at most 64 players, and this game has " + std::to_string(n), "", advice);
}

[[noreturn]] inline void this_is_not_the_form_of_a_game(std::string const& why) {
  fail(error_code::bad_weight, "this is not the form of a game: " + why, "",
       "give one weight a player and dimension, conditions on these dimensions, and terms on these conditions");
}

[[nodiscard]] constexpr std::int64_t sum_of(std::vector<std::int64_t> const& weights) {
  std::int64_t sum = 0;
  for (auto const w : weights) sum += w;
  return sum;
}
}  // namespace detail

/// A simple game (von Neumann and Morgenstern 1944) as conditions and terms: a coalition wins when all conditions of at
/// least one term hold. As weights are not negative, more votes never lose: the game is monotone.
class simple_game {
 public:
  using players_type = named_players;  ///< its players have names

  /// `weights`: for each dimension one weight a player. `terms`: sets of conditions, bit k for the condition k.
  /// Errors: COD-P702 for a negative weight, a sum above 2^61, or parts that do not fit together; COD-P703 for more than 64
  /// conditions.
  simple_game(named_players players, std::vector<std::vector<std::int64_t>> weights, std::vector<condition> conditions,
              std::vector<std::uint64_t> terms)
      : players_{std::move(players)}, weights_{std::move(weights)}, conditions_{std::move(conditions)}, terms_{std::move(terms)} {
    if (conditions_.size() > most_conditions) detail::this_game_has_too_many_conditions(conditions_.size());
    if (weights_.size() > most_conditions) detail::this_game_has_too_many_dimensions(weights_.size());
    for (auto const& dimension : weights_) totals_.push_back(checked_total(dimension));
    for (auto& c : conditions_) {
      if (c.dimension >= weights_.size()) detail::this_is_not_the_form_of_a_game("a condition names dimension " + std::to_string(c.dimension));
      c.quota = (std::min)((std::max)(c.quota, std::int64_t{0}), total(c.dimension) + 1);  // what always holds, and what never does
    }
    for (auto const term : terms_)
      if (conditions_.size() < most_conditions && term >> conditions_.size() != 0) detail::this_is_not_the_form_of_a_game("a term names a condition that there is not");
  }

  /// Who plays.
  [[nodiscard]] named_players const& players() const { return players_; }
  /// How many are there?
  [[nodiscard]] std::size_t size() const { return players_.size(); }
  /// How many sorts of weights there are.
  [[nodiscard]] std::size_t dimensions() const { return weights_.size(); }
  /// The weights of a dimension, player by player.
  [[nodiscard]] std::vector<std::int64_t> const& weights(std::size_t dimension) const { return weights_[dimension]; }
  /// The weight of a player in a dimension.
  [[nodiscard]] std::int64_t weight(std::size_t dimension, std::size_t player) const { return weights_[dimension][player]; }
  /// The sum of all weights of a dimension.
  [[nodiscard]] std::int64_t total(std::size_t dimension) const { return totals_[dimension]; }
  /// The conditions that terms are made of.
  [[nodiscard]] std::vector<condition> const& conditions() const { return conditions_; }
  /// Sets of conditions, a bit for each: who meets all of one term wins.
  [[nodiscard]] std::vector<std::uint64_t> const& terms() const { return terms_; }

  /// Does this coalition win? Error COD-P703 in a game of more than 64 players. Cost: one addition a player and dimension.
  [[nodiscard]] bool wins(coalition who) const {
    if (size() > 64) detail::coalitions_are_sets_of_at_most_64_players(size());
    std::uint64_t held = 0;
    for (std::size_t k = 0; k < conditions_.size(); ++k)
      if (sum(conditions_[k].dimension, who) >= conditions_[k].quota) held |= std::uint64_t{1} << k;
    for (auto const term : terms_)
      if ((term & ~held) == 0) return true;
    return false;
  }
  /// How many coalitions win? Errors and cost as for `count_coalitions`; defined in power/coalition_count.hpp.
  [[nodiscard]] std::uint64_t winning_coalitions() const;
  /// What the weights of a coalition in one dimension add up to.
  [[nodiscard]] std::int64_t sum(std::size_t dimension, coalition who) const {
    std::int64_t sum = 0;
    detail::each_bit(who.bits() & coalition::all(size()).bits(), [&](std::size_t i) { sum += weights_[dimension][i]; });
    return sum;
  }

 private:
  [[nodiscard]] std::int64_t checked_total(std::vector<std::int64_t> const& dimension) const {
    if (dimension.size() != players_.size())
      detail::this_is_not_the_form_of_a_game(std::to_string(dimension.size()) + " weights for " + std::to_string(players_.size()) + " players");
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < dimension.size(); ++i) {
      if (dimension[i] < 0) detail::a_weight_must_not_be_negative(players_.name(i), dimension[i]);
      if (dimension[i] > largest_sum - sum) detail::these_weights_add_up_to_too_much();
      sum += dimension[i];
    }
    return sum;
  }

  named_players players_;
  std::vector<std::vector<std::int64_t>> weights_;
  std::vector<std::int64_t> totals_;
  std::vector<condition> conditions_;
  std::vector<std::uint64_t> terms_;
};

}  // namespace codecision::power
