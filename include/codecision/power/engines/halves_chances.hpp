// SPDX-License-Identifier: BSL-1.0
// How likely does a coalition win when each player joins with a probability of its own, found by meeting in the middle?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/engines/halves.hpp>
#include <codecision/power/engines/joining.hpp>
#include <codecision/power/simple_game.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace codecision::power::detail {

/// Probabilities of sets by a key from 1 and by their size, and how likely it is that a set has at most a certain key: the
/// Fenwick tree of `sets_by_size`, of probabilities in place of numbers.
class chances_by_size {
 public:
  chances_by_size(std::size_t keys, std::size_t columns) : keys_{keys}, columns_{columns}, rows_((keys + 1) * columns) {}

  void insert(std::size_t key, std::size_t size, double chance) {
    for (; key <= keys_; key += key & (~key + 1)) rows_[key * columns_ + size].add(chance);
  }
  /// How likely is a key of at most `key`, each size counted so many times?
  [[nodiscard]] double up_to(std::size_t key, double const* times) const {
    double sum = 0;
    for (; key > 0; key &= key - 1)
      for (std::size_t c = 0; c < columns_; ++c) sum += times[c] * rows_[key * columns_ + c].value();
    return sum;
  }

 private:
  std::size_t keys_;
  std::size_t columns_;
  std::vector<careful_sum> rows_;
};

/// Adds for each set of half x how likely half y brings what is missing to the orthant. Both come as in `sweep`.
template <class Keys>
void add_chances(half const& x, half const& y, orthant const& o, Keys const& keys, std::vector<double> const& chances_of_y,
                 std::vector<double>& winning) {
  std::array<double, most_players_in_halves + 1> times{};
  std::copy(o.times.begin(), o.times.end(), times.begin());
  chances_by_size found{keys.count(), y.players.size() + 1};
  auto left = y.first.size();
  for (std::size_t i = 0; i < x.first.size(); ++i) {
    for (auto const needed = o.first - x.first.sums[i]; left > 0 && y.first.sums[left - 1] >= needed; --left) {
      auto const joins = y.first.sets[left - 1];
      found.insert(keys.of(joins.players()), joins.size(), chances_of_y[joins.players()]);
    }
    auto const set = x.first.sets[i];
    if (left < y.first.size()) winning[set.players()] += found.up_to(keys.reach(set.players()), times.data() + set.size());
  }
}

/// Meeting in the middle as in `count_by_halves`, with the probability of a set in the place of a count of one. For each set
/// of one half its probability of winning is kept, and what holds for each player follows from this table. Every number is a
/// sum of positive ones, but for games with several orthants of one size and for differences; errors are some 1e-15.
class chances_by_halves {
 public:
  /// `players`: one a player of the game, which `halves_refusal` does not refuse.
  chances_by_halves(simple_game const& g, std::vector<joining> const& players) : plan_{g}, halves_{split(g, plan_.dimensions())} {
    if (!plan_.orthants().empty()) order(halves_, g, plan_, one_after_the_other{});
    for (std::size_t side = 0; side < 2; ++side) {
      for (auto const i : halves_[side].players) joining_[side].push_back(players[i]);
      chances_[side] = chances_of_sets(joining_[side]);
    }
  }

  /// The probability of winning. Cost: the table of one half.
  [[nodiscard]] double winning() const { return (std::min)(values_of_sets(winning_given(1), joining_[1]).winning, 1.0); }
  /// The same, and what holds for each player. Cost: the tables of both halves.
  [[nodiscard]] found_chances all() const {
    found_chances found{0, std::vector<player_chances>(halves_[0].players.size() + halves_[1].players.size())};
    for (std::size_t side = 0; side < 2; ++side) {
      auto const own = values_of_sets(winning_given(side), joining_[side]);
      found.winning = (std::min)(own.winning, 1.0);
      for (std::size_t i = 0; i < own.players.size(); ++i) found.players[halves_[side].players[i]] = own.players[i];
    }
    return found;
  }

 private:
  /// By set of one half: the probability of winning when exactly these players of the half have joined.
  [[nodiscard]] std::vector<double> winning_given(std::size_t side) const {
    auto const& x = halves_[side];
    auto const& y = halves_[1 - side];
    auto winning = by_size_alone(side);
    for (auto const& o : plan_.orthants()) {
      if (o.second == 0) add_chances(x, y, o, no_keys{}, chances_[1 - side], winning);
      else add_chances(x, y, o, keys_of_weights{x.second, y.second, o.second}, chances_[1 - side], winning);
    }
    for (auto& p : winning) p = (std::min)((std::max)(p, 0.0), 1.0);
    return winning;
  }
  /// The same where only the sizes count that win whoever it is.
  [[nodiscard]] std::vector<double> by_size_alone(std::size_t side) const {
    auto const& other = joining_[1 - side];
    std::vector<double> of_size{1}, winning(chances_[side].size());
    for (auto const& p : other) {
      of_size.push_back(0);
      for (auto k = of_size.size(); k-- > 0;) of_size[k] = of_size[k] * p.stays + (k > 0 ? of_size[k - 1] * p.joins : 0);
    }
    for (std::size_t s = 0; s < winning.size(); ++s)
      for (std::size_t k = 0; k < of_size.size(); ++k)
        if (plan_.everybody_wins(static_cast<std::size_t>(codecision::detail::ones(s)) + k)) winning[s] += of_size[k];
    return winning;
  }

  halves_plan plan_;
  std::array<half, 2> halves_;
  std::array<std::vector<joining>, 2> joining_;
  std::array<std::vector<double>, 2> chances_;  ///< by half, by set
};

/// What probabilities by meeting in the middle cost; more than anybody has for a game that it refuses.
[[nodiscard]] inline estimate halves_chances_cost(simple_game const& g) {
  constexpr auto too_much = (std::numeric_limits<double>::max)();
  if (!halves_refusal(g).empty()) return {engine::halves, too_much, too_much};
  halves_plan const plan{g};
  auto const sets = std::exp2(static_cast<double>((g.size() + 1) / 2)), columns = static_cast<double>(g.size() / 2 + 1);
  estimate cost{engine::halves, 1000 + 2 * sets * (20 + columns), 80 * sets};
  for (auto const& o : plan.orthants()) {
    auto const depth = o.second == 0 ? 1 : std::log2(2 * sets) / 2;
    cost.steps += 2 * sets * depth * (2 * columns + 20);
    if (o.second != 0) cost.bytes = (std::max)(cost.bytes, sets * (110 + columns * sizeof(careful_sum)));
  }
  return cost;
}

}  // namespace codecision::power::detail
