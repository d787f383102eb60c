// SPDX-License-Identifier: BSL-1.0
// What does counting a vote cost? Each figure stands beside a plain loop over the members in the same run.
#include <codecision/codecision.hpp>

#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>

namespace cod = codecision;
using namespace codecision::literals;

namespace {

auto const council = cod::council_on("2024-06-20"_date);
auto const council_2025 = cod::council_on("2025-11-26"_date);
auto const rule = cod::rules::qualified_majority();

cod::ballot ballot_in(cod::electorate const& who) {
  return cod::ballot{who}.against("CZ NL PL SK"_members).abstaining("IT"_members).others(cod::vote::in_favour);
}

/// The yardstick: one pass over 27 figures in an array, as one would write it by hand.
void plain_loop(benchmark::State& state) {
  std::array<std::int64_t, 27> people{};
  for (std::size_t i = 0; i < people.size(); ++i) people[i] = council.population(static_cast<cod::member_state>(i));
  auto const total = council.population_total();
  auto in_favour = ballot_in(council).side(cod::vote::in_favour).bits();
  for (auto _ : state) {
    benchmark::DoNotOptimize(in_favour);
    std::int64_t sum = 0;
    int members = 0;
    for (std::size_t i = 0; i < people.size(); ++i)
      if ((in_favour >> i & 1) != 0) { sum += people[i]; ++members; }
    auto adopted = (100 * members >= 55 * 27 && 100 * sum >= 65 * total) || 27 - members < 4;
    benchmark::DoNotOptimize(adopted);
  }
}
BENCHMARK(plain_loop);

void bare_verdict_from_tables(benchmark::State& state) {
  cod::majority_test const test{rule, council};
  auto in_favour = ballot_in(council).side(cod::vote::in_favour);
  for (auto _ : state) {
    benchmark::DoNotOptimize(in_favour);
    auto adopted = test(in_favour);
    benchmark::DoNotOptimize(adopted);
  }
}
BENCHMARK(bare_verdict_from_tables);

void bare_verdict_of_a_ballot(benchmark::State& state) {
  auto ballot = ballot_in(council);
  for (auto _ : state) {
    benchmark::DoNotOptimize(ballot);
    auto adopted = cod::majority_attained(rule, ballot);
    benchmark::DoNotOptimize(adopted);
  }
}
BENCHMARK(bare_verdict_of_a_ballot);

void evaluate_with_findings(benchmark::State& state) {
  auto ballot = ballot_in(council);
  for (auto _ : state) {
    benchmark::DoNotOptimize(ballot);
    auto outcome = cod::evaluate(rule, ballot);
    benchmark::DoNotOptimize(outcome);
  }
}
BENCHMARK(evaluate_with_findings);

void certainty_within_rounding(benchmark::State& state) {
  auto outcome = cod::evaluate(rule, ballot_in(council_2025));
  for (auto _ : state) {
    benchmark::DoNotOptimize(outcome);
    auto certain = outcome.certain();
    benchmark::DoNotOptimize(certain);
  }
}
BENCHMARK(certainty_within_rounding);

/// The costly case: nobody is in favour, fifteen members must change, and over four million sets of fifteen would do.
void count_the_smallest_flips(benchmark::State& state) {
  auto const outcome = cod::evaluate(rule, cod::ballot{council}.others(cod::vote::against));
  for (auto _ : state) {
    auto flips = cod::smallest_flips(outcome).count();
    benchmark::DoNotOptimize(flips);
  }
}
BENCHMARK(count_the_smallest_flips);

}  // namespace
