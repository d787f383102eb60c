// SPDX-License-Identifier: BSL-1.0
// Where does a file stand after these events, what may happen next, and until when?
#pragma once

#include <codecision/council/catalogue.hpp>
#include <codecision/council/legal_basis_record.hpp>
#include <codecision/council/participation.hpp>
#include <codecision/procedure/decide.hpp>
#include <codecision/procedure/entry_into_force.hpp>
#include <codecision/procedure/event.hpp>
#include <codecision/procedure/informal.hpp>
#include <codecision/procedure/national_parliament_period.hpp>
#include <codecision/procedure/ordinary.hpp>
#include <codecision/procedure/refusals.hpp>
#include <codecision/procedure/running_limit.hpp>
#include <codecision/rules/rule.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace codecision::procedure {

/// A file on its way through a procedure. It takes dated events, decides by the rules whether a majority was reached, refuses
/// what is not legal, and keeps its history. A refused event changes nothing.
class machine {
 public:
  /// A file that has not been proposed yet. The holidays are those of the institution that must act; those of the Commission in
  /// Brussels stand for all [interpretation]. Facts: opt-ins and the like, as for `catalogue`.
  explicit machine(legislative_file const& file, procedure_table const& table = ordinary(),
                   holiday_calendar const& holidays = institution_holidays())
      : article_{file.basis.article}, initiator_{file.initiator}, whole_table_{table}, table_{table.for_file(file)}, holidays_{holidays} {}

  /// Opt-ins, the member concerned, participants: what decides who votes. They may change in the middle of a procedure.
  void set_facts(voting_facts const& facts) { facts_ = facts; }

  // ----- asking -----
  /// The legal basis and who proposed.
  [[nodiscard]] legislative_file file() const { return {legal_basis{article_}, initiator_}; }
  /// The steps that are open to this file.
  [[nodiscard]] procedure_table const& table() const { return table_; }
  /// The stage where the file stands.
  [[nodiscard]] codecision::stage current() const { return stage_; }
  /// Is the procedure at an end?
  [[nodiscard]] bool over() const { return is_final(stage_); }
  /// Everything that happened, in order: votes that were not carried too.
  [[nodiscard]] std::vector<step> const& history() const { return history_; }
  /// What was agreed informally: no part of it moves the file.
  [[nodiscard]] std::vector<annotation> const& annotations() const { return annotations_; }
  /// The time limit that runs now; empty when the stage has none.
  [[nodiscard]] std::optional<running_limit> const& limit() const { return limit_; }
  /// The amendments that Parliament carried at second reading, on which the Council must decide.
  [[nodiscard]] std::vector<amendment> const& amendments() const { return amendments_; }

  /// Which steps of the table are open now?
  [[nodiscard]] transition_list legal_steps() const {
    return table_.from(stage_).where([this](transition const& t) { return !excluded(t); });
  }
  /// What may happen next, by which rules on that day, and until when? Errors as for `catalogue`.
  [[nodiscard]] std::vector<possible_step> next(date on) const {
    std::vector<possible_step> steps;
    for (auto const& t : legal_steps()) steps.push_back({&t, rules_for(t, file(), on, facts_), t.limit ? limit_ : std::nullopt});
    return steps;
  }

  // ----- driving -----
  /// Takes an event. The majority is counted, not believed; a vote that is not carried leaves the file where it is, or leads
  /// where the Treaty says. Returns what became of it. Errors, after which nothing has changed: COD-S801 for a step that is not
  /// legal here, COD-S802 for one before the last, COD-S803 for a majority without figures, COD-S805 after the time limit,
  /// COD-S806 for a legal basis of another procedure, COD-B403 and COD-B405 for wrong figures, COD-T902 for a year without holidays.
  step const& take(event e) {
    check_order(e);
    if (stage_ == stage::not_proposed) settle_basis(e.on);
    auto const* t = table_.steps.find(stage_, e.kind);
    if (t == nullptr || excluded(*t)) detail::this_step_is_not_possible_at_this_stage(e.kind, stage_, legal_steps());
    step s{.happened = std::move(e), .asked = t, .taken = t, .before = stage_, .after = stage_, .limit = limit_};
    s.in_time = check_time(s, *t);
    check_facts(s, *t);
    auto const result = detail::decide(s, *t, context());
    if (result == detail::verdict_of_votes::not_carried) s.taken = t->otherwise ? table_.steps.find(stage_, *t->otherwise) : nullptr;
    if (result == detail::verdict_of_votes::half_done) s.taken = nullptr;
    if (s.taken != nullptr) s.after = s.taken->to ? *s.taken->to : is_suspended(stage_) ? suspended_in_ : stage_;
    return commit(std::move(s));
  }

  /// Prolongs the running time limit at the initiative of Parliament or the Council (TFEU 294(14)), by the longest time that is
  /// allowed or by less. Error COD-S804: no limit runs, it cannot be prolonged, not twice, not by so much, or it is over already.
  step const& extend(date on, actor by, std::optional<period> by_how_much = std::nullopt);

  /// Notes something informal: a mandate, a general approach, a trilogue. It has no legal effect and moves nothing.
  void note(annotation a) { annotations_.push_back(std::move(a)); }

  /// Lets time pass until the end of a day: a limit that ends before is over, and what the Treaty attaches to that happens on
  /// the day after. Nothing happens where the first day of the limit is not known. Returns whether the file moved.
  bool advance_to(date day);

 private:
  [[nodiscard]] bool excluded(transition const& t) const { return position_.rejected && is_closed_by(event_kind::reject_proposal, t.event); }
  void check_order(event const& e) const {
    if (e.on.is_special()) detail::this_event_has_no_day(e);
    if (e.clock_from && *e.clock_from < e.on) detail::this_event_was_not_possible_yet(e, "the clock cannot run from " + to_string(*e.clock_from) + ", before the event", e.on);
    if (!history_.empty() && e.on < history_.back().happened.on)
      detail::this_event_is_earlier_than_the_one_before(e, history_.back().happened.on);
  }
  /// Finds the legal basis in the catalogue, where "TFEU 82(2)(b)" stands under "TFEU 82(2)", and asks whether it fits.
  void settle_basis(date on) {
    auto const& row = legal_basis_on({article_}, on);
    if (row.procedure != table_.kind || (!table_.only_basis.empty() && row.basis != table_.only_basis))
      detail::this_legal_basis_asks_for_another_procedure(row, table_.title);
    if (table_.kind == council_procedure::ordinary && !detail::may_begin_the_ordinary_procedure(initiator_, row.basis))
      detail::this_initiator_does_not_begin_this_procedure(row.basis, in_words(initiator_));
    article_ = row.basis;
    table_ = whole_table_.for_file(file());
  }
  [[nodiscard]] timeliness check_time(step& s, transition const& t) const;
  void check_facts(step& s, transition const& t) const;
  [[nodiscard]] detail::decision_context context() const {
    return {file(), facts_, position_, amendments_, joint_text_, table_};
  }
  step const& commit(step s);
  void start_clock(step const& s);
  void remember(step const& s);

  std::string article_;
  proposer initiator_;
  procedure_table whole_table_;
  procedure_table table_;  ///< without the steps that are not open to this file
  holiday_calendar holidays_;
  voting_facts facts_{};
  codecision::stage stage_ = codecision::stage::not_proposed;
  codecision::stage suspended_in_ = codecision::stage::not_proposed;
  date suspended_on_{};
  std::optional<running_limit> limit_{};
  std::optional<running_limit> limit_before_suspension_{};
  std::optional<date> available_to_parliaments_{};  ///< when the eight weeks of Protocol 1 began
  detail::position_facts position_{};
  std::vector<amendment> amendments_{};
  detail::joint_text_votes joint_text_{};
  std::vector<step> history_{};
  std::vector<annotation> annotations_{};
};

// ---------------------------------------------------------------------------------------------------------------------

inline step const& machine::extend(date on, actor by, std::optional<period> by_how_much) {
  event const asked{.kind = event_kind::time_limit_expires, .on = on};
  check_order(asked);
  auto const where = "the stage '" + std::string{name(stage_)} + "'";
  if (!limit_ || !limit_->limit.extension)
    detail::this_time_limit_cannot_be_extended(where + " has no time limit that can be extended", "",
                                               "TFEU 294(14) lets the limits of the second reading, conciliation and third reading be extended");
  if (limit_->prolonged)
    detail::this_time_limit_cannot_be_extended("the time limit of " + where + " was extended already", "until " + to_string(limit_->due().last_day),
                                               "each period can be extended once (TFEU 294(14))");
  if (by != actor::parliament && by != actor::council)
    detail::this_time_limit_cannot_be_extended("the " + std::string{name(by)} + " cannot ask for an extension", "", "Parliament or the Council asks (TFEU 294(14))");
  auto const most = *limit_->limit.extension;
  auto const asked_for = by_how_much.value_or(most);
  auto const longer = *limit_;
  auto prolonged = longer;
  prolonged.prolonged = asked_for;
  auto longest = longer;
  longest.prolonged = most;
  if (prolonged.due().nominal > longest.due().nominal)
    detail::this_time_limit_cannot_be_extended(to_string(asked_for) + " is more than the Treaty allows", "at most " + to_string(most), "ask for less");
  if (longer.on(on) == timeliness::missed)
    detail::this_time_limit_cannot_be_extended("the time limit of " + where + " is over", "the last day was " + to_string(longer.due().last_day), "ask for more time while the limit runs");
  step s{.happened = asked, .before = stage_, .after = stage_, .limit = prolonged, .in_time = longer.on(on), .extended = extension{on, by, asked_for}};
  history_.reserve(history_.size() + 1);
  history_.push_back(std::move(s));
  limit_ = prolonged;
  return history_.back();
}

inline bool machine::advance_to(date day) {
  auto moved = false;
  while (limit_ && limit_->start_known && limit_->on(day) == timeliness::missed) {
    auto const lapse = table_.from(stage_).where([](transition const& t) { return t.when != timing::within_limit && t.limit; });
    if (lapse.empty()) break;
    take(event{.kind = lapse[0].event, .on = limit_->due().last_day + boost::gregorian::days{1}, .note = "the time limit is over"});
    moved = true;
  }
  return moved;
}

/// In time? After the end only the steps that the Treaty attaches to it are left; where it attaches none, a late step is noted.
inline timeliness machine::check_time(step& s, transition const& t) const {
  if (!limit_) return timeliness::no_limit;
  if (s.happened.on < limit_->runs_from && limit_->start_known)
    detail::this_event_was_not_possible_yet(s.happened, "the time limit had not begun: the text was not communicated or received yet", limit_->runs_from);
  auto const in_time = limit_->on(s.happened.on);
  auto const is_lapse = [](transition const& o) { return o.limit && o.when != timing::within_limit; };
  if (t.when == timing::after_limit && in_time == timeliness::met) detail::the_time_limit_still_runs(s.happened, limit_->due());
  if (in_time == timeliness::missed && !is_lapse(t)) {
    if (auto const after = table_.from(stage_).where(is_lapse); !after.empty()) detail::the_time_limit_is_over(s.happened, limit_->due(), after);
    s.notes.push_back("after the last day, " + to_string(limit_->due().last_day) + "; the Treaty does not say what follows");
  }
  if (!t.limit) return timeliness::no_limit;
  if (in_time == timeliness::not_known)
    s.notes.push_back("the day on which the time limit began is not known: it ended on " + to_string(limit_->due().last_day) + " at the earliest");
  return in_time;
}

inline void machine::check_facts(step& s, transition const& t) const {
  auto const& e = s.happened;
  // Protocol 1 is about draft legislative acts; decisions on the basis of the TEU are none. [interpretation]
  if (waits_for_parliaments(t.event) && article_.compare(0, 4, "TEU ") != 0) {
    if (!available_to_parliaments_) s.notes.push_back("the day on which national parliaments had the draft is not known: the eight weeks and ten days of Protocol 1 are not checked");
    else if (auto const first = first_day_for_the_council(t.event, *available_to_parliaments_); e.on < first && !e.urgent)
      detail::this_step_does_not_fit(e, "Protocol 1 Art. 4 lets the Council act from " + to_string(first) + " on",
                                     "give a later day, or say that it is one of the urgent cases with reasons (urgent)");
  }
  if (e.enters_into_force && (t.event != event_kind::publish || *e.enters_into_force < e.on))
    detail::this_step_does_not_fit(e, "it names " + to_string(*e.enters_into_force) + " as the day of entry into force",
                                   "an act names that day when it is published, and it is not before that day");
  if (t.event == event_kind::enter_into_force) {
    auto const& published = history_.back().happened;
    auto const expected = published.enters_into_force.value_or(in_force_after_publication(published.on).day);
    if (e.on != expected)
      detail::this_step_does_not_fit(e, "the act enters into force on " + to_string(expected),
                                     "where the act names another day, say so when it is published (enters_into_force)");
  }
}

inline step const& machine::commit(step s) {
  history_.reserve(history_.size() + 1);  // so that nothing below can fail half-way
  auto const before = stage_;
  remember(s);
  if (s.moved() && s.after != before) {
    stage_ = s.after;
    start_clock(s);
  }
  history_.push_back(std::move(s));
  return history_.back();
}

/// What later steps must know of this one.
inline void machine::remember(step const& s) {
  auto const& e = s.happened;
  if (s.before == stage::not_proposed) available_to_parliaments_ = e.clock_from;
  for (auto const& d : s.decisions)
    if (e.kind == event_kind::both_adopt && d.reached) (d.body == actor::council ? joint_text_.council : joint_text_.parliament) = true;
  if (s.taken == nullptr || s.taken->event != e.kind) return;
  switch (e.kind) {
    case event_kind::adopt_position: position_ = {.departs = e.departs_from_proposal, .commission = e.commission_opinion}; break;
    case event_kind::reject_proposal: position_ = {.rejected = true}; break;
    case event_kind::alter_proposal:  // an altered proposal is agreement, unless the event says otherwise
      position_.commission = e.commission_opinion == opinion::negative ? opinion::negative : opinion::positive;
      break;
    case event_kind::propose_amendments: amendments_ = detail::carried_amendments(s); break;
    default: break;
  }
}

inline void machine::start_clock(step const& s) {
  if (is_suspended(s.after)) {
    suspended_in_ = s.before;
    suspended_on_ = s.happened.on;
    limit_before_suspension_ = limit_;
  }
  if (is_suspended(s.before) && !s.taken->to) {
    limit_ = limit_before_suspension_;
    if (limit_) limit_->days_suspended += static_cast<int>((s.happened.on - suspended_on_).days());
    return;
  }
  auto const limit = table_.limit_of(s.after);
  limit_.reset();
  if (!limit) return;
  auto const known = limit->runs_from == clock_start::entry || s.happened.clock_from.has_value();
  limit_ = running_limit{.limit = *limit, .runs_from = s.happened.clock_from.value_or(s.happened.on), .start_known = known, .holidays = holidays_};
}

}  // namespace codecision::procedure
