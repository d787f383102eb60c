// SPDX-License-Identifier: BSL-1.0
// TFEU 231, 294(7), 314(7) and 354: the majorities of the European Parliament.
#include <codecision/codecision.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
constexpr bool carried(cod::rule const& rule, int in_favour, int against, int abstaining, int seats = 720) {
  return cod::evaluate(rule, cod::parliament_tally{in_favour, against, abstaining, seats}).carried;
}
constexpr auto votes_cast = cod::rules::majority_of_votes_cast();
constexpr auto component_members = cod::rules::majority_of_component_members();
constexpr auto two_thirds = cod::rules::two_thirds_majority();
constexpr auto three_fifths = cod::rules::three_fifths_majority();
}  // namespace

TEST_CASE("by default more votes for than against carry, however few they are", "[law][tfeu_231]") {
  STATIC_REQUIRE(carried(votes_cast, 301, 300, 0));
  STATIC_REQUIRE(carried(votes_cast, 2, 1, 0));
  STATIC_REQUIRE_FALSE(carried(votes_cast, 300, 301, 0));
}

TEST_CASE("a tie of 300 to 300 does not carry", "[law][tfeu_231]") { STATIC_REQUIRE_FALSE(carried(votes_cast, 300, 300, 0)); }

TEST_CASE("abstentions are not votes cast: 10 for, 9 against and 600 abstaining carry", "[law][tfeu_231]") {
  STATIC_REQUIRE(carried(votes_cast, 10, 9, 600));
  CHECK(cod::evaluate(votes_cast, {10, 9, 600, 720}).criteria[0].of == 19);
}

TEST_CASE("nothing cast carries nothing", "[law][tfeu_231]") {
  STATIC_REQUIRE_FALSE(carried(votes_cast, 0, 0, 720));
  STATIC_REQUIRE_FALSE(carried(votes_cast, 0, 0, 0));
}

TEST_CASE("a majority of the component members is 361 of 720, 353 of 705, 376 of 751 and 369 of 736", "[law][tfeu_294_7]") {
  struct seats_and_majority { int seats, needed; };
  for (auto const [seats, needed] : {seats_and_majority{720, 361}, {705, 353}, {751, 376}, {736, 369}}) {
    INFO(seats);
    CHECK(carried(component_members, needed, 0, 0, seats));
    CHECK_FALSE(carried(component_members, needed - 1, 0, 0, seats));
  }
}

TEST_CASE("it counts seats, not those present: 360 for and nobody against is no majority of 720", "[law][tfeu_294_7]") {
  STATIC_REQUIRE_FALSE(carried(component_members, 360, 0, 0));
}

TEST_CASE("an amendment at second reading with more votes for than against but below 361 fails", "[law][tfeu_294_7]") {
  STATIC_REQUIRE(carried(votes_cast, 340, 250, 30));
  STATIC_REQUIRE_FALSE(carried(component_members, 340, 250, 30));
}

TEST_CASE("censure needs two thirds of the votes cast and a majority of the component members", "[law][tfeu_354]") {
  STATIC_REQUIRE_FALSE(carried(two_thirds, 300, 100, 0));  // three quarters of the votes cast, but fewer than 361
  STATIC_REQUIRE_FALSE(carried(two_thirds, 361, 181, 0));  // two thirds of 542 are 361.33
  STATIC_REQUIRE(carried(two_thirds, 361, 180, 0));        // two thirds of 541 are 360.67
  STATIC_REQUIRE(carried(two_thirds, 400, 200, 120));      // exactly two thirds
  STATIC_REQUIRE_FALSE(carried(two_thirds, 400, 201, 119));
}

TEST_CASE("against the Council's no on the budget Parliament needs three fifths of the votes cast and 361", "[law][tfeu_314_7]") {
  STATIC_REQUIRE(carried(three_fifths, 361, 240, 0));        // three fifths of 601 are 360.6
  STATIC_REQUIRE_FALSE(carried(three_fifths, 361, 241, 0));  // three fifths of 602 are 361.2
  STATIC_REQUIRE_FALSE(carried(three_fifths, 360, 0, 0));
  STATIC_REQUIRE(carried(three_fifths, 390, 260, 70));  // exactly three fifths
}

TEST_CASE("the seats of the day decide: 376 before February 2020, 353 from then, 361 since July 2024", "[law][tfeu_294_7]") {
  CHECK(cod::parliament_on("2020-01-31"_date).majority_of_component_members == 376);
  CHECK(cod::parliament_on("2020-02-01"_date).majority_of_component_members == 353);
  CHECK(cod::parliament_on("2024-07-16"_date).majority_of_component_members == 361);
}

TEST_CASE("more votes than seats, or fewer than none, are an error", "[law][tfeu_231]") {
  for (auto const tally : {cod::parliament_tally{700, 20, 1, 720}, {-1, 2, 0, 720}, {1, 0, -1, 720}, {0, 0, 0, 0}}) {
    auto const e = cod::test::caught([&] { static_cast<void>(cod::evaluate(votes_cast, tally)); });
    CHECK(e.code() == cod::error_code::more_votes_than_seats);
  }
  CHECK(carried(votes_cast, 700, 20, 0));
}

TEST_CASE("Parliament does not count populations, and the Council does not count votes cast", "[law][tfeu_231]") {
  auto const in_parliament = cod::test::caught([] { static_cast<void>(cod::evaluate(cod::rules::qualified_majority(), cod::parliament_tally{1, 0, 0, 720})); });
  CHECK(in_parliament.code() == cod::error_code::wrong_body);
  auto const in_council = cod::test::caught([] {
    static_cast<void>(cod::evaluate(votes_cast, cod::ballot{cod::council_of_year(2024)}.others(cod::vote::in_favour)));
  });
  CHECK(in_council.code() == cod::error_code::wrong_body);
}
