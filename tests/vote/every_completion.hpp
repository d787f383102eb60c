// SPDX-License-Identifier: BSL-1.0
// What happens in each of the 2^u ways in which the open votes of a ballot can end, counted one by one?
#pragma once

#include "properties/dice.hpp"

#include <codecision/codecision.hpp>
#include <codecision/vote/assess.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace codecision::test {

/// All ways, each a set of open members in favour as bits: bit i for the i-th open member. Works for about twenty of them.
class every_completion {
 public:
  /// `adopts(in favour)` says what happens when these open members are in favour and the other open ones against.
  template <class Adopts>
  every_completion(member_set open, Adopts adopts) : open_(open.begin(), open.end()), adopted_(std::size_t{1} << open_.size()) {
    for (std::size_t way = 0; way < ways(); ++way) adopted_[way] = adopts(members(way));
  }

  [[nodiscard]] std::size_t ways() const { return adopted_.size(); }
  [[nodiscard]] member_set members(std::size_t way) const {
    member_set set;
    for (std::size_t i = 0; i < open_.size(); ++i)
      if ((way >> i & 1u) != 0) set.insert(open_[i]);
    return set;
  }
  [[nodiscard]] std::uint64_t adopting() const {
    std::uint64_t n = 0;
    for (auto const yes : adopted_) n += yes ? 1u : 0u;
    return n;
  }
  /// In how many ways of the others does this open member's vote change the result?
  [[nodiscard]] std::uint64_t decisive(member_state member) const {
    auto const i = static_cast<std::size_t>(std::find(open_.begin(), open_.end(), member) - open_.begin());
    std::uint64_t n = 0;
    for (std::size_t way = 0; way < ways(); ++way)
      if ((way >> i & 1u) == 0 && adopted_[way] != adopted_[way | std::size_t{1} << i]) ++n;
    return n;
  }
  [[nodiscard]] codecision::verdict verdict() const {
    if (adopting() == ways()) return verdict::adopted;
    return adopting() == 0 ? verdict::not_adopted : verdict::open;
  }
  /// Every smallest set such that the act is adopted in all the ways in which these members are in favour. None when the
  /// verdict is not open.
  [[nodiscard]] std::vector<member_set> securing_adoption() const { return smallest(true); }
  /// Every smallest set such that the act is adopted in none of the ways in which these members are against.
  [[nodiscard]] std::vector<member_set> securing_a_block() const { return smallest(false); }

 private:
  [[nodiscard]] std::vector<member_set> smallest(bool adoption) const {
    if (verdict() != verdict::open) return {};
    std::vector<member_set> sets;
    auto least = open_.size() + 1;
    for (std::size_t set = 0; set < ways(); ++set) {
      auto const size = static_cast<std::size_t>(members(set).size());
      if (size > least || !secures(set, adoption)) continue;
      if (size < least) sets.clear();
      least = size;
      sets.push_back(members(set));
    }
    return sets;
  }
  /// Whatever the members outside of the set do.
  [[nodiscard]] bool secures(std::size_t set, bool adoption) const {
    auto const others = (ways() - 1) & ~set;
    for (auto some = others;; some = (some - 1) & others) {
      if (adopted_[adoption ? set | some : some] != adoption) return false;
      if (some == 0) return true;
    }
  }

  std::vector<member_state> open_;
  std::vector<bool> adopted_;
};

/// The same by `evaluate`: the known votes, and each open member in favour or against.
[[nodiscard]] inline every_completion every_completion_of(rule const& r, open_ballot const& b, request asked = request::none) {
  return {b.open(), [&](member_set in_favour) { return evaluate(r, b.known().in_favour(in_favour).against(b.open() - in_favour), asked).adopted(); }};
}

/// A ballot of a council with so many open members, some of them undecided; some of the others are represented.
[[nodiscard]] inline open_ballot open_votes_in(dice& d, electorate const& council, int open) {
  auto const members = d.choose(open, council.members());
  open_ballot b{d.votes_in(council).reopened(members)};
  b = b.undecided(d.some_of(members));
  auto free = council.members() - b.side(vote::absent);
  while (d.coin() && free.size() >= 2) {
    auto const pair = d.choose(2, free);
    auto const first = *pair.begin(), second = *(pair - member_set{first}).begin();
    b = d.coin() ? b.represented(first, second) : b.represented(second, first);
    free -= pair;
  }
  return b;
}

/// Sets in the order in which they were found, and sets in any order, are the same sets.
[[nodiscard]] inline bool same_sets(std::vector<member_set> a, std::vector<member_set> b) {
  auto const by_bits = [](member_set x, member_set y) { return x.bits() < y.bits(); };
  std::sort(a.begin(), a.end(), by_bits);
  std::sort(b.begin(), b.end(), by_bits);
  return a == b;
}

[[nodiscard]] inline std::vector<member_set> sets_of(flip_range const& flips) {
  std::vector<member_set> sets;
  for (auto const& f : flips) sets.push_back(f.members);
  return sets;
}

/// The rules of the Treaties that any council can be asked about.
inline std::vector<rule> const rules_for_any_council{rules::participants_majority(),
                                                     rules::participants_majority(blockers::against),
                                                     rules::reinforced_majority(),
                                                     rules::reinforced_majority(rules::four_member_clause::applied),
                                                     rules::reinforced_participants_majority(),
                                                     rules::simple_majority(),
                                                     rules::four_fifths_majority(),
                                                     rules::unanimity(),
                                                     rules::constructive_abstention(),
                                                     rules::weighted(regime::six),
                                                     rules::weighted(regime::six, proposer::none)};

}  // namespace codecision::test
