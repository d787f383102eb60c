// SPDX-License-Identifier: BSL-1.0
// How many seats has the European Parliament on a day, and how many votes are a majority of its component members?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/core/member_state.hpp>
#include <codecision/data/tables/parliament_seats.hpp>

namespace codecision {

/// The Parliament of some days.
struct parliament_composition {
  int seats;  ///< how many seats
  int majority_of_component_members;  ///< more than half of the seats
  validity valid;  ///< from which day until which day
  citation source;  ///< where the number is fixed
};

namespace detail {

[[noreturn]] inline void no_seats_of_parliament_are_known_for_this_day(date day) {
  auto const first = to_string(parliament_rows.front().valid.from);
  fail(error_code::no_parliament_seats, "no seats of the European Parliament are known for " + to_string(day),
       "from " + first + " on, when the first elected Parliament met", "ask for a day from " + first + " on");
}

}  // namespace detail

/// How many seats has the European Parliament on this day (TEU 14(2))? Error COD-D205 before 1979-07-17.
/// The newest row has no end; the decision behind it is about the term 2024-2029, and a later one may change it.
[[nodiscard]] constexpr parliament_composition parliament_on(date day) {
  auto const* const row = find_on(detail::parliament_rows, day);
  if (row == nullptr) detail::no_seats_of_parliament_are_known_for_this_day(day);
  return {row->seats,
          row->majority_of_component_members,
          row->valid,
          {"seats of the European Parliament", row->source, row->status}};
}

/// How many seats has this state in the term 2024-2029 (European Council Decision (EU) 2023/2061)?
/// 0 when it is not a member.
[[nodiscard]] constexpr int parliament_seats_of(member_state state) {
  return is_candidate(state) ? 0 : detail::seats_of_states[index_of(state)];
}

}  // namespace codecision
