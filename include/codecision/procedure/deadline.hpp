// SPDX-License-Identifier: BSL-1.0
// Which is the last day of a period, why, and does it rest on a day that is not confirmed (Regulation 1182/71)?
#pragma once

#include <codecision/procedure/period.hpp>
#include <codecision/procedure/working_day.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <cstdint>
#include <optional>

namespace codecision::procedure {

/// May the last day move? Articles 3(4) and 3(5) hold for acts of the Council and the Commission; for periods of the Treaties they
/// are applied by analogy [interpretation]: `none` is for those who do not.
enum class rolling : std::uint8_t { articles_3_4_and_3_5, article_3_4_only, none };

/// How is a period counted that was extended? The Regulation does not say [interpretation].
enum class extension_reading : std::uint8_t {
  one_period_from_event,  ///< three months and one are four months from the event; other units after each other
  from_nominal_end,       ///< the extension runs from the end of the period before any move
  from_last_day,          ///< the extension runs from the end of the period after the move
};

/// What else decides on the last day.
struct deadline_options {
  std::optional<period> extension{};  ///< the time by which it was prolonged
  extension_reading extended = extension_reading::one_period_from_event;  ///< how the prolonged period is counted
  rolling moves = rolling::articles_3_4_and_3_5;  ///< whether it moves when it ends on a holiday
};

namespace detail {

[[noreturn]] inline void a_period_in_hours_runs_from_an_hour() {
  fail(error_code::bad_period, "a period in hours runs from an hour, not from a day", "",
       "include codecision/procedure/hours.hpp and give the day with its time: deadline(ptime, hours{72})");
}
[[noreturn]] inline void the_event_has_no_day() {
  fail(error_code::no_such_day, "the event from which a period runs has no day", "", "give a day of the calendar");
}

/// The same date so many months later, or the last day of that month where it has no such date.
[[nodiscard]] constexpr date months_later(date day, std::int64_t count) {
  auto const ymd = day.year_month_day();
  auto const month = std::int64_t{ymd.year} * 12 + ymd.month.as_number() - 1 + count;
  if (month < 1400L * 12 || month >= 10'000L * 12) the_calendar_ends_with_the_year_9999(day);
  auto const y = static_cast<unsigned short>(month / 12);
  auto const m = static_cast<unsigned short>(month % 12 + 1);
  auto const last = boost::gregorian::gregorian_calendar::end_of_month_day(y, m);
  auto const wanted = ymd.day.as_number();
  return date{y, m, wanted < last ? wanted : last};
}

[[nodiscard]] constexpr bool is_unconfirmed_weekday(date day, holiday_calendar const& holidays) {
  return !is_weekend(day) && holidays.covers(day) && is_unconfirmed(holidays.status_on(day));
}

/// The calendar, perhaps with one day taken for what it is not: a holiday for a working day, or the other way round.
struct day_view {
  holiday_calendar const& holidays;
  date turned = open_end();
  date last = open_end();  ///< for a turned day: days without a table count as working days only after this one
  [[nodiscard]] constexpr bool is_working(date day) const {
    if (is_weekend(day)) return false;
    if (turned != open_end() && !holidays.covers(day)) return day > last;
    return holidays.is_holiday(day) == (day == turned);
  }
};

/// The end of a period before any move; for working days the day that completes them.
[[nodiscard]] constexpr date nominal_end(date from, period_unit unit, std::int64_t count, int days_of_part, day_view const& days) {
  switch (unit) {
    case period_unit::days: return shifted(from, count);
    case period_unit::weeks: return shifted(from, 7 * count);
    case period_unit::months: return shifted(months_later(from, count), days_of_part);
    case period_unit::years: return months_later(from, 12 * count);
    case period_unit::working_days: break;
    case period_unit::hours: a_period_in_hours_runs_from_an_hour();
  }
  for (; count > 0; count -= days.is_working(from) ? 1 : 0) from = shifted(from, 1);
  return from;
}
[[nodiscard]] constexpr date nominal_end(date from, period const& length, day_view const& days) {
  return nominal_end(from, length.unit(), length.count(), length.days_of_part(), days);
}

/// How many working days lie after the event and up to the last day? Counts from the end, and no further than `most`.
[[nodiscard]] constexpr int working_days_up_to(int most, date event, date last, day_view const& days) {
  int count = 0;
  for (auto day = last; day > event && count < most; day = shifted(day, -1)) count += days.is_working(day) ? 1 : 0;
  return count;
}

struct moved_end {
  date nominal;
  date after_3_4;
  date last;
};

/// Moves the end of a period as Articles 3(4) and 3(5) say.
[[nodiscard]] constexpr moved_end move(date event, date nominal, bool two_days_or_more, rolling moves, day_view const& days) {
  moved_end end{nominal, nominal, nominal};
  if (moves == rolling::none) return end;
  while (!days.is_working(end.last)) end.last = shifted(end.last, 1);
  end.after_3_4 = end.last;
  if (moves == rolling::article_3_4_only || !two_days_or_more) return end;
  if (working_days_up_to(2, event, end.last, days) == 2) return end;
  do end.last = shifted(end.last, 1);
  while (!days.is_working(end.last));
  return end;
}

/// The whole calculation, with the days as this view sees them.
[[nodiscard]] constexpr moved_end end_of(date event, period const& length, deadline_options const& options, day_view const& days) {
  auto const first = nominal_end(event, length, days);
  auto const two_or_more = is_two_days_or_more(length);
  if (!options.extension) return move(event, first, two_or_more, options.moves, days);
  auto const& more = *options.extension;
  auto nominal = first;
  if (options.extended == extension_reading::one_period_from_event && more.unit() == length.unit())
    nominal = nominal_end(event, length.unit(), std::int64_t{length.count()} + more.count(), length.days_of_part() + more.days_of_part(), days);
  else if (options.extended == extension_reading::from_last_day)
    nominal = nominal_end(move(event, first, two_or_more, options.moves, days).last, more, days);
  else
    nominal = nominal_end(first, more, days);
  return move(event, nominal, true, options.moves, days);
}

}  // namespace detail

/// The last day of a period, with what led to it; `deadline` makes it. It refers to the calendar's list of years: keep that as long.
struct due_date {
  date event;                ///< the day of the event, which is not counted
  period length;  ///< how long it is
  deadline_options options;  ///< the extension, and how the law was read
  holiday_calendar holidays;  ///< the holidays that were asked
  date nominal;              ///< the end before any move
  date after_3_4;            ///< the end after Article 3(4), before Article 3(5)
  date last_day;             ///< the period ends with the last hour of this day

  /// The first day on which the period is over.
  [[nodiscard]] constexpr date day_after() const { return detail::shifted(last_day, 1); }
  /// Is what happens on this day in time?
  [[nodiscard]] constexpr bool is_met_by(date day) const { return day <= last_day; }
  /// Did the end move because it fell on a public holiday, a Sunday or a Saturday?
  [[nodiscard]] constexpr bool moved_by_3_4() const { return after_3_4 != nominal; }
  /// Did the end move because the period had less than two working days?
  [[nodiscard]] constexpr bool moved_by_3_5() const { return last_day != after_3_4; }
  /// Did it move because it would have ended on a holiday?
  [[nodiscard]] constexpr bool moved() const { return last_day != nominal; }
  /// Has the last month no such date as the day of the event, so that its last day was taken (Article 3(2)(c), last sentence)?
  /// Asked of one period in months or years; false for parts of months and for an extension that follows the period.
  [[nodiscard]] constexpr bool last_month_was_too_short() const {
    auto const unit = length.unit();
    if ((unit != period_unit::months && unit != period_unit::years) || length.days_of_part() > 0) return false;
    auto const one_period = !options.extension || (options.extended == extension_reading::one_period_from_event &&
                                                   options.extension->unit() == unit && options.extension->days_of_part() == 0);
    return one_period && nominal.day().as_number() < event.day().as_number();
  }

  /// Would the last day be another if this one day were not what the calendar says: a working day if it is a holiday, a holiday if
  /// it is a working day? Never for a Saturday or a Sunday.
  [[nodiscard]] constexpr bool rests_on(date day) const {
    if (day.is_special() || is_weekend(day) || day <= event || day > last_day) return false;
    return detail::end_of(event, length, options, {holidays, day, last_day}).last != last_day;
  }
  /// The first day on which the last day rests (see `rests_on`) and which is not confirmed; empty when there is none.
  /// An extra holiday that a decision adds may fall on a working day too, so a working day counts as well as a holiday.
  /// Cost: a few days around the end; every day of a period in working days.
  [[nodiscard]] constexpr std::optional<date> unconfirmed_day() const {
    for (auto day = first_day_that_may_matter();; day = detail::shifted(day, 1)) {
      if (detail::is_unconfirmed_weekday(day, holidays) && rests_on(day)) return day;
      if (day >= last_day) return std::nullopt;
    }
  }
  /// Does it rest on a day that is not confirmed?
  [[nodiscard]] constexpr bool rests_on_unconfirmed() const { return unconfirmed_day().has_value(); }
  /// Days before this one do not change the last day: two working days of the period follow them.
  [[nodiscard]] constexpr date first_day_that_may_matter() const {
    auto const after_event = detail::shifted(event, 1);
    auto const& more = options.extension;
    if (length.unit() == period_unit::working_days || (more && more->unit() == period_unit::working_days) ||
        (more && options.extended == extension_reading::from_last_day))
      return after_event;
    auto day = nominal;
    for (int found = 0; day > after_event && found < 2; day = detail::shifted(day, -1))
      if (!is_weekend(day) && holidays.covers(day) && !holidays.is_holiday(day)) ++found;
    return day < after_event ? after_event : day;
  }
};

/// Which is the last day of a period that an event sets off? The day of the event is not counted (Article 3(1)); weeks, months and
/// years end on the same weekday or date as that day (3(2)(c)); a last day that is no working day moves to the next one (3(4)); two
/// days or more include two working days (3(5)). Errors: COD-T901 for a period in hours (procedure/hours.hpp) or out of the
/// calendar, COD-T902 where the answer depends on a year without holidays, COD-D201 for an event without a day.
/// Cost: a few days around the end; a period in working days is counted day by day, in constant expressions up to 1200 (Clang 14).
[[nodiscard]] constexpr due_date deadline(date event, period const& length, holiday_calendar const& holidays, deadline_options const& options = {}) {
  if (event.is_special()) detail::the_event_has_no_day();
  auto const end = detail::end_of(event, length, options, {holidays});
  return {event, length, options, holidays, end.nominal, end.after_3_4, end.last};
}

}  // namespace codecision::procedure
