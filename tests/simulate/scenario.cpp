// SPDX-License-Identifier: BSL-1.0
// Scenarios: against ballots made by hand, electorates built another way, and brute force over all ways to vote.
#include <codecision/codecision.hpp>
#include <codecision/simulate/comparison.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

#include <random>

using namespace codecision;
using namespace codecision::literals;
using simulate::scenario;

namespace {

constexpr auto november_2025 = "2025-11-26"_date;
constexpr auto opponents = "CZ NL PL SK"_members;
constexpr auto italy = "IT"_members;
constexpr auto germany = "DE"_members;
constexpr auto germany_and_france = "DE FR"_members;
constexpr auto hungary = "HU"_members;
constexpr auto hungary_state = "HU"_ms;
constexpr auto ukraine = "UA"_ms;
constexpr auto ukraine_set = "UA"_members;
constexpr auto denmark_and_ireland = "DK IE"_members;
constexpr auto denmark = "DK"_members;

/// The vote of 26 November 2025: four against, Italy abstaining.
ballot mandate() { return ballot{council_on(november_2025)}.against(opponents).abstaining(italy).others(vote::in_favour); }
scenario base() { return {"mandate", rules::qualified_majority(), mandate()}; }

bool same_outcome(outcome const& a, outcome const& b) {
  return a.adopted() == b.adopted() && a.in_favour() == b.in_favour() && a.population_in_favour() == b.population_in_favour() &&
         a.population_total() == b.population_total() && a.council().members() == b.council().members() && a.rule().name() == b.rule().name() &&
         a.blocking_minority().fewest == b.blocking_minority().fewest;
}

}  // namespace

TEST_CASE("a scenario without changes is its base") {
  auto const s = base();
  CHECK(s.name() == "mandate");
  CHECK(s.changes().empty());
  CHECK(same_outcome(s.assess().least(), evaluate(rules::qualified_majority(), mandate())));
  CHECK(s.not_moved() == council_on(november_2025).members());
}

TEST_CASE("moving members is the ballot in which they vote otherwise") {
  for (auto const to : {vote::in_favour, vote::against, vote::abstain, vote::abstain_formally, vote::absent}) {
    auto const moved = base().moved(germany_and_france, to);
    CHECK(same_outcome(moved.assess().most(), evaluate(rules::qualified_majority(), mandate().changed(germany_and_france, to))));
    CHECK(moved.not_moved() == council_on(november_2025).members() - germany_and_france);
    CHECK(base().changes().empty());
  }
}

TEST_CASE("with Germany against, the mandate of November 2025 is not adopted: 52.32 % of the population") {
  // 70.81 % of the printed table were in favour; Germany has 18.49 %.
  auto const s = base().moved(germany, vote::against);
  CHECK(s.assess().verdict() == verdict::not_adopted);
  CHECK(s.assess().least().population_in_favour().number == 7081 - 1849);
}

TEST_CASE("a reopened vote is open, and the extremes are the two ways in which it can end") {
  auto const s = base().reopened(germany);
  CHECK(s.ballot().open() == germany);
  CHECK(s.assess().verdict() == verdict::open);
  CHECK(same_outcome(s.assess().most(), evaluate(rules::qualified_majority(), mandate())));
  CHECK(same_outcome(s.assess().least(), evaluate(rules::qualified_majority(), mandate().changed(germany, vote::against))));
}

TEST_CASE("everyone else are those whose vote no change before has moved") {
  auto const s = base().moved(opponents, vote::abstain).reopened(italy).others(vote::against);
  CHECK(s.ballot().side(vote::abstain) == opponents);
  CHECK(s.ballot().open() == italy);
  CHECK(s.ballot().side(vote::against) == council_on(november_2025).members() - opponents - italy);
  CHECK(base().all(vote::in_favour).ballot().side(vote::in_favour) == council_on(november_2025).members());
}

TEST_CASE("a state that joins is an open vote in the council with one more member") {
  auto const s = base().joined(ukraine, 33'000'000);
  CHECK(s.ballot().open() == ukraine_set);
  auto const council = council_on(november_2025).with(ukraine, 33'000'000);
  auto const by_hand = ballot{council}.against(opponents).abstaining(italy).others(vote::in_favour);
  CHECK(same_outcome(s.assess().most(), evaluate(rules::qualified_majority(), by_hand)));
  CHECK(same_outcome(s.moved(ukraine, vote::against).assess().least(), evaluate(rules::qualified_majority(), by_hand.changed(ukraine, vote::against))));
}

TEST_CASE("where members do not take part, TFEU 238(3) takes the place of TEU 16(4) and of TFEU 238(2)") {
  auto const council = council_on(november_2025).without(denmark_and_ireland);
  auto const by_hand = ballot{council}.against(opponents).abstaining(italy).others(vote::in_favour);
  CHECK(same_outcome(base().without(denmark_and_ireland).assess().least(), evaluate(rules::participants_majority(), by_hand)));
  scenario const reinforced{"reinforced", rules::reinforced_majority(), mandate()};
  CHECK(same_outcome(reinforced.without(denmark_and_ireland).assess().least(), evaluate(rules::reinforced_participants_majority(), by_hand)));
  auto const letter = scenario{"to the letter", rules::qualified_majority(blockers::against), mandate()}.without(denmark_and_ireland);
  CHECK(letter.rule().clause().counted_as == blockers::against);
  auto const unanimous = scenario{"unanimity", rules::unanimity(), mandate()}.without(denmark_and_ireland);
  CHECK(unanimous.rule().name() == rules::unanimity().name());
}

TEST_CASE("a member that leaves the Union is no member any more: the thresholds are shares of the rest, under TEU 16(4)") {
  auto const day = "2024-06-20"_date;
  auto const all = council_on(day);
  auto const before = ballot{all}.against(opponents).others(vote::in_favour);
  auto const s = scenario{"June 2024", rules::qualified_majority(), before}.left(hungary);
  CHECK(s.council().size() == 26);
  CHECK(s.council().not_taking_part().empty());
  CHECK(s.council().population_total() == all.population_total() - all.population(hungary_state));
  CHECK(s.rule().name() == rules::qualified_majority().name());
  // 55 % of 26 are 14.3 members, so 15, which is also the fewest that TEU 16(4) allows.
  CHECK(s.assess().least().criteria()[0].need == 15);
  CHECK(s.assess().least().criteria()[1].have == all.population(all.members() - opponents - hungary));
  CHECK(s.council().figures().year == all.figures().year);
  CHECK(s.council().day() == all.day());
}

TEST_CASE("without the United Kingdom, the council of 31 January 2020 is the council of the next day") {
  auto const last_day = "2020-01-31"_date;
  auto const next_day = "2020-02-01"_date;
  auto const uk = "UK"_members;
  auto const before = ballot{council_on(last_day, 2018)}.against(opponents).others(vote::in_favour);
  auto const s = scenario{"brexit", rules::qualified_majority(), before}.left(uk).figures_of(2020);
  auto const after = ballot{council_on(next_day, 2020)}.against(opponents).others(vote::in_favour);
  CHECK(same_outcome(s.assess().least(), evaluate(rules::qualified_majority(), after)));
}

TEST_CASE("a member that takes no part and leaves is not counted anywhere") {
  auto const council = council_on(november_2025).without(denmark_and_ireland);
  scenario const s{"area of freedom", rules::participants_majority(), ballot{council}.others(vote::in_favour)};
  auto const after = s.left(denmark);
  CHECK(after.council().members() == council.members());
  CHECK(after.council().not_taking_part() == denmark_and_ireland - denmark);
  CHECK(after.assess().least().population_in_favour() == s.assess().least().population_in_favour());
}

TEST_CASE("the figures of another year are those of its table, whatever joins") {
  auto const s = base().joined(ukraine, 33'000'000).figures_of(2018);
  auto const by_hand = council_on(november_2025, 2018).with(ukraine, 33'000'000);
  for (auto const m : by_hand.members()) CHECK(s.council().population(m) == by_hand.population(m));
  CHECK(s.council().population_total() == by_hand.population_total());
  CHECK(s.council().figures().stand_in);
}

TEST_CASE("the order of the changes of the council does not matter") {
  auto const a = base().joined(ukraine, 33'000'000).figures_of(2018).left(hungary).without(denmark);
  auto const b = base().without(denmark).left(hungary).figures_of(2018).joined(ukraine, 33'000'000);
  CHECK(same_outcome(a.assess().least(), b.assess().least()));
  CHECK(same_outcome(a.assess().most(), b.assess().most()));
}

TEST_CASE("another rule counts the same votes") {
  auto const s = base().under(rules::unanimity());
  CHECK(same_outcome(s.assess().least(), evaluate(rules::unanimity(), mandate())));
  CHECK(s.assess().verdict() == verdict::not_adopted);
}

TEST_CASE("weighted votes stay with those who remain") {
  auto const day = "2013-10-01"_date;
  auto const council = council_on(day);
  auto const rule = rules::weighted(regime_on(day), proposer::commission);
  auto const s = scenario{"2013", rule, ballot{council}.others(vote::in_favour)}.left(hungary);
  CHECK(s.council().votes_of_all() == council.votes_of_all() - council.votes(hungary_state));
  CHECK(s.assess().verdict() == verdict::adopted);
}

TEST_CASE("a proxy holds as long as both of its members vote") {
  auto const holder = "BE"_ms;
  auto const principal = "NL"_ms;
  auto const holder_set = "BE"_members;
  scenario const s{"proxy", rules::qualified_majority(), mandate().represented(principal, holder)};
  auto const still = s.left(hungary).ballot().known();
  CHECK(still.represented().contains(principal));
  CHECK(still.holder_of(principal) == holder);
  CHECK(s.left(holder_set).ballot().known().represented().empty());
}

TEST_CASE("whatever is moved, the verdict is the one over all ways in which the open members can vote") {
  std::mt19937 dice{2025};
  auto const council = council_on(november_2025);
  auto const some = [&](int one_in) {
    member_set members;
    for (auto const m : council.members())
      if (dice() % static_cast<unsigned>(one_in) == 0) members.insert(m);
    return members;
  };
  for (int round = 0; round < 40; ++round) {
    auto const open = some(5);
    auto const against = some(6) - open;
    auto s = base();
    if (!open.empty()) s = s.reopened(open);
    if (!against.empty()) s = s.moved(against, vote::against);
    // By hand: 15 members and 65 % of the printed total, or fewer than four not in favour.
    int adopting = 0, ways = 0;
    auto const known = mandate().side(vote::in_favour) - against - open;
    std::uint64_t subset = 0;
    do {
      auto const in_favour = known | member_set::from_bits(subset);
      auto const enough = in_favour.size() >= 15 && council.population(in_favour) * 100 >= 65 * council.population_total();
      adopting += enough || 27 - in_favour.size() < 4 ? 1 : 0;
      ++ways;
      subset = (subset - open.bits()) & open.bits();
    } while (subset != 0);
    auto const expected = adopting == ways ? verdict::adopted : adopting == 0 ? verdict::not_adopted : verdict::open;
    CHECK(s.assess().verdict() == expected);
  }
}

// ----- contradictions -----

TEST_CASE("a scenario that moves a member to two sides is refused with COD-F002, which names both changes and the member") {
  auto const e = test::caught([] { return base().moved(germany_and_france, vote::against, "DE FR against").moved(germany, vote::abstain, "DE abstains"); });
  CHECK(e.code() == error_code::bad_scenario);
  CHECK(e.message() == "the scenario contradicts itself: 'DE FR against' and 'DE abstains' move DE to two sides");
  CHECK_THAT(e.advice(), test::contains("leave DE out of one of them"));
  CHECK(test::caught([] { return base().moved(germany, vote::against).reopened(germany); }).code() == error_code::bad_scenario);
  CHECK(test::caught([] { return base().reopened(germany).moved(germany, vote::against); }).code() == error_code::bad_scenario);
}

TEST_CASE("saying the same twice is no contradiction") {
  auto const s = base().moved(germany, vote::against).moved(germany_and_france, vote::against);
  CHECK(s.ballot().side(vote::against) == (opponents | germany_and_france));
  CHECK(base().without(hungary).without(hungary).council().size() == 26);
  CHECK(base().left(hungary).left(hungary).council().size() == 26);
  CHECK(base().joined(ukraine, 33'000'000).joined(ukraine, 33'000'000).council().size() == 28);
  CHECK(base().figures_of(2018).figures_of(2018).council().figures().year == 2018);
}

TEST_CASE("a member cannot vote and take no part") {
  auto const e = test::caught([] { return base().moved(hungary, vote::against, "HU against").without(hungary, "without HU"); });
  CHECK(e.message() == "the scenario contradicts itself: 'HU against' and 'without HU' cannot both hold of HU");
  CHECK(test::caught([] { return base().without(hungary).moved(hungary, vote::against); }).code() == error_code::bad_scenario);
  CHECK(test::caught([] { return base().left(hungary).reopened(hungary); }).code() == error_code::bad_scenario);
  CHECK(test::caught([] { return base().left(hungary).without(hungary); }).code() == error_code::bad_scenario);
  CHECK(test::caught([] { return base().joined(ukraine, 1'000'000).left(ukraine); }).code() == error_code::bad_scenario);
}

TEST_CASE("two years, two rules or two populations are two scenarios") {
  CHECK_THAT(test::caught([] { return base().figures_of(2018).figures_of(2020); }).message(), test::ends_with("choose two years"));
  CHECK_THAT(test::caught([] { return base().under(rules::unanimity()).under(rules::simple_majority()); }).message(), test::ends_with("choose two rules"));
  CHECK(test::caught([] { return base().joined(ukraine, 1'000'000).joined(ukraine, 2'000'000); }).code() == error_code::bad_scenario);
}

TEST_CASE("a member that does not vote in the base cannot be moved before it joins") {
  auto const e = test::caught([] { return base().moved(ukraine_set, vote::in_favour, "UA in favour"); });
  CHECK(e.code() == error_code::bad_scenario);
  CHECK(e.message() == "'UA in favour' moves UA, and it does not vote here");
  CHECK_THAT(e.have(), test::starts_with("27 members"));
  CHECK(test::caught([] { return base().without(ukraine_set); }).code() == error_code::bad_scenario);
  CHECK(test::caught([] { return base().left(ukraine_set); }).code() == error_code::bad_scenario);
}

TEST_CASE("a member cannot join twice, and a change that moves nobody is a mistake") {
  CHECK_THAT(test::caught([] { return base().joined(hungary_state, 9'000'000); }).message(), test::contains("lets HU join, and it is a member already"));
  CHECK_THAT(test::caught([] { return base().moved(member_set{}, vote::against, "nobody against"); }).message(), test::contains("moves nobody"));
  CHECK(test::caught([] { return base().all(vote::in_favour).others(vote::against); }).code() == error_code::bad_scenario);
}

TEST_CASE("somebody must be left to vote, and figures must be known") {
  CHECK_THAT(test::caught([] { return base().left(council_on(november_2025).members(), "all leave"); }).message(), test::contains("nobody is left to vote"));
  CHECK(test::caught([] { return base().figures_of(1990); }).code() == error_code::no_population_table);
  CHECK(test::caught([] { return base().joined(ukraine, 0); }).code() == error_code::bad_figure);
}

// ----- comparisons -----

TEST_CASE("compared scenarios stand in the order in which they were given, each with its verdict") {
  auto const all = simulate::compare({base(), base().moved(germany, vote::against).named("DE against"), base().reopened(germany).named("DE open")});
  REQUIRE(all.size() == 3);
  CHECK(all[0].verdict() == verdict::adopted);
  CHECK(all[1].verdict() == verdict::not_adopted);
  CHECK(all[2].verdict() == verdict::open);
  CHECK(all[1].of().name() == "DE against");
  CHECK(all[2].population_at_worst() == 7081 - 1849);
  CHECK(all[2].population_at_best() == 7081);
  CHECK(simulate::members_in_favour(all[2]) == "21 to 22");
  CHECK(simulate::population_in_favour(all[2]) == "52.32 % to 70.81 %");
  CHECK(simulate::population_in_favour(all[0]) == "70.81 %");
  CHECK(simulate::compare({}).empty());
}

TEST_CASE("the smallest sets that would settle a scenario are those that one change of vote after the other finds") {
  auto const all = simulate::compare({base(), base().moved(germany, vote::against), base().reopened(germany_and_france)});
  auto const turned_by_one = [](ballot const& b, vote to) {
    member_set found;
    for (auto const m : b.council().members())
      if (evaluate(rules::qualified_majority(), b.changed(m, to)).adopted() != evaluate(rules::qualified_majority(), b).adopted()) found.insert(m);
    return found;
  };
  auto const members_of = [](flip_range const& sets) {
    member_set found;
    for (auto const& f : sets) found |= f.members;
    return found;
  };
  CHECK(all[0].to_adopt().empty());
  CHECK(members_of(all[0].to_block()) == turned_by_one(mandate(), vote::against));
  CHECK(members_of(all[1].to_adopt()) == turned_by_one(mandate().changed(germany, vote::against), vote::in_favour));
  CHECK(all[1].to_block().empty());
  // Without both, 70.81 - 18.49 - 15.17 %: Germany and France together are needed, and each of them can block.
  CHECK(all[2].verdict() == verdict::open);
  CHECK(all[2].to_adopt().smallest() == 2);
  CHECK(members_of(all[2].to_adopt()) == germany_and_france);
  CHECK(all[2].to_block().smallest() == 1);
  CHECK(members_of(all[2].to_block()) == germany_and_france);
}

TEST_CASE("nobody can turn a vote that fails for want of a quorum by voting in favour") {
  scenario const s{"empty room", rules::simple_majority(), ballot{electorate::of(germany_and_france | italy)}.in_favour(germany).others(vote::absent)};
  auto const all = simulate::compare({s.moved(germany_and_france, vote::in_favour).moved(italy, vote::absent)});
  CHECK(all[0].verdict() == verdict::adopted);
  auto const alone = simulate::compare({s});
  CHECK(alone[0].verdict() == verdict::not_adopted);
  CHECK(simulate::population_in_favour(alone[0]) == "-");
  CHECK_THAT(simulate::margins(alone[0]), test::ends_with("no quorum"));
  auto const lines = simulate::explain(alone).details[0].details;
  CHECK(std::any_of(lines.begin(), lines.end(), [](auto const& line) { return line.text == "whatever the votes, 1 member more must come for a quorum"; }));
  CHECK(std::none_of(lines.begin(), lines.end(), [](auto const& line) { return line.text.starts_with("votes in favour"); }));
}

TEST_CASE("differences name each move between the same sides once, who joined or left, the figures and the rule") {
  auto const s = base().moved(germany_and_france, vote::against).reopened(italy).joined(ukraine, 33'000'000).without(hungary).figures_of(2018);
  auto const found = simulate::differences(base(), s);
  CHECK(found == std::vector<std::string>{"DE FR: in favour to against", "HU: in favour to no vote", "IT: abstaining to open", "UA: no vote to open",
                                          "other population figures: 2018", "rule: qualified majority of the participants"});
  CHECK(simulate::differences(base(), base()).empty());
}

TEST_CASE("what would turn a settled scenario takes its open members as they help") {
  // DE FR IT ES block whatever PL and NL do; if one of the four comes round and PL and NL are in favour, three are too few.
  auto const s = base().moved("DE FR IT ES"_members, vote::against).reopened("PL NL"_members).others(vote::in_favour);
  auto const all = simulate::compare({s});
  REQUIRE(all[0].verdict() == verdict::not_adopted);
  auto const one = (*all[0].to_adopt().begin()).members;
  REQUIRE(one.size() == 1);
  auto const turned = s.ballot().changed(one, vote::in_favour);
  CHECK(codecision::assess(s.rule(), turned).verdict() == verdict::open);
  CHECK(codecision::assess(s.rule(), turned.changed("PL NL"_members, vote::in_favour)).verdict() == verdict::adopted);
  std::string lines;
  auto const tree = explain(all);
  for (auto const& line : tree.details[0].details) lines += line.text + "\n";
  CHECK_THAT(lines, test::contains("votes in favour that would turn it, all open members being in favour: 1 member, 4 ways: "));
}

TEST_CASE("a comparison explains each scenario, and what differs from the first one") {
  auto const tree = explain(simulate::compare({base(), base().moved(germany, vote::against, "Germany against").named("turn")}));
  CHECK(tree.text == "2 scenarios: 1 adopted, 1 not adopted, 0 open");
  REQUIRE(tree.details.size() == 2);
  CHECK(tree.details[0].text == "mandate: adopted, counted by qualified majority");
  CHECK(tree.details[1].text == "turn: not adopted, counted by qualified majority");
  std::string lines;
  for (auto const& line : tree.details[1].details) lines += line.text + "\n";
  CHECK_THAT(lines, test::contains("change: Germany against\n"));
  CHECK_THAT(lines, test::contains("21 of 27 members in favour, with 52.32 % of the population\n"));
  // 65 % of the printed total of 100.01 % are 65.01 %, rounded up: 12.69 points more than 52.32 %.
  CHECK_THAT(lines, test::contains("6 members to spare, 12.69 points short\n"));
  CHECK_THAT(lines, test::contains("votes in favour that would turn it: 1 member, 2 ways: DE | IT\n"));
  CHECK_THAT(lines, test::contains("a blocking minority needs at least 4 members\n"));
  CHECK_THAT(lines, test::contains("compared with 'mandate': DE: in favour to against\n"));
}
