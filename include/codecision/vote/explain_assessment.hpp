// SPDX-License-Identifier: BSL-1.0
// What can be said of a vote while some votes are open, in sentences: the verdict, both ends, and who could settle it?
#pragma once

#include <codecision/council/electorate.hpp>
#include <codecision/rules/criterion.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/vote/assess.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/explain.hpp>
#include <codecision/vote/outcome.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace codecision {

namespace detail {

/// "in favour: 3 members, 4.31 %: HR DK HU"; nothing when there is none.
inline void explain_side(explanation& under, char const* what, electorate const& council, member_set who) {
  if (who.empty()) return;
  auto const share = council.has_population() ? ", " + wording::share(council, council.population(who), {65, 100}) : std::string{};
  under.add(std::string{what} + ": " + wording::counted_as(who.size(), "member", "members") + share + ": " + to_string(who));
}

inline void explain_known_and_open(explanation& under, open_ballot const& b) {
  auto const& council = b.council();
  explain_side(under, "in favour", council, b.side(vote::in_favour));
  explain_side(under, "against", council, b.side(vote::against));
  explain_side(under, "abstaining", council, b.side(vote::abstain));
  explain_side(under, "abstaining formally", council, b.side(vote::abstain_formally));
  explain_side(under, "absent", council, b.side(vote::absent));
  explain_side(under, "undecided", council, b.undecided());
  explain_side(under, "unknown", council, b.unknown());
}

[[nodiscard]] inline std::string headline(assessment const& a) {
  auto text = std::string{name(a.verdict())} + " by " + std::string{a.rule().name()};
  if (a.council().day()) text += " on " + to_string(*a.council().day());
  auto const open = a.open().size();
  if (open == 0) return text + ": every vote is known";
  auto const who = wording::counted_as(open, "member", "members") + " whose " + (open == 1 ? "vote is" : "votes are") + " open";
  return text + (a.verdict() == verdict::open ? ": it depends on " + who : ", whatever is done by " + who);
}

/// "4 members", "70.81 %", "319 386 231 persons, 70.81 %"
[[nodiscard]] inline std::string held(criterion_result const& r, electorate const& council) {
  auto const in = council.figures().counted_in;
  if (r.asked.what != counted::population) return wording::amount(r.asked.what, in, r.have);
  auto const share = wording::share(council, r.have, r.asked.share);
  return in == unit::persons ? wording::amount(r.asked.what, in, r.have) + ", " + share : share;
}

[[nodiscard]] inline char const* reached(criterion_result const& least, criterion_result const& most) {
  if (least.met()) return "met in any case";
  return most.met() ? "can be met" : "out of reach";
}

/// One criterion at both ends.
inline void explain_ends(explanation& under, assessment const& a, std::size_t i) {
  auto const& least = a.least().criteria()[i];
  auto const& most = a.most().criteria()[i];
  if (!least.counts) {
    under.add("population: not checked, because no member asked").cite(*least.asked.source);
    return;
  }
  auto const low = held(least, a.council()), high = held(most, a.council());
  auto text = std::string{name(least.asked.what)} + ": " + (low == high ? low : "from " + low + " to " + high) + " " + who_counts(least.asked.of) + ", ";
  text += wording::amount(least.asked.what, a.council().figures().counted_in, least.need) + " needed: " + reached(least, most);
  auto& line = under.add(text + (has_alternative(a.rule(), least.asked) ? " (an alternative: one of them suffices)" : ""));
  line.add(arithmetic_of(least.asked, least.of, least.need, a.council().figures().counted_in));
  if (least.asked.source != nullptr) line.cite(*least.asked.source);
}

/// "votes in favour that would secure adoption: 1 member, 3 ways", and the first of these sets below.
inline void explain_settling(explanation& under, std::string const& what, flip_range const& sets, int shown) {
  if (sets.smallest() == 0) return;
  auto const ways = sets.count();
  auto& line = under.add(what + ": " + wording::counted_as(sets.smallest(), "member", "members") + ", " + wording::counted_as(ways, "way", "ways"));
  auto left = (std::max)(shown, 0);
  for (auto const& set : sets) {
    if (left-- == 0) break;
    line.details.push_back(explain(set));
    if (!outcome_after(sets.before(), set).certain()) line.details.back().add("not certain within the rounding of the figures");
  }
  if (auto const more = ways - shown; shown > 0 && more > 0) line.add("and " + wording::counted_as(more, "other way", "other ways"));
}

/// Those who stand against it whatever the open members do, and how far they are from blocking.
inline void explain_known_blockers(explanation& under, assessment const& a) {
  if (!can_be_blocked_by_a_minority(a.most())) return;
  auto const nobody = a.most().blocking_minority().members.empty();
  auto const* const who = a.rule().clause().counted_as == blockers::against ? "known to be against: " : "known not to be in favour: ";
  explain_what_blocks(under.add(who + (nobody ? std::string{"nobody"} : who_blocks(a.most()))), a.most());
}

/// The figures and how certain each end is.
inline void explain_figures(explanation& under, assessment const& a) {
  if (!counts_people(a.most())) return;
  if (a.open().empty()) return explain_figures(under, a.most());
  auto& line = under.add(figures_text(a.most()));
  auto const low = rounding_text(a.least()), high = rounding_text(a.most());
  if (!low.empty()) line.add("if all open members are against: " + low);
  if (!high.empty()) line.add("if all open members are in favour: " + high);
  cite_figures(line, a.most());
}

}  // namespace detail

/// What can be said of the vote as long as some votes are open? A tree: the verdict; who is known to vote how, who is open;
/// every criterion from its least to its most; who is known not to be in favour, and whether they block; the smallest sets
/// that would secure adoption or a block, their number and the first `shown` of each (0: the numbers only), by population;
/// the figures with their grade and how certain both ends are; the quorum where it matters.
/// Cost: that of counting the sets, `flip_range::count()`.
[[nodiscard]] inline explanation explain(assessment const& a, int shown = 5) {
  explanation all{detail::headline(a)};
  detail::explain_known_and_open(all, a.ballot());
  for (std::size_t i = 0; i < a.least().criteria().size(); ++i) detail::explain_ends(all, a, i);
  detail::explain_known_blockers(all, a);
  detail::explain_settling(all, "votes in favour that would secure adoption", a.securing_adoption(), shown);
  detail::explain_settling(all, "votes against that would secure a block", a.securing_a_block(), shown);
  detail::explain_figures(all, a);
  detail::explain_quorum(all, a.most());
  return all;
}

}  // namespace codecision
