// SPDX-License-Identifier: BSL-1.0
// Why is the probability of adoption what it is: what is known, what is assumed, how far from the thresholds, and who matters?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/council/wording.hpp>
#include <codecision/simulate/chance.hpp>
#include <codecision/simulate/share_distribution.hpp>
#include <codecision/vote/explain.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace codecision::simulate {

namespace detail {

/// A number of zero or more with so many decimals: 18.25 as "18.3".
[[nodiscard]] inline std::string with_decimals(double x, int places) {
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  return wording::decimal(std::llround(x * static_cast<double>(scale)), scale, places);
}
/// A probability in percent with two decimals. What is neither impossible nor certain is not written as if it were.
[[nodiscard]] inline std::string in_percent(double p) {
  if (p > 0 && p < 0.00005) return "less than 0.01 %";
  if (p < 1 && p >= 0.99995) return "more than 99.99 %";
  return with_decimals(p * 100, 2) + " %";
}

/// "DE 40.00 %, BE BG 70.00 %": those of one probability together, each where its first one stands; a bloc under its name.
[[nodiscard]] inline std::string listed(std::vector<voting_bloc> const& units) {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    auto const same = [&](voting_bloc const& u) { return u.in_favour == units[i].in_favour; };
    if (std::any_of(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(i), same)) continue;
    text += text.empty() ? "" : ", ";
    for (std::size_t k = i; k < units.size(); ++k)
      if (same(units[k])) text += units[k].name + " ";
    text += in_percent(units[i].in_favour);
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

/// How likely is it that the votes in favour add up to so many?
[[nodiscard]] inline double votes_at_least(chance const& c, std::int64_t need) {
  auto const& b = c.ballot();
  std::vector<std::int64_t> weights;
  std::vector<double> p;
  for (auto const& u : c.units()) {
    weights.push_back(b.council().votes(u.members));
    p.push_back(u.in_favour);
  }
  power::simple_game const votes{power::named_players{p.size()}, {weights}, {{0, need - b.council().votes(b.side(vote::in_favour))}}, {1}};
  return power::winning_probability(votes, p);
}
/// How likely is one criterion met, the others aside? Only of those that ask who is in favour.
inline void explain_criterion(explanation& under, chance const& c, criterion const& asked, share_distribution const& shares) {
  auto const& council = c.ballot().council();
  if (asked.of != voters::in_favour || !codecision::detail::applies(asked, c.asked())) return;
  auto const need = asked.need(codecision::detail::whole(asked.what, council));
  auto const in = council.figures().counted_in;
  auto const line = [&](double reached) {
    return std::string{name(asked.what)} + ": " + wording::amount(asked.what, in, need) + " needed, reached with a probability of " +
           in_percent(reached);
  };
  if (asked.what == counted::weighted_votes) under.add(line(votes_at_least(c, need)));
  if (asked.what == counted::members)
    under.add(line(shares.members_at_least(static_cast<int>(need))) + "; on average " + with_decimals(c.expected_in_favour(), 2) +
              " in favour, standard deviation " + with_decimals(c.deviation_in_favour(), 2));
  if (asked.what == counted::population)
    under.add(line(shares.population_at_least(need)) + "; on average " + with_decimals(shares.mean() * 100, 2) +
              " % in favour, standard deviation " + with_decimals(shares.deviation() * 100, 2) + " points");
}
inline void explain_criteria(explanation& under, chance const& c) {
  if (!c.ballot().council().has_population() || c.units().empty()) return;
  share_distribution const shares{c.ballot(), c.probabilities(), c.units()};  // a member alone is a bloc as well
  auto& line = under.add("each criterion by itself");
  for (auto const& asked : c.rule()) explain_criterion(line, c, asked, shares);
  if (line.details.empty()) under.details.pop_back();
}
inline void explain_members(explanation& under, chance const& c, std::size_t shown) {
  auto const members = c.most_decisive();
  if (members.empty()) return;
  auto& line = under.add("who matters most");
  for (std::size_t k = 0; k < members.size() && k < shown; ++k) {
    auto const m = members[k];
    line.add(std::string{code(m)} + " decides with a probability of " + in_percent(c.decisive(m)) + ": adopted with " +
             in_percent(c.if_in_favour(m)) + " if it is in favour, with " + in_percent(c.if_against(m)) + " if it is against");
  }
}

}  // namespace detail

/// Why is the probability what it is? A tree: what is known, the probabilities and the assumption, how likely each criterion is
/// met by itself, and the members that are decisive most often, so many of them. Cost: that of a `share_distribution`.
[[nodiscard]] inline explanation explain(chance const& c, std::size_t members_shown = 5) {
  auto text = "adopted with a probability of " + detail::in_percent(c.adopted()) + " by " + std::string{c.rule().name()};
  if (auto const day = c.ballot().council().day()) text += " on " + to_string(*day);
  explanation all{text};
  detail::explain_known(all, c);
  detail::explain_assumptions(all, c);
  detail::explain_criteria(all, c);
  detail::explain_members(all, c, members_shown);
  return all;
}

}  // namespace codecision::simulate
