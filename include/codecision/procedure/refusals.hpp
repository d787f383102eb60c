// SPDX-License-Identifier: BSL-1.0
// Why is a step refused, and what would be legal instead?
#pragma once

#include <codecision/council/legal_basis_record.hpp>
#include <codecision/procedure/deadline.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/stage.hpp>
#include <codecision/procedure/step.hpp>

#include <string>
#include <string_view>

namespace codecision::procedure::detail {

/// The steps as a sentence: "adopt_position (Parliament), withdraw (Commission)".
[[nodiscard]] inline std::string list_of(transition_list const& steps) {
  std::string text;
  for (auto const& t : steps) {
    text += text.empty() ? "" : ", ";
    text += std::string{name(t.event)} + (t.by == actor::nobody ? "" : " (" + std::string{name(t.by)} + ")");
  }
  return text.empty() ? "nothing: the procedure is over" : text;
}

[[noreturn]] inline void this_step_is_not_possible_at_this_stage(event_kind what, stage at, transition_list const& legal) {
  fail(error_code::step_not_possible,
       "'" + std::string{name(what)} + "' is not possible at the stage '" + std::string{name(at)} + "'", "possible: " + list_of(legal),
       "enter the events that came before it, or one of these");
}
[[noreturn]] inline void this_step_does_not_fit(event const& e, std::string const& why, std::string const& instead) {
  fail(error_code::step_not_possible, "'" + std::string{name(e.kind)} + "' of " + to_string(e.on) + ": " + why, "", instead);
}
[[noreturn]] inline void this_event_is_earlier_than_the_one_before(event const& e, date previous) {
  fail(error_code::step_out_of_order, "'" + std::string{name(e.kind)} + "' of " + to_string(e.on) + " is earlier than the event before it",
       "the last event was on " + to_string(previous), "enter events in the order of their days");
}
[[noreturn]] inline void this_event_has_no_day(event const& e) {
  fail(error_code::step_out_of_order, "'" + std::string{name(e.kind)} + "' has no day of the calendar", "",
       "give the day on which it happened");
}
[[noreturn]] inline void this_majority_comes_without_figures(event const& e, std::string_view body, std::string_view which, std::string const& what) {
  fail(error_code::majority_without_figures,
       "'" + std::string{name(e.kind)} + "' of " + to_string(e.on) + " says nothing of the vote " + std::string{which} + "(" + std::string{body} + ")", "",
       what + "; or name the source that says that the majority was reached (attested_by)");
}
[[noreturn]] inline void the_time_limit_is_over(event const& e, due_date const& due, transition_list const& after) {
  fail(error_code::time_limit_over, "'" + std::string{name(e.kind)} + "' of " + to_string(e.on) + " comes too late",
       "the last day was " + to_string(due.last_day),
       after.empty() ? "check the days" : "since then: " + list_of(after));
}
[[noreturn]] inline void the_time_limit_still_runs(event const& e, due_date const& due) {
  fail(error_code::step_not_possible, "'" + std::string{name(e.kind)} + "' of " + to_string(e.on) + ": the time limit still runs",
       "its last day is " + to_string(due.last_day), "give a day after that");
}
[[noreturn]] inline void this_time_limit_cannot_be_extended(std::string const& why, std::string const& have, std::string const& instead) {
  fail(error_code::extension_not_possible, why, have, instead);
}
[[noreturn]] inline void this_event_was_not_possible_yet(event const& e, std::string const& why, date first) {
  fail(error_code::step_out_of_order, "'" + std::string{name(e.kind)} + "' of " + to_string(e.on) + ": " + why, "that was on " + to_string(first),
       "check the days");
}
[[noreturn]] inline void this_initiator_does_not_begin_this_procedure(std::string_view basis, std::string_view who) {
  fail(error_code::wrong_procedure, std::string{who} + " cannot propose an act on " + std::string{basis} + " under the ordinary legislative procedure", "",
       "the Commission proposes; where the Treaties say so a group of Member States (TFEU 76), the Central Bank or the Court (TFEU 294(15))");
}
[[noreturn]] inline void this_legal_basis_asks_for_another_procedure(legal_basis_record const& basis, std::string_view table) {
  fail(error_code::wrong_procedure, std::string{basis.basis} + " does not ask for the " + std::string{table},
       "its procedure in the catalogue: " + std::string{name(basis.procedure)},
       "choose the table that fits: procedure::ordinary(), consent(), consultation() or enhanced_cooperation()");
}

}  // namespace codecision::procedure::detail
