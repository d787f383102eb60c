// SPDX-License-Identifier: BSL-1.0
#include <codecision/council/catalogue.hpp>

#include <set>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {

constexpr auto day = "2024-06-01"_date;

/// What an article alone cannot say, so that every row can be asked.
cod::voting_facts facts_for(cod::legal_basis_record const& row, cod::date on) {
  cod::voting_facts facts{.participants = "BE DE FR IT ES LU AT PT FI"_members};
  facts.member_concerned = row.who_votes == cod::participation::without_withdrawing_member && on < "2020-02-01"_date ? "UK"_ms : "BE"_ms;
  return facts;
}

std::string rule_name(char const* basis, cod::proposer who, cod::date on = day) { return std::string{cod::catalogue({basis}, who, on).name()}; }

}  // namespace

TEST_CASE("every legal basis of the table leads to a rule on its first day and on its last", "[council][catalogue]") {
  CHECK(cod::legal_bases().size() >= 240);
  for (auto const& row : cod::legal_bases()) {
    auto const last = row.valid.to == cod::open_end() ? "2030-12-31"_date : row.valid.to;
    for (auto const on : {row.valid.from, last})
      for (auto const who : {cod::proposer::commission, cod::proposer::none}) {
        INFO(row.basis << " on " << cod::to_string(on));
        auto const rule = cod::catalogue({row.basis}, who, on, cod::request::none, facts_for(row, on));
        CHECK(&rule.basis() == &cod::legal_basis_on({row.basis}, on));
        CHECK_FALSE(rule.participants().empty());
        CHECK(rule.day() == on);
        CHECK_FALSE(rule.reason().empty());
      }
  }
}

TEST_CASE("no legal basis stands in the table twice for one day", "[council][catalogue]") {
  for (auto const& a : cod::legal_bases())
    for (auto const& b : cod::legal_bases())
      if (&a != &b && a.basis == b.basis) CHECK_FALSE((a.valid.covers(b.valid.from) || b.valid.covers(a.valid.from)));
}

TEST_CASE("the internal market is decided by qualified majority, taxes and family law by unanimity, procedure by simple majority", "[council][catalogue]") {
  CHECK(rule_name("TFEU 114", cod::proposer::commission) == "qualified majority");
  CHECK(rule_name("TFEU 113", cod::proposer::commission) == "unanimity");
  CHECK(rule_name("TFEU 81(3)", cod::proposer::commission) == "unanimity");
  CHECK(rule_name("TFEU 240(3)", cod::proposer::none) == "simple majority");
  CHECK(rule_name("TFEU 352", cod::proposer::commission) == "unanimity");
}

TEST_CASE("the same article is decided by the rule of its day: weighted votes, then the double majority", "[council][catalogue]") {
  CHECK(cod::catalogue({"TFEU 114"}, cod::proposer::commission, "2012-06-01"_date).weights() == cod::regime::twenty_seven_nice);
  CHECK(cod::catalogue({"TFEU 114"}, cod::proposer::commission, "2013-07-01"_date).weights() == cod::regime::twenty_eight_nice);
  CHECK_FALSE(cod::catalogue({"TFEU 114"}, cod::proposer::commission, "2014-11-01"_date).weights());
}

TEST_CASE("without a proposal the reinforced definition applies, of all members or of the participants", "[council][catalogue]") {
  CHECK(rule_name("TFEU 114", cod::proposer::none) == "reinforced majority");
  CHECK(rule_name("TFEU 82(1)", cod::proposer::member_states) == "reinforced majority of the participants");
  CHECK(rule_name("TFEU 82(1)", cod::proposer::commission) == "qualified majority of the participants");
}

TEST_CASE("an article can be named more or less exactly than the table does, as long as only one row is meant", "[council][catalogue]") {
  CHECK(cod::legal_basis_on({"TFEU 88"}, day).basis == "TFEU 88(2)");
  CHECK(cod::legal_basis_on({"TFEU 114(1)"}, day).basis == "TFEU 114");
  // 77(2)(a), (b), (d), (e) and 77(3) are rows of their own: which is meant?
  CHECK(cod::test::caught([] { static_cast<void>(cod::legal_basis_on({"TFEU 77"}, day)); }).code() == cod::error_code::unknown_legal_basis);
}

TEST_CASE("an article that is not in the table is an error that lists its neighbours", "[council][catalogue]") {
  auto const e = cod::test::caught([] { static_cast<void>(cod::catalogue({"TFEU 77(9)"}, cod::proposer::commission, day)); });
  CHECK(e.code() == cod::error_code::unknown_legal_basis);
  CHECK_THAT(e.have(), cod::test::contains("TFEU 77(2)(a)"));
  CHECK(cod::test::caught([] { static_cast<void>(cod::catalogue({""}, cod::proposer::commission, day)); }).code() == cod::error_code::unknown_legal_basis);
  CHECK(cod::test::caught([] { static_cast<void>(cod::catalogue({"Article 114"}, cod::proposer::commission, day)); }).code() ==
        cod::error_code::unknown_legal_basis);
}

TEST_CASE("an article of a treaty that is not in force on the day is an error that says when it was", "[council][catalogue]") {
  auto const lisbon = cod::test::caught([] { static_cast<void>(cod::catalogue({"TFEU 114"}, cod::proposer::commission, "2009-11-30"_date)); });
  CHECK(lisbon.code() == cod::error_code::basis_not_in_force);
  CHECK_THAT(lisbon.have(), cod::test::contains("2009-12-01"));
  CHECK(cod::test::caught([] { static_cast<void>(cod::catalogue({"EC 205(2)"}, cod::proposer::commission, "2009-12-01"_date)); }).code() ==
        cod::error_code::basis_not_in_force);
}

TEST_CASE("the reason names the article, the day, the rule, who votes and on whose proposal", "[council][catalogue]") {
  auto const reason = cod::catalogue({"TFEU 88(2)"}, cod::proposer::commission, day).reason();
  for (auto const* words : {"TFEU 88(2)", "Europol", "2024-06-01", "qualified majority of the participants", "25 members vote", "on a proposal of the Commission"})
    CHECK_THAT(reason, cod::test::contains(words));
  CHECK_THAT(cod::catalogue({"TFEU 114"}, cod::proposer::none, day).reason(), cod::test::contains("all 27 members vote"));
  CHECK_THAT(cod::catalogue({"TFEU 114"}, cod::proposer::none, day).reason(), cod::test::contains("; not on a proposal"));
}

TEST_CASE("rule and council of the catalogue fit each other on every day with a table", "[council][catalogue]") {
  for (auto const on : {"2010-06-01"_date, "2014-06-01"_date, "2014-12-01"_date, "2017-06-01"_date, "2020-06-01"_date, "2025-06-01"_date})
    for (auto const* basis : {"TFEU 114", "TFEU 88(2)", "TFEU 136(1)"}) {
      auto const rule = cod::catalogue({basis}, cod::proposer::commission, on);
      INFO(basis << " on " << cod::to_string(on));
      CHECK(rule.council().members() == rule.participants());
      CHECK((!rule.needs_all_members() || rule.council().not_taking_part().empty()));
    }
}
