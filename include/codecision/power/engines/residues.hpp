// SPDX-License-Identifier: BSL-1.0
// How are large whole numbers counted exactly in 64 bits? By their remainders modulo several primes.
#pragma once

#include <codecision/power/sharing.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace codecision::power::detail {

/// Remainders modulo one prime below 2^60. Numbers are kept below twice the prime, so that sums need one comparison.
/// Products follow Montgomery (1985): no division by the prime.
class residues {
 public:
  using number = std::uint64_t;

  explicit residues(std::uint64_t prime) : prime_{prime} {
    for (int k = 0; k < 6; ++k) inverse_ *= 2 - prime * inverse_;  // of the prime modulo 2^64, by Newton's method
    auto const remainder = (~prime + 1) % prime;  // of 2^64
    square_ = static_cast<std::uint64_t>(wide{remainder} * remainder % prime);
  }
  [[nodiscard]] std::uint64_t prime() const { return prime_; }
  [[nodiscard]] number add(number a, number b) const { return below_twice(a + b); }
  [[nodiscard]] number subtract(number a, number b) const { return below_twice(a + 2 * prime_ - b); }
  [[nodiscard]] number multiply(number a, number b) const { return divided(wide{divided(wide{a} * b)} * square_); }
  [[nodiscard]] number power(number base, std::uint64_t exponent) const {
    number result = 1;
    for (; exponent != 0; exponent >>= 1, base = multiply(base, base))
      if ((exponent & 1) != 0) result = multiply(result, base);
    return result;
  }
  /// 1 / a, by Fermat's little theorem.
  [[nodiscard]] number inverse(number a) const { return power(a, prime_ - 2); }
  /// From 0 to the prime - 1.
  [[nodiscard]] std::uint64_t least(number a) const { return a < prime_ ? a : a - prime_; }
  /// The sum of the products, four at a time: 4 x (2 p)^2 is below 2^64 p.
  [[nodiscard]] number dot(number const* a, number const* b, std::size_t n) const {
    number sum = 0;
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4)
      sum = add(sum, divided(wide{a[i]} * b[i] + wide{a[i + 1]} * b[i + 1] + wide{a[i + 2]} * b[i + 2] + wide{a[i + 3]} * b[i + 3]));
    for (; i < n; ++i) sum = add(sum, divided(wide{a[i]} * b[i]));
    return divided(wide{sum} * square_);
  }

 private:
  [[nodiscard]] number below_twice(number a) const { return (std::min)(a, a - 2 * prime_); }  // a - 2 p is huge when a is less
  /// a / 2^64 modulo the prime, for a below 2^64 p.
  [[nodiscard]] number divided(wide a) const {
    auto const multiple = static_cast<std::uint64_t>(a) * inverse_;
    return static_cast<std::uint64_t>(a >> 64) + prime_ - static_cast<std::uint64_t>((wide{multiple} * prime_) >> 64);
  }

  std::uint64_t prime_;
  std::uint64_t inverse_ = 1;
  std::uint64_t square_ = 0;  ///< 2^128
};

/// Remainders, and one number z by which many are multiplied: its quotient by the prime is kept (Shoup).
class residues_times : public residues {
 public:
  residues_times(residues const& r, std::uint64_t z) : residues{r}, z_{z}, quotient_{static_cast<std::uint64_t>((wide{z} << 64) / r.prime())} {}
  /// a + z b
  [[nodiscard]] number add_times(number a, number b) const {
    return add(a, b * z_ - static_cast<std::uint64_t>((wide{b} * quotient_) >> 64) * prime());
  }

 private:
  std::uint64_t z_;
  std::uint64_t quotient_;
};

/// Is an odd number below 2^60 a prime? By the test of Miller and Rabin; these twelve bases leave no doubt below 2^64.
[[nodiscard]] inline bool is_prime(std::uint64_t odd) {
  residues const r{odd};
  auto const twos = std::countr_zero(odd - 1);
  for (std::uint64_t const base : {2u, 3u, 5u, 7u, 11u, 13u, 17u, 19u, 23u, 29u, 31u, 37u}) {
    auto x = r.least(r.power(base, (odd - 1) >> twos));
    bool passes = x == 1 || x == odd - 1;
    for (int k = 1; k < twos && !passes; ++k) passes = (x = r.least(r.multiply(x, x))) == odd - 1;
    if (!passes) return false;
  }
  return true;
}

/// The largest primes below 2^60, as many as tell apart all whole numbers below 2^bits.
class prime_system {
 public:
  explicit prime_system(std::size_t bits) {
    auto candidate = (std::uint64_t{1} << 60) - 1;
    for (auto left = primes_for(bits); left > 0; candidate -= 2)
      if (is_prime(candidate)) {
        moduli_.emplace_back(candidate);
        --left;
      }
    for (auto const& m : moduli_) {
      number product = 1;
      for (auto const& before : moduli_) {
        if (before.prime() == m.prime()) break;
        product = m.multiply(product, before.prime());
      }
      inverse_.push_back(m.inverse(product));
    }
  }
  /// Each of these primes is above 2^59.9.
  [[nodiscard]] static std::size_t primes_for(std::size_t bits) { return static_cast<std::size_t>(static_cast<double>(bits) / 59.9) + 1; }
  [[nodiscard]] std::vector<residues> const& moduli() const { return moduli_; }

  /// The number with these remainders, one a prime: by Garner's method, v0 + v1 p0 + v2 p0 p1 + ... in a type of which it
  /// is known that the number fits.
  template <class Whole>
  [[nodiscard]] Whole number_with(std::vector<std::uint64_t> const& remainders) const {
    std::vector<std::uint64_t> v;
    for (std::size_t j = 0; j < moduli_.size(); ++j) {
      auto const& m = moduli_[j];
      number known = 0;
      for (auto k = j; k-- > 0;) known = m.add(m.multiply(known, moduli_[k].prime()), v[k]);
      v.push_back(m.least(m.multiply(m.subtract(remainders[j], known), inverse_[j])));
    }
    Whole whole = 0;
    for (auto j = v.size(); j-- > 0;) whole = whole * moduli_[j].prime() + v[j];
    return whole;
  }

 private:
  using number = residues::number;

  std::vector<residues> moduli_;
  std::vector<number> inverse_;  ///< of the product of the primes before
};

/// The coefficients of the polynomial of degree below n that has these values at 0, 1, ... n - 1. Newton's way: differences,
/// divided by factorials, and then multiplied out. Cost: n^2.
[[nodiscard]] inline std::vector<std::uint64_t> coefficients(residues const& r, std::vector<std::uint64_t> values) {
  auto const n = values.size();
  for (std::size_t k = 1; k < n; ++k) {
    auto const divisor = r.inverse(k);
    for (auto i = n; i-- > k;) values[i] = r.multiply(r.subtract(values[i], values[i - 1]), divisor);
  }
  for (auto j = n; j-- > 1;)  // x - (j - 1) times what follows it
    for (auto i = j - 1; i + 1 < n; ++i) values[i] = r.subtract(values[i], r.multiply(values[i + 1], j - 1));
  return values;
}

}  // namespace codecision::power::detail
