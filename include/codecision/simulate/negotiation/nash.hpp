// SPDX-License-Identifier: BSL-1.0
// On which point do bargainers agree who all have something to lose: the solution of Nash for one issue?
#pragma once

#include <codecision/simulate/negotiation/disagreement.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace codecision::simulate {

/// The result of `nash_bargain`.
struct nash_solution {
  issue about;  ///< the issue
  disagreement otherwise;  ///< what happens without agreement
  loss shape = loss::quadratic;  ///< how the loss grows with the distance
  /// Between these two every position is better for all than no agreement; when `from` is not below `to`, there is none.
  double from = 0;
  double to = 0;  ///< where the range ends in which nobody loses
  /// The position they agree on; empty when no position is better for all than no agreement.
  std::optional<double> position{};

  /// Is there a position that everybody prefers?
  [[nodiscard]] bool reached() const { return position.has_value(); }
  /// What the actor at this place gains by agreeing, in the units of the loss function; 0 without agreement.
  [[nodiscard]] double gain(std::size_t place) const {
    if (!position) return 0;
    return otherwise.loss_of(about, place, shape) - detail::loss_at(shape, about[place].salience, *position - about[place].position);
  }
};

namespace detail {
/// Zones of agreement that are narrower are rounding.
inline constexpr double narrowest_zone = 1e-9;

/// How fast does the logarithm of the weighted product of the gains rise at x? Its slope falls from the left to the right.
[[nodiscard]] inline double slope_at(std::vector<bargainer> const& all, loss shape, double x) {
  double slope = 0;
  for (auto const& b : all) {
    auto const off = x - b.ideal;
    if (off == 0) continue;
    auto const gain = b.fallback - b.scale * (shape == loss::quadratic ? off * off : std::fabs(off));
    auto const falls = b.scale * (shape == loss::quadratic ? 2 * off : (off > 0 ? 1.0 : -1.0));
    if (gain <= 0) return off > 0 ? -1 : 1;  // the edge of the zone, reached by rounding
    slope -= b.power * falls / gain;
  }
  return slope;
}

/// Where between two positions does the slope turn from rising to falling? Halves until no number lies between, or 200 times.
[[nodiscard]] inline double top_between(std::vector<bargainer> const& all, loss shape, double from, double to) {
  for (int i = 0; i < 200; ++i) {
    auto const middle = from + (to - from) / 2;
    if (middle <= from || middle >= to) break;
    (slope_at(all, shape, middle) > 0 ? from : to) = middle;
  }
  return from + (to - from) / 2;
}
}  // namespace detail

/// The bargaining solution of Nash (The Bargaining Problem, Econometrica 18, 1950, pp. 155-162): the position x that makes
/// the product of (loss without agreement - loss at x) ^ power over all actors largest. With equal powers it is Nash's own;
/// powers as exponents are the nonsymmetric solution (Kalai, International Journal of Game Theory 6, 1977). An actor without
/// power or salience takes no part. Both losses make the logarithm of the product concave, so that bisection on its slope
/// finds the only top; positions are good to 1e-9, and a zone of agreement narrower than that counts as none.
/// Errors COD-F003: nobody has both power and salience; another number of losses than of actors.
/// Cost: at most 200 passes over the actors.
[[nodiscard]] inline nash_solution nash_bargain(issue const& about, disagreement const& otherwise, loss shape = loss::quadratic) {
  auto const all = detail::bargainers(about, otherwise, shape);
  nash_solution found{about, otherwise, shape, 0, 100};
  for (auto const& b : all) {
    found.from = (std::max)(found.from, b.from);
    found.to = (std::min)(found.to, b.to);
  }
  if (found.to - found.from >= detail::narrowest_zone) found.position = detail::top_between(all, shape, found.from, found.to);
  return found;
}

namespace detail {
/// Sums of logarithms carry rounding: products that differ by a smaller share than this are equal.
inline constexpr double smallest_lead = 1e-12;

[[noreturn]] inline void these_packages_do_not_fit_together(std::string const& why) {
  fail(error_code::bad_position, "the gains of the packages do not fit together: " + why, "", "give for each package one finite gain for each actor");
}
}  // namespace detail

/// Which of several packages would the solution of Nash choose? `gains[k][i]` is what the actor i gains from the package k
/// over no agreement, in any unit of its own. The place of the package with the largest product of gains; the first one of
/// equals. Empty when no package makes all better off. For packages of whole issues; lotteries between them are left out.
/// Error COD-F003 when a package has another number of gains than the first, or a gain is not finite.
[[nodiscard]] inline std::optional<std::size_t> nash_choice(std::vector<std::vector<double>> const& gains) {
  std::optional<std::size_t> best;
  double most = 0;
  for (std::size_t k = 0; k < gains.size(); ++k) {
    if (gains[k].size() != gains.front().size() || gains[k].empty()) detail::these_packages_do_not_fit_together("package " + std::to_string(k));
    double sum = 0;  // of logarithms: products of many gains can leave the range of a double
    auto all_gain = true;
    for (auto const gain : gains[k]) {
      if (!std::isfinite(gain)) detail::these_packages_do_not_fit_together("a gain of package " + std::to_string(k) + " is not finite");
      all_gain = all_gain && gain > 0;
      if (all_gain) sum += std::log(gain);
    }
    if (!all_gain || (best && sum <= most + detail::smallest_lead * (1 + std::fabs(most)))) continue;
    best = k;
    most = sum;
  }
  return best;
}

}  // namespace codecision::simulate
