// SPDX-License-Identifier: BSL-1.0
// Does it matter in which order the records and relations of a dossier were added? It must not.
#include "properties/dice.hpp"
#include "support/catch.hpp"

#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/dossier/follow.hpp>
#include <codecision/dossier/interim_derogation.hpp>
#include <codecision/dossier/lineage.hpp>

#include <algorithm>
#include <initializer_list>
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

/// The records in order of time, each with the day from which on it was known.
std::vector<std::string> in_order_of_time(cod::dossier const& d) {
  std::vector<std::string> all;
  for (auto const v : d.records()) all.push_back(d.graph()[v].id + " known on " + cod::to_string(d.visible_from(v)));
  return all;
}

/// What every record goes back to, step by step, and what changed; the relations of one record stand in the order in which they
/// were added, so here in that of the alphabet.
std::vector<std::string> lineages(cod::dossier const& d) {
  std::vector<std::string> all;
  for (auto const v : d.records()) {
    auto const steps = cod::lineage(d, v).steps;
    std::vector<std::string> of_one;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      auto text = d.graph()[v].id + ": " + d.graph()[steps[i].later].id + " " + std::string{cod::name(steps[i].type)} + " " + d.graph()[steps[i].earlier].id;
      for (auto const& c : steps[i].changes) text += "; " + c.name + " " + c.before.value_or("nothing") + " to " + c.after.value_or("nothing");
      of_one.push_back(std::move(text));
      if (i + 1 < steps.size() && steps[i + 1].later == steps[i].later) continue;
      std::sort(of_one.begin(), of_one.end());
      all.insert(all.end(), of_one.begin(), of_one.end());
      of_one.clear();
    }
  }
  return all;
}

/// All stances of all members that the dossier knows, in their order, each with the text that it is about, who says so and since when;
/// and where each member stands in the end.
std::vector<std::string> stances(cod::dossier const& d) {
  std::vector<std::string> all;
  auto const said = [&](cod::held_stance const& held) {
    return std::string{cod::code(held.member)} + " " + std::string{cod::name(held.stance)} + ", " + std::string{cod::name(held.basis)} + " by " +
           d.graph()[held.record].id + ", on " + (held.text ? d.graph()[*held.text].id : "nothing") + ", since " + cod::to_string(held.since) +
           ", known on " + cod::to_string(held.known_on);
  };
  for (auto const m : cod::council_on("2025-07-01"_date).members()) {
    for (auto const& held : cod::stances_of(d, m)) all.push_back(said(held));
    if (auto const now = cod::stance_of(d, m, cod::open_end())) all.push_back("in the end " + said(*now));
  }
  return all;
}

void add_lines(cod::explanation const& e, std::vector<std::string>& lines) {
  lines.push_back(e.text);
  for (auto const& below : e.details) add_lines(below, lines);
}
/// The course of a file through the procedure, in words.
std::vector<std::string> course_of(cod::dossier const& d) {
  auto const c = cod::follow(d);
  std::vector<std::string> lines;
  for (auto const& i : c.items) lines.push_back(i.id + " " + cod::to_string(i.day) + " " + std::string{cod::name(i.fit)});
  add_lines(cod::explain(c), lines);
  return lines;
}

/// A file that never was: a proposal, texts that build on each other, meetings that discuss them, and snapshots of positions on them.
/// Some days are the same, of some only the month is known, some things became known later, and some snapshots take the place of others.
cod::dossier invented(cod::test::dice& dice) {
  cod::dossier d{"2024/0001(COD)", "an invented file"};
  auto month = 1;
  auto day = "2024-01-15"_date;
  auto const next_when = [&]() -> cod::when {
    if (month < 12 && dice.number(0, 2) == 0) day = cod::make_date(2024, ++month, dice.roll(1, 28));
    return dice.coin() ? cod::month_of(2024, month) : cod::when{day};
  };
  auto const known = [&] {
    cod::details about;
    if (dice.number(0, 3) == 0) about.known_on = cod::make_date(2025, 1, dice.roll(1, 28));
    for (auto const* name : {"detection_orders", "review_clause"})
      if (dice.coin()) about.attributes.push_back({name, dice.coin() ? std::string{"present"} : std::string{"absent"}});
    about.sources.push_back({"https://example.org"});
    return about;
  };
  std::vector<std::size_t> texts{d.add(cod::proposal{"COM(2024) 1", day}, cod::source{"https://example.org"}, "proposal")};
  std::vector<std::size_t> snapshots;
  for (int i = 1; i <= 12; ++i) {
    auto const w = next_when();
    auto const number = std::to_string(dice.roll(100, 999)) + "-" + std::to_string(i);  // the order of the ids is not that of time
    if (auto const what = dice.roll(1, 4); what <= 2) {
      auto const text = d.add(cod::compromise_text{number, w}, known(), "text-" + number).vertex;
      for (auto const earlier : texts)
        if (dice.number(0, 2) == 0) d.relate(text, dice.coin() ? cod::relation_type::builds_on : cod::relation_type::reverses, earlier);
      texts.push_back(text);
    } else if (what == 3) {
      auto const meeting = d.add(cod::working_party_meeting{"LEWP", w}, known(), "meeting-" + number).vertex;
      d.relate(meeting, cod::relation_type::discusses, texts[static_cast<std::size_t>(dice.below(static_cast<int>(texts.size())))]);
    } else {
      std::vector<cod::member_stance> entries;
      for (auto const m : cod::council_on("2024-07-01"_date).members())
        if (dice.number(0, 3) != 0) entries.push_back({.member = m, .stance = static_cast<cod::stance>(dice.roll(0, 7))});
      auto const snapshot = d.add(cod::position_snapshot{w, std::move(entries), dice.number(0, 5) == 0}, known(), "positions-" + number).vertex;
      std::set<std::size_t> about;
      for (int n = dice.roll(1, 2); n > 0; --n) about.insert(texts[static_cast<std::size_t>(dice.below(static_cast<int>(texts.size())))]);
      for (auto const text : about) d.relate(snapshot, cod::relation_type::position_on, text);
      if (!snapshots.empty() && dice.coin()) d.relate(snapshot, cod::relation_type::supersedes, snapshots.back());
      snapshots.push_back(snapshot);
    }
  }
  return d;
}

void check_same(cod::dossier const& one, cod::dossier const& other, std::initializer_list<cod::date> days) {
  CHECK(replayed(other) == replayed(one));
  CHECK(records_and_relations(other) == records_and_relations(one));
  CHECK(in_order_of_time(other) == in_order_of_time(one));
  CHECK(lineages(other) == lineages(one));
  CHECK(stances(other) == stances(one));
  for (auto const day : days) {
    INFO(cod::to_string(day));
    CHECK(records_and_relations(other.as_of(day)) == records_and_relations(one.as_of(day)));
    CHECK(in_order_of_time(other.as_of(day)) == in_order_of_time(one.as_of(day)));
  }
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

TEST_CASE("so are its order of time, its lineages, the stances that it knows and what was known on a day; no record or relation is lost",
          "[dossier][properties]") {
  auto const csa = cod::csa_regulation();
  for (unsigned seed = 11; seed <= 13; ++seed) {
    INFO("shuffled with " << seed);
    check_same(csa, shuffled(csa, seed), {"2023-01-01"_date, "2025-09-30"_date, "2025-11-24"_date, "2025-11-26"_date});
  }
}

TEST_CASE("the interim derogation, shuffled, takes the same course through the procedure", "[dossier][properties]") {
  auto const interim = cod::interim_derogation();
  auto const course = course_of(interim);
  REQUIRE(course.size() > 20);
  for (unsigned seed = 21; seed <= 24; ++seed) {
    INFO("shuffled with " << seed);
    auto const other = shuffled(interim, seed);
    CHECK(course_of(other) == course);
    check_same(interim, other, {"2025-12-31"_date, "2026-03-26"_date, "2026-07-01"_date});
  }
}

TEST_CASE("invented dossiers, shuffled, say the same", "[dossier][properties]") {
  cod::test::dice dice{2024};
  std::size_t snapshots = 0, steps = 0;
  for (unsigned round = 0; round < 60; ++round) {
    auto const d = invented(dice);
    INFO("round " << round);
    snapshots += replayed(d).size();
    steps += lineages(d).size();
    for (unsigned seed = 1; seed <= 2; ++seed) check_same(d, shuffled(d, 100 * round + seed), {"2024-05-31"_date, "2024-12-31"_date, "2025-12-31"_date});
  }
  CHECK(snapshots > 100);
  CHECK(steps > 500);
}
