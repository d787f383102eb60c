// SPDX-License-Identifier: BSL-1.0
// Numbers of scenarios: every combination once, in an order that nested loops would give.
#include <codecision/simulate/grid.hpp>

#include "support/catch.hpp"

#include <cstdint>
#include <string>

namespace simulate = codecision::simulate;
namespace test = codecision::test;

TEST_CASE("scenarios are numbered as nested loops visit them, the last axis fastest", "[grid]") {
  simulate::grid const g{3, 1, 4, 2};
  std::uint64_t job = 0;
  for (std::uint64_t a = 0; a < 3; ++a)
    for (std::uint64_t c = 0; c < 4; ++c)
      for (std::uint64_t d = 0; d < 2; ++d, ++job) {
        CHECK(g.number({a, 0, c, d}) == job);
        CHECK(g[job] == simulate::grid::place{a, 0, c, d});
      }
  CHECK(job == 24);
  CHECK(g.size() == 24);
  CHECK(g.axes() == 4);
}

TEST_CASE("nine candidates have 512 subsets, and the number of a subset has a bit for each that joins", "[grid]") {
  STATIC_REQUIRE(simulate::subsets_of(9) == 512);
  STATIC_REQUIRE(simulate::subsets_of(0) == 1);
  simulate::grid const g{2, simulate::subsets_of(3)};
  CHECK(g[8 + 5][1] == 0b101);
}

TEST_CASE("a grid can be asked in a constant expression", "[grid]") {
  constexpr simulate::grid g{7, 3, 512};
  STATIC_REQUIRE(g.size() == 10752);
  STATIC_REQUIRE(g[10751] == simulate::grid::place{6, 2, 511});
  STATIC_REQUIRE(g.values_on(2) == 512);
  STATIC_REQUIRE(g.values_on(3) == 0);
}

TEST_CASE("a grid of 2^63 scenarios is numbered to its end, and one more value is too many", "[grid]") {
  auto const half = std::uint64_t{1} << 62u;
  simulate::grid const g{2, half};
  CHECK(g.size() == std::uint64_t{1} << 63u);
  CHECK(g[g.size() - 1] == simulate::grid::place{1, half - 1});
  CHECK(g.number({1, half - 1}) == g.size() - 1);
  CHECK_THROWS_WITH((simulate::grid{2, half + 1}), test::starts_with("[COD-F005]") && test::contains("2^63"));
  CHECK_THROWS_WITH((simulate::grid{3, half}), test::starts_with("[COD-F005]"));
  CHECK_NOTHROW(simulate::subsets_of(62));
  CHECK_THROWS_WITH(simulate::subsets_of(63), test::starts_with("[COD-F005]"));
}

TEST_CASE("an axis without values, no axis and nine axes make no grid", "[grid]") {
  CHECK_THROWS_WITH((simulate::grid{3, 0}), test::starts_with("[COD-F005] axis 1 of the grid has no values"));
  CHECK_THROWS_WITH((simulate::grid(std::initializer_list<std::uint64_t>{})), test::starts_with("[COD-F005]"));
  CHECK_NOTHROW(simulate::grid{2, 2, 2, 2, 2, 2, 2, 2});
  CHECK_THROWS_WITH((simulate::grid{2, 2, 2, 2, 2, 2, 2, 2, 2}), test::starts_with("[COD-F005]"));
}

TEST_CASE("what is not on the grid is an error that says what is", "[grid]") {
  simulate::grid const g{3, 4};
  CHECK_NOTHROW(g[11]);
  CHECK_THROWS_WITH(g[12], test::starts_with("[COD-F005]") && test::contains("from 0 to 11"));
  CHECK_THROWS_WITH(g.number({2, 4}), test::starts_with("[COD-F005]") && test::contains("axis 1") && test::contains("from 0 to 3"));
  CHECK_THROWS_WITH(g.number({2}), test::starts_with("[COD-F005]") && test::contains("2 values"));
  CHECK_THROWS_WITH(g.number({2, 3, 0}), test::starts_with("[COD-F005]"));
}
