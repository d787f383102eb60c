// SPDX-License-Identifier: BSL-1.0
// Does the table over weights count what looking at every coalition counts?
#include <codecision/power/engines/table.hpp>

#include <codecision/data/vote_weights.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using namespace codecision;
using power::coalition;
using power::coalition_counts;
using power::one_after_the_other;
using power::simple_game;
using power::weighted_game;
using weight_list = std::vector<std::int64_t>;

namespace {

power::effort const plenty{power::engine::automatic, 1e9, 1e12};

/// Every coalition is asked whether it wins.
coalition_counts by_asking_all(auto const& game) {
  coalition_counts counts{game.size()};
  for (std::uint64_t set = 0; set >> game.size() == 0; ++set) {
    if (!game.wins(coalition::from_bits(set))) continue;
    auto const size = static_cast<std::size_t>(std::popcount(set));
    ++counts.winning[size];
    for (std::size_t i = 0; i < game.size(); ++i)
      if ((set >> i & 1) != 0) ++counts.winning_with[i][size];
  }
  return counts;
}

class dice {
 public:
  explicit dice(unsigned seed) : source_{seed} {}
  /// A number from 0 to most.
  std::int64_t operator()(std::int64_t most) { return static_cast<std::int64_t>(source_() % static_cast<std::uint64_t>(most + 1)); }
  weight_list weights(std::size_t n, std::int64_t most, std::int64_t unit) {
    weight_list w(n);
    for (auto& x : w) x = unit * (*this)(most);
    return w;
  }

 private:
  std::mt19937 source_;
};

std::int64_t sum(weight_list const& w) { return power::detail::sum_of(w); }

/// Conditions on a weight and on the number of members, put together at random; quotas lie also where none or all reach them.
simple_game random_game(dice& d) {
  auto const n = static_cast<std::size_t>(1 + d(9));
  auto weights = d.weights(n, 11, 1 + d(2));
  weight_list const members(n, 1 + d(1));
  auto const kinds = static_cast<std::size_t>(1 + d(4));
  std::vector<power::condition> conditions;
  for (std::size_t k = 0; k < kinds; ++k) {
    auto const dimension = static_cast<std::size_t>(d(1));
    conditions.push_back({dimension, d(sum(dimension == 0 ? weights : members) + 3) - 1});
  }
  std::vector<std::uint64_t> terms;
  for (auto many = d(3); many > 0; --many) terms.push_back(static_cast<std::uint64_t>(d((1 << kinds) - 1)));
  return {power::named_players{n}, {weights, members}, conditions, terms};
}

weighted_game council(regime r, std::int64_t quota) {
  weight_list votes;
  for (auto const m : members_of(r)) votes.push_back(weighted_votes(r, m));
  return {quota, votes};
}

/// How many subsets of k has a set of n?
std::uint64_t choose(std::uint64_t n, std::uint64_t k) {
  std::uint64_t ways = 1;
  for (std::uint64_t i = 1; i <= k; ++i) {  // divides on the way, so that 64 over 32 does not run over
    auto const common = std::gcd(ways, i);
    ways = ways / common * ((n - k + i) / (i / common));
  }
  return ways;
}

}  // namespace

TEST_CASE("the table counts what looking at all coalitions counts, for weights and numbers of members in any combination") {
  dice d{20260101};
  for (int round = 0; round < 1500; ++round) {
    auto const game = random_game(d);
    INFO("round " << round);
    REQUIRE(power::detail::table_refusal(game).empty());
    auto const counted = power::detail::count_by_table(game), asked = by_asking_all(game);
    REQUIRE(counted.winning == asked.winning);
    REQUIRE(counted.winning_with == asked.winning_with);
  }
}

TEST_CASE("swings without sizes are those of looking at all coalitions, from either side of the quota") {
  dice d{7};
  for (int round = 0; round < 1500; ++round) {
    auto w = d.weights(static_cast<std::size_t>(1 + d(12)), 20, 1 + d(2));
    if (sum(w) == 0) w[0] = 1;
    weighted_game const game{power::allow_improper, 1 + d(sum(w) - 1), w};
    auto const counted = power::detail::count_swings_by_table(game, plenty, one_after_the_other{});
    auto const asked = by_asking_all(game);
    REQUIRE(counted.winning == asked.total());
    for (std::size_t i = 0; i < game.size(); ++i) REQUIRE(counted.swings[i] == asked.swings(i));
  }
}

TEST_CASE("the six of 1958 (12 of 17 votes) swing 10, 10, 10, 6, 6 and 0 times in 14 winning coalitions") {
  auto const counted = power::detail::count_swings_by_table({12, {4, 4, 4, 2, 2, 1}}, plenty, one_after_the_other{});
  CHECK(counted.swings == std::vector<std::uint64_t>{10, 10, 10, 6, 6, 0});
  CHECK(counted.winning == 14);
  CHECK(power::detail::count_by_table(weighted_game{12, {4, 4, 4, 2, 2, 1}}.simple()).total() == 14);
}

TEST_CASE("with at least four members, the six of 1958 have 13 winning coalitions, and Luxembourg swings once") {
  simple_game const game{power::named_players{6}, {{4, 4, 4, 2, 2, 1}, {1, 1, 1, 1, 1, 1}}, {{0, 12}, {1, 4}}, {3}};
  auto const counted = power::detail::count_by_table(game);
  CHECK(counted.total() == 13);
  std::vector<std::uint64_t> swings;
  for (std::size_t i = 0; i < 6; ++i) swings.push_back(counted.swings(i));
  CHECK(swings == std::vector<std::uint64_t>{9, 9, 9, 7, 7, 1});
}

TEST_CASE("the Security Council as a weighted game has 848 winning coalitions") {
  weighted_game const game{39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}};
  auto const counted = power::detail::count_swings_by_table(game, plenty, one_after_the_other{});
  CHECK(counted.winning == 848);
  CHECK(counted.swings[0] == 848);  // a permanent member is in all of them
  CHECK(counted.swings[14] == 84);  // three others of nine
}

TEST_CASE("the votes of the fifteen (62 of 87) and of Nice with 27 (255 of 345) give the published counts") {
  auto const fifteen = power::detail::count_swings_by_table(council(regime::fifteen, 62), plenty, one_after_the_other{});
  CHECK(fifteen.winning == 2549);
  auto const nice = council(regime::twenty_seven_nice, 255);
  auto const germany = static_cast<std::size_t>(std::max_element(nice.weights().begin(), nice.weights().end()) - nice.weights().begin());
  auto const swings = power::detail::count_swings_by_table(nice, plenty, one_after_the_other{});
  CHECK(swings.winning == 2'718'774);
  CHECK(swings.swings[germany] == 2'193'664);
  auto const by_size = power::detail::count_by_table(nice.simple());
  CHECK(by_size.total() == 2'718'774);
  for (std::size_t i = 0; i < nice.size(); ++i) CHECK(by_size.swings(i) == swings.swings[i]);
}

TEST_CASE("64 players fill 64 bits: majorities of equals are binomial coefficients") {
  weighted_game const game{33, weight_list(64, 1)};
  auto const counted = power::detail::count_by_table(game.simple());
  CHECK(choose(64, 32) == 1'832'624'140'942'590'534);
  for (std::uint64_t s = 0; s <= 64; ++s) {
    CHECK(counted.winning[s] == (s < 33 ? 0 : choose(64, s)));
    CHECK(counted.winning_with[63][s] == (s < 33 ? 0 : choose(63, s - 1)));
  }
  auto const swings = power::detail::count_swings_by_table(game, plenty, one_after_the_other{});
  CHECK(swings.swings[0] == choose(63, 32));
  CHECK(swings.winning == (std::uint64_t{1} << 63) - choose(64, 32) / 2);
  auto const anybody = power::detail::count_swings_by_table({power::allow_improper, 1, weight_list(64, 1)}, plenty, one_after_the_other{});
  CHECK(anybody.winning == ~std::uint64_t{0});  // all but the empty one
}

TEST_CASE("swings do not change with the unit of the weights, nor when winning and blocking change places") {
  dice d{11};
  for (int round = 0; round < 50; ++round) {
    auto w = d.weights(40, 300, 1);
    auto const total = sum(w);
    auto const quota = 1 + d(total - 1);
    auto const swings = power::detail::count_swings_by_table({power::allow_improper, quota, w}, plenty, one_after_the_other{});
    auto const dual = power::detail::count_swings_by_table({power::allow_improper, total - quota + 1, w}, plenty, one_after_the_other{});
    CHECK(swings.swings == dual.swings);
    CHECK(swings.winning + dual.winning == std::uint64_t{1} << 40);
    for (auto& x : w) x *= 1'000'003;
    weighted_game const in_small_units{power::allow_improper, quota * 1'000'003 - d(1'000'002), w};
    auto const scaled = power::detail::count_swings_by_table(in_small_units, plenty, one_after_the_other{});
    CHECK(swings.swings == scaled.swings);
  }
}

TEST_CASE("the table says no to two kinds of weights and to more than 64 players, before it starts") {
  simple_game const two{power::named_players{2}, {{1, 2}, {2, 1}}, {{0, 2}, {1, 2}}, {3}};
  CHECK_THAT(power::detail::table_refusal(two), test::contains("more than one kind"));
  CHECK_THAT(power::detail::table_refusal(weighted_game{40, weight_list(65, 1)}.simple()), test::contains("64 players"));
  weighted_game const many{40, weight_list(65, 1)};
  CHECK_THROWS_WITH(power::detail::count_swings_by_table(many, plenty, one_after_the_other{}),
                    test::contains("COD-P703") && test::contains("power::big::banzhaf") && test::contains("<codecision/power/big.hpp>"));
  CHECK_THROWS_WITH(power::detail::prefers_table(many, plenty, [] { return power::estimate{}; }), test::contains("COD-P703"));
}

TEST_CASE("a table in persons is refused with its estimate, and prefers_table leaves it to other engines") {
  weighted_game const union_in_persons{300'000'000, {83'456'045, 68'467'362, 58'989'749, 48'619'695, 37'563'071, 83'000'001}};
  CHECK_THROWS_WITH(power::detail::count_swings_by_table(union_in_persons, {power::engine::automatic, 60, 1e6}, one_after_the_other{}),
                    test::contains("COD-P703") && test::contains("table over weights would take"));
  auto const by_looking_at_all = [] { return power::estimate{power::engine::enumeration, 64 * 6, 0}; };
  CHECK_FALSE(power::detail::prefers_table(union_in_persons, {}, by_looking_at_all));
  CHECK(power::detail::prefers_table({12, {4, 4, 4, 2, 2, 1}}, {}, by_looking_at_all));
  CHECK(power::detail::prefers_table(union_in_persons, {power::engine::table}, by_looking_at_all));
  CHECK_FALSE(power::detail::prefers_table({12, {4, 4, 4, 2, 2, 1}}, {power::engine::enumeration}, by_looking_at_all));
}

TEST_CASE("a sum of very many counts keeps every digit") {
  constexpr auto largest = power::detail::digit_mask;
  std::uint64_t const count[] = {largest, 0};
  power::detail::wide_count sum{2};
  for (int i = 0; i < 70'000; ++i) sum.add(count, 1, false);
  sum.carry();
  CHECK(sum.digits() == std::vector<std::uint64_t>{largest + 1 - 70'000, 69'999});
  for (int i = 0; i < 69'999; ++i) sum.add(count, 1, true);
  sum.carry();
  CHECK(sum.digits() == std::vector<std::uint64_t>{largest, 0});
}
