// SPDX-License-Identifier: BSL-1.0
// Who votes how, as far as it is known, and whose vote is open?
#pragma once

#include <codecision/vote/ballot.hpp>

namespace codecision {

namespace detail {
[[noreturn]] inline void this_member_is_not_open(member_set who) {
  fail(error_code::member_on_two_sides, to_string(who) + (who.size() == 1 ? " has" : " have") + " a vote in this ballot, and cannot be completed", "",
       "complete the votes of open members only, or change a known one with open_ballot::changed");
}
}  // namespace detail

/// A ballot in which the votes of some members are not known. Open are the members that are entered as undecided (they have
/// said so) or as unknown (nobody knows), and all that have no vote: unlike a `ballot`, it need not be finished.
class open_ballot {
 public:
  /// Nobody's vote is known.
  constexpr explicit open_ballot(electorate const& council) : known_{council} {}
  /// The votes of a ballot; members without a vote are unknown.
  constexpr explicit open_ballot(ballot const& known) : known_{known} {}

  /// These members vote in favour. Errors of this and the next ones as for ballot::with: COD-B401, COD-B403.
  [[nodiscard]] constexpr open_ballot in_favour(member_set members) const { return with(members, vote::in_favour); }
  /// The same ballot with these members against.
  [[nodiscard]] constexpr open_ballot against(member_set members) const { return with(members, vote::against); }
  /// The same ballot with these members abstaining.
  [[nodiscard]] constexpr open_ballot abstaining(member_set members) const { return with(members, vote::abstain); }
  /// Abstaining with the formal declaration of TEU 31(1).
  [[nodiscard]] constexpr open_ballot abstaining_formally(member_set members) const { return with(members, vote::abstain_formally); }
  /// Absent and not represented.
  [[nodiscard]] constexpr open_ballot absent(member_set members) const { return with(members, vote::absent); }
  /// The same vote by any of the five ways.
  [[nodiscard]] constexpr open_ballot with(member_set members, vote v) const {
    if (!(open_as_named() & members).empty()) detail::these_members_stand_on_two_sides(open_as_named() & members);
    return {known_.with(members, v), undecided_, unknown_};
  }
  /// These members have said that they do not know yet how to vote.
  [[nodiscard]] constexpr open_ballot undecided(member_set members) const {
    check_is_free(members);
    return {known_, undecided_ | members, unknown_};
  }
  /// Nobody knows how these members will vote: `others` leaves them open.
  [[nodiscard]] constexpr open_ballot unknown(member_set members) const {
    check_is_free(members);
    return {known_, undecided_, unknown_ | members};
  }
  /// What all members do that were not named yet.
  [[nodiscard]] constexpr open_ballot others(vote v) const { return {known_.with(not_named(), v), undecided_, unknown_}; }
  /// `principal` is not present; `holder` casts its vote (TFEU 239). Errors as for ballot::represented.
  [[nodiscard]] constexpr open_ballot represented(member_state principal, member_state holder) const {
    return {known_.represented(principal, holder), undecided_, unknown_};
  }
  /// The ballot in which these members now vote so, whether their vote was known or open. Error COD-B403.
  [[nodiscard]] constexpr open_ballot changed(member_set members, vote v) const {
    return {known_.changed(members, v), undecided_ - members, unknown_ - members};
  }
  /// The ballot in which it is no longer known how these members vote. Error COD-B403.
  [[nodiscard]] constexpr open_ballot reopened(member_set members) const {
    return {known_.reopened(members), undecided_ - members, unknown_ | members};
  }

  /// Who votes.
  [[nodiscard]] constexpr electorate const& council() const { return known_.council(); }
  /// The votes that are known: a ballot that need not be finished.
  [[nodiscard]] constexpr ballot const& known() const { return known_; }
  /// The members that are known to vote so.
  [[nodiscard]] constexpr member_set side(vote v) const { return known_.side(v); }
  /// Whose votes are not known.
  [[nodiscard]] constexpr member_set undecided() const { return undecided_; }
  /// The members that were entered as unknown, and those that were not named.
  [[nodiscard]] constexpr member_set unknown() const { return known_.unfinished() - undecided_; }
  /// Whose vote is not known: the undecided and the unknown.
  [[nodiscard]] constexpr member_set open() const { return known_.unfinished(); }

  /// One of the ways in which the vote can end: these open members vote in favour, the other open ones as `rest`.
  /// Errors: COD-B401 for a member whose vote is known, COD-B403.
  [[nodiscard]] constexpr ballot completed(member_set in_favour, vote rest = vote::against) const {
    if (!(known_.voted() & in_favour).empty()) detail::this_member_is_not_open(known_.voted() & in_favour);
    return known_.in_favour(in_favour).others(rest);
  }

 private:
  constexpr open_ballot(ballot const& known, member_set undecided, member_set unknown) : known_{known}, undecided_{undecided}, unknown_{unknown} {}
  [[nodiscard]] constexpr member_set open_as_named() const { return undecided_ | unknown_; }
  [[nodiscard]] constexpr member_set not_named() const { return known_.unfinished() - open_as_named(); }
  constexpr void check_is_free(member_set members) const {
    if (!council().members().contains(members)) detail::these_members_do_not_vote_in_this_council(members - council().members(), council());
    auto const named = (known_.voted() | open_as_named()) & members;
    if (!named.empty()) detail::these_members_stand_on_two_sides(named);
  }

  ballot known_;
  member_set undecided_{};
  member_set unknown_{};
};

}  // namespace codecision
