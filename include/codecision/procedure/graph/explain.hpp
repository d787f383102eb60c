// SPDX-License-Identifier: BSL-1.0
// What do the answers of the graph say in sentences: steps, ways, days, what is still possible, unanimity?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/core/wording.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/graph/timetable.hpp>
#include <codecision/procedure/graph/unanimity.hpp>
#include <codecision/procedure/graph/way.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace codecision::procedure {

namespace detail {

/// "adopt_position (Parliament)"
[[nodiscard]] inline std::string event_and_actor(transition const& t) {
  return std::string{name(t.event)} + (t.by == actor::nobody ? "" : " (" + std::string{name(t.by)} + ")");
}

/// "adopt_position (Parliament) -> first reading in the Council"
[[nodiscard]] inline std::string sentence_of(leg const& l) { return event_and_actor(*l.how) + " -> " + in_words(l.to); }

[[nodiscard]] inline std::string list_of(std::vector<place> const& places) {
  std::string text;
  for (auto const& p : places) text += (text.empty() ? "" : ", ") + in_words(p);
  return text;
}

[[nodiscard]] inline std::string length_of(time_limit const& limit) {
  return "within " + to_string(limit.length) + (limit.extension ? ", or at most " + to_string(*limit.extension) + " more" : "");
}

inline void cite_source(explanation& under, transition const& t) {
  if (t.source != nullptr) under.cite(*t.source);
}

/// The provision in one line, with its doubt: "TFEU 294(3)".
[[nodiscard]] inline std::string article_of(transition const& t) {
  if (t.source == nullptr) return {};
  return ": " + std::string{t.source->article} + (t.source->status == support::confirmed ? "" : " [" + std::string{name(t.source->status)} + "]");
}

/// What decides on the day of a step: a time limit, the eight weeks, or nothing.
inline void explain_days(explanation& line, timed_leg const& l, pace at) {
  if (l.open && at == pace::slowest) line.add("no time limit: counted as no days");
  if (l.waited_for != nullptr) line.cite(*l.waited_for);
  if (!l.limit) return;
  auto const& options = l.limit->options;
  auto const unconfirmed = l.limit->unconfirmed_day();
  line.add(to_string(l.limit->length) + (options.extension ? " and " + to_string(*options.extension) : std::string{}) + " from " +
           codecision::to_string(l.limit->event) + ": the last day is " + codecision::to_string(l.limit->last_day) +
           (unconfirmed ? " (rests on " + codecision::to_string(*unconfirmed) + ", which is not confirmed)" : ""));
}

[[nodiscard]] inline std::string headline_of(timed_way const& w) {
  auto const days = wording::counted_as(w.days(), "day", "days") + ", from " + codecision::to_string(w.begin) + " to " + codecision::to_string(w.end());
  if (w.at == pace::quickest) return "at the quickest " + days;
  if (w.bounded()) return "at the slowest " + days;
  return "not bounded: no time limit in " + list_of(w.without_limit()) + "; the rest takes at the slowest " + days;
}

}  // namespace detail

/// A step: who acts, from where to where, by which majority, within which time, and the provision.
[[nodiscard]] inline explanation explain(leg const& l) {
  explanation all{in_words(l.from) + ": " + detail::sentence_of(l)};
  if (l.how->needed != majority::none) all.add("by: " + std::string{name(l.how->needed)});
  if (l.how->limit) all.add(detail::length_of(*l.how->limit));
  detail::cite_source(all, *l.how);
  return all;
}

/// A way: its steps, each with its article.
[[nodiscard]] inline explanation explain(way const& w) {
  explanation all{wording::counted_as(static_cast<std::int64_t>(w.legs.size()), "step", "steps")};
  if (!w.legs.empty()) all.text += " from " + in_words(w.legs.front().from) + " to " + in_words(w.legs.back().to);
  for (auto const& l : w.legs) all.add(detail::sentence_of(l) + detail::article_of(*l.how));
  return all;
}

/// A way with its days: how long in all, what has no limit, and for each step the day and the limit that decides on it. Errors:
/// COD-T902 as for `deadline`.
[[nodiscard]] inline explanation explain(timed_way const& w) {
  explanation all{detail::headline_of(w)};
  for (auto const& l : w.legs) detail::explain_days(all.add(codecision::to_string(l.taken) + ": " + detail::sentence_of(l.step)), l, w.at);
  return all;
}

/// What can still happen: the next steps, the places that can be reached, how it can end.
[[nodiscard]] inline explanation explain(outlook const& o) {
  explanation all{in_words(o.here) + (o.next.empty() ? ": nothing more can happen" : "")};
  for (auto const& l : o.next) all.add("next: " + detail::sentence_of(l) + detail::article_of(*l.how));
  if (!o.reachable.empty()) all.add("it can still come to: " + detail::list_of(o.reachable));
  if (!o.ends.empty()) all.add("it can end: " + detail::list_of(o.ends));
  return all;
}

/// Where unanimity is needed, or may be, and why.
[[nodiscard]] inline explanation explain(unanimous_step const& u) {
  explanation all{std::string{name(u.step->event)} + ": unanimity of the Council" + (u.always() ? "" : " in one case: " + std::string{u.in_case})};
  all.cite(u.because);
  return all;
}

}  // namespace codecision::procedure
