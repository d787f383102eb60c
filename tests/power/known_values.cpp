// SPDX-License-Identifier: BSL-1.0
// Values from the literature and from independent programs, for the games that everybody computes first.
#include <codecision/power.hpp>

#include "support/catch.hpp"

#include <limits>

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

TEST_CASE("With 101 equal players probabilities are given instead of swings") {
  power::weighted_game const g{51, std::vector<std::int64_t>(101, 1)};
  auto const b = power::banzhaf(g);
  CHECK_FALSE(b.is_exact());
  // 100 over 50, divided by 2^100
  auto expected = 1.0;
  for (int k = 1; k <= 50; ++k) expected *= (50.0 + k) / k / 4;
  CHECK(b.absolute(0) == cod::test::approx(expected));
  CHECK(b.normalised(0) == cod::test::approx(1.0 / 101));
  CHECK(b.swings(0) == 0);
}

TEST_CASE("A game of 64 players in which everybody wins, even nobody, is refused: 2^64 does not fit into 64 bits") {
  std::vector<std::int64_t> const ones(64, 1);
  power::simple_game const always{power::named_players{64}, {ones}, {{0, 0}}, {1}};
  CHECK_THROWS_WITH(always.winning_coalitions(), cod::test::contains("COD-P703"));
  power::simple_game const almost{power::named_players{64}, {ones}, {{0, 1}}, {1}};
  CHECK(almost.winning_coalitions() == ~std::uint64_t{0});  // all but the empty coalition: 2^64 - 1
}

TEST_CASE("Counts of another game are refused") {
  power::weighted_game const three{2, {1, 1, 1}}, two{2, {1, 1}};
  CHECK_THROWS_WITH(power::banzhaf(two, power::count_coalitions(three)), cod::test::contains("COD-P705"));
  CHECK_THROWS_WITH(power::shapley_shubik(three, power::count_coalitions(two)), cod::test::contains("COD-P705"));
}

TEST_CASE("Positions beyond the last player count for nothing, and beyond 63 there are none") {
  power::weighted_game const three{2, {1, 1, 1}};
  CHECK(three.wins(power::coalition::from_bits(1u << 20 | 3u)));
  CHECK_FALSE(three.wins(power::coalition::from_bits(1u << 20 | 1u)));
  CHECK_FALSE(three.simple().wins(power::coalition::from_bits(1u << 20 | 1u)));
  power::coalition who;
  CHECK_FALSE(who.contains(std::size_t{64}));
  CHECK_THROWS_WITH(who.insert(64), cod::test::contains("COD-P705"));
}

TEST_CASE("A quota below every sum always holds, and one above never does, however far away it is") {
  auto const far = (std::numeric_limits<std::int64_t>::max)();
  power::simple_game const always{power::named_players{2}, {{1, 1}}, {{0, -far - 1}}, {1}};
  CHECK(always.winning_coalitions() == 4);
  power::simple_game const never{power::named_players{2}, {{1, 1}}, {{0, far}}, {1}};
  CHECK(never.winning_coalitions() == 0);
}

TEST_CASE("Two players of one name are an error, because a value is asked for by name") {
  CHECK_THROWS_WITH((power::weighted_game{2, {1, 1, 1}, {"a", "b", "a"}}), cod::test::contains("'a'"));
}

TEST_CASE("The parts of a game must fit together") {
  power::named_players const two{2};
  CHECK_THROWS_WITH((power::simple_game{two, {{1, 1, 1}}, {{0, 2}}, {1}}), cod::test::contains("3 weights for 2 players"));
  CHECK_THROWS_WITH((power::simple_game{two, {{1, 1}}, {{1, 2}}, {1}}), cod::test::contains("dimension 1"));
  CHECK_THROWS_WITH((power::simple_game{two, {{1, 1}}, {{0, 2}}, {2}}), cod::test::contains("a term names"));
  CHECK_THROWS_WITH((power::simple_game{two, std::vector<std::vector<std::int64_t>>(65, {1, 1}), {{0, 2}}, {1}}), cod::test::contains("65 dimensions"));
}

TEST_CASE("Minimal coalitions of very many players are refused before a double overflows") {
  power::weighted_game const many{601, std::vector<std::int64_t>(1200, 1)};
  CHECK_THROWS_WITH(power::holler(many), cod::test::contains("COD-P703"));
  CHECK_THROWS_WITH(power::deegan_packel(many), cod::test::contains("COD-P703"));
  power::weighted_game const fewer{501, std::vector<std::int64_t>(1000, 1)};
  CHECK(power::holler(fewer).value(0) == cod::test::approx(1.0 / 1000).epsilon(1e-9));
}

TEST_CASE("A rule given as a function has the indices of minimal and critical coalitions of the same game with weights") {
  power::weighted_game const weights{5, {4, 2, 2, 1}};
  auto const rule = power::game_of(4, [&](power::coalition who) { return weights.wins(who); });
  CHECK(power::count_minimal(rule) == power::count_minimal(weights));
  CHECK(power::count_critical(rule) == power::count_critical(weights));
  CHECK(power::johnston(rule).exact(0) == power::johnston(weights).exact(0));
  CHECK_THROWS_WITH(power::count_coalitions(rule, {.by = power::engine::halves}), cod::test::contains("COD-P703"));
}

TEST_CASE("A player that is not in the game is an error that names those who are") {
  power::game const six{cod::rules::weighted(cod::regime::six), cod::council_on("1958-01-01"_date)};
  auto const b = power::banzhaf(six);
  CHECK_THROWS_AS(b.swings("ES"_ms), cod::error);
  CHECK_THROWS_AS(b.swings(6), cod::error);
  CHECK_THROWS_AS(b.swings("Atlantis"), cod::error);
}
