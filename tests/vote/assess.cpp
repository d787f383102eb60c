// SPDX-License-Identifier: BSL-1.0
// Verdicts while votes are open, against every way in which they can end, and against examples of the law by hand.
#include "vote/every_completion.hpp"

#include <codecision/io/text.hpp>
#include <codecision/vote/explain_assessment.hpp>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::verdict;
using cod::vote;
using cod::test::contains;

namespace {

constexpr auto qualified = cod::rules::qualified_majority();
constexpr auto unanimity = cod::rules::unanimity();
constexpr auto council = cod::council_of_year(2024);

/// Returns the verdict that all agree on.
verdict check(cod::rule const& rule, cod::open_ballot const& b, cod::request asked = cod::request::none) {
  INFO(rule.name() << ": open " << cod::to_string(b.open()) << "; in favour " << cod::to_string(b.side(vote::in_favour)) << "; against "
                   << cod::to_string(b.side(vote::against)) << "; abstaining " << cod::to_string(b.side(vote::abstain)) << "; formally "
                   << cod::to_string(b.side(vote::abstain_formally)) << "; absent " << cod::to_string(b.side(vote::absent)));
  auto const a = cod::assess(rule, b, asked);
  auto const all = cod::test::every_completion_of(rule, b, asked);
  CHECK(a.verdict() == all.verdict());
  CHECK(cod::test::same_sets(cod::test::sets_of(a.securing_adoption()), all.securing_adoption()));
  CHECK(cod::test::same_sets(cod::test::sets_of(a.securing_a_block()), all.securing_a_block()));
  CHECK(a.securing_adoption().count() == static_cast<std::int64_t>(all.securing_adoption().size()));
  CHECK(a.securing_a_block().count() == static_cast<std::int64_t>(all.securing_a_block().size()));
  for (std::size_t way = 0; way < all.ways(); ++way) {
    auto const people = b.council().population(b.side(vote::in_favour) | all.members(way));
    if (people < a.least().population_in_favour().number || people > a.most().population_in_favour().number) FAIL("a share lies outside of the ends");
  }
  return all.verdict();
}

/// All ways in which the open members can vote, when they may also abstain, formally or not.
template <class Visit>
void each_way_with_abstentions(cod::ballot const& b, Visit visit) {
  if (b.unfinished().empty()) return visit(b);
  for (auto const v : {vote::in_favour, vote::against, vote::abstain, vote::abstain_formally})
    each_way_with_abstentions(b.with(*b.unfinished().begin(), v), visit);
}

}  // namespace

TEST_CASE("the verdict, the extreme shares and every set that would settle it are those of all completions, under every rule", "[vote][assess]") {
  cod::test::dice dice{5};
  std::array<int, 3> met{};
  for (int round = 0; round < 25; ++round)
    for (auto const& rule : cod::test::rules_for_any_council) {
      auto const some = dice.council_of(dice.roll(1, 9));
      ++met[static_cast<std::size_t>(check(rule, cod::test::open_votes_in(dice, some, dice.roll(0, some.size()))))];
    }
  for (auto const times : met) CHECK(times >= 20);  // adopted, not adopted and open have all been seen
}

TEST_CASE("so they are under the qualified majority of TEU 16(4) with ten open votes", "[vote][assess]") {
  cod::test::dice dice{16};
  for (int round = 0; round < 6; ++round) check(qualified, cod::test::open_votes_in(dice, council, 10));
  auto const open = "BE IT AT PL RO SI SK FI SE"_members;  // a close one: DE NL CZ are known to be against
  check(qualified, cod::open_ballot{council}.against("DE NL CZ"_members).unknown(open).others(vote::in_favour));
  check(cod::rules::qualified_majority(cod::blockers::against), cod::open_ballot{council}.abstaining("DE NL CZ"_members).unknown(open).others(vote::in_favour));
}

TEST_CASE("so they are under the Nice weights, with and without the 62 % check", "[vote][assess]") {
  auto const then = cod::council_on("2014-06-01"_date);
  auto const nice = cod::rules::weighted(cod::regime::twenty_eight_nice);
  cod::test::dice dice{62};
  for (int round = 0; round < 4; ++round) {
    auto const b = cod::test::open_votes_in(dice, then, 8);
    check(nice, b);
    check(nice, b, cod::request::population_check);
  }
}

TEST_CASE("an open member may also abstain, formally or not: no outcome lies beyond all against and all in favour", "[vote][assess]") {
  cod::test::dice dice{31};
  for (int round = 0; round < 8; ++round)
    for (auto const& rule : cod::test::rules_for_any_council) {
      auto const some = dice.council_of(dice.roll(3, 9));
      auto const b = cod::test::open_votes_in(dice, some, 3);
      auto const a = cod::assess(rule, b);
      INFO(rule.name());
      each_way_with_abstentions(b.known(), [&](cod::ballot const& done) {
        auto const adopted = cod::evaluate(rule, done).adopted();
        CHECK((adopted || !a.least().adopted()));
        CHECK((!adopted || a.most().adopted()));
      });
    }
}

TEST_CASE("before the vote of 26 November 2025 with Italy undecided the mandate is adopted, whatever Italy does", "[vote][assess]") {
  // 22 members with 70.81 % without Italy, 84.04 % with it: 13.23 more.
  constexpr auto a = cod::assess(qualified, cod::open_ballot{cod::council_on("2025-11-26"_date)}.against("CZ NL PL SK"_members).undecided("IT"_members).others(vote::in_favour));
  STATIC_REQUIRE(a.verdict() == verdict::adopted);
  STATIC_REQUIRE(a.least().population_in_favour().number == 7081);
  STATIC_REQUIRE(a.most().population_in_favour().number == 7081 + 1323);
  STATIC_REQUIRE(a.certain());
  STATIC_REQUIRE(a.securing_adoption().empty());
  STATIC_REQUIRE(a.securing_a_block().empty());
  STATIC_REQUIRE(&a.decisive() == &a.least());
}

TEST_CASE("with Germany open as well it is Germany alone that decides", "[vote][assess]") {
  // Without both 70.81 - 18.49 = 52.32 %; Italy's 13.23 lift that to 65.55 %, Germany's to 70.81 %: either suffices, both must refuse.
  auto const b = cod::open_ballot{cod::council_on("2025-11-26"_date)}.against("CZ NL PL SK"_members).undecided("IT DE"_members).others(vote::in_favour);
  auto const a = cod::assess(qualified, b);
  CHECK(a.verdict() == verdict::open);
  CHECK(cod::test::sets_of(a.securing_adoption()) == std::vector{"DE"_members, "IT"_members});  // the more populous first
  CHECK(cod::test::sets_of(a.securing_a_block()) == std::vector{"DE IT"_members});
  // With Romania (4.23) against, Italy no longer suffices: 61.32 %. Germany still does: 66.58 %.
  auto const without_romania = cod::assess(qualified, b.changed("RO"_members, vote::against));
  CHECK(cod::test::sets_of(without_romania.securing_adoption()) == std::vector{"DE"_members});
  CHECK(cod::test::sets_of(without_romania.securing_a_block()) == std::vector{"DE"_members});
}

TEST_CASE("TEU 16(4): three populous opponents leave it to any fourth member, however small", "[vote][assess]") {
  auto const known = cod::open_ballot{council}.against("DE FR IT"_members);
  auto const a = cod::assess(qualified, known.unknown("MT"_members).others(vote::in_favour));
  CHECK(a.verdict() == verdict::open);
  CHECK(a.most().deemed_attained());
  CHECK(cod::test::sets_of(a.securing_adoption()) == std::vector{"MT"_members});
  CHECK(cod::test::sets_of(a.securing_a_block()) == std::vector{"MT"_members});
  // TEU 16(4) as Vie-publique reads it, only votes against make a block: who abstains does not join it.
  constexpr auto by_votes_against = cod::rules::qualified_majority(cod::blockers::against);
  auto const abstains = cod::open_ballot{council}.abstaining("MT"_members).against("DE FR"_members);
  CHECK(cod::assess(qualified, abstains.unknown("IT"_members).others(vote::in_favour)).verdict() == verdict::open);
  CHECK(cod::assess(by_votes_against, abstains.unknown("IT"_members).others(vote::in_favour)).verdict() == verdict::adopted);
}

TEST_CASE("TFEU 238(3)(a): with Germany and France against in the euro area of 2014, k + 1 = 3, the third member decides", "[vote][assess]") {
  auto const euro = cod::council_on("2014-12-01"_date).only(cod::participation::euro_area);
  REQUIRE(euro.size() == 18);
  auto const a = cod::assess(cod::rules::participants_majority(), cod::open_ballot{euro}.against("DE FR"_members).unknown("MT"_members).others(vote::in_favour));
  CHECK(a.verdict() == verdict::open);  // 16 members with 56.13 %: deemed attained; 15 with 56.00 %: not
  CHECK(a.most().deemed_attained());
  CHECK(cod::test::sets_of(a.securing_a_block()) == std::vector{"MT"_members});
}

TEST_CASE("TFEU 238(4): under unanimity each open member can block, abstaining does not, and all must join to adopt", "[vote][assess]") {
  constexpr auto a = cod::assess(unanimity, cod::open_ballot{council}.abstaining("IE AT MT"_members).unknown("HU SK"_members).others(vote::in_favour));
  STATIC_REQUIRE(a.verdict() == verdict::open);
  CHECK(cod::test::sets_of(a.securing_a_block()) == std::vector{"HU"_members, "SK"_members});
  CHECK(cod::test::sets_of(a.securing_adoption()) == std::vector{"HU SK"_members});
  constexpr auto absent = cod::assess(unanimity, cod::open_ballot{council}.absent("MT"_members).unknown("HU"_members).others(vote::in_favour));
  STATIC_REQUIRE(absent.verdict() == verdict::not_adopted);  // absent and not represented: no unanimity, whatever Hungary does
  constexpr auto represented = cod::open_ballot{council}.represented("MT"_ms, "IT"_ms).unknown("HU"_members).others(vote::in_favour);
  STATIC_REQUIRE(cod::assess(unanimity, represented).verdict() == verdict::open);
}

TEST_CASE("TEU 31(1): nine members with a third of the people that abstain formally stop the decision, whatever the others do", "[vote][assess]") {
  constexpr auto cfsp = cod::rules::constructive_abstention();
  auto const nine = "DE FR IE AT MT CY LU EE LV"_members;  // more than a third of the population
  auto const eight = nine - "LV"_members;
  CHECK(cod::assess(cfsp, cod::open_ballot{council}.abstaining_formally(nine)).verdict() == verdict::not_adopted);
  CHECK(cod::assess(cfsp, cod::open_ballot{council}.abstaining_formally(eight)).verdict() == verdict::open);
  auto const nine_small = "IE AT MT CY LU EE LV LT SI"_members;  // a third of the members, and far from a third of the people
  auto const a = cod::assess(cfsp, cod::open_ballot{council}.abstaining_formally(nine_small).unknown("HU"_members).others(vote::in_favour));
  CHECK(a.verdict() == verdict::open);
  CHECK(cod::test::sets_of(a.securing_a_block()) == std::vector{"HU"_members});
}

TEST_CASE("Nice weights of 2014: whatever Estonia does, 261 or 265 votes adopt; when a member asks, 58 % of the people do not", "[vote][assess]") {
  auto const nice = cod::rules::weighted(cod::regime::twenty_eight_nice);
  auto const b = cod::open_ballot{cod::council_on("2014-06-01"_date)}.against("DE FR UK"_members).unknown("EE"_members).others(vote::in_favour);
  auto const a = cod::assess(nice, b);
  CHECK(a.verdict() == verdict::adopted);
  CHECK(a.least().criteria().find(cod::counted::weighted_votes)->have == 352 - 3 * 29 - 4);
  CHECK(a.most().criteria().find(cod::counted::weighted_votes)->have == 352 - 3 * 29);
  CHECK(cod::assess(nice, b, cod::request::population_check).verdict() == verdict::not_adopted);
}

TEST_CASE("without a quorum nothing can be adopted: 14 of 27 must be there in person", "[vote][assess]") {
  auto const majority = cod::rules::simple_majority();
  auto const thirteen = "BE BG CZ DK DE EE IE EL ES FR HR IT CY"_members;
  CHECK(cod::assess(majority, cod::open_ballot{council}.absent(thirteen)).verdict() == verdict::open);
  CHECK(cod::assess(majority, cod::open_ballot{council}.absent(thirteen | "LV"_members)).verdict() == verdict::not_adopted);
  // Thirteen votes through proxies and one absent: 13 are there, 26 votes can be cast, and none counts.
  auto b = cod::open_ballot{council}.absent("SE"_members);
  auto holders = (council.members() - thirteen - "SE"_members).begin();
  for (auto const principal : thirteen) b = b.represented(principal, *holders), ++holders;
  auto const a = cod::assess(qualified, b);
  CHECK(a.most().majority_attained());
  CHECK(a.verdict() == verdict::not_adopted);
  CHECK(a.securing_adoption().empty());
  CHECK(a.securing_a_block().empty());
  CHECK_THAT(cod::io::to_text(cod::explain(a), 0, 400), contains("the Council cannot vote"));
}

TEST_CASE("while the quorum is missing no votes are said to adopt the act, also where votes are missing too", "[vote][assess]") {
  auto const thirteen = "BE BG CZ DK EE IE EL HR CY LV LT LU HU"_members;
  auto const opposed = "DE FR IT ES"_members;
  auto const with_absent = [&](cod::member_set absent) {
    auto b = cod::open_ballot{council}.absent(absent).against(opposed).others(vote::in_favour);
    auto holders = (council.members() - thirteen - "SE"_members).begin();
    for (auto const principal : thirteen) b = b.represented(principal, *holders), ++holders;
    return cod::assess(qualified, b);
  };
  // Thirteen votes through proxies and one absent: 13 are there. What would mend the majority does not adopt the act.
  auto const without = with_absent("SE"_members);
  REQUIRE_FALSE(without.most().quorum().met());
  REQUIRE_FALSE(without.most().majority_attained());
  for (auto const& f : cod::smallest_flips(without.most())) {
    auto const after = cod::outcome_after(without.most(), f);
    CHECK(after.majority_attained());
    CHECK(after.adopted() == f.members.contains("SE"_ms));  // it has to come, whatever the others vote
  }
  CHECK(without.to_adopt().empty());
  CHECK(without.to_adopt().smallest() == 0);
  CHECK(without.to_block().empty());
  // With Sweden there are 14, and each of the sets adopts the act.
  auto const there = with_absent({});
  REQUIRE(there.verdict() == verdict::not_adopted);
  CHECK(there.to_adopt().count() > 0);
  for (auto const& f : there.to_adopt()) CHECK(cod::outcome_after(there.most(), f).adopted());
}

TEST_CASE("what would adopt or block an act: open members while it is open, others when it is settled, nobody when it is so anyway", "[vote][assess]") {
  auto const open = cod::assess(qualified, cod::open_ballot{council}.against("DE FR IT"_members).unknown("MT"_members).others(vote::in_favour));
  REQUIRE(open.verdict() == verdict::open);
  CHECK(cod::test::same_sets(cod::test::sets_of(open.to_adopt()), {"MT"_members}));
  CHECK(cod::test::same_sets(cod::test::sets_of(open.to_block()), {"MT"_members}));
  auto const adopted = cod::assess(qualified, cod::open_ballot{council}.against("DE FR IT"_members).others(vote::in_favour));
  CHECK(adopted.to_adopt().empty());
  CHECK(adopted.to_block().count() == 24);  // any of the others is the fourth
  auto const lost = cod::assess(qualified, cod::open_ballot{council}.against("DE FR IT MT"_members).others(vote::in_favour));
  CHECK(cod::test::same_sets(cod::test::sets_of(lost.to_adopt()), {"DE"_members, "FR"_members, "IT"_members, "MT"_members}));
  CHECK(lost.to_block().empty());
}

TEST_CASE("when every vote is known the verdict is that of the ballot", "[vote][assess]") {
  auto const ballot = cod::ballot{council}.against("DE FR IT MT"_members).others(vote::in_favour);
  auto const a = cod::assess(qualified, cod::open_ballot{ballot});
  CHECK(a.verdict() == verdict::not_adopted);
  CHECK(a.open().empty());
  CHECK(a.securing_adoption().count() == 0);
  CHECK_THAT(cod::explain(a).text, contains("not adopted by qualified majority on 2024-12-31: every vote is known"));
}

TEST_CASE("an assessment asks what evaluate asks: the rule must fit the council", "[vote][assess]") {
  try {
    (void)cod::assess(qualified, cod::open_ballot{council.without("DK IE"_members)});
    FAIL("some do not take part");
  } catch (cod::error const& e) {
    CHECK(e.code() == cod::error_code::not_all_take_part);
  }
}

TEST_CASE("the explanation names the ends, the sets that would settle it, and what is not certain", "[vote][assess]") {
  auto const b = cod::open_ballot{cod::council_on("2025-11-26"_date)}.against("CZ NL PL SK"_members).undecided("IT DE"_members).others(vote::in_favour);
  auto const text = cod::io::to_text(cod::explain(cod::assess(qualified, b)), 0, 400);
  CHECK_THAT(text, contains("open by qualified majority on 2025-11-26: it depends on 2 members whose votes are open"));
  CHECK_THAT(text, contains("against: 4 members, 15.97 %: CZ NL PL SK"));      // 2.42 + 4.01 + 8.33 + 1.21
  CHECK_THAT(text, contains("undecided: 2 members, 31.72 %: DE IT"));          // 18.49 + 13.23
  CHECK_THAT(text, contains("members: from 21 members to 23 members in favour, 15 members needed: met in any case"));
  CHECK_THAT(text, contains("population: from 52.32 % to 84.04 % in favour, 65.01 % needed: can be met"));
  CHECK_THAT(text, contains("known not to be in favour: CZ NL PL SK (4 members, 15.97 %) does not suffice to block"));
  CHECK_THAT(text, contains("votes in favour that would secure adoption: 1 member, 2 ways"));
  CHECK_THAT(text, contains("IT to in favour: 22 members, 7 members to spare; 65.55 %, 0.54 points to spare"));
  CHECK_THAT(text, contains("votes against that would secure a block: 2 members, 1 way"));
  CHECK_THAT(text, contains("figures: of 2025, grade percent"));
  CHECK_THAT(text, contains("if all open members are against: within the table's rounding the true share in favour lies from"));
  CHECK_THAT(text, !contains("not certain"));
}

TEST_CASE("a set that would settle it by a hair is marked as not certain", "[vote][assess]") {
  // Against are 2.42 + 13.23 + 4.01 + 8.33 + 1.43 + 1.32 + 1.25 + 1.21 + 1.19 + 0.47 = 34.86 %. Luxembourg's 0.15 leave 65.00 in
  // favour, 0.01 short of what the table needs: true figures could make it 65 %. With Luxembourg 65.15 are in favour, at least 65.09.
  auto const b = cod::open_ballot{cod::council_on("2025-11-26"_date)}.against("CZ IT NL PL BG DK FI SK IE SI"_members).unknown("LU"_members).others(vote::in_favour);
  auto const a = cod::assess(qualified, b);
  CHECK(a.verdict() == verdict::open);
  CHECK_FALSE(a.certain());
  CHECK_FALSE(a.least().certain());
  CHECK(a.most().certain());
  auto const text = cod::io::to_text(cod::explain(a), 0, 400);
  CHECK_THAT(text, contains("LU to against: 16 members, 1 member to spare; 65.00 %, 0.01 points short\n      not certain within the rounding of the figures"));
  CHECK_THAT(text, contains("LU to in favour: 17 members, 2 members to spare; 65.15 %, 0.14 points to spare\n  votes against"));
  CHECK_THAT(text, contains("the verdict is not certain"));
}

TEST_CASE("as many sets are listed as asked for, and the number of the others is told", "[vote][assess]") {
  auto const a = cod::assess(qualified, cod::open_ballot{council}.unknown("DE FR IT ES PL"_members).others(vote::against));
  REQUIRE(a.verdict() == verdict::not_adopted);  // five members in favour are no majority
  auto const nobody = cod::assess(unanimity, cod::open_ballot{council});  // each of 27 can block
  auto const text = cod::io::to_text(cod::explain(nobody, 2), 0, 400);
  CHECK_THAT(text, contains("votes against that would secure a block: 1 member, 27 ways"));
  CHECK_THAT(text, contains("and 25 other ways"));
  CHECK_THAT(cod::io::to_text(cod::explain(nobody, 0), 0, 400), !contains("other way"));
  CHECK_THAT(cod::io::to_text(cod::explain(nobody, 27), 0, 400), !contains("other way"));
}

TEST_CASE("a vote by members without population figures is explained without shares", "[vote][assess]") {
  auto const nine = cod::council_on("1975-01-01"_date);
  auto const a = cod::assess(cod::rules::simple_majority(), cod::open_ballot{nine}.in_favour("DE FR"_members));
  CHECK(a.verdict() == verdict::open);
  auto const text = cod::io::to_text(cod::explain(a, 1), 0, 400);
  CHECK_THAT(text, contains("in favour: 2 members: DE FR"));
  CHECK_THAT(text, contains("votes in favour that would secure adoption: 3 members, 35 ways"));  // 3 of the other 7
  CHECK_THAT(text, !contains("%"));
}
