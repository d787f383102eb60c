// SPDX-License-Identifier: BSL-1.0
#include <codecision/council/council.hpp>
#include <codecision/council/wording.hpp>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::counted;
using cod::unit;

TEST_CASE("a number is written with what it counts", "[council][wording]") {
  using cod::wording::amount;
  CHECK(amount(counted::members, unit::persons, 1) == "1 member");
  CHECK(amount(counted::weighted_votes, unit::persons, 260) == "260 weighted votes");
  CHECK(amount(counted::votes_cast, unit::persons, 361) == "361 votes");
  CHECK(amount(counted::population, unit::persons, 316'000'000) == "316 000 000 persons");
  CHECK(amount(counted::population, unit::hundredths_of_a_percent, 7081) == "70.81 %");
  CHECK(amount(counted::population, unit::hundredths_of_a_percent, -5) == "-0.05 %");
}

TEST_CASE("two shares differ by points, not by percent", "[council][wording]") {
  using cod::wording::difference;
  CHECK(difference(counted::population, unit::hundredths_of_a_percent, 580) == "5.80 points");
  CHECK(difference(counted::population, unit::persons, 580) == "580 persons");
  CHECK(difference(counted::members, unit::hundredths_of_a_percent, 2) == "2 members");
}

TEST_CASE("a share of a whole printed table is what the table prints, although its rows add up to 100.01", "[council][wording]") {
  auto const council = cod::council_on("2025-11-26"_date);
  REQUIRE(council.population_total() == 10'001);
  CHECK(cod::wording::share(council, 7081, {65, 100}) == "70.81 %");  // 7081 of 10001 would be 70.80 %
}

TEST_CASE("a share of people, or of a part of a printed table, is computed", "[council][wording]") {
  auto const toy = cod::electorate{{"DE"_ms, 83'000'000}, {"FR"_ms, 67'000'000}};
  CHECK(cod::wording::share(toy, 83'000'000, {65, 100}) == "55.33 %");  // 83 of 150
  auto const part = cod::council_on("2025-11-26"_date).only("DE FR"_members);
  CHECK(cod::wording::share(part, part.population("DE"_ms), {65, 100}) == "54.93 %");  // 18.49 of 18.49 + 15.17
}
