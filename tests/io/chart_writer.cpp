// SPDX-License-Identifier: BSL-1.0
// Prints a chart for tests/io/vega_lite.py: chart_writer vote|open|power|replay
#include <codecision/codecision.hpp>
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/io/vega_lite.hpp>
#include <codecision/io/vega_lite_replay.hpp>
#include <codecision/power.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;

namespace {

std::string power() {
  auto const council = cod::council_of_year(2025);
  auto const indices = cod::power::banzhaf(cod::power::game{cod::rules::qualified_majority(), council});
  std::vector<cod::io::bar> bars;
  for (auto const m : council.members())
    bars.push_back({std::string{code(m)}, indices.normalised(m), std::to_string(indices.normalised(m))});
  return cod::io::vega_lite(bars, "Banzhaf index, 2025", "share of all swings");
}

std::string chart(std::string_view which) {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const open = cod::open_ballot{council}.against("CZ NL PL SK"_members).abstaining("IT"_members);
  if (which == "vote")
    return cod::io::vega_lite(cod::evaluate(cod::rules::qualified_majority(), open.completed(open.open())));
  if (which == "open")
    return cod::io::vega_lite(cod::assess(cod::rules::qualified_majority(), open.in_favour("DK FR ES"_members)));
  if (which == "replay") return cod::io::vega_lite(cod::replay(cod::csa_regulation()), "CSA Regulation: margins");
  return power();
}

}  // namespace

int main(int argc, char** argv) { std::cout << chart(argc > 1 ? argv[1] : "power"); }
