// SPDX-License-Identifier: BSL-1.0
// Which legal event does a record say that it is, with which votes, and what does it leave unsaid?
#pragma once

#include <codecision/dossier/kinds/texts.hpp>
#include <codecision/dossier/kinds/votes.hpp>
#include <codecision/dossier/law_attributes.hpp>
#include <codecision/dossier/record_text.hpp>
#include <codecision/dossier/replay.hpp>
#include <codecision/procedure/event.hpp>
#include <codecision/procedure/informal.hpp>
#include <codecision/procedure/period.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace codecision::detail {

inline constexpr std::array<std::string_view, 21> keys_of_an_event{
    "on", "parliament", "council", "commission", "amendments", "members", "departs_from_proposal", "commission_opinion", "clock_from",
    "enters_into_force", "votes_of_national_parliaments", "urgent", "attested_by", "note", "legal_basis", "initiator", "by", "length",
    "reading", "doubts", "silent"};

inline constexpr std::array<std::string_view, 2> opinion_names{"positive", "negative"};

/// The informal step that a record is by its kind alone.
[[nodiscard]] inline std::optional<procedure::informal_step> informal_step_of(record const& r) {
  switch (r.kind()) {
    case kind::working_party_meeting: return procedure::informal_step::working_party;
    case kind::trilogue: return procedure::informal_step::trilogue;
    case kind::mandate: return procedure::informal_step::mandate;
    case kind::working_document:
      if (r.as<working_document>()->form == "progress_report") return procedure::informal_step::progress_report;
      break;
    default: break;
  }
  return std::nullopt;
}
/// Coreper and meetings of ministers prepare and discuss; which item it was the kind does not say.
[[nodiscard]] inline bool is_informal(kind k) {
  return k == kind::coreper_meeting || k == kind::coreper_tally || k == kind::council_meeting;
}
[[nodiscard]] inline auto informal_names() {
  std::array<std::string_view, procedure::informal_step_count> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = name(static_cast<procedure::informal_step>(i));
  return names;
}

/// "1 month", "2 weeks".
[[nodiscard]] inline std::optional<period> length_in(law_attributes const& a) {
  if (!a.has("length")) return std::nullopt;
  auto const written = a.text("length");
  std::string_view unit = written;
  auto const word = cut(unit, " ");
  auto const count = word.empty() || word.size() > 3 ? -1 : digits(word);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  auto const which = unit == "day" ? period_unit::days : unit == "week" ? period_unit::weeks : period_unit::months;
  if (count < 1 || (which == period_unit::months && unit != "month")) a.wants("length", "a length such as '1 month' or '2 weeks'");
  return make_period(count, which);
}

/// Reads the votes of an event. `voters(day)` gives who votes in the Council on a day, with figures.
template <class Voters>
class event_reader {
 public:
  event_reader(law_attributes const& a, date on, Voters const& voters) : a_{a}, on_{on}, voters_{voters} {}

  /// The event with all that the record says. Error COD-S807 for what is not understood, and those of ballots.
  [[nodiscard]] procedure::event read(procedure::event_kind kind) const {
    procedure::event e{.kind = kind, .on = on_};
    if (a_.has("parliament")) e.parliament = tally("parliament", a_.text("parliament"));
    if (a_.has("commission")) e.commission = tally("commission", a_.text("commission"));
    if (a_.has("council")) e.council = votes("council", a_.text("council"));
    for (auto const& line : a_.texts("amendments")) e.amendments.push_back(amendment_of(line));
    for (auto const& codes : a_.texts("members")) e.members |= parse_members(codes);
    e.departs_from_proposal = a_.flag("departs_from_proposal");
    if (auto const said = a_.choice("commission_opinion", opinion_names)) e.commission_opinion = opinion_at(*said);
    e.clock_from = a_.day("clock_from");
    e.enters_into_force = a_.day("enters_into_force");
    e.votes_of_national_parliaments = a_.count("votes_of_national_parliaments");
    e.urgent = a_.flag("urgent").value_or(false);
    e.attested_by = a_.text("attested_by");
    e.note = a_.text("note");
    return e;
  }

  /// The votes that the record has as fields of its own: the counts of a vote in Parliament, the sides of a vote in the Council
  /// where every member stands on one. For a record with one event that gives no figures itself.
  void add_fields(procedure::event& e, procedure::actor by) const {
    auto const& r = a_.of();
    if (e.parliament || e.council || !e.amendments.empty() || !e.attested_by.empty()) return;
    if (auto const* vote = r.template as<parliament_vote>(); vote && vote->counts && by == procedure::actor::parliament)
      e.parliament = parliament_tally{vote->counts->in_favour, vote->counts->against, vote->counts->abstaining, 0};
    if (auto const* vote = r.template as<council_vote>(); vote && by == procedure::actor::council) {
      auto const b = ballot{voters_(on_)}.in_favour(vote->in_favour).against(vote->against).abstaining(vote->abstaining);
      if (b.unfinished().empty()) e.council = b;
    }
  }

 private:
  [[nodiscard]] static procedure::opinion opinion_at(std::size_t i) { return i == 0 ? procedure::opinion::positive : procedure::opinion::negative; }

  /// "458 for, 103 against, 63 abstaining", and perhaps ", of 720" for the seats.
  [[nodiscard]] parliament_tally tally(std::string_view key, std::string_view text) const {
    constexpr auto example = "write it as \"458 for, 103 against, 63 abstaining\", with \", of 720\" for another number of seats than that of the day";
    parliament_tally t;
    auto rest = text;
    while (!rest.empty()) {
      auto word = cut(rest, ", ");
      auto const seats = word.starts_with("of ");
      if (seats) word.remove_prefix(3);
      auto const number = cut(word, " ");
      auto* const side = seats && word.empty() ? &t.seats : word == "for" ? &t.in_favour : word == "against" ? &t.against
                                                        : word == "abstaining" ? &t.abstaining : nullptr;
      auto const n = number.empty() || number.size() > 6 ? -1 : digits(number);
      if (side == nullptr || n < 0) a_.refuse(key, "'" + std::string{text} + "' is no vote by heads", example);
      *side = n;
    }
    return t;
  }
  /// "all for", or "against CZ NL, abstaining IT, others for": every member must be on one side.
  [[nodiscard]] ballot votes(std::string_view key, std::string_view text) const {
    auto b = ballot{voters_(on_)};
    auto rest = text;
    while (!rest.empty()) {
      auto members = cut(rest, ", ");
      auto const word = cut(members, " ");
      auto const everybody = word == "all" || word == "others";
      auto const side = side_named(everybody ? members : word);
      if (!side || (!everybody && members.empty()))
        a_.refuse(key, "'" + std::string{text} + "' is no vote of the Council", "write it as \"all for\", or as \"against CZ NL, abstaining IT, others for\"");
      b = everybody ? b.others(*side) : b.with(parse_members(members), *side);
    }
    return b;
  }
  [[nodiscard]] static std::optional<vote> side_named(std::string_view word) {
    if (word == "for") return vote::in_favour;
    if (word == "against") return vote::against;
    if (word == "abstaining") return vote::abstain;
    if (word == "absent") return vote::absent;
    return std::nullopt;
  }
  /// "30: 369 for, 236 against, 6 abstaining; Commission negative". What follows the number may be left out.
  [[nodiscard]] procedure::amendment amendment_of(std::string_view line) const {
    procedure::amendment found;
    found.number = cut(line, ": ");
    auto const figures = cut(line, "; ");
    if (found.number.empty()) a_.refuse("amendments", "an amendment has no number", "write it as \"30: 369 for, 236 against, 6 abstaining\"");
    if (!line.empty()) {
      if (line != "Commission positive" && line != "Commission negative")
        a_.refuse("amendments", "'" + std::string{line} + "' is not understood", "end with \"; Commission positive\" or \"; Commission negative\"");
      found.commission = opinion_at(line == "Commission negative" ? 1 : 0);
    }
    if (figures.empty()) return found;
    if (figures.front() >= '0' && figures.front() <= '9') found.parliament = tally("amendments", figures);
    else found.council = votes("amendments", figures);
    return found;
  }

  law_attributes const& a_;
  date on_;
  Voters const& voters_;
};

}  // namespace codecision::detail
