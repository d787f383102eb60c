// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
constexpr auto qualified = cod::rules::qualified_majority();
cod::ballot against(cod::electorate const& council, cod::member_set members) { return cod::ballot{council}.against(members).others(cod::vote::in_favour); }
}  // namespace

TEST_CASE("an outcome tells what every member did, and what each condition had, needed and counted of", "[vote][evaluate]") {
  auto const council = cod::council_of_year(2020);
  auto const ballot = cod::ballot{council}.against("HU"_members).abstaining("AT"_members).abstaining_formally("BG"_members).absent("MT"_members).others(cod::vote::in_favour);
  auto const outcome = cod::evaluate(qualified, ballot);
  CHECK(outcome.against() == "HU"_members);
  CHECK(outcome.abstaining() == "AT BG"_members);
  CHECK(outcome.absent() == "MT"_members);
  CHECK(outcome.in_favour().size() == 23);
  REQUIRE(outcome.criteria().size() == 2);
  auto const& members = outcome.criteria()[0];
  CHECK((members.have == 23 && members.need == 15 && members.of == 27 && members.margin() == 8 && members.met()));
  auto const& people = outcome.criteria()[1];
  CHECK(people.have == outcome.population_in_favour().number);
  CHECK(people.of == 447'470'672);
  CHECK(people.need == 290'855'937);
  CHECK(outcome.criteria().find(cod::counted::weighted_votes) == nullptr);
}

TEST_CASE("an outcome owns its rule and its ballot, so it outlives them", "[vote][evaluate]") {
  auto const outcome = [] {
    auto const rule = cod::rules::qualified_majority();
    auto const ballot = against(cod::council_of_year(2024), "HU"_members);
    return cod::evaluate(rule, ballot);
  }();
  CHECK(outcome.rule().name() == "qualified majority");
  CHECK(outcome.ballot().side(cod::vote::against) == "HU"_members);
  CHECK(outcome.council().size() == 27);
}

TEST_CASE("a blocking minority says who, how many and how strong, and by how much it falls short or exceeds", "[vote][evaluate]") {
  auto const council = cod::council_of_year(2024);
  auto const weak = cod::evaluate(qualified, against(council, "HU SK"_members)).blocking_minority();
  CHECK(weak.members == "HU SK"_members);
  CHECK(weak.size() == 2);
  CHECK(weak.fewest == 4);
  CHECK_FALSE(weak.enough_members);
  CHECK_FALSE(weak.suffices);
  CHECK(weak.population == council.population("HU SK"_members));
  CHECK(weak.population_needed == council.population_total() - cod::population_needed(qualified, council) + 1);
  CHECK(weak.population_margin() < 0);
  auto const strong = cod::evaluate(qualified, against(council, "DE FR IT ES"_members)).blocking_minority();
  CHECK(strong.suffices);
  CHECK(strong.population_margin() > 0);
}

TEST_CASE("thirteen small members block by their number alone", "[vote][evaluate]") {
  auto const council = cod::council_of_year(2024);
  auto const outcome = cod::evaluate(qualified, against(council, "BG DK EE IE HR CY LV LT LU MT SI SK FI"_members));
  CHECK_FALSE(outcome.adopted());
  CHECK(outcome.blocking_minority().suffices);
  CHECK(outcome.blocking_minority().population_margin() < 0);  // not by their population
}

TEST_CASE("the 62 percent check is in the list of conditions, and counts when somebody asks", "[vote][evaluate]") {
  auto const council = cod::council_on("2014-06-01"_date);
  auto const rule = cod::rules::weighted(cod::regime::twenty_eight_nice);
  auto const unasked = cod::evaluate(rule, against(council, "DE FR UK EE"_members));
  REQUIRE(unasked.criteria().size() == 3);
  CHECK_FALSE(unasked.criteria()[2].counts);
  CHECK_FALSE(unasked.criteria()[2].met());
  CHECK(unasked.adopted());
  auto const asked = cod::evaluate(rule, against(council, "DE FR UK EE"_members), cod::request::population_check);
  CHECK(asked.criteria()[2].counts);
  CHECK(asked.asked() == cod::request::population_check);
  CHECK_FALSE(asked.adopted());
}

TEST_CASE("an unfinished ballot is no vote: the error names who is missing", "[vote][evaluate]") {
  auto const ballot = cod::ballot{cod::council_of_year(2024)}.others(cod::vote::in_favour);
  CHECK(cod::evaluate(qualified, ballot).adopted());
  auto const unfinished = cod::ballot{cod::council_of_year(2024)}.in_favour(cod::members_on("2024-06-01"_date) - "IT NL"_members);
  for (auto const& e : {cod::test::caught([&] { static_cast<void>(cod::evaluate(qualified, unfinished)); }),
                        cod::test::caught([&] { static_cast<void>(cod::majority_attained(qualified, unfinished)); })}) {
    CHECK(e.code() == cod::error_code::unfinished_ballot);
    CHECK_THAT(e.message(), cod::test::contains("IT NL"));
  }
}

TEST_CASE("a rule that does not fit the council is an error that says which does", "[vote][evaluate]") {
  auto const toy = cod::electorate{{"DE"_ms, 83}, {"FR"_ms, 67}, {"IT"_ms, 59}};
  auto const too_few = cod::test::caught([&] { static_cast<void>(cod::evaluate(qualified, against(toy, "DE"_members))); });
  CHECK(too_few.code() == cod::error_code::too_few_members);
  CHECK_THAT(too_few.advice(), cod::test::contains("participants_majority"));
  auto const no_votes = cod::test::caught([&] { static_cast<void>(cod::evaluate(cod::rules::weighted(cod::regime::six), against(toy, "DE"_members))); });
  CHECK(no_votes.code() == cod::error_code::no_weighted_votes);
  auto const six = cod::council_on("1965-07-01"_date);
  auto const other_votes = cod::test::caught([&] { static_cast<void>(cod::evaluate(cod::rules::weighted(cod::regime::nine), against(six, "DE"_members))); });
  CHECK(other_votes.code() == cod::error_code::rule_not_in_force);
  auto const no_people = cod::test::caught([&] { static_cast<void>(cod::evaluate(cod::rules::participants_majority(), against(six, "DE"_members))); });
  CHECK(no_people.code() == cod::error_code::no_population_figures);
}

TEST_CASE("the same errors come from the bare verdict and from the prepared test", "[vote][evaluate]") {
  auto const toy = cod::electorate{{"DE"_ms, 83}, {"FR"_ms, 67}, {"IT"_ms, 59}};
  CHECK(cod::test::caught([&] { static_cast<void>(cod::majority_attained(qualified, against(toy, "DE"_members))); }).code() == cod::error_code::too_few_members);
  CHECK(cod::test::caught([&] { static_cast<void>(cod::majority_test{qualified, toy}); }).code() == cod::error_code::too_few_members);
}

TEST_CASE("in a toy council of five, k is 2 and three are needed to block", "[vote][evaluate]") {
  auto const toy = cod::electorate{{"DE"_ms, 83'000'000}, {"FR"_ms, 67'000'000}, {"IT"_ms, 59'000'000}, {"ES"_ms, 48'000'000}, {"MT"_ms, 500'000}};
  auto const rule = cod::rules::participants_majority();
  auto const outcome = cod::evaluate(rule, against(toy, "DE FR"_members));
  CHECK(outcome.deemed_attained());  // 107.5 of 257.5 million is 41.7 %, but DE and FR are two
  CHECK_FALSE(cod::evaluate(rule, against(toy, "DE FR MT"_members)).adopted());
}

TEST_CASE("one ballot of the whole Union: everybody in favour adopts, everybody against, abstaining or absent does not", "[vote][evaluate]") {
  auto const council = cod::council_of_year(2024);
  CHECK(cod::evaluate(qualified, cod::ballot{council}.others(cod::vote::in_favour)).adopted());
  for (auto const v : {cod::vote::against, cod::vote::abstain, cod::vote::abstain_formally, cod::vote::absent})
    CHECK_FALSE(cod::evaluate(qualified, cod::ballot{council}.others(v)).adopted());
}

TEST_CASE("everybody in favour does not hang on the figures, a narrow vote does", "[vote][evaluate]") {
  auto const council = cod::council_on("2026-06-01"_date, 2025);
  CHECK_FALSE(cod::hangs_on_figures(cod::evaluate(qualified, cod::ballot{council}.others(cod::vote::in_favour))));
  CHECK_FALSE(cod::hangs_on_figures(cod::evaluate(qualified, against(council, "DE FR IT"_members))));  // three never block
  CHECK(cod::hangs_on_figures(cod::evaluate(qualified, against(council, "DE FR IT ES"_members))));
  auto const thirteen = "BG DK EE IE HR CY LV LT LU MT SI SK FI"_members;
  CHECK_FALSE(cod::hangs_on_figures(cod::evaluate(qualified, against(council, thirteen))));  // fourteen members are too few anyway
  CHECK_FALSE(cod::hangs_on_figures(cod::evaluate(cod::rules::unanimity(), against(council, "DE"_members))));
}
