// SPDX-License-Identifier: BSL-1.0
// Who is in favour, when all players look at the same thing, some more and some less?
#pragma once

#include <codecision/core/wording.hpp>
#include <codecision/power/players.hpp>
#include <codecision/simulate/independent_votes.hpp>
#include <codecision/simulate/normal.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace codecision::simulate {

namespace detail {
[[noreturn]] inline void a_loading_lies_between_minus_1_and_1(std::string const& whose, double loading) {
  fail(error_code::bad_sampling, "the loading " + wording::as_typed(loading) + " of " + whose + " does not lie between -1 and 1", "",
       "a loading is the correlation with the common factor; two players with 0.5 each correlate by 0.25");
}
[[noreturn]] inline void as_many_loadings_as_players(std::size_t loadings, std::size_t players) {
  fail(error_code::bad_sampling, std::to_string(loadings) + " loadings for " + std::to_string(players) + " players", "", "give one loading a player");
}
}  // namespace detail

/// The Gaussian one-factor model of Vasicek (1987, 2002), "The distribution of loan portfolio value", with a loading of its own for
/// each player; a normal copula in the words of Li (2000), "On default correlation". Player i has a propensity
///     X_i = a_i Z + sqrt(1 - a_i^2) e_i
/// where Z, the common factor, and all e_i are independent and standard normal, and is in favour when X_i < Phi^-1(p_i). So it is
/// in favour with probability p_i exactly, whatever its loading a_i; the propensities of i and j correlate by a_i a_j. With a loading
/// of 0 a player decides alone, with loadings of opposite signs two are drawn apart, and 1 leaves nothing but the factor.
class one_factor {
 public:
  /// Errors: COD-F001; COD-F004 for a loading outside -1 to 1, or not one a player; COD-P703 for more than 64 players.
  /// Cost: 513 values of the normal distribution a player.
  one_factor(std::vector<double> in_favour, std::vector<double> loadings) : p_{std::move(in_favour)}, loading_{std::move(loadings)} {
    detail::check_probabilities(p_);
    if (p_.size() != loading_.size()) detail::as_many_loadings_as_players(loading_.size(), p_.size());
    for (std::size_t i = 0; i < size(); ++i) {
      if (!(loading_[i] >= -1 && loading_[i] <= 1)) detail::a_loading_lies_between_minus_1_and_1("player " + std::to_string(i), loading_[i]);
      below_.push_back(normal_quantile(p_[i]));
      alone_.push_back(std::sqrt((1 - loading_[i]) * (1 + loading_[i])));
    }
    tabulate();
  }

  /// How many are there?
  [[nodiscard]] std::size_t size() const { return p_.size(); }
  /// How likely is a player to be in favour when the common factor is z? The players are independent then.
  [[nodiscard]] double given_factor(std::size_t player, double z) const {
    if (p_[player] == 0 || p_[player] == 1 || loading_[player] == 0) return p_[player];
    auto const left = below_[player] - loading_[player] * z;
    if (alone_[player] == 0) return left > 0 ? 1 : 0;
    return normal_distribution(left / alone_[player]);
  }

  /// Who is in favour in draw first, first + 1, ... , n of them: bit i for player i. A draw takes a word for the factor and one
  /// for each four players. Whoever is in favour, or is not, wherever in one of 512 equal parts of its distribution the factor
  /// lies, is known from a table; the others, one in 500, are worked out.
  void draw(random_words const& from, std::uint64_t first, std::uint64_t* out, std::size_t n) const {
    std::uint64_t words[most_words];
    auto const each = 1 + fours();
    for (std::size_t i = 0; i < n; ++i) {
      from.fill((first + i) * each, words, each);
      out[i] = coalition_of(from, (first + i) * each, words);
    }
  }

 private:
  static constexpr std::size_t parts = 512, most_words = 17;
  static constexpr std::uint64_t tops = 0x8000800080008000u;

  /// For four players, 16 bits each: what leaves the top bit when a number of 15 bits is taken off it that is below the least
  /// probability to be in favour within a part of the factor's distribution, or not above the largest one.
  struct bounds {
    std::uint64_t surely = 0, perhaps = 0;
  };

  [[nodiscard]] std::size_t fours() const { return (size() + 3) / 4; }
  void tabulate() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    bounds_.resize(parts * fours());
    for (std::size_t part = 0; part < parts; ++part) {
      auto const from = part == 0 ? -infinity : normal_quantile(static_cast<double>(part) / parts);
      auto const to = part + 1 == parts ? infinity : normal_quantile(static_cast<double>(part + 1) / parts);
      for (std::size_t i = 0; i < 4 * fours(); ++i) {
        auto const a = i < size() ? given_factor(i, from) : 0, b = i < size() ? given_factor(i, to) : 0;  // it rises or falls all the way
        auto& four = bounds_[part * fours() + i / 4];
        four.surely += (in_15_bits((std::min)(a, b)) + 0x7fffu) << (16 * (i % 4));
        four.perhaps += (in_15_bits((std::max)(a, b)) + 0x8000u) << (16 * (i % 4));
      }
    }
  }
  [[nodiscard]] static std::uint64_t in_15_bits(double p) { return static_cast<std::uint64_t>((std::min)(p * 0x1p15, 32767.0)); }
  /// The top bits of four numbers of 16 bits, side by side.
  [[nodiscard]] static std::uint64_t gathered(std::uint64_t word) { return ((word & tops) >> 15u) * 0x0001000200040008u >> 48u & 15u; }

  [[nodiscard]] std::uint64_t coalition_of(random_words const& from, std::uint64_t number, std::uint64_t const* words) const {
    auto const n = fours();
    auto const* const limits = bounds_.data() + (words[0] >> 55u) * n;
    std::uint64_t who = 0, perhaps = 0;
    for (std::size_t four = 0; four < n; ++four) {
      auto const digits = words[1 + four] & ~tops;
      who |= gathered(limits[four].surely - digits) << (4 * four);
      perhaps |= gathered(limits[four].perhaps - digits) << (4 * four);
    }
    auto const open = perhaps & ~who & power::coalition::all(size()).bits();
    return open == 0 ? who : who | worked_out(from, number, words, open);
  }
  /// Of these players, those whose own number lies below their probability at this factor.
  [[nodiscard]] std::uint64_t worked_out(random_words const& from, std::uint64_t number, std::uint64_t const* words, std::uint64_t open) const {
    auto const z = normal_quantile(between_0_and_1(words[0]));
    std::uint64_t who = 0;
    power::detail::each_bit(open, [&](std::size_t i) {
      auto const digit = words[1 + i / 4] >> (16 * (i % 4)) & 0x7fffu;
      if (between_0_and_1(digit << 49u | from(number, 1 + i) >> 15u) < given_factor(i, z)) who |= std::uint64_t{1} << i;
    });
    return who;
  }

  std::vector<double> p_, loading_;
  std::vector<double> below_;  ///< below which propensity is a player in favour?
  std::vector<double> alone_;  ///< the weight of what is its own
  std::vector<bounds> bounds_;
};

}  // namespace codecision::simulate
