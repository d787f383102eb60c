// SPDX-License-Identifier: BSL-1.0
// Which plans were contradicted by what happened?
#pragma once

#include <codecision/dossier/position.hpp>
#include <codecision/dossier/relation.hpp>
#include <codecision/dossier/stance.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace codecision {

/// A plan and what overtook it.
struct overtaken_plan {
  std::size_t plan;  ///< the vertex of the plan
  std::size_t by;  ///< the vertex of what happened instead
  bool stated;  ///< a relation of the dossier says so (contradicts_plan, supersedes); otherwise announcement and vote
                ///< differ
  std::optional<member_state> member = {};  ///< whose plan, where a member holds it
  stance planned = stance::none;   ///< `none` when the plan is not a stance
  stance happened = stance::none;  ///< what the member then announced or did
};

namespace detail {

/// The text and those that it builds on under the same presidency: announcements on these are about the same vote.
[[nodiscard]] inline std::vector<std::size_t> versions_of(dossier const& d, std::size_t text) {
  auto const presidency = d.related(text, relation_type::held_under);
  std::vector<std::size_t> versions{text};
  for (std::size_t i = 0; i < versions.size(); ++i)
    for (auto const earlier : d.related(versions[i], relation_type::builds_on))
      if (d.related(earlier, relation_type::held_under) == presidency &&
          std::find(versions.begin(), versions.end(), earlier) == versions.end())
        versions.push_back(earlier);
  return versions;
}

/// Announcements and plans of one member which its vote contradicts and that no relation marks.
inline void add_contradicted(dossier const& d, std::vector<held_stance> const& stances,
                             std::vector<overtaken_plan>& found) {
  auto const listed = [&](std::size_t plan) {
    return std::any_of(found.begin(), found.end(), [plan](overtaken_plan const& o) { return o.plan == plan; });
  };
  for (auto at = stances.rbegin(); at != stances.rend(); ++at) {  // what says most first
    auto const& vote = *at;
    if (vote.basis != stance_basis::voted || !vote.text) continue;
    auto const versions = versions_of(d, *vote.text);
    for (auto const& said : stances)
      if ((said.basis == stance_basis::announced || said.basis == stance_basis::planned) && said.since <= vote.since &&
          said.text && std::find(versions.begin(), versions.end(), *said.text) != versions.end() &&
          is_known(said.stance) && !compatible(said.stance, vote.stance) && !listed(said.record))
        found.push_back({said.record, vote.record, false, said.member, said.stance, vote.stance});
  }
}

/// The stance that a record announces or reports of one member; none when it does not.
[[nodiscard]] inline std::optional<held_stance> stance_in(std::vector<held_stance> const& stances, std::size_t record) {
  for (auto const& s : stances)
    if (s.record == record) return s;
  return std::nullopt;
}

}  // namespace detail

/// Which announcements and plans did not come true? First those that a relation of the dossier marks, then those where
/// a member voted otherwise than it had announced on the same text, or on a version that this text builds on under the
/// same presidency. Cost: the members times the size of the dossier.
[[nodiscard]] inline std::vector<overtaken_plan> overtaken(dossier const& d) {
  std::vector<overtaken_plan> found;
  for (auto const v : d.records())
    d.each_from(v, [&](relation const& r, std::size_t plan) {
      if (r.type == relation_type::contradicts_plan || r.type == relation_type::supersedes)
        found.push_back({plan, v, true});
    });
  for (std::size_t i = 0; i < member_state_count; ++i) {
    auto const member = static_cast<member_state>(i);
    auto const stances = stances_of(d, member);
    for (auto& o : found) {
      auto const planned = detail::stance_in(stances, o.plan);
      auto const happened = detail::stance_in(stances, o.by);
      if (!planned || !happened || !o.stated || o.member) continue;
      o.member = member;
      o.planned = planned->stance;
      o.happened = happened->stance;
    }
    detail::add_contradicted(d, stances, found);
  }
  return found;
}

}  // namespace codecision
