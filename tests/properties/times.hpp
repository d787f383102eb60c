// SPDX-License-Identifier: BSL-1.0
// Of which years and under which rules and systems of votes are the properties asked? And what do the words of the law say of some numbers?
#pragma once

#include <codecision/codecision.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace codecision::test {

/// Every year of which there is a table of populations.
inline constexpr int years_with_a_table[] = {2010, 2011, 2012, 2013, 2014, 2016, 2017, 2018, 2020, 2023, 2024, 2025};

/// Every rule of the Treaties in force, and its readings; the systems of weighted votes stand below.
inline rule const rules_of_the_treaties[] = {
    rules::qualified_majority(),    rules::qualified_majority(blockers::against),
    rules::reinforced_majority(),   rules::reinforced_majority(rules::four_member_clause::applied),
    rules::participants_majority(), rules::participants_majority(blockers::against),
    rules::simple_majority(),       rules::four_fifths_majority(),
    rules::unanimity(),             rules::constructive_abstention(),
    rules::reinforced_participants_majority()};

/// May the rule be asked of this council?
[[nodiscard]] inline bool fits(rule const& r, electorate const& council) {
  return council.size() >= r.fewest_members() && (!r.needs_all_members() || council.not_taking_part().empty());
}

/// The weighted rules, with a day on which they held and the thresholds of the treaties and acts of accession.
struct weighted_in_words {
  regime weights;
  date day;
  int members, total, needed, members_otherwise;
  bool nice;

  /// How many members does the rule ask for, of so many that vote? None on a proposal before Nice.
  [[nodiscard]] int members_needed(int n, bool on_proposal) const {
    if (nice) return on_proposal ? n / 2 + 1 : (2 * n + 2) / 3;
    return on_proposal ? 0 : (members_otherwise * n + members - 1) / members;
  }
  /// And how many votes, of so many that there are?
  [[nodiscard]] int votes_needed(int all) const { return (needed * all + total - 1) / total; }
};

inline constexpr weighted_in_words weighted_systems[] = {
    {regime::six, make_date(1965, 7, 1), 6, 17, 12, 4, false},
    {regime::nine, make_date(1975, 7, 1), 9, 58, 41, 6, false},
    {regime::ten, make_date(1983, 7, 1), 10, 63, 45, 6, false},
    {regime::twelve, make_date(1990, 7, 1), 12, 76, 54, 8, false},
    {regime::fifteen, make_date(2000, 7, 1), 15, 87, 62, 10, false},
    {regime::twenty_five_transition, make_date(2004, 7, 1), 25, 124, 88, 17, false},
    {regime::twenty_five_nice, make_date(2006, 7, 1), 25, 321, 232, 17, true},
    {regime::twenty_seven_nice, make_date(2012, 7, 1), 27, 345, 255, 18, true},
    {regime::twenty_eight_nice, make_date(2014, 7, 1), 28, 352, 260, 19, true}};

/// Calls f(system, rule, asked) for every system of weighted votes, on a proposal of the Commission and otherwise, and where the
/// system knows the check of the population, without it and with it.
template <class F>
void each_weighted_rule(F f) {
  for (auto const& w : weighted_systems)
    for (auto const who : {proposer::commission, proposer::none})
      for (auto const asked : {request::none, request::population_check})
        if (asked == request::none || w.nice) f(w, rules::weighted(w.weights, who), asked);
}

/// TFEU 238(3)(a): the fewest members with more than 35 % of the population.
[[nodiscard]] inline int fewest_with_more_than_35(electorate const& council) {
  std::vector<std::int64_t> people;
  for (auto const m : council.members()) people.push_back(council.population(m));
  std::sort(people.rbegin(), people.rend());
  std::int64_t sum = 0, total = 0;
  for (auto const p : people) total += p;
  int k = 0;
  while (100 * sum <= 35 * total) sum += people[static_cast<std::size_t>(k++)];
  return k;
}

}  // namespace codecision::test
