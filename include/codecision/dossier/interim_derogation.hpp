// SPDX-License-Identifier: BSL-1.0
// How was the interim derogation of 2026 adopted, from the proposal of December 2025 to its entry into force?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/record.hpp>
#include <codecision/dossier/record_text.hpp>
#include <codecision/dossier/tables/csa_regulation.hpp>
#include <codecision/dossier/tables/interim_derogation.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision {

namespace detail {

/// Some records of a table, by their ids, in its order, and the relations between them; a relation to a record that is not among them becomes
/// a reference to what is outside. Cost: linear.
template <std::size_t Records, std::size_t Sources, std::size_t Ids>
[[nodiscard]] dossier part_of_table(char const* const (&table)[Records], char const* const (&sources_of_table)[Sources],
                                    char const* const (&ids)[Ids], std::string number, std::string title) {
  auto const is_chosen = [&ids](std::string_view id) {
    for (std::string_view const chosen : ids)
      if (chosen == id) return true;
    return false;
  };
  source_table const sources{sources_of_table};
  std::vector<record> records;
  std::vector<named_relation> relations;
  for (std::string_view const text : table) {
    if (!is_chosen(text.substr(3, text.find('\n') - 3))) continue;  // a record begins with "id " and its id
    std::vector<named_relation> found;
    auto r = record_reader{text, sources, found}.made();
    for (auto& one : found) {
      if (is_chosen(one.to)) relations.push_back(std::move(one));
      else r.external.push_back({std::string{name(one.what.type)}, one.to, std::move(one.what.carries)});
    }
    records.push_back(std::move(r));
  }
  return dossier::assemble(std::move(number), std::move(title), std::move(records), relations);
}

}  // namespace detail

/// The dossier of the interim derogation, COM(2025) 797, 2025/0429(COD), from the proposal of 19 December 2025 to the entry into
/// force of Regulation (EU) 2026/1881: the records of `csa_regulation()` that belong to it, the acts that it continues and the
/// presidencies. `follow` runs it through the procedure. Cost: some milliseconds; keep the result.
[[nodiscard]] inline dossier interim_derogation() {
  return detail::part_of_table(detail::csa_records, detail::csa_sources, detail::interim_derogation_records,
                               detail::interim_derogation_number, detail::interim_derogation_title);
}

}  // namespace codecision
