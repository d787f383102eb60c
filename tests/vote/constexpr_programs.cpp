// SPDX-License-Identifier: BSL-1.0
// The library's answers as constants: the compiler counts the votes.
#include <codecision/codecision.hpp>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

// ----- the programs of the documentation -----
constexpr auto council = cod::council_of_year(2020);
constexpr auto rule = cod::rules::qualified_majority();
static_assert(rule.members_needed(council.size()) == 15);
static_assert(cod::evaluate(rule, cod::ballot{council}.against("DE FR IT"_members).others(cod::vote::in_favour)).adopted());  // deemed attained
static_assert(!cod::evaluate(rule, cod::ballot{council}.against("DE FR IT MT"_members).others(cod::vote::in_favour)).adopted());

constexpr auto toy = cod::electorate{{"DE"_ms, 83'000'000}, {"FR"_ms, 67'000'000}, {"IT"_ms, 59'000'000}, {"ES"_ms, 48'000'000}, {"MT"_ms, 500'000}};
static_assert(toy.size() == 5 && toy.population_total() == 257'500'000);

constexpr auto june_2014 = "2014-06-01"_date;
constexpr auto then = cod::council_on(june_2014);
constexpr auto rule_then = cod::catalogue(cod::legal_basis{"TFEU 114"}, cod::proposer::commission, june_2014);
constexpr auto votes_then = cod::ballot{then}.against("DE FR UK EE"_members).others(cod::vote::in_favour);
static_assert(cod::evaluate(rule_then, votes_then).adopted());
static_assert(!cod::evaluate(rule_then, votes_then, cod::request::population_check).adopted());

// ----- who votes -----
constexpr auto eurozone = council.only(cod::participation::euro_area);
static_assert(eurozone.size() == 19);
static_assert(cod::fewest_blocking_members(cod::rules::participants_majority(), eurozone).members == 3);
constexpr auto inner = council.without("DK IE"_members);
static_assert(inner.size() == 25 && cod::rules::participants_majority().members_needed(inner.size()) == 14);
static_assert(cod::council_of_year(2024).with("UA"_ms, 33'000'000).size() == 28);

// ----- what is needed -----
static_assert(cod::population_needed(rule, council) == 290'855'937);
static_assert(cod::fewest_blocking_members(rule, council).members == 4);
static_assert(cod::votes_needed(rule_then, then) == 260);

// ----- outcomes, with everything they know -----
constexpr auto blocked = cod::evaluate(rule, cod::ballot{council}.against("DE FR IT MT"_members).others(cod::vote::in_favour));
static_assert(blocked.blocking_minority().members == "DE FR IT MT"_members && blocked.blocking_minority().suffices);
static_assert(blocked.criteria()[0].margin() == 8 && blocked.criteria()[1].margin() < 0);
static_assert(blocked.certain() && !blocked.deemed_attained());
static_assert(blocked.in_favour().size() == 23 && blocked.quorum().met());

constexpr auto council_of_2025 = cod::council_of_year(2025);
constexpr auto mandate = cod::evaluate(rule, cod::ballot{council_of_2025}.against("CZ NL PL SK"_members).abstaining("IT"_members).others(cod::vote::in_favour));
static_assert(mandate.adopted() && mandate.certain());
static_assert(mandate.population_in_favour() == cod::figure{7081, cod::unit::hundredths_of_a_percent, cod::grade::percent});

constexpr auto unanimous = cod::evaluate(cod::rules::unanimity(), cod::ballot{council}.abstaining("HU"_members).others(cod::vote::in_favour));
static_assert(unanimous.adopted());
constexpr auto stopped = cod::evaluate(cod::rules::constructive_abstention(),
                                       cod::ballot{council}.abstaining_formally("DE FR IT EE CY LV LU MT SI"_members).others(cod::vote::in_favour));
static_assert(!stopped.adopted());
constexpr auto by_proxy = cod::evaluate(rule, cod::ballot{council}.others(cod::vote::in_favour).represented("MT"_ms, "IT"_ms));
static_assert(by_proxy.quorum().have == 26);

// ----- flips -----
constexpr auto flips = cod::smallest_flips(blocked);
static_assert(flips.count() == 4 && flips.smallest() == 1);
static_assert((*flips.begin()).members == "DE"_members && (*flips.begin()).to == cod::vote::in_favour);
constexpr auto toy_outcome = cod::evaluate(cod::rules::participants_majority(), cod::ballot{toy}.against("DE FR MT"_members).others(cod::vote::in_favour));
static_assert(!toy_outcome.adopted());
static_assert(cod::flips_of_at_most(toy_outcome, 2).count() == 3);  // any of the three: the other two are no block
static_assert(cod::outcome_after(blocked, *flips.begin()).adopted());

// ----- the bare verdict, prepared -----
constexpr cod::majority_test wins{cod::rules::simple_majority(), council};
static_assert(wins("BE BG CZ DK DE EE IE EL ES FR HR IT CY LV"_members) && !wins("DE FR"_members));

// ----- the compromises, and Parliament -----
static_assert(cod::ioannina(cod::evaluate(rule, cod::ballot{council}.against("DE HU"_members).others(cod::vote::in_favour))).triggered);
static_assert(cod::evaluate(cod::rules::majority_of_component_members(), {361, 300, 59, 720}).carried);
static_assert(!cod::evaluate(cod::rules::majority_of_votes_cast(), {300, 300, 0, 720}).carried);

// ----- the catalogue -----
constexpr auto day = "2024-06-01"_date;
static_assert(cod::catalogue({"TFEU 88"}, cod::proposer::commission, day).participants().size() == 25);
static_assert(cod::catalogue({"TFEU 113"}, cod::proposer::commission, day).members_needed(27) == 27);
static_assert(cod::catalogue({"EEC 148(2)"}, cod::proposer::commission, "1965-07-01"_date).weights() == cod::regime::six);

TEST_CASE("the programs above were run by the compiler", "[vote][constexpr]") { SUCCEED("this file compiled"); }

TEST_CASE("a constant and the same question at run time have one answer", "[vote][constexpr]") {
  auto const year = 2020 + (council.size() - 27);  // not a constant expression for the optimiser's eyes only
  auto const again = cod::council_of_year(year);
  CHECK(again.population_total() == council.population_total());
  auto const outcome = cod::evaluate(rule, cod::ballot{again}.against("DE FR IT MT"_members).others(cod::vote::in_favour));
  CHECK(outcome.adopted() == blocked.adopted());
  CHECK(outcome.criteria()[1].have == blocked.criteria()[1].have);
  CHECK(cod::smallest_flips(outcome).count() == flips.count());
}
