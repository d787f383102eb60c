// SPDX-License-Identifier: BSL-1.0
// How does an answer with its reasons read as plain text?
#pragma once

#include <codecision/codecision.hpp>
#include <codecision/core/printable.hpp>

#include <concepts>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace codecision {

namespace io {

/// Breaks a sentence into lines that end before column `width` (UTF-8 continuation bytes do not count). The first word stands
/// at column `start`, which the caller has reached; continued lines begin with `hang` blanks. A sign of percent stays with its number.
[[nodiscard]] inline std::string wrapped(std::string_view text, std::size_t width, std::size_t start, std::size_t hang) {
  std::string result;
  auto column = start;
  for (std::size_t at = 0; at < text.size();) {
    auto stop = text.find(' ', at);
    while (stop != std::string_view::npos && text.substr(stop + 1).starts_with('%')) stop = text.find(' ', stop + 1);
    if (stop == std::string_view::npos) stop = text.size();
    auto const word = text.substr(at, stop - at);
    std::size_t length = 0;
    for (char const c : word) length += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u ? 1 : 0;
    if (at > 0 && column + 1 + length > width) {
      result += "\n" + std::string(hang, ' ');
      column = hang;
    } else if (at > 0) {
      result += ' ';
      ++column;
    }
    result += word;
    column += length;
    at = stop + 1;
  }
  return result;
}

/// The tree as indented lines of at most `width` columns: two blanks a level, continued lines four more. What steers a terminal
/// is replaced by question marks.
[[nodiscard]] inline std::string to_text(explanation const& finding, std::size_t level = 0, std::size_t width = 100) {
  auto const indent = std::string(2 * level, ' ');
  auto text = indent + wrapped(detail::printable(finding.text), width, 2 * level, 2 * level + 4) + "\n";
  for (auto const& below : finding.details) text += to_text(below, level + 1, width);
  return text;
}

}  // namespace io

/// Whatever has an explanation can be printed: outcomes, flips, steps of a replay.
template <class T>
concept Explained = requires(T const& value) { { explain(value) } -> std::same_as<explanation>; };

/// Prints the tree; a single finding as one line without its line break, so that a caller can end it.
inline std::ostream& operator<<(std::ostream& out, explanation const& finding) {
  auto text = io::to_text(finding);
  if (finding.details.empty()) text.pop_back();
  return out << text;
}

/// Writes the explanation of what can be explained.
template <Explained T>
std::ostream& operator<<(std::ostream& out, T const& value) { return out << explain(value); }

/// Prints the codes in protocol order.
inline std::ostream& operator<<(std::ostream& out, member_set members) { return out << to_string(members); }
/// Prints the number with its unit, such as "293 168 773 persons" or "70.81 %".
inline std::ostream& operator<<(std::ostream& out, figure f) { return out << wording::amount(counted::population, f.counted_in, f.number); }
/// Prints the code.
inline std::ostream& operator<<(std::ostream& out, member_state member) { return out << code(member); }

}  // namespace codecision
