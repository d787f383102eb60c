// SPDX-License-Identifier: BSL-1.0
#include <codecision/council/council.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

constexpr auto council_of_2020 = cod::council_of_year(2020);
static_assert(council_of_2020.size() == 27);
static_assert(council_of_2020.population_total() == 447'470'672);

TEST_CASE("the Council has 6, 9, 10, 12, 15, 25, 27, 28 and again 27 members", "[council][council_on]") {
  struct size_on { cod::date day; int members; };
  for (auto const& s : {size_on{"1958-01-01"_date, 6}, {"1972-12-31"_date, 6}, {"1973-01-01"_date, 9}, {"1981-01-01"_date, 10}, {"1986-01-01"_date, 12},
                        {"1995-01-01"_date, 15}, {"2004-05-01"_date, 25}, {"2007-01-01"_date, 27}, {"2013-07-01"_date, 28}, {"2020-02-01"_date, 27}}) {
    INFO(cod::to_string(s.day));
    CHECK(cod::council_without_figures_on(s.day).size() == s.members);
  }
}

TEST_CASE("before December 2009 a council has weighted votes and no populations", "[council][council_on]") {
  auto const council = cod::council_on("2009-11-30"_date);
  CHECK_FALSE(council.has_population());
  CHECK(council.votes(council.members()) == 345);
  CHECK(cod::council_on("2009-12-01"_date).has_population());
}

TEST_CASE("weighted votes are there until 31 March 2017 and gone on 1 April", "[council][council_on]") {
  CHECK(cod::council_on("2017-03-31"_date).weights() == cod::regime::twenty_eight_nice);
  CHECK_FALSE(cod::council_on("2017-04-01"_date).has_votes());
}

TEST_CASE("a day before 1958 has no Council", "[council][council_on]") {
  auto const e = cod::test::caught([] { static_cast<void>(cod::council_on("1957-12-31"_date)); });
  CHECK(e.code() == cod::error_code::no_membership);
}

TEST_CASE("beyond the newest table the error lists the years there are and what to try", "[council][council_on]") {
  auto const e = cod::test::caught([] { static_cast<void>(cod::council_on("2031-05-01"_date)); });
  CHECK(e.code() == cod::error_code::no_population_table);
  CHECK(e.message() == "no population table covers 2031-05-01");
  CHECK_THAT(e.have(), cod::test::contains("2010-2014, 2016-2018, 2020, 2023-2025"));
  CHECK_THAT(e.advice(), cod::test::contains("council_of_year(2025)"));
}

TEST_CASE("the year of another table may stand in if the caller says so, and a year without a table may not", "[council][council_on]") {
  CHECK(cod::council_on("2022-05-11"_date, 2023).population_total() == cod::council_of_year(2023).population_total());
  CHECK(cod::test::caught([] { static_cast<void>(cod::council_on("2022-05-11"_date, 2022)); }).code() == cod::error_code::no_population_table);
}

TEST_CASE("a table that lacks a member of the day cannot stand in", "[council][council_on]") {
  // Croatia, a member since July 2013, is not in the table of 2012.
  auto const e = cod::test::caught([] { static_cast<void>(cod::council_on("2015-06-01"_date, 2012)); });
  CHECK(e.code() == cod::error_code::no_population_figures);
  CHECK_THAT(e.message(), cod::test::contains("Croatia"));
}

TEST_CASE("the figures say from which decision and how good they are", "[council][council_on]") {
  auto const council = cod::council_of_year(2024);
  auto const& figures = council.figures();
  CHECK(figures.year == 2024);
  CHECK(figures.resolution_thousandths == 20);  // 0.02 points
  CHECK_THAT(std::string{figures.decision.article}, cod::test::contains("2023/2827"));
  CHECK(cod::council_of_year(2025).figures().table_sum == 10'001);
  CHECK(cod::council_of_year(2025).figures().whole_in_persons == 451'028'881);
}

TEST_CASE("a date without a value, or without end, is no day: nobody is a member on it, and nobody meets", "[council][council_on]") {
  for (auto const day : {cod::date{}, cod::open_end()}) {
    INFO(cod::to_string(day));
    CHECK(cod::test::caught([&] { static_cast<void>(cod::members_on(day)); }).code() == cod::error_code::no_membership);
    CHECK(cod::test::caught([&] { static_cast<void>(cod::council_on(day)); }).code() == cod::error_code::no_membership);
    CHECK(cod::test::caught([&] { static_cast<void>(cod::council_on(day, 2025)); }).code() == cod::error_code::no_membership);
  }
}
