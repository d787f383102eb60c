// SPDX-License-Identifier: BSL-1.0
// Which days are public holidays of the institutions of the Union, in Brussels and in Luxembourg?
#pragma once

#include <codecision/data/holiday_calendar.hpp>
#include <codecision/data/tables/holidays.hpp>

#include <cstdint>

namespace codecision {

/// Where an institution works: their holidays differ by one day (21 July in Brussels, 23 June in Luxembourg).
enum class workplace : std::uint8_t { brussels, luxembourg };

/// The calendars of the institutions, by place of work.
struct institution_calendars {
  /// The calendar of this place. Cost: constant.
  [[nodiscard]] static constexpr holiday_calendar at(workplace where) {
    if (where == workplace::luxembourg)
      return {holiday_calendar::unchecked{}, "public holidays of the institutions, Luxembourg", detail::holiday_years_in_luxembourg};
    return {holiday_calendar::unchecked{}, "public holidays of the institutions, Brussels", detail::holiday_years_in_brussels};
  }
};

/// The public holidays of the institutions as the Commission publishes them each year for Brussels and Luxembourg
/// (Regulation 1182/71, Article 2(1)): 2014 and 2022 to 2027. Each year has its status: 2014 and 2023 are confirmed, 2024 up to
/// 15 August; 2025 is a copy; 2022, 2026 and 2027 follow the pattern of the others. Parliament, the Council and the Court may
/// have other days: give `deadline` a calendar of your own then.
[[nodiscard]] constexpr holiday_calendar institution_holidays(workplace where = workplace::brussels) {
  return institution_calendars::at(where);
}

}  // namespace codecision
