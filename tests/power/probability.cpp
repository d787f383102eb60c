// SPDX-License-Identifier: BSL-1.0
// The multilinear extension: closed forms, published games, and the sum over all coalitions.
#include <codecision/power.hpp>
#include <codecision/power/probability.hpp>

#include "power/small_games.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <random>

namespace cod = codecision;
namespace power = codecision::power;
namespace test = codecision::test;
using namespace codecision::literals;

namespace {

constexpr auto day = "2024-06-20"_date;
constexpr auto germany = "DE"_ms;

/// Probabilities with some zeros and ones among them.
std::vector<double> some_probabilities(std::size_t n, unsigned seed) {
  std::mt19937 engine{seed};
  std::vector<double> p;
  for (std::size_t i = 0; i < n; ++i) {
    auto const k = engine() % 12;
    p.push_back(k == 0 ? 0 : k == 1 ? 1 : static_cast<double>(engine() % 1'000'000) / 1'000'000);
  }
  return p;
}

/// The probability of winning, by adding up the coalitions that win.
template <class Game>
double by_definition(Game const& g, std::vector<double> const& p, bool wanted = true) {
  double sum = 0;
  for (std::uint64_t s = 0; s >> g.size() == 0; ++s) {
    double chance = 1;
    for (std::size_t i = 0; i < g.size(); ++i) chance *= (s >> i & 1) != 0 ? p[i] : 1 - p[i];
    if (g.wins(power::coalition::from_bits(s)) == wanted) sum += chance;
  }
  return sum;
}
template <class Game>
double by_definition(Game const& g, std::vector<double> p, std::size_t player, double own) {
  p[player] = own;
  return by_definition(g, p);
}

template <class Game>
bool agrees_with_the_definition(Game const& g, std::vector<double> const& p, power::effort const& by) {
  auto const found = power::chances_at(g, p, by);
  bool same = std::abs(found.winning() - by_definition(g, p)) < 1e-14;
  same = same && std::abs(power::winning_probability(g, p, by) - found.winning()) < 1e-15;
  same = same && std::abs(power::losing_probability(g, p) - by_definition(g, p, false)) < 1e-14;
  for (std::size_t i = 0; i < g.size(); ++i) {
    auto const with = by_definition(g, p, i, 1), without = by_definition(g, p, i, 0);
    same = same && std::abs(found.with(i) - with) < 1e-14 && std::abs(found.without(i) - without) < 1e-14;
    same = same && std::abs(found.decisive(i) - (with - without)) < 1e-14;
  }
  return same;
}

double binomial_at_least(int least, int n, double p) {
  double sum = 0;
  for (int k = least; k <= n; ++k)
    sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(p) + (n - k) * std::log1p(-p));
  return sum;
}

}  // namespace

TEST_CASE("Two of three: Owen's extension is ab + ac + bc - 2abc, and its derivative by a is b + c - 2bc") {
  power::weighted_game const majority{2, {1, 1, 1}};
  auto const a = 0.3, b = 0.45, c = 0.8;
  auto const found = power::chances_at(majority, {a, b, c});
  CHECK(found.winning() == test::approx(a * b + a * c + b * c - 2 * a * b * c).epsilon(1e-14));
  CHECK(found.decisive(0) == test::approx(b + c - 2 * b * c).epsilon(1e-14));
  CHECK(found.decisive(1) == test::approx(a + c - 2 * a * c).epsilon(1e-14));
  CHECK(found.decisive(2) == test::approx(a + b - 2 * a * b).epsilon(1e-14));
  CHECK(found.with(0) == test::approx(b + c - b * c).epsilon(1e-14));
  CHECK(found.without(0) == test::approx(b * c).epsilon(1e-14));
}

TEST_CASE("One large shareholder and three small ones, [3; 2, 1, 1, 1]: the extension worked out by hand") {
  // Wins: the large one with any small one, or all three small ones. f = a (1 - (1-b)(1-c)(1-d)) + (1-a) bcd.
  power::weighted_game const apex{3, {2, 1, 1, 1}};
  auto const a = 0.7, b = 0.2, c = 0.5, d = 0.9;
  auto const found = power::chances_at(apex, {a, b, c, d});
  auto const somebody = 1 - (1 - b) * (1 - c) * (1 - d), all = b * c * d;
  CHECK(found.winning() == test::approx(a * somebody + (1 - a) * all).epsilon(1e-14));
  CHECK(found.decisive(0) == test::approx(somebody - all).epsilon(1e-14));
  CHECK(found.decisive(1) == test::approx(a * (1 - c) * (1 - d) + (1 - a) * c * d).epsilon(1e-14));
}

TEST_CASE("UN Security Council: all five permanent members, and four of the ten elected ones") {
  power::weighted_game const council{39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}};
  for (auto const by : {power::engine::halves, power::engine::diagram}) {
    std::vector<double> p(15, 0.4);
    for (std::size_t i = 0; i < 5; ++i) p[i] = 0.9;
    auto const found = power::chances_at(council, p, {.by = by});
    CHECK(found.winning() == test::approx(std::pow(0.9, 5) * binomial_at_least(4, 10, 0.4)).epsilon(1e-12));
    CHECK(found.decisive(0) == test::approx(std::pow(0.9, 4) * binomial_at_least(4, 10, 0.4)).epsilon(1e-12));
    // An elected member decides when the five agree and exactly three of the nine others do: 84 ways.
    CHECK(found.decisive(14) == test::approx(std::pow(0.9, 5) * 84 * std::pow(0.4, 3) * std::pow(0.6, 6)).epsilon(1e-12));
    CHECK(found.without(2) == 0);
  }
}

TEST_CASE("One vote each: the probability is binomial, for 9 players and for 300") {
  for (int const n : {9, 39, 300}) {
    power::weighted_game const majority{n / 2 + 1, std::vector<std::int64_t>(static_cast<std::size_t>(n), 1)};
    auto const found = power::chances_at(majority, std::vector<double>(static_cast<std::size_t>(n), 0.47));
    CHECK(found.winning() == test::approx(binomial_at_least(n / 2 + 1, n, 0.47)).epsilon(1e-10));
  }
}

TEST_CASE("All must agree: the probability is the product, and that it fails is correct in all its digits") {
  power::weighted_game const unanimity{27, std::vector<std::int64_t>(27, 1)};
  std::vector<double> p;
  double product = 1;
  for (int i = 0; i < 27; ++i) {
    p.push_back(1 - 0.01 * i);
    product *= p.back();
  }
  CHECK(power::winning_probability(unanimity, p) == test::approx(product).epsilon(1e-13));
  // 1 - (1 - e)^27 for e = 2^-40, of which 1 - P has five digits at most.
  auto const e = std::ldexp(1.0, -40);
  CHECK(power::losing_probability(unanimity, std::vector<double>(27, 1 - e)) == test::approx(-std::expm1(27 * std::log1p(-e))).epsilon(1e-13));
}

TEST_CASE("Random games of one to three dimensions: both engines agree with the sum over all coalitions") {
  test::random_games games{2024};
  for (unsigned k = 0; k < 150; ++k) {
    auto const n = static_cast<std::size_t>(games.number(1, 9));
    auto const g = k % 3 == 0 ? games.heads_and_one(n) : games.of_any_weight(n);
    auto const p = some_probabilities(n, k);
    INFO("game " << k);
    CHECK(agrees_with_the_definition(g, p, {.by = power::engine::diagram}));
    if (power::detail::halves_refusal(g).empty()) CHECK(agrees_with_the_definition(g, p, {.by = power::engine::halves}));
    CHECK(agrees_with_the_definition(g, p, {}));
  }
}

TEST_CASE("Two criteria or a third: alternatives of one size overlap and are not counted twice") {
  auto const a = power::weighted_game{9, {5, 4, 3, 2, 1, 1}}.simple();
  auto const b = power::weighted_game{11, {1, 2, 3, 4, 5, 6}}.simple();
  auto const either = power::disjunction(power::conjunction(a, b), power::disjunction(power::weighted_game{14, {5, 4, 3, 2, 1, 1}}.simple(), power::weighted_game{18, {1, 2, 3, 4, 5, 6}}.simple()));
  for (unsigned seed = 0; seed < 20; ++seed)
    for (auto const by : {power::engine::halves, power::engine::diagram}) CHECK(agrees_with_the_definition(either, some_probabilities(6, seed), {.by = by}));
}

TEST_CASE("When all toss a coin, the current rule gives 17 752 555 / 2^27, and each member its Banzhaf probability") {
  power::game const today{cod::rules::qualified_majority(), cod::council_on(day)};
  std::vector<double> const coins(27, 0.5);
  auto const found = power::chances_at(today, coins);
  CHECK(found.winning() == 17'752'555 / std::ldexp(1.0, 27));  // a multiple of 2^-27: no rounding at all
  CHECK(found.decisive(germany) == 14'199'495 / std::ldexp(1.0, 26));
  auto const banzhaf = power::banzhaf(today);
  for (auto const m : today.players().members()) CHECK(found.decisive(m) == banzhaf.absolute(m));
  CHECK(power::losing_probability(today, coins) == 1 - found.winning());
}

TEST_CASE("Votes of Nice, 255 of 345: 2 718 774 coalitions of 2^27 win") {
  auto const council = cod::council_on("2012-01-01"_date);
  std::vector<std::int64_t> votes;
  for (auto const m : council.members()) votes.push_back(council.votes(m));
  CHECK(power::winning_probability(power::weighted_game{255, votes}, std::vector<double>(27, 0.5)) == 2'718'774 / std::ldexp(1.0, 27));
}

TEST_CASE("The three criteria of Nice with 27 members: meeting in the middle and a diagram agree to 1e-14") {
  power::game const nice{cod::rules::weighted(cod::regime::twenty_seven_nice), cod::council_on("2012-01-01"_date)};
  auto const p = some_probabilities(27, 5);
  auto const a = power::chances_at(nice, p, {.by = power::engine::halves}), b = power::chances_at(nice, p, {.by = power::engine::diagram});
  CHECK(std::abs(a.winning() - b.winning()) < 1e-14);
  for (std::size_t i = 0; i < 27; ++i) CHECK(std::abs(a.decisive(i) - b.decisive(i)) < 1e-14);
}

TEST_CASE("With probabilities of 0 and 1 only, the probability is the verdict") {
  power::game const today{cod::rules::qualified_majority(), cod::council_on(day)};
  std::mt19937_64 engine{7};
  for (int k = 0; k < 20; ++k) {
    auto const who = power::coalition::from_bits((engine() | engine()) /* NOLINT(misc-redundant-expression): two draws */ & power::coalition::all(27).bits());
    std::vector<double> p;
    for (std::size_t i = 0; i < 27; ++i) p.push_back(who.contains(i) ? 1 : 0);
    CHECK(power::winning_probability(today, p) == (today.wins(who) ? 1 : 0));
    CHECK(power::losing_probability(today, p) == (today.wins(who) ? 0 : 1));
  }
}

TEST_CASE("The derivative is the probability with the member less the one without it, and adoption rises with every probability") {
  power::game const today{cod::rules::qualified_majority(), cod::council_on(day)};
  auto const p = some_probabilities(27, 3);
  auto const found = power::chances_at(today, p);
  for (std::size_t i = 0; i < 27; ++i) {
    auto high = p, low = p;
    high[i] = 1;
    low[i] = 0;
    auto const with = power::winning_probability(today, high), without = power::winning_probability(today, low);
    CHECK(with >= without);
    CHECK(std::abs(found.with(i) - with) < 1e-14);
    CHECK(std::abs(found.without(i) - without) < 1e-14);
    CHECK(std::abs(found.decisive(i) - (with - without)) < 1e-14);
    CHECK(found.winning() == test::approx(p[i] * with + (1 - p[i]) * without).epsilon(1e-13));
  }
}

TEST_CASE("Winning and losing add up to 1, and what the dual wins with the complements the game loses") {
  test::random_games games{99};
  for (unsigned k = 0; k < 40; ++k) {
    auto const g = games.next(8);
    auto const p = some_probabilities(8, k);
    auto complements = p;
    for (auto& x : complements) x = 1 - x;
    CHECK(power::winning_probability(g, p) + power::losing_probability(g, p) == test::approx(1).epsilon(1e-14));
    CHECK(power::winning_probability(power::dual(g), complements) == test::approx(1 - power::winning_probability(g, p)).margin(1e-14));
  }
}

TEST_CASE("Who adds nothing is never decisive but for rounding: Luxembourg in 1958, whatever the others do") {
  power::game const six{cod::rules::weighted(cod::regime::six), cod::council_on("1958-01-01"_date)};
  for (unsigned seed = 0; seed < 20; ++seed) CHECK(power::chances_at(six, some_probabilities(6, seed)).decisive("LU"_ms) < 1e-15);
}

TEST_CASE("Several chambers with more than 64 members: the probability is the product of theirs") {
  power::weighted_game const council{15, std::vector<std::int64_t>(27, 1)}, parliament{51, std::vector<std::int64_t>(100, 1)};
  power::joint_game const both{{"Council", council}, {"Parliament", parliament}};
  auto p = std::vector<double>(27, 0.6);
  auto const alone = power::winning_probability(council, p);
  p.resize(127, 0.52);
  CHECK(power::winning_probability(both, p) == test::approx(alone * binomial_at_least(51, 100, 0.52)).epsilon(1e-12));
}

TEST_CASE("Probabilities that are none, too few or too many, and engines that do not know them, are refused") {
  power::weighted_game const g{2, {1, 1, 1}};
  auto const nan = std::numeric_limits<double>::quiet_NaN();
  auto const code_of = [&](std::vector<double> const& p, power::effort const& most) {
    try {
      static_cast<void>(power::decisive_probabilities(g, p, most));
    } catch (cod::error const& e) {
      return e.code();
    }
    return cod::error_code{};
  };
  CHECK(code_of({0.5, -0.1, 0.5}, {}) == cod::error_code::bad_probability);
  CHECK(code_of({0.5, 1.1, 0.5}, {}) == cod::error_code::bad_probability);
  CHECK(code_of({0.5, 0.5, nan}, {}) == cod::error_code::bad_probability);
  CHECK(code_of({0.5, 0.5}, {}) == cod::error_code::unknown_player);
  CHECK(code_of({0.5, 0.5, 0.5, 0.5}, {}) == cod::error_code::unknown_player);
  CHECK(code_of({0.5, 0.5, 0.5}, {.by = power::engine::table}) == cod::error_code::too_costly);
  CHECK(code_of({0.5, 0.5, 0.5}, {.by = power::engine::halves, .most_seconds = 1e-9}) == cod::error_code::too_costly);
  CHECK_THROWS_WITH(power::winning_probability(g, {0.5, 40, 0.5}), test::contains("probability 40 of player 1 does not lie between 0 and 1"));
  CHECK_THROWS_WITH(power::winning_probability(g, {0.5}), test::contains("1 probability for 3 players"));
}
