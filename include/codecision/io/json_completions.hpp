// SPDX-License-Identifier: BSL-1.0
// In how many ways can the open votes still end, as JSON?
#pragma once

#include <codecision/io/json_outcome.hpp>
#include <codecision/power/completions.hpp>

#include <nlohmann/json.hpp>

namespace codecision::io {

/// All ways, those that adopt, and for each open member those of the others' ways in which it is decisive. Exact numbers.
[[nodiscard]] inline nlohmann::ordered_json as_json(completion_counts const& counts) {
  auto decisive = nlohmann::ordered_json::array();
  for (auto const m : counts.open()) decisive.push_back({{"member", code(m)}, {"ways", counts.decisive(m)}});
  return {{"total", counts.total()}, {"adopting", counts.adopting()}, {"not_adopting", counts.not_adopting()}, {"decisive", decisive}};
}

}  // namespace codecision::io
