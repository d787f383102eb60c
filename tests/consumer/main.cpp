// SPDX-License-Identifier: BSL-1.0
// The program of somebody who uses the library: one vote, whether its opponents can block, one member's power, the version.
#include <codecision/codecision.hpp>
#include <codecision/power/banzhaf.hpp>
#include <codecision/power/game.hpp>
#include <iostream>

namespace cod = codecision;
using namespace codecision::literals;

int main() {
  auto const rule    = cod::rules::qualified_majority();
  auto const council = cod::council_on("2025-11-26"_date);
  auto const ballot  = cod::ballot{council}.against("CZ NL PL SK"_members).abstaining("IT"_members).others(cod::vote::in_favour);
  auto const outcome = cod::evaluate(rule, ballot);

  constexpr auto six   = cod::council_on("1958-01-01"_date);
  constexpr auto power = cod::power::banzhaf(cod::power::game{cod::rules::weighted(cod::regime::six), six});  // when it is compiled

  std::cout << "Codecision " << cod::version_text << '\n'
            << "adopted: " << (outcome.adopted() ? "yes" : "no") << ", " << outcome.in_favour().size() << " of " << council.size() << " members\n"
            << "not in favour: " << outcome.blocking_minority().size() << " members; to block takes at least "
            << cod::fewest_blocking_members(rule, council).members << "; they block: " << (outcome.blocking_minority().suffices ? "yes" : "no") << '\n'
            << "swings in 1958: Germany " << power.swings("DE"_ms) << ", Luxembourg " << power.swings("LU"_ms) << '\n';
  return 0;
}
