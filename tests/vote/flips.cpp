// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>

#include <vector>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
constexpr auto qualified = cod::rules::qualified_majority();
cod::outcome against(cod::electorate const& council, cod::member_set members) {
  return cod::evaluate(qualified, cod::ballot{council}.against(members).others(cod::vote::in_favour));
}
}  // namespace

TEST_CASE("one member could have stopped the mandate of 26 November 2025: Germany, France or Spain", "[vote][flips]") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const outcome = cod::evaluate(qualified, cod::ballot{council}.against("CZ NL PL SK"_members).abstaining("IT"_members).others(cod::vote::in_favour));
  // 70.81 % in favour, so whoever has more than 5.80 could stop it; after these three the next is Romania with 4.23.
  auto const flips = cod::smallest_flips(outcome);
  CHECK(flips.smallest() == 1);
  CHECK(flips.count() == 3);
  std::vector<cod::member_set> found;
  for (auto const& f : flips) found.push_back(f.members);
  CHECK(found == std::vector<cod::member_set>{"DE"_members, "FR"_members, "ES"_members});
  auto const germany = *flips.begin();
  CHECK(germany.to == cod::vote::against);
  CHECK(germany.margin(cod::counted::population) == 7081 - 1849 - 6501);
  CHECK(germany.margin(cod::counted::members) == 21 - 15);
  CHECK(germany.margin(cod::counted::weighted_votes) == 0);  // no such condition
}

TEST_CASE("a failed vote names who could have carried it", "[vote][flips]") {
  auto const outcome = against(cod::council_of_year(2020), "DE FR IT MT"_members);
  auto const flips = cod::smallest_flips(outcome);
  CHECK(flips.to() == cod::vote::in_favour);
  CHECK(flips.smallest() == 1);
  CHECK(flips.count() == 4);  // any of the four: the others are three, and three never block
  for (auto const& f : flips) CHECK(cod::outcome_after(outcome, f).adopted());
}

TEST_CASE("only the members one asks for may change", "[vote][flips]") {
  auto const outcome = against(cod::council_of_year(2020), "DE FR IT MT"_members);
  CHECK(cod::smallest_flips(outcome, "MT"_members).count() == 1);
  CHECK(cod::smallest_flips(outcome, "SE FI"_members).count() == 0);  // they are in favour already
  CHECK(cod::smallest_flips(outcome, "SE FI"_members).empty());
  CHECK(cod::smallest_flips(outcome, {}).smallest() == 0);
}

TEST_CASE("to turn 27 votes against into a majority takes fifteen of them, in millions of ways: the range finds the first at once", "[vote][flips]") {
  auto const council = cod::council_of_year(2024);
  auto const outcome = cod::evaluate(qualified, cod::ballot{council}.others(cod::vote::against));
  auto const flips = cod::smallest_flips(outcome);
  CHECK(flips.smallest() == 15);
  auto seen = 0;
  for (auto const& f : flips) {
    CHECK(f.members.size() == 15);
    CHECK(f.members.contains("DE FR IT ES PL"_members));  // the most populous come first
    if (++seen == 5) break;
  }
}

TEST_CASE("a unanimous vote that fails by one has one way out", "[vote][flips]") {
  auto const council = cod::council_of_year(2024);
  auto const outcome = cod::evaluate(cod::rules::unanimity(), cod::ballot{council}.against("HU"_members).others(cod::vote::in_favour));
  CHECK(cod::smallest_flips(outcome).count() == 1);
}

TEST_CASE("what cannot be turned has no flips: a single member alone can block nothing by itself under 238(3)(a)", "[vote][flips]") {
  auto const alone = cod::electorate{{"DE"_ms, 83}};
  auto const outcome = cod::evaluate(cod::rules::participants_majority(), cod::ballot{alone}.others(cod::vote::in_favour));
  CHECK(outcome.adopted());
  CHECK(cod::smallest_flips(outcome).empty());
  CHECK(cod::smallest_flips(outcome).count() == 0);
  CHECK(cod::flips_of_at_most(outcome, 5).count() == 0);
}

TEST_CASE("flips of at most two members leave out nobody's superfluous company", "[vote][flips]") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const outcome = cod::evaluate(qualified, cod::ballot{council}.against("CZ NL PL SK"_members).abstaining("IT"_members).others(cod::vote::in_favour));
  auto const flips = cod::flips_of_at_most(outcome, 2);
  auto ones = 0, twos = 0;
  for (auto const& f : flips) {
    ++(f.members.size() == 1 ? ones : twos);
    if (f.members.size() == 2) CHECK((f.members & "DE FR ES"_members).empty());
  }
  CHECK(ones == 3);
  CHECK(flips.count() == ones + twos);
  // Romania (4.23) and any of BE 2.62, PT 2.36, SE 2.34, EL 2.31, HU 2.13, AT 2.02 exceed 5.80; BG with 1.43 does not.
  CHECK(twos == 6);
  CHECK(cod::flips_of_at_most(outcome, 0).empty());
  CHECK(cod::flips_of_at_most(outcome, -1).empty());
}

TEST_CASE("quorum is left aside: a flip turns the majority, not the presence", "[vote][flips]") {
  auto const council = cod::council_of_year(2024);
  auto const fourteen_absent = "BE BG CZ DK EE IE EL HR CY LV LT LU HU MT"_members;
  auto const outcome = cod::evaluate(cod::rules::simple_majority(), cod::ballot{council}.absent(fourteen_absent).others(cod::vote::in_favour));
  CHECK_FALSE(outcome.majority_attained());
  auto const flips = cod::smallest_flips(outcome);
  CHECK(flips.smallest() == 1);
  CHECK(flips.count() == 14);
}

TEST_CASE("a flip after which too few stand against it attains the majority although a criterion is missed, and says so") {
  auto const ballot = cod::ballot{cod::council_on("2025-11-26"_date)}.against("DE FR IT PL"_members).others(cod::vote::in_favour);
  auto const before = cod::evaluate(cod::rules::qualified_majority(), ballot);
  REQUIRE_FALSE(before.adopted());
  auto const flips = cod::smallest_flips(before);
  CHECK(flips.smallest() == 1);  // any of the four: three others are fewer than TEU 16(4) wants in a blocking minority
  CHECK(flips.count() == 4);
  for (auto const& flip : flips) {
    CHECK(flip.margin(cod::counted::population) < 0);
    CHECK(flip.deemed_attained);
    CHECK(cod::outcome_after(before, flip).deemed_attained());
    CHECK_THAT(explain(flip).text, cod::test::contains("deemed attained"));
  }
  auto const lost = cod::evaluate(cod::rules::qualified_majority(), ballot.changed("DE FR"_members, cod::vote::in_favour));
  for (auto const& flip : cod::smallest_flips(lost)) CHECK_FALSE(flip.deemed_attained);  // these block
}
