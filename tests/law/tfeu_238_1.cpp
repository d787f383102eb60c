// SPDX-License-Identifier: BSL-1.0
// TFEU 238(1): a simple majority is a majority of the component members. EEC 148(1): it was the default before Lisbon.
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::first;
using cod::test::with_in_favour;

namespace {
constexpr auto rule = cod::rules::simple_majority();
}

TEST_CASE("a simple majority is 14 of 27 and 15 of 28", "[law][tfeu_238_1]") {
  STATIC_REQUIRE(rule.members_needed(27) == 14);
  STATIC_REQUIRE(rule.members_needed(28) == 15);
  STATIC_REQUIRE(rule.members_needed(26) == 14);  // half of an even number is not a majority
}

TEST_CASE("fourteen members in favour carry, thirteen do not", "[law][tfeu_238_1]") {
  auto const council = cod::council_on("2025-11-26"_date);
  CHECK(with_in_favour(rule, council, first(14, council)).adopted());
  CHECK_FALSE(with_in_favour(rule, council, first(13, council)).adopted());
}

TEST_CASE("the majority is of the component members, not of those who vote: 13 for, 1 against and 13 abstaining do not carry", "[law][tfeu_238_1]") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const ballot = cod::ballot{council}.in_favour(first(13, council)).against("SE"_members).others(cod::vote::abstain);
  CHECK_FALSE(cod::evaluate(rule, ballot).adopted());
}

TEST_CASE("nor is it a majority of those present: thirteen of fourteen present do not carry", "[law][tfeu_238_1]") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const ballot = cod::ballot{council}.in_favour(first(13, council)).against("SE"_members).others(cod::vote::absent);
  auto const outcome = cod::evaluate(rule, ballot);
  CHECK(outcome.quorum().met());
  CHECK_FALSE(outcome.adopted());
}

TEST_CASE("population plays no part: the fourteen smallest members carry", "[law][tfeu_238_1]") {
  auto const council = cod::council_of_year(2024);
  CHECK(with_in_favour(rule, council, cod::test::smallest(14, council)).adopted());
}

TEST_CASE("a simple majority needs no figures, so it works on every day since 1958", "[law][tfeu_238_1][eec_148]") {
  auto const council = cod::council_on("1965-07-01"_date);
  CHECK_FALSE(council.has_population());
  CHECK(with_in_favour(rule, council, "BE IT LU NL"_members).adopted());  // four of six
  CHECK_FALSE(with_in_favour(rule, council, "DE FR IT"_members).adopted());
}

TEST_CASE("before Lisbon the default rule was the simple majority, since then it is the qualified one", "[law][tfeu_238_1][eec_148]") {
  CHECK(cod::catalogue({"EEC 148(1)"}, cod::proposer::commission, "1980-01-01"_date).name() == rule.name());
  CHECK(cod::catalogue({"EC 205(1)"}, cod::proposer::commission, "2005-01-01"_date).name() == rule.name());
  CHECK(cod::catalogue({"TEU 16(3)"}, cod::proposer::commission, "2020-06-01"_date).name() == cod::rules::qualified_majority().name());
}
