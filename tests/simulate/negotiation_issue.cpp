// SPDX-License-Identifier: BSL-1.0
#include <codecision/simulate/negotiation/issue.hpp>
#include <codecision/simulate/negotiation/median.hpp>
#include <codecision/simulate/negotiation/weights.hpp>

#include "properties/dice.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cod = codecision;
namespace sim = codecision::simulate;
namespace test = codecision::test;
using namespace codecision::literals;

namespace {

std::string message_of(std::vector<sim::actor_position> actors) {
  try {
    sim::issue const made{"quotas", std::move(actors)};
  } catch (cod::error const& e) {
    CHECK(e.code() == cod::error_code::bad_position);
    return e.message();
  }
  return "no error";
}

double const not_a_number = std::numeric_limits<double>::quiet_NaN();
double const infinite = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("a position outside 0 to 100 is refused with the actor's name and the value") {
  CHECK(message_of({{"DE"_ms, 0}, {"FR"_ms, 100}}) == "no error");
  CHECK(message_of({{"DE"_ms, 0}, {"FR"_ms, 100.5}}) == "the position of FR is 100.5, which does not lie between 0 and 100");
  CHECK_THAT(message_of({{"EL"_ms, -0.5}}), test::starts_with("the position of EL is -0.5"));
  CHECK_THAT(message_of({{"EL"_ms, not_a_number}}), test::starts_with("the position of EL is"));
  CHECK_THAT(message_of({{"EL"_ms, infinite}}), test::starts_with("the position of EL is inf"));
}

TEST_CASE("a salience outside 0 to 100 and a power below zero are refused") {
  CHECK(message_of({{"DE"_ms, 50, 0, 1}, {"FR"_ms, 50, 100, 0}}) == "no error");
  CHECK_THAT(message_of({{"Commission", 50, 101}}), test::starts_with("the salience of Commission is 101"));
  CHECK_THAT(message_of({{"Commission", 50, not_a_number}}), test::starts_with("the salience of Commission is"));
  CHECK_THAT(message_of({{"Commission", 50, 50, -1}}), test::starts_with("the power of Commission is -1"));
  CHECK_THAT(message_of({{"Commission", 50, 50, infinite}}), test::starts_with("the power of Commission is inf"));
}

TEST_CASE("an issue needs actors, some power, and each actor once") {
  CHECK(message_of({}) == "nobody has a position on 'quotas'");
  CHECK(message_of({{"DE"_ms, 50, 50, 0}}) == "all power weights on 'quotas' are zero");
  CHECK(message_of({{"DE"_ms, 50, 50, 1e308}, {"FR"_ms, 10, 50, 1e308}}) == "the power weights on 'quotas' add up to inf");
  CHECK(message_of({{"DE"_ms, 50}, {"FR"_ms, 10}, {"DE", 60}}) == "DE has two positions on 'quotas'");
}

TEST_CASE("an actor is found by its name, and who has no position is an error that lists those who have one") {
  sim::issue const quotas{"quotas", {{"DE"_ms, 30, 80}, {"Commission", 90, 70}}};
  CHECK(quotas.of("DE"_ms).position == 30);
  CHECK(quotas.of("Commission").salience == 70);
  CHECK(quotas.place_of("FR") == std::nullopt);
  try {
    (void)quotas.of("FR"_ms);
    FAIL("no error");
  } catch (cod::error const& e) {
    CHECK(e.message() == "FR has no position on 'quotas'");
    CHECK(e.have() == "DE, Commission");
  }
  CHECK_THROWS_WITH(quotas.with_power({1, 2, 3}), test::contains("3 weights for 2 actors on 'quotas'"));
  CHECK_THROWS_WITH(quotas.with_position("DE", 101), test::contains("the position of DE is 101"));
}

TEST_CASE("power weights come from the indices: the Community of 1958") {
  // Banzhaf: swings 10 10 10 6 6 0 of 42; Shapley-Shubik: 14 14 14 9 9 0 of 60 (Felsenthal and Machover 1998).
  cod::power::weighted_game const council{12, {4, 4, 4, 2, 2, 1}, {"DE", "FR", "IT", "BE", "NL", "LU"}};
  sim::issue const tariff{"tariff", {{"LU"_ms, 0}, {"NL"_ms, 10}, {"BE"_ms, 20}, {"IT"_ms, 30}, {"FR"_ms, 40}, {"DE"_ms, 50}}};
  auto const by_banzhaf = sim::weighted_by(tariff, cod::power::banzhaf(council));
  CHECK(by_banzhaf.of("DE"_ms).power == test::approx(10.0 / 42));
  CHECK(by_banzhaf.of("NL"_ms).power == test::approx(6.0 / 42));
  CHECK(by_banzhaf.of("LU"_ms).power == 0);
  auto const by_shapley = sim::weighted_by(tariff, cod::power::shapley_shubik(council));
  CHECK(by_shapley.of("IT"_ms).power == test::approx(14.0 / 60));
  CHECK(by_shapley.of("BE"_ms).power == test::approx(9.0 / 60));
  CHECK(by_shapley.of("DE"_ms).position == 50);
  CHECK(sim::weighted_equally(by_shapley).of("LU"_ms).power == 1);
  sim::issue const with_another{"tariff", {{"DE"_ms, 0}, {"Commission", 10}}};
  CHECK_THROWS_WITH(sim::weighted_by(with_another, cod::power::banzhaf(council)), test::contains("COD-P705"));
}

TEST_CASE("the median of three voters is the one in the middle, however extreme the others are") {
  for (auto const end : {41.0, 60.0, 100.0}) {
    auto const m = sim::median({"x", {{"A", end}, {"B", 0}, {"C", 40}}});
    CHECK(m.is_one_point());
    CHECK(m.lowest == 40);
    CHECK(m.actors == std::vector<std::string>{"C"});
  }
}

TEST_CASE("with two halves of the same weight every point between the two medians is one") {
  auto const m = sim::median({"x", {{"A", 20, 100, 3}, {"B", 30, 100, 1}, {"C", 60, 100, 2}, {"D", 90, 100, 2}}});
  CHECK(m.lowest == 30);  // 3 + 1 on the left, 2 + 2 on the right
  CHECK(m.highest == 60);
  CHECK(m.actors == std::vector<std::string>{"B", "C"});
  CHECK(sim::median({"x", {{"A", 20, 100, 3.001}, {"B", 30, 100, 1}, {"C", 60, 100, 2}, {"D", 90, 100, 2}}}).is_one_point());
  // thirds are not exact in doubles, and still two halves
  auto const thirds = sim::median({"x", {{"A", 0, 100, 1.0 / 3}, {"B", 10, 100, 1.0 / 6}, {"C", 70, 100, 0.1}, {"D", 80, 100, 0.4}}});
  CHECK(thirds.lowest == 10);
  CHECK(thirds.highest == 70);
}

TEST_CASE("who has no power is not the median voter") {
  auto const m = sim::median({"x", {{"A", 10, 100, 1}, {"B", 50, 100, 0}, {"C", 90, 100, 1}}});
  CHECK(m.lowest == 10);
  CHECK(m.highest == 90);
  CHECK(m.actors == std::vector<std::string>{"A", "C"});
}

TEST_CASE("a point is a median exactly when no other point is preferred by more than half of the weights") {
  test::dice draw{1948};
  for (int round = 0; round < 40; ++round) {
    std::vector<sim::actor_position> actors;
    double total = 0;
    for (int i = 0, n = 1 + draw.below(7); i < n; ++i) {
      actors.push_back(sim::actor_position{"actor " + std::to_string(i), 10.0 * draw.place(11), 100, 1 + draw.place(4)});
      total += actors.back().power;
    }
    sim::issue const about{"x", actors};
    auto const m = sim::median(about);
    for (double x = 0; x <= 100; x += 2.5) {
      auto beaten = false;
      for (double y = 0; y <= 100; y += 0.5) {
        double prefer_y = 0;
        for (auto const& a : about)
          if (std::fabs(a.position - y) < std::fabs(a.position - x)) prefer_y += a.power;
        beaten = beaten || 2 * prefer_y > total;
      }
      CHECK((m.lowest <= x && x <= m.highest) == !beaten);
    }
  }
}
