// SPDX-License-Identifier: BSL-1.0
// How is a text written as a field of a CSV table, and what form does a table have?
#pragma once

#include <codecision/io/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace codecision {

namespace io {

/// A text as a field of a CSV record: in quotation marks when it holds the separator, a quotation mark, a line break,
/// or a blank at either end (RFC 4180), or begins with the mark of UTF-8.
[[nodiscard]] inline std::string csv_field(std::string_view text, char separator = ',') {
  auto const special = [separator](char c) { return c == separator || c == '"' || c == '\n' || c == '\r'; };
  bool const blank_at_end = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  bool const mark = text.starts_with("\xEF\xBB\xBF");  // at the beginning of a table it would be taken for the mark of UTF-8
  if (!blank_at_end && !mark && std::none_of(text.begin(), text.end(), special)) return std::string{text};
  std::string quoted = "\"";
  for (char const c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

}  // namespace io

namespace detail {

/// Does a text hold nothing but characters of ASCII, and no NUL? Eight bytes at a time.
[[nodiscard]] inline bool is_plain_ascii(std::string_view text) {
  constexpr std::uint64_t high = 0x8080808080808080u, ones = 0x0101010101010101u;
  std::uint64_t found = 0;
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    found |= (word | (word - ones)) & high;  // the subtraction reaches a high bit only where a byte is 0
  }
  for (char const c : text) found |= c == '\0' || static_cast<unsigned char>(c) >= 0x80 ? high : 0;
  return found == 0;
}

[[nodiscard]] constexpr std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

[[nodiscard]] constexpr char small_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The text with small letters for A to Z.
[[nodiscard]] inline std::string in_small_letters(std::string_view text) {
  std::string small{text};
  std::transform(small.begin(), small.end(), small.begin(), small_letter);
  return small;
}

/// Which separator occurs most often outside of quotation marks? The comma when none does.
[[nodiscard]] inline char separator_of(std::string_view header) {
  constexpr std::string_view candidates = ",;\t";
  std::size_t counts[3] = {};
  bool quoted = false;
  for (char const c : header) {
    if (c == '"') quoted = !quoted;
    if (auto const i = candidates.find(c); !quoted && i != std::string_view::npos) ++counts[i];
  }
  return candidates[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

/// A piece of a table as messages show it: in quotation marks, at most 40 bytes, printable.
[[nodiscard]] inline std::string quoted_excerpt(std::string_view text) { return "'" + excerpt(text, 40) + "'"; }

}  // namespace detail

}  // namespace codecision
