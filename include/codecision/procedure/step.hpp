// SPDX-License-Identifier: BSL-1.0
// What became of an event: who decided, was the majority reached, was it in time?
#pragma once

#include <codecision/procedure/event.hpp>
#include <codecision/procedure/majority.hpp>
#include <codecision/procedure/running_limit.hpp>
#include <codecision/procedure/transition.hpp>
#include <codecision/vote/outcome.hpp>

#include <optional>
#include <string>
#include <vector>

namespace codecision::procedure {

/// One decision of one body: on the whole text, or on one amendment.
struct decision {
  actor body = actor::nobody;  ///< who decided
  std::string on{};                                      ///< the number of the amendment; empty for the whole text
  std::string rule{};                                    ///< by which rule
  citation const* because = nullptr;                     ///< the provision that asks for unanimity here, where one does
  bool reached = false;  ///< was the majority there?
  std::optional<outcome> council{};                      ///< the count, where the Council voted
  std::optional<parliament_outcome> parliament{};        ///< the count, where heads were counted
  std::string attested_by{};                             ///< the source that stands in for a count
};

/// What an event did to the file.
struct step {
  event happened;  ///< the event
  transition const* asked = nullptr;     ///< the step of the table that the event asks for; null for an extension
  transition const* taken = nullptr;     ///< the step that was taken: another where the Treaty attaches one to a lost vote, or null
  codecision::stage before{};  ///< the stage before it
  codecision::stage after{};  ///< the stage after it
  std::vector<decision> decisions{};  ///< the votes that were counted
  std::optional<running_limit> limit{};  ///< the time limit that ran
  timeliness in_time = timeliness::no_limit;  ///< within the limit, or not
  std::optional<extension> extended{};   ///< when the step is an extension of the limit
  std::vector<std::string> notes{};      ///< doubts, and what could not be checked

  /// Did the file move, or was it a vote that changed nothing?
  [[nodiscard]] bool moved() const { return taken != nullptr; }
};

/// What could happen next: a step, its rules on a day, and its last day.
struct possible_step {
  transition const* how = nullptr;  ///< the transition
  required_rules rules{};  ///< by which majorities
  std::optional<running_limit> limit{};  ///< the limit that runs from then on
};

}  // namespace codecision::procedure
