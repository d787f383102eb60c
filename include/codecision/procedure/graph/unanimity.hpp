// SPDX-License-Identifier: BSL-1.0
// Where in a procedure must the Council be unanimous, or may have to be, and why?
#pragma once

#include <codecision/council/participation.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/majority.hpp>
#include <codecision/rules/criterion.hpp>
#include <codecision/rules/rule.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace codecision::procedure {

/// A step for which one member of the Council can be enough to stop it.
struct unanimous_step {
  transition const* step = nullptr;  ///< the step in which the Council acts
  std::string_view in_case{};  ///< when unanimity is needed; empty: always, because the legal basis asks for it
  citation because;            ///< the provision that asks for it

  /// Is unanimity needed in every case?
  [[nodiscard]] bool always() const { return in_case.empty(); }
};

/// Does this rule ask that nobody be against?
[[nodiscard]] constexpr bool asks_for_unanimity(rule const& r) {
  for (auto const& c : r)
    if (c.what == counted::members && c.of == voters::not_against && c.share.numerator == c.share.denominator) return true;
  return false;
}

/// Which steps of this file need unanimity in the Council on this day, always or in which case? In the order of the table: always where
/// the legal basis asks for it; else where the text departs from the Commission's proposal against its will (TFEU 293(1)), and for
/// amendments on which it gave a negative opinion (294(9)); neither in conciliation nor at third reading. Consensus in the European
/// Council (TEU 15(4)) is something else and not listed. Errors as for `catalogue`. Cost: linear in the steps.
[[nodiscard]] inline std::vector<unanimous_step> where_unanimous(procedure_table const& table, legislative_file const& file, date day,
                                                                 voting_facts const& facts = {}) {
  std::vector<unanimous_step> found;
  for (auto const& t : table.for_file(file).steps) {
    auto const rules = rules_for(t, file, day, facts);
    for (std::size_t i = 0; i < rules.size(); ++i) {
      auto const& r = rules[i];
      if (r.body != actor::council || !asks_for_unanimity(r.how)) continue;
      found.push_back({&t, r.in_case, r.because ? *r.because : legal_basis_on(file.basis, day).cited()});
      if (r.in_case.empty()) break;  // it cannot be needed more than always
    }
  }
  return found;
}

}  // namespace codecision::procedure
