// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
constexpr cod::electorate five{{"DE"_ms, 83'000'000}, {"FR"_ms, 67'000'000}, {"IT"_ms, 59'000'000}, {"ES"_ms, 48'000'000}, {"MT"_ms, 500'000}};
cod::error_code code_of(cod::error const& e) { return e.code(); }
}  // namespace

static_assert(five.size() == 5);
static_assert(five.population_total() == 257'500'000);
static_assert(five.population("DE MT"_members) == 83'500'000);

TEST_CASE("a toy electorate is its members and their people, and nobody else is missing from it", "[council][electorate]") {
  CHECK(five.members() == "DE ES FR IT MT"_members);
  CHECK(five.not_taking_part().empty());
  CHECK_FALSE(five.day());
  CHECK(five.quality("DE"_ms) == cod::grade::given);
  CHECK(five.figures().year == 0);
}

TEST_CASE("the people of any set of members are the sum over its members", "[council][electorate]") {
  auto const council = cod::council_of_year(2024);
  for (std::uint64_t bits = 1; bits < (std::uint64_t{1} << 27); bits = bits * 5 + 3) {
    auto const set = cod::member_set::from_bits(bits) & council.members();
    std::int64_t sum = 0;
    for (auto const m : set) sum += council.population(m);
    CHECK(council.population(set) == sum);
  }
  CHECK(council.population(council.members()) == council.population_total());
  CHECK(council.population(cod::member_set{}) == 0);
}

TEST_CASE("leaving members out takes them from the members, the people and the votes, and remembers who they are", "[council][electorate]") {
  auto const all = cod::council_on("2014-06-01"_date);
  auto const without = all.without("DK IE UK"_members);
  CHECK(without.size() == 25);
  CHECK(without.not_taking_part() == "DK IE UK"_members);
  CHECK(without.population_total() == all.population_total() - all.population("DK IE UK"_members));
  CHECK(without.votes(without.members()) == 352 - 7 - 7 - 29);
  CHECK(without.votes_of_all() == 352);
  CHECK(without.without("BE"_members).not_taking_part() == "BE DK IE UK"_members);
  CHECK(all.only("DE FR"_members).members() == "DE FR"_members);
}

TEST_CASE("only members can be left out or kept", "[council][electorate]") {
  auto const council = cod::council_of_year(2024);
  CHECK(code_of(cod::test::caught([&] { static_cast<void>(council.without("UK"_members)); })) == cod::error_code::not_a_member);
  CHECK(code_of(cod::test::caught([&] { static_cast<void>(council.only("DE UA"_members)); })) == cod::error_code::not_a_member);
}

TEST_CASE("an enlargement can be tried: with Ukraine there are 28 members, and persons stay persons", "[council][electorate]") {
  auto const council = cod::council_of_year(2024).with("UA"_ms, 33'000'000);
  CHECK(council.size() == 28);
  CHECK(council.population("UA"_ms) == 33'000'000);
  CHECK(council.population_total() == cod::council_of_year(2024).population_total() + 33'000'000);
  CHECK(council.quality("UA"_ms) == cod::grade::given);
}

TEST_CASE("in a table of percentages persons are turned into hundredths through the printed total: 33 000 000 of 451 028 881 are 7.32 percent",
          "[council][electorate]") {
  auto const council = cod::council_of_year(2025).with("UA"_ms, 33'000'000);
  CHECK(council.population("UA"_ms) == 732);
  CHECK(council.population_total() == 10'001 + 732);
  CHECK(council.population_figure("UA"_members).counted_in == cod::unit::hundredths_of_a_percent);
  CHECK(council.population_figure(council.members()).quality == cod::grade::given);  // the grade of the sum drops
  CHECK(council.population_figure(council.members() - "UA"_members).quality == cod::grade::percent);
}

TEST_CASE("a member stands in an electorate once, with a population of at least one", "[council][electorate]") {
  CHECK(code_of(cod::test::caught([] { static_cast<void>(cod::electorate{{"DE"_ms, 1}, {"DE"_ms, 2}}); })) == cod::error_code::member_twice);
  CHECK(code_of(cod::test::caught([] { static_cast<void>(five.with("MT"_ms, 1)); })) == cod::error_code::member_twice);
  for (auto const persons : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{10'000'000'001}, cod::largest_figure})
    CHECK(code_of(cod::test::caught([&] { static_cast<void>(five.with("UA"_ms, persons)); })) == cod::error_code::bad_figure);
}

TEST_CASE("figures of one's own replace those of the day: one for each member and for nobody else", "[council][electorate]") {
  auto const six = cod::council_on("1965-07-01"_date);
  auto const with_figures =
      six.with_figures({{"BE"_ms, 9}, {"DE"_ms, 59}, {"FR"_ms, 49}, {"IT"_ms, 52}, {"LU"_ms, 1}, {"NL"_ms, 12}});
  CHECK(with_figures.has_population());
  CHECK(with_figures.population_total() == 182);
  CHECK(with_figures.votes(with_figures.members()) == 17);  // the votes stay
  CHECK(code_of(cod::test::caught([&] { static_cast<void>(six.with_figures({{"BE"_ms, 9}})); })) == cod::error_code::no_population_figures);
  CHECK(code_of(cod::test::caught([&] { static_cast<void>(six.with_figures({{"UK"_ms, 9}})); })) == cod::error_code::not_a_member);
  CHECK(code_of(cod::test::caught([&] { static_cast<void>(six.with_figures({{"BE"_ms, 9}, {"BE"_ms, 9}})); })) == cod::error_code::member_twice);
  CHECK(code_of(cod::test::caught([&] { static_cast<void>(six.with_figures({{"BE"_ms, 0}})); })) == cod::error_code::bad_figure);
}

TEST_CASE("weighted votes of one's own belong to no system of the past", "[council][electorate]") {
  auto const toy = five.with_votes({{"DE"_ms, 4}, {"FR"_ms, 4}, {"IT"_ms, 4}, {"ES"_ms, 3}, {"MT"_ms, 1}});
  CHECK(toy.has_votes());
  CHECK_FALSE(toy.weights());
  CHECK(toy.votes("DE MT"_members) == 5);
  CHECK(code_of(cod::test::caught([] { static_cast<void>(five.with_votes({{"BE"_ms, 1}})); })) == cod::error_code::not_a_member);
  for (int const votes : {0, -1, 30'001})
    CHECK(code_of(cod::test::caught([&] { static_cast<void>(five.with_votes({{"DE"_ms, votes}})); })) == cod::error_code::bad_figure);
}

TEST_CASE("members without figures are enough for unanimity, but nobody can join them with a population", "[council][electorate]") {
  auto const heads = cod::electorate::of("BE DE FR"_members);
  CHECK_FALSE(heads.has_population());
  CHECK(heads.size() == 3);
  CHECK(code_of(cod::test::caught([&] { static_cast<void>(heads.with("IT"_ms, 1)); })) == cod::error_code::no_population_figures);
}

TEST_CASE("who takes part by an arrangement of the Treaties depends on the day, so a toy cannot say", "[council][electorate]") {
  auto const e = cod::test::caught([] { static_cast<void>(five.only(cod::participation::euro_area)); });
  CHECK(e.code() == cod::error_code::no_membership);
  CHECK_THAT(e.advice(), cod::test::contains("council_on"));
}

TEST_CASE("the largest populations that are allowed are counted without overflow, in every table", "[council][electorate]") {
  for (int const year : {2020, 2023, 2024, 2025}) {
    auto council = cod::council_of_year(year);
    for (auto const m : "UA TR RS GE AL BA MD ME MK XK"_members) council = council.with(m, 10'000'000'000);
    auto const outcome = cod::evaluate(cod::rules::qualified_majority(), cod::ballot{council}.against("UA TR RS GE"_members).others(cod::vote::in_favour));
    INFO(year);
    CHECK_FALSE(outcome.adopted());  // 40 of more than 100 thousand million
    CHECK(outcome.certain());
    CHECK_THAT(cod::explain(outcome).text, cod::test::contains("not adopted"));
  }
}

TEST_CASE("a population that rounds to 0.00 percent cannot join figures in hundredths of a percent", "[council][electorate]") {
  auto const council = cod::council_on("2025-11-26"_date);  // half a hundredth of a percent of 451 028 881 is 22 551.4 persons
  CHECK(code_of(cod::test::caught([&] { (void)council.with("XK"_ms, 22'551); })) == cod::error_code::bad_figure);
  CHECK(council.with("XK"_ms, 22'552).population("XK"_ms) == 1);
}
