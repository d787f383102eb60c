// SPDX-License-Identifier: BSL-1.0
// Which plans were contradicted by what happened?
#pragma once

#include <codecision/dossier/position.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace codecision {

/// A plan and what overtook it.
struct overtaken_plan {
  std::size_t plan;
  std::size_t by;
  bool stated;  ///< a relation of the dossier says so (contradicts_plan, supersedes); otherwise announcement and vote differ
  std::optional<member_state> member;
  stance planned;  ///< `none` when the plan is not a stance
  stance happened;
};

namespace detail {

/// Do two texts belong together: is one the other, or does it build on it?
[[nodiscard]] inline bool same_line(dossier const& d, std::size_t a, std::size_t b) {
  return a == b || ancestry_by_building(d, a)[b] || ancestry_by_building(d, b)[a];
}

}  // namespace detail

}  // namespace codecision
