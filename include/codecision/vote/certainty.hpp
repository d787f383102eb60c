// SPDX-License-Identifier: BSL-1.0
// Would a share of the population still pass, or still fail, with other true figures within the table's rounding?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/blocking.hpp>

#include <cstdint>

namespace codecision {

/// A part and the whole it is compared with, at one end of the rounding band, in a unit fine enough to be exact.
struct share_of_whole {
  std::int64_t part = 0;  ///< above the line
  std::int64_t whole = 1;  ///< below the line
};

/// The lowest and the highest share that the true figures of some members may have.
struct share_band {
  share_of_whole low;  ///< the lowest true share
  share_of_whole high;  ///< the highest true share
  /// Is there no band: are the figures exact?
  [[nodiscard]] constexpr bool is_a_point() const {
    if (low.whole == high.whole) return low.part == high.part;  // in persons: a product could overflow
    return low.part * high.whole == high.part * low.whole;
  }
};

namespace detail {

/// Sums of a table in hundredths of a percent, counted in half-units: each figure errs by at most one of them.
struct rounded_sum {
  std::int64_t twice = 0;  ///< two half-units a unit
  std::int64_t count = 0;  ///< of figures
};

[[nodiscard]] constexpr rounded_sum rounded(electorate const& council, member_set members) {
  return {2 * council.population(members), members.size()};
}

/// One end of the band: `up` for the highest share of `inside`, down for the lowest. The true figures of the table add up to
/// exactly 100 % (20 000 half-units), so what is pushed too far on one side is taken back where it hurts least.
[[nodiscard]] constexpr share_of_whole end_of_band(electorate const& council, member_set members, bool up) {
  auto const& table = council.figures().table_members;
  auto const inside = rounded(council, members & table);
  auto const outside = rounded(council, (council.members() - members) & table);
  auto const others = table.size() - static_cast<int>(inside.count + outside.count);
  auto const rest = 2 * council.figures().table_sum - inside.twice - outside.twice;
  auto const sign = up ? 1 : -1;
  auto a = inside.twice + sign * inside.count;
  auto b = outside.twice - sign * outside.count;
  auto const lowest = 20'000 - rest - others;
  auto const highest = 20'000 - rest + others;
  auto const excess = a + b > highest ? a + b - highest : 0;
  auto const missing = a + b < lowest ? lowest - a - b : 0;
  if (up) { a -= excess; b += missing; } else { b -= excess; a += missing; }
  auto const added_inside = rounded(council, members - table);
  auto const added_outside = rounded(council, council.members() - members - table);
  a += added_inside.twice + sign * added_inside.count;
  b += added_outside.twice - sign * added_outside.count;
  return {a, a + b};
}

}  // namespace detail

/// Between which shares of the electorate's population does the true share of these members lie?
/// A table in hundredths of a percent: each figure errs by half a unit, and the errors add up to what the printed sum lacks.
/// A table in persons with a resolution: the share errs by so many thousandths of a point. Otherwise the band is a point.
[[nodiscard]] constexpr share_band population_share_band(electorate const& council, member_set members) {
  if (council.figures().counted_in == unit::hundredths_of_a_percent)
    return {detail::end_of_band(council, members, false), detail::end_of_band(council, members, true)};
  auto const total = council.population_total();
  auto const number = council.population(members);
  // A table's resolution is of a share of the whole table; no member at all, and all members, have shares without doubt.
  if (council.figures().resolution_thousandths == 0 || members.empty() || members == council.members())
    return {{number, total}, {number, total}};
  auto const part = number * 100'000;
  auto const slack = council.figures().resolution_thousandths * total;
  return {{part - slack, total * 100'000}, {part + slack, total * 100'000}};
}

namespace detail {

[[nodiscard]] constexpr bool passes(criterion const& c, share_of_whole s) {
  return c.compared == comparison::at_least ? at_least(s.part, c.share, s.whole) : more_than(s.part, c.share, s.whole);
}

/// The k of TFEU 238(3)(a) at one end of the band: the largest shares make it small.
[[nodiscard]] constexpr int fewest_above_share_at(electorate const& council, ratio share, bool high) {
  member_set top;
  for (auto const m : by_population_of(council, council.members())) {
    auto const band = population_share_band(council, top);
    auto const end = high ? band.high : band.low;
    if (more_than(end.part, share, end.whole)) return top.size();
    top.insert(m);
  }
  return council.size();
}

}  // namespace detail
}  // namespace codecision
