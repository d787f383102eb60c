// SPDX-License-Identifier: BSL-1.0
// When must the Council go on discussing although a majority exists (Ioannina 1994, Decision 2009/857/EC)?
#pragma once

#include <codecision/core/dated.hpp>
#include <codecision/core/citation.hpp>
#include <codecision/core/ratio.hpp>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation ioannina_1994{
    "Council Decision of 29 March 1994, amended for 1 January 1995", "text of the amended Decision as relayed by wordscope.be", support::confirmed,
    {},
    "paraphrased from the German text: members with 23 to 25 votes say that they will oppose, and the Council looks for a solution that at least 65 can "
    "adopt; that it lapsed with the enlargement of 1 May 2004 is an interpretation; the wording 23 to 26 and 68 belongs to a Council of sixteen that never was"};
inline constexpr citation decision_2009_857{
    "Decision 2009/857/EC, Articles 1 and 4", "CELEX 32009D0857", support::confirmed,
    "necessary to constitute a blocking minority resulting from the application of Article 16(4), first subparagraph",
    "it never changes the majority; it does not refer to TFEU 238(3) or to the four-member clause"};
/// @}
}  // namespace citations

namespace rules {

/// The compromise of Ioannina: who opposes with 23 to 25 of 87 votes makes the Council look for 65.
struct ioannina_compromise {
  validity valid;  ///< from which day until which day
  int fewest_votes;  ///< from so many weighted votes against
  int most_votes;  ///< up to so many weighted votes against
  int wanted_votes;  ///< the votes in favour that the Council looks for
  citation const* source;  ///< the provision
};

/// The compromise of Ioannina for the fifteen, 1995 to April 2004.
inline constexpr ioannina_compromise ioannina_1994{
    {make_date(1995, 1, 1), make_date(2004, 4, 30)}, 23, 25, 65, &citations::ioannina_1994};

/// Decision 2009/857/EC: who opposes with this share of what a blocking minority needs makes the Council go on discussing.
struct ioannina_mechanism {
  validity valid;  ///< from which day until which day
  ratio share;  ///< of the blocking population (35 %), or of the blocking number of members
  citation const* source;  ///< the provision
};

/// The mechanism of Decision 2009/857/EC, before and since April 2017.
inline constexpr ioannina_mechanism ioannina_2009[] = {
    {{make_date(2014, 11, 1), make_date(2017, 3, 31)}, {3, 4}, &citations::decision_2009_857},
    {{make_date(2017, 4, 1), open_end()}, {55, 100}, &citations::decision_2009_857}};

}  // namespace rules
}  // namespace codecision
