// SPDX-License-Identifier: BSL-1.0
// The compromise of Ioannina as it applied to the fifteen: 23 to 25 votes of 87 against make the Council look for 65.
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
cod::outcome against_in(cod::date day, cod::member_set members) {
  return cod::test::with_against(cod::catalogue({"EC 205(2)"}, cod::proposer::commission, day), cod::council_on(day), members);
}
}  // namespace

TEST_CASE("62 votes adopt although 25 stand against, and the 25 make the Council look for 65", "[law][ioannina]") {
  auto const outcome = against_in("2000-06-01"_date, "UK ES DK SE"_members);
  auto const finding = cod::ioannina(outcome);
  CHECK(outcome.adopted());
  CHECK(outcome.criteria().find(cod::counted::weighted_votes)->have == 62);
  CHECK(finding.triggered);
  CHECK(finding.votes == 25);
  CHECK(cod::rules::ioannina_1994.wanted_votes == 65);
}

TEST_CASE("22 votes are too few for the compromise, 23 are enough, and with 26 there is nothing to compromise about", "[law][ioannina]") {
  CHECK_FALSE(cod::ioannina(against_in("2000-06-01"_date, "UK ES SE"_members)).triggered);  // 10 + 8 + 4
  CHECK(cod::ioannina(against_in("2000-06-01"_date, "UK DE DK"_members)).triggered);        // 10 + 10 + 3
  auto const blocked = against_in("2000-06-01"_date, "DE UK DK IE"_members);                // 26: the act fails
  CHECK_FALSE(blocked.adopted());
  CHECK_FALSE(cod::ioannina(blocked).triggered);
}

TEST_CASE("the version for 87 votes says 23 to 25 and 65, not 23 to 26 and 68", "[law][ioannina]") {
  CHECK(cod::rules::ioannina_1994.fewest_votes == 23);
  CHECK(cod::rules::ioannina_1994.most_votes == 25);
  CHECK(cod::rules::ioannina_1994.wanted_votes == 65);
}

TEST_CASE("the compromise belongs to the fifteen: it holds from 1 January 1995 to 30 April 2004", "[law][ioannina][interpretation]") {
  CHECK(cod::ioannina(against_in("2004-04-30"_date, "UK ES DK SE"_members)).in_force);
  CHECK_FALSE(cod::ioannina(against_in("2004-05-01"_date, "UK ES DK SE"_members)).in_force);
  auto const twelve = cod::test::with_against(cod::rules::weighted(cod::regime::twelve), cod::council_on("1994-12-31"_date), "UK"_members);
  CHECK_FALSE(cod::ioannina(twelve).in_force);
}

TEST_CASE("it never changes the majority", "[law][ioannina]") {
  for (auto const members : {"UK DE DK"_members, "UK ES DK SE"_members, "UK ES SE"_members})
    CHECK(against_in("2000-06-01"_date, members).adopted());
}
