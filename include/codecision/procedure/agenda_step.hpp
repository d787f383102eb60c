// SPDX-License-Identifier: BSL-1.0
// Which steps can an item take on its way through Coreper to the Council, by which majority and provision?
#pragma once

#include <codecision/core/citation.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr std::string_view council_rules_of_procedure = "Decision 2009/937/EU";
inline constexpr citation working_parties_prepare{"practice of the Council; TFEU 240(1)", council_rules_of_procedure, support::from_memory, {},
                                                 "working parties prepare Coreper's agenda and never vote"};
inline constexpr citation coreper_items{"Coreper agenda", "eur-lex.europa.eu, glossary: Coreper", support::confirmed, {},
                                        "I items: no discussion expected; II items: discussion; agreement on either normally yields an A item"};
inline constexpr citation coreper_not_agreed{"Coreper agenda", "eur-lex.europa.eu, glossary: Coreper", support::interpretation, {},
                                             "what needs a debate of ministers comes as a B item; that it can come from an I item too is read into it"};
inline constexpr citation false_b_item{"practice of the Council", "wikisum.wiki, Coreper", support::confirmed, {},
                                       "listed for debate, for publicity or a minister's statement, although agreed in Coreper"};
inline constexpr citation rop_3_7{"Council's Rules of Procedure, Art. 3(7)", council_rules_of_procedure, support::from_memory, {},
                                  "an item that is not on the provisional agenda needs unanimity; that it comes as a B item is read into it"};
inline constexpr citation rop_3_8{
    "Council's Rules of Procedure, Art. 3(8)", "kwiki.ffii.org, JURI0307En", support::confirmed, {},
    "an A item is withdrawn if a position on it might lead to further discussion, or if a member or the Commission so requests, unless the Council decides otherwise"};
inline constexpr citation rop_3_8_otherwise{
    "Council's Rules of Procedure, Art. 3(8), with TFEU 240(3)", "kwiki.ffii.org, JURI0307En", support::interpretation, {},
    "a decision on procedure, so by simple majority"};
inline constexpr citation teu_16_council_adopts{"TEU 16(3), TFEU 238", "CELEX 12012M/TXT", support::confirmed, {},
                                                "A, B and false B items are adopted by the act's own majority"};
inline constexpr citation sent_back_to_coreper{"practice of the Council", council_rules_of_procedure, support::from_memory, {},
                                               "what the Council does not settle goes back to those who prepare it"};
/// @}
}  // namespace citations

namespace procedure {

/// Where an item stands. Being withdrawn from an agenda is not the withdrawal of a proposal: the item may come back.
enum class agenda_place : std::uint8_t {
  working_party, coreper_i_item, coreper_ii_item, a_item, a_item_in_question, b_item, false_b_item, withdrawn, sent_back, adopted
};
inline constexpr std::size_t agenda_place_count = 10;  ///< how many there are

/// The place in words.
[[nodiscard]] constexpr std::string_view name(agenda_place p) {
  constexpr std::array<std::string_view, agenda_place_count> names{
      "working party", "I item of Coreper", "II item of Coreper", "A item", "A item whose withdrawal is requested", "B item",
      "false B item", "withdrawn from the agenda", "sent back", "adopted"};
  return names[static_cast<std::size_t>(p)];
}

/// What can be done with an item.
enum class agenda_step : std::uint8_t {
  list_as_i_item, list_as_ii_item, return_to_working_party, list_as_a_item, list_as_b_item, list_as_false_b_item, add_at_the_meeting,
  request_withdrawal, expect_discussion, withdraw, keep_as_a_item, keep_as_b_item, adopt, send_back
};
inline constexpr std::size_t agenda_step_count = 14;  ///< how many there are

/// The step as a programmer writes it.
[[nodiscard]] constexpr std::string_view name(agenda_step s) {
  constexpr std::array<std::string_view, agenda_step_count> names{
      "list_as_i_item", "list_as_ii_item", "return_to_working_party", "list_as_a_item", "list_as_b_item", "list_as_false_b_item",
      "add_at_the_meeting", "request_withdrawal", "expect_discussion", "withdraw", "keep_as_a_item", "keep_as_b_item", "adopt", "send_back"};
  return names[static_cast<std::size_t>(s)];
}

/// Who decides a step: nobody votes, or a majority of the Council.
enum class agenda_majority : std::uint8_t { no_vote, simple_majority, unanimity, of_the_act };

/// Some places, as bits.
class agenda_places {
 public:
  /// The set of these places.
  constexpr agenda_places(std::initializer_list<agenda_place> places) {
    for (auto const p : places) bits_ |= 1u << static_cast<unsigned>(p);
  }
  /// Is this place in it?
  [[nodiscard]] constexpr bool contains(agenda_place p) const { return (bits_ >> static_cast<unsigned>(p) & 1u) != 0; }

 private:
  unsigned bits_ = 0;
};

/// One row of the table: from where, by which step and majority, to where, and where to when the majority is missing.
struct agenda_transition {
  agenda_places from;  ///< where an item may stand
  agenda_step step;  ///< what happens
  agenda_majority needed;  ///< who has to agree
  agenda_place to;  ///< where the item then stands
  std::optional<agenda_place> otherwise;  ///< empty: it stays where it is
  citation const* source;  ///< the provision, or where this is stated
};

/// The table of the agenda: 14 steps, each with its provision and how well that is established.
inline constexpr std::array<agenda_transition, agenda_step_count> agenda_transitions = [] {
  using enum agenda_place;
  constexpr agenda_places with_those_who_prepare{working_party, sent_back, withdrawn};
  constexpr agenda_places in_coreper{coreper_i_item, coreper_ii_item};
  constexpr agenda_places in_council{a_item, b_item, false_b_item};
  using m = agenda_majority;
  using s = agenda_step;
  return std::array<agenda_transition, agenda_step_count>{{
      {with_those_who_prepare, s::list_as_i_item, m::no_vote, coreper_i_item, {}, &citations::coreper_items},
      {with_those_who_prepare, s::list_as_ii_item, m::no_vote, coreper_ii_item, {}, &citations::coreper_items},
      {{coreper_i_item, coreper_ii_item, sent_back, withdrawn}, s::return_to_working_party, m::no_vote, working_party, {}, &citations::working_parties_prepare},
      {in_coreper, s::list_as_a_item, m::no_vote, a_item, {}, &citations::coreper_items},
      {in_coreper, s::list_as_b_item, m::no_vote, b_item, {}, &citations::coreper_not_agreed},
      {in_coreper, s::list_as_false_b_item, m::no_vote, false_b_item, {}, &citations::false_b_item},
      {{working_party, coreper_i_item, coreper_ii_item, sent_back, withdrawn}, s::add_at_the_meeting, m::unanimity, b_item, {}, &citations::rop_3_7},
      {{a_item}, s::request_withdrawal, m::no_vote, a_item_in_question, {}, &citations::rop_3_8},
      {{a_item}, s::expect_discussion, m::no_vote, a_item_in_question, {}, &citations::rop_3_8},
      {{a_item_in_question}, s::withdraw, m::no_vote, withdrawn, {}, &citations::rop_3_8},
      {{a_item_in_question}, s::keep_as_a_item, m::simple_majority, a_item, withdrawn, &citations::rop_3_8_otherwise},
      {{a_item_in_question}, s::keep_as_b_item, m::simple_majority, b_item, withdrawn, &citations::rop_3_8_otherwise},
      {in_council, s::adopt, m::of_the_act, adopted, sent_back, &citations::teu_16_council_adopts},
      {in_council, s::send_back, m::no_vote, sent_back, {}, &citations::sent_back_to_coreper},
  }};
}();

/// The row of a step.
[[nodiscard]] constexpr agenda_transition const& row_of(agenda_step s) { return agenda_transitions[static_cast<std::size_t>(s)]; }

/// May this step be taken from this place?
[[nodiscard]] constexpr bool is_possible(agenda_step s, agenda_place from) { return row_of(s).from.contains(from); }

/// The steps that may be taken from a place, with their majorities, as in "withdraw, keep_as_a_item (simple majority)".
[[nodiscard]] inline std::string possible_steps(agenda_place from) {
  constexpr std::string_view majorities[] = {"", " (simple majority)", " (unanimity)", " (the act's own majority)"};
  std::string text;
  for (auto const& t : agenda_transitions)
    if (t.from.contains(from))
      text += (text.empty() ? "" : ", ") + std::string{name(t.step)} + std::string{majorities[static_cast<std::size_t>(t.needed)]};
  return text.empty() ? "nothing: the item is adopted" : text;
}

}  // namespace procedure
}  // namespace codecision
