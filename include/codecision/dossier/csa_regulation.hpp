// SPDX-License-Identifier: BSL-1.0
// How did the regulation against online child sexual abuse make its way, from 2020 to 2026?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/explain.hpp>  // lineage, replay, stances and overtaken plans, and what they say
#include <codecision/dossier/record.hpp>
#include <codecision/dossier/record_text.hpp>
#include <codecision/dossier/tables/csa_regulation.hpp>

#include <utility>
#include <vector>

namespace codecision {

/// The dossier of the CSA Regulation, COM(2022) 209, 2022/0155(COD), with its interim regulations: the records of
/// docs/data/csa with their sources, as docs/dossiers/csa-mapping.md maps them. Cost: some milliseconds; keep the
/// result.
[[nodiscard]] inline dossier csa_regulation() {
  detail::source_table const sources{detail::csa_sources};
  std::vector<record> records;
  std::vector<named_relation> relations;
  for (auto const* text : detail::csa_records)
    records.push_back(detail::record_reader{text, sources, relations}.made());
  return dossier::assemble("2022/0155(COD)", "Regulation to prevent and combat child sexual abuse", std::move(records),
                           relations);
}

}  // namespace codecision
