// SPDX-License-Identifier: BSL-1.0
// Where do random councils, rules and votes come from? The same ones in every run.
#pragma once

#include <codecision/codecision.hpp>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace codecision::test {

class dice {
 public:
  explicit dice(std::uint64_t seed) : engine_{seed} {}

  /// A whole number from low to high, both included.
  [[nodiscard]] std::int64_t number(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  [[nodiscard]] int roll(int low, int high) { return static_cast<int>(number(low, high)); }
  /// A whole number from 0 to n - 1; `place` the same as a position on a scale.
  [[nodiscard]] int below(int n) { return roll(0, n - 1); }
  [[nodiscard]] double place(int n) { return below(n); }
  [[nodiscard]] bool coin() { return number(0, 1) == 1; }

  [[nodiscard]] member_set some_of(member_set members) {
    member_set chosen;
    for (auto const m : members)
      if (coin()) chosen.insert(m);
    return chosen;
  }
  /// So many of these members.
  [[nodiscard]] member_set choose(int n, member_set members) {
    member_set chosen;
    while (chosen.size() < n && chosen != members) {
      auto skip = number(0, (members - chosen).size() - 1);
      for (auto const m : members - chosen)
        if (skip-- == 0) chosen.insert(m);
    }
    return chosen;
  }
  /// A ballot in which each member does one thing or another; mostly in favour, so that the outcome is open.
  [[nodiscard]] ballot votes_in(electorate const& council) {
    ballot b{council};
    auto const favour = roll(40, 95);
    for (auto const m : council.members()) {
      if (number(1, 100) <= favour) b = b.in_favour(m);
      else b = b.with(m, static_cast<vote>(roll(1, 4)));
    }
    return b;
  }
  /// These members in any order.
  [[nodiscard]] std::vector<member_state> in_any_order(member_set members) {
    std::vector<member_state> order;
    for (; !members.empty(); members = members - order.back())
      for (auto const m : choose(1, members)) order.push_back(m);
    return order;
  }
  /// The same members and votes with people that are made up.
  [[nodiscard]] electorate with_people(electorate const& council) {
    electorate peopled{};
    std::array<std::int16_t, member_state_count> votes{};
    for (auto const m : council.members()) {
      peopled = peopled.with(m, number(1, 10) * number(1, 10) * number(1, 10));
      votes[index_of(m)] = static_cast<std::int16_t>(council.votes(m));
    }
    return council.weights() ? peopled.with_votes(*council.weights(), votes) : peopled;
  }
  /// So many states with people and weighted votes; sizes that differ as much as those of the Union do.
  [[nodiscard]] electorate council_of(int n, regime weights = regime::six) {
    electorate council{};
    auto const everybody = member_set::from_bits((std::uint64_t{1} << member_state_count) - 1);
    auto const even = number(0, 3) == 0;  // some councils have equal members, for ties
    std::array<std::int16_t, member_state_count> votes{};
    for (auto const m : choose(n, everybody)) {
      council = council.with(m, even ? 100 : number(1, 10) * number(1, 10) * number(1, 10));
      votes[index_of(m)] = static_cast<std::int16_t>(number(1, 29));
    }
    return council.with_votes(weights, votes);
  }

 private:
  std::mt19937_64 engine_;
};

/// A vote with all that is needed to repeat it: the rule, who votes how, and where the council is made up, its figures.
[[nodiscard]] inline std::string to_repeat(rule const& r, ballot const& b, request asked = request::none) {
  auto const& council = b.council();
  auto text = std::string{r.name()} + (asked == request::none ? "" : ", with the check of the population");
  text += council.day() ? ", council of " + to_string(*council.day()) : ", made up";
  for (auto const v : {vote::in_favour, vote::against, vote::abstain, vote::abstain_formally, vote::absent})
    if (!b.side(v).empty()) text += "; " + std::string{name(v)} + " " + to_string(b.side(v));
  if (!council.day())
    for (auto const m : council.members())
      text += "; " + std::string{code(m)} + " " + std::to_string(council.population(m)) + " people, " + std::to_string(council.votes(m)) + " votes";
  return text;
}

}  // namespace codecision::test
