// SPDX-License-Identifier: BSL-1.0
// From which day is an act in force, and until which day (TFEU 297, Regulation 1182/71 Article 4)?
#pragma once

#include <codecision/core/date.hpp>
#include <codecision/procedure/period.hpp>
#include <codecision/procedure/working_day.hpp>

#include <optional>

namespace codecision::procedure {

/// When an act enters into force: with the first hour of a day. The day never moves for a holiday or a weekend.
struct entry_into_force {
  date day;                            ///< in force from the first hour of this day
  std::optional<date> published = {};  ///< empty where the act names the day itself
  std::optional<days> following = {};  ///< on which day following the publication; empty where the act names the day itself
};

/// When an act ceases to have effect: with the last hour of a day, which never moves.
struct expiry {
  date last_day;  ///< in force until the last hour of this day
  /// The first day without the act.
  [[nodiscard]] constexpr date day_after() const { return detail::shifted(last_day, 1); }
};

namespace detail {
[[noreturn]] inline void an_act_needs_a_day_of_the_calendar() {
  fail(error_code::no_such_day, "an act enters into force, is published or expires on a day of the calendar", "", "give a day");
}
constexpr void require_a_day(date day) {
  if (day.is_special()) an_act_needs_a_day_of_the_calendar();
}
}  // namespace detail

/// When does an act enter into force that does not name the day? On the twentieth day following that of its publication (TFEU
/// 297(1)), or on another one that the act names: the third, `days{3}`. It needs no holidays: Articles 3(4) and 3(5) do not apply.
/// Errors: COD-D201 for no day, COD-T901 out of the calendar.
[[nodiscard]] constexpr entry_into_force in_force_after_publication(date published, days following = days{20}) {
  detail::require_a_day(published);
  return {detail::shifted(published, following.count()), published, following};
}

/// When does an act enter into force that names the day? On that day. Error COD-D201 for no day.
[[nodiscard]] constexpr entry_into_force in_force_from(date day) {
  detail::require_a_day(day);
  return {day};
}

/// Until when is an act in force that applies until a day? Error COD-D201 for no day.
[[nodiscard]] constexpr expiry in_force_until(date last_day) {
  detail::require_a_day(last_day);
  return {last_day};
}

/// Is the act in force on this day?
[[nodiscard]] constexpr bool is_in_force_on(date day, entry_into_force const& from, std::optional<expiry> const& until = std::nullopt) {
  return from.day <= day && (!until || day <= until->last_day);
}

}  // namespace codecision::procedure
