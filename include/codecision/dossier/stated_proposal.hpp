// SPDX-License-Identifier: BSL-1.0
// On which legal basis does a dossier say that the act stands, and who proposed it?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/law_attributes.hpp>
#include <codecision/rules/rule.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace codecision {

/// What the records of a procedure say of the act that is proposed; empty where they do not say it.
struct stated_proposal {
  std::string legal_basis{};             ///< as in the catalogue, such as "TFEU 114"
  std::optional<proposer> initiator{};   ///< who proposed
};

namespace detail {

/// Does this record belong to this procedure? One of another file says so (the attribute `procedure`).
[[nodiscard]] inline bool is_of_procedure(dossier const& d, record const& r, std::string_view procedure) {
  auto const* other = r.value_of("procedure");
  return other != nullptr ? to_string(*other) == procedure : procedure == d.procedure();
}

}  // namespace detail

/// On which legal basis does the act stand, and who proposed it, by the first records of this procedure that say so
/// (`legal_event.legal_basis` and `legal_event.initiator`, docs/dossiers/format.md)? Nothing is guessed from titles. What cannot be
/// read is passed over: `follow` reports it. Cost: linear in the records.
[[nodiscard]] inline stated_proposal stated_proposal_of(dossier const& d, std::string_view procedure) {
  stated_proposal said;
  for (auto const v : d.records()) {
    auto const& r = d.graph()[v];
    if (!detail::is_of_procedure(d, r, procedure)) continue;
    for (auto const& event : detail::events_of(r)) {
      auto const word = [&](std::string_view key) {
        auto const* value = r.value_of(event.name_of(key));
        auto const* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
        return text != nullptr ? *text : std::string{};
      };
      if (said.legal_basis.empty()) said.legal_basis = word("legal_basis");
      if (!said.initiator) said.initiator = find_proposer(word("initiator"));
    }
  }
  return said;
}

}  // namespace codecision
