// SPDX-License-Identifier: BSL-1.0
// TEU 50(4): the withdrawing member does not vote on what concerns its withdrawal, and on everything else it does.
#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
constexpr auto day = "2018-06-01"_date;
constexpr cod::voting_facts brexit{.member_concerned = cod::member_state::united_kingdom};
}  // namespace

TEST_CASE("the withdrawal agreement was for the other 27: 20 members and 65 percent of their population", "[law][teu_50_4]") {
  auto const rule = cod::catalogue({"TEU 50(2)"}, cod::proposer::commission, day, cod::request::none, brexit);
  auto const council = rule.council();
  CHECK(council.size() == 27);
  CHECK(council.not_taking_part() == "UK"_members);
  CHECK(rule.name() == cod::rules::reinforced_participants_majority().name());
  CHECK(rule.members_needed(27) == 20);
  CHECK(cod::population_needed(rule, council) == (65 * council.population_total() + 99) / 100);
}

TEST_CASE("on all other files the United Kingdom voted until 31 January 2020", "[law][teu_50_4]") {
  auto const rule = cod::catalogue({"TFEU 114"}, cod::proposer::commission, day);
  CHECK(rule.participants().size() == 28);
  CHECK(rule.participants().contains("UK"_ms));
  CHECK(rule.members_needed(28) == 16);
}

TEST_CASE("from 1 February 2020 the United Kingdom is no member", "[law][teu_50_4]") {
  CHECK(cod::members_on("2020-01-31"_date).contains("UK"_ms));
  CHECK_FALSE(cod::members_on("2020-02-01"_date).contains("UK"_ms));
  auto const rule = cod::catalogue({"TFEU 114"}, cod::proposer::commission, "2020-02-01"_date);
  CHECK(rule.members_needed(rule.participants().size()) == 15);
}

TEST_CASE("a vote of the United Kingdom after its withdrawal is an error", "[law][teu_50_4]") {
  auto const e = cod::test::caught([&] { static_cast<void>(cod::ballot{cod::council_on("2020-02-01"_date)}.in_favour("UK"_members)); });
  CHECK(e.code() == cod::error_code::voter_not_in_council);
  CHECK_THAT(e.advice(), cod::test::contains("former member"));
}
