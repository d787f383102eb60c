// SPDX-License-Identifier: BSL-1.0
// Jobs on several threads: each is run once, and the first exception in the order of the jobs comes out.
#include "power/small_games.hpp"
#include "support/catch.hpp"

#include <codecision/power/coalition_count.hpp>
#include <codecision/power/shapley_shubik.hpp>
#include <codecision/power/threads.hpp>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace power = codecision::power;

TEST_CASE("each job is run once, with any number of threads and of jobs", "[power][threads]") {
  for (unsigned const number : {0u, 1u, 2u, 3u, 8u})
    for (std::size_t const jobs : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{1000}}) {
      std::vector<int> times(jobs);
      power::threads{number}(jobs, [&](std::size_t j) { ++times[j]; });
      CHECK(times == std::vector<int>(jobs, 1));
    }
}

TEST_CASE("the machine runs at least one thread", "[power][threads]") { CHECK(power::threads::all().number >= 1); }

TEST_CASE("jobs run at the same time on two threads", "[power][threads]") {
  std::atomic<int> arrived{0};
  power::threads{2}(2, [&](std::size_t) {
    ++arrived;
    while (arrived < 2) std::this_thread::yield();  // each waits for the other: one thread alone would never come back
  });
  CHECK(arrived == 2);
}

TEST_CASE("the exception of the first job that fails comes out, whichever fails first in time", "[power][threads]") {
  for (int round = 0; round < 200; ++round) {
    std::atomic<std::size_t> begun{0};
    auto const jobs = [&](std::size_t j) {
      ++begun;
      if (j == 5)
        for (int k = 0; k < 50; ++k) std::this_thread::yield();  // so that job 6 and others can fail before it
      if (j >= 5) throw std::runtime_error{"job " + std::to_string(j)};
    };
    CHECK_THROWS_WITH((power::threads{4}(1000, jobs)), "job 5");
    CHECK(begun < 1000);  // no job is begun once one has failed
  }
}

TEST_CASE("one thread reports the same", "[power][threads]") {
  std::size_t last = 0;
  auto const jobs = [&](std::size_t j) {
    last = j;
    if (j == 3) throw std::runtime_error{"three"};
  };
  CHECK_THROWS_WITH(power::threads{1}(10, jobs), "three");
  CHECK(last == 3);
}

TEST_CASE("memory is counted for all threads together: what one may use, eight may not", "[power][threads]") {
  std::vector<std::int64_t> weights;
  for (std::int64_t w = 1; w <= 100; ++w) weights.push_back(w);
  power::weighted_game const g{2526, weights};
  auto const one = power::detail::quadrature_cost(g.quota(), g.weights()).bytes;
  power::effort const enough_for_two{power::engine::quadrature, 60, 2 * one};
  CHECK_NOTHROW(power::shapley_shubik(g, enough_for_two));
  CHECK_NOTHROW(power::shapley_shubik(g, enough_for_two, power::threads{2}));
  CHECK_THROWS_WITH(power::shapley_shubik(g, enough_for_two, power::threads{8}), codecision::test::contains("COD-P703"));
}

TEST_CASE("counting with threads gives the same numbers", "[power][threads]") {
  for (auto const& g : {codecision::test::fifteen(), codecision::test::today()}) {
    auto const alone = power::count_coalitions(g);
    auto const together = power::count_coalitions(g, {}, power::threads{3});
    CHECK(alone.winning == together.winning);
    CHECK(alone.winning_with == together.winning_with);
  }
}
