// SPDX-License-Identifier: BSL-1.0
// Which kinds of text does a dossier hold: proposals, compromise texts, positions, mandates, acts, working documents?
#pragma once

#include <codecision/core/member_state.hpp>
#include <codecision/dossier/when.hpp>

#include <optional>
#include <string>

namespace codecision {

/// A proposal of the Commission.
struct proposal {
  std::string number = {};  ///< its number, such as "14092/25"
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("number", &proposal::number); }
};

/// A compromise text of the Council's presidency.
struct compromise_text {
  std::string number = {};  ///< its number, such as "14092/25"
  codecision::when when = {};  ///< the day, or what is known of it
  std::optional<member_state> presidency = {};  ///< who presided, where that is known
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("number", &compromise_text::number);
    visit("presidency", &compromise_text::presidency);
  }
};

/// The Council's position at first reading.
struct council_position {
  std::string number = {};  ///< its number, such as "14092/25"
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("number", &council_position::number); }
};

/// The negotiating mandate of an institution.
struct mandate {
  std::string institution = {};  ///< whose mandate
  codecision::when when = {};  ///< the day, or what is known of it
  std::string number = {};  ///< its number, such as "14092/25"
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("institution", &mandate::institution);
    visit("number", &mandate::number);
  }
};

/// An act that was signed.
struct legal_act {
  std::string number = {};  ///< its number, such as "14092/25"
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("number", &legal_act::number); }
};

/// Any other paper: a report, a note, a survey, a study, a communication.
struct working_document {
  std::string number = {};  ///< its number, such as "14092/25"
  codecision::when when = {};  ///< the day, or what is known of it
  std::string form = {};  ///< what sort of paper
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("number", &working_document::number);
    visit("form", &working_document::form);
  }
};

}  // namespace codecision
