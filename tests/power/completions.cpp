// SPDX-License-Identifier: BSL-1.0
// How the open votes can end, counted, against every way looked at one by one, and against hand arithmetic.
#include "vote/every_completion.hpp"

#include <codecision/io/text.hpp>
#include <codecision/power/explain_completions.hpp>
#include <codecision/vote/majority_test.hpp>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::verdict;
using cod::vote;
using cod::test::contains;

namespace {

constexpr auto qualified = cod::rules::qualified_majority();
constexpr auto council = cod::council_of_year(2024);

bool check_against(cod::test::every_completion const& all, cod::assessment const& a) {
  auto const counts = a.completions();
  CHECK(counts.open() == a.open());
  CHECK(counts.total() == all.ways());
  CHECK(counts.adopting() == all.adopting());
  CHECK(counts.not_adopting() == all.ways() - all.adopting());
  for (auto const m : a.council().members()) CHECK(counts.decisive(m) == (a.open().contains(m) ? all.decisive(m) : 0));
  return a.verdict() == verdict::open;
}

/// Returns whether the verdict is open.
bool check(cod::rule const& rule, cod::open_ballot const& b, cod::request asked = cod::request::none) {
  INFO(rule.name() << ": open " << cod::to_string(b.open()) << "; in favour " << cod::to_string(b.side(vote::in_favour)) << "; against "
                   << cod::to_string(b.side(vote::against)) << "; abstaining " << cod::to_string(b.side(vote::abstain)) << "; formally "
                   << cod::to_string(b.side(vote::abstain_formally)) << "; absent " << cod::to_string(b.side(vote::absent)));
  return check_against(cod::test::every_completion_of(rule, b, asked), cod::assess(rule, b, asked));
}

/// The same for many open votes: all known votes are in favour or against.
bool check_quickly(cod::rule const& rule, cod::open_ballot const& b, cod::request asked = cod::request::none) {
  cod::majority_test const attained{rule, b.council(), asked};
  auto const known = b.side(vote::in_favour);
  return check_against({b.open(), [&](cod::member_set more) { return attained(known | more); }}, cod::assess(rule, b, asked));
}

}  // namespace

TEST_CASE("the ways that adopt and the decisive votes are those of all completions, under every rule of the law", "[power][completions]") {
  cod::test::dice dice{27};
  int open = 0;
  for (int round = 0; round < 20; ++round)
    for (auto const& rule : cod::test::rules_for_any_council) {
      auto const some = dice.council_of(dice.roll(1, 9));
      open += check(rule, cod::test::open_votes_in(dice, some, dice.roll(0, some.size()))) ? 1 : 0;
    }
  CHECK(open >= 40);
}

TEST_CASE("so they are under the qualified majority of TEU 16(4), with and without reading votes against as blocking", "[power][completions]") {
  cod::test::dice dice{4};
  auto const open = "BE IT AT PL RO SI SK FI SE"_members;
  CHECK(check(qualified, cod::open_ballot{council}.against("DE NL CZ"_members).unknown(open).others(vote::in_favour)));
  CHECK(check(cod::rules::qualified_majority(cod::blockers::against), cod::open_ballot{council}.abstaining("DE FR ES"_members).unknown(open).others(vote::in_favour)));
  for (int round = 0; round < 4; ++round) check(qualified, cod::test::open_votes_in(dice, council, 8));
}

TEST_CASE("TEU 31(1): known formal abstentions count, and open votes against stop the decision", "[power][completions]") {
  constexpr auto cfsp = cod::rules::constructive_abstention();
  auto const b = cod::open_ballot{council}.abstaining_formally("DE FR IE AT MT CY LU EE"_members).abstaining("SE"_members).unknown("HU SK"_members).others(vote::in_favour);
  CHECK(check(cfsp, b));
  auto const counts = cod::assess(cfsp, b).completions();
  CHECK(counts.adopting() == 1);            // neither Hungary nor Slovakia may be against
  CHECK(counts.decisive("HU"_ms) == 1);     // when Slovakia is not
  CHECK_FALSE(check(cfsp, b.changed("LV"_members, vote::abstain_formally)));  // a ninth one: nothing can adopt
}

TEST_CASE("so they are under the Nice weights of 2014, with and without the 62 % check", "[power][completions]") {
  auto const then = cod::council_on("2014-06-01"_date);
  auto const nice = cod::rules::weighted(cod::regime::twenty_eight_nice);
  auto const b = cod::open_ballot{then}.against("DE FR"_members).unknown("UK IT ES PL RO NL EL BE CZ HU"_members).others(vote::in_favour);
  CHECK(check(nice, b));
  CHECK(check(nice, b, cod::request::population_check));
  CHECK(cod::assess(nice, b, cod::request::population_check).completions().adopting() < cod::assess(nice, b).completions().adopting());
}

TEST_CASE("with up to twenty open votes they are those of a million ways, each looked up", "[power][completions]") {
  cod::test::dice dice{20};
  auto const euro = council.only(cod::participation::euro_area);
  auto const some_open = [&](cod::electorate const& who, int open) {
    auto const members = dice.choose(open, who.members());
    return cod::open_ballot{who}.unknown(members).against(dice.choose(2, who.members() - members)).others(vote::in_favour);
  };
  CHECK(check_quickly(qualified, some_open(council, 20)));
  CHECK(check_quickly(cod::rules::reinforced_majority(), some_open(council, 16)));
  CHECK(check_quickly(cod::rules::participants_majority(), some_open(euro, 17)));
  CHECK(check_quickly(cod::rules::weighted(cod::regime::twenty_seven_nice), some_open(cod::council_on("2012-06-01"_date), 16), cod::request::population_check));
}

TEST_CASE("when nothing is known 17 752 555 of the 134 217 728 ways adopt, and Germany decides in 14 199 495", "[power][completions]") {
  // The figures of an independent program over all coalitions, which tests/power/known_values.cpp cites.
  auto const counts = cod::assess(qualified, cod::open_ballot{cod::council_on("2024-06-20"_date)}).completions();
  CHECK(counts.total() == 134'217'728);
  CHECK(counts.adopting() == 17'752'555);
  CHECK(counts.decisive("DE"_ms) == 14'199'495);
}

TEST_CASE("8 October 2025: the act was adopted in 22 of 262 144 ways; Malta could not decide it", "[power][completions]") {
  // Of 65.99 % at most, 0.98 may be lost. Only LT 0.64, LV 0.42, CY 0.21, LU 0.15 and MT 0.12 have less. Without Lithuania all 16
  // sets of the other four may be lost (0.90 together); with it 0.34 is left: nobody, one of CY, LU, MT, or CY and MT, or LU and MT: 6.
  auto const day = cod::council_on("2025-10-08"_date);
  auto const b = cod::open_ballot{day}.in_favour("DK HR HU"_members).against("CZ DE EE NL PL SI"_members);
  auto const a = cod::assess(qualified, b);
  auto const counts = a.completions();
  CHECK(counts.total() == 262'144);
  CHECK(counts.adopting() == 16 + 6);
  for (auto const m : "BE BG IE EL ES FR IT AT PT RO SK FI SE"_members) CHECK(counts.decisive(m) == 22);
  CHECK(counts.decisive("LT"_ms) == 16 - 6);
  CHECK(counts.decisive("MT"_ms) == 0);
  CHECK(a.securing_adoption().count() == 1);
  CHECK(a.securing_a_block().count() == 13);
  CHECK(check_quickly(qualified, b));
}

TEST_CASE("where the verdict is not open, all ways end alike and nobody is decisive; with every vote known there is one way", "[power][completions]") {
  auto const sure = cod::assess(qualified, cod::open_ballot{council}.unknown("MT LU"_members).others(vote::in_favour)).completions();
  CHECK(sure.total() == 4);
  CHECK(sure.adopting() == 4);
  CHECK(sure.decisive("MT"_ms) == 0);
  auto const lost = cod::assess(qualified, cod::open_ballot{council}.against("DE FR IT ES"_members)).completions();
  CHECK(lost.total() == 8'388'608);
  CHECK(lost.adopting() == 0);
  auto const known = cod::assess(qualified, cod::open_ballot{council}.others(vote::in_favour)).completions();
  CHECK(known.total() == 1);
  CHECK(known.adopting() == 1);
  CHECK(known.open().empty());
}

TEST_CASE("without a quorum no way adopts", "[power][completions]") {
  auto const b = cod::open_ballot{council}.absent("BE BG CZ DK DE EE IE EL ES FR HR IT CY LV"_members);
  CHECK(cod::assess(cod::rules::simple_majority(), b).completions().adopting() == 0);
  auto const six = cod::council_on("1958-01-01"_date);  // twelve votes of three members suffice, but four must be there
  auto const weighted = cod::rules::weighted(cod::regime::six);
  CHECK(cod::assess(weighted, cod::open_ballot{six}.absent("BE NL LU"_members)).completions().adopting() == 0);
  CHECK(cod::assess(weighted, cod::open_ballot{six}.absent("BE NL"_members)).completions().adopting() == 2);  // Luxembourg never matters
  CHECK(cod::assess(weighted, cod::open_ballot{six}.absent("BE NL"_members)).completions().decisive("LU"_ms) == 0);
}

TEST_CASE("the game of the open members: who wins in it adopts with the votes that are known", "[power][completions]") {
  auto const b = cod::open_ballot{council}.against("DE NL CZ"_members).unknown("IT FR PL MT"_members).others(vote::in_favour);
  auto const game = cod::power::open_game(qualified, b);
  CHECK(game.size() == 4);
  CHECK(game.players().name(0) == "FR");  // in protocol order: France, Italie, Malte, Polska
  for (std::uint64_t bits = 0; bits < 16; ++bits) {
    cod::member_set in_favour;
    std::size_t i = 0;
    for (auto const m : b.open())
      if ((bits >> i++ & 1u) != 0) in_favour.insert(m);
    CHECK(game.wins(cod::power::coalition::from_bits(bits)) == cod::evaluate(qualified, b.completed(in_favour)).adopted());
  }
  CHECK_THROWS_WITH(cod::power::open_game(qualified, b.changed(b.open(), vote::against)), contains("COD-P702"));
}

TEST_CASE("the counts in words", "[power][completions]") {
  auto const b = cod::open_ballot{cod::council_on("2025-11-26"_date)}.against("CZ NL PL SK"_members).undecided("IT DE"_members).others(vote::in_favour);
  auto const text = cod::io::to_text(cod::explain(cod::assess(qualified, b).completions()));
  CHECK_THAT(text, contains("adopted in 3 of 4 ways, 75.00 %"));
  CHECK_THAT(text, contains("DE IT: each decisive in 1 of 2 ways, 50.00 %"));  // when the other refuses
  auto const one = cod::assess(qualified, b.changed("RO"_members, vote::against)).completions();
  CHECK_THAT(cod::io::to_text(cod::explain(one)), contains("DE: decisive in 2 of 2 ways, 100.00 %"));
  CHECK_THAT(cod::io::to_text(cod::explain(one)), contains("IT: decisive in 0 of 2 ways, 0.00 %"));
  auto const sure = cod::open_ballot{council}.unknown("MT LU"_members).others(vote::in_favour);
  CHECK(cod::explain(cod::assess(qualified, sure).completions()).text == "adopted in all 4 ways");
  CHECK(cod::explain(cod::assess(cod::rules::unanimity(), sure.changed("FR"_members, vote::against)).completions()).text == "adopted in none of 4 ways");
  CHECK(cod::explain(cod::assess(qualified, sure.others(vote::in_favour).changed(sure.open(), vote::against)).completions()).text == "adopted: every vote is known");
  // 22 of 27 open, all of whom are needed: one way of four million is not none.
  auto const rare = cod::open_ballot{council}.unknown("BE BG DK EE IE EL ES FR HR IT CY LV LT LU HU MT AT PT RO SI FI SE"_members).others(vote::in_favour);
  auto const unanimous = cod::explain(cod::assess(cod::rules::unanimity(), rare).completions());
  CHECK(unanimous.text == "adopted in 1 of 4 194 304 ways, less than 0.01 %");
  CHECK_THAT(unanimous.details[0].text, contains("each decisive in 1 of 2 097 152 ways, less than 0.01 %"));
}
