// SPDX-License-Identifier: BSL-1.0
// Are the shortest and the longest time to adoption those of the law: by hand, by the published table, and by the machine?
#include "olp_names.hpp"
#include "olp_walk.hpp"

#include <codecision/procedure/graph/longest_time.hpp>
#include <codecision/procedure/graph/shortest_time.hpp>
#include <codecision/procedure/graph/unanimity.hpp>
#include <codecision/procedure/machine.hpp>
#include <codecision/procedure/special.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

using namespace codecision;
using namespace codecision::literals;
using namespace codecision::test;
namespace cp = codecision::procedure;
using cp::event_kind;
using cp::pace;
using cp::place;

namespace {

cp::procedure_graph whole() { return cp::graph(cp::ordinary()); }
cp::procedure_graph market() { return cp::graph(cp::ordinary(), {{"TFEU 114"}}); }

/// The way that takes these events, from a stage.
cp::way way_of(cp::procedure_graph const& g, place from, std::vector<event_kind> const& events) {
  cp::way w;
  for (auto const e : events) {
    auto const* const t = g[boost::graph_bundle].steps.find(from.at, e);
    REQUIRE(t != nullptr);
    w.legs.push_back({from, t, cp::place_after(from, *t)});
    from = w.legs.back().to;
  }
  return w;
}

std::vector<std::string> days_of(cp::timed_way const& w) {
  std::vector<std::string> days;
  for (auto const& l : w.legs) days.push_back(to_string(l.taken));
  return days;
}
using days_list = std::vector<std::string>;

}  // namespace

// ----- by hand -----

TEST_CASE("4.8 example 1: a position announced on Monday 24 November 2025 is deemed adopted on 25 February, or with the extension on 25 March") {
  auto const g = whole();
  auto const silence = way_of(g, stage::parliament_second_reading, {event_kind::time_limit_expires});
  cp::reckoning plain;
  plain.extended = false;
  auto const timed = cp::timetable(cp::ordinary(), silence, "2025-11-24"_date, pace::slowest, plain);
  CHECK(timed.legs[0].limit->last_day == "2026-02-24"_date);
  CHECK(timed.end() == "2026-02-25"_date);  // 4.8 example 2
  auto const prolonged = cp::timetable(cp::ordinary(), silence, "2025-11-24"_date, pace::slowest);
  CHECK(prolonged.legs[0].limit->last_day == "2026-03-24"_date);
  CHECK(prolonged.end() == "2026-03-25"_date);
  // Nothing makes silence quicker than the limit without extension.
  CHECK(cp::timetable(cp::ordinary(), silence, "2025-11-24"_date, pace::quickest).end() == "2026-02-25"_date);
}

TEST_CASE("4.8 example 6: a committee convened on Monday 19 May 2025 has until Monday 30 June, or Monday 14 July") {
  auto const g = whole();
  auto const joint = way_of(g, stage::conciliation, {event_kind::approve_joint_text});
  cp::reckoning plain;
  plain.extended = false;
  CHECK(cp::timetable(cp::ordinary(), joint, "2025-05-19"_date, pace::slowest, plain).end() == "2025-06-30"_date);
  CHECK(cp::timetable(cp::ordinary(), joint, "2025-05-19"_date, pace::slowest).end() == "2025-07-14"_date);
}

TEST_CASE("from a position announced on 24 November 2025 it takes at most 413 days to adoption, 310 without extensions") {
  auto const g = whole();
  auto const longest = cp::longest_time_to_adoption(g, "2025-11-24"_date, stage::parliament_second_reading);
  REQUIRE(longest.has_value());
  CHECK(longest->bounded());
  // Amendments on Tue 24 March; four months to Fri 24 July, no approval: Sat 25 July; eight weeks to Sat 19 September, so Mon 21;
  // eight weeks to Mon 16 November; eight weeks to Mon 11 January 2027.
  CHECK(days_of(*longest) == days_list{"2026-03-24", "2026-07-25", "2026-09-21", "2026-11-16", "2027-01-11"});
  CHECK(longest->days() == 37 + 365 + 11);  // to the end of 2025, the year 2026, to 11 January

  cp::reckoning plain;
  plain.extended = false;
  auto const shorter = cp::longest_time_to_adoption(g, "2025-11-24"_date, stage::parliament_second_reading, plain);
  // Tue 24 February; three months to Sun 24 May, Mon 25 is Whit Monday, so Tue 26, no approval: Wed 27 May; six weeks each to
  // Wed 8 July, Wed 19 August, Wed 30 September.
  CHECK(days_of(*shorter) == days_list{"2026-02-24", "2026-05-27", "2026-07-08", "2026-08-19", "2026-09-30"});
  CHECK(shorter->days() == 37 + 273);  // 30 September is day 273
  CHECK(shorter->legs[1].limit->nominal == "2026-05-24"_date);
  CHECK(shorter->legs[1].limit->last_day == "2026-05-26"_date);
  CHECK(shorter->rests_on_unconfirmed());  // the holidays of 2026 are not confirmed
}

TEST_CASE("a first reading has no time limit: no longest time from there, but the part with limits is known") {
  auto const from_the_proposal = cp::longest_time_to_adoption(market(), "2025-11-24"_date);
  CHECK_FALSE(from_the_proposal->bounded());
  CHECK(from_the_proposal->without_limit() == std::vector<place>{stage::parliament_first_reading, stage::council_first_reading});
  CHECK(from_the_proposal->days() == 413);  // as if the first readings took no time
  auto const from_the_council = cp::longest_time_to_adoption(market(), "2025-11-24"_date, stage::council_first_reading);
  CHECK(from_the_council->without_limit() == std::vector<place>{stage::council_first_reading});
  for (auto const& table : {cp::consultation(), cp::consent()})
    CHECK(cp::longest_time_to_adoption(cp::graph(table), "2025-11-24"_date)->without_limit().size() == 2);  // and nothing else on the way
  CHECK(cp::longest_time_to_adoption(cp::graph(cp::consent()), "2025-11-24"_date)->days() == 0);
}

TEST_CASE("4.8 example 9: available on Wednesday 11 May 2022, eight weeks to Wednesday 6 July: on the agenda, and adopted, from Thursday 7 July on") {
  auto const shortest = cp::shortest_time_to_adoption(market(), "2022-05-11"_date);
  CHECK(days_of(*shortest) == days_list{"2022-05-11", "2022-05-11", "2022-07-07"});
  CHECK(shortest->days() == 56 + 1);
  REQUIRE(shortest->legs[2].waited_for != nullptr);
  CHECK(shortest->legs[2].waited_for->article == "Protocol 1 Art. 4");
  CHECK(shortest->legs[2].step.how->event == event_kind::approve_parliament_position);
}

TEST_CASE("Protocol 1 Art. 4: urgent cases wait for nothing; to the letter the ten days are for the adoption of a position alone") {
  auto const g = market();
  cp::reckoning urgent;
  urgent.urgent = true;
  CHECK(cp::shortest_time_to_adoption(g, "2022-05-11"_date, {}, urgent)->days() == 0);
  auto const own = way_of(g, {}, {event_kind::submit_proposal, event_kind::adopt_position, event_kind::adopt_own_position, event_kind::approve_council_position});
  CHECK(cp::timetable(cp::ordinary(), own, "2022-05-11"_date, pace::quickest).end() == "2022-07-18"_date);  // ten days from Thursday 7 July
  cp::reckoning wide;
  wide.ten_days = cp::ten_days_before::every_decision;
  CHECK(cp::shortest_time_to_adoption(g, "2022-05-11"_date, {}, wide)->days() == 56 + 1 + 10 + 1);
}

TEST_CASE("from the Council's first reading on the eight weeks count only when it is known when they began") {
  auto const g = market();
  CHECK(cp::shortest_time_to_adoption(g, "2022-06-20"_date, stage::council_first_reading)->days() == 0);
  cp::reckoning known;
  known.available_to_parliaments = "2022-05-11"_date;
  CHECK(cp::shortest_time_to_adoption(g, "2022-06-20"_date, stage::council_first_reading, known)->end() == "2022-07-07"_date);
  CHECK(cp::shortest_time_to_adoption(g, "2023-06-20"_date, stage::council_first_reading, known)->days() == 0);
}

TEST_CASE("the eight weeks hold for consultation and consent; enhanced cooperation waits for nothing") {
  CHECK(cp::shortest_time_to_adoption(cp::graph(cp::consultation()), "2022-05-11"_date)->end() == "2022-07-07"_date);
  CHECK(cp::shortest_time_to_adoption(cp::graph(cp::consent()), "2022-05-11"_date)->end() == "2022-07-07"_date);
  CHECK(cp::shortest_time_to(cp::graph(cp::enhanced_cooperation()), stage::enhanced_cooperation, "2022-05-11"_date)->days() == 0);
}

TEST_CASE("from Parliament's second reading a file can be adopted on the day; when it is over, never") {
  CHECK(cp::shortest_time_to_adoption(whole(), "2025-11-24"_date, stage::parliament_second_reading)->days() == 0);
  CHECK_FALSE(cp::shortest_time_to_adoption(whole(), "2025-11-24"_date, stage::withdrawn).has_value());
  CHECK_FALSE(cp::longest_time_to_adoption(whole(), "2025-11-24"_date, stage::not_adopted).has_value());
  auto const there = cp::longest_time_to_adoption(whole(), "2025-11-24"_date, stage::adopted);
  CHECK(there->days() == 0);
  CHECK(there->bounded());
}

TEST_CASE("a brake takes at most four months, then nine members may go on, or the act falls") {
  auto const g = cp::graph(cp::ordinary(), {{"TFEU 82(2)"}});
  auto const some = way_of(g, {stage::suspended_criminal_matters, stage::parliament_first_reading}, {event_kind::disagreement_nine_notify});
  // Mon 2 March 2026, four months to Thu 2 July.
  CHECK(days_of(cp::timetable(cp::ordinary(), some, "2026-03-02"_date, pace::slowest)) == days_list{"2026-07-02"});
  auto const social = cp::graph(cp::ordinary(), {{"TFEU 48"}});
  auto const silent = way_of(social, {stage::suspended_social_security, stage::parliament_first_reading}, {event_kind::no_action_or_new_proposal_requested});
  CHECK(days_of(cp::timetable(cp::ordinary(), silent, "2026-03-02"_date, pace::slowest)) == days_list{"2026-07-03"});  // deemed not adopted when they are over
}

TEST_CASE("while a brake is on the time limit of second reading stands still") {
  auto const g = cp::graph(cp::ordinary(), {{"TFEU 48"}});
  auto const w = way_of(g, stage::parliament_second_reading,
                        {event_kind::emergency_brake_social_security, event_kind::refer_back, event_kind::time_limit_expires});
  CHECK(w.legs.back().from == place{stage::parliament_second_reading});
  cp::reckoning plain;
  plain.extended = false;
  // From Mon 24 November 2025: the brake on the last day, Tue 24 February 2026; four months to Wed 24 June, 120 days in all. Three
  // months from 24 November and 120 days, 24 March, are 24 June: it ends on the day on which it resumes.
  CHECK(days_of(cp::timetable(cp::ordinary(), w, "2025-11-24"_date, pace::slowest, plain)) == days_list{"2026-02-24", "2026-06-24", "2026-06-25"});
  CHECK(days_of(cp::timetable(cp::ordinary(), w, "2025-11-24"_date, pace::quickest, plain)) == days_list{"2025-11-24", "2025-11-24", "2026-02-25"});
}

TEST_CASE("an altered proposal takes no time of its own") {
  auto const g = market();
  auto const w = way_of(g, {}, {event_kind::submit_proposal, event_kind::alter_proposal, event_kind::adopt_position, event_kind::alter_proposal, event_kind::approve_parliament_position});
  auto const timed = cp::timetable(cp::ordinary(), w, "2022-05-11"_date, pace::quickest);
  CHECK(timed.end() == "2022-07-07"_date);
  CHECK(timed.without_limit() == std::vector<place>{stage::parliament_first_reading, stage::council_first_reading});
}

TEST_CASE("a limit that ends in a year without holidays is an error, but not without holidays at all") {
  CHECK(caught([] { (void)cp::longest_time_to_adoption(whole(), "2030-01-15"_date, stage::parliament_second_reading); }).code() == error_code::no_holidays);
  cp::reckoning weekends;
  weekends.holidays = holiday_calendar::weekends_only();
  CHECK(cp::longest_time_to_adoption(whole(), "2030-01-15"_date, stage::parliament_second_reading, weekends)->bounded());
  CHECK(cp::shortest_time_to_adoption(whole(), "2030-01-15"_date, {}, weekends)->days() == 57);
  CHECK(caught([] { (void)cp::shortest_time_to_adoption(whole(), open_end()); }).code() == error_code::no_such_day);
}

// ----- by the published table -----

namespace {

date months_on(date day, int months) {
  auto const ymd = day.year_month_day();
  auto const month = ymd.year * 12 + ymd.month.as_number() - 1 + months;
  for (int d = ymd.day.as_number();; --d)
    if (is_a_day(month / 12, month % 12 + 1, d)) return make_date(month / 12, month % 12 + 1, d);
}

/// "3 months (+ max 1 month)" from a day, no end moved; the day itself where there is no limit.
date end_of(std::string const& limit, date from, bool extended) {
  auto const number = [&](std::size_t at) { return limit[at] - '0'; };
  auto const more = limit.find("max ");
  if (limit.find("month") != std::string::npos) {
    auto const first = number(limit.find(" month") - 1);
    auto const second = !extended ? 0 : more != std::string::npos ? number(more + 4) : limit.find("(+1)") != std::string::npos ? 1 : 0;
    return months_on(from, first + second);
  }
  if (limit.find("week") == std::string::npos) return from;
  return from + boost::gregorian::days{7 * (number(0) + (extended ? number(more + 4) : 0))};
}

/// The longest way to adoption from a state, by trying all; lapses count from the day after the limit.
date longest(std::vector<olp_step> const& steps, std::string const& at, date day, bool extended) {
  if (at == "ADOPTED") return day;
  auto latest = date{boost::date_time::neg_infin};
  for (auto const& s : steps) {
    if (s.from != at || s.event.rfind("emergency_brake", 0) == 0) continue;
    auto const lapses = s.event == "time_limit_expires" || s.event == "not_all_approved" || s.event == "one_fails_or_expiry";
    auto const taken = end_of(s.limit, day, extended) + boost::gregorian::days{lapses ? 1 : 0};
    if (auto const then = longest(steps, s.to, taken, extended); then > latest) latest = then;
  }
  return latest;
}

}  // namespace

TEST_CASE("the longest time is the one that the time limits of the published table give, on every day of two years") {
  auto const g = whole();
  auto const steps = olp_steps();
  cp::reckoning how;
  how.moves = cp::rolling::none;
  for (auto const extended : {false, true}) {
    how.extended = extended;
    for (auto day = "2023-12-01"_date; day < "2025-12-01"_date; day += boost::gregorian::days{1})
      for (auto const from : {stage::parliament_second_reading, stage::council_second_reading, stage::conciliation_to_convene, stage::conciliation, stage::third_reading}) {
        auto const ours = cp::longest_time_to_adoption(g, day, from, how)->end();
        auto const theirs = longest(steps, olp_name(from), day, extended);
        if (ours != theirs) {
          CAPTURE(to_string(day), olp_name(from), extended);
          CHECK(to_string(ours) == to_string(theirs));
        }
      }
  }
  CHECK(longest(steps, "EP_SECOND_READING", "2025-11-24"_date, true) == "2027-01-09"_date);  // moved over weekends it is 11 January
}

TEST_CASE("no way is quicker than the shortest, none slower than the longest") {
  auto const g = market();
  for (auto day = "2024-01-01"_date; day < "2025-01-01"_date; day += boost::gregorian::days{13}) {
    auto const shortest = cp::shortest_time_to_adoption(g, day)->days();
    auto const longest_days = cp::longest_time_to_adoption(g, day)->days();
    for (auto const& w : cp::ways_to_adoption(g)) {
      CHECK(cp::timetable(cp::ordinary(), w, day, pace::quickest).days() >= shortest);
      CHECK(cp::timetable(cp::ordinary(), w, day, pace::slowest).days() <= longest_days);
    }
  }
}

// ----- by the machine -----

namespace {

/// Drives a machine along a way on its days; a source stands in for every count.
void drive(cp::machine& m, cp::timed_way const& w, bool extend) {
  for (auto const& l : w.legs) {
    if (extend && m.limit() && m.limit()->limit.extension) m.extend(l.reached, cp::actor::council);
    cp::event e{.kind = l.step.how->event, .on = l.taken, .clock_from = l.taken, .attested_by = "the test"};
    if (e.kind == event_kind::propose_amendments) e.amendments.push_back({.number = "1"});
    if (e.kind == event_kind::approve_all_amendments) e.amendments.push_back({.number = "1"});
    if (e.kind == event_kind::submit_proposal && w.at == pace::slowest) e.clock_from.reset();  // the eight weeks are not what is tested
    m.take(e);
    CAPTURE(name(e.kind));
    CHECK(m.current() == l.step.to.at);
  }
}

}  // namespace

TEST_CASE("the machine takes every way at the quickest and at the slowest") {
  cp::legislative_file const file{{"TFEU 114"}};
  auto const g = market();
  for (auto const& w : cp::ways_to_adoption(g)) {
    for (auto const extended : {false, true}) {
      cp::reckoning how;
      how.extended = extended;
      for (auto const at : {pace::quickest, pace::slowest}) {
        cp::machine m{file};
        auto const timed = cp::timetable(cp::ordinary(), w, "2024-02-12"_date, at, how);
        CAPTURE(w.legs.size(), extended, at == pace::quickest);
        drive(m, timed, extended && at == pace::slowest);
        CHECK(m.current() == stage::adopted);
      }
    }
  }
}

TEST_CASE("the machine refuses the way that the list leaves out: approving a position that is a rejection") {
  cp::machine m{{{"TFEU 114"}}};
  m.take({.kind = event_kind::submit_proposal, .on = "2024-02-12"_date, .attested_by = "the test"});
  m.take({.kind = event_kind::reject_proposal, .on = "2024-06-12"_date, .attested_by = "the test"});
  cp::event const approve{.kind = event_kind::approve_parliament_position, .on = "2024-07-12"_date, .attested_by = "the test"};
  CHECK(caught([&] { m.take(approve); }).code() == error_code::step_not_possible);
}

TEST_CASE("a day before the eight weeks are over, or after a limit, the machine refuses") {
  auto const g = market();
  auto const shortest = *cp::shortest_time_to_adoption(g, "2024-02-12"_date);
  cp::machine early{{{"TFEU 114"}}};
  auto too_early = shortest;
  too_early.legs.back().taken -= boost::gregorian::days{1};
  CHECK(caught([&] { drive(early, too_early, false); }).code() == error_code::step_not_possible);

  auto const amend = way_of(g, {}, {event_kind::submit_proposal, event_kind::adopt_position, event_kind::adopt_own_position, event_kind::propose_amendments});
  cp::reckoning plain;
  plain.extended = false;
  auto too_late = cp::timetable(cp::ordinary(), amend, "2024-02-12"_date, pace::slowest, plain);
  too_late.legs.back().taken += boost::gregorian::days{1};
  cp::machine late{{{"TFEU 114"}}};
  CHECK(caught([&] { drive(late, too_late, false); }).code() == error_code::time_limit_over);
}

// ----- unanimity -----

namespace {
std::vector<event_kind> unanimous(cp::procedure_table const& table, cp::legislative_file const& file) {
  std::vector<event_kind> steps;
  for (auto const& u : cp::where_unanimous(table, file, "2025-11-26"_date)) steps.push_back(u.step->event);
  return steps;
}
}  // namespace

TEST_CASE("4.1: on a proposal of the Commission unanimity may be needed at first and second reading, not in conciliation nor at third reading") {
  using e = event_kind;
  auto const wanted = std::vector<e>{e::approve_parliament_position, e::adopt_own_position, e::approve_all_amendments};
  CHECK(unanimous(cp::ordinary(), {{"TFEU 114"}}) == wanted);
  auto const found = cp::where_unanimous(cp::ordinary(), {{"TFEU 114"}}, "2025-11-26"_date);
  CHECK(found[0].because.article == "TFEU 293(1)");
  CHECK(found[1].because.article == "TFEU 293(1)");
  CHECK(found[2].because.article == "TFEU 294(9)");
  for (auto const& u : found) CHECK_FALSE(u.always());
}

TEST_CASE("294(15): without a proposal of the Commission the Council can amend by its ordinary majority") {
  CHECK(unanimous(cp::ordinary(), {{"TFEU 82(2)"}, proposer::member_states}).empty());
  CHECK(unanimous(cp::ordinary(), {{"TFEU 281"}, proposer::court}).empty());
}

TEST_CASE("where the legal basis asks for unanimity it is always needed, whatever the Commission thinks") {
  auto const found = cp::where_unanimous(cp::consultation(), {{"TFEU 21(3)"}}, "2025-11-26"_date);
  REQUIRE(found.size() == 1);
  CHECK(found[0].step->event == event_kind::adopt_act);
  CHECK(found[0].always());
  CHECK(found[0].because.article == "TFEU 21(3)");
  CHECK(unanimous(cp::consent(), {{"TFEU 352"}}) == std::vector{event_kind::adopt_act});
  auto const qualified = cp::where_unanimous(cp::consent(), {{"TFEU 218(6)(a)"}}, "2025-11-26"_date);
  REQUIRE(qualified.size() == 1);
  CHECK(qualified[0].because.article == "TFEU 293(1)");
}

TEST_CASE("a rule that asks that nobody be against is unanimity, with or without constructive abstention; no majority is") {
  STATIC_REQUIRE(cp::asks_for_unanimity(rules::unanimity()));
  STATIC_REQUIRE(cp::asks_for_unanimity(rules::constructive_abstention()));
  STATIC_REQUIRE_FALSE(cp::asks_for_unanimity(rules::qualified_majority()));
  STATIC_REQUIRE_FALSE(cp::asks_for_unanimity(rules::four_fifths_majority()));
  STATIC_REQUIRE_FALSE(cp::asks_for_unanimity(rules::reinforced_majority()));
}
