// SPDX-License-Identifier: BSL-1.0
// What is a player's share when the critical members of each winning coalition divide its power equally?
#pragma once

#include <codecision/power/minimal_count.hpp>

namespace codecision::power {

/// The index of Johnston (1978, Environment and Planning A 10): a swing counts for less where others are critical too. Of
/// every winning coalition with critical members (a vulnerable one), each critical member gets 1 / their number; value =
/// what the player gets / the number of vulnerable coalitions. Counted: winning coalitions by the number of critical
/// members, and those with each player as one of them.
/// Properties: the values add up to 1; a null player has 0; more desirable players never have less. With a dictator it is
/// defined: every vulnerable coalition has the dictator as its only critical member, who has 1.
/// Trap: a member who is not critical gets nothing, and coalitions without critical members do not count at all.
template <class Players>
class johnston_index : public detail::shares_of<Players> {
 public:
  explicit johnston_index(Players const& players) : detail::shares_of<Players>{players} {}

  /// How many winning coalitions have critical members?
  [[nodiscard]] std::uint64_t vulnerable_coalitions() const { return vulnerable_; }

  /// Error COD-P706 when nobody is ever critical. Cost: n^2.
  [[nodiscard]] static johnston_index from(Players const& players, critical_counts const& counts) {
    johnston_index index{players};
    index.vulnerable_ = counts.total();
    if (index.vulnerable_ == 0) detail::this_index_is_not_defined_for_this_game("Johnston index", "nobody is ever critical", "check the quotas");
    auto const multiple = detail::common_multiple(counts);
    for (std::size_t i = 0; i < counts.players; ++i) index.set(i, detail::exact_share(counts, i, multiple), detail::share(counts, i));
    return index;
  }

 private:
  std::uint64_t vulnerable_ = 0;
};

/// What is each player's share as a critical member? Errors and cost: as for `count_critical`.
template <class Game, class Run = one_after_the_other>
[[nodiscard]] auto johnston(Game const& g, effort const& most = {}, Run const& run = {}) {
  return johnston_index<typename Game::players_type>::from(g.players(), count_critical(g, most, run));
}

}  // namespace codecision::power
