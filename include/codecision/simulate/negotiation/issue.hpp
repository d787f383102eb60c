// SPDX-License-Identifier: BSL-1.0
// Who wants what on a controversial point, how much does it matter to them, and how much weight do they have?
#pragma once

#include <codecision/core/member_state.hpp>
#include <codecision/core/wording.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// Where an actor stands on an issue. The position is a point on a line from 0 to 100: the two ends are the most extreme
/// positions that anybody takes. The salience says how much the issue matters to the actor, from 0 (not at all) to 100. The
/// power is a weight of any unit, zero or more (see negotiation/weights.hpp).
/// These are the scales of Thomson, Stokman, Achen and König (eds.), The European Union Decides, Cambridge 2006.
struct actor_position {
  /// An actor by name.
  actor_position(std::string who, double where, double how_salient = 100, double weight = 1)
      : actor{std::move(who)}, position{where}, salience{how_salient}, power{weight} {}
  /// A member state goes by its code, such as "EL".
  actor_position(member_state who, double where, double how_salient = 100, double weight = 1)
      : actor_position{std::string{code(who)}, where, how_salient, weight} {}

  std::string actor;  ///< its name
  double position;  ///< where it stands on the scale
  double salience;  ///< how much it minds, from 0 to 100
  double power;  ///< its weight
};

namespace detail {
[[noreturn]] inline void this_does_not_lie_between_0_and_100(std::string const& what, double value) {
  fail(error_code::bad_position, what + " is " + wording::as_typed(value) + ", which does not lie between 0 and 100", "",
       "put the two most extreme positions at 0 and 100, and all others between them; saliences also go from 0 to 100");
}
[[noreturn]] inline void a_power_weight_is_a_number_of_zero_or_more(std::string const& whose, double value) {
  fail(error_code::bad_position, "the power of " + whose + " is " + wording::as_typed(value), "",
       "give a number of zero or more, such as a Banzhaf index");
}
[[noreturn]] inline void an_issue_needs_actors(std::string const& issue) {
  fail(error_code::bad_position, "nobody has a position on '" + issue + "'", "", "give the position of at least one actor");
}
[[noreturn]] inline void nobody_has_any_power(std::string const& issue) {
  fail(error_code::bad_position, "all power weights on '" + issue + "' are zero", "", "give a weight above zero to at least one actor");
}
[[noreturn]] inline void these_powers_are_too_large(std::string const& issue, double sum) {
  fail(error_code::bad_position, "the power weights on '" + issue + "' add up to " + wording::as_typed(sum), "",
       "give smaller ones: only their proportions count");
}
[[noreturn]] inline void this_issue_matters_to_nobody_with_power(std::string const& issue) {
  fail(error_code::bad_position, "power times salience is zero for every actor on '" + issue + "'", "",
       "give a salience above zero to an actor with power, or weigh by power alone");
}
[[noreturn]] inline void this_actor_stands_twice_on_an_issue(std::string const& actor, std::string const& issue) {
  fail(error_code::bad_position, actor + " has two positions on '" + issue + "'", "", "give one position for each actor");
}
[[noreturn]] inline void this_actor_has_no_position(std::string const& actor, std::string const& issue, std::string const& have) {
  fail(error_code::bad_position, actor + " has no position on '" + issue + "'", have, "give its position, or leave it out of the game");
}
[[noreturn]] inline void there_must_be_one_weight_an_actor(std::string const& issue, std::size_t actors, std::size_t weights) {
  fail(error_code::bad_position, std::to_string(weights) + " weights for " + std::to_string(actors) + " actors on '" + issue + "'", "",
       "give one weight for each actor, in the order of the actors");
}

/// Products of powers with positions and saliences stay within the range of a double.
inline constexpr double largest_power = 1e300;

/// Not a number lies nowhere, and is refused as well.
inline void check_scale(std::string const& what, double value) {
  if (!(value >= 0 && value <= 100)) this_does_not_lie_between_0_and_100(what, value);
}
inline void check_actor(actor_position const& a) {
  check_scale("the position of " + a.actor, a.position);
  check_scale("the salience of " + a.actor, a.salience);
  if (!(a.power >= 0) || std::isinf(a.power)) a_power_weight_is_a_number_of_zero_or_more(a.actor, a.power);
}
}  // namespace detail

/// A controversial point and the positions of all who negotiate about it, in the order in which they were given.
class issue {
 public:
  /// Error COD-F003, which names the actor and the value: a position or salience outside 0 to 100, a negative power, no
  /// actors, no power at all or more than 1e300 in all, an actor twice.
  issue(std::string name, std::vector<actor_position> actors) : name_{std::move(name)}, actors_{std::move(actors)} {
    if (actors_.empty()) detail::an_issue_needs_actors(name_);
    std::vector<std::string_view> names;
    double power = 0;
    for (auto const& a : actors_) {
      detail::check_actor(a);
      names.push_back(a.actor);
      power += a.power;
    }
    std::sort(names.begin(), names.end());
    auto const twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end()) detail::this_actor_stands_twice_on_an_issue(std::string{*twice}, name_);
    if (power <= 0) detail::nobody_has_any_power(name_);
    if (!(power <= detail::largest_power)) detail::these_powers_are_too_large(name_, power);
  }

  /// The name of the issue.
  [[nodiscard]] std::string const& name() const { return name_; }
  /// How many are there?
  [[nodiscard]] std::size_t size() const { return actors_.size(); }
  /// Who has a position on it.
  [[nodiscard]] std::vector<actor_position> const& actors() const { return actors_; }
  /// The one at this place, from 0; it is less than size().
  [[nodiscard]] actor_position const& operator[](std::size_t place) const { return actors_[place]; }
  /// The first one.
  [[nodiscard]] auto begin() const { return actors_.begin(); }
  /// Behind the last one.
  [[nodiscard]] auto end() const { return actors_.end(); }

  /// At which place does this actor stand in the list? Empty when it has no position. Cost: one pass over the actors.
  [[nodiscard]] std::optional<std::size_t> place_of(std::string_view actor) const {
    for (std::size_t i = 0; i < actors_.size(); ++i)
      if (actors_[i].actor == actor) return i;
    return std::nullopt;
  }
  /// What does this actor want? Error COD-F003 when it has no position. Cost: one pass over the actors.
  [[nodiscard]] actor_position const& of(std::string_view actor) const {
    auto const place = place_of(actor);
    if (!place) detail::this_actor_has_no_position(std::string{actor}, name_, listed());
    return actors_[*place];
  }
  /// The same for a member state.
  [[nodiscard]] actor_position const& of(member_state member) const { return of(code(member)); }

  /// The same positions with other power weights, one for each actor in their order. Errors COD-F003.
  [[nodiscard]] issue with_power(std::vector<double> const& weights) const {
    if (weights.size() != size()) detail::there_must_be_one_weight_an_actor(name_, size(), weights.size());
    auto actors = actors_;
    for (std::size_t i = 0; i < size(); ++i) actors[i].power = weights[i];
    return {name_, std::move(actors)};
  }
  /// The same with another position of one actor. Errors COD-F003.
  [[nodiscard]] issue with_position(std::string_view actor, double position) const {
    auto actors = actors_;
    actors[static_cast<std::size_t>(&of(actor) - actors_.data())].position = position;
    return {name_, std::move(actors)};
  }

 private:
  [[nodiscard]] std::string listed() const {
    std::string names;
    for (auto const& a : actors_) names += (names.empty() ? "" : ", ") + a.actor;
    return names;
  }

  std::string name_;
  std::vector<actor_position> actors_;
};

namespace detail {
/// The places of the actors from the left, 0, to the right, 100; actors at one point in the order of the issue.
[[nodiscard]] inline std::vector<std::size_t> from_left_to_right(issue const& about) {
  std::vector<std::size_t> places(about.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return about[a].position < about[b].position; });
  return places;
}
}  // namespace detail

}  // namespace codecision::simulate
