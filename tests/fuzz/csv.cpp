// SPDX-License-Identifier: BSL-1.0
// Tables in CSV: read in pieces of any size they give the same records or the same error, and what is read is written and read again.
#include "fuzz.hpp"
#include "pieces.hpp"

#include <codecision/io/csv.hpp>

#include <sstream>
#include <vector>

namespace cod = codecision;

namespace {

using row = std::vector<std::string>;

/// All that a reader says of a table: its header, its records with their lines, and the error that ends it.
struct content {
  std::vector<row> rows;
  std::vector<std::size_t> lines;
  std::string error;
  char separator = ',';

  [[nodiscard]] friend bool operator==(content const&, content const&) = default;
};

content read(std::istream& in, cod::io::csv_form form) {
  content found;
  try {
    cod::io::csv_reader table{in, "my.csv", form};
    found.separator = table.separator();
    found.rows.push_back(table.header());
    while (table.next()) {
      row fields;
      for (std::size_t i = 0; i < table.header().size(); ++i) fields.emplace_back(table[i]);
      found.rows.push_back(std::move(fields));
      found.lines.push_back(table.line());
    }
  } catch (cod::error const& problem) {
    fuzz::check_message(problem);
    fuzz::require(problem.message().find("my.csv") != std::string::npos, "an error names no place", problem.what());
    found.error = problem.what();
  }
  return found;
}

/// Header and records as they were read, written as CSV.
std::string written(content const& table, char separator) {
  std::string text;
  for (auto const& fields : table.rows) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i > 0) text += separator;
      text += fields.size() == 1 && fields[i].empty() ? "\"\"" : cod::io::csv_field(fields[i], separator);
    }
    text += '\n';
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::bytes input{data, size};
  auto const longest_piece = input.number(40);
  char const separators[] = {'\0', ',', ';', '\t', '|', ' '};
  cod::io::csv_form const form{.separator = separators[input.number(5)], .longest = 64 + std::size_t{input.number(255)}};
  std::string const text{input.rest()};
  std::istringstream whole{text};
  fuzz::stream_of_pieces pieces{text, longest_piece};
  auto const found = read(whole, form);
  fuzz::require(read(pieces, form) == found, "in pieces the table reads otherwise", found.error);
  if (found.rows.empty()) return 0;
  std::istringstream again{written(found, found.separator)};
  auto const second = read(again, {.separator = found.separator});
  fuzz::require(second.error.empty() && second.rows == found.rows, "writing and reading gives another table", second.error);
  return 0;
}
