// SPDX-License-Identifier: BSL-1.0
// Who is decisive in a weighted game of hundreds of players, in whole numbers of any length?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/engines/quadrature.hpp>
#include <codecision/power/engines/table.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/weighted_game.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace codecision::power::big {

/// Whole numbers and fractions of any length, from Boost.Multiprecision.
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace detail {

/// The double nearest to a fraction that is not negative: 64 bits of the quotient, of which the lowest says whether
/// anything follows, are rounded once.
[[nodiscard]] inline double quotient(cpp_int const& numerator, cpp_int const& denominator) {
  if (numerator.is_zero()) return 0;
  auto const shift = 63 + static_cast<int>(msb(denominator)) - static_cast<int>(msb(numerator));
  cpp_int whole, rest;
  divide_qr(cpp_int{shift > 0 ? numerator << shift : numerator}, cpp_int{shift < 0 ? denominator << -shift : denominator}, whole, rest);
  auto const bits = static_cast<std::uint64_t>(whole) | std::uint64_t{!rest.is_zero()};
  return std::ldexp(static_cast<double>(bits), -shift);
}

/// A count from a table as one number.
[[nodiscard]] inline cpp_int number(power::detail::wide_count const& count) {
  cpp_int value = 0;
  for (auto digit = count.digits().rbegin(); digit != count.digits().rend(); ++digit) value = (value << power::detail::digit_bits) | *digit;
  return value;
}

}  // namespace detail

/// The index of Penrose (1946) and Banzhaf (1965) in numbers of any length: see power::banzhaf_index for what it means.
class banzhaf_index : public result_for<named_players> {
 public:
  /// The index that these swings give.
  banzhaf_index(named_players const& players, std::vector<cpp_int> swings, cpp_int winning)
      : result_for{players}, swings_{std::move(swings)}, winning_{std::move(winning)} {
    for (auto const& s : swings_) sum_ += s;
  }

  /// In how many coalitions does this player swing? By position or name. A cpp_int.
  template <class Key>
  [[nodiscard]] cpp_int const& swings(Key const& player) const { return swings_[this->at(player)]; }
  /// The swings of all players together. A cpp_int.
  [[nodiscard]] cpp_int const& swings() const { return sum_; }
  /// The probability of being decisive, swings / 2^(n-1): the nearest double.
  template <class Key>
  [[nodiscard]] double absolute(Key const& player) const {
    return detail::quotient(swings(player), cpp_int{1} << static_cast<unsigned>(size() - 1));
  }
  /// The share in all swings: the nearest double.
  template <class Key>
  [[nodiscard]] double normalised(Key const& player) const { return detail::quotient(swings(player), sum_); }
  /// How many coalitions win? A cpp_int.
  [[nodiscard]] cpp_int const& winning_coalitions() const { return winning_; }

 private:
  std::vector<cpp_int> swings_;
  cpp_int sum_ = 0;
  cpp_int winning_;
};

/// The index of Shapley and Shubik (1954) as fractions of any length: see power::shapley_shubik_index for what it means.
class shapley_shubik_index : public result_for<named_players> {
 public:
  /// The index of these values.
  shapley_shubik_index(named_players const& players, std::vector<cpp_rational> values) : result_for{players}, values_{std::move(values)} {}

  /// The probability of being pivotal as a fraction in lowest terms. A cpp_rational.
  template <class Key>
  [[nodiscard]] cpp_rational const& exact(Key const& player) const { return values_[this->at(player)]; }
  /// The same as the nearest double.
  template <class Key>
  [[nodiscard]] double value(Key const& player) const {
    auto const& v = exact(player);
    return detail::quotient(numerator(v), denominator(v));
  }

 private:
  std::vector<cpp_rational> values_;
};

/// How often is each player of a weighted game decisive? Exact for any number of players. Error COD-P703 when the effort
/// does not allow it. Cost: n^2 / 48 times the shorter side of the quota. `run` runs independent jobs.
template <class Run = one_after_the_other>
[[nodiscard]] banzhaf_index banzhaf(weighted_game const& g, effort const& most = {}, Run const& run = {}) {
  power::detail::check_cost(power::detail::swings_cost(g), most, [&] { return power::detail::ways_out(g, most, power::detail::swings_cost); });
  auto const counted = power::detail::swings_by_table(g, run);
  std::vector<cpp_int> swings;
  for (auto const& s : counted.swings) swings.push_back(detail::number(s));
  auto winning = detail::number(counted.counted);
  if (!counted.counts_winning) winning = (cpp_int{1} << static_cast<unsigned>(g.size())) - winning;
  return {g.players(), std::move(swings), std::move(winning)};
}

/// What will `shapley_shubik` with fractions of any length cost?
[[nodiscard]] inline estimate shapley_shubik_cost(weighted_game const& g) {
  power::detail::weighted_table const t{g, power::detail::weight_table::rows::by_size};
  auto const n = static_cast<double>(g.size());
  auto cost = power::detail::cost_of(t.table);
  cost.steps += 100 * n * n + n * n * n * static_cast<double>(t.table.digits());
  return cost;
}

/// How often is each player of a weighted game pivotal? Exact fractions for any number of players: the check on the
/// quadrature. Error COD-P703 when the effort does not allow it. Cost: n^3 / 48 times the shorter side of the quota.
template <class Run = one_after_the_other>
[[nodiscard]] shapley_shubik_index shapley_shubik(weighted_game const& g, effort const& most = {}, Run const& run = {}) {
  power::detail::check_cost(shapley_shubik_cost(g), most, [&] {
    auto quadrature = power::detail::quadrature_cost(g.quota(), g.weights());
    quadrature.bytes *= power::detail::jobs_at_once(run);
    return power::detail::is_affordable(quadrature, most) ? "ask power::shapley_shubik for this game: its quadrature errs by less than 1e-12"
                                                          : power::detail::ways_out(g, most, shapley_shubik_cost);
  });
  power::detail::weighted_table t{g, power::detail::weight_table::rows::by_size};
  t.table.fill(run);
  t.table.accumulate();
  auto const n = static_cast<unsigned>(g.size());
  std::vector<cpp_int> orders{1};  // k! for k = 0, 1, 2, ...
  for (unsigned k = 1; k <= n; ++k) orders.push_back(orders.back() * k);
  std::vector<cpp_rational> values;
  for (auto const w : t.weights.weights) {
    cpp_int pivotal = 0;
    for (unsigned others = 0; others < n && w > 0; ++others) {
      power::detail::wide_count swings{t.table.digits()};
      t.table.add_count_without(swings, w, others, t.last_losing());
      t.table.add_count_without(swings, w, others, t.last_losing() - w, true);
      swings.carry();
      pivotal += detail::number(swings) * orders[others] * orders[n - 1 - others];
    }
    values.emplace_back(pivotal, orders[n]);
  }
  return {g.players(), std::move(values)};
}

}  // namespace codecision::power::big
