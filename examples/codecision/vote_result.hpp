// SPDX-License-Identifier: BSL-1.0
// What can be said of a vote that the options describe, known or open: for the commands vote and flips.
#pragma once

#include "ballot_options.hpp"
#include "result.hpp"

#include <codecision/vote/assess.hpp>

namespace calculator {

/// The exit status that goes with a verdict.
[[nodiscard]] constexpr int status_of(codecision::verdict v) {
  if (v == codecision::verdict::open) return status::open;
  return v == codecision::verdict::adopted ? status::adopted : status::not_adopted;
}

/// The vote as far as it is known. Without open votes both ends are the outcome. Errors as for evaluate.
[[nodiscard]] inline codecision::assessment assessed(asked_vote const& vote) { return codecision::assess(vote.rule, vote.ballot, vote.asked); }

/// A note where figures of another year stand in: can the verdict hang on that?
void add_note_on_figures(std::vector<std::string>& notes, codecision::assessment const& a);

/// The fields of JSON that describe the question: rule, basis, request, council, members that were not named.
void add_question(nlohmann::ordered_json& j, asked_vote const& vote);

}  // namespace calculator
