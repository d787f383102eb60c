// SPDX-License-Identifier: BSL-1.0
// Are counts of any length right, where no 64 bits can hold them?
#include <codecision/power/big.hpp>

#include <codecision/power/threads.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using namespace codecision;
using power::weighted_game;
using power::big::cpp_int;
using power::big::cpp_rational;
using weight_list = std::vector<std::int64_t>;

namespace {

std::int64_t sum(weight_list const& w) { return power::detail::sum_of(w); }

weight_list random_weights(std::size_t n, unsigned most, unsigned seed) {
  std::mt19937 dice{seed};
  weight_list w(n);
  for (auto& x : w) x = static_cast<std::int64_t>(dice() % (most + 1));
  return w;
}

cpp_int choose(unsigned n, unsigned k) {
  cpp_int ways = 1;
  for (unsigned i = 1; i <= k; ++i) ways = ways * (n - k + i) / i;
  return ways;
}

/// The swings of one player as somebody would count them by hand: a table of all others, up to the whole sum.
cpp_int swings_by_hand(std::int64_t quota, weight_list const& w, std::size_t player) {
  std::vector<cpp_int> ways(static_cast<std::size_t>(sum(w)) + 1);
  ways[0] = 1;
  for (std::size_t i = 0; i < w.size(); ++i) {
    if (i == player) continue;
    auto const step = static_cast<std::size_t>(w[i]);
    for (auto x = ways.size(); x-- > step;) ways[x] += cpp_int{ways[x - step]};
  }
  cpp_int swings = 0;
  for (auto x = (std::max)(quota - w[player], std::int64_t{0}); x < quota; ++x) swings += ways[static_cast<std::size_t>(x)];
  return swings;
}

}  // namespace

TEST_CASE("counts of any length are those in 64 bits where these suffice") {
  weighted_game const six{12, {4, 4, 4, 2, 2, 1}, {"BE", "FR", "DE", "IT", "NL", "LU"}};
  auto const index = power::big::banzhaf(six);
  CHECK(index.swings("BE") == 10);
  CHECK(index.swings("NL") == 6);
  CHECK(index.swings(5) == 0);
  CHECK(index.swings() == 42);
  CHECK(index.winning_coalitions() == 14);
  CHECK(index.normalised("FR") == 5.0 / 21);
  CHECK(index.absolute("IT") == 6.0 / 32);
  CHECK_THROWS_WITH(index.swings("UK"), test::contains("COD-P705"));
}

TEST_CASE("swings of 65 to 130 players are those of a table for each player, written by hand") {
  for (std::size_t const n : {65u, 66u, 96u, 97u, 130u}) {
    auto const w = random_weights(n, 30, static_cast<unsigned>(n));
    for (auto const quota : {sum(w) / 2 + 1, sum(w) * 3 / 4, sum(w) / 5, std::int64_t{1}}) {
      auto const index = power::big::banzhaf({power::allow_improper, quota, w});
      INFO(n << " players, quota " << quota);
      for (std::size_t i = 0; i < n; i += 13) CHECK(index.swings(i) == swings_by_hand(quota, w, i));
    }
  }
}

TEST_CASE("among equals swings and winning coalitions are binomial coefficients, with a digit or thirty") {
  for (unsigned const n : {1u, 2u, 63u, 64u, 65u, 95u, 96u, 97u, 300u, 1441u}) {
    auto const quota = n / 2 + 1;
    auto const index = power::big::banzhaf({std::int64_t{7} * quota, weight_list(n, 7)});
    cpp_int winning = 0;
    for (auto s = quota; s <= n; ++s) winning += choose(n, s);
    CHECK(index.winning_coalitions() == winning);
    CHECK(index.swings(n - 1) == choose(n - 1, quota - 1));
    CHECK(index.swings() == n * choose(n - 1, quota - 1));
    CHECK(index.normalised(0) == 1.0 / n);
  }
}

TEST_CASE("whoever has no votes doubles all counts") {
  auto w = random_weights(90, 50, 8);
  w.erase(std::remove(w.begin(), w.end(), 0), w.end());
  auto const quota = sum(w) / 2 + 1;
  auto const before = power::big::banzhaf({quota, w});
  w.insert(w.begin(), 3, 0);
  auto const after = power::big::banzhaf({quota, w});
  CHECK(after.swings(0) == 0);
  CHECK(after.swings(3) == 8 * before.swings(0));
  CHECK(after.winning_coalitions() == 8 * before.winning_coalitions());
}

TEST_CASE("the dual game has the same swings, the winning coalitions of both are all there are, and units do not matter") {
  auto w = random_weights(150, 400, 12);
  auto const quota = sum(w) * 7 / 10;
  auto const index = power::big::banzhaf({quota, w});
  auto const dual = power::big::banzhaf({power::allow_improper, sum(w) - quota + 1, w});
  for (std::size_t i = 0; i < w.size(); ++i) REQUIRE(index.swings(i) == dual.swings(i));
  CHECK(index.winning_coalitions() + dual.winning_coalitions() == cpp_int{1} << 150);
  for (auto& x : w) x *= 10'007;
  CHECK(power::big::banzhaf({quota * 10'007 - 10'006, w}).swings() == index.swings());
}

TEST_CASE("several threads count the same") {
  auto const w = random_weights(200, 100, 21);
  weighted_game const game{sum(w) / 2 + 1, w};
  auto const one = power::big::banzhaf(game), three = power::big::banzhaf(game, {}, power::threads{3});
  for (std::size_t i = 0; i < w.size(); ++i) REQUIRE(one.swings(i) == three.swings(i));
}

TEST_CASE("absolute and normalised values are the doubles nearest to the fractions") {
  using power::big::detail::quotient;
  CHECK(quotient(0, 3) == 0);
  CHECK(quotient(1, 3) == 1.0 / 3);
  CHECK(quotient(2, 3) == 2.0 / 3);
  CHECK(quotient((cpp_int{1} << 53) + 1, 1) == 9007199254740992.0);                      // halfway: to the even one
  CHECK(quotient(((cpp_int{1} << 53) + 1) * 3 + 1, 3) == 9007199254740994.0);            // a third above halfway
  CHECK(quotient((((cpp_int{1} << 53) + 1) << 200) + 1, cpp_int{1} << 200) == 9007199254740994.0);
  CHECK(quotient(1, cpp_int{1} << 900) == std::ldexp(1.0, -900));
  std::mt19937 dice{5};
  for (int round = 0; round < 200; ++round) {
    auto const a = static_cast<double>(1 + dice()), b = static_cast<double>(1 + dice());
    CHECK(quotient(cpp_int{a} * choose(300, 150), cpp_int{b} * choose(300, 150)) == a / b);
  }
}

TEST_CASE("the fractions of Shapley and Shubik: 421/2145 and 4/2145 in the Security Council") {
  auto const index = power::big::shapley_shubik({39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}});
  CHECK(index.exact(0) == cpp_rational(421, 2145));
  CHECK(index.exact(14) == cpp_rational(4, 2145));
  CHECK(index.value(14) == 4.0 / 2145);
}

TEST_CASE("the fractions are the shares of orders in which a player is the pivot") {
  std::mt19937 dice{31};
  for (int round = 0; round < 40; ++round) {
    weight_list w(1 + dice() % 7);
    for (auto& x : w) x = static_cast<std::int64_t>(dice() % 6);
    if (sum(w) == 0) w[0] = 1;
    auto const quota = static_cast<std::int64_t>(1 + dice() % static_cast<unsigned>(sum(w)));
    std::vector<std::size_t> order(w.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<int> pivots(w.size());
    int orders = 0;
    do {
      std::int64_t together = 0;
      ++pivots[*std::find_if(order.begin(), order.end(), [&](std::size_t i) { return (together += w[i]) >= quota; })];
      ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    auto const index = power::big::shapley_shubik({power::allow_improper, quota, w});
    for (std::size_t i = 0; i < w.size(); ++i) CHECK(index.exact(i) == cpp_rational(pivots[i], orders));
  }
}

TEST_CASE("the fractions of 100 players add up to one, and equal players have equal ones") {
  auto const w = random_weights(100, 60, 77);
  auto const index = power::big::shapley_shubik({sum(w) * 2 / 3, w});
  cpp_rational together = 0;
  for (std::size_t i = 0; i < w.size(); ++i) {
    together += index.exact(i);
    if (i > 0 && w[i] == w[i - 1]) CHECK(index.exact(i) == index.exact(i - 1));
    if (w[i] == 0) CHECK(index.exact(i) == 0);
  }
  CHECK(together == 1);
  auto const dual = power::big::shapley_shubik({power::allow_improper, sum(w) - sum(w) * 2 / 3 + 1, w});
  for (std::size_t i = 0; i < w.size(); ++i) CHECK(index.exact(i) == dual.exact(i));
}

TEST_CASE("what would cost too much is refused with the estimate") {
  auto const w = random_weights(10'000, 100'000, 6);
  weighted_game const game{sum(w) / 2 + 1, w};
  CHECK_THROWS_WITH(power::big::banzhaf(game), test::contains("COD-P703") && test::contains("table over weights would take about"));
  weighted_game const smaller{sum(random_weights(900, 1000, 6)) / 2 + 1, random_weights(900, 1000, 6)};
  CHECK_THROWS_WITH(power::big::shapley_shubik(smaller),
                    test::contains("COD-P703") && test::contains("quadrature errs by less than 1e-12"));
}
