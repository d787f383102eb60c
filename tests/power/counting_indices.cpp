// SPDX-License-Identifier: BSL-1.0
// The indices that are one count of coalitions over another: Coleman, Rae, Koenig-Braeuninger and Nevison.
#include "power/small_games.hpp"
#include "support/catch.hpp"

#include <codecision/power/banzhaf.hpp>
#include <codecision/power/coleman.hpp>
#include <codecision/power/inclusiveness.hpp>
#include <codecision/power/nevison.hpp>
#include <codecision/power/rae.hpp>
#include <codecision/rules/simple_majority.hpp>

namespace cod = codecision;
namespace power = cod::power;
using namespace codecision::literals;
using cod::test::approx;
using cod::test::contains;
using cod::test::each_set;
using power::fraction;

namespace {

constexpr auto toy = power::game{cod::rules::simple_majority(),
                                 cod::electorate{{"BE"_ms, 50}, {"BG"_ms, 30}, {"CZ"_ms, 20}, {"DK"_ms, 10}, {"DE"_ms, 5}}};

}  // namespace

TEST_CASE("each index is the count that its definition names", "[power][indices]") {
  cod::test::random_games random{41};
  for (int round = 0; round < 40; ++round) {
    auto const n = static_cast<std::size_t>(random.number(1, 9));
    auto const g = random.next(n);
    auto const act = power::coleman_power_to_act(g);
    auto const prevent = power::coleman_power_to_prevent(g);
    auto const initiate = power::coleman_power_to_initiate(g);
    auto const rae = power::rae(g);
    auto const inclusive = power::inclusiveness(g);
    auto const nevison = power::nevison(g);
    for (std::size_t i = 0; i < n; ++i) {
      std::uint64_t winning = 0, losing = 0, undone = 0, brought_about = 0, satisfied = 0, inside = 0;
      each_set(n, [&](power::coalition who) {
        auto other = who;
        who.contains(i) ? other.erase(i) : other.insert(i);
        auto const wins = g.wins(who);
        ++(wins ? winning : losing);
        undone += wins && !g.wins(other);
        brought_about += !wins && g.wins(other);
        satisfied += wins == who.contains(i);
        inside += wins && who.contains(i);
      });
      auto const all = std::uint64_t{1} << n;
      CHECK(act.winning_coalitions() == winning);
      CHECK(act.exact() == power::reduced(winning, all));
      CHECK(rae.exact(i) == power::reduced(satisfied, all));
      CHECK(rae.count(i) == satisfied);
      CHECK(nevison.exact(i) == power::reduced(inside, all / 2));
      CHECK(prevent.exact(i) == (winning == 0 ? fraction{} : power::reduced(undone, winning)));
      CHECK(initiate.exact(i) == (losing == 0 ? fraction{} : power::reduced(brought_about, losing)));
      CHECK(inclusive.exact(i) == (winning == 0 ? fraction{} : power::reduced(inside, winning)));
    }
  }
}

TEST_CASE("among the six, 14 of 64 coalitions won, and Luxembourg could neither prevent nor initiate", "[power][indices]") {
  auto const g = cod::test::six();
  CHECK(power::coleman_power_to_act(g).exact() == fraction{7, 32});
  CHECK(power::coleman_power_to_act(g).value() == 14.0 / 64);
  CHECK(power::coleman_power_to_prevent(g).count("DE"_ms) == 10);
  CHECK(power::coleman_power_to_prevent(g).of_how_many() == 14);
  CHECK(power::coleman_power_to_prevent(g).exact("DE"_ms) == fraction{5, 7});
  CHECK(power::coleman_power_to_initiate(g).exact("DE"_ms) == fraction{1, 5});
  CHECK(power::coleman_power_to_prevent(g).count("LU"_ms) == 0);
  CHECK(power::coleman_power_to_initiate(g).count("LU"_ms) == 0);
  CHECK(power::inclusiveness(g).exact("LU"_ms) == fraction{1, 2});
  CHECK(power::rae(g).exact("LU"_ms) == fraction{1, 2});
  CHECK(power::nevison(g).exact("LU"_ms) == fraction{7, 32});
  CHECK(power::inclusiveness(g).exact("DE"_ms) == fraction{6, 7});
}

TEST_CASE("Rae is 1/2 plus half of the absolute Banzhaf index, which is the harmonic mean of Coleman's two", "[power][indices]") {
  auto const g = cod::test::fifteen();
  auto const banzhaf = power::banzhaf(g);
  auto const rae = power::rae(g);
  auto const prevent = power::coleman_power_to_prevent(g);
  auto const initiate = power::coleman_power_to_initiate(g);
  auto const inclusive = power::inclusiveness(g);
  auto const nevison = power::nevison(g);
  auto const act = power::coleman_power_to_act(g).value();
  CHECK(power::coleman_power_to_act(g).winning_coalitions() == 2549);
  for (auto const m : g.players().members()) {
    CHECK(rae.value(m) == approx(0.5 + banzhaf.absolute(m) / 2));
    CHECK(2 / (1 / prevent.value(m) + 1 / initiate.value(m)) == approx(banzhaf.absolute(m)));
    CHECK(inclusive.value(m) == approx(0.5 + prevent.value(m) / 2));
    CHECK(nevison.value(m) == approx(act + banzhaf.absolute(m) / 2));
  }
}

TEST_CASE("under unanimity everybody prevents everything and initiates almost nothing", "[power][indices]") {
  auto const g = power::weighted_game{10, std::vector<std::int64_t>(10, 1)};
  CHECK(power::coleman_power_to_act(g).exact() == fraction{1, 1024});
  CHECK(power::coleman_power_to_prevent(g).exact(3) == fraction{1, 1});
  CHECK(power::coleman_power_to_initiate(g).exact(3) == fraction{1, 1023});
  CHECK(power::inclusiveness(g).exact(3) == fraction{1, 1});
}

TEST_CASE("a dictator gets all it votes for, and the others half", "[power][indices]") {
  auto const g = power::weighted_game{51, {20, 60, 20}};
  CHECK(power::rae(g).exact(1) == fraction{1, 1});
  CHECK(power::rae(g).exact(0) == fraction{1, 2});
  CHECK(power::nevison(g).exact(1) == fraction{1, 1});
  CHECK(power::coleman_power_to_initiate(g).exact(1) == fraction{1, 1});
}

TEST_CASE("in a game that nobody wins, or everybody, nothing is divided by nothing", "[power][indices]") {
  auto const never = power::within(cod::test::six(), "DE FR"_members);
  CHECK(power::coleman_power_to_prevent(never).value(0) == 0);
  CHECK(power::inclusiveness(never).value(0) == 0);
  CHECK(power::coleman_power_to_initiate(never).value(0) == 0);
  CHECK(power::rae(never).value(0) == 0.5);
  auto const always = power::dual(never);
  CHECK(power::coleman_power_to_initiate(always).value(0) == 0);
  CHECK(power::coleman_power_to_act(always).value() == 1);
  CHECK(power::inclusiveness(always).value(0) == 0.5);
}

TEST_CASE("with 64 players nothing overflows: counts of all 2^64 coalitions", "[power][indices]") {
  power::coalition_counts dictated{64};  // player 0 decides alone: C(63, s - 1) coalitions of s, row 63 of Pascal's triangle
  dictated.winning[1] = 1;
  for (int row = 1; row <= 63; ++row)
    for (std::size_t s = 64; s > 1; --s) dictated.winning[s] += dictated.winning[s - 1];
  dictated.winning_with[0] = dictated.winning;
  power::named_players const players{64};
  CHECK(dictated.total() == std::uint64_t{1} << 63);
  CHECK(power::power_to_act{dictated.total(), 64}.value() == 0.5);
  CHECK(power::nevison_index<power::named_players>::from(players, dictated).value(0) == 1);
  CHECK(power::coleman_initiative<power::named_players>::from(players, dictated).value(0) == 1);
  CHECK(power::coleman_prevention<power::named_players>::from(players, dictated).exact(0) == fraction{1, 1});
  CHECK_THROWS_WITH(power::rae_index<power::named_players>::from(players, dictated), contains("COD-P703"));
  power::coalition_counts never{64};
  CHECK(power::coleman_initiative<power::named_players>::from(players, never).value(5) == 0);
  CHECK_FALSE(power::coleman_initiative<power::named_players>::from(players, never).is_exact());
}

TEST_CASE("for a toy council the indices are constants of the program", "[power][indices]") {
  static_assert(power::coleman_power_to_act(toy).exact() == fraction{1, 2});  // three of five
  static_assert(power::coleman_power_to_prevent(toy).exact("BE"_ms) == fraction{3, 8});
  static_assert(power::coleman_power_to_initiate(toy).exact("BE"_ms) == fraction{3, 8});
  static_assert(power::rae(toy).exact("DK"_ms) == fraction{11, 16});
  static_assert(power::nevison(toy).exact("DE"_ms) == fraction{11, 16});
  static_assert(power::inclusiveness(toy).exact("CZ"_ms) == fraction{11, 16});
  CHECK(power::coleman_power_to_initiate(toy).value("BE"_ms) == 0.375);
}
