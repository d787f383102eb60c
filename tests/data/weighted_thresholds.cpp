// SPDX-License-Identifier: BSL-1.0
#include <codecision/data/vote_weights.hpp>
#include <codecision/rules/tables/weighted_thresholds.hpp>

#include <iterator>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::regime;
using cod::detail::weighted_thresholds;

namespace {

struct known_threshold {
  regime which;
  int members, votes, needed, on_proposal, otherwise, blocking;
  bool check;
};

constexpr known_threshold known[] = {
    {regime::six, 6, 17, 12, 0, 4, 6, false},
    {regime::nine, 9, 58, 41, 0, 6, 18, false},
    {regime::ten, 10, 63, 45, 0, 6, 19, false},
    {regime::twelve, 12, 76, 54, 0, 8, 23, false},
    {regime::fifteen, 15, 87, 62, 0, 10, 26, false},
    {regime::twenty_five_transition, 25, 124, 88, 0, 17, 37, false},
    {regime::twenty_five_nice, 25, 321, 232, 13, 17, 90, true},
    {regime::twenty_seven_nice, 27, 345, 255, 14, 18, 91, true},
    {regime::twenty_eight_nice, 28, 352, 260, 15, 19, 93, true},
};

static_assert(weighted_thresholds[0].qm_votes == 12);
static_assert(cod::detail::first_day_of_double_majority == "2014-11-01"_date);

}  // namespace

TEST_CASE("votes and members that a qualified majority needed from 1958 to 2014", "[data][weighted_thresholds]") {
  REQUIRE(weighted_thresholds.size() == std::size(known));
  for (auto const& k : known) {
    INFO(cod::name(k.which));
    auto const& t = weighted_thresholds[static_cast<std::size_t>(k.which)];
    CHECK(t.which == k.which);
    CHECK(t.members == k.members);
    CHECK(t.total_votes == k.votes);
    CHECK(t.qm_votes == k.needed);
    CHECK(t.min_members_on_commission_proposal == k.on_proposal);
    CHECK(t.min_members_otherwise == k.otherwise);
    CHECK(t.blocking_votes == k.blocking);
    CHECK(t.has_population_check == k.check);
  }
}

TEST_CASE("thresholds belong to the same votes and days as the weights of the members", "[data][weighted_thresholds]") {
  for (auto const& t : weighted_thresholds) {
    INFO(cod::name(t.which));
    CHECK(cod::total_votes(t.which) == t.total_votes);
    CHECK(cod::members_of(t.which).size() == t.members);
    CHECK(cod::regime_on(t.valid.from) == t.which);
    CHECK(cod::regime_on(t.valid.to) == t.which);
  }
  auto const& request = cod::detail::nice_votes_on_request;
  CHECK(request.from == "2014-11-01"_date);
  CHECK(request.to == "2017-03-31"_date);
  CHECK(weighted_thresholds.back().valid.to == "2014-10-31"_date);
  CHECK(cod::regime_on(request.to) == regime::twenty_eight_nice);
}

TEST_CASE("that six of the nine members had to agree is from memory, and says so", "[data][weighted_thresholds]") {
  for (auto const& t : weighted_thresholds) CHECK((t.status == cod::support::from_memory) == (t.which == regime::nine));
}
