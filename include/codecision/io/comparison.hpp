// SPDX-License-Identifier: BSL-1.0
// How does a comparison of scenarios read as a table?
#pragma once

#include <codecision/io/table.hpp>
#include <codecision/simulate/comparison.hpp>
#include <codecision/vote/verdict.hpp>

#include <string>
#include <vector>

namespace codecision {

namespace detail {
[[nodiscard]] inline std::string joined_by_semicolons(std::vector<std::string> const& parts) {
  std::string text;
  for (auto const& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}
}  // namespace detail

namespace io {

/// A row for each scenario: verdict, members and population in favour, what there is to spare or short, the least size
/// of a blocking minority, the smallest sets that would settle it, and what differs from the first scenario.
/// `transposed` puts the scenarios side by side. Cost: that of searching the sets.
[[nodiscard]] inline table to_table(simulate::comparison const& all) {
  table t{{"scenario", "verdict", "in favour", "population in favour", "margin", "blocking needs", "to adopt",
           "to block", "differs from the first"}};
  for (auto const& c : all)
    t.add({c.of().name(), std::string{name(c.verdict())}, simulate::members_in_favour(c),
           simulate::population_in_favour(c), simulate::margins(c), std::to_string(c.fewest_to_block().members),
           c.verdict() == verdict::adopted ? "" : to_string(c.to_adopt()),
           c.verdict() == verdict::not_adopted ? "" : to_string(c.to_block()),
           codecision::detail::joined_by_semicolons(simulate::differences(all.front().of(), c.of()))});
  return t;
}

/// The first columns of it, narrow enough for a terminal: scenario, verdict, members and population in favour.
[[nodiscard]] inline table summary_table(simulate::comparison const& all) {
  table t{{"scenario", "verdict", "in favour", "population"}, {align::left, align::left, align::right, align::right}};
  for (auto const& c : all)
    t.add({c.of().name(), std::string{name(c.verdict())}, simulate::members_in_favour(c),
           simulate::population_in_favour(c)});
  return t;
}

}  // namespace io
}  // namespace codecision
