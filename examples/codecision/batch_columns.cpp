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
  cod::fail(error_code::bad_table, "--columns: '" + part + "' does not say which column stands for what", "",
            "write our name and the table's: --columns id=actnumber,member=country");
}

cod::io::csv_form form_of(batch_options const& options) {
  if (options.separator.empty()) return {};
  auto const c = options.separator == "tab" ? '\t' : options.separator[0];
  if ((options.separator.size() > 1 && options.separator != "tab") || c == '"' || c == '\n' || c == '\r')
    cod::fail(error_code::bad_table, "--separator: '" + options.separator + "' cannot separate fields", "",
              "one character, such as ';', or 'tab'");
  return {.separator = c};
}

/// Is the first character a '{', but for blanks, line breaks and the mark of UTF-8? What was looked at is put back.
bool begins_with_object(std::istream& in) {
  constexpr std::string_view before = " \t\r\n\xEF\xBB\xBF";
  std::size_t looked_at = 0;
  for (; in.peek() != std::istream::traits_type::eof() && before.find(static_cast<char>(in.peek())) != std::string_view::npos; ++looked_at) in.get();
  bool const found = in.peek() == '{';
  in.clear();  // an input of blanks alone has ended
  for (; looked_at > 0; --looked_at) in.unget();
  in.clear();  // what cannot be put back were blanks
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
  if (options.input == "jsonl" || (options.input == "auto" && begins_with_object(in))) return json_lines(in, name);
  cod::io::csv_reader table{in, name, form_of(options)};
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
