// SPDX-License-Identifier: BSL-1.0
// TFEU 136, 138, 139(4) and 126: votes of the euro area.
#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

TEST_CASE("twenty euro members vote in 2024, twenty-one from 2026 with Bulgaria; they need eleven and twelve", "[law][tfeu_139]") {
  auto const in_2024 = cod::catalogue({"TFEU 136(1)"}, cod::proposer::commission, "2024-06-01"_date);
  CHECK(in_2024.participants().size() == 20);
  CHECK(in_2024.members_needed(20) == 11);
  auto const in_2026 = cod::catalogue({"TFEU 136(1)"}, cod::proposer::commission, "2026-06-01"_date);
  CHECK(in_2026.participants().size() == 21);
  CHECK(in_2026.participants().contains("BG"_ms));
  CHECK(in_2026.members_needed(21) == 12);
}

TEST_CASE("the Treaty names 238(3)(a) for the euro area, so the proposer makes no difference", "[law][tfeu_139]") {
  for (auto const who : {cod::proposer::commission, cod::proposer::none, cod::proposer::member_states})
    CHECK(cod::catalogue({"TFEU 139(4)"}, who, "2024-06-01"_date).name() == cod::rules::participants_majority().name());
}

TEST_CASE("on the deficit of a euro member the nineteen others vote", "[law][tfeu_139]") {
  auto const rule = cod::catalogue({"TFEU 126(6)"}, cod::proposer::commission, "2024-06-01"_date, cod::request::none,
                                   {.member_concerned = cod::member_state::belgium});
  CHECK(rule.participants() == cod::euro_members_on("2024-06-01"_date) - "BE"_members);
  CHECK(rule.members_needed(19) == 11);
}

TEST_CASE("the qualified majority of all members does not fit the euro area", "[law][tfeu_139]") {
  auto const euro = cod::council_of_year(2024).only(cod::participation::euro_area);
  auto const e = cod::test::caught([&] { static_cast<void>(cod::test::with_against(cod::rules::qualified_majority(), euro, "DE"_members)); });
  CHECK(e.code() == cod::error_code::not_all_take_part);
  CHECK_THAT(e.advice(), cod::test::contains("participants_majority"));
}

TEST_CASE("there is no euro area before 1999", "[law][tfeu_139]") {
  CHECK(cod::test::caught([] { static_cast<void>(cod::participants_on(cod::participation::euro_area, "1998-12-31"_date)); }).code() ==
        cod::error_code::rule_not_in_force);
  CHECK(cod::participants_on(cod::participation::euro_area, "1999-01-01"_date).size() == 11);
}
