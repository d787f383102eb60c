// SPDX-License-Identifier: BSL-1.0
// What a dossier cannot be right about: each finding is triggered once.
#include "support/catch.hpp"

#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/dossier/validate.hpp>

#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;
using cod::relation_type;
using cod::severity;

namespace {

std::vector<std::string> sentences(cod::dossier const& d, severity s) {
  std::vector<std::string> found;
  for (auto const& f : cod::validate(d))
    if (f.severity == s) found.push_back(f.sentence);
  return found;
}

cod::dossier with_text() {
  cod::dossier d{"2022/0155(COD)"};
  (void)d.add(cod::compromise_text{"14092/25", "2025-11-06"_date, "DK"_ms}, cod::source{"a"}, "text");
  return d;
}

}  // namespace

TEST_CASE("the dossier of the CSA Regulation has no circle: it sorts, and every relation leads back in time") {
  auto const csa = cod::csa_regulation();
  std::vector<std::size_t> order;
  boost::topological_sort(csa.graph(), std::back_inserter(order));
  CHECK(order.size() == csa.size());
  CHECK(csa.find_circle().empty());
  CHECK(sentences(csa, severity::impossible).empty());
}

TEST_CASE("what is doubtful in it are two meetings on a Sunday, as the material says itself") {
  auto const csa = cod::csa_regulation();
  std::vector<std::string> ids;
  for (auto const& f : cod::validate(csa)) ids.push_back(csa.record_of(f.record).id);
  CHECK(ids == std::vector<std::string>{"EV-20220508-LEWP", "EV-20230917-LEWP"});
  CHECK(sentences(csa, severity::notice) ==
        std::vector<std::string>{"2022-05-08 is a Sunday", "2023-09-17 is a Sunday"});
}

TEST_CASE("a circle made behind the dossier's back is found and named") {
  auto d = with_text();
  auto const b = d.add(cod::compromise_text{"b", "2025-11-06"_date, "DK"_ms}, cod::source{"b"}, "b");
  d.relate(b.vertex, relation_type::builds_on, 0);
  boost::add_edge(0, b.vertex, cod::relation{relation_type::builds_on, {}, {}}, d.unchecked_graph());
  auto const found = sentences(d, severity::impossible);
  REQUIRE(found.size() == 1);
  CHECK_THAT(found.front(), cod::test::starts_with("the relations form a circle"));
  CHECK_THAT(found.front(), cod::test::contains("text -> b -> text") || cod::test::contains("b -> text -> b"));
}

TEST_CASE("a text discussed before it was tabled") {
  auto d = with_text();
  auto const meeting = d.add(cod::working_party_meeting{"LEWP", "2025-11-05"_date}, cod::source{"b"}, "meeting");
  boost::add_edge(meeting.vertex, 0, cod::relation{relation_type::discusses, {}, {}}, d.unchecked_graph());
  CHECK(sentences(d, severity::impossible) ==
        std::vector<std::string>{"it discusses text before that was tabled on 2025-11-06"});
}

TEST_CASE("a meeting outside its presidency") {
  auto d = with_text();
  auto const term = d.add(cod::presidency{"DK"_ms, "2025-07-01"_date, "2025-12-31"_date}, cod::source{"b"}, "term");
  auto const meeting = d.add(cod::coreper_meeting{"Coreper", "2026-01-28"_date}, cod::source{"c"}, "meeting");
  auto const inside = d.add(cod::coreper_meeting{"Coreper", "2025-12-31"_date}, cod::source{"d"}, "inside");
  d.relate(meeting, cod::held_under, term);
  d.relate(inside, cod::held_under, term);
  CHECK(sentences(d, severity::impossible) ==
        std::vector<std::string>{"2026-01-28 is outside the presidency of Denmark, which it is held under"});
}

TEST_CASE("a vote and a position of somebody who is no member on that day") {
  auto d = with_text();
  (void)d.add(cod::member_vote{"UK"_ms, cod::stance::support, "2025-11-26"_date}, cod::source{"b"}, "vote");
  (void)d.add(cod::position{"UA"_ms, cod::stance::support, "2025-11-26"_date}, cod::source{"b"}, "position");
  (void)d.add(cod::coreper_tally{"Coreper", "2013-06-30"_date, "HR"_ms}, cod::source{"b"},
              "tally");  // Croatia joined the day after
  (void)d.add(cod::member_vote{"UK"_ms, cod::stance::oppose, cod::month_of(2020, 1)}, cod::source{"b"}, "in time");
  auto found = sentences(d, severity::impossible);
  std::sort(found.begin(), found.end());
  CHECK(found == std::vector<std::string>{"Croatia votes, but is no member on 2013-06-30",
                                          "Ukraine has a position, but is no member on 2025-11-26",
                                          "United Kingdom votes, but is no member on 2025-11-26"});
}

TEST_CASE("a member on two sides of a tally") {
  auto d = with_text();
  (void)d.add(cod::coreper_tally{"Coreper", "2025-11-26"_date, "AT"_ms, cod::parse_members("AT NL")}, cod::source{"b"},
              "tally");
  CHECK(sentences(d, severity::impossible) == std::vector<std::string>{"AT stands on two sides"});
}

TEST_CASE("a record without a source is allowed in one's own dossier, and found") {
  auto d = with_text();
  (void)d.add(cod::council_meeting{"JHA", "2025-12-08"_date}, cod::details{}, "meeting");
  CHECK(sentences(d, severity::doubtful) == std::vector<std::string>{"no source is given"});
}

TEST_CASE("an end before the beginning, and knowledge before the event") {
  auto d = with_text();
  cod::details about;
  about.sources.push_back({"b"});
  about.until = "2025-12-07"_date;
  about.known_on = "2025-12-01"_date;
  (void)d.add(cod::council_meeting{"JHA", "2025-12-08"_date}, about, "meeting");
  CHECK(sentences(d, severity::impossible) == std::vector<std::string>{"it ends on 2025-12-07, before it begins"});
  CHECK(sentences(d, severity::doubtful) == std::vector<std::string>{"it was known on 2025-12-01, before it happened"});
}
