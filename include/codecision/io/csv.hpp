// SPDX-License-Identifier: BSL-1.0
// What stands in the fields of a CSV table, record by record, however long it is?
#pragma once

#include <codecision/core/letters.hpp>
#include <codecision/io/csv_records.hpp>
#include <codecision/io/csv_text.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision {

namespace io {

/// How long one record may be, line breaks inside of quotation marks included: 1 MiB.
inline constexpr std::size_t longest_record = std::size_t{1} << 20u;

/// How many columns a table may have.
inline constexpr std::size_t most_columns = 4'096;

/// How a table is written. Separator NUL: the comma, semicolon or tab, whichever occurs most often in the header.
struct csv_form {
  char separator = '\0';  ///< between fields; NUL: found from the header
  std::size_t longest = longest_record;  ///< of one record, in bytes, without the line break that ends it
  std::size_t most_columns = io::most_columns;  ///< a table with more is refused
  std::size_t first_line = 1;            ///< the number of the first line, where others were read before
};

}  // namespace io

namespace detail {

[[noreturn]] inline void this_table_has_no_header(std::string const& name) {
  fail(error_code::bad_table, "'" + name + "' is empty: a table begins with the names of its columns", "",
       "write a header as the first line");
}
[[noreturn]] inline void this_table_has_no_such_column(std::string const& place, std::string_view wanted,
                                                       std::string const& there) {
  fail(error_code::bad_table, place + ": the table has no column " + quoted_excerpt(wanted), "columns " + there,
       "add the column, or check its name in the first line");
}
[[noreturn]] inline void this_table_has_too_many_columns(std::string const& place, std::size_t columns, std::size_t limit) {
  fail(error_code::input_too_large, place + ": the table has " + std::to_string(columns) + " columns", "at most " + std::to_string(limit),
       "keep the columns that are read; is this another kind of file?");
}
[[noreturn]] inline void this_column_stands_twice(std::string const& place, std::string_view column) {
  fail(error_code::bad_table, place + ": the column " + quoted_excerpt(column) + " stands in the header twice", "",
       "give each column a name of its own");
}

}  // namespace detail

namespace io {

/// Reads a CSV table with a header, one record after the other: RFC 4180, UTF-8 with or without its mark, lines that
/// end with LF or CR LF; empty lines are left out. Memory does not grow with the table: one record and one block of
/// input are held.
class csv_reader {
 public:
  /// Reads the header. `name` is what errors call the input. The stream must outlive the reader.
  /// Errors: COD-J603 and COD-J604 as for `next`, COD-J603 for more columns than the form allows; COD-J606 for an empty table, a column that stands twice, UTF-16.
  explicit csv_reader(std::istream& in, std::string_view name, csv_form form = {})
      : records_{in, name, form.longest, form.first_line} {
    records_.separated_by(form.separator);
    if (!records_.next()) detail::this_table_has_no_header(records_.name());
    separator_ =
        form.separator != '\0'
            ? form.separator
            : detail::separator_of({records_.begin(), static_cast<std::size_t>(records_.end() - records_.begin())});
    header_line_ = line();
    split();
    records_.separated_by(separator_);
    if (fields_.size() > form.most_columns) detail::this_table_has_too_many_columns(detail::table_place(records_.name(), header_line_), fields_.size(), form.most_columns);
    for (auto const field : fields_) header_.emplace_back(detail::without_blanks(field));
    check_header();
  }

  /// Goes to the next record; false at the end. Cost: linear in its length.
  /// Errors: COD-J603 for a record longer than the limit; COD-J604 when the input cannot be read; COD-J606, with line,
  /// column and what to do, for another number of fields than the header has, misplaced or open quotation marks, NUL,
  /// what is not UTF-8.
  bool next() {
    if (!records_.next()) return false;
    split();
    if (fields_.size() != header_.size()) refuse_number_of_fields();
    return true;
  }

  /// The name under which errors speak of the text.
  [[nodiscard]] std::string const& name() const { return records_.name(); }
  /// What separates the fields.
  [[nodiscard]] char separator() const { return separator_; }
  /// The names of the columns.
  [[nodiscard]] std::vector<std::string> const& header() const { return header_; }
  /// The line on which the record begins, from 1: a record with line breaks in it counts as several lines.
  [[nodiscard]] std::size_t line() const { return records_.line(); }
  /// The text of a field, valid until the next call of `next`. The column must be one of the header's.
  [[nodiscard]] std::string_view operator[](std::size_t column) const { return fields_[column]; }

  /// At which position, from 0, stands the column of this name? The case of letters does not matter. Empty when there
  /// is none.
  [[nodiscard]] std::optional<std::size_t> find_column(std::string_view wanted) const {
    for (std::size_t i = 0; i < header_.size(); ++i)
      if (detail::is_same_name(header_[i], wanted)) return i;
    return std::nullopt;
  }
  /// The same for a column that must be there: error COD-J606, which names the columns that there are.
  [[nodiscard]] std::size_t column(std::string_view wanted) const {
    auto const found = find_column(wanted);
    if (!found) detail::this_table_has_no_such_column(detail::table_place(name(), header_line_), wanted, columns());
    return *found;
  }

  /// Refuses the content of a field: error COD-J606 with file, line, number and name of the column.
  [[noreturn]] void refuse(std::size_t column, std::string const& why, std::string advice,
                           std::string have = {}) const {
    fail(error_code::bad_table, place(column) + ": " + why, std::move(have), std::move(advice));
  }
  /// Refuses the record as a whole: error COD-J606 with file and line.
  [[noreturn]] void refuse(std::string const& why, std::string advice, std::string have = {}) const {
    fail(error_code::bad_table, detail::table_place(name(), line()) + ": " + why, std::move(have), std::move(advice));
  }
  /// Does a step with the content of a field; what goes wrong in it is reported as COD-J606 with the place.
  template <class Step>
  decltype(auto) located(std::size_t column, Step&& step) const {
#ifdef __cpp_exceptions
    try {
      return std::forward<Step>(step)();
    } catch (error const& problem) {
      refuse(column, problem.message(), problem.advice(), problem.have());
    }
#else
    return static_cast<void>(column), std::forward<Step>(step)();
#endif
  }

 private:
  [[nodiscard]] std::size_t line_of(std::size_t field) const {
    return line() + static_cast<std::size_t>(std::count(records_.begin(), fields_[field].data(), '\n'));
  }
  [[nodiscard]] std::string place(std::size_t column) const {
    return detail::table_place(name(), line_of(column)) + ", column " + std::to_string(column + 1) + " (" +
           detail::quoted_excerpt(header_[column]) + ")";
  }
  [[nodiscard]] std::string columns() const {
    std::string list;
    for (std::size_t i = 0; i < header_.size() && i < 40; ++i) list += (i > 0 ? ", " : "") + detail::quoted_excerpt(header_[i]);
    return list + (header_.size() > 40 ? " ..." : "");
  }
  void check_header() const {
    std::vector<std::string> names;
    for (auto const& column : header_)
      if (!column.empty()) names.push_back(detail::in_small_letters(column));
    std::sort(names.begin(), names.end());
    if (auto const twice = std::adjacent_find(names.begin(), names.end()); twice != names.end())
      detail::this_column_stands_twice(detail::table_place(name(), header_line_), *twice);
  }
  /// Refuses how the last field is written: whether the header has a name for it is not known yet.
  [[noreturn]] void refuse_field(std::string const& why, std::string advice) const {
    fail(error_code::bad_table,
         detail::table_place(name(), line_of(fields_.size() - 1)) + ", column " + std::to_string(fields_.size()) +
             ": " + why,
         "", std::move(advice));
  }
  [[noreturn]] void refuse_number_of_fields() const {
    auto const n = std::to_string(fields_.size()) + (fields_.size() == 1 ? " field" : " fields");
    if (records_.cut_off() && fields_.size() < header_.size())
      refuse("the input ends in the middle of this record, after " + n + " of " + std::to_string(header_.size()),
             "is the file complete, or was a pipe interrupted?");
    refuse("the record has " + n + ", and the header has " + std::to_string(header_.size()),
           "write a field for each column, empty where nothing is to be said; a field with " +
               (separator_ == '\t' ? "a tab" : "'" + detail::printable({&separator_, 1}) + "'") + " in it stands in quotation marks");
  }
  void check_characters(std::string_view record) const {
    if (detail::is_plain_ascii(record)) return;
    if (auto const at = record.find('\0'); at != std::string_view::npos)
      refuse("byte " + std::to_string(at + 1) + " of the record is NUL", "is this a text?");
    for (std::size_t at = 0; at < record.size();) {
      auto const length = detail::utf8_length(record.substr(at));
      if (length == 0)
        refuse("byte " + std::to_string(at + 1) + " of the record begins no character of UTF-8",
               "save the table as CSV in UTF-8");
      at += length;
    }
  }
  void split() {
    auto* at = records_.begin();
    auto* const end = records_.end();
    check_characters({at, static_cast<std::size_t>(end - at)});
    fields_.clear();
    for (;; ++at) {  // after a separator there is always another field, if only an empty one
      at = at != end && *at == '"' ? take_quoted(at + 1, end) : take_plain(at, end);
      if (at == end) return;
    }
  }
  [[nodiscard]] char* take_plain(char* at, char* end) {
    auto* stop = static_cast<char*>(std::memchr(at, separator_, static_cast<std::size_t>(end - at)));
    if (stop == nullptr) stop = end;
    fields_.emplace_back(at, static_cast<std::size_t>(stop - at));
    if (fields_.back().find('"') != std::string_view::npos)
      refuse_field("a quotation mark stands inside of a field that does not begin with one",
                   "put the whole field in quotation marks, with no blank before the first, and double the mark "
                   "inside: \"say \"\"no\"\"\"");
    return stop;
  }
  /// A doubled mark stands for one: the text moves together within the record.
  [[nodiscard]] char* take_quoted(char* at, char* end) {
    auto* const first = at;
    auto* to = at;
    for (; at != end && (*at != '"' || (at + 1 != end && at[1] == '"')); ++at) {
      if (*at == '"') ++at;
      *to++ = *at;
    }
    fields_.emplace_back(first, static_cast<std::size_t>(to - first));
    std::fill(to, at, ' ');  // what was left behind holds no line break that `place` would count
    ++at;                    // the closing mark: the records end outside of quotation marks
    if (at != end && *at != separator_)
      refuse_field("after a closing quotation mark something follows",
                   "double the marks inside of a field: \"say \"\"no\"\"\"");
    return at;
  }

  detail::csv_records records_;
  char separator_ = ',';
  std::size_t header_line_ = 1;
  std::vector<std::string> header_;
  std::vector<std::string_view> fields_;
};

}  // namespace io

}  // namespace codecision
