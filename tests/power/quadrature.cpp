// SPDX-License-Identifier: BSL-1.0
// Does the quadrature keep its promise: exact zeros, and otherwise a relative error below 1e-12 for every player?
#include <codecision/power/engines/quadrature.hpp>

#include <codecision/power/big.hpp>
#include <codecision/power/threads.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <vector>

using namespace codecision;
using power::one_after_the_other;
using power::weighted_game;
using weight_list = std::vector<std::int64_t>;

namespace {

constexpr double promised = 1e-12;
power::effort const plenty{power::engine::automatic, 1e9, 1e12};

std::int64_t sum(weight_list const& w) { return power::detail::sum_of(w); }
std::vector<double> quadrature(std::int64_t quota, weight_list const& w) {
  return power::detail::shapley_by_quadrature(quota, w, one_after_the_other{});
}

/// The largest relative error; players who have exactly nothing must get exactly nothing.
double worst_error(std::int64_t quota, weight_list const& w) {
  auto const found = quadrature(quota, w);
  auto const exact = power::big::shapley_shubik({power::allow_improper, quota, w}, plenty);
  double worst = 0;
  for (std::size_t i = 0; i < w.size(); ++i) {
    auto const value = exact.value(i);
    if (value == 0) CHECK(found[i] == 0);
    else worst = (std::max)(worst, std::abs(found[i] / value - 1));
  }
  return worst;
}

/// Weights of a shape: player i of n.
std::int64_t weight_of(int shape, std::size_t i, std::mt19937& dice) {
  auto const upto = [&](unsigned most) { return static_cast<std::int64_t>(1 + dice() % most); };
  switch (shape) {
    case 0: return upto(1000);
    case 1: return i % 5 == 0 ? 5000 + upto(2000) : upto(4) - 1;  // a few large ones, tiny ones and some without votes
    case 2: return i % 2 == 0 ? 1000 : 1;
    case 3: return i < 12 ? std::int64_t{1} << i : upto(3);
    case 4: return 1;
    case 5: return i == 0 ? 20'000 : upto(300);  // sometimes a dictator
    default: return static_cast<std::int64_t>(i * i) + upto(2) - 1;
  }
}

/// The index as it is defined: the pivots of all n! orders.
std::vector<double> by_walking_through_all_orders(std::int64_t quota, weight_list const& w) {
  std::vector<std::size_t> order(w.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> pivots(w.size());
  double orders = 0;
  do {
    std::int64_t together = 0;
    auto const pivot = std::find_if(order.begin(), order.end(), [&](std::size_t i) { return (together += w[i]) >= quota; });
    ++pivots[*pivot];
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (auto& p : pivots) p /= orders;
  return pivots;
}

}  // namespace

TEST_CASE("the values are the shares of orders in which a player is the pivot") {
  std::mt19937 dice{3};
  for (int round = 0; round < 60; ++round) {
    weight_list w(1 + dice() % 7);
    for (auto& x : w) x = static_cast<std::int64_t>(dice() % 9);
    if (sum(w) == 0) w[0] = 2;
    auto const quota = static_cast<std::int64_t>(1 + dice() % static_cast<unsigned>(sum(w)));
    auto const found = quadrature(quota, w), walked = by_walking_through_all_orders(quota, w);
    for (std::size_t i = 0; i < w.size(); ++i) {
      INFO("player " << i << " of " << w.size() << ", round " << round);
      if (walked[i] == 0) CHECK(found[i] == 0);
      else CHECK(std::abs(found[i] / walked[i] - 1) < promised);
    }
  }
}

TEST_CASE("a permanent member of the Security Council has 421/2145, an elected one 4/2145") {
  auto const found = quadrature(39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
  CHECK(std::abs(found[0] / (421.0 / 2145) - 1) < promised);
  CHECK(std::abs(found[14] / (4.0 / 2145) - 1) < promised);
}

TEST_CASE("against exact fractions up to 60 players, the error stays below 1e-12 for every shape of weights and every quota") {
  std::mt19937 dice{20};
  for (int round = 0; round < 140; ++round) {
    auto const shape = round % 7;
    weight_list w(round < 7 ? 60 : 2 + dice() % 59);
    for (std::size_t i = 0; i < w.size(); ++i) w[i] = weight_of(shape, i, dice);
    constexpr double shares[] = {0.5, 2.0 / 3, 0.9, 0.1, 0.99};
    auto const quota = (std::min)(sum(w), static_cast<std::int64_t>(static_cast<double>(sum(w)) * shares[round / 7 % 5]) + 1);
    INFO("shape " << shape << ", " << w.size() << " players, quota " << quota << " of " << sum(w));
    CHECK(worst_error(quota, w) < promised);
  }
}

TEST_CASE("where removing a small player from the table would cancel, tables without it are built") {
  weight_list w(80, 1);  // a small one decides only when 20 of 40 large ones and all other small ones agree
  std::fill(w.begin(), w.begin() + 40, 1000);
  CHECK(worst_error(20'040, w) < promised);
  w.back() = 3;
  w[78] = 2;
  CHECK(worst_error(20'043, w) < promised);
}

TEST_CASE("whoever has no votes, or never decides, has exactly nothing, and a dictator has everything") {
  weight_list w{5000};
  std::mt19937 dice{9};
  for (int i = 0; i < 150; ++i) w.push_back(static_cast<std::int64_t>(dice() % 60));
  REQUIRE(sum(w) < 10'000);
  auto const found = quadrature(5000, w);
  CHECK(std::abs(found[0] - 1) < promised);
  CHECK(std::count(found.begin() + 1, found.end(), 0.0) == 150);
}

TEST_CASE("the values of 150 players add up to one, are equal for equal players, and larger for larger ones") {
  std::mt19937 dice{1};
  weight_list w(150);
  for (auto& x : w) x = static_cast<std::int64_t>(dice() % 200);
  for (double const share : {0.5, 0.7}) {
    auto const found = quadrature(static_cast<std::int64_t>(static_cast<double>(sum(w)) * share) + 1, w);
    CHECK(std::abs(std::accumulate(found.begin(), found.end(), 0.0) - 1) < 1e-13);
    for (std::size_t i = 1; i < w.size(); ++i) {
      if (w[i] == w[i - 1]) CHECK(found[i] == found[i - 1]);
      if (w[i] > w[i - 1]) CHECK(found[i] > found[i - 1]);
    }
  }
}

TEST_CASE("the unit of the weights does not matter, and the dual game has the same values") {
  std::mt19937 dice{2};
  for (int round = 0; round < 10; ++round) {
    weight_list w(30);
    for (auto& x : w) x = static_cast<std::int64_t>(dice() % 500);
    auto const quota = static_cast<std::int64_t>(1 + dice() % static_cast<unsigned>(sum(w)));
    auto const found = quadrature(quota, w), dual = quadrature(sum(w) - quota + 1, w);
    for (std::size_t i = 0; i < w.size(); ++i) CHECK(found[i] == test::approx(dual[i]).epsilon(promised).margin(0));
    for (auto& x : w) x *= 1'000'000'007;
    CHECK(quadrature(quota * 1'000'000'007 - 5, w) == found);
  }
}

TEST_CASE("the bytes of the values do not depend on threads or on the order of the jobs") {
  std::mt19937 dice{4};
  weight_list w(90, 1);  // some of which are removed with doubt: both passes run as jobs
  for (std::size_t i = 0; i < 40; ++i) w[i] = 1000;
  for (std::size_t i = 40; i < 50; ++i) w[i] = static_cast<std::int64_t>(1 + dice() % 100);
  auto const quota = sum(w) / 2 + 1;
  auto const backwards = [](std::size_t jobs, auto f) {
    while (jobs-- > 0) f(jobs);
  };
  auto const found = quadrature(quota, w);
  CHECK(power::detail::shapley_by_quadrature(quota, w, backwards) == found);
  CHECK(power::detail::shapley_by_quadrature(quota, w, power::threads{3}) == found);
}

TEST_CASE("the nodes integrate polynomials exactly up to twice their number") {
  for (std::size_t const n : {1u, 2u, 3u, 10u, 51u, 250u}) {
    auto const nodes = power::detail::nodes_up_to_half(n);
    for (std::size_t power : {std::size_t{0}, std::size_t{1}, n, 2 * n - 1}) {
      long double integral = 0;
      for (auto const& node : nodes)
        for (auto const p : {static_cast<long double>(node.p), 1 - static_cast<long double>(node.p)})
          integral += node.weight * std::pow(p, power);
      INFO(n << " nodes, power " << power);
      CHECK(std::abs(static_cast<double>(integral * (static_cast<long double>(power) + 1)) - 1) < 1e-13);
    }
  }
}

TEST_CASE("ten thousand players with large weights are refused with the estimate") {
  weighted_game const game{25'000'001, weight_list(10'000, 5000)};
  CHECK_NOTHROW(power::detail::quadrature_cost(game.quota(), game.weights()));
  weight_list w(10'000, 5000);
  w[0] = 4999;  // no common divisor any more
  CHECK_THROWS_WITH(power::detail::shapley_by_quadrature(weighted_game{25'000'001, w}, {}, one_after_the_other{}),
                    test::contains("COD-P703") && test::contains("quadrature would take about") && test::contains("seconds"));
}

TEST_CASE("games of up to 46 players are left to engines that give fractions, while they are affordable") {
  weighted_game const small{12, {4, 4, 4, 2, 2, 1}}, large{24, weight_list(47, 1)};
  auto const cheap = [] { return power::estimate{power::engine::halves, 1, 1}; };
  auto const costly = [] { return power::estimate{power::engine::halves, 1e15, 1}; };
  CHECK_FALSE(power::detail::prefers_quadrature(small, {}, cheap));
  CHECK(power::detail::prefers_quadrature(small, {}, costly));
  CHECK(power::detail::prefers_quadrature(large, {}, cheap));
  CHECK(power::detail::prefers_quadrature(small, {power::engine::quadrature}, cheap));
  CHECK_FALSE(power::detail::prefers_quadrature(large, {power::engine::halves}, cheap));
}
