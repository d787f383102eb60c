// SPDX-License-Identifier: BSL-1.0
// Where do random councils, rules and votes come from? The same ones in every run.
#pragma once

#include <codecision/codecision.hpp>

#include <cstdint>
#include <random>

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
  /// So many states with people and weighted votes; sizes that differ as much as those of the Union do.
  [[nodiscard]] electorate council_of(int n) {
    electorate council{};
    auto const everybody = member_set::from_bits((std::uint64_t{1} << member_state_count) - 1);
    auto const even = number(0, 3) == 0;  // some councils have equal members, for ties
    std::array<std::int16_t, member_state_count> votes{};
    for (auto const m : choose(n, everybody)) {
      council = council.with(m, even ? 100 : number(1, 10) * number(1, 10) * number(1, 10));
      votes[index_of(m)] = static_cast<std::int16_t>(number(1, 29));
    }
    return council.with_votes(regime::six, votes);
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace codecision::test
