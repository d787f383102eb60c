// SPDX-License-Identifier: BSL-1.0
// The current rule among twenty-seven: every one of 2^27 coalitions is looked at, member by member.
#include <codecision/codecision.hpp>
#include <codecision/power/minimal.hpp>

#include "support/catch.hpp"

#include <array>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

TEST_CASE("the counts of the current rule are those of a plain loop over 2^27 coalitions", "[power][minimal][long]") {
  auto const council = cod::council_on("2024-06-20"_date);
  std::vector<std::int64_t> people;
  for (auto const m : council.members()) people.push_back(council.population(m));
  auto const total = council.population_total();
  auto const wins = [&](int members, std::int64_t sum) { return (members >= 15 && 100 * sum >= 65 * total) || members >= 24; };

  power::minimal_counts minimal{27};
  power::critical_counts critical{27};
  // sums over the low 14 and the high 13 members, so that a coalition is weighed by two look-ups
  std::vector<std::int64_t> low(1 << 14), high(1 << 13);
  for (std::size_t s = 1; s < low.size(); ++s) low[s] = low[s & (s - 1)] + people[static_cast<std::size_t>(std::countr_zero(s))];
  for (std::size_t s = 1; s < high.size(); ++s) high[s] = high[s & (s - 1)] + people[14 + static_cast<std::size_t>(std::countr_zero(s))];
  for (std::uint64_t s = 0; s < std::uint64_t{1} << 27; ++s) {
    auto const members = power::coalition::from_bits(s).size();
    auto const sum = low[s & 0x3fff] + high[s >> 14];
    if (!wins(members, sum)) continue;
    std::array<std::size_t, 27> who{};
    std::size_t k = 0;
    for (auto rest = s; rest != 0; rest &= rest - 1) {
      auto const i = static_cast<std::size_t>(std::countr_zero(rest));
      if (!wins(members - 1, sum - people[i])) who[k++] = i;
    }
    if (k == 0) continue;
    ++critical.coalitions[k];
    for (std::size_t i = 0; i < k; ++i) ++critical.with[who[i]][k];
    if (k != static_cast<std::size_t>(members)) continue;
    ++minimal.coalitions[k];
    for (std::size_t i = 0; i < k; ++i) ++minimal.with[who[i]][k];
  }

  power::game const g{cod::rules::qualified_majority(), council};
  CHECK(power::count_minimal(g) == minimal);
  CHECK(power::count_critical(g) == critical);
  CHECK(power::minimal_winning(g).count() == minimal.total());
  std::uint64_t listed = 0;
  for (auto const who : power::minimal_winning(g)) listed += !who.empty();
  CHECK(listed == minimal.total());
}
