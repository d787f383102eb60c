// SPDX-License-Identifier: BSL-1.0
#include <codecision/data/presidencies.hpp>

#include <algorithm>
#include <array>
#include <string>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using codecision::test::contains;

namespace {

std::string text_of(cod::voting_order const& order) {
  std::string text;
  for (auto const state : order) text += (text.empty() ? "" : " ") + std::string{cod::code(state)};
  return text;
}

bool has_voting_order(cod::date day) {
  try {
    (void)cod::voting_order_on(day);
  } catch (cod::error const& e) {
    CHECK(e.code() == cod::error_code::no_presidency);
    return false;
  }
  return true;
}

constexpr auto coreper = "2025-11-26"_date;
static_assert(cod::presidency_on(coreper) == cod::member_state::denmark);
static_assert(cod::presidency_term_on(coreper).valid.to == "2025-12-31"_date);
static_assert(cod::trio_on(coreper).number == 13);
static_assert(cod::voting_order_on(coreper).size() == 27);
static_assert(cod::voting_order_on(coreper)[0] == cod::member_state::cyprus);

}  // namespace

TEST_CASE("who held the presidency on days that are easy to look up", "[data][presidencies]") {
  CHECK(cod::presidency_on("1958-01-01"_date) == "BE"_ms);
  CHECK(cod::presidency_on("2017-06-30"_date) == "MT"_ms);
  CHECK(cod::presidency_on("2017-07-01"_date) == "EE"_ms);  // the turn that the United Kingdom gave up
  CHECK(cod::presidency_on("2020-06-30"_date) == "HR"_ms);
  CHECK(cod::presidency_on("2020-07-01"_date) == "DE"_ms);
  CHECK(cod::presidency_on("2024-06-20"_date) == "BE"_ms);
  CHECK(cod::presidency_on("2025-11-26"_date) == "DK"_ms);
  CHECK(cod::presidency_on("2026-11-21"_date) == "IE"_ms);
  CHECK(cod::presidency_on("2030-12-31"_date) == "MT"_ms);
}

TEST_CASE("a day before 1958 or after 2030 has no known presidency: error COD-D204", "[data][presidencies]") {
  for (auto const day : {"1957-12-31"_date, "2031-01-01"_date})
    CHECK_THROWS_WITH(cod::presidency_on(day),
                      contains("[COD-D204] no presidency of the Council is known for " + cod::to_string(day)) &&
                          contains("1958-01-01 to 2030-12-31"));
  CHECK_THROWS_AS(cod::presidency_on(cod::open_end()), cod::error);
  CHECK_THROWS_AS(cod::presidency_term_on("2031-01-01"_date), cod::error);
  CHECK_THROWS_AS(cod::voting_order_on("2031-01-01"_date), cod::error);
}

TEST_CASE("every day from 1958 to 2030 lies in the half-year of a member", "[data][presidencies]") {
  int terms = 0;
  for (auto day = "1958-01-01"_date; day <= "2030-12-31"_date; day += boost::gregorian::days{1}) {
    auto const term = cod::presidency_term_on(day);
    terms += term.valid.from == day ? 1 : 0;
    if (!term.valid.covers(day) || term.holder != cod::presidency_on(day) || !cod::is_member_on(term.holder, day) ||
        term.source.empty())
      FAIL(cod::to_string(day));
  }
  CHECK(terms == 146);
}

TEST_CASE("a term names its days and its source", "[data][presidencies]") {
  auto const term = cod::presidency_term_on("2025-11-26"_date);
  CHECK(term.valid.from == "2025-07-01"_date);
  CHECK(term.valid.to == "2025-12-31"_date);
  CHECK_THAT(std::string{term.source}, contains("Decision (EU) 2016/1316"));
  CHECK_THAT(std::string{cod::presidency_term_on("1980-01-01"_date).source}, contains("Hansard"));
}

TEST_CASE("trios are three presidencies in a row from 2007 on", "[data][presidencies]") {
  auto const trio = cod::trio_on("2026-11-21"_date);
  CHECK(trio.holders == std::array{"IE"_ms, "LT"_ms, "EL"_ms});
  CHECK(trio.valid.from == "2026-07-01"_date);
  CHECK(trio.valid.to == "2027-12-31"_date);
  CHECK(cod::trio_on("2025-11-26"_date).holders == std::array{"PL"_ms, "DK"_ms, "CY"_ms});
  CHECK(cod::trio_on("2007-01-01"_date).number == 1);
  CHECK(cod::trio_on("2030-12-31"_date).number == 16);
  for (auto day = "2007-01-01"_date; day <= "2030-12-31"_date; day += boost::gregorian::days{1}) {
    auto const holders = cod::trio_on(day).holders;
    if (std::find(holders.begin(), holders.end(), cod::presidency_on(day)) == holders.end()) FAIL(cod::to_string(day));
  }
  CHECK_THROWS_WITH(cod::trio_on("2006-12-31"_date), contains("COD-D204") && contains("2007-01-01 to 2030-12-31"));
}

TEST_CASE("on 26 November 2025 Cyprus votes first and Denmark, in office, last", "[data][presidencies]") {
  CHECK(text_of(cod::voting_order_on("2025-11-26"_date)) ==
        "CY IE LT EL IT LV LU NL SK MT EE BG AT RO FI HR DE PT SI FR CZ SE ES BE HU PL DK");
}

TEST_CASE("the six vote in the order of their presidencies", "[data][presidencies]") {
  CHECK(text_of(cod::voting_order_on("1958-01-01"_date)) == "DE FR IT LU NL BE");
  CHECK(text_of(cod::voting_order_on("1972-12-31"_date)) == "BE DE FR IT LU NL");  // not yet Denmark, in office in 1973
}

TEST_CASE("where an order of voting is known, it names each member once, and the member in office last",
          "[data][presidencies]") {
  for (int year = 1958; year <= 2030; ++year)
    for (auto const day : {cod::make_date(year, 1, 1), cod::make_date(year, 7, 1)}) {
      if (!has_voting_order(day)) continue;
      INFO(cod::to_string(day));
      auto const order = cod::voting_order_on(day);
      cod::member_set named;
      for (auto const state : order) named.insert(state);
      CHECK(named == cod::members_on(day));
      CHECK(order.size() == static_cast<std::size_t>(named.size()));
      CHECK(order[order.size() - 1] == cod::presidency_on(day));
    }
}

TEST_CASE("the order of voting is unknown from 2006 until the United Kingdom left, which has no later term",
          "[data][presidencies]") {
  CHECK(has_voting_order("2005-12-31"_date));
  CHECK_FALSE(has_voting_order("2006-01-01"_date));
  CHECK_FALSE(has_voting_order("2020-01-31"_date));
  CHECK(has_voting_order("2020-02-01"_date));
  for (int year = 1958; year <= 2030; ++year)
    CHECK(has_voting_order(cod::make_date(year, 7, 1)) == (year < 2006 || year > 2019));
  CHECK_THROWS_WITH(
      cod::voting_order_on("2015-06-01"_date),
      contains("[COD-D204] the order of voting on 2015-06-01 is not known") && contains("no later term of UK"));
}

TEST_CASE("the order of voting says that its rule is cited from memory", "[data][presidencies]") {
  CHECK(cod::voting_order_citation().status == cod::support::from_memory);
  CHECK_THAT(std::string{cod::voting_order_citation().article}, contains("11(2)"));
}
