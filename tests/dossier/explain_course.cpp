// SPDX-License-Identifier: BSL-1.0
// What a course says in words: two real ones, whose figures stand in the statements and votes that docs/data/csa/ names.
#include "dossier/material.hpp"
#include "support/catch.hpp"

#include <codecision/dossier/explain_course.hpp>
#include <codecision/dossier/follow.hpp>
#include <codecision/dossier/interim_derogation.hpp>
#include <codecision/io/text.hpp>

#include <string>

namespace cod = codecision;
using cod::test::contains;
using cod::test::starts_with;

namespace {

/// The words without the ends of lines, which depend on the width of the text.
std::string in_one_line(std::string const& text) {
  std::string line;
  for (char const c : text) {
    if (c != '\n' && (c != ' ' || line.empty() || line.back() != ' ')) line += c;
    if (c == '\n' && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

std::string const& interim() {
  static std::string const words = in_one_line(cod::io::to_text(cod::explain(cod::follow(cod::interim_derogation()))));
  return words;
}

}  // namespace

TEST_CASE("the course of the CSA Regulation says that six trilogues moved nothing and that Parliament's first reading goes on", "[dossier][explain]") {
  auto const words = in_one_line(cod::io::to_text(cod::explain(cod::follow(cod::test::csa()))));
  CHECK_THAT(words, starts_with("2022/0155(COD)"));
  CHECK_THAT(words, contains("legal basis: TFEU 114"));
  CHECK_THAT(words, contains("submit_proposal; not proposed -> first reading in Parliament"));
  CHECK_THAT(words, contains("informal, without legal effect: "));
  CHECK_THAT(words, contains("trilogue: 6, "));
  CHECK_THAT(words, contains("the file stands at: first reading in Parliament what may happen next: adopt_position, "));
}

TEST_CASE("a vote that is counted is told with its figures and with what was needed", "[dossier][explain]") {
  CHECK_THAT(interim(), contains("majority of the votes cast: 311 for, 228 against, 92 abstaining; 270 of 539 are needed: reached"));
  CHECK_THAT(interim(), contains("qualified majority: all 27 members in favour: reached"));
  CHECK_THAT(interim(), contains("amendment 30, majority of the component members: 369 for, 236 against, 6 abstaining; 361 of 720 are needed: reached"));
}

TEST_CASE("a vote that is not carried leaves the file where it is, and the words say so", "[dossier][explain]") {
  CHECK_THAT(interim(), contains("reject, not carried; the file stays at second reading in Parliament"));
  CHECK_THAT(interim(), contains("314 for, 276 against, 17 abstaining; 361 of 720 are needed: not reached"));
  CHECK_THAT(interim(), contains("amendment 5, majority of the component members: 322 for, 255 against, 36 abstaining; 361 of 720 are needed: not reached"));
}

TEST_CASE("a vote without figures is told with who attests it", "[dossier][explain]") {
  CHECK_THAT(interim(), contains("qualified majority or unanimity: reached, says REGCTX"));
}

TEST_CASE("a time limit that began on an unknown day is told with the earliest day on which it ends", "[dossier][explain]") {
  CHECK_THAT(interim(), contains("time limit: 3 months from 2026-07-02 or later, until 2026-10-02 at the earliest"));
}

TEST_CASE("what is no legal event is told with the reason, and a file in force has nothing next", "[dossier][explain]") {
  CHECK_THAT(interim(), contains("2026-07-07 EV-20260707-EP-URGENT: no legal event"));
  CHECK_THAT(interim(), contains("the file stands at: in force"));
  CHECK(interim().find("what may happen next") == std::string::npos);
}
