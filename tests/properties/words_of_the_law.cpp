// SPDX-License-Identifier: BSL-1.0
// The verdicts of evaluate, majority_attained and majority_test against the words of the law, written out a second time.
#include "properties/dice.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;

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

/// TFEU 238(3)(a): the fewest members with more than 35 % of the population.
int fewest_with_more_than_35(cod::electorate const& council) {
  std::vector<std::int64_t> people;
  for (auto const m : council.members()) people.push_back(council.population(m));
  std::sort(people.rbegin(), people.rend());
  std::int64_t sum = 0, total = 0;
  for (auto const p : people) total += p;
  int k = 0;
  while (100 * sum <= 35 * total) sum += people[static_cast<std::size_t>(k++)];
  return k;
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

constexpr int years_with_a_table[] = {2010, 2011, 2012, 2013, 2014, 2016, 2017, 2018, 2020, 2023, 2024, 2025};

/// The weighted rules, with the thresholds of the treaties and acts of accession.
struct weighted_in_words {
  cod::regime weights;
  cod::date day;
  int members, total, needed, members_otherwise;
  bool nice;
};

constexpr weighted_in_words weighted_systems[] = {
    {cod::regime::six, "1965-07-01"_date, 6, 17, 12, 4, false},
    {cod::regime::nine, "1975-07-01"_date, 9, 58, 41, 6, false},
    {cod::regime::ten, "1983-07-01"_date, 10, 63, 45, 6, false},
    {cod::regime::twelve, "1990-07-01"_date, 12, 76, 54, 8, false},
    {cod::regime::fifteen, "2000-07-01"_date, 15, 87, 62, 10, false},
    {cod::regime::twenty_five_transition, "2004-07-01"_date, 25, 124, 88, 17, false},
    {cod::regime::twenty_five_nice, "2006-07-01"_date, 25, 321, 232, 17, true},
    {cod::regime::twenty_seven_nice, "2012-07-01"_date, 27, 345, 255, 18, true},
    {cod::regime::twenty_eight_nice, "2014-07-01"_date, 28, 352, 260, 19, true}};

/// With members left out, the same proportions of votes and members (Protocol 36, Article 3(4)).
bool attained(weighted_in_words const& w, sides const& s, bool on_proposal, bool check) {
  if (w.total * s.votes_in_favour < w.needed * s.votes) return false;
  if (w.nice && !(on_proposal ? 2 * s.in_favour > s.n : 3 * s.in_favour >= 2 * s.n)) return false;
  if (!w.nice && !on_proposal && s.in_favour * w.members < w.members_otherwise * s.n) return false;
  return !check || 100 * s.people_in_favour >= 62 * s.all;
}

void check_against_words(cod::rule const& rule, cod::ballot const& ballot, cod::request asked, bool in_words) {
  INFO(rule.name() << " " << ballot.council().size() << " members, in favour " << cod::to_string(ballot.side(cod::vote::in_favour)));
  auto const outcome = cod::evaluate(rule, ballot, asked);
  CHECK(outcome.majority_attained() == in_words);
  CHECK(cod::majority_attained(rule, ballot, asked) == in_words);
  CHECK(outcome.adopted() == (in_words && 2 * ballot.present().size() > ballot.council().size()));
  CHECK(outcome.blocking_minority().suffices == !in_words);
}

/// The verdict on the same members in favour and all others against: majority_test against evaluate.
void check_bare_verdict(cod::rule const& rule, cod::electorate const& council, cod::member_set in_favour, cod::request asked) {
  auto const ballot = cod::ballot{council}.in_favour(in_favour).others(cod::vote::against);
  CHECK(cod::majority_test{rule, council, asked}(in_favour) == cod::evaluate(rule, ballot, asked).majority_attained());
}

}  // namespace

TEST_CASE("on random ballots of every year the double majorities, simple majority and unanimity decide as the words of the Treaties do",
          "[properties][words]") {
  cod::test::dice dice{20251126};
  for (int const year : years_with_a_table) {
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

TEST_CASE("on random ballots of every time the weighted rules decide as the treaties and acts of accession do, with and without opt-outs",
          "[properties][words]") {
  cod::test::dice dice{19580101};
  for (auto const& w : weighted_systems) {
    auto const all = cod::council_on(w.day);
    for (int round = 0; round < 25; ++round)
      for (auto const on_proposal : {true, false})
        for (auto const check : {false, true}) {
          if (check && !all.has_population()) continue;
          auto const rule = cod::rules::weighted(w.weights, on_proposal ? cod::proposer::commission : cod::proposer::none);
          auto const asked = check ? cod::request::population_check : cod::request::none;
          auto const ballot = dice.votes_in(dice.coin() ? all : all.only(dice.choose(dice.roll(4, all.size()), all.members())));
          check_against_words(rule, ballot, asked, attained(w, counted(ballot), on_proposal, check));
          check_bare_verdict(rule, ballot.council(), ballot.side(cod::vote::in_favour), asked);
        }
  }
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

TEST_CASE("one vote in favour more never loses a majority, on random ballots of every rule", "[properties][words]") {
  cod::test::dice dice{16};
  for (int round = 0; round < 60; ++round)
    for (auto const& r : rules_in_words) {
      auto const council = dice.council_of(dice.roll(15, 27));
      auto const ballot = dice.votes_in(council);
      if (!cod::majority_attained(r.rule, ballot)) continue;
      for (auto const m : council.members() - ballot.side(cod::vote::in_favour)) {
        INFO(r.rule.name() << " " << cod::code(m));
        CHECK(cod::majority_attained(r.rule, ballot.changed(m, cod::vote::in_favour)));
      }
    }
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
    auto const outcome = cod::evaluate(cod::rules::weighted(cod::regime::fifteen), ballot);
    CHECK(cod::ioannina(outcome).triggered == (votes_against >= 23 && votes_against <= 25));
  }
}
