// SPDX-License-Identifier: BSL-1.0
// Is this text UTF-8, and where do its characters end?
#pragma once

#include <cstddef>
#include <string_view>

namespace codecision::detail {

/// The length of the UTF-8 character that begins a text (RFC 3629); 0 when none does.
[[nodiscard]] constexpr std::size_t utf8_length(std::string_view text) {
  auto const byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  auto const follows = [byte](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  auto const first = byte(0);
  if (first < 0x80) return text.empty() ? 0 : 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    bool const too_long = first == 0xE0 && byte(1) < 0xA0;
    bool const surrogate = first == 0xED && byte(1) > 0x9F;
    return follows(1) && follows(2) && !too_long && !surrogate ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    bool const too_long = first == 0xF0 && byte(1) < 0x90;
    bool const beyond = first == 0xF4 && byte(1) > 0x8F;
    return follows(1) && follows(2) && follows(3) && !too_long && !beyond ? 4 : 0;
  }
  return 0;
}

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
