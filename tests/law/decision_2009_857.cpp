// SPDX-License-Identifier: BSL-1.0
// Decision 2009/857/EC: who has 55 % (until March 2017 three quarters) of a blocking minority can ask for more discussion.
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::smallest;
using cod::test::with_against;

namespace {
constexpr auto rule = cod::rules::qualified_majority();
constexpr auto reinforced = cod::rules::reinforced_majority();
cod::ioannina_finding on(char const* day, cod::rule const& r, int smallest_against) {
  auto const council = cod::council_on(cod::parse_date(day));
  return cod::ioannina(with_against(r, council, smallest(smallest_against, council)));
}
}  // namespace

TEST_CASE("since April 2017 eight of 27 members can ask, seven cannot: 55 percent of the thirteen who block", "[law][decision_2009_857]") {
  CHECK(on("2024-06-01", rule, 8).triggered);
  CHECK_FALSE(on("2024-06-01", rule, 7).triggered);
  CHECK(on("2024-06-01", rule, 7).members_needed == 8);
}

TEST_CASE("under 238(2) five can ask, because eight block", "[law][decision_2009_857]") {
  CHECK(on("2024-06-01", reinforced, 5).triggered);
  CHECK_FALSE(on("2024-06-01", reinforced, 4).triggered);
}

TEST_CASE("from November 2014 to March 2017 it took three quarters: ten of 28, or six under 238(2)", "[law][decision_2009_857]") {
  CHECK(on("2017-03-31", rule, 10).triggered);
  CHECK_FALSE(on("2017-03-31", rule, 9).triggered);
  CHECK(on("2016-06-01", reinforced, 6).triggered);
  CHECK_FALSE(on("2016-06-01", reinforced, 5).triggered);
  CHECK(on("2017-04-01", rule, 8).triggered);
  CHECK_FALSE(on("2017-04-01", rule, 7).triggered);
}

TEST_CASE("or 19.25 percent of the population: Germany and Lithuania have them in 2024, Germany and Slovenia do not", "[law][decision_2009_857]") {
  auto const council = cod::council_of_year(2024);
  auto const enough = cod::ioannina(with_against(rule, council, "DE LT"_members));  // 18.72 + 0.63
  CHECK(enough.by_population);
  CHECK(enough.triggered);
  auto const few = cod::ioannina(with_against(rule, council, "DE SI"_members));  // 18.72 + 0.47
  CHECK_FALSE(few.triggered);
  CHECK(cod::at_least(1925, enough.population_share, 10'000));
  CHECK_FALSE(cod::at_least(1924, enough.population_share, 10'000));
}

TEST_CASE("before April 2017 it took 26.25 percent of the population", "[law][decision_2009_857]") {
  auto const finding = on("2016-06-01", rule, 1);
  CHECK(cod::at_least(2625, finding.population_share, 10'000));
  CHECK_FALSE(cod::at_least(2624, finding.population_share, 10'000));
}

TEST_CASE("the Decision does not speak of 238(3), so not of votes in which some do not take part", "[law][decision_2009_857]") {
  auto const council = cod::council_of_year(2024).without("DK IE"_members);
  auto const outcome = with_against(cod::rules::participants_majority(), council, smallest(10, council));
  CHECK_FALSE(cod::ioannina(outcome).in_force);
}

TEST_CASE("it does not exist before November 2014, and a council without a day is not asked", "[law][decision_2009_857]") {
  auto const council = cod::council_on("2014-10-31"_date);
  CHECK_FALSE(cod::ioannina(with_against(cod::rules::weighted(cod::regime::twenty_eight_nice), council, smallest(12, council))).in_force);
  auto const toy = cod::test::toy_council(27, 1000);
  CHECK_FALSE(cod::ioannina(with_against(rule, toy, smallest(10, toy))).in_force);
}

TEST_CASE("whoever asks for more discussion does not change the majority", "[law][decision_2009_857]") {
  auto const council = cod::council_of_year(2024);
  for (int n = 0; n <= 12; ++n) CHECK(with_against(rule, council, smallest(n, council)).adopted());
}
