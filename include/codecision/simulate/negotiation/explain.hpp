// SPDX-License-Identifier: BSL-1.0
// How did a model of negotiation arrive at its result, step by step, and whose model is it?
#pragma once

#include <codecision/core/explanation.hpp>
#include <codecision/core/wording.hpp>
#include <codecision/simulate/negotiation/compromise.hpp>
#include <codecision/simulate/negotiation/exchanges.hpp>
#include <codecision/simulate/negotiation/median.hpp>
#include <codecision/simulate/negotiation/nash.hpp>
#include <codecision/simulate/negotiation/pivots.hpp>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace codecision::simulate {

namespace detail {
/// A number with two decimals: 49.3532 as "49.35".
[[nodiscard]] inline std::string two_decimals(double x) {
  auto const hundredths = std::llround(std::fabs(x) * 100);
  return (x < 0 && hundredths != 0 ? "-" : "") + wording::decimal(hundredths, 100, 2);
}
[[nodiscard]] inline std::string percent_of(double share) { return two_decimals(100 * share) + " %"; }
[[nodiscard]] inline std::string listed(std::vector<std::string> const& names) {
  std::string text;
  for (auto const& n : names) text += (text.empty() ? "" : ", ") + n;
  return text.empty() ? "nobody" : text;
}
[[nodiscard]] inline std::string on(issue const& about) { return " on '" + about.name() + "'"; }

[[nodiscard]] inline std::string pivot_line(pivot const& p, char const* change) {
  if (p.actors.empty()) return std::string{"nobody is pivotal for a change to the "} + change;
  return std::string{"for a change to the "} + change + " " + listed(p.actors) + " at " + two_decimals(p.position) + " must be won over";
}

inline void add_gains(explanation& tree, nash_solution const& s) {
  for (std::size_t i = 0; i < s.about.size(); ++i) {
    auto const& a = s.about[i];
    tree.add(a.actor + " at " + two_decimals(a.position) + ", power " + two_decimals(a.power) + ", salience " + two_decimals(a.salience) +
             ": gains " + two_decimals(s.gain(i)) + " over no agreement");
  }
}

[[nodiscard]] inline std::string conceding(concession const& c, std::string const& issue) {
  return c.actor + " moves from " + two_decimals(c.from) + " to " + two_decimals(c.to) + " on " + issue + ", which moves the outcome by " +
         two_decimals(c.outcome_by);
}
[[nodiscard]] inline explanation exchanging(exchange const& e, std::string const& first, std::string const& second) {
  explanation tree{e.first.actor + " and " + e.second.actor + " each gain " + two_decimals(e.gain)};
  tree.add(conceding(e.first, first));
  tree.add(conceding(e.second, second));
  return tree;
}
}  // namespace detail

/// Where is the median, and who stands there?
[[nodiscard]] inline explanation explain(median_position const& m) {
  auto const where = m.is_one_point() ? detail::two_decimals(m.lowest)
                                      : "any point from " + detail::two_decimals(m.lowest) + " to " + detail::two_decimals(m.highest);
  explanation tree{"median voter" + detail::on(m.about) + ": " + where};
  tree.add("stands there: " + detail::listed(m.actors));
  if (!m.is_one_point()) tree.add("two halves of the same weight stand on either side");
  tree.add("Black, On the Rationale of Group Decision-making, Journal of Political Economy 56 (1948)");
  return tree;
}

/// Between which pivots is the status quo safe?
[[nodiscard]] inline explanation explain(gridlock_interval const& g) {
  explanation tree{g.exists() ? "no proposal beats a status quo from " + detail::two_decimals(g.left().position) + " to " +
                                    detail::two_decimals(g.right().position)
                              : std::string{"some proposal beats every status quo"}};
  tree.add(detail::pivot_line(g.left(), "right"));
  tree.add(detail::pivot_line(g.right(), "left"));
  tree.add("Krehbiel, Pivotal Politics, Chicago 1998: the gridlock interval");
  return tree;
}

/// What does each actor's position count for in the mean?
[[nodiscard]] inline explanation explain(compromise_outcome const& c) {
  auto const by = c.by() == weighting::nothing ? "all alike" : c.by() == weighting::power ? "weighted by power" : "weighted by power x salience";
  explanation tree{"compromise" + detail::on(c.about()) + ", " + by + ": " + detail::two_decimals(c.position())};
  for (std::size_t i = 0; i < c.about().size(); ++i)
    tree.add(c.about()[i].actor + " at " + detail::two_decimals(c.about()[i].position) + " counts for " + detail::percent_of(c.share(i)));
  tree.add("Van den Bos 1991; Achen, Institutional Realism and Bargaining Models, in The European Union Decides, Cambridge 2006");
  return tree;
}

/// On what do they agree, and what does each gain? Or why not?
[[nodiscard]] inline explanation explain(nash_solution const& s) {
  explanation tree{"Nash bargaining solution" + detail::on(s.about) + ": " + (s.position ? detail::two_decimals(*s.position) : "no agreement")};
  if (auto const back = s.otherwise.position()) tree.add("without agreement " + detail::two_decimals(*back) + " stays in force");
  if (s.position)
    tree.add("better for all than no agreement: every position between " + detail::two_decimals(s.from) + " and " + detail::two_decimals(s.to));
  else
    tree.add("no position is better for all than no agreement");
  if (s.position) detail::add_gains(tree, s);
  tree.add("Nash, The Bargaining Problem, Econometrica 18 (1950)");
  return tree;
}

/// Who gives way where, and what do the two gain?
[[nodiscard]] inline explanation explain(exchange const& e) {
  auto tree = detail::exchanging(e, "the first issue", "the second issue");
  tree.add("Stokman and Van Oosten, The Exchange of Voting Positions, in European Community Decision Making, Yale 1994");
  return tree;
}

/// Who exchanges what, and what came out in the end?
[[nodiscard]] inline explanation explain(exchange_course const& c) {
  explanation tree{std::to_string(c.exchanges().size()) + (c.exchanges().size() == 1 ? " exchange" : " exchanges") + " of positions"};
  for (std::size_t k = 0; k < 2; ++k)
    tree.add("expected outcome" + detail::on(c.wanted(k)) + ": " + detail::two_decimals(c.outcome_before(k)) + " before, " +
             detail::two_decimals(c.outcome_after(k)) + " after");
  for (auto const& e : c.exchanges())
    tree.details.push_back(detail::exchanging(e, "'" + c.wanted(0).name() + "'", "'" + c.wanted(1).name() + "'"));
  tree.add("Stokman and Van Oosten, The Exchange of Voting Positions, in European Community Decision Making, Yale 1994");
  return tree;
}

}  // namespace codecision::simulate
