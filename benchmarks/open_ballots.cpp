// SPDX-License-Identifier: BSL-1.0
// How long does it take to say what can be said of a vote while some, or all, of 27 votes are open?
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/power/completions.hpp>
#include <codecision/vote/majority_test.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>

namespace cod = codecision;
using namespace codecision::literals;

namespace {

constexpr auto qualified = cod::rules::qualified_majority();
auto const council = cod::council_on("2024-06-20"_date);

/// The n most populous members are open, every second one of the others is in favour.
cod::open_ballot most_populous_open(std::int64_t n) {
  cod::open_ballot b{council};
  bool in_favour = true;
  for (auto const m : cod::detail::by_population_of(council, council.members())) {
    if (n-- > 0) continue;
    b = in_favour ? b.in_favour(m) : b.against(m);
    in_favour = !in_favour;
  }
  return b;
}

void assessed(benchmark::State& state) {
  auto const b = most_populous_open(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(cod::assess(qualified, b));
}
BENCHMARK(assessed)->Arg(9)->Arg(18)->Arg(27);

void assessed_and_counted(benchmark::State& state) {
  auto const b = most_populous_open(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(cod::assess(qualified, b).completions());
}
BENCHMARK(assessed_and_counted)->Arg(9)->Arg(18)->Arg(27)->Unit(benchmark::kMicrosecond);

void smallest_sets_counted(benchmark::State& state) {
  auto const a = cod::assess(qualified, most_populous_open(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(a.securing_adoption().count() + a.securing_a_block().count());
}
BENCHMARK(smallest_sets_counted)->Arg(9)->Arg(18)->Arg(27)->Unit(benchmark::kMicrosecond);

/// The same count by looking at each of the ways: what `completions` replaces.
void every_way_looked_at(benchmark::State& state) {
  auto const b = most_populous_open(state.range(0));
  cod::majority_test const attained{qualified, council};
  auto const open = b.open().bits();
  auto const known = b.side(cod::vote::in_favour).bits();
  for (auto _ : state) {
    std::uint64_t adopting = 0;
    for (auto ways = open;; ways = (ways - 1) & open) {
      adopting += attained(cod::member_set::from_bits(known | ways)) ? 1u : 0u;
      if (ways == 0) break;
    }
    benchmark::DoNotOptimize(adopting);
  }
}
BENCHMARK(every_way_looked_at)->Arg(9)->Arg(18)->Arg(27)->Unit(benchmark::kMicrosecond);

void dossier_replayed(benchmark::State& state) {
  auto const d = cod::csa_regulation();
  for (auto _ : state) benchmark::DoNotOptimize(cod::replay(d));
}
BENCHMARK(dossier_replayed)->Unit(benchmark::kMicrosecond);

}  // namespace
