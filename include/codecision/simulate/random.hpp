// SPDX-License-Identifier: BSL-1.0
// Where do random numbers come from that depend on their number only, and not on who draws them?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace codecision::simulate {

namespace detail {
__extension__ typedef unsigned __int128 product_of_words;

/// Both halves of a product of 64-bit numbers.
struct halves {
  std::uint64_t high, low;
};
[[nodiscard]] constexpr halves multiplied(std::uint64_t a, std::uint64_t b) {
  auto const product = static_cast<product_of_words>(a) * b;
  return {static_cast<std::uint64_t>(product >> 64u), static_cast<std::uint64_t>(product)};
}
}  // namespace detail

/// Four random words.
using random_block = std::array<std::uint64_t, 4>;

/// Philox-4x64-10 of Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3": a counter is turned into
/// four words under a key. Two counters never give the same block under the same key, and keys give unrelated blocks.
[[nodiscard, gnu::always_inline]] constexpr random_block philox(random_block counter, std::array<std::uint64_t, 2> key) {
  std::uint64_t a = counter[0], b = counter[1], c = counter[2], d = counter[3];
  for (int round = 0; round < 10; ++round) {
    auto const left = detail::multiplied(0xD2E7470EE14C6C93u, a);
    auto const right = detail::multiplied(0xCA5A826395121157u, c);
    a = right.high ^ b ^ key[0];
    b = right.low;
    c = left.high ^ d ^ key[1];
    d = left.low;
    key[0] += 0x9E3779B97F4A7C15u;  // the golden ratio, and the square root of three less one, in 64 bits
    key[1] += 0xBB67AE8584CAA73Bu;
  }
  return {a, b, c, d};
}

/// Random words that have numbers: word 17 of a seed is the same whenever and wherever it is asked for. A seed has 2^64 streams,
/// for questions that must not share their words; of each word there are further parts, for those who need more bits of it.
class random_words {
 public:
  /// The words of a seed; streams of one seed are independent of each other.
  constexpr explicit random_words(std::uint64_t seed, std::uint64_t stream = 0) : seed_{seed}, stream_{stream} {}

  /// One word, 64 fair bits. Cost: a few nanoseconds; for many in a row `fill` is four times cheaper.
  [[nodiscard]] constexpr std::uint64_t operator()(std::uint64_t number, std::uint64_t part = 0) const {
    return block(number / 4, part)[number % 4];
  }
  /// The words first, first + 1, ... , n of them.
  constexpr void fill(std::uint64_t first, std::uint64_t* out, std::size_t n) const {
    std::size_t i = 0;
    for (; i < n && (first + i) % 4 != 0; ++i) out[i] = (*this)(first + i);
    for (; i + 4 <= n; i += 4) {
      auto const four = block((first + i) / 4, 0);
      out[i] = four[0];
      out[i + 1] = four[1];
      out[i + 2] = four[2];
      out[i + 3] = four[3];
    }
    for (; i < n; ++i) out[i] = (*this)(first + i);
  }

  /// The seed.
  [[nodiscard]] constexpr std::uint64_t seed() const { return seed_; }
  /// The stream.
  [[nodiscard]] constexpr std::uint64_t stream() const { return stream_; }

 private:
  [[nodiscard, gnu::always_inline]] constexpr random_block block(std::uint64_t number, std::uint64_t part) const {
    return philox({number, stream_, part, 0}, {seed_, 0});
  }

  std::uint64_t seed_;
  std::uint64_t stream_;
};

/// A word as a number between 0 and 1, both excluded: one of 2^52, in the middle of its interval.
[[nodiscard]] constexpr double between_0_and_1(std::uint64_t word) { return (static_cast<double>(word >> 12u) + 0.5) * 0x1p-52; }

}  // namespace codecision::simulate
