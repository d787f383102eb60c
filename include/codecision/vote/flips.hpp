// SPDX-License-Identifier: BSL-1.0
// Which members, as few as possible, would turn the outcome if they changed their vote?
#pragma once

#include <codecision/detail/subset_search.hpp>
#include <codecision/rules/criterion.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/evaluate.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace codecision {

/// A set of members whose change of vote turns an outcome, and how the criteria stand afterwards.
struct flip {
  member_set members{};  ///< who changes
  vote to = vote::in_favour;       ///< what they vote instead: in favour, or against
  criterion_results after{};  ///< how each criterion then stands
  unit counted_in = unit::persons; ///< of the population criterion
  bool deemed_attained = false;    ///< does it attain the majority although a criterion is missed, because too few stand against it?
  /// The margin after the change, of the first criterion that counts this; below zero: so much is missing.
  [[nodiscard]] constexpr std::int64_t margin(counted what) const {
    auto const* result = after.find(what);
    return result ? result->margin() : 0;
  }
};

/// The outcome after the change: everything `evaluate` says, its certainty too.
[[nodiscard]] constexpr outcome outcome_after(outcome const& before, flip const& change) {
  return evaluate(before.rule(), before.ballot().changed(change.members, change.to), before.asked());
}

/// Sets of members that turn an outcome, found one by one as they are asked for: nothing is stored.
/// The order is stable: smaller sets first, then by population, the most populous member first.
class flip_range {
 public:
  /// Sets of `smallest` to `largest` members among `among`. With `minimal`, none of whose members is superfluous.
  constexpr flip_range(outcome const& before, member_set among, std::size_t smallest, std::size_t largest, bool minimal)
      : before_{before}, to_{before.majority_attained() ? vote::against : vote::in_favour}, minimal_{minimal} {
    auto const candidates = movable() & among;
    for (auto const m : detail::by_population_of(before_.council(), candidates)) order_[count_++] = m;
    search_ = detail::subset_search{count_, to_ == vote::against};
    add_tests();
    largest_ = largest < count_ ? largest : count_;
    smallest_ = smallest;
  }

  /// Goes through the flips; each is made when it is reached.
  class iterator {
   public:
    using value_type = flip;  ///< what it names
    using difference_type = std::ptrdiff_t;  ///< the distance between two of them
    using reference = flip;  ///< flips are given by value
    using pointer = void;  ///< there is nothing to point at
    /// one pass, each flip once
    using iterator_category = std::input_iterator_tag;

    constexpr iterator() = default;
    /// Stands at the first flip of this many members or more.
    constexpr iterator(flip_range const& range, std::size_t size) : range_{&range}, size_{size}, at_end_{false} { advance(); }
    /// The flip here.
    [[nodiscard]] constexpr flip operator*() const { return range_->make(chosen_, size_); }
    /// Goes to the next flip. Cost: the search for it.
    constexpr iterator& operator++() { advance(); return *this; }
    /// Goes to the next flip.
    constexpr void operator++(int) { advance(); }
    [[nodiscard]] friend constexpr bool operator==(iterator const& a, iterator const& b) { return a.at_end_ == b.at_end_; }

   private:
    constexpr void advance() {
      while (size_ <= range_->largest_) {
        if (next_of_this_size()) return;
        ++size_;
        depth_ = 0;
        next_ = 0;
      }
      at_end_ = true;
    }
    /// Depth-first through the k-subsets in lexicographic order, leaving out branches that cannot turn the outcome.
    constexpr bool next_of_this_size() {
      auto const& search = range_->search_;
      for (;;) {
        if (depth_ == size_ || next_ + (size_ - depth_) > search.items()) {  // a finished set, or no room: step back
          if (depth_ == 0) return false;
          next_ = chosen_[--depth_] + 1u;
          continue;
        }
        auto const sums = search.plus(depth_ == 0 ? detail::subset_search::sums{} : sums_[depth_ - 1], next_);
        auto const missing = size_ - depth_ - 1;
        // What turns it already, or cannot turn it any more, is not gone into: whoever joined the first would be superfluous.
        auto const too_soon = range_->minimal_ && missing > 0 && search.turned(sums);
        if (too_soon || !search.may_turn(sums, next_ + 1, missing)) { ++next_; continue; }
        chosen_[depth_] = static_cast<std::uint8_t>(next_);
        sums_[depth_] = sums;
        ++depth_;
        ++next_;
        if (depth_ == size_ && search.turned(sums) && (!range_->minimal_ || range_->is_minimal(chosen_, sums, size_))) return true;
      }
    }

    flip_range const* range_ = nullptr;
    std::size_t size_ = 0, depth_ = 0, next_ = 0;
    bool at_end_ = true;  // not a null pointer: GCC 12 cannot compare the address of a temporary with null in a constant
    std::array<std::uint8_t, member_state_count> chosen_{};
    std::array<detail::subset_search::sums, member_state_count> sums_{};
  };

  /// The first flip; the search begins here.
  [[nodiscard]] constexpr iterator begin() const { return smallest_ == 0 ? iterator{} : iterator{*this, smallest_}; }
  /// Behind the last flip.
  [[nodiscard]] constexpr iterator end() const { return iterator{}; }
  /// Is there no flip at all?
  [[nodiscard]] constexpr bool empty() const { return begin() == end(); }
  /// The number of members in the smallest sets; 0 when nothing turns the outcome.
  [[nodiscard]] constexpr int smallest() const {
    if (!minimal_) return static_cast<int>(smallest_);
    auto const first = begin();
    return first == end() ? 0 : (*first).members.size();
  }
  /// How many such sets are there? Exact. Cost: a search tree cut by bounds for the smallest sets; a full pass with
  /// `minimal`: of the 27 members there can be millions of such sets.
  [[nodiscard]] constexpr std::int64_t count() const {
    if (smallest_ == 0) return 0;
    if (!minimal_) return search_.count(smallest_);
    std::int64_t n = 0;
    for (auto i = begin(); i != end(); ++i) ++n;
    return n;
  }
  /// What the members of each set vote instead.
  [[nodiscard]] constexpr vote to() const { return to_; }
  /// The outcome that the flips turn.
  [[nodiscard]] constexpr outcome const& before() const { return before_; }

 private:
  friend constexpr flip_range smallest_flips(outcome const& before, member_set among);

  /// Those whose change can matter: who is in favour can be lost (under unanimity also who abstains), the others can be won.
  [[nodiscard]] constexpr member_set movable() const {
    if (to_ == vote::in_favour) return before_.council().members() - before_.in_favour();
    auto members = before_.in_favour();
    for (auto const& c : before_.rule())
      if (c.of == voters::not_against) members |= before_.abstaining();
    // Where only votes against make a blocking minority, whoever abstains or is absent can join it.
    if (before_.rule().clause().exists() && before_.rule().clause().counted_as == blockers::against)
      return before_.council().members() - before_.against();
    return members;
  }
  constexpr void add_tests() {
    auto const& r = before_.rule();
    for (auto const& c : r)
      if (detail::applies(c, before_.asked())) search_.add(test_of(c));
    if (r.clause().exists()) search_.add(test_of_clause());
  }
  [[nodiscard]] constexpr std::int64_t have(criterion const& c, ballot const& b) const {
    return detail::weigh(c.what, before_.council(), detail::voters_of(c, detail::standing_of(b, before_.rule().clause().counted_as)));
  }
  [[nodiscard]] constexpr int blocking(ballot const& b) const {
    return detail::standing_of(b, before_.rule().clause().counted_as).blocking.size();
  }
  [[nodiscard]] constexpr detail::sum_test test_of(criterion const& c) const {
    auto const before = have(c, before_.ballot());
    auto const need = c.need(detail::whole(c.what, before_.council()));
    detail::sum_test test{.need = to_ == vote::against ? before - need + 1 : need - before, .group = c.group};
    for (std::size_t i = 0; i < count_; ++i) {
      auto const moved = have(c, before_.ballot().changed(order_[i], to_)) - before;
      test.gain[i] = to_ == vote::against ? -moved : moved;
    }
    return test;
  }
  [[nodiscard]] constexpr detail::sum_test test_of_clause() const {
    auto const before = blocking(before_.ballot());
    auto const fewest = before_.blocking_minority().fewest;
    detail::sum_test test{.need = to_ == vote::against ? fewest - before : before - fewest + 1, .is_clause = true};
    for (std::size_t i = 0; i < count_; ++i) {
      auto const moved = blocking(before_.ballot().changed(order_[i], to_)) - before;
      test.gain[i] = to_ == vote::against ? moved : -moved;
    }
    return test;
  }
  [[nodiscard]] constexpr bool is_minimal(std::array<std::uint8_t, member_state_count> const& chosen,
                                          detail::subset_search::sums const& sums, std::size_t size) const {
    for (std::size_t i = 0; i < size; ++i)
      if (search_.turned(search_.minus(sums, chosen[i]))) return false;
    return true;
  }
  [[nodiscard]] constexpr flip make(std::array<std::uint8_t, member_state_count> const& chosen, std::size_t size) const {
    flip f{.to = to_, .counted_in = before_.council().figures().counted_in};
    for (std::size_t i = 0; i < size; ++i) f.members.insert(order_[chosen[i]]);
    auto const changed = before_.ballot().changed(f.members, to_);
    for (auto result : before_.criteria()) {
      result.have = have(result.asked, changed);
      f.after.push_back(result);
    }
    auto const met = [&](criterion const& c) { return f.after[static_cast<std::size_t>(&c - before_.rule().begin())].met(); };
    f.deemed_attained = to_ == vote::in_favour && !detail::all_groups_hold(before_.rule(), before_.asked(), met);
    return f;
  }
  constexpr void settle_smallest() {
    for (smallest_ = 1; smallest_ <= count_; ++smallest_) {
      largest_ = smallest_;
      if (begin() != end()) return;
    }
    smallest_ = largest_ = 0;
  }

  outcome before_;
  vote to_;
  bool minimal_;
  std::array<member_state, member_state_count> order_{};
  std::size_t count_ = 0;
  std::size_t smallest_ = 0;
  std::size_t largest_ = 0;
  detail::subset_search search_{};
};

/// Which sets of members, as small as possible, would turn the majority: from against, abstaining or absent to in favour
/// when it is not attained, from in favour to against when it is? `among`: only these members may change.
/// Their exact number is `count()`; there may be millions, so the range finds them one by one. Quorum is left aside.
/// Cost: a search tree cut by bounds.
[[nodiscard]] constexpr flip_range smallest_flips(outcome const& before, member_set among) {
  flip_range range{before, among, 0, 0, false};
  range.settle_smallest();
  return range;
}
/// The same for all members of the council.
[[nodiscard]] constexpr flip_range smallest_flips(outcome const& before) { return smallest_flips(before, before.council().members()); }

/// Which sets of at most k members would turn the majority, none of whose members is superfluous?
/// Cost: the search tree down to k; `count()` walks it once.
[[nodiscard]] constexpr flip_range flips_of_at_most(outcome const& before, int k) {
  return {before, before.council().members(), 1, k < 0 ? 0 : static_cast<std::size_t>(k), true};
}

}  // namespace codecision
