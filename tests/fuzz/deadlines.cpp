// SPDX-License-Identifier: BSL-1.0
// Periods from any day, of any length, in any reading: a last day after the event, or an error.
#include "fuzz.hpp"

#include <codecision/data/holidays.hpp>
#include <codecision/procedure/backwards.hpp>
#include <codecision/procedure/entry_into_force.hpp>
#include <codecision/procedure/explain_period.hpp>
#include <codecision/procedure/hours.hpp>
#include <codecision/procedure/national_parliament_period.hpp>

#include <optional>

namespace cod = codecision;
namespace procedure = codecision::procedure;

namespace {

/// Days near those that the tables know, and days from the whole calendar.
cod::date day_of(fuzz::bytes& input) {
  auto const first = cod::make_date(input.number(1) == 0 ? 1400 : 2010, 1, 1);
  auto const day = first + boost::gregorian::days{static_cast<long>(input.number(0xFFFFFF))};
  auto const last = cod::make_date(9999, 12, 31);
  return day.is_special() || day > last ? last : day;
}
/// Small counts and the largest ones.
int count_of(fuzz::bytes& input) {
  auto const sort = input.number(15);  // the large ones seldom: days without a table are looked at one by one
  if (sort == 0) return static_cast<int>(input.number(0xFFFFFFFFu));
  return static_cast<int>(input.number(sort == 1 ? 0xFFFFu : 0x3Fu));
}
std::optional<cod::period> period_of(fuzz::bytes& input) {
  std::optional<cod::period> length;
  auto const unit = static_cast<cod::period_unit>(input.number(5));
  auto const count = count_of(input);
  if (input.number(7) == 7)
    fuzz::accepted([&] { length = cod::months{count} + cod::part_of_month{static_cast<int>(input.number(40)), static_cast<int>(input.number(40))}; });
  else
    fuzz::accepted([&] { length = cod::make_period(count, unit); });
  if (length && unit == cod::period_unit::working_days && length->count() > 80) return std::nullopt;  // counted day by day
  return length;
}
cod::holiday_calendar holidays_of(fuzz::bytes& input) {
  auto const which = input.number(2);
  if (which == 0) return cod::holiday_calendar::weekends_only();
  return cod::institution_holidays(which == 1 ? cod::workplace::brussels : cod::workplace::luxembourg);
}

void check(procedure::due_date const& due) {
  fuzz::require(due.event < due.nominal, "a period ends before it begins");
  fuzz::require(due.nominal <= due.after_3_4 && due.after_3_4 <= due.last_day, "a last day moved back");
  fuzz::require(due.is_met_by(due.last_day), "the last day is too late");
  fuzz::accepted([&] { fuzz::require(!due.is_met_by(due.day_after()), "the day after the last one is in time"); });
  fuzz::accepted([&] { static_cast<void>(due.unconfirmed_day()); });
  fuzz::accepted([&] { fuzz::require(fuzz::is_harmless(explain(due).text), "an explanation is not fit to print"); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::bytes input{data, size};
  auto const event = day_of(input);
  auto const length = period_of(input);
  auto const holidays = holidays_of(input);
  procedure::deadline_options options;
  options.moves = static_cast<procedure::rolling>(input.number(2));
  options.extended = static_cast<procedure::extension_reading>(input.number(2));
  if (input.number(1) == 1) options.extension = period_of(input);
  if (length) fuzz::accepted([&] { check(procedure::deadline(event, *length, holidays, options)); });
  fuzz::accepted([&] {
    auto const due = procedure::eight_weeks(event, holidays, static_cast<procedure::discounting>(input.number(1)), options.moves);
    fuzz::require((due.last_day - event).days() >= 56, "eight weeks have less than 56 days");
  });
  fuzz::accepted([&] {
    auto const due = procedure::deadline(cod::make_moment(event, static_cast<int>(input.number(24))), cod::hours{count_of(input)});
    fuzz::require(due.begins < due.ends && due.event < due.ends, "hours end before they begin");
  });
  fuzz::accepted([&] { fuzz::require(procedure::in_force_after_publication(event, cod::days{count_of(input)}).day > event, "in force before it is published"); });
  return 0;
}
