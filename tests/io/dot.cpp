// SPDX-License-Identifier: BSL-1.0
// Pictures of a dossier: what is shown, in which frame, and that no text breaks the drawing.
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/io/dot.hpp>

#include "support/catch.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cod = codecision;
namespace test = codecision::test;
namespace io = codecision::io;
using namespace codecision::literals;

namespace {

std::size_t count_of(std::string_view text, std::string_view words) {
  std::size_t n = 0;
  for (auto at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++n;
  return n;
}

/// The line that begins with this, without blanks in front.
std::string line_of(std::string const& text, std::string const& start) {
  auto const at = text.find("\n    " + start);
  if (at == std::string::npos) return "no such line";
  return text.substr(at + 5, text.find('\n', at + 1) - at - 5);
}

/// A proposal, a text that builds on it, a meeting, a plan that did not hold, and something that only the seed documents know.
cod::dossier small() {
  cod::dossier d{"0000/0001(COD)", "Letter boxes"};
  auto const term = d.add(cod::presidency{cod::member_state::belgium, "2024-01-01"_date, "2024-06-30"_date}, cod::details{}, "BE");
  cod::details red;
  red.title = "Letter boxes shall be red";
  auto const proposal = d.add(cod::proposal{"COM(0000) 1", "2023-11-15"_date}, red, "proposal");
  auto const text = d.add(cod::compromise_text{"1/24", "2024-03-11"_date, cod::member_state::belgium}, cod::details{}, "text");
  auto const meeting = d.add(cod::working_party_meeting{"LEWP", "2024-07-02"_date}, cod::details{}, "meeting");
  auto const letter = d.add(cod::national_document{cod::member_state::netherlands, cod::national_form::letter, "2024-03-12"_date}, cod::details{}, "letter");
  auto const vote = d.add(cod::member_vote{cod::member_state::netherlands, cod::stance::oppose, "2024-06-12"_date}, cod::details{}, "vote");
  cod::details seed;
  seed.confidence = cod::confidence::seed;
  auto const claim = d.add(cod::claim{"somebody", cod::claim_form::claim, "2024-03-12"_date}, seed, "claim");
  d.relate(text, cod::builds_on, proposal);
  d.relate(text, cod::held_under, term);
  d.relate(meeting, cod::discusses, text);
  d.relate(meeting, cod::held_under, term);  // held after the term by its date: the relation decides
  d.relate(letter, cod::concerns, proposal);
  d.relate(vote, cod::contradicts_plan, letter);
  d.relate(claim, cod::said_in, letter);
  return d;
}

/// The ids of the boxes in the frame with this label.
std::string frame(std::string const& picture, std::string const& label) {
  auto const at = picture.find("label=\"" + label + "\"; fontsize");
  if (at == std::string::npos) return "no such frame";
  return picture.substr(at, picture.find("\n  }", at) - at);
}

}  // namespace

TEST_CASE("records stand in the frame of their presidency") {
  auto const picture = io::to_dot(small());
  auto const belgium = frame(picture, "Presidency of Belgium\\nfirst half of 2024");
  CHECK_THAT(belgium, test::contains("\"text\" [label") && test::contains("\"letter\" [label") && test::contains("\"vote\" [label"));
  CHECK_THAT(belgium, test::contains("\"meeting\" [label"));                                       // by its relation held_under
  CHECK_THAT(frame(picture, "Presidency of Spain\\nsecond half of 2023"), test::contains("\"proposal\" [label"));  // by its day alone
  CHECK(picture.find("\"BE\" [label") == std::string::npos);                                       // the presidency is the frame
  CHECK(picture.find("cluster_0") < picture.find("cluster_1"));
  CHECK(picture.find("Presidency of Spain") < picture.find("Presidency of Belgium"));
}

TEST_CASE("a day before the first presidency stands in a frame without one") {
  cod::dossier d{"1"};
  d.add(cod::proposal{"x", "1951-04-18"_date}, cod::details{}, "treaty");
  CHECK_THAT(frame(io::to_dot(d), "no presidency known"), test::contains("\"treaty\" [label"));
}

TEST_CASE("what only the seed documents know is shown when it is asked for") {
  auto const without = io::to_dot(small());
  CHECK(without.find("\"claim\"") == std::string::npos);
  CHECK_THAT(without, test::contains("5 records; 1 known only from the seed documents are left out"));
  io::dot_options all;
  all.seed_records = true;
  auto const with = io::to_dot(small(), all);
  CHECK_THAT(with, test::contains("\"claim\" [label") && test::contains("\"claim\" -> \"letter\" [color") && test::contains("6 records; arrows"));
}

TEST_CASE("arrows run from the later record to the earlier one") {
  auto const picture = io::to_dot(small());
  CHECK_THAT(picture, test::contains("\"text\" -> \"proposal\" [color=\"#2f5f8f\", style=solid") &&
                          test::contains("\"meeting\" -> \"text\" [color") && test::contains("\"vote\" -> \"letter\" [color=\"#c0392b\""));
  CHECK(picture.find("-> \"BE\"") == std::string::npos);
}

TEST_CASE("that a record concerns another is drawn when it is asked for") {
  CHECK(io::to_dot(small()).find("\"letter\" -> \"proposal\" [color") == std::string::npos);
  io::dot_options all;
  all.every_relation = true;
  CHECK_THAT(io::to_dot(small(), all), test::contains("\"letter\" -> \"proposal\" [color"));
}

TEST_CASE("the lineage shows texts only") {
  io::dot_options lineage;
  lineage.only_texts = true;
  auto const picture = io::to_dot(small(), lineage);
  CHECK_THAT(picture, test::contains("2 texts; arrows") && test::contains("\"text\" -> \"proposal\" [color"));
  CHECK(picture.find("\"meeting\"") == std::string::npos);
  auto const csa = io::to_dot(cod::csa_regulation(), lineage);
  CHECK_THAT(csa, test::contains("label=\"reverses\"") && test::contains("label=\"makes permanent\""));
}

TEST_CASE("the legend names what the picture shows, and no more") {
  auto const legend = frame(io::to_dot(small()), "Legend");
  CHECK_THAT(legend, test::contains("proposal of the Commission") && test::contains("positions of members") && test::contains("discusses"));
  CHECK(legend.find("trilogue") == std::string::npos);
  CHECK(legend.find("votes on") == std::string::npos);
  io::dot_options plain;
  plain.legend = false;
  CHECK(io::to_dot(small(), plain).find("Legend") == std::string::npos);
}

TEST_CASE("a label says the date, the number or the body, and the title in short lines") {
  auto const picture = io::to_dot(small());
  CHECK_THAT(line_of(picture, "\"proposal\""), test::starts_with("\"proposal\" [label=\"2023-11-15 \xC2\xB7 COM(0000) 1\\lLetter boxes shall be red\\l\""));
  CHECK_THAT(line_of(picture, "\"letter\""), test::contains("2024-03-12 \xC2\xB7 NL letter\\l"));
  CHECK_THAT(line_of(picture, "\"vote\""), test::contains("2024-06-12 \xC2\xB7 NL member vote\\l"));
  using lines = std::vector<std::string>;
  CHECK(cod::detail::label_lines("one two  three four", 9, 3) == lines{"one two", "three", "four"});
  CHECK(cod::detail::label_lines("one two three four", 9, 2) == lines{"one two", "three ..."});
  CHECK(cod::detail::label_lines("\xC3\xA9\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9\xC3\xA9", 7, 2) == lines{"\xC3\xA9\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9\xC3\xA9"});
  CHECK(cod::detail::label_lines("", 9, 2) == lines{""});
}

TEST_CASE("quotes, backslashes, line breaks and other scripts do not break the drawing") {
  CHECK(cod::detail::dot_quoted("a \"b\" \\ c\nd\te &amp; \xC3\xA9") == "\"a \\\"b\\\" \\\\ c\\nd e &amp;amp; \xC3\xA9\"");
  CHECK(cod::detail::dot_quoted("caf\xE9 \xFF") == "\"caf? ?\"");
  CHECK(cod::detail::dot_quoted("\\") == "\"\\\\\"");
  CHECK(cod::detail::dot_quoted("") == "\"\"");
}

TEST_CASE("no record is taken for a box of the legend") {
  cod::dossier d{"1"};
  d.add(cod::proposal{"x", "2024-01-15"_date}, cod::details{}, "legend_0");
  auto const picture = io::to_dot(d);
  CHECK(count_of(picture, "\"legend_0\" [label") == 1);
  CHECK(count_of(picture, "\"legend_0_\" [label") == 1);
}

TEST_CASE("long presidencies are broken into columns") {
  cod::dossier d{"1"};
  for (int i = 0; i < 7; ++i) d.add(cod::proposal{"x", cod::make_date(2024, 1, 1 + i)}, cod::details{}, "p" + std::to_string(i));
  io::dot_options options;
  options.rows = 3;
  options.legend = false;
  auto const picture = io::to_dot(d, options);
  CHECK(count_of(picture, "rank=same") == 3);
  CHECK_THAT(picture, test::contains("{ rank=same; \"p3\"; \"p4\"; \"p5\" }") && test::contains("\"p3\" -> \"p0\" [style=invis, weight=20]"));
  options.rows = 0;
  CHECK(count_of(io::to_dot(d, options), "rank=same") == 7);
}

TEST_CASE("the whole CSA dossier is drawn: every record but presidencies once") {
  auto const csa = cod::csa_regulation();
  io::dot_options all;
  all.seed_records = true;
  all.every_relation = true;
  auto const picture = io::to_dot(csa, all);
  std::size_t wanted = 0;
  for (cod::dossier::vertex v = 0; v < csa.size(); ++v) {
    bool const shown = csa.record_of(v).kind() != cod::kind::presidency;
    INFO(csa.record_of(v).id);
    CHECK(count_of(picture, "\n    \"" + csa.record_of(v).id + "\" [label") == (shown ? 1u : 0u));
    wanted += shown ? 1 : 0;
  }
  CHECK_THAT(picture, test::contains("\\n" + std::to_string(wanted) + " records; arrows"));
  CHECK(io::to_dot(cod::csa_regulation(), all) == picture);  // the same dossier, the same text
}

TEST_CASE("an empty dossier is an empty picture") {
  CHECK_THAT(io::to_dot(cod::dossier{"1"}), test::starts_with("digraph dossier {") && test::ends_with("}\n"));
}
