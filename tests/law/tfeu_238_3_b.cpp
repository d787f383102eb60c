// SPDX-License-Identifier: BSL-1.0
// TFEU 238(3)(b): 72 % of the participants and 65 % of their population, without any clause on blocking members.
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::smallest;
using cod::test::with_against;

namespace {
constexpr auto rule = cod::rules::reinforced_participants_majority();
}

TEST_CASE("the reinforced majority of the participants needs 18 of 25, 19 of 26, 15 of 20, 14 of 19 and 7 of 9", "[law][tfeu_238_3_b]") {
  STATIC_REQUIRE(rule.members_needed(25) == 18);
  STATIC_REQUIRE(rule.members_needed(26) == 19);
  STATIC_REQUIRE(rule.members_needed(20) == 15);
  STATIC_REQUIRE(rule.members_needed(19) == 14);
  STATIC_REQUIRE(rule.members_needed(9) == 7);
}

TEST_CASE("eighteen of 25 participants suffice, seventeen do not", "[law][tfeu_238_3_b]") {
  auto const council = cod::council_of_year(2024).without("DK IE"_members);
  CHECK(with_against(rule, council, smallest(7, council)).adopted());
  CHECK_FALSE(with_against(rule, council, smallest(8, council)).adopted());
}

TEST_CASE("no clause on blocking members stands in 238(3)(b): two members with more than 35 percent block", "[law][tfeu_238_3_b]") {
  auto const euro = cod::council_of_year(2024).only(cod::participation::euro_area);
  CHECK_FALSE(with_against(rule, euro, "DE FR"_members).adopted());
  CHECK(with_against(cod::rules::participants_majority(), euro, "DE FR"_members).adopted());
  CHECK_FALSE(rule.clause().exists());
  CHECK(cod::fewest_blocking_members(rule, euro).members == 2);
  CHECK(cod::fewest_blocking_members(rule, euro).reason == cod::blocking_reason::by_population);
}

TEST_CASE("without the United Kingdom, Germany, France and Italy blocked an Article 50 vote", "[law][tfeu_238_3_b]") {
  auto const council = cod::council_of_year(2014).without("UK"_members);
  auto const outcome = with_against(rule, council, "DE FR IT"_members);  // 24 of 20 needed, 53.41 %
  CHECK_FALSE(outcome.adopted());
  CHECK(outcome.criteria().find(cod::counted::members)->met());
}

TEST_CASE("an initiative of a quarter of the members in criminal matters needs 18 of the 25 who vote", "[law][tfeu_238_3_b]") {
  auto const rule_then = cod::catalogue({"TFEU 83(1)"}, cod::proposer::member_states, "2024-06-01"_date);
  CHECK(rule_then.name() == rule.name());
  CHECK(rule_then.members_needed(rule_then.council().size()) == 18);
}
