// SPDX-License-Identifier: BSL-1.0
// Why is the probability of adoption what it is: what is known, what is assumed, how far from the thresholds, and who matters?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/core/wording.hpp>
#include <codecision/council/wording.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/simple_game.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/simulate/chance.hpp>
#include <codecision/simulate/share_distribution.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/explain.hpp>
#include <codecision/vote/open_ballot.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codecision::simulate {

namespace detail {

using wording::share_in_percent;

/// "DE 40.00 %, BE BG 70.00 %": those of one probability together, each where its first one stands; a bloc under its name.
[[nodiscard]] inline std::string listed(std::vector<voting_bloc> const& units) {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    auto const same = [&](voting_bloc const& u) { return u.in_favour == units[i].in_favour; };
    if (std::any_of(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(i), same)) continue;
    text += text.empty() ? "" : ", ";
    for (std::size_t k = i; k < units.size(); ++k)
      if (same(units[k])) text += units[k].name + " ";
    text += share_in_percent(units[i].in_favour);
  }
  return text;
}

inline void explain_known(explanation& under, chance const& c) {
  auto const& b = c.ballot();
  if (b.known().voted().empty()) return;
  auto text = "known: in favour " + codecision::detail::list(b.side(vote::in_favour));
  if (auto const others = b.known().voted() - b.side(vote::in_favour); !others.empty()) text += "; not in favour " + to_string(others);
  under.add(text);
}
inline void explain_assumptions(explanation& under, chance const& c) {
  auto const n = c.ballot().open().size();
  if (n == 0) return void(under.add("no vote is open"));
  auto& line = under.add(wording::counted_as(n, "open member", "open members") + ", probability of voting in favour: " + listed(c.units()));
  for (auto const& u : c.units())
    if (u.members.size() > 1) line.add(u.name + " moves together: " + to_string(u.members));
  line.add("assumed: " + std::string{c.units().size() == static_cast<std::size_t>(n) ? "members" : "blocs and other members"} +
           " decide independently of each other; who is not in favour is against");
}

/// How likely is it that open members who are in favour bring so much more of what is counted?
[[nodiscard]] inline double open_members_bring(chance const& c, counted what, std::int64_t need) {
  std::vector<std::int64_t> weights;
  std::vector<double> p;
  std::int64_t all = 0;
  for (auto const& u : c.units()) {
    weights.push_back(codecision::detail::weigh(what, c.ballot().council(), u.members));
    all += weights.back();
    p.push_back(u.in_favour);
  }
  if (need <= 0 || need > all) return need <= 0 ? 1 : 0;
  power::simple_game const votes{power::named_players{p.size()}, {weights}, {{0, need}}, {1}};
  return power::winning_probability(votes, p);
}
/// Who is counted by a criterion already? An open member joins them when it is in favour; it does not abstain.
[[nodiscard]] inline member_set counted_already(voters of, open_ballot const& b) {
  auto const formal = b.side(vote::abstain_formally);
  if (of == voters::not_formally_abstaining) return b.council().members() - formal;
  return of == voters::in_favour ? b.side(vote::in_favour) : b.side(vote::in_favour) | b.side(vote::abstain) | formal;
}
[[nodiscard]] inline std::string_view whose(voters of) {
  constexpr std::string_view words[] = {"", " not against", " without a formal abstention"};
  return words[static_cast<std::size_t>(of)];
}
[[nodiscard]] inline std::string on_average(chance const& c, counted what) {
  if (what == counted::members)
    return "; on average " + wording::decimal(c.expected_in_favour(), 2) + " in favour, standard deviation " + wording::decimal(c.deviation_in_favour(), 2);
  if (what != counted::population) return {};
  share_distribution const shares{c.ballot(), c.probabilities(), c.units()};  // a member alone is a bloc as well
  return "; on average " + wording::decimal(shares.mean() * 100, 2) + " % in favour, standard deviation " + wording::decimal(shares.deviation() * 100, 2) + " points";
}
/// How likely is one criterion met, the others aside?
inline void explain_criterion(explanation& under, chance const& c, criterion const& asked) {
  auto const& council = c.ballot().council();
  if (!codecision::detail::applies(asked, c.asked())) return;
  auto const need = asked.need(codecision::detail::whole(asked.what, council));
  auto const already = codecision::detail::weigh(asked.what, council, counted_already(asked.of, c.ballot()));
  auto const reached = asked.of == voters::not_formally_abstaining ? (already >= need ? 1.0 : 0.0) : open_members_bring(c, asked.what, need - already);
  under.add(std::string{name(asked.what)} + std::string{whose(asked.of)} + ": " + wording::amount(asked.what, council.figures().counted_in, need) +
            " needed, reached with a probability of " + share_in_percent(reached) + (asked.of == voters::in_favour ? on_average(c, asked.what) : ""));
}
/// How likely is the majority deemed attained, because too few members block? Who is neither in favour nor blocks does not count:
/// where only votes against make a blocking minority, those who abstain or are absent.
inline void explain_clause(explanation& under, chance const& c) {
  auto const& b = c.ballot();
  auto const& clause = c.rule().clause();
  if (!clause.exists()) return;
  auto const fewest = codecision::detail::clause_members(c.rule(), b.council());
  auto const aside = clause.counted_as == blockers::against ? b.side(vote::abstain) | b.side(vote::abstain_formally) | b.side(vote::absent) : member_set{};
  auto const in_favour = b.council().size() - aside.size() - fewest + 1 - b.side(vote::in_favour).size();
  under.add("fewer than " + wording::counted_as(fewest, "member", "members") + " block, so that the majority is deemed attained: probability " +
            share_in_percent(open_members_bring(c, counted::members, in_favour)));
}
inline void explain_criteria(explanation& under, chance const& c) {
  if (c.units().empty()) return;
  auto& line = under.add("each criterion by itself");
  for (auto const& asked : c.rule()) explain_criterion(line, c, asked);
  explain_clause(line, c);
}
inline void explain_members(explanation& under, chance const& c, std::size_t shown) {
  auto const members = c.most_decisive();
  if (members.empty()) return;
  auto& line = under.add("who matters most");
  for (std::size_t k = 0; k < members.size() && k < shown; ++k) {
    auto const m = members[k];
    line.add(std::string{code(m)} + " decides with a probability of " + share_in_percent(c.decisive(m)) + ": adopted with " +
             share_in_percent(c.if_in_favour(m)) + " if it is in favour, with " + share_in_percent(c.if_against(m)) + " if it is against");
  }
}

}  // namespace detail

/// Why is the probability what it is? A tree: what is known, the probabilities and the assumption, how likely each criterion is
/// met by itself and too few members block, and the members that are decisive most often, so many of them. Cost: that of a `share_distribution`.
[[nodiscard]] inline explanation explain(chance const& c, std::size_t members_shown = 5) {
  auto text = "adopted with a probability of " + detail::share_in_percent(c.adopted()) + " by " + std::string{c.rule().name()};
  if (auto const day = c.ballot().council().day()) text += " on " + to_string(*day);
  explanation all{text};
  detail::explain_known(all, c);
  detail::explain_assumptions(all, c);
  detail::explain_criteria(all, c);
  detail::explain_members(all, c, members_shown);
  return all;
}

}  // namespace codecision::simulate
