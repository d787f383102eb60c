// SPDX-License-Identifier: BSL-1.0
// What does a scenario change: votes, who votes, the figures, the rule?
#pragma once

#include <codecision/core/printable.hpp>
#include <codecision/council/electorate.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/open_ballot.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace codecision::simulate {

/// The sorts of change.
enum class change_kind : std::uint8_t {
  votes,          ///< members vote in a given way
  reopens,        ///< it is no longer known how members vote
  joins,          ///< a state becomes a member, with a population
  leaves,         ///< members are no longer members of the Union
  takes_no_part,  ///< members do not take part in this vote (TFEU 238(3))
  figures,        ///< the populations are those of another year
  rule,           ///< another rule is asked
};

/// One change, with the words in which it was asked for.
struct change {
  change_kind kind = change_kind::votes;  ///< what is changed
  std::string text{};  ///< as it was written
  member_set members{};                  ///< whom it moves; empty for figures and rule
  vote to = vote::in_favour;             ///< of `votes`
  std::int64_t persons = 0;              ///< of `joins`
  int year = 0;                          ///< of `figures`
  std::optional<codecision::rule> by{};  ///< of `rule`
  request asked = request::none;         ///< of `rule`
};

namespace detail {

/// The words of a change as messages show them.
[[nodiscard]] inline std::string shown(std::string_view text) { return codecision::detail::excerpt(text, 200); }

[[noreturn]] inline void these_changes_contradict_each_other(change const& a, change const& b, std::string const& how,
                                                             std::string advice) {
  fail(error_code::bad_scenario, "the scenario contradicts itself: '" + shown(a.text) + "' and '" + shown(b.text) + "' " + how, "",
       std::move(advice));
}
[[noreturn]] inline void these_changes_move_members_to_two_sides(change const& a, change const& b) {
  auto const both = to_string(a.members & b.members);
  these_changes_contradict_each_other(
      a, b, "move " + both + " to two sides",
      "leave " + both + " out of one of them; a group can be written 'euro area except " + both + " in favour'");
}
[[noreturn]] inline void these_members_vote_and_do_not_vote(change const& a, change const& b) {
  auto const both = to_string(a.members & b.members);
  these_changes_contradict_each_other(a, b, "cannot both hold of " + both, "leave " + both + " out of one of them");
}
[[noreturn]] inline void these_changes_choose_two(change const& a, change const& b, std::string const& what) {
  these_changes_contradict_each_other(a, b, "choose two " + what, "make two scenarios of it and compare them");
}
[[noreturn]] inline void this_change_moves_nobody(std::string const& text) {
  fail(error_code::bad_scenario, "'" + shown(text) + "' moves nobody: there is no such member in the base", "",
       "leave the change out, or name the members by their codes, such as 'DE FR in favour'");
}
[[noreturn]] inline void these_members_do_not_vote_in_the_base(std::string const& text, member_set who,
                                                               electorate const& council) {
  fail(error_code::bad_scenario,
       "'" + shown(text) + "' moves " + to_string(who) + ", and " + (who.size() == 1 ? "it does" : "they do") +
           " not vote here",
       std::to_string(council.size()) + " members: " + to_string(council.members()),
       "name members that vote; a candidate joins first, with its population: 'with UA=33000000'");
}
[[noreturn]] inline void this_member_cannot_join(std::string const& text, member_set who) {
  fail(error_code::bad_scenario,
       "'" + shown(text) + "' lets " + to_string(who) + " join, and " +
           (who.size() == 1 ? "it is a member" : "they are members") + " already",
       "", "leave it out; 'with' is for states that are not members of the base");
}

[[noreturn]] inline void nobody_is_left_to_vote(change const& last) {
  fail(error_code::bad_scenario, "after '" + shown(last.text) + "' nobody is left to vote", "",
       "leave at least one member in the council");
}

/// Does this change say how members vote, or that it is not known?
[[nodiscard]] constexpr bool is_about_votes(change_kind k) {
  return k == change_kind::votes || k == change_kind::reopens;
}
/// Does it take members out of the vote?
[[nodiscard]] constexpr bool takes_out(change_kind k) {
  return k == change_kind::leaves || k == change_kind::takes_no_part;
}

/// Can both hold? Error COD-F002 when they cannot. Two changes that say the same of a member do not contradict each
/// other.
inline void check_agree(change const& a, change const& b) {
  if (a.kind == change_kind::figures && b.kind == change_kind::figures && a.year != b.year)
    these_changes_choose_two(a, b, "years");
  if (a.kind == change_kind::rule && b.kind == change_kind::rule && (a.by != b.by || a.asked != b.asked))
    these_changes_choose_two(a, b, "rules");
  if ((a.members & b.members).empty()) return;
  if (is_about_votes(a.kind) && is_about_votes(b.kind)) {
    if (a.kind != b.kind || (a.kind == change_kind::votes && a.to != b.to))
      these_changes_move_members_to_two_sides(a, b);
    return;
  }
  if (a.kind == change_kind::joins && b.kind == change_kind::joins && a.persons == b.persons) return;
  // Joining and voting agree; everything else that two different changes can say of a member does not.
  auto const votes_after_joining = (a.kind == change_kind::joins && is_about_votes(b.kind)) ||
                                   (b.kind == change_kind::joins && is_about_votes(a.kind));
  if (a.kind != b.kind ? !votes_after_joining : a.kind == change_kind::joins) these_members_vote_and_do_not_vote(a, b);
}

}  // namespace detail

}  // namespace codecision::simulate
