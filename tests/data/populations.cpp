// SPDX-License-Identifier: BSL-1.0
#include <codecision/data/membership.hpp>
#include <codecision/data/populations.hpp>

#include <cstdint>
#include <string>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using codecision::test::contains;

namespace {

constexpr std::int64_t sum(cod::population_table const& table, cod::member_set members) {
  std::int64_t total = 0;
  for (auto const state : members) total += table.of(state).number;
  return total;
}

constexpr cod::member_set members_in(cod::population_table const& table) {
  cod::member_set members;
  for (int i = 0; i < cod::member_state_count; ++i)
    if (auto const state = static_cast<cod::member_state>(i); table.has(state)) members.insert(state);
  return members;
}

std::string error_on(cod::date day) {
  try {
    (void)cod::population_table_on(day);
  } catch (cod::error const& e) {
    return e.code() == cod::error_code::no_population_table ? e.what() : "another error";
  }
  return "no error";
}

// 65 % of the Union of 2020 is the arithmetic that the README shows: 447 470 672 persons.
constexpr auto const& table_2020 = cod::population_table_on("2020-02-01"_date);
static_assert(table_2020.year == 2020);
static_assert(sum(table_2020, members_in(table_2020)) == 447'470'672);
static_assert(sum(cod::population_table_of_year(2025), members_in(cod::population_table_of_year(2025))) == 10'001);
static_assert(cod::find_population_table_on("2026-01-01"_date) == nullptr);
static_assert(cod::newest_population_table().counted_in == cod::unit::hundredths_of_a_percent);

}  // namespace

TEST_CASE("a day without a table is error COD-D203, which lists the years there are", "[data][populations]") {
  CHECK(error_on("2031-05-01"_date) ==
        "[COD-D203] no population table covers 2031-05-01\n"
        "  have : 2010-2014, 2016-2018, 2020, 2023-2025\n"
        "  try  : pass figures of your own (electorate), or name a year (council_of_year(2025))");
  for (auto const day : {"1958-01-01"_date, "2006-06-01"_date, "2009-11-30"_date, "2015-07-01"_date, "2019-07-01"_date,
                         "2021-07-01"_date, "2022-07-01"_date, "2026-01-01"_date})
    CHECK_THAT(error_on(day), contains("2010-2014, 2016-2018, 2020, 2023-2025"));
}

TEST_CASE("January 2020 has no table, and the error says from when that year has one", "[data][populations]") {
  CHECK_THAT(error_on("2020-01-31"_date),
             contains("have : 2010-2014, 2016-2018, 2020, 2023-2025 (2020 from 2020-02-01 on)"));
  CHECK(cod::population_table_on("2020-02-01"_date).year == 2020);
}

TEST_CASE("a year without a table is error COD-D203 as well", "[data][populations]") {
  for (int const year : {2009, 2015, 2019, 2021, 2022, 2026}) {
    INFO(year);
    CHECK_THROWS_WITH(cod::population_table_of_year(year),
                      contains("[COD-D203] no population table is known for the year " + std::to_string(year)) &&
                          contains("2010-2014, 2016-2018, 2020, 2023-2025"));
  }
  for (int const year : {2010, 2011, 2012, 2013, 2014, 2016, 2017, 2018, 2020, 2023, 2024, 2025})
    CHECK(cod::population_table_of_year(year).year == year);
}

TEST_CASE("the figures change with the year of the vote", "[data][populations]") {
  CHECK(cod::population_table_on("2009-12-01"_date).year == 2010);  // in force with the Treaty of Lisbon
  CHECK(cod::population_table_on("2010-12-31"_date).year == 2010);
  CHECK(cod::population_table_on("2011-01-01"_date).year == 2011);
  CHECK(cod::population_table_on("2024-12-31"_date).year == 2024);
  CHECK(cod::population_table_on("2025-01-01"_date).year == 2025);
  CHECK(cod::population_table_on("2025-12-31"_date).year == 2025);
}

TEST_CASE("every table has the members of its last day, and of 2013 Croatia too", "[data][populations]") {
  CHECK(cod::population_tables().size() == 12);
  for (auto const& table : cod::population_tables()) {
    INFO(table.year);
    CHECK(members_in(table) == cod::members_on(table.valid.to));
  }
  auto const& table = cod::population_table_on("2013-06-30"_date);
  CHECK(table.has("HR"_ms));  // joins on 1 July: membership says who counts before
  CHECK(members_in(table) - cod::members_on("2013-06-30"_date) == cod::member_set{"HR"_ms});
}

TEST_CASE("sums of the tables are those that were printed", "[data][populations]") {
  CHECK(sum(cod::population_table_of_year(2014), members_in(cod::population_table_of_year(2014))) == 505'572'500);
  CHECK(sum(cod::population_table_of_year(2016), members_in(cod::population_table_of_year(2016))) == 508'940'955);
  CHECK(cod::population_table_of_year(2016).printed_total == 508'940'955);
  // The 62 % lines were printed as well, in thousands with one decimal.
  auto const is_62_percent = [](std::int64_t whole, std::int64_t printed) {
    return 62 * whole >= 100 * (printed - 150) && 62 * whole <= 100 * (printed + 150);
  };
  struct line {
    int year;
    std::int64_t printed;
  };
  for (auto const& [year, printed] : {line{2010, 309'792'400}, line{2011, 310'676'100}, line{2012, 311'541'800},
                                      line{2013, 315'008'300}, line{2014, 313'455'000}}) {
    auto const& table = cod::population_table_of_year(year);
    CHECK(is_62_percent(sum(table, members_in(table)), printed));
  }
  auto const& table = cod::population_table_of_year(2013);
  CHECK(is_62_percent(sum(table, cod::members_on("2013-06-30"_date)), 312'281'400));
}

TEST_CASE("the table of 2025 is in hundredths of a percent and adds up to 100.01", "[data][populations]") {
  auto const& table = cod::population_table_on("2025-11-26"_date);
  struct share {
    cod::member_state state;
    int hundredths;
  };
  constexpr share printed[] = {{"DE"_ms, 1849}, {"FR"_ms, 1517}, {"IT"_ms, 1323}, {"ES"_ms, 1078}, {"PL"_ms, 833},
                               {"RO"_ms, 423},  {"NL"_ms, 401},  {"BE"_ms, 262},  {"CZ"_ms, 242},  {"PT"_ms, 236},
                               {"SE"_ms, 234},  {"EL"_ms, 231},  {"HU"_ms, 213},  {"AT"_ms, 202},  {"BG"_ms, 143},
                               {"DK"_ms, 132},  {"FI"_ms, 125},  {"SK"_ms, 121},  {"IE"_ms, 119},  {"HR"_ms, 86},
                               {"LT"_ms, 64},   {"SI"_ms, 47},   {"LV"_ms, 42},   {"EE"_ms, 30},   {"CY"_ms, 21},
                               {"LU"_ms, 15},   {"MT"_ms, 12}};
  for (auto const& [state, hundredths] : printed) {
    INFO(cod::code(state));
    CHECK(table.of(state) == cod::figure{hundredths, cod::unit::hundredths_of_a_percent, cod::grade::percent});
  }
  CHECK(sum(table, members_in(table)) == 10'001);
  CHECK(table.printed_total == 451'028'881);
  CHECK(table.printed_65 == 293'168'773);
  CHECK(table.resolution_thousandths == 5);
}

TEST_CASE("the first rows of the table of 2023 are those of the decision", "[data][populations]") {
  auto const& table = cod::population_table_on("2023-06-08"_date);
  struct row {
    cod::member_state state;
    std::int64_t persons;
  };
  constexpr row printed[] = {{"DE"_ms, 83'203'320}, {"FR"_ms, 67'842'582}, {"IT"_ms, 59'607'184},
                             {"ES"_ms, 47'432'805}, {"PL"_ms, 37'654'247}, {"RO"_ms, 19'038'098},
                             {"NL"_ms, 17'734'036}, {"BE"_ms, 11'631'136}, {"EL"_ms, 10'603'810},
                             {"CZ"_ms, 10'545'457}, {"SE"_ms, 10'440'000}, {"PT"_ms, 10'352'042}};
  for (auto const& [state, persons] : printed) {
    INFO(cod::code(state));
    CHECK(table.of(state) == cod::figure{persons, cod::unit::persons, cod::grade::official});
  }
  CHECK(table.cited().article == "(EU, Euratom) 2022/2518");
  CHECK(table.cited().status == cod::support::derived);  // other rows were reconstructed
}

TEST_CASE("each figure carries its own grade and source", "[data][populations]") {
  CHECK(cod::population_table_of_year(2014).of("DE"_ms).quality == cod::grade::official);
  CHECK(cod::population_table_of_year(2014).of("MT"_ms).quality == cod::grade::copy);
  CHECK(cod::population_table_of_year(2018).of("FI"_ms).quality == cod::grade::derived);
  CHECK(cod::population_table_of_year(2020).of("LU"_ms).quality == cod::grade::derived);
  CHECK(cod::population_table_of_year(2024).of("EL"_ms).quality == cod::grade::fitted);
  CHECK(cod::population_table_of_year(2024).quality == cod::grade::reconstructed);
  CHECK(cod::population_source(cod::population_table_of_year(2020), "LU"_ms) == "DERIVED-2020-LU");
  CHECK(cod::population_source(cod::population_table_of_year(2010), "BE"_ms) == "COPY-CORESIZE-2010");
}

TEST_CASE("only the tables of 2023, 2024 and 2025 are not exact to the person", "[data][populations]") {
  for (auto const& table : cod::population_tables()) {
    int const expected = table.year == 2023 ? 5 : table.year == 2024 ? 20 : table.year == 2025 ? 5 : 0;
    CHECK(table.resolution_thousandths == expected);
  }
}

TEST_CASE("a state without a figure in the table is error COD-D206", "[data][populations]") {
  CHECK_THROWS_WITH(cod::population_table_of_year(2020).of("UK"_ms),
                    contains("[COD-D206] the population table of 2020 has no figure for United Kingdom"));
  CHECK_THROWS_WITH(cod::population_table_of_year(2025).of("UA"_ms), contains("COD-D206"));
  CHECK_THROWS_WITH(cod::population_source(cod::population_table_of_year(2025), "UA"_ms), contains("COD-D206"));
  CHECK_FALSE(cod::population_table_of_year(2025).has("UA"_ms));
  CHECK_FALSE(cod::population_table_of_year(2012).has("HR"_ms));
}
