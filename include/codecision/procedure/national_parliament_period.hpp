// SPDX-License-Identifier: BSL-1.0
// Until when can national parliaments object to a draft, and when may it be put on an agenda and adopted (Protocols 1 and 2)?
#pragma once

#include <codecision/procedure/deadline.hpp>
#include <codecision/procedure/event_kind.hpp>

#include <cstdint>
#include <optional>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation protocol_1_4{"Protocol 1 Art. 4", "CELEX 12012M/TXT", support::confirmed, {},
                                       "eight weeks until a draft is placed on a provisional agenda, ten days from there to the adoption of a position"};
inline constexpr citation protocol_2_6{"Protocol 2 Art. 6", "CELEX 12012M/TXT", support::confirmed, {},
                                       "a reasoned opinion within eight weeks from the transmission in the official languages"};
inline constexpr citation discounted_days_of_parliaments{
    "practice of the institutions (Council document 10722/19)", "Council document 10722/19", support::confirmed, {},
    "August, and since 2019 the days from 20 December to 10 January, are not counted; day by day [interpretation]"};
/// @}
}  // namespace citations

namespace procedure {

/// Which days are left out of the eight weeks? The Protocols leave out none. In practice August, and since 2019 the days from
/// 20 December to 10 January, are not counted, save in urgent cases.
enum class discounting : std::uint8_t { none, august_and_year_end };

/// Is this day left out of the eight weeks?
[[nodiscard]] constexpr bool is_discounted(date day, discounting practice) {
  if (practice == discounting::none) return false;
  auto const ymd = day.year_month_day();
  auto const month = ymd.month.as_number();
  if (month == 12) return ymd.day.as_number() >= 20 && ymd.year >= 2019;
  return month == 8 || (month == 1 && ymd.day.as_number() <= 10 && ymd.year >= 2020);
}

/// The eight weeks of the national parliaments; `eight_weeks` makes them.
struct national_parliament_period {
  date transmitted;              ///< in the official languages; this day is not counted
  discounting practice;  ///< how August is counted
  rolling moves;  ///< whether it moves when it ends on a holiday
  holiday_calendar holidays;  ///< the holidays that were asked
  int discounted_days;           ///< how many days were left out
  date nominal;                  ///< the end before any move
  date last_day;                 ///< the last day for a reasoned opinion

  /// The first day on which the draft may be placed on a provisional agenda (Protocol 1 Art. 4).
  [[nodiscard]] constexpr date day_after() const { return detail::shifted(last_day, 1); }
  /// Is an opinion of this day in time?
  [[nodiscard]] constexpr bool is_met_by(date day) const { return day <= last_day; }
  /// Did it move because it would have ended on a holiday?
  [[nodiscard]] constexpr bool moved() const { return last_day != nominal; }
  /// The first day that is not confirmed and without which the last day would be another: as for `due_date`.
  [[nodiscard]] constexpr std::optional<date> unconfirmed_day() const {
    if (moves == rolling::none) return std::nullopt;
    for (auto day = nominal;; day = detail::shifted(day, 1)) {
      if (detail::is_unconfirmed_weekday(day, holidays)) return day;
      if (day >= last_day) return std::nullopt;
    }
  }
  /// Does the last day hang on a holiday that no published list confirms?
  [[nodiscard]] constexpr bool rests_on_unconfirmed() const { return unconfirmed_day().has_value(); }
};

/// Until when can a national parliament send a reasoned opinion on a draft transmitted on this day (Protocol 2 Art. 6)? The same
/// eight weeks must pass before the draft is placed on a provisional agenda (Protocol 1 Art. 4): `day_after()`. Regulation 1182/71
/// is applied by analogy [interpretation]: `moves` is for those who do not. Errors: COD-T902 for a year without holidays, COD-T901
/// out of the calendar, COD-D201 for no day.
[[nodiscard]] constexpr national_parliament_period eight_weeks(date transmitted, holiday_calendar const& holidays, discounting practice = discounting::none,
                                                               rolling moves = rolling::articles_3_4_and_3_5) {
  if (transmitted.is_special()) detail::the_event_has_no_day();
  auto day = transmitted;
  int discounted = 0;
  for (int left = 56; left > 0;) {
    day = detail::shifted(day, 1);
    if (is_discounted(day, practice)) ++discounted; else --left;
  }
  auto const end = detail::move(transmitted, day, true, moves, {holidays});
  return {transmitted, practice, moves, holidays, discounted, end.nominal, end.last};
}

/// The ten days between placing a draft on a provisional agenda and adopting a position (Protocol 1 Art. 4); the position may be
/// adopted from `day_after()` on. Whether an end on a weekend moves is open, as for every period of the Treaties [interpretation].
[[nodiscard]] constexpr due_date ten_days_on_agenda(date placed, holiday_calendar const& holidays, rolling moves = rolling::articles_3_4_and_3_5) {
  return deadline(placed, days{10}, holidays, {.moves = moves});
}

/// Is this a decision of the Council on a draft legislative act, for which the eight weeks are waited? To authorise enhanced
/// cooperation is to adopt no legislative act. [interpretation]
[[nodiscard]] constexpr bool waits_for_parliaments(event_kind e) {
  return e == event_kind::approve_parliament_position || e == event_kind::adopt_own_position || e == event_kind::adopt_act;
}

/// Before which decisions of the Council must ten days pass on its provisional agenda (Protocol 1 Art. 4)? The text names "the
/// adoption of a position": read to the letter, approving Parliament's position and adopting an act are none. [interpretation]
enum class ten_days_before : std::uint8_t { its_own_position, every_decision };

/// From which day on may the Council take this decision on a draft that national parliaments had on a day, save in urgent cases? Eight
/// weeks, then the day on which it is placed on a provisional agenda, then ten days (Protocol 1 Art. 4). A lower bound: no end is moved
/// over a weekend, and August is counted.
[[nodiscard]] constexpr date first_day_for_the_council(event_kind decision, date available, ten_days_before which = ten_days_before::its_own_position) {
  auto const any_day = holiday_calendar::weekends_only();
  auto const placed = eight_weeks(available, any_day, discounting::none, rolling::none).day_after();
  if (decision != event_kind::adopt_own_position && which == ten_days_before::its_own_position) return placed;
  return ten_days_on_agenda(placed, any_day, rolling::none).day_after();
}

}  // namespace procedure
}  // namespace codecision
