// SPDX-License-Identifier: BSL-1.0
#include <codecision/data/membership.hpp>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using codecision::test::contains;

namespace {

struct change {
  cod::date day;
  cod::member_set states;
  int members_then;
};

constexpr cod::date a_day_before(cod::date day) { return day - boost::gregorian::days{1}; }

constexpr change accessions[] = {
    {"1973-01-01"_date, "DK IE UK"_members, 9},
    {"1981-01-01"_date, "EL"_members, 10},
    {"1986-01-01"_date, "ES PT"_members, 12},
    {"1995-01-01"_date, "AT FI SE"_members, 15},
    {"2004-05-01"_date, "CZ EE CY LV LT HU MT PL SI SK"_members, 25},
    {"2007-01-01"_date, "BG RO"_members, 27},
    {"2013-07-01"_date, "HR"_members, 28},
};

constexpr change euro_accessions[] = {
    {"1999-01-01"_date, "BE DE IE ES FR IT LU NL AT PT FI"_members, 11},
    {"2001-01-01"_date, "EL"_members, 12},
    {"2007-01-01"_date, "SI"_members, 13},
    {"2008-01-01"_date, "CY MT"_members, 15},
    {"2009-01-01"_date, "SK"_members, 16},
    {"2011-01-01"_date, "EE"_members, 17},
    {"2014-01-01"_date, "LV"_members, 18},
    {"2015-01-01"_date, "LT"_members, 19},
    {"2023-01-01"_date, "HR"_members, 20},
    {"2026-01-01"_date, "BG"_members, 21},
};

constexpr change schengen_dates[] = {
    {"1995-03-26"_date, "BE DE ES FR LU NL PT"_members, 7},
    {"1997-10-26"_date, "IT"_members, 8},
    {"1997-12-01"_date, "AT"_members, 9},
    {"2000-01-01"_date, "EL"_members, 10},
    {"2001-03-25"_date, "DK FI SE"_members, 13},
    {"2007-12-21"_date, "CZ EE LV LT HU MT PL SI SK"_members, 22},
    {"2023-01-01"_date, "HR"_members, 23},
    {"2024-03-31"_date, "BG RO"_members, 25},
};

// The same questions, answered by the compiler.
constexpr auto first_day = "1958-01-01"_date;
constexpr auto last_day_of_28 = "2020-01-31"_date;
constexpr auto first_day_of_27 = "2020-02-01"_date;
static_assert(cod::members_on(first_day) == "BE DE FR IT LU NL"_members);
static_assert(cod::members_on(last_day_of_28).size() == 28);
static_assert(cod::members_on(first_day_of_27).size() == 27);
static_assert(cod::left(cod::member_state::united_kingdom) == first_day_of_27);
static_assert(cod::euro_members_on("2026-01-01"_date).size() == 21);
static_assert(cod::schengen_members_on("2025-11-26"_date) == cod::members_on("2025-11-26"_date) - "IE CY"_members);

}  // namespace

TEST_CASE("the six founders are the members on 1 January 1958", "[data][membership]") {
  CHECK(cod::members_on("1958-01-01"_date) == "BE DE FR IT LU NL"_members);
  for (auto const state : "BE DE FR IT LU NL"_members) CHECK(cod::joined(state) == "1958-01-01"_date);
}

TEST_CASE("a state is a member on the day of its accession and not on the day before", "[data][membership]") {
  for (auto const& accession : accessions) {
    INFO(cod::to_string(accession.day));
    auto const before = cod::members_on(a_day_before(accession.day));
    auto const after = cod::members_on(accession.day);
    CHECK((before & accession.states).empty());
    CHECK(after - before == accession.states);
    CHECK(after.size() == accession.members_then);
    for (auto const state : accession.states) {
      CHECK(cod::joined(state) == accession.day);
      CHECK(cod::is_member_on(state, accession.day));
      CHECK_FALSE(cod::is_member_on(state, a_day_before(accession.day)));
    }
  }
}

TEST_CASE("the United Kingdom is a member until 31 January 2020 and not on 1 February", "[data][membership]") {
  CHECK(cod::is_member_on("UK"_ms, "2020-01-31"_date));
  CHECK_FALSE(cod::is_member_on("UK"_ms, "2020-02-01"_date));
  CHECK(cod::left("UK"_ms) == "2020-02-01"_date);
  CHECK(cod::members_on("2020-01-31"_date) - cod::members_on("2020-02-01"_date) == cod::member_set{"UK"_ms});
  CHECK(cod::left("FR"_ms) == cod::open_end());
}

TEST_CASE("a candidate country has never joined", "[data][membership]") {
  for (auto const state : "AL BA GE MD ME MK RS TR UA XK"_members) {
    CHECK(cod::joined(state) == cod::open_end());
    CHECK_FALSE(cod::is_member_on(state, "2026-11-21"_date));
    CHECK_FALSE(cod::is_member_on(state, cod::open_end()));
    CHECK_FALSE(cod::members_on("2026-11-21"_date).contains(state));
  }
}

TEST_CASE("members_on and is_member_on agree for every state on every day from 1958 to 2030", "[data][membership]") {
  auto const last = "2030-12-31"_date;
  for (auto day = "1958-01-01"_date; day <= last; day += boost::gregorian::days{1}) {
    auto const members = cod::members_on(day);
    for (int i = 0; i < cod::member_state_count; ++i) {
      auto const state = static_cast<cod::member_state>(i);
      if (members.contains(state) != cod::is_member_on(state, day))
        FAIL(cod::to_string(day) << " " << cod::code(state));
    }
  }
  SUCCEED();
}

TEST_CASE("the euro area has 11 members in 1999, 12 in 2001 and 21 in 2026", "[data][membership]") {
  CHECK(cod::euro_members_on("1998-12-31"_date).empty());
  for (auto const& adoption : euro_accessions) {
    INFO(cod::to_string(adoption.day));
    auto const before = cod::euro_members_on(a_day_before(adoption.day));
    auto const after = cod::euro_members_on(adoption.day);
    CHECK(after - before == adoption.states);
    CHECK(after.size() == adoption.members_then);
  }
  CHECK(cod::members_on("2026-01-01"_date) - cod::euro_members_on("2026-01-01"_date) == "CZ DK HU PL RO SE"_members);
}

TEST_CASE("the Schengen area grows from 7 members in 1995 to 25 in 2024, without Ireland and Cyprus",
          "[data][membership]") {
  CHECK(cod::schengen_members_on("1995-03-25"_date).empty());
  for (auto const& lifting : schengen_dates) {
    INFO(cod::to_string(lifting.day));
    auto const before = cod::schengen_members_on(a_day_before(lifting.day));
    auto const after = cod::schengen_members_on(lifting.day);
    CHECK(after - before == lifting.states);
    CHECK(after.size() == lifting.members_then);
  }
  CHECK(cod::members_on("2025-01-01"_date) - cod::schengen_members_on("2025-01-01"_date) == "IE CY"_members);
}

TEST_CASE("asking for the members of a day before 1958 is error COD-D202", "[data][membership]") {
  for (auto const day : {"1957-12-31"_date, "1500-01-01"_date}) {
    try {
      (void)cod::members_on(day);
      FAIL("no error for " << cod::to_string(day));
    } catch (cod::error const& e) {
      CHECK(e.code() == cod::error_code::no_membership);
      CHECK_THAT(e.what(), contains("[COD-D202] there are no member states on " + cod::to_string(day)));
      CHECK_THAT(e.what(), contains("members from 1958-01-01 on"));
    }
  }
  CHECK_THROWS_AS(cod::euro_members_on("1957-12-31"_date), cod::error);
  CHECK_THROWS_AS(cod::schengen_members_on("1957-12-31"_date), cod::error);
  CHECK_FALSE(cod::is_member_on("FR"_ms, "1957-12-31"_date));
}

TEST_CASE("a membership is cited, and a day that was not read in a source says so", "[data][membership]") {
  auto const croatia = cod::membership_citation("HR"_ms);
  CHECK(croatia.article == "member from 2013-07-01");
  CHECK_THAT(std::string{croatia.source}, contains("2016/1316"));
  CHECK(croatia.status == cod::support::confirmed);
  auto const united_kingdom = cod::membership_citation("UK"_ms);
  CHECK(united_kingdom.article == "member from 1973-01-01, no longer from 2020-02-01 on");
  CHECK(united_kingdom.status == cod::support::from_memory);
  CHECK(cod::membership_citation("UA"_ms).article == "never a member");
}
