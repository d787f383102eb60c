// SPDX-License-Identifier: BSL-1.0
// Which qualified majorities with weighted votes held from 1958 to 2017?
#pragma once

#include <codecision/rules/rule.hpp>
#include <codecision/rules/tables/weighted_thresholds.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation weighted_population_check{
    "Protocol 36 Art. 3(3), third subparagraph", "CELEX 12012J020", support::confirmed,
    "at least 62 % of the total population of the Union. If that proves not to be the case, the act shall not be adopted",
    "only when a member of the Council asks"};
inline constexpr citation weighted_majority_of_members{
    "Protocol 36 Art. 3(3), second subparagraph", "CELEX 12012J020", support::confirmed, "a majority of the members where, under the Treaties, they must be adopted on a proposal from the Commission"};
inline constexpr citation weighted_two_thirds{
    "Protocol 36 Art. 3(3), second subparagraph", "CELEX 12012J020", support::confirmed, "In other cases ... at least two thirds of the members"};
/// @}
}  // namespace citations

namespace rules {

namespace detail {

[[nodiscard]] constexpr codecision::detail::weighted_threshold const& thresholds(regime weights) {
  return codecision::detail::weighted_thresholds[static_cast<std::size_t>(weights)];
}

/// The citations of the thresholds, one a regime, with the sources of docs/data/qmv_regimes.csv.
inline constexpr auto weighted_citations = [] {
  std::array<citation, regime_count> all{};
  for (auto const& t : codecision::detail::weighted_thresholds)
    all[static_cast<std::size_t>(t.which)] = {
        t.source, "docs/data/qmv_regimes.csv", t.status, {},
        t.status == support::from_memory ? std::string_view{"the number of members for other acts is from memory"} : std::string_view{}};
  return all;
}();

/// The condition on members. The Nice rules ask for a majority or two thirds, which also holds for a part of the Council;
/// before November 2004 the number stands in the Treaty, and a condition exists only off a Commission proposal.
[[nodiscard]] constexpr criterion members_condition(regime weights, proposer who) {
  auto const& t = thresholds(weights);
  auto const ordinary = proposes_with_ordinary_majority(who);
  if (t.min_members_on_commission_proposal == 0)
    return {.what = counted::members, .group = 1, .share = {t.min_members_otherwise, t.members},
            .source = &weighted_citations[static_cast<std::size_t>(weights)]};
  if (ordinary)
    return {.what = counted::members, .compared = comparison::more_than, .group = 1, .share = {1, 2}, .source = &citations::weighted_majority_of_members};
  return {.what = counted::members, .group = 1, .share = {2, 3}, .source = &citations::weighted_two_thirds};
}

}  // namespace detail

/// Does the Council act by qualified majority with the weighted votes of this regime? On a Commission proposal before November
/// 2004 the votes alone decide; from then a majority of the members too, and otherwise two thirds (or the number of the time);
/// the Nice rules add 62 % of the population when a member asks (request::population_check).
/// The threshold is a proportion of the votes: with some members not taking part, the same proportion of the votes of the
/// others, rounded up (Protocol 36 Art. 3(4); for days before December 2009 by analogy). [interpretation: rounding up is derived]
[[nodiscard]] constexpr rule weighted(regime weights, proposer who = proposer::commission) {
  auto const& t = detail::thresholds(weights);
  auto const name = t.has_population_check ? std::string_view{"weighted votes (Nice)"} : std::string_view{"weighted votes"};
  criterion const votes{.what = counted::weighted_votes, .group = 0, .share = {t.qm_votes, t.total_votes},
                        .source = &detail::weighted_citations[static_cast<std::size_t>(weights)]};
  criterion const people{.what = counted::population, .group = 2, .on_request = true, .share = {62, 100},
                         .source = &citations::weighted_population_check};
  auto const members = detail::members_condition(weights, who);
  if (t.has_population_check) return rule{name, {votes, members, people}}.with_votes_of(weights);
  if (proposes_with_ordinary_majority(who)) return rule{name, {votes}}.with_votes_of(weights);
  return rule{name, {votes, members}}.with_votes_of(weights);
}

}  // namespace rules
}  // namespace codecision
