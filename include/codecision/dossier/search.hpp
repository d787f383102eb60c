// SPDX-License-Identifier: BSL-1.0
// Which record is the document with this number?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/record.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

namespace codecision {

namespace detail {

/// How well a reference names a number: 2 exactly, 1 with words around it ("Kamerstuk 32317 nr. 977", "9093/24 of
/// 28.5.2024"), 0 not at all.
[[nodiscard]] inline int names_number(std::string_view reference, std::string_view number) {
  if (reference == number) return 2;
  if (reference.size() <= number.size()) return 0;
  bool const starts = reference.substr(0, number.size()) == number && reference[number.size()] == ' ';
  bool const ends = reference.substr(reference.size() - number.size()) == number &&
                    reference[reference.size() - number.size() - 1] == ' ';
  return starts || ends ? 1 : 0;
}

/// How likely a kind is the document itself and not something that refers to it.
[[nodiscard]] inline int is_document(kind k) {
  auto const bit = kinds(k);
  if ((bit & group::texts) != 0) return 3;
  return (bit & group::sayings) != 0 ? 2 : 1;
}

/// How well a record answers to a number: the higher the better, 0 not at all.
[[nodiscard]] inline int answers_to(record const& r, std::string_view number) {
  int best = designation(r) == number ? 2 : 0;
  for (auto const& reference : r.documents) best = (std::max)(best, names_number(reference, number));
  return best == 0 ? 0 : is_document(r.kind()) * 10 + best;
}

}  // namespace detail

inline std::optional<dossier::vertex> dossier::find_document(std::string_view number) const {
  std::optional<vertex> found;
  if (number.empty()) return found;
  int best = 0;
  for (vertex v = 0; v < size(); ++v) {
    auto const fit = detail::answers_to(graph()[v], number);
    if (fit > best || (fit == best && found && graph()[v].when().latest < graph()[*found].when().latest)) {
      best = fit;
      found = v;
    }
  }
  return found;
}

}  // namespace codecision
