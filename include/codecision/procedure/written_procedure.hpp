// SPDX-License-Identifier: BSL-1.0
// When may the Council act in writing: by the ordinary written procedure, or by silence (Rules of Procedure, Article 12)?
#pragma once

#include <codecision/core/dated.hpp>
#include <codecision/core/explanation.hpp>
#include <codecision/council/electorate.hpp>
#include <codecision/rules/unanimity.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/evaluate.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation rop_12_1{
    "Council's Rules of Procedure, Art. 12(1)", "agenceurope.eu 12451/20; CELEX 32020D0430", support::confirmed, {},
    "the Council or Coreper decides unanimously to use it; that the matter is urgent and that all agree otherwise are from memory"};
inline constexpr citation rop_12_1_commission{
    "Council's Rules of Procedure, Art. 12(1)", "Decision 2009/937/EU", support::from_memory, {},
    "the Commission must agree when it brought the matter before the Council"};
inline constexpr citation decision_2020_430{
    "Decision (EU) 2020/430, prolonged until 30 June 2022", "CELEX 32020D0430", support::confirmed, {},
    "Coreper may decide to use it by the voting rule that applies to the act; the end of validity is the one shown on EUR-Lex"};
inline constexpr citation rop_12_2{
    "Council's Rules of Procedure, Art. 12(2)", "liquisearch.com, silence procedure", support::confirmed,
    "deemed to be adopted at the end of the period laid down by the Presidency ... except where a member of the Council objects"};
/// @}
}  // namespace citations

namespace procedure {

/// The days on which Coreper could choose the written procedure by the act's own rule (Decision (EU) 2020/430).
inline constexpr validity written_by_the_rule_of_the_act{make_date(2020, 3, 23), make_date(2022, 6, 30)};

/// By which rule is it decided on this day to use the written procedure for an act? Unanimity; from 2020-03-23 to 2022-06-30
/// the rule of the act itself. The Decision speaks of Coreper; that Coreper decides, as it did in practice, is taken for granted
/// [interpretation]: a decision of the Council itself stays unanimous.
[[nodiscard]] constexpr rule rule_to_act_in_writing(rule const& of_the_act, date day) {
  return written_by_the_rule_of_the_act.covers(day) ? of_the_act : rules::unanimity();
}

/// Did the Commission bring the matter before the Council, and does it agree to a decision in writing? [from memory]
enum class commission_and_writing : std::uint8_t { did_not_bring_it, agrees, does_not_agree };

namespace detail {

[[noreturn]] inline void this_written_procedure_may_not_be_used(std::string const& why) {
  fail(error_code::step_not_possible, "the act cannot be put to a written vote: " + why, "",
       "put it on the agenda of a meeting: procedure::agenda_item");
}
[[noreturn]] inline void a_written_procedure_has_a_day() {
  fail(error_code::step_out_of_order, "the decision to act in writing has no day", "", "give the day on which it was taken");
}

}  // namespace detail

/// The ordinary written procedure of Article 12(1): first it is decided to use it, then the act is voted on in writing.
class written_procedure {
 public:
  /// The decision of the Council or Coreper to use it for an act with this rule. Errors: COD-S802 without a day, those of `evaluate`.
  constexpr written_procedure(rule const& of_the_act, ballot const& decision_to_use_it, date day, commission_and_writing commission)
      : act_{of_the_act}, decision_{evaluate(rule_of(of_the_act, day), decision_to_use_it, request::none)}, day_{day}, commission_{commission} {}

  /// How was it decided to use it?
  [[nodiscard]] constexpr outcome const& decision() const { return decision_; }
  /// The day of that decision.
  [[nodiscard]] constexpr date day() const { return day_; }
  /// Did the Commission refuse the written procedure?
  [[nodiscard]] constexpr bool commission_stands_in_the_way() const { return commission_ == commission_and_writing::does_not_agree; }
  /// May the act be put to a written vote?
  [[nodiscard]] constexpr bool may_be_used() const { return decision_.adopted() && !commission_stands_in_the_way(); }

  /// The vote on the act, in writing, by its own majority. Who does not answer is absent. Error COD-S801 when the procedure may
  /// not be used, and those of `evaluate`.
  [[nodiscard]] constexpr outcome vote_on_the_act(ballot const& answers) const {
    if (!decision_.adopted()) detail::this_written_procedure_may_not_be_used("the decision to use the written procedure was not reached (" + std::string{decision_.rule().name()} + ")");
    if (commission_stands_in_the_way()) detail::this_written_procedure_may_not_be_used("the Commission, which brought it, does not agree");
    return evaluate(act_, answers, request::none);
  }

 private:
  [[nodiscard]] static constexpr rule rule_of(rule const& of_the_act, date day) {
    if (day.is_special()) detail::a_written_procedure_has_a_day();
    return rule_to_act_in_writing(of_the_act, day);
  }

  rule act_;
  outcome decision_;
  date day_;
  commission_and_writing commission_;
};

/// May the act be voted on in writing, and why?
[[nodiscard]] inline explanation explain(written_procedure const& w) {
  explanation all{std::string{w.may_be_used() ? "the act may be put to a written vote" : "the act cannot be put to a written vote"}};
  auto& line = all.add("decision to use the written procedure by " + std::string{w.decision().rule().name()} + " on " + to_string(w.day()) + ": " +
                       (w.decision().adopted() ? "reached" : "not reached"));
  line.cite(written_by_the_rule_of_the_act.covers(w.day()) ? citations::decision_2020_430 : citations::rop_12_1);
  if (w.commission_stands_in_the_way()) all.add("the Commission, which brought the matter, does not agree").cite(citations::rop_12_1_commission);
  return all;
}

/// What the silence procedure is to be used for. Only the first four are open to it.
enum class silence_matter : std::uint8_t {
  reply_to_parliament,           ///< (a) to a question of a Member of Parliament
  committee_appointments,        ///< (b) Economic and Social Committee, Committee of the Regions
  consultation_of_institutions,  ///< (c) to consult other institutions or bodies where the Treaties ask for it
  foreign_policy_by_coreu,       ///< (d) implementing the foreign and security policy, by the COREU network
  legislative_act,
  other_act,
};

/// The matter in words.
[[nodiscard]] constexpr std::string_view name(silence_matter m) {
  constexpr std::string_view names[] = {"reply to a question of Parliament", "appointment to an advisory committee",
                                        "consultation of other institutions", "foreign policy by COREU", "legislative act", "other act"};
  return names[static_cast<std::size_t>(m)];
}

/// Is the silence procedure open to this matter (Article 12(2)(a) to (d))?
[[nodiscard]] constexpr bool is_open_to_silence(silence_matter m) { return m < silence_matter::legislative_act; }
/// Must Coreper have examined the text before (Article 12(2)(a) and (b))?
[[nodiscard]] constexpr bool needs_coreper_before_silence(silence_matter m) { return m <= silence_matter::committee_appointments; }

/// How far is a silence procedure?
enum class silence_state : std::uint8_t { running, deemed_adopted, stopped };

namespace detail {

[[noreturn]] inline void silence_adopts_nothing_of_this_kind(silence_matter m) {
  fail(error_code::wrong_procedure, "the silence procedure is not open to this matter: " + std::string{name(m)},
       "replies to Parliament, appointments to advisory committees, consultation of institutions, foreign policy by COREU (Rules of Procedure Art. 12(2)(a) to (d))",
       "use the ordinary written procedure (procedure::written_procedure) or a meeting");
}
[[noreturn]] inline void coreper_has_not_examined_this_text(silence_matter m) {
  fail(error_code::wrong_procedure, "the silence procedure on this matter (" + std::string{name(m)} + ") comes after Coreper has examined the text", "",
       "say after_coreper::yes when it has");
}
[[noreturn]] inline void a_silence_procedure_ends_after_it_begins(date opened, date last_day) {
  fail(error_code::bad_period, "the silence procedure does not end on or after the day on which it begins",
       "opened " + to_string(opened) + ", last day " + to_string(last_day), "give both days; the Presidency fixes the period");
}
[[noreturn]] inline void only_a_member_of_the_council_breaks_the_silence(member_state m, member_set members) {
  fail(error_code::not_a_member, std::string{codecision::name(m)} + " is not a member of this council", to_string(members),
       "name a member of the council of that day");
}
[[noreturn]] inline void this_objection_comes_before_the_silence_procedure(date day, date opened) {
  fail(error_code::step_out_of_order, "the objection of " + to_string(day) + " comes before the silence procedure was opened", "opened on " + to_string(opened),
       "check the days");
}
[[noreturn]] inline void this_objection_comes_too_late(date day, date last_day) {
  fail(error_code::time_limit_over, "the objection of " + to_string(day) + " comes after the silence procedure", "the last day was " + to_string(last_day),
       "the text is deemed adopted; it can be changed by a new act only");
}

}  // namespace detail

/// Has Coreper examined the text?
enum class after_coreper : bool { no, yes };

/// The silence procedure of Article 12(2), opened by the Presidency. One member that objects in time stops it. The silence that
/// working parties use among themselves is another thing: it adopts nothing.
class silence_procedure {
 public:
  /// Errors: COD-S806 for a matter to which it is not open, such as a legislative act, or which Coreper has not examined,
  /// COD-T901 for days in the wrong order.
  constexpr silence_procedure(silence_matter matter, electorate const& council, date opened, date last_day, after_coreper examined = after_coreper::no)
      : matter_{matter}, members_{council.members()}, opened_{opened}, last_day_{last_day} {
    if (!is_open_to_silence(matter)) detail::silence_adopts_nothing_of_this_kind(matter);
    if (needs_coreper_before_silence(matter) && examined == after_coreper::no) detail::coreper_has_not_examined_this_text(matter);
    if (opened.is_special() || last_day.is_special() || last_day < opened) detail::a_silence_procedure_ends_after_it_begins(opened, last_day);
  }

  /// The procedure after this member has objected. Errors: COD-M103 for one that is not in the council, COD-S802 and COD-S805 for
  /// a day before or after the period.
  [[nodiscard]] constexpr silence_procedure objection(member_state member, date day) const {
    if (!members_.contains(member)) detail::only_a_member_of_the_council_breaks_the_silence(member, members_);
    if (day.is_special() || day < opened_) detail::this_objection_comes_before_the_silence_procedure(day, opened_);
    if (day > last_day_) detail::this_objection_comes_too_late(day, last_day_);
    auto after = *this;
    after.objecting_.insert(member);
    return after;
  }

  /// What the silence procedure is about.
  [[nodiscard]] constexpr silence_matter matter() const { return matter_; }
  /// The day on which it was opened.
  [[nodiscard]] constexpr date opened() const { return opened_; }
  /// The last day for an objection.
  [[nodiscard]] constexpr date last_day() const { return last_day_; }
  /// Those who have objected.
  [[nodiscard]] constexpr member_set objecting() const { return objecting_; }
  /// How does it stand at the end of this day, with the objections entered so far?
  [[nodiscard]] constexpr silence_state on(date day) const {
    if (!objecting_.empty()) return silence_state::stopped;
    return day < last_day_ ? silence_state::running : silence_state::deemed_adopted;
  }

 private:
  silence_matter matter_;
  member_set members_;
  date opened_;
  date last_day_;
  member_set objecting_{};
};

/// How does the silence procedure stand at the end of this day, and why?
[[nodiscard]] inline explanation explain(silence_procedure const& s, date day) {
  auto const state = s.on(day);
  explanation all{std::string{name(s.matter())} + " by silence until " + to_string(s.last_day()) + ": " +
                  (state == silence_state::stopped ? "stopped by " + to_string(s.objecting())
                                                   : state == silence_state::running ? "still running" : "deemed adopted, nobody objected")};
  all.cite(citations::rop_12_2);
  return all;
}

}  // namespace procedure
}  // namespace codecision
