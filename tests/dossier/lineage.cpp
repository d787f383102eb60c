// SPDX-License-Identifier: BSL-1.0
// Which text builds on which: the lineage against the timeline, read here by another reader.
#include "support/catch.hpp"

#include <codecision/dossier/csa_regulation.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace cod = codecision;
using nlohmann::json;
using cod::relation_type;

namespace {

cod::dossier const& csa() {
  static cod::dossier const dossier = cod::csa_regulation();
  return dossier;
}

std::string id(std::size_t v) { return csa().record_of(v).id; }

using step = std::tuple<std::string, std::string, std::string>;

// The steps back from a text, walked over the timeline itself.
std::set<step> steps_in_timeline(std::string const& start) {
  static std::set<std::string> const descent{"builds_on", "reverses", "replaces_approach_of", "makes_permanent",
                                             "amends",    "adopts",   "derogates_from",       "intended_to_replace",
                                             "supersedes"};
  std::ifstream file{std::string{CODECISION_SOURCE_DIR} + "/docs/data/csa/timeline.json"};
  auto const timeline = json::parse(file);
  std::map<std::string, json> rows;
  for (auto const& row : timeline) rows[row.at("id")] = row;
  std::set<step> steps;
  std::vector<std::string> open{start};
  std::set<std::string> seen{start};
  while (!open.empty()) {
    auto const from = open.back();
    open.pop_back();
    for (auto const& r : rows.at(from).at("relations")) {
      std::string const type = r.at("type"), to = r.at("target");
      if (!descent.count(type) || !rows.count(to)) continue;
      steps.insert({from, type, to});
      if (seen.insert(to).second) open.push_back(to);
    }
  }
  return steps;
}

std::set<step> steps_of(cod::text_lineage const& l) {
  std::set<step> steps;
  for (auto const& s : l.steps) steps.insert({id(s.later), std::string{name(s.type)}, id(s.earlier)});
  return steps;
}

cod::attribute_change const* change_of(std::vector<cod::attribute_change> const& changes,
                                       std::string const& attribute) {
  for (auto const& c : changes)
    if (c.name == attribute) return &c;
  return nullptr;
}

}  // namespace

TEST_CASE("the lineage of 14092/25 is the one of the timeline, and it reaches back to the first Swedish text") {
  auto const l = cod::lineage(csa(), "14092/25");
  CHECK(id(l.subject) == "EV-20251106-ST14092");
  auto const steps = steps_of(l);
  CHECK(steps == steps_in_timeline("EV-20251106-ST14092"));
  CHECK(steps.size() == l.steps.size());
  CHECK(steps.count({"EV-20251106-ST14092", "builds_on", "EV-20251030-DK-PAPER"}) == 1);
  CHECK(steps.count({"EV-20251030-DK-PAPER", "reverses", "EV-20250724-ST11596"}) == 1);
  CHECK(steps.count({"EV-20230309-SE-TEXT", "builds_on", "EV-20221124-CZ-PROGRESS"}) == 1);
}

TEST_CASE("the lineage of every text agrees with the timeline, and its newest step comes first") {
  for (std::size_t v = 0; v < csa().size(); ++v) {
    if (csa().graph()[v].kind() != cod::kind::compromise_text) continue;
    auto const l = cod::lineage(csa(), v);
    INFO(id(v));
    CHECK(steps_of(l) == steps_in_timeline(id(v)));
    for (std::size_t i = 1; i < l.steps.size(); ++i)
      CHECK(csa().visible_from(l.steps[i].later) <= csa().visible_from(l.steps[i - 1].later));
  }
}

TEST_CASE("the discussion paper of 30 October 2025 drops the detection orders of 11596/25") {
  auto const changes = cod::changes_between(csa(), csa().at("EV-20250724-ST11596"), csa().at("EV-20251030-DK-PAPER"));
  auto const* orders = change_of(changes, "detection_orders");
  REQUIRE(orders != nullptr);
  CHECK(orders->before == "present");
  CHECK(orders->after == "absent (Arts 7-11 deleted)");
  auto const* review = change_of(changes, "review_clause");
  REQUIRE(review != nullptr);
  CHECK_FALSE(review->before);
  CHECK(review->after == "true");
}

TEST_CASE(
    "the Polish text and the Danish text both make voluntary detection permanent: that attribute does not change") {
  auto const changes = cod::changes_between(csa(), csa().at("EV-202501-PL-TEXT"), csa().at("EV-20251106-ST14092"));
  CHECK(change_of(changes, "detection") == nullptr);
  CHECK(change_of(changes, "detection_orders") == nullptr);
  CHECK(change_of(changes, "age_verification")->before == "for high-risk services");
}

TEST_CASE("where two texts of the file meet: in the nearest text that both go back to") {
  auto const ids = [](std::vector<std::size_t> const& found) {
    std::set<std::string> names;
    for (auto const v : found) names.insert(id(v));
    return names;
  };
  using set = std::set<std::string>;
  // The Danish text of July 2025 reverses the Polish text, so it goes back to it.
  CHECK(ids(cod::nearest_common_ancestors(csa(), "EV-20250701-DK-TEXT1", "EV-202505-PL-TEXT3")) ==
        set{"EV-202505-PL-TEXT3"});
  CHECK(ids(cod::nearest_common_ancestors(csa(), "14092/25", "EV-202411-HU-TEXT2")) == set{"EV-202411-HU-TEXT2"});
  // The two proposals to extend the interim regulation meet in the regulation that they amend.
  CHECK(ids(cod::nearest_common_ancestors(csa(), "COM(2023) 777", "COM(2025) 797")) == set{"EV-20210714-REG1232"});
  // Two Hungarian papers: the one builds on the other.
  CHECK(ids(cod::nearest_common_ancestors(csa(), "12406/24", "EV-20240904-HU-PAPER")) == set{"EV-20240904-HU-PAPER"});
  // The Spanish note and a text of the Council's file on the interim regulation have nothing in common.
  CHECK(ids(cod::nearest_common_ancestors(csa(), "EV-20231010-ES-NOTE", "EV-20200910-INTERIM-PROP")).empty());
}

TEST_CASE("nearest common ancestors in a small dossier: two branches, one of them merged again") {
  cod::dossier d{"x"};
  auto const add = [&](char const* name) {
    return d.add(cod::compromise_text{name, cod::month_of(2025, 1)}, cod::details{}, name);
  };
  auto const root = add("root"), left = add("left"), right = add("right"), far_left = add("far left"),
             both = add("both");
  d.relate(left, cod::builds_on, root);
  d.relate(right, cod::builds_on, root);
  d.relate(far_left, cod::builds_on, left);
  d.relate(both, cod::builds_on, left);
  d.relate(both, cod::builds_on, right);
  using list = std::vector<std::size_t>;
  CHECK(cod::nearest_common_ancestors(d, far_left, right) == list{root});
  CHECK(cod::nearest_common_ancestors(d, far_left, both) == list{left});
  CHECK(cod::nearest_common_ancestors(d, right, both) == list{right});
  CHECK(cod::nearest_common_ancestors(d, both, both) == list{both});
}

TEST_CASE("COD-G504: a document that is not in the dossier") {
  try {
    (void)cod::lineage(csa(), "99999/25");
    FAIL("there is no such document");
  } catch (cod::error const& e) {
    CHECK(e.code() == cod::error_code::unknown_record);
    CHECK_THAT(e.message(), cod::test::contains("99999/25"));
  }
}
