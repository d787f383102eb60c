// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
bool is(cod::share_of_whole s, std::int64_t thousandths_of_a_percent) { return s.part * 100'000 == thousandths_of_a_percent * s.whole; }
constexpr auto qualified = cod::rules::qualified_majority();
}  // namespace

TEST_CASE("22 members with 70.81 printed percent in 2025 have between 70.775 and 70.825", "[vote][certainty]") {
  // The printed figures add up to 100.01, so all errors together are -0.01: what 22 members may be too high, five must make good.
  auto const council = cod::council_of_year(2025);
  auto const in_favour = council.members() - "CZ IT NL PL SK"_members;
  REQUIRE(in_favour.size() == 22);
  REQUIRE(council.population(in_favour) == 7081);
  auto const band = cod::population_share_band(council, in_favour);
  CHECK(is(band.low, 70'775));
  CHECK(is(band.high, 70'825));
}

TEST_CASE("all members together have 100 percent, whatever the rounding, and nobody has none", "[vote][certainty]") {
  auto const council = cod::council_of_year(2025);
  CHECK(is(cod::population_share_band(council, council.members()).low, 100'000));
  CHECK(is(cod::population_share_band(council, council.members()).high, 100'000));
  CHECK(is(cod::population_share_band(council, {}).low, 0));
  CHECK(is(cod::population_share_band(council, {}).high, 0));
}

TEST_CASE("one member's share is off by at most half a hundredth", "[vote][certainty]") {
  auto const council = cod::council_of_year(2025);
  auto const band = cod::population_share_band(council, "DE"_members);  // printed 18.49
  CHECK(is(band.low, 18'485));
  CHECK(is(band.high, 18'495));
}

TEST_CASE("a table in persons without a resolution has no band, one with 0.02 points has one of 0.02 points on both sides", "[vote][certainty]") {
  auto const exact = cod::council_of_year(2020);
  CHECK(cod::population_share_band(exact, "DE FR"_members).is_a_point());
  auto const fitted = cod::council_of_year(2024);
  auto const band = cod::population_share_band(fitted, "DE FR"_members);
  CHECK_FALSE(band.is_a_point());
  auto const persons = fitted.population("DE FR"_members);
  CHECK(band.high.part == persons * 100'000 + 20 * fitted.population_total());
  CHECK(band.low.part == persons * 100'000 - 20 * fitted.population_total());
}

TEST_CASE("with the figures of 2024 a verdict at 65.0005 percent is not certain, one at 64.95 is", "[vote][certainty]") {
  auto const council = cod::council_of_year(2024);
  auto const close = cod::evaluate(qualified, cod::ballot{council}.against("FR IT LT NL AT"_members).others(cod::vote::in_favour));
  CHECK(close.adopted());
  CHECK_FALSE(close.certain());
  auto const clear = cod::evaluate(qualified, cod::ballot{council}.against("BE DE IT SI"_members).others(cod::vote::in_favour));
  CHECK_FALSE(clear.adopted());
  CHECK(clear.certain());
}

TEST_CASE("where heads decide, no rounding matters: too few members, or too few blockers", "[vote][certainty]") {
  auto const council = cod::council_of_year(2025);
  CHECK(cod::evaluate(qualified, cod::ballot{council}.against("DE FR IT"_members).others(cod::vote::in_favour)).certain());
  auto const thirteen = "BG DK EE IE HR CY LV LT LU MT SI SK FI"_members;
  CHECK(cod::evaluate(qualified, cod::ballot{council}.against(thirteen).others(cod::vote::in_favour)).certain());
  CHECK(cod::evaluate(cod::rules::simple_majority(), cod::ballot{council}.against(thirteen).others(cod::vote::in_favour)).certain());
}

TEST_CASE("figures of one's own are taken as exact", "[vote][certainty]") {
  auto const toy = cod::electorate{{"DE"_ms, 65}, {"FR"_ms, 20}, {"IT"_ms, 15}};
  auto const outcome = cod::evaluate(cod::rules::reinforced_participants_majority(), cod::ballot{toy}.against("IT"_members).others(cod::vote::in_favour));
  CHECK(outcome.certain());
}
