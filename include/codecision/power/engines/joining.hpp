// SPDX-License-Identifier: BSL-1.0
// With which probability does each player join a coalition, and what follows for each when some engine has added it all up?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/core/wording.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace codecision::power::detail {

[[noreturn]] inline void a_probability_lies_between_0_and_1(std::string const& whose, double p) {
  auto const number = wording::as_typed(p) + (whose.empty() ? "" : " of " + whose);
  fail(error_code::bad_probability, "the probability " + number + " does not lie between 0 and 1", "",
       "give a share of 1, such as 0.4 for four in ten; 40 % is 0.4");
}
/// Not a number lies nowhere, and is refused as well.
[[nodiscard]] constexpr bool is_probability(double p) { return p >= 0 && p <= 1; }

/// The probabilities of one player to join and to stay out. Both are kept, so that neither is lost beside a 1.
struct joining {
  double joins = 0, stays = 1;
};

/// The probability that a coalition wins, for one player: when it joins, when it stays out, and the difference.
struct player_chances {
  double with = 0, without = 0, decisive = 0;
};

/// What an engine finds.
struct found_chances {
  double winning = 0;
  std::vector<player_chances> players;
};

/// A sum of many numbers, and beside it what rounding lost on the way (Knuth's two-sum): it errs as if there were few.
class careful_sum {
 public:
  constexpr void add(double x) {
    auto const sum = sum_ + x;
    auto const of_x = sum - sum_;
    lost_ += (sum_ - (sum - of_x)) + (x - of_x);
    sum_ = sum;
  }
  [[nodiscard]] constexpr double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0, lost_ = 0;
};

/// For each set of some players, as bits: the probability that exactly they join. Cost: 2^n multiplications.
[[nodiscard]] inline std::vector<double> chances_of_sets(std::vector<joining> const& players) {
  std::vector<double> chances(std::size_t{1} << players.size());
  chances[0] = 1;
  for (std::size_t i = 0; i < players.size(); ++i)
    for (std::size_t s = std::size_t{1} << i; s-- > 0;) {
      chances[s | std::size_t{1} << i] = chances[s] * players[i].joins;
      chances[s] *= players[i].stays;
    }
  return chances;
}

/// The mean of the values of all sets of some players, and the same for each of them joining or not.
/// Cost: n 2^n; `values_of_sets` splits what is larger.
[[nodiscard]] inline found_chances mean_of_sets(std::vector<double> const& values, std::vector<joining> const& players) {
  found_chances found;
  auto const chances = chances_of_sets(players);
  for (std::size_t s = 0; s < values.size(); ++s) found.winning += chances[s] * values[s];
  for (std::size_t i = 0; i < players.size(); ++i) {
    auto others = players;
    others[i] = {1, 1};
    auto const of_others = chances_of_sets(others);
    player_chances own;
    for (std::size_t s = 0; s < values.size(); ++s) {
      if ((s >> i & 1) == 0) continue;
      auto const without = values[s ^ std::size_t{1} << i];
      own.with += of_others[s] * values[s];
      own.without += of_others[s] * without;
      own.decisive += of_others[s] * (values[s] - without);
    }
    found.players.push_back(own);
  }
  return found;
}

/// The same for more players at a cost of 2^n: the mean over the upper players is taken for each set of the lower ones, and
/// the other way round. Each value is monotone in its set, so that only rounding can make a difference negative.
[[nodiscard]] inline found_chances values_of_sets(std::vector<double> const& values, std::vector<joining> const& players) {
  auto const middle = players.begin() + static_cast<std::ptrdiff_t>(players.size() / 2);
  std::vector<joining> const low{players.begin(), middle}, high{middle, players.end()};
  auto const of_low = chances_of_sets(low), of_high = chances_of_sets(high);
  std::vector<double> by_low(of_low.size()), by_high(of_high.size());
  for (std::size_t h = 0; h < of_high.size(); ++h)
    for (std::size_t l = 0; l < of_low.size(); ++l) {
      auto const value = values[h << low.size() | l];
      by_low[l] += of_high[h] * value;
      by_high[h] += of_low[l] * value;
    }
  auto found = mean_of_sets(by_low, low);
  auto const upper = mean_of_sets(by_high, high).players;
  found.players.insert(found.players.end(), upper.begin(), upper.end());
  for (auto& p : found.players) p.decisive = (std::max)(p.decisive, 0.0);
  return found;
}

}  // namespace codecision::power::detail
