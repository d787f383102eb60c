// SPDX-License-Identifier: BSL-1.0
// In how many of the ways in which the open votes can end is the act adopted, and who decides how often, in sentences?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/core/wording.hpp>
#include <codecision/power/completions.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace codecision {

namespace detail {

/// The open members by how often they are decisive, the most often first; those of the same number stand together.
[[nodiscard]] inline std::vector<member_set> by_how_often_decisive(completion_counts const& counts) {
  std::vector<member_state> order(counts.open().begin(), counts.open().end());
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return counts.decisive(a) > counts.decisive(b); });
  std::vector<member_set> groups;
  for (auto const m : order) {
    if (groups.empty() || counts.decisive(*groups.back().begin()) != counts.decisive(m)) groups.emplace_back();
    groups.back().insert(m);
  }
  return groups;
}

[[nodiscard]] inline std::string of_all(std::uint64_t part, std::uint64_t whole) {
  return wording::grouped(static_cast<std::int64_t>(part)) + " of " + wording::grouped(static_cast<std::int64_t>(whole)) + " ways, " +
         wording::share_in_percent(static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace detail

/// How many of the 2^u ways adopt the act, and in how many ways of the others does each open member settle it? A tree: one
/// line for the ways, below it the members from the most often decisive to the least, equal ones in one line; where the
/// verdict is not open, no lines. The ways are counted, not weighed: a share of them is no chance, unless each open member is
/// as likely to be in favour as against, and decides for itself.
[[nodiscard]] inline explanation explain(completion_counts const& counts) {
  if (counts.open().empty()) return explanation{std::string{counts.adopting() == 1 ? "adopted" : "not adopted"} + ": every vote is known"};
  auto const ways = wording::counted_as(static_cast<std::int64_t>(counts.total()), "way", "ways");
  if (counts.adopting() == 0) return explanation{"adopted in none of " + ways};
  if (counts.not_adopting() == 0) return explanation{"adopted in all " + ways};
  explanation all{"adopted in " + detail::of_all(counts.adopting(), counts.total())};
  for (auto const who : detail::by_how_often_decisive(counts))
    all.add(to_string(who) + (who.size() == 1 ? ": decisive in " : ": each decisive in ") + detail::of_all(counts.decisive(*who.begin()), counts.total() / 2));
  return all;
}

}  // namespace codecision
