// SPDX-License-Identifier: BSL-1.0
// Is the table of the ordinary procedure the one in docs/data/olp.json, which was written from Article 294?
#include <codecision/procedure/machine.hpp>
#include <codecision/procedure/special.hpp>

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "support/catch.hpp"

namespace {

namespace cod = codecision;
namespace cp = codecision::procedure;
using cod::stage;
using cp::event_kind;

/// How the published table names the stages.
std::map<std::string, stage> const stages{
    {"START", stage::not_proposed}, {"EP_FIRST_READING", stage::parliament_first_reading},
    {"COUNCIL_FIRST_READING", stage::council_first_reading}, {"EP_SECOND_READING", stage::parliament_second_reading},
    {"COUNCIL_SECOND_READING", stage::council_second_reading}, {"CONCILIATION_TO_CONVENE", stage::conciliation_to_convene},
    {"CONCILIATION", stage::conciliation}, {"THIRD_READING", stage::third_reading}, {"ADOPTED", stage::adopted},
    {"SIGNED", stage::signed_by_presidents}, {"PUBLISHED", stage::published}, {"IN_FORCE", stage::in_force},
    {"NOT_ADOPTED", stage::not_adopted}, {"WITHDRAWN", stage::withdrawn}, {"SUSPENDED_48", stage::suspended_social_security},
    {"SUSPENDED_82_83", stage::suspended_criminal_matters}, {"ENHANCED_COOPERATION", stage::enhanced_cooperation},
    {"BLOCKED", stage::blocked}};

/// The events that bear another name there.
std::map<std::string, std::string> const renamed{{"approve_ep_position", "approve_parliament_position"},
                                                 {"emergency_brake_48", "emergency_brake_social_security"},
                                                 {"emergency_brake_82_83", "emergency_brake_criminal_matters"}};

nlohmann::json const& published() {
  static auto const table = [] {
    std::ifstream in{CODECISION_SOURCE_DIR "/docs/data/olp.json"};
    return nlohmann::json::parse(in);
  }();
  return table;
}

std::string text(nlohmann::json const& row, char const* key) { return row.at(key).get<std::string>(); }

std::string event_of(nlohmann::json const& row) {
  auto const name = text(row, "event");
  auto const found = renamed.find(name);
  return found == renamed.end() ? name : found->second;
}

cod::stage_set from_of(nlohmann::json const& row) {
  auto const from = text(row, "from_state");
  if (from != "ANY_BEFORE_ADOPTION") return stages.at(from);
  // "any state from EP_FIRST_READING to THIRD_READING"
  return {stage::parliament_first_reading, stage::council_first_reading, stage::parliament_second_reading,
          stage::council_second_reading, stage::conciliation_to_convene, stage::conciliation, stage::third_reading};
}

/// "3 months (+ max 1 month)" as our words.
std::string limit_in_words(std::optional<cp::time_limit> const& limit) {
  if (!limit) return "none";
  auto words = to_string(limit->length);
  if (limit->extension) words += " (+ max " + to_string(*limit->extension) + ")";
  return words;
}

/// The stages from which a chain of steps starts, found by walking.
std::set<stage> reachable(cp::procedure_table const& table, stage start) {
  std::set<stage> found{start};
  for (auto grown = true; grown;) {
    grown = false;
    for (auto const& t : table.steps)
      for (auto const s : cod::all_stages())
        if (t.from.contains(s) && found.count(s) == 1 && t.to) grown |= found.insert(*t.to).second;
  }
  return found;
}

}  // namespace

TEST_CASE("the 33 steps of the ordinary procedure are those of the published table, row by row") {
  auto const& rows = published().at("transitions");
  auto const table = cp::ordinary();
  REQUIRE(rows.size() == 33);
  REQUIRE(table.steps.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const& row = rows[i];
    auto const& t = table.steps[i];
    CAPTURE(i, row.dump());
    CHECK(std::string{name(t.event)} == event_of(row));
    CHECK(t.from == from_of(row));
    auto const to = text(row, "to_state");
    if (to == "RESUME_PREVIOUS") CHECK_FALSE(t.to.has_value());
    else CHECK(t.to == stages.at(to));
  }
}

TEST_CASE("each step has the time limit of the published table") {
  auto const& rows = published().at("transitions");
  auto const table = cp::ordinary();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const said = text(rows[i], "time_limit");
    auto const ours = limit_in_words(table.steps[i].limit);
    CAPTURE(i, said, ours);
    auto const no_limit = said == "none" || said == "-" || said == "as long as the Council has not acted" ||
                          said == "before concluding first reading" || said == "date in the act, else 20th day following publication";
    if (no_limit) CHECK(ours == "none");
    else if (said == "at latest on expiry of 3 months (+1)") CHECK(ours == "3 months (+ max 1 month)");
    else CHECK(said.rfind(ours, 0) == 0);  // it may go on: "from receipt", "from convening"
  }
}

TEST_CASE("each step has the actor and the majority of the published table") {
  using cp::majority;
  std::map<std::string, std::set<majority>> const words{
      {"Commission: majority of its Members (Art 250)", {majority::commission_members}},
      {"Commission majority", {majority::commission_members}},
      {">= ceil(N/4) Member States for Art 76(b)", {majority::initiators}},
      {"majority of votes cast (231)", {majority::votes_cast}},
      {"majority of component members", {majority::component_members}},
      {"QM; UNANIMITY where the text departs from the Commission proposal and the Commission has not altered it (293(1),(2))", {majority::council}},
      {"QM; UNANIMITY where it amends the proposal against the Commission (293(1))", {majority::council}},
      {"QM; UNANIMITY for each amendment with a negative Commission opinion (294(9))", {majority::council_on_amendments}},
      {"QM of Council members or representatives AND majority of the EP members (14 of 27)", {majority::conciliation}},
      {"EP: majority of votes cast; Council: QM (no 293(1) unanimity)", {majority::third_reading}},
      {"EP majority of votes cast OR 55 % of Council members", {majority::stop_after_orange_card}},
      {"request", {majority::one_member}},
      {"consensus (15(4) TEU)", {majority::consensus}},
      {"consensus", {majority::consensus}},
      {"notification; authorisation deemed granted", {majority::nine_members}},
      {"none (deemed adopted in Council wording)", {majority::none}},
      {"-", {majority::none}}};
  std::map<std::string, cp::actor> const actors{
      {"Commission", cp::actor::commission}, {"EP", cp::actor::parliament}, {"Council", cp::actor::council}, {"-", cp::actor::nobody},
      {"quarter of Member States (Art 76(b)) / ECB recommendation / Court request", cp::actor::initiators},
      {"President of the Council with President of EP", cp::actor::presidents},
      {"Presidents of EP and Council", cp::actor::presidents},
      {"Conciliation Committee (N Council + N EP)", cp::actor::conciliation_committee},
      {"EP and Council", cp::actor::parliament_and_council}, {"EP or Council", cp::actor::parliament_or_council},
      {"Publications Office", cp::actor::publications_office}, {"one Council member", cp::actor::one_member},
      {"European Council", cp::actor::european_council}, {">= 9 Member States", cp::actor::nine_members}};
  auto const& rows = published().at("transitions");
  auto const table = cp::ordinary();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(i, rows[i].dump());
    CHECK(words.at(text(rows[i], "majority")).count(table.steps[i].needed) == 1);
    CHECK(actors.at(text(rows[i], "actor")) == table.steps[i].by);
  }
}

TEST_CASE("each step cites its article: the numbers of the published table stand in the citation") {
  auto const& rows = published().at("transitions");
  auto const table = cp::ordinary();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    REQUIRE(table.steps[i].source != nullptr);
    auto const ours = std::string{table.steps[i].source->article};
    auto const said = text(rows[i], "article");
    CAPTURE(i, said, ours);
    // the first number of the article, such as 294(7)(a), 293, 82(3)
    auto const digit = said.find_first_of("0123456789");
    auto const end = said.find_first_of(" ;,", digit);
    CHECK(ours.find(said.substr(digit, end - digit)) != std::string::npos);
    CHECK_FALSE(table.steps[i].source->source.empty());
  }
}

TEST_CASE("every stage of the ordinary procedure can be reached, and every final one is an end of the published table") {
  auto const found = reachable(cp::ordinary(), stage::not_proposed);
  for (auto const& [name, s] : stages) {
    CAPTURE(name);
    CHECK(found.count(s) == 1);
  }
  std::set<stage> ends;
  for (auto const& end : published().at("terminal")) ends.insert(stages.at(end.get<std::string>()));
  for (auto const& [name, s] : stages) {
    CAPTURE(name);
    CHECK(cod::is_final(s) == (ends.count(s) == 1));
    CHECK(cp::ordinary().from(s).empty() == (ends.count(s) == 1));
  }
}

TEST_CASE("every stage of the special procedures can be reached and leads somewhere") {
  for (auto const& table : {cp::consultation(), cp::consent(), cp::enhanced_cooperation()}) {
    CAPTURE(table.title);
    auto const found = reachable(table, stage::not_proposed);
    for (auto const s : found) CHECK((cod::is_final(s) || !table.from(s).empty()));
    for (auto const& t : table.steps) {
      REQUIRE(t.source != nullptr);
      for (auto const s : cod::all_stages())
        if (t.from.contains(s)) CHECK(found.count(s) == 1);
      if (t.to) CHECK((cod::is_final(*t.to) || !table.from(*t.to).empty()));
    }
  }
}

TEST_CASE("the brake of Article 48 is open to Article 48 only, that of 82(3) and 83(3) to their directives only") {
  auto const brakes = [](char const* article) {
    std::set<event_kind> found;
    for (auto const& t : cp::ordinary().for_file({{article}}).from(stage::council_first_reading))
      if (t.needed == cp::majority::one_member) found.insert(t.event);
    return found;
  };
  CHECK(brakes("TFEU 114").empty());
  CHECK(brakes("TFEU 82(1)").empty());
  CHECK(brakes("TFEU 48") == std::set{event_kind::emergency_brake_social_security});
  for (auto const* article : {"TFEU 82(2)", "TFEU 83(1)", "TFEU 83(2)"})
    CHECK(brakes(article) == std::set{event_kind::emergency_brake_criminal_matters});
}

TEST_CASE("without a proposal of the Commission nobody alters or withdraws it, and no orange card is shown: 294(15)") {
  auto const table = cp::ordinary().for_file({{"TFEU 82(1)"}, cod::proposer::member_states});
  for (auto const& t : table.steps) {
    CHECK(t.event != event_kind::alter_proposal);
    CHECK(t.event != event_kind::withdraw);
    CHECK(t.event != event_kind::orange_card_reject);
    CHECK(t.event != event_kind::submit_proposal);
  }
}
