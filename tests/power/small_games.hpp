// SPDX-License-Identifier: BSL-1.0
// Small games for tests: random ones with a fixed seed, historic ones, and counting by looking at every coalition.
#pragma once

#include <codecision/council/council.hpp>
#include <codecision/power/compose.hpp>
#include <codecision/power/counts.hpp>
#include <codecision/power/weighted_game.hpp>
#include <codecision/rules/treaty.hpp>
#include <codecision/rules/weighted.hpp>

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace codecision::test {

/// Random games, the same ones in every run. Light weights make ties common; some games are trivial: nobody wins, or
/// everybody does.
class random_games {
 public:
  explicit random_games(unsigned seed) : engine_{seed} {}

  std::int64_t number(std::int64_t from, std::int64_t to) {
    auto const values = static_cast<std::uint64_t>(to - from) + 1;
    return values == 0 ? from : from + static_cast<std::int64_t>(engine_() % values);
  }
  /// Of any shape: one to three dimensions, some of which count heads, up to four conditions and three terms.
  power::simple_game next(std::size_t n, std::int64_t heaviest = 9) {
    std::vector<std::vector<std::int64_t>> weights;
    for (auto left = number(1, 3); left > 0; --left) weights.push_back(number(0, 3) == 0 ? heads(n) : up_to(n, heaviest));
    return of(std::move(weights));
  }
  /// The same with weights of any order of magnitude up to 1024.
  power::simple_game of_any_weight(std::size_t n) { return next(n, std::int64_t{1} << number(0, 10)); }
  /// Heads and one weight.
  power::simple_game heads_and_one(std::size_t n) { return of({heads(n), up_to(n, std::int64_t{1} << number(0, 10))}); }
  /// A weighted game in which a quota above half decides.
  power::weighted_game weighted(std::size_t n, std::int64_t heaviest) {
    auto weights = up_to(n, heaviest);
    weights[0] += weights[0] == 0;
    auto const total = power::detail::sum_of(weights);
    return {number(total / 2 + 1, total), weights};
  }

 private:
  std::vector<std::int64_t> heads(std::size_t n) { return std::vector<std::int64_t>(n, number(1, 3)); }
  std::vector<std::int64_t> up_to(std::size_t n, std::int64_t heaviest) {
    std::vector<std::int64_t> weights(n);
    for (auto& w : weights) w = number(0, heaviest);
    return weights;
  }
  /// Conditions and terms of these weights: a quota from a quarter of the total on, and now and then one out of reach.
  power::simple_game of(std::vector<std::vector<std::int64_t>> weights) {
    std::vector<power::condition> conditions;
    for (auto left = number(1, 4); left > 0; --left) {
      auto const d = static_cast<std::size_t>(number(0, static_cast<std::int64_t>(weights.size()) - 1));
      auto const total = power::detail::sum_of(weights[d]);
      conditions.push_back({d, number(total / 4, total) + (number(0, 9) == 0 ? 1 : 0)});
    }
    std::vector<std::uint64_t> terms;
    for (auto left = number(1, 3); left > 0; --left) terms.push_back(static_cast<std::uint64_t>(number(1, (std::int64_t{1} << conditions.size()) - 1)));
    auto const n = weights.front().size();
    return {power::named_players{n}, std::move(weights), std::move(conditions), std::move(terms)};
  }

  std::mt19937 engine_;
};

/// Calls f(coalition) for each of the 2^n.
template <class F>
void each_set(std::size_t n, F f) {
  for (std::uint64_t bits = 0; bits >> n == 0; ++bits) f(power::coalition::from_bits(bits));
}

/// Winning coalitions counted by asking every coalition; nothing else of the game is known.
inline power::coalition_counts count_one_by_one(power::simple_game const& g) {
  power::coalition_counts counts{g.size()};
  each_set(g.size(), [&](power::coalition who) {
    if (!g.wins(who)) return;
    auto const size = static_cast<std::size_t>(who.size());
    ++counts.winning[size];
    for (std::size_t i = 0; i < g.size(); ++i) counts.winning_with[i][size] += who.contains(i);
  });
  return counts;
}

inline bool same(power::coalition_counts const& a, power::coalition_counts const& b) {
  return a.players == b.players && a.winning == b.winning && a.winning_with == b.winning_with;
}

/// Do two games of the same number of players have the same winning coalitions?
template <class A, class B>
bool same_winners(A const& a, B const& b) {
  bool same = a.size() == b.size();
  each_set(a.size(), [&](power::coalition who) { same = same && a.wins(who) == b.wins(who); });
  return same;
}

inline power::coalition set_of(std::initializer_list<std::size_t> positions) {
  power::coalition who;
  for (auto const i : positions) who.insert(i);
  return who;
}
inline power::coalition with(power::coalition who, std::size_t player) {
  who.insert(player);
  return who;
}
inline power::coalition complement(power::coalition who, std::size_t n) {
  return power::coalition::from_bits(power::coalition::all(n).bits() & ~who.bits());
}

/// The six on a proposal of the Commission: 12 of 17 votes, BE DE FR IT LU NL.
inline power::game six() { return {rules::weighted(regime::six), council_on(make_date(1965, 7, 1))}; }
/// The fifteen: 62 of 87 votes.
inline power::game fifteen() { return {rules::weighted(regime::fifteen), council_on(make_date(2000, 7, 1))}; }
/// Today: 15 of 27 members with 65 %, or all but three.
inline power::game today() { return {rules::qualified_majority(), council_of_year(2024)}; }

}  // namespace codecision::test
