// SPDX-License-Identifier: BSL-1.0
// Does meeting in the middle count what looking at every coalition counts?
#include <codecision/codecision.hpp>
#include <codecision/power/engines/enumeration.hpp>
#include <codecision/power/engines/halves.hpp>
#include <codecision/power/game.hpp>
#include <codecision/power/weighted_game.hpp>

#include "power/small_games.hpp"
#include "support/catch.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;
using cod::test::count_one_by_one;
using cod::test::same;
using power::detail::count_by_halves;
using power::detail::halves_refusal;

namespace {

power::one_after_the_other const in_order{};

struct backwards {
  template <class F>
  void operator()(std::size_t jobs, F f) const {
    for (std::size_t i = jobs; i > 0; --i) f(i - 1);
  }
};

void agree(power::simple_game const& g) {
  REQUIRE(halves_refusal(g).empty());
  auto const counts = count_by_halves(g, in_order);
  CHECK(same(counts, power::detail::count_by_enumeration(g)));
  CHECK(same(counts, count_by_halves(g, backwards{})));
  if (g.size() <= 10) CHECK(same(counts, count_one_by_one(g)));
}

class random_games {
 public:
  explicit random_games(unsigned seed) : numbers_{seed} {}

  std::int64_t number(std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(numbers_() % static_cast<std::uint64_t>(to - from + 1));
  }
  /// Weights of one of several kinds: alike, small with many ties, zero for some, large, or so large that sums need 60 bits.
  std::vector<std::int64_t> weights(std::size_t n) {
    static constexpr std::int64_t largest[] = {0, 1, 3, 29, 100'000'000, std::int64_t{1} << 56};
    auto const most = largest[number(1, 5)];
    auto const least = number(0, 3) == 0 ? 0 : 1;
    std::vector<std::int64_t> w;
    for (std::size_t i = 0; i < n; ++i) w.push_back(number(least, most));
    return w;
  }
  /// Members and `real` further dimensions; up to four conditions, of which most lie within reach, and up to three terms.
  power::simple_game game(std::size_t n, std::size_t real) {
    std::vector<std::vector<std::int64_t>> dimensions(real, std::vector<std::int64_t>{});
    for (auto& w : dimensions) w = weights(n);
    dimensions.insert(dimensions.begin() + number(0, static_cast<std::int64_t>(real)), std::vector<std::int64_t>(n, 1));
    std::vector<power::condition> conditions;
    auto const how_many = number(1, 4);
    for (std::int64_t k = 0; k < how_many; ++k) {
      auto const d = static_cast<std::size_t>(number(0, static_cast<std::int64_t>(real)));
      auto const total = power::detail::sum_of(dimensions[d]);
      auto const quota = number(0, 9) == 0 ? (number(0, 1) == 0 ? number(-2, 0) : total + number(0, 2)) : number(0, total);
      conditions.push_back({d, quota});
    }
    std::vector<std::uint64_t> terms;
    for (auto t = number(1, 3); t > 0; --t) terms.push_back(static_cast<std::uint64_t>(number(0, (std::int64_t{1} << how_many) - 1)));
    return {power::named_players{n}, dimensions, conditions, terms};
  }

 private:
  std::mt19937 numbers_;
};

power::simple_game current_rule() { return power::game{cod::rules::qualified_majority(), cod::council_on("2024-06-20"_date)}.simple(); }

}  // namespace

TEST_CASE("random games of up to ten players are counted as one by one, with sizes only, one dimension and two", "[power][halves]") {
  random_games games{1};
  for (std::size_t real = 0; real <= 2; ++real)
    for (std::size_t n = 1; n <= 10; ++n)
      for (int k = 0; k < 25; ++k) {
        INFO(real << " dimensions, " << n << " players, game " << k);
        agree(games.game(n, real));
      }
}

TEST_CASE("random games of eleven to sixteen players are counted as by enumeration", "[power][halves]") {
  random_games games{2};
  for (std::size_t real = 1; real <= 2; ++real)
    for (std::size_t n = 11; n <= 16; ++n)
      for (int k = 0; k < 4; ++k) {
        INFO(real << " dimensions, " << n << " players, game " << k);
        agree(games.game(n, real));
      }
}

TEST_CASE("nineteen and twenty players, with halves of different length and of ten, are counted as by enumeration", "[power][halves]") {
  random_games games{4};
  for (std::size_t n : {19u, 20u})
    for (std::size_t real = 1; real <= 2; ++real) {
      INFO(real << " dimensions, " << n << " players");
      agree(games.game(n, real));
    }
}

TEST_CASE("alternatives in two dimensions overlap, and what lies in both is counted once", "[power][halves]") {
  std::vector<std::int64_t> const votes{9, 7, 5, 4, 4, 3, 2, 1, 1}, people{1, 8, 2, 9, 3, 3, 7, 5, 4};
  std::vector<power::condition> const conditions{{0, 25}, {0, 20}, {0, 14}, {1, 14}, {1, 20}, {1, 27}, {2, 3}};
  auto const bit = [](auto... k) { return ((std::uint64_t{1} << k) | ...); };
  auto const with_terms = [&](std::vector<std::uint64_t> terms) {
    return power::simple_game{power::named_players{9}, {votes, people, std::vector<std::int64_t>(9, 1)}, conditions, std::move(terms)};
  };
  agree(with_terms({bit(0, 3), bit(1, 4), bit(2, 5)}));  // a staircase of three
  agree(with_terms({bit(0), bit(5)}));                   // either dimension alone
  agree(with_terms({bit(5)}));                           // only the second one
  agree(with_terms({bit(0, 3), bit(1, 4, 6), bit(5)}));  // another staircase for each size
  agree(with_terms({bit(0, 3), bit(0, 4), bit(0, 3)}));  // one term makes the others superfluous
}

TEST_CASE("nobody wins without terms, everybody wins where a term asks nothing", "[power][halves]") {
  auto const game = [](std::size_t n, std::vector<std::uint64_t> terms) {
    return power::simple_game{power::named_players{n}, {std::vector<std::int64_t>(n, 1)}, {{0, 2}}, std::move(terms)};
  };
  for (std::size_t n = 0; n <= 5; ++n) {
    agree(game(n, {}));
    agree(game(n, {0}));
    agree(game(n, {1}));
  }
  CHECK(count_by_halves(game(40, {0}), in_order).total() == std::uint64_t{1} << 40);
  CHECK(count_by_halves(game(40, {0}), in_order).winning[20] == 137'846'528'820);
}

TEST_CASE("one to four players with weights of their own", "[power][halves]") {
  for (std::size_t n = 1; n <= 4; ++n)
    for (std::int64_t quota = 0; quota <= 12; ++quota) {
      std::vector<std::int64_t> const weights{5, 0, 3, 3};
      agree({power::named_players{n}, {{weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(n)}}, {{0, quota}}, {1}});
    }
}

TEST_CASE("more than sixteen sizes are undecided when weights double: all groups of sizes are counted", "[power][halves]") {
  std::vector<std::int64_t> weights, others;
  for (int i = 0; i < 18; ++i) {
    weights.push_back(std::int64_t{1} << (i + 42));
    others.push_back(i % 5);
  }
  agree({power::named_players{18}, {weights}, {{0, std::int64_t{3} << 57}}, {1}});
  agree({power::named_players{18}, {others, weights}, {{0, 9}, {1, std::int64_t{5} << 54}}, {3}});
}

TEST_CASE("every council and rule with weighted votes up to the fifteen is counted as by enumeration", "[power][halves]") {
  struct council_then { cod::regime weights; cod::date day; };
  for (auto const& c : {council_then{cod::regime::six, "1965-07-01"_date}, {cod::regime::nine, "1975-07-01"_date}, {cod::regime::ten, "1983-07-01"_date},
                        {cod::regime::twelve, "1990-07-01"_date}, {cod::regime::fifteen, "2000-07-01"_date}})
    for (auto const who : {cod::proposer::commission, cod::proposer::none})
      agree(power::game{cod::rules::weighted(c.weights, who), cod::council_on(c.day)}.simple());
}

TEST_CASE("a council of sixteen is counted as by enumeration under every rule", "[power][halves]") {
  auto const all = cod::council_of_year(2024);
  cod::electorate sixteen{};  // the first sixteen of 2024 as a council of its own
  for (auto const m : all.members())
    if (sixteen.size() < 16) sixteen = sixteen.with(m, all.population(m));
  for (auto const& rule : {cod::rules::qualified_majority(), cod::rules::reinforced_majority(), cod::rules::participants_majority(),
                           cod::rules::simple_majority(), cod::rules::unanimity(), cod::rules::four_fifths_majority()}) {
    INFO(rule.name());
    agree(power::game{rule, sixteen}.simple());
  }
}

TEST_CASE("sixteen participants under the rules of Nice, with the population check, are counted as by enumeration", "[power][halves]") {
  auto const participants = cod::council_on("2012-06-20"_date).only("BE BG CZ DK DE EE IE EL ES FR IT CY LV LT LU PL"_members);
  for (auto const who : {cod::proposer::commission, cod::proposer::none}) {
    auto const rule = cod::rules::weighted(cod::regime::twenty_seven_nice, who);
    agree(power::game{rule, participants}.simple());
    agree(power::game{rule, participants, cod::request::population_check}.simple());
  }
}

TEST_CASE("Nice with 27, votes only: 2 718 774 coalitions win, and Germany swings in 2 193 664", "[power][halves]") {
  auto const council = cod::council_on("2012-06-20"_date);
  std::vector<std::int64_t> votes;
  for (auto const m : council.members()) votes.push_back(council.votes(m));
  auto const alone = count_by_halves(power::weighted_game{255, votes}.simple(), in_order);
  CHECK(alone.total() == 2'718'774);
  CHECK(alone.swings(4) == 2'193'664);  // Germany
}

TEST_CASE("the 27 of 2024: the counts by size, and those with Germany, are those of a loop over all 134 217 728 coalitions", "[power][halves]") {
  auto const g = current_rule();
  auto const counts = count_by_halves(g, in_order);
  auto const council = cod::council_on("2024-06-20"_date);
  static std::int64_t low[1 << 14], high[1 << 13];  // persons, and from bit 32 members
  std::size_t germany = 0, position = 0;
  for (auto const m : council.members()) {
    if (m == "DE"_ms) germany = position;
    auto* const table = position < 14 ? low : high;
    auto const bit = std::size_t{1} << (position < 14 ? position : position - 14);
    for (std::size_t set = 0; set < bit; ++set) table[set | bit] = table[set] + council.population(m) + (std::int64_t{1} << 32);
    ++position;
  }
  auto const people_needed = cod::population_needed(cod::rules::qualified_majority(), council);
  static std::uint64_t winning[28], with_germany[28];
  for (auto const upper : high)
    for (std::size_t l = 0; l < std::size(low); ++l) {
      auto const sum = low[l] + upper;
      auto const members = static_cast<std::size_t>(sum >> 32);
      std::uint64_t const wins = members >= 24 || (members >= 15 && (sum & 0xffff'ffff) >= people_needed);
      winning[members] += wins;
      with_germany[members] += wins & (l >> germany);
    }
  for (std::size_t s = 0; s <= 27; ++s) {
    INFO(s << " members");
    CHECK(counts.winning[s] == winning[s]);
    CHECK(counts.winning_with[germany][s] == with_germany[s]);
  }
}

TEST_CASE("every winning coalition of a size has that many members: the counts by player add up", "[power][halves]") {
  random_games games{3};
  for (std::size_t n : {24u, 31u, 36u}) {
    auto const g = games.game(n, 1);
    auto const counts = count_by_halves(g, in_order);
    CHECK(same(counts, count_by_halves(g, backwards{})));
    for (std::size_t s = 0; s <= n; ++s) {
      std::uint64_t seats = 0;
      for (std::size_t i = 0; i < n; ++i) seats += counts.winning_with[i][s];
      CHECK(seats == s * counts.winning[s]);
    }
  }
}

TEST_CASE("forty players who all differ: with an odd total and half of it as quota, exactly half of all coalitions win", "[power][halves]") {
  std::vector<std::int64_t> weights;
  for (std::int64_t i = 0; i < 40; ++i) weights.push_back(1'000'003 * i * i + 7 * i + (i == 11 ? 1 : 0));
  auto const total = power::detail::sum_of(weights);
  REQUIRE(total % 2 == 1);
  auto const counts = count_by_halves(power::weighted_game{total / 2 + 1, weights}.simple(), in_order);
  CHECK(counts.total() == std::uint64_t{1} << 39);
  CHECK(counts.swings(0) == 0);  // it weighs nothing
  CHECK(counts.swings(39) > counts.swings(38));
}

TEST_CASE("a game of another shape is refused with the reason; dimensions that no term asks for do not matter", "[power][halves]") {
  std::vector<std::vector<std::int64_t>> const three{{1, 2, 3}, {3, 1, 2}, {2, 2, 1}};
  std::vector<power::condition> const conditions{{0, 3}, {1, 3}, {2, 3}};
  CHECK_THAT(halves_refusal({power::named_players{3}, three, conditions, {7}}), cod::test::contains("3 dimensions"));
  CHECK_THAT(halves_refusal({power::named_players{3}, three, conditions, {3, 4}}), cod::test::contains("3 dimensions"));
  agree({power::named_players{3}, three, conditions, {3}});
  CHECK_THAT(halves_refusal({power::named_players{41}, {std::vector<std::int64_t>(41, 1)}, {{0, 21}}, {1}}), cod::test::contains("41 players"));
  CHECK(halves_refusal({power::named_players{40}, {std::vector<std::int64_t>(40, 1)}, {{0, 21}}, {1}}).empty());
}

TEST_CASE("the estimate of the current rule keeps to 1.5 ms and 20 MB; what is refused costs more than any effort", "[power][halves]") {
  auto const cost = power::detail::halves_cost(current_rule());
  CHECK(cost.by == power::engine::halves);
  CHECK(cost.seconds() > 2e-5);
  CHECK(cost.seconds() < 1.5e-3);
  CHECK(cost.bytes > 12 * (8192 + 16384));
  CHECK(cost.bytes < 20e6);
  power::simple_game const three{power::named_players{2}, {{1, 2}, {3, 1}, {2, 5}}, {{0, 2}, {1, 2}, {2, 4}}, {7}};
  CHECK_THROWS(power::detail::check_cost(power::detail::halves_cost(three), {power::engine::halves, 1e12, 1e18}, ""));
}
