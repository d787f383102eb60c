// SPDX-License-Identifier: BSL-1.0
// What does counting by a decision diagram cost, and how many nodes does it need? Where it is possible, enumeration of the
// same game in the same run stands beside it.
#include <codecision/codecision.hpp>
#include <codecision/power/engines/diagram.hpp>
#include <codecision/power/engines/enumeration.hpp>
#include <codecision/power/game.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

namespace {

power::simple_game current_rule() { return power::game{cod::rules::qualified_majority(), cod::council_on("2024-06-20"_date)}.simple(); }

/// The current rule for some members of today and others who join, all with populations rounded to a unit of persons.
power::simple_game current_rule_of(std::size_t members, std::int64_t unit) {
  // Round figures for nine candidates; whoever comes after them is made up.
  std::vector<std::int64_t> joining{85'000'000, 38'000'000, 6'600'000, 3'700'000, 3'300'000, 2'700'000, 2'400'000, 1'800'000, 600'000};
  std::mt19937 random{36};
  while (joining.size() < members) joining.push_back(500'000 + static_cast<std::int64_t>(random() % 20'000'000));
  auto const council = cod::council_on("2024-06-20"_date);
  std::vector<std::int64_t> people;
  for (auto const m : council.members())
    if (people.size() < members) people.push_back(council.population(m));
  for (std::size_t k = 0; people.size() < members; ++k) people.push_back(joining[k]);
  for (auto& p : people) p = (p + unit / 2) / unit;
  auto const n = static_cast<std::int64_t>(members);
  auto const total = power::detail::sum_of(people);
  return {power::named_players{members}, {std::vector<std::int64_t>(members, 1), people},
          {{0, (55 * n + 99) / 100}, {1, (65 * total + 99) / 100}, {0, n - 3}}, {3, 4}};
}

power::simple_game nice() { return power::game{cod::rules::weighted(cod::regime::twenty_seven_nice), cod::council_on("2012-01-01"_date)}.simple(); }

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

auto const current = current_rule();
auto const current_26 = current_rule_of(26, 1);
auto const enlarged = current_rule_of(36, 1);
auto const enlarged_coarse = current_rule_of(36, 100'000);
auto const fifty = current_rule_of(50, 100'000);
auto const sixty_four = current_rule_of(64, 100'000);
auto const nice_27 = nice();
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

}  // namespace
