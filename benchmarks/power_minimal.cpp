// SPDX-License-Identifier: BSL-1.0
// What do minimal coalitions, and the indices that rest on them, cost under the current rule? Beside listing them all,
// and beside looking at every coalition of a council of twenty.
#include <codecision/power.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <tuple>
#include <vector>

#include "games.hpp"

namespace cod = codecision;
namespace power = codecision::power;
using benchmark_games::current_rule_of;
using benchmark_games::random_weights;
using namespace codecision::literals;

namespace {

auto const council = cod::council_on("2024-06-20"_date);
auto const current = benchmark_games::current_rule();

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

/// Every index of the library: those from counts share one count, the others count for themselves. Tijs is left out: it is
/// not defined for a game without a veto.
void every_index(benchmark::State& state) {
  std::vector<power::bloc> const unions{{"Benelux", "BE LU NL"_members}, {"Visegrad", "CZ HU PL SK"_members}, {"axis", "DE FR"_members}};
  for (auto _ : state) {
    auto const counts = power::count_coalitions(current);
    auto results = std::make_tuple(
        power::banzhaf(current, counts), power::shapley_shubik(current, counts), power::coleman_power_to_act(current, counts),
        power::coleman_power_to_initiate(current, counts), power::coleman_power_to_prevent(current, counts), power::rae(current, counts),
        power::inclusiveness(current, counts), power::nevison(current, counts),
        power::deegan_packel(current), power::holler(current), power::public_help(current), power::johnston(current),
        power::minimum_size(current), power::owen(current, unions), power::banzhaf_owen(current, unions));
    benchmark::DoNotOptimize(results);
  }
}
BENCHMARK(every_index)->Unit(benchmark::kMillisecond);

/// How cost grows with the members under the current rule: N is the number of sets of one half.
void growth_of_minimal(benchmark::State& state) {
  auto const n = static_cast<std::size_t>(state.range(0));
  auto const g = current_rule_of(n);
  for (auto _ : state) {
    auto counts = power::count_minimal(g);
    benchmark::DoNotOptimize(counts);
  }
  state.SetComplexityN(std::int64_t{1} << (n / 2));
}
BENCHMARK(growth_of_minimal)->DenseRange(16, 36, 4)->Complexity(benchmark::oN)->Unit(benchmark::kMillisecond);

void shift_minimal_coalitions(benchmark::State& state) {
  std::uint64_t listed = 0;
  for (auto _ : state) benchmark::DoNotOptimize(listed = power::shift_minimal_winning(current).count());
  state.counters["coalitions"] = static_cast<double>(listed);
}
BENCHMARK(shift_minimal_coalitions)->Unit(benchmark::kMillisecond);

void holler_of_many(benchmark::State& state) {
  auto const g = random_weights(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    auto index = power::holler(g);
    benchmark::DoNotOptimize(index);
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(holler_of_many)->Arg(100)->Arg(200)->Arg(500)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oNSquared);

void deegan_packel_of_many(benchmark::State& state) {
  auto const g = random_weights(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    auto index = power::deegan_packel(g);
    benchmark::DoNotOptimize(index);
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(deegan_packel_of_many)->Arg(50)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oNCubed);

}  // namespace
