// SPDX-License-Identifier: BSL-1.0
// Which kinds of statement does a dossier hold: opinions, national papers, provisions, conditions, claims?
#pragma once

#include <codecision/core/member_state.hpp>
#include <codecision/dossier/stance.hpp>
#include <codecision/dossier/when.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace codecision {

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

/// The words of all values, in their order; files use the same words.
[[nodiscard]] constexpr auto const& names_of(national_form) { return detail::national_form_names; }
/// The words of all values, in their order; files use the same words.
[[nodiscard]] constexpr auto const& names_of(norm) { return detail::norm_names; }
/// The words of all values, in their order; files use the same words.
[[nodiscard]] constexpr auto const& names_of(claim_form) { return detail::claim_form_names; }
/// The word for this value.
[[nodiscard]] constexpr std::string_view name(national_form f) { return names_of(f)[static_cast<std::size_t>(f)]; }
/// The word for this value.
[[nodiscard]] constexpr std::string_view name(norm n) { return names_of(n)[static_cast<std::size_t>(n)]; }
/// The word for this value.
[[nodiscard]] constexpr std::string_view name(claim_form f) { return names_of(f)[static_cast<std::size_t>(f)]; }

/// What somebody said or announced.
struct statement {
  std::string speaker = {};  ///< who speaks, as the source names the speaker
  codecision::when when = {};  ///< the day, or what is known of it
  std::string form = {};  ///< what it is, in a word or two
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("speaker", &statement::speaker);
    visit("form", &statement::form);
  }
};

/// The opinion or the advice of a body.
struct opinion {
  std::string author = {};  ///< who gives it
  codecision::when when = {};  ///< the day, or what is known of it
  std::string number = {};  ///< its number, where it has one
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("author", &opinion::author);
    visit("number", &opinion::number);
  }
};

/// A paper or an act inside one member state: a letter, a motion, a question, an answer ... `stance` where it announces
/// one.
struct national_document {
  member_state member = member_state::belgium;  ///< whose document
  national_form form = national_form::letter;  ///< a letter, a motion, a question ...
  codecision::when when = {};  ///< the day, or what is known of it
  std::string number = {};  ///< its number, where it has one
  codecision::stance stance = codecision::stance::none;  ///< what it says of the member's position
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("member", &national_document::member);
    visit("form", &national_document::form);
    visit("number", &national_document::number);
    visit("stance", &national_document::stance);
  }
};

/// A day that the law sets: a deadline or an expiry.
struct legal_deadline {
  std::string form = {};  ///< what it is, in a word or two
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("form", &legal_deadline::form); }
};

/// What a text says, as somebody reports it.
struct provision {
  codecision::norm norm = codecision::norm::obligation;  ///< what sort of norm
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("norm", &provision::norm); }
};

/// If this, then that; `modality` says how they hang together (precondition, consequence, definition ...).
struct condition {
  std::string premise = {};  ///< if this
  std::string consequence = {};  ///< then that
  codecision::when when = {};  ///< the day, or what is known of it
  std::string modality = {};  ///< how firmly: will, may ...
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("premise", &condition::premise);
    visit("consequence", &condition::consequence);
    visit("modality", &condition::modality);
  }
};

/// What its speaker holds or asks; the dossier does not hold it as true.
struct claim {
  std::string speaker = {};  ///< who speaks, as the source names the speaker
  claim_form form = claim_form::claim;  ///< a question, a claim, an assessment ...
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("speaker", &claim::speaker);
    visit("form", &claim::form);
  }
};

}  // namespace codecision
