// SPDX-License-Identifier: BSL-1.0
// TEU 16(4): 55 % of the members comprising at least fifteen, 65 % of the population; four members at least to block.
#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::first;
using cod::test::smallest;
using cod::test::toy_council;
using cod::test::with_against;
using cod::test::with_in_favour;

namespace {
constexpr auto rule = cod::rules::qualified_majority();
}

TEST_CASE("a qualified majority needs 15 of 26, 15 of 27 and 16 of 28 members", "[law][teu_16_4]") {
  STATIC_REQUIRE(rule.members_needed(26) == 15);
  STATIC_REQUIRE(rule.members_needed(27) == 15);
  STATIC_REQUIRE(rule.members_needed(28) == 16);
}

TEST_CASE("with 25 members or fewer it is the floor of fifteen that bites, not the 55 percent", "[law][teu_16_4]") {
  for (int n = 15; n <= 25; ++n) CHECK(rule.members_needed(n) == 15);  // 55 % of 25 would be 13.75, so 14
}

TEST_CASE("a Union of thirty would need 17 members: 55 percent of 30 is 16.5", "[law][teu_16_4]") {
  STATIC_REQUIRE(rule.members_needed(30) == 17);
}

TEST_CASE("fourteen members are one too few, whatever their population", "[law][teu_16_4]") {
  auto const council = cod::council_of_year(2024);
  auto const outcome = with_against(rule, council, smallest(13, council));
  CHECK_FALSE(outcome.adopted());
  CHECK(outcome.in_favour().size() == 14);
  CHECK(outcome.criteria().find(cod::counted::population)->met());  // the fourteen largest have more than 90 %
  CHECK(outcome.criteria().find(cod::counted::members)->margin() == -1);
}

TEST_CASE("the fifteen largest members are just enough", "[law][teu_16_4]") {
  auto const council = cod::council_of_year(2024);
  auto const outcome = with_against(rule, council, smallest(12, council));
  CHECK(outcome.adopted());
  CHECK(outcome.criteria().find(cod::counted::members)->margin() == 0);
  CHECK_FALSE(outcome.deemed_attained());
}

TEST_CASE("sixteen of 28 members suffice, fifteen of 28 do not", "[law][teu_16_4]") {
  auto const council = cod::council_of_year(2014);  // law: the 12 and the 13 smallest against, Annex III of 2014
  CHECK(with_against(rule, council, smallest(12, council)).adopted());
  CHECK_FALSE(with_against(rule, council, smallest(13, council)).adopted());
}

TEST_CASE("exactly 65 percent of the population suffice", "[law][teu_16_4]") {
  // Twenty members: fifteen of 130 persons have 1950 of 3000, five of 210 have the rest.
  auto council = toy_council(15, 130);
  for (int i = 15; i < 20; ++i) council = council.with(static_cast<cod::member_state>(i), 210);
  auto const fifteen = first(15, council);
  auto const at = with_in_favour(rule, council, fifteen);
  CHECK(at.adopted());
  CHECK(at.criteria().find(cod::counted::population)->margin() == 0);
}

TEST_CASE("one person more on the other side turns exactly 65 percent into too few", "[law][teu_16_4]") {
  auto council = toy_council(15, 130);
  for (int i = 15; i < 20; ++i) council = council.with(static_cast<cod::member_state>(i), i == 15 ? 211 : 210);
  auto const outcome = with_in_favour(rule, council, first(15, council));
  CHECK_FALSE(outcome.adopted());
  CHECK(outcome.criteria().find(cod::counted::population)->need == 1951);
  CHECK(outcome.criteria().find(cod::counted::population)->margin() == -1);
}

TEST_CASE("Germany, France and Italy alone cannot block, because a blocking minority must include at least four members", "[law][teu_16_4]") {
  auto const outcome = with_against(rule, cod::council_of_year(2020), "DE FR IT"_members);
  CHECK(outcome.adopted());
  CHECK(outcome.deemed_attained());
  CHECK_FALSE(outcome.criteria().find(cod::counted::population)->met());  // 52.84 % in favour
  CHECK(outcome.blocking_minority().fewest == 4);
  CHECK_FALSE(outcome.blocking_minority().enough_members);
  CHECK_FALSE(outcome.blocking_minority().suffices);
}

TEST_CASE("Malta as a fourth member makes the block of Germany, France and Italy count", "[law][teu_16_4]") {
  auto const outcome = with_against(rule, cod::council_of_year(2020), "DE FR IT MT"_members);
  CHECK_FALSE(outcome.adopted());
  CHECK(outcome.blocking_minority().enough_members);
  CHECK(outcome.blocking_minority().suffices);
}

TEST_CASE("Germany, France and the United Kingdom could not block in 2014, with Malta they could", "[law][teu_16_4]") {
  auto const council = cod::council_of_year(2014);
  auto const three = with_against(rule, council, "DE FR UK"_members);
  CHECK(three.adopted());
  CHECK(three.deemed_attained());
  CHECK(three.population_in_favour().number == 295'685'500);
  CHECK_FALSE(with_against(rule, council, "DE FR UK MT"_members).adopted());
}

TEST_CASE("four members who have less than 35 percent together cannot block either", "[law][teu_16_4]") {
  auto const outcome = with_against(rule, cod::council_of_year(2024), "ES PL RO NL"_members);  // about 27 %
  CHECK(outcome.adopted());
  CHECK_FALSE(outcome.deemed_attained());
  CHECK(outcome.blocking_minority().enough_members);
  CHECK(outcome.blocking_minority().population_margin() < 0);
}

TEST_CASE("a block of exactly 35 percent does not block, of one person more it does", "[law][teu_16_4]") {
  auto council = toy_council(15, 130);
  for (int i = 15; i < 20; ++i) council = council.with(static_cast<cod::member_state>(i), 210);
  auto const outcome = with_in_favour(rule, council, first(15, council));
  CHECK(outcome.blocking_minority().population == 1050);  // 35 % of 3000
  CHECK(outcome.blocking_minority().population_needed == 1051);
  CHECK_FALSE(outcome.blocking_minority().suffices);
}

TEST_CASE("whoever abstains is not in favour and counts like a vote against", "[law][teu_16_4]") {
  auto const council = cod::council_of_year(2024);
  auto const four = "DE FR IT ES"_members;
  auto const abstaining = cod::evaluate(rule, cod::ballot{council}.abstaining(four).others(cod::vote::in_favour));
  auto const against = with_against(rule, council, four);
  CHECK_FALSE(abstaining.adopted());
  for (std::size_t i = 0; i < 2; ++i) CHECK(abstaining.criteria()[i].have == against.criteria()[i].have);
}

TEST_CASE("abstaining members stay in the denominator, members who do not take part leave it", "[law][teu_16_4]") {
  auto const council = cod::council_of_year(2024);
  auto const outcome = cod::evaluate(rule, cod::ballot{council}.abstaining("DK IE"_members).others(cod::vote::in_favour));
  CHECK(outcome.criteria().find(cod::counted::members)->of == 27);
  CHECK(outcome.criteria().find(cod::counted::population)->of == council.population_total());
  CHECK(council.without("DK IE"_members).size() == 25);
  CHECK(council.without("DK IE"_members).population_total() < council.population_total());
}

TEST_CASE("percentages rounded to two decimals would turn the verdict: 64.9941 percent is not 65.01", "[law][teu_16_4]") {
  auto const outcome = with_against(rule, cod::council_of_year(2014), "BE DK FR CY HU NL AT PL PT SE"_members);
  CHECK_FALSE(outcome.adopted());
  CHECK(outcome.population_in_favour().number == 328'592'400);
  CHECK(outcome.criteria().find(cod::counted::population)->need == 328'622'125);
}

TEST_CASE("and 65.0063 percent is not 64.99", "[law][teu_16_4]") {
  CHECK(with_against(rule, cod::council_of_year(2023), "BE DK DE MT NL PL"_members).adopted());
}

TEST_CASE("if only votes against make a blocking minority, four abstentions do not block", "[law][teu_16_4][interpretation]") {
  auto const ballot = cod::ballot{cod::council_of_year(2024)}.abstaining("DE FR IT ES"_members).others(cod::vote::in_favour);
  CHECK_FALSE(cod::evaluate(rule, ballot).adopted());
  CHECK(cod::evaluate(cod::rules::qualified_majority(cod::blockers::against), ballot).adopted());
}

TEST_CASE("the definition is for all members: a council without some of them is sent to Article 238(3)", "[law][teu_16_4]") {
  auto const council = cod::council_of_year(2024).without("DK"_members);
  auto const e = cod::test::caught([&] { static_cast<void>(with_against(rule, council, "HU"_members)); });
  CHECK(e.code() == cod::error_code::not_all_take_part);
  CHECK_THAT(e.advice(), cod::test::contains("participants_majority"));
}

TEST_CASE("the Coreper vote of 26 November 2025: five are not in favour, and neither their number nor their share blocks", "[law][teu_16_4]") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const outcome = cod::evaluate(rule, cod::ballot{council}.against("CZ NL PL SK"_members).abstaining("IT"_members).others(cod::vote::in_favour));
  CHECK(outcome.adopted());
  CHECK(outcome.certain());
  CHECK(outcome.in_favour().size() == 22);
  // 2.42 + 13.23 + 4.01 + 8.33 + 1.21 percent of the protocol of 2025
  CHECK(outcome.blocking_minority().population == 2920);
  CHECK(council.figures().counted_in == cod::unit::hundredths_of_a_percent);
}
