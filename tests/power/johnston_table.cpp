// SPDX-License-Identifier: BSL-1.0
// Johnston and minimum size of weighted games of many players, and whether the advice of a refusal can be followed.
#include <codecision/power/banzhaf.hpp>
#include <codecision/power/big/johnston.hpp>
#include <codecision/power/big/minimum_size.hpp>
#include <codecision/power/coleman.hpp>
#include <codecision/power/compose.hpp>
#include <codecision/power/deegan_packel.hpp>
#include <codecision/power/holler.hpp>
#include <codecision/power/johnston.hpp>
#include <codecision/power/minimum_size.hpp>
#include <codecision/power/rae.hpp>
#include <codecision/power/shapley_shubik.hpp>
#include <codecision/power/threads.hpp>

#include "errors/caught.hpp"
#include "power/brute_force.hpp"
#include "power/small_games.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace cod = codecision;
namespace power = codecision::power;
using cod::test::all_of_them;
using cod::test::approx;
using cod::test::caught;
using cod::test::contains;
using cod::test::random_games;
using power::big::cpp_int;
using power::big::cpp_rational;
using power::fraction;
using power::weighted_game;

namespace {

using weight_list = std::vector<std::int64_t>;

constexpr power::effort by_table{.by = power::engine::table};

std::int64_t sum(weight_list const& w) { return std::accumulate(w.begin(), w.end(), std::int64_t{0}); }
weighted_game majority(weight_list w) {
  auto const quota = sum(w) / 2 + 1;
  return {quota, std::move(w)};
}

/// Weighted games of all kinds: with ties, without weight, with any quota.
weighted_game any_game(random_games& dice, std::size_t n) {
  auto const largest = dice.number(1, 3) == 1 ? 3 : dice.number(4, 60);
  weight_list w(n);
  for (auto& x : w) x = dice.number(0, largest);
  if (sum(w) == 0) w[0] = 1;
  return {power::allow_improper, dice.number(1, sum(w)), w};
}

/// Critical members of every winning coalition, one by one.
power::critical_counts critical_one_by_one(weighted_game const& g) {
  all_of_them const all{g};
  power::critical_counts counts{g.size()};
  for (auto const s : all.where([&](std::uint64_t set) { return all.critical(set) != 0; })) {
    auto const critical = power::coalition::from_bits(all.critical(s));
    auto const k = static_cast<std::size_t>(critical.size());
    ++counts.coalitions[k];
    for (std::size_t i = 0; i < g.size(); ++i) counts.with[i][k] += critical.contains(i);
  }
  return counts;
}

}  // namespace

// --- Against every coalition --------------------------------------------------------------------------------------------

TEST_CASE("the table counts critical members as asking every coalition does", "[power][johnston_table]") {
  random_games dice{401};
  for (int round = 0; round < 400; ++round) {
    auto const g = any_game(dice, static_cast<std::size_t>(dice.number(1, round % 40 == 0 ? 16 : 11)));
    auto const expected = critical_one_by_one(g);
    power::detail::critical_table const table{g};
    CHECK(power::detail::count_critical_by_table(table, power::one_after_the_other{}) == expected);
    for (std::size_t k = 1; k <= g.size(); ++k)
      if (expected.coalitions[k] != 0) CHECK(k <= table.most_critical());
    auto const doubles = power::detail::critical_shares(table, power::one_after_the_other{});
    for (std::size_t i = 0; i < g.size(); ++i) {
      auto const share = power::detail::share(expected, i);
      CHECK(std::abs(doubles[i] - share) <= 1e-14 * share);  // 0 stays 0
    }
  }
}

TEST_CASE("the fractions of any length are those of the counts, and their doubles the nearest", "[power][johnston_table]") {
  random_games dice{402};
  for (int round = 0; round < 60; ++round) {
    auto const g = any_game(dice, static_cast<std::size_t>(dice.number(1, 12)));
    auto const counts = critical_one_by_one(g);
    auto const j = power::big::johnston(g);
    CHECK(j.vulnerable_coalitions() == counts.total());
    auto const direct = power::johnston(g, by_table);
    CHECK(direct.vulnerable_coalitions() == counts.total());
    for (std::size_t i = 0; i < g.size(); ++i) {
      cpp_rational share = 0;
      for (std::size_t k = 1; k <= g.size(); ++k) share += cpp_rational{cpp_int{counts.with[i][k]}, cpp_int{k}};
      share /= counts.total();
      CHECK(j.exact(i) == share);
      CHECK(direct.exact(i) == fraction{static_cast<std::uint64_t>(numerator(share)), static_cast<std::uint64_t>(denominator(share))});
      CHECK(j.value(i) == direct.value(i));
    }
  }
}

TEST_CASE("the smallest winning coalitions are those that asking every coalition finds", "[power][johnston_table]") {
  random_games dice{403};
  for (int round = 0; round < 400; ++round) {
    auto const g = any_game(dice, static_cast<std::size_t>(dice.number(1, round % 40 == 0 ? 16 : 11)));
    all_of_them const all{g};
    auto smallest = all.where([&](std::uint64_t s) { return all.wins(s); });
    auto const size_of = [](std::uint64_t s) { return power::coalition::from_bits(s).size(); };
    auto least = size_of(smallest[0]);
    for (auto const s : smallest) least = (std::min)(least, size_of(s));
    smallest.erase(std::remove_if(smallest.begin(), smallest.end(), [&](auto s) { return size_of(s) != least; }), smallest.end());
    auto const index = power::minimum_size(g, by_table);
    auto const big = power::big::minimum_size(g);
    CHECK(index.least_size() == static_cast<std::size_t>(least));
    CHECK(big.least_size() == index.least_size());
    CHECK(index.coalitions() == smallest.size());
    CHECK(big.coalitions() == smallest.size());
    for (std::size_t i = 0; i < g.size(); ++i) {
      auto const with = static_cast<std::uint64_t>(std::count_if(smallest.begin(), smallest.end(), [&](auto s) { return (s >> i & 1) != 0; }));
      CHECK(index.exact(i) == power::reduced(with, smallest.size() * static_cast<std::uint64_t>(least)));
      CHECK(big.count(i) == with);
      CHECK(big.value(i) == index.value(i));
    }
  }
}

TEST_CASE("a game in its general form with one weight, such as a dual, has the table as well", "[power][johnston_table]") {
  weight_list w(80, 2);
  w[0] = 9;
  weighted_game const g{power::allow_improper, 60, w};
  auto const dual = power::dual(g);
  weighted_game const blocking{power::allow_improper, g.total() - 60 + 1, w};
  CHECK(power::johnston(dual).value(0) == power::johnston(blocking).value(0));
  CHECK(power::minimum_size(dual).value(0) == power::minimum_size(blocking).value(0));
}

// --- Known values -------------------------------------------------------------------------------------------------------

TEST_CASE("the Six of 1958 by the table: Germany 1/4, Belgium 1/8, Luxembourg nothing; 12 coalitions can break", "[power][johnston_table]") {
  auto const j = power::johnston(weighted_game{12, {4, 4, 4, 2, 2, 1}}, by_table);
  CHECK(j.vulnerable_coalitions() == 12);
  CHECK(j.exact(0) == fraction{1, 4});
  CHECK(j.exact(3) == fraction{1, 8});
  CHECK(j.exact(5) == fraction{0, 1});
}

TEST_CASE("the Security Council by the table: 84 of 848 coalitions break with an elected member, among nine critical", "[power][johnston_table]") {
  weight_list w(15, 1);
  std::fill(w.begin(), w.begin() + 5, 7);
  auto const j = power::johnston(weighted_game{39, w}, by_table);
  CHECK(j.exact(14) == power::reduced(84, 9 * 848));
  auto const least = power::minimum_size(weighted_game{39, w}, by_table);
  CHECK(least.least_size() == 9);
  CHECK(least.coalitions() == 210);  // 10 over 4
  CHECK(least.exact(0) == fraction{1, 9});
  CHECK(least.exact(14) == power::reduced(84, 9 * 210));  // 9 over 3
}

// Weights 1 + (37 i i + 11 i + 5) mod m, and half of them plus one as quota. The values of the next two cases come from
// another program in another language (Python, whole numbers of any length, fractions.Fraction), which follows the
// definition slack by slack: for each slack s below the weight of player i
//   heavy[x] = ways of the players above s, without i, to weigh x, with 1024 bits for each number of them
//   light[x] = ways of the players up to s to weigh x
//   packed = sum(heavy[h] * light[quota + s - w[i] - h] for h in range(quota + s - w[i] + 1))
// and the k-th 1024 bits of `packed`, from k = 1, are the coalitions in which i is one of k critical members. Both lists
// are made by adding one player after the other. The smallest coalitions are read from such a list of all players.
namespace {
weighted_game made_up(std::int64_t n, std::int64_t m) {
  weight_list w;
  for (std::int64_t i = 0; i < n; ++i) w.push_back(1 + (37 * i * i + 11 * i + 5) % m);
  return majority(w);
}
}  // namespace

TEST_CASE("a hundred players: Johnston and minimum size as counted by another program", "[power][johnston_table]") {
  auto const g = made_up(100, 30);
  CHECK(g.quota() == 646);
  auto const j = power::big::johnston(g, {}, power::threads{2});
  CHECK(j.vulnerable_coalitions() == cpp_int{"167208034348279913065146977224"});
  CHECK(j.exact(0) == cpp_rational{cpp_int{"176037554614094383097531721636467941319065289947697319779311"},
                                   cpp_int{"68648124712947704295049374663241232400165811068732172604582400"}});
  CHECK(j.exact(1) == cpp_rational{cpp_int{"58821318015055483604543084166391707775295966548740576621197"},
                                   cpp_int{"2640312488959527088271129794740047400006377348797391254022400"}});
  auto const doubles = power::johnston(g);
  CHECK_FALSE(doubles.is_exact());
  CHECK(doubles.vulnerable_coalitions() == 0);
  cpp_rational all = 0;
  for (std::size_t i = 0; i < 100; ++i) {
    all += j.exact(i);
    CHECK(doubles.value(i) == approx(j.value(i)).epsilon(1e-13));
  }
  CHECK(all == 1);
  auto const least = power::minimum_size(g);
  CHECK(least.least_size() == 26);
  CHECK(least.coalitions() == 378);
  CHECK(least.exact(0) == fraction{0, 1});
  CHECK(least.exact(1) == power::reduced(351, 26 * 378));
}

TEST_CASE("five hundred players: Johnston and minimum size as counted by another program", "[power][johnston_table]") {
  auto const g = made_up(500, 13);
  CHECK(g.quota() == 1749);
  auto const j = power::johnston(g);
  CHECK(j.value(1) == approx(0.000308367201707243).epsilon(1e-13));  // weight 2
  CHECK(j.value(2) == approx(0.0013639585245636208).epsilon(1e-13));  // weight 7
  CHECK(j.value(6) == approx(0.007799274054322212).epsilon(1e-13));  // weight 13
  auto const least = power::big::minimum_size(g);
  CHECK(least.least_size() == 166);
  CHECK(least.coalitions() == cpp_int{"232087615286578676856"});
  CHECK(least.count(2) == 0);  // weight 7
  CHECK(least.count(3) == cpp_int{"153720368566435227528"});  // weight 8
  CHECK(least.count(5) == least.coalitions());  // weight 11
  auto const doubles = power::minimum_size(g);
  CHECK_FALSE(doubles.is_exact());
  CHECK(doubles.coalitions() == 0);
  CHECK(doubles.value(3) == approx(0.003989985917696761).epsilon(1e-13));
  CHECK(doubles.value(5) == approx(1.0 / 166).epsilon(1e-13));
  CHECK(doubles.value(2) == 0);
}

// --- Properties ---------------------------------------------------------------------------------------------------------

TEST_CASE("of two hundred players the shares add up to one, grow with the weight and are equal for equals", "[power][johnston_table]") {
  random_games dice{404};
  weight_list w(200);
  for (auto& x : w) x = dice.number(0, 60);
  auto const g = majority(w);
  auto const j = power::johnston(g);
  double all = 0;
  for (std::size_t i = 0; i < 200; ++i) all += j.value(i);
  CHECK(all == approx(1).epsilon(1e-13));
  for (std::size_t i = 0; i < 200; ++i)
    for (std::size_t k = 0; k < 200; ++k) {
      if (w[i] == w[k]) CHECK(j.value(i) == j.value(k));
      if (w[i] > w[k]) CHECK(j.value(i) > j.value(k));
    }
  CHECK(j.value(static_cast<std::size_t>(std::find(w.begin(), w.end(), 0) - w.begin())) == 0);
}

TEST_CASE("a dictator has all, among 64, 65 or 300 players; a null player nothing", "[power][johnston_table]") {
  for (std::size_t const n : {64u, 65u, 300u}) {
    weight_list w(n, 1);
    w[7] = 1000;
    weighted_game const g{1000, w};
    auto const j = power::johnston(g);
    CHECK(j.value(7) == 1);
    CHECK(j.value(0) == 0);
    CHECK(power::minimum_size(g).exact(7) == fraction{1, 1});
    CHECK(power::big::johnston(g).vulnerable_coalitions() == cpp_int{1} << static_cast<unsigned>(n - 1));
  }
  weight_list w(64, 1);
  w[0] = 64;
  auto const exact = power::johnston(weighted_game{64, w});
  CHECK(exact.is_exact());
  CHECK(exact.vulnerable_coalitions() == std::uint64_t{1} << 63);
}

TEST_CASE("equal players share equally, also where all must agree", "[power][johnston_table]") {
  for (std::int64_t const quota : {1, 40, 70, 130}) {
    weighted_game const g{power::allow_improper, quota, weight_list(130, 1)};
    CHECK(power::johnston(g).value(77) == approx(1.0 / 130).epsilon(1e-13));
    CHECK(power::big::minimum_size(g).exact(77) == cpp_rational{1, 130});
    CHECK(power::minimum_size(g).value(77) == approx(1.0 / 130).epsilon(1e-13));
  }
  weighted_game const all_must{1290, made_up(100, 30).weights()};
  CHECK(power::johnston(all_must).value(3) == approx(0.01).epsilon(1e-13));  // each has a veto; the whole is one coalition
  CHECK(power::minimum_size(all_must).exact(3) == fraction{1, 100});
}

TEST_CASE("fifty and sixty-four players with one weight are counted exactly, as meeting in the middle does it", "[power][johnston_table]") {
  random_games dice{405};
  auto const g = dice.weighted(30, 40);
  auto const by_halves = power::johnston(g, {.by = power::engine::halves}), at_the_table = power::johnston(g, by_table);
  CHECK(by_halves.vulnerable_coalitions() == at_the_table.vulnerable_coalitions());
  for (std::size_t i = 0; i < 30; ++i) CHECK(by_halves.value(i) == at_the_table.value(i));
  for (std::size_t const n : {50u, 64u}) {
    auto const many = dice.weighted(n, 300);
    auto const j = power::johnston(many);
    CHECK(j.vulnerable_coalitions() == power::big::johnston(many).vulnerable_coalitions());
    CHECK(j.vulnerable_coalitions() > 0);
  }
}

TEST_CASE("scaling weights and quota changes nothing, and threads give the same bytes", "[power][johnston_table]") {
  auto const g = made_up(120, 40);
  auto w = g.weights();
  for (auto& x : w) x *= 1'000'003;
  weighted_game const scaled{g.quota() * 1'000'003 - 1'000'002, w};
  auto const a = power::johnston(g), b = power::johnston(scaled), c = power::johnston(g, {}, power::threads{3});
  for (std::size_t i = 0; i < 120; ++i) {
    CHECK(a.value(i) == b.value(i));
    CHECK(a.value(i) == c.value(i));
  }
}

TEST_CASE("few nodes of the quadrature integrate every power that can come up", "[power][johnston_table]") {
  for (std::size_t const most : {1u, 2u, 7u, 44u, 45u, 50u, 100u, 345u, 700u, 1000u}) {
    auto const nodes = power::detail::nodes_up_to_half(power::detail::nodes_for_shares(most));
    for (std::size_t k = 1; k <= most; ++k) {
      double integral = 0;
      for (auto const& node : nodes) integral += node.weight * (std::pow(node.p, k - 1) + std::pow(1 - node.p, k - 1));
      INFO(most << " members, power " << k - 1);
      CHECK(std::abs(integral * static_cast<double>(k) - 1) < 1e-13);
    }
  }
}

TEST_CASE("remainders modulo primes give back every number", "[power][johnston_table]") {
  power::detail::prime_system const primes{400};
  CHECK(primes.moduli().size() == 7);
  cpp_int product = 1;
  for (auto const& m : primes.moduli()) {
    for (std::uint64_t d = 3; d < 10000; d += 2) CHECK(m.prime() % d != 0);
    product *= m.prime();
  }
  CHECK(product > cpp_int{1} << 400);
  cpp_int const number = (cpp_int{1} << 399) + 12345;
  std::vector<std::uint64_t> remainders;
  for (auto const& m : primes.moduli()) remainders.push_back(static_cast<std::uint64_t>(number % m.prime()));
  CHECK(primes.number_with<cpp_int>(remainders) == number);
  // (x + 2)^3 = 8 + 12 x + 6 x^2 + x^3 at 0, 1, 2, 3
  auto const found = power::detail::coefficients(primes.moduli()[0], {8, 27, 64, 125});
  std::vector<std::uint64_t> least;
  for (auto const c : found) least.push_back(primes.moduli()[0].least(c));
  CHECK(least == std::vector<std::uint64_t>{8, 12, 6, 1});
}

// --- The advice of a refusal --------------------------------------------------------------------------------------------

namespace {

/// The number that follows these words in a text; the test fails when they are not in it.
double number_after(std::string const& text, std::string const& words) {
  auto const at = text.find(words);
  INFO(text);
  REQUIRE(at != std::string::npos);
  return std::stod(text.substr(at + words.size()));
}
/// The game that the advice describes: weights divided and rounded, and the same share for a quota, rounded up.
weighted_game divided(weighted_game const& g, std::string const& advice) {
  auto const divisor = static_cast<std::int64_t>(number_after(advice, "divide the weights by "));
  auto w = g.weights();
  for (auto& x : w) x = static_cast<std::int64_t>(std::llround(static_cast<double>(x) / static_cast<double>(divisor)));
  auto const share = static_cast<double>(g.quota()) / static_cast<double>(g.total());
  return {static_cast<std::int64_t>(std::ceil(share * static_cast<double>(sum(w)))), w};
}
power::effort allowed(std::string const& advice) {
  return {.most_seconds = number_after(advice, ".most_seconds = "), .most_bytes = number_after(advice, ".most_bytes = ")};
}
template <class Call>
std::string advice_of(Call call) {
  auto const e = caught([&] { static_cast<void>(call()); });
  CHECK(e.code() == cod::error_code::too_costly);
  return e.advice();
}
weighted_game persons(std::size_t n) {
  random_games dice{406};
  weight_list w(n);
  for (auto& x : w) x = dice.number(1'000'000, 80'000'000) * 2 + 1;
  return majority(w);
}

}  // namespace

TEST_CASE("advice followed: a coarser unit, for every index that has a table", "[power][johnston_table][advice]") {
  auto const g = persons(80);
  power::effort const little{.most_seconds = 0.3, .most_bytes = 5e7};
  auto const check = [&](auto index) {
    auto const advice = advice_of([&] { return index(g); });
    CHECK_NOTHROW(static_cast<void>(index(divided(g, advice))));
  };
  check([&](auto const& game) { return power::johnston(game, little); });
  check([&](auto const& game) { return power::big::johnston(game, little); });
  check([&](auto const& game) { return power::shapley_shubik(game, little); });
  check([&](auto const& game) { return power::deegan_packel(game, little); });
  check([&](auto const& game) { return power::holler(game, little); });
  check([&](auto const& game) { return power::big::banzhaf(game, little); });
  check([&](auto const& game) { return power::big::shapley_shubik(game, little); });
}

TEST_CASE("advice followed: the limits that are named are enough", "[power][johnston_table][advice]") {
  auto const g = made_up(90, 30);
  power::effort const none{.most_seconds = 1e-5, .most_bytes = 1e4};
  auto const check = [&](auto index) {
    auto const advice = advice_of([&] { return index(none); });
    CHECK_NOTHROW(static_cast<void>(index(allowed(advice))));
  };
  check([&](power::effort const& most) { return power::johnston(g, most); });
  check([&](power::effort const& most) { return power::big::johnston(g, most); });
  check([&](power::effort const& most) { return power::minimum_size(majority({900, 801, 703, 610, 507, 411, 302, 209, 111, 100, 90, 80, 70, 60}), most); });
  check([&](power::effort const& most) { return power::shapley_shubik(g, most); });
  check([&](power::effort const& most) { return power::big::shapley_shubik(g, most); });
  check([&](power::effort const& most) { return power::deegan_packel(g, most); });
  check([&](power::effort const& most) { return power::holler(g, most); });
  check([&](power::effort const& most) { return power::count_coalitions(cod::test::today(), most); });
}

TEST_CASE("advice followed: another function is named where it is affordable, and only there", "[power][johnston_table][advice]") {
  // Fractions of any length for 300 players are too much for a second; doubles are not.
  auto const g = made_up(300, 60);
  power::effort const little{.most_seconds = 1};
  CHECK_THAT(advice_of([&] { return power::big::johnston(g, little); }), contains("power::johnston"));
  CHECK_NOTHROW(static_cast<void>(power::johnston(g, little)));
  power::effort const less{.most_seconds = 0.3};
  CHECK_THAT(advice_of([&] { return power::big::shapley_shubik(g, less); }), contains("power::shapley_shubik"));
  CHECK_NOTHROW(static_cast<void>(power::shapley_shubik(g, less)));
  // In persons neither is.
  auto const in_persons = persons(300);
  CHECK_THAT(advice_of([&] { return power::big::johnston(in_persons, little); }), !contains("power::johnston"));
  CHECK_THAT(advice_of([&] { return power::big::shapley_shubik(in_persons, little); }), !contains("power::shapley_shubik"));
}

TEST_CASE("advice followed: swings that do not fit are in the big numbers, of a coarser game if need be", "[power][johnston_table][advice]") {
  auto const g = made_up(101, 30);
  CHECK_FALSE(power::banzhaf(g).is_exact());  // more than 64 players: probabilities
  CHECK_NOTHROW(static_cast<void>(power::big::banzhaf(g)));
  // Sixty-four equal players: each one's swings fit.
  weighted_game const sixty_four{33, weight_list(64, 1)};
  CHECK_THAT(advice_of([&] { return power::banzhaf(sixty_four, by_table); }), contains("power::big::banzhaf"));
  CHECK(power::big::banzhaf(sixty_four).swings() > cpp_int{~std::uint64_t{0}});
  auto const counts = power::count_coalitions(sixty_four);
  CHECK_THAT(advice_of([&] { return power::banzhaf_index<power::named_players>::from(sixty_four.players(), counts); }), contains("count_coalitions(game).swings(player)"));
  CHECK(counts.swings(0) == counts.swings(63));
  CHECK_THAT(advice_of([&] { return power::rae(sixty_four); }), contains("count_coalitions(game).swings(player)"));
}

TEST_CASE("advice followed: more than 64 players have no counts by size, but big numbers or a smaller game", "[power][johnston_table][advice]") {
  power::effort const little{.most_seconds = 0.3, .most_bytes = 5e7};
  auto const g = made_up(90, 30);
  CHECK_THAT(advice_of([&] { return power::coleman_power_to_prevent(g); }), contains("power::big::banzhaf") && contains("counting_indices.hpp"));
  CHECK_NOTHROW(static_cast<void>(power::big::coleman_power_to_prevent(power::big::banzhaf(g))));
  CHECK_THAT(advice_of([&] { return power::shapley_shubik(g, {.by = power::engine::table}); }), contains("engine::automatic"));
  CHECK_NOTHROW(static_cast<void>(power::shapley_shubik(g)));
  auto const in_persons = persons(90);
  auto const advice = advice_of([&] { return power::coleman_power_to_prevent(in_persons, little); });
  CHECK_NOTHROW(static_cast<void>(power::big::banzhaf(divided(in_persons, advice))));
}

TEST_CASE("advice followed: the choice is left to the library only where it finds a way", "[power][johnston_table][advice]") {
  weighted_game const g{51, weight_list(50, 2)};
  for (auto const by : {power::engine::enumeration, power::engine::halves, power::engine::quadrature})
    CHECK(advice_of([&] { return power::count_coalitions(g, {.by = by}); }) == "leave the choice to engine::automatic");
  CHECK_NOTHROW(static_cast<void>(power::count_coalitions(g)));
  auto const in_persons = persons(60);
  auto const advice = advice_of([&] { return power::count_coalitions(in_persons, {.by = power::engine::halves, .most_seconds = 1, .most_bytes = 1e8}); });
  CHECK_THAT(advice, !contains("engine::automatic"));
  CHECK_NOTHROW(static_cast<void>(power::count_coalitions(divided(in_persons, advice))));
}

TEST_CASE("advice followed: more players than doubles can count", "[power][johnston_table][advice]") {
  weighted_game const g{power::allow_improper, 4, weight_list(1100, 1)};
  CHECK_THAT(advice_of([&] { return power::johnston(g); }), contains("power::big::johnston"));
  CHECK(power::big::johnston(g).exact(5) == cpp_rational{1, 1100});
  CHECK_THAT(advice_of([&] { return power::minimum_size(g); }), contains("power::big::minimum_size"));
  CHECK(power::big::minimum_size(g).coalitions() == cpp_int{1100} * 1099 * 1098 * 1097 / 24);
  weighted_game const merged = [&] {
    auto const e = caught([&] { static_cast<void>(power::holler(g)); });
    auto const merge = static_cast<std::size_t>(number_after(e.advice(), "merge the "));
    weight_list w(1100 - merge + 1, 1);
    w.back() = static_cast<std::int64_t>(merge);
    return weighted_game{power::allow_improper, 4, w};
  }();
  CHECK_NOTHROW(static_cast<void>(power::holler(merged)));
}
