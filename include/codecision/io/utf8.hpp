// SPDX-License-Identifier: BSL-1.0
// Is this text UTF-8, and where do its characters end?
#pragma once

#include <codecision/core/printable.hpp>

#include <cstddef>
#include <string_view>

namespace codecision::detail {

[[nodiscard]] constexpr bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    auto const length = utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

/// How many characters a text has: bytes that continue a character do not count.
[[nodiscard]] constexpr std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (char const c : text) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u ? 1 : 0;
  return count;
}

}  // namespace codecision::detail
