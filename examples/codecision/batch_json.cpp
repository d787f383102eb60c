// SPDX-License-Identifier: BSL-1.0
// Ballots as JSON, one object a line.
#include "batch_input.hpp"

#include <codecision/core/date.hpp>
#include <codecision/io/csv.hpp>
#include <codecision/io/json_cursor.hpp>

#include <algorithm>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cod = codecision;
using cod::error_code;
using cod::detail::json_cursor;

namespace calculator {

namespace {

constexpr std::string_view mark_of_utf_8 = "\xEF\xBB\xBF";
constexpr std::string_view page = "docs/foresight/batches.md";

/// The lines of a stream, one after the other, none longer than a record of a table may be.
class text_lines {
 public:
  text_lines(std::istream& in, std::string_view name, std::size_t before)
      : in_{in}, name_{cod::detail::printable(name)}, line_(cod::io::longest_record + 2), number_{before} {}

  /// The next line that is not blank; false at the end. Errors: COD-J603, COD-J604.
  bool next() {
    while (in_.getline(line_.data(), static_cast<std::streamsize>(line_.size())) || in_.gcount() > 0) {
      ++number_;
      bool const whole = !in_.fail();
      auto const got = static_cast<std::size_t>(in_.gcount()) -
                       (whole && !in_.eof() ? 1 : 0);  // with the line break that is taken out
      if (!whole || got > cod::io::longest_record)
        cod::detail::this_record_is_too_long(name_, number_, cod::io::longest_record);
      text_ = {line_.data(), got};
      if (number_ == 1 && text_.starts_with(mark_of_utf_8)) text_.remove_prefix(mark_of_utf_8.size());
      if (text_.find_first_not_of(" \t\r") != std::string_view::npos) return true;
    }
    if (in_.bad()) cod::detail::this_table_cannot_be_read_on(name_, number_ + 1);
    return false;
  }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t number() const { return number_; }
  [[nodiscard]] std::string const& name() const { return name_; }
  [[nodiscard]] std::string place() const { return cod::detail::table_place(name_, number_); }

 private:
  std::istream& in_;
  std::string name_;
  std::vector<char> line_;
  std::string_view text_;
  std::size_t number_;  ///< of the line, from 1
};

std::string text_of(json_cursor const& at) {
  if (auto const* words = at.as<std::string>()) return *words;
  if (auto const* number = at.as<std::int64_t>()) return std::to_string(*number);
  at.wants("a text in quotation marks");
}

template <std::size_t N>
std::string word_of(json_cursor const& at, std::array<std::string_view, N> const& words) {
  auto text = text_of(at);
  if (std::find(words.begin(), words.end(), text) == words.end())
    at.refuse(at.shown() + " may not stand here", cod::detail::instead_of(text, words));
  return text;
}

/// ["CZ", "NL"] or "CZ NL".
cod::member_set members_of_list(json_cursor const& at) {
  if (auto const* words = at.as<std::string>()) return at.located([&] { return members_in(*words); });
  auto const* list = at.as<cod::io::json_array>();
  if (list == nullptr) at.wants("a list of codes, [\"CZ\", \"NL\"] or \"CZ NL\"");
  cod::member_set members;
  for (std::size_t i = 0; i < list->size(); ++i) {
    auto const item = at.item(*list, i);
    auto const who = item.located([&] { return member_in(text_of(item)); });
    if (members.contains(who))
      item.refuse(std::string{code(who)} + " stands twice in the list", "name each member once");
    members.insert(who);
  }
  return members;
}

void read_fields(json_cursor const& at, written_ballot& ballot) {
  cod::detail::json_object_reader object{at};
  if (auto const id = object.find("id")) ballot.id = text_of(*id);
  if (auto const day = object.find("date")) {
    ballot.day = day_in(text_of(*day));
    day->located([&] { static_cast<void>(cod::parse_date(ballot.day)); });
  }
  if (auto const basis = object.find("basis")) ballot.basis = text_of(*basis);
  if (auto const rule = object.find("rule")) ballot.rule = word_of(*rule, rule_words);
  if (auto const rest = object.find("rest")) ballot.rest = word_of(*rest, rest_words);
  for (std::size_t i = 0; i < position_names.size(); ++i)
    if (auto const side = object.find(position_names[i])) ballot.sides[i] = members_of_list(*side);
  object.end();
}

class ballot_lines : public ballot_source {
 public:
  ballot_lines(std::istream& in, std::string const& name, std::size_t before) : lines_{in, name, before} {}

  bool next(written_ballot& ballot) override {
    if (!lines_.next()) return false;
    ballot = {};
    ballot.line = lines_.number();
    ballot.id = std::to_string(++count_);
    try {
      cod::io::json_text const text{lines_.text(), lines_.name(), error_code::bad_table, page};
      auto const value = cod::io::parse_json(text);
      read_fields({text, value}, ballot);
    } catch (cod::error const& problem) {
      refuse(problem);
    }
    return true;
  }
  [[nodiscard]] bool can_go_on(cod::error const& problem) const override {
    return problem.code() == error_code::bad_table || problem.code() == error_code::not_json;
  }
  [[nodiscard]] std::string place() const override { return lines_.place(); }

 private:
  /// The parser sees one line, and counts from 1.
  [[noreturn]] void refuse(cod::error const& problem) const {
    auto where = problem.have();
    constexpr std::string_view first = "line 1, ";
    if (auto const at = where.find(first, lines_.name().size()); where.starts_with(lines_.name()) && at != std::string::npos)
      where.replace(at, first.size(), "line " + std::to_string(lines_.number()) + ", ");
    auto const code = problem.code() == error_code::not_json || problem.code() == error_code::input_too_large
                          ? problem.code()
                          : error_code::bad_table;
    cod::fail(code, problem.message(), where, problem.advice());
  }

  text_lines lines_;
  std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<ballot_source> json_lines(std::istream& in, std::string const& name, std::size_t before) {
  return std::make_unique<ballot_lines>(in, name, before);
}

}  // namespace calculator
