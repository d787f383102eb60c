// SPDX-License-Identifier: BSL-1.0
// Where a member stood on a day, which plans were overtaken, and who stood with whom.
#include "support/catch.hpp"

#include <codecision/dossier/agreement.hpp>
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/dossier/overtaken.hpp>
#include <codecision/dossier/position.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;
using cod::stance;
using cod::stance_basis;

namespace {

cod::dossier const& csa() {
  static cod::dossier const dossier = cod::csa_regulation();
  return dossier;
}

std::string id(std::size_t v) { return csa().record_of(v).id; }

cod::overtaken_plan const* plan_of(std::vector<cod::overtaken_plan> const& found, std::string const& plan) {
  for (auto const& o : found)
    if (id(o.plan) == plan) return &o;
  return nullptr;
}

}  // namespace

TEST_CASE("on 24 November 2025 the Netherlands was going to abstain, as the minister had announced on the 21st") {
  auto const held = cod::stance_of(csa(), "NL"_ms, "2025-11-24"_date);
  REQUIRE(held);
  CHECK(held->stance == stance::abstain);
  CHECK(held->basis == stance_basis::announced);
  CHECK(id(held->record) == "EV-20251121-NL-ANSW");
  REQUIRE(held->text);
  CHECK(id(*held->text) == "EV-20251106-ST14092");
}

TEST_CASE("on 25 November 2025 a motion turned that into a vote against; on the 26th the Netherlands voted against") {
  auto const after_motion = cod::stance_of(csa(), "NL"_ms, "2025-11-25"_date);
  REQUIRE(after_motion);
  CHECK(after_motion->stance == stance::oppose);
  CHECK(after_motion->basis == stance_basis::planned);
  CHECK(id(after_motion->record) == "EV-20251125-NL-MOTION");
  auto const voted = cod::stance_of(csa(), "NL"_ms, "2025-11-26"_date);
  REQUIRE(voted);
  CHECK(voted->stance == stance::oppose);
  CHECK(voted->basis == stance_basis::voted);
  CHECK(id(voted->record) == "EV-20251126-NL-VOTE");
}

TEST_CASE("the view of a day gives the same answer as the question about that day") {
  for (auto const day :
       {"2024-10-05"_date, "2025-09-22"_date, "2025-11-24"_date, "2025-11-25"_date, "2025-11-26"_date}) {
    auto const view = csa().as_of(day);
    for (auto const m : cod::members_on(day)) {
      auto const whole = cod::stance_of(csa(), m, day);
      auto const part = cod::stance_of(view, m, day);
      INFO(cod::to_string(day) + " " + std::string{name(m)});
      REQUIRE(whole.has_value() == part.has_value());
      if (whole) CHECK(whole->stance == part->stance);
      if (whole) CHECK(id(whole->record) == view.record_of(part->record).id);
    }
  }
}

TEST_CASE("a stance on the interim regulation is not one on the CSA Regulation") {
  // On 2 July 2026 all 27 supported the interim act; on the CSA Regulation the Netherlands stayed against.
  auto const held = cod::stance_of(csa(), "NL"_ms, "2026-07-31"_date);
  REQUIRE(held);
  CHECK(held->stance == stance::oppose);
  auto const all = cod::stances_of(csa(), "NL"_ms);
  CHECK(std::any_of(all.begin(), all.end(), [](cod::held_stance const& s) {
    return id(s.record) == "2026-07-02-interim-council" && s.stance == stance::support;
  }));
}

TEST_CASE("a member of whom nothing was known has no stance") {
  CHECK_FALSE(cod::stance_of(csa(), "NL"_ms, "2022-06-01"_date));
  CHECK_FALSE(cod::stance_of(csa(), "UK"_ms, "2025-11-26"_date));
}

TEST_CASE(
    "on 12 September 2025 the tracker has Germany against, the minutes that leaked on the 23rd have it undecided") {
  auto const then = cod::stance_of(csa(), "DE"_ms, "2025-09-15"_date);
  REQUIRE(then);
  CHECK(then->stance == stance::oppose);
  CHECK(cod::conflicting_with(csa(), *then, "2025-09-15"_date).empty());
  auto const others = cod::conflicting_with(csa(), *then, "2025-09-23"_date);
  REQUIRE(others.size() == 1);
  CHECK(others.front().stance == stance::undecided);
  CHECK(id(others.front().record) == "2025-09-12-DK-minutes");
}

TEST_CASE("the Dutch abstention was overtaken, in the letter, in the answers and as the seed says it") {
  auto const found = cod::overtaken(csa());
  auto const* answers = plan_of(found, "EV-20251121-NL-ANSW");
  REQUIRE(answers != nullptr);
  CHECK(id(answers->by) == "EV-20251126-NL-VOTE");
  CHECK(answers->stated);
  CHECK(answers->member == "NL"_ms);
  CHECK(answers->planned == stance::abstain);
  CHECK(answers->happened == stance::oppose);
  auto const* letter = plan_of(found, "EV-20251118-NL977");
  REQUIRE(letter != nullptr);
  CHECK(id(letter->by) == "EV-20251125-NL-MOTION");
  auto const* seed = plan_of(found, "SEED-A6.7");
  REQUIRE(seed != nullptr);
  CHECK_FALSE(seed->stated);
  CHECK(id(seed->by) == "EV-20251126-NL-VOTE");
  CHECK(found.size() == 3);
}

TEST_CASE("nobody knew on 24 November 2025 that the plan would be overtaken") {
  CHECK(cod::overtaken(csa().as_of("2025-11-24"_date)).empty());
  CHECK(cod::overtaken(csa().as_of("2025-11-25"_date)).size() == 1);
}

TEST_CASE("an announcement of not supporting is not contradicted by an abstention") {
  cod::dossier d{"x"};
  auto const text = d.add(cod::compromise_text{"1", "2025-10-01"_date});
  auto const letter =
      d.add(cod::national_document{"NL"_ms, cod::national_form::letter, "2025-10-02"_date, "", stance::not_support});
  auto const vote = d.add(cod::member_vote{"NL"_ms, stance::abstain, "2025-10-14"_date});
  d.relate(letter, cod::concerns, text);
  d.relate(vote, cod::votes_on, text);
  CHECK(cod::overtaken(d).empty());
  auto const announced = d.add(cod::position{"FI"_ms, stance::support, "2025-10-03"_date, "announced_vote"});
  auto const against = d.add(cod::member_vote{"FI"_ms, stance::oppose, "2025-10-14"_date});
  d.relate(announced, cod::position_on, text);
  d.relate(against, cod::votes_on, text);
  auto const found = cod::overtaken(d);
  REQUIRE(found.size() == 1);
  CHECK(found.front().plan == announced.vertex);
  CHECK(found.front().by == against.vertex);
  CHECK(found.front().member == "FI"_ms);
}

TEST_CASE("who stood with whom, counted over the snapshots by another reader") {
  std::ifstream file{std::string{CODECISION_SOURCE_DIR} + "/docs/data/csa/positions.json"};
  auto const positions = nlohmann::json::parse(file);
  auto const side = [](nlohmann::json const& snapshot, std::string const& member) {
    if (!snapshot.at("positions").contains(member)) return 0;
    auto const word = snapshot.at("positions").at(member).at("stance").get<std::string>();
    return word == "support" ? 1 : word == "oppose" || word == "abstain" ? -1 : 0;
  };
  auto const table = cod::agreement(csa());
  for (auto const a : cod::members_on("2025-11-26"_date))
    for (auto const b : cod::members_on("2025-11-26"_date)) {
      int same = 0, known = 0;
      for (auto const& snapshot : positions) {
        auto const x = side(snapshot, std::string{code(a)}), y = side(snapshot, std::string{code(b)});
        known += x != 0 && y != 0 ? 1 : 0;
        same += x != 0 && x == y ? 1 : 0;
      }
      INFO(code(a) << " " << code(b));
      CHECK(table.both_known(a, b) == known);
      CHECK(table.same_side(a, b) == same);
    }
  CHECK(table.same_side("NL"_ms, "PL"_ms) ==
        table.both_known("NL"_ms, "PL"_ms));  // always together where both are known
  CHECK(table.both_known("UK"_ms, "NL"_ms) == 0);
}

TEST_CASE("stances that agree: not supporting covers a no and an abstention") {
  STATIC_REQUIRE(cod::compatible(stance::not_support, stance::oppose));
  STATIC_REQUIRE(cod::compatible(stance::abstain, stance::not_support));
  STATIC_REQUIRE_FALSE(cod::compatible(stance::abstain, stance::oppose));
  STATIC_REQUIRE_FALSE(cod::compatible(stance::not_support, stance::support));
}
