// SPDX-License-Identifier: BSL-1.0
// Periods as values, calendars of holidays, how the law is read, what is refused, and what an explanation says.
#include <codecision/io/text.hpp>
#include <codecision/procedure/explain_period.hpp>
#include <codecision/procedure/hours.hpp>

#include <sstream>
#include <string>
#include <vector>

#include "support/catch.hpp"

namespace cod = codecision;
namespace procedure = codecision::procedure;
using namespace codecision::literals;
using cod::procedure::deadline;
using cod::test::contains;

namespace {

constexpr auto brussels = cod::institution_holidays();
constexpr auto no_holidays = cod::holiday_calendar::weekends_only();

template <class Call>
std::string what_is_said(cod::error_code code, Call call) {
  try {
    call();
  } catch (cod::error const& e) {
    CHECK(cod::label(e.code()) == cod::label(code));
    return e.what();
  }
  FAIL("no error");
  return {};
}

template <class Explained>
std::string text_of(Explained const& answer) { return cod::io::to_text(explain(answer)); }

constexpr cod::holiday toy_days[] = {{"2030-05-01"_date, "Labour Day"}, {"2030-05-02"_date}};
constexpr cod::holiday_year toy_years[] = {{2030, toy_days}, {2031, {}}};
constexpr cod::holiday_calendar toy{"holidays of a toy", toy_years};

}  // namespace

TEST_CASE("periods are written as people say them", "[procedure][periods]") {
  CHECK(cod::to_string(cod::period{cod::months{3}}) == "3 months");
  CHECK(cod::to_string(cod::period{cod::working_days{1}}) == "1 working day");
  CHECK(cod::to_string(cod::period{cod::hours{72}}) == "72 hours");
  CHECK(cod::to_string(cod::months{1} + cod::part_of_month{1, 2}) == "1 month and 15 days (part of a month)");
  CHECK(cod::to_string(cod::period{cod::part_of_month{1, 30}}) == "1 day (part of a month)");
  CHECK(cod::to_string(cod::backwards{cod::days{14}}) == "14 days before");
}

TEST_CASE("every unit is a period, and the same number of another unit is another period", "[procedure][periods]") {
  STATIC_REQUIRE(cod::period{cod::weeks{2}} == cod::make_period(2, cod::period_unit::weeks));
  STATIC_REQUIRE_FALSE(cod::period{cod::weeks{2}} == cod::period{cod::days{14}});
  STATIC_REQUIRE(cod::part_of_month{1, 3}.in_days() == 10);
  STATIC_REQUIRE(cod::is_two_days_or_more(cod::weeks{1}));
  STATIC_REQUIRE(cod::is_two_days_or_more(cod::hours{48}));
  STATIC_REQUIRE_FALSE(cod::is_two_days_or_more(cod::hours{47}));
  STATIC_REQUIRE_FALSE(cod::is_two_days_or_more(cod::days{1}));
  STATIC_REQUIRE_FALSE(cod::is_two_days_or_more(cod::part_of_month{1, 30}));
}

TEST_CASE("a period of zero or less is refused in every unit", "[procedure][periods]") {
  for (auto const unit : {cod::period_unit::hours, cod::period_unit::days, cod::period_unit::working_days, cod::period_unit::weeks, cod::period_unit::months,
                          cod::period_unit::years})
    for (int const count : {0, -1, -1'000'000'000})
      CHECK_THAT(what_is_said(cod::error_code::bad_period, [&] { static_cast<void>(cod::make_period(count, unit)); }),
                 contains("a period of " + std::to_string(count) + " " + cod::detail::names_of(unit).many + " is no period"));
}

TEST_CASE("a part of a month that is no whole number of days, or a month and more, is refused", "[procedure][periods]") {
  for (auto const& [numerator, denominator] : {std::pair{1, 4}, {1, 7}, {0, 2}, {-1, 2}, {1, 0}, {1, -2}, {2, 2}, {3, 2}, {1'000'000'000, 2'000'000'000}})
    what_is_said(cod::error_code::bad_period, [n = numerator, d = denominator] { static_cast<void>(cod::part_of_month{n, d}); });
}

TEST_CASE("hours cannot be counted from a day, only from an hour", "[procedure][periods]") {
  CHECK_THAT(what_is_said(cod::error_code::bad_period, [] { static_cast<void>(deadline("2025-03-14"_date, cod::hours{72}, brussels)); }),
             contains("procedure/hours.hpp"));
  what_is_said(cod::error_code::bad_period, [] { static_cast<void>(deadline("2025-03-14"_date, cod::backwards{cod::hours{72}})); });
}

TEST_CASE("a year without holidays is refused, and the message names the years there are", "[procedure][periods]") {
  auto const said = what_is_said(cod::error_code::no_holidays, [] { static_cast<void>(deadline("2028-03-14"_date, cod::months{1}, brussels)); });
  CHECK_THAT(said, contains("the public holidays of 2028 are not known"));
  CHECK_THAT(said, contains("2014, 2022-2027"));
  CHECK_THAT(said, contains("weekends_only"));
  what_is_said(cod::error_code::no_holidays, [] { static_cast<void>(deadline("2027-12-30"_date, cod::days{1}, brussels)); });  // moves into 2028
  what_is_said(cod::error_code::no_holidays, [] { static_cast<void>(brussels.is_holiday("2021-05-01"_date)); });
  what_is_said(cod::error_code::no_holidays, [] { static_cast<void>(brussels.status_on(cod::date{})); });
}

TEST_CASE("the year of the event needs no holidays when the answer does not depend on them", "[procedure][periods]") {
  STATIC_REQUIRE(deadline("2021-11-24"_date, cod::months{3}, brussels).last_day == "2022-02-24"_date);
  // Two days from 30 December 2021 end on a Saturday and move to Monday: whether Friday, 31 December was a working day decides.
  what_is_said(cod::error_code::no_holidays, [] { static_cast<void>(deadline("2021-12-30"_date, cod::days{2}, brussels)); });
}

TEST_CASE("an event without a day, and a period that leads out of the calendar, are refused", "[procedure][periods]") {
  what_is_said(cod::error_code::no_such_day, [] { static_cast<void>(deadline(cod::date{}, cod::days{1}, brussels)); });
  what_is_said(cod::error_code::no_such_day, [] { static_cast<void>(deadline(cod::open_end(), cod::months{1}, no_holidays)); });
  what_is_said(cod::error_code::no_such_day, [] { static_cast<void>(deadline(cod::date{}, cod::backwards{cod::days{1}})); });
  what_is_said(cod::error_code::no_such_day, [] { static_cast<void>(procedure::in_force_from(cod::date{})); });
  what_is_said(cod::error_code::no_such_day, [] { static_cast<void>(procedure::in_force_after_publication(cod::open_end())); });
  what_is_said(cod::error_code::no_such_day, [] { static_cast<void>(procedure::in_force_until(cod::open_end())); });
  what_is_said(cod::error_code::no_such_day, [] { static_cast<void>(procedure::eight_weeks(cod::date{}, brussels)); });
  auto const largest = 2'147'483'647;
  for (auto const& length : {cod::period{cod::days{largest}}, cod::period{cod::weeks{largest}}, cod::period{cod::months{largest}}, cod::period{cod::years{largest}}}) {
    what_is_said(cod::error_code::bad_period, [&] { static_cast<void>(deadline("2025-01-01"_date, length, no_holidays)); });
    what_is_said(cod::error_code::bad_period, [&] { static_cast<void>(deadline("2025-01-01"_date, cod::backwards{length})); });
  }
  what_is_said(cod::error_code::bad_period,
               [&] { static_cast<void>(deadline("2025-01-01"_date, cod::months{largest}, no_holidays, {.extension = cod::period{cod::months{largest}}})); });
}

TEST_CASE("the calendar ends with the year 9999, and the last day of it can be a last day", "[procedure][periods]") {
  auto const due = deadline("9999-12-30"_date, cod::days{1}, no_holidays);  // 31 December 9999 is a Friday
  CHECK(due.last_day == "9999-12-31"_date);
  CHECK_FALSE(due.rests_on_unconfirmed());
  CHECK_THAT(text_of(due), contains("the last day is Friday 9999-12-31"));
  what_is_said(cod::error_code::bad_period, [] { static_cast<void>(deadline("9999-12-31"_date, cod::days{1}, no_holidays)); });
}

TEST_CASE("a calendar of one's own decides, and names its holidays", "[procedure][holidays]") {
  constexpr auto due = deadline("2030-04-24"_date, cod::weeks{1}, toy);
  STATIC_REQUIRE(due.last_day == "2030-05-03"_date);
  STATIC_REQUIRE_FALSE(due.rests_on_unconfirmed());
  STATIC_REQUIRE(due.rests_on("2030-05-01"_date));
  CHECK(procedure::kind_in_words("2030-05-01"_date, toy) == "public holiday (Labour Day)");
  CHECK(procedure::kind_in_words("2030-05-02"_date, toy) == "public holiday");
  CHECK(toy.years_in_words() == "2030-2031");
  STATIC_REQUIRE_FALSE(toy.is_holiday("2031-05-01"_date));
}

TEST_CASE("a calendar can be made at run time from lists that the caller keeps", "[procedure][holidays]") {
  std::vector<cod::holiday> const days{{"2029-07-02"_date, "a day off"}};
  std::vector<cod::holiday_year> const years{{2029, days, cod::holiday_status::pattern, {"a guess", "nobody"}}};
  cod::holiday_calendar const mine{"mine", years};
  auto const due = deadline("2029-06-25"_date, cod::weeks{1}, mine);
  CHECK(due.last_day == "2029-07-03"_date);
  CHECK(due.unconfirmed_day() == "2029-07-02"_date);
  CHECK_THAT(text_of(due), contains("it rests on Monday 2029-07-02, public holiday (a day off): pattern, not confirmed"));
}

TEST_CASE("a calendar with a year twice, or a holiday in the wrong year, is refused", "[procedure][holidays]") {
  std::vector<cod::holiday_year> const twice{{2030, toy_days}, {2030, {}}};
  CHECK_THAT(what_is_said(cod::error_code::no_holidays, [&] { static_cast<void>(cod::holiday_calendar{"t", twice}); }), contains("2030 twice"));
  std::vector<cod::holiday_year> const wrong{{2031, toy_days}};
  CHECK_THAT(what_is_said(cod::error_code::no_holidays, [&] { static_cast<void>(cod::holiday_calendar{"w", wrong}); }), contains("2030-05-01 stands among the holidays of 2031"));
  std::vector<cod::holiday> const none{{cod::date{}}};
  std::vector<cod::holiday_year> const special{{2031, none}};
  what_is_said(cod::error_code::no_holidays, [&] { static_cast<void>(cod::holiday_calendar{"s", special}); });
}

TEST_CASE("an empty calendar knows no year", "[procedure][holidays]") {
  cod::holiday_calendar const empty{"empty", {}};
  CHECK_FALSE(empty.covers(2025));
  CHECK_THAT(what_is_said(cod::error_code::no_holidays, [&] { static_cast<void>(deadline("2025-01-06"_date, cod::days{1}, empty)); }), contains("no year (empty)"));
}

TEST_CASE("Saturdays and Sundays only: every year, no holidays, nothing to confirm", "[procedure][holidays]") {
  STATIC_REQUIRE(no_holidays.covers(1998));
  STATIC_REQUIRE_FALSE(no_holidays.is_holiday("2025-12-25"_date));
  STATIC_REQUIRE(no_holidays.status_on("2025-12-25"_date) == cod::holiday_status::disregarded);
  STATIC_REQUIRE_FALSE(deadline("2025-12-24"_date, cod::days{1}, no_holidays).rests_on_unconfirmed());
}

TEST_CASE("2014 and 2023 are confirmed, 2024 up to 15 August, 2025 is a copy, the other years follow the pattern", "[procedure][holidays]") {
  using cod::holiday_status;
  STATIC_REQUIRE(brussels.status_on("2014-07-21"_date) == holiday_status::confirmed);
  STATIC_REQUIRE(brussels.status_on("2023-12-29"_date) == holiday_status::confirmed);
  STATIC_REQUIRE(brussels.find_year(2024)->status == holiday_status::partly_confirmed);
  STATIC_REQUIRE(brussels.status_on("2024-08-15"_date) == holiday_status::confirmed);
  STATIC_REQUIRE(brussels.status_on("2024-08-16"_date) == holiday_status::pattern);
  STATIC_REQUIRE(brussels.status_on("2025-01-02"_date) == holiday_status::copied);
  for (int const year : {2022, 2026, 2027}) CHECK(brussels.find_year(year)->status == holiday_status::pattern);
  CHECK(brussels.find_year(2014)->days.size() == 18);
  CHECK(brussels.find_year(2023)->days.size() == 18);
}

TEST_CASE("Brussels works on 23 June and Luxembourg on 21 July, and the other way round", "[procedure][holidays]") {
  constexpr auto luxembourg = cod::institution_holidays(cod::workplace::luxembourg);
  STATIC_REQUIRE(deadline("2025-07-14"_date, cod::weeks{1}, brussels).last_day == "2025-07-22"_date);
  STATIC_REQUIRE(deadline("2025-07-14"_date, cod::weeks{1}, luxembourg).last_day == "2025-07-21"_date);
  STATIC_REQUIRE(deadline("2025-06-16"_date, cod::weeks{1}, brussels).last_day == "2025-06-23"_date);
  STATIC_REQUIRE(deadline("2025-06-16"_date, cod::weeks{1}, luxembourg).last_day == "2025-06-24"_date);
}

TEST_CASE("11 November is not a holiday of the institutions", "[procedure][holidays]") {
  for (int const year : {2014, 2022, 2023, 2024, 2025, 2026, 2027}) CHECK_FALSE(brussels.is_holiday(cod::make_date(year, 11, 11)));
}

TEST_CASE("an extension can be read in three ways, and they can differ by days", "[procedure][periods]") {
  using procedure::extension_reading;
  constexpr auto extended = [](extension_reading how) {
    return deadline("2025-11-30"_date, cod::months{3}, brussels, {.extension = cod::period{cod::months{1}}, .extended = how});
  };
  STATIC_REQUIRE(extended(extension_reading::one_period_from_event).last_day == "2026-03-30"_date);  // 30 November and four months
  STATIC_REQUIRE(extended(extension_reading::from_nominal_end).nominal == "2026-03-28"_date);        // 28 February and a month, a Saturday
  STATIC_REQUIRE(extended(extension_reading::from_nominal_end).last_day == "2026-03-30"_date);
  STATIC_REQUIRE(extended(extension_reading::from_last_day).nominal == "2026-04-02"_date);           // 2 March and a month, Maundy Thursday
  STATIC_REQUIRE(extended(extension_reading::from_last_day).last_day == "2026-04-07"_date);
}

TEST_CASE("an extension in another unit follows the period", "[procedure][periods]") {
  STATIC_REQUIRE(deadline("2025-01-31"_date, cod::months{1}, brussels, {.extension = cod::period{cod::weeks{2}}}).nominal == "2025-03-14"_date);
  STATIC_REQUIRE(deadline("2025-03-03"_date, cod::days{1}, brussels, {.extension = cod::period{cod::working_days{4}}}).nominal == "2025-03-10"_date);
}

TEST_CASE("one day extended by one day is two days, so it includes two working days", "[procedure][periods]") {
  constexpr auto due = deadline("2025-03-14"_date, cod::days{1}, brussels, {.extension = cod::period{cod::days{1}}});
  STATIC_REQUIRE(due.last_day == "2025-03-18"_date);
}

TEST_CASE("who does not apply the Regulation to the Treaties keeps the last day where it falls", "[procedure][periods]") {
  using procedure::rolling;
  STATIC_REQUIRE(deadline("2025-11-30"_date, cod::months{3}, brussels, {.moves = rolling::none}).last_day == "2026-02-28"_date);
  STATIC_REQUIRE(deadline("2025-03-14"_date, cod::days{2}, brussels, {.moves = rolling::article_3_4_only}).last_day == "2025-03-17"_date);
  STATIC_REQUIRE_FALSE(deadline("2025-11-30"_date, cod::months{3}, brussels, {.moves = rolling::none}).rests_on_unconfirmed());
  STATIC_REQUIRE(procedure::eight_weeks("2025-05-10"_date, brussels, procedure::discounting::none, rolling::none).last_day == "2025-07-05"_date);
  STATIC_REQUIRE(deadline("2035-03-14"_date, cod::days{2}, brussels, {.moves = rolling::none}).last_day == "2035-03-16"_date);  // no holidays needed
}

TEST_CASE("Article 3(5) can be read into hours in two ways", "[procedure][periods]") {
  using procedure::hours_reading;
  constexpr auto at = [](char const* text) { return cod::parse_moment(text); };
  constexpr auto ends = [at](char const* event, int hours, hours_reading how) { return deadline(at(event), cod::hours{hours}, brussels, how).ends; };
  // From 11:00 on Friday to 11:00 on Monday: parts of two working days, no whole one.
  STATIC_REQUIRE(ends("2025-03-14T10:20", 72, hours_reading::without_article_3_5) == at("2025-03-17T11:00"));
  STATIC_REQUIRE(ends("2025-03-14T10:20", 72, hours_reading::with_parts_of_working_days) == at("2025-03-17T11:00"));
  STATIC_REQUIRE(ends("2025-03-14T10:20", 72, hours_reading::with_whole_working_days) == at("2025-03-18T24:00"));
  // From Saturday: a part of one working day.
  STATIC_REQUIRE(ends("2025-03-15T10:20", 48, hours_reading::with_parts_of_working_days) == at("2025-03-18T24:00"));
  STATIC_REQUIRE(ends("2025-03-15T10:20", 47, hours_reading::with_parts_of_working_days) == at("2025-03-17T10:00"));  // less than two days
  // From Maundy Thursday over Easter.
  STATIC_REQUIRE(ends("2025-04-17T09:00", 72, hours_reading::with_parts_of_working_days) == at("2025-04-23T24:00"));
}

TEST_CASE("the hour of the event is not counted, also at the end of a day, and 24:00 is the next day's beginning", "[procedure][periods]") {
  STATIC_REQUIRE(deadline(cod::parse_moment("2025-12-31T23:05"), cod::hours{1}).ends == cod::parse_moment("2026-01-01T01:00"));
  STATIC_REQUIRE(deadline(cod::parse_moment("2025-12-31T10:00"), cod::hours{1}).begins == cod::parse_moment("2025-12-31T11:00"));
  STATIC_REQUIRE(cod::parse_moment("2025-12-31T24:00") == cod::parse_moment("2026-01-01 00:00"));
  CHECK(cod::to_string(cod::parse_moment("2025-03-04T05:06")) == "2025-03-04 05:06");
}

TEST_CASE("a moment that does not exist is refused", "[procedure][periods]") {
  for (auto const* text : {"", "2025-03-14", "2025-03-14T25:00", "2025-03-14T24:01", "2025-03-14T10:60", "2025-03-14T10-20", "2025-02-30T10:20", "2025-03-14T1x:20",
                           "2025-03-14x10:20", "2025-03-14T10:200"})
    what_is_said(cod::error_code::no_such_day, [&] { static_cast<void>(cod::parse_moment(text)); });
  what_is_said(cod::error_code::no_such_day, [] { static_cast<void>(deadline(cod::moment{}, cod::hours{1})); });
}

TEST_CASE("working days before a day need holidays, and clear days are one day earlier", "[procedure][periods]") {
  what_is_said(cod::error_code::no_holidays, [] { static_cast<void>(deadline("2025-04-24"_date, cod::backwards{cod::working_days{3}})); });
  STATIC_REQUIRE(deadline("2025-04-24"_date, cod::backwards{cod::working_days{3}}, brussels).last_day == "2025-04-16"_date);  // 23, 22, 16 April
  STATIC_REQUIRE(deadline("2025-12-12"_date, cod::backwards{cod::days{14}}, procedure::backwards_reading::clear_days).last_day == "2025-11-27"_date);
  STATIC_REQUIRE(deadline("2025-03-31"_date, cod::backwards{cod::months{1}}).last_day == "2025-02-28"_date);
}

TEST_CASE("a due date says which day of the pattern or of a copy it rests on", "[procedure][periods]") {
  STATIC_REQUIRE(deadline("2025-11-24"_date, cod::months{3}, brussels).unconfirmed_day() == "2026-02-24"_date);   // the last day itself
  STATIC_REQUIRE(deadline("2025-12-22"_date, cod::days{2}, brussels).unconfirmed_day() == "2025-12-23"_date);     // one of only two working days
  STATIC_REQUIRE(deadline("2024-07-15"_date, cod::months{1}, brussels).last_day == "2024-08-16"_date);            // Assumption is confirmed, the day after is not
  STATIC_REQUIRE(deadline("2024-07-15"_date, cod::months{1}, brussels).unconfirmed_day() == "2024-08-16"_date);
  STATIC_REQUIRE_FALSE(deadline("2023-04-06"_date, cod::days{5}, brussels).rests_on_unconfirmed());
  STATIC_REQUIRE_FALSE(deadline("2023-04-06"_date, cod::days{5}, brussels).rests_on("2023-04-08"_date));          // a Saturday stays one
}

TEST_CASE("at the edges of the table a day that is not known counts as it would hurt most", "[procedure][periods]") {
  // 4 January 2022, with the 3rd as the other working day: of 31 December 2021 nothing is known.
  STATIC_REQUIRE(deadline("2021-12-30"_date, cod::days{5}, brussels).last_day == "2022-01-04"_date);
  STATIC_REQUIRE(deadline("2021-12-30"_date, cod::days{5}, brussels).unconfirmed_day() == "2022-01-03"_date);
  // 23 December 2027: were it a holiday, the period would end in 2028.
  STATIC_REQUIRE(deadline("2027-11-23"_date, cod::months{1}, brussels).unconfirmed_day() == "2027-12-23"_date);
}

TEST_CASE("working days and moves in the middle of an extended period matter too", "[procedure][periods]") {
  using procedure::extension_reading;
  STATIC_REQUIRE(deadline("2025-11-24"_date, cod::weeks{1}, brussels, {.extension = cod::period{cod::working_days{3}}}).unconfirmed_day() == "2025-12-02"_date);
  STATIC_REQUIRE(deadline("2025-11-24"_date, cod::working_days{3}, brussels, {.extension = cod::period{cod::weeks{1}}}).unconfirmed_day() == "2025-11-25"_date);
  constexpr auto extended = [](extension_reading how) {
    return deadline("2025-11-24"_date, cod::months{3}, brussels, {.extension = cod::period{cod::months{1}}, .extended = how}).unconfirmed_day();
  };
  STATIC_REQUIRE(extended(extension_reading::one_period_from_event) == "2026-03-24"_date);
  STATIC_REQUIRE(extended(extension_reading::from_last_day) == "2026-02-24"_date);
}

TEST_CASE("what is done on the last day is in time, on the day after it is too late", "[procedure][periods]") {
  constexpr auto due = deadline("2025-11-24"_date, cod::months{3}, brussels);
  STATIC_REQUIRE(due.is_met_by("2026-02-24"_date));
  STATIC_REQUIRE_FALSE(due.is_met_by(due.day_after()));
  STATIC_REQUIRE(deadline(cod::parse_moment("2025-03-14T10:20"), cod::hours{1}).is_met_by(cod::parse_moment("2025-03-14T12:00")));
}

TEST_CASE("an explanation gives the reason for each day on which the end moved, with the provision and its words", "[procedure][periods]") {
  auto const text = text_of(deadline("2025-03-14"_date, cod::days{2}, brussels));
  CHECK_THAT(text, cod::test::starts_with("2 days from Friday 2025-03-14: the last day is Tuesday 2025-03-18\n"));
  CHECK_THAT(text, contains("Friday 2025-03-14 is not counted"));
  CHECK_THAT(text, contains("2 days end on Sunday 2025-03-16"));
  CHECK_THAT(text, contains("Sunday 2025-03-16 is no working day"));
  CHECK_THAT(text, contains("Monday 2025-03-17: working day"));
  CHECK_THAT(text, contains("Art. 3(4): \"Where the last day of a period expressed otherwise than in hours"));
  CHECK_THAT(text, contains("Art. 3(5): \"Any period of two days or more"));
  CHECK_THAT(text, contains("copied by a third party"));
}

TEST_CASE("an explanation says when a month was too short, and how an extension was counted", "[procedure][periods]") {
  CHECK_THAT(text_of(deadline("2025-01-31"_date, cod::months{1}, brussels)), contains("1 month ends on Friday 2025-02-28"));
  CHECK_THAT(text_of(deadline("2025-01-31"_date, cod::months{1}, brussels)), contains("the last month has no day 31"));
  CHECK_THAT(text_of(deadline("2025-02-28"_date, cod::months{1}, brussels)), !contains("the last month has no day"));
  auto const extended = text_of(deadline("2025-11-24"_date, cod::months{3}, brussels, {.extension = cod::period{cod::months{1}}}));
  CHECK_THAT(extended, contains("3 months, extended by 1 month, from Monday 2025-11-24"));
  CHECK_THAT(extended, contains("[interpretation]"));
}

TEST_CASE("the other answers explain themselves too", "[procedure][periods]") {
  CHECK_THAT(text_of(procedure::in_force_after_publication("2022-10-27"_date)), contains("in force from the first hour of Wednesday 2022-11-16"));
  CHECK_THAT(text_of(procedure::in_force_from("2022-10-27"_date)), contains("the act names the day"));
  CHECK_THAT(text_of(procedure::in_force_until("2026-04-03"_date)), contains("until the last hour of Friday 2026-04-03"));
  CHECK_THAT(text_of(deadline("2025-12-12"_date, cod::backwards{cod::days{14}})), contains("14 days before Friday 2025-12-12: the last day is Friday 2025-11-28"));
  CHECK_THAT(text_of(deadline(cod::parse_moment("2025-03-13T23:59"), cod::hours{24})), contains("ends on Friday 2025-03-14 24:00"));
  CHECK_THAT(text_of(procedure::eight_weeks("2025-07-16"_date, brussels, procedure::discounting::august_and_year_end)), contains("31 days left out"));
}

TEST_CASE("long periods are constant expressions: the end is found at the end, not by counting", "[procedure][periods]") {
  STATIC_REQUIRE(deadline("1500-03-01"_date, cod::years{8000}, no_holidays).last_day == "9500-03-01"_date);
  STATIC_REQUIRE(deadline("1500-01-01"_date, cod::days{2'000'000}, no_holidays).last_day.year() == 6975);
  STATIC_REQUIRE(deadline("2023-01-02"_date, cod::working_days{1000}, brussels).last_day.year() == 2027);
}

TEST_CASE("the institutions are closed from 24 December 2025 to 2 January 2026: the working day after the 23rd is Monday, 5 January") {
  // The days are those of docs/data/institution_holidays.json; 3 and 4 January are a Saturday and a Sunday.
  STATIC_REQUIRE(procedure::next_working_day("2025-12-23"_date, brussels) == "2026-01-05"_date);
  CHECK(procedure::next_working_day("2025-12-22"_date, brussels) == "2025-12-23"_date);
  CHECK(procedure::working_days_in("2025-12-19"_date, "2026-01-06"_date, brussels) == 4);  // 22 and 23 December, 5 and 6 January
  CHECK(procedure::working_days_in("2025-12-23"_date, "2026-01-04"_date, brussels) == 0);
  CHECK(procedure::working_days_in("2026-01-06"_date, "2026-01-06"_date, brussels) == 0);
}
