// SPDX-License-Identifier: BSL-1.0
#include <codecision/power/banzhaf.hpp>
#include <codecision/power/compose.hpp>
#include <codecision/power/tijs.hpp>

#include "errors/triggers.hpp"

namespace cod = codecision;
using code = cod::error_code;

std::vector<cod::test::trigger> cod::test::triggers_of_power() {
  return {
      {code::bad_quota, [] { static_cast<void>(power::weighted_game{18, {4, 4, 4, 2, 2, 1}}); }},
      {code::bad_weight, [] { static_cast<void>(power::weighted_game{12, {4, 4, 4, 2, -2, 1}}); }},
      {code::too_costly, [] { static_cast<void>(power::banzhaf(power::weighted_game{33, std::vector<std::int64_t>(64, 1)})); }},
      {code::improper_game, [] { static_cast<void>(power::weighted_game{8, {4, 4, 4, 2, 2, 1}}); }},
      {code::unknown_player, [] { static_cast<void>(power::banzhaf(power::weighted_game{12, {4, 4, 4, 2, 2, 1}}).swings(6)); }},
      {code::index_not_defined, [] { static_cast<void>(power::tijs(power::weighted_game{12, {4, 4, 4, 2, 2, 1}})); }},
      {code::bad_coalition_list, [] { static_cast<void>(power::of_minimal_winning(3, {})); }},
  };
}
