// SPDX-License-Identifier: BSL-1.0
// Is there a coalition whose sums lie within limits? A search that looks at few of the 2^n coalitions.
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/terms.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace codecision::power::detail {

[[noreturn]] inline void the_search_was_stopped(double steps) {
  fail(error_code::too_costly, "the search was stopped after " + roughly(steps) + " steps without an answer", "",
       "allow more seconds in the effort, or merge players into blocs: there is less to look through with fewer");
}

/// The sums of a coalition must lie within these limits, both included, one pair a dimension.
struct sum_limits {
  std::vector<std::int64_t> low, high;

  explicit sum_limits(std::size_t dimensions)
      : low(dimensions, 0), high(dimensions, (std::numeric_limits<std::int64_t>::max)()) {}
};

/// Finds coalitions within limits, in the way of Horowitz and Sahni (1974): the heavy players are tried one after the
/// other, and a branch is left when the rest cannot reach the limits any more, or as soon as they hold; the light players,
/// at most sixteen, are looked up in a table of their subsets, sorted by the sum that is hardest to hit.
/// Cost: few steps where limits are wide; where nothing can be found, at most 2^(n - t) look-ups with t light players.
/// The tables are made when they are first needed, and kept for all questions about the game.
class subset_search {
 public:
  subset_search(simple_game const& g, effort const& most) : game_{g}, order_(g.size()), most_steps_{most.most_seconds * estimate::steps_a_second} {
    if (g.size() > 64) coalitions_are_sets_of_at_most_64_players(g.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::vector<double> heaviness(g.size());
    for (std::size_t i = 0; i < g.size(); ++i)
      for (std::size_t d = 0; d < g.dimensions(); ++d)
        heaviness[i] += static_cast<double>(g.weight(d, i)) / static_cast<double>((std::max)(g.total(d), std::int64_t{1}));
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return heaviness[a] > heaviness[b]; });
    light_ = (std::min)(g.size() / 2, std::size_t{16});
  }

  /// The players, the heaviest first.
  [[nodiscard]] std::vector<std::size_t> const& order() const { return order_; }

  /// A coalition of some of these players that satisfies `wanted`, while all players outside it, the forbidden ones
  /// included, satisfy `complement`. Both formulas are over the dimensions of the game.
  [[nodiscard]] std::optional<coalition> find(formula const& wanted, formula const& complement, coalition allowed) {
    for (auto const term : wanted.terms())
      for (auto const other : complement.terms()) {
        sum_limits within{game_.dimensions()};
        each_bit(term, [&](std::size_t k) { raise(within.low, wanted.conditions()[k]); });
        each_bit(other, [&](std::size_t k) { lower(within.high, complement.conditions()[k]); });
        if (auto const found = find(within, allowed)) return found;
      }
    return std::nullopt;
  }
  /// A coalition of some of these players within limits.
  [[nodiscard]] std::optional<coalition> find(sum_limits const& within, coalition allowed) {
    limits_ = &within;
    allowed_ = allowed;
    limited_.clear();
    for (std::size_t d = 0; d < game_.dimensions(); ++d) {
      if (within.low[d] > within.high[d]) return std::nullopt;
      if (within.low[d] > 0 || within.high[d] < game_.total(d)) limited_.push_back(d);
    }
    set_rest();
    sums_.assign(game_.dimensions(), 0);
    found_ = coalition{};
    return descend(0) ? std::optional{found_} : std::nullopt;
  }

 private:
  static void raise(std::vector<std::int64_t>& low, condition c) { low[c.dimension] = (std::max)(low[c.dimension], c.quota); }
  void lower(std::vector<std::int64_t>& high, condition c) const {
    high[c.dimension] = (std::min)(high[c.dimension], game_.total(c.dimension) - c.quota);
  }

  /// What the players from each place of the order on can add, of those allowed.
  void set_rest() {
    rest_.assign(game_.size() + 1, std::vector<std::int64_t>(game_.dimensions()));
    reach_.assign(game_.size() + 1, 0);
    for (auto place = game_.size(); place-- > 0;) {
      rest_[place] = rest_[place + 1];
      reach_[place] = reach_[place + 1];
      if (!allowed_.contains(order_[place])) continue;
      reach_[place] |= std::uint64_t{1} << order_[place];
      for (auto const d : limited_) rest_[place][d] += game_.weight(d, order_[place]);
    }
  }
  void spend(double many) {
    steps_ += many;
    if (steps_ > most_steps_) the_search_was_stopped(steps_);
  }

  [[nodiscard]] bool descend(std::size_t place) {
    spend(20);  // a node of the search: its limits, and which branch comes first
    bool none_suffices = true;
    bool all_fit = true;
    for (auto const d : limited_) {
      if (sums_[d] > limits_->high[d] || sums_[d] + rest_[place][d] < limits_->low[d]) return false;
      none_suffices = none_suffices && sums_[d] >= limits_->low[d];
      all_fit = all_fit && sums_[d] + rest_[place][d] <= limits_->high[d];
    }
    if (none_suffices) return true;
    if (all_fit) {
      found_ = coalition::from_bits(found_.bits() | reach_[place]);
      return true;
    }
    if (place == game_.size() - light_) return look_up();
    if (!allowed_.contains(order_[place])) return descend(place + 1);
    auto const off_without = off_centre(place + 1);
    move(place, 1);
    bool const with_first = off_centre(place + 1) <= off_without;
    if (with_first && descend(place + 1)) return true;
    move(place, -1);
    if (descend(place + 1)) return true;
    if (with_first) return false;
    move(place, 1);
    if (descend(place + 1)) return true;
    move(place, -1);
    return false;
  }
  /// The player at this place joins, or leaves.
  void move(std::size_t place, std::int64_t sign) {
    for (auto const d : limited_) sums_[d] += sign * game_.weight(d, order_[place]);
    found_ = coalition::from_bits(found_.bits() ^ std::uint64_t{1} << order_[place]);
  }
  /// How far from half of what is left must be taken in some dimension? Most subsets take about half, so the branch that is
  /// nearer to it is tried first.
  [[nodiscard]] double off_centre(std::size_t place) const {
    double off = 0;
    for (auto const d : limited_) {
      auto const rest = rest_[place][d];
      auto const low = (std::max)(limits_->low[d] - sums_[d], std::int64_t{0});
      auto const high = (std::min)(limits_->high[d] - sums_[d], rest);
      off = (std::max)(off, std::abs(static_cast<double>(low) + static_cast<double>(high - rest)) / static_cast<double>(rest + 1));
    }
    return off;
  }

  // ----- the light players -----
  /// The subsets of the light players, as bits of their places: their sums in one dimension, and their order by it.
  struct table {
    std::vector<std::int64_t> sum_of;
    std::vector<std::uint32_t> sorted;
  };
  [[nodiscard]] std::size_t light_player(std::size_t place) const { return order_[game_.size() - light_ + place]; }

  [[nodiscard]] table const& table_of(std::size_t dimension) {
    if (tables_.empty()) tables_.resize(game_.dimensions());
    auto& t = tables_[dimension];
    if (t.sorted.empty()) fill(t, dimension);
    return t;
  }
  /// One player after the other: the sorted subsets without it are merged with the same ones with it.
  void fill(table& t, std::size_t dimension) {
    t.sum_of = {0};
    t.sorted = {0};
    for (std::size_t place = 0; place < light_; ++place) {
      auto const weight = game_.weight(dimension, light_player(place));
      auto const with = [place](std::uint32_t subset) { return subset | std::uint32_t{1} << place; };
      auto const half = t.sum_of.size();
      for (std::size_t s = 0; s < half; ++s) t.sum_of.push_back(t.sum_of[s] + weight);
      std::vector<std::uint32_t> second(half), merged;
      std::transform(t.sorted.begin(), t.sorted.end(), second.begin(), with);
      std::merge(t.sorted.begin(), t.sorted.end(), second.begin(), second.end(), std::back_inserter(merged),
                 [&](std::uint32_t a, std::uint32_t b) { return t.sum_of[a] < t.sum_of[b]; });
      t.sorted = std::move(merged);
      spend(static_cast<double>(4 * half));
    }
  }
  /// The limited dimension in which the least share of the light players' sums is within reach.
  [[nodiscard]] std::size_t hardest() const {
    auto const width = [&](std::size_t d) {
      auto const reach = rest_[game_.size() - light_][d];
      auto const low = (std::max)(limits_->low[d] - sums_[d], std::int64_t{0});
      auto const high = (std::min)(limits_->high[d] - sums_[d], reach);
      return static_cast<double>(high - low + 1) / static_cast<double>(reach + 1);
    };
    return *std::min_element(limited_.begin(), limited_.end(), [&](std::size_t a, std::size_t b) { return width(a) < width(b); });
  }
  [[nodiscard]] bool look_up() {
    auto const by = hardest();
    auto const& t = table_of(by);
    auto const low = limits_->low[by] - sums_[by];
    auto const high = limits_->high[by] - sums_[by];
    spend(2 * static_cast<double>(light_));
    auto at = std::partition_point(t.sorted.begin(), t.sorted.end(), [&](std::uint32_t s) { return t.sum_of[s] < low; });
    for (; at != t.sorted.end() && t.sum_of[*at] <= high; ++at) {
      spend(4);
      if (fits(*at)) return true;
    }
    return false;
  }
  [[nodiscard]] bool fits(std::uint32_t subset) {
    for (auto const d : limited_) {
      auto const sum = sums_[d] + table_of(d).sum_of[subset];
      if (sum < limits_->low[d] || sum > limits_->high[d]) return false;
    }
    coalition light;
    each_bit(subset, [&](std::size_t place) { light.insert(light_player(place)); });
    if (!allowed_.contains(light)) return false;
    found_ = coalition::from_bits(found_.bits() | light.bits());
    return true;
  }

  simple_game const& game_;
  std::vector<std::size_t> order_;
  std::size_t light_ = 0;
  std::vector<table> tables_;
  double steps_ = 0, most_steps_;

  // the question that is being answered
  sum_limits const* limits_ = nullptr;
  coalition allowed_, found_;
  std::vector<std::size_t> limited_;
  std::vector<std::int64_t> sums_;
  std::vector<std::vector<std::int64_t>> rest_;
  std::vector<std::uint64_t> reach_;
};

}  // namespace codecision::power::detail
