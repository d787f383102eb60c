// SPDX-License-Identifier: BSL-1.0
// How long is a legal period: so many hours, days, working days, weeks, months or years?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/core/wording.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace codecision {

/// In what a period is expressed: each is counted in its own way (Regulation 1182/71, Article 3).
enum class period_unit : std::uint8_t { hours, days, working_days, weeks, months, years };

namespace detail {

[[noreturn]] inline void a_period_is_longer_than_zero(int count, char const* many) {
  fail(error_code::bad_period, "a period of " + std::to_string(count) + " " + many + " is no period", "",
       "write a whole number from 1 on; backwards{days{14}} counts before a day");
}
[[noreturn]] inline void this_part_of_a_month_is_no_whole_number_of_days(int numerator, int denominator) {
  fail(error_code::bad_period,
       std::to_string(numerator) + "/" + std::to_string(denominator) + " of a month is not a whole number of days, from 1 to 29",
       "a month has thirty days where parts of it are counted (Regulation 1182/71 Art. 3(2)(d))",
       "write a half, thirds, fifths, sixths, tenths, fifteenths or thirtieths, less than a month");
}

struct unit_names {
  char const* one;
  char const* many;
};
[[nodiscard]] constexpr unit_names names_of(period_unit unit) {
  constexpr std::array<unit_names, 6> names{{{"hour", "hours"}, {"day", "days"}, {"working day", "working days"},
                                             {"week", "weeks"}, {"month", "months"}, {"year", "years"}}};
  return names[static_cast<std::size_t>(unit)];
}

}  // namespace detail

/// So many of one unit: `months{3}`, `working_days{5}`. Error COD-T901 for zero or less.
template <period_unit Unit>
class length_in {
 public:
  /// So many of this unit. Error COD-T901 below one.
  constexpr explicit length_in(int count) : count_{count} {
    if (count < 1) detail::a_period_is_longer_than_zero(count, detail::names_of(Unit).many);
  }
  /// How many?
  [[nodiscard]] constexpr int count() const { return count_; }
  [[nodiscard]] friend constexpr bool operator==(length_in, length_in) = default;

 private:
  int count_;
};

using hours = length_in<period_unit::hours>;  ///< clock hours
using days = length_in<period_unit::days>;  ///< calendar days
using working_days = length_in<period_unit::working_days>;  ///< days that are neither holidays nor at the weekend
using weeks = length_in<period_unit::weeks>;  ///< of seven days
using months = length_in<period_unit::months>;  ///< calendar months
using years = length_in<period_unit::years>;  ///< calendar years

/// A part of a month, such as a half: `part_of_month{1, 2}`. It counts as days, thirty to the month (Article 3(2)(d)).
/// Error COD-T901 where that is not a whole number of days, or not less than a month.
class part_of_month {
 public:
  /// The part numerator / denominator. Error COD-T901, see above.
  constexpr part_of_month(int numerator, int denominator) {
    if (numerator < 1 || denominator < 1 || numerator >= denominator || numerator > 1000 || 30 * numerator % denominator != 0)
      detail::this_part_of_a_month_is_no_whole_number_of_days(numerator, denominator);
    days_ = 30 * numerator / denominator;
  }
  /// In days, from 1 to 29.
  [[nodiscard]] constexpr int in_days() const { return days_; }
  [[nodiscard]] friend constexpr bool operator==(part_of_month, part_of_month) = default;

 private:
  int days_ = 0;
};

/// A legal period: a number of one unit, and perhaps a part of a month. Every unit converts to it: `period p = months{3};`
class period {
 public:
  /// A period of one unit.
  template <period_unit Unit>
  constexpr period(length_in<Unit> length) : count_{length.count()}, unit_{Unit} {}
  /// A part of a month, of thirty days.
  constexpr period(part_of_month part) : days_of_part_{part.in_days()} {}
  /// Whole months and a part.
  constexpr period(months whole, part_of_month part) : count_{whole.count()}, days_of_part_{part.in_days()} {}

  /// How many whole units? 0 for a part of a month alone.
  [[nodiscard]] constexpr int count() const { return count_; }
  /// In which unit it is counted.
  [[nodiscard]] constexpr period_unit unit() const { return unit_; }
  /// The part of a month, in days; 0 when the period has none.
  [[nodiscard]] constexpr int days_of_part() const { return days_of_part_; }
  [[nodiscard]] friend constexpr bool operator==(period const&, period const&) = default;

 private:
  int count_ = 0;
  period_unit unit_ = period_unit::months;
  int days_of_part_ = 0;
};

/// One and a half months: `months{1} + part_of_month{1, 2}`.
[[nodiscard]] constexpr period operator+(months whole, part_of_month part) { return {whole, part}; }

/// A period of this unit chosen at run time. Error COD-T901 for zero or less.
[[nodiscard]] constexpr period make_period(int count, period_unit unit) {
  switch (unit) {
    case period_unit::hours: return hours{count};
    case period_unit::days: return days{count};
    case period_unit::working_days: return working_days{count};
    case period_unit::weeks: return weeks{count};
    case period_unit::months: return months{count};
    case period_unit::years: break;
  }
  return years{count};
}

/// Is this a period of two days or more (Article 3(5))? Every period in weeks, months or years is.
[[nodiscard]] constexpr bool is_two_days_or_more(period const& length) {
  switch (length.unit()) {
    case period_unit::hours: return length.count() >= 48;
    case period_unit::days:
    case period_unit::working_days: return length.count() >= 2;
    default: return length.count() > 0 || length.days_of_part() >= 2;
  }
}

/// The period in words: "3 months", "1 working day", "1 month and 15 days (part of a month)".
[[nodiscard]] inline std::string to_string(period const& length) {
  auto const names = detail::names_of(length.unit());
  std::string text;
  if (length.count() > 0) text = wording::counted_as(length.count(), names.one, names.many);
  if (length.days_of_part() == 0) return text;
  auto const part = wording::counted_as(length.days_of_part(), "day", "days") + " (part of a month)";
  return text.empty() ? part : text + " and " + part;
}

}  // namespace codecision
