// SPDX-License-Identifier: BSL-1.0
// What if winning is no matter of adding up? Any Boolean rule, given as a function that says whether a coalition wins.
#pragma once

#include <codecision/power/coalition_count.hpp>
#include <codecision/power/players.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power {

/// Does a game have a property? When not, two coalitions show it; what they are is said by the function that was asked.
struct property {
  bool holds = true;  ///< does it have the property?
  coalition first{};  ///< where it does not: the first coalition
  coalition second{};  ///< and the second one
  /// Does it have the property?
  [[nodiscard]] constexpr explicit operator bool() const { return holds; }
};

namespace detail {
/// Which coalitions win: one bit for each of the 2^n. Asks the rule once for each.
class truth_table {
 public:
  template <class Predicate>
  truth_table(std::size_t n, Predicate const& wins, effort const& most) : size_{n} {
    if (n > most_players_to_enumerate)
      this_engine_cannot_count_this_game(engine::enumeration, "a function is asked about 28 players at most, and here are " + std::to_string(n),
                                         "write it as conditions on weights, or as a list of minimal winning coalitions");
    check_cost(cost(n), most, [&] { return try_more_effort(cost(n), most) + "; or write the rule as conditions on weights"; });
    words_.assign(n < 6 ? 1 : std::size_t{1} << (n - 6), 0);
    for (std::uint64_t who = 0; who < coalitions(); ++who)
      if (wins(coalition::from_bits(who))) words_[who / 64] |= std::uint64_t{1} << (who % 64);
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint64_t coalitions() const { return std::uint64_t{1} << size_; }
  [[nodiscard]] bool wins(coalition who) const { return (words_[who.bits() / 64] >> (who.bits() % 64) & 1) != 0; }

  /// A coalition that wins, and loses when one player more joins: first and second.
  [[nodiscard]] property monotone() const {
    for (std::uint64_t who = 0; who < coalitions(); ++who) {
      if (!wins(coalition::from_bits(who))) continue;
      for (std::size_t i = 0; i < size_; ++i)
        if (auto const more = coalition::from_bits(who | std::uint64_t{1} << i); !wins(more)) return {false, coalition::from_bits(who), more};
    }
    return {};
  }

 private:
  [[nodiscard]] static estimate cost(std::size_t n) {
    auto const all = static_cast<double>(std::uint64_t{1} << n);
    return {engine::enumeration, all * static_cast<double>(n + 8), all / 8};
  }

  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

[[noreturn]] inline void more_votes_can_lose_in_this_rule(property const& witness) {
  auto const list = [](coalition who) {
    std::string text;
    each_bit(who.bits(), [&](std::size_t i) { text += (text.empty() ? "" : " ") + std::to_string(i); });
    return "{" + text + "}";
  };
  fail(error_code::index_not_defined, "this rule is not monotone: more votes in favour can lose, so that power is not defined",
       "players " + list(witness.first) + " win, and " + list(witness.second) + " lose", "read a no as against, or correct the rule");
}
}  // namespace detail

/// Is a rule monotone: does a coalition that wins still win when others join? `wins(coalition)` is asked once for each of
/// the 2^n coalitions of n players, 28 at most. When not: `first` wins, and `second`, with one player more, loses.
/// Error COD-P703 for more players.
template <class Predicate>
[[nodiscard]] property is_monotone(std::size_t n, Predicate const& wins, effort const& most = {}) {
  return detail::truth_table{n, wins, most}.monotone();
}

/// A game whose winning coalitions are listed in a table of 2^n bits: up to 28 players.
class predicate_game {
 public:
  using players_type = named_players;  ///< its players have names

  /// Error COD-P706, with a witness, for a rule that is not monotone.
  predicate_game(named_players players, detail::truth_table table) : players_{std::move(players)}, table_{std::move(table)} {
    if (auto const monotone = table_.monotone(); !monotone) detail::more_votes_can_lose_in_this_rule(monotone);
  }

  /// Who plays.
  [[nodiscard]] named_players const& players() const { return players_; }
  /// How many are there?
  [[nodiscard]] std::size_t size() const { return players_.size(); }
  /// How many coalitions win? Cost: one look at each.
  [[nodiscard]] std::uint64_t winning_coalitions() const;
  /// Does this coalition win? Positions that nobody has do not count.
  [[nodiscard]] bool wins(coalition who) const { return table_.wins(coalition::from_bits(who.bits() & coalition::all(size()).bits())); }

 private:
  named_players players_;
  detail::truth_table table_;
};

/// The game of any monotone rule of n players: `wins(coalition)` says whether these players, all in favour, win. It is
/// asked once for each of the 2^n coalitions: a blink for 20 players, seconds for 28.
/// Errors: COD-P703 for more than 28 players, COD-P706, with a witness, for a rule in which more votes can lose.
template <class Predicate>
[[nodiscard]] predicate_game game_of(std::size_t n, Predicate const& wins, effort const& most = {}) {
  return {named_players{n}, detail::truth_table{n, wins, most}};
}
/// The same for players with names.
template <class Predicate>
[[nodiscard]] predicate_game game_of(std::vector<std::string> names, Predicate const& wins, effort const& most = {}) {
  auto const n = names.size();
  return {named_players{std::move(names)}, detail::truth_table{n, wins, most}};
}

/// How many coalitions win, by size and with each player? Every coalition is looked at. Error COD-P703 when another engine
/// is asked for, or the effort does not allow it.
template <class Run = one_after_the_other>
[[nodiscard]] coalition_counts count_coalitions(predicate_game const& g, effort const& most = {}, Run const& = {}) {
  auto const cost = detail::enumeration_cost(g.size(), 0);
  if (most.by != engine::automatic && most.by != engine::enumeration)
    detail::this_engine_cannot_count_this_game(most.by, "a rule given as a function has no weights",
                                               detail::is_affordable(cost, most) ? "leave the choice to engine::automatic" : detail::try_more_effort(cost, most));
  detail::check_cost(cost, most, [&] { return detail::try_more_effort(cost, most); });
  coalition_counts counts{g.size()};
  for (std::uint64_t bits = 0; bits >> g.size() == 0; ++bits) {
    if (auto const who = coalition::from_bits(bits); g.wins(who)) detail::add_winning(counts, who);
  }
  return counts;
}

inline std::uint64_t predicate_game::winning_coalitions() const { return count_coalitions(*this).total(); }

}  // namespace codecision::power
