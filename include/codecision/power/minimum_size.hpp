// SPDX-License-Identifier: BSL-1.0
// What is a player's share when only the winning coalitions with the fewest members form?
#pragma once

#include <codecision/power/coalition_count.hpp>
#include <codecision/power/sharing.hpp>

namespace codecision::power {

/// The index of Felsenthal (2016, Homo Oeconomicus 33): of the minimal winning coalitions only those with the fewest
/// members form, each with the same probability, and its members divide the prize equally. Counted: winning coalitions of
/// the least size (all of them are minimal), and those with each player; value = that number / (size x their number).
/// Properties: the values add up to 1; a null player has 0, a dictator 1; more desirable players never have less.
/// Trap: a player who is not null may have 0, when every coalition of the least size can do without it.
template <class Players>
class minimum_size_index : public detail::shares_of<Players> {
 public:
  explicit minimum_size_index(Players const& players) : detail::shares_of<Players>{players} {}

  /// With how many members can a coalition win?
  [[nodiscard]] std::size_t least_size() const { return size_; }
  /// How many coalitions of that size win?
  [[nodiscard]] std::uint64_t coalitions() const { return coalitions_; }

  /// Error COD-P706 when no coalition wins, or even the empty one. Cost: n.
  [[nodiscard]] static minimum_size_index from(Players const& players, coalition_counts const& counts) {
    minimum_size_index index{players};
    while (index.size_ < counts.players && counts.winning[index.size_] == 0) ++index.size_;
    index.coalitions_ = counts.winning[index.size_];
    if (index.size_ == 0 || index.coalitions_ == 0)
      detail::this_index_is_not_defined_for_this_game("minimum-size index", "no winning coalition of the least size has members", "check the quotas");
    auto const whole = detail::wide{index.coalitions_} * index.size_;
    for (std::size_t i = 0; i < counts.players; ++i) {
      auto const with = counts.winning_with[i][index.size_];
      index.set(i, detail::reduced_if_it_fits(with, whole), static_cast<double>(with) / static_cast<double>(whole));
    }
    return index;
  }

 private:
  std::size_t size_ = 0;
  std::uint64_t coalitions_ = 0;
};

/// What is each player's share in the winning coalitions of the least size? Errors and cost: as for `count_coalitions`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] auto minimum_size(Game const& g, effort const& most = {}, Run const& run = {}) {
  return minimum_size_index<typename Game::players_type>::from(g.players(), count_coalitions(g, most, run));
}

}  // namespace codecision::power
