// SPDX-License-Identifier: BSL-1.0
// Which coalitions only just win, only just lose, or only just block?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/engines/desirability.hpp>
#include <codecision/power/engines/size_thresholds.hpp>
#include <codecision/power/minimal_count.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/simple_game.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <vector>

namespace codecision::power {

/// Coalitions found one by one as they are asked for: nothing is stored but the coalition itself.
/// The order is stable. Players are ranked, the strongest first: by the sum of their shares in all dimensions, then by
/// their weights, then by position. Coalitions come in lexicographic order of the ranks of their members. Maximal losing
/// coalitions come in the order of those that stay out of them.
/// Cost: the next one is at most 2n steps away when players are comparable (each has at least the weights of the next in
/// every dimension); otherwise a search, which gives up a branch as soon as a member of it has become superfluous. The
/// range must outlive its iterators.
class coalition_range {
 public:
  /// Goes through the coalitions; each is found when it is reached.
  class iterator {
   public:
    using value_type = coalition;  ///< what it names
    using difference_type = std::ptrdiff_t;  ///< the distance between two of them
    using reference = coalition;  ///< what dereferencing gives
    using pointer = void;  ///< there is nothing to point at
    /// for algorithms before C++20
    using iterator_category = std::input_iterator_tag;
    /// for algorithms since C++20
    using iterator_concept = std::forward_iterator_tag;

    iterator() = default;
    /// Stands at the first coalition.
    explicit iterator(coalition_range const& range) : range_{&range}, walk_{range.game_} { ++*this; }
    /// What stands here.
    [[nodiscard]] coalition operator*() const {
      auto const who = walk_.members(range_->game_);
      return range_->others_ ? coalition::from_bits(coalition::all(range_->game_.size()).bits() & ~who.bits()) : who;
    }
    /// Goes to the next one.
    iterator& operator++() {
      do at_end_ = !walk_.advance(range_->game_);
      while (!at_end_ && !range_->is_listed(walk_));
      return *this;
    }
    /// Goes to the next one.
    iterator operator++(int) { auto before = *this; ++*this; return before; }
    [[nodiscard]] friend bool operator==(iterator const& a, iterator const& b) {
      return a.at_end_ == b.at_end_ && (a.at_end_ || a.walk_.is_at(b.walk_));
    }

   private:
    coalition_range const* range_ = nullptr;
    detail::minimal_walk walk_;
    bool at_end_ = true;
  };

  /// The first one.
  [[nodiscard]] iterator begin() const { return iterator{*this}; }
  /// Behind the last one.
  [[nodiscard]] iterator end() const { return iterator{}; }
  /// Are there none?
  [[nodiscard]] bool empty() const { return begin() == end(); }
  /// How many are there? Exact. By meeting in the middle where one threshold a size decides, by a table where one weighted
  /// rule does, by a decision diagram where it is small, and otherwise, and for shift-minimal ones, by listing all of them.
  /// Error COD-P703 when that would cost more than the effort allows.
  [[nodiscard]] std::uint64_t count(effort const& most = {}) const {
    if (!below_.empty()) return count_listed(most);
    if (counted_ && (most.by == engine::halves || (most.by == engine::automatic && detail::is_affordable(detail::minimal_halves_cost(*counted_), most)))) {
      detail::check_cost(detail::minimal_halves_cost(*counted_), most, "allow more seconds and bytes");
      return detail::count_minimal_by_halves(*counted_, one_after_the_other{}).total();
    }
    if (auto const counted = detail::minimal_by_table(source_, which_, most)) return *counted;
    return detail::count_minimal_of(source_, which_, most).total();
  }

 private:
  friend coalition_range minimal_winning(simple_game const& g);
  friend coalition_range minimal_blocking(simple_game const& g);
  friend coalition_range maximal_losing(simple_game const& g);
  friend coalition_range shift_minimal_winning(simple_game const& g, effort const& most);

  coalition_range(simple_game const& g, detail::side which) : source_{g}, which_{which}, game_{g, which}, counted_{detail::thresholds_by_size(g)} {
    if (counted_ && which == detail::side::blocking) counted_ = counted_->dual();
  }
  [[nodiscard]] std::uint64_t count_listed(effort const& most) const {
    detail::check_cost(detail::known_search_cost(source_, which_, most), most, "allow more seconds, or list them and stop when you have seen enough");
    std::uint64_t n = 0;
    for (auto i = begin(); i != end(); ++i) ++n;
    return n;
  }
  /// Is it wanted? Shift-minimal coalitions lose by every shift to somebody directly below, and so by every other one.
  [[nodiscard]] bool is_listed(detail::minimal_walk const& walk) const {
    if (below_.empty()) return true;
    auto const members = walk.members(game_).bits();
    for (std::size_t i = 0; i < walk.depth(); ++i) {
      auto const rank = walk.rank(i);
      for (auto rest = below_[game_.player(rank)] & ~members; rest != 0; rest &= rest - 1)
        if (game_.wins_after_swap(walk.sums(), rank, static_cast<std::size_t>(std::countr_zero(rest)))) return false;
    }
    return true;
  }

  simple_game source_;
  detail::side which_;
  detail::ranked_game game_;
  std::optional<detail::size_thresholds> counted_;
  std::vector<std::uint64_t> below_;  ///< by player, those directly below; empty when shifts do not matter
  bool others_ = false;               ///< list those who stay out
};

/// Which coalitions win, and lose without any one of their members? Of games of up to 64 players: COD-P703 beyond.
[[nodiscard]] inline coalition_range minimal_winning(simple_game const& g) { return {g, detail::side::winning}; }
/// Which coalitions block (nobody else can win without them) with no member to spare? The minimal winning coalitions of
/// the dual game. A winning coalition may be blocking too.
[[nodiscard]] inline coalition_range minimal_blocking(simple_game const& g) { return {g, detail::side::blocking}; }
/// Which coalitions lose, and win with any one more member? Their complements are the minimal blocking coalitions.
[[nodiscard]] inline coalition_range maximal_losing(simple_game const& g) {
  coalition_range range{g, detail::side::blocking};
  range.others_ = true;
  return range;
}
/// Which minimal winning coalitions lose when any member is replaced by an outsider who is strictly less desirable?
/// Player i is at least as desirable as j when i in the place of j never makes a winning coalition lose (Isbell 1958);
/// strictly, when the reverse does not hold. The relation is that of the game, not of its weights: players with
/// different weights may be equally desirable. It is found by counting the winning coalitions with each player and, for
/// players whose weights do not compare, by a search that ends at the first witness: COD-P703 when that would cost more
/// than the effort allows.
[[nodiscard]] inline coalition_range shift_minimal_winning(simple_game const& g, effort const& most = {}) {
  coalition_range range{g, detail::side::winning};
  range.below_ = detail::directly_below(g, count_coalitions(g, most), most);
  return range;
}

/// The same for a rule of the Council and for a weighted game.
template <class Game>
  requires requires(Game const& g) { g.simple(); }
[[nodiscard]] coalition_range minimal_winning(Game const& g) { return minimal_winning(g.simple()); }
/// The same for a rule of the Council and for a weighted game.
template <class Game>
  requires requires(Game const& g) { g.simple(); }
[[nodiscard]] coalition_range minimal_blocking(Game const& g) { return minimal_blocking(g.simple()); }
/// The same for a rule of the Council and for a weighted game.
template <class Game>
  requires requires(Game const& g) { g.simple(); }
[[nodiscard]] coalition_range maximal_losing(Game const& g) { return maximal_losing(g.simple()); }
/// The same for a rule of the Council and for a weighted game.
template <class Game>
  requires requires(Game const& g) { g.simple(); }
[[nodiscard]] coalition_range shift_minimal_winning(Game const& g, effort const& most = {}) { return shift_minimal_winning(g.simple(), most); }

}  // namespace codecision::power
