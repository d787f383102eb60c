// SPDX-License-Identifier: BSL-1.0
// Does the power layer agree with the votes, and do its methods agree with each other? Random coalitions of real and toy councils.
#include "power/brute_force.hpp"
#include "power/small_games.hpp"
#include "properties/dice.hpp"
#include "properties/times.hpp"
#include "support/catch.hpp"

#include <codecision/power.hpp>
#include <codecision/power/big.hpp>
#include <codecision/power/big/johnston.hpp>
#include <codecision/power/big/minimum_size.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

namespace {

struct council_and_rule {
  cod::electorate council;
  cod::rule rule;
  cod::request asked = cod::request::none;
};

std::string to_repeat(council_and_rule const& c) {
  return cod::test::to_repeat(c.rule, cod::ballot{c.council}, c.asked) + "; members " + cod::to_string(c.council.members());
}
power::game game_of(council_and_rule const& c) { return {c.rule, c.council, c.asked}; }

void add_what_fits(std::vector<council_and_rule>& all, cod::electorate const& council) {
  for (auto const& rule : cod::test::rules_of_the_treaties)
    if (cod::test::fits(rule, council)) all.push_back({council, rule});
}

/// The councils of all times under all rules: every system of weighted votes, every year of which there is a table, with the euro area.
std::vector<council_and_rule> all_times() {
  cod::test::dice dice{2006};
  std::vector<council_and_rule> all;
  cod::test::each_weighted_rule([&](cod::test::weighted_in_words const& w, cod::rule const& rule, cod::request asked) {
    auto const then = cod::council_on(w.day);
    all.push_back({asked == cod::request::none || then.has_population() ? then : dice.with_people(then), rule, asked});
  });
  for (int const year : cod::test::years_with_a_table) {
    auto const council = cod::council_of_year(year);
    add_what_fits(all, council);
    add_what_fits(all, council.only(cod::participation::euro_area));
  }
  return all;
}

/// The same, and random councils of nine members and more.
std::vector<council_and_rule> all_times_and_made_up() {
  auto all = all_times();
  cod::test::dice dice{28};
  for (int round = 0; round < 20; ++round) add_what_fits(all, dice.council_of(dice.roll(9, 28)));
  cod::test::each_weighted_rule([&](cod::test::weighted_in_words const& w, cod::rule const& rule, cod::request asked) {
    all.push_back({dice.council_of(dice.roll(6, 28), w.weights), rule, asked});
  });
  return all;
}

/// The verdict by counting the ballot: these in favour and all others against.
bool adopts(council_and_rule const& c, cod::member_set in_favour) {
  return cod::majority_attained(c.rule, cod::ballot{c.council}.in_favour(in_favour).others(cod::vote::against), c.asked);
}

power::coalition positions_of(cod::electorate const& council, cod::member_set members) {
  power::coalition found;
  std::size_t i = 0;
  for (auto const m : council.members()) {
    if (members.contains(m)) found.insert(i);
    ++i;
  }
  return found;
}

// ----- all ways of counting -----

/// What the definitions give when every coalition of a small game is asked whether it wins.
struct by_definition {
  std::size_t n;
  power::coalition_counts winning;
  power::minimal_counts minimal, blocking;
  power::critical_counts critical;
  std::vector<std::vector<std::uint64_t>> critical_by_size;  ///< by player, by size of the coalition that hangs on it
  std::vector<std::uint64_t> minimal_winning, minimal_blocking;

  explicit by_definition(power::simple_game const& g)
      : n{g.size()}, winning{n}, minimal{n}, blocking{n}, critical{n}, critical_by_size(n, std::vector<std::uint64_t>(n + 1)) {
    cod::test::all_of_them const all{g};
    minimal_winning = all.minimal_winning();
    minimal_blocking = all.minimal_blocking();
    for (auto const s : minimal_winning) add(minimal, s);
    for (auto const s : minimal_blocking) add(blocking, s);
    for (std::uint64_t s = 0; s <= all.everybody(); ++s) {
      if (!all.wins(s)) continue;
      auto const decisive = all.critical(s);
      if (decisive != 0) add(critical, decisive);
      auto const size = static_cast<std::size_t>(std::popcount(s));
      ++winning.winning[size];
      for (std::size_t i = 0; i < n; ++i) {
        winning.winning_with[i][size] += s >> i & 1;
        critical_by_size[i][size] += decisive >> i & 1;
      }
    }
  }
  [[nodiscard]] std::uint64_t swings(std::size_t i) const { return std::accumulate(critical_by_size[i].begin(), critical_by_size[i].end(), std::uint64_t{0}); }
  /// A coalition of s members that hangs on the last of them comes about in (s - 1)! (n - s)! of the n! orders.
  [[nodiscard]] double shapley_shubik(std::size_t i) const {
    double sum = 0;
    for (std::size_t s = 1; s <= n; ++s) {
      auto share = 1 / static_cast<double>(n);
      for (std::size_t k = 1; k < s; ++k) share *= static_cast<double>(k) / static_cast<double>(n - k);  // 1 / (n - 1 over s - 1)
      sum += static_cast<double>(critical_by_size[i][s]) * share;
    }
    return sum;
  }
  /// The mean of what those get who share each coalition equally.
  [[nodiscard]] static double share(power::sharing_counts const& counts, std::size_t i) {
    double sum = 0;
    for (std::size_t k = 1; k <= counts.players; ++k) sum += static_cast<double>(counts.with[i][k]) / static_cast<double>(k);
    return sum / static_cast<double>(counts.total());
  }
  /// The same of the winning coalitions of the least size.
  [[nodiscard]] double minimum_size(std::size_t i) const {
    std::size_t s = 0;
    while (winning.winning[s] == 0) ++s;
    return static_cast<double>(winning.winning_with[i][s]) / static_cast<double>(s * winning.winning[s]);
  }

 private:
  static void add(power::sharing_counts& counts, std::uint64_t those_who_share) {
    auto const k = static_cast<std::size_t>(std::popcount(those_who_share));
    ++counts.coalitions[k];
    for (std::size_t i = 0; i < counts.players; ++i) counts.with[i][k] += those_who_share >> i & 1;
  }
};

/// How often each way of counting was compared.
struct ways_compared {
  int enumeration = 0, halves = 0, table = 0, diagram = 0, search = 0, quadrature = 0, big = 0, probabilities = 0;

  void add(power::engine by) {
    switch (by) {
      case power::engine::enumeration: ++enumeration; break;
      case power::engine::halves: ++halves; break;
      case power::engine::table: ++table; break;
      case power::engine::diagram: ++diagram; break;
      case power::engine::search: ++search; break;
      case power::engine::quadrature: ++quadrature; break;
      case power::engine::automatic: break;
    }
  }
};

/// Calls check(what this engine counts); where it does not fit the game, it must say so with that error.
template <class Count, class Check>
void with_engine(power::engine by, ways_compared& ways, double seconds, Count count, Check check) {
  INFO("by " << power::name(by));
  try {
    auto const counted = count(power::effort{.by = by, .most_seconds = seconds});
    ways.add(by);
    check(counted);
  } catch (cod::error const& e) {
    CHECK(e.code() == cod::error_code::too_costly);
    CHECK(by != power::engine::automatic);
  }
}

constexpr auto every_engine = {power::engine::automatic, power::engine::enumeration, power::engine::halves, power::engine::table,
                               power::engine::quadrature, power::engine::search, power::engine::diagram};

constexpr double seconds_for_small_games = 0.02;

bool is_near(double found, double wanted) { return std::abs(found - wanted) <= 1e-12 * std::abs(wanted); }

/// Members that join with these probabilities: quarters, with some that are sure to join or to stay out.
std::vector<double> some_probabilities(std::size_t n, cod::test::dice& dice) {
  std::vector<double> p;
  for (std::size_t i = 0; i < n; ++i) p.push_back(static_cast<double>(dice.roll(0, 4)) / 4);
  return p;
}

void probabilities_agree(power::simple_game const& g, cod::test::dice& dice, ways_compared& ways) {
  auto const p = some_probabilities(g.size(), dice);
  double wins = 0;
  std::vector<double> with(g.size());
  for (std::uint64_t s = 0; s >> g.size() == 0; ++s) {
    if (!g.wins(power::coalition::from_bits(s))) continue;
    auto const without_own = [&](std::size_t left_out) {
      double chance = 1;
      for (std::size_t i = 0; i < g.size(); ++i)
        if (i != left_out) chance *= (s >> i & 1) != 0 ? p[i] : 1 - p[i];
      return chance;
    };
    wins += without_own(g.size());
    for (std::size_t i = 0; i < g.size(); ++i) with[i] += (s >> i & 1) != 0 ? without_own(i) : -without_own(i);
  }
  for (auto const by : {power::engine::automatic, power::engine::halves, power::engine::diagram})
    with_engine(by, ways, seconds_for_small_games, [&](power::effort const& e) { return power::chances_at(g, p, e); }, [&](auto const& found) {
      ++ways.probabilities;
      CHECK(std::abs(found.winning() - wins) < 1e-13);
      for (std::size_t i = 0; i < g.size(); ++i) CHECK(std::abs(found.decisive(i) - with[i]) < 1e-13);
    });
}

/// What follows from one quota: tables without sizes, quadrature, numbers of any length.
void ways_of_one_quota_agree(power::weighted_game const& g, by_definition const& wanted, ways_compared& ways) {
  if (g.total() > 100'000) return;  // persons, not votes: the tables would be long
  auto const n = g.size();
  with_engine(power::engine::table, ways, seconds_for_small_games, [&](power::effort const& e) { return power::banzhaf(g, e); }, [&](auto const& found) {
    for (std::size_t i = 0; i < n; ++i) CHECK(found.swings(i) == wanted.swings(i));
  });
  auto const pivots_of = [&](power::effort const& e) { return power::shapley_shubik(g, e); };
  with_engine(power::engine::quadrature, ways, seconds_for_small_games, pivots_of, [&](auto const& found) {
    for (std::size_t i = 0; i < n; ++i) CHECK(is_near(found.value(i), wanted.shapley_shubik(i)));
  });
  auto const swings = power::big::banzhaf(g);
  auto const pivots = power::big::shapley_shubik(g);
  auto const absolute = power::detail::banzhaf_absolute_by_table(g, power::one_after_the_other{});
  CHECK(swings.winning_coalitions() == wanted.winning.total());
  for (std::size_t i = 0; i < n; ++i) {
    CHECK(swings.swings(i) == wanted.swings(i));
    CHECK(is_near(pivots.value(i), wanted.shapley_shubik(i)));
    CHECK(absolute[i] == std::ldexp(static_cast<double>(wanted.swings(i)), 1 - static_cast<int>(n)));
  }
  if (wanted.critical.total() == 0) return;
  auto const johnston = power::big::johnston(g);
  auto const least = power::big::minimum_size(g);
  auto const in_doubles = power::detail::critical_shares(power::detail::critical_table{g}, power::one_after_the_other{});
  for (std::size_t i = 0; i < n; ++i) {
    CHECK(is_near(johnston.value(i), by_definition::share(wanted.critical, i)));
    CHECK(is_near(in_doubles[i], by_definition::share(wanted.critical, i)));
    CHECK(is_near(least.value(i), wanted.minimum_size(i)));
  }
  ++ways.big;
}

/// Coalitions, swings, pivots, minimal and critical coalitions: by every way that fits the game, as by definition.
void all_ways_agree(power::simple_game const& g, cod::test::dice& dice, ways_compared& ways) {
  by_definition const wanted{g};
  auto const n = g.size();
  auto const same_winning = [&](power::coalition_counts const& found) {
    CHECK(found.winning == wanted.winning.winning);
    CHECK(found.winning_with == wanted.winning.winning_with);
  };
  for (auto const by : every_engine) {
    with_engine(by, ways, seconds_for_small_games, [&](power::effort const& e) { return power::count_coalitions(g, e); }, same_winning);
    with_engine(by, ways, seconds_for_small_games, [&](power::effort const& e) { return power::count_minimal(g, e); },
                [&](auto const& found) { CHECK(found == wanted.minimal); });
    with_engine(by, ways, seconds_for_small_games, [&](power::effort const& e) { return power::count_critical(g, e); },
                [&](auto const& found) { CHECK(found == wanted.critical); });
    with_engine(by, ways, seconds_for_small_games, [&](power::effort const& e) { return power::minimal_winning(g).count(e); },
                [&](std::uint64_t found) { CHECK(found == wanted.minimal.total()); });
    with_engine(by, ways, seconds_for_small_games, [&](power::effort const& e) { return power::minimal_blocking(g).count(e); },
                [&](std::uint64_t found) { CHECK(found == wanted.blocking.total()); });
    if (wanted.critical.total() == 0) continue;
    with_engine(by, ways, seconds_for_small_games, [&](power::effort const& e) { return power::johnston(g, e); }, [&](auto const& found) {
      for (std::size_t i = 0; i < n; ++i) CHECK(is_near(found.value(i), by_definition::share(wanted.critical, i)));
    });
    with_engine(by, ways, seconds_for_small_games, [&](power::effort const& e) { return power::deegan_packel(g, e); }, [&](auto const& found) {
      for (std::size_t i = 0; i < n; ++i) CHECK(is_near(found.value(i), by_definition::share(wanted.minimal, i)));
    });
    with_engine(by, ways, seconds_for_small_games, [&](power::effort const& e) { return power::minimum_size(g, e); }, [&](auto const& found) {
      for (std::size_t i = 0; i < n; ++i) CHECK(is_near(found.value(i), wanted.minimum_size(i)));
    });
  }
  auto const listed = [](power::coalition_range const& range) {
    std::vector<std::uint64_t> all;
    for (auto const who : range) all.push_back(who.bits());
    std::sort(all.begin(), all.end());
    return all;
  };
  CHECK(listed(power::minimal_winning(g)) == wanted.minimal_winning);
  CHECK(listed(power::minimal_blocking(g)) == wanted.minimal_blocking);
  auto const asked = power::game_of(n, [&](power::coalition who) { return g.wins(who); });
  same_winning(power::count_coalitions(asked));
  CHECK(power::count_minimal(asked) == wanted.minimal);
  CHECK(power::count_critical(asked) == wanted.critical);
  auto const swings = power::detail::diagram_banzhaf_absolute(g), pivots = power::detail::diagram_shapley(g);
  auto const fractions = power::shapley_shubik(g);
  for (std::size_t i = 0; i < n; ++i) {
    CHECK(std::abs(swings[i] - std::ldexp(static_cast<double>(wanted.swings(i)), 1 - static_cast<int>(n))) < 1e-14);
    CHECK(std::abs(pivots[i] - wanted.shapley_shubik(i)) < 1e-13);
    CHECK(is_near(fractions.value(i), wanted.shapley_shubik(i)));
  }
  probabilities_agree(g, dice, ways);
  if (auto const rule = power::detail::one_weighted_rule(g)) ways_of_one_quota_agree(*rule, wanted, ways);
}

/// In whole councils, too large to ask every coalition, the ways agree with each other.
void ways_agree_with_each_other(power::simple_game const& g, ways_compared& ways) {
  constexpr double seconds = 0.03;
  auto const winning = power::count_coalitions(g);
  auto const fractions = power::shapley_shubik(g, winning);
  for (auto const by : {power::engine::halves, power::engine::table, power::engine::diagram})
    with_engine(by, ways, seconds, [&](power::effort const& e) { return power::count_coalitions(g, e); }, [&](power::coalition_counts const& found) {
      CHECK(found.winning == winning.winning);
      CHECK(found.winning_with == winning.winning_with);
    });
  std::vector<double> const coins(g.size(), 0.5);
  for (auto const by : {power::engine::halves, power::engine::diagram})
    with_engine(by, ways, seconds, [&](power::effort const& e) { return power::chances_at(g, coins, e); }, [&](auto const& found) {
      ++ways.probabilities;
      CHECK(std::abs(found.winning() - std::ldexp(static_cast<double>(winning.total()), -static_cast<int>(g.size()))) < 1e-13);
      for (std::size_t i = 0; i < g.size(); ++i)
        CHECK(std::abs(found.decisive(i) - std::ldexp(static_cast<double>(winning.swings(i)), 1 - static_cast<int>(g.size()))) < 1e-13);
    });
  auto const number = power::minimal_winning(g).count();
  for (auto const by : {power::engine::halves, power::engine::table, power::engine::diagram, power::engine::search})
    with_engine(by, ways, seconds, [&](power::effort const& e) { return power::minimal_winning(g).count(e); },
                [&](std::uint64_t found) { CHECK(found == number); });
  if (auto const rule = power::detail::one_weighted_rule(g)) {
    with_engine(power::engine::quadrature, ways, seconds, [&](power::effort const& e) { return power::shapley_shubik(*rule, e); }, [&](auto const& found) {
      for (std::size_t i = 0; i < g.size(); ++i) CHECK(is_near(found.value(i), fractions.value(i)));
    });
    if (!power::detail::is_affordable(power::big::shapley_shubik_cost(*rule), power::effort{.most_seconds = seconds})) return;
    auto const swings = power::big::banzhaf(*rule);
    auto const pivots = power::big::shapley_shubik(*rule);
    ++ways.big;
    for (std::size_t i = 0; i < g.size(); ++i) {
      CHECK(swings.swings(i) == winning.swings(i));
      CHECK(is_near(pivots.value(i), fractions.value(i)));
    }
  }
}

void check_that_all_were_compared(ways_compared const& ways) {
  CHECK(ways.enumeration >= 100);
  CHECK(ways.halves >= 300);
  CHECK(ways.table >= 100);
  CHECK(ways.diagram >= 300);
  CHECK(ways.search >= 300);
  CHECK(ways.quadrature >= 40);
  CHECK(ways.big >= 40);
  CHECK(ways.probabilities >= 300);
}

}  // namespace

TEST_CASE("in every time, in random councils and under every rule a coalition wins in the game when its ballot is adopted", "[properties][power]") {
  codecision::test::dice dice{1946};
  for (auto const& c : all_times_and_made_up()) {
    INFO(to_repeat(c));
    auto const game = game_of(c);
    for (int i = 0; i < 40; ++i) {
      auto const who = dice.choose(dice.roll(0, c.council.size()), c.council.members());
      INFO(cod::to_string(who));
      CHECK(game.wins(who) == adopts(c, who));
    }
  }
}

TEST_CASE("whoever wins in the dual game can block, and whoever can block wins in it: without them there is no majority", "[properties][power]") {
  codecision::test::dice dice{1965};
  for (auto const& c : all_times_and_made_up()) {
    INFO(to_repeat(c));
    auto const blocking = power::dual(game_of(c));
    for (int i = 0; i < 40; ++i) {
      auto const who = dice.choose(dice.roll(0, c.council.size()), c.council.members());
      INFO(cod::to_string(who));
      CHECK(blocking.wins(positions_of(c.council, who)) == !adopts(c, c.council.members() - who));
    }
  }
}

TEST_CASE("a minimal blocking coalition blocks, and without any one of its members it does not", "[properties][power]") {
  for (auto const& c : all_times_and_made_up()) {
    INFO(to_repeat(c));
    int looked_at = 0;
    for (auto const found : power::minimal_blocking(game_of(c).simple())) {
      cod::member_set who;
      std::size_t i = 0;
      for (auto const m : c.council.members())
        if (found.contains(i++)) who.insert(m);
      INFO(cod::to_string(who));
      CHECK_FALSE(adopts(c, c.council.members() - who));
      for (auto const m : who) CHECK(adopts(c, (c.council.members() - who) | m));
      if (++looked_at == 25) break;
    }
    CHECK(looked_at > 0);
  }
}

TEST_CASE("all ways of counting agree on random games: enumeration, halves, tables, diagrams, searches, quadrature, numbers of any length",
          "[properties][power]") {
  codecision::test::random_games random{1954};
  codecision::test::dice dice{1954};
  ways_compared ways;
  for (int round = 0; round < 180; ++round) {
    INFO("round " << round);
    auto const n = static_cast<std::size_t>(random.number(1, 10));
    auto const g = [&] {
      if (round % 3 == 0) return random.next(n);
      if (round % 3 == 1) return random.heads_and_one(n);
      auto const some = random.weighted(n, random.number(0, 3) == 0 ? 300 : random.number(1, 9));  // light ones have ties and null players
      return random.number(0, 1) == 0 ? some.simple() : power::weighted_game{power::allow_improper, random.number(1, some.total()), some.weights()}.simple();
    }();
    all_ways_agree(g, dice, ways);
  }
  check_that_all_were_compared(ways);
}

TEST_CASE("they agree on random councils and on parts of the councils of every time, under the rules of the law", "[properties][power]") {
  codecision::test::dice dice{1971};
  ways_compared ways;
  std::vector<council_and_rule> all;
  for (int round = 0; round < 12; ++round) add_what_fits(all, dice.council_of(dice.roll(3, 10)));
  for (auto const year : cod::test::years_with_a_table) {
    auto const council = cod::council_of_year(year);
    add_what_fits(all, council.only(dice.choose(dice.roll(7, 10), council.members())));
  }
  cod::test::each_weighted_rule([&](cod::test::weighted_in_words const& w, cod::rule const& rule, cod::request asked) {
    auto const then = cod::council_on(w.day);
    auto const council = asked == cod::request::none || then.has_population() ? then : dice.with_people(then);
    all.push_back({council.only(dice.choose((std::min)(10, council.size()), council.members())), rule, asked});
    all.push_back({dice.council_of(9, w.weights), rule, asked});
  });
  for (auto const& c : all) {
    INFO(to_repeat(c));
    all_ways_agree(game_of(c).simple(), dice, ways);
  }
  check_that_all_were_compared(ways);
}

TEST_CASE("in the whole councils of every time the ways agree with each other, as far as each is quick", "[properties][power]") {
  ways_compared ways;
  for (auto const& c : all_times()) {
    INFO(to_repeat(c));
    ways_agree_with_each_other(game_of(c).simple(), ways);
  }
  CHECK(ways.halves >= 600);
  CHECK(ways.table >= 100);
  CHECK(ways.diagram >= 300);
  CHECK(ways.search >= 40);
  CHECK(ways.quadrature >= 40);
  CHECK(ways.big >= 40);
  CHECK(ways.probabilities >= 300);
}
