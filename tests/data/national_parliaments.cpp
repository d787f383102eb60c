// SPDX-License-Identifier: BSL-1.0
#include <codecision/data/national_parliaments.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
cod::member_set with_two_chambers(cod::date day) {
  cod::member_set found;
  for (auto const m : cod::members_on(day))
    if (cod::national_parliament_on(m, day).chambers == 2) found.insert(m);
  return found;
}
static_assert(cod::subsidiarity_votes_on("2024-06-01"_date) == 54);
}  // namespace

TEST_CASE("twelve parliaments of 27 have two chambers, and with the British one thirteen of 28", "[data][national_parliaments]") {
  CHECK(with_two_chambers("2024-06-01"_date) == "BE CZ DE IE ES FR IT NL AT PL RO SI"_members);
  CHECK(with_two_chambers("2015-06-01"_date) == "BE CZ DE IE ES FR IT NL AT PL RO SI UK"_members);
}

TEST_CASE("there are two votes for each member: 54 of 27, 56 of 28", "[data][national_parliaments]") {
  for (auto const day : {"2009-12-01"_date, "2013-06-30"_date, "2013-07-01"_date, "2020-01-31"_date, "2020-02-01"_date}) {
    int votes = 0;
    for (auto const m : cod::members_on(day)) {
      auto const parliament = cod::national_parliament_on(m, day);
      if (parliament.chambers == 1) votes += cod::subsidiarity_votes(parliament, cod::chamber::whole);
      else votes += cod::subsidiarity_votes(parliament, cod::chamber::first) + cod::subsidiarity_votes(parliament, cod::chamber::second);
    }
    INFO(cod::to_string(day));
    CHECK(votes == cod::subsidiarity_votes_on(day));
    CHECK(votes == 2 * cod::members_on(day).size());
  }
}

TEST_CASE("the names tell the chambers apart", "[data][national_parliaments]") {
  auto const germany = cod::national_parliament_on("DE"_ms, "2024-06-01"_date);
  CHECK(cod::chamber_name(germany, cod::chamber::second) == "Bundesrat (DE)");
  CHECK(cod::chamber_name(germany, cod::chamber::whole) == "Bundestag and Bundesrat (DE)");
  CHECK(cod::chamber_name(cod::national_parliament_on("SE"_ms, "2024-06-01"_date), cod::chamber::whole) == "Riksdag (SE)");
}

TEST_CASE("a parliament has votes while its state is a member, from 1 December 2009 on", "[data][national_parliaments]") {
  CHECK(cod::national_parliament_on("UK"_ms, "2020-01-31"_date).chambers == 2);
  for (auto const& [state, day] : {std::pair{"UK"_ms, "2020-02-01"_date}, std::pair{"HR"_ms, "2013-06-30"_date}, std::pair{"UA"_ms, "2024-01-01"_date},
                                   std::pair{"FR"_ms, "2009-11-30"_date}}) {
    INFO(cod::to_string(day));
    CHECK(cod::test::caught([s = state, d = day] { static_cast<void>(cod::national_parliament_on(s, d)); }).code() == cod::error_code::not_a_member);
  }
  CHECK(cod::test::caught([] { static_cast<void>(cod::subsidiarity_votes_on("2009-11-30"_date)); }).code() == cod::error_code::rule_not_in_force);
}
