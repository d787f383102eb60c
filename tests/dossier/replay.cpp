// SPDX-License-Identifier: BSL-1.0
// Every snapshot of positions counted on its day, against the material and against brute force over the open members.
#include "errors/caught.hpp"
#include "support/catch.hpp"

#include <codecision/dossier/csa_regulation.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;
using cod::verdict;

namespace {

std::vector<cod::replay_step> const& steps() {
  static std::vector<cod::replay_step> const all = cod::replay(cod::csa_regulation());
  return all;
}

cod::position_count const& count_of(std::string const& id) {
  for (auto const& s : steps())
    if (s.id == id) return s.count.value();
  throw std::runtime_error{"no snapshot " + id};
}

nlohmann::json positions() {
  std::ifstream file{std::string{CODECISION_SOURCE_DIR} + "/docs/data/csa/positions.json"};
  REQUIRE(file);
  return nlohmann::json::parse(file);
}

// Hundredths of a percent of the council's total.
long long hundredths(cod::position_count const& c, cod::member_set members) {
  return (c.council().population(members) * 10'000 + c.council().population_total() / 2) /
         c.council().population_total();
}

}  // namespace

TEST_CASE("28 snapshots in order of time: 25 on a text are counted, three on single issues have no verdict") {
  CHECK(steps().size() == 28);
  CHECK(std::count_if(steps().begin(), steps().end(), [](auto const& s) { return s.count.has_value(); }) == 25);
  for (std::size_t i = 1; i < steps().size(); ++i) CHECK(steps()[i - 1].day <= steps()[i].day);
  for (auto const& s : steps())
    if (!s.count) CHECK(cod::year_of(s.day) == 2023);
}

TEST_CASE("in favour, against, abstaining, undecided and unknown are those of the material, and nobody is forgotten") {
  for (auto const& row : positions()) {
    if (row.at("kind") == "issue") continue;
    auto const& sides = count_of(row.at("id")).positions();
    cod::member_set in_favour, against, abstaining, undecided, unknown;
    for (auto const& [code, entry] : row.at("positions").items()) {
      auto const member = cod::parse_member(code);
      auto const word = entry.at("stance").get<std::string>();
      (word == "support"     ? in_favour
       : word == "oppose"    ? against
       : word == "abstain"   ? abstaining
       : word == "undecided" ? undecided
                             : unknown)
          .insert(member);
    }
    INFO(row.at("id").get<std::string>());
    CHECK(sides.in_favour == in_favour);
    CHECK(sides.against == against);
    CHECK(sides.abstaining == abstaining);
    CHECK(sides.undecided == undecided);
    CHECK(sides.unknown == unknown);
    CHECK((in_favour | against | abstaining | undecided | unknown).size() == 27);
  }
}

TEST_CASE(
    "the rule is the qualified majority of TEU 16(4): TFEU 114 on a proposal of the Commission, all members vote") {
  for (auto const& s : steps()) {
    if (!s.count) continue;
    CHECK(s.count->rule().basis().basis == "TFEU 114");
    CHECK(s.count->rule().name() == cod::rules::qualified_majority().name());
    CHECK(s.count->council().size() == 27);
    CHECK(s.count->decisive().criteria().find(cod::counted::members)->need == 15);
  }
}

TEST_CASE(
    "26 November 2025: adopted with 22 of 27 and 70.81 %, or with 23 and 72.02 %, by the two sources that conflict") {
  auto const& ctk = count_of("2025-11-26-DK2-coreper-ctk");
  CHECK(ctk.verdict() == verdict::adopted);
  CHECK(ctk.positions().in_favour.size() == 22);
  CHECK(ctk.least().population_in_favour().number == 7081);
  CHECK(ctk.certain());
  CHECK(ctk.positions().open().empty());
  auto const& three = count_of("2025-11-26-DK2-coreper-3no");
  CHECK(three.verdict() == verdict::adopted);
  CHECK(three.positions().in_favour.size() == 23);
  CHECK(three.least().population_in_favour().number == 7202);
}

TEST_CASE(
    "20 June 2024: withdrawn without a majority; five named states block with 35.50 %, by another list 63.7 % are in "
    "favour") {
  auto const& politico = count_of("2024-06-20-BE-politico");
  CHECK(politico.verdict() == verdict::not_adopted);  // whatever the 22 states do that nobody named
  CHECK(politico.positions().unknown.size() == 22);
  CHECK(hundredths(politico, politico.positions().against) == 3550);
  auto const& tuta = count_of("2024-06-20-BE-tuta");
  CHECK(tuta.verdict() == verdict::not_adopted);
  CHECK(tuta.positions().in_favour.size() == 20);
  CHECK(hundredths(tuta, tuta.positions().in_favour) == 6373);
  CHECK(tuta.to_win().smallest() == 1);  // any of five would have done: AT, CZ, DE, NL, PL; EE and SI would not
  cod::member_set won;
  for (auto const& flip : tuta.to_win()) won |= flip.members;
  CHECK(won == "AT CZ DE NL PL"_members);
  CHECK(count_of("2024-06-20-BE-netzpolitik").verdict() == verdict::open);
}

TEST_CASE("12 September 2025: not adopted by the tracker, open by the minutes of the same day") {
  auto const& tracker = count_of("2025-09-12-DK-fcc");
  CHECK(tracker.verdict() == verdict::not_adopted);
  CHECK(tracker.positions().in_favour.size() == 14);
  CHECK(tracker.positions().against.size() == 9);
  CHECK(tracker.positions().undecided.size() == 4);
  auto const& minutes = count_of("2025-09-12-DK-minutes");
  CHECK(minutes.verdict() == verdict::open);
  CHECK(minutes.positions().unknown.size() == 14);
}

TEST_CASE(
    "8 October 2025: the six named opponents have 34.02 % and do not block; with Austria they have 36.04 % and do") {
  auto const& coreper = count_of("2025-10-08-DK-coreper");
  CHECK(coreper.council().population(coreper.positions().against) == 3402);
  CHECK(coreper.verdict() == verdict::open);
  CHECK(coreper.to_lose().smallest() == 1);
  CHECK(coreper.council().population(coreper.positions().against | cod::member_set{"AT"_ms}) == 3604);
  bool austria = false;
  for (auto const& flip : coreper.to_lose()) austria = austria || flip.members == cod::member_set{"AT"_ms};
  CHECK(austria);
}

TEST_CASE("the verdict and who could tip it, against every way in which the open members can vote") {
  int tried = 0;
  for (auto const& s : steps()) {
    if (!s.count || s.count->positions().open().size() > 10) continue;
    auto const& c = *s.count;
    std::vector<cod::member_state> open;
    for (auto const m : c.positions().open()) open.push_back(m);
    bool some_adopt = false, some_fail = false;
    std::size_t fewest_won = 99, ways_won = 0, fewest_lost = 99, ways_lost = 0;
    for (std::size_t way = 0; way < (std::size_t{1} << open.size()); ++way) {
      cod::member_set yes, no;
      for (std::size_t i = 0; i < open.size(); ++i) ((way >> i & 1u) != 0 ? yes : no).insert(open[i]);
      auto const ballot = cod::ballot{c.council()}.in_favour(c.positions().in_favour | yes).others(cod::vote::against);
      auto const adopted = cod::majority_attained(cod::rules::qualified_majority(), ballot);
      (adopted ? some_adopt : some_fail) = true;
      auto& fewest = adopted ? fewest_won : fewest_lost;
      auto& ways = adopted ? ways_won : ways_lost;
      auto const size = static_cast<std::size_t>((adopted ? yes : no).size());
      if (size < fewest) { fewest = size; ways = 0; }
      if (size == fewest) ++ways;
    }
    INFO(s.id);
    CHECK(c.verdict() == (some_adopt && some_fail ? verdict::open
                          : some_adopt            ? verdict::adopted
                                                  : verdict::not_adopted));
    if (c.verdict() == verdict::open) {
      CHECK(static_cast<std::size_t>(c.to_win().smallest()) == fewest_won);
      CHECK(static_cast<std::size_t>(c.to_win().count()) == ways_won);
      CHECK(static_cast<std::size_t>(c.to_lose().smallest()) == fewest_lost);
      CHECK(static_cast<std::size_t>(c.to_lose().count()) == ways_lost);
    }
    ++tried;
  }
  CHECK(tried >= 10);
}

TEST_CASE("nobody need be won for what is adopted, nor lost for what is not") {
  CHECK(count_of("2025-11-26-DK2-coreper-ctk").to_win().count() == 0);
  CHECK(count_of("2025-11-26-DK2-coreper-ctk").to_lose().smallest() == 1);
  CHECK(count_of("2024-06-20-BE-tuta").to_lose().count() == 0);
}

TEST_CASE("for 2026 the figures of 2025 stand in; 27 of 27 in favour cannot hang on them, 23 of 27 could") {
  for (auto const& s : steps()) {
    if (!s.count) continue;
    INFO(s.id);
    CHECK(s.count->council().figures().stand_in == (cod::year_of(s.day) == 2026));
    CHECK(s.count->council().figures().year == (std::min)(cod::year_of(s.day), 2025));
  }
  auto const& all = count_of("2026-07-02-interim-council");
  CHECK(all.positions().in_favour.size() == 27);
  CHECK(all.verdict() == verdict::adopted);
  CHECK_FALSE(all.hangs_on_figures());
  CHECK(count_of("2026-06-28-CSAR-fcc").hangs_on_figures());
}

TEST_CASE("only the Council's position of 2 July 2026 is a vote with legal effect; all else is indicative") {
  for (auto const& s : steps()) {
    INFO(s.id);
    CHECK(s.indicative == (s.id != "2026-07-02-interim-council"));
  }
}

TEST_CASE("replaying a view counts what was known: before the newspaper of 13 October 2025 nobody knew of Croatia") {
  auto const then = cod::replay(cod::csa_regulation().as_of("2025-10-12"_date));
  auto const found =
      std::find_if(then.begin(), then.end(), [](auto const& s) { return s.id == "2025-10-08-DK-coreper"; });
  REQUIRE(found != then.end());
  CHECK(found->count->positions().unknown.contains("HR"_ms));
  CHECK_FALSE(count_of("2025-10-08-DK-coreper").positions().unknown.contains("HR"_ms));
  CHECK(then.size() < steps().size());
}

TEST_CASE("an empty snapshot leaves everything open, a full one nothing") {
  cod::dossier d{"x"};
  (void)d.add(cod::position_snapshot{"2025-11-26"_date}, cod::source{"a"}, "empty");
  cod::position_snapshot full{"2025-11-26"_date};
  for (auto const m : cod::members_on("2025-11-26"_date)) {
    full.entries.emplace_back();
    full.entries.back().member = m;
    full.entries.back().stance = cod::stance::support;
  }
  (void)d.add(full, cod::source{"a"}, "full");
  auto const both = cod::replay(d);
  REQUIRE(both.size() == 2);
  CHECK(both[0].count->verdict() == verdict::open);
  CHECK(both[0].count->positions().unknown.size() == 27);
  CHECK(both[1].count->verdict() == verdict::adopted);
  CHECK_FALSE(both[1].text);
}

TEST_CASE("COD-B403: a position of a state that is no member cannot be counted") {
  cod::dossier d{"x"};
  cod::position_snapshot snapshot{"2025-11-26"_date};
  snapshot.entries.emplace_back();
  snapshot.entries.back().member = "UK"_ms;
  snapshot.entries.back().stance = cod::stance::oppose;
  (void)d.add(snapshot, cod::source{"a"});
  try {
    (void)cod::replay(d);
    FAIL("the United Kingdom is no member");
  } catch (cod::error const& e) {
    CHECK(e.code() == cod::error_code::voter_not_in_council);
  }
}

namespace {

constexpr auto day_of_the_vote = "2025-11-26"_date;  // Clang 14 does not link literals in templates

template <class Vote>
Vote vote_of(cod::member_set against, cod::member_set abstaining) {
  Vote v;
  v.when = day_of_the_vote;
  v.in_favour = cod::members_on(day_of_the_vote) - against - abstaining;
  v.against = against;
  v.abstaining = abstaining;
  return v;
}

}  // namespace

TEST_CASE("a vote of the Council that lists its members is counted as a ballot of these votes, and has legal effect") {
  for (auto const& against : {"CZ NL PL SK"_members, "FR PL"_members, "DE FR"_members, "DE ES FR"_members, "DE FR IT LU"_members}) {
    cod::dossier d{"x"};
    auto const text = d.add(cod::compromise_text{"1", "2025-11-13"_date}, cod::source{"a"}, "text");
    auto const vote = d.add(vote_of<cod::council_vote>(against, "IE"_members), cod::source{"a"}, "vote");
    d.relate(vote, cod::votes_on, text);
    auto const all = cod::replay(d);
    REQUIRE(all.size() == 1);
    CHECK_FALSE(all[0].indicative);
    CHECK(all[0].text_title == d.record_of(*all[0].text).title);
    auto const by_hand = cod::evaluate(cod::rules::qualified_majority(),
                                       cod::ballot{cod::council_on("2025-11-26"_date)}.against(against).abstaining("IE"_members).others(cod::vote::in_favour));
    CHECK(all[0].count->verdict() == (by_hand.adopted() ? verdict::adopted : verdict::not_adopted));
    CHECK(all[0].count->positions().against == against);
    CHECK(all[0].count->positions().abstaining == "IE"_members);
    CHECK(all[0].count->positions().open().empty());
  }
}

TEST_CASE("how all ambassadors stood is counted and is indicative; a vote of which some members are not known is left out") {
  cod::dossier d{"x"};
  (void)d.add(vote_of<cod::coreper_tally>("CZ NL PL SK"_members, "IT"_members), cod::source{"a"}, "everybody");
  auto some = vote_of<cod::coreper_tally>("CZ NL PL SK"_members, "IT"_members);
  some.in_favour.erase("MT"_ms);
  (void)d.add(some, cod::source{"a"}, "all but Malta");
  (void)d.add(cod::council_vote{"Council", "2025-12-08"_date}, cod::source{"a"}, "without lists");
  auto const all = cod::replay(d);
  REQUIRE(all.size() == 1);
  CHECK(all[0].id == "everybody");
  CHECK(all[0].indicative);
  CHECK(all[0].count->verdict() == verdict::adopted);
}

TEST_CASE("a vote that lists a state which does not vote is an error: Ireland and Denmark under TFEU 82(2), COD-B403") {
  cod::dossier d{"x"};
  (void)d.add(vote_of<cod::council_vote>("CZ"_members, {}), cod::source{"a"}, "vote");
  CHECK(cod::test::caught([&] { (void)cod::replay(d, {"TFEU 82(2)"}); }).code() == cod::error_code::voter_not_in_council);
}

TEST_CASE("a dossier is counted on the legal basis that it states: 26 for and one against is no unanimity (TFEU 115)") {
  auto const verdict_on = [](std::vector<cod::attribute> attributes) {
    cod::dossier d{"x"};
    cod::details stated{.attributes = std::move(attributes)};
    (void)d.add(cod::proposal{"COM(0000) 1", "2025-01-15"_date}, stated, "proposal");
    (void)d.add(vote_of<cod::council_vote>("LU"_members, {}), cod::source{"a"}, "vote");
    return cod::replay(d).at(0).count->verdict();
  };
  CHECK(verdict_on({}) == verdict::adopted);
  CHECK(verdict_on({{"legal_event", "submit_proposal"}, {"legal_event.legal_basis", "TFEU 114"}}) == verdict::adopted);
  CHECK(verdict_on({{"legal_event", "submit_proposal"}, {"legal_event.legal_basis", "TFEU 115"}}) == verdict::not_adopted);
  // Of another file than the dossier's: its basis does not matter here.
  CHECK(verdict_on({{"procedure", "y"}, {"legal_event", "submit_proposal"}, {"legal_event.legal_basis", "TFEU 115"}}) == verdict::adopted);
}

TEST_CASE("without a proposal of the Commission fewer than 72 % of the members who vote are not enough (TFEU 238(3)(b))") {
  auto const adopted_when = [](std::string const& initiator) {
    cod::dossier d{"x"};
    cod::details stated{.attributes = {{"legal_event", "submit_initiative"}, {"legal_event.legal_basis", "TFEU 82(2)"}, {"legal_event.initiator", initiator}}};
    (void)d.add(cod::proposal{"1", "2025-01-15"_date}, stated, "proposal");
    // Denmark and Ireland do not vote; 17 of 25 are 68 %.
    auto vote = vote_of<cod::council_vote>("EE CY LV LT LU MT SI HR"_members, {});
    vote.in_favour -= "DK IE"_members;
    (void)d.add(vote, cod::source{"a"}, "vote");
    return cod::replay(d).at(0).count->verdict() == verdict::adopted;
  };
  CHECK(adopted_when("commission"));
  CHECK_FALSE(adopted_when("member_states"));
}
