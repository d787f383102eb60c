// SPDX-License-Identifier: BSL-1.0
// What does one condition of a majority count, and how much of it is needed?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/core/ratio.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codecision {

/// What is counted: each voter as one, by population, by weighted votes, or the votes cast (in Parliament).
enum class counted : std::uint8_t { members, population, weighted_votes, votes_cast };

/// What is counted, in words.
[[nodiscard]] constexpr std::string_view name(counted what) {
  constexpr std::string_view names[] = {"members", "population", "weighted votes", "votes cast"};
  return names[static_cast<std::size_t>(what)];
}

/// Whose share is compared with the threshold. `not_against` is those in favour and those who abstain, present or
/// represented; `not_formally_abstaining` is everybody but those who qualified their abstention under TEU 31(1).
enum class voters : std::uint8_t { in_favour, not_against, not_formally_abstaining };

/// Does the threshold itself suffice, or is more than it needed?
enum class comparison : std::uint8_t { at_least, more_than };

/// One condition of a majority: a share of what is counted, and where the law says so a number below which it never falls.
/// Criteria of the same `group` are alternatives: one of them suffices. All groups must hold.
struct criterion {
  counted what = counted::members;  ///< what is counted
  voters of = voters::in_favour;  ///< of whom
  comparison compared = comparison::at_least;  ///< at least so much, or more than that
  std::uint8_t group = 0;  ///< criteria of the same group are alternatives
  bool on_request = false;          ///< counts only when a member asks for it (the 62 % check)
  ratio share{1, 1};  ///< the share that is needed
  std::int64_t never_below = 0;     ///< such as the fifteen members of TEU 16(4)
  citation const* source = nullptr; ///< static storage

  /// How much is needed when `total` is the whole? At least the share, or more than it, and never below the floor.
  [[nodiscard]] constexpr std::int64_t need(std::int64_t total) const {
    auto const by_share = compared == comparison::at_least ? smallest_at_least(share, total) : smallest_more_than(share, total);
    return by_share < never_below ? never_below : by_share;
  }
  /// Is `part` enough when `total` is the whole? The same as part >= need(total), without a division.
  [[nodiscard]] constexpr bool holds(std::int64_t part, std::int64_t total) const {
    auto const by_share = compared == comparison::at_least ? at_least(part, share, total) : more_than(part, share, total);
    return by_share && part >= never_below;
  }
  [[nodiscard]] friend constexpr bool operator==(criterion const&, criterion const&) = default;
};

}  // namespace codecision
