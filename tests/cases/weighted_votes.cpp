// SPDX-License-Identifier: BSL-1.0
// The 35 worked votes under the weighted rules of 1958 to 2017.
#include <map>

#include "cases/vectors.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::has_shape;
using cod::test::json;

namespace {

struct system_of_votes {
  cod::regime weights;
  cod::date a_day;
};

/// A day within the time of each system; for the twenty-eight one with the populations of 2014.
system_of_votes system_named(std::string const& name) {
  std::map<std::string, system_of_votes> const systems{{"EEC6", {cod::regime::six, "1965-07-01"_date}},
                                                       {"EC9", {cod::regime::nine, "1975-07-01"_date}},
                                                       {"EC10", {cod::regime::ten, "1983-07-01"_date}},
                                                       {"EC12", {cod::regime::twelve, "1990-07-01"_date}},
                                                       {"EU15", {cod::regime::fifteen, "2000-07-01"_date}},
                                                       {"EU25t", {cod::regime::twenty_five_transition, "2004-07-01"_date}},
                                                       {"EU25n", {cod::regime::twenty_five_nice, "2006-07-01"_date}},
                                                       {"EU27n", {cod::regime::twenty_seven_nice, "2012-07-01"_date}},
                                                       {"EU28n", {cod::regime::twenty_eight_nice, "2014-07-01"_date}}};
  auto const found = systems.find(name);
  if (found == systems.end()) FAIL("unknown system of votes " << name);
  return found->second;
}

cod::outcome vote(json const& v, cod::proposer who, cod::request asked = cod::request::none) {
  auto const system = system_named(v["regime"].get<std::string>());
  auto const council = cod::council_on(system.a_day);
  REQUIRE(council.weights() == system.weights);
  auto const in_favour = v.contains("favour") ? cod::test::members_in(v["favour"]) : council.members() - cod::test::members_in(v["not_in_favour"]);
  return cod::evaluate(cod::rules::weighted(system.weights, who), cod::ballot{council}.in_favour(in_favour).others(cod::vote::against), asked);
}

std::int64_t votes_of(cod::outcome const& outcome) { return outcome.criteria().find(cod::counted::weighted_votes)->have; }

/// W1 to W26: both proposers.
void check_both_proposers(json const& v) {
  auto const ordinary = vote(v, cod::proposer::commission);
  auto const otherwise = vote(v, cod::proposer::member_states);
  CHECK(ordinary.adopted() == v["on_commission_proposal"].get<bool>());
  CHECK(otherwise.adopted() == v["otherwise"].get<bool>());
  CHECK(votes_of(ordinary) == v["votes_for"].get<int>());
  CHECK(ordinary.in_favour().size() == v["members_for"].get<int>());
  auto const& votes = *ordinary.criteria().find(cod::counted::weighted_votes);
  CHECK(v["note"].get<std::string>() ==
        std::to_string(votes.have) + " votes of " + std::to_string(votes.of) + ", " + std::to_string(votes.need) + " needed");
}

/// N1 to N3: the six, with the proposer named.
void check_one_proposer(json const& v) {
  auto const outcome = vote(v, v["com_proposal"].get<bool>() ? cod::proposer::commission : cod::proposer::none);
  CHECK(outcome.adopted() == v["expect_adopted"].get<bool>());
  if (v.contains("votes")) CHECK(votes_of(outcome) == v["votes"].get<int>());
  if (v.contains("members")) CHECK(outcome.in_favour().size() == v["members"].get<int>());
  if (v.contains("why")) {
    CHECK(v["why"].get<std::string>() == "12 votes but 3 < 4 members");
    CHECK(votes_of(outcome) == 12);
    CHECK(outcome.criteria().find(cod::counted::members)->have == 3);
    CHECK(outcome.criteria().find(cod::counted::members)->need == 4);
  }
}

/// N4 and N5: the fifteen, with the compromise of Ioannina.
void check_the_fifteen(json const& v) {
  auto const outcome = vote(v, cod::proposer::commission);
  CHECK(outcome.adopted() == v["expect_adopted"].get<bool>());
  CHECK(votes_of(outcome) == v["votes_for"].get<int>());
  auto const finding = cod::ioannina(outcome);
  CHECK(finding.triggered == (v.contains("ioannina1994_triggered") && v["ioannina1994_triggered"].get<bool>()));
  if (v.contains("ioannina1994_opposition")) CHECK(finding.votes == v["ioannina1994_opposition"].get<int>());
}

/// N7: with and without the 62 % check.
void check_population_check(json const& v) {
  auto const unasked = vote(v, cod::proposer::commission);
  CHECK(unasked.adopted() == v["no_check_adopted"].get<bool>());
  CHECK(votes_of(unasked) == v["votes_for"].get<int>());
  CHECK(unasked.council().figures().year == v["population_year"].get<int>());
  CHECK(vote(v, cod::proposer::commission, cod::request::population_check).adopted() == v["with_62pct_check_adopted"].get<bool>());
}

/// N8: one vote of December 2014 under three rules, told in words.
void check_transition(json const& v) {
  REQUIRE(v["same_vote"] == "Q1 (DE FR UK against)");
  auto const day = cod::parse_date(v["date"].get<std::string>());
  auto const ballot = cod::ballot{cod::council_on(day)}.against("DE FR UK"_members).others(cod::vote::in_favour);
  auto const verdict = [](cod::outcome const& o) { return std::string{o.adopted() ? "adopted" : "not adopted"}; };
  auto const lisbon = cod::evaluate(cod::catalogue({"TFEU 114"}, cod::proposer::commission, day), ballot);
  CHECK(v["lisbon"] == verdict(lisbon));
  auto const nice = cod::catalogue({"TFEU 114"}, cod::proposer::commission, day, cod::request::weighted_votes);
  auto const unasked = cod::evaluate(nice, ballot);
  CHECK(v["nice_on_request_without_check"] == verdict(unasked) + " (" + std::to_string(votes_of(unasked)) + " votes)");
  auto const asked = cod::evaluate(nice, ballot, cod::request::population_check);
  auto const& people = *asked.criteria().find(cod::counted::population);
  auto const hundredths = (20'000 * people.have + people.of) / (2 * people.of);
  CHECK(v["nice_on_request_with_check"] ==
        verdict(asked) + " (" + std::to_string(hundredths / 100) + "." + std::to_string(hundredths % 100) + " % < 62 %)");
}

/// N9 and N10: proportional thresholds where some members do not take part.
void check_opt_out(json const& v, cod::member_set without) {
  auto const council = cod::council_on("2012-07-01"_date).without(without);
  auto const weights = cod::regime::twenty_seven_nice;
  CHECK(council.votes(council.members()) == v["votes_available"].get<int>());
  CHECK(cod::votes_needed(cod::rules::weighted(weights), council) == v["threshold"].get<int>());
  CHECK(cod::members_needed(cod::rules::weighted(weights), council) == v["majority"].get<int>());
  CHECK(cod::members_needed(cod::rules::weighted(weights, cod::proposer::none), council) == v["two_thirds"].get<int>());
}

void check(json const& v) {
  INFO(v["id"].get<std::string>());
  if (has_shape(v, {"id", "regime", "favour", "votes_for", "members_for", "on_commission_proposal", "otherwise", "note"})) return check_both_proposers(v);
  if (has_shape(v, {"id", "regime", "favour", "com_proposal", "expect_adopted"}, {"votes", "members", "why"})) return check_one_proposer(v);
  if (has_shape(v, {"id", "regime", "not_in_favour", "votes_for", "expect_adopted"}, {"ioannina1994_opposition", "ioannina1994_triggered"}))
    return check_the_fifteen(v);
  if (has_shape(v, {"id", "regime", "not_in_favour", "votes_for", "no_check_adopted", "with_62pct_check_adopted", "population_year"}))
    return check_population_check(v);
  if (has_shape(v, {"id", "date", "same_vote", "lisbon", "nice_on_request_without_check", "nice_on_request_with_check"})) return check_transition(v);
  if (has_shape(v, {"id", "regime", "votes_available", "threshold", "majority", "two_thirds"})) {
    if (v["regime"] == "EU27n without DK (Protocol 36 art 3(4))") return check_opt_out(v, "DK"_members);
    if (v["regime"] == "EU27n without DK IE UK") return check_opt_out(v, "DK IE UK"_members);
  }
  FAIL("a case of unknown shape: " << v.dump());
}

}  // namespace

TEST_CASE("35 worked votes under the weighted rules come out as computed, on a Commission proposal and otherwise", "[cases][weighted_votes]") {
  for (auto const& v : cod::test::vectors("weighted_votes.json", 35)) check(v);
}
