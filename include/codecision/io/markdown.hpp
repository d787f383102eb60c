// SPDX-License-Identifier: BSL-1.0
// How does an answer with its reasons read as Markdown?
#pragma once

#include <codecision/core/explanation.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace codecision::io {

/// Text in which no character means markup: a backslash before the ones Markdown reads, `&lt;` for a tag's beginning.
[[nodiscard]] inline std::string escaped_for_markdown(std::string_view text) {
  std::string result;
  for (char const c : text) {
    if (c == '<') { result += "&lt;"; continue; }
    if (c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '|' || c == '\\' || c == '#') result += '\\';
    result += c;
  }
  return result;
}

namespace detail {
inline void append_list(std::string& text, explanation const& finding, std::size_t level) {
  for (auto const& below : finding.details) {
    text += std::string(2 * level, ' ') + "- " + escaped_for_markdown(below.text) + "\n";
    append_list(text, below, level + 1);
  }
}
}  // namespace detail

/// The tree with the verdict in bold and the findings as nested lists.
[[nodiscard]] inline std::string to_markdown(explanation const& finding) {
  auto text = "**" + escaped_for_markdown(finding.text) + "**\n";
  if (!finding.details.empty()) text += "\n";
  detail::append_list(text, finding, 0);
  return text;
}

}  // namespace codecision::io
