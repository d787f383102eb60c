// SPDX-License-Identifier: BSL-1.0
// Why is this the last day of a period, the last day for a notice, or the first day of an act?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/procedure/backwards.hpp>
#include <codecision/procedure/deadline.hpp>
#include <codecision/procedure/entry_into_force.hpp>
#include <codecision/procedure/national_parliament_period.hpp>
#include <codecision/procedure/ordinary.hpp>
#include <codecision/procedure/regulation_1182_71.hpp>

#include <string>

namespace codecision::procedure {

namespace detail {

namespace period_sources = codecision::citations;

inline void add_days(explanation& finding, date first, date last, holiday_calendar const& holidays) {
  for (auto day = first;; day = shifted(day, 1)) {
    finding.add(in_words(day) + ": " + (is_weekend(day) ? "weekend" : kind_in_words(day, holidays)));
    if (day >= last) return;
  }
}

/// Which provision says when a period in this unit ends?
[[nodiscard]] inline citation const& provision_on_end(period_unit unit) {
  switch (unit) {
    case period_unit::hours: return period_sources::regulation_1182_71_3_2_a;
    case period_unit::days: return period_sources::regulation_1182_71_3_2_b;
    case period_unit::working_days: return period_sources::regulation_1182_71_2_2;
    default: return period_sources::regulation_1182_71_3_2_c;
  }
}

[[nodiscard]] inline std::string whole_length(due_date const& due) {
  if (!due.options.extension) return to_string(due.length);
  return to_string(due.length) + ", extended by " + to_string(*due.options.extension) + ",";
}

inline void add_extension(explanation& why, due_date const& due) {
  if (!due.options.extension) return;
  auto const same_unit = due.options.extension->unit() == due.length.unit();
  auto const sum = same_unit && due.options.extended == extension_reading::one_period_from_event
                       ? "the period and its extension are counted as one period from the event"
                   : due.options.extended == extension_reading::from_last_day ? "the extension is counted from the last day of the period, after any move"
                                                                              : "the extension is counted from the end of the period before any move";
  why.add(sum).cite(period_sources::extension_of_a_period);
}

inline void add_nominal(explanation& why, due_date const& due) {
  auto& end = why.add(whole_length(due) + " end" + (due.options.extension || due.length.count() != 1 || due.length.days_of_part() > 0 ? "" : "s") + " on " +
                      in_words(due.nominal));
  if (due.length.unit() == period_unit::working_days && (due.last_day - due.event).days() <= 31)
    add_days(end, shifted(due.event, 1), due.nominal, due.holidays);
  end.cite(provision_on_end(due.length.unit()));
  if (due.length.unit() > period_unit::working_days) end.cite(period_sources::c_171_03);
  if (due.length.days_of_part() > 0) end.cite(period_sources::regulation_1182_71_3_2_d);
  if (!due.last_month_was_too_short()) return;
  auto& clamped = why.add("the last month has no day " + std::to_string(due.event.day().as_number()) + ", so its last day is taken");
  clamped.cite(period_sources::regulation_1182_71_3_2_c_last_day);
}

/// The move of a last day that is no working day; `from` to `to`, with each day on the way.
inline void add_3_4(explanation& why, date from, date to, holiday_calendar const& holidays) {
  if (from == to) return;
  auto& move = why.add(in_words(from) + " is no working day: the period ends with the next one, " + in_words(to));
  add_days(move, from, to, holidays);
  move.cite(period_sources::regulation_1182_71_3_4);
}

inline void add_3_5(explanation& why, due_date const& due) {
  if (!due.options.extension && !is_two_days_or_more(due.length)) return;
  if (!due.moved_by_3_5()) {
    why.add("the period includes at least two working days (Article 3(5))");
    return;
  }
  auto& move = why.add("the only working day in it is " + in_words(due.after_3_4) + ", and two are needed: the period ends with the next one, " +
                       in_words(due.last_day));
  add_days(move, shifted(due.after_3_4, 1), due.last_day, due.holidays);
  move.cite(period_sources::regulation_1182_71_3_5);
}

inline void add_moves(explanation& why, rolling moves) {
  if (moves == rolling::none)
    why.add("the end stays, on whichever day it falls: Articles 3(4) and 3(5) are not applied").cite(period_sources::regulation_1182_71_by_analogy);
}

template <class Due>
void add_calendar(explanation& why, Due const& due) {
  why.add("holidays: " + std::string{due.holidays.name()});
  auto const day = due.unconfirmed_day();
  if (!day) return;
  auto& doubt = why.add("it rests on " + in_words(*day) + ", " + kind_in_words(*day, due.holidays) + ": " + std::string{name(due.holidays.status_on(*day))});
  if (auto const* const year = due.holidays.find_year(year_of(*day))) doubt.cite(year->source);
}

}  // namespace detail

/// Why is this the last day: the day of the event, the end of the period, each day on which it moved and why, the provisions, and
/// the first day that is not confirmed. Errors: COD-T902 as for `deadline`.
[[nodiscard]] inline explanation explain(due_date const& due) {
  explanation why{detail::whole_length(due) + " from " + in_words(due.event) + ": the last day is " + in_words(due.last_day)};
  why.add(in_words(due.event) + " is not counted: it is the day of the event").cite(citations::regulation_1182_71_3_1);
  detail::add_extension(why, due);
  detail::add_nominal(why, due);
  detail::add_moves(why, due.options.moves);
  if (due.options.moves != rolling::none) detail::add_3_4(why, due.nominal, due.after_3_4, due.holidays);
  if (due.options.moves == rolling::articles_3_4_and_3_5) detail::add_3_5(why, due);
  detail::add_calendar(why, due);
  return why;
}

/// Why is this the last day for a notice?
[[nodiscard]] inline explanation explain(notice_date const& notice) {
  explanation why{to_string(notice.length) + " " + in_words(notice.event) + ": the last day is " + in_words(notice.last_day)};
  why.add(in_words(notice.event) + " is not counted: it is the day of the event");
  why.add("a period that is counted backwards does not move for holidays and weekends").cite(citations::regulation_1182_71_3_4_backwards);
  if (notice.reading == backwards_reading::clear_days) why.add("the whole period lies between the two days [interpretation]");
  return why;
}

/// Why is an act in force from this day on?
[[nodiscard]] inline explanation explain(entry_into_force const& from) {
  explanation why{"in force from the first hour of " + in_words(from.day)};
  if (from.published)
    why.add("published on " + in_words(*from.published) + ", which is not counted; day " + std::to_string(from.following->count()) + " following it is " +
            in_words(from.day)).cite(citations::tfeu_297_1);
  else
    why.add("the act names the day").cite(citations::tfeu_297_1);
  why.add("the day does not move for holidays and weekends").cite(citations::regulation_1182_71_4_1);
  why.add("it begins with the first hour of the day").cite(citations::regulation_1182_71_4_2);
  return why;
}

/// Why is an act in force until this day?
[[nodiscard]] inline explanation explain(expiry const& until) {
  explanation why{"in force until the last hour of " + in_words(until.last_day)};
  why.add("the day does not move for holidays and weekends").cite(citations::regulation_1182_71_4_1);
  why.add("it ends with the last hour of the day").cite(citations::regulation_1182_71_4_3);
  return why;
}

/// Why do the eight weeks of the national parliaments end on this day?
[[nodiscard]] inline explanation explain(national_parliament_period const& due) {
  explanation why{"eight weeks from the transmission on " + in_words(due.transmitted) + ": the last day is " + in_words(due.last_day)};
  why.add(in_words(due.transmitted) + " is not counted: it is the day of the event").cite(citations::regulation_1182_71_3_1);
  auto& end = why.add("eight weeks" + (due.discounted_days > 0 ? " and " + wording::counted_as(due.discounted_days, "day", "days") + " left out" : std::string{}) +
                      " end on " + in_words(due.nominal));
  end.cite(citations::protocol_2_6);
  if (due.discounted_days > 0) end.cite(citations::discounted_days_of_parliaments);
  detail::add_moves(why, due.moves);
  detail::add_3_4(why, due.nominal, due.last_day, due.holidays);
  if (due.moves != rolling::none) why.add("the Regulation is applied to a period of the Treaties").cite(citations::regulation_1182_71_by_analogy);
  detail::add_calendar(why, due);
  return why;
}

}  // namespace codecision::procedure
