// SPDX-License-Identifier: BSL-1.0
// Which kinds of vote and position does a dossier hold?
#pragma once

#include <codecision/core/member_set.hpp>
#include <codecision/dossier/stance.hpp>
#include <codecision/dossier/when.hpp>

#include <optional>
#include <string>
#include <vector>

namespace codecision {

/// Votes of a parliament.
struct vote_counts {
  int in_favour = 0;  ///< votes in favour
  int against = 0;  ///< votes against
  int abstaining = 0;  ///< abstentions
  [[nodiscard]] friend constexpr bool operator==(vote_counts, vote_counts) = default;
};

/// How the Permanent Representatives stood. It is indicative, has no legal effect, and is not published: whoever is in
/// none of the sets was not named.
struct coreper_tally {
  std::string body = {};  ///< where it was taken
  codecision::when when = {};  ///< the day, or what is known of it
  member_set in_favour = {};  ///< who is in favour
  member_set against = {};  ///< who is against
  member_set abstaining = {};  ///< who abstains
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("body", &coreper_tally::body);
    visit("in_favour", &coreper_tally::in_favour);
    visit("against", &coreper_tally::against);
    visit("abstaining", &coreper_tally::abstaining);
  }
};

/// A vote of the Council with legal effect, or an adoption.
struct council_vote {
  std::string body = {};  ///< where it was taken
  codecision::when when = {};  ///< the day, or what is known of it
  member_set in_favour = {};  ///< who is in favour
  member_set against = {};  ///< who is against
  member_set abstaining = {};  ///< who abstains
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("body", &council_vote::body);
    visit("in_favour", &council_vote::in_favour);
    visit("against", &council_vote::against);
    visit("abstaining", &council_vote::abstaining);
  }
};

/// A vote of the European Parliament or of one of its committees; no counts when none are known.
struct parliament_vote {
  std::string body = {};  ///< where it was taken
  codecision::when when = {};  ///< the day, or what is known of it
  std::optional<vote_counts> counts = {};  ///< the votes, where they were counted
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("body", &parliament_vote::body);
    visit("counts", &parliament_vote::counts);
  }
};

/// How one member voted, as reported.
struct member_vote {
  member_state member = member_state::belgium;  ///< who voted
  codecision::stance stance = codecision::stance::unknown;  ///< for, against, undecided ...
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("member", &member_vote::member);
    visit("stance", &member_vote::stance);
  }
};

/// Where one member stands, and in which role that was said (announced_vote, concern, red_line ...); `holder` names who
/// holds it when that is not a member state.
struct position {
  std::optional<member_state> member = {};  ///< whose position, where a member holds it
  codecision::stance stance = codecision::stance::unknown;  ///< for, against, undecided ...
  codecision::when when = {};  ///< the day, or what is known of it
  std::string role = {};  ///< in which role the holder speaks
  std::string holder = {};  ///< who holds it, where that is not a member
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("member", &position::member);
    visit("stance", &position::stance);
    visit("role", &position::role);
    visit("holder", &position::holder);
  }
};

/// Where many members stand at once, according to one source or a few. On single issues only, it cannot be counted as a
/// vote.
struct position_snapshot {
  codecision::when when = {};  ///< the day, or what is known of it
  std::vector<member_stance> entries = {};  ///< one for each member of whom something is known
  bool issues_only = false;  ///< no stance is on the text as a whole
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("entries", &position_snapshot::entries);
    visit("issues_only", &position_snapshot::issues_only);
  }
};

}  // namespace codecision
