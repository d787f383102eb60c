// SPDX-License-Identifier: BSL-1.0
// Would the text have passed: how do the snapshots of positions count under the rule of their day?
#pragma once

#include <codecision/council/catalogue.hpp>
#include <codecision/dossier/agreement.hpp>
#include <codecision/dossier/dossier.hpp>
#include <codecision/vote/flips.hpp>
#include <codecision/vote/verdict.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision {

/// The members of a council by what a snapshot says of them. A member of whom the source says that it is against or
/// abstains, without saying which, stands under `against`; a member with a foot on either side under `undecided`.
struct sides {
  member_set in_favour;
  member_set against;
  member_set abstaining;
  member_set undecided;
  member_set unknown;  ///< no source that was read names them
  /// Who could still go either way.
  [[nodiscard]] constexpr member_set open() const { return undecided | unknown; }
};

/// The count of a snapshot: the two extreme outcomes, and who could tip it.
class position_count {
 public:
  /// Counts the positions in a council under a rule. Errors as for `evaluate`; COD-B403 for a position of a non-member.
  constexpr position_count(applicable_rule const& r, electorate const& council, sides const& positions)
      : rule_{r}, sides_{positions}, least_{evaluate(r, ballot_with(council, positions, vote::against))},
        most_{evaluate(r, ballot_with(council, positions, vote::in_favour))} {}

  [[nodiscard]] constexpr sides const& positions() const { return sides_; }
  /// Under which rule, and why that one?
  [[nodiscard]] constexpr applicable_rule const& rule() const { return rule_; }
  /// Who votes, with which figures? `figures().stand_in`: those of another year stand in for the day's.
  [[nodiscard]] constexpr electorate const& council() const { return least_.council(); }
  /// The outcome if none of the open members is in favour.
  [[nodiscard]] constexpr outcome const& least() const { return least_; }
  /// The outcome if all open members are in favour.
  [[nodiscard]] constexpr outcome const& most() const { return most_; }
  [[nodiscard]] constexpr codecision::verdict verdict() const {
    if (least_.majority_attained()) return verdict::adopted;
    return most_.majority_attained() ? verdict::open : verdict::not_adopted;
  }
  /// The outcome on which the verdict rests: the least favourable one when adopted, else the most favourable one.
  [[nodiscard]] constexpr outcome const& decisive() const { return least_.majority_attained() ? least_ : most_; }
  /// Is the verdict the same with every set of true figures within the rounding of the table, at both ends?
  [[nodiscard]] constexpr bool certain() const { return least_.certain() && most_.certain(); }
  /// Could the verdict be another with other population figures, whatever they are? 27 of 27 in favour cannot.
  [[nodiscard]] constexpr bool hangs_on_figures() const {
    return codecision::hangs_on_figures(least_) || codecision::hangs_on_figures(most_);
  }
  /// Which members, as few as possible, would have to be won? Among the open ones while the verdict is open; when it is
  /// not adopted, among all that are not in favour; when it is adopted, nobody.
  [[nodiscard]] constexpr flip_range to_win() const {
    if (verdict() == verdict::adopted) return smallest_flips(least_, member_set{});
    return verdict() == verdict::open ? smallest_flips(least_, sides_.open()) : smallest_flips(most_);
  }
  /// Which members, as few as possible, would have to be lost? Among the open ones while the verdict is open; when it
  /// is adopted, among all in favour; when it is not adopted, nobody.
  [[nodiscard]] constexpr flip_range to_lose() const {
    if (verdict() == verdict::not_adopted) return smallest_flips(most_, member_set{});
    return verdict() == verdict::open ? smallest_flips(most_, sides_.open()) : smallest_flips(least_);
  }

 private:
  [[nodiscard]] static constexpr ballot ballot_with(electorate const& council, sides const& s, vote open) {
    return ballot{council}.in_favour(s.in_favour).against(s.against).abstaining(s.abstaining).others(open);
  }

  applicable_rule rule_;
  sides sides_;
  outcome least_;
  outcome most_;
};

/// One snapshot of positions, counted on its day.
struct replay_step {
  std::size_t record;               ///< the snapshot
  std::string id;
  std::string title;
  date day;
  std::optional<std::size_t> text;  ///< what the positions are on
  std::string text_title;
  std::optional<std::size_t> taken_at;  ///< the meeting or vote it reports of
  /// Positions before a vote, and how ambassadors stood in Coreper, are indicative; only a vote of the Council has
  /// legal effect.
  bool indicative;
  /// Empty for a snapshot on single issues: it cannot be counted as a vote.
  std::optional<position_count> count;
};

/// Who stands where in a snapshot, seen from a council: members that it does not name are unknown.
[[nodiscard]] inline sides sides_of(position_snapshot const& snapshot, member_set council) {
  sides s;
  s.in_favour = members_with(snapshot, [](stance x) { return x == stance::support; });
  s.against = members_with(snapshot, [](stance x) { return x == stance::oppose || x == stance::not_support; });
  s.abstaining = members_with(snapshot, [](stance x) { return x == stance::abstain; });
  s.undecided = members_with(snapshot, [](stance x) { return x == stance::undecided || x == stance::mixed; });
  s.unknown = council - (s.in_favour | s.against | s.abstaining | s.undecided);
  return s;
}

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

[[nodiscard]] inline std::optional<std::size_t> first_of(std::vector<std::size_t> const& found) {
  if (found.empty()) return std::nullopt;
  return found.front();
}

[[nodiscard]] inline replay_step counted_step(dossier const& d, std::size_t v, legal_basis basis, proposer who) {
  auto const& r = d.graph()[v];
  auto const* snapshot = r.as<position_snapshot>();
  auto const day = r.when().latest;
  replay_step step{v,
                   r.id,
                   r.title,
                   day,
                   first_of(d.related(v, relation_type::position_on)),
                   {},
                   first_of(d.related(v, relation_type::taken_at)),
                   true,
                   {}};
  if (step.text) step.text_title = d.graph()[*step.text].title;
  if (step.taken_at) {
    auto const at = d.graph()[*step.taken_at].kind();
    step.indicative = at != kind::council_vote && at != kind::council_position;
  }
  if (snapshot->issues_only) return step;
  auto const rule = catalogue(basis, who, day);
  auto const council = council_with_nearest_figures(day).only(rule.participants());
  step.count.emplace(rule, council, sides_of(*snapshot, council.members()));
  return step;
}

}  // namespace detail

/// How does every snapshot of positions count on its day? In order of time, then by id: snapshots of one day are not
/// merged. The rule is the one of the legal basis on that day, for an act proposed by `who`; all of a dossier's
/// snapshots are counted by it. Replaying a view (`as_of`) counts only what was known then. Errors as for `catalogue`
/// and `position_count`.
[[nodiscard]] inline std::vector<replay_step> replay(dossier const& d, legal_basis basis = {"TFEU 114"},
                                                     proposer who = proposer::commission) {
  std::vector<replay_step> steps;
  for (auto const v : d.records())
    if (d.graph()[v].kind() == kind::position_snapshot) steps.push_back(detail::counted_step(d, v, basis, who));
  return steps;
}

}  // namespace codecision
