// SPDX-License-Identifier: BSL-1.0
// How is a legal period written on a command line, which public holidays count, and what is its last day?
#pragma once

#include <codecision/codecision.hpp>
#include <codecision/procedure/explain_period.hpp>
#include <codecision/procedure/hours.hpp>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace examples {

namespace detail {

[[noreturn]] inline void this_is_not_a_period(std::string const& text) {
  codecision::fail(codecision::error_code::bad_period, "'" + text + "' is not a period", "",
                   "write a number and a unit: 72h, 5d, 3wd (working days), 6w, 3m, 1y");
}

/// The unit of "3m", "3 months", "1 month". Empty when it is none.
inline std::optional<codecision::period_unit> unit_named(std::string_view text) {
  using enum codecision::period_unit;
  struct word { std::string_view brief, one, many; codecision::period_unit unit; };
  constexpr word words[] = {{"h", "hour", "hours", hours}, {"d", "day", "days", days}, {"wd", "working day", "working days", working_days},
                            {"w", "week", "weeks", weeks}, {"m", "month", "months", months}, {"y", "year", "years", years}};
  for (auto const& w : words)
    if (text == w.brief || text == w.one || text == w.many) return w.unit;
  return std::nullopt;
}

}  // namespace detail

/// "3m", "5wd", "3 months", "1 working day". Error COD-T901.
inline codecision::period parsed_period(std::string const& text) {
  int count = 0;
  auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (problem != std::errc{}) detail::this_is_not_a_period(text);
  std::string_view rest{end, static_cast<std::size_t>(text.data() + text.size() - end)};
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  auto const unit = detail::unit_named(rest);
  if (!unit) detail::this_is_not_a_period(text);
  return codecision::make_period(count, *unit);
}

/// The public holidays of the institutions in "brussels" or "luxembourg", or "none".
inline codecision::holiday_calendar calendar_named(std::string const& name) {
  if (name == "none") return codecision::holiday_calendar::weekends_only();
  return codecision::institution_holidays(name == "luxembourg" ? codecision::workplace::luxembourg : codecision::workplace::brussels);
}

/// What was asked about a period.
struct period_arguments {
  std::string event, period, extended_by;
  std::string holidays = "brussels";
  bool before = false;  ///< counted backwards from the event
};

inline codecision::procedure::deadline_options options_of(period_arguments const& a) {
  codecision::procedure::deadline_options options;
  if (!a.extended_by.empty()) options.extension = parsed_period(a.extended_by);
  return options;
}

/// The last day, the last hour, or the last day for a notice.
using period_answer = std::variant<codecision::procedure::due_date, codecision::procedure::due_hour, codecision::procedure::notice_date>;

/// When does the period end? Errors: COD-T901, COD-T902 without a table of holidays, COD-D201 for a day or time that is none.
inline period_answer answer_to(period_arguments const& a) {
  namespace cod = codecision;
  auto const length = parsed_period(a.period);
  if (length.unit() == cod::period_unit::hours) {
    if (a.before || !a.extended_by.empty())
      cod::fail(cod::error_code::bad_period, "hours are neither counted backwards nor extended here", "", "leave out --before and --extended-by");
    return cod::procedure::deadline(cod::parse_moment(a.event), cod::hours{length.count()});
  }
  auto const holidays = calendar_named(a.holidays);
  if (a.before) return cod::procedure::deadline(cod::parse_date(a.event), cod::backwards{length}, holidays);
  return cod::procedure::deadline(cod::parse_date(a.event), length, holidays, options_of(a));
}

/// Why is that its end?
inline codecision::explanation explained(period_answer const& answer) {
  return std::visit([](auto const& due) { return codecision::procedure::explain(due); }, answer);
}

}  // namespace examples
