// SPDX-License-Identifier: BSL-1.0
// TEU 20(2) and TFEU 330: an enhanced cooperation of at least nine; only the participants vote.
#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
constexpr auto day = "2024-06-01"_date;
constexpr auto nine = "BE DE FR IT ES LU AT PT FI"_members;
}  // namespace

TEST_CASE("nine members can cooperate, eight cannot", "[law][teu_20_2]") {
  auto const council = cod::council_on(day);
  CHECK(council.only(cod::participation::enhanced_cooperation, {.participants = nine}).size() == 9);
  auto const e = cod::test::caught([&] { static_cast<void>(council.only(cod::participation::enhanced_cooperation, {.participants = nine - "FI"_members})); });
  CHECK(e.code() == cod::error_code::cooperation_too_small);
}

TEST_CASE("of nine participants five must be in favour, and seven without a proposal of the Commission", "[law][teu_20_2]") {
  auto const council = cod::council_on(day).only(nine);
  CHECK(cod::members_needed(cod::rules::participants_majority(), council) == 5);
  CHECK(cod::members_needed(cod::rules::reinforced_participants_majority(), council) == 7);
}

TEST_CASE("the cooperation is authorised by all members and run by its participants", "[law][teu_20_2]") {
  auto const authorised = cod::catalogue({"TFEU 329(1)"}, cod::proposer::commission, day);
  CHECK(authorised.participants().size() == 27);
  auto const run = cod::catalogue({"TFEU 330"}, cod::proposer::commission, day, cod::request::none, {.participants = nine});
  CHECK(run.participants() == nine);
  CHECK(run.name() == cod::rules::participants_majority().name());
}

TEST_CASE("a state that is not a member cannot take part", "[law][teu_20_2]") {
  auto const e = cod::test::caught([] { static_cast<void>(cod::council_on(day).only(nine | "UK"_members)); });
  CHECK(e.code() == cod::error_code::not_a_member);
  CHECK_THAT(e.message(), cod::test::contains("UK"));
}
