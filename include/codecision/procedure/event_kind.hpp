// SPDX-License-Identifier: BSL-1.0
// What can happen to a legislative file, and who makes it happen?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace codecision::procedure {

/// An event with legal effect. docs/procedure/README.md has each with its provision.
enum class event_kind : std::uint8_t {
  submit_proposal, submit_initiative, adopt_position, reject_proposal, approve_parliament_position, adopt_own_position,
  approve_council_position, time_limit_expires, reject, propose_amendments, approve_all_amendments, not_all_approved,
  convene_committee, approve_joint_text, both_adopt, one_fails_or_expiry, sign, publish, enter_into_force, alter_proposal,
  withdraw, orange_card_reject, emergency_brake_social_security, refer_back, no_action_or_new_proposal_requested,
  emergency_brake_criminal_matters, consensus_refer_back, disagreement_nine_notify, disagreement_no_nine,
  // the special procedures
  deliver_opinion, give_consent, refuse_consent, adopt_act, request_cooperation, decline_request,
  authorise_cooperation,
};

inline constexpr std::size_t event_kind_count = 36;  ///< how many there are

namespace detail {
inline constexpr std::array<std::string_view, event_kind_count> event_names{
    "submit_proposal", "submit_initiative", "adopt_position", "reject_proposal", "approve_parliament_position",
    "adopt_own_position", "approve_council_position", "time_limit_expires", "reject", "propose_amendments",
    "approve_all_amendments", "not_all_approved", "convene_committee", "approve_joint_text", "both_adopt",
    "one_fails_or_expiry", "sign", "publish", "enter_into_force", "alter_proposal", "withdraw", "orange_card_reject",
    "emergency_brake_social_security", "refer_back", "no_action_or_new_proposal_requested",
    "emergency_brake_criminal_matters", "consensus_refer_back", "disagreement_nine_notify", "disagreement_no_nine",
    "deliver_opinion", "give_consent", "refuse_consent", "adopt_act", "request_cooperation", "decline_request",
    "authorise_cooperation"};
}  // namespace detail

/// The event as it is written in files, such as "adopt_position".
[[nodiscard]] constexpr std::string_view name(event_kind e) { return detail::event_names[static_cast<std::size_t>(e)]; }
/// The names of all events, in the order of the enumeration.
[[nodiscard]] constexpr auto const& names_of(event_kind) { return detail::event_names; }

/// Which event has this name? Empty when none has.
[[nodiscard]] constexpr std::optional<event_kind> find_event_kind(std::string_view text) {
  for (std::size_t i = 0; i < event_kind_count; ++i)
    if (detail::event_names[i] == text) return static_cast<event_kind>(i);
  return std::nullopt;
}

/// Does an earlier event of a file close a step that its stage has? Parliament's rejection at first reading is no text that the
/// Council could approve; it can adopt a position of its own (TFEU 294(4), (5)). [interpretation]
[[nodiscard]] constexpr bool is_closed_by(event_kind earlier, event_kind step) {
  return earlier == event_kind::reject_proposal && step == event_kind::approve_parliament_position;
}

/// Who acts.
enum class actor : std::uint8_t {
  nobody, commission, initiators, parliament, council, parliament_or_council, presidents, conciliation_committee,
  parliament_and_council, publications_office, one_member, european_council, nine_members,
};

/// The actor in words.
[[nodiscard]] constexpr std::string_view name(actor a) {
  constexpr std::array<std::string_view, 13> names{
      "nobody", "Commission", "Member States, Central Bank or Court", "Parliament", "Council", "Parliament or Council",
      "the Presidents of Parliament and Council", "Conciliation Committee", "Parliament and Council", "Publications Office",
      "one member of the Council", "European Council", "at least nine Member States"};
  return names[static_cast<std::size_t>(a)];
}

}  // namespace codecision::procedure
