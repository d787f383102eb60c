// SPDX-License-Identifier: BSL-1.0
// Which steps has the ordinary legislative procedure (TFEU 294), by whom, by which majority, within which time?
#pragma once

#include <codecision/council/legal_basis_record.hpp>
#include <codecision/procedure/transition.hpp>
#include <codecision/rules/subsidiarity.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr std::string_view tfeu_text = "CELEX 12012E/TXT";
inline constexpr citation tfeu_294{"TFEU 294", tfeu_text};
inline constexpr citation tfeu_294_2{"TFEU 294(2); 250", tfeu_text, support::confirmed, {},
                                     "also forwarded to the national parliaments: the eight weeks begin (Protocol 1 Art. 4, Protocol 2 Art. 6)"};
inline constexpr citation tfeu_294_15{"TFEU 294(15); 76", tfeu_text, support::confirmed, {},
                                      "294(2), the second sentence of 294(6) and 294(9) do not apply"};
inline constexpr citation tfeu_294_3{"TFEU 294(3)", tfeu_text, support::confirmed, {},
                                     "the position may be the proposal, or contain amendments"};
inline constexpr citation tfeu_294_3_rejection{
    "TFEU 294(3); Parliament's Rules of Procedure, Rule 59(1), (2)", "Rules of Procedure, July 2022", support::interpretation, {},
    "what the Council may do after a rejection is not said in 294: it cannot approve (4), it can adopt its own position (5)"};
inline constexpr citation tfeu_294_4{"TFEU 294(4); 293(1), (2)", tfeu_text};
inline constexpr citation tfeu_294_5{"TFEU 294(5), (6); 293(1)", tfeu_text};
inline constexpr citation tfeu_294_7_a{"TFEU 294(7)(a)", tfeu_text};
inline constexpr citation tfeu_294_7_b{"TFEU 294(7)(b)", tfeu_text};
inline constexpr citation tfeu_294_7_c{"TFEU 294(7)(c)", tfeu_text};
inline constexpr citation tfeu_294_8_a{"TFEU 294(8)(a), (9)", tfeu_text};
inline constexpr citation tfeu_294_8_b{"TFEU 294(8)(b)", tfeu_text, support::interpretation, {},
                                       "that the time runs out without approval is read as not approving"};
inline constexpr citation tfeu_294_8_convene{"TFEU 294(8)(b), (14)", tfeu_text, support::confirmed, {},
                                             "what follows when the committee is not convened in time is not said"};
inline constexpr citation tfeu_294_10{"TFEU 294(10)", tfeu_text, support::confirmed, {}, "293(1) does not apply"};
inline constexpr citation tfeu_294_12{"TFEU 294(12)", tfeu_text};
inline constexpr citation tfeu_294_13{"TFEU 294(13)", tfeu_text, support::confirmed, {}, "293(1) does not apply; no amendments"};
inline constexpr citation tfeu_294_14{"TFEU 294(14)", tfeu_text, support::confirmed, {},
                                      "by at most a month or two weeks, at the initiative of Parliament or the Council, each period once"};
inline constexpr citation tfeu_297_1{"TFEU 297(1)", tfeu_text, support::confirmed, {},
                                     "on the date in the act, else on the twentieth day following publication; Reg. 1182/71 Art. 4(1): it does not move for a holiday"};
inline constexpr citation tfeu_293_2{"TFEU 293(2)", tfeu_text, support::confirmed, {}, "as long as the Council has not acted"};
inline constexpr citation tfeu_293_2_withdrawal{
    "TFEU 293(2); C-409/13", "CELEX 62013CJ0409", support::confirmed, {},
    "with reasons, as long as the Council has not acted; after its position at first reading: not allowed [interpretation]"};
inline constexpr citation tfeu_48{"TFEU 48", tfeu_text};
inline constexpr citation tfeu_48_a{"TFEU 48(a); TEU 15(4)", tfeu_text};
inline constexpr citation tfeu_48_b{"TFEU 48(b)", tfeu_text, support::confirmed, {}, "the act is deemed not adopted, also when nothing is done"};
inline constexpr citation tfeu_82_83{"TFEU 82(3), 83(3)", tfeu_text, support::confirmed, {}, "directives under 82(2), 83(1) and 83(2)"};
inline constexpr citation tfeu_82_83_nine{"TFEU 82(3), 83(3); TEU 20(2); TFEU 329(1)", tfeu_text, support::confirmed, {},
                                          "the authorisation is deemed granted"};
inline constexpr citation tfeu_82_83_silent{"TFEU 82(3), 83(3)", tfeu_text, support::interpretation, {},
                                            "the text does not say what becomes of the draft: blocked, not rejected"};
/// @}
}  // namespace citations

namespace procedure {

namespace detail {

/// TFEU 294(7) and (8): three months, and at most one more.
[[nodiscard]] constexpr time_limit three_months(clock_start start) { return {months{3}, period{months{1}}, start}; }
/// TFEU 294(8)(b), (10), (12) and (13): six weeks, and at most two more.
[[nodiscard]] constexpr time_limit six_weeks() { return {weeks{6}, period{weeks{2}}, clock_start::entry}; }
/// TFEU 48, 82(3) and 83(3): four months of the suspension; nothing is said of prolonging it.
[[nodiscard]] constexpr time_limit four_months() { return {months{4}, std::nullopt, clock_start::entry}; }

/// From the first reading to the third: where an emergency brake can still be pulled.
inline constexpr stage_set before_adoption{
    stage::parliament_first_reading, stage::council_first_reading, stage::parliament_second_reading,
    stage::council_second_reading, stage::conciliation_to_convene, stage::conciliation, stage::third_reading};

inline constexpr std::array<transition, 33> ordinary_rows{{
    // The beginning
    {.from = stage::not_proposed, .event = event_kind::submit_proposal, .by = actor::commission,
     .needed = majority::commission_members, .to = stage::parliament_first_reading, .source = &citations::tfeu_294_2,
     .which = belongs_to::commission_proposals},
    {.from = stage::not_proposed, .event = event_kind::submit_initiative, .by = actor::initiators,
     .needed = majority::initiators, .to = stage::parliament_first_reading, .source = &citations::tfeu_294_15,
     .which = belongs_to::other_initiatives},
    // First reading: no time limits
    {.from = stage::parliament_first_reading, .event = event_kind::adopt_position, .by = actor::parliament,
     .needed = majority::votes_cast, .to = stage::council_first_reading, .source = &citations::tfeu_294_3},
    {.from = stage::parliament_first_reading, .event = event_kind::reject_proposal, .by = actor::parliament,
     .needed = majority::votes_cast, .to = stage::council_first_reading, .source = &citations::tfeu_294_3_rejection},
    {.from = stage::council_first_reading, .event = event_kind::approve_parliament_position, .by = actor::council,
     .needed = majority::council, .to = stage::adopted, .source = &citations::tfeu_294_4},
    {.from = stage::council_first_reading, .event = event_kind::adopt_own_position, .by = actor::council,
     .needed = majority::council, .to = stage::parliament_second_reading, .source = &citations::tfeu_294_5},
    // Second reading
    {.from = stage::parliament_second_reading, .event = event_kind::approve_council_position, .by = actor::parliament,
     .needed = majority::votes_cast, .to = stage::adopted, .source = &citations::tfeu_294_7_a,
     .limit = three_months(clock_start::communication)},
    {.from = stage::parliament_second_reading, .event = event_kind::time_limit_expires, .by = actor::nobody,
     .needed = majority::none, .to = stage::adopted, .source = &citations::tfeu_294_7_a,
     .limit = three_months(clock_start::communication), .when = timing::after_limit},
    {.from = stage::parliament_second_reading, .event = event_kind::reject, .by = actor::parliament,
     .needed = majority::component_members, .to = stage::not_adopted, .source = &citations::tfeu_294_7_b,
     .limit = three_months(clock_start::communication)},
    {.from = stage::parliament_second_reading, .event = event_kind::propose_amendments, .by = actor::parliament,
     .needed = majority::component_members, .to = stage::council_second_reading, .source = &citations::tfeu_294_7_c,
     .limit = three_months(clock_start::communication)},
    {.from = stage::council_second_reading, .event = event_kind::approve_all_amendments, .by = actor::council,
     .needed = majority::council_on_amendments, .to = stage::adopted, .source = &citations::tfeu_294_8_a,
     .limit = three_months(clock_start::receipt), .otherwise = event_kind::not_all_approved},
    {.from = stage::council_second_reading, .event = event_kind::not_all_approved, .by = actor::council,
     .needed = majority::none, .to = stage::conciliation_to_convene, .source = &citations::tfeu_294_8_b,
     .limit = three_months(clock_start::receipt), .when = timing::at_any_time},
    // Conciliation and third reading
    {.from = stage::conciliation_to_convene, .event = event_kind::convene_committee, .by = actor::presidents,
     .needed = majority::none, .to = stage::conciliation, .source = &citations::tfeu_294_8_convene, .limit = six_weeks()},
    {.from = stage::conciliation, .event = event_kind::approve_joint_text, .by = actor::conciliation_committee,
     .needed = majority::conciliation, .to = stage::third_reading, .source = &citations::tfeu_294_10, .limit = six_weeks()},
    {.from = stage::conciliation, .event = event_kind::time_limit_expires, .by = actor::nobody, .needed = majority::none,
     .to = stage::not_adopted, .source = &citations::tfeu_294_12, .limit = six_weeks(), .when = timing::after_limit},
    {.from = stage::third_reading, .event = event_kind::both_adopt, .by = actor::parliament_and_council,
     .needed = majority::third_reading, .to = stage::adopted, .source = &citations::tfeu_294_13, .limit = six_weeks(),
     .otherwise = event_kind::one_fails_or_expiry},
    {.from = stage::third_reading, .event = event_kind::one_fails_or_expiry, .by = actor::parliament_or_council,
     .needed = majority::none, .to = stage::not_adopted, .source = &citations::tfeu_294_13, .limit = six_weeks(),
     .when = timing::at_any_time},
    // After adoption
    {.from = stage::adopted, .event = event_kind::sign, .by = actor::presidents, .to = stage::signed_by_presidents,
     .source = &citations::tfeu_297_1},
    {.from = stage::signed_by_presidents, .event = event_kind::publish, .by = actor::publications_office,
     .to = stage::published, .source = &citations::tfeu_297_1},
    {.from = stage::published, .event = event_kind::enter_into_force, .by = actor::nobody, .to = stage::in_force,
     .source = &citations::tfeu_297_1},
    // What the Commission and the national parliaments can do during the first reading
    {.from = stage::parliament_first_reading, .event = event_kind::alter_proposal, .by = actor::commission,
     .needed = majority::commission_members, .to = stage::parliament_first_reading, .source = &citations::tfeu_293_2,
     .which = belongs_to::commission_proposals},
    {.from = stage::parliament_first_reading, .event = event_kind::withdraw, .by = actor::commission,
     .needed = majority::commission_members, .to = stage::withdrawn, .source = &citations::tfeu_293_2_withdrawal,
     .which = belongs_to::commission_proposals},
    {.from = stage::parliament_first_reading, .event = event_kind::orange_card_reject, .by = actor::parliament_or_council,
     .needed = majority::stop_after_orange_card, .to = stage::not_adopted, .source = &citations::protocol_2_7_3_b,
     .which = belongs_to::commission_proposals},
    {.from = stage::council_first_reading, .event = event_kind::alter_proposal, .by = actor::commission,
     .needed = majority::commission_members, .to = stage::council_first_reading, .source = &citations::tfeu_293_2,
     .which = belongs_to::commission_proposals},
    {.from = stage::council_first_reading, .event = event_kind::withdraw, .by = actor::commission,
     .needed = majority::commission_members, .to = stage::withdrawn, .source = &citations::tfeu_293_2_withdrawal,
     .which = belongs_to::commission_proposals},
    {.from = stage::council_first_reading, .event = event_kind::orange_card_reject, .by = actor::parliament_or_council,
     .needed = majority::stop_after_orange_card, .to = stage::not_adopted, .source = &citations::protocol_2_7_3_b,
     .which = belongs_to::commission_proposals},
    // The emergency brakes: inaction ends the act under TFEU 48, but not under 82 and 83
    {.from = before_adoption, .event = event_kind::emergency_brake_social_security, .by = actor::one_member,
     .needed = majority::one_member, .to = stage::suspended_social_security, .source = &citations::tfeu_48,
     .when = timing::at_any_time, .which = belongs_to::social_security},
    {.from = stage::suspended_social_security, .event = event_kind::refer_back, .by = actor::european_council,
     .needed = majority::consensus, .to = std::nullopt, .source = &citations::tfeu_48_a, .limit = four_months(),
     .which = belongs_to::social_security},
    {.from = stage::suspended_social_security, .event = event_kind::no_action_or_new_proposal_requested,
     .by = actor::european_council, .to = stage::not_adopted, .source = &citations::tfeu_48_b, .limit = four_months(),
     .when = timing::at_any_time, .which = belongs_to::social_security},
    {.from = before_adoption, .event = event_kind::emergency_brake_criminal_matters, .by = actor::one_member,
     .needed = majority::one_member, .to = stage::suspended_criminal_matters, .source = &citations::tfeu_82_83,
     .when = timing::at_any_time, .which = belongs_to::criminal_matters},
    {.from = stage::suspended_criminal_matters, .event = event_kind::consensus_refer_back, .by = actor::european_council,
     .needed = majority::consensus, .to = std::nullopt, .source = &citations::tfeu_82_83, .limit = four_months(),
     .which = belongs_to::criminal_matters},
    {.from = stage::suspended_criminal_matters, .event = event_kind::disagreement_nine_notify, .by = actor::nine_members,
     .needed = majority::nine_members, .to = stage::enhanced_cooperation, .source = &citations::tfeu_82_83_nine,
     .limit = four_months(), .which = belongs_to::criminal_matters},
    {.from = stage::suspended_criminal_matters, .event = event_kind::disagreement_no_nine, .by = actor::nobody,
     .to = stage::blocked, .source = &citations::tfeu_82_83_silent, .limit = four_months(), .when = timing::at_any_time,
     .which = belongs_to::criminal_matters},
}};

/// The rows of these tables, one after the other.
template <std::size_t... N>
[[nodiscard]] constexpr transition_list all_of(std::array<transition, N> const&... tables) {
  transition_list list;
  auto const add = [&list](auto const& rows) {
    for (auto const& t : rows) list.push_back(t);
  };
  (add(tables), ...);
  return list;
}

}  // namespace detail

/// Which steps has the ordinary legislative procedure? All of them, for every file; `for_file` leaves out those that a legal
/// basis or an initiator does not open. TFEU 294, with 293, 297, 48, 82(3), 83(3) and Protocol 2.
[[nodiscard]] constexpr procedure_table ordinary() {
  return {"ordinary legislative procedure", council_procedure::ordinary, detail::all_of(detail::ordinary_rows), &citations::tfeu_294};
}

}  // namespace procedure
}  // namespace codecision
