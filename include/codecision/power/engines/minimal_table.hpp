// SPDX-License-Identifier: BSL-1.0
// In how many minimal winning coalitions is each player of a weighted game with many players?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/engines/advice.hpp>
#include <codecision/power/engines/quadrature.hpp>
#include <codecision/power/weighted_game.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace codecision::power::detail {

/// Minimal winning coalitions of one weighted rule, by a table over weights. With the players from the heaviest to the
/// lightest, a coalition is minimal just when the quota is reached by its last member: before, the sum is below it. The
/// ways to come to a sum with the heavy ones before player i, times the ways to go on from there with the light ones
/// after it, are the minimal coalitions with i. Sizes are not kept apart: each member counts z, so that the average of
/// 1 / size is an integral over z from 0 to 1 of a polynomial, which Gauss-Legendre quadrature gives up to rounding.
class minimal_table {
 public:
  /// More coalitions than that do not fit into a double: 2^1024.
  static constexpr std::size_t most_players = 1000;

  /// Error COD-P703 for more than 1000 players.
  explicit minimal_table(weighted_game const& g) : n_{g.size()}, weights_{g.weights()}, quota_{g.quota()}, player_(n_), prefix_(n_ + 1) {
    if (n_ > most_players)
      this_engine_cannot_count_this_game(engine::table, "the minimal coalitions of " + std::to_string(n_) + " players are too many for a double",
                                         ways_out_with_fewer(g, {}, most_players, [](weighted_game const& other) {
                                           minimal_table const table{other};
                                           return table.cost(table.nodes());
                                         }));
    std::iota(player_.begin(), player_.end(), std::size_t{0});
    std::stable_sort(player_.begin(), player_.end(), [&](auto a, auto b) { return g.weights()[a] > g.weights()[b]; });
    std::int64_t divisor = 0;
    for (auto const w : weights_) divisor = std::gcd(divisor, w);
    quota_ = (quota_ + divisor - 1) / divisor;
    for (std::size_t r = 0; r < n_; ++r) {
      weights_[r] = g.weights()[player_[r]] / divisor;
      prefix_[r + 1] = prefix_[r] + weights_[r];
    }
  }

  /// Nodes of the quadrature: as many as make it exact for the largest minimal coalition.
  [[nodiscard]] std::size_t nodes() const {
    std::size_t size = 1;  // the lightest players who lose together, and one more
    for (std::int64_t sum = 0; size < n_; ++size)
      if ((sum += weights_[n_ - size]) >= quota_) break;
    return (size + 1) / 2;
  }
  [[nodiscard]] estimate cost(std::size_t nodes) const {
    double cells = 0;
    for (std::size_t r = 0; r <= n_; ++r) cells += static_cast<double>((std::max)(std::int64_t{0}, end(r) - begin(r)));
    return {engine::table, 2 * cells * static_cast<double>(nodes), 8 * cells + 8 * static_cast<double>(quota_)};
  }

  /// How many minimal winning coalitions are there? Exact in 64 bits for up to 64 players.
  template <class Number>
  [[nodiscard]] Number minimal(Number one) const { return ways_to_go_on(one)[0][0]; }
  /// For each position the sum over the minimal coalitions with it of z^(size - 1); with z = 1 their number. Exact in
  /// 64 bits for up to 64 players.
  template <class Number>
  [[nodiscard]] std::vector<Number> minimal_with(Number z) const {
    auto const after = ways_to_go_on(z);
    auto const one_more = [z](Number to, Number from) { return to + z * from; };
    std::vector<Number> with(n_), before(static_cast<std::size_t>(quota_));
    before[0] = 1;
    for (std::size_t r = 0; r < n_ && begin(r) < end(r); ++r) {
      auto const w = weights_[r], ends = last_step(r);
      auto& sum = with[player_[r]] = std::accumulate(before.data() + ends, before.data() + end(r), Number{});
      if (begin(r) < ends) sum += dot(before.data() + begin(r), after[r + 1].data() + (begin(r) + w - begin(r + 1)), ends - begin(r));
      auto const last = (std::min)(prefix_[r + 1], quota_ - 1);
      if (last >= w) combine_with_earlier(before.data(), static_cast<std::size_t>(last), static_cast<std::size_t>(w), one_more);
    }
    return with;
  }
  /// What each player gets on average when every minimal coalition is equally likely and divides equally.
  template <class Run>
  [[nodiscard]] std::vector<double> equal_shares(Run const& run) const {
    auto const half = nodes_up_to_half(nodes());
    std::vector<std::vector<double>> parts(half.size() * 2);
    run(parts.size(), [&](std::size_t job) {
      auto const p = half[job / 2].p;
      parts[job] = minimal_with(job % 2 == 0 ? p : 1 - p);
    });
    std::vector<double> shares(n_);
    for (std::size_t job = 0; job < parts.size(); ++job)
      for (std::size_t i = 0; i < n_; ++i) shares[i] += half[job / 2].weight * parts[job][i];
    auto const all = std::accumulate(shares.begin(), shares.end(), 0.0);  // every minimal coalition gives away 1
    for (auto& share : shares) share /= all;
    return shares;
  }

 private:
  /// The sums below the quota that the players before rank r can have, and from which those from r on can reach it.
  [[nodiscard]] std::int64_t begin(std::size_t r) const { return (std::max)(std::int64_t{0}, quota_ - (prefix_[n_] - prefix_[r])); }
  [[nodiscard]] std::int64_t end(std::size_t r) const { return (std::min)(quota_, prefix_[r] + 1); }
  /// From this sum on the player of rank r reaches the quota.
  [[nodiscard]] std::int64_t last_step(std::size_t r) const { return (std::min)(end(r), (std::max)(begin(r), quota_ - weights_[r])); }

  /// By rank r and sum x from begin(r): the ways in which players from r on end in a minimal coalition, z for each of them.
  template <class Number>
  [[nodiscard]] std::vector<std::vector<Number>> ways_to_go_on(Number z) const {
    std::vector<std::vector<Number>> ways(n_ + 1);
    auto const stays_out = [](Number to, Number from) { return to + from; };
    auto const one_more = [z](Number to, Number from) { return to + z * from; };
    for (auto r = n_; r-- > 0;) {
      if (begin(r) >= end(r)) continue;
      ways[r].resize(static_cast<std::size_t>(end(r) - begin(r)));
      auto* const to = ways[r].data();
      auto const* const from = ways[r + 1].data();
      auto const next = begin(r + 1), both = (std::max)(begin(r), next), ends = last_step(r);
      if (both < end(r)) combine(to + (both - begin(r)), from + (both - next), static_cast<std::size_t>(end(r) - both), stays_out);
      if (begin(r) < ends) combine(to, from + (begin(r) + weights_[r] - next), static_cast<std::size_t>(ends - begin(r)), one_more);
      for (auto x = ends; x < end(r); ++x) to[x - begin(r)] += z;
    }
    return ways;
  }
  /// The sum of the products, in eight parts that do not wait for one another.
  template <class Number>
  [[nodiscard]] static Number dot(Number const* a, Number const* b, std::int64_t n) {
    std::array<Number, 8> parts{};
    std::int64_t i = 0;
    for (; i + 8 <= n; i += 8)
      for (std::int64_t j = 0; j < 8; ++j) parts[static_cast<std::size_t>(j)] += a[i + j] * b[i + j];
    for (; i < n; ++i) parts[0] += a[i] * b[i];
    return std::accumulate(parts.begin(), parts.end(), Number{});
  }

  std::size_t n_;
  std::vector<std::int64_t> weights_;  ///< by rank, the heaviest first
  std::int64_t quota_;
  std::vector<std::size_t> player_;    ///< by rank
  std::vector<std::int64_t> prefix_;
};

/// What can be done when this table is too long, for shares or only for counting, in so many jobs at once?
[[nodiscard]] inline std::string ways_out_of_minimal_table(weighted_game const& g, effort const& most, bool for_shares, double jobs) {
  return ways_out(g, most, [&](weighted_game const& other) {
    minimal_table const table{other};
    auto cost = table.cost(for_shares ? table.nodes() : 1);
    cost.bytes *= jobs;
    return cost;
  });
}

}  // namespace codecision::power::detail
