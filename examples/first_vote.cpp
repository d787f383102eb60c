// SPDX-License-Identifier: BSL-1.0
// The Coreper vote of 26 November 2025 on the CSA Regulation, counted: the first program to read.
#include <codecision/codecision.hpp>
#include <codecision/io/text.hpp>
#include <iostream>
namespace cod = codecision;
using namespace codecision::literals;

int main() {
  auto const council = cod::council_on("2025-11-26"_date);             // 27 members, figures of 2025
  auto const ballot  = cod::ballot{council}
                         .against("CZ NL PL SK"_members)
                         .abstaining("IT"_members)
                         .others(cod::vote::in_favour);
  auto const outcome = cod::evaluate(cod::rules::qualified_majority(), ballot);
  std::cout << cod::explain(outcome);                                  // have, need, margin, citation, grade: per criterion
  for (auto const& flip : cod::smallest_flips(outcome))                // fewest members whose change turns the outcome
    std::cout << flip << '\n';
  return outcome.adopted() ? 0 : 1;
}
