// SPDX-License-Identifier: BSL-1.0
// Games made from games, against the definition: every coalition is asked of the parts and of the whole.
#include "power/small_games.hpp"
#include "support/catch.hpp"

#include <codecision/power/banzhaf.hpp>
#include <codecision/power/compose.hpp>
#include <codecision/power/shapley_shubik.hpp>

namespace cod = codecision;
namespace power = cod::power;
using namespace codecision::literals;
using cod::test::contains;
using cod::test::each_set;
using cod::test::same_winners;
using cod::test::set_of;

namespace {

cod::error error_of(auto f) {
  try {
    f();
  } catch (cod::error const& e) {
    return e;
  }
  FAIL("no error");
  return {cod::error_code::unknown_member, ""};
}

}  // namespace

TEST_CASE("a coalition wins in a conjunction when it wins in both games, in a disjunction when it wins in one", "[power][compose]") {
  cod::test::random_games random{1};
  for (int round = 0; round < 60; ++round) {
    auto const a = random.next(9);
    auto const b = random.next(9);
    auto const both = power::conjunction(a, b);
    auto const either = power::disjunction(a, b);
    bool agree = true;
    each_set(9, [&](power::coalition who) {
      agree = agree && both.wins(who) == (a.wins(who) && b.wins(who)) && either.wins(who) == (a.wins(who) || b.wins(who));
    });
    CHECK(agree);
    CHECK(same_winners(a && b, both));
    CHECK(same_winners(a || b, either));
  }
}

TEST_CASE("the rule of the fifteen for acts not proposed by the Commission is 62 votes and ten members", "[power][compose]") {
  auto const council = cod::council_on("2000-07-01"_date);
  auto const votes = power::game{cod::rules::weighted(cod::regime::fifteen), council};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < votes.size(); ++i) names.push_back(votes.players().name(i));
  auto const members = power::weighted_game{10, std::vector<std::int64_t>(15, 1), names};
  auto const asked = power::game{cod::rules::weighted(cod::regime::fifteen, cod::proposer::none), council};
  CHECK(same_winners(votes && members, asked));
}

TEST_CASE("a coalition wins in the dual when all others together lose, and the dual of the dual is the game", "[power][compose]") {
  cod::test::random_games random{2};
  for (int round = 0; round < 60; ++round) {
    auto const g = random.next(8);
    auto const d = power::dual(g);
    bool agree = true;
    each_set(8, [&](power::coalition who) { agree = agree && d.wins(who) != g.wins(cod::test::complement(who, 8)); });
    CHECK(agree);
    CHECK(same_winners(power::dual(d), g));
  }
}

TEST_CASE("the dual of [12 of 17] is the blocking game [6 of 17]", "[power][compose]") {
  auto const d = power::dual(power::weighted_game{12, {2, 4, 4, 4, 1, 2}});
  REQUIRE(d.conditions().size() == 1);
  CHECK(d.conditions()[0].quota == 6);
}

TEST_CASE("the dual has the same Banzhaf and Shapley-Shubik indices", "[power][compose]") {
  for (auto const& g : {cod::test::six(), cod::test::fifteen()}) {
    auto const d = power::dual(g);
    auto const banzhaf = power::banzhaf(g);
    auto const shapley = power::shapley_shubik(g);
    for (std::size_t i = 0; i < g.size(); ++i) {
      CHECK(power::banzhaf(d).swings(i) == banzhaf.swings(i));
      CHECK(power::shapley_shubik(d).exact(i) == shapley.exact(i));
    }
  }
}

TEST_CASE("today four members with more than 35 % block, or thirteen members alone", "[power][compose]") {
  auto const g = cod::test::today();
  auto const d = power::dual(g);
  auto const& p = g.players();
  CHECK(d.terms().size() == 2);
  CHECK(d.wins(p.positions("DE FR IT PL"_members)));
  CHECK_FALSE(d.wins(p.positions("DE FR IT"_members)));
  CHECK_FALSE(d.wins(p.positions("CY LU MT EE"_members)));
  CHECK(d.wins(p.positions("CY LU MT EE LV LT SI SK FI HR IE DK BG"_members)));
}

TEST_CASE("terms and conditions that follow from others are dropped", "[power][compose]") {
  auto const a = power::weighted_game{5, {3, 2, 2, 1}};
  auto const b = power::weighted_game{7, {3, 2, 2, 1}};
  auto const both = a && b;
  CHECK(both.dimensions() == 1);
  CHECK(both.conditions() == std::vector{power::condition{0, 7}});
  auto const either = a || b;
  CHECK(either.conditions() == std::vector{power::condition{0, 5}});
  CHECK(either.terms().size() == 1);
}

TEST_CASE("games of different players are not put together", "[power][compose][errors]") {
  auto const a = power::weighted_game{2, {1, 1, 1}, {"A", "B", "C"}};
  auto const b = power::weighted_game{2, {1, 1, 1}, {"A", "C", "B"}};
  auto const c = power::weighted_game{2, {1, 1}, {"A", "B"}};
  CHECK(error_of([&] { static_cast<void>(a && b); }).code() == cod::error_code::unknown_player);
  CHECK_THAT(error_of([&] { static_cast<void>(a && b); }).have(), contains("'B' and 'C'"));
  CHECK_THAT(error_of([&] { static_cast<void>(power::disjunction(a, c)); }).have(), contains("3 players and 2"));
}

TEST_CASE("a dual that would have too many terms is refused", "[power][compose][errors]") {
  std::vector<std::vector<std::int64_t>> weights;
  std::vector<power::condition> conditions;
  std::vector<std::uint64_t> terms;
  for (std::size_t d = 0; d < 24; ++d) {  // twelve terms of two conditions in dimensions of their own: 4096 ways
    weights.emplace_back(24, 0);
    weights.back()[d] = 1;
    conditions.push_back({d, 1});
    if (d % 2 == 1) terms.push_back(std::uint64_t{3} << (d - 1));
  }
  power::simple_game const many{power::named_players{24}, weights, conditions, terms};
  CHECK(error_of([&] { static_cast<void>(power::dual(many)); }).code() == cod::error_code::too_costly);
}

TEST_CASE("within a subset the thresholds stay, and the others never vote in favour", "[power][compose]") {
  cod::test::random_games random{3};
  for (int round = 0; round < 40; ++round) {
    auto const g = random.next(8);
    auto const kept = set_of({1, 2, 4, 7});
    auto const w = power::within(g, kept);
    REQUIRE(w.size() == 4);
    CHECK(w.players().name(3) == "player 7");
    bool agree = true;
    each_set(4, [&](power::coalition who) {
      power::coalition there;
      std::size_t const place[] = {1, 2, 4, 7};
      for (std::size_t i = 0; i < 4; ++i)
        if (who.contains(i)) there.insert(place[i]);
      agree = agree && w.wins(who) == g.wins(there);
    });
    CHECK(agree);
  }
}

TEST_CASE("a subset is named by members or by names, in any order", "[power][compose]") {
  auto const g = cod::test::six();
  auto const by_members = power::within(g, "DE FR IT NL"_members);
  auto const by_names = power::within(g, {"NL", "IT", "FR", "DE"});
  CHECK(by_members.players().name(0) == "DE");
  CHECK(by_names.players().name(3) == "NL");
  CHECK(same_winners(by_members, by_names));
  CHECK(by_members.wins(set_of({0, 1, 2})));
  CHECK_FALSE(by_members.wins(set_of({0, 1, 3})));
  CHECK(error_of([&] { static_cast<void>(power::within(g, "DE ES"_members)); }).code() == cod::error_code::unknown_player);
  CHECK(error_of([&] { static_cast<void>(power::within(g, power::coalition{})); }).code() == cod::error_code::bad_weight);
}

TEST_CASE("a game from its minimal winning coalitions is that game", "[power][compose]") {
  auto const g = cod::test::six();
  std::vector<power::coalition> minimal;
  each_set(6, [&](power::coalition who) {
    bool is = g.wins(who);
    for (std::size_t i = 0; i < 6; ++i)
      if (auto less = who; who.contains(i)) {
        less.erase(i);
        is = is && !g.wins(less);
      }
    if (is) minimal.push_back(who);
  });
  CHECK(minimal.size() == 4);  // DE FR IT; two of them with BE and NL
  CHECK(same_winners(power::of_minimal_winning(6, minimal), g));
}

TEST_CASE("minimal winning coalitions can be given by names", "[power][compose]") {
  auto const g = power::of_minimal_winning({"A", "B", "C"}, std::vector<std::vector<std::string>>{{"A", "B"}, {"A", "C"}});
  CHECK(g.wins(set_of({0, 2})));
  CHECK_FALSE(g.wins(set_of({1, 2})));
  CHECK(power::banzhaf(g).swings("A") == 3);
}

TEST_CASE("what is no list of minimal winning coalitions is refused", "[power][compose][errors]") {
  auto const refused = [](std::size_t n, std::vector<power::coalition> const& list) {
    auto const e = error_of([&] { static_cast<void>(power::of_minimal_winning(n, list)); });
    CHECK(e.code() == cod::error_code::bad_coalition_list);
    return e.message();
  };
  CHECK_THAT(refused(3, {}), contains("empty"));
  CHECK_THAT(refused(3, {set_of({0}), power::coalition{}}), contains("coalition 1 of the list is empty"));
  CHECK_THAT(refused(3, {set_of({0, 1}), set_of({1})}), contains("{player 0, player 1} contains {player 1}"));
  CHECK_THAT(refused(3, {set_of({0, 1}), set_of({0, 1})}), contains("contains"));
  CHECK_THAT(refused(3, {set_of({0, 3})}), contains("not among the 3"));
  std::vector<power::coalition> pairs;
  for (std::size_t i = 0; i < 12; ++i)
    for (std::size_t j = 0; j < i; ++j) pairs.push_back(set_of({i, j}));
  CHECK_THAT(refused(12, pairs), contains("66 coalitions"));
  auto const e = error_of([] { static_cast<void>(power::of_minimal_winning({"A"}, std::vector<std::vector<std::string>>{{"B"}})); });
  CHECK(e.code() == cod::error_code::bad_coalition_list);
  CHECK_THAT(e.message(), contains("'B'"));
}

TEST_CASE("a bloc is one player where its first member stood, with the weights of all", "[power][compose]") {
  auto const g = cod::test::six();
  auto const benelux = power::blocs(g, {{"Benelux", "BE LU NL"_members}});
  REQUIRE(benelux.size() == 4);
  CHECK(benelux.players().name(0) == "Benelux");
  CHECK(benelux.players().name(1) == "DE");
  CHECK(benelux.weight(0, 0) == 5);
  CHECK(benelux.wins(set_of({0, 1, 2})));  // 5 + 4 + 4 of 17
  CHECK(benelux.wins(set_of({1, 2, 3})));
  CHECK_FALSE(benelux.wins(set_of({0, 1})));
}

TEST_CASE("a coalition of blocs wins when their members together win", "[power][compose]") {
  cod::test::random_games random{4};
  for (int round = 0; round < 40; ++round) {
    auto const g = random.next(9);
    auto const q = power::blocs(g, {{"first", set_of({2, 5, 8})}, {"second", set_of({1, 7})}});
    REQUIRE(q.size() == 6);  // 0, second, first, 3, 4, 6
    std::uint64_t const members[] = {1, 1 << 1 | 1 << 7, 1 << 2 | 1 << 5 | 1 << 8, 1 << 3, 1 << 4, 1 << 6};
    bool agree = true;
    each_set(6, [&](power::coalition who) {
      std::uint64_t bits = 0;
      for (std::size_t i = 0; i < 6; ++i)
        if (who.contains(i)) bits |= members[i];
      agree = agree && q.wins(who) == g.wins(power::coalition::from_bits(bits));
    });
    CHECK(agree);
  }
}

TEST_CASE("a player is in one bloc at most, and a bloc has members who play", "[power][compose][errors]") {
  auto const g = cod::test::six();
  auto const code = [&](std::vector<power::bloc> const& list) {
    return error_of([&] { static_cast<void>(power::blocs(g, list)); }).code();
  };
  CHECK(code({{"a", "BE NL"_members}, {"b", "NL LU"_members}}) == cod::error_code::bad_coalition_list);
  CHECK(code({{"a", std::vector<std::string>{"BE", "BE"}}}) == cod::error_code::bad_coalition_list);
  CHECK(code({{"a", power::coalition{}}}) == cod::error_code::bad_coalition_list);
  CHECK(code({{"a", "BE ES"_members}}) == cod::error_code::unknown_player);
  CHECK(code({{"a", set_of({0, 6})}}) == cod::error_code::unknown_player);
}
