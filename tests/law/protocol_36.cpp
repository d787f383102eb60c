// SPDX-License-Identifier: BSL-1.0
// Protocol 36, Article 3: the weighted votes of Nice, the transition of 2014 to 2017, and opt-outs before it.
#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::with_against;
using cod::test::with_in_favour;

namespace {

cod::applicable_rule internal_market(cod::date day, cod::request asked = cod::request::none, cod::proposer who = cod::proposer::commission) {
  return cod::catalogue({"TFEU 114"}, who, day, asked);
}

}  // namespace

TEST_CASE("under the Nice rules a majority of the members is needed, and two thirds off a Commission proposal", "[law][protocol_36]") {
  struct council_size { cod::regime weights; int members, majority, two_thirds, votes; };
  for (auto const& s : {council_size{cod::regime::twenty_five_nice, 25, 13, 17, 232}, {cod::regime::twenty_seven_nice, 27, 14, 18, 255},
                        {cod::regime::twenty_eight_nice, 28, 15, 19, 260}}) {
    INFO(s.members);
    CHECK(cod::rules::weighted(s.weights).members_needed(s.members) == s.majority);
    CHECK(cod::rules::weighted(s.weights, cod::proposer::member_states).members_needed(s.members) == s.two_thirds);
    CHECK(cod::rules::weighted(s.weights)[0].need(cod::total_votes(s.weights)) == s.votes);
  }
}

TEST_CASE("thirteen members with 257 of 345 votes have the votes but not the members", "[law][protocol_36]") {
  auto const council = cod::council_on("2012-06-01"_date);
  auto const rule = internal_market("2012-06-01"_date);
  auto const thirteen = "DE FR IT UK ES PL RO NL BE CZ EL HU PT"_members;
  CHECK(council.votes(thirteen) == 257);
  CHECK_FALSE(with_in_favour(rule, council, thirteen).adopted());
  CHECK(with_in_favour(rule, council, thirteen | "MT"_members).adopted());  // fourteen of 27
}

TEST_CASE("fourteen of 28 members with 267 votes are no majority of the members either", "[law][protocol_36]") {
  auto const council = cod::council_on("2014-06-01"_date);
  auto const fourteen = "DE FR IT UK ES PL RO NL BE CZ EL HU PT SE"_members;
  CHECK(council.votes(fourteen) == 267);
  CHECK_FALSE(with_in_favour(internal_market("2014-06-01"_date), council, fourteen).adopted());
  CHECK(with_in_favour(internal_market("2014-06-01"_date), council, fourteen | "MT"_members).adopted());
}

TEST_CASE("in June 2014 an act with 261 votes and 24 members passes, unless a member asks for the 62 percent check", "[law][protocol_36]") {
  auto const council = cod::council_on("2014-06-01"_date);
  auto const rule = internal_market("2014-06-01"_date);
  auto const against = "DE FR UK EE"_members;
  auto const unasked = with_against(rule, council, against);
  CHECK(unasked.adopted());
  CHECK(unasked.criteria().find(cod::counted::weighted_votes)->have == 261);
  auto const asked = with_against(rule, council, against, cod::request::population_check);
  CHECK_FALSE(asked.adopted());
  CHECK(1000 * asked.population_in_favour().number / council.population_total() == 582);  // 58.2 %
}

TEST_CASE("259 votes are one too few of 352", "[law][protocol_36]") {
  auto const council = cod::council_on("2014-06-01"_date);
  auto const outcome = with_against(internal_market("2014-06-01"_date), council, "ES PL LU PT SK RO"_members | "MT"_members);
  CHECK(outcome.criteria().find(cod::counted::weighted_votes)->have == 352 - (27 + 27 + 4 + 12 + 7 + 14 + 3));
  CHECK_FALSE(with_against(internal_market("2014-06-01"_date), council, "DE FR UK EE MT"_members).adopted());  // 258
}

TEST_CASE("the 62 percent check belongs to the Nice rules: nobody may ask for it under TEU 16(4), nor among the fifteen", "[law][protocol_36]") {
  auto const today = cod::test::caught([] {
    static_cast<void>(with_against(cod::rules::qualified_majority(), cod::council_of_year(2024), "HU"_members, cod::request::population_check));
  });
  CHECK(today.code() == cod::error_code::request_not_admissible);
  auto const fifteen = cod::test::caught([] {
    static_cast<void>(with_against(cod::rules::weighted(cod::regime::fifteen), cod::council_on("2000-01-01"_date), "UK"_members, cod::request::population_check));
  });
  CHECK(fifteen.code() == cod::error_code::request_not_admissible);
}

TEST_CASE("the double majority begins on 1 November 2014", "[law][protocol_36]") {
  CHECK(internal_market("2014-10-31"_date).weights() == cod::regime::twenty_eight_nice);
  CHECK_FALSE(internal_market("2014-11-01"_date).weights());
  CHECK(internal_market("2014-11-01"_date).name() == cod::rules::qualified_majority().name());
}

TEST_CASE("until 31 March 2017 one member could ask for the weighted votes, from 1 April nobody can", "[law][protocol_36]") {
  CHECK(internal_market("2014-11-01"_date, cod::request::weighted_votes).weights() == cod::regime::twenty_eight_nice);
  CHECK(internal_market("2017-03-31"_date, cod::request::weighted_votes).weights() == cod::regime::twenty_eight_nice);
  for (auto const day : {"2017-04-01"_date, "2014-10-31"_date}) {
    auto const e = cod::test::caught([&] { static_cast<void>(internal_market(day, cod::request::weighted_votes)); });
    CHECK(e.code() == cod::error_code::request_not_admissible);
  }
}

TEST_CASE("on 1 December 2014 Germany, France and the United Kingdom lose under every rule, except when the check is asked for too", "[law][protocol_36]") {
  auto const council = cod::council_on("2014-12-01"_date);
  auto const against = "DE FR UK"_members;
  auto const day = "2014-12-01"_date;
  CHECK(with_against(internal_market(day), council, against).deemed_attained());
  auto const nice = internal_market(day, cod::request::weighted_votes);
  CHECK(with_against(nice, council, against).criteria().find(cod::counted::weighted_votes)->have == 265);
  CHECK(with_against(nice, council, against).adopted());
  CHECK_FALSE(with_against(nice, council, against, cod::request::population_check).adopted());  // 58.49 % is less than 62 %
}

TEST_CASE("the weighted votes on request come with their two thirds of the members, 19 of 28", "[law][protocol_36]") {
  CHECK(internal_market("2016-06-01"_date, cod::request::weighted_votes, cod::proposer::member_states).members_needed(28) == 19);
  CHECK(internal_market("2016-06-01"_date, cod::request::none, cod::proposer::member_states).members_needed(28) == 21);
}

TEST_CASE("before November 2014 those who take part need the same proportion of votes and members, rounded up", "[law][protocol_36][interpretation]") {
  struct opt_out { cod::date day; cod::member_set without; int votes, needed, majority, two_thirds; };
  for (auto const& o : {opt_out{"2012-06-01"_date, "DK"_members, 338, 250, 14, 18}, {"2012-06-01"_date, "DK IE UK"_members, 302, 224, 13, 16},
                        {"2014-06-01"_date, "DK"_members, 345, 255, 14, 18}, {"2014-06-01"_date, "DK IE UK"_members, 309, 229, 13, 17}}) {
    auto const council = cod::council_on(o.day).without(o.without);
    auto const weights = cod::regime_on(o.day);
    INFO(cod::to_string(o.day) << " without " << cod::to_string(o.without));
    CHECK(council.votes(council.members()) == o.votes);
    CHECK(cod::votes_needed(cod::rules::weighted(weights), council) == o.needed);
    CHECK(cod::members_needed(cod::rules::weighted(weights), council) == o.majority);
    CHECK(cod::members_needed(cod::rules::weighted(weights, cod::proposer::none), council) == o.two_thirds);
  }
}

TEST_CASE("the 62 percent are then of the population of those who take part", "[law][protocol_36]") {
  auto const council = cod::council_on("2012-06-01"_date).without("DK IE UK"_members);
  auto const rule = cod::rules::weighted(cod::regime::twenty_seven_nice);
  CHECK(cod::population_needed(rule, council, cod::request::population_check) == (62 * council.population_total() + 99) / 100);
  CHECK(cod::population_needed(rule, council) == 0);  // nobody asked
}

TEST_CASE("the catalogue applies the proportions to a Europol act of 2012", "[law][protocol_36]") {
  auto const rule = cod::catalogue({"TFEU 88"}, cod::proposer::commission, "2012-06-01"_date);
  CHECK(rule.participants() == cod::members_on("2012-06-01"_date) - "DK IE UK"_members);
  CHECK(cod::votes_needed(rule, rule.council()) == 224);
}

TEST_CASE("asking for the weighted votes chooses the rule, and means nothing under a double majority", "[law][protocol_36]") {
  auto const day = "2014-12-01"_date;
  auto const all = cod::ballot{cod::council_on(day)}.others(cod::vote::in_favour);
  auto const e = cod::test::caught([&] { (void)cod::evaluate(cod::rules::qualified_majority(), all, cod::request::weighted_votes); });
  CHECK(e.code() == cod::error_code::request_not_admissible);
  auto const asked = internal_market(day, cod::request::weighted_votes);
  CHECK(cod::evaluate(asked, all, cod::request::weighted_votes).adopted());
}
