// SPDX-License-Identifier: BSL-1.0
// Does the power layer agree with the votes, and do its methods agree with each other? Random coalitions of real and toy councils.
#include "properties/dice.hpp"
#include "support/catch.hpp"

#include <codecision/power.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

namespace {

struct council_and_rule {
  cod::electorate council;
  cod::rule rule;
};

std::vector<council_and_rule> all_times() {
  std::vector<council_and_rule> all;
  for (auto const day : {"1960-06-01"_date, "1975-06-01"_date, "1983-06-01"_date, "1990-06-01"_date, "1999-06-01"_date, "2006-06-01"_date, "2012-06-01"_date})
    for (auto const who : {cod::proposer::commission, cod::proposer::member_states}) {
      auto const council = cod::council_on(day);
      all.push_back({council, cod::rules::weighted(*council.weights(), who)});
    }
  for (int const year : {2014, 2016, 2018, 2020, 2023, 2024, 2025}) {
    auto const council = cod::council_of_year(year);
    for (auto const& rule : {cod::rules::qualified_majority(), cod::rules::reinforced_majority(), cod::rules::simple_majority(), cod::rules::unanimity()})
      all.push_back({council, rule});
    auto const euro = council.only(cod::participation::euro_area);
    for (auto const& rule : {cod::rules::participants_majority(), cod::rules::reinforced_participants_majority()}) all.push_back({euro, rule});
  }
  return all;
}

/// The verdict by counting the ballot: these in favour and all others against.
bool adopts(council_and_rule const& c, cod::member_set in_favour) {
  return cod::majority_attained(c.rule, cod::ballot{c.council}.in_favour(in_favour).others(cod::vote::against));
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

std::optional<power::coalition_counts> counted_by(power::simple_game const& g, power::engine by) {
  try {
    return power::count_coalitions(g, {.by = by});
  } catch (cod::error const& e) {
    CHECK(e.code() == cod::error_code::too_costly);  // this method does not fit the game; it says so
    return std::nullopt;
  }
}

void all_methods_agree(power::simple_game const& g, int& methods) {
  auto const one_by_one = power::count_coalitions(g, {.by = power::engine::enumeration});
  for (auto const by : {power::engine::halves, power::engine::table, power::engine::diagram, power::engine::automatic})
    if (auto const other = counted_by(g, by)) {
      ++methods;
      CHECK(other->winning == one_by_one.winning);
      CHECK(other->winning_with == one_by_one.winning_with);
    }
}

}  // namespace

TEST_CASE("in every time and under every rule a coalition wins in the game when its ballot is adopted", "[properties][power]") {
  codecision::test::dice dice{1946};
  for (auto const& c : all_times()) {
    power::game const game{c.rule, c.council};
    for (int i = 0; i < 60; ++i) {
      auto const who = dice.choose(dice.roll(0, c.council.size()), c.council.members());
      CHECK(game.wins(who) == adopts(c, who));
    }
  }
}

TEST_CASE("whoever wins in the dual game can block: without them there is no majority", "[properties][power]") {
  codecision::test::dice dice{1965};
  for (auto const& c : all_times()) {
    auto const blocking = power::dual(power::game{c.rule, c.council});
    for (int i = 0; i < 40; ++i) {
      auto const who = dice.choose(dice.roll(0, c.council.size()), c.council.members());
      CHECK(blocking.wins(positions_of(c.council, who)) == !adopts(c, c.council.members() - who));
    }
  }
}

TEST_CASE("a minimal blocking coalition blocks, and without any one of its members it does not", "[properties][power]") {
  for (auto const& c : all_times()) {
    power::game const game{c.rule, c.council};
    int looked_at = 0;
    for (auto const found : power::minimal_blocking(game)) {
      cod::member_set who;
      std::size_t i = 0;
      for (auto const m : c.council.members())
        if (found.contains(i++)) who.insert(m);
      CHECK_FALSE(adopts(c, c.council.members() - who));
      for (auto const m : who) CHECK(adopts(c, (c.council.members() - who) | m));
      if (++looked_at == 25) break;
    }
    CHECK(looked_at > 0);
  }
}

TEST_CASE("all methods of counting coalitions agree on random games of one, two and three criteria", "[properties][power]") {
  codecision::test::dice dice{1954};
  int methods = 0;
  for (int round = 0; round < 60; ++round) {
    auto const n = static_cast<std::size_t>(dice.roll(3, 12));
    auto const dimensions = static_cast<std::size_t>(dice.roll(1, 3));
    std::vector<std::vector<std::int64_t>> weights(dimensions, std::vector<std::int64_t>(n));
    std::vector<power::condition> conditions;
    for (std::size_t d = 0; d < dimensions; ++d) {
      std::int64_t total = 0;
      for (auto& w : weights[d]) total += w = d == 0 ? 1 : dice.number(0, 20);
      conditions.push_back({d, dice.number(1, total + 1)});
    }
    auto const together = (std::uint64_t{1} << dimensions) - 1;
    auto const terms = dice.coin() || dimensions == 1 ? std::vector<std::uint64_t>{together} : std::vector<std::uint64_t>{1, together - 1};
    all_methods_agree({power::named_players{n}, weights, conditions, terms}, methods);
  }
  CHECK(methods > 150);  // of 240: tables are for one criterion
}

TEST_CASE("all methods agree on random toy councils under the rules of the law", "[properties][power]") {
  codecision::test::dice dice{1971};
  int methods = 0;
  for (int round = 0; round < 25; ++round) {
    auto const council = dice.council_of(dice.roll(7, 13));
    for (auto const& rule : {cod::rules::participants_majority(), cod::rules::reinforced_participants_majority(), cod::rules::simple_majority()})
      all_methods_agree(power::game{rule, council}.simple(), methods);
  }
  CHECK(methods > 150);  // of 300
}
