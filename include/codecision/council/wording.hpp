// SPDX-License-Identifier: BSL-1.0
// How is a number of members, votes or people written with its unit, and how the share of an electorate?
#pragma once

#include <codecision/core/figure.hpp>
#include <codecision/core/wording.hpp>
#include <codecision/council/electorate.hpp>
#include <codecision/rules/criterion.hpp>

#include <cstdint>
#include <string>

namespace codecision {

namespace detail {

/// Are the figures of this electorate a whole table of printed percentages, as it was published?
[[nodiscard]] inline bool is_a_printed_table(electorate const& council) {
  return council.figures().counted_in == unit::hundredths_of_a_percent && council.members() == council.figures().table_members;
}

}  // namespace detail

namespace wording {

/// A number of what is counted, with its unit: "22 members", "316 000 000 persons", "70.81 %", "261 weighted votes". Where
/// people are counted in hundredths of a percent, n is in these: 7081 is "70.81 %".
[[nodiscard]] inline std::string amount(counted what, unit in, std::int64_t n) {
  switch (what) {
    case counted::members: return counted_as(n, "member", "members");
    case counted::weighted_votes: return counted_as(n, "weighted vote", "weighted votes");
    case counted::votes_cast: return counted_as(n, "vote", "votes");
    case counted::population: break;
  }
  if (in == unit::persons) return grouped(n) + " persons";
  return (n < 0 ? "-" : "") + decimal(n < 0 ? -n : n, 100, 2) + " %";
}

/// A difference of what is counted, zero or more: "2 members"; shares differ by points, not by percent: "5.80 points".
[[nodiscard]] inline std::string difference(counted what, unit in, std::int64_t n) {
  if (what != counted::population || in == unit::persons) return amount(what, in, n);
  return decimal(n, 100, 2) + " points";
}

/// The share of the electorate that a number of its people is, in the electorate's unit: as printed where a whole table is in
/// percent, else computed, with the decimals that `percent` needs to tell it from the threshold. "0.00 %" without figures.
[[nodiscard]] inline std::string share(electorate const& council, std::int64_t number, ratio threshold) {
  return detail::is_a_printed_table(council) ? decimal(number, 100, 2) + " %" : percent(number, council.population_total(), threshold);
}

}  // namespace wording

}  // namespace codecision
