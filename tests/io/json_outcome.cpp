// SPDX-License-Identifier: BSL-1.0
// The answers for programs: the JSON of outcomes, open votes and flips holds the numbers of the law's own arithmetic.
#include <codecision/codecision.hpp>
#include <codecision/io/file.hpp>
#include <codecision/io/json_completions.hpp>
#include <codecision/io/json_outcome.hpp>

#include "support/catch.hpp"

#include <set>
#include <string>

namespace cod = codecision;
namespace io = codecision::io;
using namespace codecision::literals;
using nlohmann::ordered_json;

namespace {

/// A toy of ten million people: 65 % are 6 500 000, four of seven members are 55 %.
cod::electorate seven() {
  return {{"BE"_ms, 1'000'000}, {"DE"_ms, 3'000'000}, {"FR"_ms, 2'500'000}, {"IT"_ms, 2'000'000}, {"LU"_ms, 100'000}, {"NL"_ms, 900'000}, {"MT"_ms, 500'000}};
}

ordered_json criterion(ordered_json const& outcome, std::string const& what) {
  for (auto const& c : outcome["criteria"])
    if (c["what"] == what) return c;
  return {};
}

std::set<std::string> words_in_schema(char const* definition) {
  auto const schema = nlohmann::json::parse(io::read_file(std::string{CODECISION_SOURCE_DIR} + "/docs/schema/result.schema.json"));
  std::set<std::string> words;
  for (auto const& word : schema["$defs"][definition]["enum"]) words.insert(word.get<std::string>());
  return words;
}

}  // namespace

TEST_CASE("an outcome says what there is, what is needed, and by how much it is missed, in whole numbers", "[io][json]") {
  auto const j = io::as_json(cod::evaluate(cod::rules::participants_majority(), cod::ballot{seven()}.against("DE NL"_members).abstaining("MT"_members).others(cod::vote::in_favour)));
  CHECK(j["verdict"] == "not_adopted");
  CHECK(j["deemed_attained"] == false);
  auto const people = criterion(j, "population");
  CHECK(people["have"] == 5'600'000);
  CHECK(people["need"] == 6'500'000);
  CHECK(people["whole"] == 10'000'000);
  CHECK(people["margin"] == -900'000);
  CHECK(people["percent"] == "56.00 %");
  CHECK(people["share_needed"] == ordered_json::array({65, 100}));
  CHECK(criterion(j, "members")["need"] == 4);
  CHECK(criterion(j, "members")["met"] == true);
  // DE and FR together have 55 %, DE alone 30 %: k = 2, so three are needed to block.
  CHECK(j["blocking_minority"]["fewest_above_share"] == 2);
  CHECK(j["blocking_minority"]["fewest"] == 3);
  CHECK(j["blocking_minority"]["members"] == ordered_json::array({"DE", "MT", "NL"}));
  CHECK(j["blocking_minority"]["population_needed"] == 3'500'001);
  CHECK(j["blocking_minority"]["votes_needed"].is_null());
  CHECK(j["ballot"]["abstaining"] == ordered_json::array({"MT"}));
}

TEST_CASE("a member that is represented stands there with the one that casts its vote", "[io][json]") {
  auto const ballot = cod::ballot{seven()}.represented("NL"_ms, "BE"_ms).others(cod::vote::in_favour);
  auto const j = io::as_json(cod::evaluate(cod::rules::unanimity(), ballot));
  CHECK(j["ballot"]["represented"] == ordered_json::array({{{"member", "NL"}, {"by", "BE"}}}));
  CHECK(j["quorum"]["have"] == 6);
  CHECK(j["quorum"]["need"] == 4);
  CHECK(criterion(j, "members")["of"] == "not_against");
}

TEST_CASE("of an open vote stand both ends, the sets that would settle it, and the ways in which it can end", "[io][json]") {
  // Without DE and FR 45 % of the people are in favour; two opponents never block here, so either of the two suffices.
  auto const a = cod::assess(cod::rules::participants_majority(), cod::open_ballot{seven()}.against("BE"_members).undecided("DE"_members).unknown("FR"_members).others(cod::vote::in_favour));
  auto const j = io::as_json(a, 10);
  CHECK(j["verdict"] == "open");
  CHECK(j["open"] == ordered_json::array({"DE", "FR"}));
  CHECK(j["undecided"] == ordered_json::array({"DE"}));
  CHECK(j["least"]["verdict"] == "not_adopted");
  CHECK(j["most"]["verdict"] == "adopted");
  CHECK(j["securing_adoption"]["smallest"] == 1);
  CHECK(j["securing_adoption"]["count"] == 2);
  CHECK(j["securing_adoption"]["sets"][0]["members"] == ordered_json::array({"DE"}));
  CHECK(j["securing_a_block"]["smallest"] == 2);
  auto const ways = io::as_json(a.completions());
  CHECK(ways["total"] == 4);
  CHECK(ways["adopting"] == 3);
  CHECK(ways["decisive"] == ordered_json::array({{{"member", "DE"}, {"ways", 1}}, {{"member", "FR"}, {"ways", 1}}}));
}

TEST_CASE("a council without figures has none in JSON", "[io][json]") {
  auto const j = io::as_json(cod::electorate::of("BE DE FR"_members));
  CHECK(j["day"].is_null());
  CHECK(j["figures"].is_null());
  CHECK(j["size"] == 3);
}

TEST_CASE("only so many sets are listed as asked for, their number is that of all", "[io][json]") {
  auto const all = cod::evaluate(cod::rules::unanimity(), cod::ballot{seven()}.others(cod::vote::in_favour));
  auto const j = io::as_json(cod::smallest_flips(all), 2);
  CHECK(j["count"] == 7);
  CHECK(j["sets"].size() == 2);
  CHECK(j["to"] == "against");
}

TEST_CASE("the schema of results has the words of the library", "[io][json]") {
  std::set<std::string> grades, verdicts, members;
  for (auto g = 0; g <= static_cast<int>(cod::grade::given); ++g) grades.insert(std::string{cod::name(static_cast<cod::grade>(g))});
  for (auto v = 0; v < 3; ++v) verdicts.insert(std::string{io::json_word(static_cast<cod::verdict>(v))});
  for (auto m = 0; m < cod::member_state_count; ++m) members.insert(std::string{cod::code(static_cast<cod::member_state>(m))});
  CHECK(words_in_schema("grade") == grades);
  CHECK(words_in_schema("verdict") == verdicts);
  CHECK(words_in_schema("member") == members);
}
