// SPDX-License-Identifier: BSL-1.0
// How often did two members stand on the same side?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/kinds/votes.hpp>
#include <codecision/dossier/stance.hpp>

#include <array>
#include <cstddef>

namespace codecision {

/// On how many snapshots two members were both known, and on how many of these they stood on the same side.
class agreement_table {
 public:
  /// Adds a snapshot: who supported the text, and who was known not to (against, abstaining, or one of the two).
  constexpr void add(member_set in_favour, member_set not_in_favour) {
    auto const known = in_favour | not_in_favour;
    for (auto const a : known)
      for (auto const b : known) {
        ++both_known_[index_of(a)][index_of(b)];
        if (in_favour.contains(a) == in_favour.contains(b)) ++same_[index_of(a)][index_of(b)];
      }
  }
  /// On how many snapshots did both stand on the same side?
  [[nodiscard]] constexpr int same_side(member_state a, member_state b) const {
    return same_[index_of(a)][index_of(b)];
  }
  /// On how many snapshots are both known?
  [[nodiscard]] constexpr int both_known(member_state a, member_state b) const {
    return both_known_[index_of(a)][index_of(b)];
  }

 private:
  using counts = std::array<std::array<int, member_state_count>, member_state_count>;
  counts same_{};
  counts both_known_{};
};

/// The members on one side of the text of a snapshot: those whose stance satisfies `which`.
template <class Which>
[[nodiscard]] member_set members_with(position_snapshot const& snapshot, Which which) {
  member_set members;
  for (auto const& e : snapshot.entries)
    if (e.dimension.empty() && which(e.stance)) members.insert(e.member);
  return members;
}

/// How often did two members stand on the same side, over the snapshots of positions on a text? The sides are those of
/// a vote: in favour, or not (against and abstaining alike). Undecided, mixed and unknown count as not known. Snapshots
/// are counted as they are: a week of which several sources report weighs more than a week of which one does. Cost:
/// linear.
[[nodiscard]] inline agreement_table agreement(dossier const& d) {
  agreement_table table;
  for (std::size_t v = 0; v < d.size(); ++v)
    if (auto const* snapshot = d.graph()[v].as<position_snapshot>(); snapshot && !snapshot->issues_only)
      table.add(members_with(*snapshot, [](stance s) { return s == stance::support; }),
                members_with(*snapshot, [](stance s) { return is_known(s) && s != stance::support; }));
  return table;
}

}  // namespace codecision
