// SPDX-License-Identifier: BSL-1.0
// What must be known of a file, besides an event, to decide on it; and why is a count refused?
#pragma once

#include <codecision/council/participation.hpp>
#include <codecision/procedure/event.hpp>
#include <codecision/procedure/reasoned_opinion.hpp>
#include <codecision/procedure/transition.hpp>
#include <codecision/rules/rule.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codecision::procedure::detail {

/// Parliament's position at first reading, as far as it decides the majority of the Council.
struct position_facts {
  std::optional<bool> departs{};
  bool rejected = false;
  opinion commission = opinion::not_known;
};

/// Who has adopted the joint text at third reading.
struct joint_text_votes {
  bool parliament = false;
  bool council = false;
};

/// What a decision must know besides the event.
struct decision_context {
  legislative_file file;
  voting_facts facts;
  position_facts position;
  std::vector<amendment> const& amendments;
  joint_text_votes joint_text;
  procedure_table const& table;
};

/// May this initiator begin the ordinary procedure on this basis? The Commission; a group of Member States in the area of TFEU 76;
/// the Central Bank and the Court in the cases that the Treaties name, which are not checked here (TFEU 294(15)).
[[nodiscard]] constexpr bool may_begin_the_ordinary_procedure(proposer who, std::string_view basis) {
  if (who == proposer::member_states) return is_in_the_area_of_article_76(basis);
  return who == proposer::commission || who == proposer::central_bank || who == proposer::court;
}

enum class verdict_of_votes : std::uint8_t { carried, not_carried, half_done };

[[noreturn]] inline void this_ballot_is_not_one_of_those_who_vote(event const& e, member_set voters, member_set expected) {
  fail(error_code::voter_not_in_council, "'" + std::string{name(e.kind)} + "' of " + to_string(e.on) + ": the ballot is one of other members",
       "it is of " + to_string(voters), "those who vote: " + to_string(expected));
}
[[noreturn]] inline void the_opinion_of_the_commission_decides_and_is_not_known(event const& e, std::string const& on) {
  fail(error_code::majority_without_figures,
       "'" + std::string{name(e.kind)} + "' of " + to_string(e.on) + on + ": there is a majority but no unanimity, and the Commission's opinion is not known", "",
       "say whether the text departs from the proposal (departs_from_proposal) and what the Commission thinks of it (commission_opinion)");
}

}  // namespace codecision::procedure::detail
