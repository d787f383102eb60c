// SPDX-License-Identifier: BSL-1.0
// Where in a JSON text are we reading, and what is wrong at that place?
#pragma once

#include <codecision/detail/nearest_names.hpp>
#include <codecision/io/json_parse.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace codecision::detail {

/// How much of a key a place shows. Every cursor below the key carries it, so it must not be as long as somebody likes.
inline constexpr std::size_t longest_step = 100;

/// One step of a JSON pointer (RFC 6901), printable, and of a long key the beginning.
[[nodiscard]] inline std::string pointer_step(std::string_view key) {
  std::string step = "/";
  for (char const c : excerpt(key, longest_step)) {
    if (c == '~') step += "~0";
    else if (c == '/') step += "~1";
    else step += c;
  }
  return step;
}

/// A value, and the way that led to it from the beginning of the text.
class json_cursor {
 public:
  json_cursor(io::json_text const& text, io::json_value const& root) : text_{&text}, value_{&root} {}

  [[nodiscard]] io::json_value const& value() const { return *value_; }
  template <class Data>
  [[nodiscard]] Data const* as() const { return std::get_if<Data>(&value_->data); }

  [[nodiscard]] json_cursor item(io::json_array const& list, std::size_t i) const { return {*this, std::to_string(i), list[i]}; }
  [[nodiscard]] json_cursor member(io::json_object const& object, std::size_t i) const {
    return {*this, object.keys[i], object.values[i]};
  }
  /// What stands under a key of this object; empty when it has no such key.
  [[nodiscard]] std::optional<json_cursor> find(std::string_view key) const {
    auto const& object = std::get<io::json_object>(value_->data);
    auto const found = std::find(object.keys.begin(), object.keys.end(), key);
    if (found == object.keys.end()) return std::nullopt;
    return member(object, static_cast<std::size_t>(found - object.keys.begin()));
  }

  /// The place as people look for it: "file.json, line 3, column 7, /records/0/date".
  [[nodiscard]] std::string place() const {
    return text_->name + ", " + line_and_column(text_->characters, value_->offset) + ", " + (path_.empty() ? "the whole text" : path_);
  }
  /// What stands there, in short.
  [[nodiscard]] std::string shown() const {
    if (auto const* words = as<std::string>()) return "'" + excerpt(*words) + "'";
    if (auto const* list = as<io::json_array>()) return "a list of " + std::to_string(list->size());
    if (as<io::json_object>() != nullptr) return "an object";
    return excerpt(io::to_string(*value_));
  }

  [[noreturn]] void refuse(error_code code, std::string message, std::string advice) const {
    fail(code, std::move(message), place(), std::move(advice));
  }
  /// What stands there is JSON, but not what belongs there.
  [[noreturn]] void refuse(std::string message, std::string advice) const { refuse(text_->wrong_content, std::move(message), std::move(advice)); }
  /// The page that describes the format of this text.
  [[nodiscard]] std::string_view page() const { return text_->page; }
  [[noreturn]] void wants(std::string const& what) const {
    refuse(shown() + " stands where " + what + " is expected", "write " + what);
  }
  /// Does a step at this place; what goes wrong in it is reported with the place.
  template <class Step>
  decltype(auto) located(Step&& step) const {
#ifdef __cpp_exceptions
    try {
      return std::forward<Step>(step)();
    } catch (error const& problem) {
      constexpr std::size_t most = 1500;  // such an error may tell names that stand in the text, and these may be long
      fail(problem.code(), excerpt(problem.message(), most), place() + (problem.have().empty() ? "" : ": " + excerpt(problem.have(), most)),
           problem.advice());
    }
#else
    return std::forward<Step>(step)();
#endif
  }

 private:
  json_cursor(json_cursor const& parent, std::string_view step, io::json_value const& value)
      : text_{parent.text_}, value_{&value}, path_{parent.path_ + pointer_step(step)} {}

  io::json_text const* text_;
  io::json_value const* value_;
  std::string path_;
};

/// Takes the keys of an object one by one; at the end none may be left.
class json_object_reader {
 public:
  explicit json_object_reader(json_cursor at) : at_{std::move(at)} {
    if (at_.as<io::json_object>() == nullptr) at_.wants("an object ({...})");
  }

  [[nodiscard]] json_cursor const& at() const { return at_; }
  [[nodiscard]] std::optional<json_cursor> find(std::string_view key) {
    asked_.push_back(key);
    return at_.find(key);
  }
  [[nodiscard]] json_cursor need(std::string_view key) {
    auto found = find(key);
    if (!found) at_.refuse("the key '" + std::string{key} + "' is missing", "add it to this object; see " + std::string{at_.page()});
    return *std::move(found);
  }
  /// Every key was asked for, or it is misspelt. Error COD-J602, or the code of the text.
  void end() const {
    auto const& object = *at_.as<io::json_object>();
    for (std::size_t i = 0; i < object.keys.size(); ++i)
      if (std::find(asked_.begin(), asked_.end(), object.keys[i]) == asked_.end())
        at_.member(object, i).refuse("the key '" + excerpt(object.keys[i]) + "' is not known here", instead_of(object.keys[i], asked_));
  }

 private:
  json_cursor at_;
  std::vector<std::string_view> asked_;
};

}  // namespace codecision::detail
