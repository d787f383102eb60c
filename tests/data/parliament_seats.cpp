// SPDX-License-Identifier: BSL-1.0
#include <codecision/data/membership.hpp>
#include <codecision/data/parliament_seats.hpp>

#include <string>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using codecision::test::contains;

namespace {
static_assert(cod::parliament_on("2024-07-16"_date).majority_of_component_members == 361);
static_assert(cod::parliament_on("2024-07-15"_date).majority_of_component_members == 353);
static_assert(cod::parliament_seats_of(cod::member_state::germany) == 96);
}  // namespace

TEST_CASE("the absolute majority in Parliament was 376, then 353, and is 361", "[data][parliament_seats]") {
  CHECK(cod::parliament_on("2020-01-31"_date).majority_of_component_members == 376);
  CHECK(cod::parliament_on("2020-02-01"_date).majority_of_component_members == 353);
  CHECK(cod::parliament_on("2024-07-15"_date).majority_of_component_members == 353);
  CHECK(cod::parliament_on("2024-07-16"_date).majority_of_component_members == 361);
}

TEST_CASE("Parliament grew from 410 seats to 785, and has 720", "[data][parliament_seats]") {
  struct known {
    cod::date day;
    int seats;
  };
  for (auto const& [day, seats] :
       {known{"1979-07-17"_date, 410}, known{"1981-01-01"_date, 434}, known{"1986-01-01"_date, 518},
        known{"1994-07-19"_date, 567}, known{"1995-01-01"_date, 626}, known{"2004-07-20"_date, 732},
        known{"2007-01-01"_date, 785}, known{"2009-07-14"_date, 736}, known{"2011-12-01"_date, 754},
        known{"2013-07-01"_date, 766}, known{"2014-07-01"_date, 751}, known{"2020-02-01"_date, 705},
        known{"2026-11-21"_date, 720}}) {
    INFO(cod::to_string(day));
    CHECK(cod::parliament_on(day).seats == seats);
    CHECK(cod::parliament_on(day).majority_of_component_members == seats / 2 + 1);
    CHECK(cod::parliament_on(day).valid.covers(day));
  }
}

TEST_CASE("seats that were not read in a source say so", "[data][parliament_seats]") {
  auto const then = cod::parliament_on("2004-06-01"_date);  // former observers sat until the end of the term
  CHECK(then.seats == 788);
  CHECK(then.source.status == cod::support::from_memory);
  CHECK(cod::parliament_on("2010-01-01"_date).source.status == cod::support::confirmed);
}

TEST_CASE("the seats of the states in the term 2024-2029 add up to 720", "[data][parliament_seats]") {
  int total = 0;
  for (auto const state : cod::members_on("2024-07-16"_date)) {
    INFO(cod::code(state));
    auto const seats = cod::parliament_seats_of(state);
    CHECK(seats >= 6);
    CHECK(seats <= 96);
    total += seats;
  }
  CHECK(total == 720);
  CHECK(cod::parliament_seats_of("UK"_ms) == 0);
  CHECK(cod::parliament_seats_of("UA"_ms) == 0);
}

TEST_CASE("a day before the first elected Parliament is error COD-D205", "[data][parliament_seats]") {
  CHECK_THROWS_WITH(
      cod::parliament_on("1979-07-16"_date),
      contains("[COD-D205] no seats of the European Parliament are known for 1979-07-16") && contains("1979-07-17"));
}
