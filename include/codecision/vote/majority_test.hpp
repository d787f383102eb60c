// SPDX-License-Identifier: BSL-1.0
// Is this set of members winning? The same question for millions of sets, answered from tables.
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/rules/criterion.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/evaluate.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace codecision {

/// A rule and a council, prepared so that a set of members in favour is judged in a few nanoseconds: the sum of a set is
/// looked up in tables of 512 sums, nine members at a time. All others count as against. Five tables a criterion (20 KB).
class majority_test {
 public:
  /// Errors as for `evaluate`. Cost: a few thousand additions.
  constexpr majority_test(rule const& r, electorate const& council, request asked = request::none) : members_{council.members().bits()}, council_size_{council.size()} {
    detail::check_rule_fits(r, council, asked);
    clause_ = detail::clause_members(r, council);
    for (auto const& c : r) {
      if (!detail::applies(c, asked)) continue;
      auto const need = c.need(detail::whole(c.what, council));
      if (c.of == voters::not_formally_abstaining) continue;  // nobody abstains here
      if (c.what == counted::members) members_needed_ = need > members_needed_ ? static_cast<int>(need) : members_needed_;
      else fill(c.what, council, need);
    }
  }

  /// Is the majority attained when exactly these members are in favour and all others are against?
  [[nodiscard]] constexpr bool operator()(member_set in_favour) const {
    auto const set = in_favour.bits() & members_;
    auto const size = detail::ones(set);
    if (council_size_ - size < clause_) return true;
    if (size < members_needed_) return false;
    for (std::size_t i = 0; i < sums_used_; ++i)
      if (sum(i, set) < needs_[i]) return false;
    return true;
  }

 private:
  static constexpr std::size_t digits = 9, chunks = 5, entries = std::size_t{1} << digits;
  using table = std::array<std::array<std::int64_t, entries>, chunks>;

  constexpr void fill(counted what, electorate const& council, std::int64_t need) {
    auto& t = tables_[sums_used_];
    for (std::size_t chunk = 0; chunk < chunks; ++chunk)
      for (std::size_t i = 1; i < entries; ++i) {
        auto const lowest = static_cast<std::size_t>(std::countr_zero(i));
        auto const member = chunk * digits + lowest;
        auto const known = member < member_state_count && council.members().contains(static_cast<member_state>(member));
        t[chunk][i] = t[chunk][i & (i - 1)] + (known ? detail::weigh(what, council, static_cast<member_state>(member)) : 0);
      }
    needs_[sums_used_++] = need;
  }
  [[nodiscard]] constexpr std::int64_t sum(std::size_t i, std::uint64_t set) const {
    auto const& t = tables_[i];
    return t[0][set & 511] + t[1][set >> 9 & 511] + t[2][set >> 18 & 511] + t[3][set >> 27 & 511] + t[4][set >> 36 & 511];
  }

  std::uint64_t members_;
  int council_size_;
  int members_needed_ = 0;
  int clause_ = 0;
  std::size_t sums_used_ = 0;
  std::array<std::int64_t, 2> needs_{};
  std::array<table, 2> tables_{};
};

}  // namespace codecision
