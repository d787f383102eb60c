// SPDX-License-Identifier: BSL-1.0
// What does the power of hundreds of players cost? Weights from 1 to 1000 at random, half of their sum plus one decides.
// Beside each figure stands a table as one would write it by hand, in the same run.
#include <codecision/power/big.hpp>
#include <codecision/power/engines/quadrature.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "games.hpp"

namespace power = codecision::power;
using benchmark_games::random_weights;
using power::big::cpp_int;

namespace {

power::effort const any{power::engine::automatic, 1e6, 1e11};

void tell(benchmark::State& state, power::estimate const& cost) {
  state.SetComplexityN(state.range(0));
  state.counters["bytes"] = cost.bytes;
  state.counters["estimated_ms"] = cost.seconds() * 1e3;
}

/// The largest relative error, where exact fractions are not too far to seek.
template <class Value>
void tell_error(benchmark::State& state, power::weighted_game const& game, std::vector<Value> const& values) {
  if (game.size() > 100) return;
  auto const exact = power::big::shapley_shubik(game, any);
  double worst = 0;
  for (std::size_t i = 0; i < game.size(); ++i)
    worst = (std::max)(worst, std::abs(static_cast<double>(values[i] / static_cast<Value>(exact.value(i)) - 1)));
  state.counters["error"] = worst;
}

/// What the machine can do at most: one addition an entry over a table of so many bytes, added to another as large, and no more.
template <class Number>
void add_tables(benchmark::State& state) {
  auto const entries = static_cast<std::size_t>(state.range(0)) / sizeof(Number);
  std::vector<Number> to(entries, Number{1});
  std::vector<Number> const from(entries, Number{3});
  for (auto _ : state) {
    for (std::size_t i = 0; i < entries; ++i) to[i] += from[i];
    benchmark::DoNotOptimize(to.data());
    benchmark::ClobberMemory();
  }
  state.counters["per_ns"] = benchmark::Counter(static_cast<double>(entries) * 1e-9, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(add_tables<std::uint64_t>)->Name("add_tables")->Arg(1 << 14)->Arg(1 << 20)->Arg(11 << 20)->Unit(benchmark::kMillisecond);
BENCHMARK(add_tables<double>)->Name("add_tables_of_doubles")->Arg(1 << 14)->Arg(4 << 20)->Unit(benchmark::kMillisecond);

/// The yardstick for swings: one table of cpp_int, out of which each player is taken with a second one.
void banzhaf_by_hand(benchmark::State& state) {
  auto const game = random_weights(static_cast<std::size_t>(state.range(0)));
  auto const quota = static_cast<std::size_t>(game.quota());
  for (auto _ : state) {
    std::vector<cpp_int> ways(quota), without(quota), swings;
    ways[0] = 1;
    for (auto const w : game.weights())
      for (auto x = quota; x-- > static_cast<std::size_t>(w);) ways[x] += ways[x - static_cast<std::size_t>(w)];
    for (auto const weight : game.weights()) {
      auto const w = static_cast<std::size_t>(weight);
      swings.emplace_back(0);
      for (std::size_t x = 0; x < quota; ++x) {
        without[x] = ways[x];
        if (x >= w) without[x] -= without[x - w];
        if (x + w >= quota) swings.back() += without[x];
      }
    }
    benchmark::DoNotOptimize(swings.data());
  }
}
BENCHMARK(banzhaf_by_hand)->Arg(100)->Unit(benchmark::kMillisecond);

/// Exact swings of all players, in whole numbers as long as they need to be. Targets: 5, 30, 400 ms at 100, 200, 500.
void banzhaf_exact(benchmark::State& state) {
  auto const game = random_weights(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    auto index = power::big::banzhaf(game, any);
    benchmark::DoNotOptimize(index);
  }
  auto const cost = power::detail::swings_cost(game);
  tell(state, cost);
  state.counters["per_ns"] = benchmark::Counter(4 * cost.steps * 1e-9, benchmark::Counter::kIsIterationInvariantRate);  // an addition is a quarter of a step
}
BENCHMARK(banzhaf_exact)->Arg(50)->Arg(100)->Arg(200)->Arg(500)->Unit(benchmark::kMillisecond)
    ->Complexity(benchmark::oNCubed);

/// The yardstick for pivots: a table over sizes and weights in long double, out of which each player is taken. It is not
/// even right: what is left of large counts after a subtraction is rounding, as its `error` shows.
void shapley_shubik_by_hand(benchmark::State& state) {
  auto const game = random_weights(static_cast<std::size_t>(state.range(0)));
  auto const n = game.size();
  auto const quota = static_cast<std::size_t>(game.quota());
  std::vector<long double> values;
  for (auto _ : state) {
    std::vector<std::vector<long double>> ways(n + 1, std::vector<long double>(quota)), without = ways;
    ways[0][0] = 1;
    for (std::size_t i = 0; i < n; ++i) {
      auto const w = static_cast<std::size_t>(game.weights()[i]);
      for (std::size_t s = i + 1; s > 0; --s)
        for (std::size_t x = w; x < quota; ++x) ways[s][x] += ways[s - 1][x - w];
    }
    values.clear();
    for (auto const weight : game.weights()) {
      auto const w = static_cast<std::size_t>(weight);
      values.push_back(0);
      auto share = 1 / static_cast<long double>(n);  // s! (n-1-s)! / n!
      for (std::size_t s = 0; s < n; ++s) {
        long double swings = 0;
        for (std::size_t x = 0; x < quota; ++x) {
          without[s][x] = ways[s][x] - (s > 0 && x >= w ? without[s - 1][x - w] : 0);
          if (x + w >= quota) swings += without[s][x];
        }
        values.back() += swings * share;
        share *= static_cast<long double>(s + 1) / static_cast<long double>(n - 1 - s > 0 ? n - 1 - s : 1);
      }
    }
    benchmark::DoNotOptimize(values.data());
  }
  tell_error(state, game, values);
}
BENCHMARK(shapley_shubik_by_hand)->Arg(100)->Unit(benchmark::kMillisecond)->Iterations(1);

/// All values with a relative error below 1e-12. Targets: 120, 800, 12 000 ms at 100, 200, 500.
void shapley_shubik_by_quadrature(benchmark::State& state) {
  auto const game = random_weights(static_cast<std::size_t>(state.range(0)));
  std::vector<double> values;
  for (auto _ : state) {
    values = power::detail::shapley_by_quadrature(game, any, power::one_after_the_other{});
    benchmark::DoNotOptimize(values.data());
  }
  tell(state, power::detail::quadrature_cost(game.quota(), game.weights()));
  tell_error(state, game, values);
}
BENCHMARK(shapley_shubik_by_quadrature)->Arg(50)->Arg(100)->Arg(200)->Arg(500)->Unit(benchmark::kMillisecond)
    ->Complexity(benchmark::oNCubed);

/// Exact fractions, the check on the quadrature.
void shapley_shubik_exact(benchmark::State& state) {
  auto const game = random_weights(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    auto index = power::big::shapley_shubik(game, any);
    benchmark::DoNotOptimize(index);
  }
  tell(state, power::big::shapley_shubik_cost(game));
}
BENCHMARK(shapley_shubik_exact)->Arg(25)->Arg(50)->Arg(100)->Unit(benchmark::kMillisecond)->Complexity();

/// Winning coalitions by size and member in 64 bits, of up to 64 players.
void count_by_table(benchmark::State& state) {
  auto const game = random_weights(static_cast<std::size_t>(state.range(0))).simple();
  for (auto _ : state) {
    auto counts = power::detail::count_by_table(game);
    benchmark::DoNotOptimize(counts);
  }
  tell(state, power::detail::table_cost(game));
}
BENCHMARK(count_by_table)->Arg(16)->Arg(32)->Arg(64)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oNCubed);

}  // namespace
