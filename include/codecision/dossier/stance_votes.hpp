// SPDX-License-Identifier: BSL-1.0
// Stances are not votes: which vote is expected of a member, given where a source says that it stands?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/dossier/kinds/votes.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/open_ballot.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace codecision {

/// What a stance is expected to mean when the vote is taken. `undecided` and `unknown` leave the vote open.
enum class expected_vote : std::uint8_t { in_favour, against, abstain, absent, undecided, unknown };

/// The expected vote in words, such as "in favour".
[[nodiscard]] constexpr std::string_view name(expected_vote v) {
  constexpr std::string_view names[] = {"in favour", "against", "abstaining", "absent", "undecided", "unknown"};
  return names[static_cast<std::size_t>(v)];
}
/// Does it leave the vote open?
[[nodiscard]] constexpr bool is_open(expected_vote v) { return v == expected_vote::undecided || v == expected_vote::unknown; }

/// How stances are read as votes. By default:
///
///   support -> in favour          not_support -> against (against or abstaining: the same under every majority)
///   oppose  -> against            undecided, mixed -> undecided
///   abstain -> abstaining         none, unknown, and members that are not named -> unknown
///
/// A rule that tells an abstention from a vote against, such as unanimity, leaves `not_support` open: see `under`.
/// Reservations change nothing by default: a member that supports with reservations is expected to vote in favour.
/// Another reading is another value: `stance_mapping{}.with(stance::undecided, expected_vote::against)`.
class stance_mapping {
 public:
  constexpr stance_mapping() = default;

  /// The mapping in which this stance means that. What it means with reservations follows, unless that is said apart.
  [[nodiscard]] constexpr stance_mapping with(stance s, expected_vote v) const {
    auto m = *this;
    m.plain_[static_cast<std::size_t>(s)] = v;
    m.not_support_is_set_ = m.not_support_is_set_ || s == stance::not_support;
    return m;
  }
  /// The mapping in which this stance means that when the source adds reservations.
  [[nodiscard]] constexpr stance_mapping with_reservations(stance s, expected_vote v) const {
    auto m = *this;
    m.reserved_[static_cast<std::size_t>(s)] = v;
    return m;
  }

  /// The mapping as it is read under this rule. Where an abstention counts otherwise than a vote against (unanimity, TFEU
  /// 238(4); a clause that is read to the letter), a member of whom it is only known that it will not be in favour may do
  /// either: `not_support` means `unknown`, unless `with` has said what it means.
  [[nodiscard]] constexpr stance_mapping under(rule const& r) const {
    bool tells_apart = r.clause().exists() && r.clause().counted_as == blockers::against;
    for (auto const& c : r) tells_apart = tells_apart || c.of != voters::in_favour;
    return tells_apart && !not_support_is_set_ ? with(stance::not_support, expected_vote::unknown) : *this;
  }

  /// Which vote does this stance stand for?
  [[nodiscard]] constexpr expected_vote of(stance s, bool reservations = false) const {
    auto const i = static_cast<std::size_t>(s);
    return reservations && reserved_[i] ? *reserved_[i] : plain_[i];
  }
  /// Which vote does this entry stand for, with its reservations and alternatives? Where the source allows several stances:
  /// - all mean the same vote: that one;
  /// - they differ, and one of them is in favour or open: what `mixed` means, for the member has a foot on either side;
  /// - they differ, and none of them is in favour (against or abstaining): the recorded stance, the first; but where the
  ///   mapping leaves `not_support` open, that, for the source says no more than `not_support` does.
  /// The flag `conflict` changes nothing: what another source says is counted with that source's snapshot.
  [[nodiscard]] expected_vote of(member_stance const& entry) const {
    auto const recorded = of(entry.stance, entry.reservations);
    bool differ = false, none_in_favour = recorded != expected_vote::in_favour && !is_open(recorded);
    for (auto const s : entry.alternatives) {
      auto const other = of(s, entry.reservations);
      differ = differ || other != recorded;
      none_in_favour = none_in_favour && other != expected_vote::in_favour && !is_open(other);
    }
    if (!differ) return recorded;
    if (!none_in_favour) return of(stance::mixed, entry.reservations);
    auto const not_in_favour = of(stance::not_support, entry.reservations);
    return is_open(not_in_favour) ? not_in_favour : recorded;
  }

  [[nodiscard]] friend constexpr bool operator==(stance_mapping const&, stance_mapping const&) = default;

 private:
  // In the order of `stance`: support, oppose, abstain, not_support, undecided, mixed, none, unknown.
  std::array<expected_vote, 8> plain_{expected_vote::in_favour, expected_vote::against,   expected_vote::abstain, expected_vote::against,
                                      expected_vote::undecided, expected_vote::undecided, expected_vote::unknown, expected_vote::unknown};
  std::array<std::optional<expected_vote>, 8> reserved_{};
  bool not_support_is_set_ = false;
};

/// The open ballot that a snapshot of positions amounts to in this council; for a certain rule give `mapping.under(rule)`. Entries on single issues are left aside; a
/// member that it does not name is read as `stance::unknown`.
/// Errors: COD-B403 for a position of a state that does not vote here; COD-B401 when two entries on the text put a member on
/// different sides.
[[nodiscard]] inline open_ballot open_ballot_of(position_snapshot const& snapshot, electorate const& council, stance_mapping const& mapping = {}) {
  std::array<member_set, 6> sides{};
  auto unnamed = council.members();
  for (auto const& entry : snapshot.entries) {
    if (!entry.dimension.empty()) continue;
    sides[static_cast<std::size_t>(mapping.of(entry))].insert(entry.member);
    unnamed.erase(entry.member);
  }
  sides[static_cast<std::size_t>(mapping.of(stance::unknown))] |= unnamed;
  auto const on = [&](expected_vote v) { return sides[static_cast<std::size_t>(v)]; };
  return open_ballot{council}
      .in_favour(on(expected_vote::in_favour))
      .against(on(expected_vote::against))
      .abstaining(on(expected_vote::abstain))
      .absent(on(expected_vote::absent))
      .undecided(on(expected_vote::undecided))
      .unknown(on(expected_vote::unknown) & council.members());  // of a state that does not vote here nothing is known: no matter
}

/// A vote that a record lists by members: in Coreper, or in the Council.
template <class T>
concept VoteByMembers = std::same_as<T, coreper_tally> || std::same_as<T, council_vote>;

/// The open ballot that such a vote amounts to in this council: whoever stands in none of its lists is unknown.
/// Errors: COD-B403 for a state that does not vote here; COD-B401 for a member in two of the lists.
template <VoteByMembers Vote>
[[nodiscard]] open_ballot open_ballot_of(Vote const& v, electorate const& council) {
  auto const b = open_ballot{council}.in_favour(v.in_favour).against(v.against).abstaining(v.abstaining);
  return b.unknown(council.members() - (v.in_favour | v.against | v.abstaining));
}

}  // namespace codecision
