// SPDX-License-Identifier: BSL-1.0
// How many coalitions are minimal, and how many have how many critical members, counted by meeting in the middle?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/engines/halves_lists.hpp>
#include <codecision/power/engines/size_thresholds.hpp>
#include <codecision/power/sharing.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace codecision::power::detail {

/// Sets of players of one half that have something in common, the lightest first.
struct set_group {
  std::vector<std::int64_t> sums;
  std::vector<std::uint32_t> sets;

  [[nodiscard]] std::size_t size() const { return sums.size(); }
  void push_back(std::int64_t sum, std::uint32_t set) { sums.push_back(sum); sets.push_back(set); }
};

/// The sets of the players of rank `first` to `last` - 1, in groups: set -> number of its group.
template <class GroupOf>
[[nodiscard]] std::vector<set_group> grouped_sets(size_thresholds const& g, std::size_t first, std::size_t last, std::size_t groups,
                                                  GroupOf group_of) {
  auto const all = in_order({g.weight.begin() + static_cast<std::ptrdiff_t>(first), g.weight.begin() + static_cast<std::ptrdiff_t>(last)});
  std::vector<set_group> found(groups);
  for (std::size_t i = 0; i < all.size(); ++i) found[group_of(all.sets[i])].push_back(all.sums[i], all.sets[i].players());
  return found;
}
[[nodiscard]] inline std::vector<set_group> half_by_size(size_thresholds const& g, std::size_t first, std::size_t last) {
  return grouped_sets(g, first, last, last - first + 1, [](sized_set s) { return s.size(); });
}

/// For each set b of one group: which sets a of the other bring the sum to at least `from` and below `to`? Calls
/// f(b, first, last) for those with any. Two indices move down as b grows. Cost: the sizes of both groups.
template <class F>
void each_window(set_group const& as, set_group const& bs, std::int64_t from, std::int64_t to, F f) {
  auto const n = as.size();
  if (from >= to || n == 0 || bs.size() == 0 || as.sums.back() + bs.sums.back() < from || as.sums.front() + bs.sums.front() >= to) return;
  auto first = n, last = n;
  for (std::size_t b = 0; b < bs.size(); ++b) {
    while (first > 0 && as.sums[first - 1] + bs.sums[b] >= from) --first;
    while (last > 0 && as.sums[last - 1] + bs.sums[b] >= to) --last;
    if (first != last) f(b, first, last);
    if (last == 0) return;
  }
}

/// Adds to a range of places at once; the places are filled in by one pass at the end.
class range_additions {
 public:
  explicit range_additions(std::size_t n) : change_(n + 1) {}
  void add(std::size_t first, std::size_t last) { ++change_[first]; --change_[last]; }
  /// Calls f(place, number) for every place, and begins anew.
  template <class F>
  void settle(F f) {
    std::uint64_t now = 0;
    for (std::size_t i = 0; i + 1 < change_.size(); ++i) {
      now += change_[i];
      change_[i] = 0;
      if (now != 0) f(i, now);
    }
    change_.back() = 0;
  }

 private:
  std::vector<std::uint64_t> change_;  // modulo 2^64: falls are added as their complement
};

/// Notes that `times` coalitions of k who share have these ranks (bits from rank `first` on) among them.
inline void note(sharing_counts& counts, std::uint64_t times, std::size_t k, std::uint32_t set, std::size_t first) {
  each_bit(set, [&](std::size_t i) { counts.with[first + i][k] += times; });
}

/// The counts by rank as counts by position.
[[nodiscard]] inline sharing_counts by_position(size_thresholds const& g, std::vector<sharing_counts> const& parts) {
  sharing_counts sum{g.size()}, found{g.size()};
  for (auto const& part : parts) sum += part;
  found.coalitions = sum.coalitions;
  for (std::size_t r = 0; r < g.size(); ++r) found.with[g.player[r]] = sum.with[r];
  return found;
}

/// Looks at half-coalitions when the heavy half has h players: it is scanned for each lightest member and size of the other.
[[nodiscard]] inline double steps_for_minimal(std::size_t n, std::size_t h) {
  auto const m = static_cast<double>(n - h);
  return std::exp2(static_cast<double>(h)) * (m * m + m) / 2 + std::exp2(m) * static_cast<double>(h + 1);
}
/// The size of the heavy half for which these are fewest.
[[nodiscard]] inline std::size_t heavy_for_minimal(std::size_t n) {
  auto best = n / 2;
  for (auto h = n / 3; h <= n / 2; ++h)
    if (steps_for_minimal(n, h) < steps_for_minimal(n, best)) best = h;
  return best;
}

[[nodiscard]] inline estimate halves_cost(double steps, std::size_t larger_half) {
  auto const too_long = larger_half > 24;  // a set of half the players is 24 bits
  return {engine::halves, too_long ? 1e30 : steps, 96 * std::exp2(static_cast<double>(larger_half))};
}
[[nodiscard]] inline estimate minimal_halves_cost(size_thresholds const& g) {
  auto const n = g.size(), h = heavy_for_minimal(n);
  return halves_cost(3 * steps_for_minimal(n, h), n - h);
}
[[nodiscard]] inline estimate critical_halves_cost(size_thresholds const& g) {
  auto const n = static_cast<double>(g.size());
  return halves_cost(3 * std::exp2(std::ceil(n / 2)) * n * n / 2, (g.size() + 1) / 2);
}

/// Minimal winning coalitions by size, and those with each player. A coalition S is minimal just when it wins and loses
/// without its lightest member l: need[s] <= sum(S) < need[s-1] + w(l). So light halves are grouped by lightest member and
/// size, heavy ones by size. `run` runs a job for each size of the heavy half.
template <class Run>
[[nodiscard]] minimal_counts count_minimal_by_halves(size_thresholds const& g, Run const& run) {
  auto const n = g.size(), h = heavy_for_minimal(n), m = n - h;
  auto const heavy = half_by_size(g, 0, h);
  auto const light = grouped_sets(g, h, n, (m + 1) * (m + 1), [m](sized_set s) { return std::bit_width(s.players()) * (m + 1) + s.size(); });
  std::vector<minimal_counts> parts(h + 1, minimal_counts{n});
  run(h + 1, [&](std::size_t a) {
    auto& counts = parts[a];
    auto const& as = heavy[a];
    range_additions additions{as.size()};
    for (std::size_t b = 1; b <= m; ++b) {
      auto const s = a + b;
      if (!g.matters(s)) continue;
      for (auto l = b; l <= m; ++l) {
        auto const& bs = light[l * (m + 1) + b];
        each_window(as, bs, g.need[s], g.need[s - 1] + g.weight[h + l - 1], [&](std::size_t j, std::size_t first, std::size_t last) {
          additions.add(first, last);
          counts.coalitions[s] += last - first;
          note(counts, last - first, s, bs.sets[j], h);
        });
      }
      additions.settle([&](std::size_t i, std::uint64_t times) { note(counts, times, s, as.sets[i], 0); });
    }
    for (std::size_t i = 0; i < as.size() && g.matters(a); ++i) {  // without anybody of the light half
      auto const lightest = static_cast<std::size_t>(std::bit_width(as.sets[i])) - 1;
      if (as.sums[i] < g.need[a] || as.sums[i] >= g.need[a - 1] + g.weight[lightest]) continue;
      ++counts.coalitions[a];
      note(counts, 1, a, as.sets[i], 0);
    }
  });
  if (g.need[0] <= 0) parts[0].coalitions[0] = 1;  // the empty coalition wins
  return by_position(g, parts);
}

/// The first players of this many, as bits.
[[nodiscard]] constexpr std::uint32_t first_of_half(std::size_t n) { return (std::uint32_t{1} << n) - 1; }

/// The coalitions whose critical members all belong to the heavy half, those of `a` members of it. With r players heavier
/// than the slack, the critical members are those of the r first, whoever else is in.
inline void count_critical_in_heavy_half(size_thresholds const& g, std::size_t a, set_group const& as, std::vector<set_group> const& light,
                                         critical_counts& counts) {
  auto const n = g.size(), m = light.size() - 1, h = n - m;
  std::vector<std::uint64_t> times(as.size() * (h + 1));
  for (std::size_t b = 0; b <= m; ++b) {
    auto const s = a + b;
    if (!g.matters(s)) continue;
    auto const base = g.need[s - 1];
    for (std::size_t r = 1; r <= h && r < n; ++r)
      each_window(light[b], as, (std::max)(g.need[s], base + g.weight[r]), base + g.weight[r - 1],
                  [&](std::size_t i, std::size_t first, std::size_t last) { times[i * (h + 1) + r] += last - first; });
  }
  for (std::size_t i = 0; i < as.size(); ++i)
    for (std::size_t r = 1; r <= h; ++r) {
      auto const critical = as.sets[i] & first_of_half(r);
      if (critical == 0 || times[i * (h + 1) + r] == 0) continue;
      auto const k = static_cast<std::size_t>(std::popcount(critical));
      counts.coalitions[k] += times[i * (h + 1) + r];
      note(counts, times[i * (h + 1) + r], k, critical, 0);
    }
}

/// The coalitions in which all of the heavy half are critical, and some or none of the light half.
inline void count_critical_in_both_halves(size_thresholds const& g, std::size_t a, set_group const& as, std::vector<set_group> const& light,
                                          critical_counts& counts) {
  auto const n = g.size(), m = light.size() - 1, h = n - m;
  std::vector<range_additions> additions(m + 1, range_additions{as.size()});  // by the number of critical members in the light half
  for (std::size_t b = 0; b <= m; ++b) {
    auto const s = a + b;
    if (!g.matters(s)) continue;
    for (auto r = h + 1; r <= n; ++r) {
      auto const from = r == n ? g.need[s] : (std::max)(g.need[s], g.need[s - 1] + g.weight[r]);
      each_window(as, light[b], from, g.need[s - 1] + g.weight[r - 1], [&](std::size_t j, std::size_t first, std::size_t last) {
        auto const critical = light[b].sets[j] & first_of_half(r - h);
        auto const k = static_cast<std::size_t>(std::popcount(critical));
        additions[k].add(first, last);
        counts.coalitions[a + k] += last - first;
        note(counts, last - first, a + k, critical, h);
      });
    }
  }
  for (std::size_t k = 0; k <= m; ++k)
    additions[k].settle([&](std::size_t i, std::uint64_t times) { note(counts, times, a + k, as.sets[i], 0); });
}

/// Winning coalitions with critical members, by their number and by player. The slack of S is sum(S) - need[s-1]; who is
/// heavier is critical. For each rank r, the slacks from w(r) to below w(r-1) make the members among the r first
/// critical. `run` runs a job for each size of the heavy half.
template <class Run>
[[nodiscard]] critical_counts count_critical_by_halves(size_thresholds const& g, Run const& run) {
  auto const n = g.size(), h = (std::min)((n + 1) / 2, n - 1);
  auto const heavy = half_by_size(g, 0, h), light = half_by_size(g, h, n);
  std::vector<critical_counts> parts(h + 1, critical_counts{n});
  run(h + 1, [&](std::size_t a) {
    count_critical_in_heavy_half(g, a, heavy[a], light, parts[a]);
    count_critical_in_both_halves(g, a, heavy[a], light, parts[a]);
  });
  for (auto& part : parts) part.coalitions[0] = 0;  // nobody is critical, nobody shares
  return by_position(g, parts);
}

}  // namespace codecision::power::detail
