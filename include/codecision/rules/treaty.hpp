// SPDX-License-Identifier: BSL-1.0
// Which qualified majorities do the Treaties define today (TEU 16(4), TFEU 238(2) and (3), TEU 7(1))?
#pragma once

#include <codecision/rules/rule.hpp>

#include <string_view>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation teu_16_4_members{
    "TEU 16(4), first subparagraph", "CELEX 12012M/TXT", support::confirmed,
    "at least 55 % of the members of the Council, comprising at least fifteen of them"};
inline constexpr citation teu_16_4_population{
    "TEU 16(4), first subparagraph", "CELEX 12012M/TXT", support::confirmed,
    "representing Member States comprising at least 65 % of the population of the Union"};
inline constexpr citation teu_16_4_blocking{
    "TEU 16(4), second subparagraph", "CELEX 12012M/TXT", support::confirmed,
    "A blocking minority must include at least four Council members, failing which the qualified majority shall be deemed attained"};
inline constexpr citation tfeu_238_2_members{
    "TFEU 238(2)", "CELEX 12012E/TXT", support::confirmed, "at least 72 % of the members of the Council"};
inline constexpr citation tfeu_238_2_population{
    "TFEU 238(2)", "CELEX 12012E/TXT", support::confirmed, "at least 65 % of the population of the Union"};
inline constexpr citation tfeu_238_2_blocking{
    "TFEU 238(2)", "CELEX 12012E/TXT", support::interpretation, "by way of derogation from Article 16(4)",
    "the four-member clause stands in TEU 16(4) only; applied here because the caller asked for it"};
inline constexpr citation tfeu_238_3a_members{
    "TFEU 238(3)(a)", "CELEX 12012E/TXT", support::confirmed, "at least 55 % of the members of the Council representing the participating Member States"};
inline constexpr citation tfeu_238_3a_population{
    "TFEU 238(3)(a)", "CELEX 12012E/TXT", support::confirmed, "at least 65 % of the population of these States"};
inline constexpr citation tfeu_238_3a_blocking{
    "TFEU 238(3)(a), second sentence", "CELEX 12012E/TXT", support::confirmed,
    "the minimum number of Council members representing more than 35 % of the population of the participating Member States, plus one member"};
inline constexpr citation tfeu_238_3b_members{
    "TFEU 238(3)(b)", "CELEX 12012E/TXT", support::confirmed, "at least 72 % of the members of the Council representing the participating Member States"};
inline constexpr citation tfeu_238_3b_population{
    "TFEU 238(3)(b)", "CELEX 12012E/TXT", support::confirmed, "at least 65 % of the population of these States"};
inline constexpr citation teu_7_1{
    "TEU 7(1) with TFEU 354", "CELEX 12012M/TXT", support::confirmed, "a majority of four fifths of its members",
    "the State concerned is not counted"};
/// @}
}  // namespace citations

namespace rules {

namespace detail {
/// So many percent of the members and 65 % of the population.
[[nodiscard]] constexpr rule double_majority(std::string_view name, int percent, int never_below,
                                             citation const& members, citation const& population) {
  return {name,
          {{.what = counted::members, .group = 0, .share = {percent, 100}, .never_below = never_below, .source = &members},
           {.what = counted::population, .group = 1, .share = {65, 100}, .source = &population}}};
}
}  // namespace detail

/// Does the Council act by qualified majority: all members vote, on a proposal of the Commission or the High Representative?
/// 55 % of the members and at least fifteen, 65 % of the population; fewer than four blockers never block. TEU 16(4).
/// Evaluating it on a council of fewer than fifteen is error COD-R301, on one in which some do not take part COD-R302.
[[nodiscard]] constexpr rule qualified_majority(blockers counted_as = blockers::not_in_favour) {
  return detail::double_majority("qualified majority", 55, 15, citations::teu_16_4_members, citations::teu_16_4_population)
      .deemed_attained_unless({.fixed_members = 4, .counted_as = counted_as, .source = &citations::teu_16_4_blocking})
      .for_all_members(15);
}

/// Is the clause on four blocking members read into TFEU 238(2)? The text does not have it. [interpretation]
enum class four_member_clause : bool { not_applied, applied };

/// Does the Council act by reinforced majority: all members vote, not on such a proposal? 72 % of the members, 65 % of the
/// population, and no clause on blocking members. TFEU 238(2). Error COD-R302 when some do not take part.
[[nodiscard]] constexpr rule reinforced_majority(four_member_clause clause = four_member_clause::not_applied) {
  auto const majority = detail::double_majority("reinforced majority", 72, 0, citations::tfeu_238_2_members,
                                                citations::tfeu_238_2_population).for_all_members();
  if (clause == four_member_clause::not_applied) return majority;
  return majority.deemed_attained_unless({.fixed_members = 4, .source = &citations::tfeu_238_2_blocking});
}

/// Do the participating members act by qualified majority, when the Treaties say that not all take part? 55 % of them
/// (no floor of fifteen), 65 % of their population; a block needs the fewest members with more than 35 %, plus one. TFEU 238(3)(a).
[[nodiscard]] constexpr rule participants_majority(blockers counted_as = blockers::not_in_favour) {
  return detail::double_majority("qualified majority of the participants", 55, 0, citations::tfeu_238_3a_members,
                                 citations::tfeu_238_3a_population)
      .deemed_attained_unless({.exceeded_share = {35, 100}, .counted_as = counted_as, .source = &citations::tfeu_238_3a_blocking});
}

/// Do the participating members act by reinforced majority: not on a proposal of the Commission or the High Representative?
/// 72 % of them, 65 % of their population, no clause on blocking members. TFEU 238(3)(b).
[[nodiscard]] constexpr rule reinforced_participants_majority() {
  return detail::double_majority("reinforced majority of the participants", 72, 0, citations::tfeu_238_3b_members,
                                 citations::tfeu_238_3b_population);
}

/// Does the Council find a clear risk of a serious breach (TEU 7(1)): four fifths of its members, without the State concerned?
[[nodiscard]] constexpr rule four_fifths_majority() {
  return {"four fifths of the members", {{.what = counted::members, .share = {4, 5}, .source = &citations::teu_7_1}}};
}

}  // namespace rules
}  // namespace codecision
