// SPDX-License-Identifier: BSL-1.0
// Which member states belong together: a set of members, as 64 bits.
#pragma once

#include <codecision/core/member_state.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>

namespace codecision {

namespace detail {
/// The number of ones. Spelled out, because without -mpopcnt compilers call a library function for std::popcount.
[[nodiscard]] constexpr int ones(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555u;
  bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
  return static_cast<int>(((bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu) * 0x0101010101010101u >> 56);
}
}  // namespace detail

/// A set of member states; iterates in protocol order. All operations take constant time.
class member_set {
 public:
  /// Goes through the members in protocol order.
  class iterator {
   public:
    using value_type = member_state;  ///< what it names
    using difference_type = std::ptrdiff_t;  ///< the distance between two of them
    using reference = member_state;  ///< members are given by value
    using pointer = void;  ///< there is nothing to point at
    /// for algorithms before C++20
    using iterator_category = std::input_iterator_tag;
    /// for algorithms since C++20
    using iterator_concept = std::forward_iterator_tag;

    constexpr iterator() = default;
    /// Stands at the first of the members that are left.
    constexpr explicit iterator(std::uint64_t rest) : rest_{rest} {}
    /// The member here.
    [[nodiscard]] constexpr member_state operator*() const { return static_cast<member_state>(std::countr_zero(rest_)); }
    /// Goes to the next member.
    constexpr iterator& operator++() { rest_ &= rest_ - 1; return *this; }
    /// Goes to the next member; returns where it stood.
    constexpr iterator operator++(int) { auto const before = *this; ++*this; return before; }
    [[nodiscard]] friend constexpr bool operator==(iterator, iterator) = default;

   private:
    std::uint64_t rest_ = 0;
  };

  constexpr member_set() = default;
  /// The set of one member.
  constexpr member_set(member_state state) : bits_{bit(state)} {}
  /// The set of these members.
  constexpr member_set(std::initializer_list<member_state> states) { for (auto const s : states) insert(s); }
  /// The set whose bits() are these.
  [[nodiscard]] static constexpr member_set from_bits(std::uint64_t bits) { member_set s; s.bits_ = bits; return s; }

  /// Adds a member; nothing happens if it is there.
  constexpr void insert(member_state state) { bits_ |= bit(state); }
  /// Takes a member away; nothing happens if it is not there.
  constexpr void erase(member_state state) { bits_ &= ~bit(state); }

  /// One bit for each member, at index_of(member).
  [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }
  /// How many members?
  [[nodiscard]] constexpr int size() const { return detail::ones(bits_); }
  /// Is nobody in it?
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  /// Is this member in it?
  [[nodiscard]] constexpr bool contains(member_state state) const { return (bits_ >> index_of(state) & 1) != 0; }
  /// Are all of these in it?
  [[nodiscard]] constexpr bool contains(member_set other) const { return (other.bits_ & ~bits_) == 0; }
  /// The first member.
  [[nodiscard]] constexpr iterator begin() const { return iterator{bits_}; }
  /// Behind the last member.
  [[nodiscard]] constexpr iterator end() const { return iterator{}; }

  [[nodiscard]] friend constexpr member_set operator|(member_set a, member_set b) { return from_bits(a.bits_ | b.bits_); }
  [[nodiscard]] friend constexpr member_set operator&(member_set a, member_set b) { return from_bits(a.bits_ & b.bits_); }
  [[nodiscard]] friend constexpr member_set operator^(member_set a, member_set b) { return from_bits(a.bits_ ^ b.bits_); }
  /// The members of a that are not in b.
  [[nodiscard]] friend constexpr member_set operator-(member_set a, member_set b) { return from_bits(a.bits_ & ~b.bits_); }
  /// Adds these members.
  constexpr member_set& operator|=(member_set other) { bits_ |= other.bits_; return *this; }
  /// Takes these members away.
  constexpr member_set& operator-=(member_set other) { bits_ &= ~other.bits_; return *this; }
  [[nodiscard]] friend constexpr bool operator==(member_set, member_set) = default;

 private:
  [[nodiscard]] static constexpr std::uint64_t bit(member_state state) { return std::uint64_t{1} << index_of(state); }

  std::uint64_t bits_ = 0;
};

/// The codes of a set in protocol order, such as "CZ NL PL SK".
[[nodiscard]] inline std::string to_string(member_set members, std::string_view separator = " ") {
  std::string text;
  for (auto const m : members) {
    if (!text.empty()) text += separator;
    text += code(m);
  }
  return text;
}

namespace detail {
[[noreturn]] inline void this_list_names_a_member_twice(std::string_view text, std::string_view which) {
  // The codes of all States fit in; of a list that goes on and on the beginning is enough.
  fail(error_code::member_twice, std::string{which} + " stands twice in the list '" + excerpt(text, 120) + "'", "",
       "name each member once");
}
[[nodiscard]] constexpr bool is_separator(char c) { return c == ' ' || c == ',' || c == ';' || c == '\t'; }
}  // namespace detail

/// Which members does a list of codes name, separated by spaces or commas?
/// Errors: COD-M101 for an unknown code, COD-M102 for a member named twice.
[[nodiscard]] constexpr member_set parse_members(std::string_view text) {
  member_set members;
  for (std::size_t at = 0; at < text.size();) {
    if (detail::is_separator(text[at])) { ++at; continue; }
    auto stop = at;
    while (stop < text.size() && !detail::is_separator(text[stop])) ++stop;
    auto const state = parse_member(text.substr(at, stop - at));
    if (members.contains(state)) detail::this_list_names_a_member_twice(text, code(state));
    members.insert(state);
    at = stop;
  }
  return members;
}

namespace literals {
/// "CZ NL PL SK"_members: an unknown or repeated code does not compile.
[[nodiscard]] consteval member_set operator""_members(char const* text, std::size_t size) {
  return parse_members(std::string_view{text, size});
}
}  // namespace literals

}  // namespace codecision
