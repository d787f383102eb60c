// SPDX-License-Identifier: BSL-1.0
// In what part of all minimal winning coalitions is a player, as a share of all such memberships?
#pragma once

#include <codecision/power/engines/minimal_table.hpp>
#include <codecision/power/minimal_count.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/simple_game.hpp>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace codecision::power {

/// The public good index of Holler (1982, Political Studies 30): the outcome of a minimal winning coalition is a public
/// good, which each member enjoys whole. Counted: the minimal winning coalitions with each player; value = that number /
/// the sum of these numbers over all players.
/// Properties: the values add up to 1; a null player has 0, a dictator 1; equal players have equal values.
/// Trap: not monotone. A player with more weight may have less. Without the division by the sum, the numbers themselves
/// compare games (`minimal_with`).
template <class Players>
class holler_index : public detail::shares_of<Players> {
 public:
  /// An index of these players in which nobody has a share.
  explicit holler_index(Players const& players) : detail::shares_of<Players>{players}, with_(players.size()) {}

  /// How many minimal winning coalitions is this player in? 0 when it is not exact (see is_exact).
  template <class Key>
  [[nodiscard]] std::uint64_t minimal_with(Key const& player) const { return with_[this->at(player)]; }

  /// From the number of minimal winning coalitions with each player. Error COD-P706 when there are none. Cost: n.
  [[nodiscard]] static holler_index from(Players const& players, std::vector<std::uint64_t> const& with) {
    detail::wide sum = 0;
    for (auto const number : with) sum += number;
    if (sum == 0)
      detail::this_index_is_not_defined_for_this_game("public good index", "no minimal winning coalition has members", "check the quotas");
    holler_index index{players};
    for (std::size_t i = 0; i < with.size(); ++i) {
      index.with_[i] = with[i];
      index.set(i, detail::reduced_if_it_fits(with[i], sum), static_cast<double>(with[i]) / static_cast<double>(sum));
    }
    return index;
  }
  /// The index that these counts give.
  [[nodiscard]] static holler_index from(Players const& players, minimal_counts const& counts) {
    std::vector<std::uint64_t> with;
    for (std::size_t i = 0; i < counts.players; ++i) with.push_back(counts.total_with(i));
    return from(players, with);
  }
  /// The same from numbers that do not fit into 64 bits.
  [[nodiscard]] static holler_index from(Players const& players, std::vector<double> const& with) {
    holler_index index{players};
    auto const sum = std::accumulate(with.begin(), with.end(), 0.0);
    for (std::size_t i = 0; i < with.size(); ++i) index.set(i, with[i] / sum);
    return index;
  }

 private:
  typename Players::template list<std::uint64_t> with_;
};

/// What is each player's share in all memberships of minimal winning coalitions? Errors and cost: as for `count_minimal`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] auto holler(Game const& g, effort const& most = {}, Run const& run = {}) {
  return holler_index<typename Game::players_type>::from(g.players(), count_minimal(g, most, run));
}
/// The same for weighted games of any number of players: where they are too many to meet in the middle, by a table over
/// weights; where that would be too long, as a game of any other form. Exact up to 64 players; beyond, in doubles with a
/// relative error of about 1e-13.
template <class Run = one_after_the_other>
[[nodiscard]] holler_index<named_players> holler(weighted_game const& g, effort const& most = {}, Run const& run = {}) {
  using index = holler_index<named_players>;
  if (!detail::is_for_minimal_table(g, most)) return index::from(g.players(), count_minimal(g.simple(), most, run));
  detail::minimal_table const table{g};
  detail::check_cost(table.cost(1), most, [&] { return detail::ways_out_of_minimal_table(g, most, false, 1); });
  if (g.size() <= 64) return index::from(g.players(), table.minimal_with(std::uint64_t{1}));
  return index::from(g.players(), table.minimal_with(1.0));
}
/// The same for a game in its general form: one that a single weight decides is a weighted game.
template <class Run = one_after_the_other>
[[nodiscard]] holler_index<named_players> holler(simple_game const& g, effort const& most = {}, Run const& run = {}) {
  if (auto const rule = detail::one_weighted_rule(g)) return holler(*rule, most, run);
  return holler_index<named_players>::from(g.players(), count_minimal(g, most, run));
}

}  // namespace codecision::power
