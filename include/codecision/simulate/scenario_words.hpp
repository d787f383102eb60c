// SPDX-License-Identifier: BSL-1.0
// Where in the text of a scenario do its words stand, and what was expected there?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/core/printable.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codecision::simulate::detail {

/// A word of a scenario's text, and at which character it begins, counted from 1.
struct scenario_word {
  std::string_view text;
  std::size_t column;
};

/// Does this byte begin a character of UTF-8? Those that continue one take no column.
[[nodiscard]] constexpr bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }

/// The column of the character that begins at this byte.
[[nodiscard]] constexpr std::size_t column_of(std::string_view text, std::size_t byte) {
  std::size_t column = 1;
  for (auto const c : text.substr(0, byte))
    if (begins_character(c)) ++column;
  return column;
}

[[nodiscard]] constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

[[nodiscard]] constexpr std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Is this the word, whichever letters are capital?
[[nodiscard]] constexpr bool same_word(std::string_view a, std::string_view b) {
  auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i])) return false;
  return true;
}

[[noreturn]] inline void this_scenario_is_not_understood(std::string_view text, std::size_t column,
                                                         std::string_view found, std::string const& expected) {
  fail(error_code::bad_scenario,
       "the scenario is not understood at column " + std::to_string(column) + ", " +
           (found.empty() ? "its end" : "'" + codecision::detail::excerpt(found) + "'"),
       codecision::detail::excerpt(text, 200), "write here " + expected);
}

/// The words of one change, read from left to right. Blanks and commas separate words; '=' is a word of its own.
class scenario_words {
 public:
  /// `text`: the whole text, for messages; the change stands in it from byte `from` to before byte `to`.
  scenario_words(std::string_view text, std::size_t from, std::size_t to) : text_{text}, end_{column_of(text, to)} {
    auto const separates = [](char c) { return is_blank(c) || c == ','; };
    auto column = column_of(text, from);
    for (auto at = from; at < to;) {
      auto stop = at + 1;
      if (!separates(text[at]) && text[at] != '=')
        while (stop < to && !separates(text[stop]) && text[stop] != '=') ++stop;
      if (!separates(text[at])) words_.push_back({text.substr(at, stop - at), column});
      for (; at < stop; ++at)
        if (begins_character(text[at])) ++column;
    }
  }

  [[nodiscard]] bool empty() const { return next_ == words_.size(); }
  /// The word `ahead` words from here; empty behind the last one.
  [[nodiscard]] std::string_view peek(std::size_t ahead = 0) const {
    return next_ + ahead < words_.size() ? words_[next_ + ahead].text : std::string_view{};
  }
  [[nodiscard]] bool is(std::string_view word, std::size_t ahead = 0) const { return same_word(peek(ahead), word); }
  [[nodiscard]] std::string_view take() { return words_[next_++].text; }
  /// Goes on if these are the next words.
  [[nodiscard]] bool accept(std::string_view first, std::string_view second = {}) {
    if (empty() || !is(first) || (!second.empty() && !is(second, 1))) return false;
    next_ += second.empty() ? 1u : 2u;
    return true;
  }
  [[noreturn]] void refuse(std::string const& expected) const {
    this_scenario_is_not_understood(text_, empty() ? end_ : words_[next_].column, peek(), expected);
  }

 private:
  std::string_view text_;
  std::size_t end_;
  std::vector<scenario_word> words_{};
  std::size_t next_ = 0;
};

/// The whole number in a word, at most 10^12; -1 for anything else.
[[nodiscard]] constexpr std::int64_t whole_number(std::string_view word) {
  if (word.empty() || word.size() > 12) return -1;
  std::int64_t n = 0;
  for (auto const c : word) {
    if (c < '0' || c > '9') return -1;
    n = n * 10 + (c - '0');
  }
  return n;
}

/// The number of a month by its English name, January 1; 0 for anything else.
[[nodiscard]] constexpr int month_named(std::string_view word) {
  constexpr std::string_view names[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
  for (int i = 0; i < 12; ++i)
    if (same_word(word, names[i])) return i + 1;
  return 0;
}

}  // namespace codecision::simulate::detail
