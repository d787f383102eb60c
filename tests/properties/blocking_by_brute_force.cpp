// SPDX-License-Identifier: BSL-1.0
// The least size of a blocking minority against brute force: every set of members is tried as opponents.
#include "properties/dice.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {

bool blocks(cod::rule const& rule, cod::electorate const& council, cod::member_set against) {
  return !cod::majority_attained(rule, cod::ballot{council}.against(against).others(cod::vote::in_favour));
}

/// One more than there are members when nobody can block.
int fewest_by_brute_force(cod::rule const& rule, cod::electorate const& council) {
  auto fewest = council.size() + 1;
  for (std::uint64_t s = council.members().bits(); s != 0; s = (s - 1) & council.members().bits()) {
    auto const against = cod::member_set::from_bits(s);
    if (against.size() < fewest && blocks(rule, council, against)) fewest = against.size();
  }
  return fewest;
}

void check(cod::rule const& rule, cod::electorate const& council) {
  INFO(cod::test::to_repeat(rule, cod::ballot{council}) << "; members " << cod::to_string(council.members()));
  auto const size = cod::fewest_blocking_members(rule, council);
  auto const fewest = fewest_by_brute_force(rule, council);
  if (fewest > council.size()) {
    CHECK(size.members > council.size());  // a toy so small that nobody can block
    return;
  }
  CHECK(size.members == fewest);
  if (size.reason == cod::blocking_reason::by_population || size.reason == cod::blocking_reason::by_votes || size.reason == cod::blocking_reason::by_members) {
    CHECK(size.largest.size() == size.members);
    CHECK(blocks(rule, council, size.largest));
  }
  if (size.reason == cod::blocking_reason::fewest_above_share_plus_one) {
    CHECK(size.largest.size() == size.fewest_above);
    CHECK(size.members == size.fewest_above + 1);
    CHECK_FALSE(blocks(rule, council, size.largest));
    for (auto const m : council.members() - size.largest) CHECK(blocks(rule, council, size.largest | m));
  }
}

}  // namespace

TEST_CASE("the fewest members of a blocking minority are those that brute force finds, in councils of up to eleven", "[properties][blocking]") {
  cod::test::dice dice{35};
  for (int round = 0; round < 40; ++round)
    for (auto const& rule : {cod::rules::participants_majority(), cod::rules::reinforced_majority(), cod::rules::reinforced_participants_majority(),
                             cod::rules::reinforced_majority(cod::rules::four_member_clause::applied), cod::rules::simple_majority(),
                             cod::rules::four_fifths_majority(), cod::rules::unanimity(), cod::rules::constructive_abstention(),
                             cod::rules::weighted(cod::regime::six), cod::rules::weighted(cod::regime::six, cod::proposer::none)})
      check(rule, dice.council_of(dice.roll(1, round == 0 ? 11 : 8)));
}

TEST_CASE("so they are for the qualified majority of fifteen members", "[properties][blocking]") {
  cod::test::dice dice{4};
  check(cod::rules::qualified_majority(), dice.council_of(15));
  check(cod::rules::qualified_majority(), cod::council_on("2000-07-01"_date).with_figures({
      {"BE"_ms, 10}, {"DK"_ms, 5}, {"DE"_ms, 82}, {"IE"_ms, 4}, {"EL"_ms, 11}, {"ES"_ms, 40}, {"FR"_ms, 60}, {"IT"_ms, 58}, {"LU"_ms, 1},
      {"NL"_ms, 16}, {"AT"_ms, 8}, {"PT"_ms, 10}, {"FI"_ms, 5}, {"SE"_ms, 9}, {"UK"_ms, 60}}));
}

TEST_CASE("so they are among the six", "[properties][blocking]") {
  for (auto const who : {cod::proposer::commission, cod::proposer::none}) check(cod::rules::weighted(cod::regime::six, who), cod::council_on("1965-07-01"_date));
}
