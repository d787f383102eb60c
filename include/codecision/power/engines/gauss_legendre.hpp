// SPDX-License-Identifier: BSL-1.0
// At which points, and with which weights, is a polynomial on [0, 1] integrated exactly?
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace codecision::power::detail {

/// A node of the quadrature on [0, 1], and its weight.
struct quadrature_node {
  double p = 0;
  double weight = 0;
};

/// The nodes of Gauss-Legendre with n nodes that are not above 1/2, by Newton's method, ascending. The one at 1/2, when
/// n is odd, has half its weight: each is used for p and for 1 - p. Cost: n^2 steps. In long double, so that nodes and
/// weights are the nearest doubles where it has 64 bits; where it has 53, weights err by some 1e-14.
[[nodiscard]] inline std::vector<quadrature_node> nodes_up_to_half(std::size_t n) {
  constexpr long double pi = 3.141592653589793238462643383279502884L;
  auto const degree = static_cast<long double>(n);
  std::vector<quadrature_node> nodes((n + 1) / 2);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    auto const middle = 2 * i + 1 == n;
    auto x = middle ? 0.0L : std::cos(pi * (static_cast<long double>(i) + 0.75L) / (degree + 0.5L));
    long double slope = 0;
    for (int round = 0; round < 8; ++round) {
      long double before = 0, value = 1;  // Legendre polynomials of degree k - 1 and k at x
      for (std::size_t k = 1; k <= n; ++k) {
        auto const d = static_cast<long double>(k);
        auto const next = ((2 * d - 1) * x * value - (d - 1) * before) / d;
        before = value;
        value = next;
      }
      slope = degree * (before - x * value) / ((1 - x) * (1 + x));
      auto const step = value / slope;
      if (middle || std::abs(step) < 1e-18L) break;
      x -= step;
    }
    auto const weight = 1 / ((1 - x) * (1 + x) * slope * slope);
    nodes[i] = {static_cast<double>((1 - x) / 2), static_cast<double>(middle ? weight / 2 : weight)};
  }
  return nodes;
}

}  // namespace codecision::power::detail
