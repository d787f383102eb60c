// SPDX-License-Identifier: BSL-1.0
// Where does an item of the Council's agenda stand, what may happen to it next, and what are the last days before a meeting?
#pragma once

#include <codecision/core/date.hpp>
#include <codecision/core/explanation.hpp>
#include <codecision/procedure/agenda_step.hpp>
#include <codecision/procedure/backwards.hpp>
#include <codecision/procedure/council_configuration.hpp>
#include <codecision/procedure/period.hpp>
#include <codecision/rules/simple_majority.hpp>
#include <codecision/rules/unanimity.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/evaluate.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation rop_3_1_2{"Council's Rules of Procedure, Art. 3(1), (2)", council_rules_of_procedure, support::from_memory, {},
                                    "the provisional agenda at least 14 days before the meeting, requests with documents at least 16 days before"};
inline constexpr citation rop_3_5{"Council's Rules of Procedure, Art. 3(5)", "wordscope.be, provisional legislative council", support::confirmed, {},
                                  "Coreper has completed a draft legislative act by the end of the week preceding the week prior to the meeting, unless it is urgent"};
inline constexpr citation rop_16_and_annex_iv{
    "Council's Rules of Procedure, Art. 16 and Annex IV", "kwiki.ffii.org, JURI0307En (older numbering)", support::from_memory, {},
    "in procedural votes those who may not vote on the substance are not counted"};
/// @}
}  // namespace citations

namespace procedure {

namespace detail {

[[noreturn]] inline void this_step_is_not_possible_for_this_item(agenda_step step, agenda_place from) {
  fail(error_code::step_not_possible, "'" + std::string{name(step)} + "' is not possible: the item is at '" + std::string{name(from)} + "'",
       possible_steps(from), "take one of these steps");
}
[[noreturn]] inline void this_step_takes_a_vote(agenda_step step) {
  fail(error_code::majority_without_figures, "'" + std::string{name(step)} + "' is decided by a vote of the Council, and no ballot is given", "",
       step == agenda_step::adopt ? "pass the rule of the act and the ballot: item.adopt(rule, ballot, day)"
                                  : "pass the ballot: item.take(step, day, ballot); without a decision the item is withdrawn by 'withdraw'");
}
[[noreturn]] inline void nobody_votes_on_this_step(agenda_step step) {
  fail(error_code::step_not_possible, "nobody votes on '" + std::string{name(step)} + "'", "",
       step == agenda_step::adopt ? "use item.adopt(rule, ballot, day): the act's own majority decides" : "take the step without a ballot");
}
[[noreturn]] inline void these_members_may_not_vote_on_the_substance(member_set who) {
  fail(error_code::voter_not_in_council, to_string(who) + (who.size() == 1 ? " does" : " do") + " not vote on this item, and so not on its place on the agenda", "",
       "leave them out: ballot{council.without(\"DK\"_members)} (Rules of Procedure Art. 16 and Annex IV)");
}
[[noreturn]] inline void this_agenda_step_is_earlier_than_the_one_before(agenda_step step, date day, date before) {
  fail(error_code::step_out_of_order, "'" + std::string{name(step)} + "' on " + to_string(day) + " comes before the step of " + to_string(before), "",
       "enter the steps in the order of their days");
}
[[noreturn]] inline void this_agenda_step_has_no_day(agenda_step step) {
  fail(error_code::step_out_of_order, "'" + std::string{name(step)} + "' has no day", "", "give the day of the meeting");
}

}  // namespace detail

/// An item on its way to the Council. A value: each step returns the item as it stands afterwards.
class agenda_item {
 public:
  /// `subject`: to which configuration it belongs. `not_voting`: who may not vote on the substance (opt-outs); they are not
  /// counted in procedural votes either.
  constexpr explicit agenda_item(council_configuration subject, member_set not_voting = {}) : subject_{subject}, not_voting_{not_voting} {}

  /// Where the item stands.
  [[nodiscard]] constexpr agenda_place place() const { return place_; }
  /// The configuration it belongs to.
  [[nodiscard]] constexpr council_configuration subject() const { return subject_; }
  /// The part of Coreper that prepares it.
  [[nodiscard]] constexpr coreper_part prepared_by() const { return coreper_for(subject_); }
  /// Members that do not take part in the vote.
  [[nodiscard]] constexpr member_set not_voting() const { return not_voting_; }
  /// The day of the last step; empty before the first.
  [[nodiscard]] constexpr std::optional<date> since() const { return since_; }
  /// The row that brought it here; null before the first step.
  [[nodiscard]] constexpr agenda_transition const* last() const { return last_; }
  /// Was the majority of the last step reached? True also where nobody votes.
  [[nodiscard]] constexpr bool carried() const { return carried_; }
  /// In which configuration it was adopted: any may adopt an A item, for the Council is one [from memory]. Empty until then.
  [[nodiscard]] constexpr std::optional<council_configuration> adopted_in() const { return adopted_in_; }

  /// A step on which nobody votes. Errors: COD-S801 when it is not possible from here (with what is), COD-S803 when it takes a
  /// vote, COD-S802 when its day is missing or before the last one.
  [[nodiscard]] constexpr agenda_item take(agenda_step step, date day) const {
    check(step, day);
    if (row_of(step).needed != agenda_majority::no_vote) detail::this_step_takes_a_vote(step);
    return moved(step, day, true);
  }
  /// A step on the agenda that the Council decides: keeping an A item (simple majority, 14 of 27), adding an item (unanimity). When
  /// the majority is missing the item goes where the rule says: an A item in question is withdrawn, an item to be added stays.
  /// Errors: as above, COD-S801 where nobody votes, COD-B403 for members who may not vote on the substance, those of `evaluate`.
  [[nodiscard]] constexpr agenda_item take(agenda_step step, date day, ballot const& votes) const {
    check(step, day);
    auto const needed = row_of(step).needed;
    if (needed == agenda_majority::no_vote || needed == agenda_majority::of_the_act) detail::nobody_votes_on_this_step(step);
    check_voters(votes);
    auto const how = needed == agenda_majority::unanimity ? rules::unanimity() : rules::simple_majority();
    return moved(step, day, evaluate(how, votes, request::none).adopted());
  }
  /// The Council votes on an A, B or false B item by the act's own rule, in this configuration (by default that of the subject).
  /// Without the majority the item is sent back. Errors as above.
  [[nodiscard]] constexpr agenda_item adopt(rule const& of_the_act, ballot const& votes, date day,
                                            std::optional<council_configuration> meeting = {}) const {
    check(agenda_step::adopt, day);
    check_voters(votes);
    auto item = moved(agenda_step::adopt, day, evaluate(of_the_act, votes, request::none).adopted());
    if (item.carried_) item.adopted_in_ = meeting ? *meeting : subject_;
    return item;
  }

 private:
  constexpr void check_voters(ballot const& votes) const {
    auto const excluded = votes.council().members() & not_voting_;
    if (!excluded.empty()) detail::these_members_may_not_vote_on_the_substance(excluded);
  }
  constexpr void check(agenda_step step, date day) const {
    if (!is_possible(step, place_)) detail::this_step_is_not_possible_for_this_item(step, place_);
    if (day.is_special()) detail::this_agenda_step_has_no_day(step);
    if (since_ && day < *since_) detail::this_agenda_step_is_earlier_than_the_one_before(step, day, *since_);
  }
  [[nodiscard]] constexpr agenda_item moved(agenda_step step, date day, bool carried) const {
    auto const& row = row_of(step);
    auto item = *this;
    item.place_ = carried ? row.to : row.otherwise ? *row.otherwise : place_;
    item.since_ = day;
    item.last_ = &row;
    item.carried_ = carried;
    return item;
  }

  council_configuration subject_;
  member_set not_voting_;
  agenda_place place_ = agenda_place::working_party;
  std::optional<date> since_{};
  agenda_transition const* last_ = nullptr;
  bool carried_ = true;
  std::optional<council_configuration> adopted_in_{};
};

/// The last days before a meeting; periods that are counted backwards do not move for holidays.
struct agenda_notice {
  notice_date request;  ///< for an item to be put on the agenda, with its documents [from memory]
  notice_date agenda;   ///< for the provisional agenda to be sent [from memory]
  date done_in_coreper; ///< for Coreper to complete a draft legislative act, unless it is urgent
};

/// When does a week end for Art. 3(5): on Sunday, or with the last working day? [interpretation]
enum class week_end : std::uint8_t { sunday, friday };

/// What are the last days before a meeting of the Council: 16 and 14 days before it (Art. 3(1), (2)), and the end of the week
/// preceding the week prior to it (Art. 3(5))? Errors: COD-D201 when the meeting has no day, COD-T901 out of the calendar.
[[nodiscard]] constexpr agenda_notice notice_before(date meeting, week_end ends = week_end::sunday,
                                                    backwards_reading reading = backwards_reading::nth_day_before) {
  auto const request = deadline(meeting, backwards{days{16}}, reading);
  auto const since_monday = (static_cast<int>(meeting.day_of_week().as_number()) + 6) % 7;
  auto const coreper = deadline(meeting, backwards{days{since_monday + 8 + (ends == week_end::friday ? 2 : 0)}});
  return {request, deadline(meeting, backwards{days{14}}, reading), coreper.last_day};
}

/// What are the last days, and by which provision?
[[nodiscard]] inline explanation explain(agenda_notice const& notice) {
  explanation all{"before the meeting of " + to_string(notice.agenda.event)};
  all.add("requests with documents by " + to_string(notice.request.last_day) + ", the provisional agenda by " + to_string(notice.agenda.last_day))
      .cite(citations::rop_3_1_2);
  all.add("done in Coreper by " + to_string(notice.done_in_coreper) + ", for draft legislative acts").cite(citations::rop_3_5);
  return all;
}

/// Where does the item stand, by which provision, and what may happen next?
[[nodiscard]] inline explanation explain(agenda_item const& item) {
  explanation all{std::string{name(item.place())} + (item.since() ? " since " + to_string(*item.since()) : "") + " (" +
                  std::string{name(item.subject())} + ", prepared by " + std::string{name(item.prepared_by())} + ")"};
  if (item.last() != nullptr) {
    auto& line = all.add("by " + std::string{name(item.last()->step)} + (item.carried() ? "" : ": the majority was not reached"));
    line.cite(*item.last()->source);
    if (item.last()->needed == agenda_majority::simple_majority && !item.not_voting().empty()) line.cite(citations::rop_16_and_annex_iv);
  }
  if (item.adopted_in() && *item.adopted_in() != item.subject())
    all.add("adopted by " + std::string{name(*item.adopted_in())} + ": the Council is one, whatever its configuration");
  all.add("possible: " + possible_steps(item.place()));
  return all;
}

}  // namespace procedure
}  // namespace codecision
