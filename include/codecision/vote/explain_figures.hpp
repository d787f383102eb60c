// SPDX-License-Identifier: BSL-1.0
// Which population figures does an outcome rest on, of which grade, and how far can they be rounded?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/council/wording.hpp>
#include <codecision/vote/evaluate.hpp>

#include <string>

namespace codecision::detail {

[[nodiscard]] inline char const* who_counts(voters of) {
  if (of == voters::in_favour) return "in favour";
  return of == voters::not_against ? "not against (in favour, or abstaining while present or represented)" : "not abstaining formally";
}

[[nodiscard]] inline std::string end_text(share_of_whole s) { return wording::decimal(s.part * 100, s.whole, 3) + " %"; }

/// Does anything hang on the population figures?
[[nodiscard]] inline bool counts_people(outcome const& o) {
  return o.council().has_population() && (o.rule().counts(counted::population, o.asked()) || o.rule().clause().depends_on_population());
}

/// "figures: of 2025, grade official (the weakest among them)"
[[nodiscard]] inline std::string figures_text(outcome const& o) {
  auto const& source = o.council().figures();
  if (source.year == 0) return "figures: given by the caller";
  auto const text = "figures: of " + std::to_string(source.year) + ", grade " + std::string{name(o.population_total().quality)} + " (the weakest among them)";
  return source.stand_in ? text + ", standing in for " + to_string(*o.council().day()) + ", which has no table" : text;
}

/// Between which shares the true one lies, where the figures are rounded; empty where they are not.
[[nodiscard]] inline std::string rounding_text(outcome const& o) {
  auto const* people = o.criteria().find(counted::population);
  if (people == nullptr || !has_band(o.council())) return {};
  auto const band = population_share_band(o.council(), voters_of(people->asked, standing_of(o.ballot(), o.rule().clause().counted_as)));
  return "within the table's rounding the true share " + std::string{who_counts(people->asked.of)} + " lies from " + end_text(band.low) + " to " +
         end_text(band.high) + ": the verdict is " + (o.certain() ? "certain" : "not certain");
}

inline void cite_figures(explanation& line, outcome const& o) {
  auto const& decision = o.council().figures().decision;
  if (!decision.article.empty()) line.add("Council decision: " + std::string{decision.article} + ", " + std::string{decision.source});
}

inline void explain_figures(explanation& under, outcome const& o) {
  if (!counts_people(o)) return;
  auto& line = under.add(figures_text(o));
  if (auto const text = rounding_text(o); !text.empty()) line.add(text);
  cite_figures(line, o);
}

}  // namespace codecision::detail
