// SPDX-License-Identifier: BSL-1.0
// Which members take part in a vote on a day: all, or those without an opt-out, or the euro area, or a named group?
#pragma once

#include <codecision/core/date.hpp>
#include <codecision/core/member_set.hpp>
#include <codecision/data/membership.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace codecision {

/// Who takes part, as the Treaties and Protocols 19, 21 and 22 say (docs/rules/who-votes.md).
enum class participation : std::uint8_t {
  all,
  area_of_freedom_security_justice,    ///< Title V of Part Three: without Denmark; Ireland (and the UK) when opted in
  schengen_building,                   ///< Protocols 19 and 22: without Denmark; Ireland (and the UK) when notified
  visa_list,                           ///< Protocol 22 Art. 6: Denmark votes; Ireland (and the UK) when opted in
  euro_area,                           ///< TFEU 136(2), 138(3), 139(4): without members with a derogation
  euro_area_without_member_concerned,  ///< TFEU 126: nor does the euro member concerned
  without_member_concerned,            ///< Article 7 TEU with TFEU 354, and others
  without_withdrawing_member,          ///< TEU 50(4): in what concerns the withdrawing State
  enhanced_cooperation,                ///< TFEU 330: the participants, at least nine (TEU 20(2))
  permanent_structured_cooperation,    ///< TEU 46: the participants
  defence,                             ///< Protocol 22 Art. 5: without Denmark until 30 June 2022
  schengen,                            ///< states without checks at internal borders; decides no vote by itself
};

/// The arrangement in words, such as "euro area".
[[nodiscard]] constexpr std::string_view name(participation who) {
  constexpr std::string_view names[] = {
      "all members", "area of freedom, security and justice", "Schengen-building measure", "visa list", "euro area",
      "euro area without the member concerned", "without the member concerned", "without the withdrawing member",
      "enhanced cooperation", "permanent structured cooperation", "defence", "Schengen area"};
  return names[static_cast<std::size_t>(who)];
}

/// What no table of articles can know: who opted in, which member is concerned, who joined a cooperation.
struct voting_facts {
  member_set opted_in{};                         ///< Ireland, or the United Kingdom until 31 January 2020
  std::optional<member_state> member_concerned{};///< of Article 7, of a deficit procedure, or the one that withdraws
  member_set participants{};                     ///< of an enhanced or permanent structured cooperation
};

namespace detail {

inline constexpr member_set opt_in_states{member_state::ireland, member_state::united_kingdom};
inline constexpr int fewest_in_enhanced_cooperation = 9;

[[noreturn]] inline void who_takes_part_is_not_known_for_this_day(participation who, date day) {
  fail(error_code::rule_not_in_force, "who takes part ('" + std::string{name(who)} + "') is not known for " + to_string(day),
       "opt-outs from 2009-12-01 (Protocols 19, 21 and 22 with the Treaty of Lisbon); euro area from 1999-01-01; Schengen from 1995-03-26",
       "name the members yourself: council.only(\"BE DE FR\"_members)");
}
[[noreturn]] inline void only_Ireland_and_the_United_Kingdom_can_opt_in(member_set who) {
  fail(error_code::not_a_member, to_string(who - opt_in_states) + " cannot opt in", "",
       "Protocols 19 and 21 let Ireland (and the United Kingdom until 31 January 2020) opt in; leave the others out");
}
[[noreturn]] inline void the_member_concerned_is_not_named(participation who) {
  fail(error_code::not_a_member, "who takes part ('" + std::string{name(who)} + "') depends on a member that is not named", "",
       "say which: voting_facts{.member_concerned = \"HU\"_ms}");
}
[[noreturn]] inline void enhanced_cooperation_needs_nine_members(int n) {
  fail(error_code::cooperation_too_small, "a cooperation of " + std::to_string(n) + " members", "",
       "name at least nine (TEU 20(2): \"at least nine Member States participate in it\"): voting_facts{.participants = ...}; or use only(...) for a toy");
}

[[noreturn]] inline void these_could_not_vote_anyway(participation who, member_set named, member_set could) {
  fail(error_code::not_a_member, to_string(named) + " could not vote here anyway ('" + std::string{name(who)} + "')", to_string(could),
       "name members of that day; an article may have another row for a member without the euro");
}

[[nodiscard]] constexpr date first_day_of(participation who) {
  if (who == participation::euro_area || who == participation::euro_area_without_member_concerned) return make_date(1999, 1, 1);
  return who == participation::schengen ? make_date(1995, 3, 26) : make_date(2009, 12, 1);
}

[[nodiscard]] constexpr member_set without_concerned(participation who, member_set members, voting_facts const& facts) {
  if (!facts.member_concerned) the_member_concerned_is_not_named(who);
  if (!members.contains(*facts.member_concerned)) these_could_not_vote_anyway(who, *facts.member_concerned, members);
  return members - member_set{*facts.member_concerned};
}

[[nodiscard]] constexpr member_set cooperating(participation who, member_set members, voting_facts const& facts) {
  auto const fewest = who == participation::enhanced_cooperation ? fewest_in_enhanced_cooperation : 1;
  if (facts.participants.size() < fewest) enhanced_cooperation_needs_nine_members(facts.participants.size());
  if (!members.contains(facts.participants)) these_could_not_vote_anyway(who, facts.participants - members, members);
  return facts.participants;
}

}  // namespace detail

/// Which members take part on this day? Errors: COD-R307 for a day before the arrangement, COD-M103 when another state is
/// named as opted in, or the member concerned or a participant is missing or no member, COD-R306 when fewer than nine cooperate.
[[nodiscard]] constexpr member_set participants_on(participation who, date day, voting_facts const& facts = {}) {
  if (!detail::opt_in_states.contains(facts.opted_in)) detail::only_Ireland_and_the_United_Kingdom_can_opt_in(facts.opted_in);
  auto const members = members_on(day);
  if (who != participation::all && day < detail::first_day_of(who)) detail::who_takes_part_is_not_known_for_this_day(who, day);
  auto const opt_outs_applied = members - (detail::opt_in_states - facts.opted_in);
  constexpr member_set denmark{member_state::denmark};
  switch (who) {
    case participation::area_of_freedom_security_justice:
    case participation::schengen_building: return opt_outs_applied - denmark;
    case participation::visa_list: return opt_outs_applied;
    // The opt-out from defence ended on 1 July 2022 (source: the article on the opt-outs cited in docs/rules/who-votes.md).
    case participation::defence: return day < make_date(2022, 7, 1) ? members - denmark : members;
    case participation::euro_area: return euro_members_on(day);
    case participation::schengen: return schengen_members_on(day);
    case participation::euro_area_without_member_concerned: return detail::without_concerned(who, euro_members_on(day), facts);
    case participation::without_member_concerned:
    case participation::without_withdrawing_member: return detail::without_concerned(who, members, facts);
    case participation::enhanced_cooperation:
    case participation::permanent_structured_cooperation: return detail::cooperating(who, members, facts);
    case participation::all: break;
  }
  return members;
}

}  // namespace codecision
