// SPDX-License-Identifier: BSL-1.0
// What does the course of a file say, in sentences: each step with its votes, its time limit, and what is not known?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/core/wording.hpp>
#include <codecision/dossier/course.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/informal.hpp>
#include <codecision/procedure/running_limit.hpp>
#include <codecision/procedure/step.hpp>
#include <codecision/vote/outcome.hpp>
#include <codecision/vote/parliament_tally.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codecision {

namespace detail {

[[nodiscard]] inline std::string by_heads(parliament_tally const& t) {
  return std::to_string(t.in_favour) + " for, " + std::to_string(t.against) + " against, " + std::to_string(t.abstaining) + " abstaining";
}
[[nodiscard]] inline std::string by_members(outcome const& o) {
  auto const n = o.council().size();
  if (o.in_favour().size() == n) return "all " + std::to_string(n) + " members in favour";
  auto text = std::to_string(o.in_favour().size()) + " of " + std::to_string(n) + " members in favour";
  if (!o.against().empty()) text += ", against: " + to_string(o.against());
  if (!o.abstaining().empty()) text += ", abstaining: " + to_string(o.abstaining());
  if (!o.absent().empty()) text += ", absent: " + to_string(o.absent());
  return text;
}

/// "Parliament, amendment 5, majority of component members: 322 for, 255 against, 36 abstaining; 361 are needed: not reached"
[[nodiscard]] inline std::string sentence_of(procedure::decision const& d) {
  auto text = std::string{name(d.body)} + (d.on.empty() ? "" : ", amendment " + d.on) + ", " + d.rule + ": ";
  if (!d.attested_by.empty()) return text + "reached, says " + d.attested_by;
  if (d.parliament) {
    text += by_heads(d.parliament->tally);
    for (auto const& c : d.parliament->criteria) text += "; " + std::to_string(c.need) + " of " + std::to_string(c.of) + " are needed";
  }
  if (d.council) text += by_members(*d.council);
  return text + (d.reached ? ": reached" : ": not reached");
}

/// "time limit: 3 months from 2025-11-24, until 2026-02-24: in time"
[[nodiscard]] inline std::string sentence_of(procedure::running_limit const& limit) {
  auto const due = limit.due();
  auto text = to_string(limit.limit.length) + (limit.prolonged ? " and " + to_string(*limit.prolonged) : "") + " from " + to_string(limit.runs_from) +
              (limit.start_known ? "" : " or later") + ", until " + to_string(due.last_day) + (limit.start_known ? "" : " at the earliest");
  if (due.rests_on_unconfirmed()) text += " (the holidays of that time are not confirmed)";
  return text;
}

[[nodiscard]] inline std::string head_of(course_item const& i) {
  auto text = to_string(i.dated) + " " + i.id;
  if (i.of > 1) text += " (" + std::to_string(i.number) + " of " + std::to_string(i.of) + ")";
  return text + ": ";
}

[[nodiscard]] inline std::string sentence_of(course_item const& i) {
  auto text = head_of(i);
  if (i.fit == course_fit::refused) return text + "refused";
  if (i.fit == course_fit::informal) return text + (i.informal ? std::string{name(*i.informal)} : i.title) + ", without legal effect";
  if (i.fit == course_fit::no_legal_event) return text + "no legal event";
  auto const& s = *i.step;
  if (s.extended) return text + "the time limit is prolonged by " + to_string(s.extended->by_how_much);
  text += std::string{name(s.happened.kind)};
  if (!s.moved()) return text + ", not carried; the file stays at " + std::string{name(s.before)};
  if (s.taken->event != s.happened.kind) text += ", not carried: " + std::string{name(s.taken->event)};
  return text + "; " + std::string{name(s.before)} + " -> " + std::string{name(s.after)};
}

inline void explain_step(explanation& under, procedure::step const& s) {
  if (s.moved()) {
    auto const by = s.taken->by == procedure::actor::nobody ? std::string{} : std::string{name(s.taken->by)} + ", ";
    under.add(by + std::string{s.taken->source->article});
    if (s.taken->source->status == support::interpretation) under.add("an interpretation: " + std::string{s.taken->source->note});
  }
  for (auto const& d : s.decisions) under.add(sentence_of(d));
  if (s.limit && s.in_time != procedure::timeliness::no_limit)
    under.add("time limit: " + sentence_of(*s.limit) + ": " + std::string{name(s.in_time)});
  for (auto const& note : s.notes) under.add("note: " + note);
}

}  // namespace detail

/// What became of one record: which step, which votes, which time limit, which doubts?
[[nodiscard]] inline explanation explain(course_item const& i) {
  explanation all{detail::sentence_of(i)};
  if (i.step) detail::explain_step(all, *i.step);
  if (i.refusal) {
    all.add("[" + std::string{label(i.refusal->code())} + "] " + i.refusal->message());
    if (!i.refusal->have().empty()) all.add(i.refusal->have());
    if (!i.refusal->advice().empty()) all.add("try: " + i.refusal->advice());
  }
  if (i.informal && !usual_at(*i.informal).contains(i.at)) all.add(remark_on(*i.informal, i.at));
  if (!i.reading.empty()) all.add("read so because " + i.reading);
  for (auto const& silence : i.silences) all.add("not in the record: " + silence);
  for (auto const& doubt : i.doubts) all.add("doubt: " + doubt);
  if (i.confidence != confidence::documented && i.event) all.add("the record is " + std::string{name(i.confidence)});
  return all;
}

namespace detail {

/// What is informal, each kind of step on one line: how often, first and last.
inline void explain_informal(explanation& under, course const& c) {
  auto const items = c.with(course_fit::informal);
  if (items.empty()) return;
  auto& line = under.add("informal, without legal effect: " + wording::counted_as(static_cast<std::int64_t>(items.size()), "record", "records"));
  for (std::size_t kind = 0; kind <= procedure::informal_step_count; ++kind) {
    std::vector<course_item const*> same;
    for (auto const* i : items)
      if ((i->informal ? static_cast<std::size_t>(*i->informal) : procedure::informal_step_count) == kind) same.push_back(i);
    if (same.empty()) continue;
    auto const what = kind == procedure::informal_step_count ? std::string_view{"meetings, which item is not said"}
                                                             : name(static_cast<procedure::informal_step>(kind));
    auto text = std::string{what} + ": " + std::to_string(same.size()) + ", " + to_string(same.front()->dated);
    if (same.size() > 1) text += (same.size() > 2 ? " to " : " and ") + to_string(same.back()->dated);
    line.add(text);
  }
}

inline void explain_end(explanation& under, course const& c) {
  auto& line = under.add("the file stands at: " + std::string{name(c.reached())});
  if (c.file.over()) return;
  std::string next;
  for (auto const e : c.possible) next += (next.empty() ? "" : ", ") + std::string{name(e)};
  if (!next.empty()) line.add("what may happen next: " + next);
  if (auto const& limit = c.file.limit()) line.add("time limit: " + sentence_of(*limit));
}

}  // namespace detail

/// The whole course: legal events and what has a reason or a doubt one by one, the rest in numbers.
[[nodiscard]] inline explanation explain(course const& c) {
  explanation all{c.number + (c.title.empty() ? "" : ", " + c.title) + ": " + std::string{name(c.reached())}};
  all.add("legal basis: " + std::string{c.file.file().basis.article});
  std::size_t silent = 0;
  for (auto const& i : c.items) {
    auto const told = i.event || i.step || i.refusal || !i.reading.empty() || !i.doubts.empty();
    if (told) all.details.push_back(explain(i));
    else if (i.fit == course_fit::no_legal_event) ++silent;
  }
  detail::explain_informal(all, c);
  if (silent > 0) all.add("no legal event: " + wording::counted_as(static_cast<std::int64_t>(silent), "record", "records"));
  if (c.left_out > 0) all.add("of other procedures: " + wording::counted_as(static_cast<std::int64_t>(c.left_out), "record", "records"));
  detail::explain_end(all, c);
  return all;
}

}  // namespace codecision
