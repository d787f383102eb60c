// SPDX-License-Identifier: BSL-1.0
// The lists of minimal winning, maximal losing, minimal blocking and shift-minimal coalitions, and their numbers.
#include <codecision/power/compose.hpp>
#include <codecision/power/minimal.hpp>

#include "errors/caught.hpp"
#include "power/brute_force.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <iterator>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;
using cod::test::all_of_them;
using cod::test::random_games;

namespace {

static_assert(std::forward_iterator<power::coalition_range::iterator>);

std::vector<std::uint64_t> listed(power::coalition_range const& range) {
  std::vector<std::uint64_t> all;
  for (auto const who : range) all.push_back(who.bits());
  return all;
}
std::vector<std::uint64_t> sorted(power::coalition_range const& range) {
  auto all = listed(range);
  std::sort(all.begin(), all.end());
  return all;
}

/// Every list is what brute force finds, each coalition once, and every number is the length of its list.
template <class Game>
void check_lists(Game const& g) {
  all_of_them const all{g};
  auto const minimal = all.minimal_winning(), losing = all.maximal_losing(), blocking = all.minimal_blocking(), shift = all.shift_minimal_winning();
  CHECK(sorted(power::minimal_winning(g)) == minimal);
  CHECK(sorted(power::maximal_losing(g)) == losing);
  CHECK(sorted(power::minimal_blocking(g)) == blocking);
  CHECK(sorted(power::shift_minimal_winning(g)) == shift);
  CHECK(power::minimal_winning(g).count() == minimal.size());
  CHECK(power::maximal_losing(g).count() == losing.size());
  CHECK(power::minimal_blocking(g).count() == blocking.size());
  CHECK(power::shift_minimal_winning(g).count() == shift.size());
}

/// The counts are what brute force finds, by each engine that can count this game.
template <class Game>
void check_counts(Game const& g, std::vector<power::engine> const& engines) {
  all_of_them const all{g};
  power::minimal_counts minimal{g.size()};
  power::critical_counts critical{g.size()};
  for (auto const s : all.where([](std::uint64_t) { return true; })) {
    auto const members = power::coalition::from_bits(s), decisive = power::coalition::from_bits(all.critical(s));
    auto const k = static_cast<std::size_t>(decisive.size());
    if (all.wins(s) && members == decisive) ++minimal.coalitions[k];
    if (k > 0) ++critical.coalitions[k];
    for (std::size_t i = 0; i < g.size(); ++i) {
      if (all.wins(s) && members == decisive) minimal.with[i][k] += decisive.contains(i);
      critical.with[i][k] += decisive.contains(i);
    }
  }
  for (auto const by : engines) {
    INFO(power::name(by));
    CHECK(power::count_minimal(g, {.by = by}) == minimal);
    CHECK(power::count_critical(g, {.by = by}) == critical);
  }
}

std::vector<power::engine> const all_engines{power::engine::automatic, power::engine::halves, power::engine::search};

}  // namespace

TEST_CASE("in random games of every shape the lists are what brute force finds", "[power][minimal]") {
  random_games random{1};
  for (int round = 0; round < 400; ++round) {
    auto const n = static_cast<std::size_t>(random.number(1, 9));
    INFO("round " << round);
    check_lists(round % 2 == 0 ? random.heads_and_one(n) : random.of_any_weight(n));
  }
}

TEST_CASE("in random games of every shape a decision diagram counts what brute force counts", "[power][minimal]") {
  random_games random{21};
  for (int round = 0; round < 600; ++round) {
    INFO("round " << round);
    auto const n = static_cast<std::size_t>(random.number(0, 11));
    auto const g = round % 3 == 0 ? random.heads_and_one(n) : random.of_any_weight(n);
    all_of_them const all{g};
    power::minimal_counts winning{g.size()}, blocking{g.size()};
    auto const add = [](power::minimal_counts& counts, std::vector<std::uint64_t> const& sets) {
      for (auto const s : sets) {
        auto const size = static_cast<std::size_t>(power::coalition::from_bits(s).size());
        ++counts.coalitions[size];
        for (std::size_t i = 0; i < counts.players; ++i) counts.with[i][size] += s >> i & 1;
      }
    };
    add(winning, all.minimal_winning());
    add(blocking, all.minimal_blocking());
    CHECK(power::count_minimal(g, {.by = power::engine::diagram}) == winning);
    CHECK(power::detail::count_minimal_by_diagram(g, power::detail::side::blocking, {}) == blocking);
  }
}

TEST_CASE("under unanimity of 64 one coalition is minimal, and each player blocks alone", "[power][minimal]") {
  power::weighted_game const g{64, std::vector<std::int64_t>(64, 1)};
  CHECK(power::minimal_winning(g).count() == 1);
  CHECK(power::shift_minimal_winning(g).count() == 1);
  CHECK(power::minimal_blocking(g).count() == 64);
  CHECK(power::count_minimal(g).coalitions[64] == 1);
  CHECK(power::count_minimal(power::dual(g)).coalitions[1] == 64);
  for (auto const by : {power::engine::table, power::engine::diagram, power::engine::search}) CHECK(power::minimal_winning(g).count({.by = by}) == 1);
}

TEST_CASE("of 64 equal players any 33 are minimal: 64 over 33", "[power][minimal]") {
  power::weighted_game const g{33, std::vector<std::int64_t>(64, 1)};
  auto const expected = std::uint64_t{1777090076065542336};
  CHECK(power::minimal_winning(g).count() == expected);
  CHECK(power::minimal_winning(g.simple()).count({.by = power::engine::diagram}) == expected);
  CHECK(power::count_minimal(g).coalitions[33] == expected);
  CHECK(power::count_minimal(g).total_with(5) == expected / 64 * 33);
}

TEST_CASE("two chambers of twenty, each by eleven, have C(20,11) squared minimal coalitions", "[power][minimal]") {
  std::vector<std::int64_t> first(40), second(40);
  for (std::size_t i = 0; i < 40; ++i) (i % 2 == 0 ? first : second)[i] = 1;
  power::simple_game const g{power::named_players{40}, {first, second}, {{0, 11}, {1, 11}}, {0b11}};
  CHECK(power::minimal_winning(g).count() == std::uint64_t{167960} * 167960);
  CHECK(power::minimal_blocking(g).count() == 2 * std::uint64_t{184756});  // ten of one chamber
}

TEST_CASE("null players and vetoes do not make a search longer", "[power][minimal]") {
  std::vector<std::int64_t> weights(64, 0);
  std::fill_n(weights.begin(), 4, 100);  // without any one of them 400 cannot be reached
  std::fill_n(weights.begin() + 4, 10, 1);
  power::detail::ranked_game const g{power::weighted_game{405, weights}.simple()};
  CHECK(g.free_players() == 10);
  CHECK(power::count_minimal(power::weighted_game{405, weights}, {.by = power::engine::search}).total() == 252);  // any five of ten
}

TEST_CASE("in random weighted games of 50 players table and diagram find as many minimal coalitions", "[power][minimal]") {
  random_games random{22};
  for (int round = 0; round < 20; ++round) {
    INFO("round " << round);
    auto const g = random.weighted(50, random.number(1, 300));
    for (auto const& range : {power::minimal_winning(g), power::minimal_blocking(g)})
      CHECK(range.count({.by = power::engine::table}) == range.count({.by = power::engine::diagram}));
  }
}

TEST_CASE("in random games of sixteen players too", "[power][minimal]") {
  random_games random{2};
  for (int round = 0; round < 4; ++round) {
    INFO("round " << round);
    auto const g = round % 2 == 0 ? random.heads_and_one(16) : random.of_any_weight(16);
    check_lists(g);
    check_counts(g, {power::engine::automatic, power::engine::search});
  }
}

TEST_CASE("with heads and one weight, meeting in the middle and the search count what brute force counts", "[power][minimal]") {
  random_games random{3};
  for (int round = 0; round < 400; ++round) {
    INFO("round " << round);
    check_counts(random.heads_and_one(static_cast<std::size_t>(random.number(1, 11))), all_engines);
  }
}

TEST_CASE("with several weights the search counts what brute force counts", "[power][minimal]") {
  random_games random{4};
  for (int round = 0; round < 300; ++round) {
    INFO("round " << round);
    check_counts(random.of_any_weight(static_cast<std::size_t>(random.number(1, 11))), {power::engine::automatic, power::engine::search});
  }
}

TEST_CASE("in every historic council of up to sixteen members lists and counts are what brute force finds", "[power][minimal]") {
  cod::test::each_historic_council([](power::game const& g) {
    INFO(g.size() << " members");
    check_lists(g);
    check_counts(g, {power::engine::automatic, power::engine::search});
  });
}

TEST_CASE("the Treaties' rules in a council of sixteen are counted as brute force counts", "[power][minimal]") {
  auto const all = cod::council_of_year(2024);
  cod::electorate council{};
  for (auto const m : all.members())
    if (council.size() < 16) council = council.with(m, all.population(m));
  for (auto const& rule : {cod::rules::qualified_majority(), cod::rules::reinforced_majority(), cod::rules::participants_majority(),
                           cod::rules::simple_majority(), cod::rules::unanimity()}) {
    INFO(rule.name());
    check_counts(power::game{rule, council}, all_engines);
  }
}

TEST_CASE("weighted games with very large weights are counted exactly", "[power][minimal]") {
  auto const largest = power::largest_sum / 5;
  power::weighted_game const g{largest * 2 + 2, {largest, largest, largest - 1, largest, 3}};
  check_lists(g);
  check_counts(g, all_engines);
}

TEST_CASE("among the six, four coalitions were minimal", "[power][minimal][eec]") {
  power::game const g{cod::rules::weighted(cod::regime::six), cod::council_on("1965-07-01"_date)};
  std::vector<cod::member_set> found;
  for (auto const who : power::minimal_winning(g)) found.push_back(g.players().members_of(who));
  // from the strongest: Germany, France and Italy have four votes each, in the order of the Council's list
  CHECK(found.size() == 4);
  CHECK(found.front() == "DE FR IT"_members);
  for (auto const& expected : {"DE FR BE NL"_members, "DE IT BE NL"_members, "FR IT BE NL"_members})
    CHECK(std::count(found.begin(), found.end(), expected) == 1);
}

TEST_CASE("a list comes in the same lexicographic order from the strongest player every time it is read", "[power][minimal]") {
  power::weighted_game const g{4, {1, 2, 1, 3}};  // from the strongest: players 3, 1, 0, 2
  auto const range = power::minimal_winning(g);
  std::vector<std::uint64_t> const expected{0b1010, 0b1001, 0b1100, 0b0111};
  CHECK(listed(range) == expected);
  CHECK(listed(range) == expected);
  CHECK(range.begin() == range.begin());
  auto second = range.begin();
  auto const first = second++;
  CHECK(*first == *range.begin());
  CHECK(first != second);
  CHECK(*second == power::coalition::from_bits(expected[1]));
}

TEST_CASE("the first coalitions of an immense list come at once", "[power][minimal]") {
  power::weighted_game const g{33, std::vector<std::int64_t>(64, 1)};  // 1.8 x 10^18 of them
  std::size_t seen = 0;
  for (auto const who : power::minimal_winning(g)) {
    CHECK(who.size() == 33);
    if (++seen == 1000) break;
  }
  CHECK(seen == 1000);
}

TEST_CASE("a chamber that already agrees gets no more members while the other chamber is searched", "[power][minimal]") {
  // Two chambers of 20, each by 11: C(20,11)^2 minimal coalitions, but never a look at those with 12 of one chamber.
  std::vector<std::int64_t> first(40), second(40);
  for (std::size_t i = 0; i < 40; ++i) (i % 2 == 0 ? first : second)[i] = 1;
  power::simple_game const g{power::named_players{40}, {first, second}, {{0, 11}, {1, 11}}, {0b11}};
  std::size_t seen = 0;
  for (auto const who : power::minimal_winning(g)) {
    CHECK(who.size() == 22);
    if (++seen == 1000) break;
  }
  CHECK(seen == 1000);
}

TEST_CASE("minimal blocking coalitions are the minimal winning ones of the dual, and what maximal losing ones leave out", "[power][minimal]") {
  random_games random{5};
  for (int round = 0; round < 50; ++round) {
    auto const g = random.of_any_weight(8);
    CHECK(sorted(power::minimal_blocking(g)) == sorted(power::minimal_winning(power::dual(g))));
    auto left_out = listed(power::maximal_losing(g));
    for (auto& s : left_out) s = ~s & 0xff;
    CHECK(left_out == listed(power::minimal_blocking(g)));
  }
}

TEST_CASE("players of different weights can be equally desirable, and then neither is shifted", "[power][minimal]") {
  power::weighted_game const g{3, {2, 2, 1}};  // any two win
  CHECK(power::shift_minimal_winning(g).count() == 3);
}

TEST_CASE("a coalition that still wins when a member makes way for somebody weaker is not shift-minimal", "[power][minimal]") {
  power::weighted_game const g{power::allow_improper, 5, {4, 3, 2, 1, 1}};  // 4 wins with a 1, so 4 with 2 or 3 is not shift-minimal
  CHECK(listed(power::shift_minimal_winning(g)) == std::vector<std::uint64_t>{0b01001, 0b10001, 0b00110, 0b11010});
  CHECK(power::minimal_winning(g).count() == 6);
}

TEST_CASE("the fifteen had 829 minimal coalitions out of 2549 that won", "[power][minimal][known]") {
  power::weighted_game const g{62, {10, 10, 10, 10, 8, 5, 5, 5, 5, 4, 4, 3, 3, 3, 2}};
  CHECK(power::minimal_winning(g).count() == 829);
  CHECK(power::count_coalitions(g).total() == 2549);
}

TEST_CASE("the votes of Nice alone had 561 645 minimal coalitions among the twenty-seven", "[power][minimal][known]") {
  power::weighted_game const g{255, {29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10, 10, 10, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4, 3}};
  CHECK(power::minimal_winning(g).count() == 561645);
  CHECK(power::count_minimal(g, {.by = power::engine::search}).total() == 561645);
}

TEST_CASE("in the Security Council nine votes with all five permanent members are minimal: 210 coalitions", "[power][minimal][known]") {
  power::weighted_game const g{39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}};
  CHECK(power::minimal_winning(g).count() == 210);
  CHECK(power::minimal_blocking(g).count() == 5 + 120);  // each permanent member, and any seven of the ten elected
}

TEST_CASE("whoever asks for too much is told before it starts", "[power][minimal]") {
  random_games random{6};
  auto const weighted = random.weighted(70, 9).simple();
  CHECK(cod::test::caught([&] { static_cast<void>(power::minimal_winning(weighted)); }).code() == cod::error_code::too_costly);
  std::vector<std::int64_t> first, second;
  for (int i = 0; i < 50; ++i) first.push_back(random.number(1, 1'000'000)), second.push_back(random.number(1, 1'000'000));
  power::simple_game const several{power::named_players{50}, {first, second},
                                   {{0, power::detail::sum_of(first) * 6 / 10}, {1, power::detail::sum_of(second) * 6 / 10}}, {0b11}};
  CHECK(cod::test::caught([&] { static_cast<void>(power::count_minimal(several)); }).code() == cod::error_code::too_costly);
  CHECK(cod::test::caught([&] { static_cast<void>(power::minimal_winning(several).count()); }).code() == cod::error_code::too_costly);
  CHECK(cod::test::caught([&] { static_cast<void>(power::count_minimal(random.weighted(20, 9), {.by = power::engine::table})); }).code() ==
        cod::error_code::too_costly);
  CHECK(cod::test::caught([&] { static_cast<void>(power::count_critical(random.weighted(20, 9), {.by = power::engine::diagram})); }).code() ==
        cod::error_code::too_costly);
  CHECK(cod::test::caught([&] { static_cast<void>(power::minimal_winning(several).count({.by = power::engine::halves})); }).code() ==
        cod::error_code::too_costly);
}
