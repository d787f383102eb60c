// SPDX-License-Identifier: BSL-1.0
// Once the size of a coalition is known, what must it still weigh to win?
#pragma once

#include <codecision/power/simple_game.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// Half of them are 20 players, and a million sets of 20 players are as many as one wants to hold.
inline constexpr std::size_t most_players_in_halves = 40;

/// What a coalition must weigh in two dimensions; 0 asks nothing. For each size: are such coalitions to be added to the
/// winning ones (1), to be taken away, as they were counted twice (-1), or left out (0)?
struct orthant {
  std::int64_t first = 0;
  std::int64_t second = 0;
  std::array<std::int8_t, most_players_in_halves + 1> times{};
};

/// What is left of a game for each size of coalition: all of that size win, or those of some orthants.
///
/// Dimensions in which all players weigh the same decide by size alone. In the others a size wins where at least one term
/// holds: a union of orthants, whose corners form a staircase. It is the sum of its orthants less the intersections of
/// neighbours.
class halves_plan {
 public:
  explicit halves_plan(simple_game const& g) : n_{g.size()}, dimensions_{dimensions_of(g)} {
    if (n_ > most_players_in_halves || dimensions_.size() > 2) return;
    find_extremes(g);
    for (std::size_t s = 0; s <= n_; ++s) add_size(g, s);
  }

  /// The dimensions in which players differ and that a term asks for; the one with the larger total first.
  [[nodiscard]] static std::vector<std::size_t> dimensions_of(simple_game const& g) {
    std::vector<std::size_t> found;
    std::uint64_t asked = 0;
    for (auto const term : g.terms()) each_bit(term, [&](std::size_t k) { asked |= std::uint64_t{1} << g.conditions()[k].dimension; });
    each_bit(asked, [&](std::size_t d) {
      auto const& w = g.weights(d);
      if (std::adjacent_find(w.begin(), w.end(), [](auto a, auto b) { return a != b; }) != w.end()) found.push_back(d);
    });
    std::stable_sort(found.begin(), found.end(), [&](auto d, auto e) { return g.total(d) > g.total(e); });
    return found;
  }
  [[nodiscard]] std::vector<std::size_t> const& dimensions() const { return dimensions_; }
  [[nodiscard]] bool everybody_wins(std::size_t size) const { return everybody_wins_[size]; }
  [[nodiscard]] std::vector<orthant> const& orthants() const { return orthants_; }

 private:
  using corner = std::pair<std::int64_t, std::int64_t>;

  /// What the lightest and the heaviest coalitions of each size weigh, in each dimension.
  void find_extremes(simple_game const& g) {
    for (std::size_t d = 0; d < g.dimensions(); ++d) {
      auto weights = g.weights(d);
      std::sort(weights.begin(), weights.end());
      extremes_.push_back({{0}, {0}});
      for (std::size_t s = 0; s < n_; ++s) {
        extremes_[d].first.push_back(extremes_[d].first[s] + weights[s]);
        extremes_[d].second.push_back(extremes_[d].second[s] + weights[n_ - 1 - s]);
      }
    }
  }

  void add_size(simple_game const& g, std::size_t size) {
    std::vector<corner> corners;
    for (auto const term : g.terms()) add_corner(g, term, size, corners);
    auto const stairs = staircase(std::move(corners));
    everybody_wins_[size] = !stairs.empty() && stairs.front() == corner{0, 0};
    if (everybody_wins_[size]) return;
    for (std::size_t k = 0; k < stairs.size(); ++k) {
      times(stairs[k], size) = 1;
      if (k + 1 < stairs.size()) times({stairs[k + 1].first, stairs[k].second}, size) = -1;
    }
  }

  /// What a term asks of coalitions of this size; nothing where no coalition of the size can meet it.
  void add_corner(simple_game const& g, std::uint64_t term, std::size_t size, std::vector<corner>& corners) const {
    corner asked{0, 0};
    bool possible = true, certain = true;
    each_bit(term, [&](std::size_t k) {
      auto const [d, quota] = g.conditions()[k];
      possible = possible && quota <= extremes_[d].second[size];
      certain = certain && quota <= extremes_[d].first[size];
      if (!dimensions_.empty() && d == dimensions_.front()) asked.first = (std::max)(asked.first, quota);
      if (dimensions_.size() > 1 && d == dimensions_[1]) asked.second = (std::max)(asked.second, quota);
    });
    if (possible) corners.push_back(certain ? corner{0, 0} : asked);
  }

  /// The corners that no other one makes superfluous, from the lowest in the first dimension.
  [[nodiscard]] static std::vector<corner> staircase(std::vector<corner> corners) {
    std::sort(corners.begin(), corners.end());
    std::vector<corner> stairs;
    for (auto const& c : corners)
      if (stairs.empty() || c.second < stairs.back().second) stairs.push_back(c);
    return stairs;
  }

  [[nodiscard]] std::int8_t& times(corner where, std::size_t size) {
    std::size_t k = 0;
    while (k < orthants_.size() && corner{orthants_[k].first, orthants_[k].second} != where) ++k;
    if (k == orthants_.size()) orthants_.push_back({where.first, where.second, {}});
    return orthants_[k].times[size];
  }

  std::size_t n_;
  std::vector<std::size_t> dimensions_;
  std::vector<std::pair<std::vector<std::int64_t>, std::vector<std::int64_t>>> extremes_;
  std::array<bool, most_players_in_halves + 1> everybody_wins_{};
  std::vector<orthant> orthants_;
};

}  // namespace codecision::power::detail
