// SPDX-License-Identifier: BSL-1.0
// The indices that rest on minimal, critical, winning or veto-holding members: Deegan-Packel, Holler, Johnston, public
// help, minimum size, Tijs.
#include <codecision/power/compose.hpp>
#include <codecision/power/deegan_packel.hpp>
#include <codecision/power/holler.hpp>
#include <codecision/power/johnston.hpp>
#include <codecision/power/minimum_size.hpp>
#include <codecision/power/public_help.hpp>
#include <codecision/power/threads.hpp>
#include <codecision/power/tijs.hpp>

#include "errors/caught.hpp"
#include "power/brute_force.hpp"
#include "support/catch.hpp"

#include <cmath>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;
using cod::test::all_of_them;
using cod::test::approx;
using cod::test::caught;
using cod::test::random_games;
using power::fraction;

namespace {

/// Each coalition gives one unit in equal parts to some of its members; a player's index is its part of all units. In
/// units of 1 / 720720, the least common multiple of 1 to 16: whole numbers.
template <class Sharers>
std::vector<fraction> equal_division(std::vector<std::uint64_t> const& coalitions, std::size_t players, Sharers sharers) {
  constexpr std::uint64_t unit = 720720;
  std::vector<std::uint64_t> got(players);
  for (auto const s : coalitions) {
    auto const who = power::coalition::from_bits(sharers(s));
    for (std::size_t i = 0; i < players; ++i)
      if (who.contains(i)) got[i] += unit / static_cast<std::uint64_t>(who.size());
  }
  std::vector<fraction> shares;
  for (auto const g : got) shares.push_back(power::reduced(g, unit * coalitions.size()));
  return shares;
}
/// Each coalition gives one unit to every member; a player's index is its part of all units.
std::vector<fraction> memberships(std::vector<std::uint64_t> const& coalitions, std::size_t players) {
  std::vector<std::uint64_t> in(players);
  std::uint64_t sum = 0;
  for (auto const s : coalitions)
    for (std::size_t i = 0; i < players; ++i) {
      in[i] += s >> i & 1;
      sum += s >> i & 1;
    }
  std::vector<fraction> shares;
  for (auto const number : in) shares.push_back(power::reduced(number, sum));
  return shares;
}

template <class Index>
void check_shares(Index const& index, std::vector<fraction> const& expected) {
  CHECK(index.is_exact());
  double sum = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO("player " << i);
    CHECK(to_string(index.exact(i)) == to_string(expected[i]));
    CHECK(index.value(i) == approx(expected[i].value()).epsilon(1e-14));
    sum += index.value(i);
  }
  CHECK(sum == approx(1).epsilon(1e-14));
}

/// Every index is what its definition gives over all coalitions, or is refused where the definition gives nothing.
template <class Game>
void check_indices(Game const& g) {
  all_of_them const all{g};
  auto const n = g.size();
  auto const minimal = all.minimal_winning();
  auto const winning = all.where([&](std::uint64_t s) { return all.wins(s); });
  auto const not_defined = [](auto ask) { return caught(ask).code() == cod::error_code::index_not_defined; };
  if (minimal.empty() || minimal == std::vector<std::uint64_t>{0}) {  // nobody wins, or everybody
    CHECK(not_defined([&] { static_cast<void>(power::deegan_packel(g)); }));
    CHECK(not_defined([&] { static_cast<void>(power::holler(g)); }));
    CHECK(not_defined([&] { static_cast<void>(power::johnston(g)); }));
    CHECK(not_defined([&] { static_cast<void>(power::minimum_size(g)); }));
    CHECK(not_defined([&] { static_cast<void>(power::tijs(g)); }));
    if (winning.empty()) CHECK(not_defined([&] { static_cast<void>(power::public_help(g)); }));
    return;
  }
  auto const itself = [](std::uint64_t s) { return s; };
  check_shares(power::deegan_packel(g), equal_division(minimal, n, itself));
  check_shares(power::holler(g), memberships(minimal, n));
  check_shares(power::johnston(g), equal_division(all.where([&](std::uint64_t s) { return all.critical(s) != 0; }), n, [&](std::uint64_t s) { return all.critical(s); }));
  check_shares(power::public_help(g), memberships(winning, n));
  auto least = n;
  for (auto const s : winning) least = (std::min)(least, static_cast<std::size_t>(power::coalition::from_bits(s).size()));
  auto const smallest = all.where([&](std::uint64_t s) { return all.wins(s) && static_cast<std::size_t>(power::coalition::from_bits(s).size()) == least; });
  check_shares(power::minimum_size(g), equal_division(smallest, n, itself));
  auto in_all = all.everybody();
  for (auto const s : winning) in_all &= s;
  if (in_all == 0) CHECK(not_defined([&] { static_cast<void>(power::tijs(g)); }));
  else check_shares(power::tijs(g), equal_division({in_all}, n, itself));
}

power::game six(cod::proposer who) { return {cod::rules::weighted(cod::regime::six, who), cod::council_on("1965-07-01"_date)}; }
power::weighted_game security_council() { return {39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}}; }

}  // namespace

TEST_CASE("in random games of every shape each index is what its definition gives", "[power][minimal_indices]") {
  random_games random{11};
  for (int round = 0; round < 300; ++round) {
    INFO("round " << round);
    auto const n = static_cast<std::size_t>(random.number(1, 10));
    check_indices(round % 2 == 0 ? random.heads_and_one(n) : random.of_any_weight(n));
  }
}

TEST_CASE("in random weighted games too", "[power][minimal_indices]") {
  random_games random{12};
  for (int round = 0; round < 200; ++round) {
    INFO("round " << round);
    check_indices(random.weighted(static_cast<std::size_t>(random.number(1, 11)), random.number(1, 60)));
  }
}

TEST_CASE("in every historic council of up to sixteen members each index is what its definition gives", "[power][minimal_indices]") {
  cod::test::each_historic_council([](power::game const& g) {
    INFO(g.size() << " members");
    check_indices(g);
  });
}

TEST_CASE("among the six each index can be checked by hand", "[power][minimal_indices][eec][known]") {
  auto const g = six(cod::proposer::commission);  // 12 of 17 votes: DE FR IT, or two of them with BE and NL
  auto const dp = power::deegan_packel(g);
  CHECK(dp.exact("DE"_ms) == fraction{5, 24});
  CHECK(dp.exact("BE"_ms) == fraction{3, 16});
  CHECK(dp.exact("LU"_ms) == fraction{0, 1});
  auto const public_good = power::holler(g);
  CHECK(public_good.minimal_with("FR"_ms) == 3);
  CHECK(public_good.exact("FR"_ms) == fraction{1, 5});
  CHECK(public_good.exact("NL"_ms) == fraction{1, 5});
  auto const johnston = power::johnston(g);
  CHECK(johnston.vulnerable_coalitions() == 12);
  CHECK(johnston.exact("IT"_ms) == fraction{1, 4});
  CHECK(johnston.exact("NL"_ms) == fraction{1, 8});
  CHECK(johnston.exact("LU"_ms) == fraction{0, 1});
  auto const help = power::public_help(g);
  CHECK(help.winning_with("DE"_ms) == 12);
  CHECK(help.exact("DE"_ms) == fraction{4, 21});
  CHECK(help.exact("BE"_ms) == fraction{10, 63});
  CHECK(help.exact("LU"_ms) == fraction{1, 9});  // a null player, who has something all the same
  auto const least = power::minimum_size(g);
  CHECK(least.least_size() == 3);
  CHECK(least.coalitions() == 1);
  CHECK(least.exact("DE"_ms) == fraction{1, 3});
  CHECK(least.exact("BE"_ms) == fraction{0, 1});  // no null player, and nothing
  CHECK(caught([&] { static_cast<void>(power::tijs(g)); }).code() == cod::error_code::index_not_defined);
}

TEST_CASE("in the Security Council the five share everything by Tijs, and nearly everything by Johnston", "[power][minimal_indices][known]") {
  auto const g = security_council();
  CHECK(power::tijs(g).veto_players() == 5);
  CHECK(power::tijs(g).exact(0) == fraction{1, 5});
  CHECK(power::tijs(g).exact(9) == fraction{0, 1});
  CHECK(power::deegan_packel(g).exact(0) == fraction{1, 9});
  CHECK(power::deegan_packel(g).exact(9) == fraction{2, 45});
  CHECK(power::holler(g).minimal_with(9) == 84);
  CHECK(power::holler(g).exact(9) == fraction{2, 45});
  // 848 winning coalitions: in the 210 smallest all nine are critical, in the other 638 the five
  CHECK(power::johnston(g).exact(9) == power::reduced(84, 9 * 848));
  check_indices(g);
}

TEST_CASE("a dictator has everything but public help", "[power][minimal_indices]") {
  power::weighted_game const g{6, {6, 2, 1}};
  CHECK(power::deegan_packel(g).exact(0) == fraction{1, 1});
  CHECK(power::holler(g).exact(0) == fraction{1, 1});
  CHECK(power::johnston(g).exact(0) == fraction{1, 1});
  CHECK(power::johnston(g).vulnerable_coalitions() == 4);
  CHECK(power::minimum_size(g).exact(0) == fraction{1, 1});
  CHECK(power::tijs(g).exact(0) == fraction{1, 1});
  CHECK(power::public_help(g).exact(0) == fraction{1, 2});  // 4 of 8 memberships
  CHECK(power::public_help(g).exact(1) == fraction{1, 4});
}

TEST_CASE("under unanimity Tijs gives everybody the same, as all other indices do", "[power][minimal_indices]") {
  power::game const g{cod::rules::unanimity(), cod::council_on("2024-06-20"_date)};
  fraction const share{1, 27};
  CHECK(power::tijs(g).exact("MT"_ms) == share);
  CHECK(power::deegan_packel(g).exact("MT"_ms) == share);
  CHECK(power::holler(g).exact("DE"_ms) == share);
  CHECK(power::johnston(g).exact("MT"_ms) == share);
  CHECK(power::minimum_size(g).exact("DE"_ms) == share);
}

TEST_CASE("more weight can mean less by Deegan and Packel and by Holler", "[power][minimal_indices]") {
  power::weighted_game const g{51, {35, 20, 15, 15, 15}};  // the second is in two minimal coalitions, each of the last in three
  CHECK(power::deegan_packel(g).value(1) < power::deegan_packel(g).value(2));
  CHECK(power::holler(g).value(1) < power::holler(g).value(2));
  CHECK(power::johnston(g).value(1) >= power::johnston(g).value(2));
}

TEST_CASE("a table over weights gives the same as counting by the middle", "[power][minimal_indices]") {
  random_games random{13};
  for (int round = 0; round < 60; ++round) {
    INFO("round " << round);
    auto const g = random.weighted(static_cast<std::size_t>(random.number(1, 24)), random.number(1, 200));
    auto const middle = power::deegan_packel(g), table = power::deegan_packel(g, {.by = power::engine::table});
    auto const counted = power::holler(g), by_table = power::holler(g, {.by = power::engine::table});
    CHECK_FALSE(table.is_exact());
    for (std::size_t i = 0; i < g.size(); ++i) {
      CHECK(table.value(i) == approx(middle.value(i)).epsilon(1e-13).margin(1e-300));
      CHECK(by_table.minimal_with(i) == counted.minimal_with(i));
    }
  }
}

TEST_CASE("a weighted game of many players has the same indices in its general form, and so has its dual", "[power][minimal_indices]") {
  random_games random{16};
  for (auto const n : {50u, 64u, 100u}) {
    auto const g = random.weighted(n, 40);
    power::weighted_game const blocking{power::allow_improper, g.total() - g.quota() + 1, g.weights()};
    for (auto const& [rule, form] : {std::pair{g, g.simple()}, std::pair{blocking, power::dual(g)}}) {
      auto const a = power::deegan_packel(rule), b = power::deegan_packel(form);
      auto const c = power::holler(rule), d = power::holler(form);
      for (std::size_t i = 0; i < n; ++i) {
        CHECK(a.value(i) == b.value(i));
        CHECK(c.value(i) == d.value(i));
        CHECK(c.minimal_with(i) == d.minimal_with(i));
      }
    }
  }
}

TEST_CASE("by a decision diagram a game of 50 players has the shares that the table gives", "[power][minimal_indices]") {
  random_games random{17};
  auto const g = random.weighted(50, 100);
  auto const table = power::deegan_packel(g), diagram = power::deegan_packel(g, {.by = power::engine::diagram});
  auto const counted = power::holler(g), by_diagram = power::holler(g, {.by = power::engine::diagram});
  for (std::size_t i = 0; i < 50; ++i) {
    CHECK(diagram.value(i) == approx(table.value(i)).epsilon(1e-12).margin(1e-300));
    CHECK(by_diagram.minimal_with(i) == counted.minimal_with(i));
  }
}

TEST_CASE("weights that are too large for a table but few in kind are counted by a diagram", "[power][minimal_indices]") {
  std::vector<std::int64_t> weights(60, 1'000'000'007);
  std::fill_n(weights.begin(), 20, 2'000'000'033);  // a heavy one is a little more than two light ones
  auto const g = power::weighted_game{45'000'000'000, weights};
  auto const index = power::deegan_packel(g);
  double sum = 0;
  for (std::size_t i = 0; i < 60; ++i) sum += index.value(i);
  CHECK(sum == approx(1).epsilon(1e-12));
  CHECK(index.value(0) > index.value(20));
  CHECK(index.value(20) == index.value(59));
}

TEST_CASE("among two hundred equal players the table gives everybody one in two hundred", "[power][minimal_indices]") {
  power::weighted_game const g{101, std::vector<std::int64_t>(200, 1)};
  auto const dp = power::deegan_packel(g);
  auto const public_good = power::holler(g);
  CHECK_FALSE(public_good.is_exact());
  for (std::size_t i = 0; i < 200; ++i) {
    CHECK(dp.value(i) == approx(1 / 200.0).epsilon(1e-13));
    CHECK(public_good.value(i) == approx(1 / 200.0).epsilon(1e-13));
  }
}

TEST_CASE("one large player among a hundred small ones has the share that can be counted by hand", "[power][minimal_indices]") {
  // [60; 40, 1 x 100]: minimal are the large one with 20 small ones, C(100,20), and 60 small ones, C(100,60).
  std::vector<std::int64_t> weights(101, 1);
  weights[0] = 40;
  power::weighted_game const g{power::allow_improper, 60, weights};
  auto const choose = [](double n, double k) { return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1)); };
  auto const with = choose(100, 20), without = choose(100, 60);
  CHECK(power::deegan_packel(g).value(0) == approx(with / 21 / (with + without)).epsilon(1e-10));
  CHECK(power::holler(g).value(0) == approx(with / (21 * with + 60 * without)).epsilon(1e-10));
}

TEST_CASE("threads change nothing", "[power][minimal_indices]") {
  power::game const g{cod::rules::qualified_majority(), cod::council_on("2024-06-20"_date)};
  power::threads const two{2};
  CHECK(power::count_minimal(g, {}, two) == power::count_minimal(g));
  CHECK(power::count_critical(g, {}, two) == power::count_critical(g));
  random_games random{14};
  auto const many = random.weighted(120, 50);
  auto const one = power::deegan_packel(many), other = power::deegan_packel(many, {}, two);
  for (std::size_t i = 0; i < 120; ++i) CHECK(one.value(i) == other.value(i));
}

TEST_CASE("the counts of the current rule agree between meeting in the middle and the search", "[power][minimal_indices]") {
  power::game const g{cod::rules::qualified_majority(), cod::council_on("2024-06-20"_date)};
  CHECK(power::count_minimal(g) == power::count_minimal(g, {.by = power::engine::search}));
  auto const johnston = power::johnston(g);
  CHECK(johnston.is_exact());
  CHECK(johnston.value("DE"_ms) > johnston.value("FR"_ms));
}

TEST_CASE("an index that would cost too much is refused", "[power][minimal_indices]") {
  random_games random{15};
  auto const g = random.weighted(600, 1000);
  auto const refused = [](auto ask) { return caught(ask).code() == cod::error_code::too_costly; };
  CHECK(refused([&] { static_cast<void>(power::deegan_packel(random.weighted(600, 1000), {.most_seconds = 0.01})); }));
  CHECK(refused([&] { static_cast<void>(power::johnston(g, {.most_seconds = 0.001})); }));
  CHECK(refused([&] { static_cast<void>(power::johnston(random.weighted(45, 1000) && random.weighted(45, 1000))); }));
}
