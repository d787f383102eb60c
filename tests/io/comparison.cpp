// SPDX-License-Identifier: BSL-1.0
// Comparisons as tables: one row a scenario, against what each scenario says by itself.
#include <codecision/codecision.hpp>
#include <codecision/io/comparison.hpp>

#include "support/catch.hpp"

using namespace codecision;
using namespace codecision::literals;
using simulate::scenario;

namespace {
constexpr auto november_2025 = "2025-11-26"_date;
constexpr auto opponents = "CZ NL PL SK"_members;
constexpr auto germany = "DE"_members;
constexpr auto italy = "IT"_members;

simulate::comparison three() {
  scenario const base{"mandate", rules::qualified_majority(),
                      ballot{council_on(november_2025)}.against(opponents).abstaining(italy).others(vote::in_favour)};
  return simulate::compare({base, base.moved(germany, vote::against).named("DE against"), base.reopened(germany).named("DE | open")});
}
}  // namespace

TEST_CASE("the table of a comparison has a row for each scenario, in their order") {
  auto const t = io::to_table(three());
  REQUIRE(t.rows().size() == 3);
  // 7 members more than the 15 that are needed; 70.81 - 65.01 = 5.80 points of the printed table.
  CHECK(t.rows()[0] == std::vector<std::string>{"mandate", "adopted", "22", "70.81 %", "7 members to spare, 5.80 points to spare", "4", "",
                                                "1 member, 3 ways: DE | FR | ES", ""});
  CHECK(t.rows()[1] == std::vector<std::string>{"DE against", "not adopted", "21", "52.32 %", "6 members to spare, 12.69 points short", "4",
                                                "1 member, 2 ways: DE | IT", "", "DE: in favour to against"});
  CHECK(t.rows()[2] == std::vector<std::string>{"DE | open", "open", "21 to 22", "52.32 % to 70.81 %",
                                                "at worst 6 members to spare, 12.69 points short; at best 7 members to spare, 5.80 points to spare", "4",
                                                "1 member, 1 way: DE", "1 member, 1 way: DE", "DE: in favour to open"});
}

TEST_CASE("the summary fits a terminal of 80 columns, and turned it has the scenarios side by side") {
  CHECK(to_text(io::summary_table(three())) ==
        "scenario    verdict      in favour          population\n"
        "----------  -----------  ---------  ------------------\n"
        "mandate     adopted             22             70.81 %\n"
        "DE against  not adopted         21             52.32 %\n"
        "DE | open   open          21 to 22  52.32 % to 70.81 %\n");
  auto const turned = io::transposed(io::summary_table(three()));
  CHECK(turned.header() == std::vector<std::string>{"scenario", "mandate", "DE against", "DE | open"});
  CHECK(turned.rows()[0] == std::vector<std::string>{"verdict", "adopted", "not adopted", "open"});
}

TEST_CASE("a comparison of nothing is a table without rows") {
  CHECK(io::to_table(simulate::compare({})).rows().empty());
  CHECK(to_csv(io::summary_table(simulate::compare({}))) == "scenario,verdict,in favour,population\n");
}
