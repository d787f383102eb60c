// SPDX-License-Identifier: BSL-1.0
// The mean over all 134 217 728 ways in which 27 members can vote.
#include <codecision/codecision.hpp>
#include <codecision/simulate/chance.hpp>
#include <codecision/simulate/share_distribution.hpp>

#include "support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace cod = codecision;
namespace simulate = codecision::simulate;
using namespace codecision::literals;

namespace {

constexpr int low_members = 13, high_members = 14;

/// Sums of some members' figures, and the probability that exactly they are in favour, for all sets of these members.
struct sets {
  std::vector<long double> chance;
  std::vector<std::int64_t> people;
  std::vector<int> size;

  sets(cod::electorate const& council, std::vector<cod::member_state> const& members, simulate::probabilities const& p) {
    for (std::size_t s = 0; s < std::size_t{1} << members.size(); ++s) {
      chance.push_back(1);
      people.push_back(0);
      size.push_back(0);
      for (std::size_t i = 0; i < members.size(); ++i) {
        auto const joins = (s >> i & 1) != 0;
        auto const own = static_cast<long double>(p[members[i]]);
        chance.back() *= joins ? own : 1 - own;
        people.back() += joins ? council.population(members[i]) : 0;
        size.back() += joins ? 1 : 0;
      }
    }
  }
};

/// TEU 16(4) and TFEU 238(3)(a) as the Treaties say it, for every outcome: the probability that it is adopted for each set of
/// the first members, and for each set of the others.
struct all_outcomes {
  std::vector<long double> by_low, by_high;
  std::uint64_t adopting = 0;

  all_outcomes(cod::electorate const& council, sets const& low, sets const& high) : by_low(low.chance.size()), by_high(high.chance.size()) {
    auto const total = council.population_total();
    for (std::size_t h = 0; h < high.chance.size(); ++h) {
      long double sum = 0;
      for (std::size_t l = 0; l < low.chance.size(); ++l) {
        auto const members = low.size[l] + high.size[h];
        auto const enough = members >= 15 && 100 * (low.people[l] + high.people[h]) >= 65 * total;
        if (!(enough || 27 - members < 4)) continue;
        ++adopting;
        sum += low.chance[l];
        by_low[l] += high.chance[h];
      }
      by_high[h] = sum;
    }
  }
};

/// With each member less without it, from the probability of adoption for each set of some members.
std::vector<double> differences(std::vector<long double> const& adopted, sets const& s, std::vector<cod::member_state> const& members, simulate::probabilities const& p) {
  std::vector<double> found;
  for (std::size_t i = 0; i < members.size(); ++i) {
    long double with = 0, without = 0;
    auto const own = static_cast<long double>(p[members[i]]);
    for (std::size_t k = 0; k < adopted.size(); ++k)
      if ((k >> i & 1) != 0) with += s.chance[k] / own * adopted[k];
      else without += s.chance[k] / (1 - own) * adopted[k];
    found.push_back(static_cast<double>(with - without));
  }
  return found;
}

}  // namespace

TEST_CASE("27 members with unequal probabilities: adoption and every member's decisiveness agree to 1e-12 with the mean over all 2^27 outcomes",
          "[all_outcomes]") {
  auto const council = cod::council_on("2024-06-20"_date);
  REQUIRE(council.size() == low_members + high_members);
  simulate::probabilities p{council, 0.5};
  std::vector<cod::member_state> low, high;
  double next = 0.31;
  for (auto const m : council.members()) {
    (low.size() < low_members ? low : high).push_back(m);
    p = p.with(m, next);
    next = std::fmod(next + 0.379, 1.0) * 0.96 + 0.03;
  }
  sets const low_sets{council, low, p}, high_sets{council, high, p};
  all_outcomes const all{council, low_sets, high_sets};
  CHECK(all.adopting == 17'752'555);
  long double mean = 0;
  for (std::size_t h = 0; h < all.by_high.size(); ++h) mean += high_sets.chance[h] * all.by_high[h];

  auto const c = simulate::chance_of_adoption(cod::rules::qualified_majority(), council, p);
  CHECK(mean > 0.01L);
  CHECK(std::abs(static_cast<double>(c.adopted() - mean)) < 1e-12);
  CHECK(std::abs(static_cast<double>(c.not_adopted() - (1 - mean))) < 1e-12);
  auto const of_low = differences(all.by_low, low_sets, low, p), of_high = differences(all.by_high, high_sets, high, p);
  for (std::size_t i = 0; i < low.size(); ++i) CHECK(std::abs(c.decisive(low[i]) - of_low[i]) < 1e-12);
  for (std::size_t i = 0; i < high.size(); ++i) CHECK(std::abs(c.decisive(high[i]) - of_high[i]) < 1e-12);
}

TEST_CASE("27 members with unequal probabilities: the share of the population agrees to 1e-12 with all 2^27 outcomes", "[all_outcomes]") {
  auto const council = cod::council_on("2024-06-20"_date);
  simulate::probabilities p{council, 0.5};
  std::vector<cod::member_state> low, high;
  double next = 0.4;
  for (auto const m : council.members()) {
    (low.size() < low_members ? low : high).push_back(m);
    p = p.with(m, next);
    next = std::fmod(next + 0.211, 1.0) * 0.96 + 0.03;
  }
  sets const low_sets{council, low, p}, high_sets{council, high, p};
  long double above = 0;
  for (std::size_t h = 0; h < high_sets.chance.size(); ++h) {
    long double sum = 0;
    for (std::size_t l = 0; l < low_sets.chance.size(); ++l)
      sum += 100 * (low_sets.people[l] + high_sets.people[h]) >= 65 * council.population_total() ? low_sets.chance[l] : 0;
    above += sum * high_sets.chance[h];
  }
  simulate::share_distribution const found{council, p};
  CHECK(std::abs(static_cast<double>(found.at_least({65, 100}) - above)) < 1e-12);
  CHECK(std::abs(static_cast<double>(found.below({65, 100}) - (1 - above))) < 1e-12);
}
