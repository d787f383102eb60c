// SPDX-License-Identifier: BSL-1.0
// What comes out on two issues when all actors exchange positions wherever two of them gain?
#pragma once

#include <codecision/simulate/negotiation/compromise.hpp>
#include <codecision/simulate/negotiation/exchange.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// The exchanges on two issues, one after the other, and what they lead to.
class exchange_course {
 public:
  /// Two issues, what was exchanged, and how they stand afterwards.
  exchange_course(issue first, issue second, std::vector<exchange> done, issue first_after, issue second_after)
      : before_{std::move(first), std::move(second)}, after_{std::move(first_after), std::move(second_after)}, exchanges_{std::move(done)} {}

  /// In the order in which they were made, the most profitable first.
  [[nodiscard]] std::vector<exchange> const& exchanges() const { return exchanges_; }
  /// What the actors want on the first (0) and the second (1) issue.
  [[nodiscard]] issue const& wanted(std::size_t k) const { return before_[k]; }
  /// The positions that they take in the vote.
  [[nodiscard]] issue const& taken(std::size_t k) const { return after_[k]; }
  /// The expected outcome without any exchange.
  [[nodiscard]] double outcome_before(std::size_t k) const { return compromise(before_[k]).position(); }
  /// The expected outcome after all exchanges.
  [[nodiscard]] double outcome_after(std::size_t k) const { return compromise(after_[k]).position(); }

  /// What an actor gains from all exchanges together, its own and those of others, in points times salience / 100. Below zero
  /// for one at whose cost others agreed. An issue on which it has no position does not count. Cost: some passes over the
  /// actors.
  [[nodiscard]] double gain(std::string_view actor) const {
    double sum = 0;
    for (std::size_t k = 0; k < 2; ++k) {
      auto const place = before_[k].place_of(actor);
      if (!place) continue;
      auto const& a = before_[k][*place];
      sum += a.salience / 100 * (std::fabs(outcome_before(k) - a.position) - std::fabs(outcome_after(k) - a.position));
    }
    return sum;
  }
  /// The same for a member state.
  [[nodiscard]] double gain(member_state member) const { return gain(code(member)); }

 private:
  std::array<issue, 2> before_;
  std::array<issue, 2> after_;
  std::vector<exchange> exchanges_;
};

namespace detail {
[[nodiscard]] inline issue with_positions(issue const& about, std::vector<double> const& positions) {
  auto actors = about.actors();
  for (std::size_t i = 0; i < actors.size(); ++i) actors[i].position = positions[i];
  return {about.name(), std::move(actors)};
}

/// The places of all who have a position on both issues.
[[nodiscard]] inline std::vector<std::array<std::size_t, 2>> on_both(issue const& first, issue const& second) {
  std::vector<std::array<std::size_t, 2>> both;
  for (std::size_t i = 0; i < first.size(); ++i)
    if (auto const place = second.place_of(first[i].actor)) both.push_back({i, *place});
  return both;
}

[[nodiscard]] inline std::optional<exchange> most_profitable(exchange_table const& table, std::vector<std::array<std::size_t, 2>> const& actors) {
  std::optional<exchange> best;
  for (std::size_t i = 0; i < actors.size(); ++i)
    for (std::size_t j = i + 1; j < actors.size(); ++j)
      if (auto const offer = table.between(actors[i], actors[j]); offer && (!best || offer->gain > best->gain)) best = offer;
  return best;
}
}  // namespace detail

/// Makes the most profitable exchange of all pairs, then the most profitable of those that are left, until there is none. Of
/// equally profitable ones, that of the pair that stands first. An actor who has given way on an issue gives way no more on
/// it, but may take part in another exchange on the other issue. What actors want stays the same throughout: only the
/// positions that they take in the vote change. These are simplifications (docs/foresight/negotiation.md). Errors: as for
/// `exchange_between`; actors with a position on one issue only count in its outcome and make no exchange.
/// Cost: for n actors at most n exchanges, each n^2 steps to find.
[[nodiscard]] inline exchange_course exchange_positions(issue const& first, issue const& second) {
  detail::exchange_table table{first, second};
  auto const actors = detail::on_both(first, second);
  std::vector<exchange> done;
  while (auto const best = detail::most_profitable(table, actors)) {
    table.carry_out(*best);
    done.push_back(*best);
  }
  return {first, second, std::move(done), detail::with_positions(first, table.taken(0)), detail::with_positions(second, table.taken(1))};
}

}  // namespace codecision::simulate
