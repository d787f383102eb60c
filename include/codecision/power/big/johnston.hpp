// SPDX-License-Identifier: BSL-1.0
// What is each player's share as a critical member of a weighted game of many players, as a fraction of any length?
#pragma once

#include <codecision/power/big.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/engines/critical_table.hpp>
#include <codecision/power/johnston.hpp>
#include <codecision/power/players.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power::big {

/// The index of Johnston (1978) as fractions of any length: see power::johnston_index for what it means.
class johnston_index : public result_for<named_players> {
 public:
  /// The index of these values; `vulnerable` coalitions have critical members.
  johnston_index(named_players const& players, cpp_int vulnerable, std::vector<cpp_rational> values)
      : result_for{players}, vulnerable_{std::move(vulnerable)}, values_{std::move(values)} {}

  /// How many winning coalitions have critical members? A cpp_int.
  [[nodiscard]] cpp_int const& vulnerable_coalitions() const { return vulnerable_; }
  /// The share of this player as a fraction in lowest terms. By position or name. A cpp_rational.
  template <class Key>
  [[nodiscard]] cpp_rational const& exact(Key const& player) const { return values_[this->at(player)]; }
  /// The same as the nearest double.
  template <class Key>
  [[nodiscard]] double value(Key const& player) const {
    auto const& v = exact(player);
    return detail::quotient(numerator(v), denominator(v));
  }

 private:
  cpp_int vulnerable_;
  std::vector<cpp_rational> values_;
};

/// What will `johnston` with fractions of any length cost?
[[nodiscard]] inline estimate johnston_cost(weighted_game const& g) {
  return power::detail::critical_by_primes_cost(power::detail::critical_table{g});
}

/// What is each player's share as a critical member of a weighted game? Exact fractions for any number of players. Error
/// COD-P703 when the effort does not allow it. Cost: n / 60 primes times the most critical members that a coalition can
/// have, times n times the quota. `run` runs independent jobs.
template <class Run = one_after_the_other>
[[nodiscard]] johnston_index johnston(weighted_game const& g, effort const& most = {}, Run const& run = {}) {
  power::detail::critical_table const table{g};
  auto const cost = [&run](weighted_game const& other) { return power::detail::at_once(johnston_cost(other), run); };
  power::detail::check_cost(cost(g), most, [&]() -> std::string {
    if (g.size() <= power::detail::critical_table::most_players_of_doubles &&
        power::detail::is_affordable(power::detail::at_once(power::detail::critical_shares_cost(table), run), most))
      return "ask power::johnston for this game: its doubles have a relative error of about 1e-13";
    return power::detail::ways_out(g, most, cost);
  });
  auto const found = power::detail::critical_by_primes<cpp_int>(table, run);
  cpp_int vulnerable = 0, multiple = 1;  // of all numbers of critical members
  for (std::size_t k = 1; k < found.coalitions.size(); ++k) {
    vulnerable += found.coalitions[k];
    multiple = lcm(multiple, cpp_int{k});
  }
  std::vector<cpp_rational> by_kind;
  for (auto const& with : found.with) {
    cpp_int sum = 0;
    for (std::size_t k = 1; k < with.size(); ++k) sum += with[k] * (multiple / k);
    by_kind.emplace_back(sum, vulnerable * multiple);
  }
  std::vector<cpp_rational> values;
  for (std::size_t i = 0; i < g.size(); ++i) values.push_back(by_kind[table.kind_of(i)]);
  return {g.players(), std::move(vulnerable), std::move(values)};
}

}  // namespace codecision::power::big
