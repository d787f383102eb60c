// SPDX-License-Identifier: BSL-1.0
#include "vote_result.hpp"

#include <codecision/io/json_outcome.hpp>

namespace cod = codecision;

namespace calculator {

void add_note_on_figures(std::vector<std::string>& notes, codecision::assessment const& a) {
  if (!a.council().figures().stand_in) return;
  auto const hangs = cod::hangs_on_figures(a.least()) || cod::hangs_on_figures(a.most());
  notes.emplace_back(hangs ? "the verdict can hang on these figures" : "the verdict does not hang on these figures");
}

void add_question(nlohmann::ordered_json& j, asked_vote const& vote) {
  j["rule"] = vote.rule.name();
  j["basis"] = vote.basis.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(vote.basis);
  j["population_check_asked"] = cod::asks_for(vote.asked, cod::request::population_check);
  j["council"] = cod::io::as_json(vote.council);
  j["not_named"] = {{"members", cod::io::as_json(vote.not_named)}, {"counted_as", vote.rest}};
}

}  // namespace calculator
