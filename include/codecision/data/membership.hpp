// SPDX-License-Identifier: BSL-1.0
// Which states are members on a day, and which of them use the euro or have lifted border checks?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/core/member_set.hpp>
#include <codecision/data/tables/membership.hpp>

#include <cstddef>

namespace codecision {

namespace detail {

[[noreturn]] inline void there_are_no_member_states_on_this_day(date day) {
  auto const first = to_string(first_day_of_membership);
  fail(error_code::no_membership, "there are no member states on " + to_string(day), "members from " + first + " on",
       "ask for a day from " + first + " on");
}

/// The row of a state that is or was a member.
[[nodiscard]] constexpr membership_row const& membership_of(member_state state) {
  return membership_rows[index_of(state)];
}

/// The members on a day whose `since` is not later than that day.
template <class Since>
[[nodiscard]] constexpr member_set members_since(date day, Since since) {
  if (day.is_special() || day < first_day_of_membership) there_are_no_member_states_on_this_day(day);
  member_set members;
  for (std::size_t i = 0; i < membership_rows.size(); ++i)
    if (auto const& row = membership_rows[i]; since(row) <= day && day < row.left)
      members.insert(static_cast<member_state>(i));
  return members;
}

}  // namespace detail

/// On which day did this state become a member? open_end() for a candidate country: it has not yet.
[[nodiscard]] constexpr date joined(member_state state) {
  return is_candidate(state) ? open_end() : detail::membership_of(state).joined;
}

/// What is the first day on which this state was no longer a member? open_end() when it never left (or never joined).
[[nodiscard]] constexpr date left(member_state state) {
  return is_candidate(state) ? open_end() : detail::membership_of(state).left;
}

/// Is this state a member on this day? False for every day before 1958.
[[nodiscard]] constexpr bool is_member_on(member_state state, date day) {
  return !day.is_special() && joined(state) <= day && day < left(state);
}

/// Which states are members on this day (Treaties of Accession; Article 50 TEU)? Error COD-D202 before 1958-01-01.
/// Cost: one pass over the 28 states that are or were members.
[[nodiscard]] constexpr member_set members_on(date day) {
  return detail::members_since(day, [](detail::membership_row const& row) { return row.joined; });
}

/// Which members use the euro on this day? Error COD-D202 before 1958-01-01.
[[nodiscard]] constexpr member_set euro_members_on(date day) {
  return detail::members_since(day, [](detail::membership_row const& row) { return row.euro_from; });
}

/// Which members have begun to lift checks at their internal borders by this day? Error COD-D202 before 1958-01-01.
/// One day a state hides that some lifted them at air, sea and land borders at different times (IT, AT,
/// EL, the states of 2007, HR, BG and RO). It does not say who votes on Schengen measures: Protocols 19, 21 and 22 do.
[[nodiscard]] constexpr member_set schengen_members_on(date day) {
  return detail::members_since(day, [](detail::membership_row const& row) { return row.schengen_from; });
}

/// From when until when is this state a member, and which source says so? The citation of a candidate country says that
/// it has never been one.
[[nodiscard]] constexpr citation membership_citation(member_state state) {
  if (is_candidate(state)) return {"never a member", "docs/data/members.csv has no row for it"};
  auto const& row = detail::membership_of(state);
  return {row.summary, detail::membership_sources[row.source], row.status};
}

}  // namespace codecision
