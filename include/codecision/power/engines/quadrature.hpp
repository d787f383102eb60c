// SPDX-License-Identifier: BSL-1.0
// What is the Shapley-Shubik index of a weighted game of many players? An integral, by Gauss-Legendre quadrature.
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/engines/gauss_legendre.hpp>
#include <codecision/power/engines/table.hpp>
#include <codecision/power/engines/vote_weights.hpp>
#include <codecision/power/orders.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

// A player's index is the integral over p from 0 to 1 of the probability of being decisive when all others vote yes with
// probability p (Owen 1972): with n players a polynomial of degree n - 1, for which ceil(n/2) nodes are exact but for
// rounding. Nodes come in pairs p and 1 - p. Others who vote yes with p <= 1/2 must weigh from quota - w to quota - 1; at
// 1 - p those who vote no with p must weigh from total - quota - w + 1 to total - quota: two windows of one table.

namespace codecision::power::detail {

/// The Shapley-Shubik index of a weighted game, of which equal players are kept once.
class shapley_integral {
 public:
  shapley_integral(std::int64_t quota, std::vector<std::int64_t> const& weights) : scaled_{weights} {
    for (auto const w : scaled_.weights)
      if (w > 0) voters_.push_back(w);
    std::sort(voters_.begin(), voters_.end());
    kinds_ = voters_;
    kinds_.erase(std::unique(kinds_.begin(), kinds_.end()), kinds_.end());
    auto const q = scaled_.scaled(quota);
    most_yes_ = q - 1;
    most_no_ = scaled_.total - q;
  }

  /// Steps for the tables and the removal of players, and bytes for one job.
  [[nodiscard]] estimate cost() const {
    double reach = 0, table = 0, removal = 0;
    auto const limit = static_cast<double>((std::max)(most_yes_, most_no_));
    for (auto const w : voters_) table += reach = (std::min)(reach + static_cast<double>(w), limit + 1);
    for (auto const w : kinds_) removal += (std::min)(limit / static_cast<double>(w), 400.0);
    auto const pairs = static_cast<double>((voters_.size() + 3) / 4);
    return {engine::quadrature, pairs * (steps_of_a_multiplication * table + 4 * limit + 4 * removal),
            3 * 8 * limit + 16 * pairs * static_cast<double>(kinds_.size())};
  }

  /// The value of each player, in the order of the weights as given.
  template <class Run>
  [[nodiscard]] std::vector<double> values(Run const& run) const {
    if (voters_.empty()) return std::vector<double>(scaled_.weights.size());
    auto const nodes = nodes_up_to_half((voters_.size() + 1) / 2);
    auto const removed = by_removal(nodes, run);
    std::vector<double> by_kind;
    std::vector<std::int64_t> doubtful;
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
      auto const certain = std::sqrt(removed[k].variance) <= most_relative_error * removed[k].value;
      by_kind.push_back(certain ? removed[k].value : 0);
      if (!certain) doubtful.push_back(kinds_[k]);
    }
    doubtful = those_that_swing(doubtful, run);
    auto const again = one_by_one(nodes, doubtful, run);
    for (std::size_t d = 0; d < doubtful.size(); ++d) by_kind[place_of(doubtful[d], kinds_)] = again[d];
    std::vector<double> values;
    for (auto const w : scaled_.weights) values.push_back(w == 0 ? 0 : by_kind[place_of(w, kinds_)]);
    return values;
  }

 private:
  static constexpr double steps_of_a_multiplication = 0.3;
  static constexpr double most_relative_error = 2.5e-13;

  /// One table a node; each kind of player is taken out of its sums.
  template <class Run>
  [[nodiscard]] std::vector<with_error> by_removal(std::vector<quadrature_node> const& nodes, Run const& run) const {
    auto const error = 1.1e-16 * std::sqrt(static_cast<double>(voters_.size()));
    std::vector<with_error> parts(nodes.size() * kinds_.size());
    run(nodes.size(), [&](std::size_t job) {
      vote_weights table{nodes[job].p, (std::max)(most_yes_, most_no_)};
      table.add(voters_.data(), voters_.data() + voters_.size());
      table.settle();
      summed_votes const sums{table};
      for (std::size_t k = 0; k < kinds_.size(); ++k) {
        auto const yes = sums.window_without(most_yes_, kinds_[k], error), no = sums.window_without(most_no_, kinds_[k], error);
        auto const weight = nodes[job].weight;
        parts[job * kinds_.size() + k] = {weight * (yes.value + no.value), weight * weight * (yes.variance + no.variance)};
      }
    });
    std::vector<with_error> sums(kinds_.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      sums[i % kinds_.size()].value += parts[i].value;
      sums[i % kinds_.size()].variance += parts[i].variance;
    }
    return sums;
  }

  /// Which of these kinds are no null players? Null players have exactly 0; whole numbers tell.
  template <class Run>
  [[nodiscard]] std::vector<std::int64_t> those_that_swing(std::vector<std::int64_t> kinds, Run const& run) const {
    if (kinds.empty()) return kinds;
    auto const counted = swings_by_table(weighted_game{allow_improper, most_yes_ + 1, voters_}, run);
    auto const never_swings = [&](std::int64_t w) {
      auto const& digits = counted.swings[place_of(w, voters_)].digits();
      return std::all_of(digits.begin(), digits.end(), [](std::uint64_t digit) { return digit == 0; });
    };
    kinds.erase(std::remove_if(kinds.begin(), kinds.end(), never_swings), kinds.end());
    return kinds;
  }
  [[nodiscard]] static std::size_t place_of(std::int64_t w, std::vector<std::int64_t> const& ascending) {
    return static_cast<std::size_t>(std::lower_bound(ascending.begin(), ascending.end(), w) - ascending.begin());
  }

  /// For kinds that the removal leaves in doubt (a small player next to large ones): tables that are built without one
  /// player of the kind, where nothing cancels. Half of the kinds are added and the other half solved, and the other way
  /// round, so that each kind is added log2(kinds) times.
  template <class Run>
  [[nodiscard]] std::vector<double> one_by_one(std::vector<quadrature_node> const& nodes, std::vector<std::int64_t> const& doubtful,
                                               Run const& run) const {
    std::vector<double> sums(doubtful.size());
    if (doubtful.empty()) return sums;
    std::vector<std::int64_t> others;
    std::set_difference(voters_.begin(), voters_.end(), doubtful.begin(), doubtful.end(), std::back_inserter(others));
    std::vector<double> parts(nodes.size() * doubtful.size());
    run(nodes.size(), [&](std::size_t job) {
      vote_weights table{nodes[job].p, (std::max)(most_yes_, most_no_)};
      table.add(others.data(), others.data() + others.size());
      solve(std::move(table), nodes[job].weight, doubtful.data(), doubtful.data() + doubtful.size(), parts.data() + job * doubtful.size());
    });
    for (std::size_t i = 0; i < parts.size(); ++i) sums[i % sums.size()] += parts[i];
    return sums;
  }
  void solve(vote_weights table, double weight, std::int64_t const* first, std::int64_t const* last, double* parts) const {
    if (last - first == 1) {
      *parts = weight * (table.window(most_yes_, *first) + table.window(most_no_, *first));
      return;
    }
    auto const* const middle = first + (last - first) / 2;
    auto with_first_half = table;
    with_first_half.add(first, middle);
    solve(std::move(with_first_half), weight, middle, last, parts + (middle - first));
    table.add(middle, last);
    solve(std::move(table), weight, first, middle, parts);
  }

  scaled_weights scaled_;
  std::vector<std::int64_t> voters_;  ///< the weights that are not zero, ascending
  std::vector<std::int64_t> kinds_;   ///< each weight once
  std::int64_t most_yes_ = 0;         ///< the largest weight that loses
  std::int64_t most_no_ = 0;          ///< the largest weight whose no-votes do not block
};

/// What will `shapley_by_quadrature` cost? Bytes are for one job at a time.
[[nodiscard]] inline estimate quadrature_cost(std::int64_t quota, std::vector<std::int64_t> const& weights) {
  return shapley_integral{quota, weights}.cost();
}

/// The Shapley-Shubik index of each player of the game [quota; weights], 1 <= quota <= sum of the weights. The relative
/// error is below 1e-12 for every player whose value is above 1e-150; players who never swing have exactly 0. Equal
/// players have equal values, and the values do not depend on `run`.
/// Cost: n^2 / 4 times the longer side of the quota. Players of whom little is left when others are taken out of a table
/// are counted again without that: were it all of them, it would take some forty times as long.
template <class Run>
[[nodiscard]] std::vector<double> shapley_by_quadrature(std::int64_t quota, std::vector<std::int64_t> const& weights, Run const& run) {
  return shapley_integral{quota, weights}.values(run);
}
/// The same for a game. Error COD-P703 when the effort does not allow it.
template <class Run>
[[nodiscard]] std::vector<double> shapley_by_quadrature(weighted_game const& g, effort const& most, Run const& run) {
  shapley_integral const integral{g.quota(), g.weights()};
  auto const at_once = [&run](estimate cost) {
    cost.bytes *= jobs_at_once(run);
    return cost;
  };
  check_cost(at_once(integral.cost()), most, [&] {
    return ways_out(g, most, [&](weighted_game const& other) { return at_once(quadrature_cost(other.quota(), other.weights())); });
  });
  return integral.values(run);
}

/// Should the index of this game come from the quadrature? Asked for by name, or when counting coalitions cannot give
/// fractions, or is not allowed by the effort; `counting()` estimates it.
template <class Cost>
[[nodiscard]] bool prefers_quadrature(weighted_game const& g, effort const& most, Cost const& counting) {
  if (most.by != engine::automatic) return most.by == engine::quadrature;
  if (g.size() > most_players_of_a_fraction) return true;
  return !is_affordable(counting(), most);
}

}  // namespace codecision::power::detail
