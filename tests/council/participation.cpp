// SPDX-License-Identifier: BSL-1.0
#include <codecision/council/participation.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::participants_on;
using cod::participation;

namespace {
constexpr auto day = "2024-06-01"_date;
constexpr auto everybody = cod::members_on(day);
}  // namespace

static_assert(participants_on(participation::all, day) == everybody);
static_assert(participants_on(participation::area_of_freedom_security_justice, day) == everybody - "DK IE"_members);

TEST_CASE("who takes part in 2024, arrangement by arrangement", "[council][participation]") {
  CHECK(participants_on(participation::schengen_building, day) == everybody - "DK IE"_members);
  CHECK(participants_on(participation::schengen_building, day, {.opted_in = "IE"_members}) == everybody - "DK"_members);
  CHECK(participants_on(participation::visa_list, day) == everybody - "IE"_members);
  CHECK(participants_on(participation::defence, day) == everybody);
  CHECK(participants_on(participation::euro_area, day) == cod::euro_members_on(day));
  CHECK(participants_on(participation::euro_area_without_member_concerned, day, {.member_concerned = "BE"_ms}) == cod::euro_members_on(day) - "BE"_members);
  CHECK(participants_on(participation::without_member_concerned, day, {.member_concerned = "HU"_ms}) == everybody - "HU"_members);
  CHECK(participants_on(participation::permanent_structured_cooperation, day, {.participants = "DE FR"_members}) == "DE FR"_members);
}

TEST_CASE("in the Schengen area are 25 members since 31 March 2024; Cyprus and Ireland are not", "[council][participation]") {
  CHECK(participants_on(participation::schengen, day) == everybody - "CY IE"_members);
  CHECK(participants_on(participation::schengen, "2024-03-30"_date) == everybody - "CY IE BG RO"_members);
  CHECK(cod::test::caught([] { static_cast<void>(participants_on(participation::schengen, "1995-03-25"_date)); }).code() == cod::error_code::rule_not_in_force);
}

TEST_CASE("where a member is concerned, or takes part, it must be named", "[council][participation]") {
  for (auto const who : {participation::without_member_concerned, participation::without_withdrawing_member, participation::euro_area_without_member_concerned})
    CHECK(cod::test::caught([&] { static_cast<void>(participants_on(who, day)); }).code() == cod::error_code::not_a_member);
  for (auto const who : {participation::enhanced_cooperation, participation::permanent_structured_cooperation})
    CHECK(cod::test::caught([&] { static_cast<void>(participants_on(who, day)); }).code() == cod::error_code::cooperation_too_small);
}

TEST_CASE("a former member, a candidate, or a member without the euro where euro members vote cannot be concerned or take part", "[council][participation]") {
  auto const code_of = [](participation who, cod::voting_facts const& facts) {
    return cod::test::caught([&] { static_cast<void>(participants_on(who, day, facts)); }).code();
  };
  CHECK(code_of(participation::enhanced_cooperation, {.participants = "BE DE FR IT ES LU AT PT UK"_members}) == cod::error_code::not_a_member);
  CHECK(code_of(participation::permanent_structured_cooperation, {.participants = "DE UA"_members}) == cod::error_code::not_a_member);
  CHECK(code_of(participation::without_member_concerned, {.member_concerned = "UK"_ms}) == cod::error_code::not_a_member);
  CHECK(code_of(participation::euro_area_without_member_concerned, {.member_concerned = "SE"_ms}) == cod::error_code::not_a_member);
}

TEST_CASE("nothing but the whole Council is known before the Treaty of Lisbon", "[council][participation]") {
  constexpr auto before = "2009-11-30"_date;
  CHECK(participants_on(participation::all, before).size() == 27);
  for (auto const who : {participation::visa_list, participation::defence, participation::schengen_building, participation::without_member_concerned}) {
    auto const e = cod::test::caught([&] { static_cast<void>(participants_on(who, before, {.member_concerned = "HU"_ms})); });
    CHECK(e.code() == cod::error_code::rule_not_in_force);
    CHECK_THAT(e.message(), cod::test::contains(std::string{cod::name(who)}));
  }
}
