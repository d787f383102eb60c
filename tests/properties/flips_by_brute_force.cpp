// SPDX-License-Identifier: BSL-1.0
// Near flips against brute force: every set of members is tried.
#include "properties/dice.hpp"
#include "properties/times.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;

namespace {

/// What those who are asked to change vote instead.
cod::vote other_side(cod::outcome const& o) { return o.majority_attained() ? cod::vote::against : cod::vote::in_favour; }

/// All sets of at most so many of these members whose change turns the majority: each of them is voted on.
std::vector<cod::member_set> turning_sets(cod::outcome const& before, cod::member_set among, int at_most) {
  std::vector<cod::member_set> sets;
  for (std::uint64_t s = among.bits(); s != 0; s = (s - 1) & among.bits()) {
    auto const members = cod::member_set::from_bits(s);
    if (members.size() > at_most) continue;
    auto const after = before.ballot().changed(members, other_side(before));
    if (cod::majority_attained(before.rule(), after, before.asked()) != before.majority_attained()) sets.push_back(members);
  }
  return sets;
}

/// The order of the library: smaller sets first, then by population, the most populous member first; equal ones in protocol order.
void put_in_order(std::vector<cod::member_set>& sets, cod::electorate const& council) {
  std::vector<cod::member_state> ranked(council.members().begin(), council.members().end());
  std::stable_sort(ranked.begin(), ranked.end(), [&](auto a, auto b) { return council.population(a) > council.population(b); });
  auto const places = [&](cod::member_set set) {
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < ranked.size(); ++i)
      if (set.contains(ranked[i])) result.push_back(i);
    return result;
  };
  std::sort(sets.begin(), sets.end(), [&](cod::member_set a, cod::member_set b) {
    return a.size() != b.size() ? a.size() < b.size() : places(a) < places(b);
  });
}

std::vector<cod::member_set> smallest_of(std::vector<cod::member_set> sets) {
  auto least = cod::member_state_count;
  for (auto const s : sets) least = (std::min)(least, s.size());
  sets.erase(std::remove_if(sets.begin(), sets.end(), [&](cod::member_set s) { return s.size() > least; }), sets.end());
  return sets;
}

/// Those of which no proper subset turns the outcome as well.
std::vector<cod::member_set> inclusion_minimal_of(std::vector<cod::member_set> const& sets) {
  std::vector<cod::member_set> minimal;
  for (auto const s : sets)
    if (std::none_of(sets.begin(), sets.end(), [&](cod::member_set t) { return t != s && s.contains(t); })) minimal.push_back(s);
  return minimal;
}

std::vector<cod::member_set> sets_of(cod::flip_range const& flips) {
  std::vector<cod::member_set> sets;
  for (auto const& f : flips) sets.push_back(f.members);
  return sets;
}

/// What a flip says about the time after it, against a second evaluation.
void check_after(cod::outcome const& before, cod::flip const& f) {
  CHECK(f.to == other_side(before));
  auto const after = cod::evaluate(before.rule(), before.ballot().changed(f.members, f.to), before.asked());
  CHECK(after.majority_attained() != before.majority_attained());
  REQUIRE(f.after.size() == after.criteria().size());
  for (std::size_t i = 0; i < f.after.size(); ++i) {
    CHECK(f.after[i].have == after.criteria()[i].have);
    CHECK(f.after[i].need == after.criteria()[i].need);
    CHECK(f.margin(f.after[i].asked.what) == f.after.find(f.after[i].asked.what)->margin());
  }
  CHECK(cod::outcome_after(before, f).majority_attained() == after.majority_attained());
}

void check(cod::outcome const& before, cod::member_set among) {
  INFO(cod::test::to_repeat(before.rule(), before.ballot(), before.asked()) << "; who may change: " << cod::to_string(among));
  auto const all = turning_sets(before, among, cod::member_state_count);
  auto expected = smallest_of(all);
  put_in_order(expected, before.council());
  auto const flips = cod::smallest_flips(before, among);
  CHECK(flips.count() == static_cast<std::int64_t>(expected.size()));
  CHECK(flips.smallest() == (expected.empty() ? 0 : expected.front().size()));
  CHECK(flips.empty() == expected.empty());
  CHECK(flips.to() == other_side(before));
  CHECK(sets_of(flips) == expected);
  CHECK(sets_of(flips) == sets_of(flips));  // a second pass finds the same
  auto looked_at = 0;
  for (auto const& f : flips)
    if (++looked_at <= 3) check_after(before, f);
}

void check_minimal(cod::outcome const& before, int k) {
  INFO(cod::test::to_repeat(before.rule(), before.ballot(), before.asked()) << "; at most " << k << " change");
  auto expected = inclusion_minimal_of(turning_sets(before, before.council().members(), k));
  put_in_order(expected, before.council());
  auto const flips = cod::flips_of_at_most(before, k);
  CHECK(sets_of(flips) == expected);
  CHECK(flips.count() == static_cast<std::int64_t>(expected.size()));
  CHECK(flips.smallest() == (expected.empty() ? 0 : expected.front().size()));
}

/// Calls f(set) for each set of k of these members, from position `from` on, with those that are chosen.
template <class F>
void each_set_of(int k, std::vector<cod::member_state> const& members, F const& f, std::size_t from = 0, cod::member_set chosen = {}) {
  if (k == 0) {
    f(chosen);
    return;
  }
  for (auto i = from; i + static_cast<std::size_t>(k) <= members.size(); ++i) each_set_of(k - 1, members, f, i + 1, chosen | members[i]);
}

/// How often the smallest flips had so many members.
using sizes_seen = std::array<int, cod::member_state_count + 1>;

/// All members may change: no smaller set of any of them turns the outcome, where there are not too many such sets, and where a flip
/// is of four members or fewer, exactly these turn it.
void check_in_whole_council(cod::outcome const& before, sizes_seen& seen) {
  INFO(cod::test::to_repeat(before.rule(), before.ballot(), before.asked()));
  auto const flips = cod::smallest_flips(before);
  auto const k = flips.smallest();
  ++seen[static_cast<std::size_t>(k)];
  std::vector<cod::member_state> const members(before.council().members().begin(), before.council().members().end());
  auto const turns = [&](cod::member_set who) {
    return cod::majority_attained(before.rule(), before.ballot().changed(who, other_side(before)), before.asked()) != before.majority_attained();
  };
  if (k == 0) CHECK_FALSE(turns(before.council().members()));  // then no smaller set does: the rules are monotone
  else check_after(before, *flips.begin());
  if (k == 0 || k > 6) return;
  auto smaller = 0;
  for (int size = 1; size < k; ++size) each_set_of(size, members, [&](cod::member_set who) { smaller += turns(who) ? 1 : 0; });
  CHECK(smaller == 0);
  if (k > 4) return;
  std::vector<cod::member_set> expected;
  each_set_of(k, members, [&](cod::member_set who) { if (turns(who)) expected.push_back(who); });
  put_in_order(expected, before.council());
  CHECK(flips.count() == static_cast<std::int64_t>(expected.size()));
  CHECK(sets_of(flips) == expected);
}

cod::rule const rules_for_any_council[] = {
    cod::rules::participants_majority(),     cod::rules::participants_majority(cod::blockers::against),
    cod::rules::reinforced_majority(),       cod::rules::reinforced_majority(cod::rules::four_member_clause::applied),
    cod::rules::simple_majority(),           cod::rules::four_fifths_majority(),
    cod::rules::unanimity(),                 cod::rules::constructive_abstention(),
    cod::rules::weighted(cod::regime::six),  cod::rules::weighted(cod::regime::six, cod::proposer::none),
    cod::rules::reinforced_participants_majority()};

/// A rule that no treaty has, of one to four conditions, some of them alternatives, with or without a clause.
cod::rule made_up_rule(cod::test::dice& dice) {
  auto const condition = [&] {
    return cod::criterion{.what = static_cast<cod::counted>(dice.roll(0, 2)),
                          .of = dice.number(0, 4) == 0 ? cod::voters::not_against : cod::voters::in_favour,
                          .compared = dice.coin() ? cod::comparison::at_least : cod::comparison::more_than,
                          .group = static_cast<std::uint8_t>(dice.roll(0, 2)),
                          .share = {dice.number(20, 90), 100},
                          .never_below = dice.number(0, 3)};
  };
  auto const a = condition(), b = condition(), c = condition(), d = condition();
  auto const rule = [&]() -> cod::rule {
    switch (dice.roll(1, 4)) {
      case 1: return {"made up", {a}};
      case 2: return {"made up", {a, b}};
      case 3: return {"made up", {a, b, c}};
      default: return {"made up", {a, b, c, d}};
    }
  }();
  auto const counted_as = dice.coin() ? cod::blockers::not_in_favour : cod::blockers::against;
  if (dice.coin()) return rule.deemed_attained_unless({.fixed_members = dice.roll(1, 5), .counted_as = counted_as});
  if (dice.coin()) return rule.deemed_attained_unless({.exceeded_share = {dice.number(20, 60), 100}, .counted_as = counted_as});
  return rule;
}

/// The sums of people over all subsets of some members, by the size of the subset, each list ascending.
std::vector<std::vector<std::int64_t>> sums_by_size(cod::electorate const& council, cod::member_set members) {
  std::vector<std::vector<std::int64_t>> sums(static_cast<std::size_t>(members.size()) + 1);
  for (std::uint64_t s = members.bits();; s = (s - 1) & members.bits()) {
    std::int64_t sum = 0;
    for (auto const m : cod::member_set::from_bits(s)) sum += council.population(m);
    sums[static_cast<std::size_t>(cod::member_set::from_bits(s).size())].push_back(sum);
    if (s == 0) break;
  }
  for (auto& list : sums) std::sort(list.begin(), list.end());
  return sums;
}

/// How many sets of n members have at least so many people? Half of the council against the other half.
std::int64_t sets_with(cod::electorate const& council, std::size_t n, std::int64_t people) {
  auto const left_half = cod::member_set::from_bits(council.members().bits() & 0x1FFF);
  auto const left = sums_by_size(council, left_half), right = sums_by_size(council, council.members() - left_half);
  std::int64_t count = 0;
  for (std::size_t i = 0; i < left.size() && i <= n; ++i) {
    if (n - i >= right.size()) continue;
    for (auto const sum : left[i]) {
      auto const& others = right[n - i];
      count += std::distance(std::lower_bound(others.begin(), others.end(), people - sum), others.end());
    }
  }
  return count;
}

}  // namespace

TEST_CASE("how many sets of fifteen of the 27 members carry an act is counted exactly, a second way", "[properties][flips]") {
  auto const council = cod::council_of_year(2024);
  auto const rule = cod::rules::qualified_majority();
  auto const flips = cod::smallest_flips(cod::evaluate(rule, cod::ballot{council}.others(cod::vote::against)));
  CHECK(flips.smallest() == 15);
  CHECK(flips.count() == sets_with(council, 15, cod::population_needed(rule, council)));
  CHECK(sets_with(council, 15, 0) == 17'383'860);  // all sets of fifteen: 27 over 15
}

TEST_CASE("the smallest flips are exactly those that brute force finds, in councils of up to ten, under every rule of the law", "[properties][flips]") {
  cod::test::dice dice{1};
  for (int round = 0; round < 60; ++round)
    for (auto const& rule : rules_for_any_council) {
      auto const council = dice.council_of(dice.roll(1, 10));
      auto const outcome = cod::evaluate(rule, dice.votes_in(council));
      check(outcome, council.members());
      check(outcome, dice.some_of(council.members()));
    }
}

TEST_CASE("so they are in councils of twelve", "[properties][flips]") {
  cod::test::dice dice{12};
  for (int round = 0; round < 5; ++round)
    for (auto const& rule : rules_for_any_council) {
      auto const council = dice.council_of(12);
      check(cod::evaluate(rule, dice.votes_in(council)), council.members());
    }
}

TEST_CASE("so they are for the qualified majority of 15 to 28 members when any twelve of them may change", "[properties][flips]") {
  cod::test::dice dice{15};
  for (int round = 0; round < 12; ++round)
    for (auto const& rule : {cod::rules::qualified_majority(), cod::rules::qualified_majority(cod::blockers::against)}) {
      auto const council = dice.council_of(dice.roll(15, 28));
      auto const ballot = dice.votes_in(council);
      check(cod::evaluate(rule, ballot), dice.choose(12, council.members()));
    }
}

TEST_CASE("so they are in the council of every year and in parts of it, under every rule of the Treaties, when any eleven may change", "[properties][flips]") {
  cod::test::dice dice{2014};
  for (int const year : cod::test::years_with_a_table) {
    auto const all = cod::council_of_year(year);
    for (int round = 0; round < 6; ++round)
      for (auto const& council : {all, all.only(dice.choose(dice.roll(9, all.size() - 1), all.members()))})
        for (auto const& rule : cod::test::rules_of_the_treaties)
          if (cod::test::fits(rule, council)) {
            auto const ballot = dice.votes_in(council);
            check(cod::evaluate(rule, ballot), dice.choose(11, council.members()));
          }
  }
}

TEST_CASE("so they are under all weighted votes from 1958 to 2017 and in random councils with them, with the check of the population and without",
          "[properties][flips]") {
  cod::test::dice dice{2001};
  cod::test::each_weighted_rule([&](cod::test::weighted_in_words const& w, cod::rule const& rule, cod::request asked) {
    auto const then = cod::council_on(w.day);
    auto const all = asked == cod::request::none || then.has_population() ? then : dice.with_people(then);
    for (int round = 0; round < 10; ++round)
      for (auto const& council : {all, all.only(dice.choose(dice.roll(4, all.size()), all.members())), dice.council_of(dice.roll(6, 28), w.weights)}) {
        auto const ballot = dice.votes_in(council);
        check(cod::evaluate(rule, ballot, asked), dice.choose(10, council.members()));
      }
  });
}

TEST_CASE("when all may change, no smaller set turns the outcome, and of up to four members exactly those listed do: every year, and random councils",
          "[properties][flips]") {
  cod::test::dice dice{2020};
  sizes_seen seen{};
  for (int const year : cod::test::years_with_a_table) {
    auto const all = cod::council_of_year(year);
    for (auto const& council : {all, all.only(dice.choose(dice.roll(9, all.size() - 1), all.members())), dice.council_of(dice.roll(15, 28))})
      for (auto const& rule : cod::test::rules_of_the_treaties)
        if (cod::test::fits(rule, council)) check_in_whole_council(cod::evaluate(rule, dice.votes_in(council)), seen);
  }
  cod::test::each_weighted_rule([&](cod::test::weighted_in_words const& w, cod::rule const& rule, cod::request asked) {
    auto const then = cod::council_on(w.day);
    auto const all = asked == cod::request::none || then.has_population() ? then : dice.with_people(then);
    for (int round = 0; round < 2; ++round) check_in_whole_council(cod::evaluate(rule, dice.votes_in(all), asked), seen);
  });
  for (std::size_t k = 1; k <= 6; ++k) CHECK(seen[k] >= 5);
}

TEST_CASE("so they are under rules that no treaty has", "[properties][flips]") {
  cod::test::dice dice{99};
  for (int round = 0; round < 1'000; ++round) {
    auto const council = dice.council_of(dice.roll(1, 8));
    auto const rule = made_up_rule(dice);
    auto const outcome = cod::evaluate(rule, dice.votes_in(council));
    check(outcome, council.members());
    check_minimal(outcome, dice.roll(0, 4));
  }
}

TEST_CASE("flips of at most k members are exactly the sets without a superfluous member", "[properties][flips]") {
  cod::test::dice dice{2};
  for (int round = 0; round < 20; ++round)
    for (auto const& rule : rules_for_any_council) {
      auto const outcome = cod::evaluate(rule, dice.votes_in(dice.council_of(dice.roll(1, 9))));
      for (int k = 0; k <= 4; ++k) check_minimal(outcome, k);
    }
}

TEST_CASE("so they are of any size, also under rules that no treaty has", "[properties][flips]") {
  cod::test::dice dice{27};
  for (int round = 0; round < 10; ++round)
    for (auto const& rule : rules_for_any_council) check_minimal(cod::evaluate(rule, dice.votes_in(dice.council_of(dice.roll(1, 9)))), cod::member_state_count);
  for (int round = 0; round < 300; ++round) {
    auto const rule = made_up_rule(dice);
    check_minimal(cod::evaluate(rule, dice.votes_in(dice.council_of(dice.roll(1, 8)))), cod::member_state_count);
  }
}
