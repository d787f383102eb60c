// SPDX-License-Identifier: BSL-1.0
// The thirteen sizes of a council, and how many members each share of them is.
#include "cases/vectors.hpp"

namespace cod = codecision;

TEST_CASE("in councils of 6 to 28 members every share comes to the number computed by hand", "[cases][members_needed]") {
  for (auto const& v : cod::test::vectors("members_needed.json", 13)) {
    REQUIRE(cod::test::has_shape(v, {"n", "qm55", "qm_16_4_all_members", "qm72", "simple", "two_thirds", "four_fifths", "quarter", "third"}));
    auto const n = v["n"].get<int>();
    INFO(n);
    CHECK(cod::rules::participants_majority().members_needed(n) == v["qm55"].get<int>());
    CHECK(cod::rules::reinforced_majority().members_needed(n) == v["qm72"].get<int>());
    CHECK(cod::rules::reinforced_participants_majority().members_needed(n) == v["qm72"].get<int>());
    CHECK(cod::rules::simple_majority().members_needed(n) == v["simple"].get<int>());
    CHECK(cod::rules::four_fifths_majority().members_needed(n) == v["four_fifths"].get<int>());
    CHECK(cod::rules::unanimity().members_needed(n) == n);
    CHECK(cod::smallest_at_least({2, 3}, n) == v["two_thirds"].get<int>());
    CHECK(cod::smallest_at_least({1, 4}, n) == v["quarter"].get<int>());
    CHECK(cod::smallest_at_least({1, 3}, n) == v["third"].get<int>());
    // TEU 16(4) has a number only for councils of all members that the Union had or could have since November 2014.
    if (!v["qm_16_4_all_members"].is_null()) {
      CHECK(cod::rules::qualified_majority().members_needed(n) == v["qm_16_4_all_members"].get<int>());
    } else {
      CHECK(n < 26);
    }
  }
}

TEST_CASE("two thirds is also what the Nice rules ask off a Commission proposal", "[cases][members_needed]") {
  auto const rule = cod::rules::weighted(cod::regime::twenty_eight_nice, cod::proposer::none);
  for (auto const& v : cod::test::vectors("members_needed.json", 13)) CHECK(rule.members_needed(v["n"].get<int>()) == v["two_thirds"].get<int>());
}
