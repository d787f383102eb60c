// SPDX-License-Identifier: BSL-1.0
// Are those who oppose enough to make the Council go on discussing, although they cannot block?
#pragma once

#include <codecision/rules/ioannina.hpp>
#include <codecision/vote/outcome.hpp>

#include <cstdint>

namespace codecision {

/// What the compromises of Ioannina say about an outcome. It never changes the majority.
struct ioannina_finding {
  bool in_force = false;              ///< one of them holds on the day and for this rule
  bool triggered = false;             ///< those who are not in favour reach one of its thresholds
  int members = 0;                    ///< of those who are not in favour
  int members_needed = 0;             ///< 0 under the compromise of 1994, which counts votes
  std::int64_t votes = 0;             ///< weighted, under the compromise of 1994
  bool by_population = false;         ///< reached by population
  ratio population_share{0, 1};       ///< of the Union's population: 19.25 % or 26.25 %
  citation const* source = nullptr;  ///< the provision
};

namespace detail {

[[nodiscard]] constexpr ioannina_finding ioannina_by_votes(outcome const& o) {
  auto const& known = rules::ioannina_1994;
  auto const opposing = o.blocking_minority().members;
  ioannina_finding finding{.in_force = true, .members = opposing.size(), .votes = o.council().votes(opposing), .source = known.source};
  finding.triggered = known.fewest_votes <= finding.votes && finding.votes <= known.most_votes;
  return finding;
}

[[nodiscard]] constexpr ioannina_finding ioannina_by_share(outcome const& o, rules::ioannina_mechanism const& known) {
  auto const opposing = o.blocking_minority().members;
  auto const blocking_members = o.council().size() - o.rule().members_needed(o.council().size()) + 1;
  ioannina_finding finding{.in_force = true, .members = opposing.size(), .source = known.source};
  finding.members_needed = static_cast<int>(smallest_at_least(known.share, blocking_members));
  // "at least 55 % of the population ... necessary to constitute a blocking minority": 55 % of 35 % is 19.25 % of the Union.
  finding.population_share = {35 * known.share.numerator, 100 * known.share.denominator};
  finding.by_population = o.council().has_population() &&
                          at_least(o.council().population(opposing), finding.population_share, o.council().population_total());
  finding.triggered = finding.members >= finding.members_needed || finding.by_population;
  return finding;
}

}  // namespace detail

/// Can those who are not in favour ask the Council to go on discussing (Ioannina 1994; Decision 2009/857/EC)? Only a council
/// with a day can be asked; the Decision speaks of TEU 16(4) first subparagraph and TFEU 238(2), so not of votes in which some
/// members do not take part. A finding: the majority stays what it is. Who abstains or is absent counts as opposing, as for a
/// blocking minority. [interpretation]
[[nodiscard]] constexpr ioannina_finding ioannina(outcome const& o) {
  auto const day = o.council().day();
  if (!day) return {};
  if (o.rule().weights() == regime::fifteen && rules::ioannina_1994.valid.covers(*day)) return detail::ioannina_by_votes(o);
  if (!o.rule().needs_all_members()) return {};
  for (auto const& known : rules::ioannina_2009)
    if (known.valid.covers(*day)) return detail::ioannina_by_share(o, known);
  return {};
}

}  // namespace codecision
