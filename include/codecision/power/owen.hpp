// SPDX-License-Identifier: BSL-1.0
// How often is a player pivotal, when players join in random order but each union stays together?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/fraction.hpp>
#include <codecision/power/orders.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/terms.hpp>
#include <codecision/power/unions.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::power {

/// The index of Owen (1977): the index of Shapley and Shubik with a-priori unions. Unions come in random order, the members
/// of each in random order one after the other; the pivot is the one who makes the coalition win. Unions share power like
/// the players of the quotient game, in which each union is one player; members share the power of their union by what each
/// part of it could do without the rest.
/// Counted: swings by the number t of members of the union and the number r of other unions that are in favour already; of
/// m unions, u members, each is pivotal in the share 1 / (m C(m-1, r) u C(u-1, t)) of the orders. The index is exact, a whole
/// number over lcm(1..m) lcm(1..u), where that fits into 64 bits.
/// Properties: the values add up to 1, those of a union to its Shapley-Shubik index in the quotient game; with every player
/// alone, or all in one union, it is the index of Shapley and Shubik; a null player has 0.
/// Trap: members of a union with equal weights have equal values, but a player's value can be less in a union than alone.
template <class Players>
class owen_index : public result_for<Players> {
 public:
  /// The probability of being pivotal. By position, member state or name.
  template <class Key>
  [[nodiscard]] double value(Key const& player) const { return values_[this->at(player)]; }
  /// Is the index known as a fraction, for all players?
  [[nodiscard]] bool is_exact() const { return exact_; }
  /// The index as a fraction in lowest terms; 0/1 when it is not exact (see is_exact).
  template <class Key>
  [[nodiscard]] fraction exact(Key const& player) const { return exact_ ? fractions_[this->at(player)] : fraction{}; }
  /// What the members of a union have together: its index of Shapley and Shubik in the quotient game. A player that is in no
  /// union is one under its own name. Error COD-P705 for an unknown name.
  [[nodiscard]] double of_union(std::string_view name) const {
    auto const p = named_players{parts_.names}.position(name);
    double sum = 0;
    for (auto const i : parts_.parts[p]) sum += values_[i];
    return sum;
  }

  /// The index that these counts give.
  [[nodiscard]] static owen_index from(Players const& players, detail::union_counts const& counts) {
    owen_index index{players, counts.parts()};
    detail::shares_of_orders const outer{counts.parts().size()};
    for (std::size_t p = 0; p < counts.parts().size(); ++p) index.add(counts, p, outer);
    return index;
  }

 private:
  owen_index(Players const& players, detail::partition parts)
      : result_for<Players>{players}, parts_{std::move(parts)}, values_(players.size()), fractions_(players.size()) {}

  void add(detail::union_counts const& counts, std::size_t p, detail::shares_of_orders const& outer) {
    auto const& part = parts_.parts[p];
    detail::shares_of_orders const inner{part.size()};
    auto const fits = outer.all != 0 && inner.all != 0 && outer.all <= ~std::uint64_t{0} / inner.all;
    exact_ = exact_ && fits;
    for (std::size_t j = 0; j < part.size(); ++j) {
      std::uint64_t numerator = 0;
      double value = 0;
      counts.each(p, j, [&](std::size_t t, std::size_t r, std::uint64_t swings) {
        if (fits) numerator += swings * outer.after[r] * inner.after[t];
        value += static_cast<double>(swings) * (outer.probability_after[r] * inner.probability_after[t]);
      });
      if (fits) fractions_[part[j]] = reduced(numerator, outer.all * inner.all);
      values_[part[j]] = fits ? fractions_[part[j]].value() : value;
    }
  }

  detail::partition parts_;
  std::vector<double> values_;
  std::vector<fraction> fractions_;
  bool exact_ = true;
};

/// How often is each player pivotal, when the members of each union come one after the other? Players that are in no union
/// are alone. `unions`: power::bloc{"Benelux", "BE LU NL"_members}, and so on. `run` runs counts on several threads.
/// For games of any size whose unions and other players are together at most 64; exact where the fractions fit. Cost: 2^u
/// counts of the quotient game for a union of u members. The chambers of a joint game are counted one by one; each union
/// with members in several of them doubles that.
/// Errors: COD-P705 for a member who does not play, COD-P707 for a player in two unions, COD-P703 when it would cost more
/// than the effort allows.
template <detail::has_simple_form Game, class Run = one_after_the_other>
[[nodiscard]] auto owen(Game const& g, std::vector<bloc> const& unions, effort const& most = {}, Run const& run = {}) {
  return owen_index<typename Game::players_type>::from(g.players(), detail::count_unions(g, unions, most, run));
}

}  // namespace codecision::power
