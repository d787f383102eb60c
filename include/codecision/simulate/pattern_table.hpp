// SPDX-License-Identifier: BSL-1.0
// Which of up to nine players are in favour? One look-up for all of them, however likely each is.
#pragma once

#include <codecision/simulate/probabilities.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace codecision::simulate {

/// The 512 patterns in which nine players can vote, drawn by the alias method of Walker (1977), "An efficient method for generating
/// discrete random variables with general distributions", built as Vose (1991) does: 512 columns of the same height, and in each
/// of them at most two patterns. The probabilities are kept as whole numbers of 2^-63 that add up to 1: a pattern
/// that cannot occur never does, and nothing is lost on the way.
class pattern_table {
 public:
  static constexpr std::size_t players = 9;     ///< how many players one glance takes in
  static constexpr std::size_t patterns = 512;  ///< in how many ways they can vote

  /// `n` players, nine at most, who vote independently. Players that are missing are never in favour.
  constexpr pattern_table(double const* of, std::size_t n) { fill(masses_of(of, n)); }

  /// What 21 fair bits tell of the pattern: nine for the column and twelve for the height in it.
  struct glance {
    std::uint64_t pattern;  ///< which of them are in favour
    bool unsure;  ///< the height is that of the border, as far as twelve bits show; one in 4096 is
  };
  /// The patterns that random bits stand for.
  [[nodiscard]] constexpr glance at(std::uint64_t bits) const {
    auto const column = bits & 511u;
    auto const height = bits >> 9u & 4095u;
    auto const cell = cells_[column];
    return {height < cell >> 52u ? column : cell & 511u, height == cell >> 52u};
  }
  /// The pattern for sure, with 42 further bits of the height: the upper ones of a word.
  [[nodiscard]] constexpr std::uint64_t at(std::uint64_t bits, std::uint64_t further) const {
    auto const cell = cells_[bits & 511u];
    auto const height = (bits >> 9u & 4095u) << 42u | further >> 22u;
    return height < cell >> border_shift ? bits & 511u : cell & 511u;
  }
  /// How likely is this pattern, as the table has it? A whole number of 2^-63. Cost: a look at all columns.
  [[nodiscard]] constexpr std::uint64_t mass(std::uint64_t pattern) const {
    std::uint64_t sum = 0;
    for (std::size_t column = 0; column < patterns; ++column) {
      auto const own = cells_[column] >> border_shift;
      if (column == pattern) sum += own;
      if ((cells_[column] & 511u) == pattern) sum += column_height - own;
    }
    return sum;
  }

 private:
  using table = std::array<std::uint64_t, patterns>;
  static constexpr unsigned border_shift = 10;
  static constexpr std::uint64_t column_height = std::uint64_t{1} << 54u;

  /// The product of the players' probabilities, rounded down; what is missing then is given to the likeliest pattern.
  [[nodiscard]] static constexpr table masses_of(double const* of, std::size_t n) {
    table masses{};
    std::uint64_t sum = 0;
    std::size_t likeliest = 0;
    for (std::size_t pattern = 0; pattern < patterns; ++pattern) {
      double p = pattern >> n == 0 ? 1 : 0;
      for (std::size_t i = 0; i < n; ++i) p *= (pattern >> i & 1u) != 0 ? of[i] : 1 - of[i];
      masses[pattern] = static_cast<std::uint64_t>(p * 0x1p63);
      sum += masses[pattern];
      if (masses[pattern] > masses[likeliest]) likeliest = pattern;
    }
    masses[likeliest] += (std::uint64_t{1} << 63u) - sum;  // a sum that is too large is taken off, modulo 2^64
    return masses;
  }
  /// Each column that is not full is filled up by a pattern that has more than a column. In whole numbers this comes out even.
  constexpr void fill(table masses) {
    std::array<std::uint16_t, patterns> small{}, large{};
    std::size_t smalls = 0, larges = 0;
    auto const sort = [&](std::size_t i) { (masses[i] < column_height ? small[smalls++] : large[larges++]) = static_cast<std::uint16_t>(i); };
    for (std::size_t i = 0; i < patterns; ++i) sort(i);
    while (smalls > 0) {
      auto const low = small[--smalls];
      auto const high = large[--larges];
      cells_[low] = masses[low] << border_shift | high;
      masses[high] -= column_height - masses[low];
      sort(high);
    }
    for (std::size_t k = 0; k < larges; ++k) cells_[large[k]] = large[k];  // full: the pattern above the border is the same one
  }

  table cells_{};  ///< the border in 54 bits, an unused one, the pattern above the border in nine
};

}  // namespace codecision::simulate
