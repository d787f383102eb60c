// SPDX-License-Identifier: BSL-1.0
// Why did a step succeed or fail, what may happen next, and until when: in sentences with their provisions?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/data/holiday_calendar.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/machine.hpp>
#include <codecision/procedure/majority.hpp>
#include <codecision/procedure/running_limit.hpp>
#include <codecision/procedure/stage.hpp>
#include <codecision/procedure/step.hpp>
#include <codecision/procedure/transition.hpp>
#include <codecision/rules/criterion.hpp>
#include <codecision/vote/explain.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace codecision::procedure {

namespace detail {

/// "Parliament, amendment 12".
[[nodiscard]] inline std::string body_of(decision const& d) {
  return std::string{name(d.body)} + (d.on.empty() ? "" : ", amendment " + d.on);
}

/// One body's decision, with its count where votes were counted.
[[nodiscard]] inline explanation explain(decision const& d) {
  auto const body = body_of(d) + ": ";
  if (!d.attested_by.empty()) return explanation{body + d.rule + ", as " + d.attested_by + " says; nothing was counted"};
  auto count = d.parliament ? codecision::explain(*d.parliament) : d.council ? codecision::explain(*d.council) : explanation{d.reached ? "reached" : "not reached"};
  count.text = body + count.text + (d.parliament ? " (" + d.rule + ")" : "");
  if (d.because != nullptr) count.cite(*d.because);
  return count;
}

/// The provision of a step. Its note says what is doubtful.
inline void cite(explanation& under, transition const& t) {
  if (t.source != nullptr) under.cite(*t.source);
}

[[nodiscard]] inline bool is_half_of_the_third_reading(step const& s) {
  if (s.happened.kind != event_kind::both_adopt || s.taken != nullptr) return false;
  for (auto const& d : s.decisions)
    if (!d.reached) return false;
  return true;
}

[[nodiscard]] inline std::string result_of(step const& s) {
  if (is_half_of_the_third_reading(s)) return "one of the two has adopted the joint text; the other has not voted yet";
  if (s.taken == nullptr) return "not carried; the file stays where it is (" + std::string{name(s.after)} + ")";
  auto text = s.taken->event == s.happened.kind ? std::string{} : "not carried, so " + std::string{name(s.taken->event)} + "; ";
  return text + (s.before == s.after ? "the file stays where it is (" + std::string{name(s.after)} + ")"
                                     : std::string{name(s.before)} + " -> " + std::string{name(s.after)});
}

[[nodiscard]] inline std::string headline_of(step const& s) {
  auto const day = in_words(s.happened.on);
  if (s.extended) return day + ": time limit extended by " + to_string(s.extended->by_how_much) + " at the initiative of " + std::string{name(s.extended->by)};
  auto const who = s.asked == nullptr || s.asked->by == actor::nobody ? std::string{} : " (" + std::string{name(s.asked->by)} + ")";
  return day + ": " + std::string{name(s.happened.kind)} + who + ": " + result_of(s);
}

/// Was the limit kept? Where the step is what follows its end, it is simply over.
[[nodiscard]] inline std::string kept_or_not(step const& s) {
  if (s.extended) return "now ";
  auto const follows = s.in_time == timeliness::missed && s.taken != nullptr && s.taken->when != timing::within_limit;
  return (follows ? "the time limit is over" : std::string{name(s.in_time)}) + ": ";
}

}  // namespace detail

/// Until when does this time limit run: its last day, whether it was extended or stood still, and whether it rests on a day that
/// is not confirmed? With a day: as one says it on that day. Errors: COD-T902 as for `deadline`.
[[nodiscard]] inline explanation explain(running_limit const& limit, std::optional<date> on = std::nullopt) {
  auto const due = limit.due();
  auto const length = to_string(limit.limit.length) + (limit.prolonged ? ", extended by " + to_string(*limit.prolonged) + " (TFEU 294(14))," : "");
  explanation why{length + " from " + in_words(limit.runs_from) + ": the last day is " + in_words(due.last_day) +
                  (limit.start_known ? "" : " at the earliest")};
  if (!limit.start_known) why.add("the day on which it began is not known; the event before it is the earliest");
  if (limit.limit.extension && !limit.prolonged)
    why.add(on && limit.on(*on) == timeliness::missed ? "it was not extended, and cannot be any more"
                                                      : "not extended; it can be, once, by at most " + to_string(*limit.limit.extension) + " (TFEU 294(14))");
  if (limit.days_suspended > 0)
    why.add("an emergency brake stopped it for " + wording::counted_as(limit.days_suspended, "day", "days") + ", which are added [interpretation]");
  if (due.moved()) why.add("moved from " + in_words(due.nominal) + ", which is no working day or leaves too few (Regulation 1182/71, by analogy [interpretation])");
  if (limit.holidays.covers(due.last_day) && limit.holidays.status_on(due.last_day) == holiday_status::disregarded)
    why.add("public holidays are left out");
  if (auto const day = due.unconfirmed_day())
    why.add("rests on " + in_words(*day) + ": " + kind_in_words(*day, limit.holidays) + " (" + std::string{name(limit.holidays.status_on(*day))} + ")");
  return why;
}

/// What became of an event: who decided with how many votes of how many, by which rule and provision; the time limit and whether
/// it was kept; what could not be checked. Errors: COD-T902 as for `deadline`.
[[nodiscard]] inline explanation explain(step const& s) {
  explanation all{detail::headline_of(s)};
  if (!s.happened.note.empty()) all.add("note: " + s.happened.note);
  for (auto const& d : s.decisions) all.details.push_back(detail::explain(d));
  if (!s.happened.members.empty()) all.add(wording::counted_as(s.happened.members.size(), "member", "members") + ": " + to_string(s.happened.members));
  if (s.limit) {
    auto& limit = all.details.emplace_back(explain(*s.limit, s.happened.on));
    limit.text = detail::kept_or_not(s) + limit.text;
  }
  if (s.asked != nullptr) detail::cite(all, *s.asked);
  if (s.taken != nullptr && s.taken != s.asked) detail::cite(all, *s.taken);
  for (auto const& note : s.notes) all.add("doubt: " + note);
  return all;
}

namespace detail {

/// When can the step be taken, seen from a time limit that runs, or from a day on which it is over?
[[nodiscard]] inline std::string time_of(possible_step const& p, std::optional<date> on) {
  if (!p.limit) return p.how->limit ? ", within " + to_string(p.how->limit->length) : "";
  auto const due = p.limit->due();
  auto const earliest = p.limit->start_known ? "" : " at the earliest";
  if (p.how->when != timing::after_limit && on && p.limit->on(*on) == timeliness::missed)
    return std::string{p.how->when == timing::at_any_time ? ", at any time" : ""} + ", the time limit is over: its last day was " + to_string(due.last_day);
  switch (p.how->when) {
    case timing::within_limit: return ", until " + to_string(due.last_day) + earliest;
    case timing::after_limit: return ", from " + to_string(due.day_after()) + " on" + earliest;
    case timing::at_any_time: break;
  }
  return ", at any time; the limit ends on " + to_string(due.last_day) + earliest;
}

/// "majority of component members, 361 of 720 votes" on a day of which the seats are known; else the rule alone.
[[nodiscard]] inline std::string rule_on(required_rule const& r, std::optional<date> on) {
  std::string text{r.how.name()};
  if (r.body != actor::parliament || !on || r.how.size() != 1 || r.how[0].what != counted::members) return text;
  if (r.how.name() == rules::majority_of_parliaments_side().name()) return text;
  auto const seats = parliament_on(*on).seats;
  return text + ", " + std::to_string(r.how.members_needed(seats)) + " of " + std::to_string(seats);
}

inline void explain_rules(explanation& under, possible_step const& p, std::optional<date> on) {
  for (std::size_t i = 0; i < p.rules.size(); ++i) {
    auto const& r = p.rules[i];
    auto& line = under.add((i > 0 && p.rules.alternatives ? "or " : "") + std::string{name(r.body)} + ": " + rule_on(r, on) +
                           (r.in_case.empty() ? "" : ", if " + std::string{r.in_case}));
    if (r.because != nullptr) line.cite(*r.because);
  }
  if (p.rules.empty() && p.how->needed != majority::none) under.add("by: " + std::string{name(p.how->needed)});
}

/// At which stage was the file when this was agreed? On a day on which it moved: at the one at which such a step is usual.
[[nodiscard]] inline stage stage_of(annotation const& a, machine const& m) {
  auto at = stage::not_proposed;
  for (auto const& s : m.history()) {
    if (s.happened.on > a.on || (s.happened.on == a.on && usual_at(a.what).contains(at))) break;
    at = s.after;
  }
  return at;
}

}  // namespace detail

/// Where does a step lead, in words? Without a stage of its own it leaves the file where it is, or takes it back to where a brake
/// stopped it.
[[nodiscard]] inline std::string goal_of(transition const& t) {
  if (t.to) return std::string{name(*t.to)};
  auto const suspended = t.from.contains(stage::suspended_social_security) || t.from.contains(stage::suspended_criminal_matters);
  return suspended ? "the stage at which it was suspended" : "the same stage";
}

/// What may happen: who acts, by which majority, until which day, where it leads, and the provision. With a day, the number of
/// votes that Parliament needs of its seats on that day, and whether the time limit is over by then. Errors: COD-T902 as for `deadline`; COD-D205 for a day without seats.
[[nodiscard]] inline explanation explain(possible_step const& p, std::optional<date> on = std::nullopt) {
  auto const& t = *p.how;
  explanation all{std::string{name(t.event)} + (t.by == actor::nobody ? "" : " (" + std::string{name(t.by)} + ")") + detail::time_of(p, on) +
                  "; leads to: " + goal_of(t)};
  detail::explain_rules(all, p, on);
  if (t.otherwise) all.add("if the majority is not reached: " + std::string{name(*t.otherwise)});
  if (p.limit) all.details.push_back(explain(*p.limit, on));
  detail::cite(all, t);
  return all;
}

/// Something informal: what it is, that it moves nothing, and, with the stage of the file, whether it is unusual there.
[[nodiscard]] inline explanation explain(annotation const& a, std::optional<stage> at = std::nullopt) {
  explanation all{in_words(a.on) + ": " + std::string{name(a.what)} + " (informal): it moves nothing"};
  if (!a.note.empty()) all.add("note: " + a.note);
  all.add("effect: " + std::string{effect_of(a.what)}).cite(source_of(a.what));
  if (at && !usual_at(a.what).contains(*at)) all.add(remark_on(a.what, *at));
  return all;
}

/// The history of a file: where it stands, each step with its reasons, what was agreed informally in between, and the limit that
/// runs now. Errors: COD-T902 as for `deadline`.
[[nodiscard]] inline explanation explain(machine const& m) {
  auto const file = m.file();
  explanation all{std::string{m.table().title} + ", " + std::string{file.basis.article} + ", proposed by " + std::string{in_words(file.initiator)} + ": " +
                  std::string{name(m.current())}};
  auto informal = m.annotations();
  std::stable_sort(informal.begin(), informal.end(), [](annotation const& a, annotation const& b) { return a.on < b.on; });
  auto next = informal.begin();
  for (auto const& s : m.history()) {
    for (; next != informal.end() && next->on < s.happened.on; ++next) all.details.push_back(explain(*next, detail::stage_of(*next, m)));
    all.details.push_back(explain(s));
  }
  for (; next != informal.end(); ++next) all.details.push_back(explain(*next, detail::stage_of(*next, m)));
  if (m.limit()) {
    auto& limit = all.details.emplace_back(explain(*m.limit()));
    limit.text = "time limit: " + limit.text;
  }
  return all;
}

}  // namespace codecision::procedure
