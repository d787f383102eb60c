// SPDX-License-Identifier: BSL-1.0
// When does the Council act by simple majority (TFEU 238(1))?
#pragma once

#include <codecision/rules/rule.hpp>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation tfeu_238_1{"TFEU 238(1)", "CELEX 12012E/TXT", support::confirmed, "a majority of its component members"};
/// @}
}

namespace rules {

/// Is more than half of the component members in favour, whoever is present or votes? 14 of 27. TFEU 238(1); before Lisbon
/// the default of EEC 148(1). Where some do not take part, the component members are those that vote [interpretation].
[[nodiscard]] constexpr rule simple_majority() {
  return {"simple majority",
          {{.what = counted::members, .compared = comparison::more_than, .share = {1, 2}, .source = &citations::tfeu_238_1}}};
}

}  // namespace rules
}  // namespace codecision
