// SPDX-License-Identifier: BSL-1.0
// The program of the design, as written: the umbrella header with power is all that it needs.
#include <codecision/power.hpp>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

TEST_CASE("The power of the members reads at the call site as the design has it") {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const quota = std::int64_t{8};
  auto const weights = std::vector<std::int64_t>{5, 4, 3, 2, 1};

  auto const game = cod::power::game{cod::rules::qualified_majority(), council};
  auto const b = cod::power::banzhaf(game);
  auto const s = cod::power::shapley_shubik(game);
  auto const act = cod::power::coleman_power_to_act(game);
  auto const imf = cod::power::weighted_game{quota, weights};

  CHECK(game.winning_coalitions() == b.winning_coalitions());
  CHECK(b.swings("DE"_ms) > b.swings("FR"_ms));
  CHECK(b.normalised("DE"_ms) > b.normalised("MT"_ms));
  CHECK(s.value("DE"_ms) > s.value("MT"_ms));
  CHECK(act.value() == static_cast<double>(game.winning_coalitions()) / (1 << 27));
  CHECK(imf.winning_coalitions() == 16);  // 8 of 15: of each coalition and its complement exactly one wins
}
