// SPDX-License-Identifier: BSL-1.0
// Does this coalition win? The same question for hundreds of millions of coalitions of any game, answered from tables.
#pragma once

#include <codecision/power/simple_game.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// A game, prepared so that a coalition is judged in a few nanoseconds. The weights of a coalition in all dimensions stand side by
/// side in one word, or in a few, and are looked up for nine players at a time. To each sum belongs one bit above it; when a
/// quota is taken off and this bit put on, it stays when the quota is reached: one addition compares all conditions of a term.
class winning_test {
 public:
  /// Cost: 512 additions for each nine players and each word. Error COD-P703 for more than 64 players.
  explicit winning_test(power::simple_game const& g) : players_{g.size()}, groups_{(g.size() + 8) / 9} {
    if (g.size() > 64) power::detail::coalitions_are_sets_of_at_most_64_players(g.size());
    for (std::size_t d = 0; d < g.dimensions(); ++d) place(g.total(d));
    for (std::size_t w = 0; w < guards_.size(); ++w)
      for (std::size_t group = 0; group < groups_; ++group) sums_.push_back(sums_of(g, w, group));
    for (auto const term : g.terms()) add(g, term);
  }

  /// How many are there?
  [[nodiscard]] std::size_t size() const { return players_; }

  /// Does the coalition win that has these players, bit i for player i?
  [[nodiscard]] bool operator()(std::uint64_t who) const {
    if (guards_.size() == 1) return holds(sum(0, who));
    return holds_in_words(who);
  }
  /// How many of n coalitions win? The same, faster.
  [[nodiscard]] std::uint64_t count(std::uint64_t const* who, std::size_t n) const {
    if (guards_.size() == 1) switch (groups_) {  // a loop of known length is twice as fast
      case 1: return count_of<1>(who, n);
      case 2: return count_of<2>(who, n);
      case 3: return count_of<3>(who, n);
      case 4: return count_of<4>(who, n);
      case 5: return count_of<5>(who, n);
      default: break;
    }
    std::uint64_t winning = 0;
    for (std::size_t i = 0; i < n; ++i) winning += (*this)(who[i]) ? 1u : 0u;
    return winning;
  }
  /// Whose vote settles it, when the others vote as in this coalition? Cost: a test a player.
  [[nodiscard]] std::uint64_t decisive(std::uint64_t who) const {
    auto const won = (*this)(who);
    auto const everybody = power::coalition::all(players_).bits();
    std::uint64_t found = 0;  // a player on the losing side cannot turn a loss into a win by joining it
    power::detail::each_bit(won ? who & everybody : ~who & everybody, [&](std::size_t i) {
      auto const turned = who ^ std::uint64_t{1} << i;
      if ((*this)(turned) != won) found |= std::uint64_t{1} << i;
    });
    return found;
  }

 private:
  using table = std::array<std::uint64_t, 512>;
  struct field {
    std::size_t word;
    int shift, bits;  ///< without the bit above
  };

  /// Puts a dimension where there is room: a sum up to this total, and the bit above it.
  void place(std::int64_t total) {
    auto const bits = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(total)));
    if (guards_.empty() || used_ + bits + 1 > 64) {
      guards_.push_back(0);
      used_ = 0;
    }
    fields_.push_back({guards_.size() - 1, used_, bits});
    guards_.back() |= std::uint64_t{1} << (used_ + bits);
    used_ += bits + 1;
  }
  [[nodiscard]] table sums_of(power::simple_game const& g, std::size_t word, std::size_t group) const {
    table t{};
    for (std::size_t pattern = 1; pattern < t.size(); ++pattern) {
      auto const player = group * 9 + static_cast<std::size_t>(std::countr_zero(pattern));
      t[pattern] = t[pattern & (pattern - 1)];
      for (std::size_t d = 0; player < players_ && d < fields_.size(); ++d)
        if (fields_[d].word == word) t[pattern] += static_cast<std::uint64_t>(g.weight(d, player)) << fields_[d].shift;
    }
    return t;
  }
  /// A term: in each field, what brings a sum that reaches the highest quota to the bit above.
  void add(power::simple_game const& g, std::uint64_t term) {
    std::vector<std::int64_t> quotas(fields_.size());
    power::detail::each_bit(term, [&](std::size_t k) {
      auto& quota = quotas[g.conditions()[k].dimension];
      quota = (std::max)(quota, g.conditions()[k].quota);
    });
    auto const first = lifts_.size();
    lifts_.resize(first + guards_.size());
    for (std::size_t d = 0; d < fields_.size(); ++d)
      lifts_[first + fields_[d].word] += ((std::uint64_t{1} << fields_[d].bits) - static_cast<std::uint64_t>(quotas[d])) << fields_[d].shift;
    ++terms_;
  }

  [[nodiscard]] std::uint64_t sum(std::size_t word, std::uint64_t who) const {
    auto const* const t = sums_.data() + word * groups_;
    std::uint64_t sum = 0;
    for (std::size_t group = 0; group < groups_; ++group, who >>= 9u) sum += t[group][who & 511u];
    return sum;
  }
  template <std::size_t Groups>
  [[nodiscard]] std::uint64_t count_of(std::uint64_t const* who, std::size_t n) const {
    std::uint64_t winning = 0;
    auto const* const t = sums_.data();
    for (std::size_t i = 0; i < n; ++i) {
      auto const of = [&](std::size_t group) { return t[group][who[i] >> (9 * group) & 511u]; };
      auto const sum = [&]<std::size_t... Group>(std::index_sequence<Group...>) { return (of(Group) + ...); }(std::make_index_sequence<Groups>{});
      winning += holds(sum) ? 1u : 0u;
    }
    return winning;
  }
  [[nodiscard]] bool holds(std::uint64_t sum) const {
    auto const guard = guards_[0];
    bool won = false;
    for (auto const lift : lifts_) won |= ((sum + lift) & guard) == guard;
    return won;
  }
  [[nodiscard]] bool holds_in_words(std::uint64_t who) const {
    for (std::size_t term = 0; term < terms_; ++term) {
      bool all = true;
      for (std::size_t w = 0; all && w < guards_.size(); ++w) all = ((sum(w, who) + lifts_[term * guards_.size() + w]) & guards_[w]) == guards_[w];
      if (all) return true;
    }
    return false;
  }

  std::size_t players_;
  std::size_t groups_;
  std::size_t terms_ = 0;
  int used_ = 0;
  std::vector<field> fields_;          ///< where each dimension stands
  std::vector<std::uint64_t> guards_;  ///< by word: the bits above the sums
  std::vector<std::uint64_t> lifts_;   ///< by term and word
  std::vector<table> sums_;            ///< by word and group of nine players
};

}  // namespace codecision::simulate
