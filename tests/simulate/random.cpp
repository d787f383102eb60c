// SPDX-License-Identifier: BSL-1.0
#include <codecision/simulate/random.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace sim = codecision::simulate;

TEST_CASE("The generator is Philox-4x64-10: the known answers that its authors publish (Random123, kat_vectors)") {
  STATIC_REQUIRE(sim::philox({0, 0, 0, 0}, {0, 0}) ==
                 sim::random_block{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b});
  constexpr auto ones = ~std::uint64_t{0};
  STATIC_REQUIRE(sim::philox({ones, ones, ones, ones}, {ones, ones}) ==
                 sim::random_block{0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0});
  STATIC_REQUIRE(sim::philox({0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89}, {0x452821e638d01377, 0xbe5466cf34e90c6c}) ==
                 sim::random_block{0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6});
}

TEST_CASE("A random word is the same whether it is asked for alone or in a row, wherever the row begins") {
  sim::random_words const words{7, 3};
  for (std::uint64_t first = 0; first < 9; ++first)
    for (std::size_t n = 0; n < 13; ++n) {
      std::vector<std::uint64_t> row(n + 1, 42);
      words.fill(first, row.data(), n);
      for (std::size_t i = 0; i < n; ++i) CHECK(row[i] == words(first + i));
      CHECK(row[n] == 42);  // nothing is written behind
    }
}

TEST_CASE("The words of different seeds, streams and parts have nothing in common") {
  std::vector<std::uint64_t> seen;
  auto const keep = [&](sim::random_words const& words, std::uint64_t part) {
    for (std::uint64_t n = 0; n < 500; ++n) seen.push_back(words(n, part));
  };
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    for (std::uint64_t stream = 0; stream < 5; ++stream)
      for (std::uint64_t part = 0; part < 3; ++part) keep(sim::random_words{seed, stream}, part);
  std::sort(seen.begin(), seen.end());  // 150 000 fair words are all different but with a chance of one in 10^9
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

TEST_CASE("Each of the 64 bits is set in half of the words, and neighbouring words differ in half of their bits") {
  sim::random_words const words{2026};
  constexpr int n = 40'000;
  int set[64] = {}, changed[64] = {};
  for (std::uint64_t i = 0; i < n; ++i) {
    auto const a = words(i), b = words(i + 1);
    for (std::uint64_t bit = 0; bit < 64; ++bit) {
      set[bit] += static_cast<int>(a >> bit & 1);
      changed[bit] += static_cast<int>((a ^ b) >> bit & 1);
    }
  }
  for (int bit = 0; bit < 64; ++bit) {  // the standard deviation is 100
    CHECK(std::abs(set[bit] - n / 2) < 450);
    CHECK(std::abs(changed[bit] - n / 2) < 450);
  }
}

TEST_CASE("Nine bits fall on each of 512 numbers equally often: chi-squared of 511 degrees of freedom") {
  sim::random_words const words{1};
  for (unsigned const shift : {0u, 21u, 42u, 55u}) {
    std::vector<double> hits(512);
    constexpr int n = 51'200;
    for (std::uint64_t i = 0; i < n; ++i) ++hits[words(i) >> shift & 511];
    double chi_squared = 0;
    for (auto const h : hits) chi_squared += (h - 100) * (h - 100) / 100;
    CHECK(std::abs(chi_squared - 511) < 4 * std::sqrt(2 * 511.0));
  }
}

TEST_CASE("A word becomes a number between 0 and 1 that is never one of them") {
  STATIC_REQUIRE(sim::between_0_and_1(0) > 0);
  STATIC_REQUIRE(sim::between_0_and_1(~std::uint64_t{0}) < 1);
  STATIC_REQUIRE(sim::between_0_and_1(std::uint64_t{1} << 63) > 0.5);
  STATIC_REQUIRE(sim::between_0_and_1((std::uint64_t{1} << 63) - 1) < 0.5);
}
