// SPDX-License-Identifier: BSL-1.0
// What the answers about a dossier say in words, and that the programs of the documentation work as written.
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/io/text.hpp>

#include <boost/graph/topological_sort.hpp>

#include "support/catch.hpp"

#include <iterator>
#include <sstream>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::contains;

namespace {

cod::dossier const& csa() {
  static auto const whole = cod::csa_regulation();
  return whole;
}

/// What a program prints for the snapshot with this id.
std::string printed_step(std::string const& id) {
  std::ostringstream out;
  for (auto const& step : cod::replay(csa()))
    if (step.id == id) out << step;
  return out.str();
}

}  // namespace

TEST_CASE("of the Coreper vote of 26 November 2025 it is said that Germany, France or Spain alone would have turned it") {
  auto const text = printed_step("2025-11-26-DK2-coreper-ctk");
  CHECK_THAT(text, contains("a majority (indicative, without legal effect)"));
  CHECK_THAT(text, contains("in favour: 22 members, 70.81 %"));
  // 70.81 - 18.49, - 15.17 and - 10.78 are less than 65.01; the next, Romania with 4.23, leaves 66.58.
  CHECK_THAT(text, contains("to lose the majority: 1 member, 3 ways: DE | FR | ES"));
}

TEST_CASE("a snapshot on single issues is shown without a count") {
  CHECK_THAT(printed_step("2023-04-27-LMG"), contains("positions on single issues, not counted"));
}

TEST_CASE("of a snapshot of 2026 it is said that the figures of 2025 stand in, and whether the verdict hangs on them") {
  CHECK_THAT(printed_step("2026-07-02-interim-council"), contains("figures of 2025 stand in"));
  CHECK_THAT(printed_step("2026-07-02-interim-council"), contains("cannot hang on that"));
  CHECK_THAT(printed_step("2026-06-28-CSAR-fcc"), contains("could hang on that"));  // four are against: 28.0 % now
}

TEST_CASE("the Dutch stance of 24 November 2025 is explained by the answers of the 21st") {
  auto const view = csa().as_of("2025-11-24"_date);
  auto const held = cod::stance_of(view, "NL"_ms, "2025-11-24"_date);
  REQUIRE(held);
  auto const text = cod::io::to_text(cod::explain(view, *held));
  CHECK_THAT(text, contains("Netherlands: abstain (announced 2025-11-21"));
  CHECK_THAT(text, contains("EV-20251121-NL-ANSW"));
}

TEST_CASE("of an overtaken plan it is said what was planned and what happened") {
  bool said = false;
  for (auto const& plan : cod::overtaken(csa())) {
    auto const text = cod::io::to_text(cod::explain(csa(), plan));
    said = said || (text.find("abstain (2025-11-21) became oppose (2025-11-26)") != std::string::npos && text.find("EV-20251126-NL-VOTE") != std::string::npos);
  }
  CHECK(said);
}

TEST_CASE("a lineage names what changed: the text of 6 November 2025 goes back to the paper that dropped the orders") {
  auto const text = cod::io::to_text(cod::explain(csa(), cod::lineage(csa(), "14092/25")));
  CHECK_THAT(text, contains("14092/25 (2025-11-06) builds on 14032/25 (2025-10-30)"));
  CHECK_THAT(text, contains("14032/25 (2025-10-30) reverses 11596/25 (2025-07-24)"));
  CHECK_THAT(text, contains("detection: mandatory by order -> voluntary, permanent"));
}

TEST_CASE("a sentence names a record by its number or its body, a national paper by its id, each with its date") {
  cod::dossier d{"2022/0155(COD)"};
  auto const text = d.add(cod::compromise_text{"14092/25", "2025-11-06"_date}, cod::source{"..."});
  auto const meeting = d.add(cod::working_party_meeting{"LEWP", "2025-11-12"_date}, cod::source{"..."}, "EV-LEWP");
  auto const letter = d.add(cod::national_document{.member = "NL"_ms, .when = "2025-11-18"_date, .number = "7"}, cod::source{"..."}, "EV-NL-7");
  CHECK(cod::wording::named(d, text) == "14092/25 (2025-11-06)");
  CHECK(cod::wording::named(d, meeting) == "LEWP (2025-11-12)");
  CHECK(cod::wording::named(d, letter) == "EV-NL-7 (2025-11-18)");
}

TEST_CASE("the dossier is a Boost graph: a topological sort lists the earlier record first") {
  std::vector<std::size_t> order;
  boost::topological_sort(csa().graph(), std::back_inserter(order));
  REQUIRE(order.size() == csa().size());
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  for (auto [e, end] = boost::edges(csa().graph()); e != end; ++e)
    CHECK(place[boost::target(*e, csa().graph())] < place[boost::source(*e, csa().graph())]);
}

TEST_CASE("a meeting discusses a text of a dossier of one's own") {
  cod::dossier d{"2022/0155(COD)"};
  auto const text = d.add(cod::compromise_text{"14092/25", "2025-11-06"_date, cod::presidency_on("2025-11-06"_date)}, cod::source{"..."});
  auto const meeting = d.add(cod::working_party_meeting{"LEWP", "2025-11-12"_date}, cod::source{"..."});
  d.relate(meeting, cod::discusses, text);
  CHECK(d.related(meeting, cod::relation_type::discusses) == std::vector<std::size_t>{text});
}
