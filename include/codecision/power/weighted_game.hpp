// SPDX-License-Identifier: BSL-1.0
// Who wins when votes are weighted and one quota decides: a bank's board, a company's shareholders, a parliament?
#pragma once

#include <codecision/power/simple_game.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power {

/// Says that two disjoint coalitions may both win, as with a quota for blocking.
struct allow_improper_t {};
inline constexpr allow_improper_t allow_improper{};  ///< the value to pass

namespace detail {
[[noreturn]] inline void a_quota_must_be_positive(std::int64_t quota) {
  fail(error_code::bad_quota, "the quota is " + std::to_string(quota) + ", so that nobody at all would win", "",
       "give the weight that wins: a whole number from 1");
}
[[noreturn]] inline void nobody_reaches_this_quota(std::int64_t quota, std::int64_t total) {
  fail(error_code::bad_quota, "the quota is " + std::to_string(quota) + ", and all players together have " + std::to_string(total), "",
       "give a quota of at most the sum of the weights");
}
[[noreturn]] inline void two_disjoint_coalitions_could_both_win(std::int64_t quota, std::int64_t total) {
  fail(error_code::improper_game,
       "with a quota of " + std::to_string(quota) + " out of " + std::to_string(total) + ", two disjoint coalitions could both win", "",
       "give a quota above half, ask for power::dual of the rule when you mean blocking, or say power::allow_improper");
}
[[noreturn]] inline void a_game_needs_players() {
  fail(error_code::bad_weight, "a game needs at least one player", "", "give one weight a player");
}
[[noreturn]] inline void there_must_be_one_name_a_player(std::size_t names, std::size_t weights) {
  fail(error_code::bad_weight, std::to_string(names) + " names for " + std::to_string(weights) + " weights", "", "give one name a player, or none");
}
}  // namespace detail

/// A weighted game [quota; weights]: a coalition wins when its weights add up to at least the quota. Any number of players.
class weighted_game {
 public:
  using players_type = named_players;  ///< its players have names

  /// Errors: COD-P701 for a quota that is not positive or above the total, COD-P702 for a negative weight, a sum above
  /// 2^61 or no players, COD-P704 when two disjoint coalitions could both reach the quota.
  weighted_game(std::int64_t quota, std::vector<std::int64_t> weights, std::vector<std::string> names = {})
      : weighted_game{allow_improper, quota, std::move(weights), std::move(names)} {
    if (quota <= total_ - quota) detail::two_disjoint_coalitions_could_both_win(quota, total_);
  }
  /// The same where two disjoint coalitions may both win.
  weighted_game(allow_improper_t, std::int64_t quota, std::vector<std::int64_t> weights, std::vector<std::string> names = {})
      : quota_{quota}, weights_{std::move(weights)} {
    if (weights_.empty()) detail::a_game_needs_players();
    if (!names.empty() && names.size() != weights_.size()) detail::there_must_be_one_name_a_player(names.size(), weights_.size());
    players_ = names.empty() ? named_players{weights_.size()} : named_players{std::move(names)};
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      if (weights_[i] < 0) detail::a_weight_must_not_be_negative(players_.name(i), weights_[i]);
      if (weights_[i] > largest_sum - total_) detail::these_weights_add_up_to_too_much();
      total_ += weights_[i];
    }
    if (quota < 1) detail::a_quota_must_be_positive(quota);
    if (quota > total_) detail::nobody_reaches_this_quota(quota, total_);
  }

  /// Who plays.
  [[nodiscard]] named_players const& players() const { return players_; }
  /// How many are there?
  [[nodiscard]] std::size_t size() const { return weights_.size(); }
  /// The weight that wins.
  [[nodiscard]] std::int64_t quota() const { return quota_; }
  /// The weight of all players.
  [[nodiscard]] std::int64_t total() const { return total_; }
  /// The weights, player by player.
  [[nodiscard]] std::vector<std::int64_t> const& weights() const { return weights_; }
  /// Does this coalition win? For games of up to 64 players.
  [[nodiscard]] bool wins(coalition who) const {
    if (size() > 64) detail::coalitions_are_sets_of_at_most_64_players(size());
    std::int64_t sum = 0;
    detail::each_bit(who.bits() & coalition::all(size()).bits(), [&](std::size_t i) { sum += weights_[i]; });
    return sum >= quota_;
  }
  /// How many coalitions win? Errors and cost as for `count_coalitions`; defined in power/coalition_count.hpp.
  [[nodiscard]] std::uint64_t winning_coalitions() const;
  /// The same game in the form that all engines read.
  [[nodiscard]] simple_game simple() const { return {players_, {weights_}, {{0, quota_}}, {1}}; }

 private:
  std::int64_t quota_ = 0;
  std::int64_t total_ = 0;
  std::vector<std::int64_t> weights_;
  named_players players_;
};

}  // namespace codecision::power
