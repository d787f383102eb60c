// SPDX-License-Identifier: BSL-1.0
#include <codecision/core/date.hpp>
#include <codecision/core/dated.hpp>

#include <array>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

static_assert("2024-02-29"_date == cod::make_date(2024, 2, 29));
static_assert("2025-11-25"_date < "2025-11-26"_date);
static_assert(cod::year_of("1958-01-01"_date) == 1958);
static_assert(cod::is_a_day(2000, 2, 29) && !cod::is_a_day(1900, 2, 29) && !cod::is_a_day(2025, 2, 29));
static_assert(cod::open_end() > "9999-12-31"_date);

TEST_CASE("the calendar knows leap years: 2024 and 2000 have a 29 February, 2025 and 1900 do not", "[core][date]") {
  CHECK(cod::is_a_day("2024-02-29"));
  CHECK(cod::is_a_day("2000-02-29"));
  CHECK_FALSE(cod::is_a_day("2025-02-29"));
  CHECK_FALSE(cod::is_a_day("1900-02-29"));
}

TEST_CASE("the years 1400 to 9999 can be named, and no others", "[core][date]") {
  CHECK(cod::is_a_day("1400-01-01"));
  CHECK(cod::is_a_day("9999-12-31"));
  CHECK_FALSE(cod::is_a_day("1399-12-31"));
  CHECK_FALSE(cod::is_a_day(10'000, 1, 1));
}

TEST_CASE("a day is written as year, month and day, and nothing else is read as one", "[core][date]") {
  for (auto const* text : {"", "2025", "2025-11", "2025-11-26 ", " 2025-11-26", "2025/11/26", "26-11-2025", "2025-11-2x", "2025-1a-26", "-025-11-26",
                           "2025-00-26", "2025-13-26", "2025-11-00", "2025-11-31", "2025-+1-26", "20251126"}) {
    INFO("'" << text << "'");
    CHECK_FALSE(cod::is_a_day(text));
    auto const e = cod::test::caught([&] { static_cast<void>(cod::parse_date(text)); });
    CHECK(e.code() == cod::error_code::no_such_day);
    CHECK_THAT(e.message(), cod::test::contains(text));
  }
}

TEST_CASE("a day that is written can be read again", "[core][date]") {
  for (auto const* text : {"1400-01-01", "1958-01-01", "2004-05-01", "2024-02-29", "2025-11-26", "9999-12-31"})
    CHECK(cod::to_string(cod::parse_date(text)) == text);
  CHECK(cod::to_string(cod::open_end()) == "open");
}

TEST_CASE("the same day can be named in numbers, and a wrong one is an error that repeats them", "[core][date]") {
  CHECK(cod::make_date(2025, 11, 26) == "2025-11-26"_date);
  auto const e = cod::test::caught([] { static_cast<void>(cod::make_date(2025, 2, 30)); });
  CHECK(e.code() == cod::error_code::no_such_day);
  CHECK_THAT(e.message(), cod::test::contains("2025-2-30"));
}

TEST_CASE("Boost's own arithmetic works on a day", "[core][date]") {
  CHECK("2025-11-26"_date - "2025-11-12"_date == boost::gregorian::days{14});
  CHECK("2025-11-26"_date.day_of_week() == boost::date_time::Wednesday);
}

namespace {
struct entry {
  cod::validity valid;
  int value;
};
constexpr std::array table{entry{{"2000-01-01"_date, "2000-12-31"_date}, 1}, entry{{"2002-01-01"_date, cod::open_end()}, 2}};
}  // namespace

TEST_CASE("an entry holds on its first day and on its last, and not a day earlier or later", "[core][dated]") {
  CHECK(cod::find_on(table, "1999-12-31"_date) == nullptr);
  CHECK(cod::find_on(table, "2000-01-01"_date)->value == 1);
  CHECK(cod::find_on(table, "2000-12-31"_date)->value == 1);
  CHECK(cod::find_on(table, "2001-06-01"_date) == nullptr);
  CHECK(cod::find_on(table, "2002-01-01"_date)->value == 2);
}

TEST_CASE("an entry without an end holds on every later day", "[core][dated]") {
  static_assert(cod::find_on(table, "9999-12-31"_date)->value == 2);
  CHECK(cod::find_on(table, "9999-12-31"_date)->value == 2);
}

TEST_CASE("a date without a value, or without end, is no day: no entry holds on it", "[core][dated]") {
  CHECK(cod::find_on(table, cod::date{}) == nullptr);
  CHECK(cod::find_on(table, cod::open_end()) == nullptr);
  CHECK(cod::to_string(cod::date{}) == "no day");
}
