// SPDX-License-Identifier: BSL-1.0
// A small council of States A, B, C ..., whose populations are whole millions that add up to a hundred.
#pragma once

#include <codecision/codecision.hpp>

#include <string>
#include <vector>

#include "lot.hpp"

namespace worksheet {

/// The States stand for members of the library, so that its rules can count them; the sheet calls them by letters.
class toy_council {
 public:
  toy_council(lot& drawn, int n) {
    int left = 100;
    for (int i = 0; i < n; ++i) {
      auto const others = n - 1 - i;  // each of them gets at least two
      auto const most = left - 2 * others;
      auto const part = others == 0 ? left : drawn.number(2, (most > 40 ? 40 : most));
      council_ = council_.with(state(i), part);
      left -= part;
    }
  }
  [[nodiscard]] codecision::electorate const& council() const { return council_; }
  [[nodiscard]] int size() const { return council_.size(); }
  [[nodiscard]] std::int64_t millions(codecision::member_set who) const { return council_.population(who); }

  /// "A has 31 million inhabitants, B 24, C 20, ..."
  [[nodiscard]] std::string described() const {
    std::string text;
    for (int i = 0; i < size(); ++i)
      text += (i == 0 ? "State A has " : ", " + letter(i) + " ") + std::to_string(council_.population(state(i))) + (i == 0 ? " million inhabitants" : "");
    return text + "; together they have 100 million.";
  }
  /// "A, C and D"
  [[nodiscard]] std::string listed(codecision::member_set who) const {
    std::vector<std::string> names;
    for (int i = 0; i < size(); ++i)
      if (who.contains(state(i))) names.push_back(letter(i));
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
  }

 private:
  [[nodiscard]] static codecision::member_state state(int i) { return static_cast<codecision::member_state>(i); }
  [[nodiscard]] static std::string letter(int i) { return std::string(1, static_cast<char>('A' + i)); }

  codecision::electorate council_{};
};

}  // namespace worksheet
