// SPDX-License-Identifier: BSL-1.0
// Is a vote of the European Parliament carried?
#pragma once

#include <codecision/rules/criterion.hpp>
#include <codecision/rules/parliament.hpp>
#include <codecision/vote/outcome.hpp>

#include <string>

namespace codecision {

/// The result of a vote in Parliament: votes for, against and abstaining, and the number of seats (not members in office).
struct parliament_tally {
  int in_favour = 0;  ///< votes in favour
  int against = 0;  ///< votes against
  int abstaining = 0;  ///< abstentions
  int seats = 0;  ///< the component members of that day
};

/// Whether the majority was reached, criterion by criterion.
struct parliament_outcome {
  parliament_tally tally{};  ///< the votes
  criterion_results criteria{};  ///< how each criterion stands
  bool carried = false;  ///< is the majority there?
};

namespace detail {
[[noreturn]] inline void there_are_more_votes_than_seats(parliament_tally const& t) {
  fail(error_code::more_votes_than_seats,
       std::to_string(t.in_favour) + " for, " + std::to_string(t.against) + " against and " + std::to_string(t.abstaining) +
           " abstaining are not possible with " + std::to_string(t.seats) + " seats",
       "", "give numbers of zero and more that add up to at most the seats of that day: parliament_on(day).seats");
}
[[noreturn]] inline void this_rule_is_not_one_of_Parliament(rule const& r) {
  fail(error_code::wrong_body, "'" + std::string{r.name()} + "' counts populations or weighted votes, which Parliament does not", "",
       "use one of rules::majority_of_votes_cast, majority_of_component_members, two_thirds_majority, three_fifths_majority");
}
}  // namespace detail

/// Does this vote carry under this rule of Parliament? A share of the votes cast counts those for and against only; a share of
/// the members counts all seats. Nothing cast carries nothing. Errors: COD-B405, COD-R308.
[[nodiscard]] constexpr parliament_outcome evaluate(rule const& r, parliament_tally const& tally) {
  auto const cast = tally.in_favour + tally.against;
  if (tally.in_favour < 0 || tally.against < 0 || tally.abstaining < 0 || tally.seats < 1 || cast + tally.abstaining > tally.seats)
    detail::there_are_more_votes_than_seats(tally);
  if (r.counts(counted::population) || r.counts(counted::weighted_votes)) detail::this_rule_is_not_one_of_Parliament(r);
  parliament_outcome result{.tally = tally, .carried = tally.in_favour > 0};
  for (auto const& c : r) {
    auto const whole = c.what == counted::votes_cast ? cast : tally.seats;
    result.criteria.push_back({c, tally.in_favour, c.need(whole), whole});
    if (tally.in_favour < c.need(whole)) result.carried = false;
  }
  return result;
}

}  // namespace codecision
