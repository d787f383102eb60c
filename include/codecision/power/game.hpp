// SPDX-License-Identifier: BSL-1.0
// A rule of the Council as a game: which sets of members can adopt an act?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/power/simple_game.hpp>
#include <codecision/rules/criterion.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/evaluate.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power {

/// A voting rule and those who vote, as a simple game: a coalition votes in favour, all others against. A winning
/// coalition meets all criteria, or leaves too few others for a blocking minority (the deemed clause).
/// With a no read as against, every rule is monotone; where a rule asks who is not against, those in favour are counted.
class game {
 public:
  using players_type = member_players;  ///< its players are member states
  static constexpr std::size_t most_dimensions = 3;  ///< how many sorts of weights a rule of the Council can have
  static constexpr std::size_t most_game_conditions = rule::most_criteria + 1;  ///< how many conditions
  static constexpr std::size_t most_terms = 5;  ///< how many ways to meet them

  /// Errors as for `evaluate`: a rule that is not written for this council, no figures, no weighted votes.
  constexpr game(codecision::rule const& r, electorate const& council, request asked = request::none) : players_{council.members()} {
    codecision::detail::check_rule_fits(r, council, asked);
    fixed_list<std::uint64_t, most_terms> terms;  // alternatives are multiplied out: (a or b) and c is ac or bc
    terms.push_back(0);
    unsigned done = 0;
    for (auto const& c : r) {
      if ((done >> c.group & 1u) != 0 || !counts_here(c, asked)) continue;
      done |= 1u << c.group;
      terms = multiplied(terms, r, c.group, council, asked);
    }
    terms_ = terms;
    if (r.clause().exists())
      terms_.push_back(bit_of({dimension_of(counted::members, council), council.size() - codecision::detail::clause_members(r, council) + 1}));
  }

  /// Who plays.
  [[nodiscard]] constexpr member_players const& players() const { return players_; }
  /// How many are there?
  [[nodiscard]] constexpr std::size_t size() const { return players_.size(); }
  /// How many sorts of weights: members, population, weighted votes.
  [[nodiscard]] constexpr std::size_t dimensions() const { return weights_.size(); }
  /// The weight of a player in a dimension.
  [[nodiscard]] constexpr std::int64_t weight(std::size_t dimension, std::size_t player) const { return weights_[dimension][player]; }
  /// The conditions that terms are made of.
  [[nodiscard]] constexpr fixed_list<condition, most_game_conditions> const& conditions() const { return conditions_; }
  /// Sets of conditions, a bit for each: who meets all of one term wins.
  [[nodiscard]] constexpr fixed_list<std::uint64_t, most_terms> const& terms() const { return terms_; }

  /// Can these members adopt an act when nobody else votes in favour? Members outside the game do not count.
  [[nodiscard]] constexpr bool wins(member_set in_favour) const { return wins(players_.positions(in_favour & players_.members())); }
  /// The same for a set of positions.
  [[nodiscard]] constexpr bool wins(coalition who) const {
    std::uint64_t held = 0;
    for (std::size_t k = 0; k < conditions_.size(); ++k) {
      std::int64_t sum = 0;
      detail::each_bit(who.bits() & coalition::all(size()).bits(), [&](std::size_t i) { sum += weights_[conditions_[k].dimension][i]; });
      if (sum >= conditions_[k].quota) held |= std::uint64_t{1} << k;
    }
    for (auto const term : terms_)
      if ((term & ~held) == 0) return true;
    return false;
  }

  /// How many coalitions win? Errors and cost as for `count_coalitions`; defined in power/coalition_count.hpp.
  [[nodiscard]] constexpr std::uint64_t winning_coalitions() const;
  /// The same game in the form that all engines read; its players are called by their codes.
  [[nodiscard]] simple_game simple() const {
    std::vector<std::string> names;
    for (auto const m : players_.members()) names.emplace_back(code(m));
    std::vector<std::vector<std::int64_t>> weights;
    for (auto const& dimension : weights_) weights.emplace_back(dimension.begin(), dimension.end());
    return {named_players{std::move(names)}, std::move(weights), {conditions_.begin(), conditions_.end()}, {terms_.begin(), terms_.end()}};
  }

 private:
  using weight_list = fixed_list<std::int64_t, member_state_count>;

  /// A criterion that everybody always meets, or that nobody asked for, is no condition.
  [[nodiscard]] static constexpr bool counts_here(criterion const& c, request asked) {
    return codecision::detail::applies(c, asked) && c.of != voters::not_formally_abstaining;
  }
  [[nodiscard]] constexpr fixed_list<std::uint64_t, most_terms> multiplied(fixed_list<std::uint64_t, most_terms> const& terms,
                                                                           codecision::rule const& r, unsigned group,
                                                                           electorate const& council, request asked) {
    fixed_list<std::uint64_t, most_terms> product;
    for (auto const& c : r) {
      if (c.group != group || !counts_here(c, asked)) continue;
      auto const bit = bit_of({dimension_of(c.what, council), c.need(codecision::detail::whole(c.what, council))});
      for (auto const term : terms) product.push_back(term | bit);
    }
    return product;
  }
  /// The place of a condition among the conditions; it is added where it is new.
  [[nodiscard]] constexpr std::uint64_t bit_of(condition c) {
    std::size_t k = 0;
    while (k < conditions_.size() && !(conditions_[k] == c)) ++k;
    if (k == conditions_.size()) conditions_.push_back(c);
    return std::uint64_t{1} << k;
  }
  [[nodiscard]] constexpr std::size_t dimension_of(counted what, electorate const& council) {
    std::size_t d = 0;
    while (d < counted_.size() && counted_[d] != what) ++d;
    if (d < counted_.size()) return d;
    counted_.push_back(what);
    weight_list weights;
    for (auto const m : council.members()) weights.push_back(codecision::detail::weigh(what, council, m));
    weights_.push_back(weights);
    return d;
  }

  member_players players_;
  fixed_list<counted, most_dimensions> counted_{};
  fixed_list<weight_list, most_dimensions> weights_{};
  fixed_list<condition, most_game_conditions> conditions_{};
  fixed_list<std::uint64_t, most_terms> terms_{};
};

}  // namespace codecision::power
