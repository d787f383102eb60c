// SPDX-License-Identifier: BSL-1.0
// What kinds of record does a dossier hold: texts, meetings, votes, positions, statements?
#pragma once

#include <codecision/core/member_set.hpp>
#include <codecision/dossier/stance.hpp>
#include <codecision/dossier/when.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codecision {

// Each kind is an aggregate: what names it, then its date, then the rest. `fields` hands every member except the date
// to a visitor as (name, pointer to member): what reads, writes or prints records needs no other list.

/// What national_document is it?
enum class national_form : std::uint8_t {
  letter, motion, question, answer, debate, procedure, note, parliament_opinion
};
/// What does a provision do?
enum class norm : std::uint8_t {
  obligation, permission, prohibition, power, definition, scope, review, procedure, custom, confidentiality,
  interpretation, institution
};
/// In which way is a claim put?
enum class claim_form : std::uint8_t { question, claim, assessment, unknown, speech_act };

namespace detail {
inline constexpr std::array<std::string_view, 8> national_form_names{
    "letter", "motion", "question", "answer", "debate", "procedure", "note", "parliament_opinion"};
inline constexpr std::array<std::string_view, 12> norm_names{
    "obligation", "permission", "prohibition", "power",           "definition",     "scope",
    "review",     "procedure",  "custom",      "confidentiality", "interpretation", "institution"};
inline constexpr std::array<std::string_view, 5> claim_form_names{"question", "claim", "assessment", "unknown",
                                                                  "speech_act"};
}  // namespace detail

[[nodiscard]] constexpr auto const& names_of(national_form) { return detail::national_form_names; }
[[nodiscard]] constexpr auto const& names_of(norm) { return detail::norm_names; }
[[nodiscard]] constexpr auto const& names_of(claim_form) { return detail::claim_form_names; }
[[nodiscard]] constexpr std::string_view name(national_form f) { return names_of(f)[static_cast<std::size_t>(f)]; }
[[nodiscard]] constexpr std::string_view name(norm n) { return names_of(n)[static_cast<std::size_t>(n)]; }
[[nodiscard]] constexpr std::string_view name(claim_form f) { return names_of(f)[static_cast<std::size_t>(f)]; }

/// Votes of a parliament.
struct vote_counts {
  int in_favour = 0;
  int against = 0;
  int abstaining = 0;
  [[nodiscard]] friend constexpr bool operator==(vote_counts, vote_counts) = default;
};

// ---- texts ----

/// A proposal of the Commission.
struct proposal {
  std::string number = {};
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) { visit("number", &proposal::number); }
};

/// A compromise text of the Council's presidency.
struct compromise_text {
  std::string number = {};
  codecision::when when = {};
  std::optional<member_state> presidency = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("number", &compromise_text::number);
    visit("presidency", &compromise_text::presidency);
  }
};

/// The Council's position at first reading.
struct council_position {
  std::string number = {};
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) { visit("number", &council_position::number); }
};

/// The negotiating mandate of an institution.
struct mandate {
  std::string institution = {};
  codecision::when when = {};
  std::string number = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("institution", &mandate::institution);
    visit("number", &mandate::number);
  }
};

/// An act that was signed.
struct legal_act {
  std::string number = {};
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) { visit("number", &legal_act::number); }
};

/// Any other paper: a report, a note, a survey, a study, a communication.
struct working_document {
  std::string number = {};
  codecision::when when = {};
  std::string form = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("number", &working_document::number);
    visit("form", &working_document::form);
  }
};

// ---- presidency and meetings ----

/// A member's term in the chair of the Council.
struct presidency {
  member_state holder = member_state::belgium;
  codecision::when when = {};
  date until{boost::date_time::pos_infin};  ///< the last day of the term
  template <class Visit> static void fields(Visit&& visit) {
    visit("holder", &presidency::holder);
    visit("until", &presidency::until);
  }
};

/// A meeting of a working party of the Council, or of counsellors.
struct working_party_meeting {
  std::string body = {};
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) { visit("body", &working_party_meeting::body); }
};

/// A meeting of the Permanent Representatives.
struct coreper_meeting {
  std::string body = {};
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) { visit("body", &coreper_meeting::body); }
};

/// A meeting of ministers.
struct council_meeting {
  std::string body = {};
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) { visit("body", &council_meeting::body); }
};

/// A meeting of a committee of the European Parliament.
struct committee_meeting {
  std::string body = {};
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) { visit("body", &committee_meeting::body); }
};

/// A sitting of the European Parliament.
struct plenary_sitting {
  std::string body = {};
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) { visit("body", &plenary_sitting::body); }
};

/// A meeting of Parliament, Council and Commission; round 0 when it is not counted.
struct trilogue {
  codecision::when when = {};
  int round = 0;
  template <class Visit> static void fields(Visit&& visit) { visit("round", &trilogue::round); }
};

// ---- votes and positions ----

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

// ---- statements ----

/// What somebody said or announced.
struct statement {
  std::string speaker = {};
  codecision::when when = {};
  std::string form = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("speaker", &statement::speaker);
    visit("form", &statement::form);
  }
};

/// The opinion or the advice of a body.
struct opinion {
  std::string author = {};
  codecision::when when = {};
  std::string number = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("author", &opinion::author);
    visit("number", &opinion::number);
  }
};

/// A paper or an act inside one member state: a letter, a motion, a question, an answer ... `stance` where it announces
/// one.
struct national_document {
  member_state member = member_state::belgium;
  national_form form = national_form::letter;
  codecision::when when = {};
  std::string number = {};
  codecision::stance stance = codecision::stance::none;
  template <class Visit> static void fields(Visit&& visit) {
    visit("member", &national_document::member);
    visit("form", &national_document::form);
    visit("number", &national_document::number);
    visit("stance", &national_document::stance);
  }
};

/// A day that the law sets: a deadline or an expiry.
struct legal_deadline {
  std::string form = {};
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) { visit("form", &legal_deadline::form); }
};

/// What a text says, as somebody reports it.
struct provision {
  codecision::norm norm = codecision::norm::obligation;
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) { visit("norm", &provision::norm); }
};

/// If this, then that; `modality` says how they hang together (precondition, consequence, definition ...).
struct condition {
  std::string premise = {};
  std::string consequence = {};
  codecision::when when = {};
  std::string modality = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("premise", &condition::premise);
    visit("consequence", &condition::consequence);
    visit("modality", &condition::modality);
  }
};

/// What its speaker holds or asks; the dossier does not hold it as true.
struct claim {
  std::string speaker = {};
  claim_form form = claim_form::claim;
  codecision::when when = {};
  template <class Visit> static void fields(Visit&& visit) {
    visit("speaker", &claim::speaker);
    visit("form", &claim::form);
  }
};

}  // namespace codecision
