// SPDX-License-Identifier: BSL-1.0
// Is a game decided by how many vote in favour and by one weight, and what weight does each number need?
#pragma once

#include <codecision/power/simple_game.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace codecision::power::detail {

/// A game in which one threshold on one weight decides for each number of members. A union of terms such as {15 members,
/// P} or {24 members} is one: of all terms whose number is reached the one with the lowest quota decides, so the
/// threshold never rises with the number. Player i of a winning coalition S is critical just when
/// sum(S) - w(i) < need[|S| - 1]: the critical members are its heaviest.
struct size_thresholds {
  std::vector<std::size_t> player;    ///< by rank, the heaviest first; ties by position
  std::vector<std::int64_t> weight;   ///< by rank
  std::vector<std::int64_t> need;     ///< by number of members; total + 1 where none wins
  std::int64_t total = 0;

  [[nodiscard]] std::size_t size() const { return player.size(); }
  /// Does somebody have to be critical in a winning coalition of s? Not when s - 1 win in any case.
  [[nodiscard]] bool matters(std::size_t s) const { return s > 0 && need[s] <= total && need[s - 1] > 0; }
  /// The game of those who block.
  [[nodiscard]] size_thresholds dual() const {
    auto d = *this;
    for (std::size_t s = 0; s <= size(); ++s) d.need[s] = total - need[size() - s] + 1;
    return d;
  }
};

/// Does this dimension count heads: has everybody the same weight?
[[nodiscard]] inline bool counts_heads(std::vector<std::int64_t> const& weights) {
  return std::all_of(weights.begin(), weights.end(), [&](auto w) { return w == weights.front(); });
}

/// The thresholds of a game, if it has no two different weights besides numbers of members.
[[nodiscard]] inline std::optional<size_thresholds> thresholds_by_size(simple_game const& g) {
  auto const n = g.size();
  std::vector<std::int64_t> real(n);  // everybody 0 when only heads count
  bool found = false;
  for (std::size_t d = 0; d < g.dimensions(); ++d) {
    if (counts_heads(g.weights(d)) || (found && g.weights(d) == real)) continue;
    if (found) return std::nullopt;
    real = g.weights(d);
    found = true;
  }
  size_thresholds t;
  t.total = sum_of(real);
  for (std::size_t i = 0; i < n; ++i) t.player.push_back(i);
  std::stable_sort(t.player.begin(), t.player.end(), [&](auto a, auto b) { return real[a] > real[b]; });
  for (auto const i : t.player) t.weight.push_back(real[i]);
  for (std::size_t s = 0; s <= n; ++s) {
    auto least = t.total + 1;
    for (auto const term : g.terms()) {
      std::int64_t need = 0;
      each_bit(term, [&](std::size_t k) {
        auto const& c = g.conditions()[k];
        auto const& weights = g.weights(c.dimension);
        if (!counts_heads(weights)) need = (std::max)(need, c.quota);
        else if (static_cast<std::int64_t>(s) * (n == 0 ? 0 : weights.front()) < c.quota) need = t.total + 1;
      });
      least = (std::min)(least, need);
    }
    t.need.push_back(least);
  }
  return t;
}

}  // namespace codecision::power::detail
