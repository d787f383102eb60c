// SPDX-License-Identifier: BSL-1.0
// Tasks about the last day of a period.
#include "task.hpp"

#include <array>

namespace cod = codecision;

namespace worksheet {

namespace {

/// "Tuesday 14 March 2023"
std::string spoken(cod::date day) {
  constexpr std::array<char const*, 7> days{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  constexpr std::array<char const*, 12> months{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  return std::string{days[day.day_of_week().as_number()]} + " " + std::to_string(day.day().as_number()) + " " +
         months[static_cast<std::size_t>(day.month().as_number() - 1)] + " " + std::to_string(static_cast<unsigned>(day.year()));
}

cod::period drawn_period(lot& drawn, int level) {
  switch (drawn.number(0, level == 1 ? 1 : 3)) {
    case 0: return cod::weeks{drawn.number(2, 8)};
    case 1: return cod::months{drawn.number(1, 4)};
    case 2: return cod::days{drawn.number(10, 40)};
    default: return cod::months{3};
  }
}

/// The public holidays that a person has to know: those from a week before the end to the end.
std::string holidays_near(cod::procedure::due_date const& due) {
  std::string names;
  for (auto day = due.nominal - boost::gregorian::days{1}; day <= due.last_day; day += boost::gregorian::days{1})
    if (!cod::procedure::is_weekend(day) && due.holidays.is_holiday(day)) names += (names.empty() ? "" : ", ") + spoken(day);
  return names.empty() ? "No public holiday falls on the last days." : "Public holidays of the institutions near the end: " + names + ".";
}

std::string how(cod::procedure::due_date const& due) {
  std::string text = "The day of the event is not counted.";
  if (due.last_month_was_too_short()) text += " The last month has no such date, so its last day is taken.";
  if (due.moved()) return text + " " + spoken(due.nominal) + " is no working day, so the period ends with the next one.";
  return text + " That is a working day.";
}

}  // namespace

task deadline_task(lot& drawn, choice const& of, cod::electorate const&) {
  // 2023: the list of holidays of that year was seen in the Official Journal, from the first day to the last.
  auto const event = cod::make_date(2023, 1, 2) + boost::gregorian::days{drawn.number(0, 230)};
  if (cod::procedure::is_weekend(event)) return {};
  auto const due = cod::procedure::deadline(event, drawn_period(drawn, of.level), cod::institution_holidays());
  auto const hard = due.moved() || due.last_month_was_too_short();
  if (cod::year_of(due.last_day) != 2023 || (of.level == 1) == hard) return {};
  if (of.level == 3 && !due.last_month_was_too_short() && !due.holidays.is_holiday(due.nominal)) return {};
  return {"A period of " + cod::to_string(due.length) + " runs from an event on " + spoken(event) + ". On which day does it end? " + holidays_near(due),
          spoken(due.last_day) + ". " + how(due), "Regulation 1182/71, Article 3"};
}

}  // namespace worksheet
