// SPDX-License-Identifier: BSL-1.0
// Every day of 2023 to 2026, every unit: the ends of periods counted a second time, day by day from the wording of Regulation 1182/71.
// Nothing of the library is used for that: the days are numbered here, and the holidays are read from docs/data.
#include <codecision/procedure/backwards.hpp>
#include <codecision/procedure/deadline.hpp>
#include <codecision/procedure/hours.hpp>
#include <codecision/procedure/national_parliament_period.hpp>

#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "support/catch.hpp"

namespace cod = codecision;
using cod::procedure::deadline;

namespace {

/// One day of the calendar as a calendar on the wall shows it.
struct wall_day {
  int year, month, day;
  int weekday;  ///< 0: Monday
  bool working;
  bool confirmed;
};

std::string written(wall_day const& d) {
  auto const two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(d.year) + "-" + two(d.month) + "-" + two(d.day);
}

/// The days from 1 January 2022, a Saturday, to 31 December 2027.
std::vector<wall_day> wall_calendar() {
  std::ifstream in{CODECISION_SOURCE_DIR "/docs/data/institution_holidays.json"};
  auto const table = nlohmann::json::parse(in);
  std::vector<wall_day> days;
  int weekday = 5;
  for (int year = 2022; year <= 2027; ++year) {
    auto const& entry = table.at(std::to_string(year));
    std::set<std::string> holidays;
    for (auto const& h : entry.at("brussels_weekdays")) holidays.insert(h.get<std::string>());
    auto const status = entry.at("status").get<std::string>();
    int const lengths[] = {31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= lengths[month - 1]; ++day) {
        wall_day d{year, month, day, weekday, weekday < 5, false};
        if (holidays.count(written(d)) > 0) d.working = false;
        d.confirmed = status.rfind("CONFIRMED:", 0) == 0 || (status.rfind("CONFIRMED to 15 August", 0) == 0 && (month < 8 || (month == 8 && day <= 15)));
        days.push_back(d);
        weekday = (weekday + 1) % 7;
      }
  }
  return days;
}

std::vector<wall_day> const& wall() {
  static auto const days = wall_calendar();
  return days;
}

using place = std::size_t;

/// The last place of the month, and of the month so many months later.
place last_of_month(std::vector<wall_day> const& days, place at) {
  while (at + 1 < days.size() && days[at + 1].month == days[at].month) ++at;
  return at;
}
place same_date_later(std::vector<wall_day> const& days, place event, int months) {
  auto month_end = last_of_month(days, event);
  for (int m = 0; m < months; ++m) month_end = last_of_month(days, month_end + 1);
  auto at = month_end;
  while (days[at].day > days[event].day) --at;
  return at;
}

/// "ends with the last hour of whichever day in the last week is the same day of the week": the so manieth after the event.
place same_weekday_later(std::vector<wall_day> const& days, place event, int weeks) {
  auto at = event;
  while (weeks > 0)
    if (days[++at].weekday == days[event].weekday) --weeks;
  return at;
}

place working_day_later(std::vector<wall_day> const& days, place event, int count) {
  auto at = event;
  while (count > 0)
    if (days[++at].working) --count;
  return at;
}

place nominal_end(std::vector<wall_day> const& days, place event, int count, cod::period_unit unit) {
  switch (unit) {
    case cod::period_unit::days: return event + static_cast<place>(count);
    case cod::period_unit::weeks: return same_weekday_later(days, event, count);
    case cod::period_unit::months: return same_date_later(days, event, count);
    case cod::period_unit::years: return same_date_later(days, event, 12 * count);
    default: return working_day_later(days, event, count);
  }
}

/// Articles 3(4) and 3(5): the first day from the nominal end on that is a working day and with which the period has two of them.
place last_day(std::vector<wall_day> const& days, place event, int count, cod::period_unit unit) {
  auto end = nominal_end(days, event, count, unit);
  auto const one_day = count == 1 && (unit == cod::period_unit::days || unit == cod::period_unit::working_days);
  for (;; ++end) {
    int working = 0;
    for (auto at = event + 1; at <= end; ++at) working += days[at].working ? 1 : 0;
    if (days[end].working && (one_day || working >= 2)) return end;
  }
}

struct several_periods {
  cod::period_unit unit;
  std::vector<int> counts;
};

std::vector<several_periods> periods() {
  std::vector<several_periods> all{{cod::period_unit::days, {}}, {cod::period_unit::working_days, {}}, {cod::period_unit::weeks, {1, 2, 3, 6, 8, 13, 26}},
                                   {cod::period_unit::months, {1, 2, 3, 4, 6, 11, 12}}, {cod::period_unit::years, {1}}};
  for (int n = 1; n <= 25; ++n) all[0].counts.push_back(n);
  for (int n = 1; n <= 15; ++n) all[1].counts.push_back(n);
  return all;
}

/// The places of the days from 2023 to 2026.
std::vector<place> events() {
  std::vector<place> chosen;
  for (place at = 0; at < wall().size(); ++at)
    if (wall()[at].year >= 2023 && wall()[at].year <= 2026) chosen.push_back(at);
  return chosen;
}

cod::date day_at(place at) { return cod::make_date(wall()[at].year, wall()[at].month, wall()[at].day); }

}  // namespace

TEST_CASE("the calendar of the library has the holidays of the published list, day by day, at both places", "[procedure][periods]") {
  REQUIRE(wall().size() == 2191);
  auto const brussels = cod::institution_holidays();
  auto const luxembourg = cod::institution_holidays(cod::workplace::luxembourg);
  std::ifstream in{CODECISION_SOURCE_DIR "/docs/data/institution_holidays.json"};
  auto const table = nlohmann::json::parse(in);
  for (place at = 0; at < wall().size(); ++at) {
    auto const& d = wall()[at];
    INFO(written(d));
    REQUIRE(cod::to_string(day_at(at)) == written(d));
    REQUIRE(cod::procedure::is_working_day(day_at(at), brussels) == d.working);
    REQUIRE((brussels.status_on(day_at(at)) == cod::holiday_status::confirmed) == d.confirmed);
    auto const& instead = table.at(std::to_string(d.year)).at("luxembourg_weekdays_instead");
    auto const has = [&](char const* key) { return std::string{instead.at(key).dump()}.find(written(d)) != std::string::npos; };
    REQUIRE(cod::procedure::is_working_day(day_at(at), luxembourg) == (d.working ? !has("add") : has("drop")));
  }
}

TEST_CASE("every period from every day of 2023 to 2026 ends as a count day by day from the wording says", "[procedure][periods]") {
  auto const holidays = cod::institution_holidays();
  std::size_t checked = 0, wrong = 0, beyond = 0, moved_3_4 = 0, moved_3_5 = 0;
  for (auto const event : events())
    for (auto const& several : periods())
      for (auto const count : several.counts) {
        auto const length = cod::make_period(count, several.unit);
        auto const nominal_place = nominal_end(wall(), event, count, several.unit);
        auto const nominal = day_at(nominal_place);
        if (wall()[nominal_place].year == 2027 && wall()[nominal_place].month == 12 && wall()[nominal_place].day >= 24) {
          CHECK_THROWS_AS(deadline(day_at(event), length, holidays), cod::error);  // it would end in 2028, of which nothing is known
          ++beyond;
          continue;
        }
        auto const due = deadline(day_at(event), length, holidays);
        auto const last = day_at(last_day(wall(), event, count, several.unit));
        ++checked;
        moved_3_4 += due.moved_by_3_4() ? 1u : 0u;
        moved_3_5 += due.moved_by_3_5() ? 1u : 0u;
        if (due.nominal == nominal && due.last_day == last) continue;
        if (++wrong > 5) continue;
        CAPTURE(written(wall()[event]), cod::to_string(due.length));
        CHECK(cod::to_string(due.nominal) == cod::to_string(nominal));
        CHECK(cod::to_string(due.last_day) == cod::to_string(last));
      }
  CHECK(wrong == 0);
  CHECK(checked + beyond == 1461 * (25 + 15 + 7 + 7 + 1));
  CHECK(beyond == 2 * 8);  // twelve months, and one year, from 24 to 31 December 2026
  CHECK(moved_3_4 > 10'000);  // the rules are at work
  CHECK(moved_3_5 > 400);
}

TEST_CASE("a due date rests on exactly the days that would change it if they were not what the calendar says", "[procedure][periods]") {
  auto const holidays = cod::institution_holidays();
  std::vector<several_periods> const some{{cod::period_unit::days, {1, 2, 3, 5, 10}}, {cod::period_unit::working_days, {1, 3}}, {cod::period_unit::weeks, {1, 2}},
                                          {cod::period_unit::months, {1}}};
  std::size_t wrong = 0, unconfirmed = 0;
  for (auto const event : events()) {
    if (wall()[event].year == 2026 && wall()[event].month == 12) continue;
    for (auto const& several : some)
      for (auto const count : several.counts) {
        auto const due = deadline(day_at(event), cod::make_period(count, several.unit), holidays);
        auto const last = last_day(wall(), event, count, several.unit);
        place first = 0;
        auto turned = wall();
        for (auto at = event + 1; at <= last; ++at) {
          auto rests = false;
          if (turned[at].weekday < 5) {
            turned[at].working = !turned[at].working;
            rests = last_day(turned, event, count, several.unit) != last;
            turned[at].working = !turned[at].working;
          }
          wrong += due.rests_on(day_at(at)) != rests ? 1u : 0u;
          if (rests && !wall()[at].confirmed && first == 0) first = at;
        }
        auto const found = due.unconfirmed_day();
        wrong += found.has_value() != (first != 0) || (found && *found != day_at(first)) ? 1u : 0u;
        unconfirmed += first != 0 ? 1u : 0u;
        if (wrong > 0) {
          CAPTURE(written(wall()[event]), cod::to_string(due.length));
          REQUIRE(wrong == 0);
        }
      }
  }
  CHECK(unconfirmed > 5'000);
}

TEST_CASE("a period counted backwards ends on the day from which the same number of days runs forward to the event", "[procedure][periods]") {
  auto const holidays = cod::institution_holidays();
  std::size_t wrong = 0;
  for (auto const event : events())
    for (int count = 1; count <= 30; ++count) {
      auto const plain = deadline(day_at(event), cod::backwards{cod::days{count}}).last_day;
      wrong += plain != day_at(event - static_cast<place>(count)) ? 1u : 0u;
      int working = 0;
      auto at = event;
      while (working < count) working += wall()[--at].working ? 1 : 0;
      wrong += deadline(day_at(event), cod::backwards{cod::working_days{count}}, holidays).last_day != day_at(at) ? 1u : 0u;
    }
  CHECK(wrong == 0);
}

TEST_CASE("hours end so many full hours after the hour of the event, on any day", "[procedure][periods]") {
  std::size_t wrong = 0;
  for (auto const event : events())
    for (int hour = 0; hour < 24; hour += 5)
      for (int const length : {1, 2, 23, 24, 25, 48, 72, 100}) {
        auto const due = deadline(cod::make_moment(day_at(event), hour, 7 * hour % 60), cod::hours{length});
        // On the wall: hours one by one, the one of the event left out.
        auto at = event;
        int clock = hour + 1;
        for (int left = length; left > 0; --left, ++clock)
          if (clock == 24) { clock = 0; ++at; }
        wrong += due.ends != cod::make_moment(day_at(at), clock) ? 1u : 0u;
      }
  CHECK(wrong == 0);
}

TEST_CASE("the eight weeks without August and the turn of the year are 56 counted days", "[procedure][periods]") {
  auto const holidays = cod::institution_holidays();
  std::size_t wrong = 0;
  for (auto const event : events()) {
    auto at = event;
    for (int left = 56; left > 0;) {
      ++at;
      auto const& d = wall()[at];
      if (!(d.month == 8 || (d.month == 12 && d.day >= 20) || (d.month == 1 && d.day <= 10))) --left;
    }
    auto const due = cod::procedure::eight_weeks(day_at(event), holidays, cod::procedure::discounting::august_and_year_end);
    wrong += due.nominal != day_at(at) ? 1u : 0u;
    while (!wall()[at].working) ++at;
    wrong += due.last_day != day_at(at) ? 1u : 0u;
    wrong += cod::procedure::eight_weeks(day_at(event), holidays).last_day != deadline(day_at(event), cod::weeks{8}, holidays).last_day ? 1u : 0u;
  }
  CHECK(wrong == 0);
}
