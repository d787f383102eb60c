// SPDX-License-Identifier: BSL-1.0
// The interim derogation of 2026 as a dossier of its own, and its course step by step, against the timeline that it was made from.
#include "dossier/material.hpp"
#include "support/catch.hpp"

#include <codecision/dossier/follow.hpp>
#include <codecision/dossier/interim_derogation.hpp>
#include <codecision/dossier/validate.hpp>
#include <codecision/io/json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;
using cod::course_fit;
using cod::stage;
using cod::procedure::event_kind;
using cod::procedure::timeliness;
using nlohmann::json;
using cod::test::csa;
using cod::test::material;

namespace {

/// A record of the timeline, by its id.
json row(std::string const& id) {
  for (auto const& r : material("timeline.json"))
    if (r.at("id") == id) return r;
  FAIL("no record " << id);
  return {};
}

cod::dossier const& interim() {
  static cod::dossier const dossier = cod::interim_derogation();
  return dossier;
}
cod::course const& course() {
  static cod::course const c = cod::follow(interim());
  return c;
}

cod::course_item const& item(std::string const& id, int number = 1) {
  for (auto const* i : course().of(id))
    if (i->number == number) return *i;
  FAIL("no item " << id);
  throw 0;
}

cod::parliament_tally tally_of(json const& votes) { return {votes.at("for"), votes.at("against"), votes.at("abstain"), 720}; }

void check_same(cod::parliament_tally const& counted, cod::parliament_tally const& wanted) {
  CHECK(counted.in_favour == wanted.in_favour);
  CHECK(counted.against == wanted.against);
  CHECK(counted.abstaining == wanted.abstaining);
  CHECK(counted.seats == wanted.seats);
}

bool says(std::vector<std::string> const& sentences, std::string const& words) {
  return std::any_of(sentences.begin(), sentences.end(), [&](std::string const& s) { return s.find(words) != s.npos; });
}

/// What happened, written down by hand from the timeline: the record, which of its events, the day, the event, and the stages.
struct fact {
  std::string id;
  int number;
  cod::date day;
  event_kind event;
  course_fit fit;
  stage before;
  stage after;
};

std::vector<fact> const facts{
    {"EV-20251219-COM797", 1, "2025-12-19"_date, event_kind::submit_proposal, course_fit::step, stage::not_proposed, stage::parliament_first_reading},
    {"EV-20260326-EP", 1, "2026-03-26"_date, event_kind::reject_proposal, course_fit::step, stage::parliament_first_reading, stage::council_first_reading},
    {"EV-20260702-COUNCIL-POS", 1, "2026-07-02"_date, event_kind::adopt_own_position, course_fit::step, stage::council_first_reading, stage::parliament_second_reading},
    {"EV-20260709-EP-2R", 1, "2026-07-09"_date, event_kind::reject, course_fit::vote_without_step, stage::parliament_second_reading, stage::parliament_second_reading},
    {"EV-20260709-EP-2R", 2, "2026-07-09"_date, event_kind::reject, course_fit::vote_without_step, stage::parliament_second_reading, stage::parliament_second_reading},
    {"EV-20260709-EP-2R", 3, "2026-07-09"_date, event_kind::propose_amendments, course_fit::step, stage::parliament_second_reading, stage::council_second_reading},
    {"EV-20260723-COUNCIL", 1, "2026-07-23"_date, event_kind::approve_all_amendments, course_fit::step, stage::council_second_reading, stage::adopted},
    {"EV-20260724-REG1881", 1, "2026-07-24"_date, event_kind::sign, course_fit::step, stage::adopted, stage::signed_by_presidents},
    {"EV-20260724-REG1881", 2, "2026-07-28"_date, event_kind::publish, course_fit::step, stage::signed_by_presidents, stage::published},
    {"EV-20260724-REG1881", 3, "2026-07-31"_date, event_kind::enter_into_force, course_fit::step, stage::published, stage::in_force},
};

}  // namespace

TEST_CASE("the dossier of the interim derogation has the records of 2025/0429(COD), the acts that it continues and three presidencies") {
  auto const files = material("legal_events.json").at("procedures");
  auto const& file = *std::find_if(files.begin(), files.end(), [](json const& f) { return f.at("number") == "2025/0429(COD)"; });
  std::set<std::string> wanted;
  for (auto const* key : {"records", "context"})
    for (auto const& id : file.at(key)) wanted.insert(id.get<std::string>());
  CHECK(wanted.size() == 24);
  CHECK(interim().size() == wanted.size());
  for (auto const& id : wanted) CHECK(interim().find(id));
  CHECK(interim().procedure() == "2025/0429(COD)");
}

TEST_CASE("every record of the timeline that names 2025/0429(COD) or votes on it is in the dossier") {
  std::set<std::string> of_the_file{"EV-20251219-COM797"};  // the proposal; then what concerns or follows what is there already
  for (auto const& r : material("timeline.json"))
    for (auto const& relation : r.at("relations")) {
      auto const type = relation.at("type").get<std::string>();
      if (of_the_file.count(relation.at("target").get<std::string>()) == 0 || r.at("kind") == "presidency") continue;
      INFO(r.at("id").get<std::string>() + " " + type);
      CHECK(interim().find(r.at("id").get<std::string>()));
      of_the_file.insert(r.at("id").get<std::string>());
    }
  CHECK(of_the_file.size() > 12);
}

TEST_CASE("each record is the one of the CSA dossier, and a relation that leads out of the dossier is kept as a reference") {
  for (std::size_t v = 0; v < interim().size(); ++v) {
    auto const& here = interim().graph()[v];
    auto const there_at = csa().at(here.id);
    auto const& there = csa().record_of(there_at);
    INFO(here.id);
    CHECK(here.kind() == there.kind());
    CHECK(here.when() == there.when());
    CHECK(here.title == there.title);
    CHECK(here.sources == there.sources);
    CHECK(here.attributes.size() == there.attributes.size());
    csa().each_from(there_at, [&](cod::relation const& r, std::size_t to) {
      auto const& target = csa().record_of(to).id;
      INFO(std::string{name(r.type)} + " " + target);
      if (auto const inside = interim().find(target)) {
        auto const found = interim().related(v, r.type);
        CHECK(std::find(found.begin(), found.end(), *inside) != found.end());
      } else {
        CHECK(std::any_of(here.external.begin(), here.external.end(),
                          [&](auto const& e) { return e.relation == name(r.type) && e.reference == target; }));
      }
    });
  }
}

TEST_CASE("nothing in the dossier is impossible, and it comes back from JSON") {
  for (auto const& finding : cod::validate(interim())) {
    INFO(finding.sentence);
    CHECK(finding.severity != cod::severity::impossible);
  }
  auto const again = cod::follow(cod::io::read_dossier(cod::io::write_dossier(interim())));
  CHECK(again.reached() == stage::in_force);
  CHECK(again.items.size() == course().items.size());
}

TEST_CASE("2025/0429(COD) goes from the proposal into force in ten legal events, none of them refused") {
  std::vector<cod::course_item const*> events;
  for (auto const& i : course().items)
    if (i.event) events.push_back(&i);
  REQUIRE(events.size() == facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    auto const& wanted = facts[i];
    INFO(wanted.id << " " << wanted.number);
    CHECK(events[i]->id == wanted.id);
    CHECK(events[i]->number == wanted.number);
    CHECK(events[i]->day == wanted.day);
    CHECK(*events[i]->event == wanted.event);
    CHECK(events[i]->fit == wanted.fit);
    REQUIRE(events[i]->step);
    CHECK(events[i]->step->before == wanted.before);
    CHECK(events[i]->step->after == wanted.after);
    CHECK_FALSE(events[i]->reading.empty());
  }
  CHECK(course().with(course_fit::refused).empty());
  CHECK(course().reached() == stage::in_force);
  CHECK(course().file.over());
}

TEST_CASE("the vote of 11 March 2026 on amendments is no position: the file was referred back and stays at first reading") {
  auto const attributes = row("EV-20260311-EP").at("attributes");
  CHECK(attributes.at("result") == "amendments adopted, referred back");
  CHECK(attributes.at("for") == 458);
  auto const& vote = item("EV-20260311-EP");
  CHECK(vote.fit == course_fit::no_legal_event);
  CHECK(vote.at == stage::parliament_first_reading);
  CHECK_FALSE(vote.event);
  CHECK_FALSE(vote.doubts.empty());
}

TEST_CASE("the vote of 26 March 2026, 228 to 311, is read as Parliament's rejection, with the doubt about what follows") {
  auto const& vote = item("EV-20260326-EP");
  auto const in_timeline = tally_of(row("EV-20260326-EP").at("attributes"));
  check_same(in_timeline, {228, 311, 92, 720});
  REQUIRE(vote.step->decisions.size() == 1);
  auto const& counted = *vote.step->decisions[0].parliament;
  check_same(counted.tally, {in_timeline.against, in_timeline.in_favour, in_timeline.abstaining, 720});
  CHECK(counted.carried);
  CHECK(vote.step->taken->source->status == cod::support::interpretation);
  CHECK(says(vote.doubts, "TFEU 294 does not say"));
  CHECK(says(vote.doubts, "11703/26"));
  CHECK(says(vote.silences, "withdraw"));
}

TEST_CASE("read as a vote on a position it would have failed, and the Council's position of July would not have been possible") {
  auto other = interim();
  for (auto& a : other.edit(other.at("EV-20260326-EP")).attributes) {
    if (a.name == "legal_event") a.value = std::string{"adopt_position"};
    if (a.name == "legal_event.parliament") a.value = std::string{"228 for, 311 against, 92 abstaining"};
  }
  auto const c = cod::follow(other);
  CHECK(c.of("EV-20260326-EP")[0]->fit == course_fit::vote_without_step);
  auto const& position = *c.of("EV-20260702-COUNCIL-POS")[0];
  CHECK(position.fit == course_fit::refused);
  CHECK(position.refusal->code() == cod::error_code::step_not_possible);
  CHECK(c.reached() == stage::parliament_first_reading);
}

TEST_CASE("the lapse of the old act on 3 April 2026 and the urgent procedure of 7 July are no steps of the file") {
  for (std::string const id : {"EV-20260403-EXPIRY", "EV-20260707-EP-URGENT", "EV-202603-LIBE-INTERIM3"}) {
    INFO(id);
    CHECK(item(id).fit == course_fit::no_legal_event);
    CHECK_FALSE(item(id).reading.empty());
  }
  CHECK(item("EV-20260403-EXPIRY").at == stage::council_first_reading);
  CHECK(item("EV-20260707-EP-URGENT").at == stage::parliament_second_reading);
}

TEST_CASE("the Council's position of 2 July 2026 had all 27 in favour; figures of 2025 stand in, and nothing hangs on them") {
  CHECK(row("EV-20260702-COUNCIL-POS").at("attributes").at("votes_reported").get<std::string>().find("all 27 in favour") == 0);
  auto const& position = item("EV-20260702-COUNCIL-POS");
  REQUIRE(position.step->decisions.size() == 1);
  auto const& count = *position.step->decisions[0].council;
  CHECK(count.in_favour() == cod::members_on("2026-07-02"_date));
  CHECK(count.in_favour().size() == 27);
  CHECK(count.adopted());
  CHECK(count.council().figures().stand_in);
  CHECK(count.council().figures().year == 2025);
  CHECK(says(position.silences, "population figures of 2026: those of 2025 stand in, and the result cannot hang on that"));
  CHECK_FALSE(says(position.silences, "what the Commission thought"));  // unanimity was there whatever it thought
  CHECK(says(position.silences, "the day on which Parliament was told of the position: the time limit ends on 2026-10-02 at the earliest"));
}

TEST_CASE("the limit of the second reading is known only as not before 2 October 2026, and 9 July was in time") {
  auto const& vote = item("EV-20260709-EP-2R");
  REQUIRE(vote.step->limit);
  CHECK_FALSE(vote.step->limit->start_known);
  CHECK(vote.step->limit->runs_from == "2026-07-02"_date);
  CHECK(vote.step->limit->due().last_day == "2026-10-02"_date);
  CHECK(vote.step->in_time == timeliness::met);
}

TEST_CASE("the motion to reject of 9 July 2026 has 314 for and 276 against, and fails: 361 of 720 are needed") {
  auto const votes = row("EV-20260709-EP-2R").at("attributes");
  auto const& rejection = item("EV-20260709-EP-2R", 1).step->decisions.at(0);
  check_same(rejection.parliament->tally, tally_of(votes.at("rejection")));
  check_same(rejection.parliament->tally, {314, 276, 17, 720});
  CHECK(rejection.parliament->criteria[0].need == votes.at("rejection").at("threshold").get<int>());
  CHECK(rejection.parliament->criteria[0].need == 361);
  CHECK_FALSE(rejection.reached);
  CHECK(votes.at("rejection").at("result") == "failed");
  auto const& second = item("EV-20260709-EP-2R", 2).step->decisions.at(0);
  check_same(second.parliament->tally, {276, 286, 30, 720});
  check_same(second.parliament->tally, tally_of(votes.at("final_rejection_of_amended")));
  CHECK_FALSE(second.reached);
}

TEST_CASE("amendment 5 has a majority of the votes cast and fails; amendments 30 and 26cp3=31cp3=6=21 pass with 369 and 362") {
  auto const votes = row("EV-20260709-EP-2R").at("attributes");
  auto const& decisions = item("EV-20260709-EP-2R", 3).step->decisions;
  REQUIRE(decisions.size() == 3);
  struct expected { std::string number, key; cod::parliament_tally tally; bool passes; };
  std::vector<expected> const wanted{{"5", "amendment_5", {322, 255, 36, 720}, false},
                                     {"30", "e2ee_exclusion_amendment", {369, 236, 6, 720}, true},
                                     {"26cp3=31cp3=6=21", "e2ee_condition_amendment", {362, 235, 5, 720}, true}};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    INFO(wanted[i].number);
    CHECK(decisions[i].on == wanted[i].number);
    check_same(decisions[i].parliament->tally, wanted[i].tally);
    check_same(decisions[i].parliament->tally, tally_of(votes.at(wanted[i].key)));
    CHECK(decisions[i].reached == wanted[i].passes);
    auto const result = votes.at(wanted[i].key).at("result").get<std::string>();
    CHECK((result.find("adopted") == 0) == wanted[i].passes);
  }
  REQUIRE(course().file.amendments().size() == 2);
  CHECK(course().file.amendments()[0].number == "30");
  CHECK(course().file.amendments()[1].number == "26cp3=31cp3=6=21");
}

TEST_CASE("the Council's approval of 23 July 2026 comes without figures: a source attests it, and unanimity is an open question") {
  auto const& approval = item("EV-20260723-COUNCIL");
  REQUIRE(approval.step->decisions.size() == 1);
  auto const& decision = approval.step->decisions[0];
  CHECK_FALSE(decision.council);
  CHECK(decision.attested_by.find("Council press release 23.7.2026") != std::string::npos);
  CHECK(says(approval.silences, "the figures of the vote"));
  CHECK(says(approval.silences, "what the Commission thought: whether unanimity was needed (TFEU 294(9))"));
  CHECK(approval.step->limit->due().last_day == "2026-10-09"_date);  // three months after the vote of 9 July, at the earliest
  CHECK(approval.step->in_time == timeliness::met);
}

TEST_CASE("the act is published on 28 July 2026 and in force on the day that it names, 31 July") {
  auto const act = row("EV-20260724-REG1881");
  CHECK(item("EV-20260724-REG1881", 2).day == cod::parse_date(act.at("attributes").at("published").get<std::string>()));
  CHECK(item("EV-20260724-REG1881", 2).step->happened.enters_into_force == "2026-07-31"_date);
  CHECK(item("EV-20260724-REG1881", 3).day == cod::parse_date(act.at("attributes").at("in_force").get<std::string>()));
}

TEST_CASE("Articles 16(2) and 114 ask for the same procedure, majority and voters, so either may stand for the act") {
  auto const on = "2026-07-02"_date;
  auto const a = cod::catalogue({"TFEU 16(2)"}, cod::proposer::commission, on);
  auto const b = cod::catalogue({"TFEU 114"}, cod::proposer::commission, on);
  CHECK(a.name() == b.name());
  CHECK(a.participants() == b.participants());
  auto const other = cod::follow(interim(), {.legal_basis = "TFEU 114"});
  CHECK(other.reached() == stage::in_force);
}

TEST_CASE("followed as it was known on a day, the file stands where it stood then") {
  struct known { cod::date day; stage at; };
  for (auto const& [day, at] : {known{"2026-03-25"_date, stage::parliament_first_reading}, known{"2026-04-15"_date, stage::council_first_reading},
                                known{"2026-07-05"_date, stage::parliament_second_reading}, known{"2026-07-20"_date, stage::council_second_reading},
                                known{"2026-07-23"_date, stage::adopted}}) {
    INFO(cod::to_string(day));
    CHECK(cod::follow(interim().as_of(day)).reached() == at);
  }
}
