// SPDX-License-Identifier: BSL-1.0
#include <codecision/core/figure.hpp>
#include <codecision/core/ratio.hpp>

#include "support/catch.hpp"

namespace cod = codecision;

// 65 % of 447 470 672 is 290 855 936.8: one person fewer than 290 855 937 is not enough.
static_assert(cod::smallest_at_least({65, 100}, 447'470'672) == 290'855'937);
static_assert(cod::at_least(290'855'937, {65, 100}, 447'470'672) && !cod::at_least(290'855'936, {65, 100}, 447'470'672));
static_assert(cod::smallest_more_than({1, 2}, 27) == 14 && cod::smallest_more_than({1, 2}, 28) == 15);

TEST_CASE("a share that comes out even is reached, but not exceeded", "[core][ratio]") {
  CHECK(cod::smallest_at_least({72, 100}, 25) == 18);
  CHECK(cod::at_least(18, {72, 100}, 25));
  CHECK_FALSE(cod::more_than(18, {72, 100}, 25));
  CHECK(cod::smallest_more_than({72, 100}, 25) == 19);
}

TEST_CASE("the smallest number that reaches a share does reach it, and one fewer does not", "[core][ratio]") {
  for (std::int64_t whole = 1; whole <= 200; ++whole)
    for (std::int64_t percent = 1; percent <= 100; ++percent) {
      auto const least = cod::smallest_at_least({percent, 100}, whole);
      auto const above = cod::smallest_more_than({percent, 100}, whole);
      if (!cod::at_least(least, {percent, 100}, whole) || cod::at_least(least - 1, {percent, 100}, whole)) FAIL(whole << " " << percent);
      if (!cod::more_than(above, {percent, 100}, whole) || cod::more_than(above - 1, {percent, 100}, whole)) FAIL(whole << " " << percent);
    }
}

TEST_CASE("the largest figure that is allowed does not overflow", "[core][ratio]") {
  CHECK(cod::smallest_at_least({9000, 9000}, cod::largest_figure) == cod::largest_figure);
  CHECK(cod::at_least(cod::largest_figure, {9000, 9000}, cod::largest_figure));
}

TEST_CASE("a sum of figures is as good as the weakest of them", "[core][figure]") {
  STATIC_REQUIRE(cod::weaker(cod::grade::official, cod::grade::percent) == cod::grade::percent);
  STATIC_REQUIRE(cod::weaker(cod::grade::fitted, cod::grade::eurostat) == cod::grade::fitted);
  STATIC_REQUIRE(cod::weaker(cod::grade::copy, cod::grade::copy) == cod::grade::copy);
  CHECK(cod::name(cod::grade::given) == "given by the caller");
}
