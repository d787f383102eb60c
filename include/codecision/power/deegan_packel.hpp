// SPDX-License-Identifier: BSL-1.0
// What is a player's share when each minimal winning coalition is equally likely, and divides equally?
#pragma once

#include <codecision/power/engines/minimal_table.hpp>
#include <codecision/power/minimal_count.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/simple_game.hpp>

#include <cstddef>
#include <vector>

namespace codecision::power {

/// The index of Deegan and Packel (1978, International Journal of Game Theory 7): only minimal winning coalitions form,
/// each with the same probability, and its members divide the prize equally. Counted: minimal winning coalitions by size
/// and player; value = (1 / their number) x the sum over those with the player of 1 / size.
/// Properties: the values add up to 1; a null player has 0, a dictator 1; equal players have equal values.
/// Trap: not monotone. A player with more weight may have less, because it is in fewer minimal coalitions.
template <class Players>
class deegan_packel_index : public detail::shares_of<Players> {
 public:
  /// An index of these players in which nobody has a share.
  explicit deegan_packel_index(Players const& players) : detail::shares_of<Players>{players} {}

  /// Error COD-P706 when no coalition wins, or even the empty one. Cost: n^2.
  [[nodiscard]] static deegan_packel_index from(Players const& players, minimal_counts const& counts) {
    if (counts.total() == counts.coalitions[0])
      detail::this_index_is_not_defined_for_this_game("Deegan-Packel index", "no minimal winning coalition has members", "check the quotas");
    deegan_packel_index index{players};
    auto const multiple = detail::common_multiple(counts);
    for (std::size_t i = 0; i < counts.players; ++i) index.set(i, detail::exact_share(counts, i, multiple), detail::share(counts, i));
    return index;
  }
  /// From values found by another way.
  [[nodiscard]] static deegan_packel_index from(Players const& players, std::vector<double> const& values) {
    deegan_packel_index index{players};
    for (std::size_t i = 0; i < values.size(); ++i) index.set(i, values[i]);
    return index;
  }
};

/// What is each player's share in the minimal winning coalitions? Errors and cost: as for `count_minimal`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] auto deegan_packel(Game const& g, effort const& most = {}, Run const& run = {}) {
  return deegan_packel_index<typename Game::players_type>::from(g.players(), count_minimal(g, most, run));
}
/// The same for weighted games of any number of players: where they are too many to meet in the middle, by a table over
/// weights, in doubles with a relative error of about 1e-13; where that would be too long, as a game of any other form.
template <class Run = one_after_the_other>
[[nodiscard]] deegan_packel_index<named_players> deegan_packel(weighted_game const& g, effort const& most = {}, Run const& run = {}) {
  using index = deegan_packel_index<named_players>;
  if (!detail::is_for_minimal_table(g, most)) return index::from(g.players(), count_minimal(g.simple(), most, run));
  detail::minimal_table const table{g};
  auto cost = table.cost(table.nodes());
  cost.bytes *= detail::jobs_at_once(run);
  detail::check_cost(cost, most, [&] { return detail::ways_out_of_minimal_table(g, most, true, detail::jobs_at_once(run)); });
  return index::from(g.players(), table.equal_shares(run));
}
/// The same for a game in its general form: one that a single weight decides is a weighted game.
template <class Run = one_after_the_other>
[[nodiscard]] deegan_packel_index<named_players> deegan_packel(simple_game const& g, effort const& most = {}, Run const& run = {}) {
  if (auto const rule = detail::one_weighted_rule(g)) return deegan_packel(*rule, most, run);
  return deegan_packel_index<named_players>::from(g.players(), count_minimal(g, most, run));
}

}  // namespace codecision::power
