// SPDX-License-Identifier: BSL-1.0
// How much weight does each actor have, when a power index of the voting rule measures it?
#pragma once

#include <codecision/power/banzhaf.hpp>
#include <codecision/power/shapley_shubik.hpp>
#include <codecision/simulate/negotiation/issue.hpp>

#include <vector>

namespace codecision::simulate {

namespace detail {
template <class F>
[[nodiscard]] issue with_power_from(issue const& about, F weight) {
  std::vector<double> weights;
  for (auto const& a : about) weights.push_back(weight(a.actor));
  return about.with_power(weights);
}
}  // namespace detail

/// The same positions, each actor weighted with its normalised Banzhaf index. Actors are found by their codes or names.
/// Errors: COD-P705, or COD-M101 where the players are member states, for an actor who does not play; COD-F003 when all of
/// them together have no power.
template <class Players>
[[nodiscard]] issue weighted_by(issue const& about, power::banzhaf_index<Players> const& index) {
  return detail::with_power_from(about, [&](auto const& actor) { return index.normalised(actor); });
}
/// The same with the Shapley-Shubik index.
template <class Players>
[[nodiscard]] issue weighted_by(issue const& about, power::shapley_shubik_index<Players> const& index) {
  return detail::with_power_from(about, [&](auto const& actor) { return index.value(actor); });
}
/// The same positions, all actors with the same weight.
[[nodiscard]] inline issue weighted_equally(issue const& about) {
  return about.with_power(std::vector<double>(about.size(), 1.0));
}

}  // namespace codecision::simulate
