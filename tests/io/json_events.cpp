// SPDX-License-Identifier: BSL-1.0
// Courses of dated events: what is read from a file is what the machine is given, and a wrong file is refused with its place.
#include <codecision/codecision.hpp>
#include <codecision/io/json_events.hpp>
#include <codecision/procedure/explain.hpp>

#include "support/catch.hpp"

#include <set>
#include <string>
#include <vector>

namespace cod = codecision;
namespace io = codecision::io;
using cod::error_code;
using cod::stage;
using cod::procedure::event;

namespace {

std::string const folder = std::string{CODECISION_SOURCE_DIR} + "/examples/courses/";

/// A course on TFEU 114 with these entries; the events begin on line 4, one a line.
std::string course_with(std::vector<std::string> const& entries, std::string const& before = R"("legal_basis": "TFEU 114")") {
  std::string text = "{\"format\": \"codecision-course/1\",\n" + before + ",\n\"events\": [\n";
  for (auto const& e : entries) text += (&e == &entries.front() ? "" : ",\n") + e;
  return text + "]}";
}

std::string const proposed = R"({"date": "2025-01-15", "event": "submit_proposal", "clock_from": "2025-01-20"})";
std::string const position = R"({"date": "2025-05-07", "event": "adopt_position", "parliament": {"in_favour": 312, "against": 300, "abstaining": 100}})";

/// How reading and running this text is refused.
struct refusal {
  error_code code{};
  std::string message, have, advice;
};
refusal refused(std::string const& text) {
  try {
    static_cast<void>(io::run(io::read_course(text, "course.json")));
  } catch (cod::error const& e) {
    return {e.code(), e.message(), e.have(), e.advice()};
  }
  FAIL("this was accepted: " << text);
  return {};
}
bool has(std::string const& text, std::string const& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("294(7): a rejection with 355 of 720 fails, and the act is deemed adopted on 25 February 2026") {
  auto const m = io::run(io::read_course_file(folder + "deemed_adopted.json"));
  CHECK(m.current() == stage::adopted);
  REQUIRE(m.history().size() == 5);
  CHECK_FALSE(m.history()[3].moved());
  CHECK(m.history()[4].happened.on == cod::parse_date("2026-02-25"));
  CHECK(m.annotations().size() == 1);
}

TEST_CASE("294(8) to (13): the course with conciliation ends in force, after one amendment failed against the Commission") {
  auto const m = io::run(io::read_course_file(folder + "conciliation.json"));
  CHECK(m.current() == stage::in_force);
  REQUIRE(m.history().size() == 14);
  auto const& council = m.history()[4];
  REQUIRE(council.decisions.size() == 3);
  CHECK(council.decisions[0].reached);
  CHECK_FALSE(council.decisions[2].reached);
  CHECK(m.history()[6].extended);
  CHECK(m.history()[6].limit->due().last_day == cod::parse_date("2025-07-14"));
  CHECK_FALSE(m.history()[8].moved());  // the Council alone: Parliament had still to vote
}

TEST_CASE("82(3): with Ireland opted in 26 vote, and nine members go on after the brake") {
  auto const m = io::run(io::read_course_file(folder + "emergency_brake.json"));
  CHECK(m.current() == stage::enhanced_cooperation);
  CHECK(m.history()[2].decisions[0].council->council().size() == 26);
}

TEST_CASE("every key of an event arrives in the event") {
  auto const course = io::read_course(course_with({R"({"date": "2025-05-07", "event": "publish",
    "council": {"in_favour": ["DE"], "against": ["FR"], "abstaining": ["IT"], "abstaining_formally": ["ES"], "absent": ["MT"], "others": "in_favour",
                "represented": [{"member": "NL", "by": "BE"}], "figures_of": 2024},
    "parliament": {"in_favour": 1, "against": 2, "abstaining": 3, "seats": 720},
    "commission": {"in_favour": 14, "against": 2, "seats": 27},
    "amendments": [{"number": "30", "parliament": {"in_favour": 4, "against": 5}, "commission": "negative",
                    "council": {"others": "abstaining", "voters": ["BE", "DE"]}}],
    "members": ["HU"], "departs_from_proposal": true, "commission_opinion": "positive", "clock_from": "2025-05-08",
    "enters_into_force": "2025-06-01", "votes_of_national_parliaments": 28, "urgent": true, "attested_by": "minutes", "note": "a note"})"}));
  auto const& e = std::get<event>(course.entries.at(0).what);
  CHECK(e.kind == cod::procedure::event_kind::publish);
  CHECK(e.on == cod::parse_date("2025-05-07"));
  REQUIRE(e.council);
  CHECK(e.council->side(cod::vote::against) == cod::parse_members("FR"));
  CHECK(e.council->side(cod::vote::abstain) == cod::parse_members("IT"));
  CHECK(e.council->side(cod::vote::abstain_formally) == cod::parse_members("ES"));
  CHECK(e.council->side(cod::vote::absent) == cod::parse_members("MT"));
  CHECK(e.council->side(cod::vote::in_favour).size() == 23);
  CHECK(e.council->represented() == cod::parse_members("NL"));
  CHECK(e.council->council().figures().year == 2024);
  CHECK(e.council->council().figures().stand_in);
  CHECK(e.parliament->abstaining == 3);
  CHECK(e.parliament->seats == 720);
  CHECK(e.commission->seats == 27);
  REQUIRE(e.amendments.size() == 1);
  CHECK(e.amendments[0].number == "30");
  CHECK(e.amendments[0].parliament->against == 5);
  CHECK(e.amendments[0].commission == cod::procedure::opinion::negative);
  CHECK(e.amendments[0].council->council().size() == 2);
  CHECK(e.members == cod::parse_members("HU"));
  CHECK(e.departs_from_proposal == true);
  CHECK(e.commission_opinion == cod::procedure::opinion::positive);
  CHECK(e.clock_from == cod::parse_date("2025-05-08"));
  CHECK(e.enters_into_force == cod::parse_date("2025-06-01"));
  CHECK(e.votes_of_national_parliaments == 28);
  CHECK(e.urgent);
  CHECK(e.attested_by == "minutes");
  CHECK(e.note == "a note");
}

TEST_CASE("the head of a course says which procedure, whose initiative, whose holidays, who takes part") {
  auto const course = io::read_course(course_with({}, R"j("legal_basis": "TFEU 82(2)", "title": "t", "initiator": "member_states",
    "procedure": "consent", "holidays": "luxembourg", "facts": {"opted_in": ["IE"], "member_concerned": "HU", "participants": ["BE", "DE"]})j"));
  CHECK(course.title == "t");
  CHECK(course.article == "TFEU 82(2)");
  CHECK(course.initiator == cod::proposer::member_states);
  CHECK(course.table.kind == cod::council_procedure::consent);
  CHECK(course.holidays.name() == cod::institution_holidays(cod::workplace::luxembourg).name());
  CHECK(course.facts.opted_in == cod::parse_members("IE"));
  CHECK(course.facts.member_concerned == cod::member_state::hungary);
  CHECK(course.facts.participants.size() == 2);
  CHECK(io::run(course).current() == stage::not_proposed);
}

TEST_CASE("a second reading of 2018 runs when a course leaves public holidays out, and is refused with that advice when it does not") {
  // TFEU 294(7): three months from Thursday 29 March 2018 end on Friday 29 June 2018
  std::vector<std::string> const entries{
      R"({"date": "2017-01-16", "event": "submit_proposal", "clock_from": "2017-01-23"})",
      R"({"date": "2017-10-10", "event": "adopt_position", "departs_from_proposal": false, "parliament": {"in_favour": 402, "against": 151}})",
      R"({"date": "2017-12-11", "event": "adopt_own_position", "departs_from_proposal": false, "clock_from": "2018-03-29", "council": {"others": "in_favour"}})",
      R"({"until": "2018-06-30"})"};
  auto const m = io::run(io::read_course(course_with(entries, R"("legal_basis": "TFEU 114", "holidays": "none")")));
  CHECK(m.current() == stage::adopted);
  CHECK(m.history().back().happened.on == cod::parse_date("2018-06-30"));
  auto const said = refused(course_with(entries));
  CHECK(said.code == error_code::no_holidays);
  CHECK(has(said.have, "event 4 of 4 (course.json, line 7, /events/3): "));
  CHECK(has(said.advice, R"("holidays": "none")"));
}

TEST_CASE("a limit to which the Treaty attaches no end is said to be over, and the late step stays open") {
  auto const m = io::run(io::read_course_file(folder + "not_convened.json"));
  REQUIRE(m.current() == stage::conciliation_to_convene);
  // 294(8)(b): six weeks from Monday 9 July 2018 end on Monday 20 August 2018
  auto const by = [&](char const* day) { return explain(m.next(cod::parse_date(day)).at(0), cod::parse_date(day)); };
  CHECK(has(by("2018-08-20").text, ", until 2018-08-20; leads to: conciliation"));
  CHECK(has(by("2018-08-20").details.at(0).details.at(0).text, "it can be, once, by at most 2 weeks"));
  CHECK(has(by("2018-08-21").text, ", the time limit is over: its last day was 2018-08-20; leads to: conciliation"));
  CHECK(has(by("2018-08-21").details.at(0).details.at(0).text, "cannot be any more"));
}

TEST_CASE("what is informal is called unusual at a stage at which it is, and on a day of two stages only when it is at both") {
  auto const said = [](std::string const& what, std::string const& day) {
    auto const m = io::run(io::read_course(course_with({proposed, position, R"({"date": ")" + day + R"(", "informal": ")" + what + R"("})"})));
    std::string text;
    auto const why = explain(m);
    for (auto const& line : why.details.back().details) text += line.text + "\n";
    return text;
  };
  CHECK(has(said("general_approach", "2025-06-10"), "not usual at the stage 'first reading in the Council'"));
  CHECK_FALSE(has(said("political_agreement", "2025-06-10"), "not usual"));
  CHECK_FALSE(has(said("general_approach", "2025-05-07"), "not usual"));  // the day of Parliament's position
  CHECK_FALSE(has(said("political_agreement", "2025-05-07"), "not usual"));
  CHECK_FALSE(has(said("trilogue", "2025-06-10"), "not usual"));
}

TEST_CASE("a legal basis with unanimity is voted on by consultation, and facts count from the entry that states them") {
  auto const text = course_with({R"({"date": "2024-02-05", "event": "submit_proposal", "clock_from": "2024-02-12"})",
                                 R"({"date": "2024-09-01", "facts": {"opted_in": ["IE"]}})",
                                 R"({"date": "2024-11-04", "event": "adopt_position", "departs_from_proposal": false, "parliament": {"in_favour": 2, "against": 1}})",
                                 R"({"date": "2024-11-12", "event": "approve_parliament_position", "council": {"others": "in_favour"}})"},
                                R"("legal_basis": "TFEU 88")");
  CHECK(io::run(io::read_course(text)).history().back().decisions.at(0).council->council().size() == 26);
}

TEST_CASE("a file that is no course is refused with its place and a cure") {
  struct wrong {
    std::string text, message, place, advice;
    error_code code = error_code::bad_event_file;
  };
  auto const entry = [](std::string const& e) { return course_with({proposed, e}); };
  std::vector<wrong> const all{
      {"[]", "not a course of events: a list", "line 1, column 1, the whole text", "codecision-course/1"},
      {"{\"title\": \"x\"}", "without the key 'format'", "line 1, column 1", "docs/procedure/events.md"},
      {"{\"format\": \"codecision-dossier/1\"}", "is not a format", "/format", "codecision-course/1"},
      {"{\"format\": \"codecision-course/1\"", "unexpected end of input", "line 1", "complete", error_code::not_json},
      {"{\"format\": \"codecision-course/1\", \"events\": []}", "'legal_basis' is missing", "the whole text", "docs/procedure/events.md"},
      {course_with({}, R"("legal_basis": "TFEU 114", "basis": 1)"), "'basis' is not known", "/basis", "'legal_basis'?"},
      {course_with({}, R"("legal_basis": "TFEU 114", "legal_basis": "TFEU 114")"), "stands twice", "line 1, column 1", "remove"},
      {course_with({}, R"("legal_basis": "TFEU 114", "initiator": "council")"), "'council' is not a value", "/initiator", "one of"},
      {course_with({}, R"("legal_basis": "TFEU 114", "procedure": "ordinry")"), "'ordinry'", "/procedure", "'ordinary'?"},
      {course_with({proposed}, R"("legal_basis": "TFEU 999")"), "not in the catalogue", "/legal_basis", "docs/data/legal_bases.csv", error_code::unknown_legal_basis},
      {entry("7"), "7 stands where an object", "line 5, column 1, /events/1", "object"},
      {entry(R"({"event": "adopt_position"})"), "'date' is missing", "line 5, column 1, /events/1", "add it"},
      {entry(R"({"date": "2025-02-30", "event": "reject"})"), "not a day", "/events/1/date", "YYYY-MM-DD", error_code::no_such_day},
      {entry(R"({"date": "2025-02-03"})"), "does not say what happened", "/events/1", "'event', 'extension', 'informal' or 'facts'"},
      {entry(R"({"date": "2025-02-03", "event": "adopts_position"})"), "'adopts_position'", "line 5, column 33, /events/1/event", "'adopt_position'"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "informal": "trilogue"})"), "beside 'event'", "/events/1/informal", "two entries"},
      {entry(R"({"date": "2025-02-03", "informal": "trialogue"})"), "'trialogue'", "/events/1/informal", "'trilogue'?"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "parliment": {}})"), "'parliment' is not known", "/events/1/parliment", "'parliament'?"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "parliament": {"in_favour": 3}})"), "'against' is missing", "/events/1/parliament", "add it"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "parliament": {"in_favour": -3, "against": 1}})"), "-3", "/parliament/in_favour", "not negative"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "commission": {"in_favour": 14, "against": 1}})"), "number of Members of the Commission", "/commission", "27"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "council": {"against": ["HU"]}})"), "does not say what BE", "/events/1/council", "others"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "council": {"against": ["XX"]}})"), "'XX'", "/council/against/0", "two-letter", error_code::unknown_member},
      {entry(R"({"date": "2025-02-03", "event": "reject", "council": {"against": ["HU", "HU"]}})"), "twice", "/council/against/1", "once", error_code::member_twice},
      {entry(R"({"date": "2025-02-03", "event": "reject", "council": {"against": ["HU"], "absent": ["HU"]}})"), "two sides", "/council/absent", "once", error_code::member_on_two_sides},
      {entry(R"({"date": "2025-02-03", "event": "reject", "council": {"against": ["UK"], "others": "absent"}})"), "UK", "/council/against", "of that day", error_code::voter_not_in_council},
      {entry(R"({"date": "2025-02-03", "event": "reject", "council": {"others": "in_favour", "represented": [{"member": "NL", "by": "NL"}]}})"), "own proxy", "/represented/0", "239", error_code::bad_proxy},
      {entry(R"({"date": "2031-02-03", "event": "reject", "council": {"others": "in_favour"}})"), "2031-02-03", "/events/1/council", "figures_of", error_code::no_population_table},
      {entry(R"({"date": "2025-02-03", "extension": "commission"})"), "'commission'", "/events/1/extension", "'parliament'"},
      {entry(R"({"date": "2025-02-03", "extension": "council", "by": {}})"), "no number", "/events/1/by", "weeks"},
      {entry(R"({"date": "2025-02-03", "extension": "council", "by": {"weeks": 0}})"), "0 weeks", "/events/1/by/weeks", "whole number", error_code::bad_period},
      {entry(R"({"date": "2025-02-03", "extension": "council", "by": {"months": 1, "weeks": 1}})"), "one unit", "/events/1/by/weeks", "once"},
      {entry(R"({"until": "2025-02-03", "date": "2025-02-03"})"), "'date' is not known", "/events/1/date", "'until'"},
      {entry(R"({"until": "2025-02-03", "note": "x"})"), "'note' is not known", "/events/1/note", "'until'"},
      {entry(R"({"date": "2025-02-03", "facts": {"opted": []}})"), "'opted' is not known", "/facts/opted", "'opted_in'"},
      {entry(R"({"date": "2025-02-03", "extension": "council", "by": {"years": 1}})"), "'years' is not known", "/by/years", "'months'"},
      {entry(R"({"date": "2025-02-03", "informal": "mandate", "council": {}})"), "'council' is not known", "/events/1/council", "did you mean"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "commission": {"in_favour": 14, "against": 1, "seat": 27}})"), "'seat' is not known", "/commission/seat", "'seats'?"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "council": {"otters": "in_favour"}})"), "'otters' is not known", "/council/otters", "'others'"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "council": {"others": "in_favour", "represented": [{"member": "NL", "by": "BE", "on": 1}]}})"),
       "'on' is not known", "/represented/0/on", "one of"},
      {entry(R"({"date": "2025-02-03", "event": "reject", "amendments": [{"number": "1", "counsil": {}}]})"), "'counsil' is not known", "/amendments/0/counsil", "'council'?"},
      {course_with({proposed}, R"j("legal_basis": "TFEU 16(2) with TFEU 114")j"), "not in the catalogue", "/legal_basis", "name one, the others in a note", error_code::unknown_legal_basis},
      {course_with({proposed}, R"("legal_basis": "TFEU 114", "holidays": "no")"), "'no'", "/holidays", "'none'"},
      {course_with({proposed}, R"("legal_basis": "TFEU 114", "initiator": "none")"), "'none'", "/initiator", "one of"},
  };
  for (auto const& w : all) {
    INFO(w.text);
    auto const said = refused(w.text);
    INFO(said.message << " | " << said.have << " | " << said.advice);
    CHECK(said.code == w.code);
    CHECK(has(said.message, w.message));
    CHECK(has(said.have, "course.json, "));
    CHECK(has(said.have, w.place));
    CHECK(has(said.advice, w.advice));
  }
}

TEST_CASE("an event that the machine refuses is named by its number and its line") {
  struct wrong {
    std::vector<std::string> entries;
    error_code code;
    std::string place, advice;
  };
  std::vector<wrong> const all{
      {{proposed, position, R"({"date": "2025-05-20", "informal": "trilogue"})", R"({"date": "2025-05-06", "event": "withdraw"})"},
       error_code::step_out_of_order, "event 4 of 4 (course.json, line 7, /events/3): ", "order of their days"},
      // the entry before it is no event: time that passed, something informal, other facts
      {{proposed, R"({"until": "2025-12-31"})", R"({"date": "2025-12-01", "event": "withdraw"})"}, error_code::step_out_of_order, "event 3 of 3", "order of their days"},
      {{proposed, R"({"date": "2025-05-20", "informal": "mandate"})", R"({"date": "2025-05-19", "event": "withdraw"})"},
       error_code::step_out_of_order, "/events/2): the one before it is of 2025-05-20", "order of their days"},
      {{proposed, R"({"date": "2025-05-20", "facts": {}})", R"({"until": "2025-05-19"})"}, error_code::step_out_of_order, "event 3 of 3", "order of their days"},
      {{R"({"date": "2025-01-20", "informal": "working_party"})", proposed}, error_code::step_out_of_order, "event 2 of 2", "order of their days"},
      {{proposed, position, R"({"date": "2025-05-06", "informal": "trilogue"})"}, error_code::step_out_of_order, "event 3 of 3 (course.json, line 6, /events/2): ", "order of their days"},
      {{proposed, R"({"until": "2025-01-14"})"}, error_code::step_out_of_order, "event 2 of 2", "order of their days"},
      {{proposed, R"({"date": "2025-01-14", "facts": {}})"}, error_code::step_out_of_order, "event 2 of 2", "order of their days"},
      {{proposed, R"({"date": "2025-05-07", "event": "adopt_position"})"}, error_code::majority_without_figures, "event 2 of 2 (course.json, line 5, /events/1)", "attested_by"},
      {{proposed, R"({"date": "2025-05-07", "event": "adopt_position", "parliament": {"in_favour": 600, "against": 121}})"},
       error_code::more_votes_than_seats, "event 2 of 2", "seats"},
      {{proposed, R"({"date": "2025-05-07", "event": "sign"})"}, error_code::step_not_possible, "event 2 of 2", "events that came before"},
      {{proposed, R"({"date": "2025-05-07", "extension": "council"})"}, error_code::extension_not_possible, "event 2 of 2", "294(14)"},
  };
  for (auto const& w : all) {
    auto const said = refused(course_with(w.entries));
    INFO(said.message << " | " << said.have << " | " << said.advice);
    CHECK(said.code == w.code);
    CHECK(has(said.have, w.place));
    CHECK(has(said.advice, w.advice));
  }
  auto const consent = refused(course_with({proposed}, R"j("legal_basis": "TFEU 19(1)")j"));
  CHECK(consent.code == error_code::wrong_procedure);
  CHECK(has(consent.advice, R"("procedure": "consent")"));
  auto const european_council = refused(course_with({proposed}, R"j("legal_basis": "TEU 7(2)")j"));
  CHECK(european_council.code == error_code::wrong_procedure);
  CHECK(has(european_council.advice, "another legal basis"));
}

TEST_CASE("a course that is cut off anywhere is refused as a whole") {
  auto const text = io::read_file(folder + "conciliation.json");
  auto const whole = text.substr(0, text.find_last_of('}') + 1);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    auto const said = refused(whole.substr(0, length));
    if (said.code != error_code::not_json) FAIL("cut off after " << length << " bytes: " << said.message);
  }
  CHECK(io::read_course(whole).entries.size() == 15);
}

TEST_CASE("a majority whose figures are not known is taken from its source, and the explanation says that nothing was counted") {
  auto const m = io::run(io::read_course(course_with({proposed, R"({"date": "2025-05-07", "event": "adopt_position", "attested_by": "the minutes of the sitting"})"})));
  CHECK(m.current() == stage::council_first_reading);
  CHECK(has(explain(m.history()[1]).details.at(0).text, "the minutes of the sitting says; nothing was counted"));
}

TEST_CASE("the explanation of a step has what was counted, what was needed, of how much, and the last day") {
  auto const m = io::run(io::read_course_file(folder + "deemed_adopted.json"));
  auto const why = explain(m.history()[3]);
  CHECK(has(why.text, "not carried"));
  CHECK(has(why.details.at(0).text, "355 for, 200 against, 100 abstaining, 720 seats"));
  CHECK(has(why.details.at(0).details.at(0).text, "355 of 720 in favour: missed by 6 members"));
  CHECK(has(why.details.at(1).text, "in time: 3 months from Monday 2025-11-24: the last day is Tuesday 2026-02-24"));
  CHECK(has(why.details.at(2).text, "TFEU 294(7)(b)"));
}

TEST_CASE("what may happen next is explained with the votes that are needed, the last day and the provision") {
  auto course = io::read_course_file(folder + "deemed_adopted.json");
  course.entries.resize(4);
  auto const m = io::run(course);
  auto const next = m.next(cod::parse_date("2026-01-12"));
  REQUIRE(next.size() == 4);
  auto const why = explain(next[2], cod::parse_date("2026-01-12"));
  CHECK(why.text == "reject (Parliament), until 2026-02-24; leads to: not adopted");
  CHECK(has(why.details.at(0).text, "361 of 720"));
  CHECK(has(explain(next[1]).text, "from 2026-02-25 on"));
}

// ----- the schema says what the reader reads -----

namespace {

nlohmann::json const& schema() {
  static auto const text = nlohmann::json::parse(io::read_file(std::string{CODECISION_SOURCE_DIR} + "/docs/schema/events.schema.json"));
  return text;
}
std::set<std::string> words_of(nlohmann::json const& list) {
  std::set<std::string> words;
  for (auto const& word : list) words.insert(word.get<std::string>());
  return words;
}
template <class Words>
std::set<std::string> set_of(Words const& list) {
  std::set<std::string> words;
  for (auto const word : list) words.insert(std::string{word});
  return words;
}

}  // namespace

TEST_CASE("the schema of courses has the words of the reader") {
  auto const& defs = schema()["$defs"];
  CHECK(words_of(defs["event_name"]["enum"]) == set_of(names_of(cod::procedure::event_kind{})));
  std::set<std::string> informal;
  for (std::size_t i = 0; i < cod::procedure::informal_step_count; ++i) informal.insert(std::string{name(static_cast<cod::procedure::informal_step>(i))});
  CHECK(words_of(defs["informal_name"]["enum"]) == informal);
  CHECK(words_of(schema()["properties"]["initiator"]["enum"]) == set_of(names_of(cod::proposer{})));
  CHECK(words_of(schema()["properties"]["procedure"]["enum"]) == set_of(cod::detail::procedure_words));
  CHECK(words_of(schema()["properties"]["holidays"]["enum"]) == set_of(cod::detail::holiday_words));
  CHECK(words_of(defs["side"]["enum"]) == set_of(cod::detail::ballot_sides));
  CHECK(schema()["properties"]["format"]["const"] == io::course_format);
  std::set<std::string> codes;
  for (auto const& state : cod::detail::state_names) codes.insert({std::string{state.code}, std::string{state.iso}});
  CHECK(words_of(defs["member"]["enum"]) == codes);
}

TEST_CASE("the schema of courses has the keys of an event") {
  // An unknown key is answered with all keys that may stand there; the schema must list the same.
  auto const& properties = schema()["$defs"]["event"]["properties"];
  CHECK(properties.size() == 16);
  for (auto const& [key, value] : properties.items()) {
    INFO(key);
    auto const text = course_with({R"({"date": "2025-01-15", "event": "sign", ")" + key + "_\": 1}"});
    CHECK(has(refused(text).advice, "'" + key + "'"));
  }
}

TEST_CASE("an event file says whose vote a source speaks of") {
  auto const course = io::read_course(course_with({R"({"event": "both_adopt", "date": "2023-01-17", "attested_by": "OJ", "attested_body": "council"})"}));
  CHECK(std::get<event>(course.entries.back().what).attested_body == cod::procedure::actor::council);
  CHECK_THROWS_WITH(io::read_course(course_with({R"({"event": "both_adopt", "date": "2023-01-17", "attested_body": "commission"})"})), cod::test::contains("attested_body"));
}
