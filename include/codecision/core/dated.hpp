// SPDX-License-Identifier: BSL-1.0
// What holds on a day: entries with a first and a last day, and the look-up by day.
#pragma once

#include <codecision/core/date.hpp>

namespace codecision {

/// The days from `from` to `to`, both included. An open end is `open_end()`.
struct validity {
  date from;  ///< the first day
  date to;  ///< the last day
  /// False for what is no day of the calendar: a date without a value, or `open_end()`.
  [[nodiscard]] constexpr bool covers(date day) const { return !day.is_special() && from <= day && day <= to; }
};

/// Which entry of a table holds on this day? Null when none does. The table is a range of entries with a member `valid`
/// (a validity); cost: one pass over the table.
template <class Table>
[[nodiscard]] constexpr auto find_on(Table const& table, date day) -> decltype(&*table.begin()) {
  for (auto const& entry : table)
    if (entry.valid.covers(day)) return &entry;
  return nullptr;
}

}  // namespace codecision
