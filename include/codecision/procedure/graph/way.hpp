// SPDX-License-Identifier: BSL-1.0
// What is a way through a procedure: at which places does a file stand, and which steps lie between them?
#pragma once

#include <codecision/procedure/transition.hpp>

#include <optional>
#include <string>
#include <vector>

namespace codecision::procedure {

/// Where a file stands: its stage, and while an emergency brake stops it the stage in which it was stopped. A file that was stopped
/// at first reading resumes there and nowhere else.
struct place {
  stage at = stage::not_proposed;  ///< the stage
  std::optional<stage> suspended_in{};  ///< where the file stood when a brake stopped it

  constexpr place() = default;
  constexpr place(stage s) : at{s} {}  ///< a stage is a place
  /// A stage that a brake reached from another.
  constexpr place(stage s, stage stopped_in) : at{s}, suspended_in{stopped_in} {}
  [[nodiscard]] friend constexpr bool operator==(place const&, place const&) = default;
};

/// The place in words: "suspended (social security) at first reading in the Council".
[[nodiscard]] inline std::string in_words(place const& p) {
  std::string text{name(p.at)};
  if (p.suspended_in) text += " at " + std::string{name(*p.suspended_in)};
  return text;
}

/// Where does this step lead from a place? Where the table names no stage the file stays, or resumes where it was stopped.
[[nodiscard]] constexpr place place_after(place const& from, transition const& step) {
  if (!step.to) return from.suspended_in ? place{*from.suspended_in} : from;
  return is_suspended(*step.to) ? place{*step.to, from.at} : place{*step.to};
}

/// One step of a file from a place to a place. It refers to a row of the table of the procedure: keep that as long.
struct leg {
  place from;  ///< where it begins
  transition const* how = nullptr;  ///< the transition
  place to;  ///< where it ends
  [[nodiscard]] friend constexpr bool operator==(leg const&, leg const&) = default;
};

/// Steps after each other: each begins where the one before it ends.
struct way {
  std::vector<leg> legs{};  ///< from the beginning to the end

  /// Where it passes, from the first place to the last. Empty for a way without steps.
  [[nodiscard]] std::vector<place> places() const {
    std::vector<place> all;
    if (!legs.empty()) all.push_back(legs.front().from);
    for (auto const& l : legs) all.push_back(l.to);
    return all;
  }
  /// Is this step taken on the way?
  [[nodiscard]] bool takes(event_kind event) const {
    for (auto const& l : legs)
      if (l.how->event == event) return true;
    return false;
  }
  [[nodiscard]] friend bool operator==(way const&, way const&) = default;
};

/// Is this step closed to a file that came this way, though its place has it?
[[nodiscard]] inline bool is_closed_after(way const& before, transition const& step) {
  for (auto const& l : before.legs)
    if (is_closed_by(l.how->event, step.event)) return true;
  return false;
}

/// What can still happen to a file at a place; `still_possible` finds it.
struct outlook {
  place here;  ///< where the vertex stands
  std::vector<leg> next{};        ///< the steps that may follow at once
  std::vector<place> reachable{}; ///< where the file can still come, in the order of the stages; the place itself is left out
  std::vector<place> ends{};      ///< those of them where nothing more can happen

  /// Can the file still come to this stage?
  [[nodiscard]] bool reaches(stage s) const {
    for (auto const& p : reachable)
      if (p.at == s) return true;
    return false;
  }
};

}  // namespace codecision::procedure
