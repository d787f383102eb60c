// SPDX-License-Identifier: BSL-1.0
// How many votes of national parliaments show a card, and which majorities stop a proposal after the orange one (Protocol 2)?
#pragma once

#include <codecision/rules/rule.hpp>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation protocol_2_7_2{
    "Protocol 2 Art. 7(2)", "CELEX 12012M/TXT", support::confirmed, {},
    "at least a third of all the votes allocated to the national parliaments; every drafter and every procedure"};
inline constexpr citation protocol_2_7_2_art_76{
    "Protocol 2 Art. 7(2)", "CELEX 12012M/TXT", support::confirmed, {},
    "a quarter for drafts submitted on the basis of TFEU 76"};
inline constexpr citation protocol_2_7_3_opinions{
    "Protocol 2 Art. 7(3), first subparagraph", "CELEX 12012M/TXT", support::confirmed, {},
    "a simple majority of all the votes allocated, only under the ordinary procedure and for proposals of the Commission"};
inline constexpr citation protocol_2_7_3_b{
    "Protocol 2 Art. 7(3)(b)", "CELEX 12012M/TXT", support::confirmed,
    "by a majority of 55 % of the members of the Council or a majority of the votes cast in the European Parliament",
    "no population criterion; either of the two suffices"};
/// @}
}  // namespace citations

namespace rules {

/// A share of all votes allocated to the national parliaments, whoever used them.
struct card_threshold {
  ratio share;  ///< the share of the votes of national parliaments
  comparison compared;  ///< at least so much, or more than that
  citation const* source;  ///< the provision
  /// How many votes show the card when so many are allocated?
  [[nodiscard]] constexpr int need(int votes) const {
    return static_cast<int>(compared == comparison::at_least ? smallest_at_least(share, votes) : smallest_more_than(share, votes));
  }
};

/// The yellow card: a third of all votes. 18 of 54, 19 of 56. Protocol 2 Art. 7(2).
inline constexpr card_threshold yellow_card{{1, 3}, comparison::at_least, &citations::protocol_2_7_2};
/// The yellow card for drafts submitted on the basis of TFEU 76: a quarter. 14 of 54 and of 56.
inline constexpr card_threshold yellow_card_art_76{{1, 4}, comparison::at_least, &citations::protocol_2_7_2_art_76};
/// The orange card: more than half. 28 of 54, 29 of 56. Protocol 2 Art. 7(3).
inline constexpr card_threshold orange_card{{1, 2}, comparison::more_than, &citations::protocol_2_7_3_opinions};

/// Does the Council stop a proposal after an orange card: are 55 % of its members of the opinion that it is not compatible with
/// subsidiarity? In favour means in favour of stopping. 15 of 27, 16 of 28; no population is counted. Protocol 2 Art. 7(3)(b).
/// "The members of the Council" are read as all of them, also for acts in which some do not take part. [interpretation]
[[nodiscard]] constexpr rule stop_by_the_council() {
  return {"55 % of the members of the Council", {{.what = counted::members, .share = {55, 100}, .source = &citations::protocol_2_7_3_b}}};
}

/// Does Parliament stop it: are more votes cast for stopping than against? Protocol 2 Art. 7(3)(b).
[[nodiscard]] constexpr rule stop_by_parliament() {
  return {"majority of the votes cast",
          {{.what = counted::votes_cast, .compared = comparison::more_than, .share = {1, 2}, .source = &citations::protocol_2_7_3_b}}};
}

}  // namespace rules
}  // namespace codecision
