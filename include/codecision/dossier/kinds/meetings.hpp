// SPDX-License-Identifier: BSL-1.0
// Which kinds of meeting does a dossier hold, and who was in the chair?
#pragma once

#include <codecision/core/date.hpp>
#include <codecision/core/member_state.hpp>
#include <codecision/dossier/when.hpp>

#include <string>

namespace codecision {

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

}  // namespace codecision
