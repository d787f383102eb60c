// SPDX-License-Identifier: BSL-1.0
// Members and days as they stand in tables of ballots.
#include <codecision/core/letters.hpp>
#include <codecision/core/member_set.hpp>
#include <codecision/io/csv_text.hpp>

#include "batch_input.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cod = codecision;

namespace calculator {

namespace {

/// The table of codes, which is faster than going through the list of states: a million ballots name 27 million.
class code_table {
 public:
  code_table() {
    for (std::size_t i = 0; i < letters * letters; ++i) {
      char const text[] = {static_cast<char>('A' + i / letters), static_cast<char>('A' + i % letters)};
      auto const found = cod::find_member({text, 2});
      states_[i] = static_cast<std::int8_t>(found ? static_cast<int>(index_of(*found)) : -1);
    }
  }
  [[nodiscard]] std::optional<cod::member_state> find(std::string_view code) const {
    if (code.size() != 2) return std::nullopt;
    auto const first = place_of(code[0]), second = place_of(code[1]);
    if (first >= letters || second >= letters) return std::nullopt;
    auto const state = states_[first * letters + second];
    if (state < 0) return std::nullopt;
    return static_cast<cod::member_state>(state);
  }

 private:
  static constexpr std::size_t letters = 26;
  /// 0 for A and a; 26 or more for what is no letter.
  static std::size_t place_of(char c) { return static_cast<std::size_t>(cod::detail::upper(c) - 'A'); }
  std::array<std::int8_t, letters * letters> states_{};
};

cod::member_state parse_code(std::string_view text) {
  static code_table const table;
  if (auto const found = table.find(text)) return *found;
  return cod::parse_member(text.substr(0, 40));  // which is an error
}

bool separates(char c) { return cod::detail::is_separator(c) || c == '|'; }

}  // namespace

cod::member_set members_in(std::string_view text) {
  cod::member_set members;
  for (std::size_t at = 0; at < text.size();) {
    if (separates(text[at])) {
      ++at;
      continue;
    }
    auto stop = at;
    while (stop < text.size() && !separates(text[stop])) ++stop;
    auto const who = parse_code(text.substr(at, stop - at));
    if (members.contains(who)) cod::detail::this_list_names_a_member_twice(text.substr(0, 120), code(who));
    members.insert(who);
    at = stop;
  }
  return members;
}

cod::member_state member_in(std::string_view text) {
  text = cod::detail::without_blanks(text);
  if (auto const slash = text.rfind('/'); slash != std::string_view::npos && text.find("://") != std::string_view::npos)
    text.remove_prefix(slash + 1);
  if (text.size() == 2) return parse_code(text);
  for (int i = 0; i < cod::member_state_count; ++i)
    if (cod::detail::is_same_name(name(static_cast<cod::member_state>(i)), text))
      return static_cast<cod::member_state>(i);
  if (cod::detail::is_same_name("Czech Republic", text)) return cod::member_state::czechia;
  return parse_code(text);
}

std::string_view day_in(std::string_view text) {
  text = cod::detail::without_blanks(text);
  bool const with_time = text.size() > 10 && (text[10] == 'T' || text[10] == ' ' || text[10] == '+' || text[10] == 'Z');
  return with_time ? text.substr(0, 10) : text;
}

}  // namespace calculator
