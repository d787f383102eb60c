// SPDX-License-Identifier: BSL-1.0
// When was it: on a day, in a month, or somewhere between two days?
#pragma once

#include <codecision/core/date.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace codecision {

/// How exactly a date is known.
enum class precision : std::uint8_t { day, month, unknown };

/// The word for this value.
[[nodiscard]] constexpr std::string_view name(precision p) {
  constexpr std::string_view names[] = {"day", "month", "unknown"};
  return names[static_cast<std::size_t>(p)];
}

/// The date of a record: its earliest and its latest possible day. A day converts to it, so that "2025-11-06"_date can
/// stand wherever a `when` is wanted. `stated` is false until a date was given.
struct when {
  date earliest{boost::date_time::neg_infin};  ///< the first day on which it may have been
  date latest{boost::date_time::pos_infin};  ///< the last day on which it may have been
  codecision::precision precision = codecision::precision::unknown;  ///< a day, a month, or bounds only

  constexpr when() = default;
  /// This day.
  constexpr when(date day) : earliest{day}, latest{day}, precision{codecision::precision::day} {}
  /// Some day from `from` to `to`, known to this precision.
  constexpr when(date from, date to, codecision::precision how) : earliest{from}, latest{to}, precision{how} {}

  /// Is the day known?
  [[nodiscard]] constexpr bool is_day() const { return precision == codecision::precision::day; }
  /// Was any date or bound given?
  [[nodiscard]] constexpr bool stated() const {
    return !earliest.is_not_a_date() && !latest.is_not_a_date() &&
           (!earliest.is_neg_infinity() || !latest.is_pos_infinity());
  }
  [[nodiscard]] friend constexpr bool operator==(when a, when b) {
    return a.earliest == b.earliest && a.latest == b.latest && a.precision == b.precision;
  }
};

/// Some day of a month. Error COD-D201 when the month does not exist.
[[nodiscard]] constexpr when month_of(int year, int month) {
  auto const first = make_date(year, month, 1);
  auto const last = boost::gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year),
                                                                           static_cast<unsigned short>(month));
  return {first, make_date(year, month, static_cast<int>(last)), precision::month};
}

/// A day that nobody stated, not before `from` and not after `to`.
[[nodiscard]] constexpr when between_days(date from, date to) { return {from, to, precision::unknown}; }

/// Is it certain that a came after b?
[[nodiscard]] constexpr bool certainly_later(when a, when b) { return a.earliest > b.latest; }

/// Which date does this text name? It must read YYYY-MM-DD or YYYY-MM; empty for any other text.
[[nodiscard]] constexpr std::optional<when> find_when(std::string_view text) {
  if (is_a_day(text)) return when{parse_date(text)};
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  auto const year = detail::digits(text.substr(0, 4));
  auto const month = detail::digits(text.substr(5, 2));
  if (!is_a_day(year, month, 1)) return std::nullopt;
  return month_of(year, month);
}

/// The date without its bounds: "2025-11-06", "2025-11", or nothing when neither day nor month is known.
[[nodiscard]] inline std::string stated_date(when w) {
  if (w.precision == precision::unknown) return {};
  return to_string(w.latest).substr(0, w.is_day() ? 10 : 7);
}

/// How is this date written: "2025-11-06", "2025-11", or "2022-07-01 to 2022-12-31"?
[[nodiscard]] inline std::string to_string(when w) {
  if (w.precision != precision::unknown) return stated_date(w);
  if (!w.stated()) return "no date";
  if (w.earliest.is_neg_infinity()) return "not after " + to_string(w.latest);
  if (w.latest.is_pos_infinity()) return "not before " + to_string(w.earliest);
  return to_string(w.earliest) + " to " + to_string(w.latest);
}

}  // namespace codecision
