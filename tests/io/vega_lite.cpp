// SPDX-License-Identifier: BSL-1.0
// Do the charts for other programs carry the numbers of the outcome, as JSON that another parser reads?
#include <codecision/codecision.hpp>
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/io/file.hpp>
#include <codecision/io/vega_lite.hpp>
#include <codecision/io/vega_lite_replay.hpp>

#include "io/temporary_folder.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace cod = codecision;
namespace test = codecision::test;
using namespace codecision::literals;
using nlohmann::json;

namespace {

constexpr auto against = "CZ NL PL SK"_members;
constexpr auto italy = "IT"_ms;

cod::outcome vote_of_november() {
  auto const votes =
      cod::ballot{cod::council_on("2025-11-26"_date)}.against(against).abstaining(italy).others(cod::vote::in_favour);
  return cod::evaluate(cod::rules::qualified_majority(), votes);
}

}  // namespace

TEST_CASE("the chart of a vote has a bar and a tick for each criterion, with the numbers of the outcome") {
  auto const o = vote_of_november();
  auto const chart = json::parse(cod::io::vega_lite(o));
  CHECK(chart["$schema"] == "https://vega.github.io/schema/vega-lite/v5.json");
  CHECK(chart["title"]["text"] == "adopted");
  CHECK(chart["title"]["subtitle"] == "qualified majority, 2025-11-26");
  auto const& rows = chart["data"]["values"];
  REQUIRE(rows.size() == 2);
  // By hand: 22 of 27 members, 15 needed; 7081 of 10001 hundredths, 65 % of 10001 are 6500.65, so 6501.
  CHECK(rows[0]["criterion"] == "members in favour");
  CHECK(rows[0]["have"] == 22);
  CHECK(rows[0]["need"] == 15);
  CHECK(rows[0]["whole"] == 27);
  CHECK(rows[0]["share"].get<double>() == test::approx(100.0 * 22 / 27));
  CHECK(rows[0]["share_needed"].get<double>() == test::approx(100.0 * 15 / 27));
  CHECK(rows[1]["have"] == 7081);
  CHECK(rows[1]["need"] == 6501);
  CHECK(rows[1]["whole"] == 10001);
  CHECK(rows[1]["reached"] == "70.81 %");
  CHECK(rows[1]["needed"] == "65 % needed");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i]["have"] == o.criteria()[i].have);
    CHECK(rows[i]["have"] == rows[i]["have_at_most"]);
    CHECK(rows[i]["state"] == "met");
  }
  CHECK(chart["layer"].size() == 3);
}

TEST_CASE("the chart of an open vote has both extremes of its assessment") {
  auto const open = cod::open_ballot{cod::council_on("2025-11-26"_date)}
                        .against(against)
                        .unknown("DE IT"_members)
                        .others(cod::vote::in_favour);
  auto const a = cod::assess(cod::rules::qualified_majority(), open);
  auto const chart = json::parse(cod::io::vega_lite(a));
  CHECK(chart["title"]["text"] == "open");
  for (std::size_t i = 0; i < 2; ++i) {
    auto const& row = chart["data"]["values"][i];
    CHECK(row["have"] == a.least().criteria()[i].have);
    CHECK(row["have_at_most"] == a.most().criteria()[i].have);
  }
  CHECK(chart["data"]["values"][0]["state"] == "met");
  CHECK(chart["data"]["values"][1]["state"] == "open");
}

TEST_CASE("a criterion that nobody asked for is not in the chart, and a deemed majority is in its title") {
  auto const then = cod::council_on("2014-06-01"_date);
  auto const votes = cod::ballot{then}.against("DE FR UK EE"_members).others(cod::vote::in_favour);
  auto const rule = cod::rules::weighted(cod::regime_on("2014-06-01"_date), cod::proposer::commission);
  CHECK(json::parse(cod::io::vega_lite(cod::evaluate(rule, votes)))["data"]["values"].size() == 2);
  CHECK(json::parse(cod::io::vega_lite(cod::evaluate(rule, votes, cod::request::population_check)))["data"]["values"]
            .size() == 3);
  auto const three = cod::ballot{cod::council_of_year(2020)}.against("DE FR IT"_members).others(cod::vote::in_favour);
  auto const title = json::parse(cod::io::vega_lite(cod::evaluate(cod::rules::qualified_majority(), three)))["title"];
  CHECK(title["subtitle"] == "qualified majority, 2020-12-31, deemed attained");
}

TEST_CASE("the chart of a dossier has the margins of every snapshot that is counted") {
  auto const steps = cod::replay(cod::csa_regulation());
  auto const chart = json::parse(cod::io::vega_lite(steps, "CSA Regulation"));
  std::map<std::string, std::vector<json>> by_id;
  for (auto const& row : chart["data"]["values"]) by_id[row["id"]].push_back(row);
  std::size_t counted = 0;
  for (auto const& step : steps) {
    if (!step.count) {
      CHECK(by_id.count(step.id) == 0);
      continue;
    }
    ++counted;
    auto const& rows = by_id[step.id];
    auto const& least = step.count->least().criteria();
    REQUIRE(rows.size() == least.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(rows[i]["day"] == cod::to_string(step.day));
      CHECK(rows[i]["verdict"] == std::string{cod::name(step.count->verdict())});
      CHECK(rows[i]["have"].get<std::int64_t>() - rows[i]["need"].get<std::int64_t>() == least[i].margin());
      CHECK(rows[i]["margin"].get<double>() * static_cast<double>(least[i].of) ==
            test::approx(100.0 * static_cast<double>(least[i].margin())));
      CHECK(rows[i]["margin_at_most"].get<double>() >= rows[i]["margin"].get<double>());
    }
  }
  CHECK(by_id.size() == counted);
  CHECK(counted > 20);
}

TEST_CASE("power by member keeps its doubles to the last bit, and what is no number becomes null") {
  std::vector<cod::io::bar> const bars{{"DE", 0.1, "10 %"},
                                       {"FR", 1.0 / 3, "a third"},
                                       {"\"x\"\n", 1e-300, ""},
                                       {"MT", std::numeric_limits<double>::quiet_NaN(), "none"}};
  auto const chart = json::parse(cod::io::vega_lite(bars, "Banzhaf \"2025\"", "share of all swings"));
  CHECK(chart["title"] == "Banzhaf \"2025\"");
  auto const& rows = chart["data"]["values"];
  CHECK(rows[0]["value"].get<double>() == 0.1);
  CHECK(rows[1]["value"].get<double>() == 1.0 / 3);
  CHECK(rows[2]["value"].get<double>() == 1e-300);
  CHECK(rows[2]["member"] == "\"x\"\n");
  CHECK(rows[3]["value"].is_null());
}

TEST_CASE("a chart is written whole or not at all") {
  test::temporary_folder const folder;
  auto const path = folder.path() / "vote.vl.json";
  cod::io::replace_file(path, cod::io::vega_lite(vote_of_november()));
  CHECK(json::parse(cod::io::read_file(path))["data"]["values"].size() == 2);
  CHECK_THROWS_AS(cod::io::replace_file(folder.path() / "none" / "vote.vl.json", "{}"), cod::error);
}
