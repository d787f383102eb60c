// SPDX-License-Identifier: BSL-1.0
// Who has power when several chambers must all agree, as Commission, Council and Parliament in the ordinary procedure?
#pragma once

#include <codecision/power/coalition_count.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/terms.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power {

/// A chamber of a joint game: its name, and the game its members play.
class chamber {
 public:
  /// A chamber in which this game is played.
  template <detail::has_simple_form Game>
  chamber(std::string name, Game const& g) : name_{std::move(name)}, game_{detail::simple_form(g)} {}

  /// Its name.
  [[nodiscard]] std::string const& name() const { return name_; }
  /// The game of its members.
  [[nodiscard]] simple_game const& rule() const { return game_; }

 private:
  std::string name_;
  simple_game game_;
};

/// Several chambers that must all agree. Its players are those of the first chamber, then those of the second, and so on,
/// under their own names; a name that stands in two chambers is prefixed: "Council: DE".
/// A coalition wins when its part in each chamber wins there. So winning coalitions are counted chamber by chamber, and a
/// minimal winning coalition is one of each chamber put together: their number is the product of the numbers.
class joint_game {
 public:
  using players_type = named_players;  ///< its players have names

  /// The same from a list that is written down.
  joint_game(std::initializer_list<chamber> chambers) : joint_game{std::vector<chamber>{chambers}} {}
  /// Errors: COD-P702 for no chamber at all.
  explicit joint_game(std::vector<chamber> chambers) : chambers_{std::move(chambers)} {
    if (chambers_.empty()) detail::a_game_needs_players();
    std::vector<std::string> names;
    for (auto const& c : chambers_)
      for (std::size_t i = 0; i < c.rule().size(); ++i)
        names.push_back(is_taken(c, i) ? c.name() + ": " + c.rule().players().name(i) : c.rule().players().name(i));
    players_ = named_players{std::move(names)};
  }

  /// Who plays, chamber by chamber.
  [[nodiscard]] named_players const& players() const { return players_; }
  /// How many are there?
  [[nodiscard]] std::size_t size() const { return players_.size(); }
  /// The chambers.
  [[nodiscard]] std::vector<chamber> const& chambers() const { return chambers_; }

  /// How many coalitions win? Errors and cost as for `count_coalitions`.
  [[nodiscard]] std::uint64_t winning_coalitions() const;
  /// Does this coalition win in every chamber? For games of up to 64 players.
  [[nodiscard]] bool wins(coalition who) const {
    if (size() > 64) detail::coalitions_are_sets_of_at_most_64_players(size());
    auto bits = who.bits();
    for (auto const& c : chambers_) {
      auto const n = c.rule().size();
      if (!c.rule().wins(coalition::from_bits(bits & coalition::all(n).bits()))) return false;
      bits = n < 64 ? bits >> n : 0;
    }
    return true;
  }

  /// The same game in the form that all engines read: each chamber has dimensions of its own, in which the members of the
  /// others have no weight. Error COD-P703 for more than 64 conditions or 1024 terms.
  [[nodiscard]] simple_game simple() const {
    std::vector<std::vector<std::int64_t>> weights;
    detail::formula all;
    all.add(0);
    std::size_t before = 0;
    for (auto const& c : chambers_) {
      all = both(all, detail::formula{c.rule()}.over_dimensions_from(weights.size()));
      for (std::size_t d = 0; d < c.rule().dimensions(); ++d) {
        weights.emplace_back(size());
        for (std::size_t i = 0; i < c.rule().size(); ++i) weights.back()[before + i] = c.rule().weight(d, i);
      }
      before += c.rule().size();
    }
    return detail::game_from(players_, weights, all);
  }

 private:
  [[nodiscard]] bool is_taken(chamber const& own, std::size_t player) const {
    auto const name = own.rule().players().name(player);
    for (auto const& c : chambers_)
      for (std::size_t i = 0; &c != &own && i < c.rule().size(); ++i)
        if (c.rule().players().name(i) == name) return true;
    return false;
  }

  std::vector<chamber> chambers_;
  named_players players_;
};

namespace detail {
using size_counts = std::array<std::uint64_t, coalition_counts::most_players + 1>;

/// Adds what two disjoint sets of players count together, by size: x of size s and y of size t are x * y of size s + t.
template <class Row>
void add_products(Row& to, Row const& x, Row const& y) {
  for (std::size_t s = 0; s < x.size(); ++s)
    for (std::size_t t = 0; x[s] != 0 && t < y.size() && s + t < to.size(); ++t) to[s + t] += x[s] * y[t];
}
/// Coalitions of two disjoint sets of players put together: by size.
[[nodiscard]] inline size_counts put_together(size_counts const& a, size_counts const& b) {
  size_counts sum{};
  add_products(sum, a, b);
  return sum;
}
}  // namespace detail

/// How many coalitions win in all chambers, by size, and how many with each player? Each chamber is counted alone, and the
/// counts are multiplied: exact, for up to 64 players in all. Error COD-P703 beyond, and as for the games of the chambers.
template <class Run = one_after_the_other>
[[nodiscard]] coalition_counts count_coalitions(joint_game const& g, effort const& most = {}, Run const& run = {}) {
  if (g.size() > coalition_counts::most_players) detail::coalitions_are_sets_of_at_most_64_players(g.size());
  if (g.size() == coalition_counts::most_players && g.wins(coalition{})) detail::these_coalitions_are_too_many_for_64_bits();
  coalition_counts counts{g.size()};
  counts.winning[0] = 1;
  std::size_t before = 0;
  for (auto const& c : g.chambers()) {
    auto const own = count_coalitions(c.rule(), most, run);
    for (std::size_t i = 0; i < own.players; ++i) counts.winning_with[before + i] = detail::put_together(counts.winning, own.winning_with[i]);
    for (std::size_t i = 0; i < before; ++i) counts.winning_with[i] = detail::put_together(counts.winning_with[i], own.winning);
    counts.winning = detail::put_together(counts.winning, own.winning);
    before += own.players;
  }
  return counts;
}

inline std::uint64_t joint_game::winning_coalitions() const { return count_coalitions(*this).total(); }

}  // namespace codecision::power
