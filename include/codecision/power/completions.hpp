// SPDX-License-Identifier: BSL-1.0
// In how many ways can the open votes still end, how many of them adopt the act, and who is decisive how often?
#pragma once

#include <codecision/power/coalition_count.hpp>  // count_coalitions and .winning_coalitions() come along
#include <codecision/power/open_game.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/assess.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace codecision {

/// The 2^u ways in which u open members can vote, counted exactly.
class completion_counts {
 public:
  /// All ways: 2 to the number of open members.
  [[nodiscard]] constexpr std::uint64_t total() const { return total_; }
  /// In how many of them is the act adopted?
  [[nodiscard]] constexpr std::uint64_t adopting() const { return adopting_; }
  /// How many ways do not adopt.
  [[nodiscard]] constexpr std::uint64_t not_adopting() const { return total_ - adopting_; }
  /// How often is an open member decisive: in how many of the 2^(u-1) ways in which the other open members can vote does its vote
  /// settle the matter? 0 for a member whose vote is known.
  [[nodiscard]] constexpr std::uint64_t decisive(member_state member) const { return decisive_[index_of(member)]; }
  /// Whose votes are open: u members.
  [[nodiscard]] constexpr member_set open() const { return open_; }

 private:
  friend class assessment;
  member_set open_{};
  std::uint64_t total_ = 1;
  std::uint64_t adopting_ = 0;
  std::array<std::uint64_t, member_state_count> decisive_{};
};

/// Without looking at the ways one by one: cost and errors (COD-P703, for many more members than any council has) are those of
/// `count_coalitions` for the game of the open members. benchmarks/open_ballots.cpp measures it.
inline completion_counts assessment::completions() const {
  completion_counts counts;
  counts.open_ = open();
  counts.total_ = std::uint64_t{1} << open().size();
  if (verdict() != verdict::open) {
    counts.adopting_ = verdict() == verdict::adopted ? counts.total_ : 0;
    return counts;
  }
  auto const counted = power::count_coalitions(power::open_game(rule(), ballot_, asked()));
  counts.adopting_ = counted.total();
  std::size_t position = 0;
  for (auto const m : open()) counts.decisive_[index_of(m)] = counted.swings(position++);
  return counts;
}

}  // namespace codecision
