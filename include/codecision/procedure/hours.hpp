// SPDX-License-Identifier: BSL-1.0
// When does a period end that is expressed in hours (Regulation 1182/71, Article 3(1) and (2)(a))?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/procedure/deadline.hpp>
#include <codecision/procedure/regulation_1182_71.hpp>

// Not in codecision.hpp: the types of times of day cost as much again as those of days.
#include <boost/date_time/posix_time/posix_time_types.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace codecision {

/// A day and a time of day: Boost.Date_Time's type. It is the time on the clock of the place where the action is to be taken; the
/// two nights a year in which clocks are changed have 24 hours here like any other.
using moment = boost::posix_time::ptime;

/// A moment from a day, an hour (0 to 24) and a minute; 24:00 is the end of the day. Error COD-D201 when there is no such time.
[[nodiscard]] constexpr moment make_moment(date day, int hour, int minute = 0) {
  if (day.is_special() || hour < 0 || hour > 24 || minute < 0 || minute > 59 || (hour == 24 && minute > 0))
    fail(error_code::no_such_day, "there is no " + std::to_string(hour) + ":" + std::to_string(minute) + " on " + to_string(day), "",
         "give a day, an hour from 0 to 23 and a minute from 0 to 59; 24:00 is the end of the day");
  if (hour == 24) return moment{procedure::detail::shifted(day, 1), boost::posix_time::time_duration{0, 0, 0}};
  return moment{day, boost::posix_time::time_duration{hour, minute, 0}};
}

/// Which moment does this text name? It must read YYYY-MM-DDTHH:MM; error COD-D201 otherwise.
[[nodiscard]] constexpr moment parse_moment(std::string_view text) {
  auto const form = text.size() == 16 && (text[10] == 'T' || text[10] == ' ') && text[13] == ':';
  auto const hour = form ? detail::digits(text.substr(11, 2)) : -1;
  auto const minute = form ? detail::digits(text.substr(14, 2)) : -1;
  if (hour < 0 || minute < 0)
    fail(error_code::no_such_day, "'" + codecision::detail::excerpt(text, 40) + "' is not a day with a time", "", "write it as YYYY-MM-DDTHH:MM, such as 2025-03-14T10:20");
  return make_moment(parse_date(text.substr(0, 10)), hour, minute);
}

/// How is this moment written, as "2025-03-14 10:20"?
[[nodiscard]] inline std::string to_string(moment const& when) {
  if (when.is_special()) return "no moment";
  auto const two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return to_string(when.date()) + " " + two(when.time_of_day().hours()) + ":" + two(when.time_of_day().minutes());
}

namespace procedure {

/// Must a period of 48 hours or more include two working days (Article 3(5))? The article speaks of "two days or more"; the default
/// takes that for periods expressed in days or longer units. Guidelines often say yes, without saying what counts as a working day
/// within hours [interpretation].
enum class hours_reading : std::uint8_t {
  without_article_3_5,
  with_parts_of_working_days,  ///< a working day of which some hours lie in the period counts
  with_whole_working_days,     ///< only a working day that lies in the period from its first hour to its last counts
};

/// The end of a period in hours; `deadline` makes it.
struct due_hour {
  moment event;  ///< from which it is counted
  hours length;  ///< how long it is
  moment begins;   ///< the beginning of the first hour: the hour of the event is not counted
  moment nominal;  ///< so many hours later
  moment ends;     ///< the same, unless Article 3(5) is applied
  hours_reading reading = hours_reading::without_article_3_5;  ///< how the law is read

  /// Is what happens at this moment in time?
  [[nodiscard]] constexpr bool is_met_by(moment const& when) const { return when <= ends; }
  /// Did the rule of two working days move the end?
  [[nodiscard]] constexpr bool moved_by_3_5() const { return ends != nominal; }
};

namespace detail {

[[nodiscard]] constexpr moment hours_after(date day, std::int64_t hour) {
  return moment{shifted(day, hour / 24), boost::posix_time::time_duration{static_cast<int>(hour % 24), 0, 0}};
}

/// How many working days lie between two full hours, wholly or in part? Counts no further than two.
[[nodiscard]] constexpr int working_days_between(moment const& begins, moment const& ends, holiday_calendar const& holidays, hours_reading reading) {
  int count = 0;
  for (auto day = begins.date(); hours_after(day, 0) < ends && count < 2; day = shifted(day, 1)) {
    auto const whole = begins <= hours_after(day, 0) && hours_after(day, 24) <= ends;
    if ((whole || reading == hours_reading::with_parts_of_working_days) && is_working_day(day, holidays)) ++count;
  }
  return count;
}

}  // namespace detail

/// When do these hours end? The hour of the event is not counted (Article 3(1)); the period ends with its last hour, also on a
/// holiday or a weekend: Article 3(4) is about periods "expressed otherwise than in hours". Errors: COD-D201 for no moment,
/// COD-T901 out of the calendar.
[[nodiscard]] constexpr due_hour deadline(moment const& event, hours length) {
  if (event.is_special()) detail::the_event_has_no_day();
  auto const next = std::int64_t{event.time_of_day().hours()} + 1;
  auto const ends = detail::hours_after(event.date(), next + length.count());
  return {event, length, detail::hours_after(event.date(), next), ends, ends};
}

/// The same, with Article 3(5) read into hours as `reading` says: 48 hours or more that have not two working days end with the last
/// hour of the day that completes them. Errors: as above, and COD-T902 for a year without holidays.
[[nodiscard]] constexpr due_hour deadline(moment const& event, hours length, holiday_calendar const& holidays, hours_reading reading) {
  auto due = deadline(event, length);
  due.reading = reading;
  if (reading == hours_reading::without_article_3_5 || length.count() < 48) return due;
  while (detail::working_days_between(due.begins, due.ends, holidays, reading) < 2) due.ends = detail::hours_after(due.ends.date(), 24);
  return due;
}

/// The moment with its weekday: "Friday 2025-03-14 10:20".
[[nodiscard]] inline std::string in_words(moment const& when) { return std::string{weekday_name(when.date())} + " " + to_string(when); }

/// Why does the period end then?
[[nodiscard]] inline explanation explain(due_hour const& due) {
  auto const end = [](moment const& when) {  // the last hour of a day is 24:00 of that day
    return when.time_of_day().hours() > 0 ? in_words(when) : in_words(detail::shifted(when.date(), -1)) + " 24:00";
  };
  explanation why{to_string(period{due.length}) + " from " + in_words(due.event) + ": the period ends on " + end(due.ends)};
  why.add("the hour of the event is not counted: the period begins on " + in_words(due.begins)).cite(citations::regulation_1182_71_3_1_hours);
  why.add(to_string(period{due.length}) + (due.length.count() == 1 ? " ends on " : " end on ") + end(due.nominal)).cite(citations::regulation_1182_71_3_2_a);
  why.add("a period in hours does not move for holidays and weekends").cite(citations::regulation_1182_71_3_4);
  if (due.reading == hours_reading::without_article_3_5) {
    if (due.length.count() >= 48)
      why.add("Article 3(5), two working days, is not applied to hours [interpretation]; hours_reading has the other readings");
  } else {
    why.add(due.moved_by_3_5() ? "read into hours, Article 3(5) moves the end to the last hour of the day that completes two working days"
                               : "read into hours, Article 3(5) moves nothing: two working days are there, or the period is shorter than 48 hours")
        .cite(citations::regulation_1182_71_3_5);
  }
  return why;
}

}  // namespace procedure
}  // namespace codecision
