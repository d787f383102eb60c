// SPDX-License-Identifier: BSL-1.0
// How is a text from outside shown: short, valid UTF-8, and with nothing in it that steers a terminal?
#pragma once

#include <cstddef>
#include <string>
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

/// Does this character of UTF-8 steer a terminal, turn the direction of writing or break a line? The control characters of ASCII and
/// those from U+0080 to U+009F; the marks U+061C, U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069; the separators U+2028, U+2029.
[[nodiscard]] constexpr bool steers_a_terminal(std::string_view character) {
  auto const byte = [character](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  if (character.size() == 2) return (byte(0) == 0xC2 && byte(1) < 0xA0) || character == "\xD8\x9C";
  if (character.size() != 3 || byte(0) != 0xE2) return false;
  auto const last = byte(2);
  if (byte(1) == 0x81) return last >= 0xA6 && last <= 0xA9;
  return byte(1) == 0x80 && (last == 0x8E || last == 0x8F || (last >= 0xA8 && last <= 0xAE));
}

/// The text with a question mark for every character that steers a terminal, and for every byte that is not UTF-8. A tab becomes a
/// blank, and so does a line break unless these stay. Cost: linear.
[[nodiscard]] inline std::string printable(std::string_view text, bool line_breaks_stay = false) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    auto const length = utf8_length(text);
    auto const c = text.front();
    if (c == '\t' || c == '\n') shown += c == '\n' && line_breaks_stay ? '\n' : ' ';
    else if (length == 0 || steers_a_terminal(text.substr(0, length))) shown += '?';
    else shown += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return shown;
}

/// A piece of a text that can be shown in a message: no longer than so many bytes, and printable. " ..." stands for what was cut off.
[[nodiscard]] inline std::string excerpt(std::string_view text, std::size_t limit = 60) {
  if (text.size() <= limit) return printable(text);
  auto end = limit;  // not in the middle of a character
  for (auto first = limit; first > 0 && limit - first < 3; --first)
    if (auto const length = utf8_length(text.substr(first - 1)); length > 0) {
      if (first - 1 + length > limit) end = first - 1;
      break;
    }
  return printable(text.substr(0, end)) + " ...";
}

}  // namespace codecision::detail
