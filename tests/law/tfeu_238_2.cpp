// SPDX-License-Identifier: BSL-1.0
// TFEU 238(2): 72 % of the members and 65 % of the population where neither the Commission nor the High Representative proposes.
#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::smallest;
using cod::test::with_against;

namespace {
constexpr auto rule = cod::rules::reinforced_majority();
}

TEST_CASE("the reinforced majority needs 20 of 27 and 21 of 28 members", "[law][tfeu_238_2]") {
  STATIC_REQUIRE(rule.members_needed(27) == 20);
  STATIC_REQUIRE(rule.members_needed(28) == 21);
  STATIC_REQUIRE(rule.members_needed(25) == 18);  // 72 % of 25 is 18 exactly
}

TEST_CASE("twenty of 27 members suffice, nineteen do not", "[law][tfeu_238_2]") {
  auto const council = cod::council_of_year(2024);
  CHECK(with_against(rule, council, smallest(7, council)).adopted());
  CHECK_FALSE(with_against(rule, council, smallest(8, council)).adopted());
}

TEST_CASE("three large members can block a reinforced majority: the four-member clause stands in TEU 16(4) only", "[law][tfeu_238_2]") {
  auto const council = cod::council_of_year(2014);
  auto const outcome = with_against(rule, council, "DE FR UK"_members);
  CHECK_FALSE(outcome.adopted());
  CHECK_FALSE(outcome.deemed_attained());
  CHECK(outcome.blocking_minority().fewest == 0);
  CHECK(with_against(cod::rules::qualified_majority(), council, "DE FR UK"_members).adopted());
}

TEST_CASE("whoever reads the four-member clause into Article 238(2) can switch it on", "[law][tfeu_238_2][interpretation]") {
  auto const council = cod::council_of_year(2014);
  constexpr auto with_clause = cod::rules::reinforced_majority(cod::rules::four_member_clause::applied);
  CHECK(with_against(with_clause, council, "DE FR UK"_members).deemed_attained());
  CHECK_FALSE(with_against(with_clause, council, "DE FR UK MT"_members).adopted());
  CHECK(with_clause.clause().source->status == cod::support::interpretation);
}

TEST_CASE("an initiative of member states needs the reinforced majority, a proposal of the High Representative does not", "[law][tfeu_238_2]") {
  constexpr auto day = "2024-06-01"_date;
  CHECK(cod::catalogue({"TFEU 16(2)"}, cod::proposer::member_states, day).members_needed(27) == 20);
  CHECK(cod::catalogue({"TFEU 16(2)"}, cod::proposer::none, day).members_needed(27) == 20);
  CHECK(cod::catalogue({"TFEU 16(2)"}, cod::proposer::high_representative, day).members_needed(27) == 15);
  CHECK(cod::catalogue({"TFEU 16(2)"}, cod::proposer::commission, day).members_needed(27) == 15);
}

TEST_CASE("in a council in which some do not take part the reinforced majority is an error that names Article 238(3)(b)", "[law][tfeu_238_2]") {
  auto const council = cod::council_of_year(2024).without("DK"_members);
  auto const e = cod::test::caught([&] { static_cast<void>(with_against(rule, council, "HU"_members)); });
  CHECK(e.code() == cod::error_code::not_all_take_part);
  CHECK_THAT(e.advice(), cod::test::contains("238(3)(b)"));
}
