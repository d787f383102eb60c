// SPDX-License-Identifier: BSL-1.0
// How much of the normal distribution lies below a point, and below which point lies a share of it?
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>

namespace codecision::simulate {

/// The share of the standard normal distribution below z: 1/2 at 0; 0 and 1 at the infinities.
[[nodiscard]] inline double normal_distribution(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

namespace detail {
/// Numerator and denominator of one of the three ranges of AS 241, from the constant term up.
struct rational {
  double above[8];
  double below[8];
  [[nodiscard]] constexpr double operator()(double x) const {
    double numerator = above[7], denominator = below[7];
    for (std::size_t i = 7; i-- > 0;) {
      numerator = numerator * x + above[i];
      denominator = denominator * x + below[i];
    }
    return numerator / denominator;
  }
};
inline constexpr rational quantile_in_the_middle{
    {3.3871328727963666080, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4, 4.5921953931549871457e+4,
     6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
     3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3}};
inline constexpr rational quantile_outside{
    {1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258,
     2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
     1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9}};
inline constexpr rational quantile_far_outside{
    {6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1, 2.65321895265761230930e-2,
     1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
     1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15}};
}  // namespace detail

/// The point below which this share of the standard normal distribution lies: 1.959964 for 0.975; the infinities for 0 and 1, not
/// a number outside. To about sixteen digits: Wichura (1988), algorithm AS 241, Applied Statistics 37, 477-484.
[[nodiscard]] inline double normal_quantile(double share) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (!(share > 0 && share < 1)) return share == 0 ? -infinity : share == 1 ? infinity : std::numeric_limits<double>::quiet_NaN();
  auto const from_middle = share - 0.5;
  if (std::abs(from_middle) <= 0.425) return from_middle * detail::quantile_in_the_middle(0.180625 - from_middle * from_middle);
  auto const r = std::sqrt(-std::log(from_middle < 0 ? share : 1 - share));
  auto const z = r <= 5 ? detail::quantile_outside(r - 1.6) : detail::quantile_far_outside(r - 5);
  return from_middle < 0 ? -z : z;
}

}  // namespace codecision::simulate
