// SPDX-License-Identifier: BSL-1.0
// Regulation (EEC, Euratom) No 1182/71: how periods begin and end. With the worked examples of TFEU 294 and 297 and of the Protocols.
#include <codecision/procedure/backwards.hpp>
#include <codecision/procedure/deadline.hpp>
#include <codecision/procedure/entry_into_force.hpp>
#include <codecision/procedure/hours.hpp>
#include <codecision/procedure/national_parliament_period.hpp>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::procedure::deadline;

namespace {
constexpr auto brussels = cod::procedure::institution_holidays();
constexpr auto no_holidays = cod::holiday_calendar::weekends_only();
}  // namespace

TEST_CASE("Article 3(1): the day of the event is not counted, so one day from a Monday ends on Tuesday", "[law][reg_1182_71]") {
  STATIC_REQUIRE(deadline("2025-03-03"_date, cod::days{1}, brussels).last_day == "2025-03-04"_date);
  STATIC_REQUIRE(deadline("2025-04-11"_date, cod::days{5}, brussels).last_day == "2025-04-16"_date);
}

TEST_CASE("Article 3(2)(c) and C-171/03: three weeks from Thursday 12 March 1998 end on Thursday 2 April, not on the 3rd", "[law][reg_1182_71]") {
  constexpr auto due = deadline("1998-03-12"_date, cod::weeks{3}, no_holidays);
  STATIC_REQUIRE(due.nominal == "1998-04-02"_date);
  STATIC_REQUIRE(due.last_day == "1998-04-02"_date);
}

TEST_CASE("C-171/03: one week from a Monday ends on the following Monday", "[law][reg_1182_71]") {
  STATIC_REQUIRE(deadline("2025-03-03"_date, cod::weeks{1}, brussels).last_day == "2025-03-10"_date);
}

TEST_CASE("Article 3(2)(c): where the last month has no such date, the period ends with its last day", "[law][reg_1182_71]") {
  STATIC_REQUIRE(deadline("2025-01-31"_date, cod::months{1}, brussels).last_day == "2025-02-28"_date);
  STATIC_REQUIRE(deadline("2024-01-31"_date, cod::months{1}, brussels).last_day == "2024-02-29"_date);
  STATIC_REQUIRE(deadline("2024-02-29"_date, cod::years{1}, brussels).last_day == "2025-02-28"_date);
}

TEST_CASE("a last day of February does not stick to the end of the month: 28 February and a month is 28 March", "[law][reg_1182_71]") {
  STATIC_REQUIRE(deadline("2025-02-28"_date, cod::months{1}, brussels).last_day == "2025-03-28"_date);
  STATIC_REQUIRE(deadline("2025-01-31"_date, cod::months{2}, brussels).last_day == "2025-03-31"_date);  // from the event each time
}

TEST_CASE("Article 3(2)(d): half a month is fifteen days, counted after the whole months", "[law][reg_1182_71]") {
  STATIC_REQUIRE(deadline("2025-02-03"_date, cod::part_of_month{1, 2}, brussels).nominal == "2025-02-18"_date);
  STATIC_REQUIRE(deadline("2025-01-31"_date, cod::months{1} + cod::part_of_month{1, 2}, brussels).nominal == "2025-03-15"_date);
}

TEST_CASE("Article 3(3): a period in days counts holidays and weekends, a period in working days leaves them out", "[law][reg_1182_71]") {
  STATIC_REQUIRE(deadline("2025-04-15"_date, cod::days{7}, brussels).last_day == "2025-04-22"_date);
  STATIC_REQUIRE(deadline("2025-04-15"_date, cod::working_days{7}, brussels).last_day == "2025-04-29"_date);  // 16, 22-25, 28, 29
}

TEST_CASE("Article 3(4): six days from 11 April 2025 end on Maundy Thursday and move over Easter to Tuesday 22 April", "[law][reg_1182_71]") {
  constexpr auto due = deadline("2025-04-11"_date, cod::days{6}, brussels);
  STATIC_REQUIRE(due.nominal == "2025-04-17"_date);
  STATIC_REQUIRE(due.last_day == "2025-04-22"_date);
  STATIC_REQUIRE(due.moved_by_3_4());
  STATIC_REQUIRE_FALSE(due.moved_by_3_5());
}

TEST_CASE("Article 3(4): one day from a Friday moves from Saturday to Monday", "[law][reg_1182_71]") {
  constexpr auto due = deadline("2025-03-14"_date, cod::days{1}, brussels);
  STATIC_REQUIRE(due.nominal == "2025-03-15"_date);
  STATIC_REQUIRE(due.last_day == "2025-03-17"_date);
  STATIC_REQUIRE_FALSE(due.moved_by_3_5());  // a period of one day
}

TEST_CASE("Article 3(5): two days from a Friday include two working days only on Tuesday", "[law][reg_1182_71]") {
  constexpr auto due = deadline("2025-03-14"_date, cod::days{2}, brussels);
  STATIC_REQUIRE(due.nominal == "2025-03-16"_date);
  STATIC_REQUIRE(due.after_3_4 == "2025-03-17"_date);
  STATIC_REQUIRE(due.last_day == "2025-03-18"_date);
  STATIC_REQUIRE(due.moved_by_3_5());
  STATIC_REQUIRE(deadline("2025-03-13"_date, cod::days{2}, brussels).last_day == "2025-03-17"_date);  // Friday and Monday
}

TEST_CASE("two days from 22 December 2025 end on 5 January 2026: the institutions are closed at the end of the year", "[law][reg_1182_71]") {
  constexpr auto due = deadline("2025-12-22"_date, cod::days{2}, brussels);
  STATIC_REQUIRE(due.nominal == "2025-12-24"_date);
  STATIC_REQUIRE(due.last_day == "2026-01-05"_date);
  STATIC_REQUIRE_FALSE(due.moved_by_3_5());  // 23 December and 5 January
}

TEST_CASE("three months from 30 November 2025 end on 28 February, a Saturday, and move to Monday 2 March 2026", "[law][reg_1182_71]") {
  constexpr auto due = deadline("2025-11-30"_date, cod::months{3}, brussels);
  STATIC_REQUIRE(due.nominal == "2026-02-28"_date);
  STATIC_REQUIRE(due.last_day == "2026-03-02"_date);
}

TEST_CASE("Article 3(1) and (2)(a): 72 hours from 10:20 on a Friday end at 11:00 on Monday, and do not move", "[law][reg_1182_71]") {
  constexpr auto due = deadline(cod::parse_moment("2025-03-14T10:20"), cod::hours{72});
  STATIC_REQUIRE(due.begins == cod::parse_moment("2025-03-14T11:00"));
  STATIC_REQUIRE(due.ends == cod::parse_moment("2025-03-17T11:00"));
  STATIC_REQUIRE(deadline(cod::parse_moment("2025-03-14T10:20"), cod::hours{24}).ends == cod::parse_moment("2025-03-15T11:00"));  // a Saturday
}

TEST_CASE("Article 3(4), second subparagraph: fourteen days before a meeting is a plain day, also on a weekend", "[law][reg_1182_71]") {
  STATIC_REQUIRE(deadline("2025-12-12"_date, cod::backwards{cod::days{14}}).last_day == "2025-11-28"_date);
  STATIC_REQUIRE(deadline("2025-12-14"_date, cod::backwards{cod::days{14}}).last_day == "2025-11-30"_date);  // a Sunday stays
}

TEST_CASE("Article 4(1) and TFEU 297(1): an act published on 27 October 2022 is in force on 16 November", "[law][reg_1182_71][tfeu_297]") {
  using cod::procedure::in_force_after_publication;
  STATIC_REQUIRE(in_force_after_publication("2022-10-27"_date).day == "2022-11-16"_date);
  STATIC_REQUIRE(in_force_after_publication("2016-05-04"_date).day == "2016-05-24"_date);  // 2016 has no table of holidays: none is needed
}

TEST_CASE("Article 4(1): a date of entry into force stays on a Saturday", "[law][reg_1182_71][tfeu_297]") {
  STATIC_REQUIRE(cod::procedure::in_force_after_publication("2022-10-14"_date, cod::days{22}).day == "2022-11-05"_date);
  STATIC_REQUIRE(cod::procedure::in_force_from("2025-12-25"_date).day == "2025-12-25"_date);
}

TEST_CASE("Article 4(3): an act that applies until 3 April 2026, Good Friday, expires with the last hour of that day", "[law][reg_1182_71]") {
  constexpr auto until = cod::procedure::in_force_until("2026-04-03"_date);
  STATIC_REQUIRE(brussels.is_holiday(until.last_day));
  STATIC_REQUIRE(until.day_after() == "2026-04-04"_date);
  STATIC_REQUIRE(cod::procedure::is_in_force_on("2026-04-03"_date, cod::procedure::in_force_from("2021-08-02"_date), until));
  STATIC_REQUIRE_FALSE(cod::procedure::is_in_force_on("2026-04-04"_date, cod::procedure::in_force_from("2021-08-02"_date), until));
}

TEST_CASE("TFEU 294(7) and (14): a position announced on 24 November 2025 leaves until 24 February 2026, extended until 24 March", "[law][reg_1182_71][tfeu_294]") {
  STATIC_REQUIRE(deadline("2025-11-24"_date, cod::months{3}, brussels).last_day == "2026-02-24"_date);
  STATIC_REQUIRE(deadline("2025-11-24"_date, cod::months{3}, brussels, {.extension = cod::period{cod::months{1}}}).last_day == "2026-03-24"_date);
}

TEST_CASE("TFEU 294(10) and (14): a committee convened on 19 May 2025 has until 30 June, extended until 14 July", "[law][reg_1182_71][tfeu_294]") {
  STATIC_REQUIRE(deadline("2025-05-19"_date, cod::weeks{6}, brussels).last_day == "2025-06-30"_date);
  STATIC_REQUIRE(deadline("2025-05-19"_date, cod::weeks{6}, brussels, {.extension = cod::period{cod::weeks{2}}}).last_day == "2025-07-14"_date);
}

TEST_CASE("Protocol 2 Art. 6: eight weeks from 11 May 2022 end on 6 July", "[law][reg_1182_71][protocol_2]") {
  STATIC_REQUIRE(cod::procedure::eight_weeks("2022-05-11"_date, brussels).last_day == "2022-07-06"_date);
}

TEST_CASE("the eight weeks from 16 July 2025 without August end on Saturday 11 October, so on Monday 13 October", "[law][reg_1182_71][protocol_2]") {
  constexpr auto due = cod::procedure::eight_weeks("2025-07-16"_date, brussels, cod::procedure::discounting::august_and_year_end);
  STATIC_REQUIRE(due.discounted_days == 31);
  STATIC_REQUIRE(due.nominal == "2025-10-11"_date);
  STATIC_REQUIRE(due.last_day == "2025-10-13"_date);
  STATIC_REQUIRE(cod::procedure::eight_weeks("2025-07-16"_date, brussels).last_day == "2025-09-10"_date);  // as the Protocol says
}

TEST_CASE("since December 2019 the days from 20 December to 10 January are left out too", "[law][reg_1182_71][protocol_2]") {
  using cod::procedure::discounting;
  constexpr auto left_out = [](cod::date day) { return cod::procedure::is_discounted(day, discounting::august_and_year_end); };
  STATIC_REQUIRE((left_out("2019-12-20"_date) && left_out("2020-01-10"_date)));
  STATIC_REQUIRE_FALSE((left_out("2019-12-19"_date) || left_out("2020-01-11"_date)));
  STATIC_REQUIRE_FALSE((left_out("2018-12-25"_date) || left_out("2019-01-05"_date)));
  STATIC_REQUIRE_FALSE(cod::procedure::is_discounted("2025-08-15"_date, discounting::none));
  // 56 days and the 22 of the turn of the year: 1 December 2025 and 78 days
  STATIC_REQUIRE(cod::procedure::eight_weeks("2025-12-01"_date, brussels, discounting::august_and_year_end).nominal == "2026-02-17"_date);
}

TEST_CASE("Protocol 1 Art. 4: a position may be adopted when ten days have passed since the draft was placed on the agenda", "[law][reg_1182_71][protocol_1]") {
  constexpr auto due = cod::procedure::ten_days_on_agenda("2025-11-24"_date, brussels);
  STATIC_REQUIRE(due.last_day == "2025-12-04"_date);
  STATIC_REQUIRE(due.day_after() == "2025-12-05"_date);
}
