// SPDX-License-Identifier: BSL-1.0
// What if, seen from a snapshot of a dossier: the votes that its positions amount to, and who stood where at another
// time?
#pragma once

#include <codecision/dossier/kinds/votes.hpp>
#include <codecision/dossier/replay.hpp>
#include <codecision/dossier/when.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/simulate/scenario.hpp>
#include <codecision/simulate/scenario_text.hpp>
#include <codecision/vote/ballot.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace codecision::simulate {

namespace detail {

/// Was this record made on this day, or in this month?
[[nodiscard]] constexpr bool lies_in(when record, when asked) {
  return record.latest >= asked.earliest && record.latest <= asked.latest;
}

[[nodiscard]] inline std::string ids_of(dossier const& d, std::vector<std::size_t> const& records) {
  std::string text;
  for (auto const v : records) text += (text.empty() ? "" : ", ") + d.graph()[v].id;
  return text;
}

[[noreturn]] inline void no_snapshot_is_known_at(dossier const& d, std::string const& moment) {
  std::vector<std::size_t> snapshots;
  for (auto const v : d.records())
    if (auto const* s = d.graph()[v].as<position_snapshot>(); s != nullptr && !s->issues_only) snapshots.push_back(v);
  fail(error_code::bad_scenario, "the dossier has no snapshot of positions at '" + moment + "'", ids_of(d, snapshots),
       "write a month as YYYY-MM, a day as YYYY-MM-DD, or the id of a snapshot; snapshots on single issues cannot be "
       "counted");
}
[[noreturn]] inline void more_than_one_snapshot_is_known_at(std::string const& moment, std::string have) {
  fail(error_code::bad_scenario,
       "the dossier has more than one snapshot of positions at '" + moment + "'", std::move(have),
       "name one of them by its id");
}

}  // namespace detail

/// Which snapshots of positions on the text has the dossier on this day ("2024-06-20"), in this month ("2024-06"), or
/// under this id? In order of time; those on single issues are not among them. Error COD-F002 when there is none. Cost:
/// linear.
[[nodiscard]] inline std::vector<std::size_t> snapshots_at(dossier const& d, std::string const& moment) {
  auto const asked = find_when(moment);
  std::vector<std::size_t> found;
  for (auto const v : d.records()) {
    auto const& r = d.graph()[v];
    auto const* snapshot = r.as<position_snapshot>();
    if (snapshot != nullptr && !snapshot->issues_only &&
        (r.id == moment || (asked && detail::lies_in(r.when(), *asked))))
      found.push_back(v);
  }
  if (found.empty()) detail::no_snapshot_is_known_at(d, moment);
  return found;
}

/// The one snapshot at this moment. Error COD-F002 when there is none, or more than one: their ids are listed.
[[nodiscard]] inline std::size_t snapshot_at(dossier const& d, std::string const& moment) {
  auto const found = snapshots_at(d, moment);
  if (found.size() > 1) detail::more_than_one_snapshot_is_known_at(moment, detail::ids_of(d, found));
  return found.front();
}

/// The scenario in which every member votes as the snapshot at this moment lets expect, under the rule of the legal
/// basis on its day, counted as `replay` counts it: another rule later on does not read the stances again. Its name is the id
/// of the snapshot. Errors: COD-F002 as for
/// `snapshot_at`, and those of `replay`.
[[nodiscard]] inline scenario scenario_of(dossier const& d, std::string const& moment, legal_basis basis = {"TFEU 114"},
                                          proposer who = proposer::commission, stance_mapping const& mapping = {}) {
  auto const step = codecision::detail::counted_step(d, snapshot_at(d, moment), basis, who, mapping);
  auto const& assessed = step.count->assessment();
  return {step.id, assessed.rule(), assessed.ballot(), assessed.asked()};
}

/// Who stood where according to the snapshots of a dossier: what `parse_scenario` asks for "everyone who opposed in
/// June 2024". Where several snapshots of a day or a month name the same members, it does not matter which is meant.
/// Refers to the dossier.
class earlier_votes {
 public:
  /// `mapping`: which vote is expected of a stance.
  explicit earlier_votes(dossier const& d, stance_mapping const& mapping = {}) : dossier_{&d}, mapping_{mapping} {}

  /// The members on this side at that moment. Error COD-F002 when there is no snapshot, or when several differ: each is
  /// listed with its members.
  [[nodiscard]] member_set operator()(earlier_group const& asked) const {
    auto const snapshots = snapshots_at(*dossier_, asked.moment);
    auto const members = on_side(snapshots.front(), asked.side);
    for (auto const v : snapshots)
      if (on_side(v, asked.side) != members)
        detail::more_than_one_snapshot_is_known_at(asked.moment, each_of(snapshots, asked.side));
    return members;
  }

 private:
  [[nodiscard]] member_set on_side(std::size_t v, vote side) const {
    member_set members;
    for (auto const& entry : dossier_->graph()[v].as<position_snapshot>()->entries)
      if (entry.dimension.empty() && mapping_.of(entry) == expected(side)) members.insert(entry.member);
    return members;
  }
  [[nodiscard]] static constexpr expected_vote expected(vote side) {
    return side == vote::in_favour ? expected_vote::in_favour
           : side == vote::against ? expected_vote::against
                                   : expected_vote::abstain;
  }
  [[nodiscard]] std::string each_of(std::vector<std::size_t> const& snapshots, vote side) const {
    std::string text;
    for (auto const v : snapshots) {
      auto const members = on_side(v, side);
      text += (text.empty() ? "" : "; ") + dossier_->graph()[v].id + ": " +
              (members.empty() ? "nobody" : to_string(members));
    }
    return text;
  }

  dossier const* dossier_;
  stance_mapping mapping_;
};

}  // namespace codecision::simulate
