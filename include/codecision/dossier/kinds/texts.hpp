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

}  // namespace codecision
