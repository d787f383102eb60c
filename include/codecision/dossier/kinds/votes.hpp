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
  int in_favour = 0;
  int against = 0;
  int abstaining = 0;
  [[nodiscard]] friend constexpr bool operator==(vote_counts, vote_counts) = default;
};

/// How the Permanent Representatives stood. It is indicative, has no legal effect, and is not published: whoever is in
/// none of the sets was not named.
struct coreper_tally {
  std::string body = {};
  codecision::when when = {};
  member_set in_favour = {};
  member_set against = {};
  member_set abstaining = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("body", &coreper_tally::body);
    visit("in_favour", &coreper_tally::in_favour);
    visit("against", &coreper_tally::against);
    visit("abstaining", &coreper_tally::abstaining);
  }
};

/// A vote of the Council with legal effect, or an adoption.
struct council_vote {
  std::string body = {};
  codecision::when when = {};
  member_set in_favour = {};
  member_set against = {};
  member_set abstaining = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("body", &council_vote::body);
    visit("in_favour", &council_vote::in_favour);
    visit("against", &council_vote::against);
    visit("abstaining", &council_vote::abstaining);
  }
};

/// A vote of the European Parliament or of one of its committees; no counts when none are known.
struct parliament_vote {
  std::string body = {};
  codecision::when when = {};
  std::optional<vote_counts> counts = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("body", &parliament_vote::body);
    visit("counts", &parliament_vote::counts);
  }
};

/// How one member voted, as reported.
struct member_vote {
  member_state member = member_state::belgium;
  codecision::stance stance = codecision::stance::unknown;
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("member", &member_vote::member);
    visit("stance", &member_vote::stance);
  }
};

/// Where one member stands, and in which role that was said (announced_vote, concern, red_line ...); `holder` names who
/// holds it when that is not a member state.
struct position {
  std::optional<member_state> member = {};
  codecision::stance stance = codecision::stance::unknown;
  codecision::when when = {};
  std::string role = {};
  std::string holder = {};
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
  codecision::when when = {};
  std::vector<member_stance> entries = {};
  bool issues_only = false;
  template <class Visit> static void fields(Visit&& visit) {
    visit("entries", &position_snapshot::entries);
    visit("issues_only", &position_snapshot::issues_only);
  }
};

}  // namespace codecision
