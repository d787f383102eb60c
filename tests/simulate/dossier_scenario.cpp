// SPDX-License-Identifier: BSL-1.0
// Scenarios from a dossier: against the entries of docs/data/csa/positions.json by hand, against replay, and a toy dossier.
#include <codecision/codecision.hpp>
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/simulate/comparison.hpp>
#include <codecision/simulate/dossier_scenario.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

using namespace codecision;
using namespace codecision::literals;
using simulate::earlier_votes;
using simulate::parse_scenario;

namespace {

dossier const& csa() {
  static dossier const d = csa_regulation();
  return d;
}

member_stance stands(member_state m, stance s) { return {.member = m, .stance = s}; }

/// Two snapshots of June that agree on who is against and differ on who abstains, and one of July.
dossier toy() {
  dossier d{"2030/0001(COD)", "a toy"};
  auto const add = [&](date day, char const* id, std::vector<member_stance> entries, bool issues_only = false) {
    (void)d.add(position_snapshot{day, std::move(entries), issues_only}, source{"https://example.org"}, id);
  };
  auto const de = "DE"_ms, fr = "FR"_ms, it = "IT"_ms, es = "ES"_ms;
  add("2024-06-10"_date, "june-a", {stands(de, stance::oppose), stands(fr, stance::support), stands(it, stance::abstain)});
  add("2024-06-20"_date, "june-b", {stands(de, stance::not_support), stands(fr, stance::support), stands(es, stance::undecided)});
  add("2024-06-25"_date, "june-issues", {stands(it, stance::oppose)}, true);
  add("2024-07-01"_date, "july", {stands(de, stance::support)});
  return d;
}

}  // namespace

TEST_CASE("a snapshot of a dossier counts as a scenario as it counts in the replay") {
  std::size_t counted = 0;
  for (auto const& step : replay(csa())) {
    if (!step.count) continue;
    ++counted;
    auto const s = simulate::scenario_of(csa(), step.id);
    CHECK(s.name() == step.id);
    CHECK(s.assess().verdict() == step.count->verdict());
    CHECK(s.assess().least().population_in_favour() == step.count->least().population_in_favour());
    CHECK(s.assess().most().population_in_favour() == step.count->most().population_in_favour());
    CHECK(s.ballot().undecided() == step.count->positions().undecided);
  }
  CHECK(counted >= 25);
}

TEST_CASE("the snapshot of 8 October 2025 names three members in favour and six against; eighteen are open") {
  auto const s = simulate::scenario_of(csa(), "2025-10-08");
  CHECK(s.name() == "2025-10-08-DK-coreper");
  CHECK(s.ballot().side(vote::in_favour) == "DK HR HU"_members);
  CHECK(s.ballot().side(vote::against) == "CZ DE EE NL PL SI"_members);
  CHECK(s.ballot().open().size() == 18);
  CHECK(s.assess().verdict() == verdict::open);
  // If all eighteen come round, 21 members are in favour: enough people or not, it is as evaluate counts it.
  auto const by_hand = ballot{council_on("2025-10-08"_date)}.against("CZ DE EE NL PL SI"_members).others(vote::in_favour);
  auto const all_round = parse_scenario("everyone open in favour", s);
  CHECK(all_round.assess().least().adopted() == evaluate(rules::qualified_majority(), by_hand).adopted());
  CHECK(all_round.assess().least().population_in_favour() == evaluate(rules::qualified_majority(), by_hand).population_in_favour());
}

TEST_CASE("everyone who opposed or abstained according to a snapshot: two and five members in the list of 20 June 2024") {
  // positions.json, 2024-06-20-BE-tuta: "oppose": 2, "abstain": 5.
  auto const base = simulate::scenario_of(csa(), "2025-10-08");
  auto const s = parse_scenario("x: everyone who opposed in 2024-06-20-BE-tuta absent; those who abstained in 2024-06-20-BE-tuta abstain", base, earlier_votes{csa()});
  CHECK(s.ballot().side(vote::absent) == "DE PL"_members);
  CHECK(s.ballot().side(vote::abstain) == "CZ EE NL AT SI"_members);
  CHECK(s.ballot().side(vote::in_favour) == base.ballot().side(vote::in_favour));
}

TEST_CASE("with the abstentions of June 2024 in favour, the Belgian text would have passed; with Poland alone it would have, too") {
  auto const base = simulate::scenario_of(csa(), "2024-06-20-BE-tuta");
  CHECK(base.assess().verdict() == verdict::not_adopted);
  auto const council = council_on("2024-06-20"_date);
  auto const verdict_with = [&](member_set not_in_favour) {
    auto const people = council.population(council.members() - not_in_favour);
    return 27 - not_in_favour.size() >= 15 && people * 100 >= 65 * council.population_total() ? verdict::adopted : verdict::not_adopted;
  };
  CHECK(parse_scenario("everyone abstaining in favour", base).assess().verdict() == verdict_with("DE PL"_members));
  CHECK(parse_scenario("PL in favour", base).assess().verdict() == verdict_with("DE CZ EE NL AT SI"_members));
  CHECK(parse_scenario("EE in favour", base).assess().verdict() == verdict_with("DE PL CZ NL AT SI"_members));
}

TEST_CASE("a month with several snapshots that differ is refused, and each is listed with its members") {
  auto const base = simulate::scenario_of(csa(), "2025-10-08");
  auto const e = test::caught([&] { return parse_scenario("everyone who opposed in June 2024 in favour", base, earlier_votes{csa()}); });
  CHECK(e.code() == error_code::bad_scenario);
  CHECK(e.message() == "the dossier has more than one snapshot of positions at '2024-06'");
  CHECK(e.have() == "2024-06-20-BE-netzpolitik: DE; 2024-06-20-BE-politico: CZ DE NL AT PL; 2024-06-20-BE-tuta: DE PL");
}

TEST_CASE("where the snapshots of a month agree on a group, it does not matter which is meant") {
  auto const d = toy();
  earlier_votes const earlier{d};
  CHECK(earlier({.side = vote::against, .moment = "2024-06", .text = ""}) == "DE"_members);
  CHECK(earlier({.side = vote::in_favour, .moment = "2024-06", .text = ""}) == "FR"_members);
  CHECK(earlier({.side = vote::abstain, .moment = "2024-06-10", .text = ""}) == "IT"_members);
  CHECK(earlier({.side = vote::in_favour, .moment = "july", .text = ""}) == "DE"_members);
  auto const e = test::caught([&] { return earlier({.side = vote::abstain, .moment = "2024-06", .text = ""}); });
  CHECK(e.have() == "june-a: IT; june-b: nobody");
}

TEST_CASE("the reading of stances as votes can be replaced") {
  auto const d = toy();
  auto const strict = stance_mapping{}.with(stance::undecided, expected_vote::against);
  CHECK(earlier_votes{d, strict}({.side = vote::against, .moment = "june-b", .text = ""}) == "DE ES"_members);
  CHECK(simulate::scenario_of(d, "june-b", {"TFEU 114"}, proposer::commission, strict).ballot().side(vote::against) == "DE ES"_members);
}

TEST_CASE("the rule is the one of the legal basis and the proposer") {
  auto const d = toy();
  CHECK(simulate::scenario_of(d, "july", {"TFEU 113"}).rule().name() == rules::unanimity().name());
  CHECK(simulate::scenario_of(d, "july", {"TFEU 114"}, proposer::member_states).rule().name() == rules::reinforced_majority().name());
}

TEST_CASE("a moment without a snapshot, or with several, is refused with COD-F002 and the ids there are") {
  auto const d = toy();
  auto const none = test::caught([&] { return simulate::snapshot_at(d, "2024-08"); });
  CHECK(none.code() == error_code::bad_scenario);
  CHECK(none.message() == "the dossier has no snapshot of positions at '2024-08'");
  CHECK(none.have() == "june-a, june-b, july");
  for (auto const* moment : {"", "2024-13", "2024-02-30", "nonsense", "june-issues", "2024-06-25", "9999-12-31"})
    CHECK(test::caught([&] { return simulate::snapshot_at(d, moment); }).code() == error_code::bad_scenario);
  auto const several = test::caught([&] { return simulate::scenario_of(d, "2024-06"); });
  CHECK(several.message() == "the dossier has more than one snapshot of positions at '2024-06'");
  CHECK(several.have() == "june-a, june-b");
}
