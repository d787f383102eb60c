// SPDX-License-Identifier: BSL-1.0
// Values from the literature and from independent programs, for the games that everybody computes first.
#include <codecision/codecision.hpp>
#include <codecision/power/banzhaf.hpp>
#include <codecision/power/shapley_shubik.hpp>

#include "support/catch.hpp"

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

TEST_CASE("EEC 1958, 12 of 17 votes: 14 coalitions win and Luxembourg is never decisive") {
  power::game const six{cod::rules::weighted(cod::regime::six), cod::council_on("1958-01-01"_date)};
  auto const b = power::banzhaf(six);
  CHECK(b.winning_coalitions() == 14);
  CHECK(six.winning_coalitions() == 14);
  for (auto const large : {"DE"_ms, "FR"_ms, "IT"_ms}) {
    CHECK(b.swings(large) == 10);
    CHECK(power::reduced(b.swings(large), b.swings()) == power::fraction{5, 21});
  }
  for (auto const middle : {"BE"_ms, "NL"_ms}) CHECK(power::reduced(b.swings(middle), b.swings()) == power::fraction{1, 7});
  CHECK(b.swings("LU"_ms) == 0);
  CHECK(power::shapley_shubik(six).exact("LU"_ms) == power::fraction{0, 1});
}

TEST_CASE("EEC 1958, not on a proposal of the Commission: four members are needed, 13 coalitions win, Luxembourg swings once") {
  power::game const six{cod::rules::weighted(cod::regime::six, cod::proposer::none), cod::council_on("1958-01-01"_date)};
  auto const b = power::banzhaf(six);
  CHECK(b.winning_coalitions() == 13);
  for (auto const large : {"DE"_ms, "FR"_ms, "IT"_ms}) CHECK(b.swings(large) == 9);
  for (auto const middle : {"BE"_ms, "NL"_ms}) CHECK(b.swings(middle) == 7);
  CHECK(b.swings("LU"_ms) == 1);
}

TEST_CASE("The fifteen, 62 of 87 votes: 2549 coalitions win") {
  CHECK(power::game{cod::rules::weighted(cod::regime::fifteen), cod::council_on("1995-01-01"_date)}.winning_coalitions() == 2549);
}

TEST_CASE("Nice with 27 members, votes only: 2 718 774 coalitions win, Germany swings in 2 193 664") {
  auto const council = cod::council_on("2012-01-01"_date);
  std::vector<std::int64_t> votes;
  std::vector<std::string> names;
  for (auto const m : council.members()) {
    votes.push_back(council.votes(m));
    names.emplace_back(cod::code(m));
  }
  power::weighted_game const nice{255, votes, names};
  auto const b = power::banzhaf(nice);
  CHECK(b.winning_coalitions() == 2'718'774);
  CHECK(b.swings("DE"_ms) == 2'193'664);
  CHECK(b.swings("DE") == b.swings("UK"));
}

TEST_CASE("UN Security Council [39; 7x5, 1x10]: 848 coalitions win, an elected member has 4/2145 of the power") {
  power::weighted_game const council{39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}};
  CHECK(power::banzhaf(council).winning_coalitions() == 848);
  auto const s = power::shapley_shubik(council);
  CHECK(s.exact(0) == power::fraction{421, 2145});
  for (int elected = 5; elected < 15; ++elected) CHECK(s.exact(elected) == power::fraction{4, 2145});
}

TEST_CASE("The current rule, 27 members in persons: what an independent count of all 2^27 coalitions found") {
  // Counted by an independent program over all coalitions: 17 752 555 win, and Germany swings in 14 199 495.
  power::game const today{cod::rules::qualified_majority(), cod::council_on("2024-06-20"_date)};
  auto const b = power::banzhaf(today);
  CHECK(b.winning_coalitions() == 17'752'555);
  CHECK(b.swings("DE"_ms) == 14'199'495);
}

namespace {
constexpr cod::electorate toy{{"DE"_ms, 83'000'000}, {"FR"_ms, 67'000'000}, {"IT"_ms, 59'000'000}, {"ES"_ms, 48'000'000}, {"MT"_ms, 500'000}};
constexpr power::game toy_game{cod::rules::participants_majority(), toy};
static_assert(power::banzhaf(toy_game).swings("DE"_ms) >= power::banzhaf(toy_game).swings("MT"_ms));
static_assert(power::shapley_shubik(toy_game).is_exact());
}  // namespace

TEST_CASE("What a constant expression counts is what the running program counts") {
  constexpr auto fixed = power::banzhaf(toy_game);
  auto const live = power::banzhaf(toy_game);
  for (auto const m : toy.members()) CHECK(fixed.swings(m) == live.swings(m));
}

TEST_CASE("With 62 equal players all swings fit into 64 bits; with 64 their sum does not, and it is said") {
  // 62 players, 32 needed: each swings when 31 of the 61 others are in favour, and 61 over 31 is 232 714 176 627 630 544.
  power::weighted_game const most{32, std::vector<std::int64_t>(62, 1)};
  CHECK(power::banzhaf(most).swings(61) == 232'714'176'627'630'544);
  power::weighted_game const too_many{33, std::vector<std::int64_t>(64, 1)};
  CHECK_THROWS_WITH(power::banzhaf(too_many), cod::test::contains("COD-P703"));
}

TEST_CASE("A player that is not in the game is an error that names those who are") {
  power::game const six{cod::rules::weighted(cod::regime::six), cod::council_on("1958-01-01"_date)};
  auto const b = power::banzhaf(six);
  CHECK_THROWS_AS(b.swings("ES"_ms), cod::error);
  CHECK_THROWS_AS(b.swings(6), cod::error);
  CHECK_THROWS_AS(b.swings("Atlantis"), cod::error);
}
