// SPDX-License-Identifier: BSL-1.0
// What does a JSON text say, and how is it laid out so that people can read and compare it?
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace codecision::io {

struct json_value;

/// A list of values.
using json_array = std::vector<json_value>;

/// Values under keys, in the order in which they stand in the text.
struct json_object {
  std::vector<std::string> keys;  ///< in the order of the text
  std::vector<json_value> values;  ///< one for each key

  /// Adds a value under a key, behind the others.
  void add(std::string key, json_value value);
};

/// A number that is not a whole one, or that needs more than 64 bits, as it is written; nothing in a dossier is.
struct json_real {
  std::string digits;  ///< as they are written
};

/// A value of a JSON text, and the number of the byte at which it begins.
struct json_value {
  /// The value.
  std::variant<std::nullptr_t, bool, std::int64_t, json_real, std::string, json_array, json_object> data = nullptr;
  std::size_t offset = 0;  ///< where it begins
};

inline void json_object::add(std::string key, json_value value) {
  keys.push_back(std::move(key));
  values.push_back(std::move(value));
}

/// How long lines become before a list or an object is broken over several.
inline constexpr std::size_t json_line_width = 120;

}  // namespace codecision::io

namespace codecision::detail {

/// A key that stands twice in one object; empty when each stands once.
[[nodiscard]] inline std::optional<std::string> repeated_key(std::vector<std::string> const& keys) {
  std::vector<std::string_view> sorted(keys.begin(), keys.end());
  std::sort(sorted.begin(), sorted.end());
  auto const twice = std::adjacent_find(sorted.begin(), sorted.end());
  return twice == sorted.end() ? std::nullopt : std::optional<std::string>{*twice};
}

/// A text in quotes, as RFC 8259 wants it: only quotes, backslashes and control characters are escaped, those from U+007F to U+009F
/// too, so that JSON can be looked at on a terminal.
[[nodiscard]] inline std::string json_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    constexpr std::string_view special = "\"\\\b\f\n\r\t";
    auto const at = special.find(text[i]);
    auto const code = static_cast<unsigned char>(text[i]);
    auto const next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0u;
    auto const escaped = [&quoted](unsigned number) {
      ((quoted += "\\u00") += "0123456789abcdef"[number >> 4u]) += "0123456789abcdef"[number & 0xFu];
    };
    if (at != std::string_view::npos) (quoted += '\\') += "\"\\bfnrt"[at];
    else if (code < 0x20 || code == 0x7F) escaped(code);
    else if (code == 0xC2 && next >= 0x80 && next < 0xA0) escaped(next), ++i;
    else quoted += text[i];
  }
  return quoted + '"';
}

/// Writes values with two blanks a level; a list or object that fits into one line stays on it.
class json_printer {
 public:
  explicit json_printer(std::size_t width) : width_{width} {}

  [[nodiscard]] std::string print(io::json_value const& value) {
    write(value, 0);
    return std::move(text_);
  }

 private:
  void write(io::json_value const& value, std::size_t used_after) {
    auto const before = text_.size();
    if (write_on_line(value, line_ + width_ - (std::min)(used_after, width_))) return;
    text_.resize(before);
    if (auto const* list = std::get_if<io::json_array>(&value.data)) write_broken('[', nullptr, *list, ']');
    else if (auto const* object = std::get_if<io::json_object>(&value.data)) write_broken('{', &object->keys, object->values, '}');
    else write_on_line(value, static_cast<std::size_t>(-1));
  }
  void write_broken(char open, std::vector<std::string> const* keys, std::vector<io::json_value> const& values, char close) {
    text_ += open;
    ++level_;
    for (std::size_t i = 0; i < values.size(); ++i) {
      auto const used_after = i + 1 < values.size() ? std::size_t{1} : 0;
      if (i > 0) text_ += ',';
      if (i > 0 && keys == nullptr && is_small(values[i]) && is_small(values[i - 1]) && continue_line(values[i], used_after)) continue;
      new_line();
      if (keys != nullptr) text_ += json_quoted((*keys)[i]) + ": ";
      write(values[i], used_after);
    }
    --level_;
    new_line();
    text_ += close;
  }
  /// Words and numbers fill the lines of a list.
  [[nodiscard]] static bool is_small(io::json_value const& value) {
    return !std::holds_alternative<io::json_array>(value.data) && !std::holds_alternative<io::json_object>(value.data);
  }
  bool continue_line(io::json_value const& value, std::size_t used_after) {
    auto const before = text_.size();
    text_ += ' ';
    if (write_on_line(value, line_ + width_ - (std::min)(used_after, width_))) return true;
    text_.resize(before);
    return false;
  }
  /// Writes the value on the line that is open; gives up, and returns false, as soon as the text grows beyond the limit.
  bool write_on_line(io::json_value const& value, std::size_t limit) {
    if (auto const* list = std::get_if<io::json_array>(&value.data)) return write_list('[', nullptr, *list, ']', limit);
    if (auto const* object = std::get_if<io::json_object>(&value.data)) return write_list('{', &object->keys, object->values, '}', limit);
    if (auto const* words = std::get_if<std::string>(&value.data)) text_ += json_quoted(*words);
    else if (auto const* number = std::get_if<std::int64_t>(&value.data)) text_ += std::to_string(*number);
    else if (auto const* real = std::get_if<io::json_real>(&value.data)) text_ += real->digits;
    else if (auto const* flag = std::get_if<bool>(&value.data)) text_ += *flag ? "true" : "false";
    else text_ += "null";
    return text_.size() <= limit;
  }
  bool write_list(char open, std::vector<std::string> const* keys, std::vector<io::json_value> const& values, char close,
                  std::size_t limit) {
    text_ += open;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) text_ += ", ";
      if (keys != nullptr) text_ += json_quoted((*keys)[i]) + ": ";
      if (!write_on_line(values[i], limit)) return false;
    }
    text_ += close;
    return text_.size() <= limit;
  }
  void new_line() {
    text_ += '\n';
    line_ = text_.size();
    text_.append(2 * level_, ' ');
  }

  std::size_t width_;
  std::string text_;
  std::size_t line_ = 0;
  std::size_t level_ = 0;
};

}  // namespace codecision::detail

namespace codecision::io {

/// The value as JSON, in UTF-8, with two blanks a level; what fits into a line of `width` bytes stays on one line.
/// The same value always gives the same bytes. Cost: linear in the text, times the depth.
[[nodiscard]] inline std::string to_string(json_value const& value, std::size_t width = json_line_width) {
  return detail::json_printer{width}.print(value);
}

}  // namespace codecision::io
