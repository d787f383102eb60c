// SPDX-License-Identifier: BSL-1.0
// Rules of Procedure, Article 11(5) and (6): the figures of Annex III change on 1 January; the day of the vote decides.
#include "law/voting.hpp"
#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::with_against;

namespace {
constexpr auto rule = cod::rules::qualified_majority();
}

TEST_CASE("the same votes pass on 31 December 2023 and fail on 1 January 2024, because the figures change in between", "[law][rop_11_5]") {
  auto const four = "BE DE IT SI"_members;  // 65.0196 % in favour with the figures of 2023, 64.9537 % with those of 2024
  auto const before = with_against(rule, cod::council_on("2023-12-31"_date), four);
  auto const after = with_against(rule, cod::council_on("2024-01-01"_date), four);
  CHECK(before.adopted());
  CHECK(before.population_in_favour().number == 290'984'323);
  CHECK_FALSE(after.adopted());
  CHECK(after.population_in_favour().number == 292'597'461);
}

TEST_CASE("and the other way round: Belgium, France, Italy and the Netherlands block in 2023 and not in 2024", "[law][rop_11_5]") {
  CHECK_FALSE(with_against(rule, cod::council_on("2023-06-01"_date), "BE FR IT NL"_members).adopted());
  CHECK(with_against(rule, cod::council_on("2024-06-01"_date), "BE FR IT NL"_members).adopted());
}

TEST_CASE("the figures are those of the vote, not of the proposal: the CSA Regulation of 2022 is counted with those of 2025", "[law][rop_11_5]") {
  auto const act = cod::catalogue({"TFEU 114"}, cod::proposer::commission, "2025-11-26"_date);
  CHECK(act.council().figures().year == 2025);
  CHECK(act.members_needed(act.council().size()) == 15);
}

TEST_CASE("65 percent of the 451 028 881 persons printed for 2025 are 293 168 773, as the Council printed it", "[law][rop_11_5]") {
  STATIC_REQUIRE(cod::smallest_at_least({65, 100}, 451'028'881) == 293'168'773);
  CHECK(cod::population_table_of_year(2025).printed_total == 451'028'881);
  CHECK(cod::population_table_of_year(2025).printed_65 == 293'168'773);
}

TEST_CASE("Croatia counts from 1 July 2013: 27 members the day before, 28 from then on", "[law][rop_11_5]") {
  auto const before = cod::council_on("2013-06-30"_date);
  auto const after = cod::council_on("2013-07-01"_date);
  CHECK(before.size() == 27);
  CHECK(after.size() == 28);
  CHECK(after.population_total() - before.population_total() == after.population("HR"_ms));
  CHECK(cod::council_of_year(2013).size() == 28);  // of 31 December
}

TEST_CASE("the council of a year is that of 31 December, after the withdrawal of the United Kingdom in 2020", "[law][rop_11_5]") {
  auto const council = cod::council_of_year(2020);
  CHECK(council.size() == 27);
  CHECK(council.population_total() == 447'470'672);
  CHECK(cod::population_needed(rule, council) == 290'855'937);  // 290 855 936.8
}

TEST_CASE("in January 2020, and in years without a table, asking is an error that names the years there are", "[law][rop_11_5]") {
  for (auto const day : {"2020-01-31"_date, "2015-06-01"_date, "2019-06-01"_date, "2021-06-01"_date, "2022-06-01"_date, "2026-06-01"_date}) {
    auto const e = cod::test::caught([&] { static_cast<void>(cod::council_on(day)); });
    INFO(cod::to_string(day));
    CHECK(e.code() == cod::error_code::no_population_table);
    CHECK_THAT(e.have(), cod::test::contains("2010-2014"));
  }
}

TEST_CASE("a caller may let another year stand in, and the figures remember it", "[law][rop_11_5]") {
  auto const council = cod::council_on("2026-06-01"_date, 2025);
  CHECK(council.figures().stand_in);
  CHECK(council.figures().year == 2025);
  CHECK_FALSE(cod::council_on("2025-06-01"_date, 2025).figures().stand_in);
}

TEST_CASE("whoever does not take part leaves the population base as well", "[law][rop_11_5]") {
  auto const all = cod::council_of_year(2024);
  auto const without = all.without("DK IE"_members);
  CHECK(without.population_total() == all.population_total() - all.population("DK IE"_members));
}
