// SPDX-License-Identifier: BSL-1.0
// Sweeps: rows in the order of their numbers and sums that do not depend on threads, chunks or on who comes first.
#include <codecision/power/threads.hpp>
#include <codecision/simulate/sweep.hpp>

#include "support/catch.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace power = codecision::power;
namespace simulate = codecision::simulate;
namespace test = codecision::test;

namespace {

/// The last job first.
struct backwards {
  template <class F>
  void operator()(std::size_t jobs, F f) const {
    while (jobs-- > 0) f(jobs);
  }
};

void square(std::uint64_t job, std::string& row) { row += std::to_string(job) + "," + std::to_string(job * job) + "\n"; }

std::string squares(std::uint64_t from, std::uint64_t to) {
  std::string all;
  for (auto n = from; n < to; ++n) square(n, all);
  return all;
}

template <class Run = power::one_after_the_other>
std::string listed(simulate::sweep const& s, Run const& run = {}) {
  simulate::rows_in_memory rows;
  simulate::list(s, square, rows, run);
  return rows.text();
}

}  // namespace

TEST_CASE("a sweep is cut into chunks that cover each job once", "[sweep]") {
  for (std::uint64_t const jobs : {0u, 1u, 9u, 10u, 11u, 1000u})
    for (std::uint64_t const chunk : {1u, 2u, 10u, 1000u, 1001u}) {
      simulate::sweep const s{"jobs", jobs, chunk};
      std::uint64_t next = 0;
      for (std::uint64_t c = 0; c < s.chunks(); ++c) {
        CHECK(s.first(c) == next);
        CHECK(s.last(c) > s.first(c));
        CHECK(s.last(c) - s.first(c) <= chunk);
        next = s.last(c);
      }
      CHECK(next == jobs);
    }
}

TEST_CASE("a sweep of 2^64 - 1 jobs still has a last chunk", "[sweep]") {
  simulate::sweep const s{"", ~std::uint64_t{0}, 1000};
  CHECK(s.last(s.chunks() - 1) == ~std::uint64_t{0});
}

TEST_CASE("rows come out in the order of their numbers, whatever runs first", "[sweep]") {
  auto const wanted = squares(0, 3000);
  for (std::uint64_t const chunk : {1u, 7u, 256u, 5000u}) {  // 3000 chunks of one job are more than the window holds
    simulate::sweep const s{"squares", 3000, chunk};
    CHECK(listed(s) == wanted);
    CHECK(listed(s, backwards{}) == wanted);
    for (unsigned const threads : {1u, 2u, 3u, 8u}) CHECK(listed(s, power::threads{threads}) == wanted);
  }
}

TEST_CASE("a sweep without jobs has no rows", "[sweep]") {
  CHECK(listed({"nothing", 0, 5}).empty());
  CHECK(listed({"nothing", 0, 5}, power::threads{3}).empty());
}

TEST_CASE("a sweep goes on after the chunks that the sink has", "[sweep]") {
  simulate::sweep const s{"squares", 100, 10};
  for (std::size_t done = 0; done <= 10; ++done) {
    simulate::rows_in_memory rows;
    for (std::size_t c = 0; c < done; ++c) rows.put("");
    simulate::list(s, square, rows, power::threads{2});
    CHECK(rows.text() == squares(10 * done, 100));
    CHECK(rows.chunks() == 10);
  }
}

TEST_CASE("what was found before the first job that failed is in the sink, and the error comes out", "[sweep]") {
  simulate::sweep const s{"squares", 100, 10};
  auto const fails_at_42 = [](std::uint64_t job, std::string& row) {
    if (job == 42) throw std::runtime_error{"job 42"};
    square(job, row);
  };
  for (unsigned const threads : {1u, 2u, 5u}) {
    simulate::rows_in_memory rows;
    CHECK_THROWS_WITH(simulate::list(s, fails_at_42, rows, power::threads{threads}), "job 42");
    CHECK(rows.text() == squares(0, 10 * rows.chunks()));
    CHECK(rows.chunks() <= 4);
  }
}

TEST_CASE("sums do not depend on threads, on chunks or on the order", "[sweep]") {
  auto const remainders = [](std::uint64_t job, std::string& row) {
    simulate::append_count(row, job % 3, job);
    simulate::append_count(row, 3, 1);
  };
  std::vector<std::uint64_t> const wanted{3 * (332 * 333 / 2), 3 * (332 * 333 / 2) + 333, 3 * (332 * 333 / 2) + 2 * 333, 999};  // 0 to 998, by remainder
  for (std::uint64_t const chunk : {1u, 10u, 2000u}) {
    simulate::sweep const s{"remainders", 999, chunk};
    CHECK(simulate::add_up(s, 4, remainders) == wanted);
    CHECK(simulate::add_up(s, 4, remainders, backwards{}) == wanted);
    CHECK(simulate::add_up(s, 4, remainders, power::threads{3}) == wanted);
  }
}

TEST_CASE("the largest count is added, and rows that are no counts are refused", "[sweep]") {
  simulate::sums s{2};
  std::string row;
  simulate::append_count(row, 1, ~std::uint64_t{0});
  s.put(row);
  CHECK(s.counts() == std::vector<std::uint64_t>{0, ~std::uint64_t{0}});
  for (char const* const bad : {"2 1\n", "x 1\n", "0 x\n", "0\n", "0 1 2\n", " 0 1\n", "0 -1\n", "0 99999999999999999999\n"})
    CHECK_THROWS_WITH(s.put(bad), test::starts_with("[COD-F005]") && test::contains("2 cells"));
}

TEST_CASE("a chunk has one job to 2^20", "[sweep]") {
  CHECK_THROWS_WITH((simulate::sweep{"", 10, 0}), test::starts_with("[COD-F005]"));
  CHECK_NOTHROW(simulate::sweep{"", 10, 1});
  CHECK_NOTHROW(simulate::sweep{"", 10, 1u << 20u});
  CHECK_THROWS_WITH((simulate::sweep{"", 10, (1u << 20u) + 1}), test::starts_with("[COD-F005]"));
}

TEST_CASE("fingerprints are those of FNV-1a with 64 bits", "[sweep]") {
  // the reference implementation's vectors, www.isthe.com/chongo/src/fnv/test_fnv.c
  STATIC_REQUIRE(simulate::fingerprint{""}.value() == 0xcbf29ce484222325u);
  STATIC_REQUIRE(simulate::fingerprint{"a"}.value() == 0xaf63dc4c8601ec8cu);
  STATIC_REQUIRE(simulate::fingerprint{"foobar"}.value() == 0x85944171f73967e8u);
  auto begun = simulate::fingerprint{"foo"};
  auto resumed = simulate::fingerprint::going_on_from(begun.value());
  resumed.add("bar");
  CHECK(resumed.value() == simulate::fingerprint{"foobar"}.value());
}
