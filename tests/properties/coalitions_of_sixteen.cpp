// SPDX-License-Identifier: BSL-1.0
// The same properties over all coalitions of smaller councils, under every rule: quick enough for every build.
#include "properties/coalitions.hpp"
#include "properties/dice.hpp"
#include "properties/times.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {

/// The first sixteen members of 2024, as a council of its own: TEU 16(4) can be asked there.
cod::electorate sixteen() {
  auto const all = cod::council_of_year(2024);
  cod::electorate council{};
  for (auto const m : all.members())
    if (council.size() < 16) council = council.with(m, all.population(m));
  return council;
}

void check(cod::rule const& rule, cod::electorate const& council, cod::request asked = cod::request::none) {
  INFO(cod::test::to_repeat(rule, cod::ballot{council}, asked) << "; members " << cod::to_string(council.members()));
  cod::test::all_verdicts const verdicts{cod::majority_test{rule, council, asked}, council};
  CHECK(verdicts.monotone());
  CHECK(verdicts.proper());
  CHECK(verdicts.winning() > 0);
  CHECK(verdicts.wins((std::uint64_t{1} << council.size()) - 1));
  CHECK_FALSE(verdicts.wins(0));
}

}  // namespace

TEST_CASE("in a council of sixteen every rule of the Treaties is monotone and proper", "[properties][coalitions]") {
  cod::test::dice dice{16};
  for (auto const& council : {sixteen(), dice.council_of(16), dice.council_of(16), dice.council_of(15)})
    for (auto const& rule : {cod::rules::qualified_majority(), cod::rules::qualified_majority(cod::blockers::against), cod::rules::reinforced_majority(),
                             cod::rules::reinforced_majority(cod::rules::four_member_clause::applied), cod::rules::participants_majority(),
                             cod::rules::participants_majority(cod::blockers::against), cod::rules::reinforced_participants_majority(),
                             cod::rules::simple_majority(), cod::rules::unanimity(), cod::rules::constructive_abstention(), cod::rules::four_fifths_majority()})
      check(rule, council);
}

TEST_CASE("so is every system of weighted votes, in the councils of up to fifteen and among fourteen members of the later ones, and in random councils",
          "[properties][coalitions]") {
  cod::test::dice dice{2004};
  cod::test::each_weighted_rule([&](cod::test::weighted_in_words const& w, cod::rule const& rule, cod::request asked) {
    auto const then = cod::council_on(w.day);
    auto const all = asked == cod::request::none || then.has_population() ? then : dice.with_people(then);
    if (all.size() <= 15) check(rule, all, asked);
    else for (int round = 0; round < 2; ++round) check(rule, all.only(dice.choose(14, all.members())), asked);
    check(rule, dice.council_of(14, w.weights), asked);
  });
}

TEST_CASE("238(3)(a) is proper for nine participants; read to the letter, two members of three can carry against one, and one against two",
          "[properties][coalitions]") {
  check(cod::rules::participants_majority(), cod::council_of_year(2024).only("BE DE FR IT ES LU AT PT FI"_members));
  auto const three = cod::electorate{{"BE"_ms, 100}, {"BG"_ms, 100}, {"CZ"_ms, 100}};
  cod::majority_test const wins{cod::rules::participants_majority(), three};
  CHECK(wins("BE"_members));
  CHECK(wins("BG CZ"_members));
}

TEST_CASE("among the six, Luxembourg's vote never mattered on a proposal of the Commission", "[properties][eec_148]") {
  auto const council = cod::council_on("1965-07-01"_date);
  cod::majority_test const wins{cod::rules::weighted(cod::regime::six), council};
  auto const others = council.members() - "LU"_members;
  for (std::uint64_t s = others.bits();; s = (s - 1) & others.bits()) {
    auto const in_favour = cod::member_set::from_bits(s);
    CHECK(wins(in_favour) == wins(in_favour | "LU"_members));
    if (s == 0) break;
  }
}

TEST_CASE("on other acts Luxembourg could be the fourth member", "[properties][eec_148]") {
  cod::majority_test const wins{cod::rules::weighted(cod::regime::six, cod::proposer::none), cod::council_on("1965-07-01"_date)};
  CHECK_FALSE(wins("DE FR IT"_members));
  CHECK(wins("DE FR IT LU"_members));
}
