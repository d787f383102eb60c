// SPDX-License-Identifier: BSL-1.0
#include <codecision/core/citation.hpp>
#include <codecision/core/error.hpp>
#include <codecision/core/explanation.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;

TEST_CASE("an error says its code, its sentence, what there is and what to try", "[core][error]") {
  cod::error const e{cod::error_code::no_population_table, "no population table covers 2031-05-01", "2010-2014", "name a year"};
  CHECK(std::string{e.what()} == "[COD-D203] no population table covers 2031-05-01\n  have : 2010-2014\n  try  : name a year");
  CHECK(e.message() == "no population table covers 2031-05-01");
  CHECK(e.have() == "2010-2014");
  CHECK(e.advice() == "name a year");
}

TEST_CASE("what an error does not have it does not print", "[core][error]") {
  CHECK(std::string{cod::error{cod::error_code::unknown_member, "who?"}.what()} == "[COD-M101] who?");
  CHECK(std::string{cod::error{cod::error_code::unknown_member, "who?", {}, "ask"}.what()} == "[COD-M101] who?\n  try  : ask");
}

TEST_CASE("an error is a standard exception and passes through Boost's hook", "[core][error]") {
  CHECK_THROWS_AS(cod::fail(cod::error_code::bad_figure, "no"), std::exception);
  CHECK_THROWS_AS(cod::fail(cod::error_code::bad_figure, "no"), cod::error);
  CHECK_THROWS_AS(cod::fail(cod::error_code::bad_figure, "no"), boost::exception);
}

TEST_CASE("a citation adds its words and its doubt to an explanation", "[core][explanation]") {
  cod::explanation finding{"why"};
  finding.cite({"TEU 16(4)", "CELEX 12012M/TXT", cod::support::confirmed, "at least 55 %"});
  finding.cite({"TEU 16(4)", "CELEX 12012M/TXT", cod::support::interpretation, {}, "the text leaves it open"});
  REQUIRE(finding.details.size() == 3);
  CHECK(finding.details[0].text == "TEU 16(4): \"at least 55 %\"");
  CHECK(finding.details[1].text == "TEU 16(4) [interpretation]");
  CHECK(finding.details[2].text == "note: the text leaves it open");
  CHECK(cod::name(cod::support::from_memory) == "from memory");
}
