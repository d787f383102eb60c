// SPDX-License-Identifier: BSL-1.0
// How do several scenarios compare: who is adopted, by how much, and whose votes would settle it?
#pragma once

#include <codecision/council/wording.hpp>
#include <codecision/simulate/scenario.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/explain.hpp>
#include <codecision/vote/open_ballot.hpp>
#include <codecision/vote/outcome.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// What one scenario comes to.
class compared {
 public:
  /// Errors as for `assess`.
  explicit compared(scenario s) : scenario_{std::move(s)}, assessed_{scenario_.assess()} {}

  /// The scenario.
  [[nodiscard]] scenario const& of() const { return scenario_; }
  /// What can still happen under it.
  [[nodiscard]] assessment const& assessed() const { return assessed_; }
  /// Adopted, not adopted, or open.
  [[nodiscard]] codecision::verdict verdict() const { return assessed_.verdict(); }
  /// The population in favour if no open member is, in the unit of the figures.
  [[nodiscard]] std::int64_t population_at_worst() const { return assessed_.least().population_in_favour().number; }
  /// The population in favour if all open members are.
  [[nodiscard]] std::int64_t population_at_best() const { return assessed_.most().population_in_favour().number; }
  /// How many members does a blocking minority need at least here, and why? As `fewest_blocking_members`.
  [[nodiscard]] blocking_size fewest_to_block() const {
    return fewest_blocking_members(assessed_.rule(), assessed_.council());
  }
  /// The smallest sets that would see to it that the act is adopted. As `assessment::to_adopt`.
  [[nodiscard]] flip_range to_adopt() const { return assessed_.to_adopt(); }
  /// The smallest sets that would see to it that the act is not adopted. As `assessment::to_block`.
  [[nodiscard]] flip_range to_block() const { return assessed_.to_block(); }

 private:
  scenario scenario_;
  assessment assessed_;
};

/// Any number of scenarios side by side, in the order in which they were given.
using comparison = std::vector<compared>;

/// What does each of these scenarios come to? Errors as for `assess`. Cost: two evaluations each; the sets that would
/// settle a scenario are searched for when they are asked for.
[[nodiscard]] inline comparison compare(std::vector<scenario> scenarios) {
  comparison all;
  all.reserve(scenarios.size());
  for (auto& s : scenarios) all.emplace_back(std::move(s));
  return all;
}

namespace detail {

/// How a member stands in a ballot: one of the five votes, open, or no vote at all.
inline constexpr std::size_t stands_open = 5, stands_nowhere = 6;
[[nodiscard]] constexpr std::size_t stands(open_ballot const& b, member_state m) {
  if (!b.council().members().contains(m)) return stands_nowhere;
  for (std::size_t v = 0; v < stands_open; ++v)
    if (b.side(static_cast<vote>(v)).contains(m)) return v;
  return stands_open;
}
[[nodiscard]] constexpr std::string_view standing_in_words(std::size_t s) {
  return s < stands_open    ? name(static_cast<vote>(s))
         : s == stands_open ? std::string_view{"open"}
                            : std::string_view{"no vote"};
}

[[nodiscard]] inline bool same_figures(electorate const& a, electorate const& b) {
  if (a.figures().counted_in != b.figures().counted_in) return false;
  for (auto const m : a.members() & b.members())
    if (a.population(m) != b.population(m)) return false;
  return true;
}

/// "13" or "13 to 16".
[[nodiscard]] inline std::string from_to(std::string const& least, std::string const& most) {
  return least == most ? least : least + " to " + most;
}

/// The threshold for the population under this rule; none: below zero.
[[nodiscard]] inline ratio population_threshold(outcome const& o) {
  auto const* people = o.criteria().find(counted::population);
  return people != nullptr && people->counts ? people->asked.share : ratio{-1, 1};
}

/// Every criterion of an outcome with what there is to spare, or short: "1 member to spare, 2.31 points short".
[[nodiscard]] inline std::string margins(outcome const& o) {
  std::string text;
  auto const in = o.council().figures().counted_in;
  for (auto const& r : o.criteria()) {
    if (!r.counts) continue;
    auto const by = r.margin();
    text += (text.empty() ? "" : ", ") + wording::difference(r.asked.what, in, by < 0 ? -by : by) +
            (by < 0 ? " short" : " to spare");
  }
  return text + (o.deemed_attained() ? " (deemed attained)" : "") + (o.quorum().met() ? "" : ", no quorum");
}

}  // namespace detail

/// How many members are in favour: "13", or "13 to 16" while votes are open.
[[nodiscard]] inline std::string members_in_favour(compared const& c) {
  return detail::from_to(std::to_string(c.assessed().least().in_favour().size()),
                         std::to_string(c.assessed().most().in_favour().size()));
}

/// Which share of the population is in favour: "46.52 %", or "46.52 % to 70.81 %" while votes are open; "-" without
/// figures.
[[nodiscard]] inline std::string population_in_favour(compared const& c) {
  auto const& council = c.assessed().council();
  if (!council.has_population()) return "-";
  auto const threshold = detail::population_threshold(c.assessed().most());
  return detail::from_to(wording::share(council, c.population_at_worst(), threshold),
                         wording::share(council, c.population_at_best(), threshold));
}

/// How much is there to spare, or short, by every criterion; while the verdict is open at worst and at best.
[[nodiscard]] inline std::string margins(compared const& c) {
  if (c.verdict() == verdict::open)
    return "at worst " + detail::margins(c.assessed().least()) + "; at best " + detail::margins(c.assessed().most());
  return detail::margins(c.assessed().decisive());
}

/// How does a scenario differ from another: whose votes, which members, figures, rule? "DE: against to in favour";
/// empty when nothing differs.
[[nodiscard]] inline std::vector<std::string> differences(scenario const& from, scenario const& to) {
  std::array<std::array<member_set, 7>, 7> moved{};
  for (auto const m : from.council().members() | to.council().members())
    moved[detail::stands(from.ballot(), m)][detail::stands(to.ballot(), m)].insert(m);
  std::vector<std::string> found;
  for (std::size_t a = 0; a < moved.size(); ++a)
    for (std::size_t b = 0; b < moved.size(); ++b)
      if (a != b && !moved[a][b].empty())
        found.push_back(to_string(moved[a][b]) + ": " + std::string{detail::standing_in_words(a)} + " to " +
                        std::string{detail::standing_in_words(b)});
  if (!detail::same_figures(from.council(), to.council()))
    found.push_back("other population figures" + (to.council().figures().year > 0
                                                      ? ": " + std::to_string(to.council().figures().year)
                                                      : std::string{}));
  if (from.rule().name() != to.rule().name()) found.push_back("rule: " + std::string{to.rule().name()});
  return found;
}

namespace detail {

/// "votes against that would turn it", with what is taken of the open members where there are any.
[[nodiscard]] inline std::string turning(compared const& c, std::string const& votes) {
  auto const open = c.assessed().open().empty() ? "" : ", all open members being " + votes.substr(votes.find(' ') + 1);
  return votes + " that would turn it" + open + ": ";
}
inline void explain_sets(explanation& under, compared const& c) {
  auto const is_open = c.verdict() == verdict::open;
  if (auto const quorum = c.assessed().decisive().quorum(); !quorum.met())
    under.add("whatever the votes, " + wording::counted_as(quorum.need - quorum.have, "member", "members") +
              " more must come for a quorum");
  else if (c.verdict() != verdict::adopted)
    under.add((is_open ? "votes in favour that would secure adoption: " : turning(c, "votes in favour")) + to_string(c.to_adopt()));
  if (c.verdict() != verdict::not_adopted)
    under.add((is_open ? "votes against that would secure a block: " : turning(c, "votes against")) + to_string(c.to_block()));
}

inline void explain_one(explanation& under, compared const& c, compared const& first) {
  auto const& a = c.assessed();
  auto& line =
      under.add(c.of().name() + ": " + std::string{name(c.verdict())} + ", counted by " + std::string{a.rule().name()});
  for (auto const& change : c.of().changes()) line.add("change: " + change.text);
  if (!a.open().empty()) line.add("open: " + to_string(a.open()));
  line.add(members_in_favour(c) + " of " + wording::counted_as(a.council().size(), "member", "members") + " in favour" +
           (a.council().has_population() ? ", with " + population_in_favour(c) + " of the population" : ""));
  line.add(margins(c));
  explain_sets(line, c);
  line.add("a blocking minority needs at least " +
           wording::counted_as(c.fewest_to_block().members, "member", "members"));
  if (&c == &first) return;
  auto const moved = differences(first.of(), c.of());
  for (auto const& what : moved) line.add("compared with '" + first.of().name() + "': " + what);
  if (moved.empty()) line.add("compared with '" + first.of().name() + "': nothing differs");
}

}  // namespace detail

/// What does each scenario come to, what would settle it, and how does it differ from the first one?
/// Cost: that of searching the sets that would settle each.
[[nodiscard]] inline explanation explain(comparison const& all) {
  std::array<int, 3> how_many{};
  for (auto const& c : all) ++how_many[static_cast<std::size_t>(c.verdict())];
  explanation tree{wording::counted_as(static_cast<std::int64_t>(all.size()), "scenario", "scenarios") + ": " +
                   std::to_string(how_many[0]) + " adopted, " + std::to_string(how_many[1]) + " not adopted, " +
                   std::to_string(how_many[2]) + " open"};
  for (auto const& c : all) detail::explain_one(tree, c, all.front());
  return tree;
}

}  // namespace codecision::simulate
