// SPDX-License-Identifier: BSL-1.0
// The verdicts of evaluate, majority_attained and majority_test against the words of the law, written out a second time.
#include "properties/dice.hpp"
#include "properties/times.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::fewest_with_more_than_35;
using cod::test::weighted_in_words;

namespace {

/// What the words of the law speak of: heads and people of those in favour and of all.
struct sides {
  int n = 0, in_favour = 0, against = 0, absent = 0, formal = 0;
  std::int64_t all = 0, people_in_favour = 0, people_formal = 0;
  std::int64_t votes = 0, votes_in_favour = 0;
};

sides counted(cod::ballot const& b) {
  sides s;
  for (auto const m : b.council().members()) {
    auto const people = b.council().population(m);
    auto const is = [&](cod::vote v) { return b.side(v).contains(m); };
    ++s.n;
    s.all += people;
    s.votes += b.council().votes(m);
    if (is(cod::vote::in_favour)) { ++s.in_favour; s.people_in_favour += people; s.votes_in_favour += b.council().votes(m); }
    if (is(cod::vote::against)) ++s.against;
    if (is(cod::vote::absent)) ++s.absent;
    if (is(cod::vote::abstain_formally)) { ++s.formal; s.people_formal += people; }
  }
  return s;
}

bool people_65(sides const& s) { return 100 * s.people_in_favour >= 65 * s.all; }
bool heads(sides const& s, int percent) { return 100 * s.in_favour >= percent * s.n; }
bool unanimous(sides const& s) { return s.against == 0 && s.absent == 0; }

struct rule_in_words {
  cod::rule rule;
  bool (*attained)(sides const&, cod::electorate const&);
};

rule_in_words const rules_in_words[] = {
    {cod::rules::qualified_majority(),
     [](sides const& s, cod::electorate const&) { return (heads(s, 55) && s.in_favour >= 15 && people_65(s)) || s.n - s.in_favour < 4; }},
    {cod::rules::qualified_majority(cod::blockers::against),
     [](sides const& s, cod::electorate const&) { return (heads(s, 55) && s.in_favour >= 15 && people_65(s)) || s.against < 4; }},
    {cod::rules::reinforced_majority(), [](sides const& s, cod::electorate const&) { return heads(s, 72) && people_65(s); }},
    {cod::rules::participants_majority(),
     [](sides const& s, cod::electorate const& c) { return (heads(s, 55) && people_65(s)) || s.n - s.in_favour < fewest_with_more_than_35(c) + 1; }},
    {cod::rules::reinforced_participants_majority(), [](sides const& s, cod::electorate const&) { return heads(s, 72) && people_65(s); }},
    {cod::rules::simple_majority(), [](sides const& s, cod::electorate const&) { return 2 * s.in_favour > s.n; }},
    {cod::rules::four_fifths_majority(), [](sides const& s, cod::electorate const&) { return 5 * s.in_favour >= 4 * s.n; }},
    {cod::rules::unanimity(), [](sides const& s, cod::electorate const&) { return unanimous(s); }},
    {cod::rules::constructive_abstention(),
     [](sides const& s, cod::electorate const&) { return unanimous(s) && !(3 * s.formal >= s.n && 3 * s.people_formal >= s.all); }}};

/// With members left out, the same proportions of votes and members (Protocol 36, Article 3(4)).
bool attained(weighted_in_words const& w, sides const& s, bool on_proposal, bool check) {
  if (w.total * s.votes_in_favour < w.needed * s.votes) return false;
  if (w.nice && !(on_proposal ? 2 * s.in_favour > s.n : 3 * s.in_favour >= 2 * s.n)) return false;
  if (!w.nice && !on_proposal && s.in_favour * w.members < w.members_otherwise * s.n) return false;
  return !check || 100 * s.people_in_favour >= 62 * s.all;
}

void check_against_words(cod::rule const& rule, cod::ballot const& ballot, cod::request asked, bool in_words) {
  INFO(cod::test::to_repeat(rule, ballot, asked));
  auto const outcome = cod::evaluate(rule, ballot, asked);
  CHECK(outcome.majority_attained() == in_words);
  CHECK(cod::majority_attained(rule, ballot, asked) == in_words);
  CHECK(outcome.adopted() == (in_words && 2 * ballot.present().size() > ballot.council().size()));
  CHECK(outcome.blocking_minority().suffices == !in_words);
}

/// The verdict on the same members in favour and all others against: majority_test against evaluate.
void check_bare_verdict(cod::rule const& rule, cod::electorate const& council, cod::member_set in_favour, cod::request asked) {
  auto const ballot = cod::ballot{council}.in_favour(in_favour).others(cod::vote::against);
  INFO(cod::test::to_repeat(rule, ballot, asked));
  CHECK(cod::majority_test{rule, council, asked}(in_favour) == cod::evaluate(rule, ballot, asked).majority_attained());
}

/// From this ballot on the others come to vote in favour, one after the other in any order: the majority is never lost, and in the
/// end it is there.
void check_monotone(cod::rule const& rule, cod::ballot ballot, cod::request asked, cod::test::dice& dice, int& turned) {
  INFO("from " << cod::test::to_repeat(rule, ballot, asked));
  auto attained = cod::majority_attained(rule, ballot, asked);
  turned += attained ? 0 : 1;
  cod::majority_test const wins{rule, ballot.council(), asked};
  auto won = wins(ballot.side(cod::vote::in_favour));
  for (auto const m : dice.in_any_order(ballot.council().members() - ballot.side(cod::vote::in_favour))) {
    ballot = ballot.changed(m, cod::vote::in_favour);
    INFO("then " << cod::to_string(ballot.side(cod::vote::in_favour)));
    auto const now = cod::majority_attained(rule, ballot, asked), wins_now = wins(ballot.side(cod::vote::in_favour));
    CHECK((now || !attained));
    CHECK((wins_now || !won));
    attained = now;
    won = wins_now;
  }
  CHECK(attained);
  CHECK(won);
}

}  // namespace

TEST_CASE("on random ballots of every year the double majorities, simple majority and unanimity decide as the words of the Treaties do",
          "[properties][words]") {
  cod::test::dice dice{20251126};
  for (int const year : cod::test::years_with_a_table) {
    auto const all = cod::council_of_year(year);
    for (int round = 0; round < 25; ++round) {
      auto const some = all.only(dice.choose(dice.roll(9, all.size()), all.members()));
      for (auto const& r : rules_in_words) {
        auto const ballot = dice.votes_in(r.rule.needs_all_members() ? all : some);
        check_against_words(r.rule, ballot, cod::request::none, r.attained(counted(ballot), ballot.council()));
        check_bare_verdict(r.rule, ballot.council(), dice.some_of(ballot.council().members()), cod::request::none);
        check_bare_verdict(r.rule, ballot.council(), ballot.side(cod::vote::in_favour), cod::request::none);
      }
    }
  }
}

TEST_CASE("on random ballots of every time and random councils the weighted rules decide as the treaties and acts of accession do",
          "[properties][words]") {
  cod::test::dice dice{19580101};
  cod::test::each_weighted_rule([&](weighted_in_words const& w, cod::rule const& rule, cod::request asked) {
    auto const on_proposal = rule == cod::rules::weighted(w.weights, cod::proposer::commission);
    auto const check = asked == cod::request::population_check;
    auto const then = cod::council_on(w.day);
    auto const all = check && !then.has_population() ? dice.with_people(then) : then;
    for (int round = 0; round < 40; ++round)
      for (auto const& council : {all, all.only(dice.choose(dice.roll(4, all.size()), all.members())), dice.council_of(dice.roll(1, 28), w.weights)}) {
        auto const ballot = dice.votes_in(council);
        check_against_words(rule, ballot, asked, attained(w, counted(ballot), on_proposal, check));
        check_bare_verdict(rule, council, ballot.side(cod::vote::in_favour), asked);
      }
  });
}

TEST_CASE("in random toy councils, too, majority_test and evaluate give one verdict", "[properties][words]") {
  cod::test::dice dice{7};
  for (int round = 0; round < 150; ++round) {
    auto const council = dice.council_of(dice.roll(1, 30));
    for (auto const& r : rules_in_words) {
      if (council.size() < r.rule.fewest_members()) continue;
      auto const ballot = dice.votes_in(council);
      check_against_words(r.rule, ballot, cod::request::none, r.attained(counted(ballot), council));
      check_bare_verdict(r.rule, council, dice.some_of(council.members()), cod::request::none);
    }
  }
}

TEST_CASE("one vote in favour more never loses a majority: in councils of every year and in random ones, under every rule", "[properties][words]") {
  cod::test::dice dice{16};
  int turned = 0;
  REQUIRE(std::size(cod::test::years_with_a_table) == cod::population_tables().size());
  for (int const year : cod::test::years_with_a_table) {
    auto const all = cod::council_of_year(year);
    for (int round = 0; round < 20; ++round) {
      auto const some = all.only(dice.choose(dice.roll(9, all.size()), all.members()));
      for (auto const& r : rules_in_words) {
        if (!r.rule.needs_all_members()) check_monotone(r.rule, dice.votes_in(some), cod::request::none, dice, turned);
        check_monotone(r.rule, dice.votes_in(all), cod::request::none, dice, turned);
      }
    }
  }
  for (int round = 0; round < 200; ++round)
    for (auto const& r : rules_in_words)
      check_monotone(r.rule, dice.votes_in(dice.council_of(dice.roll((std::max)(1, r.rule.fewest_members()), 30))), cod::request::none, dice, turned);
  CHECK(turned > 1'000);  // often enough the votes came to matter
}

TEST_CASE("nor does it under any weighted votes from 1958 to 2017, with and without the check of the population", "[properties][words]") {
  cod::test::dice dice{1958};
  int turned = 0;
  cod::test::each_weighted_rule([&](weighted_in_words const& w, cod::rule const& rule, cod::request asked) {
    auto const then = cod::council_on(w.day);
    auto const all = asked == cod::request::none || then.has_population() ? then : dice.with_people(then);
    for (int round = 0; round < 40; ++round) {
      check_monotone(rule, dice.votes_in(all), asked, dice, turned);
      check_monotone(rule, dice.votes_in(all.only(dice.choose(dice.roll(4, all.size()), all.members()))), asked, dice, turned);
      check_monotone(rule, dice.votes_in(dice.council_of(dice.roll(1, 28), w.weights)), asked, dice, turned);
    }
  });
  CHECK(turned > 500);
}

TEST_CASE("the compromises of Ioannina are reached exactly when their words say so, and leave the majority as it is", "[properties][words]") {
  cod::test::dice dice{1994};
  struct share_then { cod::date day; int share; };  // in hundredths of what a blocking minority needs
  for (auto const& then : {share_then{"2016-06-01"_date, 75}, {"2024-06-01"_date, 55}})
    for (auto const& rule : {cod::rules::qualified_majority(), cod::rules::reinforced_majority()})
      for (int round = 0; round < 100; ++round) {
        auto const council = cod::council_on(then.day);
        auto const ballot = dice.votes_in(council);
        auto const s = counted(ballot);
        auto const opposed = s.n - s.in_favour;
        auto const members_who_block = s.n - rule.members_needed(s.n) + 1;
        auto const by_members = 100 * opposed >= then.share * members_who_block;
        auto const by_people = 10'000 * (s.all - s.people_in_favour) >= 35 * s.all * then.share;
        INFO(cod::test::to_repeat(rule, ballot));
        auto const outcome = cod::evaluate(rule, ballot);
        auto const finding = cod::ioannina(outcome);
        CHECK(finding.in_force);
        CHECK(finding.triggered == (by_members || by_people));
        CHECK(finding.by_population == by_people);
        CHECK(outcome.majority_attained() == cod::majority_attained(rule, ballot));
      }
  auto const fifteen = cod::council_on("2000-06-01"_date);
  for (int round = 0; round < 200; ++round) {
    auto const ballot = dice.votes_in(fifteen);
    auto const s = counted(ballot);
    auto const votes_against = s.votes - s.votes_in_favour;
    INFO(cod::test::to_repeat(cod::rules::weighted(cod::regime::fifteen), ballot));
    auto const outcome = cod::evaluate(cod::rules::weighted(cod::regime::fifteen), ballot);
    CHECK(cod::ioannina(outcome).triggered == (votes_against >= 23 && votes_against <= 25));
  }
}
