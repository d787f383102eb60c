// SPDX-License-Identifier: BSL-1.0
// How do the tests of the law let a council vote in one line?
#pragma once

#include <codecision/codecision.hpp>

#include <cstdint>

namespace codecision::test {

/// Everybody in favour but these, who vote against.
[[nodiscard]] inline outcome with_against(rule const& r, electorate const& council, member_set against, request asked = request::none) {
  return evaluate(r, ballot{council}.against(against).others(vote::in_favour), asked);
}

/// Only these in favour, everybody else against.
[[nodiscard]] inline outcome with_in_favour(rule const& r, electorate const& council, member_set in_favour, request asked = request::none) {
  return evaluate(r, ballot{council}.in_favour(in_favour).others(vote::against), asked);
}

/// A council of n members, the first of the protocol order, with so many persons each.
[[nodiscard]] inline electorate toy_council(int n, std::int64_t persons_each) {
  electorate council{};
  for (int i = 0; i < n; ++i) council = council.with(static_cast<member_state>(i), persons_each);
  return council;
}

/// The first n members of a council, in protocol order.
[[nodiscard]] inline member_set first(int n, electorate const& council) {
  member_set chosen;
  for (auto const m : council.members())
    if (chosen.size() < n) chosen.insert(m);
  return chosen;
}

/// The n members of a council with the fewest people.
[[nodiscard]] inline member_set smallest(int n, electorate const& council) {
  member_set chosen;
  while (chosen.size() < n) {
    auto const rest = council.members() - chosen;
    auto least = *rest.begin();
    for (auto const m : rest)
      if (council.population(m) < council.population(least)) least = m;
    chosen.insert(least);
  }
  return chosen;
}

}  // namespace codecision::test
