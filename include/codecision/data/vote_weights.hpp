// SPDX-License-Identifier: BSL-1.0
// How many votes had each member when votes in the Council were weighted (1958 to March 2017)?
#pragma once

#include <codecision/core/member_set.hpp>
#include <codecision/core/regime.hpp>
#include <codecision/data/tables/vote_weights.hpp>

#include <cstddef>
#include <optional>

namespace codecision {

namespace detail {

[[noreturn]] inline void no_votes_are_weighted_on_this_day(date day) {
  fail(error_code::no_weighted_votes, "votes in the Council are not weighted on " + to_string(day),
       "weighted votes from " + to_string(days_of_regimes.front().valid.from) + " to " +
           to_string(days_of_regimes.back().valid.to),
       "ask for a day within that time, or name a regime (weighted_votes(regime::twenty_eight_nice, ...))");
}

}  // namespace detail

/// Under which system of weighted votes could the Council vote on this day? Empty when there is none.
/// From 2014-11-01 to 2017-03-31 the double majority was the rule, and the votes of the twenty-eight counted only when
/// a member asked for them (Protocol 36, Article 3(2)); they are the answer on those days too.
[[nodiscard]] constexpr std::optional<regime> find_regime_on(date day) {
  auto const* const found = find_on(detail::days_of_regimes, day);
  return found == nullptr ? std::nullopt : std::optional{found->which};
}

/// As find_regime_on; error COD-D207 when votes are not weighted on this day.
[[nodiscard]] constexpr regime regime_on(date day) {
  auto const found = find_regime_on(day);
  if (!found) detail::no_votes_are_weighted_on_this_day(day);
  return *found;
}

/// How many votes has this state under this system? 0 when it was not a member then.
[[nodiscard]] constexpr int weighted_votes(regime which, member_state state) {
  return is_candidate(state) ? 0 : detail::votes_of_members[index_of(state)][static_cast<std::size_t>(which)];
}

/// Which states have votes under this system?
[[nodiscard]] constexpr member_set members_of(regime which) {
  member_set members;
  for (std::size_t i = 0; i < ever_members; ++i)
    if (auto const state = static_cast<member_state>(i); weighted_votes(which, state) != 0) members.insert(state);
  return members;
}

/// How many votes have all members together under this system?
[[nodiscard]] constexpr int total_votes(regime which) { return detail::votes_of_all[static_cast<std::size_t>(which)]; }

}  // namespace codecision
