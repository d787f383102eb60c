// SPDX-License-Identifier: BSL-1.0
// How long do exact probabilities take: of adoption, of being decisive, of a share of the population?
#include <codecision/codecision.hpp>
#include <codecision/simulate/chance.hpp>
#include <codecision/simulate/share_distribution.hpp>

#include <benchmark/benchmark.h>

#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
namespace simulate = codecision::simulate;
using namespace codecision::literals;

namespace {

constexpr auto benelux = "BE NL LU"_members;

cod::electorate council() { return cod::council_on("2024-06-20"_date); }

/// Different for all members.
simulate::probabilities unequal() {
  simulate::probabilities p{council(), 0.5};
  double next = 0.3;
  for (auto const m : council().members()) {
    p = p.with(m, next);
    next += next > 0.63 ? -0.63 : 0.37;
  }
  return p;
}
std::vector<double> listed() {
  std::vector<double> p;
  for (auto const m : council().members()) p.push_back(unequal()[m]);
  return p;
}

void adoption_of_27(benchmark::State& state) {
  power::game const g{cod::rules::qualified_majority(), council()};
  auto const p = listed();
  for (auto _ : state) benchmark::DoNotOptimize(power::winning_probability(g, p));
}
BENCHMARK(adoption_of_27)->Unit(benchmark::kMillisecond);

void adoption_and_all_decisive(benchmark::State& state) {
  power::game const g{cod::rules::qualified_majority(), council()};
  auto const p = listed();
  for (auto _ : state) benchmark::DoNotOptimize(power::chances_at(g, p, {.by = static_cast<power::engine>(state.range(0))}).winning());
}
BENCHMARK(adoption_and_all_decisive)
    ->ArgName("engine")
    ->Arg(static_cast<int>(power::engine::halves))
    ->Arg(static_cast<int>(power::engine::diagram))
    ->Unit(benchmark::kMillisecond);

void chance_of_adoption(benchmark::State& state) {
  auto const p = unequal();
  for (auto _ : state) benchmark::DoNotOptimize(simulate::chance_of_adoption(cod::rules::qualified_majority(), council(), p).adopted());
}
BENCHMARK(chance_of_adoption)->Unit(benchmark::kMillisecond);

void chance_with_a_bloc(benchmark::State& state) {
  auto const p = unequal();
  for (auto _ : state)
    benchmark::DoNotOptimize(
        simulate::chance_of_adoption(cod::rules::qualified_majority(), cod::open_ballot{council()}, p, {{"Benelux", benelux, 0.6}}).adopted());
}
BENCHMARK(chance_with_a_bloc)->Unit(benchmark::kMillisecond);

void share_distribution(benchmark::State& state) {
  auto const p = unequal();
  for (auto _ : state) benchmark::DoNotOptimize(simulate::share_distribution{council(), p}.at_least({65, 100}));
}
BENCHMARK(share_distribution)->Unit(benchmark::kMillisecond);

void percent_bins(benchmark::State& state) {
  simulate::share_distribution const shares{council(), unequal()};
  for (auto _ : state) benchmark::DoNotOptimize(shares.percent_bins());
}
BENCHMARK(percent_bins)->Unit(benchmark::kMillisecond);

}  // namespace
