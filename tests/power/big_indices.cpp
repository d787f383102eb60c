// SPDX-License-Identifier: BSL-1.0
// The indices that follow from swings, for more players than 64 bits can count.
#include <codecision/power/big/counting_indices.hpp>
#include <codecision/power/coleman.hpp>
#include <codecision/power/inclusiveness.hpp>
#include <codecision/power/nevison.hpp>
#include <codecision/power/public_help.hpp>
#include <codecision/power/rae.hpp>

#include "support/catch.hpp"

#include <cstdint>
#include <vector>

namespace power = codecision::power;
namespace big = codecision::power::big;
using big::cpp_int;
using big::cpp_rational;

namespace {
cpp_rational of(power::fraction f) { return {f.numerator, f.denominator}; }

/// n players, the first with three votes and all others with one, and half of the votes and one more as quota.
power::weighted_game one_of_three_among(std::size_t n) {
  std::vector<std::int64_t> weights(n, 1);
  weights[0] = 3;
  return {static_cast<std::int64_t>(n + 2) / 2 + 1, weights};
}
}  // namespace

TEST_CASE("Indices in numbers of any length are those in 64 bits where these suffice") {
  power::weighted_game const council{39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}};  // the UN Security Council
  auto const b = big::banzhaf(council);
  CHECK(big::coleman_power_to_act(b) == cpp_rational{848, 32768});
  for (std::size_t i : {0u, 14u}) {
    CHECK(big::coleman_power_to_prevent(b).exact(i) == of(power::coleman_power_to_prevent(council).exact(i)));
    CHECK(big::coleman_power_to_initiate(b).exact(i) == of(power::coleman_power_to_initiate(council).exact(i)));
    CHECK(big::rae(b).exact(i) == of(power::rae(council).exact(i)));
    CHECK(big::inclusiveness(b).exact(i) == of(power::inclusiveness(council).exact(i)));
    CHECK(big::nevison(b).exact(i) == of(power::nevison(council).exact(i)));
    CHECK(big::public_help(b).exact(i) == of(power::public_help(council).exact(i)));
  }
  CHECK(big::coleman_power_to_prevent(b).value(0) == 1);  // a veto
}

TEST_CASE("With 201 players the identities between the indices hold exactly") {
  auto const g = one_of_three_among(201);
  auto const b = big::banzhaf(g);
  auto const all = cpp_int{1} << 201;
  auto const prevent = big::coleman_power_to_prevent(b), initiate = big::coleman_power_to_initiate(b), rae = big::rae(b);
  CHECK(big::coleman_power_to_act(b) == cpp_rational{1, 2});  // 102 of 203 votes: of a coalition and its complement one wins
  for (std::size_t i : {0u, 1u, 200u}) {
    CHECK(rae.exact(i) == cpp_rational{1, 2} + cpp_rational{b.swings(i), all});  // Rae is 1/2 and half of absolute Banzhaf
    // The harmonic mean of Coleman's two indices is the absolute Banzhaf index.
    auto const harmonic = 2 / (1 / prevent.exact(i) + 1 / initiate.exact(i));
    CHECK(cpp_rational{harmonic} == cpp_rational{b.swings(i), all / 2});
    CHECK(big::nevison(b).exact(i) == big::coleman_power_to_act(b) + cpp_rational{b.swings(i), all});
    CHECK(big::inclusiveness(b).exact(i) == cpp_rational{1, 2} + prevent.exact(i) / 2);
  }
  cpp_rational help = 0;
  for (std::size_t i = 0; i < b.size(); ++i) help += big::public_help(b).exact(i);
  CHECK(help == 1);
  CHECK(prevent.value(0) > 2 * prevent.value(1));
}
