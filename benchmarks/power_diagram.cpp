// SPDX-License-Identifier: BSL-1.0
// What does counting by a decision diagram cost, and how many nodes does it need? Where it is possible, enumeration of the
// same game in the same run stands beside it.
#include <codecision/power/engines/diagram.hpp>
#include <codecision/power/engines/enumeration.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "games.hpp"

namespace power = codecision::power;
using benchmark_games::current_rule;
using benchmark_games::current_rule_of;
using benchmark_games::nice_rule;

namespace {

/// Criteria with weights of their own, each with 60 % as its quota. They go together (each weight is one common size, give
/// or take five per cent; few players are large, as among states) or have nothing to do with each other, the hard case.
power::simple_game criteria_of(std::size_t members, std::size_t criteria, std::int64_t heaviest, bool together) {
  std::mt19937 random{2011};
  auto const from_to = [&](std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(to - from + 1));
  };
  std::vector<std::int64_t> common;
  for (std::size_t i = 0; i < members; ++i) {
    auto const size = from_to(1, heaviest);
    common.push_back(1 + size * size / heaviest * size / heaviest);
  }
  std::vector<std::vector<std::int64_t>> weights(criteria);
  std::vector<power::condition> conditions;
  for (std::size_t d = 0; d < criteria; ++d) {
    for (auto const w : common) weights[d].push_back(together ? w * from_to(95, 105) / 100 : from_to(1, heaviest));
    conditions.push_back({d, power::detail::sum_of(weights[d]) * 6 / 10 + 1});
  }
  return {power::named_players{members}, std::move(weights), std::move(conditions), {(std::uint64_t{1} << criteria) - 1}};
}

void count(benchmark::State& state, power::simple_game const& g) {
  for (auto _ : state) {
    auto counts = power::detail::count_by_diagram(g);
    benchmark::DoNotOptimize(counts);
  }
  auto const nodes = power::detail::diagram_builder{g, {}}.build().nodes();
  state.counters["players"] = static_cast<double>(g.size());
  state.counters["nodes"] = static_cast<double>(nodes);
  state.counters["told_in_advance"] = power::detail::diagram_cost(g).steps / power::detail::diagram_limit::steps_a_node;
}

void enumerate(benchmark::State& state, power::simple_game const& g) {
  for (auto _ : state) {
    auto counts = power::detail::count_by_enumeration(g);
    benchmark::DoNotOptimize(counts);
  }
}

auto const current = current_rule().simple();
auto const current_26 = current_rule_of(26);
auto const enlarged = current_rule_of(36);
auto const enlarged_coarse = current_rule_of(36, 100'000);
auto const fifty = current_rule_of(50, 100'000);
auto const sixty_four = current_rule_of(64, 100'000);
auto const nice_27 = nice_rule().simple();
auto const one_of_64 = criteria_of(64, 1, 1000, false);
auto const three_of_24 = criteria_of(24, 3, 1000, false);
auto const three_of_28 = criteria_of(28, 3, 1000, false);
auto const three_light_of_50 = criteria_of(50, 3, 5, false);
auto const three_together_of_50 = criteria_of(50, 3, 1000, true);

BENCHMARK_CAPTURE(count, current_rule_26_persons, current_26)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(enumerate, current_rule_26_persons, current_26)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK_CAPTURE(count, three_unrelated_24_up_to_1000, three_of_24)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(enumerate, three_unrelated_24_up_to_1000, three_of_24)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK_CAPTURE(count, three_unrelated_28_up_to_1000, three_of_28)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count, nice_27_three_criteria, nice_27)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count, current_rule_27_persons, current)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count, current_rule_36_persons, enlarged)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count, current_rule_36_hundred_thousands, enlarged_coarse)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count, current_rule_50_hundred_thousands, fifty)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count, current_rule_64_hundred_thousands, sixty_four)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count, one_weight_64_up_to_1000, one_of_64)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count, three_unrelated_50_up_to_5, three_light_of_50)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count, three_together_50_up_to_1000, three_together_of_50)->Unit(benchmark::kMillisecond);

/// How cost grows with the members, populations in hundred thousands: N is the number of nodes.
void growth_of_diagram(benchmark::State& state) {
  auto const g = current_rule_of(static_cast<std::size_t>(state.range(0)), 100'000);
  count(state, g);
  state.counters["bytes"] = static_cast<double>(power::detail::diagram_builder{g, {}}.build().nodes() * sizeof(power::detail::diagram_node));
  state.SetComplexityN(static_cast<std::int64_t>(state.counters["nodes"]));
}
BENCHMARK(growth_of_diagram)->DenseRange(24, 64, 8)->Complexity(benchmark::oN)->Unit(benchmark::kMillisecond);

}  // namespace
