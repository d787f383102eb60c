// SPDX-License-Identifier: BSL-1.0
// Do bars show what is met and what is missed, however narrowly, and do they fit into their columns?
#include <codecision/codecision.hpp>
#include <codecision/io/bar_chart.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

namespace cod = codecision;
namespace test = codecision::test;
using namespace codecision::literals;

namespace {

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The lines that are bars.
std::vector<std::string> bars_of(std::string const& chart) {
  std::vector<std::string> bars;
  for (auto const& line : lines_of(chart))
    if (line.find('|') != std::string::npos && line.starts_with("  ")) bars.push_back(line);
  return bars;
}

bool reaches_mark(std::string const& bar, char const* tones) {
  auto const mark = bar.find('|');
  return bar.substr(2, mark - 2).find_first_not_of(tones) == std::string::npos;
}

/// Five members; `first` people of 1 000 000 live in those that vote in favour.
cod::outcome vote_with(std::int64_t first) {
  cod::electorate const toy{{"DE"_ms, first}, {"FR"_ms, 1'000'000 - first}};
  static constexpr cod::criterion people{.what = cod::counted::population, .share = {65, 100}};
  return cod::evaluate(cod::rule{"65 % of the population", {people}},
                       cod::ballot{toy}.in_favour("DE"_ms).against("FR"_ms));
}

constexpr auto tallinn = "CZ NL PL SK"_members;
constexpr auto italy = "IT"_members;

}  // namespace

TEST_CASE("a bar reaches its mark exactly when there is enough, for every number of every whole up to 40") {
  for (std::size_t const cells : {2u, 3u, 10u, 37u, 77u, 197u})
    for (std::int64_t whole = 1; whole <= 40; ++whole)
      for (std::int64_t need = 1; need <= whole + 1; ++need)
        for (std::int64_t have = 0; have <= whole; ++have) {
          auto const b = cod::detail::bar_of(have, have, need, whole, cells);
          REQUIRE((b.least >= b.mark) == (have >= need));
          REQUIRE(b.mark >= 1);
          REQUIRE(b.mark <= cells);
          REQUIRE(b.least <= cells);
          if (have == 0) REQUIRE(b.least == 0);
          if (have == whole && have >= need) REQUIRE(b.least == cells);
          if (have < whole) REQUIRE(b.least < cells);
        }
}

TEST_CASE("more members in favour never make a bar shorter") {
  for (std::int64_t need = 1; need <= 27; ++need)
    for (std::int64_t have = 0; have < 27; ++have)
      REQUIRE(cod::detail::bar_of(have, have + 1, need, 27, 37).least <=
              cod::detail::bar_of(have, have + 1, need, 27, 37).most);
}

TEST_CASE("a bar lies within a cell of the exact share, but for the cell that shows the verdict") {
  for (std::int64_t have = 0; have <= 1000; ++have) {
    auto const b = cod::detail::bar_of(have, have, 650, 1000, 77);
    auto const exact = static_cast<double>(have) * 77 / 1000;
    REQUIRE(std::max(static_cast<double>(b.least), exact) - std::min(static_cast<double>(b.least), exact) <= 1.01);
  }
}

TEST_CASE("64.999 % does not reach the mark of 65 %, and 65 % does") {
  for (std::size_t width = 40; width <= 200; ++width) {
    auto const missed = cod::io::bar_chart(vote_with(649'990), {.width = width});
    auto const by_a_hair = cod::io::bar_chart(vote_with(649'999), {.width = width});
    auto const met = cod::io::bar_chart(vote_with(650'000), {.width = width});
    REQUIRE_FALSE(reaches_mark(bars_of(missed).at(0), "#"));
    REQUIRE_FALSE(reaches_mark(bars_of(by_a_hair).at(0), "#"));
    REQUIRE(reaches_mark(bars_of(met).at(0), "#"));
  }
  CHECK_THAT(cod::io::bar_chart(vote_with(649'990)),
             test::starts_with("population in favour: 64.999 %, 65 % needed: not met\n"));
  CHECK_THAT(cod::io::bar_chart(vote_with(649'999)),
             test::starts_with("population in favour: 64.9999 %, 65 % needed: not met\n"));
  CHECK_THAT(cod::io::bar_chart(vote_with(650'000)),
             test::starts_with("population in favour: 65.00 %, 65 % needed: met\n"));
}

TEST_CASE("the vote of 26 November 2025 in forty columns") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const votes = cod::ballot{council}.against(tallinn).abstaining(italy).others(cod::vote::in_favour);
  // 22 of 27 are 30.1 of 37 cells and 15 are 20.6; 70.81 of 100.01 are 26.2 of 37, and 65.01 are 24.05.
  CHECK(cod::io::bar_chart(cod::evaluate(cod::rules::qualified_majority(), votes), {.width = 40}) ==
        "members in favour: 22, 15 of 27 needed:\n"
        "    met\n"
        "  #####################|#########.......\n"
        "population in favour: 70.81 %, 65 %\n"
        "    needed: met\n"
        "  ########################|##...........\n");
}

TEST_CASE("a majority that is deemed attained is shown with the population missed, and says so") {
  auto const votes = cod::ballot{cod::council_of_year(2020)}.against("DE FR IT"_members).others(cod::vote::in_favour);
  auto const chart = cod::io::bar_chart(cod::evaluate(cod::rules::qualified_majority(), votes));
  CHECK_THAT(chart, test::contains("population in favour: 52.84 %, 65 % needed: not met\n"));
  CHECK_THAT(chart, test::contains("deemed attained: 3 members stand against it, 4 are needed to block\n"));
}

TEST_CASE("open votes stand in a second tone between the least and the most") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const open = cod::open_ballot{council}.against(tallinn).unknown("DE IT"_members).others(cod::vote::in_favour);
  auto const a = cod::assess(cod::rules::qualified_majority(), open);
  auto const bars = bars_of(cod::io::bar_chart(a));
  REQUIRE(bars.size() == 2);
  CHECK(reaches_mark(bars[0], "#"));        // 21 of 27 are enough
  CHECK_FALSE(reaches_mark(bars[1], "#"));  // 52.32 % are not
  CHECK(reaches_mark(bars[1], "#="));       // 83.91 % would be
  CHECK_THAT(cod::io::bar_chart(a), test::contains("members in favour: 21 to 23, 15 of 27 needed: met"));
  CHECK_THAT(cod::io::bar_chart(a), test::contains(" needed: open\n"));
  CHECK_THAT(cod::io::bar_chart(a), test::contains("# reached, = if all open members are in favour, | needed\n"));
}

TEST_CASE("weighted votes, unanimity and simple majority have their bars") {
  auto const then = cod::council_on("2014-06-01"_date);
  auto const votes = cod::ballot{then}.against("DE FR UK EE"_members).others(cod::vote::in_favour);
  auto const weighted =
      cod::evaluate(cod::rules::weighted(cod::regime_on("2014-06-01"_date), cod::proposer::commission), votes);
  CHECK_THAT(cod::io::bar_chart(weighted), test::contains("weighted votes in favour: 261, 260 of 352 needed: met\n"));
  CHECK(bars_of(cod::io::bar_chart(weighted)).size() == 2);  // nobody asked for the 62 % check
  auto const one_against = cod::ballot{cod::council_of_year(2024)}.against("HU"_ms).others(cod::vote::in_favour);
  CHECK_THAT(cod::io::bar_chart(cod::evaluate(cod::rules::unanimity(), one_against)),
             test::contains("members not against: 26, 27 of 27 needed: not met\n"));
  CHECK_THAT(cod::io::bar_chart(cod::evaluate(cod::rules::simple_majority(), one_against)),
             test::contains("members in favour: 26, 14 of 27 needed: met\n"));
}

TEST_CASE("no line is wider than it may be, with or without colours") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const a = cod::assess(cod::rules::qualified_majority(),
                             cod::open_ballot{council}.against(tallinn).in_favour("FR ES"_members));
  std::vector<cod::io::bar> const power{
      {"T\xC3\xBCrkiye", 2, "0.2 \xE2\x82\xAC"},
      {"Germany, the member with the longest name of all that were ever written", 3, "0.3"},
      {"nobody", 0, "0"}};
  for (std::size_t width = 40; width <= 200; ++width)
    for (bool const colour : {false, true}) {
      cod::io::chart_style const style{width, colour};
      for (auto text : {cod::io::bar_chart(a, style), cod::io::bar_chart(power, style)}) {
        if (colour)
          REQUIRE(text.find("\x1b[") != std::string::npos);
        else
          REQUIRE(text.find('\x1b') == std::string::npos);
        for (auto at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b'))
          text.erase(at, text.find('m', at) - at + 1);
        for (auto const& line : lines_of(text)) REQUIRE(cod::detail::character_count(line) <= width);
        REQUIRE(cod::detail::is_utf8(text));
      }
    }
  CHECK(cod::io::bar_chart(a, {.width = 1}) == cod::io::bar_chart(a, {.width = 40}));
  CHECK(cod::io::bar_chart(a, {.width = 5000}) == cod::io::bar_chart(a, {.width = 200}));
}

TEST_CASE("bars of power are sorted, the longest fills its columns, and equal ones keep their order") {
  CHECK(cod::io::bar_chart({{"LU", 0.001, "0.1 %"},
                            {"DE", 10.5, "10.5 %"},
                            {"T\xC3\xBCrkiye", 5.25, "5.25 %"},
                            {"MT", 0, "0 %"},
                            {"XX", 5.25, "x"}},
                           {.width = 40}) ==
        "DE      ######################### 10.5 %\n"
        "T\xC3\xBCrkiye #############             5.25 %\n"
        "XX      #############                  x\n"
        "LU      #                          0.1 %\n"
        "MT                                   0 %\n");
  CHECK(cod::io::bar_chart(std::vector<cod::io::bar>{}).empty());
}

TEST_CASE("with 13 of 27 present the chart says that the Council cannot vote: 14 are needed (Rules of Procedure, Article 11(4))") {
  auto const council = cod::council_of_year(2024);
  auto const present = "BE BG CZ DK DE EE IE EL ES FR HR IT CY"_members;
  auto const chart = [&](cod::member_set in_favour) {
    return cod::io::bar_chart(cod::evaluate(cod::rules::qualified_majority(), cod::ballot{council}.in_favour(in_favour).others(cod::vote::absent)));
  };
  CHECK_THAT(chart(present), test::contains("the Council cannot vote: 13 present, 14 needed"));
  CHECK(chart(present | "LV"_members).find("cannot vote") == std::string::npos);
}
