// SPDX-License-Identifier: BSL-1.0
// Which time limit runs, since when, until when, and was a day within it?
#pragma once

#include <codecision/procedure/deadline.hpp>
#include <codecision/procedure/transition.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace codecision::procedure {

/// Was a step taken in time? `not_known`: the day on which the limit began is not known, and it matters.
enum class timeliness : std::uint8_t { no_limit, met, missed, not_known };

/// The word for this value.
[[nodiscard]] constexpr std::string_view name(timeliness t) {
  constexpr std::string_view names[] = {"no time limit", "in time", "too late", "not known"};
  return names[static_cast<std::size_t>(t)];
}

/// Who asked for more time, when, and for how much (TFEU 294(14)).
struct extension {
  date on;  ///< the day of the request
  actor by = actor::parliament;  ///< who asked
  period by_how_much;  ///< for how long
};

/// A time limit that runs. `runs_from` is the first possible day when the true one is not known: communication and receipt
/// follow the vote, so the limit ends on `due()` at the earliest.
struct running_limit {
  time_limit limit;  ///< as the table has it
  date runs_from;  ///< the event from which it runs
  bool start_known = true;  ///< is that day known? If not, the limit is over at the earliest when it says
  std::optional<period> prolonged{};   ///< TFEU 294(14): at most once
  holiday_calendar holidays = institution_holidays();  ///< days on which it does not end
  int days_suspended = 0;              ///< by an emergency brake: the limit stands still meanwhile [interpretation]

  /// When does it end? At the earliest then, while its first day is not known. Errors: COD-T902 when the holidays of that year
  /// are not in the table.
  [[nodiscard]] constexpr due_date due() const {
    return deadline(runs_from + boost::gregorian::days{days_suspended}, limit.length, holidays, {.extension = prolonged});
  }
  /// Is this day within the limit? `not_known` when that hangs on the day on which it began.
  [[nodiscard]] constexpr timeliness on(date day) const {
    if (day <= due().last_day) return timeliness::met;
    return start_known ? timeliness::missed : timeliness::not_known;
  }
};

}  // namespace codecision::procedure
