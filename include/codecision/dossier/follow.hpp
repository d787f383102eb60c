// SPDX-License-Identifier: BSL-1.0
// Where do the legal events of a dossier fit into the procedure, and where is the record silent?
#pragma once

#include <codecision/council/participation.hpp>
#include <codecision/data/holiday_calendar.hpp>
#include <codecision/data/holidays.hpp>
#include <codecision/dossier/course.hpp>
#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/explain_course.hpp>
#include <codecision/dossier/kinds/votes.hpp>
#include <codecision/dossier/legal_events.hpp>
#include <codecision/dossier/stated_proposal.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/stage.hpp>
#include <codecision/procedure/step.hpp>
#include <codecision/procedure/transition.hpp>
#include <codecision/rules/rule.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision {

/// What to follow, and what the dossier need not say.
struct follow_options {
  std::string of_procedure{};             ///< its records are followed; empty: the dossier's own procedure
  std::string legal_basis{};              ///< as in the catalogue; empty: as the proposal says (legal_event.legal_basis)
  std::optional<proposer> initiator{};    ///< empty: as the proposal says, else the Commission
  procedure::procedure_table table = procedure::ordinary();  ///< which steps there are
  holiday_calendar holidays = institution_holidays();  ///< days on which a time limit does not end
  voting_facts facts{};                   ///< opt-ins and the like, as for `catalogue`
};

namespace detail {

[[noreturn]] inline void the_dossier_names_no_legal_basis(std::string const& number) {
  fail(error_code::bad_event_file, "the dossier does not say on which legal basis " + number + " stands", "",
       "write legal_event and legal_event.legal_basis into the record of the proposal (docs/dossiers/format.md), or name it: "
       "follow(dossier, {.legal_basis = \"TFEU 114\"})");
}

/// The error that a call raises; empty when it raises none. Without exceptions the hook of the library ends the program.
template <class F>
[[nodiscard]] std::optional<error> error_of(F f) {
#ifdef BOOST_NO_EXCEPTIONS
  f();
#else
  try {
    f();
  } catch (error const& e) {
    return e;
  }
#endif
  return std::nullopt;
}

/// One thing to follow: a record, or one of its events.
struct planned_item {
  std::size_t record;
  std::optional<law_attributes> event;
  int number;
  int of;
  date day;
};

/// Runs the records of one procedure through the machine.
class follower {
 public:
  follower(dossier const& d, follow_options const& o)
      : dossier_{d}, options_{o}, number_{o.of_procedure.empty() ? d.procedure() : o.of_procedure}, initiator_{o.initiator.value_or(proposer::commission)} {
    plan();
    if (basis_.empty()) the_dossier_names_no_legal_basis(number_);
  }

  [[nodiscard]] course operator()() {
    course c{.number = number_, .title = dossier_.title(),
             .file = procedure::machine{{legal_basis{basis_}, initiator_}, options_.table, options_.holidays},
             .items = {}, .possible = {}, .left_out = left_out_};
    c.file.set_facts(options_.facts);
    for (auto const& p : planned_) c.items.push_back(followed(p, c.file));
    for (auto const& t : c.file.legal_steps()) c.possible.push_back(t.event);
    return c;
  }

 private:
  // ----- which records, in which order, on which legal basis -----
  void plan() {
    auto const stated = stated_proposal_of(dossier_, number_);
    basis_ = options_.legal_basis.empty() ? stated.legal_basis : options_.legal_basis;
    if (!options_.initiator) initiator_ = stated.initiator.value_or(initiator_);
    for (auto const v : dossier_.records()) {
      auto const& r = dossier_.graph()[v];
      if (!is_of_procedure(dossier_, r, number_)) { ++left_out_; continue; }
      auto const events = events_of(r);
      if (events.empty()) planned_.push_back({v, std::nullopt, 1, 1, r.when().latest});
      for (std::size_t i = 0; i < events.size(); ++i)
        planned_.push_back({v, events[i], static_cast<int>(i) + 1, static_cast<int>(events.size()), day_of(events[i])});
    }
    std::stable_sort(planned_.begin(), planned_.end(), [](auto const& a, auto const& b) { return a.day < b.day; });
  }
  /// What cannot be read is reported when the event is followed, not here.
  [[nodiscard]] static date day_of(law_attributes const& a) {
    auto day = a.of().when().latest;
    static_cast<void>(error_of([&] { day = a.day("on").value_or(day); }));
    return day;
  }

  // ----- one record -----
  [[nodiscard]] course_item followed(planned_item const& p, procedure::machine& file) const {
    auto const& r = dossier_.graph()[p.record];
    course_item item{.record = p.record, .id = r.id, .title = r.title, .day = p.day,
                     .dated = p.event && p.event->has("on") ? when{p.day} : r.when(), .confidence = r.confidence,
                     .number = p.number, .of = p.of, .at = file.current()};
    auto const take = [&] { p.event ? take_event(item, *p.event, file) : take_informal(item, r, file); };
    item.refusal = error_of(take);
    if (item.refusal) item.fit = course_fit::refused;
    return item;
  }

  void take_informal(course_item& item, record const& r, procedure::machine& file) const {
    law_attributes const a{r, "informal_step"};
    item.informal = informal_step_of(r);
    if (auto const said = a.choice("", informal_names())) item.informal = static_cast<procedure::informal_step>(*said);
    a.only(std::array<std::string_view, 3>{"reading", "doubts", "note"});
    read_reasons(item, a);
    if (item.informal) file.note({*item.informal, item.day, r.id});
    if (item.informal || is_informal(r.kind())) item.fit = course_fit::informal;
  }
  static void read_reasons(course_item& item, law_attributes const& a) {
    if (a.has("reading")) item.reading = a.text("reading");
    for (auto& words : a.texts("doubts")) item.doubts.push_back(std::move(words));
  }

  void take_event(course_item& item, law_attributes const& a, procedure::machine& file) const {
    read_reasons(item, a);
    for (auto& words : a.texts("silent")) item.silences.push_back(std::move(words));
    a.only(keys_of_an_event);
    auto const word = a.text("");
    if (word == "none") return take_informal(item, a.of(), file);
    if (!a.has("on") && !a.of().when().is_day())
      item.silences.push_back("the day is not in the record: the last possible one, " + to_string(item.day) + ", stands in");
    static_cast<void>(a.day("on"));
    if (word == "extend_time_limit") return extend(item, a, file);
    item.event = procedure::find_event_kind(word);
    if (!item.event) refuse_name(a, word);
    auto const* const transition = file.table().steps.find(file.current(), *item.event);
    auto const by = transition != nullptr ? transition->by : procedure::actor::nobody;
    event_reader const reader{a, item.day, voters_};
    auto e = reader.read(*item.event);
    if (item.of == 1) reader.add_fields(e, by);
    note_missing_members(item, a.of(), e, by);
    item.step = file.take(std::move(e));
    item.fit = item.step->moved() ? course_fit::step : course_fit::vote_without_step;
    note_silences(item, file);
  }
  [[noreturn]] static void refuse_name(law_attributes const& a, std::string const& word) {
    if (word.empty()) a.refuse("", "it names no event", "write the name of an event, or \"none\"");
    std::string all = "none, extend_time_limit";
    for (auto const known : names_of(procedure::event_kind{})) all += ", " + std::string{known};
    a.refuse("", "there is no event '" + word + "'", "one of: " + all);
  }
  void extend(course_item& item, law_attributes const& a, procedure::machine& file) const {
    constexpr std::array<std::string_view, 2> bodies{"parliament", "council"};
    auto const by = a.choice("by", bodies);
    if (!by) a.wants("by", "'parliament' or 'council'");
    item.step = file.extend(item.day, *by == 0 ? procedure::actor::parliament : procedure::actor::council, length_in(a));
    item.fit = course_fit::step;
  }

  // ----- what the record does not say -----
  static void note_missing_members(course_item& item, record const& r, procedure::event const& e, procedure::actor by) {
    auto const* vote = r.as<council_vote>();
    if (vote == nullptr || by != procedure::actor::council || e.council || item.of > 1) return;
    auto const named = vote->in_favour | vote->against | vote->abstaining;
    if (!named.empty())
      item.silences.push_back("how every member voted: the record names " + to_string(named) + " only, so its votes are not counted");
  }
  void note_silences(course_item& item, procedure::machine const& file) const {
    auto const& s = *item.step;
    if (s.before == stage::not_proposed && !s.happened.clock_from)
      item.silences.push_back("the day on which national parliaments had the draft in all languages");
    for (auto const& d : s.decisions) note_silences(item, d, s, file);
    if (auto const& limit = file.limit(); s.moved() && s.after != s.before && limit && !limit->start_known)
      item.silences.push_back(std::string{limit->limit.runs_from == procedure::clock_start::communication
                                              ? "the day on which Parliament was told of the position"
                                              : "the day on which the Council received the amendments"} +
                              ": the time limit ends on " + to_string(limit->due().last_day) + " at the earliest");
  }
  void note_silences(course_item& item, procedure::decision const& d, procedure::step const& s, procedure::machine const& file) const {
    auto const on = d.on.empty() ? std::string{} : " on amendment " + d.on;
    if (!d.attested_by.empty()) item.silences.push_back("the figures of the vote" + on + "; that there was a majority is attested by " + d.attested_by);
    if (d.council && d.council->council().figures().stand_in)
      item.silences.push_back("the population figures of " + std::to_string(year_of(item.day)) + ": those of " +
                              std::to_string(d.council->council().figures().year) + " stand in, and the result " +
                              (hangs_on_figures(*d.council) ? "could" : "cannot") + " hang on that");
    if (d.body == procedure::actor::council && d.reached && opinion_matters(d, s, file))
      item.silences.push_back("what the Commission thought" + on + ": whether unanimity was needed (TFEU " +
                              (s.before == stage::council_second_reading ? "294(9)" : "293(1)") + ") is not certain");
  }
  /// Is it unknown what the Commission thought, and could that change the majority that was needed?
  [[nodiscard]] bool opinion_matters(procedure::decision const& d, procedure::step const& s, procedure::machine const& file) const {
    auto const* const t = file.table().steps.find(s.before, s.happened.kind);
    if (t == nullptr || !procedure::commission_can_object(t->needed, initiator_)) return false;
    if (d.council && evaluate(rules::unanimity(), d.council->ballot()).adopted()) return false;
    auto opinion = s.happened.commission_opinion;
    auto departs = s.happened.departs_from_proposal;
    for (auto const& a : s.happened.amendments)
      if (a.number == d.on && a.commission != procedure::opinion::not_known) opinion = a.commission;
    for (auto const& a : file.amendments())
      if (a.number == d.on && a.commission != procedure::opinion::not_known) opinion = a.commission;
    for (auto const& earlier : file.history())
      if (earlier.moved() && earlier.happened.kind == procedure::event_kind::adopt_position &&
          s.happened.kind == procedure::event_kind::approve_parliament_position) {
        if (!departs) departs = earlier.happened.departs_from_proposal;
        if (opinion == procedure::opinion::not_known) opinion = earlier.happened.commission_opinion;
      }
    return opinion == procedure::opinion::not_known && departs != false;
  }

  /// Who votes in the Council on a day; figures of another year stand in where that year has no table.
  struct council_voters {
    follower const* f;
    [[nodiscard]] electorate operator()(date day) const {
      auto const rule = catalogue(legal_basis{f->basis_}, f->initiator_, day, request::none, f->options_.facts);
      return council_with_nearest_figures(day).only(rule.participants());
    }
  };

  dossier const& dossier_;
  follow_options const& options_;
  std::string number_;
  std::string basis_{};
  proposer initiator_;
  std::vector<planned_item> planned_{};
  std::size_t left_out_ = 0;
  council_voters voters_{this};
};

}  // namespace detail

/// Where does each record of a dossier fit into the procedure: which step it was, from which stage to which, how the rules count
/// its votes, whether it was in time, and what it does not say? Which record is which legal event stands in its attributes
/// (docs/dossiers/format.md); nothing is guessed, and no time limit is let run out without a record of that. What is informal is
/// noted and moves nothing. An event that the law does not allow is reported with its error, and the following goes on.
/// Error COD-S807 when neither the dossier nor the options name a legal basis. Cost: some milliseconds for hundreds of records.
[[nodiscard]] inline course follow(dossier const& d, follow_options const& options = {}) { return detail::follower{d, options}(); }

}  // namespace codecision
