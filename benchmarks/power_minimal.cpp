// SPDX-License-Identifier: BSL-1.0
// What do minimal coalitions, and the indices that rest on them, cost under the current rule? Beside listing them all,
// and beside looking at every coalition of a council of twenty.
#include <codecision/codecision.hpp>
#include <codecision/power/deegan_packel.hpp>
#include <codecision/power/engines/critical_search.hpp>
#include <codecision/power/holler.hpp>
#include <codecision/power/johnston.hpp>
#include <codecision/power/minimal.hpp>
#include <codecision/power/minimum_size.hpp>
#include <codecision/power/public_help.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

namespace {

auto const council = cod::council_on("2024-06-20"_date);
power::game const current{cod::rules::qualified_majority(), council};

/// The yardstick: the first twenty members, every coalition looked at, every member taken out once. A council of 27 has
/// 128 times as many coalitions.
void look_at_all_coalitions_of_twenty(benchmark::State& state) {
  cod::electorate twenty{};
  for (auto const m : council.members())
    if (twenty.size() < 20) twenty = twenty.with(m, council.population(m));
  power::game const g{cod::rules::qualified_majority(), twenty};
  for (auto _ : state) {
    std::uint64_t minimal = 0, vulnerable = 0;
    power::detail::each_coalition(g, [&](power::coalition who, bool wins) {
      if (!wins) return;
      int critical = 0;
      power::detail::each_bit(who.bits(), [&](std::size_t i) {
        auto without = who;
        without.erase(i);
        critical += !g.wins(without);
      });
      minimal += critical == who.size();
      vulnerable += critical > 0;
    });
    benchmark::DoNotOptimize(minimal);
    benchmark::DoNotOptimize(vulnerable);
  }
}
BENCHMARK(look_at_all_coalitions_of_twenty)->Unit(benchmark::kMillisecond);

/// The other yardstick: all 4 367 857 minimal winning coalitions, one after the other.
void list_the_minimal_coalitions(benchmark::State& state) {
  auto const range = power::minimal_winning(current);
  std::uint64_t listed = 0;
  for (auto _ : state) {
    listed = 0;
    for (auto const who : range) listed += !who.empty();
    benchmark::DoNotOptimize(listed);
  }
  state.counters["coalitions"] = static_cast<double>(listed);
}
BENCHMARK(list_the_minimal_coalitions)->Unit(benchmark::kMillisecond);

void count_critical_members_by_search(benchmark::State& state) {
  for (auto _ : state) {
    auto counts = power::count_critical(current, {.by = power::engine::search});
    benchmark::DoNotOptimize(counts);
  }
}
BENCHMARK(count_critical_members_by_search)->Unit(benchmark::kMillisecond);

void count_the_minimal_coalitions(benchmark::State& state) {
  for (auto _ : state) {
    auto counts = power::count_minimal(current);
    benchmark::DoNotOptimize(counts);
  }
}
BENCHMARK(count_the_minimal_coalitions)->Unit(benchmark::kMillisecond);

template <class Ask>
void time_index(benchmark::State& state, Ask ask) {
  for (auto _ : state) {
    auto index = ask(current);
    benchmark::DoNotOptimize(index);
  }
}
BENCHMARK_CAPTURE(time_index, deegan_packel, [](auto const& g) { return power::deegan_packel(g); })->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(time_index, holler, [](auto const& g) { return power::holler(g); })->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(time_index, johnston, [](auto const& g) { return power::johnston(g); })->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(time_index, public_help, [](auto const& g) { return power::public_help(g); })->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(time_index, minimum_size, [](auto const& g) { return power::minimum_size(g); })->Unit(benchmark::kMillisecond);

/// All five, each asked for by itself, so that minimal coalitions are counted twice.
void all_five_indices(benchmark::State& state) {
  for (auto _ : state) {
    auto a = power::deegan_packel(current);
    auto b = power::holler(current);
    auto c = power::johnston(current);
    auto d = power::public_help(current);
    auto e = power::minimum_size(current);
    benchmark::DoNotOptimize(a);
    benchmark::DoNotOptimize(b);
    benchmark::DoNotOptimize(c);
    benchmark::DoNotOptimize(d);
    benchmark::DoNotOptimize(e);
  }
}
BENCHMARK(all_five_indices)->Unit(benchmark::kMillisecond);

void shift_minimal_coalitions(benchmark::State& state) {
  std::uint64_t listed = 0;
  for (auto _ : state) benchmark::DoNotOptimize(listed = power::shift_minimal_winning(current).count());
  state.counters["coalitions"] = static_cast<double>(listed);
}
BENCHMARK(shift_minimal_coalitions)->Unit(benchmark::kMillisecond);

/// Weighted games of many players: weights up to 1000, half the weight and one more as quota.
power::weighted_game many_players(std::size_t n) {
  std::vector<std::int64_t> weights;
  std::int64_t total = 0;
  std::uint32_t dice = 1;
  for (std::size_t i = 0; i < n; ++i) {
    dice = dice * 1664525u + 1013904223u;
    total += weights.emplace_back(1 + dice % 65536 * 1000 / 65536);
  }
  return {total / 2 + 1, weights};
}
void holler_of_many(benchmark::State& state) {
  auto const g = many_players(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    auto index = power::holler(g);
    benchmark::DoNotOptimize(index);
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(holler_of_many)->Arg(100)->Arg(200)->Arg(500)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oNSquared);

void deegan_packel_of_many(benchmark::State& state) {
  auto const g = many_players(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    auto index = power::deegan_packel(g);
    benchmark::DoNotOptimize(index);
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(deegan_packel_of_many)->Arg(50)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oNCubed);

}  // namespace
