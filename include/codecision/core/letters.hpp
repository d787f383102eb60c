// SPDX-License-Identifier: BSL-1.0
// Are two texts the same name, whatever the case of the letters A to Z?
#pragma once

#include <cstddef>
#include <string_view>

namespace codecision::detail {

[[nodiscard]] constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

[[nodiscard]] constexpr bool is_same_name(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (upper(a[i]) != upper(b[i])) return false;
  return true;
}

}  // namespace codecision::detail
