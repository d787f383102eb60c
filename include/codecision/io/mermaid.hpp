// SPDX-License-Identifier: BSL-1.0
// How does a procedure look in Mermaid, which GitHub draws from a text in a Markdown page?
#pragma once

#include <codecision/io/procedure_picture.hpp>
#include <codecision/io/utf8.hpp>
#include <codecision/procedure/transition.hpp>

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace codecision {

namespace io {

/// Text between the quotes of a Mermaid label: what Mermaid would take for markup or for the end of the label is written as its
/// entity (`#quot;`), and a byte that is not UTF-8 as a question mark.
[[nodiscard]] inline std::string escaped_for_mermaid(std::string_view text) {
  std::string escaped;
  while (!text.empty()) {
    auto const length = detail::utf8_length(text);
    auto const c = text.front();
    if (length > 1) escaped += text.substr(0, length);
    else if (length == 0) escaped += '?';
    else if (c == '"') escaped += "#quot;";
    else if (c == '<') escaped += "#lt;";
    else if (c == '>') escaped += "#gt;";
    else if (c == '&') escaped += "#amp;";
    else if (c == '#' || c == ';' || c == '`' || c == '\\') escaped += '#' + std::to_string(static_cast<int>(c)) + ';';
    else escaped += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    text.remove_prefix((std::max)(length, std::size_t{1}));
  }
  return escaped;
}

}  // namespace io

namespace detail {

/// Writes one procedure; see `io::to_mermaid`.
class mermaid_writer {
 public:
  mermaid_writer(procedure::procedure_table const& table, io::procedure_picture_options options) : title_{table.title}, picture_{table, options} {}

  [[nodiscard]] std::string write() {
    line("%% " + io::escaped_for_mermaid(title_));
    line("flowchart TD");
    stages();
    for (auto const& s : picture_.steps()) step(s);
    looks();
    return std::move(text_);
  }

 private:
  void line(std::string_view words) { (text_ += words) += '\n'; }

  void stages() {
    if (picture_.framed()) {
      line("  subgraph " + std::string{procedure_picture::frame} + "[\"" + std::string{procedure_picture::frame_words} + "\"]");
      for (auto const& s : picture_.stages())
        if (s.framed) box(s, "    ");
      line("  end");
    }
    for (auto const& s : picture_.stages())
      if (!s.framed) box(s, "  ");
  }
  void box(drawn_stage const& s, std::string_view indent) {
    line(std::string{indent} + s.id + (s.last ? "([\"" : "[\"") + io::escaped_for_mermaid(s.words) + (s.last ? "\"])" : "\"]") + ":::" +
         std::string{look_of(s.at).name});
  }

  void step(drawn_step const& s) {
    std::string label;
    for (auto const& words : s.words) label += (label.empty() ? "" : "<br/>") + io::escaped_for_mermaid(words);
    auto const arrow = s.line == drawn_line::step ? " -->|\"" : " -.->|\"";
    line("  " + s.from + arrow + label + "\"| " + s.to);
  }
  /// Colours for the sorts of stages that occur; dark text, so that they can be read on a dark page too.
  void looks() {
    for (auto const& look : stage_looks)
      for (auto const& s : picture_.stages())
        if (look.which.contains(s.at)) {
          line("  classDef " + std::string{look.name} + " fill:" + std::string{look.fill} + ",stroke:" + std::string{look.line} + ",color:#111111");
          break;
        }
  }

  std::string title_;
  procedure_picture picture_;
  std::string text_;
};

}  // namespace detail

namespace io {

/// The procedure as a Mermaid flowchart, for a block marked `mermaid` in a Markdown page: a box for each stage, coloured by who has
/// the file, round where nothing follows; an arrow for each step, dashed where time lapses and for emergency brakes. A flowchart and no
/// state diagram, since its labels can be quoted and several arrows may join two boxes. `table.for_file(...)` leaves out what a file
/// cannot meet. The same table gives the same text.
[[nodiscard]] inline std::string to_mermaid(procedure::procedure_table const& table, procedure_picture_options options = {}) {
  return detail::mermaid_writer{table, options}.write();
}

/// The same to a stream.
inline void write_mermaid(std::ostream& out, procedure::procedure_table const& table, procedure_picture_options options = {}) { out << to_mermaid(table, options); }

}  // namespace io
}  // namespace codecision
