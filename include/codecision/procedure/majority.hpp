// SPDX-License-Identifier: BSL-1.0
// Which rules decide a step, for this file on this day?
#pragma once

#include <codecision/council/participation.hpp>
#include <codecision/procedure/transition.hpp>
#include <codecision/rules/institutions.hpp>
#include <codecision/rules/parliament.hpp>
#include <codecision/rules/subsidiarity.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation tfeu_293_1{"TFEU 293(1)", "CELEX 12012E/TXT", support::confirmed, {},
                                     "on a proposal of the Commission the Council may amend it only by unanimity; not in 294(10) and (13)"};
inline constexpr citation tfeu_294_9{"TFEU 294(9)", "CELEX 12012E/TXT", support::confirmed, {},
                                     "unanimity for amendments on which the Commission gave a negative opinion"};
/// @}
}  // namespace citations

namespace procedure {

/// A rule that a body must satisfy for a step, and in which case.
struct required_rule {
  actor body;  ///< who decides
  rule how;  ///< by which rule
  std::string_view in_case = {};     ///< empty: always
  citation const* because = nullptr; ///< the provision that asks for this rule in this case
};

/// The rules of a step. `alternatives`: one of them suffices; otherwise each body must reach its own, in the case that holds.
class required_rules {
 public:
  /// Adds a rule; there is room for those of one step.
  constexpr void push_back(required_rule const& r) { rules_[size_++] = r; }
  /// How many are there?
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  /// Are there none?
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  /// The one at this place, from 0; it is less than size().
  [[nodiscard]] constexpr required_rule const& operator[](std::size_t i) const { return *rules_[i]; }
  bool alternatives = false;  ///< one of the rules suffices; otherwise all must be met

 private:
  std::array<std::optional<required_rule>, 3> rules_{};
  std::size_t size_ = 0;
};

/// Can the Commission's disagreement make this step ask for unanimity? On its own proposal, at first reading (TFEU 293(1)) and on
/// amendments at second reading (294(9)); neither in conciliation nor at third reading.
[[nodiscard]] constexpr bool commission_can_object(majority needed, proposer initiator) {
  return (needed == majority::council || needed == majority::council_on_amendments) && initiator == proposer::commission;
}

/// By which rule does the Council act in this file on this day? The rule of the legal basis, or unanimity among the same members.
/// Errors as for `catalogue`.
[[nodiscard]] constexpr rule council_rule_on(legislative_file const& file, date day, bool by_unanimity, voting_facts const& facts = {}) {
  if (by_unanimity) return rules::unanimity();
  return catalogue(file.basis, file.initiator, day, request::none, facts);
}

/// By which majority does Parliament consent on this legal basis? Of the votes cast, or of its component members where the
/// Treaties say so (TEU 49 on accession, TFEU 312 on the financial framework, TFEU 223(1) on elections); of two thirds and the
/// component members under TEU 7 (TFEU 354).
[[nodiscard]] constexpr rule consent_rule(legal_basis basis) {
  auto const article = basis.article;
  if (article.starts_with("TEU 7(")) return rules::two_thirds_majority();
  if (article == "TEU 49" || article.starts_with("TFEU 312") || article.starts_with("TFEU 223(1)"))
    return rules::majority_of_component_members();
  return rules::majority_of_votes_cast();
}

/// Which rules decide this step in this file on this day? Several where two bodies must agree, or where it depends on the
/// Commission's opinion. None when nobody votes. Errors as for `catalogue`.
[[nodiscard]] constexpr required_rules rules_for(transition const& step, legislative_file const& file, date day,
                                                 voting_facts const& facts = {}) {
  required_rules found;
  auto const by_basis = [&] { return council_rule_on(file, day, false, facts); };
  switch (step.needed) {
    case majority::none:
    case majority::one_member:
    case majority::consensus: break;
    case majority::commission_members: found.push_back({actor::commission, rules::commission_majority()}); break;
    case majority::initiators:
      if (file.initiator == proposer::member_states)
        found.push_back({actor::initiators, file.basis.article == "TEU 7(1)" ? rules::third_of_member_states() : rules::quarter_of_member_states()});
      break;
    case majority::nine_members: found.push_back({actor::nine_members, rules::nine_member_states()}); break;
    case majority::votes_cast: found.push_back({actor::parliament, rules::majority_of_votes_cast()}); break;
    case majority::component_members: found.push_back({actor::parliament, rules::majority_of_component_members()}); break;
    case majority::parliament_consent: found.push_back({actor::parliament, consent_rule(file.basis)}); break;
    case majority::council:
    case majority::council_on_amendments:
      found.push_back({actor::council, by_basis()});
      if (commission_can_object(step.needed, file.initiator))
        found.push_back(step.needed == majority::council
                            ? required_rule{actor::council, rules::unanimity(), "the text departs from the proposal and the Commission does not agree", &citations::tfeu_293_1}
                            : required_rule{actor::council, rules::unanimity(), "amendments with a negative opinion of the Commission", &citations::tfeu_294_9});
      break;
    case majority::conciliation:
      found.push_back({actor::council, by_basis()});
      found.push_back({actor::parliament, rules::majority_of_parliaments_side()});
      break;
    case majority::third_reading:
      found.push_back({actor::parliament, rules::majority_of_votes_cast()});
      found.push_back({actor::council, by_basis()});
      break;
    case majority::stop_after_orange_card:
      found.push_back({actor::council, rules::stop_by_the_council()});
      found.push_back({actor::parliament, rules::stop_by_parliament()});
      found.alternatives = true;
      break;
  }
  return found;
}

}  // namespace procedure
}  // namespace codecision
