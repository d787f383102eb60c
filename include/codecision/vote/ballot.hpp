// SPDX-License-Identifier: BSL-1.0
// Who voted how: in favour, against, abstaining, absent, or through another member?
#pragma once

#include <codecision/council/electorate.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace codecision {

/// What one member did. Abstaining is taking part; not taking part is `electorate::without`. `abstain_formally` is the
/// constructive abstention of TEU 31(1). `absent` is absent without being represented.
enum class vote : std::uint8_t { in_favour, against, abstain, abstain_formally, absent };

/// The vote in words, such as "in favour".
[[nodiscard]] constexpr std::string_view name(vote v) {
  constexpr std::string_view names[] = {"in favour", "against", "abstaining", "abstaining formally", "absent"};
  return names[static_cast<std::size_t>(v)];
}

namespace detail {
[[noreturn]] inline void these_members_do_not_vote_in_this_council(member_set who, electorate const& council) {
  auto const left_out = who & council.not_taking_part();
  fail(error_code::voter_not_in_council,
       to_string(who) + (who.size() == 1 ? " does" : " do") + " not vote in this council" + (left_out.empty() ? "" : ": not taking part"),
       std::to_string(council.size()) + " members: " + to_string(council.members()),
       "name members of the council of that day; a former member or a candidate country is not one");
}
[[noreturn]] inline void these_members_stand_on_two_sides(member_set who) {
  fail(error_code::member_on_two_sides, to_string(who) + (who.size() == 1 ? " stands" : " stand") + " on two sides of the ballot", "",
       "name each member once: in favour, against, abstaining or absent");
}
[[noreturn]] inline void this_proxy_is_not_possible(std::string_view why) {
  fail(error_code::bad_proxy, "this proxy is not possible: " + std::string{why}, "",
       "TFEU 239: a member may act on behalf of not more than one other member; the proxy must be present and may not be passed on");
}
}  // namespace detail

/// A ballot of a council. Each call returns a ballot with more votes in it; a ballot must say what every member did.
class ballot {
 public:
  /// A ballot on which nobody has voted yet.
  constexpr explicit ballot(electorate const& council) : council_{council} {}

  /// These members vote in favour. Errors as for `with`.
  [[nodiscard]] constexpr ballot in_favour(member_set members) const { return with(members, vote::in_favour); }
  /// These members vote against. Errors as for `with`.
  [[nodiscard]] constexpr ballot against(member_set members) const { return with(members, vote::against); }
  /// These members abstain, present or represented. Errors as for `with`.
  [[nodiscard]] constexpr ballot abstaining(member_set members) const { return with(members, vote::abstain); }
  /// Abstaining with the formal declaration of TEU 31(1).
  [[nodiscard]] constexpr ballot abstaining_formally(member_set members) const { return with(members, vote::abstain_formally); }
  /// Absent and not represented.
  [[nodiscard]] constexpr ballot absent(member_set members) const { return with(members, vote::absent); }
  /// What all members did that have no vote yet.
  [[nodiscard]] constexpr ballot others(vote v) const { return with(unfinished(), v); }
  /// The same vote by any of the five ways. Errors: COD-B403 for one who does not vote here, COD-B401 for one who has a vote already.
  [[nodiscard]] constexpr ballot with(member_set members, vote v) const {
    if (!council_.members().contains(members)) detail::these_members_do_not_vote_in_this_council(members - council_.members(), council_);
    if (!(voted() & members).empty()) detail::these_members_stand_on_two_sides(voted() & members);
    auto b = *this;
    b.sides_[static_cast<std::size_t>(v)] |= members;
    return b;
  }
  /// The ballot in which these members now vote otherwise than they did; for what-if questions. Error COD-B403.
  [[nodiscard]] constexpr ballot changed(member_set members, vote v) const {
    return reopened(members).with(members, v);
  }
  /// The ballot in which it is not said what these members did. Error COD-B403.
  [[nodiscard]] constexpr ballot reopened(member_set members) const {
    if (!council_.members().contains(members)) detail::these_members_do_not_vote_in_this_council(members - council_.members(), council_);
    auto b = *this;
    for (auto& side : b.sides_) side -= members;
    return b;
  }
  /// `principal` is not present; `holder` casts its vote, which is entered like any other (TFEU 239).
  /// Error COD-B404 for a second proxy, a proxy handed on, one's own, or COD-B403.
  [[nodiscard]] constexpr ballot represented(member_state principal, member_state holder) const {
    auto const both = member_set{principal} | member_set{holder};
    if (!council_.members().contains(both)) detail::these_members_do_not_vote_in_this_council(both - council_.members(), council_);
    if (principal == holder) detail::this_proxy_is_not_possible("a member cannot hold its own proxy");
    for (auto const m : represented_) {
      if (holder_[index_of(m)] == index_of(holder)) detail::this_proxy_is_not_possible("the holder has a proxy already");
      if (holder_[index_of(m)] == index_of(principal)) detail::this_proxy_is_not_possible("the principal itself holds a proxy");
    }
    if (represented_.contains(principal)) detail::this_proxy_is_not_possible("the principal is represented already");
    if (represented_.contains(holder)) detail::this_proxy_is_not_possible("the holder is itself represented by another");
    auto b = *this;
    b.represented_.insert(principal);
    b.holder_[index_of(principal)] = static_cast<std::uint8_t>(index_of(holder));
    return b;
  }

  /// Those who vote, with their figures.
  [[nodiscard]] constexpr electorate const& council() const { return council_; }
  /// The members that did this.
  [[nodiscard]] constexpr member_set side(vote v) const { return sides_[static_cast<std::size_t>(v)]; }
  /// Whose vote is on the ballot, absence included.
  [[nodiscard]] constexpr member_set voted() const { return sides_[0] | sides_[1] | sides_[2] | sides_[3] | sides_[4]; }
  /// The members of whom the ballot does not say what they did.
  [[nodiscard]] constexpr member_set unfinished() const { return council_.members() - voted(); }
  /// The members that are represented by another.
  [[nodiscard]] constexpr member_set represented() const { return represented_; }
  /// Who casts the vote of a represented member?
  [[nodiscard]] constexpr member_state holder_of(member_state principal) const { return static_cast<member_state>(holder_[index_of(principal)]); }
  /// Present in person: a represented member counts as not present. [interpretation]
  [[nodiscard]] constexpr member_set present() const { return council_.members() - side(vote::absent) - represented(); }
  /// Is a member entered as absent that holds a proxy or is represented? Then the ballot contradicts itself.
  [[nodiscard]] constexpr bool contradicts_a_proxy() const {
    auto const absentees = side(vote::absent);
    for (auto const m : represented_)
      if (absentees.contains(m) || absentees.contains(static_cast<member_state>(holder_[index_of(m)]))) return true;
    return false;
  }

 private:
  electorate council_;
  // One by one: in a constexpr ballot without votes GCC 12 finds no elements after plain braces.
  std::array<member_set, 5> sides_{member_set{}, member_set{}, member_set{}, member_set{}, member_set{}};
  member_set represented_{};
  std::array<std::uint8_t, member_state_count> holder_{};  ///< of the represented members only
};

}  // namespace codecision
