// SPDX-License-Identifier: BSL-1.0
// Is a game nothing but one weighted rule?
#pragma once

#include <codecision/power/terms.hpp>
#include <codecision/power/weighted_game.hpp>

#include <bit>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// The weighted game that this game is, with its players, when one condition decides, as in the dual of a weighted game: of a
/// term about one weight the highest quota counts, of such terms the lowest. Nothing when it takes more than one weight, and
/// when nobody or everybody wins in any case.
[[nodiscard]] inline std::optional<weighted_game> one_weighted_rule(simple_game const& g) {
  auto const rule = formula{g}.trimmed(totals_of(g));
  if (rule.terms().size() != 1 || !std::has_single_bit(rule.terms()[0])) return std::nullopt;
  auto const c = rule.conditions()[static_cast<std::size_t>(std::countr_zero(rule.terms()[0]))];
  std::vector<std::string> names;
  for (std::size_t i = 0; i < g.size(); ++i) names.push_back(g.players().name(i));
  return weighted_game{allow_improper, c.quota, g.weights(c.dimension), std::move(names)};
}

}  // namespace codecision::power::detail
