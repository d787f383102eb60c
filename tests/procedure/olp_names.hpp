// SPDX-License-Identifier: BSL-1.0
// How does the published table docs/data/olp.json call what the library knows by another name?
#pragma once

#include <codecision/procedure/graph/way.hpp>

#include <map>
#include <string>

namespace codecision::test {

inline std::string olp_name(stage s) {
  static std::map<stage, std::string> const names{
      {stage::not_proposed, "START"}, {stage::parliament_first_reading, "EP_FIRST_READING"}, {stage::council_first_reading, "COUNCIL_FIRST_READING"},
      {stage::parliament_second_reading, "EP_SECOND_READING"}, {stage::council_second_reading, "COUNCIL_SECOND_READING"},
      {stage::conciliation_to_convene, "CONCILIATION_TO_CONVENE"}, {stage::conciliation, "CONCILIATION"}, {stage::third_reading, "THIRD_READING"},
      {stage::adopted, "ADOPTED"}, {stage::signed_by_presidents, "SIGNED"}, {stage::published, "PUBLISHED"}, {stage::in_force, "IN_FORCE"},
      {stage::not_adopted, "NOT_ADOPTED"}, {stage::withdrawn, "WITHDRAWN"}, {stage::suspended_social_security, "SUSPENDED_48"},
      {stage::suspended_criminal_matters, "SUSPENDED_82_83"}, {stage::enhanced_cooperation, "ENHANCED_COOPERATION"}, {stage::blocked, "BLOCKED"}};
  return names.at(s);
}

inline std::string olp_name(procedure::place const& p) { return olp_name(p.at) + (p.suspended_in ? "@" + olp_name(*p.suspended_in) : std::string{}); }

inline std::string olp_name(procedure::event_kind e) {
  using procedure::event_kind;
  if (e == event_kind::approve_parliament_position) return "approve_ep_position";
  if (e == event_kind::emergency_brake_social_security) return "emergency_brake_48";
  if (e == event_kind::emergency_brake_criminal_matters) return "emergency_brake_82_83";
  return std::string{name(e)};
}

}  // namespace codecision::test
