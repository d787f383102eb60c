// SPDX-License-Identifier: BSL-1.0
// Does it matter in which order the records and relations of a dossier were added? It must not.
#include "support/catch.hpp"

#include <codecision/dossier/csa_regulation.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;

namespace {

/// The same records and relations in an order of their own.
cod::dossier shuffled(cod::dossier const& from, unsigned seed) {
  std::vector<cod::record> records;
  std::vector<cod::named_relation> relations;
  for (std::size_t v = 0; v < from.size(); ++v) {
    records.push_back(from.graph()[v]);
    from.each_from(v, [&](cod::relation const& r, std::size_t to) { relations.push_back({from.graph()[v].id, r, from.graph()[to].id}); });
  }
  std::mt19937 engine{seed};
  std::shuffle(records.begin(), records.end(), engine);
  std::shuffle(relations.begin(), relations.end(), engine);
  return cod::dossier::assemble(from.procedure(), from.title(), std::move(records), relations);
}

std::string what_is_said_of(cod::replay_step const& s) {
  auto text = s.id + " " + cod::to_string(s.day) + " on '" + s.text_title + "'";
  if (!s.count) return text + ": not counted";
  auto const p = s.count->positions();
  text += ": " + std::string{cod::name(s.count->verdict())} + "; " + cod::to_string(p.in_favour) + "; " + cod::to_string(p.against) + "; " +
          cod::to_string(p.abstaining) + "; " + cod::to_string(p.undecided);
  int listed = 0;
  for (auto const& flip : s.count->to_win()) {
    text += "; " + cod::to_string(flip.members);
    if (++listed == 5) break;  // there can be millions
  }
  return text;
}

std::vector<std::string> replayed(cod::dossier const& d) {
  std::vector<std::string> steps;
  for (auto const& s : cod::replay(d)) steps.push_back(what_is_said_of(s));
  return steps;
}

/// Each record with the relations that leave it, by name.
std::multiset<std::string> records_and_relations(cod::dossier const& d) {
  std::multiset<std::string> all;
  for (std::size_t v = 0; v < d.size(); ++v) {
    all.insert(d.graph()[v].id);
    d.each_from(v, [&](cod::relation const& r, std::size_t to) { all.insert(d.graph()[v].id + " " + std::string{cod::name(r.type)} + " " + d.graph()[to].id); });
  }
  return all;
}

}  // namespace

TEST_CASE("the replay of a shuffled dossier is the same: every snapshot with its day, its text, its sides and its verdict", "[dossier][properties]") {
  auto const csa = cod::csa_regulation();
  auto const said = replayed(csa);
  REQUIRE(said.size() == 28);
  for (unsigned seed = 1; seed <= 5; ++seed) {
    auto const other = shuffled(csa, seed);
    CHECK(other.graph()[0].id != csa.graph()[0].id);  // the order is another one
    CHECK(replayed(other) == said);
  }
}

TEST_CASE("so is what was known on a day, and no record or relation is lost", "[dossier][properties]") {
  auto const csa = cod::csa_regulation();
  for (unsigned seed = 11; seed <= 13; ++seed) {
    auto const other = shuffled(csa, seed);
    CHECK(records_and_relations(other) == records_and_relations(csa));
    for (auto const day : {"2023-01-01"_date, "2025-09-30"_date, "2025-11-24"_date, "2025-11-26"_date})
      CHECK(records_and_relations(other.as_of(day)) == records_and_relations(csa.as_of(day)));
  }
}
