// SPDX-License-Identifier: BSL-1.0
// Is a ballot adopted under a rule?
#pragma once

#include <codecision/rules/criterion.hpp>
#include <codecision/vote/certainty.hpp>
#include <codecision/vote/outcome.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace codecision {

namespace detail {

[[noreturn]] inline void this_ballot_does_not_say_what_every_member_did(member_set missing) {
  fail(error_code::unfinished_ballot, "the ballot does not say what " + to_string(missing) + " did", "",
       "finish it with others(vote::in_favour), others(vote::against) or others(vote::absent); votes that are not known are not a ballot");
}
[[noreturn]] inline void an_absent_member_neither_holds_a_proxy_nor_is_represented() {
  this_proxy_is_not_possible("a member entered as absent holds a proxy or is represented");
}
[[noreturn]] inline void this_rule_is_written_for_all_members_of_the_council(rule const& r, electorate const& council) {
  fail(error_code::not_all_take_part,
       "the " + std::string{r.name()} + " is defined for a vote of all members, and " + to_string(council.not_taking_part()) + " do not take part",
       std::to_string(council.size()) + " participants",
       r.fewest_members() > 0 ? "use rules::participants_majority(), TFEU 238(3)(a)" : "use rules::reinforced_participants_majority(), TFEU 238(3)(b)");
}
[[noreturn]] inline void this_rule_needs_at_least_fifteen_members(rule const& r, electorate const& council) {
  fail(error_code::too_few_members,
       "the " + std::string{r.name()} + " asks for at least " + std::to_string(r.fewest_members()) + " members in favour, and the council has " +
           std::to_string(council.size()),
       "", "use rules::participants_majority() (TFEU 238(3)(a)), which has no such floor, for a toy council or a part of the Council");
}
[[noreturn]] inline void this_electorate_has_no_weighted_votes(rule const& r) {
  fail(error_code::no_weighted_votes, "'" + std::string{r.name()} + "' counts weighted votes, and this electorate has none", "",
       "use council_on(day) for a day until 2017-03-31, or electorate::with_votes(...)");
}
[[noreturn]] inline void these_members_have_no_weighted_votes(rule const& r, member_set who) {
  fail(error_code::no_weighted_votes, "'" + std::string{r.name()} + "' counts weighted votes, and " + to_string(who) + (who.size() == 1 ? " has none" : " have none"), "",
       "give every member votes with electorate::with_votes(...), or use a rule of today");
}
[[nodiscard]] constexpr member_set without_votes(electorate const& council) {
  member_set none;
  for (auto const m : council.members())
    if (council.votes(m) == 0) none.insert(m);
  return none;
}
[[noreturn]] inline void the_weighted_votes_of_this_electorate_are_of_another_regime(rule const& r, electorate const& council) {
  fail(error_code::rule_not_in_force, "'" + std::string{r.name()} + "' is written for other weighted votes than the electorate carries",
       std::string{"the votes of "} + std::string{name(*council.weights())}, "take rule and council of the same day: catalogue(...) does");
}
[[noreturn]] inline void nobody_may_ask_for_a_population_check_under_this_rule(rule const& r) {
  fail(error_code::request_not_admissible, "nobody may ask for the 62 % check under '" + std::string{r.name()} + "'", "",
       "the check belongs to the weighted rules from 2004-11-01 to 2017-03-31; evaluate without request::population_check");
}
[[noreturn]] inline void weighted_votes_are_asked_for_in_the_catalogue(rule const& r) {
  fail(error_code::request_not_admissible, "'" + std::string{r.name()} + "' does not weigh votes, whoever asks for it", "",
       "the request chooses the rule: catalogue(basis, proposer, day, request::weighted_votes), from 2014-11-01 to 2017-03-31");
}
[[noreturn]] inline void this_rule_counts_votes_cast_and_belongs_to_Parliament(rule const& r) {
  fail(error_code::wrong_body, "the " + std::string{r.name()} + " counts votes cast, which is Parliament's way", "",
       "evaluate a parliament_tally with it, not a ballot of the Council");
}

constexpr void check_rule_fits(rule const& r, electorate const& council, request asked) {
  if (r.counts(counted::votes_cast)) this_rule_counts_votes_cast_and_belongs_to_Parliament(r);
  if (r.needs_all_members() && !council.not_taking_part().empty()) this_rule_is_written_for_all_members_of_the_council(r, council);
  if (council.size() < r.fewest_members()) this_rule_needs_at_least_fifteen_members(r, council);
  if (r.counts(counted::weighted_votes) && !council.has_votes()) this_electorate_has_no_weighted_votes(r);
  if (r.counts(counted::weighted_votes) && !without_votes(council).empty()) these_members_have_no_weighted_votes(r, without_votes(council));
  if (r.weights() && council.weights() && *r.weights() != *council.weights())
    the_weighted_votes_of_this_electorate_are_of_another_regime(r, council);
  if (asks_for(asked, request::population_check) && !r.counts_on_request()) nobody_may_ask_for_a_population_check_under_this_rule(r);
  if (asks_for(asked, request::weighted_votes) && !r.counts(counted::weighted_votes)) weighted_votes_are_asked_for_in_the_catalogue(r);
  if ((r.counts(counted::population, asked) || r.clause().depends_on_population()) && !council.has_population())
    this_electorate_has_no_population_figures();
}

/// A ballot as the criteria see it: four sets.
struct standing {
  member_set in_favour, not_against, not_formally_abstaining, blocking;
};

[[nodiscard]] constexpr standing standing_of(ballot const& b, blockers counted_as) {
  auto const formal = b.side(vote::abstain_formally);
  auto const in_favour = b.side(vote::in_favour);
  return {in_favour, in_favour | b.side(vote::abstain) | formal, b.council().members() - formal,
          counted_as == blockers::against ? b.side(vote::against) : b.council().members() - in_favour};
}

[[nodiscard]] constexpr member_set voters_of(criterion const& c, standing const& s) {
  if (c.of == voters::in_favour) return s.in_favour;
  return c.of == voters::not_against ? s.not_against : s.not_formally_abstaining;
}

[[nodiscard]] constexpr std::int64_t weigh(counted what, electorate const& council, member_set members) {
  if (what == counted::population) return council.population(members);
  return what == counted::weighted_votes ? council.votes(members) : members.size();
}
[[nodiscard]] constexpr std::int64_t whole(counted what, electorate const& council) {
  if (what == counted::population) return council.population_total();
  return what == counted::weighted_votes ? council.votes(council.members()) : council.size();
}

[[nodiscard]] constexpr bool applies(criterion const& c, request asked) {
  return !c.on_request || asks_for(asked, request::population_check);
}

/// Do all groups of criteria hold, when `met(criterion)` says whether one does? Alternatives share a group.
template <class Met>
[[nodiscard]] constexpr bool all_groups_hold(rule const& r, request asked, Met met) {
  unsigned asked_for = 0, held = 0;
  for (auto const& c : r) {
    if (!applies(c, asked)) continue;
    asked_for |= 1u << c.group;
    if ((held >> c.group & 1u) == 0 && met(c)) held |= 1u << c.group;
  }
  return held == asked_for;
}

/// The number of members below which a block does not count; 0 when the rule has no clause.
[[nodiscard]] constexpr int clause_members(rule const& r, electorate const& council) {
  auto const& clause = r.clause();
  if (clause.fixed_members > 0 || !clause.exists()) return clause.fixed_members;
  return fewest_above_share(council, clause.exceeded_share).members + 1;
}

/// Would the majority be attained at one end of the rounding band? High: the figures that favour adoption.
[[nodiscard]] constexpr bool attained_at(rule const& r, electorate const& council, standing const& s, request asked, bool high) {
  auto const met = [&](criterion const& c) {
    if (c.what != counted::population) return c.holds(weigh(c.what, council, voters_of(c, s)), whole(c.what, council));
    auto const band = population_share_band(council, voters_of(c, s));
    return passes(c, high ? band.high : band.low);
  };
  if (all_groups_hold(r, asked, met)) return true;
  auto const& clause = r.clause();
  if (!clause.exists()) return false;
  // A larger k favours adoption, and k is large where the most populous members are small.
  auto const needed = clause.fixed_members > 0 ? clause.fixed_members : fewest_above_share_at(council, clause.exceeded_share, !high) + 1;
  return s.blocking.size() < needed;
}

[[nodiscard]] constexpr bool has_band(electorate const& council) {
  return council.has_population() && (council.figures().counted_in != unit::persons || council.figures().resolution_thousandths > 0);
}

constexpr void fill(criterion_results& results, rule const& r, electorate const& council, standing const& s, request asked) {
  for (auto const& c : r) {
    auto const all = whole(c.what, council);
    results.push_back({c, weigh(c.what, council, voters_of(c, s)), c.need(all), all, applies(c, asked)});
  }
}

[[nodiscard]] constexpr blocking_minority blocking_of(rule const& r, electorate const& council, standing const& s,
                                                      criterion_results const& results, int fewest, bool attained) {
  blocking_minority blocking{.members = s.blocking, .fewest = fewest, .suffices = !attained};
  if (r.clause().depends_on_population()) blocking.fewest_above = fewest - 1;
  blocking.enough_members = s.blocking.size() >= fewest;
  for (auto const& result : results) {
    if (result.asked.of != voters::in_favour) continue;
    auto const needed = result.of - result.need + 1;  // so much must be missing from those in favour
    if (result.asked.what == counted::members) blocking.members_needed = static_cast<int>(needed);
    if (result.asked.what == counted::weighted_votes) { blocking.votes = council.votes(s.blocking); blocking.votes_needed = needed; }
    if (result.asked.what != counted::population || !council.has_population()) continue;
    blocking.population = council.population(s.blocking);
    blocking.population_needed = needed;
  }
  return blocking;
}

}  // namespace detail

/// Is the majority of this rule attained by this ballot? The bare verdict: no findings, no quorum, nothing allocated.
/// Errors as for `evaluate`. Cost: one addition a member and criterion; for millions of ballots see `majority_test`.
[[nodiscard]] constexpr bool majority_attained(rule const& r, ballot const& b, request asked = request::none) {
  auto const& council = b.council();
  detail::check_rule_fits(r, council, asked);
  if (!b.unfinished().empty()) detail::this_ballot_does_not_say_what_every_member_did(b.unfinished());
  auto const s = detail::standing_of(b, r.clause().counted_as);
  auto const met = [&](criterion const& c) {
    return c.holds(detail::weigh(c.what, council, detail::voters_of(c, s)), detail::whole(c.what, council));
  };
  return detail::all_groups_hold(r, asked, met) || s.blocking.size() < detail::clause_members(r, council);
}

/// What does this ballot decide under this rule, and how close is it?
/// `asked`: the 62 % check, where the rule knows it. Abstaining, absent and unrepresented members are not in favour.
/// Errors: COD-B402 unfinished ballot, COD-B404 contradiction with a proxy, COD-R301 and COD-R302 where the rule is not
/// written for this council, COD-D206 and COD-D207 without figures or votes, COD-R303 check not admissible, COD-R307, COD-R308.
/// Cost: tens of nanoseconds; nothing is allocated.
[[nodiscard]] constexpr outcome evaluate(rule const& r, ballot const& b, request asked) {
  auto const& council = b.council();
  detail::check_rule_fits(r, council, asked);
  if (!b.unfinished().empty()) detail::this_ballot_does_not_say_what_every_member_did(b.unfinished());
  if (b.contradicts_a_proxy()) detail::an_absent_member_neither_holds_a_proxy_nor_is_represented();
  auto const s = detail::standing_of(b, r.clause().counted_as);
  outcome o{r, b, asked};  // filled in place: it is some 1.3 kB, and a copy would cost as much as the count
  detail::fill(o.criteria_, r, council, s, asked);
  auto const by_criteria = detail::all_groups_hold(r, asked, [&](criterion const& c) { return o.criteria_[static_cast<std::size_t>(&c - r.begin())].met(); });
  auto const fewest = detail::clause_members(r, council);
  o.attained_ = by_criteria || s.blocking.size() < fewest;
  o.deemed_ = o.attained_ && !by_criteria;
  o.blocking_ = detail::blocking_of(r, council, s, o.criteria_, fewest, o.attained_);
  o.quorum_ = {b.present().size(), council.size() / 2 + 1};
  return o;
}

constexpr bool outcome::certain() const {
  auto const counts_people = rule_.counts(counted::population, asked_) || rule_.clause().depends_on_population();
  if (!counts_people || !detail::has_band(council())) return true;
  auto const s = detail::standing_of(ballot_, rule_.clause().counted_as);
  return detail::attained_at(rule_, council(), s, asked_, true) == detail::attained_at(rule_, council(), s, asked_, false);
}

/// Could the majority come out otherwise with other population figures, whatever they are? False when the members alone decide:
/// too few are in favour, or too few are not for a block that the Treaty fixes in members.
[[nodiscard]] constexpr bool hangs_on_figures(outcome const& o) {
  auto const& council = o.council();
  auto const s = detail::standing_of(o.ballot(), o.rule().clause().counted_as);
  auto const with_people = [&](bool enough) {
    auto const held = detail::all_groups_hold(o.rule(), o.asked(), [&](criterion const& c) {
      auto const everybody = detail::voters_of(c, s) == council.members();
      if (c.what == counted::population) return everybody || (enough && !detail::voters_of(c, s).empty());
      return c.holds(detail::weigh(c.what, council, detail::voters_of(c, s)), detail::whole(c.what, council));
    });
    auto const& clause = o.rule().clause();
    // The k of TFEU 238(3)(a) may be anything from 1 to the size of the council.
    auto const fewest = clause.depends_on_population() ? (enough ? council.size() + 1 : 2) : clause.fixed_members;
    return held || s.blocking.size() < fewest;
  };
  return with_people(true) != with_people(false);
}

}  // namespace codecision
