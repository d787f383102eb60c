// SPDX-License-Identifier: BSL-1.0
// Does the machine take every step of the table, and refuse every other?
#include "courses.hpp"

#include <algorithm>
#include <initializer_list>
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

/// An event of a kind, with what its step needs, so that only its place can be wrong.
event full_event(event_kind kind, date on, machine const& m, char const* basis) {
  event e{.kind = kind, .on = on, .departs_from_proposal = false, .urgent = true};
  auto const* const t = m.table().steps.find(m.current(), kind);
  if (t == nullptr) return e;
  auto const needs = [&](std::initializer_list<majority> some) {
    return std::find(some.begin(), some.end(), t->needed) != some.end();
  };
  if (needs({majority::council, majority::conciliation, majority::third_reading})) e.council = of_those_who_vote(basis, on);
  if (needs({majority::votes_cast, majority::component_members, majority::third_reading, majority::stop_after_orange_card, majority::parliament_consent}))
    e.parliament = for_against(400, 100);
  if (needs({majority::conciliation})) e.parliament = for_against(20, 5);
  if (needs({majority::stop_after_orange_card})) e.votes_of_national_parliaments = 40;
  if (needs({majority::one_member})) e.members = parse_members("DE");
  if (needs({majority::nine_members, majority::initiators})) e.members = parse_members("BE DE FR IT ES NL AT PL SE");
  if (needs({majority::council_on_amendments}))
    for (auto const& a : m.amendments()) e.amendments.push_back({.number = a.number, .council = of_those_who_vote(basis, on), .commission = opinion::positive});
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
      if (m.limit()) on = m.limit()->runs_from;
      if (t.when == procedure::timing::after_limit) on = m.limit()->due().last_day + boost::gregorian::days{1};
      if (t.event == event_kind::enter_into_force) on = day("2023-08-14");
      if (t.event == event_kind::approve_parliament_position || t.event == event_kind::adopt_own_position) on = day("2023-06-12");
      auto const& s = m.take(full_event(t.event, on, m, basis));
      CHECK(s.taken->event == t.event);
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

TEST_CASE("an initiative of Member States is submitted, and what a proposal has is refused to it") {
  machine m{{{"TFEU 82(1)"}, proposer::member_states}};
  CHECK_THAT(refusal(m, {.kind = event_kind::submit_proposal, .on = day("2023-03-01")}), contains("submit_initiative"));
  CHECK(m.take({.kind = event_kind::submit_initiative, .on = day("2023-03-01"), .members = parse_members("BE DE FR IT ES NL AT")}).moved());
  CHECK_THAT(refusal(m, {.kind = event_kind::withdraw, .on = day("2023-03-02")}), contains("COD-S801"));
}

TEST_CASE("every step of the special procedures is taken, and its neighbours are refused") {
  struct sample { procedure::procedure_table table; char const* basis; };
  for (auto const& [table, basis] : {sample{procedure::consultation(), "TFEU 113"}, sample{procedure::consent(), "TFEU 352"},
                                     sample{procedure::enhanced_cooperation(), "TFEU 329(1)"}}) {
    // Walk to every stage along the table, one month a step, and try every event there.
    std::vector<machine> open{machine{{{basis}}, table}};
    std::set<std::pair<stage, event_kind>> taken;
    while (!open.empty()) {
      auto const m = open.back();
      open.pop_back();
      auto const on = m.history().empty() ? day("2023-01-16") : m.history().back().happened.on + boost::gregorian::days{20};
      for (std::size_t i = 0; i < procedure::event_kind_count; ++i) {
        auto const kind = static_cast<event_kind>(i);
        auto copy = m;
        auto const* const t = m.table().steps.find(m.current(), kind);
        CAPTURE(table.title, name(m.current()), name(kind));
        auto const e = full_event(kind, on, m, basis);
        if (t == nullptr) {
          CHECK_THAT(refusal(copy, e), contains("COD-S801"));
          continue;
        }
        copy.take(e);
        CHECK(copy.current() == t->to.value_or(m.current()));
        if (taken.insert({m.current(), kind}).second && copy.current() != m.current()) open.push_back(copy);
      }
    }
    auto const fitting = table.for_file({{basis}});
    for (auto const& t : fitting.steps)
      for (auto const s : all_stages())
        if (t.from.contains(s)) CHECK(taken.count({s, t.event}) == 1);
  }
}

TEST_CASE("figures that say that a vote was won are not taken for one that was lost") {
  SECTION("all amendments approved") {
    auto m = machine_at(stage::council_second_reading);
    auto e = full_event(event_kind::approve_all_amendments, day("2023-09-11"), m, "TFEU 114");
    e.kind = event_kind::not_all_approved;
    CHECK_THAT(refusal(m, e), contains("approve_all_amendments"));
    e.amendments[1].council = against(e.on, parse_members("DE FR IT ES"));
    CHECK(m.take(e).moved());
    CHECK(m.current() == stage::conciliation_to_convene);
  }
  SECTION("both adopt the joint text") {
    auto m = machine_at(stage::third_reading);
    auto e = full_event(event_kind::both_adopt, day("2023-11-20"), m, "TFEU 114");
    e.kind = event_kind::one_fails_or_expiry;
    CHECK_THAT(refusal(m, e), contains("both_adopt"));
    e.parliament = for_against(200, 201);
    CHECK(m.take(e).moved());
    CHECK(m.current() == stage::not_adopted);
  }
  SECTION("Parliament consents") {
    machine m{{{"TFEU 352"}}, procedure::consent()};
    m.take({.kind = event_kind::submit_proposal, .on = day("2023-03-01")});
    CHECK_THAT(refusal(m, {.kind = event_kind::refuse_consent, .on = day("2023-05-10"), .parliament = for_against(400, 100)}), contains("give_consent"));
    CHECK(m.take({.kind = event_kind::refuse_consent, .on = day("2023-05-10"), .parliament = for_against(100, 400)}).moved());
  }
}

TEST_CASE("figures that decide nothing at a step are refused, not passed over") {
  auto m = machine_at(stage::parliament_second_reading);
  auto const vote = [] { return event{.kind = event_kind::reject, .on = day("2023-07-12"), .parliament = for_against(100, 400)}; };
  auto e = vote();
  e.council = against(e.on);
  CHECK_THAT(refusal(m, e), contains("a vote of the Council"));
  e = vote();
  e.members = parse_members("DE");
  CHECK_THAT(refusal(m, e), contains("a list of members"));
  e = vote();
  e.votes_of_national_parliaments = 3;
  CHECK_THAT(refusal(m, e), contains("national parliaments"));
  e = vote();
  e.enters_into_force = day("2024-01-01");
  CHECK_THAT(refusal(m, e), contains("entry into force"));
  e = vote();
  e.parliament->seats = 5;
  CHECK_THAT(refusal(m, e), contains("705"));
  event amend{.kind = event_kind::propose_amendments, .on = day("2023-07-12")};
  amend.amendments = {{.number = "1", .parliament = for_against(400, 1)}, {.number = "1", .parliament = for_against(400, 2)}};
  CHECK_THAT(refusal(m, amend), contains("twice"));
  amend.amendments.pop_back();
  amend.parliament = for_against(1, 600);
  CHECK_THAT(refusal(m, amend), contains("beside votes on each amendment"));
}

TEST_CASE("after the time limit an emergency brake comes too late: the act is adopted already") {
  auto m = machine_at(stage::parliament_second_reading, "TFEU 82(2)");  // until 15 September 2023
  auto const brake = [](char const* on) { return event{.kind = event_kind::emergency_brake_criminal_matters, .on = day(on), .members = parse_members("DE")}; };
  CHECK_THAT(refusal(m, brake("2023-09-16")), contains("COD-S805"));
  CHECK(m.take(brake("2023-09-15")).moved());
}

TEST_CASE("what the Commission said of Parliament's position is not said of the Council's own") {
  auto m = machine_at(stage::council_first_reading);
  m.take({.kind = event_kind::alter_proposal, .on = day("2023-06-01")});  // it accepts Parliament's position
  auto const on = day("2023-06-12");
  event own{.kind = event_kind::adopt_own_position, .on = on, .council = against(on, parse_members("HU")), .departs_from_proposal = true};
  CHECK_THAT(refusal(m, own), contains("COD-S803"));
  own.commission_opinion = opinion::negative;
  CHECK_FALSE(m.take(own).moved());
  own.commission_opinion = opinion::positive;
  CHECK(m.take(own).moved());
}

TEST_CASE("the clock does not run from a day before the event, and nobody votes on what was not communicated yet") {
  machine m{{{"TFEU 114"}}};
  CHECK_THAT(refusal(m, {.kind = event_kind::submit_proposal, .on = day("2023-03-01"), .clock_from = day("2023-02-28")}), contains("COD-S802"));
  auto second = machine_at(stage::parliament_second_reading);  // announced on 15 June 2023
  CHECK_THAT(refusal(second, {.kind = event_kind::reject, .on = day("2023-06-14"), .parliament = for_against(400, 0)}), contains("2023-06-15"));
}

TEST_CASE("who may begin: a group of Member States in the area of TFEU 76 only, Parliament and the High Representative nowhere") {
  for (auto const who : {proposer::member_states, proposer::parliament, proposer::high_representative}) {
    machine m{{{"TFEU 114"}, who}};
    CHECK_THAT(refusal(m, {.kind = event_kind::submit_initiative, .on = day("2023-03-01"), .members = parse_members("BE DE FR IT ES NL AT")}), contains("COD-S806"));
  }
  machine seven{{{"TEU 7(1)"}, proposer::member_states}, procedure::consent()};
  seven.set_facts({.member_concerned = parse_member("HU")});
  auto const propose = [](char const* who) { return event{.kind = event_kind::submit_initiative, .on = day("2023-03-01"), .members = parse_members(who)}; };
  CHECK_THAT(refusal(seven, propose("BE DE FR IT ES NL AT PL")), contains("9 of 27"));  // TEU 7(1): one third
  CHECK(seven.take(propose("BE DE FR IT ES NL AT PL SE")).moved());
}

TEST_CASE("enhanced cooperation is authorised on TFEU 329(1) and on no other basis") {
  machine m{{{"TFEU 352"}}, procedure::enhanced_cooperation()};
  CHECK_THAT(refusal(m, {.kind = event_kind::request_cooperation, .on = day("2023-03-01"), .members = parse_members("BE DE FR IT ES NL AT PL SE")}), contains("COD-S806"));
}

TEST_CASE("a paragraph of a legal basis has the brake of its article") {
  machine m{{{"TFEU 82(2)(b)"}}};
  m.take({.kind = event_kind::submit_proposal, .on = day("2023-01-16")});
  CHECK(m.file().basis.article == "TFEU 82(2)");
  CHECK(m.take({.kind = event_kind::emergency_brake_criminal_matters, .on = day("2023-02-01"), .members = parse_members("DE")}).moved());
}

TEST_CASE("at third reading a source can stand for one of the two votes") {
  auto m = machine_at(stage::third_reading);
  CHECK_FALSE(m.take({.kind = event_kind::both_adopt, .on = day("2023-11-20"), .attested_by = "press release of the Council", .attested_body = actor::council}).moved());
  CHECK(m.current() == stage::third_reading);
  CHECK(m.take({.kind = event_kind::both_adopt, .on = day("2023-11-21"), .parliament = for_against(300, 200)}).moved());
  CHECK(m.current() == stage::adopted);
}

TEST_CASE("the ballot that stops a proposal is one of all members, and the cards are no more than there are") {
  auto m = machine_at(stage::parliament_first_reading);
  event stop{.kind = event_kind::orange_card_reject, .on = day("2023-05-02"), .votes_of_national_parliaments = 28};
  stop.council = ballot{council_on(stop.on).only(parse_members("DE"))}.others(vote::in_favour);
  CHECK_THAT(refusal(m, stop), contains("COD-B403"));
  stop.council = against(stop.on);
  stop.votes_of_national_parliaments = 55;
  CHECK_THAT(refusal(m, stop), contains("54 votes"));
}
