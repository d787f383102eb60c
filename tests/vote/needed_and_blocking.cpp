// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

TEST_CASE("what a rule asks of a council in numbers, for the board", "[vote][needed]") {
  auto const council = cod::council_of_year(2020);
  CHECK(cod::members_needed(cod::rules::qualified_majority(), council) == 15);
  CHECK(cod::population_needed(cod::rules::qualified_majority(), council) == 290'855'937);
  CHECK(cod::members_needed(cod::rules::reinforced_majority(), council) == 20);
  CHECK(cod::population_needed(cod::rules::unanimity(), council) == 0);
  CHECK(cod::votes_needed(cod::rules::qualified_majority(), council) == 0);
  CHECK(cod::votes_needed(cod::rules::weighted(cod::regime::twenty_eight_nice), cod::council_on("2014-06-01"_date)) == 260);
}

TEST_CASE("people can be needed only where there are figures", "[vote][needed]") {
  auto const council = cod::council_on("1965-07-01"_date);
  CHECK(cod::test::caught([&] { static_cast<void>(cod::population_needed(cod::rules::qualified_majority(), council)); }).code() ==
        cod::error_code::no_population_figures);
  CHECK(cod::population_needed(cod::rules::weighted(cod::regime::six), council) == 0);
}

TEST_CASE("why a blocking minority needs as many members as it does", "[vote][blocking]") {
  auto const council = cod::council_of_year(2024);
  auto const treaty = cod::fewest_blocking_members(cod::rules::qualified_majority(), council);
  CHECK(treaty.members == 4);
  CHECK(treaty.reason == cod::blocking_reason::fixed_by_the_treaty);
  CHECK(treaty.source == &cod::citations::teu_16_4_blocking);

  auto const reinforced = cod::fewest_blocking_members(cod::rules::reinforced_majority(), council);
  CHECK(reinforced.members == 3);  // Germany, France and Italy have 47 %, two members at most 34 %
  CHECK(reinforced.reason == cod::blocking_reason::by_population);
  CHECK(reinforced.largest == "DE FR IT"_members);

  auto const simple = cod::fewest_blocking_members(cod::rules::simple_majority(), council);
  CHECK(simple.members == 14);  // with thirteen against, fourteen are left
  CHECK(simple.reason == cod::blocking_reason::by_members);

  CHECK(cod::fewest_blocking_members(cod::rules::unanimity(), council).members == 1);
  CHECK(cod::fewest_blocking_members(cod::rules::constructive_abstention(), council).members == 1);
}

TEST_CASE("with weighted votes the weightiest members make the smallest block: 6 of 17 take two, 26 of 87 three, 91 of 345 four", "[vote][blocking]") {
  struct block { cod::date day; cod::regime weights; int members; };
  for (auto const& b : {block{"1965-07-01"_date, cod::regime::six, 2}, {"2000-07-01"_date, cod::regime::fifteen, 3},
                        {"2012-07-01"_date, cod::regime::twenty_seven_nice, 4}}) {
    auto const size = cod::fewest_blocking_members(cod::rules::weighted(b.weights), cod::council_on(b.day));
    INFO(cod::to_string(b.day));
    CHECK(size.members == b.members);
    CHECK(size.reason == cod::blocking_reason::by_votes);
  }
}

TEST_CASE("a blocking minority of people needs figures", "[vote][blocking]") {
  auto const council = cod::council_on("1965-07-01"_date);
  CHECK(cod::test::caught([&] { static_cast<void>(cod::fewest_blocking_members(cod::rules::participants_majority(), council)); }).code() ==
        cod::error_code::no_population_figures);
}
