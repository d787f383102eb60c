// SPDX-License-Identifier: BSL-1.0
// TEU 31(1): constructive abstention stops a decision when a third of the States with a third of the population declare it.
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::smallest;
using cod::test::toy_council;

namespace {
constexpr auto rule = cod::rules::constructive_abstention();
bool adopted_with_formal_abstention(cod::electorate const& council, cod::member_set who) {
  return cod::evaluate(rule, cod::ballot{council}.abstaining_formally(who).others(cod::vote::in_favour)).adopted();
}
}  // namespace

TEST_CASE("nine of 27 States with more than a third of the population stop a decision in foreign policy", "[law][teu_31_1]") {
  auto const council = cod::council_of_year(2024);
  CHECK_FALSE(adopted_with_formal_abstention(council, "DE FR IT EE CY LV LU MT SI"_members));
}

TEST_CASE("eight large States are too few, however many people they have", "[law][teu_31_1]") {
  CHECK(adopted_with_formal_abstention(cod::council_of_year(2024), "DE FR IT ES PL RO NL BE"_members));
}

TEST_CASE("nine small States have too few people", "[law][teu_31_1]") {
  auto const council = cod::council_of_year(2024);
  CHECK(adopted_with_formal_abstention(council, smallest(9, council)));
  CHECK(adopted_with_formal_abstention(council, smallest(18, council)));  // two thirds of the States, not a third of the people
}

TEST_CASE("exactly a third of the States with exactly a third of the population is enough to stop it", "[law][teu_31_1]") {
  auto const council = toy_council(27, 100);
  CHECK_FALSE(adopted_with_formal_abstention(council, cod::test::first(9, council)));
  CHECK(adopted_with_formal_abstention(council, cod::test::first(8, council)));
  // The same nine with one person less than a third of the population.
  auto const lighter = council.without("BE"_members).with("BE"_ms, 99);
  CHECK(adopted_with_formal_abstention(lighter, "BE"_members | (cod::test::first(9, council) - "BE"_members)));
}

TEST_CASE("with 28 members it takes ten States, because nine are less than a third", "[law][teu_31_1]") {
  auto const council = toy_council(28, 100);
  CHECK(adopted_with_formal_abstention(council, cod::test::first(9, council)));
  CHECK_FALSE(adopted_with_formal_abstention(council, cod::test::first(10, council)));
}

TEST_CASE("an ordinary abstention, without the declaration, stops nothing", "[law][teu_31_1]") {
  auto const council = cod::council_of_year(2024);
  auto const ballot = cod::ballot{council}.abstaining("DE FR IT EE CY LV LU MT SI"_members).others(cod::vote::in_favour);
  CHECK(cod::evaluate(rule, ballot).adopted());
}

TEST_CASE("a single vote against stops it, as under unanimity", "[law][teu_31_1]") {
  auto const ballot = cod::ballot{cod::council_of_year(2024)}.against("MT"_members).others(cod::vote::in_favour);
  CHECK_FALSE(cod::evaluate(rule, ballot).adopted());
}

TEST_CASE("a decision on sanctions stands on the rule with constructive abstention", "[law][teu_31_1]") {
  CHECK(cod::catalogue({"TEU 29"}, cod::proposer::none, "2024-06-01"_date).name() == rule.name());
}
