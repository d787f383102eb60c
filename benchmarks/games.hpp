// SPDX-License-Identifier: BSL-1.0
// The games that the benchmarks of power/ measure, each made in one place.
#pragma once

#include <codecision/codecision.hpp>
#include <codecision/power/game.hpp>
#include <codecision/power/weighted_game.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace benchmark_games {

namespace cod = codecision;
namespace power = codecision::power;

/// The rule of today, 27 members, in persons.
inline power::game current_rule() {
  using namespace codecision::literals;
  return {cod::rules::qualified_majority(), cod::council_on("2024-06-20"_date)};
}

/// The rule of Nice with all three criteria: 255 votes, 14 members, 62 % of the population.
inline power::game nice_rule() {
  using namespace codecision::literals;
  return {cod::rules::weighted(cod::regime::twenty_seven_nice), cod::council_on("2012-06-20"_date), cod::request::population_check};
}

/// The current rule for n members: those of today, then nine candidates with round figures assumed here (Albania, Bosnia and
/// Herzegovina, Georgia, Moldova, Montenegro, North Macedonia, Serbia, Türkiye, Ukraine), then states that are made up.
/// Populations are rounded to a unit of persons.
inline power::simple_game current_rule_of(std::size_t n, std::int64_t unit = 1) {
  std::vector<std::int64_t> people;
  auto const today = current_rule();
  for (std::size_t i = 0; i < today.size() && i < n; ++i) people.push_back(today.weight(1, i));
  for (auto const candidate : {2'400'000, 3'400'000, 3'700'000, 2'400'000, 620'000, 1'830'000, 6'600'000, 85'400'000, 38'000'000})
    if (people.size() < n) people.push_back(candidate);
  std::mt19937 random{36};
  while (people.size() < n) people.push_back(500'000 + static_cast<std::int64_t>(random() % 20'000'000));
  std::int64_t total = 0;
  for (auto& p : people) total += p = (p + unit / 2) / unit;
  auto const members = static_cast<std::int64_t>(n);
  return {power::named_players{n}, {std::vector<std::int64_t>(n, 1), people},
          {{0, (55 * members + 99) / 100}, {1, (65 * total + 99) / 100}, {0, members - 3}}, {3, 4}};
}

/// A weighted game with random weights from 1 to 1000 and half of them and one more as quota.
inline power::weighted_game random_weights(std::size_t n) {
  std::mt19937 random{static_cast<std::mt19937::result_type>(n)};
  std::vector<std::int64_t> weights;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < n; ++i) total += weights.emplace_back(1 + static_cast<std::int64_t>(random() % 1000));
  return {total / 2 + 1, weights};
}

}  // namespace benchmark_games
