// SPDX-License-Identifier: BSL-1.0
// Which days are working days: neither public holidays, nor Sundays, nor Saturdays (Regulation 1182/71, Article 2)?
#pragma once

#include <codecision/data/holidays.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace codecision::procedure {

using codecision::holiday_calendar;
using codecision::institution_holidays;
using codecision::workplace;

/// Is the day a working day, and if not, why not? A holiday on a weekend is a Saturday or a Sunday.
enum class day_kind : std::uint8_t { working_day, saturday, sunday, public_holiday };

/// The kind of day in words.
[[nodiscard]] constexpr std::string_view name(day_kind kind) {
  constexpr std::array<std::string_view, 4> names{"working day", "Saturday", "Sunday", "public holiday"};
  return names[static_cast<std::size_t>(kind)];
}

/// The day of the week in English.
[[nodiscard]] constexpr std::string_view weekday_name(date day) {
  constexpr std::array<std::string_view, 7> names{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  return names[day.day_of_week().as_number()];
}

/// Is this day a Saturday or a Sunday?
[[nodiscard]] constexpr bool is_weekend(date day) {
  auto const weekday = day.day_of_week().as_number();
  return weekday == 0 || weekday == 6;
}

/// What kind of day is it in this calendar? Error COD-T902 on a weekday of a year that the calendar does not cover.
[[nodiscard]] constexpr day_kind kind_of(date day, holiday_calendar const& holidays) {
  if (is_weekend(day)) return day.day_of_week().as_number() == 0 ? day_kind::sunday : day_kind::saturday;
  return holidays.is_holiday(day) ? day_kind::public_holiday : day_kind::working_day;
}

/// Is it a working day? Errors as for `kind_of`.
[[nodiscard]] constexpr bool is_working_day(date day, holiday_calendar const& holidays) {
  return !is_weekend(day) && !holidays.is_holiday(day);
}

namespace detail {

[[noreturn]] inline void the_calendar_ends_with_the_year_9999(date day) {
  fail(error_code::bad_period, "a period from " + to_string(day) + " on leads out of the calendar", "years 1400 to 9999", "take a shorter period");
}

inline constexpr std::int64_t first_day_number = date{1400, 1, 1}.day_number();
inline constexpr std::int64_t last_day_number = date{9999, 12, 31}.day_number();

/// The day so many days later, or earlier for a negative number. Error COD-T901 outside of the calendar.
[[nodiscard]] constexpr date shifted(date day, std::int64_t by) {
  auto const number = std::int64_t{day.day_number()};
  if (by > last_day_number - number || by < first_day_number - number) the_calendar_ends_with_the_year_9999(day);
  return day + boost::gregorian::date_duration{by};
}

}  // namespace detail

/// The first working day after this one. Errors as for `kind_of`.
[[nodiscard]] constexpr date next_working_day(date after, holiday_calendar const& holidays) {
  auto day = detail::shifted(after, 1);
  while (!is_working_day(day, holidays)) day = detail::shifted(day, 1);
  return day;
}

/// How many working days are there after one day and up to another, that one included? Errors as for `kind_of`.
/// Cost: linear in the number of days.
[[nodiscard]] constexpr int working_days_in(date after, date through, holiday_calendar const& holidays) {
  int count = 0;
  for (auto day = after; day < through;) {
    day = detail::shifted(day, 1);
    if (is_working_day(day, holidays)) ++count;
  }
  return count;
}

/// The day with its weekday: "Thursday 2025-04-17".
[[nodiscard]] inline std::string in_words(date day) { return std::string{weekday_name(day)} + " " + to_string(day); }

/// The kind of a day with the name of the holiday: "public holiday (Good Friday)". Errors as for `kind_of`.
[[nodiscard]] inline std::string kind_in_words(date day, holiday_calendar const& holidays) {
  auto const kind = kind_of(day, holidays);
  std::string text{name(kind)};
  if (kind != day_kind::public_holiday) return text;
  auto const title = holidays.find(day)->name;
  return title.empty() ? text : text + " (" + std::string{title} + ")";
}

}  // namespace codecision::procedure
