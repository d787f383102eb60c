// SPDX-License-Identifier: BSL-1.0
// How is a share of power kept exactly?
#pragma once

#include <cstdint>
#include <numeric>
#include <string>

namespace codecision::power {

/// A fraction in lowest terms.
struct fraction {
  std::uint64_t numerator = 0;  ///< above the line
  std::uint64_t denominator = 1;  ///< below the line
  [[nodiscard]] friend constexpr bool operator==(fraction, fraction) = default;
  /// The same as a double.
  [[nodiscard]] constexpr double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
};

/// The fraction in lowest terms; 0/1 for nothing.
[[nodiscard]] constexpr fraction reduced(std::uint64_t numerator, std::uint64_t denominator) {
  auto const divisor = std::gcd(numerator, denominator);
  return {numerator / divisor, denominator / divisor};
}

/// "4/2145".
[[nodiscard]] inline std::string to_string(fraction f) { return std::to_string(f.numerator) + "/" + std::to_string(f.denominator); }

}  // namespace codecision::power
