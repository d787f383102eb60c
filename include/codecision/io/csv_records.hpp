// SPDX-License-Identifier: BSL-1.0
// Where in a stream of CSV does one record end and the next begin?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/core/printable.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace codecision::detail {

/// A place in a table as people look for it: "ballots.csv, line 17".
[[nodiscard]] inline std::string table_place(std::string_view name, std::size_t line) {
  return std::string{name} + ", line " + std::to_string(line);
}

[[noreturn]] inline void this_table_cannot_be_read_on(std::string const& name, std::size_t line) {
  fail(error_code::cannot_read, "'" + name + "' cannot be read", table_place(name, line),
       "is it a folder, or was the input interrupted?");
}
[[noreturn]] inline void this_table_is_in_UTF_16(std::string const& name) {
  fail(error_code::bad_table, table_place(name, 1) + ": the text is in UTF-16", "", "save the table as CSV in UTF-8");
}
[[noreturn]] inline void this_record_is_too_long(std::string const& name, std::size_t line, std::size_t limit) {
  fail(error_code::input_too_large,
       table_place(name, line) + ": the record that begins here is longer than " + std::to_string(limit) + " bytes", "",
       "is a quotation mark not closed, or is this another kind of file?");
}
[[noreturn]] inline void this_quotation_mark_is_not_closed(std::string const& name, std::size_t line) {
  fail(error_code::bad_table,
       table_place(name, line) + ": the input ends inside of a field in quotation marks that begins here", "",
       "close the field with a quotation mark; is the file complete?");
}

/// The records of a stream, one after the other. Holds one record and one block of the input, never more. A line break
/// inside of quotation marks does not end a record (RFC 4180); empty lines are left out; lines may end with LF or CR
/// LF.
class csv_records {
 public:
  csv_records(std::istream& in, std::string_view name, std::size_t longest, std::size_t first_line = 1)
      : in_{in}, name_{printable(name)}, longest_{longest}, line_{first_line}, next_line_{first_line} {
    skip_mark();
  }

  [[nodiscard]] std::string const& name() const { return name_; }
  /// The line on which the record begins, from 1.
  [[nodiscard]] std::size_t line() const { return line_; }
  /// The bytes of the record without its line break; they may be changed.
  [[nodiscard]] char* begin() { return buffer_.data() + begin_; }
  [[nodiscard]] char* end() { return buffer_.data() + end_; }
  [[nodiscard]] char const* begin() const { return buffer_.data() + begin_; }
  /// Did the input end before a line break?
  [[nodiscard]] bool cut_off() const { return cut_off_; }
  /// What stands between two fields; until it is known, any separator that is common.
  void separated_by(char separator) { separators_ = separator == '\0' ? ",;\t" : std::string(1, separator); }

  /// Goes to the next record; false at the end of the input. Errors: COD-J603 for a record that is too long, COD-J604
  /// when the input cannot be read, COD-J606 for a quotation mark that is not closed.
  bool next() {
    while (find_record())
      if (begin_ != end_) return true;
    return false;
  }

 private:
  static constexpr std::size_t block = std::size_t{1} << 16u, npos = static_cast<std::size_t>(-1);

  /// Leaves out the mark that some programs write before UTF-8.
  void skip_mark() {
    while (filled_ < 3 && read_block()) {}
    std::string_view const start{buffer_.data(), filled_};
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) this_table_is_in_UTF_16(name_);
    if (start.starts_with("\xEF\xBB\xBF")) next_ = 3;
  }
  bool find_record() {
    begin_ = at_ = no_break_before_ = next_;
    line_ = next_line_;
    quoted_ = false;
    closed_before_ = npos;
    lines_inside_ = 0;
    while (!at_line_break())
      if (!read_block()) return end_at_end_of_input();
    end_at(at_);
    next_ = at_ + 1;
    next_line_ = line_ + lines_inside_ + 1;
    return true;
  }
  /// Moves on to the line break that ends the record; false when it is not in what was read so far.
  [[nodiscard]] bool at_line_break() {
    while (at_ < filled_) {
      auto const stop = quoted_ ? filled_ : next_line_break();
      auto const mark = find('"', at_, stop);
      if (quoted_)
        lines_inside_ += static_cast<std::size_t>(std::count(buffer_.data() + at_, buffer_.data() + mark, '\n'));
      at_ = mark;
      if (mark == stop) return !quoted_ && stop < filled_;
      turn_quotation();
    }
    return false;
  }
  /// Where the line ends that the search stands in. Each byte is looked at once, however many marks the line has.
  [[nodiscard]] std::size_t next_line_break() {
    no_break_before_ = (std::max)(no_break_before_, at_);
    if (no_break_before_ < filled_) no_break_before_ = find('\n', no_break_before_, filled_);
    return no_break_before_;
  }
  /// A mark opens a field only where a field begins, or where another has just closed it (then both stand for one);
  /// elsewhere it is a letter like others, which the reader of the fields refuses: so a fault in one line does not run
  /// on into the next.
  void turn_quotation() {
    bool const begins = at_ == begin_ || separators_.find(buffer_[at_ - 1]) != std::string::npos;
    bool const turns = quoted_ || begins || at_ == closed_before_;
    ++at_;
    closed_before_ = turns && quoted_ ? at_ : npos;
    if (!turns) return;
    quoted_ = !quoted_;
    if (quoted_) opened_on_ = line_ + lines_inside_;
  }
  [[nodiscard]] std::size_t find(char wanted, std::size_t from, std::size_t to) const {
    auto const* found = std::memchr(buffer_.data() + from, wanted, to - from);
    return found == nullptr ? to : static_cast<std::size_t>(static_cast<char const*>(found) - buffer_.data());
  }
  void end_at(std::size_t stop) {
    end_ = stop > begin_ && buffer_[stop - 1] == '\r' ? stop - 1 : stop;
    if (end_ - begin_ > longest_) this_record_is_too_long(name_, line_, longest_);
  }
  bool end_at_end_of_input() {
    next_ = filled_;
    cut_off_ = true;
    if (quoted_) this_quotation_mark_is_not_closed(name_, opened_on_);
    end_at(filled_);
    return begin_ != end_;
  }
  /// Reads on, and moves the record that was begun to the front of the buffer; false at the end of the input. Takes
  /// what is there without waiting for a whole block, so that a pipe is followed as it is written.
  bool read_block() {
    if (filled_ - begin_ > longest_ + 1) this_record_is_too_long(name_, line_, longest_);
    if (begin_ > 0) move_to_front();
    buffer_.resize((std::max)(buffer_.size(), filled_ + block));
    bool const ended = in_.peek() == std::istream::traits_type::eof();
    if (in_.bad()) this_table_cannot_be_read_on(name_, line_);
    if (ended) return false;
    auto got = in_.readsome(buffer_.data() + filled_, static_cast<std::streamsize>(block));
    if (got <= 0) got = in_.read(buffer_.data() + filled_, 1).gcount();
    filled_ += static_cast<std::size_t>(got);
    return got > 0;
  }
  void move_to_front() {
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(filled_), buffer_.begin());
    filled_ -= begin_;
    at_ -= begin_;
    if (closed_before_ != npos) closed_before_ -= begin_;
    no_break_before_ -= begin_;
    next_ -= begin_;
    begin_ = 0;
  }

  std::istream& in_;
  std::string name_;
  std::size_t longest_;
  std::string separators_ = ",;\t";
  std::vector<char> buffer_;
  std::size_t filled_ = 0;            ///< so many bytes of the buffer have been read
  std::size_t begin_ = 0, end_ = 0;   ///< the record
  std::size_t at_ = 0, next_ = 0;     ///< where the search stands; where the next record begins
  std::size_t closed_before_ = npos;  ///< the byte after a closing quotation mark
  std::size_t no_break_before_ = 0;   ///< from the search on
  std::size_t line_, next_line_, lines_inside_ = 0, opened_on_ = 1;
  bool quoted_ = false, cut_off_ = false;
};

}  // namespace codecision::detail
