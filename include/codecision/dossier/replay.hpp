// SPDX-License-Identifier: BSL-1.0
// What would each reported state of positions have decided, on its day, under the rule of that day?
#pragma once

#include <codecision/council/catalogue.hpp>
#include <codecision/dossier/dossier.hpp>
#include <codecision/vote/explain.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codecision {

/// What positions allow to say: adopted or not whatever the open members do, or open; `not_counted` where they are on single
/// issues and not on a text, `no_figures` where no population table covers the day and none stands in.
enum class replay_verdict : std::uint8_t { adopted, not_adopted, open, not_counted, no_figures };

[[nodiscard]] constexpr std::string_view name(replay_verdict v) {
  constexpr std::string_view names[] = {"majority", "no majority", "open", "not counted", "no figures"};
  return names[static_cast<std::size_t>(v)];
}

/// One snapshot of positions, counted as if it had been a vote on its day. Positions are not votes, and what happens in Coreper
/// is indicative: the count has no legal effect.
struct replay_step {
  dossier::vertex snapshot = 0;
  std::optional<dossier::vertex> text{};   ///< the text the positions are on
  std::optional<dossier::vertex> event{};  ///< the meeting at which they were taken
  std::string id{};
  std::string title{};
  std::string reason{};                    ///< why this rule: legal basis, proposer, day
  when taken{};
  date day{boost::date_time::pos_infin};   ///< the day on which it is counted: the latest possible one
  member_set in_favour{}, against{}, abstaining{}, undecided{}, unknown{};
  replay_verdict verdict = replay_verdict::not_counted;
  std::optional<outcome> lowest{};         ///< all open members against
  std::optional<outcome> highest{};        ///< all open members in favour
  bool hangs_on_figures = false;           ///< other population figures could change the verdict
  std::optional<flip_range> to_adopt{};    ///< the smallest sets whose change gives a majority, where one can be lacking
  std::optional<flip_range> to_block{};    ///< the smallest sets whose change takes the majority away, where there can be one

  /// Undecided or unknown: whoever could still go either way.
  [[nodiscard]] member_set open() const { return undecided | unknown; }
};

namespace detail {

/// "Art. 114 TFEU" as the catalogue writes it: "TFEU 114". Empty for any other form.
[[nodiscard]] inline std::string catalogue_form(std::string_view article) {
  constexpr std::string_view before = "Art. ", after = " TFEU";
  if (!article.starts_with(before) || !article.ends_with(after)) return {};
  return "TFEU " + std::string{article.substr(before.size(), article.size() - before.size() - after.size())};
}

/// The legal basis that the proposals of a dossier name: the first one there is. Empty when none is named.
[[nodiscard]] inline std::string legal_basis_of(dossier const& d) {
  for (auto const v : d.records()) {
    auto const& r = d.record_of(v);
    auto const* value = r.kind() == kind::proposal ? r.value_of("legal_basis") : nullptr;
    if (auto const basis = value ? catalogue_form(to_string(*value)) : std::string{}; !basis.empty()) return basis;
  }
  return {};
}

/// Who votes on a day: with the figures of the day, else with those of the year that the record names as a stand-in.
[[nodiscard]] inline std::optional<electorate> council_for(record const& snapshot, date day) {
  if (day < first_day_of_population_figures || find_population_table_on(day) != nullptr) return council_on(day);
  auto const* value = snapshot.value_of("figures_stand_in");
  auto const* year = value ? std::get_if<std::int64_t>(value) : nullptr;
  return year ? std::optional{council_on(day, static_cast<int>(*year))} : std::nullopt;
}

inline void place(replay_step& step, member_stance const& entry) {
  if (!entry.dimension.empty()) return;
  switch (entry.stance) {
    case stance::support: step.in_favour.insert(entry.member); return;
    case stance::abstain: step.abstaining.insert(entry.member); return;
    // Against or abstaining, the source does not say: not in favour either way.
    case stance::oppose:
    case stance::not_support: step.against.insert(entry.member); return;
    case stance::undecided:
    case stance::mixed: step.undecided.insert(entry.member); return;
    case stance::none:
    case stance::unknown: return;
  }
}

inline void count(replay_step& step, rule const& r, electorate const& council) {
  step.unknown = council.members() - (step.in_favour | step.against | step.abstaining | step.undecided);
  auto const known = ballot{council}.in_favour(step.in_favour).against(step.against).abstaining(step.abstaining);
  step.lowest = evaluate(r, known.others(vote::against));
  step.highest = evaluate(r, known.others(vote::in_favour));
  step.verdict = step.lowest->adopted()     ? replay_verdict::adopted
                 : step.highest->adopted()  ? replay_verdict::open
                                            : replay_verdict::not_adopted;
  auto const open = step.verdict == replay_verdict::open;
  auto const who = open ? step.open() : council.members();
  if (step.verdict != replay_verdict::adopted) step.to_adopt = smallest_flips(open ? *step.lowest : *step.highest, who);
  if (step.verdict != replay_verdict::not_adopted) step.to_block = smallest_flips(open ? *step.highest : *step.lowest, who);
  step.hangs_on_figures = (step.verdict != replay_verdict::not_adopted && hangs_on_figures(*step.lowest)) ||
                          (step.verdict != replay_verdict::adopted && hangs_on_figures(*step.highest));
}

[[nodiscard]] inline std::optional<dossier::vertex> first_of(std::vector<dossier::vertex> const& found) {
  return found.empty() ? std::nullopt : std::optional{found.front()};
}

}  // namespace detail

/// What does this snapshot of positions amount to? `basis` names the legal basis; empty: the one that the dossier's proposals name.
/// Errors: COD-R304 when there is none or it is unknown, COD-B403 for a position of a state that is not a member that day.
[[nodiscard]] inline replay_step replay_snapshot(dossier const& d, dossier::vertex v, std::string_view basis = {}) {
  auto const& r = d.record_of(v);
  auto const& snapshot = *r.as<position_snapshot>();
  replay_step step{.snapshot = v, .text = detail::first_of(d.related(v, relation_type::position_on)),
                   .event = detail::first_of(d.related(v, relation_type::taken_at)), .id = r.id, .title = r.title,
                   .taken = snapshot.when, .day = snapshot.when.latest};
  if (snapshot.issues_only) return step;
  for (auto const& entry : snapshot.entries) detail::place(step, entry);
  auto const council = detail::council_for(r, step.day);
  step.verdict = replay_verdict::no_figures;
  if (!council) return step;
  auto const own = basis.empty() ? detail::legal_basis_of(d) : std::string{basis};
  auto const applicable = catalogue(legal_basis{own}, proposer::commission, step.day);
  step.reason = applicable.reason();
  detail::count(step, applicable, council->only(applicable.participants()));
  return step;
}

/// What would each snapshot of positions in the dossier have decided? In order of time; snapshots of the same day from different
/// sources are kept apart. Errors as for replay_snapshot.
[[nodiscard]] inline std::vector<replay_step> replay(dossier const& d, std::string_view basis = {}) {
  std::vector<replay_step> steps;
  for (auto const v : d.records())
    if (d.record_of(v).kind() == kind::position_snapshot) steps.push_back(replay_snapshot(d, v, basis));
  return steps;
}

namespace detail {

[[nodiscard]] inline std::string side(char const* what, member_set members) {
  return members.empty() ? "" : "; " + std::string{what} + " " + std::to_string(members.size()) + (members.size() <= 12 ? " (" + to_string(members) + ")" : "");
}

inline void explain_share(explanation& under, replay_step const& step) {
  auto const in = step.lowest->council().figures().counted_in;
  auto const share = [&](outcome const& o) {
    auto const* people = o.criteria().find(counted::population);
    if (people == nullptr) return std::string{};
    return ", " + (in == unit::persons ? percent(people->have, people->of, people->asked.share) : amount(counted::population, in, people->have));
  };
  auto text = counted_as(step.lowest->in_favour().size(), "member", "members") + share(*step.lowest);
  if (!step.open().empty()) text += " to " + counted_as(step.highest->in_favour().size(), "member", "members") + share(*step.highest);
  under.add("in favour: " + text);
}

inline void explain_flips(explanation& under, std::string const& question, flip_range const& range) {
  if (range.smallest() == 0) { under.add(question + ": nobody"); return; }
  std::string sets;
  int shown = 0;
  for (auto i = range.begin(); i != range.end() && shown < 3; ++i, ++shown) sets += (shown > 0 ? " | " : "") + to_string((*i).members);
  auto const n = range.count();
  under.add(question + ": " + counted_as(range.smallest(), "member", "members") + ", " + counted_as(n, "way", "ways") + ": " + sets + (n > shown ? " | ..." : ""));
}

}  // namespace detail

/// What does a step of the replay say? The counts, the interval where positions are missing, who could tip it, and the figures.
[[nodiscard]] inline explanation explain(replay_step const& step) {
  explanation all{to_string(step.taken) + " " + step.id + ": " + std::string{name(step.verdict)} +
                  detail::side("in favour", step.in_favour) + detail::side("against", step.against) + detail::side("abstaining", step.abstaining) +
                  detail::side("undecided", step.undecided) + detail::side("unknown", step.unknown)};
  if (!step.lowest) {
    all.add(step.verdict == replay_verdict::not_counted ? "positions on single issues, not on a text: no count" : "no population table covers the day, and none stands in");
    return all;
  }
  detail::explain_share(all, step);
  if (step.to_adopt) detail::explain_flips(all, step.verdict == replay_verdict::open ? "open members whose support would suffice" : "to reach a majority", *step.to_adopt);
  if (step.to_block) detail::explain_flips(all, step.verdict == replay_verdict::open ? "open members whose refusal would suffice" : "to lose the majority", *step.to_block);
  auto const& figures = step.lowest->council().figures();
  if (figures.stand_in)
    all.add("figures of " + std::to_string(figures.year) + " stand in: no table is known for this day; the verdict " +
            (step.hangs_on_figures ? "could hang on them" : "does not hang on them"));
  if (!step.lowest->certain() || !step.highest->certain()) all.add("not certain within the rounding of the table");
  all.add(step.reason);
  return all;
}

}  // namespace codecision
