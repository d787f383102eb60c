// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>
#include <codecision/power/coalition_count.hpp>
#include <codecision/power/probability.hpp>
#include <codecision/power/threads.hpp>
#include <codecision/simulate/monte_carlo.hpp>

#include "properties/dice.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
namespace sim = codecision::simulate;
namespace test = codecision::test;
using namespace codecision::literals;

namespace {
auto const council = cod::council_of_year(2024);
auto const qualified = cod::rules::qualified_majority();

/// The probability that a game of few players is won, over all coalitions.
double by_brute_force(power::simple_game const& g, std::vector<double> const& p) {
  double won = 0;
  for (std::uint64_t who = 0; who < std::uint64_t{1} << g.size(); ++who) {
    if (!g.wins(power::coalition::from_bits(who))) continue;
    double chance = 1;
    for (std::size_t i = 0; i < g.size(); ++i) chance *= (who >> i & 1) != 0 ? p[i] : 1 - p[i];
    won += chance;
  }
  return won;
}
double binomial(int n, int k, double p) {
  return std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) + k * std::log(p) + (n - k) * std::log1p(-p));
}
/// A game with several dimensions and alternatives, of weights up to `largest`.
power::simple_game some_game(test::dice& dice, std::size_t players, std::size_t dimensions, std::int64_t largest) {
  std::vector<std::vector<std::int64_t>> weights(dimensions);
  std::vector<power::condition> conditions;
  for (std::size_t d = 0; d < dimensions; ++d) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < players; ++i) total += weights[d].emplace_back(dice.number(0, largest));
    for (int k = 0; k < 2; ++k) conditions.push_back({d, dice.number(total / 4, total * 3 / 4)});
  }
  std::vector<std::uint64_t> terms;
  for (int k = 0; k < 3; ++k) terms.push_back(static_cast<std::uint64_t>(dice.number(1, (std::int64_t{1} << conditions.size()) - 1)));
  return {power::named_players{players}, weights, conditions, terms};
}
/// The Community of 1958, with some probabilities.
auto const small = power::weighted_game{12, {4, 4, 4, 2, 2, 1}};
std::vector<double> const six_chances{0.9, 0.4, 0.6, 0.8, 0.3, 0.7};
}  // namespace

// ----- the table of patterns -----

TEST_CASE("Nine votes from a table: each pattern is as likely as the product of its members' probabilities") {
  std::vector<double> const p{0.5, 0.01, 0.99, 0.3, 1.0, 0.0, 0.123456789, 0.75, 1e-9};
  for (std::size_t n = 1; n <= 9; ++n) {
    sim::pattern_table const table{p.data(), n};
    std::uint64_t sum = 0;
    for (std::uint64_t pattern = 0; pattern < 512; ++pattern) {
      double product = pattern >> n == 0 ? 1 : 0;
      for (std::size_t i = 0; i < n; ++i) product *= (pattern >> i & 1) != 0 ? p[i] : 1 - p[i];
      auto const mass = table.mass(pattern);
      sum += mass;
      CHECK(std::abs(static_cast<double>(mass) * 0x1p-63 - product) < 1e-15);
      if (product == 0) CHECK(mass == 0);
    }
    CHECK(sum == std::uint64_t{1} << 63);
  }
}

TEST_CASE("A pattern that is told from 21 bits does not depend on further ones; one draw in 4096 needs them") {
  std::vector<double> const p{0.5, 0.6, 0.7, 0.2, 0.9, 0.4, 0.35, 0.8, 0.55};
  sim::pattern_table const table{p.data(), 9};
  std::uint64_t unsure = 0, wrong = 0;
  std::vector<double> hits(512);
  for (std::uint64_t bits = 0; bits < std::uint64_t{1} << 21; ++bits) {
    auto const seen = table.at(bits);
    auto const low = table.at(bits, 0), high = table.at(bits, ~std::uint64_t{0});
    if (seen.unsure) ++unsure;
    else wrong += seen.pattern != low || seen.pattern != high;
    hits[low] += 0.5;
    hits[high] += 0.5;
  }
  CHECK(wrong == 0);
  CHECK(unsure == 512);
  for (std::uint64_t pattern = 0; pattern < 512; ++pattern)  // each of 512 columns can be wrong by half of its 4096th part
    CHECK(std::abs(hits[pattern] * 0x1p-21 - static_cast<double>(table.mass(pattern)) * 0x1p-63) < 512 * 0x1p-22);
}

TEST_CASE("A member who is sure to be in favour always is, and one who is sure not to be never is") {
  std::vector<double> p(64, 0.5);
  std::uint64_t sure = 0, never = 0;
  for (std::size_t i = 0; i < 64; i += 3) p[i] = i % 2 == 0 ? 1 : 0;
  for (std::size_t i = 0; i < 64; i += 3) (i % 2 == 0 ? sure : never) |= std::uint64_t{1} << i;
  std::vector<std::uint64_t> who(50'000);
  sim::independent_votes{p}.draw(sim::random_words{5}, 0, who.data(), who.size());
  std::uint64_t all = ~std::uint64_t{0}, any = 0;
  for (auto const w : who) { all &= w; any |= w; }
  CHECK(all == sure);
  CHECK(any == ~never);
}

TEST_CASE("64 members vote with their own probabilities, and no two of them agree more often than by chance") {
  std::vector<double> p;
  for (std::size_t i = 0; i < 64; ++i) p.push_back(0.1 + static_cast<double>(i) / 80);
  constexpr std::size_t draws = 20'000;
  std::vector<std::uint64_t> who(draws);
  sim::independent_votes{p}.draw(sim::random_words{8}, 0, who.data(), who.size());
  for (std::size_t i = 0; i < 64; ++i) {
    double alone = 0, with_next = 0;
    auto const j = (i + 1) % 64;
    for (auto const w : who) { alone += static_cast<double>(w >> i & 1); with_next += static_cast<double>(w >> i & w >> j & 1); }
    CHECK(std::abs(alone / draws - p[i]) < 4.5 * std::sqrt(p[i] * (1 - p[i]) / draws));
    auto const both = p[i] * p[j];
    CHECK(std::abs(with_next / draws - both) < 4.5 * std::sqrt(both * (1 - both) / draws));
  }
}

// ----- the test from tables -----

TEST_CASE("The test from tables finds what the game says: several dimensions, alternatives, one to 64 players, large weights") {
  test::dice dice{11};
  for (std::size_t const players : {1u, 8u, 9u, 10u, 27u, 36u, 37u, 64u})
    for (std::size_t const dimensions : {1u, 2u, 4u})
      for (auto const largest : {std::int64_t{1}, std::int64_t{100'000'000}, std::int64_t{1} << 54}) {
        auto const game = some_game(dice, players, dimensions, largest);
        sim::winning_test const wins{game};
        std::vector<std::uint64_t> sets;
        std::uint64_t winning = 0;
        int differ = 0;
        for (int k = 0; k < 100; ++k) {
          auto const who = static_cast<std::uint64_t>(dice.number(0, INT64_MAX - 1)) & power::coalition::all(players).bits();
          auto const expected = game.wins(power::coalition::from_bits(who));
          differ += wins(who) != expected;
          winning += expected ? 1u : 0u;
          sets.push_back(who);
          if (k % 10 != 0) continue;
          for (std::size_t i = 0; i < players; ++i) {
            auto const with = who | std::uint64_t{1} << i, without = who & ~(std::uint64_t{1} << i);
            auto const decides = game.wins(power::coalition::from_bits(with)) && !game.wins(power::coalition::from_bits(without));
            differ += (wins.decisive(who) >> i & 1) != (decides ? 1u : 0u);
          }
        }
        CHECK(differ == 0);
        CHECK(wins.count(sets.data(), sets.size()) == winning);
      }
}

TEST_CASE("A sum equal to the quota wins, one less does not; a game without conditions is always won, without terms never") {
  power::simple_game const exact{power::named_players{2}, {{3, 4}}, {{0, 4}}, {1}};
  CHECK(sim::winning_test{exact}(0b10));
  CHECK_FALSE(sim::winning_test{exact}(0b01));
  CHECK(sim::winning_test{power::simple_game{power::named_players{2}, {}, {}, {0}}}(0));
  CHECK_FALSE(sim::winning_test{power::simple_game{power::named_players{2}, {{1, 1}}, {{0, 1}}, {}}}(3));
  CHECK_FALSE(sim::winning_test{power::simple_game{power::named_players{2}, {{0, 0}}, {{0, 1}}, {1}}}(3));
}

// ----- what is estimated -----

TEST_CASE("If all 27 toss coins, the interval holds 17 752 555 of 2^27, and for Germany's decisive vote 14 199 495 of 2^26") {
  auto const counted = 17'752'555 * 0x1p-27;  // by an independent program over all coalitions
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    auto const result = sim::monte_carlo(qualified, cod::open_ballot{council}, sim::probabilities{council, 0.5},
                                         {.draws = 100'000, .seed = seed, .confidence = 0.99, .decisive = true});
    CHECK(result.interval().contains(counted));
    CHECK(result.chance_to_be_decisive("DE"_ms).contains(14'199'495 * 0x1p-26));
    CHECK(result.share() == static_cast<double>(result.adopted()) / 100'000);
  }
}

TEST_CASE("Members with different probabilities: the interval holds the sum over all ways in which twelve can vote") {
  auto const known = cod::open_ballot{council}.in_favour("BE BG CZ DK DE EE IE EL ES"_members).against("FR HR IT CY LV LT"_members);
  REQUIRE(known.open().size() == 12);
  auto p = sim::probabilities{known, 0.5};
  double q = 0.3;
  for (auto const m : known.open()) p = p.with(m, q += 0.05);
  auto const game = power::open_game(qualified, known);
  std::vector<double> of;
  for (auto const m : known.open()) of.push_back(p[m]);
  auto const exact = by_brute_force(game, of);
  for (std::uint64_t seed = 1; seed <= 5; ++seed)
    CHECK(sim::monte_carlo(qualified, known, p, {.draws = 50'000, .seed = seed, .confidence = 0.99}).interval().contains(exact));
}

TEST_CASE("Members of a bloc vote together: one probability for all of them") {
  auto const known = cod::open_ballot{council}.in_favour(council.members() - "DE FR EE LV LT PL NL SE"_members);
  sim::probabilities const p{known, 0.4};
  std::vector<sim::voting_bloc> const blocs{{"Baltics", "EE LV LT"_members, 0.8}, {"Weimar", "DE FR PL"_members, 0.1}};
  // Over the 16 ways in which the four units can vote:
  double exact = 0;
  for (unsigned set = 0; set < 16; ++set) {
    auto votes = known;
    double chance = 1;
    auto const unit = [&](unsigned i, cod::member_set who, double q) {
      auto const yes = (set >> i & 1) != 0;
      chance *= yes ? q : 1 - q;
      votes = votes.with(who, yes ? cod::vote::in_favour : cod::vote::against);
    };
    unit(0, blocs[0].members, 0.8);
    unit(1, blocs[1].members, 0.1);
    unit(2, "NL"_members, 0.4);
    unit(3, "SE"_members, 0.4);
    if (cod::evaluate(qualified, votes.completed({})).adopted()) exact += chance;
  }
  CHECK(exact > 0.01);
  CHECK(exact < 0.99);
  auto const result = sim::monte_carlo(qualified, known, p, blocs, {.draws = 100'000, .confidence = 0.99, .decisive = true});
  CHECK(result.interval().contains(exact));
  CHECK(result.size() == 4);
  CHECK(result.decisive("Weimar") > result.decisive("Baltics"));
}

TEST_CASE("Games of forty and of 64 members, with alternatives: the interval holds the binomial distribution's answer") {
  double at_least = 0;
  for (int k = 23; k <= 40; ++k) at_least += binomial(40, k, 0.55);
  power::weighted_game const forty{23, std::vector<std::int64_t>(40, 1)};
  CHECK(sim::monte_carlo(forty.simple(), sim::independent_votes{std::vector<double>(40, 0.55)}, {.draws = 50'000, .confidence = 0.99}).interval().contains(at_least));

  // Of 64 members, all of the first four, or at least 60: 1/2 each for the four, 15/16 for the others.
  std::vector<double> p(64, 0.9375), four(64, 0);
  std::vector<std::int64_t> ones(64, 1), first(64, 0);
  for (std::size_t i = 0; i < 4; ++i) { p[i] = 0.5; first[i] = 1; }
  power::simple_game const game{power::named_players{64}, {ones, first}, {{0, 60}, {1, 4}}, {1, 2}};
  double exact = 1 / 16.0;
  for (int of_four = 0; of_four < 4; ++of_four)
    for (int others = 60 - of_four; others <= 60; ++others) exact += binomial(4, of_four, 0.5) * binomial(60, others, 0.9375);
  CHECK(sim::monte_carlo(game, sim::independent_votes{p}, {.draws = 50'000, .confidence = 0.99}).interval().contains(exact));
}

TEST_CASE("Who is sure decides for sure: probabilities of 0 and 1, and ballots in which no vote is open") {
  auto const all_for = sim::monte_carlo(qualified, cod::open_ballot{council}, sim::probabilities{council, 1}, {.draws = 1000});
  CHECK(all_for.adopted() == 1000);
  CHECK(all_for.interval().high == 1);
  CHECK(sim::monte_carlo(qualified, cod::open_ballot{council}, sim::probabilities{council, 0}, {.draws = 1000}).adopted() == 0);
  CHECK_FALSE(all_for.settled());
}

TEST_CASE("A vote that is settled is not drawn: no draws, a share of exactly 0 or 1, and an interval without width") {
  for (auto const& [vote, share] : {std::pair{cod::vote::in_favour, 1.0}, {cod::vote::against, 0.0}}) {
    auto const settled = cod::open_ballot{council}.others(vote);
    int rounds = 0;
    auto const watch = [&](sim::sampling_progress const&) { ++rounds; };
    auto const found = sim::monte_carlo(qualified, settled, sim::probabilities{settled, 0.5}, {.draws = 10, .wanted_width = 0.001}, cod::power::one_after_the_other{}, watch);
    CHECK(found.settled());
    CHECK(found.share() == share);
    CHECK(found.interval() == sim::interval{share, share});
    CHECK(found.width_is_met());
    CHECK(found.draws() + found.adopted() == 0);
    CHECK(rounds == 0);
  }
}

TEST_CASE("Where too few can be present for the quorum, or enough block already, nothing is drawn and nobody is decisive") {
  cod::open_ballot const absent = cod::open_ballot{council}.absent("BE BG CZ DK DE EE IE EL ES FR HR IT CY LV"_members);
  cod::open_ballot const blocked = cod::open_ballot{council}.against("DE FR IT ES"_members);
  for (auto const& [rule, ballot] : {std::pair{cod::rules::unanimity(), absent}, {qualified, blocked}}) {
    REQUIRE(cod::assess(rule, ballot).verdict() == cod::verdict::not_adopted);
    auto const p = sim::probabilities{council, 1};
    auto const result = sim::monte_carlo(rule, ballot, p, {.draws = 50, .decisive = true});
    CHECK(result.adopted() == 0);
    CHECK(result.draws() == 0);
    CHECK(result.share() == 0);
    CHECK(result.decisive("SE"_ms) == 0);
    CHECK(result.chance_to_be_decisive("SE"_ms) == sim::interval{0, 0});
    CHECK(sim::monte_carlo(rule, ballot, p, sim::loadings{council, 0.5}, {.draws = 50, .decisive = true}).counts() == result.counts());
  }
}

// ----- how far the interval can be trusted -----

TEST_CASE("Of 400 intervals of 95 %, as many hold the exact value as the binomial distribution allows") {
  auto const exact = by_brute_force(small.simple(), six_chances);
  constexpr int draws = 1000, seeds = 400;
  double coverage = 0;  // of Wilson's interval for this probability and number of draws
  for (int k = 0; k <= draws; ++k)
    if (sim::wilson_interval(static_cast<std::uint64_t>(k), draws).contains(exact)) coverage += binomial(draws, k, exact);
  CHECK(coverage == test::approx(0.95).margin(0.01));
  int held = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed)
    held += sim::monte_carlo(small.simple(), sim::independent_votes{six_chances}, {.draws = draws, .seed = seed}).interval().contains(exact);
  CHECK(std::abs(held - seeds * coverage) < 3 * std::sqrt(seeds * coverage * (1 - coverage)));
}

TEST_CASE("Stopping early at a wanted width costs little of the confidence: of 200 intervals of 95 % at least 180 hold the value") {
  auto const exact = by_brute_force(small.simple(), six_chances);
  sim::winning_test const wins{small.simple()};
  int held = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    auto const result = sim::monte_carlo(small.simple(), sim::independent_votes{six_chances}, {.draws = 1'000'000, .seed = seed, .wanted_width = 0.0075});
    CHECK(result.width_is_met());
    held += result.interval().contains(exact);
  }
  CHECK(held >= 180);
  CHECK(held <= 199);
}

TEST_CASE("A simulation stops at the first look at which the interval is as narrow as wanted") {
  sim::independent_votes const model{six_chances};
  sim::sampling const asked{.draws = 100'000'000, .seed = 3, .wanted_width = 0.003};
  std::vector<sim::sampling_progress> looks;
  auto const result = sim::monte_carlo(small.simple(), model, asked, power::one_after_the_other{}, [&](auto const& now) { looks.push_back(now); });
  REQUIRE(looks.size() > 1);
  CHECK(result.draws() < asked.draws);
  CHECK(result.width_is_met());
  CHECK(looks.back().draws == result.draws());
  CHECK(looks.back().interval == result.interval());
  CHECK(looks.front().draws == 65'536);
  for (std::size_t i = 0; i + 1 < looks.size(); ++i) {
    CHECK(looks[i].interval.width() > asked.wanted_width);
    CHECK(looks[i].most == asked.draws);
    CHECK(looks[i + 1].draws <= (std::max)(looks[i].draws + 65'536, looks[i].draws * 5 / 4));  // a quarter more at most
  }
}

TEST_CASE("A width that is too narrow for the number of draws is not met, and the result says so") {
  auto const result = sim::monte_carlo(small.simple(), sim::independent_votes{six_chances}, {.draws = 1000, .wanted_width = 0.001});
  CHECK(result.draws() == 1000);
  CHECK_FALSE(result.width_is_met());
}

// ----- the same everywhere -----

TEST_CASE("One thread, two and seven count the same, also when they stop early") {
  auto const p = sim::probabilities{council, 0.5}.with("HU SK"_members, 0.1);
  cod::open_ballot const open{council};
  for (auto const& asked : {sim::sampling{.draws = 300'001, .decisive = true}, sim::sampling{.draws = 2'000'000, .seed = 9, .wanted_width = 0.003}}) {
    auto const one = sim::monte_carlo(qualified, open, p, asked);
    CHECK(sim::monte_carlo(qualified, open, p, asked, power::threads{2}).counts() == one.counts());
    CHECK(sim::monte_carlo(qualified, open, p, asked, power::threads{7}).counts() == one.counts());
  }
}

TEST_CASE("Any pieces add up to the whole: draws have numbers, and a piece needs no other one") {
  test::dice dice{4};
  for (std::size_t const players : {6u, 27u, 40u}) {
    auto const game = some_game(dice, players, 2, 1000);
    sim::winning_test const wins{game};
    std::vector<double> const p(players, 0.6);
    sim::sampling const asked{.draws = 10'000, .seed = 5, .stream = 6, .decisive = true};
    sim::independent_votes const alone{p};
    sim::one_factor const together{p, std::vector<double>(players, 0.4)};
    sim::draw_counts pieces, factor_pieces;
    for (std::uint64_t first = 0; first < asked.draws;) {
      auto const last = (std::min)(first + static_cast<std::uint64_t>(dice.number(0, 900)), asked.draws);
      pieces += sim::count_draws(wins, alone, asked, first, last);
      factor_pieces += sim::count_draws(wins, together, asked, first, last);
      first = last;
    }
    CHECK(pieces == sim::monte_carlo(game, alone, asked).counts());
    CHECK(factor_pieces == sim::monte_carlo(game, together, asked).counts());
  }
}

TEST_CASE("Another seed or another stream gives other ballots; the same ones give the same") {
  sim::independent_votes const model{std::vector<double>(27, 0.5)};
  std::uint64_t a[100], b[100], c[100], d[100];
  model.draw(sim::random_words{1}, 0, a, 100);
  model.draw(sim::random_words{2}, 0, b, 100);
  model.draw(sim::random_words{1, 1}, 0, c, 100);
  model.draw(sim::random_words{1}, 0, d, 100);
  int same_seed = 0, same_stream = 0, same = 0;
  for (int i = 0; i < 100; ++i) {
    same_seed += a[i] == b[i];
    same_stream += a[i] == c[i];
    same += a[i] == d[i];
  }
  CHECK(same_seed == 0);
  CHECK(same_stream == 0);
  CHECK(same == 100);
}

// ----- wrong use -----

TEST_CASE("What makes no sense is refused before anything is drawn") {
  sim::independent_votes const model{six_chances};
  auto const run = [&](sim::sampling const& s) { return sim::monte_carlo(small.simple(), model, s); };
  CHECK_THROWS_WITH(run({.draws = 0}), test::contains("COD-F004"));
  CHECK_THROWS_WITH(run({.draws = sim::most_draws + 1}), test::contains("COD-F004"));
  for (double const width : {-0.1, 1.0, std::nan("")}) CHECK_THROWS_WITH(run({.wanted_width = width}), test::contains("COD-F004"));
  for (double const confidence : {0.0, 1.0, std::nan("")}) CHECK_THROWS_WITH(run({.confidence = confidence}), test::contains("COD-F004"));
  CHECK_THROWS_WITH(sim::monte_carlo(small.simple(), sim::independent_votes{{0.5}}), test::contains("1 players, and the game 6"));
  CHECK_THROWS_WITH((sim::independent_votes{{0.5, 1.5}}), test::contains("COD-F001") && test::contains("player 1"));
  CHECK_THROWS_WITH((sim::independent_votes{std::vector<double>(65, 0.5)}), test::contains("COD-P703"));
  CHECK_THROWS_WITH(sim::count_draws(sim::winning_test{small.simple()}, model, {}, 2, 1), test::contains("from 2 to 1"));
  auto const without = run({.draws = 10});
  CHECK_THROWS_WITH(without.decisive(0), test::contains("COD-F004"));
  CHECK_THROWS_WITH(run({.draws = 10, .decisive = true}).decisive(6), test::contains("COD-P705"));
  auto const nordic = cod::electorate{}.with("DK"_ms, 5'900'000).with("FI"_ms, 5'600'000).with("SE"_ms, 10'500'000);
  CHECK_THROWS_WITH(sim::monte_carlo(qualified, cod::open_ballot{council}, sim::probabilities{nordic, 0.5}), test::contains("COD-M103"));
}

TEST_CASE("Advice followed: a game of 60 players that no engine can count is estimated by drawing coalitions") {
  test::dice draw{64};
  std::vector<std::vector<std::int64_t>> weights(3);
  std::vector<power::condition> conditions;
  for (std::size_t d = 0; d < 3; ++d) {
    for (int i = 0; i < 60; ++i) weights[d].push_back(draw.number(1'000'000, 81'000'000));
    conditions.push_back({d, std::accumulate(weights[d].begin(), weights[d].end(), std::int64_t{0}) / 2 + 1});
  }
  power::simple_game const game{power::named_players{60}, weights, conditions, {7}};
  std::vector<double> const coins(60, 0.5);
  std::string advice[2];
  try {
    static_cast<void>(power::count_coalitions(game));
  } catch (cod::error const& e) {
    advice[0] = e.advice();
  }
  try {
    static_cast<void>(power::winning_probability(game, coins));
  } catch (cod::error const& e) {
    advice[1] = e.advice();
  }
  for (auto const& text : advice) CHECK_THAT(text, test::contains("simulate::monte_carlo"));
  auto const found = sim::monte_carlo(game, sim::independent_votes{coins}, {.draws = 10'000, .decisive = true});
  CHECK(found.interval().low > 1 / 8.0);  // three majorities that agree more often than independent ones
  CHECK(found.interval().high < 1 / 2.0);  // of a coalition and its complement, one has at most half
  CHECK(found.decisive(std::size_t{0}) > 0);
}
