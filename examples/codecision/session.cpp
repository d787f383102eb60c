// SPDX-License-Identifier: BSL-1.0
#include "session.hpp"

#include <codecision/io/json_outcome.hpp>
#include <codecision/io/json_value.hpp>
#include <codecision/io/markdown.hpp>
#include <codecision/io/table.hpp>
#include <codecision/io/text.hpp>

#include "../program.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace cod = codecision;
using nlohmann::ordered_json;

namespace calculator {

namespace {

constexpr std::size_t width = 100;

// ----- JSON, laid out so that people can read it: a list of codes on one line -----

cod::io::json_value laid_out(ordered_json const& j) {
  if (j.is_null()) return {nullptr};
  if (j.is_boolean()) return {j.get<bool>()};
  if (j.is_string()) return {j.get<std::string>()};
  if (j.is_number_integer() && !(j.is_number_unsigned() && j.get<std::uint64_t>() > INT64_MAX)) return {j.get<std::int64_t>()};
  if (j.is_number()) return {cod::io::json_real{j.dump()}};
  if (j.is_array()) {
    cod::io::json_array list;
    for (auto const& item : j) list.push_back(laid_out(item));
    return {std::move(list)};
  }
  cod::io::json_object object;
  for (auto const& [key, value] : j.items()) object.add(key, laid_out(value));
  return {std::move(object)};
}

std::string as_json(result const& answer) {
  auto all = json_head(answer.command, answer.notes);
  all.update(answer.json);
  return cod::io::to_string(laid_out(all)) + "\n";
}

// ----- tables -----

bool is_number(std::string const& text) { return text.find_first_not_of("0123456789 .-%") == std::string::npos; }

/// Columns of which all cells are numbers are set to the right.
cod::io::table as_table(table const& rows) {
  std::vector<cod::io::align> aligned;
  for (std::size_t i = 0; i < rows.header.size(); ++i) {
    auto const numbers = std::all_of(rows.rows.begin(), rows.rows.end(), [i](auto const& row) { return is_number(row[i]); });
    aligned.push_back(numbers ? cod::io::align::right : cod::io::align::left);
  }
  cod::io::table t{rows.header, aligned};
  for (auto const& row : rows.rows) t.add(row);
  return t;
}

// ----- text and Markdown: notes, trees, table, chart, with an empty line between them -----

class parts {
 public:
  void add(std::string const& part) {
    if (!part.empty()) text_ += (text_.empty() ? "" : "\n") + part;
  }
  [[nodiscard]] std::string const& text() const { return text_; }

 private:
  std::string text_;
};

std::string as_text(result const& answer) {
  parts all;
  std::string notes;
  for (auto const& note : answer.notes) notes += cod::io::wrapped(note, width, 0, 4) + "\n";
  all.add(notes);
  if (!answer.finding.text.empty()) all.add(cod::io::to_text(answer.finding, 0, width));
  for (auto const& finding : answer.more) all.add(cod::io::to_text(finding, 0, width));
  if (answer.rows_in_text) all.add(cod::io::to_text(as_table(answer.rows)));
  all.add(answer.chart);
  return all.text();
}

std::string as_markdown(result const& answer) {
  parts all;
  for (auto const& note : answer.notes) all.add(cod::io::escaped_for_markdown(note) + "\n");
  if (!answer.finding.text.empty()) all.add(cod::io::to_markdown(answer.finding));
  for (auto const& finding : answer.more) all.add(cod::io::to_markdown(finding));
  if (answer.rows_in_text) all.add(cod::io::to_markdown(as_table(answer.rows)));
  if (!answer.chart.empty()) all.add("```text\n" + answer.chart + "```\n");
  return all.text();
}

}  // namespace

bool session::coloured() const {
  return format == output_format::text && !no_colour && isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
}

bool session::still_read() { return examples::sent_off(*out_); }

void session::print(result const& answer) {
  switch (format) {
    case output_format::text: *out_ << as_text(answer); break;
    case output_format::markdown: *out_ << as_markdown(answer); break;
    case output_format::json: *out_ << as_json(answer); break;
    case output_format::csv:
      for (auto const& note : answer.notes) std::cerr << note << '\n';
      *out_ << cod::io::to_csv(as_table(answer.rows));
      break;
  }
  exit_status = answer.exit_status;
  static_cast<void>(still_read());
}

ordered_json json_head(std::string_view command, std::vector<std::string> const& notes) {
  return {{"format", cod::io::result_format}, {"command", command}, {"notes", notes}};
}

}  // namespace calculator
