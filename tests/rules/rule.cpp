// SPDX-License-Identifier: BSL-1.0
#include <codecision/rules/parliament.hpp>
#include <codecision/rules/simple_majority.hpp>
#include <codecision/rules/treaty.hpp>
#include <codecision/rules/unanimity.hpp>
#include <codecision/rules/weighted.hpp>

#include <string>

#include "support/catch.hpp"

namespace cod = codecision;

namespace {
constexpr cod::rule every_rule[] = {cod::rules::qualified_majority(),
                                    cod::rules::qualified_majority(cod::blockers::against),
                                    cod::rules::reinforced_majority(),
                                    cod::rules::reinforced_majority(cod::rules::four_member_clause::applied),
                                    cod::rules::participants_majority(),
                                    cod::rules::reinforced_participants_majority(),
                                    cod::rules::four_fifths_majority(),
                                    cod::rules::simple_majority(),
                                    cod::rules::unanimity(),
                                    cod::rules::constructive_abstention(),
                                    cod::rules::weighted(cod::regime::six),
                                    cod::rules::weighted(cod::regime::nine, cod::proposer::none),
                                    cod::rules::weighted(cod::regime::twenty_eight_nice),
                                    cod::rules::weighted(cod::regime::twenty_seven_nice, cod::proposer::member_states),
                                    cod::rules::majority_of_votes_cast(),
                                    cod::rules::majority_of_component_members(),
                                    cod::rules::two_thirds_majority(),
                                    cod::rules::three_fifths_majority()};
}  // namespace

TEST_CASE("every rule has a name and every condition and clause a provision", "[rules][rule]") {
  for (auto const& rule : every_rule) {
    INFO(rule.name());
    CHECK_FALSE(rule.name().empty());
    CHECK(rule.size() >= 1);
    for (auto const& c : rule) {
      REQUIRE(c.source != nullptr);
      CHECK_FALSE(c.source->article.empty());
      CHECK_FALSE(c.source->source.empty());
    }
    if (rule.clause().exists()) {
      REQUIRE(rule.clause().source != nullptr);
      CHECK_FALSE(rule.clause().source->article.empty());
    }
  }
}

TEST_CASE("an interpretation is marked as one", "[rules][rule]") {
  CHECK(cod::rules::reinforced_majority(cod::rules::four_member_clause::applied).clause().source->status == cod::support::interpretation);
  CHECK_THAT(std::string{cod::rules::unanimity()[0].source->note}, cod::test::contains("interpretation"));
}

TEST_CASE("a condition asks for at least its share, for more than it, or for its floor where that is higher", "[rules][criterion]") {
  constexpr cod::criterion at_least{.share = {55, 100}};
  constexpr cod::criterion more_than{.compared = cod::comparison::more_than, .share = {1, 2}};
  constexpr cod::criterion with_floor{.share = {55, 100}, .never_below = 15};
  STATIC_REQUIRE(at_least.need(20) == 11);
  STATIC_REQUIRE(at_least.need(27) == 15);
  STATIC_REQUIRE(more_than.need(28) == 15);
  STATIC_REQUIRE(with_floor.need(20) == 15);
  STATIC_REQUIRE(with_floor.need(28) == 16);
}

TEST_CASE("a rule says what it counts; the 62 percent check counts only when a member asks", "[rules][rule]") {
  constexpr auto nice = cod::rules::weighted(cod::regime::twenty_eight_nice);
  STATIC_REQUIRE(nice.counts(cod::counted::weighted_votes));
  STATIC_REQUIRE(nice.counts(cod::counted::members));
  STATIC_REQUIRE_FALSE(nice.counts(cod::counted::population));
  STATIC_REQUIRE(nice.counts(cod::counted::population, cod::request::population_check));
  STATIC_REQUIRE(nice.counts(cod::counted::population, cod::request::population_check | cod::request::weighted_votes));
  STATIC_REQUIRE_FALSE(nice.counts(cod::counted::population, cod::request::weighted_votes));
  STATIC_REQUIRE(cod::rules::two_thirds_majority().counts(cod::counted::votes_cast));
}

TEST_CASE("only the definitions for all members insist on all of them, and only TEU 16(4) on fifteen", "[rules][rule]") {
  STATIC_REQUIRE(cod::rules::qualified_majority().needs_all_members());
  STATIC_REQUIRE(cod::rules::reinforced_majority().needs_all_members());
  STATIC_REQUIRE_FALSE(cod::rules::participants_majority().needs_all_members());
  STATIC_REQUIRE_FALSE(cod::rules::unanimity().needs_all_members());
  STATIC_REQUIRE(cod::rules::qualified_majority().fewest_members() == 15);
  STATIC_REQUIRE(cod::rules::reinforced_majority().fewest_members() == 0);
}

TEST_CASE("a rule on votes alone asks for no number of members", "[rules][rule]") {
  STATIC_REQUIRE(cod::rules::weighted(cod::regime::six).members_needed(6) == 0);
  STATIC_REQUIRE(cod::rules::weighted(cod::regime::six, cod::proposer::none).members_needed(6) == 4);
}

TEST_CASE("the clauses: a fixed number in TEU 16(4), more than 35 percent of the people in 238(3)(a), none in 238(2) and 238(3)(b)", "[rules][rule]") {
  STATIC_REQUIRE(cod::rules::qualified_majority().clause().fixed_members == 4);
  STATIC_REQUIRE_FALSE(cod::rules::qualified_majority().clause().depends_on_population());
  STATIC_REQUIRE(cod::rules::participants_majority().clause().exceeded_share == cod::ratio{35, 100});
  STATIC_REQUIRE_FALSE(cod::rules::reinforced_majority().clause().exists());
  STATIC_REQUIRE_FALSE(cod::rules::reinforced_participants_majority().clause().exists());
}

TEST_CASE("a rule of one's own is a value like the others", "[rules][rule]") {
  constexpr cod::rule mine{"two thirds of everything", {{.share = {2, 3}}, {.what = cod::counted::population, .group = 1, .share = {2, 3}}}};
  constexpr auto with_clause = mine.deemed_attained_unless({.fixed_members = 3}).for_all_members(5);
  STATIC_REQUIRE(mine.members_needed(27) == 18);
  STATIC_REQUIRE(with_clause.clause().fixed_members == 3);
  STATIC_REQUIRE(with_clause.fewest_members() == 5);
  STATIC_REQUIRE_FALSE(mine.clause().exists());  // the original is left as it was
}

TEST_CASE("a proposal of the Commission or the High Representative needs the ordinary majority, any other initiative more", "[rules][rule]") {
  STATIC_REQUIRE(cod::proposes_with_ordinary_majority(cod::proposer::commission));
  STATIC_REQUIRE(cod::proposes_with_ordinary_majority(cod::proposer::high_representative));
  for (auto const who : {cod::proposer::member_states, cod::proposer::parliament, cod::proposer::central_bank, cod::proposer::court, cod::proposer::none})
    CHECK_FALSE(cod::proposes_with_ordinary_majority(who));
}

TEST_CASE("those who can propose have one name each, and other words name nobody") {
  STATIC_REQUIRE(cod::find_proposer("commission") == cod::proposer::commission);
  CHECK(cod::find_proposer("court") == cod::proposer::court);
  for (std::size_t i = 0; i < cod::names_of(cod::proposer{}).size(); ++i)
    CHECK(cod::find_proposer(cod::names_of(cod::proposer{})[i]) == static_cast<cod::proposer>(i));
  CHECK_FALSE(cod::find_proposer("none"));
  CHECK_FALSE(cod::find_proposer("Commission"));
  CHECK_FALSE(cod::find_proposer(""));
}
