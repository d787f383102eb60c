// SPDX-License-Identifier: BSL-1.0
// Rules of Procedure, Article 11(4): the Council votes only when a majority of those entitled to vote is present.
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::first;

namespace {
constexpr auto rule = cod::rules::qualified_majority();

/// So many are present in person and vote in favour; the proxies of so many others are held, and the rest are absent.
cod::outcome vote_with(int present, int proxies) {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const here = first(present, council);
  auto ballot = cod::ballot{council}.in_favour(here);
  auto holder = here.begin();
  auto left = proxies;
  for (auto const m : council.members() - here) {
    if (left-- > 0) ballot = ballot.in_favour(m).represented(m, *holder++);
    else ballot = ballot.absent(m);
  }
  return cod::evaluate(rule, ballot);
}
}  // namespace

TEST_CASE("thirteen of 27 present, each with one proxy: 26 votes are there and the Council cannot vote", "[law][rop_11_4]") {
  auto const outcome = vote_with(13, 13);
  CHECK(outcome.in_favour().size() == 26);
  CHECK(outcome.quorum().have == 13);
  CHECK(outcome.quorum().need == 14);
  CHECK_FALSE(outcome.quorum().met());
  CHECK(outcome.majority_attained());
  CHECK_FALSE(outcome.adopted());
}

TEST_CASE("fourteen present, thirteen of them with a proxy: all 27 votes are cast", "[law][rop_11_4]") {
  auto const outcome = vote_with(14, 13);
  CHECK(outcome.in_favour().size() == 27);
  CHECK(outcome.quorum().met());
  CHECK(outcome.adopted());
}

TEST_CASE("a represented member is not present: that is how the rule is read here", "[law][rop_11_4][interpretation]") {
  CHECK(vote_with(14, 5).quorum().have == 14);
}

TEST_CASE("the quorum is 14 of 27, 13 of 25 and 11 of 20 or 21", "[law][rop_11_4]") {
  struct size_and_quorum { int size, quorum; };
  for (auto const [size, quorum] : {size_and_quorum{27, 14}, {25, 13}, {21, 11}, {20, 11}}) {
    auto const council = cod::council_without_figures_on("2024-06-01"_date).only(first(size, cod::council_without_figures_on("2024-06-01"_date)));
    INFO(size);
    CHECK(cod::evaluate(cod::rules::unanimity(), cod::ballot{council}.others(cod::vote::in_favour)).quorum().need == quorum);
  }
}

TEST_CASE("whoever abstains is present", "[law][rop_11_4]") {
  auto const council = cod::council_of_year(2024);
  auto const ballot = cod::ballot{council}.abstaining(first(20, council)).others(cod::vote::in_favour);
  CHECK(cod::evaluate(rule, ballot).quorum().have == 27);
}
