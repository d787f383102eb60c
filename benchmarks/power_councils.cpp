// SPDX-License-Identifier: BSL-1.0
// What does counting the winning coalitions of a Council cost, by size and by member, from the middle and one by one?
#include <codecision/power/banzhaf.hpp>
#include <codecision/power/shapley_shubik.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <ctime>

#include "games.hpp"

namespace power = codecision::power;
using benchmark_games::current_rule;
using benchmark_games::current_rule_of;
using benchmark_games::nice_rule;

namespace {

double seconds_since(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

/// Returns the seconds that all iterations took.
double count_from_the_middle(benchmark::State& state, power::simple_game const& g) {
  auto const start = std::clock();
  for (auto _ : state) {
    auto counts = power::detail::count_by_halves(g, power::one_after_the_other{});
    benchmark::DoNotOptimize(counts);
  }
  auto const seconds = seconds_since(start);
  auto const cost = power::detail::halves_cost(g);
  state.counters["estimated_ms"] = cost.seconds() * 1e3;
  state.counters["bytes"] = cost.bytes;
  return seconds;
}

/// The yardstick: every coalition, one member coming or going at a time.
void count_one_by_one(benchmark::State& state, power::simple_game const& g) {
  for (auto _ : state) {
    auto counts = power::detail::count_by_enumeration(g);
    benchmark::DoNotOptimize(counts);
  }
  state.counters["bytes"] = sizeof(power::coalition_counts);
}

/// How many times faster than one by one, which is done once in the same run.
void compare_with_one_by_one(benchmark::State& state, power::simple_game const& g) {
  auto const once = count_from_the_middle(state, g) / static_cast<double>(state.iterations());
  auto const start = std::clock();
  auto counts = power::detail::count_by_enumeration(g);
  benchmark::DoNotOptimize(counts);
  state.counters["times_faster"] = seconds_since(start) / once;
}

void current_rule_from_the_middle(benchmark::State& state) { compare_with_one_by_one(state, current_rule().simple()); }
void current_rule_one_by_one(benchmark::State& state) { count_one_by_one(state, current_rule().simple()); }
BENCHMARK(current_rule_from_the_middle)->Iterations(200)->Unit(benchmark::kMillisecond);
BENCHMARK(current_rule_one_by_one)->Unit(benchmark::kMillisecond);

/// What a user asks for: winning coalitions, Banzhaf and Shapley-Shubik of all members, from the rule to the results.
void current_rule_banzhaf_and_shapley_shubik(benchmark::State& state) {
  auto const game = current_rule();
  for (auto _ : state) {
    auto const counts = power::count_coalitions(game);
    auto banzhaf = power::banzhaf(game, counts);
    auto shapley = power::shapley_shubik(game, counts);
    benchmark::DoNotOptimize(banzhaf);
    benchmark::DoNotOptimize(shapley);
  }
}
BENCHMARK(current_rule_banzhaf_and_shapley_shubik)->Unit(benchmark::kMillisecond);

void nice_rule_from_the_middle(benchmark::State& state) { compare_with_one_by_one(state, nice_rule().simple()); }
void nice_rule_one_by_one(benchmark::State& state) { count_one_by_one(state, nice_rule().simple()); }
BENCHMARK(nice_rule_from_the_middle)->Iterations(200)->Unit(benchmark::kMillisecond);
BENCHMARK(nice_rule_one_by_one)->Unit(benchmark::kMillisecond);

void union_of_36_from_the_middle(benchmark::State& state) { count_from_the_middle(state, current_rule_of(36)); }
BENCHMARK(union_of_36_from_the_middle)->Unit(benchmark::kMillisecond);

/// How cost grows with the members: N is the number of sets of one half.
void growth_from_the_middle(benchmark::State& state) {
  auto const n = static_cast<std::size_t>(state.range(0));
  count_from_the_middle(state, current_rule_of(n));
  state.SetComplexityN(std::int64_t{1} << (n / 2));
}
BENCHMARK(growth_from_the_middle)->DenseRange(16, 36, 2)->Complexity(benchmark::oN)->Unit(benchmark::kMillisecond);

/// The same one by one: N is the number of coalitions.
void growth_one_by_one(benchmark::State& state) {
  auto const n = static_cast<std::size_t>(state.range(0));
  count_one_by_one(state, current_rule_of(n));
  state.SetComplexityN(std::int64_t{1} << n);
}
BENCHMARK(growth_one_by_one)->DenseRange(16, 24, 2)->Complexity(benchmark::oN)->Unit(benchmark::kMillisecond);

}  // namespace
