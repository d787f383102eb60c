// SPDX-License-Identifier: BSL-1.0
#include <codecision/data/membership.hpp>
#include <codecision/data/vote_weights.hpp>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::regime;
using codecision::test::contains;

namespace {

struct known_regime {
  regime which;
  cod::date first;
  cod::date last;
  int members;
  int votes;
};

constexpr known_regime known[] = {
    {regime::six, "1958-01-01"_date, "1972-12-31"_date, 6, 17},
    {regime::nine, "1973-01-01"_date, "1980-12-31"_date, 9, 58},
    {regime::ten, "1981-01-01"_date, "1985-12-31"_date, 10, 63},
    {regime::twelve, "1986-01-01"_date, "1994-12-31"_date, 12, 76},
    {regime::fifteen, "1995-01-01"_date, "2004-04-30"_date, 15, 87},
    {regime::twenty_five_transition, "2004-05-01"_date, "2004-10-31"_date, 25, 124},
    {regime::twenty_five_nice, "2004-11-01"_date, "2006-12-31"_date, 25, 321},
    {regime::twenty_seven_nice, "2007-01-01"_date, "2013-06-30"_date, 27, 345},
    {regime::twenty_eight_nice, "2013-07-01"_date, "2017-03-31"_date, 28, 352},
};

constexpr int votes_of(regime which, cod::member_set members) {
  int votes = 0;
  for (auto const state : members) votes += cod::weighted_votes(which, state);
  return votes;
}

static_assert(cod::regime_on("2004-10-31"_date) == regime::twenty_five_transition);
static_assert(cod::weighted_votes(regime::twenty_eight_nice, cod::member_state::malta) == 3);
static_assert(cod::total_votes(regime::twenty_eight_nice) == 352);
static_assert(!cod::find_regime_on("2017-04-01"_date));

}  // namespace

TEST_CASE("the weighted votes of all members are 17, 58, 63, 76, 87, 124, 321, 345 and 352", "[data][vote_weights]") {
  for (auto const& r : known) {
    INFO(cod::name(r.which));
    CHECK(cod::total_votes(r.which) == r.votes);
    CHECK(votes_of(r.which, cod::members_of(r.which)) == r.votes);
    CHECK(cod::members_of(r.which).size() == r.members);
  }
}

TEST_CASE("each system of weighted votes has the members of its first and last day", "[data][vote_weights]") {
  for (auto const& r : known) {
    INFO(cod::name(r.which));
    CHECK(cod::regime_on(r.first) == r.which);
    CHECK(cod::regime_on(r.last) == r.which);
    CHECK(cod::members_of(r.which) == cod::members_on(r.first));
    CHECK(cod::members_of(r.which) == cod::members_on(r.last));
  }
}

TEST_CASE("some weights that a textbook prints", "[data][vote_weights]") {
  CHECK(votes_of(regime::six, "DE FR IT"_members) == 12);
  CHECK(votes_of(regime::fifteen, "UK ES DK SE"_members) == 25);
  CHECK(votes_of(regime::twenty_five_nice, "DE FR IT"_members) == 321 - 234);
  CHECK(votes_of(regime::twenty_seven_nice, cod::members_of(regime::twenty_seven_nice) - "DK"_members) == 338);
  CHECK(votes_of(regime::twenty_seven_nice, cod::members_of(regime::twenty_seven_nice) - "DK IE UK"_members) == 302);
  CHECK(votes_of(regime::twenty_eight_nice, cod::members_of(regime::twenty_eight_nice) - "DK"_members) == 345);
  CHECK(votes_of(regime::twenty_eight_nice, cod::members_of(regime::twenty_eight_nice) - "DK IE UK"_members) == 309);
  CHECK(votes_of(regime::twenty_eight_nice, cod::members_of(regime::twenty_eight_nice) - "DE FR UK EE"_members) == 261);
}

TEST_CASE("the vote of Luxembourg could never matter among the six on a Commission proposal", "[data][vote_weights]") {
  auto const others = cod::members_of(regime::six) - "LU"_members;
  for (auto rest = others.bits();; rest = (rest - 1) & others.bits()) {  // every set of the other five
    auto const votes = votes_of(regime::six, cod::member_set::from_bits(rest));
    CHECK((votes >= 12) == (votes + cod::weighted_votes(regime::six, "LU"_ms) >= 12));
    if (rest == 0) break;
  }
}

TEST_CASE("a state that was not a member has no votes", "[data][vote_weights]") {
  CHECK(cod::weighted_votes(regime::twenty_seven_nice, "HR"_ms) == 0);
  CHECK(cod::weighted_votes(regime::six, "UK"_ms) == 0);
  CHECK(cod::weighted_votes(regime::twenty_eight_nice, "UA"_ms) == 0);
}

TEST_CASE("weighted votes exist, on request, until 31 March 2017 and not after", "[data][vote_weights]") {
  CHECK(cod::find_regime_on("2014-11-01"_date) == regime::twenty_eight_nice);
  CHECK(cod::find_regime_on("2017-03-31"_date) == regime::twenty_eight_nice);
  CHECK_FALSE(cod::find_regime_on("2017-04-01"_date).has_value());
  CHECK_FALSE(cod::find_regime_on("1957-12-31"_date).has_value());
  CHECK_THROWS_WITH(cod::regime_on("2025-11-26"_date),
                    contains("[COD-D207] votes in the Council are not weighted on 2025-11-26") &&
                        contains("weighted votes from 1958-01-01 to 2017-03-31"));
}
