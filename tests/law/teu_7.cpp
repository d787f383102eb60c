// SPDX-License-Identifier: BSL-1.0
// TEU 7 with TFEU 354: the member concerned has no vote and is not counted.
#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
constexpr auto day = "2024-06-01"_date;
constexpr cod::voting_facts hungary{.member_concerned = cod::member_state::hungary};
cod::applicable_rule on_hungary(char const* article) {
  return cod::catalogue({article}, cod::proposer::commission, day, cod::request::none, hungary);
}
}  // namespace

TEST_CASE("a clear risk of a serious breach is found by four fifths: 21 of the 26 others, 22 of 27 in a Union of 28", "[law][teu_7]") {
  STATIC_REQUIRE(cod::rules::four_fifths_majority().members_needed(26) == 21);
  STATIC_REQUIRE(cod::rules::four_fifths_majority().members_needed(27) == 22);
  auto const rule = on_hungary("TEU 7(1)");
  CHECK(rule.participants() == cod::members_on(day) - "HU"_members);
  auto const council = rule.council();
  CHECK(cod::test::with_against(rule, council, "SK CZ MT CY BG"_members).adopted());
  CHECK_FALSE(cod::test::with_against(rule, council, "SK CZ MT CY BG EL"_members).adopted());
}

TEST_CASE("a reasoned proposal by a third of the States takes nine of 26", "[law][teu_7]") {
  STATIC_REQUIRE(cod::smallest_at_least({1, 3}, 26) == 9);
}

TEST_CASE("the suspension of rights is voted by 238(3)(b) even on a proposal: 19 of 26 and no clause on blocking members", "[law][teu_7]") {
  for (auto const* article : {"TEU 7(3)", "TEU 7(4)"}) {
    auto const rule = on_hungary(article);
    INFO(article);
    CHECK(rule.name() == cod::rules::reinforced_participants_majority().name());
    CHECK(rule.members_needed(rule.council().size()) == 19);
    CHECK_FALSE(cod::test::with_against(rule, rule.council(), "DE FR IT"_members).adopted());
  }
}

TEST_CASE("a serious and persistent breach is found unanimously, and the member concerned cannot prevent it", "[law][teu_7]") {
  auto const rule = on_hungary("TEU 7(2)");
  CHECK(rule.name() == cod::rules::unanimity().name());
  CHECK(cod::evaluate(rule, cod::ballot{rule.council()}.abstaining("SK"_members).others(cod::vote::in_favour)).adopted());
}

TEST_CASE("who the member concerned is must be said", "[law][teu_7]") {
  auto const e = cod::test::caught([&] { static_cast<void>(cod::catalogue({"TEU 7(1)"}, cod::proposer::commission, day)); });
  CHECK(e.code() == cod::error_code::not_a_member);
  CHECK_THAT(e.advice(), cod::test::contains("member_concerned"));
}
