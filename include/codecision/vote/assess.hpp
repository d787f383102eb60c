// SPDX-License-Identifier: BSL-1.0
// Can an act still be adopted, can it still be blocked, and whose open votes would settle it?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/flips.hpp>
#include <codecision/vote/open_ballot.hpp>
#include <codecision/vote/outcome.hpp>
#include <codecision/vote/verdict.hpp>

namespace codecision {

class completion_counts;

/// What is known of a vote while some votes are open: the two extreme outcomes, and who could settle it. An open member may
/// vote in favour or against; every rule counts more votes in favour at least as well, so nothing lies outside the extremes.
/// Nor do abstentions, formal or not: they count like a vote against, or under unanimity between the two. Open members are
/// taken to come to the vote, or to be represented: only those known to be absent are missing from the quorum.
class assessment {
 public:
  /// If no open member is in favour, all of them being against.
  [[nodiscard]] constexpr outcome const& least() const { return least_; }
  /// If all open members are in favour.
  [[nodiscard]] constexpr outcome const& most() const { return most_; }
  /// Is the act adopted or not whatever the open members do, or do they decide? Not adopted where there is no quorum.
  [[nodiscard]] constexpr codecision::verdict verdict() const {
    if (least_.adopted()) return verdict::adopted;
    return most_.adopted() ? verdict::open : verdict::not_adopted;
  }
  /// The outcome on which the verdict rests: the least favourable one when adopted, else the most favourable one.
  [[nodiscard]] constexpr outcome const& decisive() const { return least_.adopted() ? least_ : most_; }
  /// Would both extreme outcomes be the same with every set of true figures within the rounding of the table?
  [[nodiscard]] constexpr bool certain() const { return least_.certain() && most_.certain(); }

  /// Every smallest set of open members whose votes in favour would secure adoption, whatever the other open members do: all
  /// sets of the least number of members, the most populous first. None when the verdict is not open.
  [[nodiscard]] constexpr flip_range securing_adoption() const { return smallest_flips(least_, movable()); }
  /// Every smallest set of open members whose votes against would secure that the act is not adopted, whatever the other open
  /// members do. None when the verdict is not open.
  [[nodiscard]] constexpr flip_range securing_a_block() const { return smallest_flips(most_, movable()); }

  /// Every smallest set of members whose votes in favour would see to it that the act is adopted: of open members while the
  /// verdict is open; when it is not adopted, of all that are not in favour, and besides all open ones. None when it is adopted
  /// anyway, nor when the quorum is missing: then members have to come before votes can matter.
  [[nodiscard]] constexpr flip_range to_adopt() const {
    auto const votes_are_missing = verdict() == verdict::not_adopted && most_.quorum().met();
    return votes_are_missing ? smallest_flips(most_) : securing_adoption();
  }
  /// Every smallest set of members whose votes against would see to it that the act is not adopted: of open members while the
  /// verdict is open; when it is adopted, of all that count for it, the open ones being against. None when it is not adopted
  /// anyway.
  [[nodiscard]] constexpr flip_range to_block() const {
    return verdict() == verdict::adopted ? smallest_flips(least_) : securing_a_block();
  }

  /// In how many of the 2^u ways in which u open members can vote is the act adopted, and how often is each of them decisive?
  /// Exact. Defined in power/completions.hpp, which a program that calls it includes. Errors and cost: see there.
  [[nodiscard]] completion_counts completions() const;

  /// The ballot that was assessed.
  [[nodiscard]] constexpr open_ballot const& ballot() const { return ballot_; }
  /// The rule that was asked.
  [[nodiscard]] constexpr codecision::rule const& rule() const { return least_.rule(); }
  /// Who votes.
  [[nodiscard]] constexpr electorate const& council() const { return least_.council(); }
  /// What was asked for, such as the check of the population.
  [[nodiscard]] constexpr request asked() const { return least_.asked(); }
  /// Whose votes are open.
  [[nodiscard]] constexpr member_set open() const { return ballot_.open(); }

 private:
  friend constexpr assessment assess(codecision::rule const& r, open_ballot const& b, request asked);
  constexpr assessment(codecision::rule const& r, open_ballot const& b, request asked)
      : ballot_{b}, least_{evaluate(r, b.completed(member_set{}), asked)}, most_{evaluate(r, b.completed(b.open()), asked)} {}
  [[nodiscard]] constexpr member_set movable() const { return verdict() == verdict::open ? open() : member_set{}; }

  open_ballot ballot_;
  outcome least_;
  outcome most_;
};

/// Is an act adopted, blocked or open under this rule while some votes are not known? The best and the worst share of the
/// population are those of `most()` and `least()`. Errors as for `evaluate`; a ballot need not be finished.
/// Cost: two evaluations; the sets that would settle it are searched for when they are asked for.
[[nodiscard]] constexpr assessment assess(rule const& r, open_ballot const& b, request asked = request::none) { return {r, b, asked}; }

}  // namespace codecision
