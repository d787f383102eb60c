// SPDX-License-Identifier: BSL-1.0
// TFEU 238(4): unanimity. Abstention by members present or represented does not prevent it; absence does.
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
constexpr auto rule = cod::rules::unanimity();
cod::ballot all_but(cod::member_set members, cod::vote v) {
  return cod::ballot{cod::council_on("2025-11-26"_date)}.with(members, v).others(cod::vote::in_favour);
}
}  // namespace

TEST_CASE("25 in favour and two abstaining in person are unanimous", "[law][tfeu_238_4]") {
  CHECK(cod::evaluate(rule, all_but("HU MT"_members, cod::vote::abstain)).adopted());
}

TEST_CASE("one vote against prevents unanimity", "[law][tfeu_238_4]") {
  CHECK_FALSE(cod::evaluate(rule, all_but("HU"_members, cod::vote::against)).adopted());
}

TEST_CASE("one member absent without a proxy prevents unanimity: absence is not abstention", "[law][tfeu_238_4][interpretation]") {
  CHECK_FALSE(cod::evaluate(rule, all_but("HU"_members, cod::vote::absent)).adopted());
}

TEST_CASE("a member absent but represented does not prevent unanimity, not even when its vote is an abstention", "[law][tfeu_238_4]") {
  CHECK(cod::evaluate(rule, all_but({}, cod::vote::abstain).represented("HU"_ms, "AT"_ms)).adopted());
  CHECK(cod::evaluate(rule, all_but("HU"_members, cod::vote::abstain).represented("HU"_ms, "AT"_ms)).adopted());
  CHECK_FALSE(cod::evaluate(rule, all_but("HU"_members, cod::vote::against).represented("HU"_ms, "AT"_ms)).adopted());
}

TEST_CASE("the text does not exclude that all 27 abstain, and then the act is adopted", "[law][tfeu_238_4][interpretation]") {
  auto const ballot = cod::ballot{cod::council_on("2025-11-26"_date)}.others(cod::vote::abstain);
  CHECK(cod::evaluate(rule, ballot).adopted());
}

TEST_CASE("unanimity is of those who take part: Denmark and Ireland cannot prevent an act of Title V", "[law][tfeu_238_4]") {
  auto const act = cod::catalogue({"TFEU 81(3)"}, cod::proposer::commission, "2024-06-01"_date);
  CHECK(act.name() == rule.name());
  CHECK(cod::evaluate(act, cod::ballot{act.council()}.others(cod::vote::in_favour)).adopted());
  CHECK(act.council().not_taking_part() == "DK IE"_members);
}

TEST_CASE("unanimity counts heads, so it needs no table of populations", "[law][tfeu_238_4]") {
  auto const council = cod::council_without_figures_on("2026-06-01"_date);
  CHECK(cod::evaluate(rule, cod::ballot{council}.others(cod::vote::in_favour)).adopted());
}

TEST_CASE("one vote in favour more turns 26 to 1, and any one of 27 can turn a unanimous vote", "[law][tfeu_238_4]") {
  auto const failed = cod::evaluate(rule, all_but("HU"_members, cod::vote::against));
  CHECK(cod::smallest_flips(failed).count() == 1);
  CHECK((*cod::smallest_flips(failed).begin()).members == "HU"_members);
  auto const carried = cod::evaluate(rule, all_but("HU MT"_members, cod::vote::abstain));
  CHECK(cod::smallest_flips(carried).count() == 27);  // those who abstain could vote against too
}
