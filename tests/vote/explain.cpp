// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>
#include <codecision/io/markdown.hpp>
#include <codecision/io/text.hpp>

#include <algorithm>
#include <sstream>
#include <string>

#include "properties/dice.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::contains;

namespace {

constexpr auto qualified = cod::rules::qualified_majority();

cod::outcome against(cod::electorate const& council, cod::member_set members, cod::rule const& rule = qualified) {
  return cod::evaluate(rule, cod::ballot{council}.against(members).others(cod::vote::in_favour));
}

/// The sentences of a tree, one a line, so that a test does not depend on line breaks.
std::string sentences(cod::explanation const& e) {
  auto text = e.text + "\n";
  for (auto const& below : e.details) text += sentences(below);
  return text;
}

std::size_t widest_line(std::string const& text) {
  std::size_t widest = 0, column = 0;
  for (char const c : text) {
    if (c == '\n') column = 0;
    else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) widest = (std::max)(widest, ++column);
  }
  return widest;
}

cod::rule const rules_of_today[] = {cod::rules::qualified_majority(), cod::rules::reinforced_majority(), cod::rules::simple_majority(), cod::rules::unanimity(),
                                    cod::rules::constructive_abstention(), cod::rules::four_fifths_majority(), cod::rules::participants_majority(),
                                    cod::rules::reinforced_participants_majority()};

}  // namespace

TEST_CASE("the arithmetic stands on the board: 65 % of 447 470 672 is 290 855 936.8, so 290 855 937 persons are needed", "[vote][explain]") {
  auto const text = sentences(cod::explain(against(cod::council_of_year(2020), "HU"_members)));
  CHECK_THAT(text, contains("65 % of 447 470 672 persons is 290 855 936.8, so 290 855 937 persons are needed"));
  CHECK_THAT(text, contains("55 % of 27 members is 14.85, so 15 members are needed"));
}

TEST_CASE("have, need and margin, the provision and its words, the grade of the figures", "[vote][explain]") {
  auto const text = sentences(cod::explain(against(cod::council_of_year(2020), "HU"_members)));
  CHECK_THAT(text, contains("26 of 27 in favour: met, 11 members to spare"));
  CHECK_THAT(text, contains("TEU 16(4), first subparagraph: \"at least 55 % of the members of the Council, comprising at least fifteen of them\""));
  CHECK_THAT(text, contains("figures: of 2020, grade derived"));
  CHECK_THAT(text, contains("2019/2209"));
}

TEST_CASE("the blocking minority is explained with its number, its share and what it lacks", "[vote][explain]") {
  auto const text = sentences(cod::explain(against(cod::council_of_year(2020), "DE FR IT"_members)));
  CHECK_THAT(text, contains("blocking minority: DE FR IT (3 members, 47.16 %) does not suffice to block"));
  CHECK_THAT(text, contains("at least 4 members are needed to block"));
  CHECK_THAT(text, contains("deemed attained"));
  CHECK_THAT(text, contains("A blocking minority must include at least four Council members"));
}

TEST_CASE("where the Treaty says k + 1, the explanation names the k members", "[vote][explain]") {
  auto const euro = cod::council_of_year(2024).only(cod::participation::euro_area);
  auto const text = sentences(cod::explain(against(euro, "DE FR"_members, cod::rules::participants_majority())));
  CHECK_THAT(text, contains("(DE FR) have more than 35 % of the population; plus one makes 3 to block"));
  auto const asked = sentences(cod::explain(cod::rules::participants_majority(), euro));
  CHECK_THAT(asked, contains("a blocking minority needs at least 3 members"));
  CHECK_THAT(asked, contains("k + 1 = 3"));
}

TEST_CASE("a rule explains itself before anybody votes", "[vote][explain]") {
  auto const text = sentences(cod::explain(qualified, cod::council_of_year(2020)));
  CHECK_THAT(text, contains("qualified majority among 27 members"));
  CHECK_THAT(text, contains("290 855 936.8"));
  CHECK_THAT(text, contains("a blocking minority needs at least 4 members"));
  CHECK_THAT(text, contains("fixed by the Treaty"));
}

TEST_CASE("where the floor of fifteen bites, it is the floor that the explanation names", "[vote][explain]") {
  cod::electorate twenty{};
  for (int i = 0; i < 20; ++i) twenty = twenty.with(static_cast<cod::member_state>(i), 100);
  CHECK_THAT(sentences(cod::explain(qualified, twenty)), contains("55 % of 20 members is 11, and never fewer than 15 members are needed"));
}

TEST_CASE("the table of 2025 prints percentages: the explanation says so, gives the band and says whether the verdict is certain", "[vote][explain]") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const outcome = cod::evaluate(qualified, cod::ballot{council}.against("CZ NL PL SK"_members).abstaining("IT"_members).others(cod::vote::in_favour));
  auto const text = sentences(cod::explain(outcome));
  CHECK_THAT(text, contains("70.81 % of a printed 100.01 % in favour"));
  CHECK_THAT(text, contains("from 70.775 % to 70.825 %: the verdict is certain"));
  CHECK_THAT(text, contains("abstaining counts like voting against"));
  CHECK_THAT(text, contains("abstaining IT"));
}

TEST_CASE("a verdict that the rounding could turn is called not certain", "[vote][explain]") {
  CHECK_THAT(sentences(cod::explain(against(cod::council_of_year(2024), "FR IT LT NL AT"_members))), contains("the verdict is not certain"));
}

TEST_CASE("a table that stands in for another year is named as such", "[vote][explain]") {
  CHECK_THAT(sentences(cod::explain(against(cod::council_on("2026-06-01"_date, 2025), "HU"_members))), contains("standing in for 2026-06-01"));
}

TEST_CASE("a percentage never hides the verdict: 64.9996 percent is not printed as 65.00", "[vote][explain]") {
  auto const outcome = against(cod::council_of_year(2020), "ES FR CY LT MT AT RO SE"_members, cod::rules::reinforced_majority());
  CHECK_FALSE(outcome.adopted());
  auto const text = sentences(cod::explain(outcome));
  CHECK_THAT(text, contains("64.9996 %"));
  CHECK_THAT(text, !contains("persons, 65.00 %"));
}

TEST_CASE("the 62 percent check that nobody asked for is shown as not asked for", "[vote][explain]") {
  auto const council = cod::council_on("2014-06-01"_date);
  auto const rule = cod::rules::weighted(cod::regime::twenty_eight_nice);
  auto const ballot = cod::ballot{council}.against("DE FR UK EE"_members).others(cod::vote::in_favour);
  auto const unasked = sentences(cod::explain(cod::evaluate(rule, ballot)));
  CHECK_THAT(unasked, contains("not checked, because no member asked"));
  CHECK_THAT(unasked, contains("261 of 352"));
  auto const asked = sentences(cod::explain(cod::evaluate(rule, ballot, cod::request::population_check)));
  CHECK_THAT(asked, contains("62 % of 505 572 500 persons is 313 454 950"));
  CHECK_THAT(asked, contains("missed by"));
}

TEST_CASE("proportional thresholds say that they are proportional", "[vote][explain]") {
  auto const council = cod::council_on("2012-06-01"_date).without("DK"_members);
  auto const text = sentences(cod::explain(against(council, "UK"_members, cod::rules::weighted(cod::regime::twenty_seven_nice))));
  CHECK_THAT(text, contains("255/345 of 338 weighted votes is about 249.83, so 250 weighted votes are needed"));
  CHECK_THAT(text, contains("Protocol 36 Art. 3(4)"));
}

TEST_CASE("the quorum is mentioned when somebody is missing, and so is Ioannina when it is reached", "[vote][explain]") {
  auto const council = cod::council_of_year(2024);
  auto const absent = cod::evaluate(qualified, cod::ballot{council}.absent("MT"_members).others(cod::vote::in_favour));
  CHECK_THAT(sentences(cod::explain(absent)), contains("quorum: 26 present in person, 14 needed"));
  CHECK_THAT(sentences(cod::explain(against(council, "HU"_members))), !contains("quorum"));
  CHECK_THAT(sentences(cod::explain(against(council, "DE LT"_members))), contains("Decision 2009/857/EC"));
  CHECK_THAT(sentences(cod::explain(against(council, "HU"_members))), !contains("2009/857"));
}

TEST_CASE("a toy so small that the letter of 238(3)(a) turns odd carries a note", "[vote][explain]") {
  auto const three = cod::electorate{{"BE"_ms, 100}, {"BG"_ms, 100}, {"CZ"_ms, 100}};
  CHECK_THAT(sentences(cod::explain(against(three, "BE BG"_members, cod::rules::participants_majority()))), contains("never have fewer than nine"));
}

TEST_CASE("the explanation and the outcome say the same, on random ballots of every rule", "[vote][explain]") {
  cod::test::dice dice{2026};
  for (int round = 0; round < 40; ++round)
    for (auto const& rule : rules_of_today) {
      auto const council = cod::council_of_year(dice.coin() ? 2020 : 2025);
      auto const outcome = cod::evaluate(rule, dice.votes_in(council));
      auto const tree = cod::explain(outcome);
      auto const text = sentences(tree);
      INFO(text);
      CHECK_THAT(tree.text, cod::test::starts_with(outcome.adopted() ? "adopted by" : "not adopted by"));
      CHECK((text.find("deemed attained)") != std::string::npos) == outcome.deemed_attained());
      CHECK((text.find("the Council cannot vote") != std::string::npos) == !outcome.quorum().met());
      auto const lines_with = [&](std::string const& words) {
        return std::count_if(tree.details.begin(), tree.details.end(), [&](cod::explanation const& e) { return e.text.find(words) != std::string::npos; });
      };
      CHECK(lines_with("missed by") == std::count_if(outcome.criteria().begin(), outcome.criteria().end(), [](auto const& c) { return !c.met(); }));
      CHECK(lines_with(": met") == std::count_if(outcome.criteria().begin(), outcome.criteria().end(), [](auto const& c) { return c.met(); }));
      if (rule.clause().exists()) CHECK((lines_with(") suffices to block") == 1) == !outcome.majority_attained());
      CHECK((text.find("not certain") == std::string::npos) == outcome.certain());
    }
}

TEST_CASE("as plain text nothing is wider than 100 columns, nor wider than one asks for", "[vote][explain][io]") {
  cod::test::dice dice{100};
  for (int round = 0; round < 20; ++round)
    for (auto const& rule : rules_of_today) {
      auto const tree = cod::explain(cod::evaluate(rule, dice.votes_in(cod::council_of_year(2025))));
      CHECK(widest_line(cod::io::to_text(tree)) <= 100);
      CHECK(widest_line(cod::io::to_text(tree, 0, 72)) <= 72);
    }
}

TEST_CASE("breaking lines loses no word", "[vote][explain][io]") {
  auto const tree = cod::explain(against(cod::council_of_year(2020), "DE FR IT"_members));
  auto const words = [](std::string const& text) {
    std::istringstream in{text};
    std::string all, word;
    while (in >> word) all += word + " ";
    return all;
  };
  CHECK(words(cod::io::to_text(tree)) == words(sentences(tree)));
  CHECK(words(cod::io::to_text(tree, 0, 60)) == words(sentences(tree)));
}

TEST_CASE("a sign of percent stays on the line of its number", "[vote][explain][io]") {
  CHECK(cod::io::wrapped("a share of 50.00 % of them", 18, 0, 2) == "a share of 50.00 %\n  of them");
  CHECK(cod::io::wrapped("a share of 50.00 % of them", 17, 0, 2) == "a share of\n  50.00 % of them");
  CHECK(cod::io::wrapped("50.00 %", 3, 0, 2) == "50.00 %");
}

TEST_CASE("letters beyond ASCII take one column each", "[vote][explain][io]") {
  CHECK(cod::io::to_text(cod::explanation{"Türkiye Türkiye"}, 0, 15) == "Türkiye Türkiye\n");
  CHECK(cod::io::to_text(cod::explanation{"Türkiye Türkiye"}, 0, 14) == "Türkiye\n    Türkiye\n");
}

TEST_CASE("findings, flips, sets and members go to a stream", "[vote][explain][io]") {
  auto const outcome = against(cod::council_of_year(2020), "DE FR IT MT"_members);
  std::ostringstream out;
  out << outcome;
  CHECK(out.str() == cod::io::to_text(cod::explain(outcome)));
  out.str("");
  out << *cod::smallest_flips(outcome).begin();
  CHECK_THAT(out.str(), cod::test::starts_with("DE to in favour"));
  CHECK(out.str().find('\n') == std::string::npos);
  out.str("");
  out << "DE FR"_members << '/' << "NL"_ms;
  CHECK(out.str() == "DE FR/NL");
}

TEST_CASE("in Markdown the verdict is bold and the findings are nested lists", "[vote][explain][io]") {
  cod::explanation tree{"adopted"};
  tree.add("members").add("15 of 27");
  tree.add("population");
  CHECK(cod::io::to_markdown(tree) == "**adopted**\n\n- members\n  - 15 of 27\n- population\n");
  CHECK(cod::io::to_markdown(cod::explanation{"alone"}) == "**alone**\n");
}

TEST_CASE("in Markdown no character of a sentence means markup", "[vote][explain][io]") {
  CHECK(cod::io::escaped_for_markdown("*a* _b_ `c` [d](e) |f| #g \\h") == "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\|f\\| \\#g \\\\h");
  CHECK(cod::io::escaped_for_markdown("<b>") == "&lt;b>");
  CHECK(cod::io::escaped_for_markdown("R&D &lt; 3") == "R&amp;D &amp;lt; 3");
  CHECK(cod::io::escaped_for_markdown("- a - b") == "\\- a - b");  // at the beginning it would be a list
  CHECK(cod::io::escaped_for_markdown("12. May") == "12\\. May");
  CHECK(cod::io::escaped_for_markdown("14.85 members, 3 of them") == "14.85 members, 3 of them");
  CHECK(cod::io::escaped_for_markdown("> 35 %") == "\\> 35 %");
  CHECK(cod::io::escaped_for_markdown("").empty());
}

TEST_CASE("a vote in Parliament is explained as well", "[vote][explain]") {
  auto const text = sentences(cod::explain(cod::evaluate(cod::rules::two_thirds_majority(), {361, 181, 20, 720})));
  CHECK_THAT(text, contains("not carried: 361 for, 181 against, 20 abstaining, 720 seats"));
  CHECK_THAT(text, contains("two thirds of 542 votes is about 361.33, so 362 votes are needed"));
  CHECK_THAT(text, contains("361 of 720"));
}

TEST_CASE("under weighted votes the blocking minority is counted in votes: 93 of 352 block, 91 do not", "[vote][explain]") {
  auto const council = cod::council_on("2014-06-01"_date);
  auto const rule = cod::rules::weighted(cod::regime::twenty_eight_nice);
  auto const o = cod::evaluate(rule, cod::ballot{council}.against("DE FR UK EE"_members).others(cod::vote::in_favour));
  CHECK(o.blocking_minority().votes == 29 + 29 + 29 + 4);
  CHECK(o.blocking_minority().votes_needed == 93);  // 352 - 260 + 1
  CHECK_THAT(sentences(cod::explain(o)), contains("to block by votes takes 93: they have 91, 2 short"));
}

TEST_CASE("the rounding line speaks of those whom the criterion counts, under constructive abstention too", "[vote][explain]") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const o = cod::evaluate(cod::rules::constructive_abstention(), cod::ballot{council}.abstaining_formally("MT LU"_members)
                                                                          .abstaining("DE FR"_members).others(cod::vote::in_favour));
  auto const text = sentences(cod::explain(o));
  CHECK_THAT(text, contains("true share not abstaining formally lies from 99.7"));  // 100.01 - 0.12 - 0.15 = 99.74
  CHECK_THAT(text, contains("; abstaining DE FR; abstaining formally LU MT"));
}

TEST_CASE("of a part of the Union's figures the share of the part is said, not a printed total that nobody printed", "[vote][explain]") {
  auto const euro_area = cod::council_on("2025-11-26"_date).only(cod::participation::euro_area);
  auto const o = cod::evaluate(cod::rules::participants_majority(), cod::ballot{euro_area}.against("DE FR"_members).others(cod::vote::in_favour));
  auto const text = sentences(cod::explain(o));
  CHECK(text.find("printed") == std::string::npos);
  CHECK_THAT(text, contains("blocking minority: DE FR (2 members, 43.26 %)"));  // 33.66 of 77.81 points
}

TEST_CASE("the explanation names who votes through whom", "[vote][explain]") {
  auto const council = cod::council_of_year(2024);
  auto const b = cod::ballot{council}.represented("BE"_ms, "NL"_ms).others(cod::vote::in_favour);
  CHECK_THAT(sentences(cod::explain(cod::evaluate(cod::rules::unanimity(), b))), contains("BE votes through NL (TFEU 239)"));
}

TEST_CASE("a member without weighted votes is an error under a rule that weighs votes", "[vote][evaluate]") {
  auto const council = cod::council_on("2014-06-01"_date).with("UA"_ms, 33'000'000);
  auto const all = cod::ballot{council}.others(cod::vote::in_favour);
  try {
    static_cast<void>(cod::evaluate(cod::rules::weighted(cod::regime::twenty_eight_nice), all));
    FAIL("no error was raised");
  } catch (cod::error const& e) {
    CHECK(e.code() == cod::error_code::no_weighted_votes);
    CHECK_THAT(e.message(), contains("UA has none"));
  }
}
