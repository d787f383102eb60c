// SPDX-License-Identifier: BSL-1.0
// Who votes, and by which rule, when members leave, join or take no part, or the figures are those of another year?
#pragma once

#include <codecision/council/council.hpp>
#include <codecision/rules/treaty.hpp>
#include <codecision/simulate/change.hpp>
#include <codecision/vote/ballot.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace codecision::simulate::detail {

/// The council with the figures of a year's table. Errors: COD-D203, COD-D206 when the table lacks a member.
[[nodiscard]] constexpr electorate with_figures_of(electorate const& council, int year) {
  auto const& table = population_table_of_year(year);
  auto const stand_in = !council.day() || !table.valid.covers(*council.day());
  return codecision::detail::with_table(council, table, stand_in);
}

/// The figures of an electorate, given to another one.
[[nodiscard]] constexpr electorate with_the_figures_of(electorate const& from, electorate const& to) {
  std::array<std::int64_t, member_state_count> numbers{};
  std::array<grade, member_state_count> grades{};
  std::array<std::int16_t, member_state_count> votes{};
  for (auto const m : to.members()) {
    numbers[index_of(m)] = from.population(m);
    grades[index_of(m)] = from.quality(m);
    votes[index_of(m)] = static_cast<std::int16_t>(from.votes(m));
  }
  auto result = from.has_population() ? to.with_figures(from.figures(), numbers, grades) : to;
  if (from.day()) result = result.held_on(*from.day());
  return from.weights() ? result.with_votes(*from.weights(), votes) : result;
}

/// The council without members that have left the Union: unlike those who take no part, they are no members of the
/// Council any more. Weighted votes of a toy council are lost.
[[nodiscard]] constexpr electorate after_leaving(electorate const& council, member_set who) {
  auto const everybody = (council.members() | council.not_taking_part()) - who;
  auto const rest = with_the_figures_of(council, electorate::of(everybody));
  auto const not_taking_part = council.not_taking_part() - who;
  return not_taking_part.empty() ? rest : rest.without(not_taking_part);
}

/// The council after all changes: who leaves comes first, then the figures, who joins, and who takes no part; so the
/// order in which they were written does not matter.
[[nodiscard]] inline electorate changed_council(electorate council, std::vector<change> const& changes) {
  for (auto const kind : {change_kind::leaves, change_kind::figures, change_kind::joins, change_kind::takes_no_part})
    for (auto const& c : changes) {
      if (c.kind != kind) continue;
      if (kind == change_kind::figures) council = with_figures_of(council, c.year);
      if (kind == change_kind::leaves) council = after_leaving(council, c.members);
      if (kind == change_kind::joins)
        for (auto const m : c.members - council.members()) council = council.with(m, c.persons);
      if (kind == change_kind::takes_no_part) council = council.without(c.members & council.members());
    }
  return council;
}

/// The rule for this council: where not all members take part, TFEU 238(3) defines the qualified majority instead of
/// TEU 16(4) and TFEU 238(2). Other rules stay what they are.
[[nodiscard]] constexpr rule rule_for(rule const& r, electorate const& council) {
  if (!r.needs_all_members() || council.not_taking_part().empty()) return r;
  if (r.name() == rules::qualified_majority().name()) return rules::participants_majority(r.clause().counted_as);
  if (r.name() == rules::reinforced_majority().name()) return rules::reinforced_participants_majority();
  return r;
}

/// The votes of a ballot in another council: of those who vote in both. A proxy holds as long as both of its members
/// vote.
[[nodiscard]] constexpr open_ballot in_council(open_ballot const& b, electorate const& council) {
  auto const here = council.members();
  open_ballot result{council};
  for (auto const v : {vote::in_favour, vote::against, vote::abstain, vote::abstain_formally, vote::absent})
    result = result.with(b.side(v) & here, v);
  for (auto const principal : b.known().represented() & here)
    if (auto const holder = b.known().holder_of(principal); here.contains(holder))
      result = result.represented(principal, holder);
  return result.undecided(b.undecided() & here).unknown(b.unknown() & here);
}

}  // namespace codecision::simulate::detail
