// SPDX-License-Identifier: BSL-1.0
// TFEU 294: the worked examples of the ordinary legislative procedure, and 293(1) beside them.
#include "../procedure/courses.hpp"

using namespace codecision;
using namespace codecision::test;
using procedure::opinion;

namespace {

/// A file at second reading in Parliament whose position was announced on this day; 720 seats from July 2024 on.
machine second_reading(char const* announced) {
  machine m{{{"TFEU 114"}}};
  m.take({.kind = event_kind::submit_proposal, .on = day("2025-01-15"), .clock_from = day("2025-01-20")});
  m.take({.kind = event_kind::adopt_position, .on = day("2025-05-07"), .parliament = for_against(312, 300, 100), .departs_from_proposal = true,
          .commission_opinion = opinion::positive});
  m.take({.kind = event_kind::adopt_own_position, .on = day("2025-05-12"), .council = against(day("2025-05-12")), .clock_from = day(announced)});
  return m;
}

}  // namespace

TEST_CASE("294(7): a position announced on Monday 24 November 2025 must be decided on by 24 February 2026, extended by 24 March") {
  auto m = second_reading("2025-11-24");
  CHECK(m.limit()->due().last_day == day("2026-02-24"));
  m.extend(day("2026-01-12"), procedure::actor::parliament);
  CHECK(m.limit()->due().last_day == day("2026-03-24"));
}

TEST_CASE("294(7)(b): 355 of 720 for rejection is not carried, and after the last day the act is deemed adopted") {
  auto m = second_reading("2025-11-24");
  auto const& s = m.take({.kind = event_kind::reject, .on = day("2026-02-20"), .parliament = for_against(355, 200, 100)});
  CHECK_FALSE(s.moved());
  CHECK(s.decisions.at(0).parliament->criteria[0].need == 361);
  CHECK_FALSE(m.advance_to(day("2026-02-24")));
  CHECK(m.advance_to(day("2026-02-25")));
  CHECK(m.current() == stage::adopted);
  CHECK(m.history().back().taken->event == event_kind::time_limit_expires);
}

TEST_CASE("294(7)(c): an amendment with 361 for and 359 absent is carried, one with 360 to 10 is not") {
  auto m = second_reading("2025-11-24");
  event vote{.kind = event_kind::propose_amendments, .on = day("2026-02-20")};
  vote.amendments.push_back({.number = "A", .parliament = for_against(360, 10)});
  CHECK_FALSE(m.take(vote).moved());
  vote.amendments.push_back({.number = "B", .parliament = for_against(361, 0)});
  CHECK(m.take(vote).moved());
  REQUIRE(m.amendments().size() == 1);
  CHECK(m.amendments()[0].number == "B");
  CHECK(m.current() == stage::council_second_reading);
}

TEST_CASE("294(3): 312 to 300 with 100 abstaining is carried, since abstentions are not votes cast") {
  CHECK(second_reading("2025-11-24").history()[1].moved());
}

TEST_CASE("294(8), (9): of three amendments the one with a negative opinion fails by one vote, and conciliation follows") {
  auto m = second_reading("2025-05-19");
  event vote{.kind = event_kind::propose_amendments, .on = day("2025-06-18"), .clock_from = day("2025-06-25")};
  for (auto const* number : {"1", "2", "3"}) vote.amendments.push_back({.number = number, .parliament = for_against(400, 100)});
  m.take(vote);
  auto const on = day("2025-09-15");
  auto const decide = [&](opinion on_third) {
    event e{.kind = event_kind::approve_all_amendments, .on = on};
    for (auto const* number : {"1", "2", "3"})
      e.amendments.push_back({.number = number, .council = against(on, parse_members("MT")), .commission = opinion::positive});
    e.amendments[2].commission = on_third;
    return e;
  };
  SECTION("negative") {
    auto const& s = m.take(decide(opinion::negative));
    CHECK(s.decisions[0].reached);
    CHECK(s.decisions[1].reached);
    CHECK_FALSE(s.decisions[2].reached);
    CHECK(m.current() == stage::conciliation_to_convene);
    CHECK(s.taken->event == event_kind::not_all_approved);
  }
  SECTION("positive: all pass by qualified majority") {
    m.take(decide(opinion::positive));
    CHECK(m.current() == stage::adopted);
  }
  SECTION("not known: it decides, so it must be said") { CHECK_THAT(refusal(m, decide(opinion::not_known)), contains("COD-S803")); }
  SECTION("one amendment is passed over") {
    auto e = decide(opinion::positive);
    e.amendments.pop_back();
    CHECK_THAT(refusal(m, e), contains("amendment 3"));
  }
}

TEST_CASE("294(8)(b), (10): a committee convened on Monday 19 May 2025 has until 30 June, extended until 14 July") {
  machine m{{{"TFEU 114"}}};
  m.take({.kind = event_kind::submit_proposal, .on = day("2024-01-15"), .clock_from = day("2024-01-15")});
  m.take({.kind = event_kind::adopt_position, .on = day("2024-10-09"), .parliament = for_against(312, 300)});
  m.take({.kind = event_kind::adopt_own_position, .on = day("2024-11-04"), .council = against(day("2024-11-04")), .clock_from = day("2024-11-18")});
  m.take({.kind = event_kind::propose_amendments, .on = day("2025-01-20"), .parliament = for_against(400, 100), .clock_from = day("2025-01-27")});
  m.take({.kind = event_kind::not_all_approved, .on = day("2025-04-14")});
  m.take({.kind = event_kind::convene_committee, .on = day("2025-05-19")});
  CHECK(m.limit()->due().last_day == day("2025-06-30"));
  m.extend(day("2025-06-02"), procedure::actor::council);
  CHECK(m.limit()->due().last_day == day("2025-07-14"));
}

TEST_CASE("293(1): the Council departs from a proposal by unanimity; when the Commission alters it a qualified majority suffices") {
  auto m = machine_at(stage::council_first_reading);  // Parliament's position departs from the proposal
  auto const approve = [](opinion o) {
    return event{.kind = event_kind::approve_parliament_position, .on = day("2023-06-12"), .council = against(day("2023-06-12"), parse_members("HU")), .commission_opinion = o};
  };
  CHECK_FALSE(m.take(approve(opinion::negative)).moved());  // 26 for, one against
  m.take({.kind = event_kind::alter_proposal, .on = day("2023-06-12")});
  CHECK(m.take(approve(opinion::not_known)).moved());
  CHECK(m.current() == stage::adopted);
}

TEST_CASE("293(1): abstaining does not prevent unanimity, and a text as proposed needs none") {
  auto m = machine_at(stage::council_first_reading);
  auto const on = day("2023-06-12");
  auto copy = m;
  CHECK(m.take({.kind = event_kind::approve_parliament_position, .on = on, .council = against(on, {}, parse_members("HU SK")), .commission_opinion = opinion::negative}).moved());
  CHECK(copy.take({.kind = event_kind::adopt_own_position, .on = on, .council = against(on, parse_members("HU SK")), .departs_from_proposal = false}).moved());
}

TEST_CASE("294(10), (13): neither in conciliation nor at third reading does the Commission's opinion ask for unanimity") {
  auto m = machine_at(stage::conciliation);
  auto const on = day("2023-11-06");
  CHECK(m.take({.kind = event_kind::approve_joint_text, .on = on, .council = against(on, parse_members("HU SK")), .parliament = for_against(27, 0), .commission_opinion = opinion::negative}).moved());
  CHECK(m.take({.kind = event_kind::both_adopt, .on = day("2023-12-12"), .council = against(day("2023-12-12"), parse_members("HU SK")), .parliament = for_against(300, 299), .commission_opinion = opinion::negative}).moved());
}

TEST_CASE("48: inaction of the European Council ends the act; 82(3): it does not") {
  auto social = machine_at(stage::council_first_reading, "TFEU 48");
  social.take({.kind = event_kind::emergency_brake_social_security, .on = day("2023-06-01"), .members = parse_members("DE")});
  CHECK(social.limit()->due().last_day == day("2023-10-02"));  // four months end on Sunday 1 October
  CHECK(social.advance_to(day("2023-10-03")));
  CHECK(social.current() == stage::not_adopted);

  auto criminal = machine_at(stage::council_first_reading, "TFEU 82(2)");
  criminal.take({.kind = event_kind::emergency_brake_criminal_matters, .on = day("2023-06-01"), .members = parse_members("DE")});
  CHECK(criminal.advance_to(day("2023-10-03")));
  CHECK(criminal.current() == stage::blocked);
}

TEST_CASE("48, 82(3): a file that is referred back goes on where it was, with the time that was left") {
  auto m = machine_at(stage::parliament_second_reading, "TFEU 82(2)");  // until 15 September 2023
  CHECK(m.limit()->due().last_day == day("2023-09-15"));
  m.take({.kind = event_kind::emergency_brake_criminal_matters, .on = day("2023-07-03"), .members = parse_members("DE")});
  m.take({.kind = event_kind::consensus_refer_back, .on = day("2023-07-17")});
  CHECK(m.current() == stage::parliament_second_reading);
  CHECK(m.limit()->due().last_day == day("2023-09-29"));  // fourteen days later
}

TEST_CASE("82(3), 83(3): eight members do not suffice to go on, nine do; those who do not take part may not pull the brake") {
  auto m = machine_at(stage::council_first_reading, "TFEU 83(1)");
  CHECK_THAT(refusal(m, {.kind = event_kind::emergency_brake_criminal_matters, .on = day("2023-06-01"), .members = parse_members("DK")}), contains("DK"));
  CHECK_THAT(refusal(m, {.kind = event_kind::emergency_brake_criminal_matters, .on = day("2023-06-01")}), contains("nobody"));
  m.take({.kind = event_kind::emergency_brake_criminal_matters, .on = day("2023-06-01"), .members = parse_members("DE")});
  auto const notify = [](char const* who) { return event{.kind = event_kind::disagreement_nine_notify, .on = day("2023-09-01"), .members = parse_members(who)}; };
  CHECK_THAT(refusal(m, notify("BE DE FR IT ES NL AT PL")), contains("COD-S801"));
  m.take(notify("BE DE FR IT ES NL AT PL SE"));
  CHECK(m.current() == stage::enhanced_cooperation);
}
