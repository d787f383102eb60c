// SPDX-License-Identifier: BSL-1.0
// Which parliaments does Protocol 2 give votes on a day, with how many chambers, and how many votes?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/core/member_set.hpp>
#include <codecision/data/membership.hpp>
#include <codecision/data/tables/national_parliaments.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation protocol_2_7_1{
    "Protocol 2 Art. 7(1)", "CELEX 12012M/TXT", support::confirmed, {},
    "two votes for each national parliament; one for each chamber where there are two"};
/// @}
}  // namespace citations

/// Who speaks: the parliament as a whole (its only chamber, or both together), or one of two chambers.
enum class chamber : std::uint8_t { whole, first, second };

/// A parliament of a member state, as Protocol 2 counts it.
struct national_parliament {
  member_state state;  ///< whose parliament
  int chambers;                     ///< 1 or 2
  std::string_view first_chamber;   ///< in English or under its own name; the only one where there is one
  std::string_view second_chamber;  ///< empty where there is one
  validity valid;                   ///< the days of membership since 1 December 2009
  citation source;  ///< where this is stated
};

namespace detail {

[[noreturn]] inline void this_parliament_is_not_of_the_Union_on_this_day(member_state state, date day) {
  auto const row = [&]() -> national_parliament_row const* {
    for (auto const& r : national_parliament_rows)
      if (r.state == state) return &r;
    return nullptr;
  }();
  auto const have = row == nullptr ? std::string{}
                                   : "from " + to_string(row->valid.from) + (row->valid.to == open_end() ? " on" : " to " + to_string(row->valid.to));
  fail(error_code::not_a_member,
       "the parliament of " + std::string{name(state)} + " has no votes under Protocol 2 on " + to_string(day), have,
       "name a state that is a member on that day; the votes begin on " + to_string(first_day_of_subsidiarity_votes));
}
[[noreturn]] inline void this_parliament_has_one_chamber(national_parliament const& p) {
  fail(error_code::wrong_body, "the parliament of " + std::string{name(p.state)} + " has one chamber", std::string{p.first_chamber},
       "say chamber::whole: its opinion counts two votes");
}
[[noreturn]] inline void there_are_no_subsidiarity_votes_on_this_day(date day) {
  fail(error_code::rule_not_in_force, "national parliaments have no votes under Protocol 2 on " + to_string(day),
       "from " + to_string(first_day_of_subsidiarity_votes) + " on", "ask for a day from then on");
}

}  // namespace detail

/// Which parliament has this state on this day? Error COD-M103 when it is not a member, or before 2009-12-01.
/// That no parliament has gained or lost a chamber since then is from memory. Cost: one pass over the table.
[[nodiscard]] constexpr national_parliament national_parliament_on(member_state state, date day) {
  for (auto const& row : detail::national_parliament_rows)
    if (row.state == state && row.valid.covers(day))
      return {row.state, row.chambers, row.first_chamber, row.second_chamber, row.valid,
              {"chambers of the national parliaments", detail::national_parliament_sources[row.source], row.status, {}, row.note}};
  detail::this_parliament_is_not_of_the_Union_on_this_day(state, day);
}

/// Which chambers speak: bit 0 the first, bit 1 the second? An opinion of the whole, or of the only chamber, is both bits.
/// Error COD-R308 for one of two chambers of a parliament that has only one.
[[nodiscard]] constexpr unsigned chambers_of(national_parliament const& parliament, chamber speaks) {
  if (speaks == chamber::whole) return 3u;
  if (parliament.chambers == 1) detail::this_parliament_has_one_chamber(parliament);
  return speaks == chamber::first ? 1u : 2u;
}

/// How many votes has this chamber, or the parliament as a whole? 2 or 1 (Protocol 2 Art. 7(1)). Error COD-R308.
[[nodiscard]] constexpr int subsidiarity_votes(national_parliament const& parliament, chamber speaks) {
  return chambers_of(parliament, speaks) == 3u ? 2 : 1;
}

/// How many votes have the parliaments of all members on this day: 54 of 27, 56 of 28? Error COD-R307 before 2009-12-01.
[[nodiscard]] constexpr int subsidiarity_votes_on(date day) {
  if (day.is_special() || day < detail::first_day_of_subsidiarity_votes) detail::there_are_no_subsidiarity_votes_on_this_day(day);
  return 2 * members_on(day).size();
}

/// What is this chamber called, such as "Bundesrat (DE)"?
[[nodiscard]] inline std::string chamber_name(national_parliament const& parliament, chamber speaks) {
  std::string text{speaks == chamber::second ? parliament.second_chamber : parliament.first_chamber};
  if (speaks == chamber::whole && parliament.chambers == 2) text += " and " + std::string{parliament.second_chamber};
  return text + " (" + std::string{code(parliament.state)} + ")";
}

}  // namespace codecision
