// SPDX-License-Identifier: BSL-1.0
// How much does a rule ask of an electorate: members, people, votes?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/rules/rule.hpp>

#include <cstdint>

namespace codecision {

/// How many people must be behind the votes in favour, in the unit of the figures? 0 when the rule does not count people (the
/// 62 % check counts only with `asked`). Error COD-D206 when it does and there are no figures.
[[nodiscard]] constexpr std::int64_t population_needed(rule const& r, electorate const& council, request asked = request::none) {
  for (auto const& c : r) {
    if (c.what != counted::population || c.of != voters::in_favour || (c.on_request && !asks_for(asked, request::population_check))) continue;
    if (!council.has_population()) detail::this_electorate_has_no_population_figures();
    return c.need(council.population_total());
  }
  return 0;
}

/// How many weighted votes must be in favour? 0 when the rule does not weigh votes or the electorate has none.
[[nodiscard]] constexpr std::int64_t votes_needed(rule const& r, electorate const& council) {
  for (auto const& c : r)
    if (c.what == counted::weighted_votes) return c.need(council.votes(council.members()));
  return 0;
}

/// How many members of this electorate must be in favour? As rule::members_needed for its size.
[[nodiscard]] constexpr int members_needed(rule const& r, electorate const& council) { return r.members_needed(council.size()); }

}  // namespace codecision
