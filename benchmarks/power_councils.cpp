// SPDX-License-Identifier: BSL-1.0
// What does counting the winning coalitions of a Council cost, by size and by member, from the middle and one by one?
#include <codecision/codecision.hpp>
#include <codecision/power/engines/enumeration.hpp>
#include <codecision/power/engines/halves.hpp>
#include <codecision/power/game.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

namespace {

power::simple_game current_rule() { return power::game{cod::rules::qualified_majority(), cod::council_on("2024-06-20"_date)}.simple(); }

power::simple_game nice_with_population_check() {
  return power::game{cod::rules::weighted(cod::regime::twenty_seven_nice), cod::council_on("2012-06-20"_date), cod::request::population_check}.simple();
}

/// Persons of the 27 in 2024 and of nine candidates, rounded here for the purpose of measuring: Albania, Bosnia and
/// Herzegovina, Georgia, Moldova, Montenegro, North Macedonia, Serbia, Türkiye and Ukraine.
std::vector<std::int64_t> persons() {
  auto const council = cod::council_on("2024-06-20"_date);
  std::vector<std::int64_t> all;
  for (auto const m : council.members()) all.push_back(council.population(m));
  for (auto const candidate : {2'400'000, 3'400'000, 3'700'000, 2'400'000, 620'000, 1'830'000, 6'600'000, 85'400'000, 38'000'000}) all.push_back(candidate);
  return all;
}

/// The first n of them under the current rule: 55 % of the members and 65 % of the population, or all but three members.
power::simple_game union_of(std::size_t n) {
  auto people = persons();
  people.resize(n);
  auto const total = power::detail::sum_of(people);
  auto const members = static_cast<std::int64_t>(n);
  return {power::named_players{n}, {std::vector<std::int64_t>(n, 1), people},
          {{0, (55 * members + 99) / 100}, {1, (65 * total + 99) / 100}, {0, members - 3}}, {3, 4}};
}

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
  state.counters["estimated_us"] = cost.seconds() * 1e6;
  state.counters["estimated_bytes"] = benchmark::Counter(cost.bytes, benchmark::Counter::kDefaults, benchmark::Counter::kIs1024);
  return seconds;
}

/// The yardstick: every coalition, one member coming or going at a time.
void count_one_by_one(benchmark::State& state, power::simple_game const& g) {
  for (auto _ : state) {
    auto counts = power::detail::count_by_enumeration(g);
    benchmark::DoNotOptimize(counts);
  }
}

/// How many times faster than one by one, which is done once in the same run.
void compare_with_one_by_one(benchmark::State& state, power::simple_game const& g) {
  auto const once = count_from_the_middle(state, g) / static_cast<double>(state.iterations());
  auto const start = std::clock();
  auto counts = power::detail::count_by_enumeration(g);
  benchmark::DoNotOptimize(counts);
  state.counters["times_faster"] = seconds_since(start) / once;
}

void current_rule_from_the_middle(benchmark::State& state) { compare_with_one_by_one(state, current_rule()); }
void current_rule_one_by_one(benchmark::State& state) { count_one_by_one(state, current_rule()); }
BENCHMARK(current_rule_from_the_middle)->Iterations(200)->Unit(benchmark::kMillisecond);
BENCHMARK(current_rule_one_by_one)->Unit(benchmark::kMillisecond);

void nice_rule_from_the_middle(benchmark::State& state) { compare_with_one_by_one(state, nice_with_population_check()); }
void nice_rule_one_by_one(benchmark::State& state) { count_one_by_one(state, nice_with_population_check()); }
BENCHMARK(nice_rule_from_the_middle)->Iterations(200)->Unit(benchmark::kMillisecond);
BENCHMARK(nice_rule_one_by_one)->Unit(benchmark::kMillisecond);

void union_of_36_from_the_middle(benchmark::State& state) { count_from_the_middle(state, union_of(36)); }
BENCHMARK(union_of_36_from_the_middle)->Unit(benchmark::kMillisecond);

/// How cost grows with the members: N is the number of sets of one half.
void growth_from_the_middle(benchmark::State& state) {
  auto const n = static_cast<std::size_t>(state.range(0));
  count_from_the_middle(state, union_of(n));
  state.SetComplexityN(std::int64_t{1} << (n / 2));
}
BENCHMARK(growth_from_the_middle)->DenseRange(16, 36, 2)->Complexity(benchmark::oN)->Unit(benchmark::kMicrosecond);

/// The same one by one: N is the number of coalitions.
void growth_one_by_one(benchmark::State& state) {
  auto const n = static_cast<std::size_t>(state.range(0));
  count_one_by_one(state, union_of(n));
  state.SetComplexityN(std::int64_t{1} << n);
}
BENCHMARK(growth_one_by_one)->DenseRange(16, 24, 2)->Complexity(benchmark::oN)->Unit(benchmark::kMicrosecond);

}  // namespace
