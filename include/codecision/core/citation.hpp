// SPDX-License-Identifier: BSL-1.0
// Where does a rule or a figure come from, and how sure is that?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codecision {

/// How well a rule is established: read in a source, computed from one, chosen where the text is open, or remembered.
enum class support : std::uint8_t { confirmed, derived, interpretation, from_memory };

/// How sure it is, in words.
[[nodiscard]] constexpr std::string_view name(support s) {
  constexpr std::string_view names[] = {"confirmed", "derived", "interpretation", "from memory"};
  return names[static_cast<std::size_t>(s)];
}

/// The provision behind a rule or a figure.
struct citation {
  std::string_view article;                ///< such as "TEU 16(4), first subparagraph"
  std::string_view source;                 ///< such as "CELEX 12012M/TXT"
  support status = support::confirmed;  ///< how well it is supported
  std::string_view quote = {};             ///< the words that matter, at most a line
  std::string_view note = {};              ///< a doubt, where there is one
};

}  // namespace codecision
