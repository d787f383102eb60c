// SPDX-License-Identifier: BSL-1.0
// Which majorities does the European Parliament act by (TFEU 231, 294, 314, 354)?
#pragma once

#include <codecision/rules/rule.hpp>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation tfeu_231{"TFEU 231", "CELEX 12012E/TXT", support::confirmed, "a majority of the votes cast",
                                   "abstentions are not votes cast; a tie does not carry"};
inline constexpr citation tfeu_294_7{"TFEU 294(7)", "CELEX 12012E/TXT", support::confirmed, "a majority of its component members",
                                     "it counts seats, not members in office"};
inline constexpr citation tfeu_354{"TFEU 354", "CELEX 12012E/TXT", support::confirmed,
                                   "a two-thirds majority of the votes cast, representing the majority of its component Members",
                                   "TFEU 234 asks the same for a motion of censure, in other words"};
inline constexpr citation tfeu_314_7{"TFEU 314(7)(d)", "CELEX 12012E/TXT", support::confirmed,
                                     "a majority of its component members and three-fifths of the votes cast"};
/// @}
}  // namespace citations

namespace rules {

namespace detail {
[[nodiscard]] constexpr criterion component_members(citation const& source) {
  return {.what = counted::members, .compared = comparison::more_than, .group = 0, .share = {1, 2}, .source = &source};
}
[[nodiscard]] constexpr criterion votes_cast(ratio share, comparison compared, citation const& source) {
  return {.what = counted::votes_cast, .compared = compared, .group = 1, .share = share, .source = &source};
}
}  // namespace detail

/// Are there more votes for than against? The default in Parliament. TFEU 231.
[[nodiscard]] constexpr rule majority_of_votes_cast() {
  return {"majority of the votes cast", {detail::votes_cast({1, 2}, comparison::more_than, citations::tfeu_231)}};
}

/// Is more than half of all seats in favour? 361 of 720. TFEU 294(7) and others.
[[nodiscard]] constexpr rule majority_of_component_members() {
  return {"majority of the component members", {detail::component_members(citations::tfeu_294_7)}};
}

/// Are two thirds of the votes cast, and more than half of all seats, in favour? TFEU 234 (censure), 354.
[[nodiscard]] constexpr rule two_thirds_majority() {
  return {"two thirds of the votes cast and a majority of the component members",
          {detail::component_members(citations::tfeu_354), detail::votes_cast({2, 3}, comparison::at_least, citations::tfeu_354)}};
}

/// Are three fifths of the votes cast, and more than half of all seats, in favour? TFEU 314(7)(d), the budget.
[[nodiscard]] constexpr rule three_fifths_majority() {
  return {"three fifths of the votes cast and a majority of the component members",
          {detail::component_members(citations::tfeu_314_7), detail::votes_cast({3, 5}, comparison::at_least, citations::tfeu_314_7)}};
}

}  // namespace rules
}  // namespace codecision
