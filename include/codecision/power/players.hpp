// SPDX-License-Identifier: BSL-1.0
// Who plays, and how is one number kept for each player?
#pragma once

#include <codecision/core/member_set.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::power {

namespace detail {
[[noreturn]] inline void there_is_no_such_player(std::string const& who, std::string const& have) {
  fail(error_code::unknown_player, who + " does not play in this game", have,
       "name a player by its position, from 0, or by its name as the game has it");
}
[[noreturn]] inline void two_players_have_the_same_name(std::string const& name) {
  fail(error_code::bad_weight, "two players are called '" + name + "'", "", "give each player a name of its own, or none at all");
}
}  // namespace detail

/// A set of players by their positions, of games of up to 64 players.
class coalition {
 public:
  constexpr coalition() = default;
  /// The coalition whose bits() are these.
  [[nodiscard]] static constexpr coalition from_bits(std::uint64_t bits) { coalition c; c.bits_ = bits; return c; }
  /// All players of a game of n.
  [[nodiscard]] static constexpr coalition all(std::size_t n) { return from_bits(n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1); }

  /// Error COD-P705 for a position above 63.
  constexpr void insert(std::size_t player) { bits_ |= bit(player); }
  /// Takes a player away; nothing happens if it is not there.
  constexpr void erase(std::size_t player) { bits_ &= ~bit(player); }
  /// One bit for each player, by position.
  [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }
  /// How many are there?
  [[nodiscard]] constexpr int size() const { return codecision::detail::ones(bits_); }
  /// Are there none?
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  /// Is this player in it?
  [[nodiscard]] constexpr bool contains(std::size_t player) const { return player < 64 && (bits_ >> player & 1) != 0; }
  /// Are all of these in it?
  [[nodiscard]] constexpr bool contains(coalition other) const { return (other.bits_ & ~bits_) == 0; }
  [[nodiscard]] friend constexpr bool operator==(coalition, coalition) = default;

 private:
  [[nodiscard]] static constexpr std::uint64_t bit(std::size_t player) {
    if (player > 63) detail::there_is_no_such_player("player " + std::to_string(player), "sets of the players 0 to 63");
    return std::uint64_t{1} << player;
  }

  std::uint64_t bits_ = 0;
};

namespace detail {
/// Calls f(position) for each one in a set of bits, from the lowest.
template <class F>
constexpr void each_bit(std::uint64_t bits, F f) {
  for (; bits != 0; bits &= bits - 1) f(static_cast<std::size_t>(std::countr_zero(bits)));
}
}  // namespace detail

/// A list of fixed capacity for constant expressions: one value for each of at most `Most` players.
template <class T, std::size_t Most>
class fixed_list {
 public:
  constexpr fixed_list() = default;
  /// A list of n values, each as its type begins.
  constexpr explicit fixed_list(std::size_t n) : size_{n} {}
  /// How many are there?
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  /// Adds a value; there must be room.
  constexpr void push_back(T value) { values_[size_++] = value; }
  /// The one at this place, from 0; it is less than size().
  [[nodiscard]] constexpr T& operator[](std::size_t i) { return values_[i]; }
  /// The one at this place, from 0; it is less than size().
  [[nodiscard]] constexpr T const& operator[](std::size_t i) const { return values_[i]; }
  /// The first one.
  [[nodiscard]] constexpr T const* begin() const { return values_.data(); }
  /// Behind the last one.
  [[nodiscard]] constexpr T const* end() const { return values_.data() + size_; }

 private:
  std::array<T, Most> values_{};
  std::size_t size_ = 0;
};

/// Players that are member states, in protocol order. Their results fit into constant expressions.
class member_players {
 public:
  template <class T>
  using list = fixed_list<T, member_state_count>;  ///< a value for each player

  /// These members, in protocol order.
  constexpr explicit member_players(member_set members) : members_{members} {}
  /// How many are there?
  [[nodiscard]] constexpr std::size_t size() const { return static_cast<std::size_t>(members_.size()); }
  /// The members.
  [[nodiscard]] constexpr member_set members() const { return members_; }
  /// The code of the member at this position.
  [[nodiscard]] std::string name(std::size_t position) const { return std::string{code(at(position))}; }
  /// Which member plays at this position?
  [[nodiscard]] constexpr member_state at(std::size_t position) const {
    auto it = members_.begin();
    for (; position > 0; --position) ++it;
    return *it;
  }
  /// At which position does a member play? Error COD-P705 when it does not.
  [[nodiscard]] constexpr std::size_t position(member_state member) const {
    if (!members_.contains(member)) detail::there_is_no_such_player(std::string{code(member)}, to_string(members_));
    return static_cast<std::size_t>(codecision::detail::ones(members_.bits() & (member_set{member}.bits() - 1)));
  }
  /// Where the member with this code stands. Errors COD-M101, COD-P705.
  [[nodiscard]] constexpr std::size_t position(std::string_view name) const { return position(parse_member(name)); }
  /// The positions of these members. Error COD-P705 when one does not play.
  [[nodiscard]] constexpr coalition positions(member_set members) const {
    coalition found;
    for (auto const m : members) found.insert(position(m));
    return found;
  }
  /// The members at these positions.
  [[nodiscard]] constexpr member_set members_of(coalition who) const {
    member_set found;
    std::size_t position = 0;
    for (auto const m : members_)
      if (who.contains(position++)) found.insert(m);
    return found;
  }

 private:
  member_set members_;
};

/// Players with names of their own, in the order in which they were given.
class named_players {
 public:
  template <class T>
  using list = std::vector<T>;  ///< a value for each player

  named_players() = default;
  /// Players without names: they are called "player 0", "player 1" and so on.
  explicit named_players(std::size_t n) : size_{n} {}
  /// Error COD-P702 when two have the same name.
  explicit named_players(std::vector<std::string> names) : names_{std::move(names)}, size_{names_.size()} {
    auto sorted = names_;
    std::sort(sorted.begin(), sorted.end());
    if (auto const twice = std::adjacent_find(sorted.begin(), sorted.end()); twice != sorted.end()) detail::two_players_have_the_same_name(*twice);
  }

  /// How many are there?
  [[nodiscard]] std::size_t size() const { return size_; }
  /// The name of the player at this position, or its number.
  [[nodiscard]] std::string name(std::size_t position) const { return names_.empty() ? "player " + std::to_string(position) : names_[position]; }
  /// At which position does this player stand? Error COD-P705. Cost: one pass over the names.
  [[nodiscard]] std::size_t position(std::string_view name) const {
    for (std::size_t i = 0; i < size_; ++i)
      if (names_.empty() ? this->name(i) == name : names_[i] == name) return i;
    detail::there_is_no_such_player("'" + std::string{name} + "'", std::to_string(size_) + " players");
  }
  /// Where the player stands who is called by this member's code. Error COD-P705.
  [[nodiscard]] std::size_t position(member_state member) const { return position(code(member)); }

 private:
  std::vector<std::string> names_;
  std::size_t size_ = 0;
};

/// What every result knows: the players of its game, and how they are called. Values are asked for by position, by
/// member state or by name.
template <class Players>
class result_for {
 public:
  /// A result of these players.
  constexpr explicit result_for(Players players) : players_{std::move(players)} {}
  /// Who plays.
  [[nodiscard]] constexpr Players const& players() const { return players_; }
  /// How many are there?
  [[nodiscard]] constexpr std::size_t size() const { return players_.size(); }

 protected:
  /// The position, when there is one. Error COD-P705.
  template <std::integral Position>
  [[nodiscard]] constexpr std::size_t at(Position position) const {
    auto const i = static_cast<std::size_t>(position);
    if (i >= players_.size()) detail::there_is_no_such_player("player " + std::to_string(position), std::to_string(players_.size()) + " players");
    return i;
  }
  /// The position of a member state. Error COD-P705.
  [[nodiscard]] constexpr std::size_t at(member_state member) const { return players_.position(member); }
  /// The position of a name. Error COD-P705.
  [[nodiscard]] constexpr std::size_t at(std::string_view name) const { return players_.position(name); }

 private:
  Players players_;
};

}  // namespace codecision::power
