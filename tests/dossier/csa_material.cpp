// SPDX-License-Identifier: BSL-1.0
// The dossier of the CSA Regulation against the material it was made from, read here by another reader.
#include "dossier/material.hpp"
#include "support/catch.hpp"


#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace cod = codecision;
using nlohmann::json;
using cod::test::csa;
using cod::test::material;
using cod::kind;
using cod::relation_type;

namespace {

cod::record const& record_of(json const& row) { return csa().record_of(csa().at(row.at("id").get<std::string>())); }

std::string text_of(json const& value) {
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  std::string list;
  for (auto const& item : value) list += (list.empty() ? "" : ", ") + item.get<std::string>();
  return list;
}

// An attribute of the material that is a field of the record: what the field says, as the material would write it.
std::string field_of(cod::record const& r, std::string const& name) {
  if (auto const* term = r.as<cod::presidency>()) {
    if (name == "country") return std::string{code(term->holder)};
    if (name == "start") return to_string(term->when);
    if (name == "end") return cod::to_string(term->until);
  }
  if (auto const* round = r.as<cod::trilogue>(); round && name == "round") return std::to_string(round->round);
  if (auto const* vote = r.as<cod::parliament_vote>(); vote && vote->counts) {
    if (name == "for") return std::to_string(vote->counts->in_favour);
    if (name == "against") return std::to_string(vote->counts->against);
    if (name == "abstain") return std::to_string(vote->counts->abstaining);
  }
  if (name == "known_on" && r.known_on) return cod::to_string(*r.known_on);
  return {};
}

bool is_bound(std::string const& name) { return name == "not_before" || name == "not_after"; }

void compare_attributes(cod::record const& r, json const& attributes, std::string const& prefix) {
  for (auto const& [key, value] : attributes.items()) {
    auto const name = prefix + key;
    if (value.is_object()) {
      compare_attributes(r, value, name + ".");
      continue;
    }
    if (is_bound(name)) continue;  // compared with the date
    INFO(r.id + " " + name);
    auto const* found = r.value_of(name);
    CHECK((found != nullptr ? cod::to_string(*found) : field_of(r, name)) == text_of(value));
  }
}

// The kind and the relation by which the material's words are known here, written down once more by hand.
std::string expected_kind(json const& row) {
  static std::map<std::string, std::string> const kinds{{"working_party", "working_party_meeting"},
                                                        {"jha_counsellors", "working_party_meeting"},
                                                        {"workshop", "working_party_meeting"},
                                                        {"compromise_text", "compromise_text"},
                                                        {"council", "council_meeting"},
                                                        {"council_informal", "council_meeting"},
                                                        {"presidency", "presidency"},
                                                        {"national_parliament", "national_document"},
                                                        {"national_letter", "national_document"},
                                                        {"motion", "national_document"},
                                                        {"national_debate", "national_document"},
                                                        {"national_answer", "national_document"},
                                                        {"national_question", "national_document"},
                                                        {"national_procedure", "national_document"},
                                                        {"internal_note", "national_document"},
                                                        {"trilogue", "trilogue"},
                                                        {"ep_plenary_vote", "parliament_vote"},
                                                        {"ep_committee_vote", "parliament_vote"},
                                                        {"opinion", "opinion"},
                                                        {"advice", "opinion"},
                                                        {"proposal", "proposal"},
                                                        {"national_position", "position"},
                                                        {"legal_act", "legal_act"},
                                                        {"council_document", "working_document"},
                                                        {"progress_report", "working_document"},
                                                        {"survey", "working_document"},
                                                        {"debate_paper", "working_document"},
                                                        {"communication", "working_document"},
                                                        {"study", "working_document"},
                                                        {"ep_draft_report", "working_document"},
                                                        {"non_paper", "working_document"},
                                                        {"council_adoption", "council_vote"},
                                                        {"ep_referral", "plenary_sitting"},
                                                        {"ep_mandate", "mandate"},
                                                        {"vote", "member_vote"},
                                                        {"ep_committee_meeting", "committee_meeting"},
                                                        {"deadline", "legal_deadline"},
                                                        {"expiry", "legal_deadline"},
                                                        {"declaration", "statement"},
                                                        {"announcement", "statement"},
                                                        {"council_position", "council_position"}};
  auto const word = row.at("kind").get<std::string>();
  if (word == "statement") return row.at("attributes").contains("vote") ? "member_vote" : "statement";
  if (word != "coreper") return kinds.at(word);
  auto const& relations = row.at("relations");
  auto const votes = [](json const& r) { return r.at("type") == "votes_on"; };
  return std::any_of(relations.begin(), relations.end(), votes) ? "coreper_tally" : "coreper_meeting";
}

bool has_relation(std::string const& from, std::string const& type, std::string const& to) {
  auto const found = csa().related(csa().at(from), *cod::find_named<relation_type>(type));
  return std::find(found.begin(), found.end(), csa().at(to)) != found.end();
}

bool is_kept(std::string const& from, std::string const& type, std::string const& to) {
  if (!csa().find(to)) {
    for (auto const& e : csa().record_of(csa().at(from)).external)
      if (e.relation == type && e.reference == to) return true;
    return false;
  }
  if (type == "under") return has_relation(from, "held_under", to);
  if (type == "executes") return has_relation(from, "carries_out", to);
  if (type == "informs") return has_relation(to, "informed_by", from);
  if (type == "accompanies") return has_relation(to, "accompanied_by", from);
  if (from == "EV-20220215-RSB2") return has_relation(to, "preceded_by_opinion", from);
  return has_relation(from, type, to);
}

}  // namespace

TEST_CASE("the timeline has 188 records of 43 kinds with 29 types of relation, and the dossier has them all") {
  auto const timeline = material("timeline.json");
  std::set<std::string> kinds, relations;
  std::size_t total = 0;
  for (auto const& row : timeline) {
    kinds.insert(row.at("kind").get<std::string>());
    INFO(row.at("id").get<std::string>());
    CHECK(name(record_of(row).kind()) == expected_kind(row));
    for (auto const& r : row.at("relations")) {
      relations.insert(r.at("type").get<std::string>());
      INFO(r.dump());
      CHECK(is_kept(row.at("id"), r.at("type"), r.at("target")));
      ++total;
    }
  }
  CHECK(timeline.size() == 188);
  CHECK(kinds.size() == 43);
  CHECK(relations.size() == 29);
  CHECK(total > 250);
}

TEST_CASE("every record of the timeline keeps its date, words, documents, attributes and confidence") {
  for (auto const& row : material("timeline.json")) {
    auto const& r = record_of(row);
    INFO(r.id);
    CHECK(r.title == row.at("title"));
    CHECK(r.actor == row.at("actor"));
    CHECK(r.documents == row.at("document_refs").get<std::vector<std::string>>());
    CHECK(name(r.confidence) == row.at("confidence"));
    CHECK(r.notes == row.value("notes", ""));
    CHECK(name(r.when().precision) == row.at("date_precision"));
    if (!row.at("date").is_null()) CHECK(cod::stated_date(r.when()) == row.at("date"));
    if (row.contains("end_date") && r.kind() != kind::presidency)
      CHECK(cod::to_string(r.until.value()) == row.at("end_date"));
    compare_attributes(r, row.at("attributes"), "");
  }
}

TEST_CASE("every record of the timeline keeps its sources") {
  for (auto const& row : material("timeline.json")) {
    auto const& r = record_of(row);
    INFO(r.id);
    REQUIRE(r.sources.size() == row.at("sources").size());
    for (std::size_t i = 0; i < r.sources.size(); ++i) {
      auto const& s = row.at("sources")[i];
      CHECK(r.sources[i].key == s.at("key"));
      CHECK(r.sources[i].address == s.at("address"));
      CHECK(r.sources[i].what == s.at("what"));
    }
  }
}

TEST_CASE("undated texts keep their bounds") {
  auto const& text = csa().record_of(csa().at("DOC-12354-22"));
  CHECK(text.when().precision == cod::precision::unknown);
  CHECK(to_string(text.when()) == "2022-07-01 to 2022-12-31");
  CHECK(cod::to_string(csa().record_of(csa().at("DOC-7842-23")).when()) == "2023-01-01 to 2023-04-25");
  int unknown = 0;
  for (std::size_t v = 0; v < csa().size(); ++v)
    if (csa().graph()[v].when().precision == cod::precision::unknown && csa().graph()[v].id.rfind("SEED-", 0) != 0)
      ++unknown;
  CHECK(unknown == 3);
}

TEST_CASE("the 28 snapshots are kept apart, with every entry, note, reserve and source") {
  auto const positions = material("positions.json");
  CHECK(positions.size() == 28);
  for (auto const& row : positions) {
    auto const& r = record_of(row);
    auto const& snapshot = *r.as<cod::position_snapshot>();
    INFO(r.id);
    CHECK(snapshot.issues_only == (row.at("kind") == "issue"));
    CHECK(to_string(r.when()) == row.at("date"));
    CHECK(r.title == row.at("context"));
    CHECK(cod::to_string(*r.value_of("text")) == row.at("text"));
    CHECK(r.sources.size() == row.at("sources").size());
    if (row.contains("known_on")) CHECK(cod::to_string(r.known_on.value()) == row.at("known_on"));
    if (!row.at("on_text").is_null()) CHECK(has_relation(r.id, "position_on", row.at("on_text")));
    if (!row.at("on_event").is_null()) CHECK(has_relation(r.id, "taken_at", row.at("on_event")));
    std::size_t entries = 0;
    auto const compare = [&](std::string const& dimension, json const& members) {
      for (auto const& [member, wanted] : members.items()) {
        ++entries;
        auto const same = [&, m = member](cod::member_stance const& e) {
          return code(e.member) == m && e.dimension == dimension;
        };
        auto const found = std::find_if(snapshot.entries.begin(), snapshot.entries.end(), same);
        INFO(member + " " + dimension);
        REQUIRE(found != snapshot.entries.end());
        CHECK(name(found->stance) == wanted.at("stance"));
        // One note tells of 12 November what came on the 25th; as_of must not, and a relation of the motion carries it.
        auto const hindsight = r.id == "2025-11-12-DK2-LEWP" && member == "NL" && dimension.empty();
        CHECK(found->note + (hindsight ? " (overtaken on 25 Nov)" : "") == wanted.value("note", ""));
        CHECK(found->reservations == wanted.value("reservations", false));
        CHECK(found->conflict == wanted.value("conflict", false));
        CHECK((found->confidence ? std::string{name(*found->confidence)} : "") ==
              (wanted.contains("confidence") && wanted["confidence"].is_string()
                   ? wanted["confidence"].get<std::string>()
                   : ""));
        CHECK(found->sources == wanted.value("sources", std::vector<std::string>{}));
        std::vector<std::string> alternatives;
        for (auto const s : found->alternatives) alternatives.emplace_back(name(s));
        CHECK(alternatives == wanted.value("stance_alternatives", std::vector<std::string>{}));
        if (wanted.contains("known_on")) CHECK(cod::to_string(found->known_on.value()) == wanted.at("known_on"));
      }
    };
    compare("", row.at("positions"));
    if (row.contains("issue_positions"))
      for (auto const& [dimension, members] : row.at("issue_positions").items()) compare(dimension, members);
    CHECK(snapshot.entries.size() == entries);
  }
}

TEST_CASE(
    "conflicting sources stand side by side: 2 for 26 November 2025, 3 for 20 June 2024, 2 for 12 September 2025") {
  std::map<std::string, int> on_day;
  int issues = 0;
  for (std::size_t v = 0; v < csa().size(); ++v)
    if (auto const* snapshot = csa().graph()[v].as<cod::position_snapshot>()) {
      ++on_day[to_string(snapshot->when)];
      issues += snapshot->issues_only ? 1 : 0;
    }
  CHECK(on_day["2025-11-26"] == 2);
  CHECK(on_day["2024-06-20"] == 3);
  CHECK(on_day["2025-09-12"] == 2);
  CHECK(issues == 3);
}

TEST_CASE("what is written as fields is what the attributes say") {
  auto const& vote = *csa().record_of(csa().at("EV-20210706-EP-INTERIM")).as<cod::parliament_vote>();
  CHECK(vote.counts == cod::vote_counts{537, 133, 24});
  CHECK(vote.body == "plenary");
  auto const& tally = *csa().record_of(csa().at("EV-20251126-COREPER")).as<cod::coreper_tally>();
  CHECK(tally.against == cod::parse_members("CZ NL PL SK"));
  CHECK(tally.abstaining == cod::parse_members("IT"));
  CHECK(tally.in_favour == cod::parse_members("AT FI DE FR"));
  CHECK(csa().record_of(csa().at("EV-20251126-NL-VOTE")).as<cod::member_vote>()->stance == cod::stance::oppose);
  CHECK(csa().record_of(csa().at("EV-20251118-NL977")).as<cod::national_document>()->stance == cod::stance::abstain);
  CHECK(csa().record_of(csa().at("EV-20250929-NL972")).as<cod::national_document>()->stance ==
        cod::stance::not_support);
  CHECK(csa().record_of(csa().at("EV-20241129-NL906")).as<cod::national_document>()->stance == cod::stance::none);
  CHECK(csa().record_of(csa().at("EV-20251106-ST14092")).as<cod::compromise_text>()->number == "14092/25");
  CHECK(csa().record_of(csa().at("EV-20220511-COM209")).as<cod::proposal>()->number == "COM(2022) 209");
  CHECK(csa().record_of(csa().at("EV-20250701-DK-TEXT1")).as<cod::compromise_text>()->number.empty());  // its number is
                                                                                                        // not confirmed
}

TEST_CASE("every compromise text names the presidency that it is held under") {
  for (std::size_t v = 0; v < csa().size(); ++v)
    if (auto const* text = csa().graph()[v].as<cod::compromise_text>()) {
      auto const under = csa().related(v, relation_type::held_under);
      INFO(csa().graph()[v].id);
      REQUIRE(under.size() == 1);
      CHECK(text->presidency == csa().graph()[under.front()].as<cod::presidency>()->holder);
    }
}

TEST_CASE("the presidencies of the dossier are those of the Council") {
  int terms = 0;
  for (std::size_t v = 0; v < csa().size(); ++v)
    if (auto const* term = csa().graph()[v].as<cod::presidency>()) {
      ++terms;
      auto const official = cod::presidency_term_on(term->when.earliest);
      CHECK(official.holder == term->holder);
      CHECK(official.valid.from == term->when.earliest);
      CHECK(official.valid.to == term->until);
    }
  CHECK(terms == 9);
}
