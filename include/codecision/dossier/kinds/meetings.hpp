// SPDX-License-Identifier: BSL-1.0
// Which kinds of meeting does a dossier hold, and who was in the chair?
#pragma once

#include <codecision/core/date.hpp>
#include <codecision/core/member_state.hpp>
#include <codecision/dossier/when.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <string>

namespace codecision {

/// A member's term in the chair of the Council.
struct presidency {
  member_state holder = member_state::belgium;  ///< who presides
  codecision::when when = {};  ///< the day, or what is known of it
  date until{boost::date_time::pos_infin};  ///< the last day of the term
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) {
    visit("holder", &presidency::holder);
    visit("until", &presidency::until);
  }
};

/// A meeting of a working party of the Council, or of counsellors.
struct working_party_meeting {
  std::string body = {};  ///< which body meets, such as "LEWP"
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("body", &working_party_meeting::body); }
};

/// A meeting of the Permanent Representatives.
struct coreper_meeting {
  std::string body = {};  ///< which body meets, such as "LEWP"
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("body", &coreper_meeting::body); }
};

/// A meeting of ministers.
struct council_meeting {
  std::string body = {};  ///< which body meets, such as "LEWP"
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("body", &council_meeting::body); }
};

/// A meeting of a committee of the European Parliament.
struct committee_meeting {
  std::string body = {};  ///< which body meets, such as "LEWP"
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("body", &committee_meeting::body); }
};

/// A sitting of the European Parliament.
struct plenary_sitting {
  std::string body = {};  ///< which body meets, such as "LEWP"
  codecision::when when = {};  ///< the day, or what is known of it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("body", &plenary_sitting::body); }
};

/// A meeting of Parliament, Council and Commission; round 0 when it is not counted.
struct trilogue {
  codecision::when when = {};  ///< the day, or what is known of it
  int round = 0;  ///< which trilogue; 0 where nobody numbered it
  /// Names the fields, but `when`, for readers and writers of files.
  template <class Visit> static void fields(Visit&& visit) { visit("round", &trilogue::round); }
};

}  // namespace codecision
