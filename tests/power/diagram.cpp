// SPDX-License-Identifier: BSL-1.0
// Does a decision diagram count what looking at every coalition counts?
#include <codecision/codecision.hpp>
#include <codecision/power/banzhaf.hpp>
#include <codecision/power/engines/diagram.hpp>
#include <codecision/power/engines/enumeration.hpp>
#include <codecision/power/game.hpp>
#include <codecision/power/joint_game.hpp>
#include <codecision/power/shapley_shubik.hpp>
#include <codecision/power/weighted_game.hpp>

#include "power/small_games.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
namespace test = codecision::test;
using namespace codecision::literals;
using power::detail::count_by_diagram;
using test::count_one_by_one;
using test::same;

namespace {

power::simple_game of_quota(std::int64_t quota, std::vector<std::int64_t> const& weights) {
  return {power::named_players{weights.size()}, {weights}, {{0, quota}}, {1}};
}

auto const council_of_nice = cod::council_on("2012-01-01"_date);

/// The votes alone, without the number of members and the population that were asked for besides.
power::simple_game nice_votes() {
  std::vector<std::int64_t> votes;
  for (auto const m : council_of_nice.members()) votes.push_back(council_of_nice.votes(m));
  return of_quota(255, votes);
}

std::vector<std::int64_t> random_weights(test::random_games& random, std::size_t n, std::int64_t heaviest) {
  std::vector<std::int64_t> weights;
  for (std::size_t i = 0; i < n; ++i) weights.push_back(random.number(1, heaviest));
  return weights;
}

/// A coalition wins when it contains one of these: a dimension of zeros and ones for each.
power::simple_game from_lists(std::size_t n, std::vector<power::coalition> const& lists) {
  std::vector<std::vector<std::int64_t>> weights;
  std::vector<power::condition> conditions;
  std::vector<std::uint64_t> terms;
  for (auto const list : lists) {
    terms.push_back(std::uint64_t{1} << weights.size());
    conditions.push_back({weights.size(), list.size()});
    weights.emplace_back();
    for (std::size_t i = 0; i < n; ++i) weights.back().push_back(list.contains(i));
  }
  return {power::named_players{n}, std::move(weights), std::move(conditions), std::move(terms)};
}

}  // namespace

TEST_CASE("A diagram counts what looking at every coalition counts: 600 random games of up to 16 players") {
  test::random_games random{20110101};
  for (int round = 0; round < 600; ++round) {
    auto const n = static_cast<std::size_t>(random.number(1, round < 500 ? 11 : 16));
    static constexpr std::int64_t heaviest[] = {1, 3, 9, 100, 1'000'000'007};
    auto const g = random.next(n, heaviest[random.number(0, 4)]);
    REQUIRE(power::detail::diagram_refusal(g).empty());
    INFO("round " << round << ", " << n << " players");
    auto const counts = count_by_diagram(g);
    REQUIRE(same(counts, power::detail::count_by_enumeration(g)));
    if (n <= 9) REQUIRE(same(counts, count_one_by_one(g)));
  }
}

TEST_CASE("A diagram counts games of many terms that share conditions") {
  test::random_games random{64};
  for (int round = 0; round < 200; ++round) {
    std::size_t const n = 10;
    std::vector<std::vector<std::int64_t>> weights;
    for (int d = 0; d < 3; ++d) weights.push_back(random_weights(random, n, 6));
    std::vector<power::condition> conditions;
    for (std::size_t k = 0; k < 8; ++k) conditions.push_back({k % 3, random.number(-1, 40)});
    std::vector<std::uint64_t> terms;
    for (auto many = random.number(0, 7); many > 0; --many) terms.push_back(static_cast<std::uint64_t>(random.number(0, 255) | random.number(0, 255)));
    power::simple_game const g{power::named_players{n}, weights, conditions, terms};
    INFO("round " << round);
    REQUIRE(same(count_by_diagram(g), count_one_by_one(g)));
  }
}

TEST_CASE("A diagram counts criteria that go together, so that one of them often carries the others") {
  test::random_games random{7};
  for (int round = 0; round < 300; ++round) {
    auto const n = static_cast<std::size_t>(random.number(4, 12));
    std::vector<std::vector<std::int64_t>> weights{random_weights(random, n, 50)};
    for (int d = 1; d < 3; ++d) {
      weights.push_back(weights[0]);
      for (auto& w : weights.back()) w = w * d + random.number(-1, 3);
      for (auto& w : weights.back()) w = (std::max)(w, std::int64_t{0});
    }
    std::vector<power::condition> conditions;
    for (std::size_t k = 0; k < 5; ++k) {
      auto const total = power::detail::sum_of(weights[k % 3]);
      conditions.push_back({k % 3, total * random.number(45, 80) / 100});
    }
    power::simple_game const g{power::named_players{n}, weights, conditions,
                               {7, static_cast<std::uint64_t>(random.number(1, 31)), static_cast<std::uint64_t>(random.number(1, 31))}};
    INFO("round " << round);
    REQUIRE(same(count_by_diagram(g), count_one_by_one(g)));
  }
}

TEST_CASE("A diagram of one weight has one node for each two sums that those to come tell apart, whatever the unit") {
  // [3; 1, 1, 1, 1]: levels of 1, 2, 3 and 2 sums that are still open (0; 0, 1; 0 is lost when one player is left).
  auto const nodes = [](power::simple_game const& g) { return power::detail::diagram_builder{g, {}}.build().nodes(); };
  CHECK(nodes(of_quota(3, {1, 1, 1, 1})) == 1 + 2 + 2 + 1);
  CHECK(nodes(of_quota(30'000, {10'001, 10'002, 10'003, 10'000})) == 1 + 2 + 2 + 1);
  CHECK(nodes(of_quota(1, {0, 1, 0})) == 1);  // the heaviest decides
}

TEST_CASE("A diagram counts a game that is a list of coalitions, each a dimension of its own") {
  test::random_games random{5};
  std::vector<power::coalition> lists;
  for (int k = 0; k < 12; ++k) lists.push_back(power::coalition::from_bits(static_cast<std::uint64_t>(random.number(1, 4095))));
  auto const g = from_lists(12, lists);
  CHECK(same(count_by_diagram(g), count_one_by_one(g)));
}

TEST_CASE("A diagram counts the weighted votes of every historic council") {
  for (auto const& [regime, day] : {std::pair{cod::regime::six, "1958-01-01"_date}, std::pair{cod::regime::nine, "1973-01-01"_date},
                                   std::pair{cod::regime::ten, "1981-01-01"_date}, std::pair{cod::regime::twelve, "1986-01-01"_date},
                                   std::pair{cod::regime::fifteen, "1995-01-01"_date}})
    for (auto const by : {cod::proposer::commission, cod::proposer::none}) {
      auto const g = power::game{cod::rules::weighted(regime, by), cod::council_on(day)}.simple();
      CHECK(same(count_by_diagram(g), count_one_by_one(g)));
    }
}

TEST_CASE("The six, 12 of 17 votes: 14 coalitions win, 13 when four members are needed, and Luxembourg swings 0 times and once") {
  auto const six = test::six().simple();
  auto const four = power::game{cod::rules::weighted(cod::regime::six, cod::proposer::none), cod::council_on("1958-01-01"_date)}.simple();
  CHECK(count_by_diagram(six).total() == 14);
  CHECK(count_by_diagram(four).total() == 13);
  auto const luxembourg = six.players().position("LU");
  CHECK(count_by_diagram(six).swings(luxembourg) == 0);
  CHECK(count_by_diagram(four).swings(luxembourg) == 1);
}

TEST_CASE("Nice with 27 members, votes only: 2 718 774 coalitions win, Germany swings in 2 193 664") {
  auto const counts = count_by_diagram(nice_votes());
  CHECK(counts.total() == 2'718'774);
  CHECK(counts.swings(power::member_players{council_of_nice.members()}.position("DE"_ms)) == 2'193'664);
}

TEST_CASE("UN Security Council: 848 coalitions win, as a weighted game and as five vetoes and nine votes") {
  std::vector<std::int64_t> permanent(15, 0), all(15, 1), weights(15, 1);
  std::fill_n(permanent.begin(), 5, 1);
  std::fill_n(weights.begin(), 5, 7);
  auto const weighted = count_by_diagram(of_quota(39, weights));
  auto const vetoes = count_by_diagram({power::named_players{15}, {permanent, all}, {{0, 5}, {1, 9}}, {3}});
  CHECK(weighted.total() == 848);
  CHECK(same(weighted, vetoes));
}

TEST_CASE("The current rule, 27 members in persons: what an independent count of all 2^27 coalitions found") {
  auto const counts = count_by_diagram(test::today().simple());
  CHECK(counts.total() == 17'752'555);
  CHECK(counts.swings(test::today().players().position("DE"_ms)) == 14'199'495);
}

TEST_CASE("Games that everybody, or nobody, or one player decides") {
  CHECK(count_by_diagram({power::named_players{3}, {{1, 2, 3}}, {{0, 0}}, {1}}).total() == 8);   // a quota of nothing
  CHECK(count_by_diagram({power::named_players{3}, {{1, 2, 3}}, {{0, 7}}, {1}}).total() == 0);   // out of reach
  CHECK(count_by_diagram({power::named_players{3}, {{1, 2, 3}}, {{0, 1}}, {0}}).total() == 8);   // no condition at all
  CHECK(count_by_diagram({power::named_players{3}, {{1, 2, 3}}, {{0, 1}}, {}}).total() == 0);    // no way to win
  CHECK(count_by_diagram(power::simple_game{power::named_players{0}, {{}}, {{0, 1}}, {1}}).total() == 0);
  CHECK(count_by_diagram(of_quota(5, {0, 5, 0})).swings(1) == 4);
  CHECK(count_by_diagram(of_quota(5, {0, 5, 0})).swings(0) == 0);
  CHECK(count_by_diagram(of_quota(1, {1})).total() == 1);
}

TEST_CASE("64 equal players: winning coalitions by size are the binomials, up to 2^61") {
  auto const counts = count_by_diagram(of_quota(33, std::vector<std::int64_t>(64, 5)));  // seven of them
  std::vector<std::uint64_t> row{1};  // of Pascal's triangle
  for (std::size_t k = 1; k <= 64; ++k) {
    row.push_back(0);
    for (auto s = k; s > 0; --s) row[s] += row[s - 1];
  }
  for (std::size_t s = 0; s <= 64; ++s) CHECK(counts.winning[s] == (s >= 7 ? row[s] : 0));
}

TEST_CASE("64 players and three criteria: a game and its dual have the same swings, and winning and losing share 2^64") {
  test::random_games random{3};
  std::vector<std::vector<std::int64_t>> weights{random_weights(random, 64, 4), std::vector<std::int64_t>(64, 1), random_weights(random, 64, 4)};
  std::vector<power::condition> conditions, mirrored;
  for (std::size_t d = 0; d < 3; ++d) {
    auto const total = power::detail::sum_of(weights[d]);
    conditions.push_back({d, total * 6 / 10});
    mirrored.push_back({d, total - total * 6 / 10 + 1});
  }
  auto const game = count_by_diagram({power::named_players{64}, weights, conditions, {7}});
  auto const dual = count_by_diagram({power::named_players{64}, weights, mirrored, {1, 2, 4}});
  CHECK(game.total() + dual.total() == 0);  // 2^64
  CHECK(game.total() > 0);
  for (std::size_t i = 0; i < 64; ++i) CHECK(game.swings(i) == dual.swings(i));
}

TEST_CASE("The order of the players and the unit of the weights do not matter") {
  test::random_games random{17};
  auto const weights = random_weights(random, 20, 50);
  auto turned = weights, scaled = weights;
  std::reverse(turned.begin(), turned.end());
  for (auto& w : scaled) w *= 1'000'003;
  auto const total = power::detail::sum_of(weights);
  auto const counts = count_by_diagram(of_quota(total / 2 + 1, weights));
  auto const reversed = count_by_diagram(of_quota(total / 2 + 1, turned));
  CHECK(same(counts, count_by_diagram(of_quota((total / 2 + 1) * 1'000'003, scaled))));
  for (std::size_t i = 0; i < 20; ++i) CHECK(counts.swings(i) == reversed.swings(19 - i));
}

TEST_CASE("Probabilities along a diagram: Banzhaf is exact up to 53 players, Shapley-Shubik errs by rounding") {
  test::random_games random{99};
  for (int round = 0; round < 100; ++round) {
    auto const g = random.next(static_cast<std::size_t>(random.number(1, 24)), 30);
    auto const counts = count_by_diagram(g);
    auto const banzhaf = power::detail::diagram_banzhaf_absolute(g);
    auto const shapley = power::detail::diagram_shapley(g);
    auto const exact = power::shapley_shubik_index<power::named_players>::from(g.players(), counts);
    for (std::size_t i = 0; i < g.size(); ++i) {
      CHECK(banzhaf[i] == std::ldexp(static_cast<double>(counts.swings(i)), 1 - static_cast<int>(g.size())));
      CHECK(std::abs(shapley[i] - exact.value(i)) < 1e-14);
    }
  }
}

TEST_CASE("Probabilities of 100 players with two criteria: equal players are equal, and all pivots add up to 1") {
  std::vector<std::int64_t> weights(100, 3);
  std::fill_n(weights.begin(), 10, 40);
  power::simple_game const g{power::named_players{100}, {weights, std::vector<std::int64_t>(100, 1)}, {{0, 400}, {1, 60}}, {3}};
  auto const shapley = power::detail::diagram_shapley(g);
  double sum = 0;
  for (auto const value : shapley) sum += value;
  CHECK(std::abs(sum - 1) < 1e-13);
  for (std::size_t i = 10; i < 100; ++i) CHECK(std::abs(shapley[i] - shapley[10]) < 1e-15);
  auto const banzhaf = power::detail::diagram_banzhaf_absolute(g);
  CHECK(banzhaf[0] > banzhaf[10]);
}

TEST_CASE("Indices of 100 players are asked for as those of few: by a diagram, and where one condition decides by what weighted games have") {
  test::random_games random{100};
  auto const g = random.weighted(100, 30);
  auto const form = g.simple();
  auto const shapley = power::shapley_shubik(g), general = power::shapley_shubik(form);
  auto const by_diagram = power::shapley_shubik(form, {.by = power::engine::diagram});
  auto const by_table = power::banzhaf(form), banzhaf = power::banzhaf(form, {.by = power::engine::diagram});
  CHECK_FALSE(general.is_exact());
  CHECK_FALSE(banzhaf.is_exact());
  double shares = 0;
  for (std::size_t i = 0; i < 100; ++i) {
    CHECK(general.value(i) == shapley.value(i));
    CHECK(std::abs(by_diagram.value(i) - shapley.value(i)) < 1e-14);
    CHECK(std::abs(banzhaf.absolute(i) - by_table.absolute(i)) < 1e-15);
    shares += banzhaf.normalised(i);
  }
  CHECK(std::abs(shares - 1) < 1e-12);
}

TEST_CASE("Of 101 equal players one decides when the other hundred are divided equally") {
  auto const g = of_quota(51, std::vector<std::int64_t>(101, 1));
  auto const chance = std::exp(std::lgamma(101) - 2 * std::lgamma(51) - 100 * std::log(2.0));
  CHECK(std::abs(power::banzhaf(g).absolute(7) - chance) < 1e-12);
  CHECK(std::abs(power::banzhaf(g, {.by = power::engine::diagram}).absolute(7) - chance) < 1e-12);
  CHECK(std::abs(power::banzhaf(g).normalised(7) - 1 / 101.0) < 1e-15);
}

TEST_CASE("80 members, 10 of them with a veto, and 50 needed: who has a veto decides when 40 of 70 others and all other vetoes agree") {
  std::vector<std::int64_t> vetoes(80, 0);
  std::fill_n(vetoes.begin(), 10, 1);
  power::simple_game const g{power::named_players{80}, {vetoes, std::vector<std::int64_t>(80, 1)}, {{0, 10}, {1, 50}}, {3}};
  std::vector<double> row{1};  // of Pascal's triangle
  for (std::size_t k = 1; k <= 70; ++k) {
    row.push_back(0);
    for (auto s = k; s > 0; --s) row[s] += row[s - 1];
  }
  double agree = 0;
  for (std::size_t s = 40; s <= 70; ++s) agree += row[s];
  auto const index = power::banzhaf(g);
  CHECK(std::abs(index.absolute(0) - std::ldexp(agree, -79)) < 1e-18);
  CHECK(index.absolute(0) == index.absolute(9));
  CHECK(index.absolute(10) < index.absolute(0));
  // Shapley-Shubik: a member without a veto is pivotal when it comes 50th or later, as the last who was missing of 40, so that
  // all vetoes and exactly 39 others come before: C(69,39) sets of 49, each before it in 49! 30! of 80! orders.
  auto const log_sets = std::lgamma(70) - std::lgamma(40) - std::lgamma(31);
  auto const pivotal = std::exp(log_sets + std::lgamma(50) + std::lgamma(31) - std::lgamma(81));
  CHECK(std::abs(power::shapley_shubik(g).value(79) - pivotal) < 1e-14);
}

TEST_CASE("More than 64 players and criteria that do not go together are refused before the diagram is begun, as are other engines") {
  test::random_games random{2};
  auto const g = random.weighted(100, 1000) && random.weighted(100, 1000);
  CHECK_THROWS_WITH(power::banzhaf(g), test::contains("COD-P703") && test::contains("decision diagram would take"));
  CHECK_THROWS_WITH(power::shapley_shubik(g, {.by = power::engine::quadrature}), test::contains("COD-P703") && test::contains("more than one condition"));
  CHECK_THROWS_WITH(power::banzhaf(g, {.by = power::engine::table}), test::contains("COD-P703"));
  CHECK_THROWS_WITH(power::banzhaf(g, {.by = power::engine::halves}), test::contains("COD-P703"));
}

TEST_CASE("Chambers are added, not multiplied: the members of one decide before those of the other") {
  test::random_games random{40};
  auto const nodes = [](power::simple_game const& g) { return power::detail::diagram_builder{g, {}}.build().nodes(); };
  auto const first = random.weighted(20, 50), second = random.weighted(20, 50);
  CHECK(nodes(power::joint_game{{"A", first}, {"B", second}}.simple()) <= nodes(first.simple()) + nodes(second.simple()) + 20);  // 20: the first has won
}

TEST_CASE("A diagram that grows beyond the effort is an error that names the reached size") {
  test::random_games random{1};
  std::vector<std::vector<std::int64_t>> weights;
  std::vector<power::condition> conditions;
  for (std::size_t d = 0; d < 3; ++d) {
    weights.push_back(random_weights(random, 50, 1000));
    conditions.push_back({d, power::detail::sum_of(weights[d]) * 6 / 10});
  }
  power::simple_game const g{power::named_players{50}, weights, conditions, {7}};
  power::effort little;
  little.most_bytes = 1e6;
  CHECK_THROWS_WITH(count_by_diagram(g, little), test::contains("COD-P703") && test::contains("it has grown to"));
  little = {};
  little.most_seconds = 0.001;
  CHECK_THROWS_WITH(count_by_diagram(g, little), test::contains("nodes"));
  auto const many = of_quota(100, std::vector<std::int64_t>(65, 3));
  CHECK(power::detail::diagram_refusal(many) == "the game has more than 64 players");
}

TEST_CASE("The cost that is told in advance is never below the nodes that are built") {
  test::random_games random{8};
  for (int round = 0; round < 300; ++round) {
    auto const g = random.next(static_cast<std::size_t>(random.number(1, 20)), 30);
    auto const nodes = power::detail::diagram_builder{g, {}}.build().nodes();
    CHECK(power::detail::diagram_cost(g).steps >= static_cast<double>(nodes) * power::detail::diagram_limit::steps_a_node);
  }
}
