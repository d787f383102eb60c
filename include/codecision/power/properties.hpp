// SPDX-License-Identifier: BSL-1.0
// What kind of game is this: who has a veto, who has no say, who is like whom, and can two sides win or lose at once?
#pragma once

#include <codecision/power/engines/subset_search.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/predicate_game.hpp>
#include <codecision/power/simple_game.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

namespace codecision::power {

/// Without whom can nobody win? A player has a veto when all the others together do not win. In a game that nobody can win
/// everybody has one. Cost: one look at n coalitions.
template <class Game>
[[nodiscard]] coalition veto_players(Game const& g) {
  coalition found;
  for (std::size_t i = 0; i < g.size(); ++i) {
    auto others = coalition::all(g.size());
    others.erase(i);
    if (!g.wins(others)) found.insert(i);
  }
  return found;
}

/// Does one player decide alone, whatever the others do: wins alone, and nobody wins without? Its position, if there is one.
template <class Game>
[[nodiscard]] std::optional<std::size_t> dictator(Game const& g) {
  auto const vetoes = veto_players(g);
  for (std::size_t i = 0; i < g.size(); ++i) {
    coalition alone;
    alone.insert(i);
    if (vetoes.contains(i) && g.wins(alone)) return i;
  }
  return std::nullopt;
}

namespace detail {

/// Answers questions of the form "is there a coalition that does this while all others do that?" by search.
class fact_finder {
 public:
  fact_finder(simple_game const& g, effort const& most) : game_{g}, search_{g, most}, wins_{g}, blocks_{wins_.dual(totals_of(g))} {}

  /// A coalition that loses without player i and wins with it.
  [[nodiscard]] bool swings(std::size_t i) { return search_.find(wins_.helped_by(weights(i)), blocks_, without(i)).has_value(); }
  /// Can i and j be swapped in every coalition?
  [[nodiscard]] bool alike(std::size_t i, std::size_t j) {
    return (outweighs(i, j) || !better(j, i)) && (outweighs(j, i) || !better(i, j));
  }
  /// Has i no less weight than j in any dimension? Then i is never worse than j.
  [[nodiscard]] bool outweighs(std::size_t i, std::size_t j) const {
    for (std::size_t d = 0; d < game_.dimensions(); ++d)
      if (game_.weight(d, i) < game_.weight(d, j)) return false;
    return true;
  }
  /// Who outweighs comes before who is outweighed.
  [[nodiscard]] std::vector<std::size_t> const& order() const { return search_.order(); }
  /// Two disjoint coalitions that both win.
  [[nodiscard]] property proper() { return told(search_.find(wins_, wins_, everybody())); }
  /// A coalition that loses, and so do all others together.
  [[nodiscard]] property strong() { return told(search_.find(blocks_, blocks_, everybody())); }

 private:
  /// Is there a coalition of others that wins with i and loses with j? It loses with j when the rest blocks it without j.
  [[nodiscard]] bool better(std::size_t i, std::size_t j) {
    auto others = without(i);
    others.erase(j);
    auto taken = weights(j);
    for (auto& w : taken) w = -w;
    return search_.find(wins_.helped_by(weights(i)), blocks_.helped_by(taken), others).has_value();
  }
  [[nodiscard]] coalition everybody() const { return coalition::all(game_.size()); }
  [[nodiscard]] coalition without(std::size_t i) const {
    auto others = everybody();
    others.erase(i);
    return others;
  }
  [[nodiscard]] std::vector<std::int64_t> weights(std::size_t i) const {
    std::vector<std::int64_t> all;
    for (std::size_t d = 0; d < game_.dimensions(); ++d) all.push_back(game_.weight(d, i));
    return all;
  }
  [[nodiscard]] property told(std::optional<coalition> found) const {
    if (!found) return {};
    return {false, *found, coalition::from_bits(everybody().bits() & ~found->bits())};
  }

  simple_game const& game_;
  subset_search search_;
  formula wins_, blocks_;
};

/// The same questions to a rule that is no sum of weights: every coalition is looked at.
class fact_table {
 public:
  fact_table(predicate_game const& g, effort const&) : game_{g} {}

  [[nodiscard]] bool swings(std::size_t i) const {
    return some([&](coalition who) { return !who.contains(i) && game_.wins(who) != game_.wins(plus(who, i)); });
  }
  [[nodiscard]] bool alike(std::size_t i, std::size_t j) const {
    return !some([&](coalition who) {
      return !who.contains(i) && !who.contains(j) && game_.wins(plus(who, i)) != game_.wins(plus(who, j));
    });
  }
  [[nodiscard]] static bool outweighs(std::size_t, std::size_t) { return false; }
  [[nodiscard]] std::vector<std::size_t> order() const {
    std::vector<std::size_t> all(game_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }
  [[nodiscard]] property proper() const { return both_sides(true); }
  [[nodiscard]] property strong() const { return both_sides(false); }

 private:
  [[nodiscard]] static coalition plus(coalition who, std::size_t i) {
    who.insert(i);
    return who;
  }
  [[nodiscard]] property both_sides(bool win) const {
    property answer;
    some([&](coalition who) {
      auto const others = coalition::from_bits(coalition::all(game_.size()).bits() & ~who.bits());
      if (game_.wins(who) != win || game_.wins(others) != win) return false;
      answer = {false, who, others};
      return true;
    });
    return answer;
  }
  template <class F>
  bool some(F f) const {  // NOLINT(modernize-use-nodiscard): both_sides wants the walk only
    for (std::uint64_t bits = 0; bits >> game_.size() == 0; ++bits)
      if (f(coalition::from_bits(bits))) return true;
    return false;
  }

  predicate_game const& game_;
};

/// Finds the class of one player after the other. When a player is outweighed by another one, and they are not alike, it is
/// less than the other, and so less than all who outweigh the other: there is no need to ask.
template <class Facts>
[[nodiscard]] std::vector<coalition> classes_of(Facts& facts) {
  std::vector<coalition> classes;
  std::vector<std::size_t> first;
  for (auto const i : facts.order()) {
    std::vector<std::size_t> above;
    auto c = classes.size();
    for (; c > 0; --c) {
      auto const other = first[c - 1];
      if (std::any_of(above.begin(), above.end(), [&](std::size_t a) { return facts.outweighs(other, a); })) continue;
      if (facts.alike(other, i)) break;
      if (facts.outweighs(other, i)) above.push_back(other);
    }
    if (c == 0) {
      classes.emplace_back();
      first.push_back(i);
      c = classes.size();
    }
    classes[c - 1].insert(i);
  }
  std::sort(classes.begin(), classes.end(), [](coalition a, coalition b) { return std::countr_zero(a.bits()) < std::countr_zero(b.bits()); });
  return classes;
}

/// Calls f with something that knows the facts of this game.
template <has_simple_form Game, class F>
[[nodiscard]] auto with_facts_of(Game const& g, effort const& most, F f) {
  auto const& all = simple_form(g);
  return f(fact_finder{all, most});
}
template <class F>
[[nodiscard]] auto with_facts_of(predicate_game const& g, effort const& most, F f) { return f(fact_table{g, most}); }
}  // namespace detail

/// Who never matters? A null player turns no losing coalition into a winning one, as Luxembourg from 1958 to 1972.
/// Found by search, without counting. Error COD-P703 for more than 64 players, or when the search takes longer than the
/// effort allows: where no swing exists that can cost up to 2^(n - 16) look-ups.
template <class Game>
[[nodiscard]] coalition null_players(Game const& g, effort const& most = {}) {
  return detail::with_facts_of(g, most, [&](auto facts) {
    coalition found;
    for (std::size_t i = 0; i < g.size(); ++i)
      if (!facts.swings(i)) found.insert(i);
    return found;
  });
}

/// Who is like whom? Two players are in one class when they can be swapped in every coalition; then every index is the
/// same for both. Players of different weights can be alike. The classes, by their first players.
/// Cost and errors: as for null_players, for each player and class.
template <class Game>
[[nodiscard]] std::vector<coalition> symmetry_classes(Game const& g, effort const& most = {}) {
  return detail::with_facts_of(g, most, [](auto facts) { return detail::classes_of(facts); });
}

/// Is the game proper: can no two disjoint coalitions both win? When not, `first` and `second` both win.
/// Cost and errors: as for null_players.
template <class Game>
[[nodiscard]] property is_proper(Game const& g, effort const& most = {}) {
  return detail::with_facts_of(g, most, [](auto facts) { return facts.proper(); });
}

/// Is the game strong: does a coalition win, or else all others together? When not, `first` and `second`, its complement,
/// both lose: the vote is stuck. Cost and errors: as for null_players.
template <class Game>
[[nodiscard]] property is_strong(Game const& g, effort const& most = {}) {
  return detail::with_facts_of(g, most, [](auto facts) { return facts.strong(); });
}

/// Is the game monotone: does a coalition that wins still win when others join? Yes, by construction: weights are not
/// negative, and every condition asks for at least so much. For a rule given as a function see `is_monotone(n, wins)`.
template <detail::has_simple_form Game>
[[nodiscard]] constexpr property is_monotone(Game const&) { return {}; }
/// Yes: a rule that is not monotone makes no predicate_game.
[[nodiscard]] inline property is_monotone(predicate_game const&) { return {}; }

}  // namespace codecision::power
