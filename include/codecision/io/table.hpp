// SPDX-License-Identifier: BSL-1.0
// How do rows and columns read as text, as Markdown, and as CSV?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/io/csv_text.hpp>
#include <codecision/io/markdown.hpp>
#include <codecision/io/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::detail {
[[noreturn]] inline void this_row_has_another_number_of_cells(std::size_t row, std::size_t cells, std::size_t columns) {
  fail(error_code::bad_table,
       "row " + std::to_string(row) + " has " + std::to_string(cells) + (cells == 1 ? " cell" : " cells"),
       std::to_string(columns) + (columns == 1 ? " column" : " columns"),
       "give every row a cell for each column, empty ones as well");
}
}  // namespace codecision::detail

namespace codecision::io {

/// On which side a column is flush in text and Markdown.
enum class align : std::uint8_t { left, right };

/// Rows of cells under a header: UTF-8, each row with as many cells as the header.
class table {
 public:
  /// The names of the columns. Columns are flush left unless `aligned` says otherwise.
  explicit table(std::vector<std::string> header, std::vector<align> aligned = {})
      : header_{std::move(header)}, aligned_{std::move(aligned)} {
    aligned_.resize(header_.size(), align::left);
  }

  /// Adds a row. Error COD-J606 when it has another number of cells than the header.
  void add(std::vector<std::string> row) {
    if (row.size() != header_.size())
      codecision::detail::this_row_has_another_number_of_cells(rows_.size() + 1, row.size(), header_.size());
    rows_.push_back(std::move(row));
  }

  /// The names of the columns.
  [[nodiscard]] std::vector<std::string> const& header() const { return header_; }
  /// How each column is aligned.
  [[nodiscard]] std::vector<align> const& aligned() const { return aligned_; }
  /// The rows, cell by cell.
  [[nodiscard]] std::vector<std::vector<std::string>> const& rows() const { return rows_; }

 private:
  std::vector<std::string> header_;
  std::vector<align> aligned_;
  std::vector<std::vector<std::string>> rows_{};
};

/// The same table with rows and columns exchanged: the first column becomes the header.
[[nodiscard]] inline table transposed(table const& t) {
  if (t.header().empty()) return t;
  auto const column = [&t](std::size_t i) {
    std::vector<std::string> cells{t.header()[i]};
    for (auto const& row : t.rows()) cells.push_back(row[i]);
    return cells;
  };
  table turned{column(0)};
  for (std::size_t i = 1; i < t.header().size(); ++i) turned.add(column(i));
  return turned;
}

/// The columns a terminal gives to a text: one for each character, none for one that combines with the character before
/// it. Characters of double width (Chinese, Japanese, Korean, emoji) count once: names and figures of the Council have
/// none.
[[nodiscard]] constexpr std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    auto const length = codecision::detail::utf8_length(text);
    auto const combines =
        length == 2 && ((text[0] == '\xCC') || (text[0] == '\xCD' && static_cast<unsigned char>(text[1]) < 0xB0));
    width += combines ? 0 : 1;
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return width;
}

/// The text with blanks up to this width, on the side that the alignment leaves free.
[[nodiscard]] inline std::string padded(std::string_view text, std::size_t width, align where = align::left) {
  auto const has = display_width(text);
  auto const blanks = std::string(has < width ? width - has : 0, ' ');
  return where == align::left ? std::string{text} + blanks : blanks + std::string{text};
}

}  // namespace codecision::io

namespace codecision::detail {

/// A cell on one line: line breaks and tabs become blanks, and what steers a terminal question marks.
[[nodiscard]] inline std::string on_one_line(std::string text) {
  for (auto& c : text)
    if (c == '\r') c = ' ';
  return printable(text);
}

[[nodiscard]] inline std::vector<std::string> cells_on_one_line(std::vector<std::string> row, bool markdown) {
  for (auto& cell : row) cell = markdown ? io::escaped_for_markdown(on_one_line(cell)) : on_one_line(cell);
  return row;
}

[[nodiscard]] inline std::vector<std::size_t> column_widths(std::vector<std::vector<std::string>> const& lines,
                                                            std::size_t at_least) {
  std::vector<std::size_t> widths(lines.front().size(), at_least);
  for (auto const& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = (std::max)(widths[i], io::display_width(line[i]));
  return widths;
}

/// The header and the rows, each cell as it is printed.
[[nodiscard]] inline std::vector<std::vector<std::string>> table_lines(io::table const& t, bool markdown) {
  std::vector<std::vector<std::string>> lines{cells_on_one_line(t.header(), markdown)};
  for (auto const& row : t.rows()) lines.push_back(cells_on_one_line(row, markdown));
  return lines;
}

inline void append_markdown_line(std::string& text, std::vector<std::string> const& cells) {
  text += '|';
  for (auto const& cell : cells) text += " " + cell + " |";
  text += '\n';
}

}  // namespace codecision::detail

namespace codecision::io {

/// Columns two blanks apart, a rule of hyphens under the header, no blanks at the end of a line. Empty without columns.
[[nodiscard]] inline std::string to_text(table const& t) {
  if (t.header().empty()) return {};
  auto lines = codecision::detail::table_lines(t, false);
  auto const widths = codecision::detail::column_widths(lines, 0);
  std::vector<std::string> rule;
  for (auto const width : widths) rule.emplace_back(width, '-');
  lines.insert(lines.begin() + 1, std::move(rule));
  std::string text;
  for (auto const& line : lines) {
    std::string row;
    for (std::size_t i = 0; i < line.size(); ++i)
      row += (i == 0 ? "" : "  ") + padded(line[i], widths[i], t.aligned()[i]);
    row.resize(row.find_last_not_of(' ') + 1);
    text += row + "\n";
  }
  return text;
}

/// A table of GitHub's Markdown, its columns padded so that the source can be read too. Empty without columns.
[[nodiscard]] inline std::string to_markdown(table const& t) {
  if (t.header().empty()) return {};
  auto lines = codecision::detail::table_lines(t, true);
  auto const widths = codecision::detail::column_widths(lines, 3);
  std::vector<std::string> rule;
  for (std::size_t i = 0; i < widths.size(); ++i)
    rule.push_back(std::string(widths[i] - 1, '-') + (t.aligned()[i] == align::right ? ":" : "-"));
  std::string text;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    for (std::size_t i = 0; i < widths.size(); ++i) lines[n][i] = padded(lines[n][i], widths[i], t.aligned()[i]);
    codecision::detail::append_markdown_line(text, lines[n]);
    if (n == 0) codecision::detail::append_markdown_line(text, rule);
  }
  return text;
}

/// One line of CSV, each cell written as `csv_field` does, ended as told; RFC 4180 says CRLF, and readers take a line
/// feed alone.
[[nodiscard]] inline std::string csv_line(std::vector<std::string> const& cells, std::string_view end = "\n") {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + csv_field(cells[i]);
  if (cells.size() == 1 && cells.front().empty()) line = "\"\"";  // an empty line would be no record
  return line.append(end);
}

/// The header and the rows as CSV (RFC 4180); lines end with CRLF when asked for. Empty without columns.
[[nodiscard]] inline std::string to_csv(table const& t, std::string_view end = "\n") {
  if (t.header().empty()) return {};
  auto text = csv_line(t.header(), end);
  for (auto const& row : t.rows()) text += csv_line(row, end);
  return text;
}

}  // namespace codecision::io
