// SPDX-License-Identifier: BSL-1.0
// Who moves together, and which are the units of a council that decide independently of each other?
#pragma once

#include <codecision/power/blocs.hpp>
#include <codecision/simulate/probabilities.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// Members that vote together: all in favour with this probability, otherwise all against.
struct voting_bloc {
  std::string name;  ///< its name
  member_set members;  ///< who votes together
  double in_favour = 0;  ///< the probability that they vote in favour
};

namespace detail {

[[noreturn]] inline void a_member_of_this_bloc_has_voted(voting_bloc const& bloc, member_set voted) {
  fail(error_code::bad_scenario, "the bloc '" + bloc.name + "' is to move together, and the vote of " + to_string(voted) + " is known", "",
       "leave out of the bloc who has voted, or take the vote back with open_ballot::reopened");
}

/// Errors: COD-F001, COD-F002 for a bloc with a member that has voted, COD-M103, COD-P707 for an empty bloc or one member twice.
inline void check_blocs(open_ballot const& ballot, std::vector<voting_bloc> const& blocs) {
  member_set seen;
  for (auto const& b : blocs) {
    check_probability(b.in_favour, b.name);
    auto const members = ballot.council().members();
    if (!members.contains(b.members)) codecision::detail::these_are_not_members_of_this_council(b.members - members, members);
    if (b.members.empty()) power::detail::a_bloc_needs_members(b.name);
    if (!(seen & b.members).empty()) power::detail::this_player_is_in_two_blocs(std::string{code(*(seen & b.members).begin())});
    if (!ballot.open().contains(b.members)) a_member_of_this_bloc_has_voted(b, b.members - ballot.open());
    seen |= b.members;
  }
}

/// The open members as units that decide independently of each other: each bloc, and each member that is in none, in the
/// order of their first members. Error COD-M103 for an open member without a probability, and those of `check_blocs`.
[[nodiscard]] inline std::vector<voting_bloc> units_of(open_ballot const& ballot, probabilities const& p, std::vector<voting_bloc> const& blocs) {
  check_blocs(ballot, blocs);
  if (!p.members().contains(ballot.open())) codecision::detail::these_are_not_members_of_this_council(ballot.open() - p.members(), p.members());
  std::vector<voting_bloc> units;
  for (auto const m : ballot.open()) {
    auto unit = voting_bloc{std::string{code(m)}, m, p[m]};
    for (auto const& b : blocs)
      if (b.members.contains(m)) unit = b;
    if (*unit.members.begin() == m) units.push_back(std::move(unit));
  }
  return units;
}

/// A member leaves its unit and decides alone, with the same probability; the others of the unit stay together. Each unit is
/// named by the code of its first member: two names that somebody gave, or a made-up one, could be the same.
[[nodiscard]] inline std::vector<voting_bloc> with_one_alone(std::vector<voting_bloc> const& units, member_state leaves) {
  std::vector<voting_bloc> result;
  for (auto const& u : units) {
    result.push_back(u);
    if (u.members == member_set{leaves} || !u.members.contains(leaves)) continue;
    result.back().members -= leaves;
    result.push_back({{}, leaves, u.in_favour});
  }
  for (auto& u : result) u.name = code(*u.members.begin());
  std::sort(result.begin(), result.end(), [](auto const& a, auto const& b) { return *a.members.begin() < *b.members.begin(); });
  return result;
}

/// The unit of a member; one past the last when its vote is known.
[[nodiscard]] inline std::size_t unit_of(std::vector<voting_bloc> const& units, member_state member) {
  std::size_t k = 0;
  while (k < units.size() && !units[k].members.contains(member)) ++k;
  return k;
}

}  // namespace detail
}  // namespace codecision::simulate
