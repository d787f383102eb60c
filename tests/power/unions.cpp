// SPDX-License-Identifier: BSL-1.0
// The indices with a-priori unions, against their definitions: all orders that keep unions together, and all pairs of a set
// of unions and a set of fellow members.
#include "power/small_games.hpp"
#include "support/catch.hpp"

#include <codecision/power/banzhaf.hpp>
#include <codecision/power/banzhaf_owen.hpp>
#include <codecision/power/joint_game.hpp>
#include <codecision/power/owen.hpp>
#include <codecision/power/shapley_shubik.hpp>
#include <codecision/power/threads.hpp>

#include <algorithm>
#include <numeric>

namespace cod = codecision;
namespace power = cod::power;
using namespace codecision::literals;
using cod::test::contains;
using cod::test::set_of;
using cod::test::with;

namespace {

/// A random partition: for each player the number of its union.
std::vector<std::size_t> random_partition(cod::test::random_games& random, std::size_t n) {
  std::vector<std::size_t> in;
  auto const most = random.number(1, static_cast<std::int64_t>(n));
  for (std::size_t i = 0; i < n; ++i) in.push_back(static_cast<std::size_t>(random.number(0, most - 1)));
  return in;
}
std::vector<power::bloc> unions_of(std::vector<std::size_t> const& in) {
  std::vector<power::bloc> unions;
  for (std::size_t u = 0; u < in.size(); ++u) {
    power::coalition members;
    for (std::size_t i = 0; i < in.size(); ++i)
      if (in[i] == u) members.insert(i);
    if (!members.empty()) unions.emplace_back("union " + std::to_string(u), members);
  }
  return unions;
}

/// Is this an order in which each union stays together?
bool keeps_together(std::vector<std::size_t> const& order, std::vector<std::size_t> const& in) {
  std::vector<bool> left(in.size());
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (left[in[order[k]]]) return false;
    if (k + 1 < order.size() && in[order[k + 1]] != in[order[k]]) left[in[order[k]]] = true;
  }
  return true;
}

struct pivots {
  std::vector<std::uint64_t> of;
  std::uint64_t orders = 0;
};
template <class Game>
pivots count_pivots(Game const& g, std::vector<std::size_t> const& in) {
  pivots found{std::vector<std::uint64_t>(g.size())};
  std::vector<std::size_t> order(g.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  do {
    if (!keeps_together(order, in)) continue;
    ++found.orders;
    power::coalition before;
    for (auto const i : order) {
      if (!g.wins(before) && g.wins(with(before, i))) ++found.of[i];
      before.insert(i);
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return found;
}

/// A joint game of two or three chambers that have together at most so many players.
power::joint_game random_chambers(cod::test::random_games& random, std::size_t most) {
  std::vector<power::chamber> chambers;
  for (auto left = most; left > 0 && chambers.size() < 3;) {
    auto const n = static_cast<std::size_t>(random.number(1, static_cast<std::int64_t>(left)));
    chambers.emplace_back("chamber " + std::to_string(chambers.size()), random.next(n, 5));
    left -= n;
  }
  return power::joint_game{chambers};
}

/// Swings of i over all sets of whole unions and all sets of members of its own union, by the definition.
template <class Game>
std::uint64_t brute_swings(Game const& g, std::vector<std::size_t> const& in, std::size_t i) {
  std::uint64_t swings = 0;
  cod::test::each_set(g.size(), [&](power::coalition who) {
    for (std::size_t a = 0; a < g.size(); ++a)
      for (std::size_t b = 0; b < a; ++b)
        if (in[a] == in[b] && in[a] != in[i] && who.contains(a) != who.contains(b)) return;  // another union is divided
    if (!who.contains(i) && !g.wins(who) && g.wins(with(who, i))) ++swings;
  });
  return swings;
}

}  // namespace

TEST_CASE("the index of Owen counts pivots in all orders that keep unions together", "[power][owen]") {
  cod::test::random_games random{31};
  for (int round = 0; round < 40; ++round) {
    auto const n = static_cast<std::size_t>(random.number(1, 7));
    auto const g = random.next(n);
    auto const in = random_partition(random, n);
    auto const expected = count_pivots(g, in);
    auto const index = power::owen(g, unions_of(in));
    CHECK(index.is_exact());
    for (std::size_t i = 0; i < n; ++i) {
      CHECK(index.exact(i) == power::reduced(expected.of[i], expected.orders));
      CHECK(index.value(i) == cod::test::approx(static_cast<double>(expected.of[i]) / static_cast<double>(expected.orders)));
    }
  }
}

TEST_CASE("the Banzhaf-Owen index counts swings where only the own union is divided", "[power][owen]") {
  cod::test::random_games random{32};
  for (int round = 0; round < 60; ++round) {
    auto const n = static_cast<std::size_t>(random.number(1, 9));
    auto const g = random.next(n);
    auto const in = random_partition(random, n);
    auto const unions = unions_of(in);
    auto const index = power::banzhaf_owen(g, unions);
    for (std::size_t i = 0; i < n; ++i) {
      auto const members = std::count(in.begin(), in.end(), in[i]);
      CHECK(index.swings(i) == brute_swings(g, in, i));
      CHECK(index.exact(i) == power::reduced(index.swings(i), std::uint64_t{1} << (unions.size() + static_cast<std::size_t>(members) - 2)));
    }
  }
}

TEST_CASE("in several chambers, with unions across them too, both indices are what their definitions give", "[power][owen][joint]") {
  cod::test::random_games random{33};
  for (int round = 0; round < 40; ++round) {
    INFO("round " << round);
    auto const g = random_chambers(random, 7);
    auto const in = random_partition(random, g.size());
    auto const unions = unions_of(in);
    auto const expected = count_pivots(g, in);
    auto const owen = power::owen(g, unions);
    auto const banzhaf_owen = power::banzhaf_owen(g, unions);
    for (std::size_t i = 0; i < g.size(); ++i) {
      CHECK(owen.exact(i) == power::reduced(expected.of[i], expected.orders));
      CHECK(banzhaf_owen.swings(i) == brute_swings(g, in, i));
    }
  }
}

TEST_CASE("counted by chamber or as one game of many conditions, unions give the same", "[power][owen][joint]") {
  cod::test::random_games random{34};
  for (int round = 0; round < 20; ++round) {
    INFO("round " << round);
    auto const g = random_chambers(random, 12);
    auto const unions = unions_of(random_partition(random, g.size()));
    auto const owen = power::owen(g, unions), whole = power::owen(g.simple(), unions);
    for (std::size_t i = 0; i < g.size(); ++i) CHECK(owen.exact(i) == whole.exact(i));
  }
}

TEST_CASE("in the ordinary procedure, unions in the Council and in Parliament share what they have in the quotient game", "[power][owen][joint]") {
  power::weighted_game const commission{1, {1}, {"Commission"}};
  power::weighted_game const parliament{361, {188, 136, 86, 79, 77, 53, 46, 55, 0}, {"a", "b", "c", "d", "e", "f", "g", "others", "nobody"}};
  auto const council = cod::test::today();
  power::joint_game const g{{"Commission", commission}, {"Council", council}, {"Parliament", parliament}};
  power::bloc const benelux{"Benelux", "BE LU NL"_members}, grand{"grand", std::vector<std::string>{"a", "b", "e"}};
  auto const index = power::owen(g, {benelux, grand});
  power::joint_game const quotient{{"Commission", commission}, {"Council", power::blocs(council, {benelux})}, {"Parliament", power::blocs(parliament, {grand})}};
  auto const shapley = power::shapley_shubik(quotient);
  double sum = 0;
  for (std::size_t i = 0; i < g.size(); ++i) sum += index.value(i);
  CHECK(sum == cod::test::approx(1).epsilon(1e-13));
  for (auto const* name : {"Commission", "Benelux", "grand", "DE", "c"}) CHECK(index.of_union(name) == cod::test::approx(shapley.value(name)).epsilon(1e-12));
  CHECK(index.value("nobody") == 0);
  // Both chambers apart: a member swings in its chamber, whatever the other one does, as often as the other one wins.
  auto const joint = power::banzhaf_owen(g, {benelux, grand});
  auto const alone = power::banzhaf_owen(council, {benelux});
  auto const agree = power::blocs(parliament, {grand}).winning_coalitions();
  for (auto const* name : {"BE", "LU", "NL", "DE", "MT"}) CHECK(joint.swings(name) == alone.swings(name) * agree);
}

TEST_CASE("a union of Germany and a group of Parliament is counted too, and threads change nothing", "[power][owen][joint]") {
  power::weighted_game const parliament{361, {188, 136, 86, 79, 77, 53, 46, 55}, {"a", "b", "c", "d", "e", "f", "g", "others"}};
  power::joint_game const g{{"Council", cod::test::today()}, {"Parliament", parliament}};
  std::vector<power::bloc> const unions{{"allies", std::vector<std::string>{"DE", "a"}}, {"Benelux", "BE LU NL"_members}};
  auto const index = power::owen(g, unions), threaded = power::owen(g, unions, {}, power::threads{3});
  double sum = 0;
  for (std::size_t i = 0; i < g.size(); ++i) {
    sum += index.value(i);
    CHECK(index.value(i) == threaded.value(i));
  }
  CHECK(sum == cod::test::approx(1).epsilon(1e-13));
  CHECK(index.of_union("allies") == cod::test::approx(index.value("DE") + index.value("a")));
}

TEST_CASE("when everybody is alone, or all are in one union, Owen is Shapley-Shubik and Banzhaf-Owen is Banzhaf", "[power][owen]") {
  auto const g = cod::test::six();
  auto const shapley = power::shapley_shubik(g);
  auto const banzhaf = power::banzhaf(g);
  for (auto const& unions : {std::vector<power::bloc>{}, std::vector<power::bloc>{{"all", g.players().members()}}}) {
    auto const owen = power::owen(g, unions);
    auto const banzhaf_owen = power::banzhaf_owen(g, unions);
    for (auto const m : g.players().members()) {
      CHECK(owen.exact(m) == shapley.exact(m));
      CHECK(owen.value(m) == cod::test::approx(shapley.value(m)));
      CHECK(banzhaf_owen.swings(m) == banzhaf.swings(m));
      CHECK(banzhaf_owen.absolute(m) == banzhaf.absolute(m));
    }
  }
}

TEST_CASE("by hand: in [65; 48, 37, 27, 17] the first and the last together win two thirds and one third", "[power][owen]") {
  // Their union wins alone. Before it come none, one or both of the others, each with probability 1/3. Of none: either
  // member needs the other, 1/2 each. Of one: the first wins with it, the last does not, so the first decides. Of both,
  // 64 votes: either member completes them, so the first to come decides, 1/2 each.
  auto const g = power::weighted_game{65, {48, 37, 27, 17}, {"P", "S", "U", "C"}};
  auto const index = power::owen(g, {{"P and C", std::vector<std::string>{"P", "C"}}});
  CHECK(index.exact("P") == power::fraction{2, 3});
  CHECK(index.exact("C") == power::fraction{1, 3});
  CHECK(index.exact("S") == power::fraction{0, 1});
  CHECK(index.of_union("P and C") == cod::test::approx(1));
  CHECK(index.of_union("U") == 0);
  // Banzhaf: of the 8 pairs of unions and fellow member, P swings in 3 + 3 (not with both and C; not with none and no C).
  CHECK(power::banzhaf_owen(g, {{"P and C", set_of({0, 3})}}).swings("P") == 6);
  CHECK(power::banzhaf_owen(g, {{"P and C", set_of({0, 3})}}).exact("C") == power::fraction{1, 4});
}

TEST_CASE("the members of a union share what it has in the quotient game", "[power][owen]") {
  auto const g = cod::test::fifteen();
  std::vector<power::bloc> const unions{{"Benelux", "BE LU NL"_members}, {"North", "DK FI SE"_members}, {"axis", "DE FR"_members}};
  auto const index = power::owen(g, unions);
  auto const quotient = power::shapley_shubik(power::blocs(g, unions));
  double sum = 0;
  for (std::size_t i = 0; i < g.size(); ++i) sum += index.value(i);
  CHECK(sum == cod::test::approx(1).epsilon(1e-14));
  for (auto const* name : {"Benelux", "North", "axis", "IT", "AT"})
    CHECK(index.of_union(name) == cod::test::approx(quotient.value(name)).epsilon(1e-14));
  CHECK(index.exact("DE"_ms) == index.exact("FR"_ms));  // equal weights, one union
  CHECK(index.exact("DK"_ms) == index.exact("FI"_ms));
  CHECK(index.exact("IT"_ms) == index.exact("UK"_ms));
  CHECK_FALSE(index.exact("IT"_ms) == index.exact("DE"_ms));  // equal weights, but only one of them has an ally
}

TEST_CASE("a null player has nothing in any union", "[power][owen]") {
  auto const g = cod::test::six();
  for (auto const& unions : {std::vector<power::bloc>{{"Benelux", "BE LU NL"_members}}, std::vector<power::bloc>{{"two", "DE LU"_members}}}) {
    CHECK(power::owen(g, unions).exact("LU"_ms) == power::fraction{0, 1});
    CHECK(power::banzhaf_owen(g, unions).swings("LU"_ms) == 0);
  }
}

TEST_CASE("unions in today's Council: shares of a quotient game of 21 players, the same with threads", "[power][owen]") {
  auto const g = cod::test::today();
  std::vector<power::bloc> const unions{{"Benelux", "BE LU NL"_members}, {"Visegrad", "CZ HU PL SK"_members}, {"axis", "DE FR"_members}};
  auto const index = power::owen(g, unions);
  auto const threaded = power::owen(g, unions, {}, power::threads{3});
  auto const quotient = power::shapley_shubik(power::blocs(g, unions));
  CHECK(index.is_exact());
  double sum = 0;
  for (std::size_t i = 0; i < g.size(); ++i) {
    sum += index.value(i);
    CHECK(index.exact(i) == threaded.exact(i));
  }
  CHECK(sum == cod::test::approx(1).epsilon(1e-14));
  for (auto const* name : {"Benelux", "Visegrad", "axis", "ES"})
    CHECK(index.of_union(name) == cod::test::approx(quotient.value(name)).epsilon(1e-13));
  CHECK(index.value("PL"_ms) > index.value("CZ"_ms));
}

TEST_CASE("a game that nobody or everybody wins gives nobody any power", "[power][owen]") {
  auto const never = power::within(cod::test::six(), "DE FR"_members);
  auto const always = power::dual(never);
  for (auto const& g : {never, always}) {
    CHECK(power::owen(g, {{"both", "DE FR"_members}}).value("DE") == 0);
    CHECK(power::owen(g, {}).value("FR") == 0);
    CHECK(power::banzhaf_owen(g, {}).swings("FR") == 0);
  }
}

TEST_CASE("a union that is too large, or a player in two, is an error", "[power][owen][errors]") {
  auto const g = power::weighted_game{21, std::vector<std::int64_t>(40, 1)};
  CHECK_THROWS_WITH(power::owen(g, {{"most", power::coalition::all(25)}}), contains("COD-P703") && contains("'most' has 25 members"));
  CHECK_THROWS_WITH(power::owen(g, {{"many", power::coalition::all(22)}}, {.most_seconds = 0.1}), contains("COD-P703"));
  CHECK_THROWS_WITH(power::owen(g, {{"a", set_of({1, 2})}, {"b", set_of({2, 3})}}), contains("COD-P707") && contains("player 2"));
  CHECK_THROWS_WITH(power::owen(g, {{"a", set_of({1, 2})}}).of_union("b"), contains("COD-P705"));
}
