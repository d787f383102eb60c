// SPDX-License-Identifier: BSL-1.0
// Which is the last day for something that must happen so long before a day, such as sending an agenda?
#pragma once

#include <codecision/procedure/deadline.hpp>

#include <cstdint>
#include <string>

namespace codecision {

/// A period that is counted backwards from a day: `backwards{days{14}}`. A type of its own, so that it cannot be taken for one that
/// runs forward: its end never moves (Regulation 1182/71, Article 3(4), second subparagraph [from memory]).
class backwards {
 public:
  /// This length of time before an event.
  constexpr explicit backwards(period const& length) : length_{length} {}
  /// The length.
  [[nodiscard]] constexpr period const& length() const { return length_; }
  [[nodiscard]] friend constexpr bool operator==(backwards const&, backwards const&) = default;

 private:
  period length_;
};

/// In words, such as "10 days before".
[[nodiscard]] inline std::string to_string(backwards const& length) { return to_string(length.length()) + " before"; }

namespace procedure {

/// Is "fourteen days before" kept on the fourteenth day before, or do fourteen whole days lie between [interpretation]?
enum class backwards_reading : std::uint8_t { nth_day_before, clear_days };

/// The last day on which something can still happen in time before an event; `deadline` makes it.
struct notice_date {
  date event;  ///< from which it is counted
  backwards length;  ///< how long before
  backwards_reading reading;  ///< how the law is read
  date last_day;  ///< the last day on which the thing can be done
  /// Is what happens on this day early enough?
  [[nodiscard]] constexpr bool is_met_by(date day) const { return day <= last_day; }
};

namespace detail {

[[noreturn]] inline void working_days_before_a_day_need_a_calendar_of_holidays() {
  fail(error_code::no_holidays, "working days before a day cannot be counted without public holidays", "",
       "give a calendar: deadline(day, backwards{working_days{3}}, institution_holidays())");
}

[[nodiscard]] constexpr date counted_back(date event, period const& length, holiday_calendar const* holidays) {
  switch (length.unit()) {
    case period_unit::days: return shifted(event, -std::int64_t{length.count()});
    case period_unit::weeks: return shifted(event, -7 * std::int64_t{length.count()});
    case period_unit::months: return shifted(months_later(event, -std::int64_t{length.count()}), -length.days_of_part());
    case period_unit::years: return months_later(event, -12 * std::int64_t{length.count()});
    case period_unit::working_days: break;
    case period_unit::hours: a_period_in_hours_runs_from_an_hour();
  }
  if (holidays == nullptr) working_days_before_a_day_need_a_calendar_of_holidays();
  auto day = event;
  for (auto left = length.count(); left > 0; left -= is_working_day(day, *holidays) ? 1 : 0) day = shifted(day, -1);
  return day;
}

[[nodiscard]] constexpr notice_date notice(date event, backwards const& length, holiday_calendar const* holidays, backwards_reading reading) {
  if (event.is_special()) the_event_has_no_day();
  auto const last = counted_back(event, length.length(), holidays);
  return {event, length, reading, reading == backwards_reading::clear_days ? shifted(last, -1) : last};
}

}  // namespace detail

/// Which is the last day so long before an event? Days, weeks, months and years need no holidays: weekends and holidays count, and
/// the day found stays. Errors: COD-T901 for hours and out of the calendar, COD-T902 for working days, COD-D201 for no day.
[[nodiscard]] constexpr notice_date deadline(date event, backwards const& length, backwards_reading reading = backwards_reading::nth_day_before) {
  return detail::notice(event, length, nullptr, reading);
}

/// The same with public holidays, which working days need. Errors: COD-T901, COD-T902 for a year without holidays, COD-D201.
[[nodiscard]] constexpr notice_date deadline(date event, backwards const& length, holiday_calendar const& holidays,
                                             backwards_reading reading = backwards_reading::nth_day_before) {
  return detail::notice(event, length, &holidays, reading);
}

}  // namespace procedure
}  // namespace codecision
