// SPDX-License-Identifier: BSL-1.0
// By which numbers do the Commission, a group of Member States and a side of the Conciliation Committee act?
#pragma once

#include <codecision/rules/rule.hpp>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation tfeu_250{"TFEU 250", "CELEX 12012E/TXT", support::confirmed, "a majority of its Members"};
inline constexpr citation tfeu_76_b{"TFEU 76(b)", "CELEX 12012E/TXT", support::confirmed, "a quarter of the Member States"};
inline constexpr citation teu_7_1_third{"TEU 7(1)", "CELEX 12012M/TXT", support::confirmed, "one third of the Member States"};
inline constexpr citation teu_20_2_nine{"TEU 20(2)", "CELEX 12012M/TXT", support::confirmed,
                                        "at least nine Member States participate in it"};
inline constexpr citation tfeu_294_10_parliament{
    "TFEU 294(10)", "CELEX 12012E/TXT", support::confirmed,
    "a majority of the members representing the European Parliament", "as many members as the Council has: 14 of 27"};
/// @}
}  // namespace citations

namespace rules {

/// Is a majority of the Members of the Commission in favour: 14 of 27? TFEU 250.
[[nodiscard]] constexpr rule commission_majority() {
  return {"majority of the Members of the Commission",
          {{.what = counted::members, .compared = comparison::more_than, .share = {1, 2}, .source = &citations::tfeu_250}}};
}

/// Does a quarter of the Member States propose: 7 of 27? TFEU 76(b).
[[nodiscard]] constexpr rule quarter_of_member_states() {
  return {"a quarter of the Member States", {{.what = counted::members, .share = {1, 4}, .source = &citations::tfeu_76_b}}};
}

/// Does a third of the Member States propose: 9 of 27? TEU 7(1).
[[nodiscard]] constexpr rule third_of_member_states() {
  return {"a third of the Member States", {{.what = counted::members, .share = {1, 3}, .source = &citations::teu_7_1_third}}};
}

/// Do at least nine Member States take part, however many there are? TEU 20(2).
[[nodiscard]] constexpr rule nine_member_states() {
  return {"at least nine Member States",
          {{.what = counted::members, .share = {0, 1}, .never_below = 9, .source = &citations::teu_20_2_nine}}};
}

/// Is a majority of Parliament's side of the Conciliation Committee in favour: 14 of 27? TFEU 294(10).
[[nodiscard]] constexpr rule majority_of_parliaments_side() {
  return {"majority of Parliament's side of the committee",
          {{.what = counted::members, .compared = comparison::more_than, .share = {1, 2}, .source = &citations::tfeu_294_10_parliament}}};
}

}  // namespace rules
}  // namespace codecision
