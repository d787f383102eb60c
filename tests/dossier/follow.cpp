// SPDX-License-Identifier: BSL-1.0
// A dossier runs through the procedure: the CSA Regulation, a dossier of somebody's own, and what is wrong in one.
#include "dossier/material.hpp"
#include "support/catch.hpp"

#include <codecision/dossier/follow.hpp>
#include <codecision/io/json.hpp>
#include <codecision/io/text.hpp>
#include <codecision/procedure/special.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;
using cod::course_fit;
using cod::error_code;
using cod::stage;
using cod::procedure::event_kind;
using cod::procedure::informal_step;
using cod::procedure::timeliness;
using nlohmann::json;
using cod::test::csa;
using cod::test::material;

namespace {

cod::course const& csa_course() {
  static cod::course const c = cod::follow(csa());
  return c;
}

bool says(std::vector<std::string> const& sentences, std::string const& words) {
  return std::any_of(sentences.begin(), sentences.end(), [&](std::string const& s) { return s.find(words) != s.npos; });
}

/// One record of a file: its id, day, kind with its own keys, and attributes.
std::string record(std::string const& id, std::string const& day, std::string const& rest, std::string const& attributes) {
  return R"({"id": ")" + id + R"(", "date": ")" + day + R"(", "confidence": "documented", "kind": )" + rest + R"(, "attributes": {)" + attributes + "}}";
}
cod::dossier dossier_of(std::vector<std::string> const& records) {
  std::string list;
  for (auto const& r : records) list += (list.empty() ? "" : ",\n") + r;
  return cod::io::read_dossier(R"json({"format": "codecision-dossier/1", "procedure": "0000/0001(COD)", "title": "letter boxes", "records": [)json" + list + "]}");
}

std::string const proposal = record("proposal", "2024-10-01", R"("proposal")",
                                    R"("legal_event": "submit_proposal", "legal_event.legal_basis": "TFEU 114", "legal_event.clock_from": "2024-10-02")");
std::string const position = record("position", "2025-01-20", R"("parliament_vote", "counts": {"in_favour": 312, "against": 300, "abstaining": 100})",
                                    R"("legal_event": "adopt_position", "legal_event.departs_from_proposal": true, "legal_event.commission_opinion": "positive")");
std::string const council = record("council", "2025-03-10", R"("council_position")",
                                   R"("legal_event": "adopt_own_position", "legal_event.council": "against HU SK, abstaining IT, others for",
                                      "legal_event.departs_from_proposal": true, "legal_event.commission_opinion": "positive", "legal_event.clock_from": "2025-03-31")");

/// What becomes of one event in Parliament's second reading, which ends on 30 June 2025.
cod::course_item second_reading(std::string const& day, std::string const& attributes) {
  return *cod::follow(dossier_of({proposal, position, council, record("x", day, R"("parliament_vote")", attributes)})).of("x").at(0);
}
/// The error with which one event at first reading is refused.
cod::error refused(std::string const& attributes, std::string const& kind = R"("statement")") {
  auto const c = cod::follow(dossier_of({proposal, record("x", "2025-02-03", kind, attributes)}));
  auto const& i = *c.of("x").at(0);
  CHECK(i.fit == course_fit::refused);
  CHECK(c.reached() == stage::parliament_first_reading);
  REQUIRE(i.refusal);
  return *i.refusal;
}

}  // namespace

// ----- the CSA Regulation ---------------------------------------------------------------------------------------------

TEST_CASE("2022/0155(COD) is still at first reading in Parliament: the record has one legal event, the proposal") {
  auto const& c = csa_course();
  CHECK(c.number == "2022/0155(COD)");
  CHECK(c.reached() == stage::parliament_first_reading);
  REQUIRE(c.file.history().size() == 1);
  CHECK(c.file.history()[0].happened.kind == event_kind::submit_proposal);
  CHECK(c.file.history()[0].happened.on == "2022-05-11"_date);
  CHECK(c.with(course_fit::step).size() == 1);
  CHECK(c.with(course_fit::vote_without_step).empty());
  CHECK(c.with(course_fit::refused).empty());
  CHECK_FALSE(c.file.limit());  // a first reading has no time limit
  CHECK(c.file.file().basis.article == "TFEU 114");
}

TEST_CASE("six trilogues, two announcements of Parliament's mandate and the Council's mandate of 26 November 2025 move nothing") {
  std::map<informal_step, std::vector<std::string>> steps;
  for (auto const* i : csa_course().with(course_fit::informal)) {
    if (i->informal) steps[*i->informal].push_back(i->id);
    CHECK_FALSE(i->step);
  }
  CHECK(steps[informal_step::trilogue] == std::vector<std::string>{"EV-20251209-TRI1", "EV-20260226-TRI2", "EV-20260416-TRI3", "EV-20260511-TRI4", "EV-20260629-TRI5", "EV-20260929-TRI6"});
  CHECK(steps[informal_step::mandate] == std::vector<std::string>{"EV-20231120-EP-ANNOUNCE", "EV-20231122-EP-MANDATE", "EV-20251126-COREPER"});
  CHECK(steps[informal_step::general_approach].empty());          // none was reached
  CHECK(steps[informal_step::partial_general_approach].empty());  // planned in 2023, 2024 and 2025, never reached
  CHECK(csa_course().file.annotations().size() == steps[informal_step::trilogue].size() + steps[informal_step::mandate].size() +
                                                      steps[informal_step::working_party].size() + steps[informal_step::progress_report].size());
}

TEST_CASE("every working party, Coreper, Council meeting and trilogue of the timeline that is of this file is informal") {
  std::size_t found = 0;
  for (auto const& row : material("timeline.json")) {
    auto const kind = row.at("kind").get<std::string>();
    auto const items = csa_course().of(row.at("id").get<std::string>());
    if (items.empty()) continue;  // of another file
    for (std::string const informal : {"working_party", "jha_counsellors", "workshop", "coreper", "council", "council_informal", "trilogue", "ep_mandate", "progress_report"})
      if (kind == informal) {
        INFO(row.at("id").get<std::string>());
        CHECK(items[0]->fit == course_fit::informal);
        ++found;
      }
  }
  CHECK(found == csa_course().with(course_fit::informal).size());
}

TEST_CASE("the records of the three interim files are not followed with the CSA Regulation") {
  std::size_t others = 0;
  auto const law = material("legal_events.json");
  for (auto const& file : law.at("procedures"))
    for (auto const& id : file.at("records")) {
      ++others;
      CHECK(csa_course().of(id.get<std::string>()).empty());
    }
  CHECK(others == 31);
  CHECK(csa_course().left_out == others);
  CHECK(csa_course().items.size() + others == csa().size());
}

TEST_CASE("no vote in plenary is recorded for 2022/0155(COD): all in the timeline are of the interim files") {
  for (auto const& row : material("timeline.json"))
    if (row.at("kind") == "ep_plenary_vote" || row.at("kind") == "council_position" || row.at("kind") == "council_adoption" || row.at("kind") == "legal_act") {
      INFO(row.at("id").get<std::string>());
      CHECK(csa_course().of(row.at("id").get<std::string>()).empty());
    }
}

TEST_CASE("the course of 2025/0429(COD) can be followed in the CSA dossier as well") {
  auto const c = cod::follow(csa(), {.of_procedure = "2025/0429(COD)"});
  CHECK(c.reached() == stage::in_force);
  CHECK(c.with(course_fit::step).size() == 8);
  CHECK(c.with(course_fit::vote_without_step).size() == 2);
}

TEST_CASE("a working party of 8 May 2022 stands before the proposal of 11 May, which is not usual") {
  auto const& i = *csa_course().of("EV-20220508-LEWP").at(0);
  CHECK(i.at == stage::not_proposed);
  std::ostringstream text;
  text << i;
  CHECK(text.str().find("not usual at the stage 'not proposed'") != std::string::npos);
}

// ----- a dossier of one's own -----------------------------------------------------------------------------------------

TEST_CASE("a dossier of one's own runs from the proposal into force, with an extension, amendments and every majority counted") {
  auto const c = cod::follow(dossier_of({
      proposal, position, council,
      record("longer", "2025-05-20", R"("statement")", R"("legal_event": "extend_time_limit", "legal_event.by": "parliament", "legal_event.length": "1 month")"),
      record("second", "2025-07-08", R"("parliament_vote")",
             R"("legal_event": "propose_amendments", "legal_event.clock_from": "2025-07-15",
                "legal_event.amendments": ["1: 361 for, 0 against, 0 abstaining; Commission positive", "2: 360 for, 10 against, 0 abstaining"])"),
      record("approval", "2025-10-13", R"("council_vote", "against": ["HU"])",
             R"("legal_event": "approve_all_amendments", "legal_event.amendments": "1: against HU, others for")"),
      record("act", "2025-10-20", R"("legal_act")",
             R"("legal_event.1": "sign", "legal_event.2": "publish", "legal_event.2.on": "2025-11-03", "legal_event.3": "enter_into_force", "legal_event.3.on": "2025-11-23")"),
  }));
  CHECK(c.with(course_fit::refused).empty());
  CHECK(c.reached() == stage::in_force);
  auto const& first = *c.of("position")[0]->step;  // the counts are those of the record itself
  CHECK(first.decisions[0].parliament->tally.in_favour == 312);
  CHECK(first.decisions[0].parliament->tally.seats == 720);
  auto const& common = *c.of("council")[0]->step;
  CHECK(common.decisions[0].council->against() == cod::parse_members("HU SK"));
  CHECK(common.decisions[0].council->abstaining() == cod::parse_members("IT"));
  CHECK(common.decisions[0].council->in_favour().size() == 24);
  auto const& second = *c.of("second")[0]->step;
  CHECK(second.decisions[0].reached);        // TFEU 294(7)(c): 361 of 720
  CHECK_FALSE(second.decisions[1].reached);  // 360 are too few, with 350 absent
  CHECK(second.limit->due().last_day == "2025-07-31"_date);  // four months from 31 March
  CHECK(second.in_time == timeliness::met);
  auto const& approval = *c.of("approval")[0]->step;
  CHECK(approval.limit->due().last_day == "2025-10-15"_date);  // three months from 15 July
  CHECK(approval.decisions.size() == 1);
  CHECK(approval.decisions[0].rule == "qualified majority");
}

TEST_CASE("events of one record are taken in the order of their numbers, those of several in the order of their days") {
  auto const c = cod::follow(dossier_of({
      record("x", "2025-02-03", R"("parliament_vote")", R"("legal_event.2": "reject_proposal", "legal_event.2.parliament": "400 for, 200 against, 1 abstaining",
                                                           "legal_event.1": "adopt_position", "legal_event.1.parliament": "200 for, 400 against, 1 abstaining")"),
      proposal,
  }));
  REQUIRE(c.items.size() == 3);
  CHECK(c.items[0].id == "proposal");
  CHECK(c.items[1].event == event_kind::adopt_position);
  CHECK(c.items[1].fit == course_fit::vote_without_step);
  CHECK(c.items[2].event == event_kind::reject_proposal);
  CHECK(c.reached() == stage::council_first_reading);
  CHECK(std::count(c.possible.begin(), c.possible.end(), event_kind::adopt_own_position) == 1);
  CHECK(std::count(c.possible.begin(), c.possible.end(), event_kind::approve_parliament_position) == 0);  // there is no text to approve
}

TEST_CASE("a trilogue and a general approach are noted; what is said to be no event is told with its reason") {
  auto const c = cod::follow(dossier_of({proposal, record("t", "2025-02-03", R"("trilogue")", ""),
                                         record("ga", "2025-02-04", R"("council_meeting")", R"("informal_step": "general_approach", "informal_step.reading": "the minutes say so")"),
                                         record("n", "2025-02-05", R"("plenary_sitting")", R"("legal_event": "none", "legal_event.reading": "a debate")")}));
  CHECK(c.of("t")[0]->informal == informal_step::trilogue);
  CHECK(c.of("ga")[0]->informal == informal_step::general_approach);
  CHECK(c.of("n")[0]->fit == course_fit::no_legal_event);
  CHECK(c.of("n")[0]->reading == "a debate");
  CHECK(c.file.annotations().size() == 2);
  CHECK(c.reached() == stage::parliament_first_reading);
}

TEST_CASE("a vote of the Council counts from the record's own lists only when every member stands in one") {
  auto const listed = [](std::string const& in_favour) {
    auto const c = cod::follow(dossier_of({proposal, position, record("x", "2025-03-10", R"("council_vote", "against": ["HU"], "in_favour": [)" + in_favour + "]",
                                                                      R"("legal_event": "approve_parliament_position")")}));
    return *c.of("x")[0];
  };
  auto const all = listed(R"("BE","BG","CZ","DK","DE","EE","IE","EL","ES","FR","HR","IT","CY","LV","LT","LU","MT","NL","AT","PL","PT","RO","SI","SK","FI","SE")");
  REQUIRE(all.fit == course_fit::step);
  CHECK(all.step->decisions[0].council->in_favour().size() == 26);
  auto const some = listed(R"("BE","BG")");
  CHECK(some.fit == course_fit::refused);
  CHECK(some.refusal->code() == error_code::majority_without_figures);
  CHECK(says(some.silences, "the record names BE BG HU only"));
}

TEST_CASE("a source stands in where the figures are not known, and the report says so") {
  auto const i = second_reading("2025-06-10", R"("legal_event": "reject", "legal_event.attested_by": "minutes of the sitting")");
  REQUIRE(i.fit == course_fit::step);
  CHECK(i.step->after == stage::not_adopted);
  CHECK(says(i.silences, "attested by minutes of the sitting"));
}

TEST_CASE("a month is not a day: the last possible one stands in, and the report says so") {
  auto const i = second_reading("2025-05", R"("legal_event": "approve_council_position", "legal_event.parliament": "400 for, 200 against, 0 abstaining")");
  CHECK(i.day == "2025-05-31"_date);
  CHECK(to_string(i.dated) == "2025-05");
  CHECK(says(i.silences, "the day is not in the record"));
}

TEST_CASE("whether unanimity was needed is not certain when the Commission's opinion is not in the record and no figures are") {
  auto const c = cod::follow(dossier_of({proposal, record("position", "2025-01-20", R"("parliament_vote")", R"("legal_event": "adopt_position", "legal_event.attested_by": "a report")"),
                                         record("x", "2025-03-10", R"("council_vote")", R"("legal_event": "approve_parliament_position", "legal_event.attested_by": "a press release")")}));
  CHECK(c.reached() == stage::adopted);
  CHECK(says(c.of("x")[0]->silences, "whether unanimity was needed (TFEU 293(1)) is not certain"));
}

TEST_CASE("another procedure: in consultation the Council acts unanimously on TFEU 115, after Parliament's opinion") {
  auto const steps = {
      record("proposal", "2025-01-10", R"("proposal")", R"("legal_event": "submit_proposal", "legal_event.legal_basis": "TFEU 115", "legal_event.clock_from": "2025-01-10")"),
      record("opinion", "2025-03-11", R"("parliament_vote")", R"("legal_event": "deliver_opinion", "legal_event.parliament": "300 for, 200 against, 0 abstaining")"),
      record("act", "2025-06-10", R"("council_vote")", R"("legal_event": "adopt_act", "legal_event.council": "abstaining HU, others for")")};
  auto const c = cod::follow(dossier_of(steps), {.table = cod::procedure::consultation()});
  CHECK(c.reached() == stage::adopted);
  CHECK(c.of("act")[0]->step->decisions[0].rule == "unanimity");
  auto const wrong = cod::follow(dossier_of(steps));  // the ordinary procedure is not the one of TFEU 115
  CHECK(wrong.of("proposal")[0]->refusal->code() == error_code::wrong_procedure);
}

// ----- what is wrong --------------------------------------------------------------------------------------------------

TEST_CASE("an event that does not exist is refused by its name, and the following goes on") {
  auto const c = cod::follow(dossier_of({proposal, record("x", "2025-01-10", R"("statement")", R"("legal_event": "adopt_postion")"), position}));
  auto const& i = *c.of("x")[0];
  REQUIRE(i.refusal);
  CHECK(i.refusal->code() == error_code::bad_event_file);
  CHECK(i.refusal->message() == "the record 'x', attribute 'legal_event': there is no event 'adopt_postion'");
  CHECK(i.refusal->advice().find("adopt_position") != std::string::npos);
  CHECK(c.reached() == stage::council_first_reading);
}

TEST_CASE("an event that is out of order is refused with what would be possible, and the following goes on") {
  auto const c = cod::follow(dossier_of({proposal, record("x", "2025-01-10", R"("council_vote")", R"("legal_event": "adopt_own_position", "legal_event.council": "all for")"), position}));
  auto const& i = *c.of("x")[0];
  CHECK(i.fit == course_fit::refused);
  CHECK(i.refusal->code() == error_code::step_not_possible);
  CHECK(i.refusal->have().find("adopt_position") != std::string::npos);
  CHECK(i.at == stage::parliament_first_reading);
  CHECK(c.reached() == stage::council_first_reading);
}

TEST_CASE("more votes than seats, no figures, an unfinished ballot, a member on two sides: each is refused with its code") {
  CHECK(refused(R"("legal_event": "adopt_position", "legal_event.parliament": "500 for, 200 against, 100 abstaining")").code() == error_code::more_votes_than_seats);
  CHECK(refused(R"("legal_event": "adopt_position")").code() == error_code::majority_without_figures);
  auto const ballot = [](std::string const& votes) {
    auto const c = cod::follow(dossier_of({proposal, position, record("x", "2025-03-10", R"("council_vote")", R"("legal_event": "approve_parliament_position", "legal_event.council": ")" + votes + "\"")}));
    REQUIRE(c.of("x")[0]->refusal);
    return c.of("x")[0]->refusal->code();
  };
  CHECK(ballot("against HU") == error_code::unfinished_ballot);
  CHECK(ballot("against HU, abstaining HU, others for") == error_code::member_on_two_sides);
  CHECK(ballot("against UK, others for") == error_code::voter_not_in_council);
  CHECK(ballot("against ZZ, others for") == error_code::unknown_member);
  CHECK(ballot("contra HU") == error_code::bad_event_file);
}

TEST_CASE("attributes that are not understood are refused with the record and their name") {
  auto const check = [](std::string const& attributes, std::string const& words) {
    auto const e = refused(attributes);
    INFO(e.what());
    CHECK(e.code() == error_code::bad_event_file);
    CHECK(e.message().find(words) != std::string::npos);
  };
  check(R"("legal_event": "adopt_position", "legal_event.parlament": "400 for")", "'legal_event.parlament': there is no such attribute");
  check(R"("legal_event": "adopt_position", "legal_event.parliament": "about 400")", "'about 400' is no vote by heads");
  check(R"("legal_event": "adopt_position", "legal_event.parliament": "9999999 for")", "is no vote by heads");
  check(R"("legal_event": "adopt_position", "legal_event.parliament": 400)", "stands where a text is expected");
  check(R"("legal_event": "adopt_position", "legal_event.on": "3 February")", "stands where a day, as YYYY-MM-DD is expected");
  check(R"("legal_event": "adopt_position", "legal_event.clock_from": "2025-02-30")", "stands where a day");
  check(R"("legal_event": "adopt_position", "legal_event.departs_from_proposal": "yes")", "stands where true or false is expected");
  check(R"("legal_event": "adopt_position", "legal_event.commission_opinion": "neutral")", "'neutral' is not known");
  check(R"("legal_event": 3)", "stands where a text is expected");
  check(R"("legal_event.1.parliament": "400 for")", "it names no event");
  check(R"("legal_event": "extend_time_limit", "legal_event.by": "nobody")", "'nobody' is not known");
  check(R"("legal_event": "extend_time_limit", "legal_event.by": "council", "legal_event.length": "1 fortnight")", "a length such as '1 month' or '2 weeks'");
  check(R"("informal_step": "handshake")", "'handshake' is not known");
  check(R"("informal_step": "trilogue", "informal_step.why": "so")", "there is no such attribute");
  check(R"("legal_event": "propose_amendments", "legal_event.amendments": ["1: 400 for; Commission unsure"])", "'Commission unsure' is not understood");
}

TEST_CASE("an extension is possible once, and not where no time limit runs") {
  CHECK(refused(R"("legal_event": "extend_time_limit", "legal_event.by": "council")").code() == error_code::extension_not_possible);
  auto const longer = R"("legal_event": "extend_time_limit", "legal_event.by": "council")";
  auto const c = cod::follow(dossier_of({proposal, position, council, record("a", "2025-05-20", R"("statement")", longer), record("b", "2025-05-21", R"("statement")", longer)}));
  CHECK(c.of("a")[0]->fit == course_fit::step);
  CHECK(c.of("b")[0]->refusal->code() == error_code::extension_not_possible);
  CHECK(c.file.limit()->due().last_day == "2025-07-31"_date);
}

TEST_CASE("on the last day a vote is in time, the day after it is refused, and then the time limit is over") {
  std::string const yes = R"("legal_event": "approve_council_position", "legal_event.parliament": "400 for, 200 against, 0 abstaining")";
  CHECK(second_reading("2025-06-30", yes).step->in_time == timeliness::met);
  CHECK(second_reading("2025-07-01", yes).refusal->code() == error_code::time_limit_over);
  auto const lapse = second_reading("2025-07-01", R"("legal_event": "time_limit_expires")");
  REQUIRE(lapse.step);
  CHECK(lapse.step->after == stage::adopted);
}

TEST_CASE("without a legal basis nothing can be followed; the options can name it") {
  auto const d = dossier_of({record("proposal", "2024-10-01", R"("proposal")", R"("legal_event": "submit_proposal")")});
  CHECK_THROWS_AS(cod::follow(d), cod::error);
  CHECK(cod::follow(d, {.legal_basis = "TFEU 114"}).reached() == stage::parliament_first_reading);
  auto const unknown = cod::follow(d, {.legal_basis = "TFEU 999"});
  CHECK(unknown.of("proposal")[0]->refusal->code() == error_code::unknown_legal_basis);
  CHECK(unknown.reached() == stage::not_proposed);
}

TEST_CASE("how a record is read in law is no change of its text") {
  for (auto const& change : cod::changes_between(csa(), csa().at("EV-20251219-COM797"), csa().at("EV-20260724-REG1881"))) {
    INFO(change.name);
    CHECK_FALSE(cod::is_of_law(change.name));
  }
  CHECK(cod::is_of_law("legal_event.2.parliament"));
  CHECK_FALSE(cod::is_of_law("legal_events"));
}
