// SPDX-License-Identifier: BSL-1.0
// How does an answer with its reasons read as Markdown?
#pragma once

#include <codecision/core/printable.hpp>
#include <codecision/core/explanation.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace codecision {

namespace detail {

/// At which place would this text, at the beginning of a line, begin a list, a quotation or an underline? npos: nowhere.
[[nodiscard]] inline std::size_t place_of_block_mark(std::string_view text) {
  auto const at = text.find_first_not_of("0123456789");
  if (at == std::string_view::npos) return at;
  if (at == 0) return text[0] == '-' || text[0] == '+' || text[0] == '>' || text[0] == '=' ? 0 : std::string_view::npos;
  auto const ends_word = at + 1 == text.size() || text[at + 1] == ' ';
  return ends_word && (text[at] == '.' || text[at] == ')') ? at : std::string_view::npos;
}

}  // namespace detail

namespace io {

/// Text in which no character means markup: a backslash before the ones Markdown reads, `&lt;` for a tag's beginning,
/// `&amp;` for an entity's. It is one line: a line break becomes a blank, and what steers a terminal a question mark.
[[nodiscard]] inline std::string escaped_for_markdown(std::string_view given) {
  constexpr std::string_view marks = "*_`[]|\\#~";
  auto const shown = detail::printable(given);
  std::string_view const text{shown};
  auto const block_mark = detail::place_of_block_mark(text);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<') { result += "&lt;"; continue; }
    if (text[i] == '&') { result += "&amp;"; continue; }
    if (i == block_mark || marks.find(text[i]) != std::string_view::npos) result += '\\';
    result += text[i];
  }
  return result;
}

}  // namespace io

namespace detail {
inline void append_list(std::string& text, explanation const& finding, std::size_t level) {
  for (auto const& below : finding.details) {
    text += std::string(2 * level, ' ') + "- " + io::escaped_for_markdown(below.text) + "\n";
    append_list(text, below, level + 1);
  }
}
}  // namespace detail

namespace io {

/// The tree with the verdict in bold and the findings as nested lists.
[[nodiscard]] inline std::string to_markdown(explanation const& finding) {
  auto text = "**" + escaped_for_markdown(finding.text) + "**\n";
  if (!finding.details.empty()) text += "\n";
  detail::append_list(text, finding, 0);
  return text;
}

}  // namespace io
}  // namespace codecision
