// SPDX-License-Identifier: BSL-1.0
// Which council votes on a day: its members, their populations and their weighted votes?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/data/membership.hpp>
#include <codecision/data/populations.hpp>
#include <codecision/data/vote_weights.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace codecision {

namespace detail {

/// The first day on which the Council counted people in every vote it could be asked to check (Decision 2009/937/EU, Annex III).
inline constexpr date first_day_of_population_figures = make_date(2009, 12, 1);

[[nodiscard]] constexpr figures_source source_of(population_table const& table, bool stand_in) {
  figures_source source{.counted_in = table.counted_in, .resolution_thousandths = table.resolution_thousandths,
                        .whole_in_persons = table.printed_total, .year = table.year, .stand_in = stand_in, .decision = table.cited()};
  for (std::size_t i = 0; i < ever_members; ++i)
    if (auto const m = static_cast<member_state>(i); table.has(m)) {
      source.table_members.insert(m);
      source.table_sum += table.of(m).number;
    }
  return source;
}

[[nodiscard]] constexpr electorate with_table(electorate const& council, population_table const& table, bool stand_in) {
  std::array<std::int64_t, member_state_count> numbers{};
  std::array<grade, member_state_count> grades{};
  for (auto const m : council.members()) {
    numbers[index_of(m)] = table.of(m).number;
    grades[index_of(m)] = table.of(m).quality;
  }
  return council.with_figures(source_of(table, stand_in), numbers, grades);
}

}  // namespace detail

/// Who votes on this day, with the weighted votes of the time but without population figures? Enough for unanimity, simple
/// majority and weighted votes. Error COD-D202 before 1958.
[[nodiscard]] constexpr electorate council_without_figures_on(date day) {
  auto const council = electorate::of(members_on(day)).held_on(day);
  auto const weights = find_regime_on(day);
  if (!weights) return council;
  std::array<std::int16_t, member_state_count> votes{};
  for (auto const m : council.members()) votes[index_of(m)] = static_cast<std::int16_t>(weighted_votes(*weights, m));
  return council.with_votes(*weights, votes);
}

/// Who votes on this day, and with which figures? Before December 2009 without populations: only a criterion that counts
/// people needs them. From then on error COD-D203 where no table covers the day: nothing is extrapolated. COD-D202 before 1958.
[[nodiscard]] constexpr electorate council_on(date day) {
  auto const council = council_without_figures_on(day);
  if (day < detail::first_day_of_population_figures) return council;
  return detail::with_table(council, population_table_on(day), false);
}

/// Who votes on this day, with the figures of another year standing in for those of the day? For days without a table, where
/// the caller says so; `electorate::figures().stand_in` remembers it. Errors: COD-D202, COD-D203 for a year without a table,
/// COD-D206 when the table lacks a member of that day.
[[nodiscard]] constexpr electorate council_on(date day, int figures_of_year) {
  auto const& table = population_table_of_year(figures_of_year);
  return detail::with_table(council_without_figures_on(day), table, !table.valid.covers(day));
}

/// Who votes on 31 December of this year? Errors as for council_on.
[[nodiscard]] constexpr electorate council_of_year(int year) { return council_on(make_date(year, 12, 31)); }

}  // namespace codecision
