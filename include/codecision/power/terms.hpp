// SPDX-License-Identifier: BSL-1.0
// How are conditions joined by and, by or, and turned into their dual?
#pragma once

#include <codecision/power/simple_game.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// Every game in the form that all engines read.
[[nodiscard]] inline simple_game const& simple_form(simple_game const& g) { return g; }
template <class Game>
  requires requires(Game const& g) { g.simple(); }
[[nodiscard]] simple_game simple_form(Game const& g) { return g.simple(); }

template <class Game>
concept has_simple_form = requires(Game const& g) { simple_form(g); };

/// More alternatives than this make every engine slow, and multiplying out can make them grow without end.
inline constexpr std::size_t most_alternatives = 1024;

[[noreturn]] inline void this_game_has_too_many_terms() {
  fail(error_code::too_costly, "the game would be more than " + std::to_string(most_alternatives) + " alternative sets of conditions", "",
       "combine fewer alternatives; Banzhaf and Shapley-Shubik of a dual are those of the game itself");
}

/// Conditions and terms without players: a disjunction of conjunctions over dimensions that somebody else keeps.
class formula {
 public:
  formula() = default;
  explicit formula(simple_game const& g) {
    for (auto const term : g.terms()) add(translated(term, g.conditions()));
  }

  [[nodiscard]] std::vector<condition> const& conditions() const { return conditions_; }
  [[nodiscard]] std::vector<std::uint64_t> const& terms() const { return terms_; }

  /// The place of a condition as a bit; it is added where it is new.
  std::uint64_t bit(condition c) {
    auto const found = std::find(conditions_.begin(), conditions_.end(), c);
    auto const k = static_cast<std::size_t>(found - conditions_.begin());
    if (found == conditions_.end()) {
      if (k == most_conditions) this_game_has_too_many_conditions(k + 1);
      conditions_.push_back(c);
      implied_.push_back(0);
      for (std::size_t j = 0; j <= k; ++j) {
        if (implies(conditions_[k], conditions_[j])) implied_[k] |= std::uint64_t{1} << j;
        if (implies(conditions_[j], conditions_[k])) implied_[j] |= std::uint64_t{1} << k;
      }
    }
    return std::uint64_t{1} << k;
  }
  /// One more alternative: dropped when it says no more than another one; others that say no more than it are dropped.
  void add(std::uint64_t term) {
    for (auto const other : terms_)
      if (is_implied(other, term)) return;
    term = without_implied(term);
    std::erase_if(terms_, [&](std::uint64_t other) { return is_implied(term, other); });
    if (terms_.size() == most_alternatives) this_game_has_too_many_terms();
    terms_.push_back(term);
  }

  /// Either of two formulas over the same dimensions holds.
  [[nodiscard]] friend formula either(formula a, formula const& b) {
    for (auto const term : b.terms_) a.add(a.translated(term, b.conditions_));
    return a;
  }
  /// Both hold, multiplied out.
  [[nodiscard]] friend formula both(formula const& a, formula const& b) {
    formula product{a.conditions_, a.implied_};
    for (auto const left : a.terms_)
      for (auto const right : b.terms_) product.add(left | product.translated(right, b.conditions_));
    return product;
  }
  /// The complement of a coalition does not satisfy the formula: a sum of at most quota - 1 there is a sum of at least
  /// total - quota + 1 here. Every term must fail by one of its conditions at least, which is multiplied out.
  [[nodiscard]] formula dual(std::vector<std::int64_t> const& totals) const {
    formula all;
    all.add(0);
    for (auto const term : terms_) {
      formula one;
      each_bit(term, [&](std::size_t k) {
        auto const c = conditions_[k];
        one.add(one.bit({c.dimension, totals[c.dimension] - c.quota + 1}));
      });
      all = both(all, one);
    }
    return all;
  }
  /// The same terms with f(condition) for each condition.
  template <class F>
  [[nodiscard]] formula with(F f) const {
    auto changed = conditions_;
    for (auto& c : changed) c = f(c);
    formula result;
    for (auto const term : terms_) result.add(result.translated(term, changed));
    return result;
  }
  /// The same formula where its first dimension is called `first`, its second `first + 1`, and so on.
  [[nodiscard]] formula over_dimensions_from(std::size_t first) const {
    return with([&](condition c) { return condition{c.dimension + first, c.quota}; });
  }
  /// The same formula when somebody else already brings these weights, one a dimension.
  [[nodiscard]] formula helped_by(std::vector<std::int64_t> const& weights) const {
    return with([&](condition c) { return condition{c.dimension, c.quota - weights[c.dimension]}; });
  }
  /// Without conditions that everybody meets, and without terms that nobody can meet.
  [[nodiscard]] formula trimmed(std::vector<std::int64_t> const& totals) const {
    formula rest;
    for (auto const term : terms_) {
      std::uint64_t kept = 0;
      bool possible = true;
      each_bit(term, [&](std::size_t k) {
        auto const c = conditions_[k];
        possible = possible && c.quota <= totals[c.dimension];
        if (c.quota > 0) kept |= std::uint64_t{1} << k;
      });
      if (possible) rest.add(rest.translated(kept, conditions_));
    }
    return rest;
  }

 private:
  formula(std::vector<condition> conditions, std::vector<std::uint64_t> implied)
      : conditions_{std::move(conditions)}, implied_{std::move(implied)} {}

  [[nodiscard]] static bool implies(condition a, condition b) { return a.dimension == b.dimension && a.quota >= b.quota; }
  /// Does a coalition that meets this term also meet that one?
  [[nodiscard]] bool is_implied(std::uint64_t that, std::uint64_t by_this) const {
    each_bit(by_this, [&](std::size_t k) { that &= ~implied_[k]; });
    return that == 0;
  }
  [[nodiscard]] std::uint64_t without_implied(std::uint64_t term) const {
    auto kept = term;
    each_bit(term, [&](std::size_t k) { kept &= ~implied_[k] | std::uint64_t{1} << k; });
    return kept;
  }
  /// A term over other conditions, as one over these; what is missing is added.
  [[nodiscard]] std::uint64_t translated(std::uint64_t term, std::vector<condition> const& from) {
    std::uint64_t here = 0;
    each_bit(term, [&](std::size_t k) { here |= bit(from[k]); });
    return here;
  }

  std::vector<condition> conditions_;
  std::vector<std::uint64_t> implied_;  ///< by condition: those that hold whenever it does, itself included
  std::vector<std::uint64_t> terms_;
};

/// The total weight of each dimension.
[[nodiscard]] inline std::vector<std::int64_t> totals_of(simple_game const& g) {
  std::vector<std::int64_t> totals;
  for (std::size_t d = 0; d < g.dimensions(); ++d) totals.push_back(g.total(d));
  return totals;
}

/// The game of a formula, with the conditions and dimensions that matter, each once.
[[nodiscard]] inline simple_game game_from(named_players players, std::vector<std::vector<std::int64_t>> const& weights, formula const& all) {
  std::vector<std::int64_t> totals;
  for (auto const& dimension : weights) totals.push_back(sum_of(dimension));
  auto const same = [&](condition c) {  // the first dimension with the same weights
    auto const first = std::find(weights.begin(), weights.end(), weights[c.dimension]);
    return condition{static_cast<std::size_t>(first - weights.begin()), c.quota};
  };
  std::vector<std::vector<std::int64_t>> kept;
  auto const numbered = [&](condition c) {
    auto const at = std::find(kept.begin(), kept.end(), weights[c.dimension]);
    auto const d = static_cast<std::size_t>(at - kept.begin());
    if (at == kept.end()) kept.push_back(weights[c.dimension]);
    return condition{d, c.quota};
  };
  auto const as_they_are = [](condition c) { return c; };  // leaves conditions behind that stand in no term
  auto const rule = all.with(same).trimmed(totals).with(as_they_are).with(numbered);
  return {std::move(players), std::move(kept), rule.conditions(), rule.terms()};
}

}  // namespace codecision::power::detail
