// SPDX-License-Identifier: BSL-1.0
// Which coalitions only just win, found one after the other by a search that leaves out what cannot win?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/simple_game.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace codecision::power::detail {

/// Whose coalitions are meant: those that win, or those that block (whose absence is enough for the others to lose).
enum class side : std::uint8_t { winning, blocking };

/// A game ready to be searched: its players by rank, the strongest first, and the sums of all ranks still to come.
class ranked_game {
 public:
  using sums = std::vector<std::int64_t>;

  /// Error COD-P703 for more than 64 players.
  explicit ranked_game(simple_game const& g, side which = side::winning)
      : n_{g.size()}, dimensions_{g.dimensions()}, blocking_{which == side::blocking}, conditions_{g.conditions()}, terms_{g.terms()} {
    if (n_ > 64) coalitions_are_sets_of_at_most_64_players(n_);
    if (blocking_)
      for (auto& c : conditions_) c.quota = g.total(c.dimension) - c.quota + 1;  // what the others lack when these stay out
    rank(g);
    rank_.resize(n_);
    for (std::size_t r = 0; r < n_; ++r) {
      rank_[player_[r]] = r;
      for (std::size_t d = 0; d < dimensions_; ++d) weights_.push_back(g.weight(d, player_[r]));
    }
    rest_.resize((n_ + 1) * dimensions_);
    for (auto r = n_; r > 0; --r)
      for (std::size_t d = 0; d < dimensions_; ++d) rest_[(r - 1) * dimensions_ + d] = rest_[r * dimensions_ + d] + weight(r - 1, d);
    for (std::size_t r = 1; r < n_; ++r) chain_ = chain_ && at_least(r - 1, r);
  }

  [[nodiscard]] std::size_t size() const { return n_; }
  /// The position of the player of this rank.
  [[nodiscard]] std::size_t player(std::size_t rank) const { return player_[rank]; }
  /// Are all players comparable: has each at least the weights of the next, in every dimension? Then a coalition is
  /// minimal when it needs its last rank.
  [[nodiscard]] bool is_chain() const { return chain_; }
  /// Has rank i at least the weights of rank j, in every dimension?
  [[nodiscard]] bool at_least(std::size_t i, std::size_t j) const {
    for (std::size_t d = 0; d < dimensions_; ++d)
      if (weight(i, d) < weight(j, d)) return false;
    return true;
  }
  /// How many players are neither in every coalition that wins nor without any weight? Others choose nothing.
  [[nodiscard]] std::size_t free_players() const {
    sums all(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(dimensions_));
    std::size_t free = 0;
    for (std::size_t r = 0; r < n_; ++r) {
      bool weighs = false;
      for (std::size_t d = 0; d < dimensions_; ++d) weighs = weighs || weight(r, d) > 0;
      free += weighs && wins_without(all, r);
    }
    return free;
  }
  /// Simple steps for one look at a coalition.
  [[nodiscard]] double steps_a_look() const { return static_cast<double>(dimensions_ + conditions_.size()); }

  [[nodiscard]] sums nobody() const { return sums(dimensions_); }
  void add(sums& s, std::size_t rank) const {
    for (std::size_t d = 0; d < dimensions_; ++d) s[d] += weight(rank, d);
  }
  void take(sums& s, std::size_t rank) const {
    for (std::size_t d = 0; d < dimensions_; ++d) s[d] -= weight(rank, d);
  }
  [[nodiscard]] bool wins(sums const& s) const {
    return wins_by([&](std::size_t d) { return s[d]; });
  }
  /// Would these win with everybody from rank `from` on?
  [[nodiscard]] bool may_win(sums const& s, std::size_t from) const {
    auto const* rest = rest_.data() + from * dimensions_;
    return wins_by([&](std::size_t d) { return s[d] + rest[d]; });
  }
  [[nodiscard]] bool wins_without(sums const& s, std::size_t rank) const {
    return wins_by([&](std::size_t d) { return s[d] - weight(rank, d); });
  }
  /// Would they win with this player in the place of the member of this rank?
  [[nodiscard]] bool wins_after_swap(sums const& s, std::size_t out_rank, std::size_t in_player) const {
    return wins_by([&](std::size_t d) { return s[d] - weight(out_rank, d) + weight(rank_[in_player], d); });
  }
  /// May this member still turn out critical when only ranks from `from` on can join? It needs a condition that fails
  /// without it, and that can still hold.
  [[nodiscard]] bool may_be_critical(sums const& s, std::size_t rank, std::size_t from) const {
    for (auto const& c : conditions_)
      if (s[c.dimension] - weight(rank, c.dimension) < c.quota && s[c.dimension] + rest_[from * dimensions_ + c.dimension] >= c.quota &&
          weight(rank, c.dimension) > 0)
        return true;
    return false;
  }

 private:
  [[nodiscard]] std::int64_t weight(std::size_t rank, std::size_t d) const { return weights_[rank * dimensions_ + d]; }

  /// The strongest first: by the sum of the shares in all dimensions. Ties by weights, then by position.
  void rank(simple_game const& g) {
    std::vector<double> strength(n_);
    for (std::size_t i = 0; i < n_; ++i) {
      player_.push_back(i);
      for (std::size_t d = 0; d < dimensions_; ++d)
        if (g.total(d) > 0) strength[i] += static_cast<double>(g.weight(d, i)) / static_cast<double>(g.total(d));
    }
    std::sort(player_.begin(), player_.end(), [&](std::size_t a, std::size_t b) {
      if (strength[a] != strength[b]) return strength[a] > strength[b];
      for (std::size_t d = 0; d < dimensions_; ++d)
        if (g.weight(d, a) != g.weight(d, b)) return g.weight(d, a) > g.weight(d, b);
      return a < b;
    });
  }
  template <class SumOf>
  [[nodiscard]] bool wins_by(SumOf sum_of) const {
    std::uint64_t held = 0;
    for (std::size_t k = 0; k < conditions_.size(); ++k) held |= std::uint64_t{sum_of(conditions_[k].dimension) >= conditions_[k].quota} << k;
    for (auto const term : terms_) {
      if (blocking_ && (term & held) == 0) return false;
      if (!blocking_ && (term & ~held) == 0) return true;
    }
    return blocking_;
  }

  std::size_t n_, dimensions_;
  bool blocking_;
  bool chain_ = true;
  std::vector<condition> conditions_;
  std::vector<std::uint64_t> terms_;
  std::vector<std::size_t> player_;     ///< by rank
  std::vector<std::size_t> rank_;       ///< by player
  std::vector<std::int64_t> weights_;   ///< by rank, by dimension
  std::vector<std::int64_t> rest_;      ///< the sums of all ranks from this one on
};

/// Goes from one minimal winning coalition to the next: depth first, lexicographic by rank. Where players are comparable
/// every branch that is entered ends in one, so the next is at most 2n looks away.
class minimal_walk {
 public:
  minimal_walk() = default;
  explicit minimal_walk(ranked_game const& g) : sums_{g.nobody()} {}

  /// The next one, or false when there is none.
  [[nodiscard]] bool advance(ranked_game const& g) {
    if (begins_) {
      begins_ = false;
      if (g.wins(sums_)) { next_ = g.size(); return true; }  // the empty coalition wins, and no other is minimal
    } else if (!back(g)) {
      return false;
    }
    for (;;) {
      if (next_ == g.size() || !g.may_win(sums_, next_)) {
        if (!back(g)) return false;
        continue;
      }
      go(g);
      if (g.wins(sums_)) {
        if (is_minimal(g)) return true;
        static_cast<void>(back(g));
      } else if (!g.is_chain() && somebody_is_superfluous(g)) {
        static_cast<void>(back(g));
      }
    }
  }
  [[nodiscard]] std::size_t depth() const { return depth_; }
  [[nodiscard]] std::size_t rank(std::size_t i) const { return chosen_[i]; }
  [[nodiscard]] ranked_game::sums const& sums() const { return sums_; }
  /// Do two walks through one game stand at the same coalition?
  [[nodiscard]] bool is_at(minimal_walk const& other) const {
    return std::equal(chosen_.begin(), chosen_.begin() + depth_, other.chosen_.begin(), other.chosen_.begin() + other.depth_);
  }
  [[nodiscard]] coalition members(ranked_game const& g) const {
    coalition who;
    for (std::size_t i = 0; i < depth_; ++i) who.insert(g.player(chosen_[i]));
    return who;
  }

 private:
  void go(ranked_game const& g) {
    g.add(sums_, next_);
    chosen_[depth_++] = static_cast<std::uint8_t>(next_++);
  }
  [[nodiscard]] bool back(ranked_game const& g) {
    if (depth_ == 0) return false;
    next_ = chosen_[--depth_];
    g.take(sums_, next_++);
    return true;
  }
  [[nodiscard]] bool is_minimal(ranked_game const& g) const {
    if (g.is_chain()) return true;  // without its last rank it loses, and so it does without any stronger one
    for (std::size_t i = 0; i < depth_; ++i)
      if (g.wins_without(sums_, chosen_[i])) return false;
    return true;
  }
  [[nodiscard]] bool somebody_is_superfluous(ranked_game const& g) const {
    for (std::size_t i = 0; i < depth_; ++i)
      if (!g.may_be_critical(sums_, chosen_[i], next_)) return true;
    return false;
  }

  std::array<std::uint8_t, 64> chosen_{};
  ranked_game::sums sums_;
  std::size_t depth_ = 0, next_ = 0;
  bool begins_ = true;
};

/// The middle binomial coefficient: no game of n players has more minimal winning coalitions (Sperner 1928).
[[nodiscard]] inline double most_minimal_coalitions(std::size_t n) {
  double most = 1;
  for (std::size_t k = 1; k <= n / 2; ++k) most = most * static_cast<double>(n - k + 1) / static_cast<double>(k);
  return most;
}

/// What it costs to list so many minimal coalitions, with half of 2n looks for each.
[[nodiscard]] inline estimate minimal_search_cost(ranked_game const& g, double minimal) {
  return {engine::search, (minimal + 1) * static_cast<double>(g.size()) * g.steps_a_look(), 4096};
}
/// The same when their number is not known: at most what those who can choose could form.
[[nodiscard]] inline estimate minimal_search_cost(ranked_game const& g) { return minimal_search_cost(g, most_minimal_coalitions(g.free_players())); }

}  // namespace codecision::power::detail
