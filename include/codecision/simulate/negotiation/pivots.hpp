// SPDX-License-Identifier: BSL-1.0
// Whom must a proposal win over under a voting rule, and which status quo can nobody change?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/power/game.hpp>
#include <codecision/power/players.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/simulate/negotiation/issue.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// To which end of the line would a proposal change the status quo?
enum class direction : unsigned char { to_the_left, to_the_right };

/// Anything that knows its players and which of their coalitions win: power::game, simple_game, weighted_game ...
template <class Game>
concept decides_by_coalitions = requires(Game const& g, power::coalition who, std::size_t i) {
  { g.wins(who) } -> std::same_as<bool>;
  { g.players().name(i) } -> std::convertible_to<std::string>;
  g.size();
};

/// Who is pivotal, and where. Nobody is when all together lose, or when nobody at all wins: the position is then the end of
/// the line behind which nobody stands.
struct pivot {
  double position = 0;  ///< where the pivot stands
  std::vector<std::string> actors{};  ///< the players who stand there
};

namespace detail {
/// Each player of the game with its position.
struct seat {
  std::size_t player = 0;
  double position = 0;
};
template <decides_by_coalitions Game>
[[nodiscard]] std::vector<seat> seats(Game const& g, issue const& about) {
  std::vector<seat> all;
  for (std::size_t i = 0; i < g.size(); ++i) all.push_back({i, about.of(g.players().name(i)).position});
  return all;
}
}  // namespace detail

/// Who is pivotal for a change in this direction? Those who gain most from it join first, then the others one after the
/// other; the pivot is the one whose joining makes the coalition win. Actors of the issue who do not play are left out.
/// Errors: COD-F003 for a player without a position, COD-P703 for more than 64 players. Cost: sorting, and one question to
/// the game a player.
template <decides_by_coalitions Game>
[[nodiscard]] pivot pivotal_voter(Game const& g, issue const& about, direction towards) {
  auto seats = detail::seats(g, about);
  auto const to_right = towards == direction::to_the_right;
  std::stable_sort(seats.begin(), seats.end(),
                   [&](auto const& a, auto const& b) { return to_right ? a.position > b.position : a.position < b.position; });
  pivot found{to_right ? 100.0 : 0.0};
  power::coalition joined;
  if (g.wins(joined)) return found;
  found.position = to_right ? 0.0 : 100.0;
  for (auto const& s : seats) {
    joined.insert(s.player);
    if (!g.wins(joined)) continue;
    found.position = s.position;
    for (auto const& other : seats)
      if (other.position == s.position) found.actors.push_back(g.players().name(other.player));
    break;
  }
  return found;
}

/// Which positions beat a status quo: those between `from` and `to`. At these two the pivot is indifferent, unless the line
/// ends there.
struct win_set {
  double from = 0;  ///< where it begins
  double to = 0;  ///< where it ends
};

/// The positions which no winning coalition wants to leave, between the pivot for a change to the right (its left end) and
/// the pivot for a change to the left (its right end). It is the core of one-dimensional voting under the rule; Krehbiel
/// (Pivotal Politics, Chicago 1998) calls it the gridlock interval.
class gridlock_interval {
 public:
  /// The interval between two pivots.
  gridlock_interval(pivot to_the_right, pivot to_the_left) : left_{std::move(to_the_right)}, right_{std::move(to_the_left)} {}

  /// Who must be won over for a change to the right? Stands at the left end.
  [[nodiscard]] pivot const& left() const { return left_; }
  /// Who must be won over for a change to the left? Stands at the right end.
  [[nodiscard]] pivot const& right() const { return right_; }
  /// Is there any such position? Not when two coalitions without a common member can both win, and stand on either side.
  [[nodiscard]] bool exists() const { return left_.position <= right_.position; }
  /// Is this status quo safe from change?
  [[nodiscard]] bool contains(double status_quo) const { return left_.position <= status_quo && status_quo <= right_.position; }

  /// Which positions beat this status quo, when everybody prefers what is nearer to its own position? None when it is safe.
  /// Error COD-F003 outside 0 to 100.
  [[nodiscard]] std::optional<win_set> beating(double status_quo) const {
    detail::check_scale("the status quo", status_quo);
    if (contains(status_quo)) return std::nullopt;
    win_set found{status_quo, status_quo};
    if (status_quo < left_.position) found.to = (std::min)(100.0, 2 * left_.position - status_quo);
    if (status_quo > right_.position) found.from = (std::max)(0.0, 2 * right_.position - status_quo);
    return found;
  }

  /// What comes out when one actor alone makes the proposal and the others take it or leave it? The position nearest to the
  /// setter's among those that beat the status quo, the ends included: an indifferent pivot accepts. The status quo when it
  /// is safe (Romer and Rosenthal, Political resource allocation, controlled agendas, and the status quo, Public Choice 33,
  /// 1978; for the Commission as setter: Garrett and Tsebelis, An institutional critique of intergovernmentalism,
  /// International Organization 50, 1996). Error COD-F003 outside 0 to 100.
  [[nodiscard]] double proposal_of(double setter, double status_quo) const {
    detail::check_scale("the position of the agenda setter", setter);
    auto const better = beating(status_quo);
    return better ? (std::clamp)(setter, better->from, better->to) : status_quo;
  }

 private:
  pivot left_;
  pivot right_;
};

/// Between which pivots is the status quo safe under this game? Errors and cost as for `pivotal_voter`, twice.
template <decides_by_coalitions Game>
[[nodiscard]] gridlock_interval gridlock(Game const& g, issue const& about) {
  return {pivotal_voter(g, about, direction::to_the_right), pivotal_voter(g, about, direction::to_the_left)};
}
/// The same under a rule of the Council: who is not in favour counts as against. Errors also as for power::game.
[[nodiscard]] inline gridlock_interval gridlock(rule const& r, electorate const& council, issue const& about) {
  return gridlock(power::game{r, council}, about);
}

}  // namespace codecision::simulate
