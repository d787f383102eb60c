// SPDX-License-Identifier: BSL-1.0
// Between which bounds does a probability lie, when so many of so many draws had it?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/core/wording.hpp>
#include <codecision/simulate/normal.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

namespace codecision::simulate {

namespace detail {
[[noreturn]] inline void no_draws_tell_nothing() {
  fail(error_code::bad_sampling, "no draws were asked for, and none tell nothing", "", "ask for some, such as 1000000 for three digits");
}
[[noreturn]] inline void these_are_more_than_all_draws(std::uint64_t had, std::uint64_t draws) {
  fail(error_code::bad_sampling, std::to_string(had) + " of " + std::to_string(draws) + " draws are more than all of them", "",
       "give the draws that had the property first, and all draws second");
}
[[noreturn]] inline void this_confidence_cannot_be_had(double confidence) {
  fail(error_code::bad_sampling, "the confidence " + wording::as_typed(confidence) + " does not lie between 0 and 1, both excluded", "",
       "0.95 is usual; no interval but the one from 0 to 1 is certain");
}
/// Not a number lies nowhere, and is refused as well.
inline void check_confidence(double confidence) {
  if (!(confidence > 0 && confidence < 1)) this_confidence_cannot_be_had(confidence);
}
}  // namespace detail

/// A range of probabilities, both ends included.
struct interval {
  double low = 0;  ///< its lower end
  double high = 1;  ///< its upper end
  /// How wide it is.
  [[nodiscard]] constexpr double width() const { return high - low; }
  /// Does it contain this probability?
  [[nodiscard]] constexpr bool contains(double p) const { return low <= p && p <= high; }
  [[nodiscard]] friend constexpr bool operator==(interval const&, interval const&) = default;
};

/// The score interval of Wilson (1927), "Probable inference, the law of succession, and statistical inference", for a probability
/// when `had` of `draws` independent draws had the property. In the long run about the share `confidence` of such intervals hold
/// the probability, also near 0 and 1, where the textbook interval fails: Brown, Cai and DasGupta (2001), "Interval estimation for
/// a binomial proportion". Error COD-F004: no draws, more than all, a confidence that is not between 0 and 1.
[[nodiscard]] inline interval wilson_interval(std::uint64_t had, std::uint64_t draws, double confidence = 0.95) {
  if (draws == 0) detail::no_draws_tell_nothing();
  if (had > draws) detail::these_are_more_than_all_draws(had, draws);
  detail::check_confidence(confidence);
  auto const z = -normal_quantile((1 - confidence) / 2);
  auto const n = static_cast<double>(draws);
  auto const share = static_cast<double>(had) / n;
  auto const shrink = 1 + z * z / n;
  auto const middle = (share + z * z / (2 * n)) / shrink;
  auto const half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / shrink;
  return {had == 0 ? 0 : (std::max)(middle - half, 0.0), had == draws ? 1 : (std::min)(middle + half, 1.0)};
}

}  // namespace codecision::simulate
