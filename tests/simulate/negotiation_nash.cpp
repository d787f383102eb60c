// SPDX-License-Identifier: BSL-1.0
#include <codecision/simulate/negotiation/explain.hpp>

#include "properties/dice.hpp"
#include "support/catch.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace cod = codecision;
namespace sim = codecision::simulate;
namespace test = codecision::test;
using otherwise = sim::disagreement;

namespace {

double solution(sim::issue const& about, sim::disagreement const& d, sim::loss shape = sim::loss::quadratic) {
  auto const s = sim::nash_bargain(about, d, shape);
  REQUIRE(s.reached());
  return *s.position;
}

double loss_of(sim::actor_position const& a, double x, sim::loss shape) {
  auto const d = std::fabs(x - a.position);
  return a.salience / 100 * (shape == sim::loss::quadratic ? d * d : d);
}

/// All actors on the same side of a reversion at 0.
sim::issue at_random(test::dice& draw) {
  std::vector<sim::actor_position> actors;
  for (int i = 0, n = 2 + draw.below(5); i < n; ++i)
    actors.push_back(sim::actor_position{"actor " + std::to_string(i), 20 + draw.place(81), 1 + draw.place(100), 1 + draw.place(5)});
  return {"x", actors};
}

}  // namespace

TEST_CASE("two who are alike divide in the middle, and with powers of one to three at three quarters") {
  // Linear losses, 0 and 100, no agreement costs each 100: the product (100 - x)^v x^w is largest at 100 w / (v + w).
  CHECK(solution({"x", {{"A", 0}, {"B", 100}}}, otherwise::costs_everybody(100), sim::loss::linear) == test::approx(50));
  CHECK(solution({"x", {{"A", 0, 100, 1}, {"B", 100, 100, 3}}}, otherwise::costs_everybody(100), sim::loss::linear) == test::approx(75));
}

TEST_CASE("quadratic losses, a law in force at 0, and wishes at 40 and 100: they agree on 50") {
  // Gains x (80 - x) and x (200 - x). The slope 2/x - 1/(80 - x) - 1/(200 - x) is zero where x^2 - 210 x + 8000 = 0: at 50.
  auto const s = sim::nash_bargain({"x", {{"A", 40}, {"B", 100}}}, otherwise::reverts_to(0));
  REQUIRE(s.reached());
  CHECK(*s.position == test::approx(50).epsilon(1e-9));
  CHECK(s.from == 0);
  CHECK(s.to == 80);
  CHECK(s.gain(0) == test::approx(1500));  // 40^2 - 10^2
  CHECK(s.gain(1) == test::approx(7500));  // 100^2 - 50^2
}

TEST_CASE("linear losses, the same wishes: the one nearer to the law in force gets all that it wants") {
  // Gains: x up to 40, then 80 - x; and x. The product x^2 rises up to 40, and (80 - x) x falls from there (Butler, Modeling
  // Compromise at the International Table, 2004, on why linear losses leave no compromise).
  CHECK(solution({"x", {{"A", 40}, {"B", 100}}}, otherwise::reverts_to(0), sim::loss::linear) == test::approx(40));
}

TEST_CASE("nobody agrees to change a law that stands between their wishes, or that one of them wants") {
  for (auto const shape : {sim::loss::quadratic, sim::loss::linear}) {
    for (auto const law : {20.0, 50.0, 80.0}) {
      auto const s = sim::nash_bargain({"x", {{"A", 20}, {"B", 80}}}, otherwise::reverts_to(law), shape);
      CHECK(!s.reached());
      CHECK(s.gain(0) == 0);
    }
    CHECK(sim::nash_bargain({"x", {{"A", 20}, {"B", 80}}}, otherwise::reverts_to(19), shape).reached());
    CHECK(sim::nash_bargain({"x", {{"A", 20}, {"B", 80}}}, otherwise::reverts_to(81), shape).reached());
  }
  // no agreement costs 25 each: at distances up to 5 only, and they stand 10 or more apart
  CHECK(!sim::nash_bargain({"x", {{"A", 20}, {"B", 30}}}, otherwise::costs_everybody(25)).reached());
  CHECK(sim::nash_bargain({"x", {{"A", 20}, {"B", 29.9}}}, otherwise::costs_everybody(25)).reached());
}

TEST_CASE("the solution is the top of the product of gains among all positions, in hundredths of a point") {
  test::dice draw{1950};
  for (int round = 0; round < 12; ++round) {
    auto const about = at_random(draw);
    auto const shape = round % 2 == 0 ? sim::loss::quadratic : sim::loss::linear;
    auto const d = round % 3 == 0 ? otherwise::costs_everybody(shape == sim::loss::quadratic ? 9000 : 99) : otherwise::reverts_to(0);
    double best = -std::numeric_limits<double>::infinity(), at = -1;
    for (int i = 0; i <= 10000; ++i) {
      double product = 0;
      for (std::size_t k = 0; k < about.size(); ++k)
        product += about[k].power * std::log(d.loss_of(about, k, shape) - loss_of(about[k], i / 100.0, shape));
      if (product > best) best = product, at = i / 100.0;  // not a number, where somebody loses, is never larger
    }
    CHECK(solution(about, d, shape) == test::approx(at).margin(0.0101));
  }
}

TEST_CASE("no position is better for all than the solution: it lies between the outermost wishes") {
  test::dice draw{51};
  for (int round = 0; round < 100; ++round) {
    auto const about = at_random(draw);
    double lowest = 100, highest = 0;
    for (auto const& a : about) {
      lowest = (std::min)(lowest, a.position);
      highest = (std::max)(highest, a.position);
    }
    for (auto const shape : {sim::loss::quadratic, sim::loss::linear}) {
      auto const x = solution(about, otherwise::reverts_to(0), shape);
      CHECK(x >= lowest - 1e-9);
      CHECK(x <= highest + 1e-9);
    }
  }
}

TEST_CASE("mirrored wishes give the mirrored solution, and the order of the actors does not matter") {
  test::dice draw{52};
  for (int round = 0; round < 50; ++round) {
    auto const about = at_random(draw);
    auto actors = about.actors();
    for (auto& a : actors) a.position = 100 - a.position;
    auto const x = solution(about, otherwise::reverts_to(0));
    CHECK(solution({"x", actors}, otherwise::reverts_to(100)) == test::approx(100 - x).epsilon(1e-9));
    std::vector<sim::actor_position> const turned{about.actors().rbegin(), about.actors().rend()};
    CHECK(solution({"x", turned}, otherwise::reverts_to(0)) == test::approx(x).epsilon(1e-9));
  }
}

TEST_CASE("the scale of a utility does not matter: with a law in force saliences cancel out") {
  test::dice draw{53};
  for (int round = 0; round < 50; ++round) {
    auto const about = at_random(draw);
    auto actors = about.actors();
    std::vector<double> losses, scaled;
    for (auto& a : actors) {
      losses.push_back(loss_of(a, 0, sim::loss::quadratic));
      a.salience = 1 + draw.below(100);
      scaled.push_back(loss_of(a, 0, sim::loss::quadratic));
    }
    auto const x = solution(about, otherwise::reverts_to(0));
    CHECK(solution({"x", actors}, otherwise::reverts_to(0)) == test::approx(x).epsilon(1e-9));
    // the same losses given one by one
    CHECK(solution(about, otherwise::costs(losses)) == test::approx(x).epsilon(1e-9));
    CHECK(solution({"x", actors}, otherwise::costs(scaled)) == test::approx(x).epsilon(1e-9));
  }
}

TEST_CASE("who has no power, or does not care, takes no part") {
  auto const x = solution({"x", {{"A", 40}, {"B", 100}, {"C", 0, 100, 0}, {"D", 5, 0, 9}}}, otherwise::reverts_to(0));
  CHECK(x == test::approx(50));
  CHECK(solution({"x", {{"A", 40}}}, otherwise::reverts_to(0)) == test::approx(40));
  CHECK_THROWS_WITH(sim::nash_bargain({"x", {{"A", 40, 0, 1}, {"B", 0, 1, 0}}}, otherwise::reverts_to(0)), test::contains("COD-F003"));
}

TEST_CASE("the worse it is not to agree, the nearer the solution comes to the mean by power and salience") {
  // Achen 2006: the logarithm of C - s (x - a)^2 is nearly log C - s (x - a)^2 / C when C is large.
  sim::issue const about{"x", {{"A", 0, 100, 3}, {"B", 30, 20, 1}, {"C", 100, 50, 2}}};
  auto const mean = sim::compromise(about).position();  // (0 + 600 + 10 000) / (300 + 20 + 100) = 25.238
  CHECK(mean == test::approx(10600.0 / 420));
  double before = 100;
  for (auto const cost : {1e4, 1e5, 1e6, 1e7, 1e8}) {
    auto const off = std::fabs(solution(about, otherwise::costs_everybody(cost)) - mean);
    CHECK(off < before);
    before = off;
  }
  CHECK(before < 0.001);
}

TEST_CASE("a solution at the end of the line is found, and only one point is not a zone of agreement") {
  CHECK(solution({"x", {{"A", 0}, {"B", 0}}}, otherwise::costs_everybody(50)) == test::approx(0).margin(1e-9));
  CHECK(solution({"x", {{"A", 100}}}, otherwise::reverts_to(3)) == test::approx(100));
  CHECK(!sim::nash_bargain({"x", {{"A", 20}, {"B", 80}}}, otherwise::costs_everybody(30), sim::loss::linear).reached());  // only 50
}

TEST_CASE("losses and reversions that make no sense are refused") {
  CHECK_THROWS_WITH(otherwise::reverts_to(100.1), test::contains("the reversion position is 100.1"));
  CHECK_THROWS_WITH(otherwise::costs_everybody(0), test::contains("the loss without agreement is 0"));
  CHECK_THROWS_WITH(otherwise::costs({5, std::numeric_limits<double>::quiet_NaN()}), test::contains("COD-F003"));
  CHECK_THROWS_WITH(otherwise::costs_everybody(std::numeric_limits<double>::infinity()), test::contains("COD-F003"));
  CHECK_THROWS_WITH(sim::nash_bargain({"x", {{"A", 0}, {"B", 1}, {"C", 2}}}, otherwise::costs({5, 5})), test::contains("2 losses for 3 actors on 'x'"));
}

TEST_CASE("Nash's own example: Bill gives book, whip, ball and bat, Jack gives pen, toy and knife") {
  // The Bargaining Problem, 1950. Utility to Bill and to Jack; the first five are Bill's, the others Jack's.
  constexpr std::array<std::array<int, 2>, 9> goods{{{2, 4}, {2, 2}, {2, 1}, {2, 2}, {4, 1}, {10, 1}, {4, 1}, {6, 2}, {2, 2}}};
  std::vector<std::vector<double>> gains;
  for (unsigned given = 0; given < 512; ++given) {
    double bill = 0, jack = 0;
    for (unsigned k = 0; k < 9; ++k) {
      if ((given >> k & 1u) == 0) continue;
      auto const from_bill = k < 5;
      bill += from_bill ? -goods[k][0] : goods[k][0];
      jack += from_bill ? goods[k][1] : -goods[k][1];
    }
    gains.push_back({bill, jack});
  }
  auto const chosen = sim::nash_choice(gains);
  REQUIRE(chosen.has_value());
  CHECK(*chosen == 0b0'1110'1111u);  // book whip ball bat; pen toy knife
  CHECK(gains[*chosen] == std::vector<double>{12, 5});

  // what was not chosen is irrelevant: without it the choice is the same
  std::vector<std::vector<double>> fewer;
  for (std::size_t k = 0; k < gains.size(); ++k)
    if (k == *chosen || k % 3 == 0) fewer.push_back(gains[k]);
  CHECK(fewer[sim::nash_choice(fewer).value()] == gains[*chosen]);
}

TEST_CASE("among packages that leave somebody no better off none is chosen") {
  CHECK(sim::nash_choice({}) == std::nullopt);
  CHECK(sim::nash_choice({{5, 0}, {-1, -1}, {100, -1}}) == std::nullopt);
  CHECK(sim::nash_choice({{5, 0}, {1, 1}, {0.5, 2}}) == 1u);
  CHECK(sim::nash_choice({{7, 3, 11}, {11, 7, 3}, {3, 11, 7}}) == 0u);  // equals, in whatever order they are multiplied
  CHECK(sim::nash_choice({{3, 5, 7, 9, 11}, {11, 9, 7, 5, 3}}) == 0u);
  CHECK(sim::nash_choice({{49, 49}, {48, 50}, {50, 48}, {49, 49.001}}) == 3u);
  CHECK_THROWS_WITH(sim::nash_choice({{5, 1}, {1}}), test::contains("package 1"));
}

TEST_CASE("the bargain is explained with what each gains, or with the reason why there is none") {
  auto const agreed = sim::explain(sim::nash_bargain({"quotas", {{"A", 40}, {"B", 100}}}, otherwise::reverts_to(0)));
  CHECK(agreed.text == "Nash bargaining solution on 'quotas': 50.00");
  CHECK(agreed.details[0].text == "without agreement 0.00 stays in force");
  CHECK(agreed.details[1].text == "better for all than no agreement: every position between 0.00 and 80.00");
  CHECK(agreed.details[2].text == "A at 40.00, power 1.00, salience 100.00: gains 1 500.00 over no agreement");
  auto const none = sim::explain(sim::nash_bargain({"quotas", {{"A", 40}, {"B", 100}}}, otherwise::reverts_to(60)));
  CHECK(none.text == "Nash bargaining solution on 'quotas': no agreement");
  CHECK(none.details[1].text == "no position is better for all than no agreement");
  CHECK_THAT(none.details.back().text, test::starts_with("Nash"));
}

TEST_CASE("one loss in a list is the loss of one actor, and not of everybody") {
  sim::issue const two{"x", {{"A", 0}, {"B", 100}}}, one{"x", {{"A", 40}}};
  CHECK_THROWS_WITH(sim::nash_bargain(two, otherwise::costs({100}), sim::loss::linear), test::contains("[COD-F003] 1 loss for 2 actors"));
  CHECK_THROWS_WITH(sim::nash_bargain(two, otherwise::costs({1, 2, 3})), test::contains("COD-F003"));
  CHECK(solution(two, otherwise::costs({100, 100}), sim::loss::linear) == solution(two, otherwise::costs_everybody(100), sim::loss::linear));
  CHECK(solution(one, otherwise::costs({100})) == test::approx(40));
}
