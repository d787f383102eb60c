// SPDX-License-Identifier: BSL-1.0
// Facts of games, against the definitions over all coalitions.
#include "power/small_games.hpp"
#include "support/catch.hpp"

#include <codecision/power/joint_game.hpp>
#include <codecision/power/properties.hpp>

namespace cod = codecision;
namespace power = cod::power;
using namespace codecision::literals;
using cod::test::complement;
using cod::test::contains;
using cod::test::each_set;
using cod::test::set_of;
using cod::test::with;

namespace {

template <class Game>
bool brute_alike(Game const& g, std::size_t i, std::size_t j) {
  bool alike = true;
  each_set(g.size(), [&](power::coalition who) {
    if (!who.contains(i) && !who.contains(j) && g.wins(with(who, i)) != g.wins(with(who, j))) alike = false;
  });
  return alike;
}
template <class Game>
bool brute_null(Game const& g, std::size_t i) {
  bool null = true;
  each_set(g.size(), [&](power::coalition who) { null = null && g.wins(who) == g.wins(with(who, i)); });
  return null;
}
/// Is there a coalition that wins, or loses, as does its complement?
template <class Game>
bool brute_both(Game const& g, bool win) {
  bool found = false;
  each_set(g.size(), [&](power::coalition who) { found = found || (g.wins(who) == win && g.wins(complement(who, g.size())) == win); });
  return found;
}

template <class Game>
void check_facts(Game const& g) {
  auto const n = g.size();
  auto const nulls = power::null_players(g);
  auto const vetoes = power::veto_players(g);
  power::coalition brute_nulls, brute_vetoes;
  for (std::size_t i = 0; i < n; ++i) {
    if (brute_null(g, i)) brute_nulls.insert(i);
    bool veto = true;
    each_set(n, [&](power::coalition who) { veto = veto && (who.contains(i) || !g.wins(who)); });
    if (veto) brute_vetoes.insert(i);
  }
  CHECK(nulls == brute_nulls);
  CHECK(vetoes == brute_vetoes);

  auto const classes = power::symmetry_classes(g);
  std::vector<std::size_t> class_of(n, classes.size());
  std::uint64_t all = 0;
  for (std::size_t c = 0; c < classes.size(); ++c) {
    CHECK((all & classes[c].bits()) == 0);
    all |= classes[c].bits();
    for (std::size_t i = 0; i < n; ++i)
      if (classes[c].contains(i)) class_of[i] = c;
    if (c > 0) CHECK(std::countr_zero(classes[c - 1].bits()) < std::countr_zero(classes[c].bits()));
  }
  CHECK(all == power::coalition::all(n).bits());
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j) {
      INFO("players " << j << " and " << i);
      CHECK((class_of[i] == class_of[j]) == brute_alike(g, i, j));
    }

  auto const proper = power::is_proper(g);
  CHECK(proper.holds == !brute_both(g, true));
  if (!proper) CHECK((g.wins(proper.first) && g.wins(proper.second) && (proper.first.bits() & proper.second.bits()) == 0));
  auto const strong = power::is_strong(g);
  CHECK(strong.holds == !brute_both(g, false));
  if (!strong) CHECK((!g.wins(strong.first) && !g.wins(strong.second) && strong.second == complement(strong.first, n)));
}

}  // namespace

TEST_CASE("facts of random games are those that all coalitions show", "[power][properties]") {
  cod::test::random_games random{21};
  for (int round = 0; round < 250; ++round) {
    INFO("round " << round);
    check_facts(random.next(static_cast<std::size_t>(random.number(1, 8)), round % 2 == 0 ? 3 : 40));
  }
}

TEST_CASE("facts of random games of fourteen players with sums that are hard to hit", "[power][properties]") {
  cod::test::random_games random{22};
  for (int round = 0; round < 6; ++round) check_facts(random.next(14, 500));
}

TEST_CASE("among the six, Luxembourg was a null player, and Belgium like the Netherlands", "[power][properties]") {
  auto const g = cod::test::six();
  check_facts(g);
  CHECK(g.players().members_of(power::null_players(g)) == "LU"_members);
  auto const classes = power::symmetry_classes(g);
  REQUIRE(classes.size() == 3);
  CHECK(g.players().members_of(classes[0]) == "BE NL"_members);
  CHECK(g.players().members_of(classes[1]) == "DE FR IT"_members);
  CHECK(power::is_proper(g).holds);
  CHECK_FALSE(power::is_strong(g).holds);
  CHECK(power::is_monotone(g).holds);
  CHECK(power::veto_players(g).empty());
}

TEST_CASE("players of different weights can be alike", "[power][properties]") {
  auto const g = power::weighted_game{51, {50, 49, 1}};  // the two small ones each complete the large one
  auto const classes = power::symmetry_classes(g);
  REQUIRE(classes.size() == 2);
  CHECK(classes[1] == set_of({1, 2}));
}

TEST_CASE("every one of the five permanent members has a veto in the Security Council", "[power][properties]") {
  auto const g = power::weighted_game{39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}};
  CHECK(power::veto_players(g) == power::coalition::all(5));
  CHECK(power::null_players(g).empty());
  CHECK(power::symmetry_classes(g).size() == 2);
  CHECK_FALSE(power::dictator(g));
}

TEST_CASE("a dictator wins alone, and nobody wins without", "[power][properties]") {
  auto const g = power::weighted_game{51, {20, 60, 20}};
  CHECK(power::dictator(g) == std::optional<std::size_t>{1});
  CHECK(power::null_players(g) == set_of({0, 2}));
  CHECK(power::is_strong(g).holds);
  CHECK_FALSE(power::dictator(power::weighted_game{power::allow_improper, 1, {1, 1}}));  // each wins alone, but not only one
  CHECK_FALSE(power::dictator(power::weighted_game{3, {2, 1}}));                         // a veto is not enough
}

TEST_CASE("a dictator's dual is the same game, and the dual of a proper game is strong", "[power][properties]") {
  cod::test::random_games random{23};
  for (int round = 0; round < 40; ++round) {
    auto const g = random.next(7);
    CHECK(power::is_proper(g).holds == power::is_strong(power::dual(g)).holds);
  }
}

TEST_CASE("today's rule is proper, not strong, without vetoes, null players or equals", "[power][properties]") {
  auto const g = cod::test::today();
  CHECK(power::veto_players(g).empty());
  CHECK(power::null_players(g).empty());
  CHECK(power::symmetry_classes(g).size() == 27);
  CHECK(power::is_proper(g).holds);
  auto const strong = power::is_strong(g);
  CHECK_FALSE(strong.holds);
  CHECK_FALSE(g.wins(strong.first));
  CHECK_FALSE(g.wins(strong.second));
  CHECK(strong.second == complement(strong.first, 27));
}

TEST_CASE("in real councils two members are alike exactly when all their counts are equal", "[power][properties]") {
  auto const nice = power::game{cod::rules::weighted(cod::regime::twenty_seven_nice), cod::council_on("2012-07-20"_date), cod::request::population_check};
  for (auto const& [g, classes] : {std::pair{cod::test::today(), 27u}, {nice, 14u}}) {  // under Nice the 62 % tell some equals apart
    auto const counts = power::count_coalitions(g);
    auto const found = power::symmetry_classes(g);
    CHECK(found.size() == classes);
    for (std::size_t i = 0; i < g.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        auto const together = std::any_of(found.begin(), found.end(), [&](power::coalition c) { return c.contains(i) && c.contains(j); });
        CHECK(together == (counts.winning_with[i] == counts.winning_with[j]));
      }
  }
}

TEST_CASE("a simple majority of nine is strong, of ten it is not, and unanimity gives everybody a veto", "[power][properties]") {
  CHECK(power::is_strong(power::weighted_game{5, std::vector<std::int64_t>(9, 1)}).holds);
  CHECK_FALSE(power::is_strong(power::weighted_game{6, std::vector<std::int64_t>(10, 1)}).holds);
  auto const all = power::weighted_game{9, std::vector<std::int64_t>(9, 1)};
  CHECK(power::veto_players(all) == power::coalition::all(9));
  CHECK(power::symmetry_classes(all).size() == 1);
}

TEST_CASE("an improper game shows two coalitions that both win", "[power][properties]") {
  auto const blocking = power::dual(cod::test::today());
  auto const proper = power::is_proper(blocking);
  CHECK_FALSE(proper.holds);
  CHECK((blocking.wins(proper.first) && blocking.wins(proper.second)));
  CHECK((proper.first.bits() & proper.second.bits()) == 0);
}

TEST_CASE("an odd vote among 31 even ones never matters: shown without looking at 2^32 coalitions", "[power][properties]") {
  std::vector<std::int64_t> weights;
  for (std::int64_t i = 0; i < 31; ++i) weights.push_back(2 * (1000 + 37 * i));
  weights.push_back(1);
  auto const total = power::detail::sum_of(weights);
  auto const g = power::weighted_game{total / 2 / 2 * 2 + 2, weights};  // an even quota: the odd vote never completes it
  CHECK(power::null_players(g) == set_of({31}));
}

TEST_CASE("a search that would not end is stopped with an error", "[power][properties][errors]") {
  std::vector<std::int64_t> weights;
  for (std::int64_t i = 0; i < 60; ++i) weights.push_back(2 * (1'000'000'000 + 123'456'789 * i % 987'654'321));
  weights.push_back(1);
  auto const total = power::detail::sum_of(weights);
  auto const g = power::weighted_game{total / 2 / 2 * 2 + 2, weights};
  CHECK_THROWS_WITH(power::null_players(g, {.most_seconds = 0.05}), contains("COD-P703"));
}

TEST_CASE("facts of a joint game: the Commission alone has a veto", "[power][properties]") {
  power::joint_game const g{{"Commission", power::weighted_game{1, {1}, {"Commission"}}},
                            {"Council", cod::test::six()},
                            {"Parliament", power::weighted_game{11, {8, 6, 4, 3}, {"a", "b", "c", "d"}}}};
  check_facts(g);
  CHECK(power::veto_players(g) == set_of({0}));
  CHECK(power::null_players(g) == set_of({5}));  // Luxembourg
}

TEST_CASE("a game of any monotone rule answers as the rule does", "[power][predicate]") {
  // A committee: the chair with one other, or the other four together.
  auto const rule = [](power::coalition who) { return who.contains(0) ? who.size() >= 2 : who.size() >= 4; };
  auto const g = power::game_of(std::vector<std::string>{"chair", "a", "b", "c", "d"}, rule);
  each_set(5, [&](power::coalition who) { CHECK(g.wins(who) == rule(who)); });
  check_facts(g);
  CHECK(power::symmetry_classes(g).size() == 2);
  CHECK(power::is_monotone(g).holds);
  CHECK(g.players().position("c") == 3);
  CHECK(g.winning_coalitions() == 16);
}

TEST_CASE("facts by table are those by search", "[power][predicate]") {
  cod::test::random_games random{24};
  for (int round = 0; round < 60; ++round) {
    auto const g = random.next(static_cast<std::size_t>(random.number(1, 9)));
    auto const table = power::game_of(g.size(), [&](power::coalition who) { return g.wins(who); });
    check_facts(table);
    CHECK(power::symmetry_classes(table) == power::symmetry_classes(g));
    auto const counts = power::count_coalitions(table);
    auto const expected = power::count_coalitions(g);
    CHECK(counts.winning == expected.winning);
    CHECK(counts.winning_with == expected.winning_with);
  }
}

TEST_CASE("a rule in which more votes can lose is found, with two coalitions that show it", "[power][predicate]") {
  auto const exactly_two = [](power::coalition who) { return who.size() == 2; };
  auto const monotone = power::is_monotone(4, exactly_two);
  CHECK_FALSE(monotone.holds);
  CHECK(exactly_two(monotone.first));
  CHECK_FALSE(exactly_two(monotone.second));
  CHECK(monotone.second.contains(monotone.first));
  CHECK(monotone.second.size() == 3);
  CHECK(power::is_monotone(4, [](power::coalition who) { return who.size() >= 2; }).holds);
  CHECK_THROWS_WITH(power::game_of(4, exactly_two), contains("COD-P706") && contains("players {0 1} win, and {0 1 2} lose"));
}

TEST_CASE("one wrong coalition among 2^10 is found wherever it stands", "[power][predicate]") {
  for (std::uint64_t hole = 1; hole < 1024; ++hole) {
    auto const rule = [&](power::coalition who) { return who.bits() != 0 && who.bits() != hole; };
    auto const monotone = power::is_monotone(10, rule);
    auto const expected = power::coalition::from_bits(hole).size() == 1;  // nobody below a single one wins
    CHECK(monotone.holds == expected);
    if (!monotone) CHECK(monotone.second == power::coalition::from_bits(hole));
  }
}

TEST_CASE("a function is asked for 28 players at most", "[power][predicate][errors]") {
  auto const never = [](power::coalition) { return false; };
  CHECK_THROWS_WITH(power::game_of(29, never), contains("COD-P703"));
  CHECK_THROWS_WITH(power::is_monotone(20, never, {.most_seconds = 0.001}), contains("COD-P703"));
}
