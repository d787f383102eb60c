// SPDX-License-Identifier: BSL-1.0
// How many coalitions win, found by meeting in the middle: half of the players from one side, half from the other?
#pragma once

#include <codecision/power/counts.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/engines/halves_plan.hpp>
#include <codecision/power/engines/halves_sweep.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

namespace codecision::power::detail {

/// A part of the work: the players of one half, one orthant, and at most 16 sizes of coalitions.
struct halves_job {
  orthant const* what = nullptr;
  std::size_t side = 0;
  std::size_t smallest = 0;
  std::size_t columns = 0;
};

/// What a job found: by player of its half, after the row of all coalitions, and by size from the smallest of the job.
struct halves_found {
  std::size_t columns = 0;
  std::vector<std::uint64_t> counts;

  halves_found() = default;
  template <std::size_t Columns>
  explicit halves_found(std::vector<std::array<std::uint64_t, Columns>> const& rows) : columns{Columns} {
    for (auto const& r : rows) counts.insert(counts.end(), r.begin(), r.end());
  }
};

inline constexpr std::size_t most_columns = 16;

/// The jobs of a plan: for each orthant its sizes in groups of up to 16, for each of the two halves.
[[nodiscard]] inline std::vector<halves_job> jobs_of(halves_plan const& plan) {
  std::vector<halves_job> jobs;
  for (auto const& o : plan.orthants()) {
    auto const first = static_cast<std::size_t>(std::find_if(o.times.begin(), o.times.end(), [](auto t) { return t != 0; }) - o.times.begin());
    auto last = o.times.size();
    while (o.times[last - 1] == 0) --last;
    auto const groups = (last - first + most_columns - 1) / most_columns;
    auto const columns = ((last - first + groups - 1) / groups + 3) / 4 * 4;
    for (auto smallest = first; smallest < last; smallest += columns)
      for (std::size_t side = 0; side < 2; ++side) jobs.push_back({&o, side, smallest, columns});
  }
  return jobs;
}

template <std::size_t Columns>
[[nodiscard]] halves_found do_job(halves_job const& job, half const& x, half const& y) {
  if (job.what->second == 0) return halves_found{sweep<Columns>(x, y, job.what->first, no_keys{}, job.smallest)};
  keys_of_weights const keys{x.second, y.second, job.what->second};
  return halves_found{sweep<Columns>(x, y, job.what->first, keys, job.smallest)};
}

/// The number of columns is known when the program is translated, so that whole rows are added without a loop.
[[nodiscard]] inline halves_found do_job(halves_job const& job, std::array<half, 2> const& halves) {
  auto const& x = halves[job.side];
  auto const& y = halves[1 - job.side];
  switch (job.columns) {
    case 4: return do_job<4>(job, x, y);
    case 8: return do_job<8>(job, x, y);
    case 12: return do_job<12>(job, x, y);
    default: return do_job<most_columns>(job, x, y);
  }
}

/// The heavier players come into the first half: so most of its sets win or lose whatever the light ones do, and are not
/// looked at one by one.
[[nodiscard]] inline std::array<half, 2> split(simple_game const& g, std::vector<std::size_t> const& dimensions) {
  std::vector<std::size_t> players(g.size());
  std::iota(players.begin(), players.end(), std::size_t{0});
  if (!dimensions.empty())
    std::stable_sort(players.begin(), players.end(), [&](auto i, auto k) { return g.weight(dimensions[0], i) > g.weight(dimensions[0], k); });
  auto const middle = players.begin() + static_cast<std::ptrdiff_t>((g.size() + 1) / 2);
  std::array<half, 2> halves;
  halves[0].players.assign(players.begin(), middle);
  halves[1].players.assign(middle, players.end());
  return halves;
}

[[nodiscard]] inline std::vector<std::int64_t> weights_of(simple_game const& g, std::size_t dimension, std::vector<std::size_t> const& players) {
  std::vector<std::int64_t> weights;
  for (auto const i : players) weights.push_back(g.weight(dimension, i));
  return weights;
}

/// Puts the sets of both halves in order: one job for each half and dimension. Sets that do not win even with all of the
/// other half are left out.
template <class Run>
void order(std::array<half, 2>& halves, simple_game const& g, halves_plan const& plan, Run const& run) {
  auto lowest = g.total(plan.dimensions()[0]);
  for (auto const& o : plan.orthants()) lowest = (std::min)(lowest, o.first);
  run(2 * plan.dimensions().size(), [&](std::size_t k) {
    auto& h = halves[k % 2];
    auto const weights = weights_of(g, plan.dimensions()[k / 2], h.players);
    if (k >= 2) h.second = in_order(weights);
    else h.first = in_order(weights, lowest - (g.total(plan.dimensions()[0]) - sum_of(weights)));
  });
}

inline void add_everybody(std::size_t size, coalition_counts& counts) {
  std::uint64_t with = size == 0 ? 0 : 1;  // n - 1 over size - 1
  for (std::size_t k = 1; k < size; ++k) with = with * (counts.players - k) / k;
  counts.winning[size] = size == 0 ? 1 : with * counts.players / size;
  for (std::size_t i = 0; i < counts.players; ++i) counts.winning_with[i][size] = with;
}

inline void add_found(halves_job const& job, halves_found const& found, half const& x, coalition_counts& counts) {
  for (std::size_t c = 0; c < found.columns && job.smallest + c <= counts.players; ++c) {
    auto const size = job.smallest + c;
    auto const times = static_cast<std::uint64_t>(std::int64_t{job.what->times[size]});  // -1 takes away, modulo 2^64
    if (job.side == 0) counts.winning[size] += times * found.counts[c];
    for (std::size_t i = 0; i < x.players.size(); ++i) counts.winning_with[x.players[i]][size] += times * found.counts[(i + 1) * found.columns + c];
  }
}

/// Why meeting in the middle cannot count this game; nothing when it can.
[[nodiscard]] inline std::string halves_refusal(simple_game const& g) {
  if (g.size() > most_players_in_halves)
    return "the game has " + std::to_string(g.size()) + " players, and halves of more than 20 do not fit into memory";
  auto const n = halves_plan::dimensions_of(g).size();
  if (n > 2) return "players differ in " + std::to_string(n) + " dimensions, and this method knows two besides their number";
  return {};
}

/// What one job costs. Most sets of the heavy half win or lose whatever the light ones do: about half of them are looked at.
[[nodiscard]] inline estimate cost_of(halves_job const& job, simple_game const& g, halves_plan const& plan, std::array<half, 2> const& halves) {
  auto const sets = [](half const& h) { return static_cast<double>(std::size_t{1} << h.players.size()); };
  auto const& y = halves[1 - job.side];
  auto const rows = sets(halves[job.side]) / (job.side == 0 ? 2 : 1);
  auto const columns = static_cast<double>(job.columns);
  estimate cost{engine::halves, rows * (1 + columns / 8) + sets(y), 0};
  if (job.what->second == 0) return cost;
  auto const keys = (std::min)(sets(y), static_cast<double>(sum_of(weights_of(g, plan.dimensions()[1], y.players))) + 1);
  auto const depth = static_cast<double>(std::bit_width(static_cast<std::uint64_t>(keys)));
  auto const both = sets(halves[0]) + sets(halves[1]);
  return {engine::halves, cost.steps + depth * (rows + sets(y)) + 3 * both, 4 * (both + keys * (columns + static_cast<double>(g.size())))};
}

/// What meeting in the middle will cost; more than anybody has for a game that it refuses.
[[nodiscard]] inline estimate halves_cost(simple_game const& g) {
  constexpr auto too_much = (std::numeric_limits<double>::max)();
  if (!halves_refusal(g).empty()) return {engine::halves, too_much, too_much};
  halves_plan const plan{g};
  auto const halves = split(g, plan.dimensions());
  auto const sets = static_cast<double>((std::size_t{1} << halves[0].players.size()) + (std::size_t{1} << halves[1].players.size()));
  auto const lists = static_cast<double>(plan.dimensions().size());
  estimate cost{engine::halves, 1000 + 2 * sets * lists, 0};
  double largest = 6 * sets;  // while the last lists are merged, those before them are still there
  for (auto const& job : jobs_of(plan)) {
    auto const part = cost_of(job, g, plan, halves);
    cost.steps += part.steps;
    largest = (std::max)(largest, part.bytes);
  }
  cost.bytes = static_cast<double>(sizeof(coalition_counts)) + 12 * sets * lists + largest;
  if (cost.bytes > 2e7) cost.steps *= 2.5;  // the caches do not hold it
  return cost;
}

/// Winning coalitions by size, and those with each player, of a game that is not refused.
///
/// The players are split in two halves of h = n / 2 each, and the sets of a half are put in the order of their weights
/// (Horowitz and Sahni 1974 for the knapsack problem). A set of one half, going up, and the sets of the other that suffice
/// to win with it, coming down, then meet in one pass, where sets are counted by size; each half has its turn, so that its
/// players get their counts. Weights in a second dimension are kept in a Fenwick tree. Cost: O(2^h), with two dimensions
/// O(h 2^h), times the number of different quotas.
template <class Run>
[[nodiscard]] coalition_counts count_by_halves(simple_game const& g, Run const& run) {
  halves_plan const plan{g};
  coalition_counts counts{g.size()};
  for (std::size_t s = 0; s <= g.size(); ++s)
    if (plan.everybody_wins(s)) add_everybody(s, counts);
  auto const jobs = jobs_of(plan);
  if (jobs.empty()) return counts;

  auto halves = split(g, plan.dimensions());
  order(halves, g, plan, run);
  std::vector<halves_found> found(jobs.size());
  run(jobs.size(), [&](std::size_t k) { found[k] = do_job(jobs[k], halves); });
  for (std::size_t k = 0; k < jobs.size(); ++k) add_found(jobs[k], found[k], halves[jobs[k].side], counts);
  return counts;
}

}  // namespace codecision::power::detail
