// SPDX-License-Identifier: BSL-1.0
// Can two actors gain when each gives way on the issue that matters less to it?
#pragma once

#include <codecision/simulate/negotiation/issue.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codecision::simulate {

/// How one actor gives way in an exchange.
struct concession {
  std::string actor;  ///< who gives way
  double from = 0;        ///< its own position
  double to = 0;          ///< the position it takes in the vote
  double outcome_by = 0;  ///< by how much that moves the expected outcome, in points, zero or more
};

/// An exchange of positions between two actors: `first` gives way on the first issue, `second` on the second one.
struct exchange {
  concession first;  ///< of one actor
  concession second;  ///< of the other
  /// What each of the two gains: salience / 100 times the points by which the expected outcome comes nearer on the one issue,
  /// less the same for the points by which it goes away on the other one.
  double gain = 0;
  /// For each point that the outcome of the first issue moves, that of the second one moves so many.
  double ratio = 0;
};

namespace detail {
/// Gains that are smaller are rounding.
inline constexpr double smallest_gain = 1e-9;

/// The positions taken in the vote, and who has moved. What actors want does not change: it stands in the issues.
class exchange_table {
 public:
  exchange_table(issue const& first, issue const& second) : issues_{&first, &second}, taken_{positions(first), positions(second)} {
    for (std::size_t k = 0; k < 2; ++k) {
      moved_[k].assign(issues_[k]->size(), false);
      for (auto const& a : *issues_[k]) totals_[k] += weight(a);
      if (totals_[k] <= 0) this_issue_matters_to_nobody_with_power(issues_[k]->name());
      outcomes_[k] = expected(k);
    }
  }

  [[nodiscard]] std::vector<double> const& taken(std::size_t k) const { return taken_[k]; }

  /// The exchange that is open to two actors, each given by its places on the two issues.
  [[nodiscard]] std::optional<exchange> between(std::array<std::size_t, 2> a, std::array<std::size_t, 2> b) const {
    auto const mutual = want(0, b[0]).salience * want(1, a[1]).salience - want(0, a[0]).salience * want(1, b[1]).salience;
    if (mutual == 0) return std::nullopt;  // the issues matter to both in the same proportion
    return mutual > 0 ? deal(a, b) : deal(b, a);
  }
  void carry_out(exchange const& done) {
    carry_out(done.first, 0);
    carry_out(done.second, 1);
  }

 private:
  [[nodiscard]] static double weight(actor_position const& a) { return a.power * a.salience / 100; }
  [[nodiscard]] static std::vector<double> positions(issue const& about) {
    std::vector<double> all;
    for (auto const& a : about) all.push_back(a.position);
    return all;
  }
  [[nodiscard]] actor_position const& want(std::size_t k, std::size_t place) const { return (*issues_[k])[place]; }

  /// The expected outcome on an issue with the positions as they are taken now: the compromise model.
  [[nodiscard]] double expected(std::size_t k) const {
    double sum = 0;
    for (std::size_t i = 0; i < taken_[k].size(); ++i) sum += weight(want(k, i)) * taken_[k][i];
    return sum / totals_[k];
  }
  [[nodiscard]] bool stand_on_either_side(std::size_t k, std::size_t a, std::size_t b) const {
    return (want(k, a).position - outcomes_[k]) * (want(k, b).position - outcomes_[k]) < 0;
  }
  /// By how much can one who gives way move the outcome: to the position of the other one, and not beyond it.
  [[nodiscard]] double reach(std::size_t k, std::size_t giver, std::size_t taker) const {
    auto const wanted = want(k, taker).position;
    auto const shift = std::fabs(wanted - want(k, giver).position) * weight(want(k, giver)) / totals_[k];
    return (std::min)(shift, std::fabs(wanted - outcomes_[k]));
  }
  [[nodiscard]] concession giving(std::size_t k, std::size_t giver, std::size_t taker, double outcome_by) const {
    auto const from = want(k, giver).position;
    auto const wanted = want(k, taker).position;
    auto const shift = (std::min)(outcome_by * totals_[k] / weight(want(k, giver)), std::fabs(wanted - from));
    return {want(k, giver).actor, from, wanted > from ? from + shift : from - shift, outcome_by};
  }

  void carry_out(concession const& c, std::size_t k) {
    auto const place = *issues_[k]->place_of(c.actor);
    taken_[k][place] = c.to;
    moved_[k][place] = true;
    outcomes_[k] = expected(k);
  }

  /// a gives way on the first issue, b on the second. Both gain the same when the outcomes move in the proportion of the sums
  /// of their saliences; the gain grows with the size of the exchange, so it is as large as the two positions allow.
  [[nodiscard]] std::optional<exchange> deal(std::array<std::size_t, 2> a, std::array<std::size_t, 2> b) const {
    if (moved_[0][a[0]] || moved_[1][b[1]] || !stand_on_either_side(0, a[0], b[0]) || !stand_on_either_side(1, a[1], b[1])) return std::nullopt;
    auto const a_gives = want(0, a[0]).salience;
    auto const a_gets = want(1, a[1]).salience;
    auto const ratio = (a_gives + want(0, b[0]).salience) / (a_gets + want(1, b[1]).salience);
    auto const by = (std::min)(reach(0, a[0], b[0]), reach(1, b[1], a[1]) / ratio);
    auto const gain = (a_gets * by * ratio - a_gives * by) / 100;
    if (!(gain >= smallest_gain)) return std::nullopt;
    return exchange{giving(0, a[0], b[0], by), giving(1, b[1], a[1], by * ratio), gain, ratio};
  }

  std::array<issue const*, 2> issues_;
  std::array<std::vector<double>, 2> taken_;
  std::array<std::vector<bool>, 2> moved_;
  std::array<double, 2> totals_{};
  std::array<double, 2> outcomes_{};
};

[[nodiscard]] inline std::array<std::size_t, 2> places_on(issue const& first, issue const& second, std::string_view actor) {
  return {static_cast<std::size_t>(&first.of(actor) - first.actors().data()), static_cast<std::size_t>(&second.of(actor) - second.actors().data())};
}
}  // namespace detail

/// Can these two actors gain from an exchange of positions on two issues (Stokman and Van Oosten, The Exchange of Voting
/// Positions, in Bueno de Mesquita and Stokman (eds.), European Community Decision Making, Yale 1994, pp. 105-127)? They must
/// stand on either side of the expected outcome on both issues, and the issues must matter to them in different proportions:
/// each then gives way on the one that matters less to it than to the other. Expected outcomes are those of the compromise
/// model, gains are equal and as large as they can be: nobody moves beyond the position of the other one, nor the outcome
/// beyond it. Empty when they cannot gain. Errors COD-F003: an actor without a position on both; weights that are all zero.
/// Cost: some passes over the actors.
[[nodiscard]] inline std::optional<exchange> exchange_between(issue const& first, issue const& second, std::string_view a, std::string_view b) {
  return detail::exchange_table{first, second}.between(detail::places_on(first, second, a), detail::places_on(first, second, b));
}
/// The same for two member states.
[[nodiscard]] inline std::optional<exchange> exchange_between(issue const& first, issue const& second, member_state a, member_state b) {
  return exchange_between(first, second, code(a), code(b));
}

}  // namespace codecision::simulate
