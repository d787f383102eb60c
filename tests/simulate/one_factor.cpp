// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>
#include <codecision/simulate/monte_carlo.hpp>

#include "support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace cod = codecision;
namespace sim = codecision::simulate;
namespace test = codecision::test;
using namespace codecision::literals;

namespace {
constexpr auto members_of_toy = "BE DE FR IT LU NL"_members;
constexpr auto germany = "DE"_ms;
constexpr auto france = "FR"_ms;

double below(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

/// How often each coalition of n players was drawn.
std::vector<double> drawn(sim::one_factor const& model, std::uint64_t draws, std::uint64_t seed = 1) {
  std::vector<double> times(std::size_t{1} << model.size());
  std::vector<std::uint64_t> who(draws);
  model.draw(sim::random_words{seed}, 0, who.data(), who.size());
  for (auto const w : who) ++times[w];
  return times;
}
double share_with(std::vector<double> const& times, std::uint64_t players, std::uint64_t draws) {
  double sum = 0;
  for (std::size_t w = 0; w < times.size(); ++w)
    if ((w & players) == players) sum += times[w];
  return sum / static_cast<double>(draws);
}

/// The probability that a game is won: over the factor by the trapezoidal rule, and for each value of it over all coalitions.
double by_integration(cod::power::simple_game const& g, std::vector<double> const& p, std::vector<double> const& loadings) {
  constexpr double step = 0.02;
  double sum = 0;
  for (int k = -450; k <= 450; ++k) {
    auto const z = k * step;
    double won = 0;
    for (std::uint64_t who = 0; who < std::uint64_t{1} << g.size(); ++who) {
      double chance = g.wins(cod::power::coalition::from_bits(who)) ? 1 : 0;
      for (std::size_t i = 0; chance > 0 && i < g.size(); ++i) {
        auto const q = below((sim::normal_quantile(p[i]) - loadings[i] * z) / std::sqrt(1 - loadings[i] * loadings[i]));
        chance *= (who >> i & 1) != 0 ? q : 1 - q;
      }
      won += chance;
    }
    sum += won * std::exp(-z * z / 2) * step / std::sqrt(2 * std::acos(-1.0));
  }
  return sum;
}
}  // namespace

TEST_CASE("Whatever its loading, each player is in favour with its own probability") {
  std::vector<double> const p{0.5, 0.02, 0.9, 0.3, 0.7, 0.0, 1.0, 0.4};
  std::vector<double> const loadings{0.5, 0.9, -0.7, 0.0, 1.0, 0.8, -0.3, -1.0};
  constexpr std::uint64_t draws = 200'000;
  auto const times = drawn(sim::one_factor{p, loadings}, draws);
  for (std::size_t i = 0; i < p.size(); ++i) {
    auto const deviation = std::sqrt(p[i] * (1 - p[i]) / static_cast<double>(draws));
    CHECK(std::abs(share_with(times, std::uint64_t{1} << i, draws) - p[i]) <= 4 * deviation);  // without any for 0 and 1
  }
}

TEST_CASE("Two players who are in favour as often as not agree as Sheppard (1899) says: 1/4 + arcsin(r) / 2 pi") {
  constexpr std::uint64_t draws = 200'000;
  for (auto const& [a, b] : {std::pair{0.5, 0.5}, {0.9, 0.8}, {0.6, -0.6}, {0.0, 0.9}, {0.99, 0.99}}) {
    auto const times = drawn(sim::one_factor{{0.5, 0.5}, {a, b}}, draws);
    auto const both = 0.25 + std::asin(a * b) / (2 * std::acos(-1.0));
    CHECK(std::abs(share_with(times, 3, draws) - both) < 4 * std::sqrt(both * (1 - both) / static_cast<double>(draws)));
  }
}

TEST_CASE("With a loading of 1 the factor alone decides: players follow each other, and with -1 they never agree") {
  constexpr std::uint64_t draws = 20'000;
  auto const together = drawn(sim::one_factor{{0.5, 0.5, 0.2}, {1, 1, 1}}, draws);
  CHECK(together[0b000] + together[0b011] + together[0b111] == draws);  // the third is in favour only where the others are
  auto const apart = drawn(sim::one_factor{{0.5, 0.5}, {1, -1}}, draws);
  CHECK(apart[0b01] + apart[0b10] == draws);
}

TEST_CASE("The table changes nothing: each draw is what the words say by the definition of the model") {
  for (std::size_t const n : {1u, 4u, 5u, 27u, 64u}) {
    std::vector<double> p, loadings;
    for (std::size_t i = 0; i < n; ++i) {
      p.push_back(static_cast<double>((i * 7 + 3) % 11) / 10);
      loadings.push_back(static_cast<double>((i * 5) % 9) / 4 - 1);
    }
    sim::one_factor const model{p, loadings};
    sim::random_words const words{99, 2};
    auto const each = 1 + (n + 3) / 4;
    std::uint64_t who[3000];
    model.draw(words, 17, who, 3000);
    int differ = 0;
    for (std::uint64_t d = 0; d < 3000; ++d) {
      auto const number = (17 + d) * each;
      auto const z = sim::normal_quantile(sim::between_0_and_1(words(number)));
      std::uint64_t expected = 0;
      for (std::size_t i = 0; i < n; ++i) {
        auto const digit = words(number + 1 + i / 4) >> (16 * (i % 4)) & 0x7fff;
        auto const own = sim::between_0_and_1(digit << 49 | words(number, 1 + i) >> 15);
        if (own < model.given_factor(i, z)) expected |= std::uint64_t{1} << i;
      }
      differ += who[d] != expected;
    }
    CHECK(differ == 0);
  }
}

TEST_CASE("The Council of 1958 with a common factor: the interval holds what integration over the factor gives") {
  cod::power::game const six{cod::rules::weighted(cod::regime::six), cod::council_on("1958-01-01"_date)};
  auto const& game = six.simple();
  for (auto const& [p, loadings] : {std::pair{std::vector<double>{0.5, 0.5, 0.5, 0.5, 0.5, 0.5}, std::vector<double>{0.7, 0.7, 0.7, 0.7, 0.7, 0.7}},
                                    {{0.9, 0.4, 0.6, 0.8, 0.3, 0.7}, {0.2, 0.9, -0.5, 0.0, 0.6, 0.4}}}) {
    auto const exact = by_integration(game, p, loadings);
    for (std::uint64_t seed = 1; seed <= 3; ++seed)
      CHECK(sim::monte_carlo(game, sim::one_factor{p, loadings}, {.draws = 100'000, .seed = seed, .confidence = 0.99}).interval().contains(exact));
  }
}

TEST_CASE("A common factor makes a majority of many likelier or less likely, and without loadings nothing changes") {
  // Nine of ten members are needed, each is in favour with 1/2: (10 + 1) of 1024 without a factor, more with one.
  cod::power::weighted_game const nine{9, std::vector<std::int64_t>(10, 1)};
  auto const share = [&](double loading) {
    return sim::monte_carlo(nine.simple(), sim::one_factor{std::vector<double>(10, 0.5), std::vector<double>(10, loading)}, {.draws = 100'000, .confidence = 0.99});
  };
  CHECK(share(0).interval().contains(11 / 1024.0));
  CHECK(share(0.5).interval().low > 11 / 1024.0);
  CHECK(share(0.9).interval().low > share(0.5).interval().high);
  CHECK(share(1).interval().contains(0.5));
}

TEST_CASE("Members of a council have loadings; votes that are known stay known") {
  auto const council = cod::council_of_year(2024);
  auto const rule = cod::rules::qualified_majority();
  auto const known = cod::open_ballot{council}.in_favour(council.members() - members_of_toy);
  sim::loadings const none{council, 0};
  CHECK(none.with(germany, -0.5)[germany] == -0.5);
  CHECK(none.with(germany, -0.5)[france] == 0);
  CHECK(none.members() == council.members());
  sim::probabilities const p{known, 0.4};
  auto const game = cod::power::open_game(rule, known);
  auto const a = by_integration(game, std::vector<double>(6, 0.4), {0.5, 0.5, 0.5, -0.5, 0.5, 0.5});
  auto const some = none.with(members_of_toy, 0.5).with("IT"_ms, -0.5);
  CHECK(sim::monte_carlo(rule, known, p, some, {.draws = 200'000, .confidence = 0.99}).interval().contains(a));
  auto const settled = cod::open_ballot{council}.others(cod::vote::in_favour);
  auto const found = sim::monte_carlo(rule, settled, p, some, {.draws = 10});
  CHECK(found.settled());
  CHECK(found.share() == 1);
}

TEST_CASE("A loading outside -1 to 1 is refused, with the name of who has it; so is a list of another length") {
  auto const council = cod::council_of_year(2024);
  CHECK_THROWS_WITH((sim::loadings{council, 1.5}), test::contains("COD-F004") && test::contains("of BE"));
  CHECK_THROWS_WITH((sim::loadings{council, 0.5}.with(france, std::nan(""))), test::contains("of FR"));
  CHECK_THROWS_WITH((sim::loadings{cod::council_on("1958-01-01"_date), 0.5}.with("ES"_ms, 0.1)), test::contains("COD-M103"));
  CHECK_THROWS_WITH((sim::one_factor{{0.5, 0.5}, {0.5, -1.01}}), test::contains("player 1"));
  CHECK_THROWS_WITH((sim::one_factor{{0.5, 0.5}, {0.5}}), test::contains("1 loadings for 2 players"));
  CHECK_THROWS_WITH((sim::one_factor{{0.5, 1.5}, {0.5, 0.5}}), test::contains("COD-F001"));
  CHECK_THROWS_WITH((sim::one_factor{std::vector<double>(65, 0.5), std::vector<double>(65, 0.5)}), test::contains("COD-P703"));
}
