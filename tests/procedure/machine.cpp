// SPDX-License-Identifier: BSL-1.0
// Does the machine take every step of the table, and refuse every other?
#include "courses.hpp"

#include <map>
#include <set>

using namespace codecision;
using namespace codecision::test;
using procedure::actor;
using procedure::amendment;
using procedure::majority;
using procedure::opinion;
using procedure::timeliness;

namespace {

/// An event of a kind with all that it can need, so that only its place can be wrong.
event full_event(event_kind kind, date on, machine const& m, char const* basis) {
  event e{.kind = kind, .on = on, .council = of_those_who_vote(basis, on), .parliament = for_against(400, 100),
          .departs_from_proposal = false, .commission_opinion = opinion::positive, .clock_from = on,
          .votes_of_national_parliaments = 40, .urgent = true};
  e.members = kind == event_kind::disagreement_nine_notify ? parse_members("BE DE FR IT ES NL AT PL SE") : parse_members("DE");
  if (kind == event_kind::approve_joint_text) e.parliament = for_against(20, 7);
  if (kind == event_kind::approve_all_amendments) {
    for (auto const& a : m.amendments()) e.amendments.push_back({.number = a.number, .council = e.council, .commission = opinion::positive});
    e.council.reset();
  }
  if (kind == event_kind::propose_amendments) e.parliament = for_against(400, 10);
  return e;
}

/// A machine that an emergency brake has suspended at first reading in the Council.
machine suspended(char const* basis, event_kind brake) {
  auto m = machine_at(stage::council_first_reading, basis);
  m.take({.kind = brake, .on = day("2023-06-01"), .members = parse_members("DE")});
  return m;
}

machine anywhere(stage s, char const* basis) {
  if (s == stage::suspended_social_security) return suspended("TFEU 48", event_kind::emergency_brake_social_security);
  if (s == stage::suspended_criminal_matters) return suspended("TFEU 82(2)", event_kind::emergency_brake_criminal_matters);
  return machine_at(s, basis);
}

}  // namespace

TEST_CASE("every step of the ordinary procedure is taken from its stage and leads where the table says") {
  for (auto const& t : procedure::ordinary().steps) {
    for (auto const from : all_stages()) {
      if (!t.from.contains(from) || t.event == event_kind::submit_initiative) continue;
      auto const* const basis = t.which == procedure::belongs_to::social_security    ? "TFEU 48"
                                : t.which == procedure::belongs_to::criminal_matters ? "TFEU 82(2)"
                                                                                     : "TFEU 114";
      CAPTURE(name(t.event), name(from));
      auto m = anywhere(from, basis);
      auto on = m.history().empty() ? day("2023-01-16") : m.history().back().happened.on;
      if (t.when == procedure::timing::after_limit) on = m.limit()->due().last_day + boost::gregorian::days{1};
      if (t.event == event_kind::enter_into_force) on = day("2023-08-14");
      if (t.event == event_kind::approve_parliament_position || t.event == event_kind::adopt_own_position) on = day("2023-06-12");
      auto const& s = m.take(full_event(t.event, on, m, basis));
      CHECK(s.taken == &*m.table().steps.find(from, t.event));
      CHECK(m.current() == t.to.value_or(stage::council_first_reading));  // the brakes above were pulled there
    }
  }
}

TEST_CASE("at every stage every event that is not a step from there is refused, and the refusal names those that are") {
  for (auto const s : all_stages()) {
    if (s == stage::parliament_opinion || s == stage::parliament_consent || s == stage::council_decision ||
        s == stage::commission_examines_request || s == stage::enhanced_cooperation || s == stage::blocked)
      continue;  // stages of the special procedures, and the ends of a brake (below)
    auto const m = anywhere(s, "TFEU 114");
    auto const legal = m.table().from(s);
    for (std::size_t i = 0; i < procedure::event_kind_count; ++i) {
      auto const kind = static_cast<event_kind>(i);
      if (legal.find(s, kind) != nullptr) continue;
      auto copy = m;
      CAPTURE(name(s), name(kind));
      auto const said = refusal(copy, full_event(kind, day("2023-12-20"), m, "TFEU 114"));
      CHECK_THAT(said, contains("COD-S801"));
      for (auto const& t : legal) CHECK_THAT(said, contains(std::string{name(t.event)}));
    }
  }
}

TEST_CASE("a vote that misses its majority by one moves nothing, and one more vote moves it") {
  SECTION("first reading in Parliament: 300 to 300 is not carried, 301 to 300 is") {
    auto m = machine_at(stage::parliament_first_reading);
    CHECK_FALSE(m.take({.kind = event_kind::adopt_position, .on = day("2023-05-10"), .parliament = for_against(300, 300)}).moved());
    CHECK(m.current() == stage::parliament_first_reading);
    CHECK(m.take({.kind = event_kind::adopt_position, .on = day("2023-05-11"), .parliament = for_against(301, 300)}).moved());
  }
  SECTION("rejection at second reading: 352 of 705 seats is not carried, whoever is against; 353 is") {
    auto m = machine_at(stage::parliament_second_reading);
    CHECK_FALSE(m.take({.kind = event_kind::reject, .on = day("2023-07-12"), .parliament = for_against(352, 0)}).moved());
    CHECK(m.take({.kind = event_kind::reject, .on = day("2023-07-12"), .parliament = for_against(353, 350)}).moved());
    CHECK(m.current() == stage::not_adopted);
  }
  SECTION("the Council: fourteen of 27 members are too few, fifteen with 65 % suffice") {
    auto const twelve_smallest = parse_members("MT LU CY EE LV SI LT HR IE SK FI DK");
    for (auto const& [more, moves] : {std::pair{"BG", false}, std::pair{"", true}}) {
      auto m = machine_at(stage::council_first_reading);
      auto const who = twelve_smallest | parse_members(more);
      auto const& s = m.take({.kind = event_kind::adopt_own_position, .on = day("2023-06-12"), .council = against(day("2023-06-12"), who),
                              .departs_from_proposal = false, .urgent = true});
      CHECK(s.moved() == moves);
      CHECK(s.decisions.at(0).council->criteria()[0].have == (moves ? 15 : 14));
    }
  }
  SECTION("conciliation: both sides must agree, Parliament's by 14 of 27") {
    for (auto const& [in_favour, moves] : {std::pair{13, false}, std::pair{14, true}}) {
      auto m = machine_at(stage::conciliation);
      auto const on = day("2023-11-06");
      CHECK(m.take({.kind = event_kind::approve_joint_text, .on = on, .council = against(on), .parliament = for_against(in_favour, 0)}).moved() == moves);
    }
  }
}

TEST_CASE("third reading: Parliament and the Council adopt on different days, and one that fails ends the file") {
  auto m = machine_at(stage::third_reading);
  auto const on = day("2023-11-20");
  CHECK_FALSE(m.take({.kind = event_kind::both_adopt, .on = on, .parliament = for_against(300, 200)}).moved());
  CHECK(m.current() == stage::third_reading);
  SECTION("the Council follows") {
    CHECK(m.take({.kind = event_kind::both_adopt, .on = day("2023-11-28"), .council = against(day("2023-11-28"))}).moved());
    CHECK(m.current() == stage::adopted);
  }
  SECTION("the Council does not reach its majority") {
    m.take({.kind = event_kind::both_adopt, .on = day("2023-11-28"), .council = against(day("2023-11-28"), parse_members("DE FR IT ES"))});
    CHECK(m.current() == stage::not_adopted);
    CHECK(m.history().back().taken->event == event_kind::one_fails_or_expiry);
  }
}

TEST_CASE("what may happen next comes with its rules, its actor and its last day") {
  auto const m = machine_at(stage::parliament_second_reading);
  std::map<event_kind, procedure::possible_step> next;
  for (auto const& p : m.next(day("2023-07-01"))) next.emplace(p.how->event, p);
  REQUIRE(next.size() == 4);
  auto const& reject = next.at(event_kind::reject);
  CHECK(reject.how->by == actor::parliament);
  REQUIRE(reject.rules.size() == 1);
  CHECK(reject.rules[0].how.members_needed(705) == 353);
  CHECK(reject.limit->due().last_day == day("2023-09-15"));  // announced on Thursday 15 June 2023
  CHECK(next.at(event_kind::time_limit_expires).rules.empty());
}

TEST_CASE("in the Council two rules can hold: the majority of the legal basis, and unanimity against the Commission") {
  auto const m = machine_at(stage::council_first_reading);
  for (auto const& p : m.next(day("2023-06-12"))) {
    if (p.how->needed != majority::council) continue;
    REQUIRE(p.rules.size() == 2);
    CHECK(p.rules[0].how.name() == rules::qualified_majority().name());
    CHECK(p.rules[1].how.name() == rules::unanimity().name());
    CHECK(p.rules[1].because->article == "TFEU 293(1)");
  }
}

TEST_CASE("a rejection at first reading is no text that the Council could approve; it can adopt its own position") {
  auto m = machine_at(stage::parliament_first_reading);
  m.take({.kind = event_kind::reject_proposal, .on = day("2023-05-10"), .parliament = for_against(311, 228, 92)});
  CHECK(m.current() == stage::council_first_reading);
  auto const said = refusal(m, {.kind = event_kind::approve_parliament_position, .on = day("2023-06-12"), .council = against(day("2023-06-12"))});
  CHECK_THAT(said, contains("COD-S801"));
  m.take({.kind = event_kind::adopt_own_position, .on = day("2023-06-12"), .council = against(day("2023-06-12")), .urgent = true});
  CHECK(m.current() == stage::parliament_second_reading);
}

TEST_CASE("after its position at first reading the Council has acted: nothing is altered or withdrawn any more") {
  auto m = machine_at(stage::parliament_second_reading);
  CHECK_THAT(refusal(m, {.kind = event_kind::withdraw, .on = day("2023-07-01")}), contains("COD-S801"));
  CHECK_THAT(refusal(m, {.kind = event_kind::alter_proposal, .on = day("2023-07-01")}), contains("COD-S801"));
}

TEST_CASE("an event before the previous one is refused") {
  auto m = machine_at(stage::council_first_reading);
  auto const said = refusal(m, {.kind = event_kind::withdraw, .on = day("2023-05-09")});
  CHECK_THAT(said, contains("COD-S802"));
  CHECK_THAT(said, contains("2023-05-10"));
}

TEST_CASE("a majority without figures is refused, and a source stands in for them") {
  auto m = machine_at(stage::parliament_first_reading);
  CHECK_THAT(refusal(m, {.kind = event_kind::adopt_position, .on = day("2023-05-10")}), contains("COD-S803"));
  auto const& s = m.take({.kind = event_kind::adopt_position, .on = day("2023-05-10"), .attested_by = "minutes of the sitting"});
  CHECK(s.decisions.at(0).attested_by == "minutes of the sitting");
  CHECK(m.current() == stage::council_first_reading);
}

TEST_CASE("more votes than seats are refused") {
  auto m = machine_at(stage::parliament_first_reading);
  CHECK_THAT(refusal(m, {.kind = event_kind::adopt_position, .on = day("2023-05-10"), .parliament = for_against(400, 300, 6)}), contains("COD-B405"));
  CHECK(refusal(m, {.kind = event_kind::adopt_position, .on = day("2023-05-10"), .parliament = for_against(400, 300, 5)}).empty());
}

TEST_CASE("a ballot of other members than those who vote is refused") {
  auto m = machine_at(stage::council_first_reading, "TFEU 82(2)");  // Title V: Denmark and Ireland do not vote
  auto const said = refusal(m, {.kind = event_kind::adopt_own_position, .on = day("2023-06-12"), .council = against(day("2023-06-12")), .urgent = true});
  CHECK_THAT(said, contains("COD-B403"));
}

TEST_CASE("each time limit can be extended once, while it runs, by Parliament or the Council, and not by more than the Treaty says") {
  auto m = machine_at(stage::parliament_second_reading);  // until 15 September 2023
  auto const by_parliament = [](machine& x) { x.extend(day("2023-09-01"), actor::parliament); };
  CHECK_THAT(refusal(m, [](machine& x) { x.extend(day("2023-09-18"), actor::parliament); }), contains("COD-S804"));
  CHECK_THAT(refusal(m, [](machine& x) { x.extend(day("2023-09-01"), actor::commission); }), contains("COD-S804"));
  CHECK_THAT(refusal(m, [](machine& x) { x.extend(day("2023-09-01"), actor::council, period{months{2}}); }), contains("COD-S804"));
  by_parliament(m);
  CHECK(m.limit()->due().last_day == day("2023-10-16"));  // 15 October is a Sunday
  CHECK(m.history().back().extended->by == actor::parliament);
  CHECK_THAT(refusal(m, by_parliament), contains("COD-S804"));
  auto first = machine_at(stage::council_first_reading);
  CHECK_THAT(refusal(first, [](machine& x) { x.extend(day("2023-06-01"), actor::council); }), contains("COD-S804"));
}

TEST_CASE("time passes: the act is adopted on the day after the last one, and not before") {
  auto m = machine_at(stage::parliament_second_reading);
  CHECK_FALSE(m.advance_to(day("2023-09-15")));
  CHECK(m.current() == stage::parliament_second_reading);
  CHECK(m.advance_to(day("2023-09-16")));
  CHECK(m.current() == stage::adopted);
  CHECK(m.history().back().happened.on == day("2023-09-16"));
}

TEST_CASE("a lapse that is claimed too early is refused, and so is a vote after the last day") {
  auto m = machine_at(stage::parliament_second_reading);
  CHECK_THAT(refusal(m, {.kind = event_kind::time_limit_expires, .on = day("2023-09-15")}), contains("2023-09-15"));
  auto const late = refusal(m, {.kind = event_kind::reject, .on = day("2023-09-16"), .parliament = for_against(500, 0)});
  CHECK_THAT(late, contains("COD-S805"));
  CHECK_THAT(late, contains("time_limit_expires"));
  CHECK(m.take({.kind = event_kind::approve_council_position, .on = day("2023-09-15"), .parliament = for_against(2, 1)}).in_time == timeliness::met);
}

TEST_CASE("a committee that is convened late is noted: the Treaty does not say what follows") {
  auto m = machine_at(stage::conciliation_to_convene);  // since 11 September 2023: six weeks end on 23 October
  CHECK(m.limit()->due().last_day == day("2023-10-23"));
  auto const& s = m.take({.kind = event_kind::convene_committee, .on = day("2023-10-24")});
  CHECK(s.in_time == timeliness::missed);
  CHECK_FALSE(s.notes.empty());
  CHECK(m.current() == stage::conciliation);
}

TEST_CASE("where the day of communication is not known the limit is known only from below") {
  auto m = machine_at(stage::council_first_reading);
  m.take({.kind = event_kind::adopt_own_position, .on = day("2023-06-12"), .council = against(day("2023-06-12")), .urgent = true});
  REQUIRE(m.limit());
  CHECK_FALSE(m.limit()->start_known);
  CHECK_FALSE(m.advance_to(day("2026-01-01")));
  auto copy = m;
  CHECK(copy.take({.kind = event_kind::reject, .on = day("2023-09-12"), .parliament = for_against(1, 0)}).in_time == timeliness::met);
  CHECK(m.take({.kind = event_kind::reject, .on = day("2023-09-13"), .parliament = for_against(1, 0)}).in_time == timeliness::not_known);
}

TEST_CASE("Protocol 1: eight weeks before the Council approves, ten days more before it adopts a position, save in urgent cases") {
  machine m{{{"TFEU 114"}}};
  m.take({.kind = event_kind::submit_proposal, .on = day("2023-03-01"), .clock_from = day("2023-03-06")});
  m.take({.kind = event_kind::adopt_position, .on = day("2023-03-15"), .parliament = for_against(300, 0), .departs_from_proposal = false});
  auto const act = [](event_kind kind, char const* on, bool urgent = false) {
    return event{.kind = kind, .on = day(on), .council = against(day(on)), .departs_from_proposal = false, .urgent = urgent};
  };
  auto const approve = event_kind::approve_parliament_position;
  auto const own = event_kind::adopt_own_position;
  // eight weeks from Monday 6 March end on 1 May; on the agenda on 2 May; ten days end on 12 May
  CHECK_THAT(refusal(m, act(approve, "2023-05-01")), contains("2023-05-02"));
  CHECK_THAT(refusal(m, act(own, "2023-05-12")), contains("2023-05-13"));
  for (auto const& e : {act(approve, "2023-03-20", true), act(approve, "2023-05-02"), act(own, "2023-05-13")}) {
    auto copy = m;
    CHECK(copy.take(e).moved());
  }
}

TEST_CASE("entry into force is on the twentieth day, or on the day that the act names, and on no other") {
  auto m = machine_at(stage::published);  // 25 July 2023
  CHECK_THAT(refusal(m, {.kind = event_kind::enter_into_force, .on = day("2023-08-15")}), contains("2023-08-14"));
  auto named = machine_at(stage::signed_by_presidents);
  named.take({.kind = event_kind::publish, .on = day("2023-07-25"), .enters_into_force = day("2023-07-28")});
  CHECK_THAT(refusal(named, {.kind = event_kind::enter_into_force, .on = day("2023-08-14")}), contains("2023-07-28"));
  CHECK(named.take({.kind = event_kind::enter_into_force, .on = day("2023-07-28")}).moved());
}

TEST_CASE("a legal basis of another procedure is refused") {
  machine m{{{"TFEU 113"}}};  // consultation, unanimity
  auto const said = refusal(m, {.kind = event_kind::submit_proposal, .on = day("2023-03-01")});
  CHECK_THAT(said, contains("COD-S806"));
  CHECK_THAT(said, contains("consultation"));
}

TEST_CASE("consultation: the Council waits for the opinion, and acts by the majority of the legal basis") {
  machine m{{{"TFEU 113"}}, procedure::consultation()};
  m.take({.kind = event_kind::submit_proposal, .on = day("2023-03-01"), .clock_from = day("2023-03-01")});
  auto const act = [](member_set who) { return event{.kind = event_kind::adopt_act, .on = day("2023-06-12"), .council = against(day("2023-06-12"), who), .departs_from_proposal = false}; };
  CHECK_THAT(refusal(m, act({})), contains("deliver_opinion"));
  m.take({.kind = event_kind::deliver_opinion, .on = day("2023-05-10"), .parliament = for_against(300, 250)});
  CHECK_FALSE(m.take(act(parse_members("MT"))).moved());  // taxes: unanimity
  CHECK(m.take(act({})).moved());
  CHECK(m.current() == stage::adopted);
}

TEST_CASE("consent: a no of Parliament ends the file") {
  for (auto const& [in_favour, end] : {std::pair{300, stage::council_decision}, std::pair{299, stage::not_adopted}}) {
    machine m{{{"TFEU 352"}}, procedure::consent()};
    m.take({.kind = event_kind::submit_proposal, .on = day("2023-03-01")});
    m.take({.kind = event_kind::give_consent, .on = day("2023-05-10"), .parliament = for_against(in_favour, 299)});
    CHECK(m.current() == end);
  }
}

TEST_CASE("enhanced cooperation: nine members ask, the Commission proposes, Parliament consents, the Council authorises") {
  machine m{{{"TFEU 329(1)"}}, procedure::enhanced_cooperation()};
  auto const ask = [](char const* who) { return event{.kind = event_kind::request_cooperation, .on = day("2023-03-01"), .members = parse_members(who)}; };
  CHECK_THAT(refusal(m, ask("BE DE FR IT ES NL AT PL")), contains("8 Member States"));
  m.take(ask("BE DE FR IT ES NL AT PL SE"));
  m.take({.kind = event_kind::submit_proposal, .on = day("2023-04-03")});
  m.take({.kind = event_kind::give_consent, .on = day("2023-05-10"), .parliament = for_against(300, 200)});
  CHECK(m.take({.kind = event_kind::authorise_cooperation, .on = day("2023-06-12"), .council = against(day("2023-06-12"), parse_members("HU PL")), .departs_from_proposal = false}).moved());
  CHECK(m.current() == stage::enhanced_cooperation);
}

TEST_CASE("initiatives of Member States need a quarter of them and the reinforced majority: 294(15), 238(3)(b)") {
  machine m{{{"TFEU 82(1)"}, proposer::member_states}};
  auto const propose = [](char const* who) { return event{.kind = event_kind::submit_initiative, .on = day("2023-03-01"), .members = parse_members(who)}; };
  CHECK_THAT(refusal(m, propose("BE DE FR IT ES NL")), contains("7 of 27"));
  m.take(propose("BE DE FR IT ES NL AT"));
  m.take({.kind = event_kind::adopt_position, .on = day("2023-05-10"), .parliament = for_against(300, 200), .departs_from_proposal = true});
  // 25 vote; 72 % of them is 18. A text that departs needs no unanimity here: 293(1) is about proposals of the Commission.
  auto const on = day("2023-06-12");
  auto const vote_of = [&](char const* who) {
    auto const council = catalogue({"TFEU 82(1)"}, proposer::member_states, on).council();
    return event{.kind = event_kind::approve_parliament_position, .on = on, .council = ballot{council}.against(parse_members(who)).others(vote::in_favour), .urgent = true};
  };
  CHECK_FALSE(m.take(vote_of("MT LU CY EE LV SI LT HR")).moved());
  CHECK(m.take(vote_of("MT LU CY EE LV SI LT")).moved());
}

TEST_CASE("nothing informal moves a file") {
  auto m = machine_at(stage::parliament_first_reading);
  auto const before = m.next(day("2023-05-01")).size();
  for (std::size_t i = 0; i < procedure::informal_step_count; ++i)
    m.note({.what = static_cast<procedure::informal_step>(i), .on = day("2023-05-01")});
  CHECK(m.current() == stage::parliament_first_reading);
  CHECK(m.annotations().size() == procedure::informal_step_count);
  CHECK(m.next(day("2023-05-01")).size() == before);
}

TEST_CASE("an orange card stops a proposal when 55 % of the Council or a majority in Parliament says so") {
  auto const card = [](int votes) {
    return event{.kind = event_kind::orange_card_reject, .on = day("2023-05-02"), .parliament = for_against(301, 300), .votes_of_national_parliaments = votes};
  };
  auto m = machine_at(stage::parliament_first_reading);
  CHECK_THAT(refusal(m, card(27)), contains("28 votes"));
  CHECK(m.take(card(28)).moved());
  CHECK(m.current() == stage::not_adopted);
  auto by_council = machine_at(stage::parliament_first_reading);
  auto stop = card(28);
  stop.parliament.reset();
  auto const fifteen = parse_members("MT LU CY EE LV SI LT HR IE SK FI DK BG AT HU");
  stop.council = ballot{council_on(stop.on)}.in_favour(fifteen - parse_members("HU")).others(vote::against);
  CHECK_FALSE(by_council.take(stop).moved());
  stop.council = ballot{council_on(stop.on)}.in_favour(fifteen).others(vote::against);
  CHECK(by_council.take(stop).moved());
}
