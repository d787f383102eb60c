// SPDX-License-Identifier: BSL-1.0
// Would the text have passed: how do the snapshots of positions, and the votes by members, count under the rule of their day?
#pragma once

#include <codecision/council/catalogue.hpp>
#include <codecision/council/electorate.hpp>
#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/record.hpp>
#include <codecision/dossier/stance_votes.hpp>
#include <codecision/dossier/stated_proposal.hpp>
#include <codecision/vote/assess.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/outcome.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codecision {

/// The members of a council by the votes that are expected of them. With the default mapping a member of whom the source
/// says that it is against or abstains, without saying which, stands under `against`, and one with a foot on either side
/// under `undecided`.
struct sides {
  member_set in_favour;  ///< those in favour
  member_set against;  ///< those against
  member_set abstaining;  ///< those who abstain
  member_set absent;  ///< those who are absent
  member_set undecided;  ///< those whose vote is not known
  member_set unknown;  ///< no source that was read says how they vote
  /// Who could still go either way.
  [[nodiscard]] constexpr member_set open() const { return undecided | unknown; }
};

/// Who stands where in this ballot?
[[nodiscard]] constexpr sides sides_of(open_ballot const& b) {
  return {b.side(vote::in_favour), b.side(vote::against), b.side(vote::abstain) | b.side(vote::abstain_formally), b.side(vote::absent),
          b.undecided(), b.unknown()};
}

/// The count of a snapshot or a vote: the two extreme outcomes, and who could tip it.
class position_count {
 public:
  /// Assesses the votes that are expected, under a rule. Errors as for `evaluate`.
  constexpr position_count(applicable_rule const& r, open_ballot const& expected) : rule_{r}, assessment_{assess(r, expected)} {}

  /// Everything that can be said of the vote: the ballot, its ends, the sets that settle it, `completions()`.
  [[nodiscard]] constexpr codecision::assessment const& assessment() const { return assessment_; }
  /// Who stands where, by the votes that the stances are expected to mean.
  [[nodiscard]] constexpr sides positions() const { return sides_of(assessment_.ballot()); }
  /// Under which rule, and why that one?
  [[nodiscard]] constexpr applicable_rule const& rule() const { return rule_; }
  /// Who votes, with which figures? `figures().stand_in`: those of another year stand in for the day's.
  [[nodiscard]] constexpr electorate const& council() const { return assessment_.council(); }
  /// The outcome if none of the open members is in favour.
  [[nodiscard]] constexpr outcome const& least() const { return assessment_.least(); }
  /// The outcome if all open members are in favour.
  [[nodiscard]] constexpr outcome const& most() const { return assessment_.most(); }
  /// Adopted, not adopted, or open.
  [[nodiscard]] constexpr codecision::verdict verdict() const { return assessment_.verdict(); }
  /// The outcome on which the verdict rests: the least favourable one when adopted, else the most favourable one.
  [[nodiscard]] constexpr outcome const& decisive() const { return assessment_.decisive(); }
  /// Is the verdict the same with every set of true figures within the rounding of the table, at both ends?
  [[nodiscard]] constexpr bool certain() const { return assessment_.certain(); }
  /// Could the verdict be another with other population figures, whatever they are? 27 of 27 in favour cannot.
  [[nodiscard]] constexpr bool hangs_on_figures() const {
    return codecision::hangs_on_figures(least()) || codecision::hangs_on_figures(most());
  }
  /// Which members, as few as possible, would have to be won? As `assessment::to_adopt`: nobody when only others can come to
  /// make a quorum.
  [[nodiscard]] constexpr flip_range to_win() const { return assessment_.to_adopt(); }
  /// Which members, as few as possible, would have to be lost? As `assessment::to_block`.
  [[nodiscard]] constexpr flip_range to_lose() const { return assessment_.to_block(); }

 private:
  applicable_rule rule_;
  codecision::assessment assessment_;
};

/// One snapshot of positions, or one vote by members, counted on its day.
struct replay_step {
  std::size_t record;               ///< the snapshot or the vote
  std::string id;  ///< of that record
  std::string title;  ///< of that record
  date day;  ///< for which the rule and the council are looked up
  std::optional<std::size_t> text;  ///< what the positions or votes are on; of several texts the newest
  std::string text_title;  ///< its title
  std::optional<std::size_t> taken_at;  ///< the meeting or vote that a snapshot reports of
  /// Positions before a vote, and how ambassadors stood in Coreper, are indicative; only a vote of the Council has
  /// legal effect.
  bool indicative;
  /// Empty for a snapshot on single issues: it cannot be counted as a vote.
  std::optional<position_count> count;
};

/// Who votes on a day; where no table of populations covers it, the newest one before that day stands in.
/// Errors: COD-D202, COD-D206 when the table lacks a member of that day.
[[nodiscard]] constexpr electorate council_with_nearest_figures(date day) {
  if (day < detail::first_day_of_population_figures || find_population_table_on(day) != nullptr) return council_on(day);
  auto year = population_tables().front().year;
  for (auto const& table : population_tables())
    if (table.valid.from <= day) year = table.year;
  return council_on(day, year);
}

namespace detail {

/// The members that a vote of Coreper or of the Council names; nobody for other records.
[[nodiscard]] inline member_set named_in_vote(record const& r) {
  auto const all = [](auto const& v) { return v.in_favour | v.against | v.abstaining; };
  if (auto const* tally = r.as<coreper_tally>()) return all(*tally);
  if (auto const* vote = r.as<council_vote>()) return all(*vote);
  return {};
}

/// Can it be counted, or at least be listed: a snapshot, or a vote of which it is known how everybody voted?
[[nodiscard]] inline bool is_replayed(record const& r, legal_basis basis, proposer who) {
  if (r.kind() == kind::position_snapshot) return true;
  auto const named = named_in_vote(r);
  return !named.empty() && (catalogue(basis, who, r.when().latest).participants() - named).empty();
}

/// Has what is counted here legal effect? Only a vote of the Council has.
[[nodiscard]] inline bool has_legal_effect(dossier const& d, record const& r, std::optional<std::size_t> taken_at) {
  auto const of = taken_at ? d.graph()[*taken_at].kind() : r.kind();
  return of == kind::council_vote || of == kind::council_position;
}

[[nodiscard]] inline open_ballot ballot_of(record const& r, electorate const& council, stance_mapping const& mapping) {
  if (auto const* tally = r.as<coreper_tally>()) return open_ballot_of(*tally, council);
  if (auto const* vote = r.as<council_vote>()) return open_ballot_of(*vote, council);
  return open_ballot_of(*r.as<position_snapshot>(), council, mapping);
}

[[nodiscard]] inline replay_step counted_step(dossier const& d, std::size_t v, legal_basis basis, proposer who,
                                              stance_mapping const& mapping) {
  auto const& r = d.graph()[v];
  auto const* snapshot = r.as<position_snapshot>();
  auto const on = snapshot != nullptr ? relation_type::position_on : relation_type::votes_on;
  auto const taken_at = snapshot != nullptr ? newest_of(d, d.related(v, relation_type::taken_at)) : std::nullopt;
  replay_step step{v, r.id, r.title, r.when().latest, newest_of(d, d.related(v, on)), {}, taken_at, !has_legal_effect(d, r, taken_at), {}};
  if (step.text) step.text_title = d.graph()[*step.text].title;
  if (snapshot != nullptr && snapshot->issues_only) return step;
  auto const rule = catalogue(basis, who, step.day);
  auto const council = council_with_nearest_figures(step.day).only(rule.participants());
  step.count.emplace(rule, ballot_of(r, council, mapping.under(rule)));
  return step;
}

}  // namespace detail

/// How does every snapshot of positions, and every vote of Coreper or the Council that names all who vote, count on its day? In
/// order of time, then by id: the snapshots of one day are not merged. The rule is that of the legal basis on that day, for an act
/// proposed by `who`; all of a dossier is counted by it. A stance is not a vote: `mapping`, read under that rule
/// (`stance_mapping::under`), says which one is expected of whom. A vote of which only some members are known is left out: a
/// snapshot says what is known of it, and by whom. Replaying a view (`as_of`) counts only what was known then. Errors as for
/// `catalogue`, `open_ballot_of` and `assess`.
[[nodiscard]] inline std::vector<replay_step> replay(dossier const& d, legal_basis basis, proposer who = proposer::commission,
                                                     stance_mapping const& mapping = {}) {
  std::vector<replay_step> steps;
  for (auto const v : d.records())
    if (detail::is_replayed(d.graph()[v], basis, who)) steps.push_back(detail::counted_step(d, v, basis, who, mapping));
  return steps;
}

/// The same on the legal basis that the dossier states (`stated_proposal_of`); TFEU 114 and a proposal of the Commission where it
/// states none.
[[nodiscard]] inline std::vector<replay_step> replay(dossier const& d) {
  auto const stated = stated_proposal_of(d, d.procedure());
  return replay(d, {stated.legal_basis.empty() ? "TFEU 114" : std::string_view{stated.legal_basis}}, stated.initiator.value_or(proposer::commission));
}

}  // namespace codecision
