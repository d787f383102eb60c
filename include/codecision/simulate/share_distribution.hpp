// SPDX-License-Identifier: BSL-1.0
// Which share of the population, and how many members, will be in favour, and how likely is each?
#pragma once

#include <codecision/core/wording.hpp>
#include <codecision/council/electorate.hpp>
#include <codecision/power/engines/halves_lists.hpp>
#include <codecision/power/engines/joining.hpp>
#include <codecision/simulate/voting_bloc.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/open_ballot.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace codecision::simulate {

namespace detail {

[[noreturn]] inline void a_quantile_lies_between_0_and_1(double level) {
  fail(error_code::bad_probability, "the quantile " + wording::as_typed(level) + " does not lie between 0 and 1", "",
       "0.5 asks for the median, 0.95 for what is exceeded once in twenty times");
}
[[noreturn]] inline void this_threshold_is_no_share(ratio share) {
  fail(error_code::bad_figure, "the share " + std::to_string(share.numerator) + "/" + std::to_string(share.denominator) +
       " is not a number from 0 to 1", "",
       "give a ratio such as {65, 100}, with a denominator of at most 9000");
}
constexpr void check_share(ratio share) {
  auto const is_written_so = share.numerator >= 0 && share.denominator >= 1 && share.denominator <= 9000;
  if (!is_written_so || share.numerator > share.denominator) this_threshold_is_no_share(share);
}

/// The sums of some units with their probabilities, in ascending order, and what is at or above, and below, each of them.
struct weighed_half {
  std::vector<std::int64_t> sums;
  std::vector<double> chances;
  std::vector<double> from, below;  ///< by place in the order: that place or a later one, and an earlier one

  weighed_half(std::vector<std::int64_t> const& weights, std::vector<power::detail::joining> const& players) {
    auto const ordered = power::detail::in_order(weights);
    auto const by_set = power::detail::chances_of_sets(players);
    sums.assign(ordered.sums.begin(), ordered.sums.end() - 1);
    for (auto const s : ordered.sets) chances.push_back(by_set[s.players()]);
    below.push_back(0);
    power::detail::careful_sum up, down;
    for (auto const c : chances) { up.add(c); below.push_back(up.value()); }
    from.assign(sums.size() + 1, 0);
    for (auto k = sums.size(); k-- > 0;) { down.add(chances[k]); from[k] = down.value(); }
  }
};

}  // namespace detail

/// The distribution of the population that is in favour, and of the number of members, when open members decide independently
/// of each other, alone or in blocs. Without sampling: by meeting in the middle, up to the rounding of doubles.
/// Population is in the unit of the council's figures: persons, or hundredths of a percent.
class share_distribution {
 public:
  /// Only the probabilities of open members are read; who is known to vote in favour counts. Errors: COD-D206 without figures,
  /// and as for `chance_of_adoption`. Cost: O(2^(u/2)) for u open members or blocs, 0.8 MB for 27.
  share_distribution(open_ballot const& b, probabilities const& p, std::vector<voting_bloc> const& blocs = {})
      : share_distribution{b.council(), b.side(vote::in_favour), detail::units_of(b, p, blocs)} {}
  /// The same when nobody's vote is known yet.
  share_distribution(electorate const& council, probabilities const& p, std::vector<voting_bloc> const& blocs = {})
      : share_distribution{open_ballot{council}, p, blocs} {}

  // ----- the population in favour -----
  /// The whole population of the council.
  [[nodiscard]] std::int64_t whole() const { return whole_; }
  /// Its average, and its standard deviation, in the unit of the figures.
  [[nodiscard]] double mean_population() const { return mean_; }
  /// The standard deviation of the population in favour, in the unit of the figures.
  [[nodiscard]] double population_deviation() const { return std::sqrt(variance_); }
  /// The same as shares of the whole, from 0 to 1.
  [[nodiscard]] double mean() const { return mean_ / static_cast<double>(whole_); }
  /// The standard deviation of the share in favour, from 0 to 1.
  [[nodiscard]] double deviation() const { return population_deviation() / static_cast<double>(whole_); }
  /// How likely is it that at least so many people are in favour? Cost: one pass over the sums of both
  /// halves, for 27 members below 0.1 ms.
  [[nodiscard]] double population_at_least(std::int64_t people) const {
    return tail(people, halves_[1].from);
  }
  /// How likely is it that fewer are? The same as 1 - population_at_least, but correct in its digits where it is small.
  [[nodiscard]] double population_below(std::int64_t people) const {
    return tail(people, halves_[1].below);
  }
  /// How likely is a share of at least this? Compared exactly, as the Treaty counts: {65, 100} of 447 470 672 is 290 855 937.
  /// Error COD-D208 for a ratio outside 0 to 1. Cost as for `population_at_least`.
  [[nodiscard]] double at_least(ratio share) const { return population_at_least(needed(share)); }
  /// How likely is a share of more than this?
  [[nodiscard]] double more_than(ratio share) const {
    detail::check_share(share);
    return population_at_least(smallest_more_than(share, whole_));
  }
  /// How likely is a share below this?
  [[nodiscard]] double below(ratio share) const { return population_below(needed(share)); }

  /// The smallest population of which it is at least as likely as `level` that no more are in favour: the median for 0.5.
  /// Where a level is met exactly, rounding decides between that population and the next.
  /// Error COD-F001 outside 0 to 1. Cost: some 30 times that of `population_at_least`.
  [[nodiscard]] std::int64_t population_quantile(double level) const {
    if (!power::detail::is_probability(level)) detail::a_quantile_lies_between_0_and_1(level);
    auto low = least_, high = most_;  // it is above low - 1, and not above high
    while (low < high) {
      auto const middle = low + (high - low) / 2;
      if (population_below(middle + 1) >= level) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  /// The same as a share, from 0 to 1.
  [[nodiscard]] double quantile(double level) const { return static_cast<double>(population_quantile(level)) / static_cast<double>(whole_); }

  /// How likely is each percent: the share is at least k % and below k + 1 %? The last of the 101 bins is 100 % itself. They add up
  /// to 1 but for rounding. Cost: 102 times that of `population_at_least`.
  [[nodiscard]] std::array<double, 101> percent_bins() const {
    std::array<double, 101> bins{};
    auto from = edge(0);
    for (std::int64_t k = 0; k <= 100; ++k) {
      auto const to = edge(k + 1);
      // The difference of two small tails keeps its digits; that of two numbers near 1 does not.
      auto const chance = from.is_low != to.is_low ? 1 - from.tail - to.tail : from.is_low ? to.tail - from.tail : from.tail - to.tail;
      bins[static_cast<std::size_t>(k)] = (std::max)(chance, 0.0);
      from = to;
    }
    return bins;
  }

  // ----- the number of members in favour -----
  /// How likely are exactly so many members in favour? 0 for a number that is not possible.
  [[nodiscard]] double members_exactly(int n) const {
    return n < 0 || n >= static_cast<int>(members_.size()) ? 0 : members_[static_cast<std::size_t>(n)];
  }
  /// The probability that at least `n` members are in favour.
  [[nodiscard]] double members_at_least(int n) const {
    double sum = 0;
    for (auto k = static_cast<int>(members_.size()); k-- > (std::max)(n, 0);) sum += members_exactly(k);
    return (std::min)(sum, 1.0);
  }
  /// How many members are in favour on average.
  [[nodiscard]] double mean_members() const {
    double sum = 0;
    for (std::size_t k = 1; k < members_.size(); ++k) sum += static_cast<double>(k) * members_[k];
    return sum;
  }
  /// By number of members in favour, from 0 to all of the council.
  [[nodiscard]] std::vector<double> const& members() const { return members_; }

 private:
  using unit_list = std::vector<voting_bloc>;

  /// Where a percent begins: how likely is less, below the mean, and how likely as much or more, above it?
  struct edge_of_bin {
    bool is_low;
    double tail;
  };
  [[nodiscard]] edge_of_bin edge(std::int64_t percent) const {
    auto const people = smallest_at_least({percent, 100}, whole_);
    auto const is_low = static_cast<double>(people) <= mean_;
    return {is_low, is_low ? population_below(people) : population_at_least(people)};
  }

  share_distribution(electorate const& council, member_set known, unit_list const& units)
      : whole_{council.population_total()},
        least_{council.population(known)},
        most_{least_},
        mean_{static_cast<double>(least_)},
        halves_{half_of(council, units, 0), half_of(council, units, 1)},
        members_(static_cast<std::size_t>(council.size()) + 1) {
    if (!council.has_population()) codecision::detail::this_electorate_has_no_population_figures();
    members_[static_cast<std::size_t>(known.size())] = 1;
    for (auto const& u : units) {
      auto const people = council.population(u.members);
      most_ += people;
      mean_ += static_cast<double>(people) * u.in_favour;
      variance_ += static_cast<double>(people) * static_cast<double>(people) * u.in_favour * (1 - u.in_favour);
      add_members(static_cast<std::size_t>(u.members.size()), u.in_favour);
    }
  }

  /// Every second unit, so that both halves get as many.
  [[nodiscard]] static detail::weighed_half half_of(electorate const& council, unit_list const& units, std::size_t first) {
    std::vector<std::int64_t> weights;
    std::vector<power::detail::joining> players;
    for (auto k = first; k < units.size(); k += 2) {
      weights.push_back(council.population(units[k].members));
      players.push_back({units[k].in_favour, 1 - units[k].in_favour});
    }
    return {weights, players};
  }
  /// The unit joins those who are in favour already, or does not.
  void add_members(std::size_t n, double p) {
    for (auto k = members_.size(); k-- > 0;) members_[k] = members_[k] * (1 - p) + (k >= n ? members_[k - n] * p : 0);
  }
  [[nodiscard]] std::int64_t needed(ratio share) const {
    detail::check_share(share);
    return smallest_at_least(share, whole_);
  }
  /// For each sum of the first half, from the lightest: what the second half brings, from the place on where it suffices.
  [[nodiscard]] double tail(std::int64_t people, std::vector<double> const& by_place) const {
    power::detail::careful_sum sum;
    auto const& [x, y] = halves_;
    auto place = y.sums.size();
    for (std::size_t i = 0; i < x.sums.size(); ++i) {
      while (place > 0 && y.sums[place - 1] + x.sums[i] + least_ >= people) --place;
      sum.add(x.chances[i] * by_place[place]);
    }
    return (std::min)(sum.value(), 1.0);
  }

  std::int64_t whole_, least_, most_;  ///< all people; those surely in favour; those who can be
  double mean_, variance_ = 0;
  std::array<detail::weighed_half, 2> halves_;
  std::vector<double> members_;
};

}  // namespace codecision::simulate
