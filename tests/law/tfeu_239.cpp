// SPDX-License-Identifier: BSL-1.0
// TFEU 239: a member may act on behalf of not more than one other member.
#include <codecision/codecision.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
cod::ballot everybody_in_favour() { return cod::ballot{cod::council_of_year(2024)}.others(cod::vote::in_favour); }
}  // namespace

TEST_CASE("Belgium may hold the proxy of the Netherlands", "[law][tfeu_239]") {
  auto const ballot = everybody_in_favour().represented("NL"_ms, "BE"_ms);
  CHECK(ballot.represented() == "NL"_members);
  CHECK(cod::evaluate(cod::rules::qualified_majority(), ballot).in_favour().size() == 27);
}

TEST_CASE("Belgium may not hold the proxies of the Netherlands and Luxembourg", "[law][tfeu_239]") {
  auto const e = cod::test::caught([] { static_cast<void>(everybody_in_favour().represented("NL"_ms, "BE"_ms).represented("LU"_ms, "BE"_ms)); });
  CHECK(e.code() == cod::error_code::bad_proxy);
  CHECK_THAT(e.message(), cod::test::contains("has a proxy already"));
}

TEST_CASE("a proxy may not be handed on, in whichever order it is entered", "[law][tfeu_239]") {
  auto const handed_on = cod::test::caught([] { static_cast<void>(everybody_in_favour().represented("NL"_ms, "BE"_ms).represented("BE"_ms, "LU"_ms)); });
  CHECK(handed_on.code() == cod::error_code::bad_proxy);
  auto const held_by_absentee = cod::test::caught([] { static_cast<void>(everybody_in_favour().represented("BE"_ms, "LU"_ms).represented("NL"_ms, "BE"_ms)); });
  CHECK(held_by_absentee.code() == cod::error_code::bad_proxy);
}

TEST_CASE("nobody represents itself, and nobody is represented twice", "[law][tfeu_239]") {
  auto const itself = cod::test::caught([] { static_cast<void>(everybody_in_favour().represented("NL"_ms, "NL"_ms)); });
  CHECK(itself.code() == cod::error_code::bad_proxy);
  auto const twice = cod::test::caught([] { static_cast<void>(everybody_in_favour().represented("NL"_ms, "BE"_ms).represented("NL"_ms, "LU"_ms)); });
  CHECK(twice.code() == cod::error_code::bad_proxy);
}

TEST_CASE("the holder may vote differently for the member it represents than for itself", "[law][tfeu_239]") {
  auto const ballot = cod::ballot{cod::council_of_year(2024)}.against("NL"_members).others(cod::vote::in_favour).represented("NL"_ms, "BE"_ms);
  auto const outcome = cod::evaluate(cod::rules::qualified_majority(), ballot);
  CHECK(outcome.against() == "NL"_members);
  CHECK(outcome.in_favour().contains("BE"_ms));
}

TEST_CASE("a member that is absent without a proxy can neither hold one nor have one", "[law][tfeu_239]") {
  auto const council = cod::council_of_year(2024);
  for (auto const* absent : {"NL", "BE"}) {
    auto const ballot = cod::ballot{council}.absent(cod::parse_members(absent)).others(cod::vote::in_favour).represented("NL"_ms, "BE"_ms);
    auto const e = cod::test::caught([&] { static_cast<void>(cod::evaluate(cod::rules::qualified_majority(), ballot)); });
    INFO(absent);
    CHECK(e.code() == cod::error_code::bad_proxy);
  }
}

TEST_CASE("a proxy goes to another member of the same council", "[law][tfeu_239]") {
  auto const e = cod::test::caught([] { static_cast<void>(everybody_in_favour().represented("NL"_ms, "UK"_ms)); });
  CHECK(e.code() == cod::error_code::voter_not_in_council);
}
