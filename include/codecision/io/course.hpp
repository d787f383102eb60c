// SPDX-License-Identifier: BSL-1.0
// What is the course of a file, as somebody wrote it down, and where does it lead?
#pragma once

#include <codecision/council/catalogue.hpp>
#include <codecision/council/participation.hpp>
#include <codecision/data/holiday_calendar.hpp>
#include <codecision/data/holidays.hpp>
#include <codecision/procedure/event.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/machine.hpp>
#include <codecision/procedure/period.hpp>
#include <codecision/procedure/special.hpp>
#include <codecision/procedure/transition.hpp>
#include <codecision/rules/rule.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace codecision::io {

/// A time limit is prolonged (TFEU 294(14)): by the longest time that is allowed when none is given.
struct extension_request {
  procedure::actor by = procedure::actor::parliament;  ///< who asked for it
  std::optional<period> by_how_much{};  ///< the time asked for
};

/// From here on other members take part: an opt-in was notified, a member joined a cooperation.
struct changed_facts {
  voting_facts facts{};  ///< opt-ins and the like
};

/// Nothing happened up to the end of this day: a time limit that ended before is over.
struct passing_of_time {};

/// One entry of the list of events.
struct course_entry {
  date on{};  ///< the day
  /// What happened.
  std::variant<passing_of_time, procedure::event, extension_request, procedure::annotation, changed_facts> what{};
  std::string place{};  ///< where it stands, such as "event 4 of 9 (file.json, line 12, /events/3)"
  std::optional<date> after{};  ///< the day of the entry before it in the file
};

/// The course of a file: what it rests on, and what happened.
struct course_file {
  std::string title{};  ///< of the course
  std::string article{};  ///< the legal basis, such as "TFEU 114"
  proposer initiator = proposer::commission;  ///< who proposed
  procedure::procedure_table table = procedure::ordinary();  ///< which steps there are
  holiday_calendar holidays = institution_holidays();  ///< days on which a time limit does not end
  voting_facts facts{};  ///< opt-ins and the like
  std::vector<course_entry> entries{};  ///< in the order of the file

  /// Its legal basis and initiator. It refers to `article`.
  [[nodiscard]] procedure::legislative_file file() const { return {legal_basis{article}, initiator}; }
};

/// The machine before the first entry.
[[nodiscard]] inline procedure::machine machine_of(course_file const& course) {
  procedure::machine m{course.file(), course.table, course.holidays};
  m.set_facts(course.facts);
  return m;
}

}  // namespace codecision::io

namespace codecision::detail {

/// The procedures of a file, as they are written there.
inline constexpr std::array<std::string_view, 4> procedure_words{"ordinary", "consultation", "consent", "enhanced_cooperation"};

[[nodiscard]] inline procedure::procedure_table table_of(std::size_t word) {
  switch (word) {
    case 1: return procedure::consultation();
    case 2: return procedure::consent();
    case 3: return procedure::enhanced_cooperation();
    default: return procedure::ordinary();
  }
}

[[noreturn]] inline void this_entry_is_earlier_than_the_one_before(date on, date previous) {
  fail(error_code::step_out_of_order, "an entry of " + to_string(on) + " is earlier than the one before it", "the one before it is of " + to_string(previous),
       "write the entries in the order of their days");
}

/// Is an entry in the order of days? An annotation, new facts and time that passes are no events, and the machine knows no day of them.
inline void check_order(procedure::machine const& m, io::course_entry const& entry) {
  if (entry.after && entry.on < *entry.after) this_entry_is_earlier_than_the_one_before(entry.on, *entry.after);
  if (!m.history().empty() && entry.on < m.history().back().happened.on)
    this_entry_is_earlier_than_the_one_before(entry.on, m.history().back().happened.on);
}

/// What helps is something to write in the file, where an error of the machine advises a call of C++.
[[nodiscard]] inline std::string advice_for_a_file(error const& problem, procedure::machine const& m, date on) {
  if (problem.code() == error_code::no_holidays) return "leave public holidays out, in the head of the file: \"holidays\": \"none\"";
  if (problem.code() != error_code::wrong_procedure) return problem.advice();
  auto const file = m.file();
  auto const asked = legal_basis_on(file.basis, on).procedure;
  for (std::size_t word = 0; word < procedure_words.size(); ++word)
    if (table_of(word).kind == asked) return "write in the head of the file: \"procedure\": \"" + std::string{procedure_words[word]} + "\"";
  return "a file has no table of this procedure; name another legal basis";
}

/// Hands an entry to the machine.
struct entry_taker {
  procedure::machine& m;
  date on;
  void operator()(procedure::event const& e) const { m.take(e); }
  void operator()(io::extension_request const& asked) const { m.extend(on, asked.by, asked.by_how_much); }
  void operator()(io::passing_of_time) const { m.advance_to(on); }
  void operator()(procedure::annotation const& a) const { m.note(a); }
  void operator()(io::changed_facts const& changed) const { m.set_facts(changed.facts); }
};

}  // namespace codecision::detail

namespace codecision::io {

/// Takes one entry of a course. Errors: those of `machine::take` and `machine::extend`, with the place of the entry and what to
/// write in the file; COD-S802 for an entry before the one before it. Nothing has changed after them.
inline void take(procedure::machine& m, course_entry const& entry) {
  auto const step = [&] {
    detail::check_order(m, entry);
    std::visit(detail::entry_taker{m, entry.on}, entry.what);
  };
#ifdef __cpp_exceptions
  try {
    step();
  } catch (error const& problem) {
    fail(problem.code(), problem.message(), entry.place + (problem.have().empty() ? "" : ": " + problem.have()),
         detail::advice_for_a_file(problem, m, entry.on));
  }
#else
  step();
#endif
}

/// Where does a course lead? The machine after its last entry. Errors as for `take`, at the first entry that is refused.
[[nodiscard]] inline procedure::machine run(course_file const& course) {
  auto m = machine_of(course);
  for (auto const& entry : course.entries) take(m, entry);
  return m;
}

}  // namespace codecision::io
