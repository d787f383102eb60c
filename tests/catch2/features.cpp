// SPDX-License-Identifier: BSL-1.0
// What the unit tests use of Catch2 and of tests/support/catch.hpp means the same in 2 and in 3.
#include <codecision/core/date.hpp>
#include <codecision/core/error.hpp>

#include "support/catch.hpp"

#include <stdexcept>
#include <string>

namespace cod = codecision;
namespace test = codecision::test;

TEST_CASE("the header for Catch2 knows which version it includes") {
#if CODECISION_CATCH2_MAJOR >= 3
  CHECK(CATCH_VERSION_MAJOR >= 3);
#else
  CHECK(CATCH_VERSION_MAJOR == 2);
#endif
}

TEST_CASE("words are matched in a text, at its begin and at its end, with their case") {
  std::string const text = "deemed attained";
  CHECK_THAT(text, test::contains("med att"));
  CHECK_THAT(text, test::starts_with("deemed"));
  CHECK_THAT(text, test::ends_with("attained"));
  CHECK_THAT(text, !test::contains("Deemed"));
  CHECK_THAT(text, !test::starts_with("attained"));
  CHECK_THAT(text, !test::ends_with("deemed"));
  REQUIRE_THAT(text, test::contains(""));
  CHECK_FALSE(test::contains("absent").match(text));
}

TEST_CASE("a number is near another within the margin that is asked for") {
  CHECK(1.05 == test::approx(1.0).margin(0.06));
  CHECK_FALSE(1.05 == test::approx(1.0).margin(0.04));
  REQUIRE_FALSE(1.05 == test::approx(1.0));
}

TEST_CASE("an error of the library is caught by its type and by its words") {
  CHECK_THROWS(cod::parse_date("2025-02-30"));
  CHECK_THROWS_AS(cod::parse_date("2025-02-30"), cod::error);
  CHECK_THROWS_WITH(cod::parse_date("2025-02-30"), test::starts_with("[COD-D201]"));
  CHECK_NOTHROW(cod::parse_date("2025-02-28"));
}

TEST_CASE("each section begins with the values of the test") {
  int begun = 0;
  ++begun;
  CAPTURE(begun);
  INFO("a section saw the values of another");
  SECTION("the first") { CHECK(begun++ == 1); }
  SECTION("the second") { CHECK(begun++ == 1); }
  if (begun != 2) FAIL_CHECK("no section ran");
  if (begun > 2) FAIL("two sections ran");
  SUCCEED();
}

TEST_CASE("what is known to the compiler is tested by it") {
  STATIC_REQUIRE(cod::label(cod::error_code::unknown_member) == "COD-M101");
  STATIC_REQUIRE_FALSE(cod::label(cod::error_code::unknown_member).empty());
}
