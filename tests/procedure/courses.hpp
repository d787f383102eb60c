// SPDX-License-Identifier: BSL-1.0
// How do the tests bring a file to a stage: with which events, which all carry?
#pragma once

#include <codecision/codecision.hpp>
#include <codecision/procedure/machine.hpp>
#include <codecision/procedure/special.hpp>

#include <string>
#include <vector>

#include "support/catch.hpp"

namespace codecision::test {

using procedure::event;
using procedure::event_kind;
using procedure::machine;

inline date day(char const* text) { return parse_date(text); }

/// All 27 in favour, but for these.
inline ballot against(date on, member_set who = {}, member_set abstaining = {}) {
  return ballot{council_on(on)}.against(who).abstaining(abstaining).others(vote::in_favour);
}
/// The same among those who vote on this basis.
inline ballot of_those_who_vote(char const* basis, date on, member_set who = {}) {
  return ballot{catalogue({basis}, proposer::commission, on).council()}.against(who).others(vote::in_favour);
}
inline parliament_tally for_against(int in_favour, int against, int abstaining = 0) { return {in_favour, against, abstaining, 0}; }

/// The events that lead a proposal on this basis to a stage, one a month from January 2023 on.
inline std::vector<event> way_to(stage goal, char const* basis = "TFEU 114") {
  auto const council = [&](char const* on) { return of_those_who_vote(basis, day(on)); };
  std::vector<event> way;
  auto const then = [&](event e) { way.push_back(std::move(e)); };
  auto const add_until = [&](stage s) { return goal == s; };
  if (add_until(stage::not_proposed)) return way;
  then({.kind = event_kind::submit_proposal, .on = day("2023-01-16"), .clock_from = day("2023-01-20")});
  if (add_until(stage::parliament_first_reading)) return way;
  then({.kind = event_kind::adopt_position, .on = day("2023-05-10"), .parliament = for_against(400, 200, 50), .departs_from_proposal = true});
  if (add_until(stage::council_first_reading)) return way;
  if (goal == stage::withdrawn) { then({.kind = event_kind::withdraw, .on = day("2023-05-15")}); return way; }
  then({.kind = event_kind::adopt_own_position, .on = day("2023-06-12"), .council = council("2023-06-12"), .departs_from_proposal = true,
        .commission_opinion = procedure::opinion::positive, .clock_from = day("2023-06-15")});
  if (add_until(stage::parliament_second_reading)) return way;
  if (goal == stage::adopted || goal == stage::signed_by_presidents || goal == stage::published || goal == stage::in_force) {
    then({.kind = event_kind::approve_council_position, .on = day("2023-07-12"), .parliament = for_against(300, 299)});
    if (add_until(stage::adopted)) return way;
    then({.kind = event_kind::sign, .on = day("2023-07-19")});
    if (add_until(stage::signed_by_presidents)) return way;
    then({.kind = event_kind::publish, .on = day("2023-07-25")});
    if (add_until(stage::published)) return way;
    then({.kind = event_kind::enter_into_force, .on = day("2023-08-14")});  // the twentieth day following 25 July
    return way;
  }
  if (goal == stage::not_adopted) { then({.kind = event_kind::reject, .on = day("2023-07-12"), .parliament = for_against(353, 200)}); return way; }
  then({.kind = event_kind::propose_amendments, .on = day("2023-07-12"), .clock_from = day("2023-07-20")});
  way.back().amendments.push_back({.number = "1", .parliament = for_against(353, 0)});
  way.back().amendments.push_back({.number = "2", .parliament = for_against(400, 10)});
  way.back().amendments.push_back({.number = "3", .parliament = for_against(352, 0)});  // one vote short of 353 of 705
  if (add_until(stage::council_second_reading)) return way;
  then({.kind = event_kind::not_all_approved, .on = day("2023-09-11")});
  if (add_until(stage::conciliation_to_convene)) return way;
  then({.kind = event_kind::convene_committee, .on = day("2023-10-02")});
  if (add_until(stage::conciliation)) return way;
  then({.kind = event_kind::approve_joint_text, .on = day("2023-11-06"), .council = council("2023-11-06"), .parliament = for_against(14, 11)});
  return way;  // third reading
}

/// A machine at a stage.
inline machine machine_at(stage goal, char const* basis = "TFEU 114") {
  machine m{{{basis}}};
  for (auto const& e : way_to(goal, basis)) m.take(e);
  if (goal == stage::suspended_social_security || goal == stage::suspended_criminal_matters) FAIL("use suspended_at");
  REQUIRE(m.current() == goal);
  return m;
}

/// What a refusal says: all of it, or nothing when there was none. The machine must be as it was.
template <class Action>
std::string refusal(machine& m, Action action) {
  auto const before = m.current();
  auto const steps = m.history().size();
  try {
    action(m);
  } catch (error const& e) {
    CHECK(m.current() == before);
    CHECK(m.history().size() == steps);
    return e.what();
  }
  return {};
}
inline std::string refusal(machine& m, event const& e) {
  return refusal(m, [&](machine& x) { x.take(e); });
}

}  // namespace codecision::test
