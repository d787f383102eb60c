// SPDX-License-Identifier: BSL-1.0
// What can be changed when a weighted game would cost too much to count?
#pragma once

#include <codecision/power/effort.hpp>
#include <codecision/power/weighted_game.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// This game with other weights, and the same share of their sum for a quota, rounded up: what was above half stays so.
[[nodiscard]] inline weighted_game with_weights(weighted_game const& g, std::vector<std::int64_t> weights) {
  __extension__ typedef unsigned __int128 product;
  auto const total = static_cast<std::uint64_t>(sum_of(weights)), all = static_cast<std::uint64_t>(g.total());
  auto const quota = (product{static_cast<std::uint64_t>(g.quota())} * total + all - 1) / all;
  return {allow_improper, static_cast<std::int64_t>(quota), std::move(weights)};
}
/// The game with weights divided and rounded; nothing when all are too small for that.
[[nodiscard]] inline std::optional<weighted_game> with_coarser_weights(weighted_game const& g, std::int64_t divisor) {
  auto weights = g.weights();
  for (auto& w : weights) w = (w + divisor / 2) / divisor;
  if (sum_of(weights) == 0) return std::nullopt;
  return with_weights(g, std::move(weights));
}
/// The game in which the smallest players are one, so that there are n.
[[nodiscard]] inline weighted_game with_smallest_merged(weighted_game const& g, std::size_t n) {
  auto weights = g.weights();
  std::sort(weights.begin(), weights.end(), [](auto a, auto b) { return a > b; });
  for (; weights.size() > n; weights.pop_back()) weights[weights.size() - 2] += weights.back();
  return {allow_improper, g.quota(), std::move(weights)};
}

/// "divide the weights by 100 and round ...", by the least power of ten after which the game can be counted at this `cost`;
/// nothing when there is none.
template <class Cost>
[[nodiscard]] std::string try_coarser_weights(weighted_game const& g, effort const& most, Cost const& cost) {
  for (std::int64_t divisor = 10; divisor < g.total(); divisor *= 10)
    if (auto const coarser = with_coarser_weights(g, divisor); coarser && is_affordable(cost(*coarser), most))
      return "divide the weights by " + std::to_string(divisor) +
             " and round, with the same share of their sum for a quota, rounded up: a coarser unit makes another game, but a near one";
  return {};
}

inline constexpr char const* fewer_players = "merge players into blocs, or leave some out: no unit of weight makes this game short enough";
/// What is left for a game of at most 64 players that no engine can count.
inline constexpr char const* draw_instead =
    "; or draw coalitions at random: simulate::monte_carlo, in <codecision/simulate/monte_carlo.hpp>, estimates how likely they win and who is decisive";

/// What can be done about a game whose count costs too much, by `cost(game)`: allow more, where a day and 64 GB do, or
/// take a coarser unit.
template <class Cost>
[[nodiscard]] std::string ways_out(weighted_game const& g, effort const& most, Cost const& cost) {
  auto text = try_more_effort(cost(g), most);
  if (auto const coarser = try_coarser_weights(g, most, cost); !coarser.empty()) text += (text.empty() ? "" : "; or ") + coarser;
  return text.empty() ? fewer_players : text;
}
/// The same for a game of more players than a method knows.
template <class Cost>
[[nodiscard]] std::string ways_out_with_fewer(weighted_game const& g, effort const& most, std::size_t players, Cost const& cost) {
  auto const merged = with_smallest_merged(g, players);
  auto const text = "merge the " + std::to_string(g.size() - players + 1) + " smallest players into one, which leaves " + std::to_string(players);
  return is_affordable(cost(merged), most) ? text : text + "; then " + ways_out(merged, most, cost);
}

}  // namespace codecision::power::detail
