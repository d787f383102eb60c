// SPDX-License-Identifier: BSL-1.0
// The distribution of the population in favour, against all ways in which a toy council can vote, and by hand.
#include <codecision/codecision.hpp>
#include <codecision/simulate/chance.hpp>
#include <codecision/simulate/share_distribution.hpp>

#include "support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

namespace cod = codecision;
namespace simulate = codecision::simulate;
namespace test = codecision::test;
using namespace codecision::literals;

namespace {

constexpr auto june_2024 = "2024-06-20"_date;
constexpr auto malta = "MT"_ms;
constexpr auto benelux = "BE NL LU"_members;

constexpr cod::electorate twelve{{"DE"_ms, 83'000'000}, {"FR"_ms, 68'000'000}, {"IT"_ms, 59'000'000}, {"ES"_ms, 48'000'000},
                                 {"PL"_ms, 37'000'000}, {"BE"_ms, 11'700'000}, {"NL"_ms, 17'900'000}, {"LU"_ms, 660'000},
                                 {"HU"_ms, 9'600'000},  {malta, 540'000},      {"CZ"_ms, 10'800'000}, {"SE"_ms, 10'500'000}};

simulate::probabilities unequal(cod::electorate const& council) {
  simulate::probabilities p{council, 0.5};
  double next = 0.17;
  for (auto const m : council.members()) {
    p = p.with(m, next);
    next += 0.31;
    if (next > 1) next -= 1;
  }
  return p;
}

/// What all ways give: how likely is each population, and each number of members?
struct by_definition {
  std::map<std::int64_t, double> people;
  std::vector<double> members;

  by_definition(cod::open_ballot const& b, std::vector<simulate::voting_bloc> const& units) : members(static_cast<std::size_t>(b.council().size()) + 1) {
    for (std::uint64_t s = 0; s >> units.size() == 0; ++s) {
      double chance = 1;
      auto in_favour = b.side(cod::vote::in_favour);
      for (std::size_t k = 0; k < units.size(); ++k) {
        auto const joins = (s >> k & 1) != 0;
        chance *= joins ? units[k].in_favour : 1 - units[k].in_favour;
        if (joins) in_favour |= units[k].members;
      }
      people[b.council().population(in_favour)] += chance;
      members[static_cast<std::size_t>(in_favour.size())] += chance;
    }
  }
  [[nodiscard]] double at_least(std::int64_t n) const {
    double sum = 0;
    for (auto it = people.lower_bound(n); it != people.end(); ++it) sum += it->second;
    return sum;
  }
  [[nodiscard]] double mean() const {
    double sum = 0;
    for (auto const& [n, chance] : people) sum += static_cast<double>(n) * chance;
    return sum;
  }
  [[nodiscard]] double deviation() const {
    double sum = 0;
    for (auto const& [n, chance] : people) sum += (static_cast<double>(n) - mean()) * (static_cast<double>(n) - mean()) * chance;
    return std::sqrt(sum);
  }
};

bool close(double a, double b) { return std::abs(a - b) < 1e-13; }

std::vector<simulate::voting_bloc> units_of(cod::open_ballot const& b, simulate::probabilities const& p, std::vector<simulate::voting_bloc> units = {}) {
  cod::member_set in_blocs;
  for (auto const& u : units) in_blocs |= u.members;
  for (auto const m : b.open() - in_blocs) units.push_back({std::string{cod::code(m)}, m, p[m]});
  return units;
}

void agrees_with_the_definition(cod::open_ballot const& b, simulate::probabilities const& p, std::vector<simulate::voting_bloc> const& blocs) {
  by_definition const all{b, units_of(b, p, blocs)};
  simulate::share_distribution const found{b, p, blocs};
  auto const whole = b.council().population_total();
  CHECK(found.whole() == whole);
  CHECK(found.mean_population() == test::approx(all.mean()).epsilon(1e-12));
  CHECK(found.population_deviation() == test::approx(all.deviation()).epsilon(1e-10));
  for (std::int64_t k = 0; k <= 100; ++k) {
    auto const from = (k * whole + 99) / 100, to = ((k + 1) * whole + 99) / 100;
    CHECK(close(found.at_least({k, 100}), all.at_least(from)));
    CHECK(close(found.below({k, 100}), 1 - all.at_least(from)));
    CHECK(close(found.percent_bins()[static_cast<std::size_t>(k)], all.at_least(from) - all.at_least(to)));
  }
  for (std::size_t n = 0; n < all.members.size(); ++n) CHECK(close(found.members_exactly(static_cast<int>(n)), all.members[n]));
}

}  // namespace

TEST_CASE("Twelve members: tails, percent bins, mean, deviation and the number in favour are what all 4096 ways give") {
  auto const p = unequal(twelve);
  cod::open_ballot const open{twelve};
  agrees_with_the_definition(open, p, {});
  agrees_with_the_definition(open, p, {{"Benelux", benelux, 0.7}, {"Axis", "DE FR"_members, 0.4}});
  auto const known = open.in_favour("DE SE"_members).against("HU"_members).abstaining(malta);
  agrees_with_the_definition(known, p, {});
  agrees_with_the_definition(known, p, {{"Benelux", benelux, 0.7}});
}

TEST_CASE("Just below, at and just above every population that is possible") {
  auto const p = unequal(twelve);
  cod::open_ballot const open{twelve.only("DE FR IT ES PL BE"_members)};
  by_definition const all{open, units_of(open, p)};
  simulate::share_distribution const found{open, p};
  for (auto const& [people, chance] : all.people) {
    CHECK(close(found.population_at_least(people), all.at_least(people)));
    CHECK(close(found.population_at_least(people + 1), all.at_least(people + 1)));
    CHECK(close(found.population_below(people), 1 - all.at_least(people)));
    CHECK(close(found.population_at_least(people) - found.population_at_least(people + 1), chance));
  }
}

TEST_CASE("A quantile is the smallest population that is not exceeded so often") {
  auto const p = unequal(twelve);
  cod::open_ballot const open{twelve};
  by_definition const all{open, units_of(open, p)};
  simulate::share_distribution const found{open, p};
  for (auto const level : {0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999}) {
    auto const people = found.population_quantile(level);
    CHECK(1 - all.at_least(people + 1) >= level - 1e-12);
    CHECK(1 - all.at_least(people) < level);
    CHECK(all.people.count(people) == 1);
    CHECK(found.quantile(level) == test::approx(static_cast<double>(people) / static_cast<double>(twelve.population_total())));
  }
  CHECK(found.population_quantile(0) == 0);
}

TEST_CASE("At least 65 % and more than 65 % differ where a set of members has exactly 65 %") {
  constexpr cod::electorate three{{"DE"_ms, 65}, {"FR"_ms, 25}, {"IT"_ms, 10}};
  simulate::share_distribution const found{three, simulate::probabilities{three, 0.5}};
  // DE alone has exactly 65: one way of eight; DE with others: three ways more.
  CHECK(found.at_least({65, 100}) == 0.5);
  CHECK(found.more_than({65, 100}) == 0.375);
  CHECK(found.below({65, 100}) == 0.5);
  CHECK(found.percent_bins()[65] == 0.125);
  CHECK(found.percent_bins()[100] == 0.125);
  CHECK(found.percent_bins()[0] == 0.125);
  CHECK(found.mean() == 0.5);
  CHECK(found.population_quantile(0.5) == 35);  // 0, 10, 25, 35 are four ways of eight
  CHECK(found.deviation() == test::approx(std::sqrt(65 * 65 + 25 * 25 + 10 * 10) / 200));
}

TEST_CASE("The 27 members in persons: bins add up to 1, the members needed are binomial, small tails keep their digits") {
  auto const council = cod::council_on(june_2024);
  simulate::share_distribution const found{council, simulate::probabilities{council, 0.5}};
  double sum = 0, mean = 0;
  auto const bins = found.percent_bins();
  for (std::size_t k = 0; k < bins.size(); ++k) {
    sum += bins[k];
    mean += bins[k] * static_cast<double>(k);
  }
  CHECK(close(sum, 1));
  CHECK(found.mean() == test::approx(0.5).epsilon(1e-14));
  CHECK(std::abs(mean / 100 - 0.5) < 0.01);
  CHECK(found.members_exactly(27) == std::ldexp(1.0, -27));
  CHECK(found.members_exactly(13) == 20'058'300 / std::ldexp(1.0, 27));  // 27 over 13
  CHECK(found.members_at_least(14) == test::approx(0.5).epsilon(1e-14));
  CHECK(found.mean_members() == test::approx(13.5).epsilon(1e-14));
  CHECK(found.at_least({1, 1}) == std::ldexp(1.0, -27));
  CHECK(found.population_below(1) == std::ldexp(1.0, -27));
  // Everybody is all but surely in favour: that somebody is not is 1 - (1 - e)^27.
  auto const e = std::ldexp(1.0, -40);
  simulate::share_distribution const nearly{council, simulate::probabilities{council, 1 - e}};
  CHECK(nearly.below({1, 1}) == test::approx(-std::expm1(27 * std::log1p(-e))).epsilon(1e-12));
}

TEST_CASE("A table in hundredths of a percent serves as well, with Sweden and others known") {
  auto const council = cod::council_of_year(2020);
  auto const b = cod::open_ballot{council}.in_favour("SE DE FR IT ES PL RO"_members).against("HU"_members);
  auto const p = unequal(council);
  simulate::share_distribution const found{b, p};
  CHECK(found.whole() == council.population_total());
  CHECK(found.population_quantile(0) == council.population("SE DE FR IT ES PL RO"_members));
  CHECK(found.population_at_least(found.population_quantile(0)) == test::approx(1).epsilon(1e-14));
}

TEST_CASE("Where 65 % of the population is all that a rule asks for, an act is adopted as often as the share reaches 65 %") {
  auto const council = cod::council_on(june_2024);
  auto const p = unequal(council);
  cod::rule const people_only{"65 % of the population", {{.what = cod::counted::population, .share = {65, 100}}}};
  CHECK(close(simulate::chance_of_adoption(people_only, council, p).adopted(), simulate::share_distribution{council, p}.at_least({65, 100})));
}

TEST_CASE("No figures, a share above 1 and a quantile above 1 are refused") {
  auto const nobody = cod::electorate::of("DE FR"_members);
  auto const code_of = [](auto f) {
    try {
      f();
    } catch (cod::error const& e) {
      return e.code();
    }
    return cod::error_code{};
  };
  simulate::share_distribution const found{twelve, simulate::probabilities{twelve, 0.5}};
  CHECK(code_of([&] { simulate::share_distribution{nobody, simulate::probabilities{nobody, 0.5}}; }) == cod::error_code::no_population_figures);
  CHECK(code_of([&] { static_cast<void>(found.at_least({65, 10})); }) == cod::error_code::bad_figure);
  CHECK(code_of([&] { static_cast<void>(found.more_than({1, 0})); }) == cod::error_code::bad_figure);
  CHECK(code_of([&] { static_cast<void>(found.quantile(95)); }) == cod::error_code::bad_probability);
}
