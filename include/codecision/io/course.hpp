// SPDX-License-Identifier: BSL-1.0
// What is the course of a file, as somebody wrote it down, and where does it lead?
#pragma once

#include <codecision/procedure/machine.hpp>
#include <codecision/procedure/special.hpp>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace codecision::io {

/// A time limit is prolonged (TFEU 294(14)): by the longest time that is allowed when none is given.
struct extension_request {
  procedure::actor by = procedure::actor::parliament;
  std::optional<period> by_how_much{};
};

/// From here on other members take part: an opt-in was notified, a member joined a cooperation.
struct changed_facts {
  voting_facts facts{};
};

/// Nothing happened up to the end of this day: a time limit that ended before is over.
struct passing_of_time {};

/// One entry of the list of events.
struct course_entry {
  date on{};
  std::variant<passing_of_time, procedure::event, extension_request, procedure::annotation, changed_facts> what{};
  std::string place{};  ///< where it stands, such as "event 4 of 9 (file.json, line 12, /events/3)"
};

/// The course of a file: what it rests on, and what happened.
struct course_file {
  std::string title{};
  std::string article{};
  proposer initiator = proposer::commission;
  procedure::procedure_table table = procedure::ordinary();
  workplace holidays = workplace::brussels;
  voting_facts facts{};
  std::vector<course_entry> entries{};

  /// Its legal basis and initiator. It refers to `article`.
  [[nodiscard]] procedure::legislative_file file() const { return {legal_basis{article}, initiator}; }
};

/// The machine before the first entry.
[[nodiscard]] inline procedure::machine machine_of(course_file const& course) {
  procedure::machine m{course.file(), course.table, institution_holidays(course.holidays)};
  m.set_facts(course.facts);
  return m;
}

}  // namespace codecision::io

namespace codecision::detail {

[[noreturn]] inline void this_entry_is_earlier_than_the_event_before_it(date on, date previous) {
  fail(error_code::step_out_of_order, "an entry of " + to_string(on) + " is earlier than the event before it", "the last event was on " + to_string(previous),
       "write the entries in the order of their days");
}

/// Hands an entry to the machine, which looks at the order of events itself.
struct entry_taker {
  procedure::machine& m;
  date on;
  void operator()(procedure::event const& e) const { m.take(e); }
  void operator()(io::extension_request const& asked) const { m.extend(on, asked.by, asked.by_how_much); }
  void operator()(io::passing_of_time) const {
    check_order();
    m.advance_to(on);
  }
  void operator()(procedure::annotation const& a) const {
    check_order();
    m.note(a);
  }
  void operator()(io::changed_facts const& changed) const {
    check_order();
    m.set_facts(changed.facts);
  }
  void check_order() const {
    if (!m.history().empty() && on < m.history().back().happened.on) this_entry_is_earlier_than_the_event_before_it(on, m.history().back().happened.on);
  }
};

}  // namespace codecision::detail

namespace codecision::io {

/// Takes one entry of a course. Errors: those of `machine::take` and `machine::extend`, with the place of the entry; nothing has
/// changed after them.
inline void take(procedure::machine& m, course_entry const& entry) {
#ifdef __cpp_exceptions
  try {
    std::visit(detail::entry_taker{m, entry.on}, entry.what);
  } catch (error const& problem) {
    fail(problem.code(), problem.message(), entry.place + (problem.have().empty() ? "" : ": " + problem.have()), problem.advice());
  }
#else
  std::visit(detail::entry_taker{m, entry.on}, entry.what);
#endif
}

/// Where does a course lead? The machine after its last entry. Errors as for `take`, at the first entry that is refused.
[[nodiscard]] inline procedure::machine run(course_file const& course) {
  auto m = machine_of(course);
  for (auto const& entry : course.entries) take(m, entry);
  return m;
}

}  // namespace codecision::io
