// SPDX-License-Identifier: BSL-1.0
// When does the Council act by unanimity, and when does constructive abstention stop it (TFEU 238(4), TEU 31(1))?
#pragma once

#include <codecision/rules/rule.hpp>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation tfeu_238_4{
    "TFEU 238(4)", "CELEX 12012E/TXT", support::confirmed,
    "Abstentions by Members present in person or represented shall not prevent the adoption",
    "that absence without a representative prevents it is read from this sentence [interpretation]"};
inline constexpr citation teu_31_1{
    "TEU 31(1), second subparagraph", "CELEX 12012M/TXT", support::confirmed,
    "at least one third of the Member States comprising at least one third of the population of the Union"};
/// @}
}  // namespace citations

namespace rules {

/// Is nobody against, and nobody absent without being represented? Abstaining does not prevent adoption. TFEU 238(4).
[[nodiscard]] constexpr rule unanimity() {
  return {"unanimity", {{.what = counted::members, .of = voters::not_against, .share = {1, 1}, .source = &citations::tfeu_238_4}}};
}

/// Is there unanimity, and have fewer than a third of the States, or States with less than a third of the population,
/// qualified their abstention by a formal declaration? TEU 31(1): both thirds together stop the decision. Where a member does
/// not take part, the thirds are those of the members that vote [interpretation: the text says "of the Member States"].
[[nodiscard]] constexpr rule constructive_abstention() {
  return {"unanimity with constructive abstention",
          {{.what = counted::members, .of = voters::not_against, .group = 0, .share = {1, 1}, .source = &citations::tfeu_238_4},
           {.what = counted::members, .of = voters::not_formally_abstaining, .compared = comparison::more_than, .group = 1,
            .share = {2, 3}, .source = &citations::teu_31_1},
           {.what = counted::population, .of = voters::not_formally_abstaining, .compared = comparison::more_than, .group = 1,
            .share = {2, 3}, .source = &citations::teu_31_1}}};
}

}  // namespace rules
}  // namespace codecision
