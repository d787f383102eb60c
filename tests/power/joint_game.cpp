// SPDX-License-Identifier: BSL-1.0
// Several chambers that must all agree, against the definition and against the plain conjunction.
#include "power/small_games.hpp"
#include "support/catch.hpp"

#include <codecision/power/banzhaf.hpp>
#include <codecision/power/deegan_packel.hpp>
#include <codecision/power/holler.hpp>
#include <codecision/power/johnston.hpp>
#include <codecision/power/joint_game.hpp>
#include <codecision/power/shapley_shubik.hpp>

#include <cmath>

namespace cod = codecision;
namespace power = cod::power;
using namespace codecision::literals;
using cod::test::contains;
using cod::test::each_set;
using cod::test::set_of;

namespace {

power::weighted_game const commission{1, {1}, {"Commission"}};
/// Groups of a Parliament of 720, for the test: 361 seats are more than half.
power::weighted_game const parliament{361, {188, 136, 86, 79, 77, 53, 46, 55}, {"a", "b", "c", "d", "e", "f", "g", "others"}};

void check_counts(power::joint_game const& g) {
  auto const counts = power::count_coalitions(g);
  power::coalition_counts expected{g.size()};
  each_set(g.size(), [&](power::coalition who) {
    if (!g.wins(who)) return;
    auto const size = static_cast<std::size_t>(who.size());
    ++expected.winning[size];
    for (std::size_t i = 0; i < g.size(); ++i)
      if (who.contains(i)) ++expected.winning_with[i][size];
  });
  CHECK(counts.players == g.size());
  CHECK(counts.winning == expected.winning);
  CHECK(counts.winning_with == expected.winning_with);
}

}  // namespace

TEST_CASE("a coalition wins a joint game when its part in each chamber wins there", "[power][joint]") {
  cod::test::random_games random{11};
  for (int round = 0; round < 30; ++round) {
    auto const a = random.next(3);
    auto const b = random.next(5);
    auto const c = random.next(4);
    power::joint_game const g{{"A", a}, {"B", b}, {"C", c}};
    bool agree = true;
    each_set(12, [&](power::coalition who) {
      auto const bits = who.bits();
      auto const expected = a.wins(power::coalition::from_bits(bits & 7)) && b.wins(power::coalition::from_bits(bits >> 3 & 31)) &&
                            c.wins(power::coalition::from_bits(bits >> 8));
      agree = agree && g.wins(who) == expected;
    });
    CHECK(agree);
    CHECK(cod::test::same_winners(g.simple(), g));
    check_counts(g);
  }
}

TEST_CASE("players keep their names, and get their chamber's where two are the same", "[power][joint]") {
  auto const assembly = power::weighted_game{2, {1, 1, 1}, {"DE", "x", "y"}};
  power::joint_game const g{{"Council", cod::test::six()}, {"Commission", commission}, {"Assembly", assembly}};
  CHECK(g.players().name(0) == "BE");
  CHECK(g.players().name(1) == "Council: DE");
  CHECK(g.players().name(6) == "Commission");
  CHECK(g.players().name(7) == "Assembly: DE");
  CHECK(power::banzhaf(g).swings("Commission") == g.winning_coalitions());
  CHECK(g.winning_coalitions() == 14u * 4u);
}

TEST_CASE("in one chamber the joint game is that chamber's game", "[power][joint]") {
  power::joint_game const g{{"Council", cod::test::six()}};
  auto const alone = power::banzhaf(cod::test::six());
  auto const joint = power::banzhaf(g);
  for (std::size_t i = 0; i < 6; ++i) CHECK(joint.swings(i) == alone.swings(i));
  check_counts(g);
}

TEST_CASE("in the ordinary procedure winning coalitions are multiplied, and the Commission has a veto", "[power][joint]") {
  auto const council = cod::test::fifteen();
  power::joint_game const g{{"Commission", commission}, {"Council", council}, {"Parliament", parliament}};
  REQUIRE(g.size() == 24);
  auto const in_council = power::banzhaf(council);
  auto const in_parliament = power::banzhaf(parliament);
  auto const joint = power::banzhaf(g);
  CHECK(joint.winning_coalitions() == 2549 * in_parliament.winning_coalitions());
  CHECK(joint.swings("Commission") == joint.winning_coalitions());
  CHECK(joint.swings("DE") == in_council.swings("DE"_ms) * in_parliament.winning_coalitions());
  CHECK(joint.swings("a") == 2549 * in_parliament.swings("a"));

  auto const shapley = power::shapley_shubik(g);
  double sum = 0;
  for (std::size_t i = 0; i < g.size(); ++i) sum += shapley.value(i);
  CHECK(shapley.is_exact());
  CHECK(sum == cod::test::approx(1).epsilon(1e-14));
  CHECK(shapley.value("Commission") > shapley.value("DE"));
}

TEST_CASE("the ordinary procedure of today, 36 players, is counted exactly", "[power][joint]") {
  auto const council = cod::test::today();
  power::joint_game const g{{"Commission", commission}, {"Council", council}, {"Parliament", parliament}};
  REQUIRE(g.size() == 36);
  CHECK(g.winning_coalitions() == council.winning_coalitions() * parliament.winning_coalitions());
  auto const shapley = power::shapley_shubik(g);
  double sum = 0;
  for (std::size_t i = 0; i < g.size(); ++i) sum += shapley.value(i);
  CHECK(shapley.is_exact());
  CHECK(sum == cod::test::approx(1).epsilon(1e-14));
  CHECK(power::banzhaf(g).swings("PL") == power::banzhaf(council).swings("PL"_ms) * parliament.winning_coalitions());
}

TEST_CASE("minimal and critical coalitions of two chambers are the products of those of each", "[power][joint]") {
  power::joint_game const g{{"A", power::weighted_game{5, {4, 2, 2, 1}}}, {"B", power::weighted_game{4, {3, 2, 1, 1}}}};
  // The same game without its chambers, looked at coalition by coalition.
  std::vector<std::uint64_t> minimal(9), with_first(9), critical(9);
  for (std::uint64_t bits = 0; bits < 256; ++bits) {
    auto const who = power::coalition::from_bits(bits);
    if (!g.wins(who)) continue;
    int needed = 0;
    bool first_needed = false;
    for (std::size_t i = 0; i < 8; ++i) {
      auto rest = who;
      rest.erase(i);
      if (!who.contains(i) || g.wins(rest)) continue;
      ++needed;
      first_needed = first_needed || i == 0;
    }
    if (needed > 0) ++critical[static_cast<std::size_t>(needed)];
    if (needed != who.size()) continue;
    ++minimal[static_cast<std::size_t>(needed)];
    if (first_needed) ++with_first[static_cast<std::size_t>(needed)];
  }
  auto const counted = power::count_minimal(g);
  CHECK(counted.coalitions == minimal);
  CHECK(counted.with[0] == with_first);
  CHECK(power::count_critical(g).coalitions == critical);
}

TEST_CASE("Johnston, Deegan-Packel and Holler of the ordinary procedure of today are counted by chamber, and add up to one", "[power][joint]") {
  power::joint_game const g{{"Commission", commission}, {"Council", cod::test::today()}, {"Parliament", parliament}};
  auto const minimal = power::deegan_packel(g);
  auto const members = power::holler(g);
  auto const critical = power::johnston(g);
  double sums[3] = {};
  for (std::size_t i = 0; i < g.size(); ++i) {
    sums[0] += minimal.value(i);
    sums[1] += members.value(i);
    sums[2] += critical.value(i);
  }
  for (auto const sum : sums) CHECK(sum == cod::test::approx(1).epsilon(1e-12));
  CHECK(critical.value("Commission") > critical.value("DE"));
}

TEST_CASE("in two chambers of 40, one player decides as often as it does in its own chamber while the other one agrees", "[power][joint]") {
  cod::test::random_games random{12};
  auto const first = random.weighted(40, 1000), second = random.weighted(40, 1000);
  power::joint_game const g{{"A", first}, {"B", second}};
  auto const joint = power::banzhaf(g);
  auto const alone = power::banzhaf(first);
  auto const agree = static_cast<double>(second.winning_coalitions()) / std::exp2(40.0);
  CHECK_FALSE(joint.is_exact());
  CHECK(joint.swings() == 0);
  for (std::size_t i = 0; i < 40; ++i) CHECK(joint.absolute(i) == cod::test::approx(alone.absolute(i) * agree).epsilon(1e-12).margin(1e-16));
  auto const shapley = power::shapley_shubik(g);
  double sum = 0;
  for (std::size_t i = 0; i < 80; ++i) sum += shapley.value(i);
  CHECK(sum == cod::test::approx(1).epsilon(1e-12));
}

TEST_CASE("more than 64 players in all, or no chamber, is an error", "[power][joint][errors]") {
  power::weighted_game const many{21, std::vector<std::int64_t>(40, 1)};
  power::joint_game const g{{"A", many}, {"B", many}};
  CHECK(g.size() == 80);
  CHECK(g.players().name(40) == "B: player 0");
  CHECK_THROWS_WITH(power::count_coalitions(g), contains("COD-P703"));
  CHECK_THROWS_WITH(power::banzhaf(g, {.by = power::engine::enumeration}), contains("COD-P703"));
  CHECK_THROWS_WITH(g.wins(power::coalition{}), contains("COD-P703"));
  CHECK_THROWS_WITH((power::joint_game{std::vector<power::chamber>{}}), contains("COD-P702"));
}
