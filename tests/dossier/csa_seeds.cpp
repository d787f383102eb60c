// SPDX-License-Identifier: BSL-1.0
// Every statement of the two Dutch documents is carried by something of its sort; the list of statements is not the
// dossier's.
#include "support/catch.hpp"

#include <codecision/dossier/csa_regulation.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace cod = codecision;
using nlohmann::json;
using cod::kind;

namespace {

std::string file(std::string const& name) {
  std::ifstream stream{std::string{CODECISION_SOURCE_DIR} + "/" + name};
  REQUIRE(stream);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

json statements() { return json::parse(file("docs/data/csa/seed_map.json")); }

cod::dossier const& csa() {
  static cod::dossier const dossier = cod::csa_regulation();
  return dossier;
}

struct carrier {
  std::string sort;    // "relation", "attribute", or the kind of a record
  std::size_t record;  // the record itself, or the one that has the relation or the attribute
};

using carriers = std::map<std::string, std::vector<carrier>>;

carriers all_carriers() {
  carriers found;
  for (std::size_t v = 0; v < csa().size(); ++v) {
    auto const& r = csa().graph()[v];
    for (auto const& s : r.carries) found[s].push_back({std::string{name(r.kind())}, v});
    for (auto const& a : r.attributes)
      for (auto const& s : a.carries) found[s].push_back({"attribute", v});
    for (auto const& e : r.external)
      for (auto const& s : e.carries) found[s].push_back({"relation", v});
    csa().each_from(v, [&](cod::relation const& e, std::size_t) {
      for (auto const& s : e.carries) found[s].push_back({"relation", v});
    });
  }
  return found;
}

bool may_carry(std::string const& element, std::string const& sort) {
  static std::set<std::string> const not_events{"relation", "attribute", "provision",        "condition",
                                                "claim",    "position",  "position_snapshot"};
  if (element == "rule") return sort == "provision" || sort == "attribute";
  if (element == "relation") return sort == "relation" || sort == "attribute";
  if (element == "entity") return sort == "attribute" || !not_events.count(sort);
  if (element == "event") return !not_events.count(sort);
  return sort == element;  // condition, claim, position
}

// In which document is it said? Along said_in.
bool is_said_in(std::size_t v, std::string const& document) {
  auto const said = csa().related(v, cod::relation_type::said_in);
  return std::find(said.begin(), said.end(), csa().at(document)) != said.end();
}

}  // namespace

TEST_CASE("there are 143 statements: rules, events, relations, positions, conditions, claims, entities") {
  std::map<std::string, int> elements;
  for (auto const& s : statements()) ++elements[s.at("element")];
  CHECK(statements().size() == 143);
  CHECK(elements == std::map<std::string, int>{{"rule", 33},
                                               {"event", 29},
                                               {"relation", 24},
                                               {"position", 19},
                                               {"condition", 17},
                                               {"claim", 16},
                                               {"entity", 5}});
}

TEST_CASE("every statement is carried by a record, a relation or an attribute of its sort") {
  auto const found = all_carriers();
  for (auto const& s : statements()) {
    auto const id = s.at("id").get<std::string>();
    INFO(id + ": " + s.at("summary").get<std::string>());
    REQUIRE(found.count(id) == 1);
    auto const& by = found.at(id);
    auto const element = s.at("element").get<std::string>();
    CHECK(std::any_of(by.begin(), by.end(), [&](carrier const& c) { return may_carry(element, c.sort); }));
    // A relation that is carried by an attribute names a third party (on behalf of, requested by); all else is of its
    // own sort.
    for (auto const& c : by) {
      INFO(csa().graph()[c.record].id + " " + c.sort);
      CHECK(may_carry(element, c.sort));
    }
  }
}

TEST_CASE("nothing carries a statement that is not on the list") {
  std::set<std::string> known;
  for (auto const& s : statements()) known.insert(s.at("id"));
  for (auto const& [id, by] : all_carriers()) {
    INFO(id);
    CHECK(known.count(id) == 1);
  }
}

TEST_CASE("a claim belongs to its speaker and is said in the speaker's document") {
  auto const found = all_carriers();
  int claims = 0;
  for (auto const& s : statements()) {
    if (s.at("element") != "claim") continue;
    ++claims;
    for (auto const& c : found.at(s.at("id"))) {
      auto const* claim = csa().graph()[c.record].as<cod::claim>();
      INFO(s.at("id").get<std::string>());
      REQUIRE(claim != nullptr);
      CHECK_FALSE(claim->speaker.empty());
      CHECK(is_said_in(c.record, s.at("speaker")));
    }
  }
  CHECK(claims == 16);
}

TEST_CASE("a question is a claim in the form of a question: it holds nothing as true") {
  auto const found = all_carriers();
  for (auto const& s : statements()) {
    if (s.at("element") != "claim" || s.at("subtype").get<std::string>().rfind("question", 0) != 0) continue;
    for (auto const& c : found.at(s.at("id"))) {
      INFO(s.at("id").get<std::string>());
      CHECK(csa().graph()[c.record].as<cod::claim>()->form == cod::claim_form::question);
    }
  }
}

TEST_CASE("rules, conditions and positions of the documents say in which of them they stand") {
  auto const found = all_carriers();
  for (auto const& s : statements())
    for (auto const& c : found.at(s.at("id"))) {
      auto const& r = csa().graph()[c.record];
      bool const is_content = c.sort == "provision" || c.sort == "condition" || c.sort == "position";
      if (!is_content) continue;
      INFO(s.at("id").get<std::string>() + " " + r.id);
      CHECK(is_said_in(c.record, s.at("speaker")));
    }
}

TEST_CASE("only a stance on a text counts as one: the announced abstention and the negotiating framework") {
  std::vector<std::string> with_stance;
  for (std::size_t v = 0; v < csa().size(); ++v)
    if (auto const* p = csa().graph()[v].as<cod::position>();
        p && csa().graph()[v].confidence == cod::confidence::seed && is_known(p->stance))
      with_stance.push_back(csa().graph()[v].id);
  CHECK(with_stance == std::vector<std::string>{"SEED-A6.7", "SEED-B3.9"});
}

TEST_CASE("the page on the statements has one row for each") {
  auto const page = file("docs/dossiers/csa-seeds.md");
  for (auto const& s : statements()) {
    auto const row = "\n| " + s.at("id").get<std::string>() + " | ";
    INFO(row);
    auto const first = page.find(row);
    REQUIRE(first != std::string::npos);
    CHECK(page.find(row, first + 1) == std::string::npos);
  }
}
