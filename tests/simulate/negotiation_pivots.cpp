// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>
#include <codecision/power/predicate_game.hpp>
#include <codecision/power/weighted_game.hpp>
#include <codecision/simulate/negotiation/explain.hpp>

#include "properties/dice.hpp"
#include "support/catch.hpp"

#include <cmath>

namespace cod = codecision;
namespace sim = codecision::simulate;
namespace test = codecision::test;
using namespace codecision::literals;

namespace {

sim::issue evenly_spaced(int n) {
  std::vector<sim::actor_position> actors;
  for (int i = 0; i < n; ++i) actors.emplace_back("player " + std::to_string(i), 100.0 * i / (n - 1));
  return {"x", actors};
}

cod::power::weighted_game votes(std::int64_t quota, std::size_t n) {
  return {cod::power::allow_improper, quota, std::vector<std::int64_t>(n, 1)};
}

// Invented: the members in protocol order, one every three points, so that the order has nothing to do with size.
sim::issue in_protocol_order(cod::electorate const& council) {
  std::vector<sim::actor_position> actors;
  double at = 0;
  for (auto const m : council.members()) actors.emplace_back(m, at), at += 3;
  return {"invented", actors};
}

/// Does y beat x: do those who are nearer to y win?
template <class Game>
bool beats(Game const& g, sim::issue const& about, double y, double x) {
  cod::power::coalition prefer;
  for (std::size_t i = 0; i < g.size(); ++i) {
    auto const where = about.of(g.players().name(i)).position;
    if (std::fabs(where - y) < std::fabs(where - x)) prefer.insert(i);
  }
  return g.wins(prefer);
}

}  // namespace

TEST_CASE("five votes of seven: the third and the fifth member are the pivots") {
  // To the right the seventh, sixth, fifth and fourth join first; the third is the fifth vote. To the left the same mirrored.
  auto const about = evenly_spaced(7);
  auto const g = sim::gridlock(votes(5, 7), about);
  CHECK(g.left().actors == std::vector<std::string>{"player 2"});
  CHECK(g.right().actors == std::vector<std::string>{"player 4"});
  CHECK(g.contains(about[3].position));
  CHECK(!g.contains(about[1].position));
  CHECK(!g.contains(about[5].position));
}

TEST_CASE("with k votes of eleven the core lies between the member n - k + 1 from the left and the member k") {
  auto const about = evenly_spaced(11);
  for (int k = 6; k <= 11; ++k) {
    auto const g = sim::gridlock(votes(k, 11), about);
    CHECK(g.left().position == about[static_cast<std::size_t>(11 - k)].position);
    CHECK(g.right().position == about[static_cast<std::size_t>(k - 1)].position);
  }
}

TEST_CASE("by simple majority of an odd number both pivots are the median voter") {
  for (int n = 1; n <= 15; n += 2) {
    auto const about = n == 1 ? sim::issue{"x", {{"player 0", 30}}} : evenly_spaced(n);
    auto const g = sim::gridlock(votes((n + 1) / 2, static_cast<std::size_t>(n)), about);
    CHECK(g.left().position == sim::median(about).lowest);
    CHECK(g.right().position == sim::median(about).highest);
  }
}

TEST_CASE("by unanimity the pivots are the two extremes, and nobody who stands still is left") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const about = in_protocol_order(council);
  auto const g = sim::gridlock(cod::rules::unanimity(), council, about);
  CHECK(g.left().actors == std::vector<std::string>{"BE"});
  CHECK(g.right().actors == std::vector<std::string>{"SE"});
  CHECK(g.contains(0));
  CHECK(g.contains(78));
  CHECK(!g.contains(78.1));
}

TEST_CASE("the gridlock interval of the qualified majority of 2025 agrees with counting the votes for every small change") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const about = in_protocol_order(council);
  auto const rule = cod::rules::qualified_majority();
  auto const g = sim::gridlock(rule, council, about);
  REQUIRE(g.exists());
  for (double status_quo = 0; status_quo <= 100; status_quo += 0.5) {
    cod::member_set right, left;
    for (auto const m : council.members()) {
      if (about.of(m).position > status_quo) right.insert(m);
      if (about.of(m).position < status_quo) left.insert(m);
    }
    auto const passes = [&](cod::member_set in_favour) {
      return cod::evaluate(rule, cod::ballot{council}.in_favour(in_favour).others(cod::vote::against)).adopted();
    };
    CHECK(g.contains(status_quo) == (!passes(right) && !passes(left)));
    CHECK((status_quo < g.left().position) == passes(right));
  }
}

TEST_CASE("a status quo is safe exactly when no proposal beats it, and the win set holds exactly those that do") {
  test::dice draw{1998};
  for (int round = 0; round < 60; ++round) {
    auto const n = 1 + draw.below(6);
    std::vector<sim::actor_position> actors;
    std::vector<std::int64_t> weights;
    std::int64_t total = 0;
    for (int i = 0; i < n; ++i) {
      actors.emplace_back("player " + std::to_string(i), 10.0 * (draw.below(11)));
      weights.push_back(1 + draw.below(4));
      total += weights.back();
    }
    sim::issue const about{"x", actors};
    cod::power::weighted_game const game{cod::power::allow_improper, 1 + draw.below(static_cast<int>(total)), weights};
    auto const g = sim::gridlock(game, about);
    for (double q = 0; q <= 100; q += 5) {
      auto const better = g.beating(q);
      auto beaten = false;
      for (double y = 0; y <= 100; y += 0.5) {
        auto const wins = beats(game, about, y, q);
        beaten = beaten || wins;
        if (y == q || y == 0 || y == 100) continue;  // at the ends of the line the pivot may be indifferent
        CHECK(wins == (better && better->from < y && y < better->to));
      }
      CHECK(g.contains(q) == !beaten);
      CHECK(better.has_value() == beaten);
    }
  }
}

TEST_CASE("two disjoint winning coalitions on either side leave no core, and where nobody wins all is safe") {
  auto const about = evenly_spaced(5);
  auto const two_of_five = sim::gridlock(votes(2, 5), about);
  CHECK(!two_of_five.exists());  // to the right the fourth is pivotal, to the left the second
  CHECK(two_of_five.left().position == 75);
  CHECK(two_of_five.right().position == 25);
  CHECK(!two_of_five.contains(50));

  auto const nobody_wins = sim::gridlock(cod::power::game_of(5, [](cod::power::coalition) { return false; }), about);
  CHECK(nobody_wins.left().actors.empty());
  CHECK(nobody_wins.contains(0));
  CHECK(nobody_wins.contains(100));
  auto const all_win = sim::gridlock(cod::power::game_of(5, [](cod::power::coalition) { return true; }), about);
  CHECK(!all_win.exists());
}

TEST_CASE("an agenda setter gets the position nearest to its own that makes the pivot no worse off") {
  // Romer and Rosenthal 1978: with the status quo at 0 and the pivot at 30, everything up to 60 is accepted.
  sim::issue const about{"x", {{"player 0", 30}, {"player 1", 60}, {"player 2", 90}}};
  auto const g = sim::gridlock(votes(3, 3), about);
  CHECK(g.beating(0)->to == 60);
  CHECK(g.proposal_of(100, 0) == 60);
  CHECK(g.proposal_of(50, 0) == 50);
  CHECK(g.proposal_of(0, 0) == 0);    // it keeps what it likes
  CHECK(g.proposal_of(100, 40) == 40);  // the status quo is safe
  CHECK(g.beating(100)->from == 80);
  CHECK_THROWS_WITH(g.proposal_of(101, 0), test::contains("the position of the agenda setter is 101"));
  CHECK_THROWS_WITH(g.beating(-1), test::contains("the status quo is -1"));
}

TEST_CASE("members at one point are pivotal together, actors without a vote are not, and a voter without a position is an error") {
  sim::issue const about{"x", {{"player 0", 40}, {"player 1", 40}, {"player 2", 80}, {"Commission", 100}}};
  auto const p = sim::pivotal_voter(votes(2, 3), about, sim::direction::to_the_right);
  CHECK(p.position == 40);
  CHECK(p.actors == std::vector<std::string>{"player 0", "player 1"});
  CHECK_THROWS_WITH(sim::gridlock(votes(3, 4), about), test::contains("player 3 has no position on 'x'"));
}

TEST_CASE("the pivots are explained in words, with the book they come from") {
  auto const tree = sim::explain(sim::gridlock(votes(5, 7), evenly_spaced(7)));
  CHECK(tree.text == "no proposal beats a status quo from 33.33 to 66.67");
  REQUIRE(tree.details.size() == 3);
  CHECK(tree.details[0].text == "for a change to the right player 2 at 33.33 must be won over");
  CHECK_THAT(tree.details[2].text, test::starts_with("Krehbiel"));
  CHECK(sim::explain(sim::gridlock(votes(2, 5), evenly_spaced(5))).text == "some proposal beats every status quo");
  auto const median = sim::explain(sim::median({"x", {{"A", 10}, {"B", 90}}}));
  CHECK(median.text == "median voter on 'x': any point from 10.00 to 90.00");
  CHECK_THAT(median.details.back().text, test::starts_with("Black"));
}
