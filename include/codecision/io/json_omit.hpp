// SPDX-License-Identifier: BSL-1.0
// Which fields of a record may be left out of a file, because leaving them out says the same?
#pragma once

#include <codecision/dossier/kinds.hpp>

#include <optional>
#include <string>
#include <vector>

namespace codecision::detail {

// Texts without a word, empty sets and lists, false and 0 say nothing. Which member, which norm or which stance it is must be
// said: a forgotten line would otherwise put words into somebody's mouth. "none" is the one stance that says nothing.

[[nodiscard]] inline bool says_nothing(std::string const& text) { return text.empty(); }
[[nodiscard]] inline bool says_nothing(bool flag) { return !flag; }
[[nodiscard]] inline bool says_nothing(int number) { return number == 0; }
[[nodiscard]] inline bool says_nothing(date day) { return day.is_special(); }
[[nodiscard]] inline bool says_nothing(member_set members) { return members.empty(); }
[[nodiscard]] inline bool says_nothing(stance s) { return s == stance::none; }
[[nodiscard]] inline bool says_nothing(member_state) { return false; }
[[nodiscard]] inline bool says_nothing(national_form) { return false; }
[[nodiscard]] inline bool says_nothing(norm) { return false; }
[[nodiscard]] inline bool says_nothing(claim_form) { return false; }
template <class T>
[[nodiscard]] bool says_nothing(std::optional<T> const& value) { return !value.has_value(); }
[[nodiscard]] inline bool says_nothing(std::optional<date> const& day) { return !day || day->is_special(); }
template <class T>
[[nodiscard]] bool says_nothing(std::vector<T> const& list) { return list.empty(); }

/// May a field with this value at first be left out? The value is that of a record in which nothing was filled in.
template <class Kind, class Field>
[[nodiscard]] bool may_be_left_out(Field Kind::*field) { return says_nothing(Kind{}.*field); }

}  // namespace codecision::detail
