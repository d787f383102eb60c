// SPDX-License-Identifier: BSL-1.0
// What do the answers about a dossier say, in sentences: lineages, stances, plans that were overtaken?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/dossier/lineage.hpp>
#include <codecision/dossier/overtaken.hpp>
#include <codecision/dossier/position.hpp>
#include <codecision/dossier/record.hpp>
#include <codecision/dossier/replay.hpp>
#include <codecision/dossier/stance.hpp>
#include <codecision/vote/explain_assessment.hpp>
#include <codecision/vote/flips.hpp>
#include <codecision/vote/verdict.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace codecision {

namespace wording {

/// A record as a sentence names it: its number, body or member where it has one, and its date.
[[nodiscard]] inline std::string named(dossier const& d, std::size_t v) {
  auto const& r = d.record_of(v);
  auto const word = designation(r);
  return (word.empty() || r.kind() == kind::national_document ? r.id : word) + " (" + to_string(r.when()) + ")";
}

}  // namespace wording

namespace detail {

[[nodiscard]] inline std::string words(std::string_view underscored) {
  std::string text{underscored};
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace detail

/// Which texts does this one go back to, and what changed at each step?
[[nodiscard]] inline explanation explain(dossier const& d, text_lineage const& path) {
  explanation all{wording::named(d, path.subject) + ": " + d.record_of(path.subject).title};
  for (auto const& step : path.steps) {
    auto& line = all.add(wording::named(d, step.later) + " " + detail::words(name(step.type)) + " " + wording::named(d, step.earlier) + ": " +
                         d.record_of(step.earlier).title);
    for (auto const& change : step.changes)
      line.add(change.name + ": " + change.before.value_or("not mentioned") + " -> " + change.after.value_or("not mentioned"));
  }
  return all;
}

/// Where does this stance come from?
[[nodiscard]] inline explanation explain(dossier const& d, held_stance const& held) {
  auto const& r = d.record_of(held.record);
  auto text = std::string{name(held.member)} + ": " + detail::words(name(held.stance)) + " (" + std::string{name(held.basis)} + " " +
              to_string(r.when());
  if (held.known_on > held.since) text += ", known on " + to_string(held.known_on);
  text += ", " + std::string{name(held.confidence)} + ")";
  explanation all{text};
  all.add(r.id + ": " + r.title);
  if (held.text) all.add("on " + wording::named(d, *held.text));
  if (!held.note.empty()) all.add(held.note);
  return all;
}

/// Which plan was overtaken, by what?
[[nodiscard]] inline explanation explain(dossier const& d, overtaken_plan const& plan) {
  auto text = "a plan overtaken: " + (plan.member ? std::string{name(*plan.member)} + ", " : std::string{}) +
              (plan.planned == stance::none ? d.record_of(plan.plan).title : detail::words(name(plan.planned))) + " (" +
              to_string(d.record_of(plan.plan).when()) + ") became " +
              (plan.happened == stance::none ? d.record_of(plan.by).title : detail::words(name(plan.happened))) + " (" +
              to_string(d.record_of(plan.by).when()) + ")";
  explanation all{std::move(text)};
  all.add("planned: " + d.record_of(plan.plan).id + ", " + d.record_of(plan.plan).title);
  all.add("happened: " + d.record_of(plan.by).id + ", " + d.record_of(plan.by).title);
  return all;
}

namespace detail {

inline void explain_sets(explanation& under, std::string const& question, flip_range const& sets) {
  if (sets.smallest() > 0) under.add(question + ": " + to_string(sets));
}

}  // namespace detail

/// What does a step of the replay say? Who stands where, who could tip it, under which rule and with which figures.
[[nodiscard]] inline explanation explain(replay_step const& step) {
  explanation all{to_string(step.day) + " " + step.id + ": "};
  if (!step.count) {
    all.text += "positions on single issues, not counted";
    return all;
  }
  auto const& count = *step.count;
  auto const open = count.verdict() == verdict::open;
  all.text += open ? "open" : count.verdict() == verdict::adopted ? "a majority" : "no majority";
  all.text += step.indicative ? " (indicative, without legal effect)" : "";
  if (!step.text_title.empty()) all.add("on: " + step.text_title);
  detail::explain_known_and_open(all, count.assessment().ballot());
  detail::explain_sets(all, open ? "open members whose support would suffice" : "to reach a majority", count.to_win());
  detail::explain_sets(all, open ? "open members whose refusal would suffice" : "to lose the majority", count.to_lose());
  auto const& figures = count.council().figures();
  if (figures.stand_in)
    all.add("figures of " + std::to_string(figures.year) + " stand in, no table is known for this day; the verdict " +
            (count.hangs_on_figures() ? "could hang on that" : "cannot hang on that"));
  if (!count.certain()) all.add("not certain within the rounding of the figures");
  all.add(count.rule().reason());
  return all;
}

}  // namespace codecision
