// SPDX-License-Identifier: BSL-1.0
// Which form has a table of ballots?
#include "batch_columns.hpp"

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cod = codecision;
using cod::error_code;

namespace calculator {

namespace {

[[noreturn]] void these_columns_cannot_be_understood(std::string const& part) {
  cod::fail(error_code::bad_table, "--columns: " + cod::detail::quoted_excerpt(part) + " does not say which column stands for what", "",
            "write our name and the table's: --columns id=actnumber,member=country");
}

cod::io::csv_form form_of(batch_options const& options, std::size_t first_line) {
  if (options.separator.empty()) return {.first_line = first_line};
  auto const c = options.separator == "tab" ? '\t' : options.separator[0];
  if ((options.separator.size() > 1 && options.separator != "tab") || c == '"' || c == '\n' || c == '\r')
    cod::fail(error_code::bad_table, "--separator: " + cod::detail::quoted_excerpt(options.separator) + " cannot separate fields", "",
              "one character, such as ';', or 'tab'");
  return {.separator = c, .first_line = first_line};
}

/// What stands before the first character of the first ballot or of the header, and whether that is a '{'.
struct beginning {
  std::size_t lines = 0;  ///< line breaks that were passed over
  bool is_object = false;
};

/// Passes over blanks, empty lines and the mark of UTF-8. Nothing is put back: an input that comes in pieces cannot take it.
beginning beginning_of(std::istream& in, std::string const& name) {
  beginning found;
  bool tab = false;  // on this line: before an object a blank, in a table the end of a column without a name
  auto const is_next = [&in](char c) { return in.peek() == std::istream::traits_type::to_int_type(c); };
  for (;;) {
    if (is_next(' ') || is_next('\t') || is_next('\r') || is_next('\n')) {
      auto const c = in.get();
      tab = c == '\t' || (tab && c != '\n');
      if (c == '\n') ++found.lines;
    } else if (is_next('\xEF')) {
      for (char const c : {'\xEF', '\xBB', '\xBF'}) {
        if (!is_next(c)) cod::fail(error_code::bad_table, cod::detail::table_place(name, found.lines + 1) + ": the text is not UTF-8", "", "save the file in UTF-8");
        in.get();
      }
    } else {
      break;
    }
  }
  found.is_object = is_next('{');
  if (tab && !found.is_object && in.peek() != std::istream::traits_type::eof())
    cod::fail(error_code::bad_table, cod::detail::table_place(name, found.lines + 1) + ": a tab before the first name: has the first column none?", "",
              "give it a name, or say --input csv");
  in.clear();  // an input of blanks alone has ended
  return found;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> pairs_of(std::string const& text) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (std::size_t at = 0; at < text.size();) {
    auto const stop = (std::min)(text.find(',', at), text.size());
    auto const part = text.substr(at, stop - at);
    auto const sign = part.find('=');
    if (sign == std::string::npos || sign == 0 || sign + 1 == part.size()) these_columns_cannot_be_understood(part);
    pairs.emplace_back(part.substr(0, sign), part.substr(sign + 1));
    at = stop + 1;
  }
  return pairs;
}

std::unique_ptr<ballot_source> ballots_of(std::istream& in, std::string const& name, batch_options const& options) {
  auto const begins = options.input == "auto" ? beginning_of(in, cod::detail::printable(name)) : beginning{};
  if (options.input == "jsonl" || begins.is_object) return json_lines(in, name, begins.lines);
  cod::io::csv_reader table{in, name, form_of(options, begins.lines + 1)};
  auto const named = [&](char const* column) {
    return table.find_column(column).has_value() ||
           options.columns.find(std::string{column} + "=") != std::string::npos;
  };
  bool const of_members =
      options.input == "csv-members" || (options.input == "auto" && named("member") && named("vote"));
  if (of_members) return member_rows_of(std::move(table), options.columns);
  return ballot_rows_of(std::move(table), options.columns);
}

}  // namespace calculator
