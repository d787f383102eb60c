// SPDX-License-Identifier: BSL-1.0
// The text of scenarios: against scenarios that are made by calls, and errors that name the column.
#include <codecision/codecision.hpp>
#include <codecision/simulate/scenario_text.hpp>

#include "support/catch.hpp"

#include <random>

using namespace codecision;
using namespace codecision::literals;
using simulate::parse_scenario;
using simulate::scenario;

namespace {

constexpr auto november_2025 = "2025-11-26"_date;
constexpr auto opponents = "CZ NL PL SK"_members;
constexpr auto italy = "IT"_members;
constexpr auto germany = "DE"_members;
constexpr auto hungary = "HU"_members;
constexpr auto estonia = "EE"_members;
constexpr auto without_euro = "CZ DK HU PL RO SE BG"_members;  // November 2025: twenty members have the euro
constexpr auto france_and_spain = "FR ES"_members;
constexpr auto ukraine = "UA"_ms;
constexpr auto moldova = "MD"_ms;
constexpr auto joiners = "UA MD"_members;

member_set everybody() { return members_on(november_2025); }
ballot mandate() { return ballot{council_on(november_2025)}.against(opponents).abstaining(italy).others(vote::in_favour); }
/// Estonia's vote is not known.
scenario base() { return scenario{"mandate", rules::qualified_majority(), open_ballot{mandate()}.reopened(estonia)}; }

bool same(scenario const& a, scenario const& b) {
  auto same_sides = a.ballot().open() == b.ballot().open() && a.council().members() == b.council().members();
  for (auto const v : {vote::in_favour, vote::against, vote::abstain, vote::abstain_formally, vote::absent}) same_sides = same_sides && a.ballot().side(v) == b.ballot().side(v);
  return same_sides && a.rule().name() == b.rule().name() && a.council().population_total() == b.council().population_total();
}
bool means(std::string_view text, scenario const& expected) { return same(parse_scenario(text, base()), expected); }

error failing(std::string_view text) {
  try {
    static_cast<void>(parse_scenario(text, base()));
  } catch (error const& e) {
    return e;
  }
  FAIL("understood: " << text);
  return error{error_code::bad_scenario, ""};
}

}  // namespace

TEST_CASE("members are named by their codes, and what they do in several words") {
  for (auto const* text : {"DE against", "DE votes against", "de AGAINST", "  DE   against ;", "turn: DE against", "DE is against"})
    CHECK(means(text, base().moved(germany, vote::against)));
  for (auto const* text : {"FR,ES in favour", "FR ES for", "FR and ES in favor", "FR, ES vote in favour"}) {
    CHECK(means(text, base().moved(france_and_spain, vote::in_favour)));
  }
  CHECK(means("DE abstain", base().moved(germany, vote::abstain)));
  CHECK(means("DE abstains", base().moved(germany, vote::abstain)));
  CHECK(means("DE abstaining", base().moved(germany, vote::abstain)));
  CHECK(means("DE absent", base().moved(germany, vote::absent)));
  for (auto const* text : {"DE unknown", "DE open", "DE is undecided"}) CHECK(means(text, base().reopened(germany)));
  CHECK(means("EL against", base().moved("EL"_members, vote::against)));
  CHECK(means("GR against", base().moved("EL"_members, vote::against)));
}

TEST_CASE("the euro area and the Schengen area are their members on the day of the base") {
  auto const euro = everybody() - without_euro;
  for (auto const* text : {"euro area in favour", "the euro area in favour", "all of the euro area in favour", "all of euro area for"})
    CHECK(means(text, base().moved(euro, vote::in_favour)));
  CHECK(means("euro area except DE in favour", base().moved(euro - germany, vote::in_favour)));
  CHECK(means("euro area and CZ against", base().moved(euro | "CZ"_members, vote::against)));
  // Ireland and Cyprus have not lifted checks at internal borders.
  CHECK(means("schengen against", base().moved(everybody() - "IE CY"_members, vote::against)));
  CHECK(means("Schengen area against", base().moved(everybody() - "IE CY"_members, vote::against)));
}

TEST_CASE("groups by what members do in the base") {
  CHECK(means("everyone against abstains", base().moved(opponents, vote::abstain)));
  CHECK(means("everyone abstaining in favour", base().moved(italy, vote::in_favour)));
  CHECK(means("everyone open against", base().moved(estonia, vote::against)));
  CHECK(means("everyone unknown in favour", base().moved(estonia, vote::in_favour)));
  CHECK(means("everyone in favour against", base().moved(everybody() - opponents - italy - estonia, vote::against)));
  CHECK(means("all in favour", base().moved(everybody(), vote::in_favour)));
  CHECK(means("everyone against except PL, SK in favour", base().moved("CZ NL"_members, vote::in_favour)));
}

TEST_CASE("everyone else comes last, wherever it stands") {
  auto const expected = base().moved(germany, vote::against).moved(italy, vote::in_favour).others(vote::abstain);
  CHECK(means("DE against; IT in favour; everyone else abstains", expected));
  CHECK(means("others abstain; DE against; IT in favour", expected));
  CHECK(means("DE against; others unknown", base().moved(germany, vote::against).reopened(everybody() - germany)));
  CHECK(means("DE against; others except IT in favour", base().moved(germany, vote::against).moved(everybody() - germany - italy, vote::in_favour)));
}

TEST_CASE("states join with a population, members leave or take no part, and groups see the council that comes of it") {
  CHECK(means("with UA=33000000", base().joined(ukraine, 33'000'000)));
  CHECK(means("with UA=33 000 000", base().joined(ukraine, 33'000'000)));
  CHECK(means("with UA=33,000,000", base().joined(ukraine, 33'000'000)));
  auto const two = base().joined(ukraine, 33'000'000).joined(moldova, 2'500'000);
  CHECK(means("with UA=33000000, MD = 2500000", two));
  CHECK(means("UA MD in favour; with UA=33000000 MD=2500000", two.moved(joiners, vote::in_favour)));
  CHECK(means("all in favour; with UA=33000000", base().joined(ukraine, 33'000'000).all(vote::in_favour)));
  CHECK(means("without HU", base().without(hungary)));
  CHECK(means("HU leaves", base().left(hungary)));
  CHECK(means("HU leaves; all in favour", base().left(hungary).all(vote::in_favour)));
  CHECK(means("everyone against leave", base().left(opponents)));
}

TEST_CASE("figures of another year and another rule") {
  CHECK(means("figures of 2018", base().figures_of(2018)));
  CHECK(means("figures 2018", base().figures_of(2018)));
  CHECK(means("under unanimity", base().under(rules::unanimity())));
  CHECK(means("under simple majority", base().under(rules::simple_majority())));
  CHECK(means("under reinforced majority; without HU", base().under(rules::reinforced_majority()).without(hungary)));
  CHECK(means("under qualified majority", base()));
}

TEST_CASE("a rule may also be called by its word on the command line") {
  CHECK(means("under qualified", base()));
  CHECK(means("under reinforced", base().under(rules::reinforced_majority())));
  CHECK(means("under simple", base().under(rules::simple_majority())));
  CHECK(means("without HU; under reinforced", base().under(rules::reinforced_majority()).without(hungary)));
  CHECK(failing("under majority").code() == error_code::bad_scenario);
  CHECK(failing("under weighted majority").code() == error_code::bad_scenario);
}

TEST_CASE("under weighted votes is under those of the day, on a proposal of the Commission") {
  auto const june_2012 = council_on("2012-06-01"_date);
  scenario const then{"then", rules::unanimity(), open_ballot{ballot{june_2012}.against(hungary).others(vote::in_favour)}};
  for (auto const* text : {"under weighted", "under weighted votes"}) {
    auto const s = parse_scenario(text, then);
    CHECK(s.rule().name() == rules::weighted(regime::twenty_seven_nice).name());
    CHECK(evaluate(s.rule(), s.ballot().known(), s.asked()).adopted());  // 345 - 12 = 333 of 255 needed
  }
  auto const nobody = scenario{"no day", rules::unanimity(), open_ballot{electorate{{"DE"_ms, 83}}}};
  try {
    static_cast<void>(parse_scenario("under weighted", nobody));
    FAIL("weighted votes need a day");
  } catch (error const& e) {
    CHECK(e.code() == error_code::no_membership);
  }
}

TEST_CASE("saying the same rule twice is no contradiction; another rule, or another request, is one") {
  CHECK(means("under unanimity; under unanimity", base().under(rules::unanimity())));
  CHECK(means("under qualified majority; DE against; under qualified majority", base().under(rules::qualified_majority()).moved(germany, vote::against)));
  CHECK(failing("under unanimity; under simple majority").code() == error_code::bad_scenario);
  CHECK(failing("under qualified majority; under reinforced majority").code() == error_code::bad_scenario);
  auto const asked = base().under(rules::qualified_majority(), request::population_check);
  CHECK_NOTHROW(asked.under(rules::qualified_majority(), request::population_check));
  CHECK_THROWS_WITH(asked.under(rules::qualified_majority()), test::contains("choose two rules"));
  CHECK_THROWS_WITH(base().under(rules::qualified_majority()).under(rules::qualified_majority(blockers::against)), test::contains("choose two rules"));
}

TEST_CASE("the name stands before a colon; without one the text is the name") {
  CHECK(parse_scenario(" Germany turns : DE against", base()).name() == "Germany turns");
  CHECK(parse_scenario(" DE against ", base()).name() == "DE against");
  auto const as_it_is = parse_scenario("as it is:", base());
  CHECK(as_it_is.name() == "as it is");
  CHECK(as_it_is.changes().empty());
  auto const changes = parse_scenario("x: DE,  FR against ; IT open", base()).changes();
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].text == "DE,  FR against");
  CHECK(changes[1].text == "IT open");
}

TEST_CASE("who stood where at another time is asked of the caller") {
  std::vector<simulate::earlier_group> asked;
  auto const earlier = [&](simulate::earlier_group const& g) {
    asked.push_back(g);
    return "DE PL UK"_members;  // the United Kingdom does not vote in 2025, and is left out
  };
  auto const read = [&](std::string_view text) { return parse_scenario(text, base(), earlier); };
  auto const expected = base().moved("DE PL"_members, vote::in_favour);
  CHECK(same(read("everyone who opposed in June 2024 in favour"), expected));
  CHECK(same(read("opposed in june 2024 in favour"), expected));
  CHECK(same(read("those who supported on 2024-06-20 in favour"), expected));
  CHECK(same(read("who: abstained in 2024-06-20-BE-tuta in favour"), expected));
  REQUIRE(asked.size() == 4);
  CHECK(asked[0].moment == "2024-06");
  CHECK(asked[0].side == vote::against);
  CHECK(asked[1].moment == "2024-06");
  CHECK(asked[2].moment == "2024-06-20");
  CHECK(asked[2].side == vote::in_favour);
  CHECK(asked[3].moment == "2024-06-20-BE-tuta");
  CHECK(asked[3].side == vote::abstain);
  CHECK(same(read("opposed in May 2024 and FR in favour"), base().moved("DE PL FR"_members, vote::in_favour)));
}

TEST_CASE("a text that is not understood names the column, what stands there, and what was expected") {
  struct row { char const* text; int column; char const* found; char const* expected; };
  constexpr row rows[] = {
      {"DE favuor", 4, "'favuor'", "what they do: in favour, against"},
      {"DE", 3, "its end", "what they do"},
      {"DE in", 4, "'in'", "what they do"},
      {"Deutschland in favour", 1, "'Deutschland'", "members: a code such as DE"},
      {"turn: Deutschland in favour", 7, "'Deutschland'", "members: a code"},
      {"DE against; XX in favour", 13, "'XX'", "members: a code"},
      {"Ünïon: Österreich against", 8, "'Österreich'", "members: a code"},  // columns are characters, not bytes
      {"DE against FR", 12, "'FR'", "nothing more, or ';'"},
      {"DE and in favour", 8, "'in'", "members: a code"},
      {"euro in favour", 1, "'euro'", "members: a code"},
      {"everyone in favour", 19, "its end", "what they do"},
      {"everyone", 9, "its end", "who: else, in favour, against"},
      {"everyone who voted in June 2024 against", 14, "'voted'", "supported, opposed or abstained"},
      {"opposed June 2024 against", 9, "'June'", "when: 'in June 2024'"},
      {"opposed in June against", 17, "'against'", "the year of the month"},
      {"opposed in", 11, "its end", "a month, a day"},
      {"with DE", 8, "its end", "'=' and the population"},
      {"with UA=many", 9, "'many'", "the population in persons, as digits"},
      {"with UA=99999999999999999", 9, "'99999999999999999'", "the population in persons"},
      {"with UA=33 000 000 000 000 DE", 28, "'DE'", "a smaller population"},
      {"with", 5, "its end", "the code of a state that joins"},
      {"without", 8, "its end", "the codes of the members that take no part"},
      {"without HU SK in favour", 15, "'in'", "the codes of the members that take no part"},
      {"figures of last year", 12, "'last'", "the year of the figures"},
      {"under a spell", 7, "'a'", "a rule: qualified majority"},
      {"", 1, "its end", "a name and ':'"},
      {": DE against", 1, "':'", "a name and ':'"},
      {"= against", 1, "'='", "members: a code"},
  };
  for (auto const& r : rows) {
    auto const e = failing(r.text);
    INFO(r.text);
    CHECK(e.code() == error_code::bad_scenario);
    CHECK(e.message() == "the scenario is not understood at column " + std::to_string(r.column) + ", " + r.found);
    CHECK(e.have() == r.text);
    CHECK_THAT(e.advice(), test::starts_with("write here " + std::string{r.expected}));
  }
}

TEST_CASE("a text that contradicts itself is refused, and names what contradicts what") {
  CHECK(failing("DE against; euro area in favour").message() == "the scenario contradicts itself: 'DE against' and 'euro area in favour' move DE to two sides");
  CHECK(failing("HU in favour; without HU").message() == "the scenario contradicts itself: 'without HU' and 'HU in favour' cannot both hold of HU");
  CHECK(failing("UA in favour").message() == "'UA in favour' moves UA, and it does not vote here");
  CHECK(failing("everyone absent in favour").message() == "'everyone absent in favour' moves nobody: there is no such member in the base");
  CHECK(failing("all against; others in favour").code() == error_code::bad_scenario);
  CHECK(failing("euro area except SE, DK against").message() == "'euro area except SE, DK against' leaves out DK SE, which are not in the group");
  CHECK(failing("everyone who opposed in June 2024 in favour").message() == "'who opposed in 2024-06' asks for earlier votes, and no dossier is given");
}

TEST_CASE("other errors keep their own codes") {
  CHECK(failing("DE FR DE against").code() == error_code::member_twice);
  CHECK(failing("with UA=0").code() == error_code::bad_figure);
  CHECK(failing("figures of 1990").code() == error_code::no_population_table);
  CHECK(failing(std::string(4001, 'x')).code() == error_code::input_too_large);
  CHECK(failing(std::string(4000, 'x')).code() == error_code::bad_scenario);
  scenario const toy{"toy", rules::simple_majority(), open_ballot{electorate::of(germany | italy)}};
  try {
    static_cast<void>(parse_scenario("euro area in favour", toy));
    FAIL("a council without a day has no euro area");
  } catch (error const& e) {
    CHECK(e.code() == error_code::no_membership);
  }
  CHECK(parse_scenario("all in favour", toy).assess().verdict() == verdict::adopted);
}

TEST_CASE("no text makes the reader do anything but return a scenario or an error of the library") {
  std::mt19937 dice{5};
  std::vector<std::string> const pieces{"DE", "FR",  "UA", "HU", "euro", "area", "schengen", "all", "of",  "the",     "everyone", "else",   "others", "who",   "opposed", "supported",
                                        "in", "on",  "June", "2024", "favour", "against", "abstains", "absent", "unknown", "except", "and", "with", "without", "figures", "under",
                                        "unanimity", "leaves", "=", "33000000", ";", ":", ",", " ", "\t", "\xC3\xA9", "\xFF", "0", "99999999999999999999", "vote", "simple", "majority"};
  auto const start = base();
  int understood = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto n = dice() % 9; n > 0; --n) {
      text += pieces[dice() % pieces.size()];
      if (dice() % 8 != 0) text += ' ';
    }
    if (dice() % 20 == 0) text += static_cast<char>(dice() % 256);
    try {
      auto const s = parse_scenario(text, start);
      ++understood;
      CHECK(s.council().size() > 0);
    } catch (error const& e) {
      if (label(e.code()).empty()) FAIL(text);
    }
  }
  CHECK(understood > 0);
}
