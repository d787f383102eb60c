// SPDX-License-Identifier: BSL-1.0
// Is this text JSON, and if not, where and why not?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/io/file.hpp>
#include <codecision/io/json_value.hpp>
#include <codecision/io/utf8.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace codecision {

namespace io {

/// How deep lists and objects may be nested; a dossier needs seven levels.
inline constexpr std::size_t deepest_nesting = 64;

/// How many values a text may hold. Every value takes memory beyond its characters; this bounds it at some 300 MB.
inline constexpr std::size_t most_values = std::size_t{1} << 21u;

/// A text that was read, the name under which errors speak of it, and what it should be: with which code it is refused when it is
/// JSON but something else, and which page describes its format.
struct json_text {
  std::string_view characters;  ///< the text, in UTF-8
  std::string name;  ///< under which errors speak of it
  error_code wrong_content = error_code::not_a_dossier;  ///< the error for JSON that is something else
  std::string_view page = "docs/dossiers/format.md";  ///< which page describes the format
};

}  // namespace io

namespace detail {

/// The line and column at which a byte stands, both from 1; the column counts characters.
[[nodiscard]] inline std::string line_and_column(std::string_view text, std::size_t offset) {
  auto const before = text.substr(0, offset);
  auto const lines = std::count(before.begin(), before.end(), '\n');
  auto const line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return "line " + std::to_string(lines + 1) + ", column " + std::to_string(character_count(before.substr(line_start)) + 1);
}

/// The line in which a byte stands, up to and with that byte.
[[nodiscard]] inline std::string_view line_up_to(std::string_view text, std::size_t offset) {
  auto const start = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  auto line = text.substr(start == std::string_view::npos ? 0 : start + 1);
  line = line.substr(0, offset + 1 - (text.size() - line.size()));
  return line.size() > 50 ? line.substr(line.size() - 50) : line;
}

[[noreturn]] inline void this_text_is_nested_too_deep(io::json_text const& text, std::size_t offset) {
  fail(error_code::input_too_large,
       "'" + text.name + "' is nested deeper than " + std::to_string(io::deepest_nesting) + " levels",
       text.name + ", " + line_and_column(text.characters, offset), "a dossier needs seven levels; is this the right file?");
}
[[noreturn]] inline void this_text_has_too_many_values(io::json_text const& text, std::size_t offset) {
  fail(error_code::input_too_large, "'" + text.name + "' holds more than " + std::to_string(io::most_values) + " values",
       text.name + ", " + line_and_column(text.characters, offset), "a dossier of 300 records has about 20 000; is this the right file?");
}
[[noreturn]] inline void this_key_stands_twice(io::json_text const& text, std::string const& key, std::size_t offset) {
  fail(text.wrong_content, "the key '" + excerpt(key) + "' stands twice in one object",
       text.name + ", in the object that begins at " + line_and_column(text.characters, offset), "remove one of the two");
}
[[noreturn]] inline void this_text_is_not_json(io::json_text const& text, std::size_t offset, std::string const& why) {
  bool const ended = offset >= text.characters.size();
  auto const place = text.name + ", " + line_and_column(text.characters, offset);
  auto const line = excerpt(line_up_to(text.characters, offset));
  fail(error_code::not_json, "'" + text.name + "' is not JSON: " + why, line.empty() ? place : place + ": " + line,
       ended ? "the text ends too early; is the file complete?" : "correct the text at that place");
}

/// What the parser says, without its preface and without the raw bytes that it read last.
[[nodiscard]] inline std::string parser_reason(std::string_view message) {
  constexpr std::string_view preface = "syntax error ";
  auto const start = message.find(preface);
  if (start != std::string_view::npos) message.remove_prefix(start + preface.size());
  else if (auto const end = message.find("] "); end != std::string_view::npos) message.remove_prefix(end + 2);
  auto const raw = message.find("; last read: ");
  auto const expected = message.rfind("; expected ");
  std::string reason{message.substr(0, (std::min)(raw, expected))};
  if (expected != std::string_view::npos) reason += message.substr(expected);
  return reason;
}

/// Walks over a text and counts how much was read, so that every value knows its place.
struct counting_iterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  char const* at = nullptr;
  std::size_t* count = nullptr;

  [[nodiscard]] reference operator*() const { return *at; }
  counting_iterator& operator++() { ++at; ++*count; return *this; }
  counting_iterator operator++(int) { auto const before = *this; ++*this; return before; }
  [[nodiscard]] friend bool operator==(counting_iterator a, counting_iterator b) { return a.at == b.at; }
};

/// Receives what the parser finds, and builds the tree of values.
class json_builder {
 public:
  explicit json_builder(io::json_text const& text) : text_{text} {}

  [[nodiscard]] io::json_value parse() {
    auto const* first = text_.characters.data();
    nlohmann::json::sax_parse(counting_iterator{first, &read_}, counting_iterator{first + text_.characters.size(), &read_}, this);
    return std::move(root_);
  }

  // What the parser calls; true means: go on.
  bool null() { add(nullptr); return true; }
  bool boolean(bool value) { add(value); return true; }
  bool number_integer(std::int64_t value) { add(value); return true; }
  bool number_unsigned(std::uint64_t value) {
    if (value <= std::uint64_t{(std::numeric_limits<std::int64_t>::max)()}) add(static_cast<std::int64_t>(value));
    else add(io::json_real{std::to_string(value)});
    return true;
  }
  bool number_float(double, std::string const& digits) { add(io::json_real{digits}); return true; }
  bool string(std::string& value) { add(std::move(value)); return true; }
  bool binary(nlohmann::json::binary_t&) { return false; }  // never in a text
  bool start_object(std::size_t) { open(io::json_object{}); return true; }
  bool start_array(std::size_t) { open(io::json_array{}); return true; }
  bool end_array() { close(); return true; }
  bool key(std::string& word) {
    std::get<io::json_object>(open_.back()->data).keys.push_back(std::move(word));
    seen_ = read_;
    return true;
  }
  bool end_object() {
    if (auto const key = repeated_key(std::get<io::json_object>(open_.back()->data).keys))
      this_key_stands_twice(text_, *key, open_.back()->offset);
    close();
    return true;
  }
  bool parse_error(std::size_t, std::string const&, nlohmann::json::exception const& problem) {
    auto const reason = excerpt(parser_reason(problem.what()), 160);
    bool const at_end = reason.find("unexpected end of input") != std::string::npos || reason.find("missing closing quote") != std::string::npos;
    this_text_is_not_json(text_, at_end || read_ == 0 ? read_ : read_ - 1, reason);
  }

 private:
  template <class Data>
  io::json_value* add(Data&& data) {
    if (++values_ > io::most_values) this_text_has_too_many_values(text_, read_);
    auto* place = &root_;
    if (!open_.empty()) {
      auto* list = std::get_if<io::json_array>(&open_.back()->data);
      auto& values = list != nullptr ? *list : std::get<io::json_object>(open_.back()->data).values;
      place = &values.emplace_back();
    }
    place->data = std::forward<Data>(data);
    place->offset = begin_of_token();
    seen_ = read_;
    return place;
  }
  template <class Container>
  void open(Container&& container) {
    if (open_.size() >= io::deepest_nesting) this_text_is_nested_too_deep(text_, begin_of_token());
    open_.push_back(add(std::forward<Container>(container)));
  }
  void close() {
    open_.pop_back();
    seen_ = read_;
  }
  /// The token that was read last begins after what was read before it, blanks and separators.
  [[nodiscard]] std::size_t begin_of_token() const {
    auto const start = text_.characters.find_first_not_of(" \t\r\n,:", seen_);
    return start == std::string_view::npos ? seen_ : start;
  }

  io::json_text const& text_;
  std::size_t read_ = 0;  ///< bytes that the parser has taken
  std::size_t seen_ = 0;  ///< bytes up to the end of the last token
  std::size_t values_ = 0;
  io::json_value root_;
  std::vector<io::json_value*> open_;  ///< the lists and objects around the place that is read
};

}  // namespace detail

namespace io {

/// The values of a JSON text (RFC 8259, UTF-8). Cost: linear.
/// Errors: COD-J601 with line and column; COD-J602 for a key that stands twice in one object; COD-J603 when it is larger than
/// `largest_input`, nested deeper than `deepest_nesting`, or holds more than `most_values`.
[[nodiscard]] inline json_value parse_json(json_text const& text) {
  if (text.characters.size() > largest_input)
    detail::this_input_is_too_large(text.name, "it has " + std::to_string(text.characters.size()) + " bytes", largest_input);
  return detail::json_builder{text}.parse();
}

}  // namespace io

}  // namespace codecision
