// SPDX-License-Identifier: BSL-1.0
// The sheet as Markdown, and as a page of HTML that prints on one sheet of A4, its solutions on another.
#include <ostream>

#include "sheet.hpp"

namespace cod = codecision;

namespace worksheet {

namespace {

std::string title_of(sheet const& s) {
  return "Voting in the Council: exercises" + (s.of.lesson == "all" ? std::string{} : " on " + s.of.lesson);
}

std::string made_by(sheet const& s) {
  return "Sheet " + std::to_string(s.of.seed) + ", level " + std::to_string(s.of.level) + ". Made by: worksheet --seed " + std::to_string(s.of.seed) + " --level " +
         std::to_string(s.of.level) + " --tasks " + std::to_string(s.of.tasks) + (s.of.lesson == "all" ? "" : " --lesson " + s.of.lesson);
}

std::string caption_of(sheet const& s) {
  return "Population in millions, figures of " + std::to_string(cod::year_of(*s.council.day())) + ", rounded; the rounded figures of all " + std::to_string(s.council.size()) + " members add up to " +
         in_millions(printed_sum(s.council, s.council.members()));
}

struct cell {
  std::string code, millions;
};
std::vector<cell> cells_of(sheet const& s) {
  std::vector<cell> all;
  for (auto const m : s.council.members()) all.push_back({std::string{cod::code(m)}, in_millions(printed(s.council.population(m)))});
  return all;
}

/// The row of a table in which cells stand column by column.
constexpr std::size_t columns = 7;
template <class Write>
void each_row(std::vector<cell> const& cells, Write write) {
  auto const rows = (cells.size() + columns - 1) / columns;
  for (std::size_t r = 0; r < rows; ++r) {
    std::vector<cell> row;
    for (std::size_t c = 0; c < columns; ++c) row.push_back(c * rows + r < cells.size() ? cells[c * rows + r] : cell{});
    write(row);
  }
}

/// Texts are the program's own and have none of the characters that HTML reserves, but for these.
std::string escaped(std::string const& text) {
  std::string safe;
  for (auto const c : text) safe += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
  return safe;
}

constexpr char const* style =
    "@page { size: A4; margin: 15mm }\n"
    "body { font: 10.5pt/1.35 'Liberation Serif', 'Times New Roman', serif; max-width: 180mm; margin: 5mm auto; color: #000; background: #fff }\n"
    "h1 { font-size: 15pt; margin: 0 0 2mm } .by { font-size: 8.5pt; color: #444; margin: 0 0 4mm }\n"
    "li { margin: 0 0 3.2mm; break-inside: avoid } .law { color: #444; font-size: 9pt }\n"
    "table { border-collapse: collapse; font-size: 9pt; margin-top: 3mm } td { padding: .3mm 1.5mm; border-bottom: .2mm solid #bbb }\n"
    "td.n { text-align: right; padding-right: 4mm } caption { text-align: left; font-size: 9pt; padding-bottom: 1mm }\n"
    ".solutions { break-before: page }\n";

void table_in_markdown(std::ostream& out, sheet const& s) {
  out << '\n' << caption_of(s) << ":\n\n|";
  for (std::size_t c = 0; c < columns; ++c) out << " | |";
  out << "\n|";
  for (std::size_t c = 0; c < columns; ++c) out << "---|---:|";
  each_row(cells_of(s), [&](auto const& row) {
    out << "\n|";
    for (auto const& c : row) out << ' ' << c.code << " | " << c.millions << " |";
  });
  out << '\n';
}

void table_in_html(std::ostream& out, sheet const& s) {
  out << "<table><caption>" << caption_of(s) << "</caption>\n";
  each_row(cells_of(s), [&](auto const& row) {
    out << "<tr>";
    for (auto const& c : row) out << "<td>" << c.code << "</td><td class=\"n\">" << c.millions << "</td>";
    out << "</tr>\n";
  });
  out << "</table>\n";
}

}  // namespace

void write_markdown(std::ostream& out, sheet const& s, part what) {
  out << "# " << title_of(s) << "\n\n" << made_by(s) << '\n';
  if (what != part::solutions) {
    int number = 0;
    for (auto const& t : s.tasks) out << '\n' << ++number << ". " << t.question << '\n';
    if (s.has_table) table_in_markdown(out, s);
  }
  if (what == part::tasks) return;
  out << "\n## Solutions\n";
  int number = 0;
  for (auto const& t : s.tasks) out << '\n' << ++number << ". " << t.solution << " (" << t.law << ")\n";
}

void write_html(std::ostream& out, sheet const& s, part what) {
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" << title_of(s) << ", sheet " << s.of.seed << "</title>\n<style>\n"
      << style << "</style>\n</head>\n<body>\n";
  if (what != part::solutions) {
    out << "<h1>" << title_of(s) << "</h1>\n<p class=\"by\">" << escaped(made_by(s)) << "</p>\n<ol>\n";
    for (auto const& t : s.tasks) out << "<li>" << escaped(t.question) << "</li>\n";
    out << "</ol>\n";
    if (s.has_table) table_in_html(out, s);
  }
  if (what != part::tasks) {
    out << "<section" << (what == part::both ? " class=\"solutions\"" : "") << ">\n<h1>Solutions</h1>\n<p class=\"by\">" << escaped(made_by(s)) << "</p>\n<ol>\n";
    for (auto const& t : s.tasks) out << "<li>" << escaped(t.solution) << " <span class=\"law\">" << escaped(t.law) << "</span></li>\n";
    out << "</ol>\n</section>\n";
  }
  out << "</body>\n</html>\n";
}

}  // namespace worksheet
