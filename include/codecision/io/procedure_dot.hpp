// SPDX-License-Identifier: BSL-1.0
// How does a procedure look as a picture that Graphviz draws?
#pragma once

#include <codecision/io/procedure_picture.hpp>
#include <codecision/procedure/transition.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace codecision {

namespace detail {

/// Writes one procedure; see `io::to_dot`.
class procedure_dot_writer {
 public:
  procedure_dot_writer(procedure::procedure_table const& table, io::procedure_picture_options options)
      : title_{table.title}, picture_{table, options} {}

  [[nodiscard]] std::string write() {
    line("digraph procedure {");
    line("  graph [rankdir=TB, nodesep=0.35, ranksep=0.55, fontname=\"Helvetica,Arial,sans-serif\", fontsize=16, labelloc=t, bgcolor=white,");
    line("         label=" + dot_quoted(title_) + "]");
    line("  node [shape=box, style=\"filled,rounded\", fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, margin=\"0.14,0.08\", penwidth=1.1]");
    line("  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, arrowsize=0.7, color=\"#444444\"]");
    stages();
    for (auto const& s : picture_.steps()) step(s);
    return std::move(text_) + "}\n";
  }

 private:
  void line(std::string_view words) { (text_ += words) += '\n'; }

  void stages() {
    if (picture_.framed()) frame();
    for (auto const& s : picture_.stages())
      if (!s.framed) box(s, "  ");
  }
  /// The stages in which a brake can be pulled, and below them the point at which the arrows of the whole frame begin and end.
  void frame() {
    line("  subgraph cluster_frame {");
    line("    label=" + dot_quoted(procedure_picture::frame_words) +
         "; fontsize=11; style=\"rounded,dashed\"; color=\"#c0392b\"; fontcolor=\"#c0392b\"; margin=14");
    for (auto const& s : picture_.stages())
      if (s.framed) box(s, "    ");
    line("    " + dot_quoted(procedure_picture::frame) + " [shape=point, width=0.12, color=\"#c0392b\", tooltip=" + dot_quoted(procedure_picture::frame_words) + "]");
    for (auto const& s : picture_.stages())
      if (s.framed) line("    " + dot_quoted(s.id) + " -> " + dot_quoted(procedure_picture::frame) + " [style=invis]");
    line("  }");
  }
  void box(drawn_stage const& s, std::string_view indent) {
    auto const& look = look_of(s.at);
    line(std::string{indent} + dot_quoted(s.id) + " [label=" + dot_quoted(s.words) + ", fillcolor=\"" + std::string{look.fill} + "\", color=\"" +
         std::string{look.line} + (s.last ? "\", peripheries=2]" : "\"]"));
  }

  void step(drawn_step const& s) {
    std::string label;
    for (auto const& words : s.words) label += ' ' + dot_escaped(words) + "\\l";
    auto const drawn = s.line == drawn_line::brake ? ", color=\"#c0392b\", fontcolor=\"#c0392b\"" : s.line == drawn_line::lapse_of_time ? ", style=dashed" : "";
    line("  " + dot_quoted(s.from) + " -> " + dot_quoted(s.to) + " [label=\"" + label + '"' + drawn +
         (s.to == procedure_picture::frame ? ", constraint=false]" : "]"));
  }

  std::string title_;
  procedure_picture picture_;
  std::string text_;
};

}  // namespace detail

namespace io {

/// The procedure as a graph in the DOT language: a box for each stage, coloured by who has the file, with a double line where nothing
/// follows; an arrow for each step with who does what, its time limit and its article, dashed where time lapses, red for emergency
/// brakes. Draw it with `dot -Tsvg`. `table.for_file(...)` leaves out what a file cannot meet. The same table gives the same text.
[[nodiscard]] inline std::string to_dot(procedure::procedure_table const& table, procedure_picture_options options = {}) {
  return detail::procedure_dot_writer{table, options}.write();
}

/// The same to a stream.
inline void write_dot(std::ostream& out, procedure::procedure_table const& table, procedure_picture_options options = {}) { out << to_dot(table, options); }

}  // namespace io
}  // namespace codecision
