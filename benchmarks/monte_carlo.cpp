// SPDX-License-Identifier: BSL-1.0
// How many ballots of the Council are drawn and judged in a second? Beside it, in the same run, a plain loop over evaluate.
#include <codecision/codecision.hpp>
#include <codecision/simulate/monte_carlo.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <ctime>
#include <random>
#include <vector>

namespace cod = codecision;
namespace sim = codecision::simulate;

namespace {

auto const council = cod::council_of_year(2024);
auto const rule = cod::rules::qualified_majority();
auto const game = cod::power::open_game(rule, cod::open_ballot{council});
std::vector<double> const chances(27, 0.7);

/// A set of members, each with its probability, as one draws it without much thought.
class plain_draws {
 public:
  cod::member_set operator()() {
    cod::member_set who;
    std::size_t i = 0;
    for (auto const m : council.members())
      if (static_cast<double>(engine_() >> 11u) * 0x1p-53 < chances[i++]) who.insert(m);
    return who;
  }

 private:
  std::mt19937_64 engine_{1};
};

cod::ballot ballot_of(cod::member_set who) { return cod::ballot{council}.in_favour(who).others(cod::vote::against); }

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Seconds a ballot of the plain loop, measured once in this run: the best of five.
double plain_seconds() {
  static double const measured = [] {
    constexpr int ballots = 300'000;
    double best = 1;
    for (int k = 0; k < 5; ++k) {
      plain_draws draw;
      auto const start = cpu_seconds();
      for (int i = 0; i < ballots; ++i) {
        auto outcome = cod::evaluate(rule, ballot_of(draw()));
        benchmark::DoNotOptimize(outcome);
      }
      auto const each = (cpu_seconds() - start) / ballots;
      best = each < best ? each : best;
    }
    return best;
  }();
  return measured;
}

/// Ballots a second, and how many times as many as the plain loop.
void report(benchmark::State& state, std::uint64_t ballots_each_time, double seconds) {
  auto const all = static_cast<double>(ballots_each_time) * static_cast<double>(state.iterations());
  state.counters["ballots_a_second"] = all / seconds;
  state.counters["times_plain_loop"] = plain_seconds() * all / seconds;
}

template <class F>
void measure(benchmark::State& state, std::uint64_t ballots, F f) {
  plain_seconds();  // not while the clock of this one runs
  auto const start = cpu_seconds();
  for (auto _ : state) benchmark::DoNotOptimize(f());
  report(state, ballots, cpu_seconds() - start);
}

/// The yardstick: a ballot drawn member by member, and evaluated with all its findings.
void plain_loop_over_evaluate(benchmark::State& state) {
  plain_draws draw;
  measure(state, 1, [&] { return cod::evaluate(rule, ballot_of(draw())).adopted(); });
}
BENCHMARK(plain_loop_over_evaluate);

/// Only evaluate: the ballot is drawn before. What remains of the yardstick if drawing cost nothing.
void evaluate_alone(benchmark::State& state) {
  plain_draws draw;
  std::vector<cod::ballot> ballots;
  for (int i = 0; i < 1024; ++i) ballots.push_back(ballot_of(draw()));
  std::size_t i = 0;
  measure(state, 1, [&] { return cod::evaluate(rule, ballots[i++ & 1023u]).adopted(); });
}
BENCHMARK(evaluate_alone);

void plain_loop_over_majority_test(benchmark::State& state) {
  cod::majority_test const test{rule, council};
  plain_draws draw;
  measure(state, 1, [&] { return test(draw()); });
}
BENCHMARK(plain_loop_over_majority_test);

/// Everything on one thread: random words, votes, sums, comparisons, counts.
template <class Model>
void simulate(benchmark::State& state, cod::power::simple_game const& g, Model const& model, bool decisive = false) {
  constexpr std::uint64_t draws = 1 << 20;
  sim::winning_test const wins{g};
  std::uint64_t first = 0;
  measure(state, draws, [&] {
    first += draws;
    return sim::count_draws(wins, model, {.decisive = decisive}, first - draws, first).adopted();
  });
}

void monte_carlo_independent(benchmark::State& state) { simulate(state, game, sim::independent_votes{chances}); }
BENCHMARK(monte_carlo_independent);

void monte_carlo_one_factor(benchmark::State& state) { simulate(state, game, sim::one_factor{chances, std::vector<double>(27, 0.5)}); }
BENCHMARK(monte_carlo_one_factor);

void monte_carlo_with_decisive_members(benchmark::State& state) { simulate(state, game, sim::independent_votes{chances}, true); }
BENCHMARK(monte_carlo_with_decisive_members);

/// A Union of 36: two words a draw.
void monte_carlo_of_36(benchmark::State& state) {
  std::vector<std::int64_t> people = game.weights(1);
  for (std::int64_t i = 0; i < 9; ++i) people.push_back(2'000'000 + 4'000'000 * i);
  auto const total = cod::power::detail::sum_of(people);
  cod::power::simple_game const union_of_36{cod::power::named_players{36},
                                            {std::vector<std::int64_t>(36, 1), people},
                                            {{0, 20}, {1, (65 * total + 99) / 100}, {0, 33}},
                                            {3, 4}};
  simulate(state, union_of_36, sim::independent_votes{std::vector<double>(36, 0.7)});
}
BENCHMARK(monte_carlo_of_36);

/// As a program calls it, with everything that is done once, a million ballots.
void monte_carlo_of_a_council(benchmark::State& state) {
  cod::open_ballot const open{council};
  sim::probabilities const p{council, 0.7};
  measure(state, 1'000'000, [&] { return sim::monte_carlo(rule, open, p).adopted(); });
}
BENCHMARK(monte_carlo_of_a_council);

}  // namespace
