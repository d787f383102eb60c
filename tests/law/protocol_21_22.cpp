// SPDX-License-Identifier: BSL-1.0
// Protocols 19, 21 and 22: Denmark and Ireland (and the United Kingdom) in the area of freedom, security and justice.
#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
constexpr auto day = "2024-06-01"_date;
constexpr cod::voting_facts ireland_opted_in{.opted_in = cod::member_state::ireland};
cod::applicable_rule act(char const* basis, cod::date on, cod::voting_facts const& facts = {}) {
  return cod::catalogue({basis}, cod::proposer::commission, on, cod::request::none, facts);
}
int needed(cod::applicable_rule const& rule) { return rule.members_needed(rule.participants().size()); }
}  // namespace

TEST_CASE("a Europol regulation is voted without Denmark and Ireland: 14 of 25", "[law][protocol_21_22]") {
  auto const rule = act("TFEU 88", day);
  CHECK(rule.participants() == cod::members_on(day) - "DK IE"_members);
  CHECK(needed(rule) == 14);
  CHECK(rule.name() == cod::rules::participants_majority().name());
  CHECK(rule.council().population_total() == cod::council_on(day).population_total() - cod::council_on(day).population("DK IE"_members));
}

TEST_CASE("with Ireland opted in it is 15 of 26", "[law][protocol_21_22]") {
  auto const rule = act("TFEU 88", day, ireland_opted_in);
  CHECK(rule.participants() == cod::members_on(day) - "DK"_members);
  CHECK(needed(rule) == 15);
}

TEST_CASE("Denmark cannot opt in, and neither can anybody else but Ireland and the United Kingdom", "[law][protocol_21_22]") {
  auto const e = cod::test::caught([] { static_cast<void>(act("TFEU 88", day, {.opted_in = cod::member_state::denmark})); });
  CHECK(e.code() == cod::error_code::not_a_member);
  CHECK_THAT(e.message(), cod::test::contains("DK"));
}

TEST_CASE("on the visa list Denmark votes and Ireland does not: 15 of 26", "[law][protocol_21_22]") {
  auto const rule = act("TFEU 77(2)(a) visa list", day);
  CHECK(rule.participants() == cod::members_on(day) - "IE"_members);
  CHECK(needed(rule) == 15);
}

TEST_CASE("on other visa and border measures neither votes", "[law][protocol_21_22]") {
  CHECK(act("TFEU 77(2)(a)", day).participants() == cod::members_on(day) - "DK IE"_members);
  CHECK(act("TFEU 77(2)(b)", day).participants() == cod::members_on(day) - "DK IE"_members);
}

TEST_CASE("Denmark is out of defence until 30 June 2022 and in from 1 July", "[law][protocol_21_22]") {
  CHECK(act("TEU 42(4)", "2022-06-30"_date).participants() == cod::members_on("2022-06-30"_date) - "DK"_members);
  CHECK(act("TEU 42(4)", "2022-07-01"_date).participants() == cod::members_on("2022-07-01"_date));
}

TEST_CASE("while the United Kingdom was a member, it and Ireland chose act by act", "[law][protocol_21_22]") {
  constexpr auto then = "2018-06-01"_date;
  CHECK(act("TFEU 88", then).participants().size() == 25);
  CHECK(act("TFEU 88", then, {.opted_in = "IE UK"_members}).participants().size() == 27);
  CHECK(needed(act("TFEU 88", then, {.opted_in = "IE UK"_members})) == 15);
  // After its withdrawal an opt-in of the United Kingdom changes nothing.
  CHECK(act("TFEU 88", day, {.opted_in = "UK"_members}).participants().size() == 25);
}

TEST_CASE("the CSA Regulation stands on Article 114, outside Title V: all 27 vote, 15 are needed", "[law][protocol_21_22]") {
  auto const rule = act("TFEU 114", "2025-11-26"_date);
  CHECK(rule.participants().size() == 27);
  CHECK(needed(rule) == 15);
  CHECK(rule.name() == cod::rules::qualified_majority().name());
}

TEST_CASE("the opt-outs are known from 1 December 2009 on", "[law][protocol_21_22]") {
  auto const e = cod::test::caught([] {
    static_cast<void>(cod::participants_on(cod::participation::area_of_freedom_security_justice, "2009-11-30"_date));
  });
  CHECK(e.code() == cod::error_code::rule_not_in_force);
  CHECK(cod::participants_on(cod::participation::area_of_freedom_security_justice, "2009-12-01"_date).size() == 24);
}
