// SPDX-License-Identifier: BSL-1.0
// How does a program read the outcome of a vote, what is known of an open one, and who could turn it? As JSON.
#pragma once

#include <codecision/council/wording.hpp>
#include <codecision/vote/assess.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/outcome.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace codecision::io {

/// The name and major version of the form of every answer; docs/schema/result.schema.json describes it. Within a major version
/// fields are added, and none is taken away or changes its meaning.
inline constexpr std::string_view result_format = "codecision/1";

}  // namespace codecision::io

namespace codecision::detail {

using ordered_json = nlohmann::ordered_json;

/// The words of the schema, in the order of the enumerations.
inline constexpr std::string_view words_of_counted[] = {"members", "population", "weighted_votes", "votes_cast"};
inline constexpr std::string_view words_of_voters[] = {"in_favour", "not_against", "not_formally_abstaining"};
inline constexpr std::string_view words_of_comparison[] = {"at_least", "more_than"};
inline constexpr std::string_view words_of_votes[] = {"in_favour", "against", "abstaining", "abstaining_formally", "absent"};
inline constexpr std::string_view words_of_verdicts[] = {"adopted", "not_adopted", "open"};
inline constexpr std::string_view words_of_units[] = {"persons", "hundredths_of_a_percent"};

template <std::size_t N, class Enum>
[[nodiscard]] constexpr std::string_view word(std::string_view const (&words)[N], Enum value) { return words[static_cast<std::size_t>(value)]; }

/// A ratio as a pair of whole numbers.
[[nodiscard]] inline ordered_json json_of(ratio r) { return ordered_json::array({r.numerator, r.denominator}); }

/// As people read it: shares of a whole printed table as they stand there.
[[nodiscard]] inline std::string percent_of(criterion_result const& r, electorate const& council) {
  return r.asked.what == counted::population ? wording::share(council, r.have, r.asked.share) : wording::percent(r.have, r.of, r.asked.share);
}

[[nodiscard]] inline ordered_json json_of(criterion_result const& r, electorate const& council) {
  return {{"what", word(words_of_counted, r.asked.what)},
          {"of", word(words_of_voters, r.asked.of)},
          {"have", r.have},
          {"need", r.need},
          {"whole", r.of},
          {"margin", r.margin()},
          {"met", r.met()},
          {"counts", r.counts},
          {"share_needed", json_of(r.asked.share)},
          {"comparison", word(words_of_comparison, r.asked.compared)},
          {"percent", percent_of(r, council)},
          {"group", r.asked.group},
          {"provision", r.asked.source == nullptr ? std::string{} : std::string{r.asked.source->article}}};
}

[[nodiscard]] inline ordered_json json_of(criterion_results const& results, electorate const& council) {
  auto list = ordered_json::array();
  for (auto const& r : results) list.push_back(json_of(r, council));
  return list;
}

/// A number, or null where the rule knows none.
[[nodiscard]] inline ordered_json or_null(std::int64_t n) { return n > 0 ? ordered_json(n) : ordered_json(nullptr); }

}  // namespace codecision::detail

namespace codecision::io {

/// The words of the schema for a verdict, a vote, and what is counted.
[[nodiscard]] constexpr std::string_view json_word(verdict v) { return detail::word(detail::words_of_verdicts, v); }
/// The word of the schema for a vote.
[[nodiscard]] constexpr std::string_view json_word(vote v) { return detail::word(detail::words_of_votes, v); }
/// The word of the schema for what is counted.
[[nodiscard]] constexpr std::string_view json_word(counted what) { return detail::word(detail::words_of_counted, what); }

/// The codes of a set, in protocol order.
[[nodiscard]] inline nlohmann::ordered_json as_json(member_set members) {
  auto list = nlohmann::ordered_json::array();
  for (auto const m : members) list.push_back(code(m));
  return list;
}

/// Who votes, and with which figures: those of the table, or null without any.
[[nodiscard]] inline nlohmann::ordered_json as_json(electorate const& council) {
  nlohmann::ordered_json j{{"day", council.day() ? nlohmann::ordered_json(codecision::to_string(*council.day())) : nlohmann::ordered_json(nullptr)},
                           {"members", as_json(council.members())},
                           {"size", council.size()},
                           {"not_taking_part", as_json(council.not_taking_part())},
                           {"figures", nullptr}};
  if (!council.has_population()) return j;
  auto const& source = council.figures();
  j["figures"] = {{"unit", detail::word(detail::words_of_units, source.counted_in)},
                  {"total", council.population_total()},
                  {"year", detail::or_null(source.year)},
                  {"stand_in", source.stand_in},
                  {"grade", name(council.population_figure(council.members()).quality)},
                  {"decision", source.decision.article}};
  return j;
}

/// Those who stand against the majority; null where the rule knows no such number.
[[nodiscard]] inline nlohmann::ordered_json as_json(blocking_minority const& b) {
  return {{"members", as_json(b.members)},
          {"size", b.size()},
          {"fewest", detail::or_null(b.fewest)},
          {"fewest_above_share", detail::or_null(b.fewest_above)},
          {"members_needed", detail::or_null(b.members_needed)},
          {"population", b.population_needed > 0 ? nlohmann::ordered_json(b.population) : nlohmann::ordered_json(nullptr)},
          {"population_needed", detail::or_null(b.population_needed)},
          {"votes", b.votes_needed > 0 ? nlohmann::ordered_json(b.votes) : nlohmann::ordered_json(nullptr)},
          {"votes_needed", detail::or_null(b.votes_needed)},
          {"enough_members", b.enough_members},
          {"suffices", b.suffices}};
}

/// Who voted how, as far as it is known, and through whom.
[[nodiscard]] inline nlohmann::ordered_json as_json(ballot const& b) {
  auto j = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < std::size(detail::words_of_votes); ++i)
    j[std::string{detail::words_of_votes[i]}] = as_json(b.side(static_cast<vote>(i)));
  auto proxies = nlohmann::ordered_json::array();
  for (auto const m : b.represented()) proxies.push_back({{"member", code(m)}, {"by", code(b.holder_of(m))}});
  j["represented"] = proxies;
  return j;
}

/// The outcome with every number that it rests on. Population is in the unit that the council's figures name.
[[nodiscard]] inline nlohmann::ordered_json as_json(outcome const& o) {
  auto const quorum = o.quorum();
  return {{"verdict", o.adopted() ? "adopted" : "not_adopted"},
          {"majority_attained", o.majority_attained()},
          {"deemed_attained", o.deemed_attained()},
          {"certain", o.certain()},
          {"hangs_on_figures", hangs_on_figures(o)},
          {"rule", o.rule().name()},
          {"ballot", as_json(o.ballot())},
          {"criteria", detail::json_of(o.criteria(), o.council())},
          {"blocking_minority", as_json(o.blocking_minority())},
          {"quorum", {{"have", quorum.have}, {"need", quorum.need}, {"met", quorum.met()}}}};
}

/// One change of votes, and how the criteria stand after it.
[[nodiscard]] inline nlohmann::ordered_json as_json(flip const& f) {
  auto after = nlohmann::ordered_json::array();
  for (auto const& r : f.after)
    if (r.counts) after.push_back({{"what", json_word(r.asked.what)}, {"have", r.have}, {"need", r.need}, {"margin", r.margin()}});
  return {{"members", as_json(f.members)}, {"to", json_word(f.to)}, {"after", after}};
}

/// The sets that turn an outcome: their exact number, and the first ones. Cost: that of `count()`.
[[nodiscard]] inline nlohmann::ordered_json as_json(flip_range const& sets, std::int64_t shown) {
  auto list = nlohmann::ordered_json::array();
  for (auto i = sets.begin(); i != sets.end() && shown > 0; ++i, --shown) list.push_back(as_json(*i));
  return {{"to", json_word(sets.to())}, {"smallest", sets.smallest()}, {"count", sets.count()}, {"sets", list}};
}

/// What is known while votes are open: the two extremes, and the smallest sets that would settle it, the first `shown` of each.
[[nodiscard]] inline nlohmann::ordered_json as_json(assessment const& a, std::int64_t shown) {
  return {{"verdict", json_word(a.verdict())},
          {"certain", a.certain()},
          {"open", as_json(a.open())},
          {"undecided", as_json(a.ballot().undecided())},
          {"unknown", as_json(a.ballot().unknown())},
          {"least", as_json(a.least())},
          {"most", as_json(a.most())},
          {"securing_adoption", as_json(a.securing_adoption(), shown)},
          {"securing_a_block", as_json(a.securing_a_block(), shown)}};
}

}  // namespace codecision::io
