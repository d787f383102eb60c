// SPDX-License-Identifier: BSL-1.0
#include <codecision/simulate/negotiation/explain.hpp>
#include <codecision/simulate/negotiation/weights.hpp>

#include "properties/dice.hpp"
#include "support/catch.hpp"


namespace cod = codecision;
namespace sim = codecision::simulate;
namespace test = codecision::test;
using namespace codecision::literals;

namespace {

sim::issue at_random(test::dice& draw) {
  std::vector<sim::actor_position> actors;
  for (int i = 0, n = 2 + draw.below(8); i < n; ++i)
    actors.push_back(sim::actor_position{"actor " + std::to_string(i), draw.place(91), 1 + draw.place(100), 1 + draw.place(30)});
  return {"x", actors};
}

}  // namespace

TEST_CASE("one actor at 0 and two alike at 100 meet at two thirds of the way") {
  // As the tests of the Decide Exchange Model (Stokman's group, github.com/foarsitter/decide-exchange-model) have it.
  CHECK(sim::compromise({"p", {{"a", 0}, {"b", 100}}}).position() == 50);
  CHECK(sim::compromise({"p", {{"a", 0}, {"b", 100}, {"c", 100}}}).position() == test::approx(200.0 / 3));
}

TEST_CASE("an actor with twice the power and half the salience counts for as much as another one") {
  auto const c = sim::compromise({"x", {{"A", 0, 50, 2}, {"B", 100, 100, 1}}});
  CHECK(c.position() == test::approx(50));
  CHECK(c.share("A") == test::approx(0.5));
  // by power alone (2 * 0 + 1 * 100) / 3; all alike (0 + 100) / 2
  CHECK(sim::compromise(c.about(), sim::weighting::power).position() == test::approx(100.0 / 3));
  CHECK(sim::compromise(c.about(), sim::weighting::nothing).position() == test::approx(50));
}

TEST_CASE("with Banzhaf weights of 1958, the three large members move the mean to 30 of 42") {
  // Swings: DE FR IT 10 each, BE NL 6 each, LU 0 (Banzhaf's index of the Community of 1958).
  cod::power::weighted_game const council{12, {4, 4, 4, 2, 2, 1}, {"DE", "FR", "IT", "BE", "NL", "LU"}};
  sim::issue const about{"x", {{"DE"_ms, 100}, {"FR"_ms, 100}, {"IT"_ms, 100}, {"BE"_ms, 0}, {"NL"_ms, 0}, {"LU"_ms, 0}}};
  CHECK(sim::compromise(sim::weighted_by(about, cod::power::banzhaf(council))).position() == test::approx(100 * 30.0 / 42));
  // Shapley-Shubik: 14/60 each for the large ones.
  CHECK(sim::compromise(sim::weighted_by(about, cod::power::shapley_shubik(council))).position() == test::approx(70));
}

TEST_CASE("the compromise lies within the positions, and moves with them") {
  test::dice draw{1991};
  for (int round = 0; round < 100; ++round) {
    auto const about = at_random(draw);
    auto const c = sim::compromise(about);
    double lowest = 100, highest = 0, shares = 0;
    for (std::size_t i = 0; i < about.size(); ++i) {
      lowest = (std::min)(lowest, about[i].position);
      highest = (std::max)(highest, about[i].position);
      shares += c.share(i);
      // one actor moves by 3 points: the mean by 3 times its share
      auto const moved = sim::compromise(about.with_position(about[i].actor, about[i].position + 3));
      CHECK(moved.position() - c.position() == test::approx(3 * c.share(i)).margin(1e-9));
    }
    CHECK(shares == test::approx(1));
    CHECK(c.position() >= lowest - 1e-9);
    CHECK(c.position() <= highest + 1e-9);
    // all move by 9 points: so does the mean; the unit of power does not matter
    auto actors = about.actors();
    for (auto& a : actors) {
      a.position += 9;
      a.power *= 7;
    }
    CHECK(sim::compromise({"x", actors}).position() == test::approx(c.position() + 9));
  }
}

TEST_CASE("a mean by salience of an issue that matters to nobody with power is an error, by power alone it is not") {
  sim::issue const about{"x", {{"A", 10, 0, 1}, {"B", 90, 50, 0}}};
  CHECK_THROWS_WITH(sim::compromise(about), test::contains("COD-F003") && test::contains("power times salience is zero for every actor on 'x'"));
  CHECK(sim::compromise(about, sim::weighting::power).position() == 10);
}

TEST_CASE("the compromise is explained with the share of each actor") {
  auto const tree = sim::explain(sim::compromise({"quotas", {{"DE"_ms, 0, 50, 2}, {"FR"_ms, 100, 100, 3}}}));
  CHECK(tree.text == "compromise on 'quotas', weighted by power x salience: 75.00");
  CHECK(tree.details[0].text == "DE at 0.00 counts for 25.00 %");
  CHECK(tree.details[1].text == "FR at 100.00 counts for 75.00 %");
  CHECK_THAT(tree.details[2].text, test::contains("Achen"));
}
