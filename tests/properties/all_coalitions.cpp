// SPDX-License-Identifier: BSL-1.0
// All 134 217 728 coalitions of a council of 27.
#include "properties/coalitions.hpp"
#include "support/catch.hpp"

namespace cod = codecision;

namespace {

/// TEU 16(4) by the words of the Treaty, walked by changing one member at a time.
bool agrees_with_the_words_of_the_treaty(cod::test::all_verdicts const& verdicts, cod::electorate const& council) {
  auto const total = council.population_total();
  std::int64_t people = 0;
  std::uint64_t in_favour = 0;
  int members = 0;
  for (std::uint64_t step = 0;; ) {
    auto const enough_members = 100 * members >= 55 * 27 && members >= 15;
    auto const enough_people = 100 * people >= 65 * total;
    auto const block_is_too_small = 27 - members < 4;
    if (verdicts.wins(in_favour) != ((enough_members && enough_people) || block_is_too_small)) return false;
    if (++step == std::uint64_t{1} << 27) return true;
    auto const changed = std::countr_zero(step);
    auto const joins = (in_favour >> changed & 1) == 0;
    in_favour ^= std::uint64_t{1} << changed;
    members += joins ? 1 : -1;
    people += (joins ? 1 : -1) * council.population(verdicts.member(changed));
  }
}

}  // namespace

TEST_CASE("over all coalitions of 27 the qualified majority is monotone and proper, and the words of the Treaty give the same verdicts",
          "[properties][all_coalitions]") {
  for (int const year : {2020, 2024}) {
    auto const council = cod::council_of_year(year);
    REQUIRE(council.size() == 27);
    cod::test::all_verdicts const verdicts{cod::majority_test{cod::rules::qualified_majority(), council}, council};
    INFO(year);
    CHECK(verdicts.monotone());
    CHECK(verdicts.proper());
    CHECK(verdicts.winning() > 0);
    CHECK(agrees_with_the_words_of_the_treaty(verdicts, council));
  }
}

TEST_CASE("over all coalitions of 27 the reinforced majority is monotone and proper, and wins less often", "[properties][all_coalitions]") {
  auto const council = cod::council_of_year(2024);
  cod::test::all_verdicts const reinforced{cod::majority_test{cod::rules::reinforced_majority(), council}, council};
  CHECK(reinforced.monotone());
  CHECK(reinforced.proper());
  cod::test::all_verdicts const qualified{cod::majority_test{cod::rules::qualified_majority(), council}, council};
  CHECK(reinforced.winning() < qualified.winning());
}
