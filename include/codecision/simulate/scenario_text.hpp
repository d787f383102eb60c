// SPDX-License-Identifier: BSL-1.0
// Which scenario does a text describe, such as "Germany turns: DE in favour; euro area except DE against"?
#pragma once

#include <codecision/simulate/change_reader.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// How many bytes a scenario may have. A line that somebody writes is much shorter; a longer one would be read for minutes.
inline constexpr std::size_t longest_scenario = 4'000;

namespace detail {

[[noreturn]] inline void this_scenario_is_too_long(std::size_t bytes) {
  fail(error_code::input_too_large, "a scenario of " + std::to_string(bytes) + " bytes",
       "at most " + std::to_string(longest_scenario) + " bytes",
       "give each scenario a line of its own; groups such as 'euro area' make it shorter");
}

[[noreturn]] inline void this_scenario_is_no_text(std::size_t column) {
  fail(error_code::bad_scenario, "the scenario is no text in UTF-8 at column " + std::to_string(column), "",
       "leave out control characters, and save a file as UTF-8");
}

/// A scenario is shown with its result: nothing in it may steer a terminal.
inline void check_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const length = codecision::detail::utf8_length(text.substr(at));
    if (length == 0 || (!is_blank(text[at]) && codecision::detail::steers_a_terminal(text.substr(at, length))))
      this_scenario_is_no_text(column_of(text, at));
    at += length;
  }
}

/// The changes of a text, each between two semicolons.
template <class Earlier>
[[nodiscard]] std::vector<change_reader<Earlier>> readers_of(std::string_view text, std::size_t from,
                                                             scenario const& base, Earlier const& earlier) {
  std::vector<change_reader<Earlier>> readers;
  while (from <= text.size()) {
    auto const to = (std::min)(text.find(';', from), text.size());
    auto const one = without_blanks(text.substr(from, to - from));
    if (!one.empty()) readers.push_back({base, earlier, scenario_words{text, from, to}, one});
    from = to + 1;
  }
  return readers;
}

}  // namespace detail

/// Which scenario does this text describe, seen from a base? A name and a colon may stand first; changes are separated
/// by semicolons; docs/foresight/scenarios.md has the grammar. Changes of the council and of the rule are made first,
/// "everyone else" last, wherever they stand. Without a name the text is the name. `earlier(earlier_group)` returns who
/// stood where at another time. Errors: COD-F002 with the column and what was expected there, or when the scenario
/// contradicts itself, or is not UTF-8 or has control characters; COD-M102 for a member named twice; COD-J603 for more than 4000 bytes; COD-D202 for the euro area
/// of a council without a day; and those of the changes.
template <class Earlier = no_earlier_votes>
[[nodiscard]] scenario parse_scenario(std::string_view text, scenario const& base, Earlier const& earlier = {}) {
  if (text.size() > longest_scenario) detail::this_scenario_is_too_long(text.size());
  detail::check_characters(text);
  auto const colon = text.find(':');
  auto const from = colon == std::string_view::npos ? 0 : colon + 1;
  auto const name = detail::without_blanks(text.substr(0, colon));
  if (name.empty())
    detail::this_scenario_is_not_understood(text, 1, text.substr(0, from),
                                            "a name and ':', or a change such as 'DE in favour'");
  auto readers = detail::readers_of(text, from, base, earlier);
  auto result = base.named(std::string{name});
  for (int turn = 0; turn < 3; ++turn)
    for (auto& reader : readers)
      if (reader.turn() == turn) result = reader.applied_to(std::move(result));
  return result;
}

}  // namespace codecision::simulate
