// SPDX-License-Identifier: BSL-1.0
// Why is that the outcome: the whole arithmetic, as a teacher writes it on the board?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/council/wording.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/blocking.hpp>
#include <codecision/vote/explain_figures.hpp>
#include <codecision/vote/flips.hpp>
#include <codecision/vote/ioannina.hpp>
#include <codecision/vote/parliament_tally.hpp>

#include <cstdint>
#include <string>
#include <utility>

namespace codecision {

namespace detail {

/// "65 % of 447 470 672 persons is 290 855 936.8, so 290 855 937 persons are needed"
[[nodiscard]] inline std::string arithmetic_of(criterion const& c, std::int64_t whole, std::int64_t need, unit in) {
  auto const floor = c.never_below == need && c.never_below > (c.compared == comparison::at_least ? smallest_at_least(c.share, whole) : 0);
  if (c.share == ratio{1, 1}) return "all " + wording::amount(c.what, in, whole) + " are needed";
  if (c.share.denominator == whole && c.compared == comparison::at_least)
    return wording::grouped(need) + " of " + wording::amount(c.what, in, whole) + " are needed";
  auto const hundredths = c.what == counted::population && in == unit::hundredths_of_a_percent;
  auto const product = hundredths ? wording::decimal(c.share.numerator * whole, c.share.denominator * 100, 4) + " %"
                                  : wording::share_of(c.share, whole);
  auto text = wording::spoken(c.share) + " of " + wording::amount(c.what, in, whole) + " is " + product;
  if (floor) return text + ", and never fewer than " + wording::amount(c.what, in, need) + " are needed";
  text += c.compared == comparison::more_than ? "; more than that, so " : ", so ";
  return text + wording::amount(c.what, in, need) + (need == 1 ? " is needed" : " are needed");
}

[[nodiscard]] inline std::string spare(counted what, unit in, std::int64_t margin) {
  if (margin == 0) return "met exactly";
  return margin > 0 ? "met, " + wording::difference(what, in, margin) + " to spare" : "missed by " + wording::difference(what, in, -margin);
}

inline void explain_criterion(explanation& under, criterion_result const& r, unit in, bool has_alternative, bool printed = false) {
  if (!r.counts) {
    auto& line = under.add("population: not checked, because no member asked");
    if (r.of > 0) line.add("would be " + wording::percent(r.have, r.of, r.asked.share) + "; " + arithmetic_of(r.asked, r.of, r.need, in));
    return line.cite(*r.asked.source);
  }
  auto text = std::string{name(r.asked.what)} + ": " + wording::grouped(r.have);
  if (r.asked.what == counted::population) {
    auto const share = wording::percent(r.have, r.of, r.asked.share);
    text = "population: ";
    if (printed) text += wording::amount(r.asked.what, in, r.have) + " of a printed " + wording::amount(r.asked.what, in, r.of);
    else if (in == unit::persons) text += wording::amount(r.asked.what, in, r.have) + ", " + share;
    else text += share + " of those who vote (" + wording::decimal(r.have, 100, 2) + " of " + wording::decimal(r.of, 100, 2) + " points)";
  } else {
    text += " of " + wording::grouped(r.of);
  }
  text += " " + std::string{who_counts(r.asked.of)} + ": " + spare(r.asked.what, in, r.margin());
  auto& line = under.add(text + (has_alternative ? " (an alternative: one of them suffices)" : ""));
  line.add(arithmetic_of(r.asked, r.of, r.need, in));
  if (r.asked.source != nullptr) line.cite(*r.asked.source);
}

[[nodiscard]] inline std::string list(member_set members) { return members.empty() ? std::string{"nobody"} : to_string(members); }

/// Can those who are not in favour block? Not where the rule asks who is against (unanimity).
[[nodiscard]] inline bool can_be_blocked_by_a_minority(outcome const& o) {
  for (auto const& c : o.rule())
    if (c.of != voters::in_favour) return false;
  return true;
}

[[nodiscard]] inline std::string short_or_over(std::string const& difference, bool over) { return difference + (over ? " more than that" : " short"); }

inline void explain_needed_to_block(explanation& line, outcome const& o) {
  auto const& b = o.blocking_minority();
  auto const in = o.council().figures().counted_in;
  if (b.votes_needed > 0)
    line.add("to block by votes takes " + wording::grouped(b.votes_needed) + ": they have " + wording::grouped(b.votes) + ", " +
             short_or_over(wording::grouped(b.votes < b.votes_needed ? b.votes_needed - b.votes : b.votes - b.votes_needed), b.votes >= b.votes_needed));
  if (b.population_needed > 0 && o.rule().counts(counted::population, o.asked()))
    line.add("to block by population takes " + wording::amount(counted::population, in, b.population_needed) + ": " +
             short_or_over(wording::difference(counted::population, in, b.population_margin() < 0 ? -b.population_margin() : b.population_margin()),
                           b.population_margin() >= 0));
  if (b.members_needed > 0)
    line.add("to block by number takes " + wording::counted_as(b.members_needed, "member", "members"));
}

/// What does it take to block under this rule, and how far are those who are not in favour?
inline void explain_what_blocks(explanation& line, outcome const& o) {
  auto const& b = o.blocking_minority();
  if (!o.abstaining().empty() && o.rule().clause().counted_as == blockers::not_in_favour)
    line.add("abstaining counts like voting against: who abstains is not in favour");
  if (b.fewest_above > 0) {
    auto const k = fewest_above_share(o.council(), o.rule().clause().exceeded_share);
    line.add("at least " + wording::counted_as(k.members, "member", "members") + " (" + to_string(k.largest) + (k.members == 1 ? ") has" : ") have") + " more than " +
             wording::spoken(o.rule().clause().exceeded_share) + " of the population; plus one makes " + std::to_string(b.fewest) + " to block");
  } else if (b.fewest > 0) {
    line.add("at least " + std::to_string(b.fewest) + " members are needed to block");
  }
  explain_needed_to_block(line, o);
  if (o.deemed_attained()) line.add("too few members stand against it: the majority is deemed attained although a criterion is missed");
  if (o.rule().clause().source != nullptr) line.cite(*o.rule().clause().source);
}

/// "CZ NL PL SK (4 members, 15.97 %) does not suffice to block"
[[nodiscard]] inline std::string who_blocks(outcome const& o) {
  auto const& b = o.blocking_minority();
  auto const counts_people = b.population_needed > 0 && o.rule().counts(counted::population, o.asked());
  return list(b.members) + " (" + wording::counted_as(b.size(), "member", "members") +
         (counts_people ? ", " + wording::share(o.council(), b.population, {35, 100}) : "") + ")" +
         (b.suffices ? " suffices to block" : " does not suffice to block");
}

inline void explain_blocking(explanation& under, outcome const& o) { explain_what_blocks(under.add("blocking minority: " + who_blocks(o)), o); }

inline void explain_quorum(explanation& under, outcome const& o) {
  auto const q = o.quorum();
  auto const represented = o.ballot().represented();
  if (q.met() && o.absent().empty() && represented.empty()) return;
  auto& line = under.add("quorum: " + std::to_string(q.have) + " present in person, " + std::to_string(q.need) +
                         " needed (a majority of those entitled to vote, RoP 11(4))" + (q.met() ? "" : ": the Council cannot vote"));
  for (auto const principal : represented)
    line.add(std::string{code(principal)} + " votes through " + std::string{code(o.ballot().holder_of(principal))} + " (TFEU 239)");
}

inline void explain_ioannina(explanation& under, outcome const& o) {
  auto const found = ioannina(o);
  if (!found.triggered || !o.majority_attained()) return;
  auto& line = under.add("those who are not in favour can ask the Council to go on discussing; the majority stays what it is");
  if (found.members_needed > 0)
    line.add(std::to_string(found.members) + " members, " + std::to_string(found.members_needed) + " suffice" +
             (found.by_population ? "; or their population: at least " +
                                        wording::decimal(found.population_share.numerator * 100, found.population_share.denominator, 2) + " %"
                                  : ""));
  else line.add(wording::grouped(found.votes) + " votes: the Council looks for a solution that " + std::to_string(rules::ioannina_1994.wanted_votes) + " votes can adopt");
  line.cite(*found.source);
}

inline void explain_edges(explanation& under, outcome const& o) {
  auto const n = o.council().size();
  if (o.rule().clause().depends_on_population() && (n < 5 || n == 6) && o.deemed_attained())
    under.add("note: read to the letter, TFEU 238(3)(a) may adopt with too few in favour when only 1, 2, 3, 4 or 6 members take part; the Treaties never have fewer than nine");
  if (o.rule().weights() && !o.council().not_taking_part().empty())
    under.add("note: " + to_string(o.council().not_taking_part()) + " do not take part: the same proportion of the votes of the others, rounded up (Protocol 36 Art. 3(4))" +
              (o.council().day() && *o.council().day() < make_date(2009, 12, 1) ? "; before December 2009 by analogy [interpretation]" : ""));
}

[[nodiscard]] inline std::string headline(outcome const& o) {
  auto text = std::string{o.adopted() ? "adopted" : "not adopted"} + " by " + std::string{o.rule().name()};
  if (o.council().day()) text += " on " + to_string(*o.council().day());
  text += ": " + wording::counted_as(o.in_favour().size(), "member", "members") + " in favour";
  if (!o.against().empty()) text += "; against " + to_string(o.against());
  auto const formally = o.ballot().side(vote::abstain_formally);
  if (!(o.abstaining() - formally).empty()) text += "; abstaining " + to_string(o.abstaining() - formally);
  if (!formally.empty()) text += "; abstaining formally " + to_string(formally);
  if (!o.absent().empty()) text += "; absent " + to_string(o.absent());
  return text + (o.deemed_attained() ? " (deemed attained)" : "");
}

}  // namespace detail

/// Why is that the outcome? A tree: the verdict, each criterion with its arithmetic and provision, the blocking minority, the
/// figures with their grade and rounding, the quorum, and what the compromises of Ioannina say.
[[nodiscard]] inline explanation explain(outcome const& o) {
  explanation all{detail::headline(o)};
  for (auto const& r : o.criteria())
    detail::explain_criterion(all, r, o.council().figures().counted_in, detail::has_alternative(o.rule(), r.asked), detail::is_a_printed_table(o.council()));
  if (detail::can_be_blocked_by_a_minority(o)) detail::explain_blocking(all, o);
  detail::explain_figures(all, o);
  detail::explain_quorum(all, o);
  detail::explain_ioannina(all, o);
  detail::explain_edges(all, o);
  return all;
}

/// What does a rule ask of an electorate? Members, people and votes needed, and the least blocking minority with its reason.
[[nodiscard]] inline explanation explain(rule const& r, electorate const& council) {
  explanation all{std::string{r.name()} + " among " + wording::counted_as(council.size(), "member", "members")};
  auto const in = council.figures().counted_in;
  for (auto const& c : r) {
    if (c.what == counted::population && !council.has_population()) continue;
    auto const whole = detail::whole(c.what, council);
    auto& line = all.add(detail::arithmetic_of(c, whole, c.need(whole), in) + (c.on_request ? ", when a member asks" : ""));
    if (c.source != nullptr) line.cite(*c.source);
  }
  auto const size = fewest_blocking_members(r, council);
  auto& line = all.add("a blocking minority needs at least " + wording::counted_as(size.members, "member", "members"));
  if (size.reason == blocking_reason::fewest_above_share_plus_one)
    line.add(std::to_string(size.fewest_above) + " (" + to_string(size.largest) + (size.fewest_above == 1 ? ") has" : ") have") + " more than " +
             wording::spoken(r.clause().exceeded_share) + " of the population; k + 1 = " + std::to_string(size.members));
  else line.add((size.reason == blocking_reason::fixed_by_the_treaty ? "fixed by the Treaty; by the criteria alone the heaviest would suffice: "
                                                                     : "the heaviest: ") + to_string(size.largest));
  if (size.source != nullptr) line.cite(*size.source);
  return all;
}

/// What does this flip change? One line with the margin of every criterion afterwards.
[[nodiscard]] inline explanation explain(flip const& f) {
  auto text = to_string(f.members) + (f.to == vote::in_favour ? " to in favour" : " to against");
  for (auto const& r : f.after) {
    if (!r.counts) continue;
    auto const in = f.counted_in;
    text += (&r == f.after.begin() ? ": " : "; ") + wording::amount(r.asked.what, in, r.have) + ", " +
            (r.margin() >= 0 ? wording::difference(r.asked.what, in, r.margin()) + " to spare"
                             : wording::difference(r.asked.what, in, -r.margin()) + " short");
  }
  if (f.deemed_attained) text += "; deemed attained: too few stand against it";
  return explanation{std::move(text)};
}

/// How many such sets are there, and which are the first ones? "1 member, 3 ways: DE | FR | ES"; "nobody" when there is none.
/// Cost: that of `count()`.
[[nodiscard]] inline std::string to_string(flip_range const& sets, int shown = 3) {
  if (sets.smallest() == 0) return "nobody";
  std::string text;
  auto left = shown;
  for (auto const& set : sets) {
    if (left-- == 0) break;
    text += (text.empty() ? "" : " | ") + to_string(set.members);
  }
  auto const n = sets.count();
  return wording::counted_as(sets.smallest(), "member", "members") + ", " + wording::counted_as(n, "way", "ways") + ": " + text +
         (n > shown ? " | ..." : "");
}

/// Why was a vote in Parliament carried, or not?
[[nodiscard]] inline explanation explain(parliament_outcome const& o) {
  explanation all{std::string{o.carried ? "carried" : "not carried"} + ": " + std::to_string(o.tally.in_favour) + " for, " +
                  std::to_string(o.tally.against) + " against, " + std::to_string(o.tally.abstaining) + " abstaining, " +
                  std::to_string(o.tally.seats) + " seats"};
  for (auto const& r : o.criteria) detail::explain_criterion(all, r, unit::persons, false);
  return all;
}

}  // namespace codecision
