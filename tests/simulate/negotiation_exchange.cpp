// SPDX-License-Identifier: BSL-1.0
#include <codecision/simulate/negotiation/explain.hpp>

#include "properties/dice.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <set>

namespace cod = codecision;
namespace sim = codecision::simulate;
namespace test = codecision::test;

namespace {

double outcome(sim::issue const& about) { return sim::compromise(about).position(); }
double distance(sim::issue const& wanted, std::string const& actor, double where) {
  return wanted.of(actor).salience / 100 * std::fabs(where - wanted.of(actor).position);
}

/// The case of the Decide training of February 2017: a toll around the inner city, and an investment there. Published with
/// the Decide Exchange Model of Stokman's group (github.com/foarsitter/decide-exchange-model, data/input/sample_data.txt).
sim::issue toll() {
  return {"toll", {{"Willems", 100, 95, 1}, {"PvdA", 50, 80, 1}, {"GL", 100, 95, 0.6}, {"VVD", 0, 90, 0.5}, {"SP", 75, 70, 0.4},
                   {"CDA", 25, 80, 0.5}, {"D66", 25, 50, 0.2}, {"CU", 75, 70, 0.2}, {"KvK", 25, 80, 0.6}, {"Wcentr", 0, 95, 0.9}}};
}
sim::issue investment() {
  return {"investment", {{"Willems", 25, 60, 1}, {"PvdA", 25, 50, 1}, {"GL", 50, 40, 0.6}, {"VVD", 50, 80, 0.5}, {"SP", 0, 30, 0.4},
                         {"CDA", 25, 50, 0.5}, {"D66", 25, 50, 0.2}, {"CU", 50, 50, 0.2}, {"KvK", 50, 50, 0.6}, {"Wcentr", 100, 90, 0.9}}};
}

sim::issue at_random(test::dice& draw, std::string name, int n) {
  std::vector<sim::actor_position> actors;
  for (int i = 0; i < n; ++i)
    actors.push_back(sim::actor_position{"actor " + std::to_string(i), 5.0 * draw.place(21), 1 + draw.place(100), 1 + draw.place(5)});
  return {std::move(name), std::move(actors)};
}

}  // namespace

TEST_CASE("the training case of the Decide Exchange Model: shopkeepers and city government exchange toll against investment") {
  // Its test (test_calculations.py, test_by_absolute_move) prints 13.157894..., 10.387811... and 61.051173...
  CHECK(outcome(toll()) == test::approx(248.0 / 5.025));           // 95+40+57+0+21+10+2.5+10.5+12+0 over 5.025
  CHECK(outcome(investment()) == test::approx(169.25 / 3.42));     // 15+12.5+12+20+0+6.25+2.5+5+15+81 over 3.42
  auto const e = sim::exchange_between(toll(), investment(), "Wcentr", "Willems");
  REQUIRE(e.has_value());
  CHECK(e->first.actor == "Wcentr");  // 95 to 90 is less than 95 to 60: the toll matters relatively less to it
  CHECK(e->first.outcome_by == test::approx(10.38781163434903047091412743).epsilon(1e-12));
  CHECK(e->first.to == test::approx(61.05117364047237206589881911).epsilon(1e-12));
  CHECK(e->second.actor == "Willems");
  CHECK(e->second.outcome_by == test::approx(13.15789473684210526315789474).epsilon(1e-12));
  CHECK(e->second.to == test::approx(100));
  // gains: 0.9 x 13.157895 - 0.95 x 10.387812 = 0.95 x 10.387812 - 0.6 x 13.157895 = 1.973684
  CHECK(e->gain == test::approx(1.9736842105).epsilon(1e-9));
  CHECK(e->ratio == test::approx(1.9 / 1.5));
  // the order in which the two are named does not matter
  auto const turned = sim::exchange_between(toll(), investment(), "Willems", "Wcentr");
  CHECK(turned->first.actor == "Wcentr");
  CHECK(turned->gain == e->gain);
}

TEST_CASE("two mirrored actors give each other the issue that matters to the other one") {
  // Outcomes 80 and 20. A gives way on p up to B's 100, B on q down to A's 0: both move the outcome by 20.
  sim::issue const p{"p", {{"A", 0, 20}, {"B", 100, 80}}};
  sim::issue const q{"q", {{"A", 0, 80}, {"B", 100, 20}}};
  auto const c = sim::exchange_positions(p, q);
  REQUIRE(c.exchanges().size() == 1);
  CHECK(c.exchanges()[0].gain == test::approx(12));  // 0.8 x 20 - 0.2 x 20
  CHECK(c.exchanges()[0].ratio == test::approx(1));
  CHECK(c.outcome_before(0) == test::approx(80));
  CHECK(c.outcome_after(0) == test::approx(100));
  CHECK(c.outcome_after(1) == test::approx(0).margin(1e-9));
  CHECK(c.gain("A") == test::approx(12));
  CHECK(c.gain("B") == test::approx(12));
  CHECK(c.wanted(0).of("A").position == 0);
  CHECK(c.taken(0).of("A").position == test::approx(100));
}

TEST_CASE("where the sums of the saliences differ, so do the shifts, and the gains are still equal") {
  // p: saliences 40 and 60, outcome 60. q: 90 and 30, outcome 25. Ratio (40 + 60) / (90 + 30) = 5/6. B can move q by 25,
  // which is worth 30 on p; A could move p by 40. So A moves by 30 / 0.4 = 75 points, B all the way.
  auto const e = sim::exchange_between({"p", {{"A", 0, 40}, {"B", 100, 60}}}, {"q", {{"A", 0, 90}, {"B", 100, 30}}}, "A", "B");
  REQUIRE(e.has_value());
  CHECK(e->ratio == test::approx(5.0 / 6));
  CHECK(e->first.to == test::approx(75));
  CHECK(e->first.outcome_by == test::approx(30));
  CHECK(e->second.to == test::approx(0).margin(1e-9));
  CHECK(e->second.outcome_by == test::approx(25));
  CHECK(e->gain == test::approx(10.5));  // A: 0.9 x 25 - 0.4 x 30; B: 0.6 x 30 - 0.3 x 25
}

TEST_CASE("there is nothing to exchange between equal priorities, or on the same side of the outcome") {
  sim::issue const p{"p", {{"A", 0, 40}, {"B", 100, 80}, {"C", 100, 10}}};
  CHECK(!sim::exchange_between(p, {"q", {{"A", 0, 20}, {"B", 100, 40}, {"C", 0, 90}}}, "A", "B"));  // 2 to 1 for both
  CHECK(sim::exchange_between(p, {"q", {{"A", 0, 20}, {"B", 100, 39}, {"C", 0, 90}}}, "A", "B"));
  CHECK(!sim::exchange_between(p, {"q", {{"A", 0, 90}, {"B", 0, 30}, {"C", 100, 90}}}, "A", "B"));  // they agree on q
  CHECK(!sim::exchange_between(p, {"q", {{"A", 0, 20}, {"B", 100, 0}, {"C", 0, 90}}}, "B", "C"));   // they agree on p
  CHECK_THROWS_WITH(sim::exchange_between(p, {"q", {{"A", 0, 20}}}, "A", "B"), test::contains("B has no position on 'q'"));
}

TEST_CASE("no shifts within the limits give both more than the exchange does") {
  // Over a grid of all pairs of shifts: the smaller of the two gains is never above the gain of the exchange, and comes near it.
  test::dice draw{1994};
  int found = 0;
  for (int round = 0; round < 60; ++round) {
    auto const p = at_random(draw, "p", 3), q = at_random(draw, "q", 3);
    auto const e = sim::exchange_between(p, q, "actor 0", "actor 1");
    auto const op = outcome(p), oq = outcome(q);
    auto const gives_p = e ? e->first.actor : std::string{"actor 0"};
    auto const other = std::string{gives_p == "actor 0" ? "actor 1" : "actor 0"};
    auto const either_side = [&](sim::issue const& i, double o) { return (i.of("actor 0").position - o) * (i.of("actor 1").position - o) < 0; };
    if (!either_side(p, op) || !either_side(q, oq)) {
      CHECK(!e);
      continue;
    }
    double best = 0;
    auto const search = [&](std::string const& on_p, std::string const& on_q) {
      auto const share_p = sim::compromise(p).share(on_p), share_q = sim::compromise(q).share(on_q);
      for (int i = 0; i <= 50; ++i)
        for (int j = 0; j <= 50; ++j) {
          auto const to_p = p.of(on_p).position + (p.of(on_q).position - p.of(on_p).position) * i / 50;
          auto const to_q = q.of(on_q).position + (q.of(on_p).position - q.of(on_q).position) * j / 50;
          auto const np = op + share_p * (to_p - p.of(on_p).position);
          auto const nq = oq + share_q * (to_q - q.of(on_q).position);
          auto const gain = [&](std::string const& who) {
            return distance(p, who, op) - distance(p, who, np) + distance(q, who, oq) - distance(q, who, nq);
          };
          best = (std::max)(best, (std::min)(gain(on_p), gain(on_q)));
        }
    };
    search(gives_p, other);
    if (!e) search(other, gives_p);
    CHECK(best <= (e ? e->gain : 0) + 1e-9);
    CHECK(best >= (e ? e->gain : 0) - 2.0);  // a step of the grid moves an outcome by at most two points
    found += e ? 1 : 0;
  }
  CHECK(found >= 5);
}

TEST_CASE("in each exchange both gain the same, nobody leaves the line, and nobody gives way twice on an issue") {
  test::dice draw{2004};
  std::size_t made = 0;
  for (int round = 0; round < 60; ++round) {
    auto const n = 2 + draw.below(8);
    auto const p = at_random(draw, "p", n), q = at_random(draw, "q", n);
    auto const c = sim::exchange_positions(p, q);
    CHECK(c.exchanges().size() <= static_cast<std::size_t>(n));
    sim::issue now[2] = {p, q};
    sim::issue const wanted[2] = {p, q};
    std::set<std::pair<std::string, std::size_t>> moved;
    for (auto const& e : c.exchanges()) {
      double const before[2] = {outcome(now[0]), outcome(now[1])};
      sim::concession const steps[2] = {e.first, e.second};
      for (std::size_t k = 0; k < 2; ++k) {
        CHECK(moved.insert({steps[k].actor, k}).second);
        CHECK(steps[k].to >= 0);
        CHECK(steps[k].to <= 100);
        now[k] = now[k].with_position(steps[k].actor, steps[k].to);
        CHECK(std::fabs(outcome(now[k]) - before[k]) == test::approx(steps[k].outcome_by).epsilon(1e-9));
      }
      for (auto const& who : {e.first.actor, e.second.actor}) {
        double gain = 0;
        for (std::size_t k = 0; k < 2; ++k) gain += distance(wanted[k], who, before[k]) - distance(wanted[k], who, outcome(now[k]));
        CHECK(gain == test::approx(e.gain).margin(1e-9));
        CHECK(gain > 0);
      }
      ++made;
    }
    CHECK(c.outcome_after(0) == test::approx(outcome(now[0])).margin(1e-9));
    CHECK(c.outcome_after(1) == test::approx(outcome(now[1])).margin(1e-9));
  }
  CHECK(made > 60);
}

TEST_CASE("the first exchange is the most profitable one of all pairs") {
  test::dice draw{2005};
  for (int round = 0; round < 30; ++round) {
    auto const p = at_random(draw, "p", 6), q = at_random(draw, "q", 6);
    double best = 0;
    for (auto const& a : p)
      for (auto const& b : p)
        if (a.actor < b.actor)
          if (auto const e = sim::exchange_between(p, q, a.actor, b.actor)) best = (std::max)(best, e->gain);
    auto const c = sim::exchange_positions(p, q);
    CHECK(c.exchanges().empty() == (best == 0));
    if (!c.exchanges().empty()) CHECK(c.exchanges()[0].gain == best);
  }
}

TEST_CASE("others can lose by an exchange, and who has a position on one issue only makes none") {
  // C wants what A and B give away: on p the outcome goes from 75 to 91.67, away from C's 50.
  sim::issue const p{"p", {{"A", 0, 20}, {"B", 100, 80}, {"C", 50, 20}}};
  sim::issue const q{"q", {{"A", 0, 80}, {"B", 100, 20}}};
  auto const c = sim::exchange_positions(p, q);
  REQUIRE(c.exchanges().size() == 1);
  CHECK(c.gain("A") > 0);
  CHECK(c.gain("C") < 0);
  CHECK(c.taken(0).of("C").position == 50);
  CHECK_THROWS_WITH(sim::exchange_positions(p, {"q", {{"A", 0, 0}}}), test::contains("power times salience is zero for every actor on 'q'"));
}

TEST_CASE("the exchanges are explained one by one") {
  auto const tree = sim::explain(sim::exchange_positions({"p", {{"A", 0, 20}, {"B", 100, 80}}}, {"q", {{"A", 0, 80}, {"B", 100, 20}}}));
  CHECK(tree.text == "1 exchange of positions");
  CHECK(tree.details[0].text == "expected outcome on 'p': 80.00 before, 100.00 after");
  CHECK(tree.details[2].text == "A and B each gain 12.00");
  CHECK(tree.details[2].details[0].text == "A moves from 0.00 to 100.00 on 'p', which moves the outcome by 20.00");
  CHECK_THAT(tree.details.back().text, test::starts_with("Stokman and Van Oosten"));
  auto const one = sim::explain(sim::exchange_between(toll(), investment(), "Wcentr", "Willems").value());
  CHECK(one.text == "Wcentr and Willems each gain 1.97");
  CHECK(one.details[1].text == "Willems moves from 25.00 to 100.00 on the second issue, which moves the outcome by 13.16");
}
