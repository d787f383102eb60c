// SPDX-License-Identifier: BSL-1.0
// The probability of adoption, against the sum over all ways in which toy councils can vote, and by hand.
#include <codecision/codecision.hpp>
#include <codecision/power/completions.hpp>
#include <codecision/simulate/explain_chance.hpp>

#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace cod = codecision;
namespace simulate = codecision::simulate;
namespace test = codecision::test;
using namespace codecision::literals;

namespace {

using unit_list = std::vector<simulate::voting_bloc>;

constexpr auto belgium = "BE"_ms, germany = "DE"_ms, france = "FR"_ms, poland = "PL"_ms, malta = "MT"_ms, hungary = "HU"_ms;
constexpr auto june_2024 = "2024-06-20"_date;
constexpr auto benelux = "BE NL LU"_members;

/// Ten members of today with round figures, as a council of its own.
constexpr cod::electorate ten{{germany, 83'000'000}, {france, 68'000'000},      {"IT"_ms, 59'000'000}, {"ES"_ms, 48'000'000}, {poland, 37'000'000},
                              {belgium, 11'700'000}, {"NL"_ms, 17'900'000},     {"LU"_ms, 660'000},    {hungary, 9'600'000},  {malta, 540'000}};

/// Different for all members, with one that is sure.
simulate::probabilities unequal(cod::electorate const& council) {
  simulate::probabilities p{council, 0.5};
  double next = 0.13;
  for (auto const m : council.members()) {
    p = p.with(m, next);
    next += 0.29;
    if (next > 1) next -= 1;
  }
  return p;
}

/// One way in which units can vote, and how likely it is, for every way.
template <class F>
void each_way(cod::open_ballot const& b, unit_list const& units, F f) {
  for (std::uint64_t s = 0; s >> units.size() == 0; ++s) {
    double chance = 1;
    cod::member_set in_favour;
    for (std::size_t k = 0; k < units.size(); ++k) {
      auto const joins = (s >> k & 1) != 0;
      chance *= joins ? units[k].in_favour : 1 - units[k].in_favour;
      if (joins) in_favour |= units[k].members;
    }
    f(b.completed(in_favour), chance);
  }
}
double by_definition(cod::rule const& r, cod::open_ballot const& b, unit_list const& units, cod::request asked = cod::request::none) {
  double sum = 0;
  each_way(b, units, [&](cod::ballot const& way, double chance) { sum += evaluate(r, way, asked).adopted() ? chance : 0; });
  return sum;
}
/// How likely does the vote of this member alone make the difference, all others voting as they do?
double decides_alone(cod::rule const& r, cod::open_ballot const& b, unit_list const& units, cod::member_state m) {
  double sum = 0;
  each_way(b, units, [&](cod::ballot const& way, double chance) {
    auto const with = evaluate(r, way.changed(m, cod::vote::in_favour)).adopted();
    auto const without = evaluate(r, way.changed(m, cod::vote::against)).adopted();
    sum += with != without ? chance : 0;
  });
  return sum;
}
unit_list with_probability(unit_list units, cod::member_state m, double p) {
  for (auto& u : units)
    if (u.members.contains(m)) u.in_favour = p;
  return units;
}

/// The lines of the explanation about each criterion by itself.
std::vector<std::string> lines_of_criteria(simulate::chance const& c) {
  std::vector<std::string> lines;
  for (auto const& part : simulate::explain(c).details)
    if (part.text == "each criterion by itself")
      for (auto const& line : part.details) lines.push_back(line.text);
  return lines;
}

bool close(double a, double b) { return std::abs(a - b) < 1e-13; }

void agrees_with_the_definition(cod::rule const& r, cod::open_ballot const& b, simulate::chance const& c) {
  INFO(r.name());
  auto const& units = c.units();
  CHECK(close(c.adopted(), by_definition(r, b, units)));
  CHECK(close(c.adopted() + c.not_adopted(), 1));
  for (auto const m : b.open()) {
    auto const with = by_definition(r, b, with_probability(units, m, 1)), without = by_definition(r, b, with_probability(units, m, 0));
    CHECK(close(c.if_in_favour(m), with));
    CHECK(close(c.if_against(m), without));
    CHECK(close(c.sensitivity(m), with - without));
    CHECK(close(c.decisive(m), decides_alone(r, b, units, m)));
  }
}

}  // namespace

TEST_CASE("Ten members with unequal probabilities: what the sum over all 1024 ways gives, under five rules") {
  auto const p = unequal(ten);
  cod::open_ballot const open{ten};
  for (auto const& r : {cod::rules::participants_majority(), cod::rules::reinforced_participants_majority(), cod::rules::simple_majority(),
                        cod::rules::unanimity(), cod::rules::quarter_of_member_states()})
    agrees_with_the_definition(r, open, simulate::chance_of_adoption(r, ten, p));
}

TEST_CASE("Some votes are known, one of them an abstention: only the open members are uncertain") {
  auto const b = cod::open_ballot{ten}.in_favour("DE FR IT"_members).against(hungary).abstaining(malta);
  auto const p = unequal(ten);
  for (auto const& r : {cod::rules::participants_majority(), cod::rules::simple_majority()})
    agrees_with_the_definition(r, b, simulate::chance_of_adoption(r, b, p));
  auto const c = simulate::chance_of_adoption(cod::rules::participants_majority(), b, p);
  CHECK(c.decisive(germany) == 0);
  CHECK(c.if_against(germany) == c.adopted());
  CHECK(c.probabilities()[germany] == 1);
  CHECK(c.probabilities()[hungary] == 0);
}

TEST_CASE("What is said of a member whose vote is known is not read") {
  auto const b = cod::open_ballot{ten}.against(germany);
  auto const p = unequal(ten);
  auto const r = cod::rules::participants_majority();
  CHECK(simulate::chance_of_adoption(r, b, p.with(germany, 1)).adopted() == simulate::chance_of_adoption(r, b, p.with(germany, 0)).adopted());
}

TEST_CASE("Under unanimity the probability is the product over the open members; an abstention does not stand in the way, a vote against does") {
  auto const b = cod::open_ballot{ten}.in_favour("DE FR IT ES"_members).abstaining("HU MT"_members);
  auto const p = simulate::probabilities{ten, 0.9}.with(poland, 0.5);
  auto const c = simulate::chance_of_adoption(cod::rules::unanimity(), b, p);
  CHECK(close(c.adopted(), 0.9 * 0.9 * 0.9 * 0.5));  // BE NL LU and PL are open
  CHECK(close(c.decisive(poland), 0.9 * 0.9 * 0.9));
  CHECK(close(c.if_in_favour(belgium), 0.9 * 0.9 * 0.5));
  CHECK(c.if_against(belgium) == 0);
  CHECK(simulate::chance_of_adoption(cod::rules::unanimity(), b.changed(hungary, cod::vote::against), p).adopted() == 0);
}

TEST_CASE("A simple majority of equally likely members is binomial: six of ten with one half is 386/1024") {
  auto const c = simulate::chance_of_adoption(cod::rules::simple_majority(), ten, simulate::probabilities{ten, 0.5});
  CHECK(c.adopted() == 386 / 1024.0);                // 210 + 120 + 45 + 10 + 1
  CHECK(c.decisive(malta) == 126 / 512.0);           // five of the nine others
  CHECK(c.if_in_favour(malta) == 256 / 512.0);       // five or more of the nine others
  CHECK(c.expected_in_favour() == 5);
  CHECK(c.deviation_in_favour() == test::approx(std::sqrt(2.5)));
}

TEST_CASE("Members that move together: what the sum over all ways of the blocs gives, and a member alone is not its bloc") {
  auto const p = unequal(ten);
  for (auto const& r : {cod::rules::participants_majority(), cod::rules::simple_majority(), cod::rules::unanimity()}) {
    cod::open_ballot const open{ten};
    unit_list const blocs{{"Benelux", benelux, 0.7}, {"Axis", "DE FR"_members, 0.6}};
    agrees_with_the_definition(r, open, simulate::chance_of_adoption(r, open, p, blocs));
    auto const partly = open.in_favour("IT ES"_members).abstaining(malta);
    agrees_with_the_definition(r, partly, simulate::chance_of_adoption(r, partly, p, blocs));
  }
}

TEST_CASE("A bloc whose member decides alone less often than the bloc: three of ten against a majority of six") {
  // Six of ten; Benelux is three votes in one. The bloc decides when 3, 4 or 5 of the seven others agree: 35 + 35 + 21 of 128.
  cod::open_ballot const open{ten};
  auto const c = simulate::chance_of_adoption(cod::rules::simple_majority(), open, simulate::probabilities{ten, 0.5}, {{"Benelux", benelux, 0.5}});
  CHECK(close(c.sensitivity(belgium), 91 / 128.0));
  // Belgium alone: with the two others of the bloc in favour, 3 of seven; with them against, 5 of seven.
  CHECK(close(c.decisive(belgium), 0.5 * 35 / 128 + 0.5 * 21 / 128));
  CHECK(c.units().size() == 8);
  CHECK(c.expected_in_favour() == 5);
  CHECK(c.deviation_in_favour() == test::approx(std::sqrt(7 * 0.25 + 9 * 0.25)));
}

TEST_CASE("A bloc of one member is that member, and blocs of all members leave one coin") {
  cod::open_ballot const open{ten};
  auto const p = unequal(ten);
  auto const r = cod::rules::participants_majority();
  CHECK(close(simulate::chance_of_adoption(r, open, p, {{"Malta", malta, p[malta]}}).adopted(), simulate::chance_of_adoption(r, ten, p).adopted()));
  auto const all = simulate::chance_of_adoption(r, open, p, {{"all", ten.members(), 0.3}});
  CHECK(close(all.adopted(), 0.3));
  CHECK(all.sensitivity(malta) == 1);
  CHECK(all.decisive(malta) == 0);
}

TEST_CASE("Bayes and success: a member's vote and the outcome, counted over all ways") {
  auto const p = unequal(ten);
  auto const r = cod::rules::participants_majority();
  auto const c = simulate::chance_of_adoption(r, ten, p);
  for (auto const m : ten.members()) {
    double both = 0, agree = 0;
    each_way(c.ballot(), c.units(), [&](cod::ballot const& way, double chance) {
      auto const adopted = evaluate(r, way).adopted(), in_favour = way.side(cod::vote::in_favour).contains(m);
      both += adopted && in_favour ? chance : 0;
      agree += adopted == in_favour ? chance : 0;
    });
    CHECK(close(c.in_favour_if_adopted(m), both / c.adopted()));
    CHECK(close(c.success(m), agree));
  }
}

TEST_CASE("When nothing is open any more, or whatever is open cannot change it, the probability is 0 or 1") {
  auto const r = cod::rules::participants_majority();
  auto const p = unequal(ten);
  auto const done = cod::open_ballot{ten}.others(cod::vote::in_favour);
  CHECK(simulate::chance_of_adoption(r, done, p).adopted() == 1);
  CHECK(simulate::chance_of_adoption(r, done, p).not_adopted() == 0);
  auto const blocked = cod::open_ballot{ten}.against("DE FR IT ES"_members);
  CHECK(simulate::chance_of_adoption(r, blocked, p).adopted() == 0);
  CHECK(simulate::chance_of_adoption(r, blocked, p).decisive(belgium) == 0);
  auto const carried = cod::open_ballot{ten}.in_favour("DE FR IT ES PL BE NL LU HU"_members);
  CHECK(simulate::chance_of_adoption(r, carried, p).adopted() == 1);
}

TEST_CASE("Where too many are known to be absent for a quorum, nothing is adopted") {
  auto const b = cod::open_ballot{ten}.absent("DE FR IT ES PL"_members);
  CHECK(simulate::chance_of_adoption(cod::rules::quarter_of_member_states(), b, simulate::probabilities{ten, 0.9}).adopted() == 0);
}

TEST_CASE("When all of 27 toss a coin, the act is adopted with 17 752 555 / 2^27, and every open ballot agrees with its completions") {
  auto const council = cod::council_on(june_2024);
  auto const r = cod::rules::qualified_majority();
  auto const c = simulate::chance_of_adoption(r, council, simulate::probabilities{council, 0.5});
  CHECK(c.adopted() == 17'752'555 / std::ldexp(1.0, 27));
  auto const b = cod::open_ballot{council}.in_favour("DE FR IT ES NL"_members).against("HU PL"_members).abstaining("AT"_members);
  auto const counted = assess(r, b).completions();
  auto const open = simulate::chance_of_adoption(r, b, simulate::probabilities{b, 0.5});
  CHECK(open.adopted() == static_cast<double>(counted.adopting()) / static_cast<double>(counted.total()));
  for (auto const m : b.open()) CHECK(open.decisive(m) == 2.0 * static_cast<double>(counted.decisive(m)) / static_cast<double>(counted.total()));
}

TEST_CASE("Who is decisive most often comes first") {
  auto const council = cod::council_on(june_2024);
  auto const c = simulate::chance_of_adoption(cod::rules::qualified_majority(), council, simulate::probabilities{council, 0.6});
  auto const order = c.most_decisive();
  REQUIRE(order.size() == 27);
  CHECK(order.front() == germany);
  CHECK(order.back() == malta);
  for (std::size_t k = 1; k < order.size(); ++k) CHECK(c.decisive(order[k - 1]) >= c.decisive(order[k]));
}

TEST_CASE("With the weighted votes of Nice and the check of 62 % for some blocs, a diagram takes over and agrees with the sum") {
  auto const council = cod::council_on("2012-01-01"_date);
  auto const r = cod::rules::weighted(cod::regime::twenty_seven_nice);
  unit_list const blocs{{"a", "DE FR"_members, 0.8}, {"b", "IT ES PT EL"_members, 0.7},       {"c", "BE NL LU"_members, 0.55}, {"d", "PL CZ SK HU"_members, 0.65},
                        {"e", "EE LV LT"_members, 0.9}, {"f", "DK SE FI"_members, 0.75}, {"g", "AT SI RO BG"_members, 0.6}};
  cod::open_ballot const open{council};
  auto const c = simulate::chance_of_adoption(r, open, simulate::probabilities{council, 0.85}, blocs, cod::request::population_check);
  CHECK(c.units().size() == 11);
  CHECK(close(c.adopted(), by_definition(r, open, c.units(), cod::request::population_check)));
}

TEST_CASE("What cannot be: a probability that is none, a member in two blocs, an empty bloc, a bloc with a vote that is known") {
  auto const r = cod::rules::participants_majority();
  auto const p = simulate::probabilities{ten, 0.5};
  auto const b = cod::open_ballot{ten}.in_favour(france);
  auto const code_of = [&](unit_list const& blocs) {
    try {
      static_cast<void>(simulate::chance_of_adoption(r, b, p, blocs));
    } catch (cod::error const& e) {
      return e.code();
    }
    return cod::error_code{};
  };
  CHECK(code_of({{"x", benelux, 1.5}}) == cod::error_code::bad_probability);
  CHECK(code_of({{"x", benelux, std::numeric_limits<double>::quiet_NaN()}}) == cod::error_code::bad_probability);
  CHECK(code_of({{"x", benelux, 0.5}, {"y", "BE PL"_members, 0.5}}) == cod::error_code::bad_coalition_list);
  CHECK(code_of({{"x", {}, 0.5}}) == cod::error_code::bad_coalition_list);
  CHECK(code_of({{"x", "FR DE"_members, 0.5}}) == cod::error_code::bad_scenario);
  CHECK(code_of({{"x", "SE DE"_members, 0.5}}) == cod::error_code::not_a_member);
  CHECK(code_of({{"x", benelux, 0.5}, {"x", "PL HU"_members, 0.5}}) == cod::error_code::bad_weight);
  CHECK_THROWS_AS(simulate::probabilities(ten, -0.1), cod::error);
  auto const c = simulate::chance_of_adoption(r, b, p);  // Sweden is not one of the ten
  for (auto const ask : {&simulate::chance::decisive, &simulate::chance::sensitivity, &simulate::chance::if_in_favour, &simulate::chance::if_against,
                         &simulate::chance::in_favour_if_adopted, &simulate::chance::success})
    CHECK_THROWS_WITH((c.*ask)("SE"_ms), test::contains("COD-M103"));
  CHECK_THROWS_AS(simulate::chance_of_adoption(r, b, simulate::probabilities{ten.without(germany), 0.5}), cod::error);
  CHECK_THROWS_WITH(simulate::chance_of_adoption(r, b, p, {{"Axis", "FR DE"_members, 0.5}}),
                    test::contains("the bloc 'Axis' is to move together, and the vote of FR is known"));
}

TEST_CASE("The explanation names what is known, what is assumed, each criterion and who matters most") {
  auto const b = cod::open_ballot{ten}.in_favour("DE FR IT ES"_members).against(hungary);
  auto const c = simulate::chance_of_adoption(cod::rules::simple_majority(), b, simulate::probabilities{ten, 0.5}, {{"Benelux", benelux, 0.5}});
  auto const why = simulate::explain(c, 2);
  // Four are in favour; two more are needed: Benelux, or Poland and Malta. 1/2 + 1/2 * 1/4.
  CHECK(why.text == "adopted with a probability of 62.50 % by simple majority");
  REQUIRE(why.details.size() == 4);
  CHECK(why.details[0].text == "known: in favour DE ES FR IT; not in favour HU");
  CHECK(why.details[1].text == "5 open members, probability of voting in favour: Benelux MT PL 50.00 %");
  CHECK(why.details[1].details[0].text == "Benelux moves together: BE LU NL");
  CHECK(why.details[1].details[1].text == "assumed: blocs and other members decide independently of each other; who is not in favour is against");
  CHECK(why.details[2].details[0].text == "members: 6 members needed, reached with a probability of 62.50 %; on average 6.50 in favour, standard deviation 1.66");  // sqrt(9/4 + 1/4 + 1/4)
  CHECK(why.details[3].details.size() == 2);
}

TEST_CASE("Three populous opponents of 2024 do not block, whatever their population: the explanation names the clause of TEU 16(4)") {
  auto const b = cod::open_ballot{cod::council_of_year(2024)}.against("DE FR IT"_members).unknown("MT ES"_members).others(cod::vote::in_favour);
  auto const c = simulate::chance_of_adoption(cod::rules::qualified_majority(), b, simulate::probabilities{b.council(), 0.5});
  CHECK(c.adopted() == 0.25);  // Malta and Spain both in favour
  auto const lines = lines_of_criteria(c);
  REQUIRE(lines.size() == 3);
  CHECK_THAT(lines[0], test::contains("reached with a probability of 100.00 %"));
  CHECK_THAT(lines[1], test::contains("reached with a probability of 0.00 %"));
  CHECK(lines[2] == "fewer than 4 members block, so that the majority is deemed attained: probability 25.00 %");
}

TEST_CASE("Where only votes against make a blocking minority, who abstains or is absent does not block") {
  // Three against, Malta abstains and Cyprus is absent: it is deemed attained unless Spain, the only one open, is against.
  auto const b = cod::open_ballot{cod::council_of_year(2024)}.against("DE FR IT"_members).abstaining("MT"_members).absent("CY"_members)
                     .unknown("ES"_members).others(cod::vote::in_favour);
  auto const literal = cod::rules::qualified_majority(cod::blockers::against);
  auto const p = simulate::probabilities{b.council(), 0.3};
  auto const c = simulate::chance_of_adoption(literal, b, p);
  CHECK(close(c.adopted(), by_definition(literal, b, c.units())));
  CHECK_THAT(lines_of_criteria(c).back(), test::contains("fewer than 4 members block") && test::ends_with("probability 30.00 %"));
  CHECK_THAT(lines_of_criteria(simulate::chance_of_adoption(cod::rules::qualified_majority(), b, p)).back(), test::ends_with("probability 0.00 %"));
}

TEST_CASE("The clause is as likely as the sum over all ways in which fewer than so many members block, in blocs as well") {
  auto const b = cod::open_ballot{cod::council_of_year(2024)}.against("DE FR"_members).unknown("IT ES PL RO NL BE MT"_members).others(cod::vote::in_favour);
  auto const c = simulate::chance_of_adoption(cod::rules::qualified_majority(), b, simulate::probabilities{b.council(), 0.9}, {{"Benelux", "BE NL"_members, 0.6}});
  double sum = 0;
  each_way(b, c.units(), [&](cod::ballot const& way, double chance) { sum += 27 - way.side(cod::vote::in_favour).size() < 4 ? chance : 0; });
  CHECK_THAT(lines_of_criteria(c).back(), test::ends_with("probability " + cod::wording::share_in_percent(sum)));
}

TEST_CASE("A council without population figures has its line for the members as well") {
  constexpr auto six = cod::electorate::of("BE DE FR IT LU NL"_members);
  auto const c = simulate::chance_of_adoption(cod::rules::simple_majority(), cod::open_ballot{six}, simulate::probabilities{six, 0.5});
  // Four or more of six coins: (15 + 6 + 1) / 64.
  CHECK(lines_of_criteria(c) == std::vector<std::string>{"members: 4 members needed, reached with a probability of 34.38 %; on average 3.00 in favour, standard deviation 1.22"});
}

TEST_CASE("Unanimity asks who is not against, and constructive abstention who does not abstain formally: each has its line") {
  auto const b = cod::open_ballot{ten}.abstaining("HU"_members).unknown("MT PL"_members).others(cod::vote::in_favour);
  auto const p = simulate::probabilities{ten, 0.5};
  CHECK(lines_of_criteria(simulate::chance_of_adoption(cod::rules::unanimity(), b, p)) ==
        std::vector<std::string>{"members not against: 10 members needed, reached with a probability of 25.00 %"});
  auto const formal = b.changed("FR DE IT ES"_members, cod::vote::abstain_formally);  // four of ten, with three quarters of the people
  auto const c = simulate::chance_of_adoption(cod::rules::constructive_abstention(), formal, p);
  auto const lines = lines_of_criteria(c);
  REQUIRE(lines.size() == 3);
  CHECK(c.adopted() == 0);
  CHECK(lines[0] == "members not against: 10 members needed, reached with a probability of 25.00 %");
  CHECK(lines[1] == "members without a formal abstention: 7 members needed, reached with a probability of 0.00 %");
  CHECK_THAT(lines[2], test::starts_with("population without a formal abstention: ") && test::ends_with("0.00 %"));
}

TEST_CASE("A bloc may have any name that is not one of another unit, also one that a part of a bloc would have") {
  auto const r = cod::rules::participants_majority();
  auto const p = simulate::probabilities{ten, 0.5};
  cod::open_ballot const b{ten};
  for (auto const& blocs : {unit_list{{"IT", "FR ES"_members, 0.3}, {"B", "IT PL"_members, 0.8}}, unit_list{{"A", "FR ES"_members, 0.3}, {"A without FR", "IT PL"_members, 0.8}},
                            unit_list{{"FR", "DE BE"_members, 0.3}, {"DE", "FR MT"_members, 0.8}}})
    agrees_with_the_definition(r, b, simulate::chance_of_adoption(r, b, p, blocs));
  CHECK_THROWS_WITH(simulate::chance_of_adoption(r, b, p, {{"IT", "FR ES"_members, 0.3}}), test::contains("COD-P702"));  // there is an Italy
}
