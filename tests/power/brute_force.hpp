// SPDX-License-Identifier: BSL-1.0
// What do the definitions of minimal, critical and desirable give when every coalition is asked whether it wins?
#pragma once

#include <codecision/codecision.hpp>
#include <codecision/power/game.hpp>
#include <codecision/power/weighted_game.hpp>

#include "power/small_games.hpp"

#include <cstdint>
#include <vector>

namespace codecision::test {

/// All coalitions of a game, asked one by one through wins().
class all_of_them {
 public:
  template <class Game>
  explicit all_of_them(Game const& g) : n_{g.size()}, wins_(std::size_t{1} << n_) {
    for (std::uint64_t s = 0; s < wins_.size(); ++s) wins_[s] = g.wins(power::coalition::from_bits(s));
  }
  [[nodiscard]] std::size_t players() const { return n_; }
  [[nodiscard]] std::uint64_t everybody() const { return wins_.size() - 1; }
  [[nodiscard]] bool wins(std::uint64_t s) const { return wins_[s]; }
  [[nodiscard]] bool blocks(std::uint64_t s) const { return !wins_[everybody() & ~s]; }
  [[nodiscard]] bool is_critical(std::uint64_t s, std::size_t i) const { return (s >> i & 1) != 0 && wins_[s] && !wins_[s & ~bit(i)]; }
  [[nodiscard]] std::uint64_t critical(std::uint64_t s) const {
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < n_; ++i)
      if (is_critical(s, i)) found |= bit(i);
    return found;
  }
  /// All coalitions of which f says yes, as bits, ascending.
  template <class F>
  [[nodiscard]] std::vector<std::uint64_t> where(F f) const {
    std::vector<std::uint64_t> found;
    for (std::uint64_t s = 0; s < wins_.size(); ++s)
      if (f(s)) found.push_back(s);
    return found;
  }
  [[nodiscard]] std::vector<std::uint64_t> minimal_winning() const {
    return where([&](std::uint64_t s) { return wins(s) && critical(s) == s; });
  }
  [[nodiscard]] std::vector<std::uint64_t> maximal_losing() const {
    return where([&](std::uint64_t s) {
      if (wins(s)) return false;
      for (std::size_t i = 0; i < n_; ++i)
        if ((s & bit(i)) == 0 && !wins(s | bit(i))) return false;
      return true;
    });
  }
  [[nodiscard]] std::vector<std::uint64_t> minimal_blocking() const {
    return where([&](std::uint64_t s) {
      if (!blocks(s)) return false;
      for (std::size_t i = 0; i < n_; ++i)
        if ((s & bit(i)) != 0 && blocks(s & ~bit(i))) return false;
      return true;
    });
  }
  /// Does i in the place of j never make a winning coalition lose?
  [[nodiscard]] bool at_least_as_desirable(std::size_t i, std::size_t j) const {
    for (std::uint64_t s = 0; s < wins_.size(); ++s)
      if ((s & (bit(i) | bit(j))) == 0 && wins(s | bit(j)) && !wins(s | bit(i))) return false;
    return true;
  }
  [[nodiscard]] std::vector<std::uint64_t> shift_minimal_winning() const {
    std::vector<std::vector<bool>> above(n_, std::vector<bool>(n_));
    for (std::size_t i = 0; i < n_; ++i)
      for (std::size_t j = 0; j < n_; ++j) above[i][j] = at_least_as_desirable(i, j) && !at_least_as_desirable(j, i);
    std::vector<std::uint64_t> found;
    for (auto const s : minimal_winning()) {
      bool stays = true;
      for (std::size_t i = 0; i < n_; ++i)
        for (std::size_t j = 0; j < n_; ++j)
          if ((s & bit(i)) != 0 && (s & bit(j)) == 0 && above[i][j] && wins((s & ~bit(i)) | bit(j))) stays = false;
      if (stays) found.push_back(s);
    }
    return found;
  }

 private:
  [[nodiscard]] static std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << i; }

  std::size_t n_;
  std::vector<bool> wins_;
};

/// The weighted rules of the Council up to sixteen members, on a proposal of the Commission and not.
template <class F>
void each_historic_council(F f) {
  using namespace codecision::literals;
  struct council_then { regime weights; date day; };
  for (auto const& c : {council_then{regime::six, make_date(1965, 7, 1)}, {regime::nine, make_date(1975, 7, 1)}, {regime::ten, make_date(1983, 7, 1)},
                        {regime::twelve, make_date(1990, 7, 1)}, {regime::fifteen, make_date(2000, 7, 1)}})
    for (auto const who : {proposer::commission, proposer::none}) f(power::game{rules::weighted(c.weights, who), council_on(c.day)});
}

}  // namespace codecision::test
