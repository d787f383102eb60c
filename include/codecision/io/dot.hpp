// SPDX-License-Identifier: BSL-1.0
// How does a dossier look as a picture that Graphviz draws?
#pragma once

#include <codecision/data/presidencies.hpp>
#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/kinds/meetings.hpp>
#include <codecision/dossier/record.hpp>
#include <codecision/dossier/stance.hpp>
#include <codecision/io/dot_style.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision {

namespace io {

/// What a picture shows.
struct dot_options {
  bool only_texts = false;      ///< the lineage: texts, and how they take each other up
  bool seed_records = false;    ///< also what is known only from the seed documents
  bool every_relation = false;  ///< also `concerns`: most records concern the proposal, and their lines hide the others
  bool legend = true;  ///< with an explanation of shapes and colours
  std::size_t rows = 24;         ///< the most records in one column
  std::size_t label_width = 38;  ///< the characters of a line in a box
};

}  // namespace io

namespace detail {

/// A half-year of the Council's presidency, with the records that belong to it in order of time.
struct dot_cluster {
  date from{boost::date_time::neg_infin};
  std::string words = "no presidency known";
  std::vector<dossier::vertex> records = {};
};

/// Writes one dossier; see `io::to_dot`.
class dot_writer {
 public:
  dot_writer(dossier const& d, io::dot_options options) : d_{d}, options_{options}, shown_(d.size(), false) {}

  [[nodiscard]] std::string write() {
    for (auto const v : d_.records()) {
      if (is_shown(v)) place(v);
      if (is_left_out(d_.record_of(v))) ++seed_total_;
    }
    std::sort(clusters_.begin(), clusters_.end(), [](auto const& a, auto const& b) { return a.from < b.from; });
    head();
    if (options_.legend && shown_total_ > 0) legend();
    for (std::size_t i = 0; i < clusters_.size(); ++i) cluster(i);
    columns_in_order();
    relations();
    return std::move(text_) + "}\n";
  }

 private:
  [[nodiscard]] bool is_shown(dossier::vertex v) const {
    auto const& r = d_.record_of(v);
    if (r.kind() == kind::presidency) return false;  // drawn as the frame around what it chaired
    if (is_left_out(r)) return false;
    return !options_.only_texts || (group::texts & ~kinds(kind::working_document) & kinds(r.kind())) != 0;
  }

  [[nodiscard]] bool is_left_out(record const& r) const {
    return r.confidence == confidence::seed && !options_.seed_records;
  }

  // ----- which presidency does a record belong to? -----
  void place(dossier::vertex v) {
    shown_[v] = true;
    ++shown_total_;
    auto made = presidency_of(v);
    auto found = std::find_if(clusters_.begin(), clusters_.end(), [&](auto const& c) { return c.from == made.from; });
    if (found == clusters_.end()) found = clusters_.insert(found, std::move(made));
    found->records.push_back(v);
  }
  /// That under which it was held, or that of its day: the dossier's own, or the one of the list of presidencies.
  [[nodiscard]] dot_cluster presidency_of(dossier::vertex v) const {
    if (auto const held = d_.related(v, relation_type::held_under); !held.empty()) return named(held.front());
    auto const day = d_.record_of(v).when().latest;
    if (day.is_special()) return {};
    if (auto const own = d_.presidency_on(day)) return named(own->vertex);
    if (day < first_day_of_presidencies() || day > last_day_of_presidencies()) return {};
    auto const term = presidency_term_on(day);
    return {term.valid.from, words_for(term.holder, term.valid.from)};
  }
  [[nodiscard]] dot_cluster named(dossier::vertex v) const {
    auto const& r = d_.record_of(v);
    return {r.when().earliest, words_for(r.as<presidency>()->holder, r.when().earliest)};
  }
  [[nodiscard]] static std::string words_for(member_state holder, date from) {
    auto words = "Presidency of " + std::string{name(holder)};
    if (from.is_special()) return words;
    return words + (from.month() < 7 ? "\nfirst half of " : "\nsecond half of ") + std::to_string(year_of(from));
  }
  /// How the boxes of the legend are called: as no record is.
  [[nodiscard]] std::string legend_id(std::size_t number) const {
    auto word = "legend_" + std::to_string(number);
    while (d_.find(word)) word += '_';
    return dot_quoted(word);
  }

  // ----- the parts of the picture -----
  void line(std::string_view words) { (text_ += words) += '\n'; }

  void head() {
    line("digraph dossier {");
    line("  graph [rankdir=RL, nodesep=0.09, ranksep=0.75, fontname=\"Helvetica,Arial,sans-serif\", fontsize=18, labelloc=t, bgcolor=white,");
    line("         tooltip=\" \", label=" + dot_quoted(caption()) + "]");
    line("  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, margin=\"0.08,0.04\", width=2.9, height=0.3, penwidth=0.9]");
    line("  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, arrowsize=0.6]");
  }
  [[nodiscard]] std::string caption() const {
    auto words = d_.procedure();
    if (!d_.title().empty()) words += (words.empty() ? "" : ": ") + d_.title();
    words += "\n" + std::to_string(shown_total_) + (options_.only_texts ? " texts" : " records");
    if (seed_total_ > 0 && !options_.only_texts) words += "; " + std::to_string(seed_total_) + " known only from the seed documents are left out";
    return words + "; arrows point to the earlier record\n ";
  }

  void legend() {
    line("  subgraph cluster_legend {");
    line("    label=\"Legend\"; fontsize=14; style=\"rounded\"; color=\"#bbbbbb\"; margin=12");
    std::vector<std::string> ids;
    auto const entry = [&](std::string_view words, std::string const& drawn) {
      ids.push_back(legend_id(ids.size()));
      line("    " + ids.back() + " [label=" + dot_quoted(words) + ", " + drawn + "]");
    };
    for (auto const& look : dot_looks)
      if (appears(look)) entry(look.words, drawn_as(look));
    for (auto const& look : dot_lines)
      if (appears(look)) entry("----  " + std::string{look.words}, "shape=plaintext, fontcolor=\"" + std::string{look.colour} + "\"");
    below_each_other(ids);
    line("  }");
    line("  " + id_of(clusters_.front().records.front()) + " -> " + ids.front() + " [style=invis, weight=20]");
  }
  [[nodiscard]] bool appears(dot_look const& look) const {
    for (dossier::vertex v = 0; v < shown_.size(); ++v)
      if (shown_[v] && (look.which & kinds(d_.record_of(v).kind())) != 0) return true;
    return false;
  }
  [[nodiscard]] bool appears(dot_line const& look) const {
    auto const& g = d_.graph();
    for (auto [e, end] = boost::edges(g); e != end; ++e)
      if (is_drawn(*e) && &line_of(g[*e].type) == &look) return true;
    return false;
  }
  [[nodiscard]] static std::string drawn_as(dot_look const& look) {
    return "shape=" + std::string{look.shape} + ", style=\"" + std::string{look.style} + "\", fillcolor=\"" + std::string{look.fill} +
           "\", color=\"" + std::string{look.line} + "\"";
  }

  void cluster(std::size_t number) {
    auto const& c = clusters_[number];
    line("  subgraph cluster_" + std::to_string(number) + " {");
    line("    label=" + dot_quoted(c.words) + "; fontsize=14; style=\"filled,rounded\"; fillcolor=\"#fafafa\"; color=\"#d0d0d0\"; margin=12");
    for (auto const v : c.records) node(v);
    for (std::size_t i = 0; i < c.records.size(); i += rows()) column(c.records, i, (std::min)(i + rows(), c.records.size()));
    line("  }");
  }
  void node(dossier::vertex v) {
    auto const& r = d_.record_of(v);
    line("    " + id_of(v) + " [label=" + dot_label(r, options_.label_width, 3) + ", " + drawn_as(look_of(r.kind())) +
         ", tooltip=" + dot_quoted(r.title.empty() ? r.id : r.title) + "]");
  }
  void column(std::vector<dossier::vertex> const& records, std::size_t first, std::size_t end) {
    std::vector<std::string> ids;
    for (auto i = first; i < end; ++i) ids.push_back(id_of(records[i]));
    below_each_other(ids);
    heads_.push_back(records[first]);
  }
  /// One column, the first on top.
  void below_each_other(std::vector<std::string> const& ids) {
    std::string same = "    { rank=same";
    for (auto const& id : ids) same += "; " + id;
    line(same + " }");
    for (std::size_t i = 1; i < ids.size(); ++i) line("    " + ids[i] + " -> " + ids[i - 1] + " [style=invis]");
  }
  void columns_in_order() {
    for (std::size_t i = 1; i < heads_.size(); ++i)
      line("  " + id_of(heads_[i]) + " -> " + id_of(heads_[i - 1]) + " [style=invis, weight=20]");
  }

  void relations() {
    auto const& g = d_.graph();
    for (auto [e, end] = boost::edges(g); e != end; ++e)
      if (is_drawn(*e)) edge(boost::source(*e, g), g[*e].type, boost::target(*e, g));
  }
  template <class Edge>
  [[nodiscard]] bool is_drawn(Edge const& e) const {
    auto const& g = d_.graph();
    if (!shown_[boost::source(e, g)] || !shown_[boost::target(e, g)]) return false;
    return options_.every_relation || options_.only_texts || g[e].type != relation_type::concerns;
  }
  void edge(dossier::vertex from, relation_type type, dossier::vertex to) {
    auto const& look = line_of(type);
    auto const words = spaced(name(type));
    auto drawn = "  " + id_of(from) + " -> " + id_of(to) + " [color=\"" + std::string{look.colour} + "\", style=" + std::string{look.style} +
                 ", penwidth=" + std::string{look.width} + ", edgetooltip=" + dot_quoted(words);
    if (options_.only_texts && type != relation_type::builds_on) drawn += ", label=" + dot_quoted(words) + ", fontcolor=\"" + std::string{look.colour} + "\"";
    line(drawn + ", constraint=false]");
  }

  [[nodiscard]] std::string id_of(dossier::vertex v) const { return dot_quoted(d_.record_of(v).id); }
  [[nodiscard]] std::size_t rows() const { return (std::max)(options_.rows, std::size_t{1}); }

  dossier const& d_;
  io::dot_options options_;
  std::vector<bool> shown_;
  std::size_t shown_total_ = 0;
  std::size_t seed_total_ = 0;  ///< those left out
  std::vector<dot_cluster> clusters_;
  std::vector<dossier::vertex> heads_;
  std::string text_;
};

}  // namespace detail

namespace io {

/// The dossier, or a view of it (`as_of`), as a graph in the DOT language: time runs from left to right, records stand in the
/// frame of their presidency, colours tell their kinds, arrows point to the earlier record. Draw it with `dot -Tsvg`. The same
/// dossier always gives the same text. Cost: linear up to a logarithm.
[[nodiscard]] inline std::string to_dot(dossier const& d, dot_options options = {}) { return detail::dot_writer{d, options}.write(); }

}  // namespace io

}  // namespace codecision
