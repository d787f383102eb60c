// SPDX-License-Identifier: BSL-1.0
#include <codecision/simulate/interval.hpp>

#include "support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

namespace sim = codecision::simulate;
namespace test = codecision::test;

TEST_CASE("Quantiles of the normal distribution as tables print them") {
  CHECK(sim::normal_quantile(0.9) == test::approx(1.281552).margin(5e-7));
  CHECK(sim::normal_quantile(0.95) == test::approx(1.644854).margin(5e-7));
  CHECK(sim::normal_quantile(0.975) == test::approx(1.959964).margin(5e-7));
  CHECK(sim::normal_quantile(0.995) == test::approx(2.575829).margin(5e-7));
}

TEST_CASE("Quantiles of the normal distribution: the three examples of Wichura (1988), one in each range") {
  CHECK(sim::normal_quantile(0.25) == test::approx(-0.6744897501960817).epsilon(1e-15));
  CHECK(sim::normal_quantile(0.001) == test::approx(-3.090232306167814).epsilon(1e-15));
  CHECK(sim::normal_quantile(1e-20) == test::approx(-9.262340089798408).epsilon(1e-15));
}

TEST_CASE("Below the quantile of a share lies this share, by the error function of the standard library") {
  for (double p = 1e-12; p < 0.5; p *= 1.7) {
    CHECK(std::erfc(-sim::normal_quantile(p) / std::sqrt(2.0)) / 2 == test::approx(p).epsilon(2e-14));
    CHECK(sim::normal_distribution(sim::normal_quantile(p)) == test::approx(p).epsilon(2e-14));
  }
  for (double p = 0.01; p < 1; p += 0.01) CHECK(sim::normal_quantile(p) == test::approx(-sim::normal_quantile(1 - p)).margin(1e-14));
  CHECK(sim::normal_quantile(0) == -std::numeric_limits<double>::infinity());
  CHECK(sim::normal_quantile(1) == std::numeric_limits<double>::infinity());
  CHECK(std::isnan(sim::normal_quantile(1.1)));
  CHECK(std::isnan(sim::normal_quantile(std::nan(""))));
}

TEST_CASE("Wilson's interval: the four cases that Newcombe (1998), Statistics in Medicine 17, 857-872, prints") {
  auto const check = [](std::uint64_t had, std::uint64_t of, double low, double high) {
    auto const i = sim::wilson_interval(had, of);
    CHECK(i.low == test::approx(low).margin(5e-5));
    CHECK(i.high == test::approx(high).margin(5e-5));
  };
  check(81, 263, 0.2553, 0.3662);
  check(15, 148, 0.0624, 0.1605);
  check(0, 20, 0.0000, 0.1611);
  check(1, 29, 0.0061, 0.1718);
}

TEST_CASE("The ends of Wilson's interval lie as many standard errors from the share as the confidence asks for") {
  for (double const confidence : {0.5, 0.9, 0.95, 0.99, 0.999})
    for (std::uint64_t const had : {1u, 3u, 500u, 997u}) {
      auto const i = sim::wilson_interval(had, 1000, confidence);
      auto const share = static_cast<double>(had) / 1000;
      for (double const end : {i.low, i.high}) {
        auto const z = std::abs(share - end) / std::sqrt(end * (1 - end) / 1000);
        CHECK(std::erfc(z / std::sqrt(2.0)) == test::approx(1 - confidence).epsilon(1e-9));
      }
    }
}

TEST_CASE("When none or all have it, the interval ends at 0 or 1 exactly, and is still one") {
  CHECK(sim::wilson_interval(0, 1).low == 0);
  CHECK(sim::wilson_interval(1, 1).high == 1);
  CHECK(sim::wilson_interval(0, 1'000'000).high == test::approx(3.8414588e-6).epsilon(1e-5));  // z^2 / (n + z^2)
  CHECK(sim::wilson_interval(0, 10).high == test::approx(1 - sim::wilson_interval(10, 10).low));
  CHECK(sim::interval{0.25, 0.75}.contains(0.25));
  CHECK_FALSE(sim::interval{0.25, 0.75}.contains(0.76));
  CHECK(sim::interval{0.25, 0.75}.width() == 0.5);
}

TEST_CASE("On the average over all probabilities, 95 % of the intervals hold the probability, by the binomial distribution") {
  constexpr int n = 50;
  double mean = 0;
  for (int k = 1; k < 200; ++k) {
    auto const p = k / 200.0;
    double coverage = 0;
    for (int had = 0; had <= n; ++had)
      if (sim::wilson_interval(static_cast<std::uint64_t>(had), n).contains(p))
        coverage += std::exp(std::lgamma(n + 1.0) - std::lgamma(had + 1.0) - std::lgamma(n - had + 1.0) + had * std::log(p) + (n - had) * std::log(1 - p));
    CHECK(coverage > 0.83);  // close to 0 and 1 it falls below: Brown, Cai and DasGupta (2001), section 4.1.1
    mean += coverage / 199;
  }
  CHECK(mean == test::approx(0.95).margin(0.005));
}

TEST_CASE("No interval without draws, with more than all of them, or with a confidence that is none") {
  CHECK_THROWS_WITH(sim::wilson_interval(0, 0), test::contains("COD-F004"));
  CHECK_THROWS_WITH(sim::wilson_interval(2, 1), test::contains("2 of 1 draws"));
  for (double const confidence : {0.0, 1.0, -1.0, 95.0, std::nan("")}) CHECK_THROWS_WITH(sim::wilson_interval(1, 2, confidence), test::contains("COD-F004"));
}
