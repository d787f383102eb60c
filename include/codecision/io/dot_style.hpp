// SPDX-License-Identifier: BSL-1.0
// How does a record or a relation look in a picture: colour, shape, line, and which words?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/kinds/statements.hpp>
#include <codecision/dossier/record.hpp>
#include <codecision/io/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace codecision::detail {

/// A text as it stands between quotes of the DOT language. Graphviz reads backslashes as escapes and "&...;" as characters of
/// HTML; a byte that is not UTF-8 would make it refuse the whole file.
[[nodiscard]] inline std::string dot_escaped(std::string_view text) {
  std::string escaped;
  while (!text.empty()) {
    auto const length = utf8_length(text);
    auto const c = text.front();
    if (length > 1) escaped += text.substr(0, length);
    else if (length == 0) escaped += '?';
    else if (c == '"' || c == '\\') (escaped += '\\') += c;
    else if (c == '&') escaped += "&amp;";
    else if (c == '\n') escaped += "\\n";
    else escaped += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    text.remove_prefix((std::max)(length, std::size_t{1}));
  }
  return escaped;
}

[[nodiscard]] inline std::string dot_quoted(std::string_view text) { return '"' + dot_escaped(text) + '"'; }

/// The words of a text in lines of at most so many characters; what does not fit into the last line is cut off with "...".
[[nodiscard]] inline std::vector<std::string> label_lines(std::string_view text, std::size_t width, std::size_t most_lines) {
  std::vector<std::string> lines{""};
  while (!text.empty()) {
    auto const stop = text.find_first_of(" \n\t");
    auto const word = text.substr(0, stop);
    text.remove_prefix(stop == std::string_view::npos ? text.size() : stop + 1);
    if (word.empty()) continue;
    bool const fits = lines.back().empty() || character_count(lines.back()) + 1 + character_count(word) <= width;
    if (!fits && lines.size() == most_lines) {
      lines.back() += " ...";
      break;
    }
    if (!fits) lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + std::string{word};
  }
  return lines;
}

/// The same look for kinds of one sort; `words` stands in the legend.
struct dot_look {
  kind_set which;
  std::string_view words;
  std::string_view fill;
  std::string_view line;
  std::string_view shape = "box";
  std::string_view style = "filled,rounded";
};

inline constexpr dot_look dot_looks[] = {
    {kinds(kind::proposal), "proposal of the Commission", "#9cc3e6", "#2f5f8f", "note", "filled"},
    {kinds(kind::compromise_text), "compromise text of the presidency", "#d4e6f5", "#4a7fb0", "note", "filled"},
    {kinds(kind::mandate, kind::council_position), "mandate or position of an institution", "#d8d0ec", "#6a559f", "note", "filled"},
    {kinds(kind::legal_act), "act that was signed", "#b9a6e0", "#4b3785", "note", "filled,bold"},
    {kinds(kind::working_document), "paper, report, survey", "#f2f2ea", "#8a8a78", "note", "filled"},
    {kinds(kind::working_party_meeting), "meeting of a working party", "#f3f3f3", "#a5a5a5"},
    {kinds(kind::coreper_meeting, kind::council_meeting), "meeting of ambassadors or ministers", "#dcdcdc", "#6f6f6f"},
    {kinds(kind::committee_meeting, kind::plenary_sitting), "meeting of Parliament", "#d9ecec", "#5b8d8d"},
    {kinds(kind::trilogue), "trilogue", "#b5dcdc", "#2f7a7a"},
    {group::votes, "vote or adoption", "#f8c58f", "#b56a14"},
    {group::stands, "positions of members", "#d3e9c8", "#5c8f45"},
    {kinds(kind::national_document), "paper of a member state or its parliament", "#fdf0c4", "#b09334"},
    {kinds(kind::statement, kind::opinion), "statement or opinion", "#fbe0cf", "#b5744c"},
    {group::deadline, "day that the law sets", "#f4b8b4", "#b03a33"},
    {group::contents, "what a text says, a condition, a claim", "#ffffff", "#9a9a9a", "box", "filled,rounded,dashed"},
    {group::term, "presidency", "#ffffff", "#444444", "box", "filled,bold"},
};

[[nodiscard]] inline dot_look const& look_of(kind k) {
  for (auto const& look : dot_looks)
    if ((look.which & kinds(k)) != 0) return look;
  return dot_looks[0];
}

/// How relations of one sort are drawn; `words` stands in the legend.
struct dot_line {
  std::string_view words;
  std::string_view colour;
  std::string_view style;
  std::string_view width;
};

inline constexpr dot_line dot_lines[] = {
    {"takes up, amends or adopts", "#2f5f8f", "solid", "1.6"},
    {"reverses, or contradicts a plan", "#c0392b", "solid", "1.8"},
    {"similar to, differs from", "#2f5f8f", "dashed", "1.0"},
    {"votes on, is decided by", "#b56a14", "solid", "1.1"},
    {"position on, taken at", "#5c8f45", "solid", "0.8"},
    {"discusses", "#8a8a8a", "solid", "0.8"},
    {"other relations", "#a58f55", "dashed", "0.8"},
};

[[nodiscard]] inline dot_line const& line_of(relation_type type) {
  switch (type) {
    case relation_type::reverses: case relation_type::contradicts_plan: return dot_lines[1];
    case relation_type::similar_to: case relation_type::differs_from: return dot_lines[2];
    case relation_type::votes_on: case relation_type::adopted_at: case relation_type::decided_by: return dot_lines[3];
    case relation_type::position_on: case relation_type::taken_at: return dot_lines[4];
    case relation_type::discusses: return dot_lines[5];
    default: return is_descent(type) ? dot_lines[0] : dot_lines[6];
  }
}

[[nodiscard]] inline std::string spaced(std::string_view name) {
  std::string words{name};
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

/// The word by which people know a record: the number of a text, the body of a meeting, whose position it is.
[[nodiscard]] inline std::string dot_word(record const& r) {
  auto const kind_words = spaced(name(r.kind()));
  if (auto const* paper = r.as<national_document>())
    return std::string{code(paper->member)} + " " + (paper->number.empty() ? spaced(name(paper->form)) : paper->number);
  auto const word = designation(r);
  if ((group::stands & kinds(r.kind())) != 0) return word.empty() ? kind_words : word + " " + kind_words;
  return word.empty() ? kind_words : word;
}

/// The date and the word, then the title; every line begins at the left (\l).
[[nodiscard]] inline std::string dot_label(record const& r, std::size_t width, std::size_t most_lines) {
  auto label = '"' + dot_escaped(label_lines(to_string(r.when()) + " \u00B7 " + dot_word(r), width + 4, 1).front()) + "\\l";
  for (auto const& line : label_lines(r.title, width, most_lines))
    if (!line.empty()) label += dot_escaped(line) + "\\l";
  return label + '"';
}

}  // namespace codecision::detail
