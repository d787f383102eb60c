// SPDX-License-Identifier: BSL-1.0
// Who holds the presidency of the Council on a day, with which trio, and in which order do members then vote?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/data/membership.hpp>
#include <codecision/data/tables/presidencies.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace codecision {

/// One half-year of the rotating presidency.
struct presidency_term {
  member_state holder;  ///< who holds it
  validity valid;  ///< from which day until which day
  std::string_view source;  ///< where this is stated
};

/// Three presidencies in a row, with a common programme of eighteen months (TEU 16(9), Decision 2009/881/EU).
struct presidency_trio {
  int number;  ///< counted from the first, of January 2007
  validity valid;  ///< the eighteen months
  std::array<member_state, 3> holders;  ///< in the order in which they preside
};

/// Members in the order in which they vote: a list of fixed capacity.
class voting_order {
 public:
  /// How many States?
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  /// The State at this place, from 0; `place` is less than size().
  [[nodiscard]] constexpr member_state operator[](std::size_t place) const { return states_[place]; }
  /// The first State.
  [[nodiscard]] constexpr member_state const* begin() const { return states_.data(); }
  /// Behind the last State.
  [[nodiscard]] constexpr member_state const* end() const { return states_.data() + size_; }
  /// Adds a state at the end, unless it is on the list.
  constexpr void append(member_state state) {
    for (auto const s : *this)
      if (s == state) return;
    states_[size_++] = state;
  }

 private:
  std::array<member_state, ever_members> states_{};
  std::size_t size_ = 0;
};

namespace detail {

[[nodiscard]] constexpr validity days_of_term(std::size_t term) {
  int const year = first_year_of_presidencies + static_cast<int>(term / 2);
  return term % 2 == 0 ? validity{make_date(year, 1, 1), make_date(year, 6, 30)}
                       : validity{make_date(year, 7, 1), make_date(year, 12, 31)};
}

[[nodiscard]] constexpr date first_day_of_presidencies() { return days_of_term(0).from; }
[[nodiscard]] constexpr date last_day_of_presidencies() { return days_of_term(holders_of_terms.size() - 1).to; }

[[noreturn]] inline void no_presidency_is_known_for_this_day(date day) {
  fail(error_code::no_presidency, "no presidency of the Council is known for " + to_string(day),
       to_string(first_day_of_presidencies()) + " to " + to_string(last_day_of_presidencies()),
       "ask for a day within that time; the order from 2031 on is to be decided by the end of 2029");
}

[[noreturn]] inline void no_trio_of_presidencies_on_this_day(date day) {
  fail(error_code::no_presidency, "no trio of presidencies is known for " + to_string(day),
       to_string(trio_rows.front().valid.from) + " to " + to_string(trio_rows.back().valid.to),
       "ask for a day within that time");
}

[[noreturn]] inline void the_list_of_presidencies_does_not_name_all_members(date day, member_set missing) {
  fail(error_code::no_presidency, "the order of voting on " + to_string(day) + " is not known",
       "the list of presidencies names no later term of " + to_string(missing),
       "ask for a day on which every member has a later term: until 2005-12-31, or from 2020-02-01 on");
}

/// Which place has this day in the list of half-years? Error COD-D204 when it is not in the list.
[[nodiscard]] constexpr std::size_t term_on(date day) {
  if (day < first_day_of_presidencies() || day > last_day_of_presidencies()) no_presidency_is_known_for_this_day(day);
  auto const ymd = day.year_month_day();
  auto const year = static_cast<int>(ymd.year) - first_year_of_presidencies;
  return static_cast<std::size_t>(year) * 2 + (ymd.month.as_number() > 6 ? 1 : 0);
}

[[nodiscard]] constexpr std::string_view source_of_term(std::size_t term) {
  std::string_view source;
  for (auto const& row : sources_of_terms)
    if (row.from_term <= term) source = row.source;
  return source;
}

}  // namespace detail

/// Who holds the presidency of the Council on this day (TEU 16(9); the lists of the terms, since July 2017 that of
/// Decision (EU) 2016/1316)? Error COD-D204 outside 1958 to 2030. It chairs neither the Foreign Affairs Council nor,
/// since December 2009, the European Council.
[[nodiscard]] constexpr member_state presidency_on(date day) { return detail::holders_of_terms[detail::term_on(day)]; }

/// Which half-year of the rotation is this day in? Empty when the lists do not reach so far.
[[nodiscard]] constexpr std::optional<presidency_term> find_presidency_term_on(date day) {
  if (day.is_special() || day < detail::first_day_of_presidencies() || day > detail::last_day_of_presidencies()) return std::nullopt;
  auto const term = detail::term_on(day);
  return presidency_term{detail::holders_of_terms[term], detail::days_of_term(term), detail::source_of_term(term)};
}

/// Which half-year of the rotation is this day in, with its first and last day? Error COD-D204 outside 1958 to 2030.
[[nodiscard]] constexpr presidency_term presidency_term_on(date day) {
  auto const term = find_presidency_term_on(day);
  if (!term) detail::no_presidency_is_known_for_this_day(day);
  return *term;
}

/// Which trio of presidencies is in office on this day? Error COD-D204 outside 2007 to 2030.
[[nodiscard]] constexpr presidency_trio trio_on(date day) {
  auto const* const trio = find_on(detail::trio_rows, day);
  if (trio == nullptr) detail::no_trio_of_presidencies_on_this_day(day);
  return {trio->number, trio->valid, trio->holders};
}

/// In which order do the members vote on this day: as in the list of successive presidencies, starting with the member
/// after the one in office (Rules of Procedure, Article 11(2): from memory, see voting_order_citation)?
/// From July 2017 on the list is that of Decision (EU) 2016/1316, which names each of the 27 members once and is read
/// as a ring. Before, it is the list of the terms as they came to be held, which need not be the list as it stood on
/// that day. Error COD-D204 outside 1958 to 2030, and where the list gives no later term of a member: it names none of
/// the United Kingdom after 2005, so the order is unknown from 2006 until it left.
[[nodiscard]] constexpr voting_order voting_order_on(date day) {
  auto const term = detail::term_on(day);
  auto const members = members_on(day);
  auto const ring = detail::first_term_of_list_in_force;
  auto const last = detail::holders_of_terms[term];  // the member in office votes last
  voting_order order;
  auto const take = [&](std::size_t from, std::size_t to) {
    for (auto i = from; i < to; ++i)
      if (auto const holder = detail::holders_of_terms[i]; holder != last && members.contains(holder)) order.append(holder);
  };
  take(term + 1, detail::holders_of_terms.size());
  if (term >= ring) take(ring, term);
  order.append(last);
  if (order.size() != static_cast<std::size_t>(members.size())) {
    auto missing = members;
    for (auto const state : order) missing.erase(state);
    detail::the_list_of_presidencies_does_not_name_all_members(day, missing);
  }
  return order;
}

/// Where does the order of voting come from, and how sure is that?
[[nodiscard]] constexpr citation voting_order_citation() {
  return {"Rules of Procedure of the Council, Article 11(2)",
          "Council Decision 2009/937/EU",
          support::from_memory,
          {},
          "the paragraph was not read in a source"};
}

}  // namespace codecision
