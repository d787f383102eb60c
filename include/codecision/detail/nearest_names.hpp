// SPDX-License-Identifier: BSL-1.0
// Which names may have been meant by a misspelt one?
#pragma once

#include <codecision/core/printable.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::detail {

/// How many letters must be added, removed or exchanged to turn one word into the other? (Levenshtein 1966)
/// Cost: the product of the lengths.
[[nodiscard]] inline std::size_t letters_apart(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      auto const exchanged = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = (std::min)({exchanged, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

/// The names that come nearest to a misspelt one, nearest first, at most three; none when it is like no name at all.
template <class Names>
[[nodiscard]] std::vector<std::string_view> nearest_names(std::string_view word, Names const& names) {
  word = word.substr(0, 40);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (std::string_view const name : names) {
    if (name.size() > 80) continue;
    bool const part = word.size() > 2 && (name.find(word) != name.npos || word.find(name) != word.npos);
    auto const apart = part ? 1 : letters_apart(word, name);
    if (apart <= (std::max)(name.size(), word.size()) / 3 + 1) near.emplace_back(apart, name);
  }
  std::stable_sort(near.begin(), near.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  std::vector<std::string_view> best;
  for (std::size_t i = 0; i < near.size() && i < 3; ++i) best.push_back(near[i].second);
  return best;
}

/// Names in quotes: "'a', 'b' or 'c'".
template <class Names>
[[nodiscard]] std::string listed(Names const& names, std::string_view last = " or ") {
  std::string list;
  std::size_t left = names.size();
  for (std::string_view const name : names) {
    list += '\'';
    list += printable(name);
    list += '\'';
    if (--left > 0) list += left == 1 ? last : std::string_view{", "};
  }
  return list;
}

/// What to try instead of a misspelt name.
template <class Names>
[[nodiscard]] std::string instead_of(std::string_view word, Names const& names) {
  auto const near = nearest_names(word, names);
  return near.empty() ? "one of: " + listed(names) : "did you mean " + listed(near) + "?";
}

}  // namespace codecision::detail
