// SPDX-License-Identifier: BSL-1.0
// Which day is meant: how are days written, read and compared?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/core/printable.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace codecision {

/// A day of the Gregorian calendar: Boost.Date_Time's type, so that its algorithms work on it.
using date = boost::gregorian::date;

namespace detail {

[[noreturn]] inline void this_is_not_a_day_written_as_YYYY_MM_DD(std::string_view text) {
  fail(error_code::no_such_day, "'" + excerpt(text, 40) + "' is not a day of the calendar", "",
       "write a day that exists as YYYY-MM-DD, such as 2025-11-26 (years 1400 to 9999)");
}

[[nodiscard]] constexpr int digits(std::string_view text) {
  int value = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace detail

/// Does this year, month and day exist in the calendar (years 1400 to 9999)?
[[nodiscard]] constexpr bool is_a_day(int year, int month, int day) {
  if (year < 1400 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= boost::gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year),
                                                                       static_cast<unsigned short>(month));
}

/// Which day is this? Error COD-D201 when it does not exist.
[[nodiscard]] constexpr date make_date(int year, int month, int day) {
  if (!is_a_day(year, month, day))
    detail::this_is_not_a_day_written_as_YYYY_MM_DD(std::to_string(year) + "-" + std::to_string(month) + "-" +
                                                    std::to_string(day));
  return date{static_cast<unsigned short>(year), static_cast<unsigned short>(month), static_cast<unsigned short>(day)};
}

/// Is this text a day written as YYYY-MM-DD?
[[nodiscard]] constexpr bool is_a_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return is_a_day(detail::digits(text.substr(0, 4)), detail::digits(text.substr(5, 2)),
                  detail::digits(text.substr(8, 2)));
}

/// Which day does this text name? It must read YYYY-MM-DD; error COD-D201 otherwise.
[[nodiscard]] constexpr date parse_date(std::string_view text) {
  if (!is_a_day(text)) detail::this_is_not_a_day_written_as_YYYY_MM_DD(text);
  return make_date(detail::digits(text.substr(0, 4)), detail::digits(text.substr(5, 2)),
                   detail::digits(text.substr(8, 2)));
}

/// The year of a day, as a plain number.
[[nodiscard]] constexpr int year_of(date day) { return static_cast<int>(day.year_month_day().year); }

/// A day that never comes: the end of what has no end.
[[nodiscard]] constexpr date open_end() { return date{boost::date_time::pos_infin}; }

/// How is this day written, as YYYY-MM-DD? "open" for a day without end, "no day" for a date without a value.
[[nodiscard]] inline std::string to_string(date day) {
  if (day.is_special()) return day.is_not_a_date() ? "no day" : "open";
  auto const ymd = day.year_month_day();
  auto const two = [](unsigned n) { return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; };
  return std::to_string(static_cast<unsigned>(ymd.year)) + "-" + two(static_cast<unsigned>(ymd.month)) + "-" +
         two(static_cast<unsigned>(ymd.day));
}

namespace literals {
/// "2025-11-26"_date: a day that does not exist does not compile.
[[nodiscard]] consteval date operator""_date(char const* text, std::size_t size) {
  return parse_date(std::string_view{text, size});
}
}  // namespace literals

}  // namespace codecision
