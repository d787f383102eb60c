// SPDX-License-Identifier: BSL-1.0
// Stances are not votes: the mapping from one to the other, its defaults, its replacement, and what the replay makes of it.
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/dossier/explain.hpp>
#include <codecision/io/text.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;
using cod::expected_vote;
using cod::stance;
using cod::verdict;
using cod::vote;
using cod::test::contains;

namespace {

constexpr cod::stance_mapping plain;
constexpr auto council = cod::council_on("2025-11-26"_date);

cod::member_stance entry(cod::member_state member, stance s, std::vector<stance> alternatives = {}) {
  cod::member_stance e;
  e.member = member;
  e.stance = s;
  e.alternatives = std::move(alternatives);
  return e;
}

cod::position_snapshot snapshot_of(std::vector<cod::member_stance> entries) {
  cod::position_snapshot s{"2025-11-26"_date};
  s.entries = std::move(entries);
  return s;
}

cod::replay_step step_of(std::string const& id, cod::stance_mapping const& mapping = {}, cod::legal_basis basis = {"TFEU 114"}) {
  for (auto const& s : cod::replay(cod::csa_regulation(), basis, cod::proposer::commission, mapping))
    if (s.id == id) return s;
  throw std::runtime_error{"no snapshot " + id};
}

cod::position_snapshot const& csa_snapshot(cod::dossier const& d, std::string const& id) {
  for (auto const v : d.records())
    if (d.record_of(v).id == id) return *d.record_of(v).as<cod::position_snapshot>();
  throw std::runtime_error{"no snapshot " + id};
}

}  // namespace

TEST_CASE("by default support counts in favour, opposition against, abstention as such, and what is not clear stays open", "[dossier][stance_votes]") {
  STATIC_REQUIRE(plain.of(stance::support) == expected_vote::in_favour);
  STATIC_REQUIRE(plain.of(stance::oppose) == expected_vote::against);
  STATIC_REQUIRE(plain.of(stance::abstain) == expected_vote::abstain);
  STATIC_REQUIRE(plain.of(stance::not_support) == expected_vote::against);
  STATIC_REQUIRE(plain.of(stance::undecided) == expected_vote::undecided);
  STATIC_REQUIRE(plain.of(stance::mixed) == expected_vote::undecided);
  STATIC_REQUIRE(plain.of(stance::none) == expected_vote::unknown);
  STATIC_REQUIRE(plain.of(stance::unknown) == expected_vote::unknown);
  STATIC_REQUIRE(cod::is_open(expected_vote::undecided));
  STATIC_REQUIRE(cod::is_open(expected_vote::unknown));
  STATIC_REQUIRE_FALSE(cod::is_open(expected_vote::absent));
  CHECK(cod::name(expected_vote::absent) == "absent");
}

TEST_CASE("reservations change nothing by default, and can be given a meaning of their own", "[dossier][stance_votes]") {
  STATIC_REQUIRE(plain.of(stance::support, true) == expected_vote::in_favour);
  constexpr auto careful = plain.with_reservations(stance::support, expected_vote::unknown);
  STATIC_REQUIRE(careful.of(stance::support, true) == expected_vote::unknown);
  STATIC_REQUIRE(careful.of(stance::support) == expected_vote::in_favour);
  STATIC_REQUIRE(careful.of(stance::oppose, true) == expected_vote::against);
  // Which of the two is said first does not matter.
  constexpr auto turned = plain.with(stance::support, expected_vote::abstain).with_reservations(stance::support, expected_vote::unknown);
  STATIC_REQUIRE(turned == plain.with_reservations(stance::support, expected_vote::unknown).with(stance::support, expected_vote::abstain));
  STATIC_REQUIRE(turned.of(stance::support) == expected_vote::abstain);
  STATIC_REQUIRE(turned != plain);
}

TEST_CASE("a source that allows a no or an abstention is counted as recorded, as both leave the member out of those in favour", "[dossier][stance_votes]") {
  CHECK(plain.of(entry("NL"_ms, stance::oppose, {stance::oppose, stance::abstain})) == expected_vote::against);
  CHECK(plain.of(entry("NL"_ms, stance::abstain, {stance::abstain, stance::oppose})) == expected_vote::abstain);
  // Who leaves "against or abstaining" open leaves this open too: it says the same.
  constexpr auto open = plain.with(stance::not_support, expected_vote::undecided);
  CHECK(open.of(entry("NL"_ms, stance::oppose, {stance::oppose, stance::abstain})) == expected_vote::undecided);
  CHECK(open.of(entry("NL"_ms, stance::not_support)) == expected_vote::undecided);
  CHECK(open.of(entry("NL"_ms, stance::oppose)) == expected_vote::against);
}

TEST_CASE("a source that allows a yes and a no leaves the vote open, as a member with a foot on either side does", "[dossier][stance_votes]") {
  CHECK(plain.of(entry("NL"_ms, stance::support, {stance::support, stance::oppose})) == expected_vote::undecided);
  CHECK(plain.of(entry("NL"_ms, stance::oppose, {stance::oppose, stance::support})) == expected_vote::undecided);
  CHECK(plain.of(entry("NL"_ms, stance::oppose, {stance::oppose, stance::undecided})) == expected_vote::undecided);
  constexpr auto as_no = plain.with(stance::mixed, expected_vote::against);
  CHECK(as_no.of(entry("NL"_ms, stance::support, {stance::support, stance::oppose})) == expected_vote::against);
}

TEST_CASE("alternatives that mean the same vote are no contradiction", "[dossier][stance_votes]") {
  CHECK(plain.of(entry("NL"_ms, stance::oppose, {stance::oppose, stance::not_support})) == expected_vote::against);
  CHECK(plain.of(entry("NL"_ms, stance::undecided, {stance::undecided, stance::mixed})) == expected_vote::undecided);
  constexpr auto all_no = plain.with(stance::abstain, expected_vote::against);
  CHECK(all_no.of(entry("NL"_ms, stance::abstain, {stance::oppose, stance::abstain})) == expected_vote::against);
}

TEST_CASE("another source that differs changes nothing here: it is counted with its own snapshot", "[dossier][stance_votes]") {
  auto e = entry("EE"_ms, stance::support);
  e.conflict = true;
  CHECK(plain.of(e) == expected_vote::in_favour);
}

TEST_CASE("an open ballot of a snapshot: every member on its side, the others unknown, single issues left aside", "[dossier][stance_votes]") {
  auto on_an_issue = entry("FR"_ms, stance::oppose);
  on_an_issue.dimension = "e2ee_scanning";
  auto const s = snapshot_of({entry("DE"_ms, stance::oppose), entry("DK"_ms, stance::support), entry("NL"_ms, stance::abstain), entry("BE"_ms, stance::undecided),
                              entry("AT"_ms, stance::none), on_an_issue});
  auto const b = cod::open_ballot_of(s, council);
  CHECK(b.side(vote::in_favour) == "DK"_members);
  CHECK(b.side(vote::against) == "DE"_members);
  CHECK(b.side(vote::abstain) == "NL"_members);
  CHECK(b.undecided() == "BE"_members);
  CHECK(b.unknown() == council.members() - "DE DK NL BE"_members);
  CHECK(b.others(vote::in_favour).open() == b.open());  // the silent ones are unknown, not forgotten
}

TEST_CASE("members that a source does not name are read as unknown, whatever that is taken to mean", "[dossier][stance_votes]") {
  auto const s = snapshot_of({entry("DK"_ms, stance::support), entry("SE"_ms, stance::unknown), entry("AT"_ms, stance::none)});
  auto const b = cod::open_ballot_of(s, council, plain.with(stance::unknown, expected_vote::against));
  CHECK(b.side(vote::against) == council.members() - "DK AT"_members);
  CHECK(b.open() == "AT"_members);  // of Austria something was said
  auto const away = cod::open_ballot_of(s, council, plain.with(stance::unknown, expected_vote::absent));
  CHECK(away.side(vote::absent).size() == 25);
  CHECK(cod::assess(cod::rules::qualified_majority(), away).verdict() == verdict::not_adopted);  // two are there
}

TEST_CASE("COD-B403: a state that does not vote cannot have a position; when nothing is known of it, nothing is lost", "[dossier][stance_votes]") {
  for (auto const s : {stance::support, stance::oppose, stance::abstain, stance::undecided})
    CHECK(cod::test::caught([&] { (void)cod::open_ballot_of(snapshot_of({entry("UK"_ms, s)}), council); }).code() == cod::error_code::voter_not_in_council);
  CHECK(cod::open_ballot_of(snapshot_of({entry("UK"_ms, stance::unknown)}), council).open() == council.members());
}

TEST_CASE("COD-B401: two entries that put a member on different sides are an error, two that agree are not", "[dossier][stance_votes]") {
  auto const twice = [](stance a, stance b) { return cod::open_ballot_of(snapshot_of({entry("DE"_ms, a), entry("DE"_ms, b)}), council); };
  CHECK(cod::test::caught([&] { (void)twice(stance::support, stance::oppose); }).code() == cod::error_code::member_on_two_sides);
  CHECK(cod::test::caught([&] { (void)twice(stance::support, stance::undecided); }).code() == cod::error_code::member_on_two_sides);
  CHECK(cod::test::caught([&] { (void)twice(stance::undecided, stance::unknown); }).code() == cod::error_code::member_on_two_sides);
  CHECK(twice(stance::oppose, stance::not_support).side(vote::against) == "DE"_members);
}

TEST_CASE("the replay counts the open ballot of each snapshot", "[dossier][stance_votes]") {
  auto const d = cod::csa_regulation();
  for (auto const& step : cod::replay(d)) {
    if (!step.count) continue;
    INFO(step.id);
    auto const b = cod::open_ballot_of(*d.record_of(step.record).as<cod::position_snapshot>(), step.count->council());
    auto const p = step.count->positions();
    CHECK(b.side(vote::in_favour) == p.in_favour);
    CHECK(b.side(vote::against) == p.against);
    CHECK(b.side(vote::abstain) == p.abstaining);
    CHECK(p.absent.empty());
    CHECK(b.undecided() == p.undecided);
    CHECK(b.unknown() == p.unknown);
    CHECK(step.count->assessment().verdict() == step.count->verdict());
  }
}

TEST_CASE("10 October 2024: supporters with reservations left open make a verdict of 6 supporters one of 2", "[dossier][stance_votes]") {
  auto const as_said = step_of("2024-10-10-HU");
  CHECK(as_said.count->positions().in_favour == "BG IE EL LT HU SE"_members);
  auto const careful = step_of("2024-10-10-HU", plain.with_reservations(stance::support, expected_vote::unknown));
  CHECK(careful.count->positions().in_favour == "HU SE"_members);
  CHECK(careful.count->positions().unknown == (as_said.count->positions().unknown | "BG EL IE LT"_members));
}

TEST_CASE("27 August 2025: with the undecided counted as against, Germany among them, the open vote has no majority", "[dossier][stance_votes]") {
  CHECK(step_of("2025-08-27-DK-fcc").count->verdict() == verdict::open);
  auto const strict = step_of("2025-08-27-DK-fcc", plain.with(stance::undecided, expected_vote::against));
  CHECK(strict.count->verdict() == verdict::not_adopted);
  CHECK(strict.count->positions().open().empty());
  CHECK(strict.count->positions().against.size() == 4 + 8);
  auto const kind = step_of("2025-08-27-DK-fcc", plain.with(stance::undecided, expected_vote::in_favour));
  CHECK(kind.count->verdict() == verdict::adopted);  // 53.41 + 29.82 = 83.23 %
}

TEST_CASE("20 June 2024 in Politico: a no or an abstention makes no difference to the majority, but under unanimity it does", "[dossier][stance_votes]") {
  auto const d = cod::csa_regulation();
  auto const& politico = csa_snapshot(d, "2024-06-20-BE-politico");
  auto const day = cod::council_on("2024-06-20"_date);
  constexpr auto open = plain.with(stance::not_support, expected_vote::unknown);
  CHECK(cod::open_ballot_of(politico, day).side(vote::against) == "AT CZ DE NL PL"_members);
  CHECK(cod::open_ballot_of(politico, day, open).open() == day.members());
  CHECK(cod::assess(cod::rules::unanimity(), cod::open_ballot_of(politico, day)).verdict() == verdict::not_adopted);
  CHECK(cod::assess(cod::rules::unanimity(), cod::open_ballot_of(politico, day, open)).verdict() == verdict::open);
}

TEST_CASE("members that a mapping takes to be absent are counted and named as such, and too many of them leave no quorum", "[dossier][stance_votes]") {
  auto const step = step_of("2024-06-20-BE-tuta", plain.with(stance::abstain, expected_vote::absent));
  CHECK(step.count->positions().absent == "CZ EE NL AT SI"_members);
  CHECK_THAT(cod::io::to_text(cod::explain(step)), contains("absent: 5 members, 9.18 %: CZ EE NL AT SI"));
  CHECK(step.count->to_win().smallest() == 1);
  auto const empty_room = step_of("2024-06-20-BE-tuta", plain.with(stance::support, expected_vote::absent));
  CHECK(empty_room.count->verdict() == verdict::not_adopted);
  CHECK_FALSE(empty_room.count->least().quorum().met());
}

TEST_CASE("under unanimity who does not support may still abstain: not_support is open there, unless a mapping says what it means", "[dossier][stance_votes]") {
  for (auto const& rule : {cod::rules::unanimity(), cod::rules::constructive_abstention(), cod::rules::qualified_majority(cod::blockers::against)}) {
    INFO(rule.name());
    CHECK(plain.under(rule).of(stance::not_support) == expected_vote::unknown);
    CHECK(plain.under(rule).of(entry("DE"_ms, stance::oppose, {stance::abstain})) == expected_vote::unknown);  // a no or an abstention
    CHECK(plain.under(rule).of(stance::oppose) == expected_vote::against);
    for (auto const said : {expected_vote::against, expected_vote::abstain}) CHECK(plain.with(stance::not_support, said).under(rule).of(stance::not_support) == said);
  }
  for (auto const& rule : {cod::rules::qualified_majority(), cod::rules::simple_majority(), cod::rules::reinforced_majority()}) CHECK(plain.under(rule) == plain);
}

TEST_CASE("20 June 2024 in Politico, counted under TFEU 113: open, for the five who would not support may abstain", "[dossier][stance_votes]") {
  auto const id = "2024-06-20-BE-politico";
  auto const unanimous = step_of(id, {}, {"TFEU 113"});
  CHECK(unanimous.count->verdict() == verdict::open);
  CHECK(unanimous.count->positions().against.empty());
  CHECK(unanimous.count->positions().open() == cod::council_on("2024-06-20"_date).members());
  auto const refused = step_of(id, plain.with(stance::not_support, expected_vote::against), {"TFEU 113"});
  CHECK(refused.count->verdict() == verdict::not_adopted);
  CHECK(refused.count->positions().against == "AT CZ DE NL PL"_members);
  auto const majority = step_of(id);  // TFEU 114
  CHECK(majority.count->verdict() == verdict::not_adopted);
  CHECK(majority.count->positions().against == "AT CZ DE NL PL"_members);
}
