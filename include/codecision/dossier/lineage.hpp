// SPDX-License-Identifier: BSL-1.0
// Which text builds on which, and what changed from one to the other?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/law_attributes.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codecision {

/// One attribute that two texts do not share: its value in the earlier one and in the later one; empty where a text
/// says nothing of it.
struct attribute_change {
  std::string name;  ///< of the attribute
  std::optional<std::string> before;  ///< its value in the earlier text; none: it had none
  std::optional<std::string> after;  ///< its value in the later text; none: it has none
};

/// One step of a lineage: a text, how it takes up an earlier one, and what changed where the one continues the other.
struct lineage_step {
  std::size_t later;  ///< the vertex of the later text
  relation_type type;  ///< how it builds on the earlier one
  std::size_t earlier;  ///< the vertex of the earlier text
  std::vector<attribute_change> changes;  ///< the attributes that differ
};

/// The texts that a text goes back to, the newest step first.
struct text_lineage {
  std::size_t subject;  ///< the vertex of the text that was asked about
  std::vector<lineage_step> steps;  ///< from the text back to its beginnings
};

/// Which attributes differ between an earlier and a later text? In the order of the earlier text, then of the later
/// one. What a text does not mention may still hold by the text that it builds on. How a record is read in law (`is_of_law`) is
/// no part of its text. Error COD-G504.
[[nodiscard]] inline std::vector<attribute_change> changes_between(dossier const& d, std::size_t earlier,
                                                                   std::size_t later) {
  auto const& before = d.record_of(earlier);
  auto const& after = d.record_of(later);
  std::vector<attribute_change> changes;
  for (auto const& a : before.attributes) {
    if (is_of_law(a.name)) continue;
    auto const* now = after.value_of(a.name);
    if (!now) changes.push_back({a.name, to_string(a.value), std::nullopt});
    else if (to_string(*now) != to_string(a.value)) changes.push_back({a.name, to_string(a.value), to_string(*now)});
  }
  for (auto const& a : after.attributes)
    if (!is_of_law(a.name) && !before.value_of(a.name)) changes.push_back({a.name, std::nullopt, to_string(a.value)});
  return changes;
}

namespace detail {

/// Which records does one go back to by relations of descent? A flag for each; the record itself is among them. Cost:
/// linear.
[[nodiscard]] inline std::vector<bool> ancestry(dossier const& d, std::size_t v) {
  std::vector<bool> found(d.size());
  std::vector<std::size_t> open{v};
  found[v] = true;
  while (!open.empty()) {
    auto const next = open.back();
    open.pop_back();
    d.each_from(next, [&](relation const& r, std::size_t w) {
      if (!is_descent(r.type) || found[w]) return;
      found[w] = true;
      open.push_back(w);
    });
  }
  return found;
}

/// Does a relation join two states of one text, so that their attributes can be compared?
[[nodiscard]] constexpr bool continues(relation_type r) {
  return r == relation_type::builds_on || r == relation_type::reverses || r == relation_type::replaces_approach_of ||
         r == relation_type::supersedes || r == relation_type::adopts;
}

[[nodiscard]] inline std::size_t document_or_id(dossier const& d, std::string_view name) {
  if (auto const by_id = d.find(name)) return *by_id;
  auto const by_number = d.find_document(name);
  if (!by_number) there_is_no_such_record("with the id or the document number '" + std::string{name} + "'");
  return *by_number;
}

}  // namespace detail

/// Which texts does a text go back to, and what changed at each step? Followed are builds_on, reverses,
/// replaces_approach_of, amends, adopts, makes_permanent, derogates_from, intended_to_replace and supersedes. Cost:
/// linear, and the order of time.
[[nodiscard]] inline text_lineage lineage(dossier const& d, std::size_t text) {
  auto const found = detail::ancestry(d, (static_cast<void>(d.record_of(text)), text));
  auto order = d.records();
  std::reverse(order.begin(), order.end());
  text_lineage result{text, {}};
  for (auto const v : order)
    if (found[v])
      d.each_from(v, [&](relation const& r, std::size_t w) {
        if (!is_descent(r.type)) return;
        result.steps.push_back({v, r.type, w, {}});
        if (detail::continues(r.type)) result.steps.back().changes = changes_between(d, w, v);
      });
  return result;
}

/// The same, of the text with this document number or id, such as "14092/25". Error COD-G504 when there is none.
[[nodiscard]] inline text_lineage lineage(dossier const& d, std::string_view document) {
  return lineage(d, detail::document_or_id(d, document));
}

/// Which texts go back to both, without another such text in between? Of a text and one that it goes back to, the
/// latter. Usually one; several where lines meet twice. Error COD-G504.
[[nodiscard]] inline std::vector<std::size_t> nearest_common_ancestors(dossier const& d, std::size_t a, std::size_t b) {
  auto common = detail::ancestry(d, (static_cast<void>(d.record_of(a)), a));
  auto const of_b = detail::ancestry(d, (static_cast<void>(d.record_of(b)), b));
  for (std::size_t v = 0; v < common.size(); ++v) common[v] = common[v] && of_b[v];
  auto nearest = common;
  for (std::size_t v = 0; v < common.size(); ++v) {
    if (!common[v]) continue;
    auto const behind = detail::ancestry(d, v);
    for (std::size_t w = 0; w < behind.size(); ++w)
      if (behind[w] && w != v) nearest[w] = false;
  }
  std::vector<std::size_t> found;
  for (std::size_t v = 0; v < nearest.size(); ++v)
    if (nearest[v]) found.push_back(v);
  return found;
}

/// The same by document numbers or ids.
[[nodiscard]] inline std::vector<std::size_t> nearest_common_ancestors(dossier const& d, std::string_view a,
                                                                       std::string_view b) {
  return nearest_common_ancestors(d, detail::document_or_id(d, a), detail::document_or_id(d, b));
}

}  // namespace codecision
