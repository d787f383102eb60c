// SPDX-License-Identifier: BSL-1.0
// Which population figures count in a Council vote on a day?
#pragma once

#include <codecision/data/population_table.hpp>
#include <codecision/data/tables/populations.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace codecision {

/// All tables, the oldest first. Years that are not here have no table good enough to ship.
[[nodiscard]] constexpr auto const& population_tables() { return detail::population_table_rows; }

/// The newest table there is.
[[nodiscard]] constexpr population_table const& newest_population_table() {
  return detail::population_table_rows.back();
}

namespace detail {

/// The years that have a table, as ranges: "2010-2014, 2016-2018, 2020, 2023-2025".
[[nodiscard]] inline std::string years_with_population_tables() {
  std::string text;
  auto const& tables = population_tables();
  for (std::size_t first = 0, last; first < tables.size(); first = last + 1) {
    last = first;
    while (last + 1 < tables.size() && tables[last + 1].year == tables[last].year + 1) ++last;
    text += (text.empty() ? "" : ", ") + std::to_string(tables[first].year);
    if (last != first) text += "-" + std::to_string(tables[last].year);
  }
  return text;
}

[[noreturn]] inline void fail_without_population_table(std::string message, std::string const& remark) {
  fail(error_code::no_population_table, std::move(message), years_with_population_tables() + remark,
       "pass figures of your own (electorate), or name a year (council_of_year(" +
           std::to_string(newest_population_table().year) + "))");
}

[[noreturn]] inline void no_population_table_covers_this_day(date day) {
  std::string remark;
  for (auto const& table : population_tables())
    if (!day.is_special() && table.year == year_of(day))  // a table of that year exists, but not for that day
      remark = " (" + std::to_string(table.year) + " from " + to_string(table.valid.from) + " on)";
  fail_without_population_table("no population table covers " + to_string(day), remark);
}

[[noreturn]] inline void no_population_table_is_known_for_this_year(int year) {
  fail_without_population_table("no population table is known for the year " + std::to_string(year), "");
}

}  // namespace detail

/// Which table holds for votes on this day? Null when none does.
[[nodiscard]] constexpr population_table const* find_population_table_on(date day) {
  return find_on(population_tables(), day);
}

/// Which table holds for votes on this day? Error COD-D203 when none does: nothing is extrapolated.
[[nodiscard]] constexpr population_table const& population_table_on(date day) {
  auto const* const table = find_population_table_on(day);
  if (table == nullptr) detail::no_population_table_covers_this_day(day);
  return *table;
}

/// Which table is that of a year? It may begin before the year (2010) or within it (2020).
/// Error COD-D203 when there is none.
[[nodiscard]] constexpr population_table const& population_table_of_year(int year) {
  for (auto const& table : population_tables())
    if (table.year == year) return table;
  detail::no_population_table_is_known_for_this_year(year);
}

/// Which source is one figure from, as an id such as "URESPOP-2019" (docs/data/SOURCES.md)? Error COD-D206 when the
/// table has no figure for the state.
[[nodiscard]] constexpr std::string_view population_source(population_table const& table, member_state state) {
  if (!table.has(state)) detail::this_table_has_no_population_of(state, table.year);
  return detail::population_sources[table.figures[index_of(state)].source];
}

}  // namespace codecision
