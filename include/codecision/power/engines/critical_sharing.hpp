// SPDX-License-Identifier: BSL-1.0
// In how many coalitions is each player of a weighted game with many players one of how many critical members?
#pragma once

#include <codecision/power/engines/critical_table.hpp>
#include <codecision/power/engines/gauss_legendre.hpp>
#include <codecision/power/engines/residues.hpp>
#include <codecision/power/sharing.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace codecision::power::detail {

// --- What each player gets, in doubles --------------------------------------------------------------------------------

/// How many nodes of Gauss-Legendre give 1 / k for each k up to `most` as the integral of z^(k-1), up to rounding? Half of
/// them are always enough; as z^k differs little from zero but near 1, about three times the root are enough as well.
[[nodiscard]] inline std::size_t nodes_for_shares(std::size_t most) {
  auto const few = static_cast<std::size_t>(3.2 * std::sqrt(static_cast<double>(most))) + 4;
  return (std::min)((most + 1) / 2, few);
}

/// What will `critical_shares` cost?
[[nodiscard]] inline estimate critical_shares_cost(critical_table const& table) {
  auto cost = table.cost_of_one(0.5, 0.7);
  cost.steps *= static_cast<double>(nodes_for_shares(table.most_critical()));
  return cost;
}

/// By position: what a player gets when each coalition divides 1 equally among its critical members, as a share in what
/// all get. For up to 1000 players. Relative error about 1e-13.
template <class Run>
[[nodiscard]] std::vector<double> critical_shares(critical_table const& table, Run const& run) {
  auto const half = nodes_up_to_half(nodes_for_shares(table.most_critical()));
  std::vector<std::vector<double>> parts(half.size() * 2);
  run(parts.size(), [&](std::size_t job) {
    auto const p = half[job / 2].p;
    parts[job] = table.with(doubles_times{job % 2 == 0 ? p : 1 - p});
  });
  std::vector<double> by_kind(table.kinds() + 1);
  for (std::size_t job = 0; job < parts.size(); ++job)
    for (std::size_t k = 0; k < table.kinds(); ++k) by_kind[k] += half[job / 2].weight * parts[job][k];
  double all = 0;
  for (std::size_t k = 0; k < table.kinds(); ++k) all += by_kind[k] * static_cast<double>(table.players_of(k));
  std::vector<double> shares;
  for (std::size_t i = 0; i < table.players(); ++i) shares.push_back(by_kind[table.kind_of(i)] / all);
  return shares;
}

// --- How many coalitions, exactly -------------------------------------------------------------------------------------

/// What will `critical_by_primes` cost?
[[nodiscard]] inline estimate critical_by_primes_cost(critical_table const& table) {
  auto cost = table.cost_of_one(0.6, 1.6);
  auto const primes = static_cast<double>(prime_system::primes_for(table.players()));
  auto const k = static_cast<double>(table.most_critical()), kinds = static_cast<double>(table.kinds());
  cost.steps *= primes * k;
  cost.steps += primes * kinds * k * (3 * k + 8 * primes);
  cost.bytes += 16 * primes * kinds * k;
  return cost;
}

/// Coalitions with critical members, by the number of these: in all, and by kind of player with one of it among them.
template <class Whole>
struct critical_numbers {
  std::vector<Whole> coalitions;
  std::vector<std::vector<Whole>> with;
};

/// Exact, when every number up to 2^players fits into `Whole`. One table for each prime and each number of critical
/// members: the polynomial in z that `with` gives at 0, 1, 2, ... has these counts for coefficients.
template <class Whole, class Run>
[[nodiscard]] critical_numbers<Whole> critical_by_primes(critical_table const& table, Run const& run) {
  prime_system const primes{table.players()};
  auto const most = table.most_critical();
  std::vector<std::vector<std::uint64_t>> values(primes.moduli().size() * most);
  run(values.size(), [&](std::size_t job) { values[job] = table.with(residues_times{primes.moduli()[job / most], job % most}); });

  auto const kinds = table.kinds();
  std::vector<std::vector<std::vector<std::uint64_t>>> remainders(kinds + 1, std::vector<std::vector<std::uint64_t>>(most));  // the last: all together
  for (std::size_t m = 0; m < primes.moduli().size(); ++m) {
    auto const& r = primes.moduli()[m];
    auto const nulls = r.power(2, table.nulls());
    std::vector<std::uint64_t> sums(most);
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      std::vector<std::uint64_t> at_points;
      for (std::size_t z = 0; z < most; ++z) at_points.push_back(values[m * most + z][kind]);
      auto const counts = coefficients(r, std::move(at_points));
      for (std::size_t k = 0; k < most; ++k) {
        auto const count = r.multiply(counts[k], nulls);
        remainders[kind][k].push_back(count);
        sums[k] = r.add(sums[k], r.multiply(count, table.players_of(kind)));
      }
    }
    for (std::size_t k = 0; k < most; ++k) remainders[kinds][k].push_back(r.multiply(sums[k], r.inverse(k + 1)));  // each has been counted k + 1 times
  }
  critical_numbers<Whole> found;
  for (auto const& of_kind : remainders) {
    auto& numbers = found.with.emplace_back(1);
    for (auto const& one : of_kind) numbers.push_back(primes.template number_with<Whole>(one));
  }
  found.coalitions = std::move(found.with.back());
  found.with.back().assign(most + 1, Whole{0});  // players without weight
  return found;
}

/// The same for up to 64 players, by position.
template <class Run>
[[nodiscard]] critical_counts count_critical_by_table(critical_table const& table, Run const& run) {
  auto const found = critical_by_primes<std::uint64_t>(table, run);
  critical_counts counts{table.players()};
  std::copy(found.coalitions.begin(), found.coalitions.end(), counts.coalitions.begin());
  for (std::size_t i = 0; i < table.players(); ++i) {
    auto const& with = found.with[table.kind_of(i)];
    std::copy(with.begin(), with.end(), counts.with[i].begin());
  }
  return counts;
}

}  // namespace codecision::power::detail
