// SPDX-License-Identifier: BSL-1.0
// TFEU 238(3)(a): the qualified majority of the participants; to block takes k + 1 members.
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

constexpr auto rule = cod::rules::participants_majority();

cod::electorate euro_area_of(int year) { return cod::council_of_year(year).only(cod::participation::euro_area); }

}  // namespace

TEST_CASE("of the participants 55 percent are needed and there is no floor of fifteen: 14 of 25, 12 of 21, 11 of 20, 11 of 19, 5 of 9",
          "[law][tfeu_238_3_a]") {
  STATIC_REQUIRE(rule.members_needed(26) == 15);
  STATIC_REQUIRE(rule.members_needed(25) == 14);
  STATIC_REQUIRE(rule.members_needed(21) == 12);
  STATIC_REQUIRE(rule.members_needed(20) == 11);  // 55 % of 20 is 11 exactly
  STATIC_REQUIRE(rule.members_needed(19) == 11);
  STATIC_REQUIRE(rule.members_needed(9) == 5);
}

TEST_CASE("eleven of the twenty euro members of 2024 suffice, ten do not", "[law][tfeu_238_3_a]") {
  auto const council = euro_area_of(2024);
  REQUIRE(council.size() == 20);
  CHECK(with_against(rule, council, smallest(9, council)).adopted());
  CHECK_FALSE(with_against(rule, council, smallest(10, council)).adopted());
}

TEST_CASE("in the euro area Germany and France exceed 35 percent, so k is 2 and three members are needed to block", "[law][tfeu_238_3_a]") {
  for (int const year : {2014, 2020, 2023, 2024}) {
    auto const size = cod::fewest_blocking_members(rule, euro_area_of(year));
    INFO(year);
    CHECK(size.members == 3);
    CHECK(size.fewest_above == 2);
    CHECK(size.largest == "DE FR"_members);
    CHECK(size.reason == cod::blocking_reason::fewest_above_share_plus_one);
  }
}

TEST_CASE("two opponents in the euro area never block, whatever their size", "[law][tfeu_238_3_a]") {
  auto const council = euro_area_of(2014);  // eighteen members
  REQUIRE(council.size() == 18);
  auto const outcome = with_against(rule, council, "DE FR"_members);  // 56.13 % in favour
  CHECK(outcome.adopted());
  CHECK(outcome.deemed_attained());
  CHECK_FALSE(outcome.criteria().find(cod::counted::population)->met());
}

TEST_CASE("three opponents in the euro area do block when they have more than 35 percent: four would be the wrong number here",
          "[law][tfeu_238_3_a]") {
  auto const outcome = with_against(rule, euro_area_of(2014), "DE FR MT"_members);
  CHECK_FALSE(outcome.adopted());
  CHECK(outcome.blocking_minority().fewest == 3);
  CHECK(outcome.blocking_minority().fewest_above == 2);
}

TEST_CASE("without Denmark, Ireland and the United Kingdom k is 3, so four are needed to block, as in TEU 16(4)", "[law][tfeu_238_3_a]") {
  auto const council = cod::council_of_year(2014).without("DK IE UK"_members);
  REQUIRE(council.size() == 25);
  CHECK(cod::fewest_blocking_members(rule, council).members == 4);
  CHECK(with_against(rule, council, "DE FR IT"_members).deemed_attained());
  CHECK_FALSE(with_against(rule, council, "DE FR IT LU"_members).adopted());
}

TEST_CASE("the share is of the participants' population: an act passes in the euro area that would fail in the Union", "[law][tfeu_238_3_a]") {
  auto const euro = euro_area_of(2024);
  auto const sixty_five = cod::population_needed(rule, euro);
  CHECK(sixty_five == (65 * euro.population_total() + 99) / 100);
  CHECK(sixty_five < cod::population_needed(cod::rules::qualified_majority(), cod::council_of_year(2024)));
}

TEST_CASE("exactly 65 percent of the participants' population suffice, one person fewer does not", "[law][tfeu_238_3_a]") {
  // Nine members: five of 130 persons have 65 % of 1000, the other four share 350.
  auto const council = toy_council(5, 130).with("EE"_ms, 90).with("IE"_ms, 90).with("EL"_ms, 90).with("ES"_ms, 80);
  CHECK(with_in_favour(rule, council, first(5, council)).adopted());
  auto const heavier = council.without("ES"_members).with("ES"_ms, 81);
  CHECK_FALSE(with_in_favour(rule, heavier, first(5, heavier)).adopted());
}

TEST_CASE("in an enhanced cooperation of nine with Germany and France two cannot block and three can", "[law][tfeu_238_3_a]") {
  auto const nine = cod::council_of_year(2023).only("BE DE FR IT ES LU AT PT FI"_members);
  CHECK(with_against(rule, nine, "DE FR"_members).deemed_attained());
  CHECK_FALSE(with_against(rule, nine, "DE FR LU"_members).adopted());
}

TEST_CASE("more than 35 percent is strict: members with exactly 35 percent are not enough for k", "[law][tfeu_238_3_a]") {
  // Of 1000 persons one member has 350; with the next it is more.
  auto council = cod::electorate{{"DE"_ms, 350}};
  for (int i = 5; i < 15; ++i) council = council.with(static_cast<cod::member_state>(i), 65);
  REQUIRE(council.population_total() == 1000);
  CHECK(cod::fewest_blocking_members(rule, council).fewest_above == 2);
  auto const larger = council.without("IE"_members).with("IE"_ms, 64).without("DE"_members).with("DE"_ms, 351);
  REQUIRE(larger.population_total() == 1000);
  CHECK(cod::fewest_blocking_members(rule, larger).fewest_above == 1);
}

TEST_CASE("read to the letter, a group of three adopts with one in favour; from nine members on that cannot happen", "[law][tfeu_238_3_a]") {
  auto const three = toy_council(3, 100);  // k = 2: two opponents are not enough
  auto const outcome = with_in_favour(rule, three, first(1, three));
  CHECK(outcome.adopted());
  CHECK_FALSE(outcome.criteria().find(cod::counted::members)->met());
  for (int n = 9; n <= 27; ++n) {
    auto const council = toy_council(n, 100);
    INFO(n);
    CHECK_FALSE(with_in_favour(rule, council, first(rule.members_needed(n) - 1, council)).adopted());
  }
}
