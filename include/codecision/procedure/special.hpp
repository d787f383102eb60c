// SPDX-License-Identifier: BSL-1.0
// Which steps have the special legislative procedures (TFEU 289(2)) and the authorisation of enhanced cooperation?
#pragma once

#include <codecision/council/legal_basis_record.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/ordinary.hpp>
#include <codecision/procedure/stage.hpp>

#include <array>
#include <optional>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation tfeu_289_2{"TFEU 289(2)", tfeu_text};
inline constexpr citation consultation_opinion{"TFEU 289(2)", tfeu_text, support::confirmed, {},
                                               "the Council may not act before Parliament's opinion is delivered (Case 138/79, Isoglucose) [from memory]"};
inline constexpr citation council_act{"TFEU 289(2); 293(1)", tfeu_text, support::confirmed, {},
                                      "unanimity as well where the Council departs from the proposal against the Commission"};
inline constexpr citation parliament_consents{"TFEU 289(2); 231", tfeu_text, support::confirmed, {},
                                              "yes or no, without amendments; votes cast unless the Treaties ask for more"};
inline constexpr citation tfeu_297_1_special{"TFEU 297(1)", tfeu_text};
inline constexpr citation tfeu_329_1_request{"TFEU 329(1); TEU 20(2)", tfeu_text, support::confirmed, {}, "at least nine Member States"};
inline constexpr citation tfeu_329_1{"TFEU 329(1)", tfeu_text, support::confirmed, {},
                                     "on a proposal of the Commission, with Parliament's consent; all members vote"};
inline constexpr citation tfeu_329_1_declined{"TFEU 329(1)", tfeu_text, support::from_memory, {},
                                              "the Commission need not propose; it then gives its reasons"};
/// @}
}  // namespace citations

namespace procedure {

namespace detail {


/// As long as the Council has not acted the Commission can alter or withdraw its proposal (TFEU 293(2)), while Parliament
/// deliberates and after.
template <stage Waiting>
inline constexpr std::array<transition, 2> rows_of_a_proposal{{
    {.from = {Waiting, stage::council_decision}, .event = event_kind::alter_proposal, .by = actor::commission,
     .needed = majority::commission_members, .to = std::nullopt, .source = &citations::tfeu_293_2,
     .which = belongs_to::commission_proposals},
    {.from = {Waiting, stage::council_decision}, .event = event_kind::withdraw, .by = actor::commission,
     .needed = majority::commission_members, .to = stage::withdrawn, .source = &citations::tfeu_293_2_withdrawal,
     .which = belongs_to::commission_proposals},
}};

/// An adopted act is signed, published and enters into force (TFEU 297(1)).
inline constexpr std::array<transition, 3> rows_of_an_act{{
    {.from = stage::adopted, .event = event_kind::sign, .by = actor::presidents, .to = stage::signed_by_presidents,
     .source = &citations::tfeu_297_1_special},
    {.from = stage::signed_by_presidents, .event = event_kind::publish, .by = actor::publications_office,
     .to = stage::published, .source = &citations::tfeu_297_1},
    {.from = stage::published, .event = event_kind::enter_into_force, .by = actor::nobody, .to = stage::in_force,
     .source = &citations::tfeu_297_1},
}};

inline constexpr std::array<transition, 4> consultation_rows{{
    {.from = stage::not_proposed, .event = event_kind::submit_proposal, .by = actor::commission,
     .needed = majority::commission_members, .to = stage::parliament_opinion, .source = &citations::tfeu_289_2,
     .which = belongs_to::commission_proposals},
    {.from = stage::not_proposed, .event = event_kind::submit_initiative, .by = actor::initiators,
     .needed = majority::initiators, .to = stage::parliament_opinion, .source = &citations::tfeu_289_2,
     .which = belongs_to::other_initiatives},
    // Rejecting or amending: Parliament's opinion does not bind, but it must be there.
    {.from = stage::parliament_opinion, .event = event_kind::deliver_opinion, .by = actor::parliament,
     .needed = majority::votes_cast, .to = stage::council_decision, .source = &citations::consultation_opinion},
    {.from = stage::council_decision, .event = event_kind::adopt_act, .by = actor::council, .needed = majority::council,
     .to = stage::adopted, .source = &citations::council_act},
}};

inline constexpr std::array<transition, 5> consent_rows{{
    {.from = stage::not_proposed, .event = event_kind::submit_proposal, .by = actor::commission,
     .needed = majority::commission_members, .to = stage::parliament_consent, .source = &citations::tfeu_289_2,
     .which = belongs_to::commission_proposals},
    {.from = stage::not_proposed, .event = event_kind::submit_initiative, .by = actor::initiators,
     .needed = majority::initiators, .to = stage::parliament_consent, .source = &citations::tfeu_289_2,
     .which = belongs_to::other_initiatives},
    {.from = stage::parliament_consent, .event = event_kind::give_consent, .by = actor::parliament,
     .needed = majority::parliament_consent, .to = stage::council_decision, .source = &citations::parliament_consents,
     .otherwise = event_kind::refuse_consent},
    {.from = stage::parliament_consent, .event = event_kind::refuse_consent, .by = actor::parliament, .to = stage::not_adopted,
     .source = &citations::parliament_consents},
    {.from = stage::council_decision, .event = event_kind::adopt_act, .by = actor::council, .needed = majority::council,
     .to = stage::adopted, .source = &citations::council_act},
}};

inline constexpr std::array<transition, 6> cooperation_rows{{
    {.from = stage::not_proposed, .event = event_kind::request_cooperation, .by = actor::nine_members,
     .needed = majority::nine_members, .to = stage::commission_examines_request, .source = &citations::tfeu_329_1_request},
    {.from = stage::commission_examines_request, .event = event_kind::submit_proposal, .by = actor::commission,
     .needed = majority::commission_members, .to = stage::parliament_consent, .source = &citations::tfeu_329_1},
    {.from = stage::commission_examines_request, .event = event_kind::decline_request, .by = actor::commission,
     .needed = majority::commission_members, .to = stage::not_adopted, .source = &citations::tfeu_329_1_declined},
    {.from = stage::parliament_consent, .event = event_kind::give_consent, .by = actor::parliament,
     .needed = majority::parliament_consent, .to = stage::council_decision, .source = &citations::tfeu_329_1,
     .otherwise = event_kind::refuse_consent},
    {.from = stage::parliament_consent, .event = event_kind::refuse_consent, .by = actor::parliament, .to = stage::not_adopted,
     .source = &citations::tfeu_329_1},
    {.from = stage::council_decision, .event = event_kind::authorise_cooperation, .by = actor::council,
     .needed = majority::council, .to = stage::enhanced_cooperation, .source = &citations::tfeu_329_1},
}};

}  // namespace detail

/// Which steps has consultation: the Council decides after Parliament's opinion? Where the legal basis asks for unanimity, the
/// Council acts by it. TFEU 289(2).
[[nodiscard]] constexpr procedure_table consultation() {
  return {"consultation procedure", council_procedure::consultation, detail::all_of(detail::consultation_rows, detail::rows_of_a_proposal<stage::parliament_opinion>, detail::rows_of_an_act), &citations::tfeu_289_2};
}

/// Which steps has consent: the Council decides, and Parliament says yes or no? TFEU 289(2); for decisions that are no legislative
/// acts (TEU 7, TEU 49, agreements) by analogy.
[[nodiscard]] constexpr procedure_table consent() {
  return {"consent procedure", council_procedure::consent, detail::all_of(detail::consent_rows, detail::rows_of_a_proposal<stage::parliament_consent>, detail::rows_of_an_act), &citations::tfeu_289_2};
}

/// Which steps lead to enhanced cooperation: nine members ask, the Commission proposes, Parliament consents, the Council
/// authorises by qualified majority of all its members? Outside foreign policy: TFEU 329(1).
[[nodiscard]] constexpr procedure_table enhanced_cooperation() {
  return {"authorisation of enhanced cooperation", council_procedure::consent, detail::all_of(detail::cooperation_rows, detail::rows_of_a_proposal<stage::parliament_consent>), &citations::tfeu_329_1,
          "TFEU 329(1)"};
}

}  // namespace procedure
}  // namespace codecision
