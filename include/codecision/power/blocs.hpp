// SPDX-License-Identifier: BSL-1.0
// Who votes together? Groups of players with a name, and the game in which each group is one player.
#pragma once

#include <codecision/power/game.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/terms.hpp>
#include <codecision/power/weighted_game.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::power {

/// Players under one name, such as Benelux: named by their codes, by their names or by their positions.
class bloc {
 public:
  /// A bloc of member states.
  bloc(std::string name, member_set members) : name_{std::move(name)} {
    for (auto const m : members) names_.emplace_back(code(m));
  }
  /// A bloc of players by name.
  bloc(std::string name, std::vector<std::string> members) : name_{std::move(name)}, names_{std::move(members)} {}
  /// A bloc of players by position.
  bloc(std::string name, coalition members) : name_{std::move(name)}, positions_{members} {}

  /// Its name.
  [[nodiscard]] std::string const& name() const { return name_; }
  /// Where its members stand in a game, in ascending order. Error COD-P705 for one who does not play.
  template <class Players>
  [[nodiscard]] std::vector<std::size_t> positions(Players const& players) const {
    std::vector<std::size_t> found;
    for (auto const& who : names_) found.push_back(players.position(std::string_view{who}));
    detail::each_bit(positions_.bits(), [&](std::size_t i) {
      if (i >= players.size()) detail::there_is_no_such_player("player " + std::to_string(i), std::to_string(players.size()) + " players");
      found.push_back(i);
    });
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::string name_;
  std::vector<std::string> names_;
  coalition positions_;
};

namespace detail {
[[noreturn]] inline void this_player_is_in_two_blocs(std::string const& player) {
  fail(error_code::bad_coalition_list, player + " is in two blocs, or twice in one", "", "name each player in one bloc at most");
}
[[noreturn]] inline void a_bloc_needs_members(std::string const& bloc) {
  fail(error_code::bad_coalition_list, "the bloc '" + bloc + "' has no members", "", "name at least one player, or leave the bloc out");
}

/// A partition of the players: the blocs, and every other player alone, each where its first member stands.
struct partition {
  std::vector<std::string> names;
  std::vector<std::vector<std::size_t>> parts;

  [[nodiscard]] std::size_t size() const { return parts.size(); }
};

[[nodiscard]] inline partition partition_of(named_players const& players, std::vector<bloc> const& blocs) {
  std::vector<std::size_t> in(players.size(), blocs.size());
  for (std::size_t b = 0; b < blocs.size(); ++b) {
    auto const members = blocs[b].positions(players);
    if (members.empty()) a_bloc_needs_members(blocs[b].name());
    for (auto const i : members)
      if (std::exchange(in[i], b) != blocs.size()) this_player_is_in_two_blocs(players.name(i));
  }
  partition all;
  std::vector<bool> placed(blocs.size());
  for (std::size_t i = 0; i < players.size(); ++i) {
    auto const b = in[i];
    if (b == blocs.size()) {
      all.names.push_back(players.name(i));
      all.parts.push_back({i});
    } else if (!placed[b]) {
      placed[b] = true;
      all.names.push_back(blocs[b].name());
      all.parts.push_back(blocs[b].positions(players));
    }
  }
  return all;
}

/// The weights of the parts of a partition, one list a dimension.
[[nodiscard]] inline std::vector<std::vector<std::int64_t>> weights_of(simple_game const& g, partition const& by) {
  std::vector<std::vector<std::int64_t>> weights;
  for (std::size_t d = 0; d < g.dimensions(); ++d) {
    weights.emplace_back();
    for (auto const& part : by.parts) {
      weights[d].push_back(0);
      for (auto const i : part) weights[d].back() += g.weight(d, i);
    }
  }
  return weights;
}
}  // namespace detail

/// What if the members of these groups always vote together? Each group becomes one player, which stands where its first
/// member stood and has the weights of all; for the unions of Owen (1977) it is the quotient game.
/// Errors: COD-P705 for a member who does not play, COD-P707 for an empty group or a player in two.
template <detail::has_simple_form Game>
[[nodiscard]] simple_game blocs(Game const& g, std::vector<bloc> const& groups) {
  auto const& all = detail::simple_form(g);
  auto const parts = detail::partition_of(all.players(), groups);
  return detail::game_from(named_players{parts.names}, detail::weights_of(all, parts), detail::formula{all});
}

}  // namespace codecision::power
