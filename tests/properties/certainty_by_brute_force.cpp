// SPDX-License-Identifier: BSL-1.0
// The certainty of an outcome under a table in hundredths of a percent, against every extreme set of true figures.
#include "properties/dice.hpp"
#include "support/catch.hpp"

#include <vector>

namespace cod = codecision;
using namespace codecision::literals;

namespace {

/// A small Union whose shares are known in hundredths of a percent; true figures are kept in half-hundredths.
struct rounded_table {
  std::vector<cod::member_state> members;
  std::vector<std::int64_t> printed;
};

/// Random shares of so many members, rounded as a table prints them.
rounded_table table_of(int n, cod::test::dice& dice) {
  rounded_table t;
  std::vector<std::int64_t> persons;
  std::int64_t total = 0;
  for (int i = 0; i < n; ++i) {
    persons.push_back(dice.number(1'000'000, 90'000'000));
    total += persons.back();
  }
  for (int i = 0; i < n; ++i) {
    t.members.push_back(static_cast<cod::member_state>(i));
    t.printed.push_back((20'000 * persons[static_cast<std::size_t>(i)] + total) / (2 * total));
  }
  return t;
}

cod::electorate council_of(rounded_table const& t) {
  cod::figures_source source{.counted_in = cod::unit::hundredths_of_a_percent, .whole_in_persons = 450'000'000, .year = 2025};
  std::array<std::int64_t, cod::member_state_count> numbers{};
  std::array<cod::grade, cod::member_state_count> grades{};
  for (std::size_t i = 0; i < t.members.size(); ++i) {
    source.table_members.insert(t.members[i]);
    source.table_sum += t.printed[i];
    numbers[cod::index_of(t.members[i])] = t.printed[i];
    grades[cod::index_of(t.members[i])] = cod::grade::percent;
  }
  return cod::electorate::of(source.table_members).with_figures(source, numbers, grades);
}

/// All sets of true figures at the edges: each printed figure is off by at most half a hundredth, and together they are 100 %.
/// Where the verdict changes at all it changes between two of them, because the sums are linear and the corners of what is
/// possible have whole half-hundredths.
template <class Look>
void for_each_extreme(rounded_table const& t, Look look) {
  std::vector<std::int64_t> halves(t.printed.size());
  auto const place = [&](auto const& self, std::size_t i, std::int64_t sum) -> void {
    if (i == halves.size()) {
      if (sum == 20'000) look(halves);
      return;
    }
    for (int off = -1; off <= 1; ++off) {
      halves[i] = 2 * t.printed[i] + off;
      self(self, i + 1, sum + halves[i]);
    }
  };
  place(place, 0, 0);
}

/// The same council with these figures as persons: exact.
cod::electorate with_true_figures(cod::electorate const& council, rounded_table const& t, std::vector<std::int64_t> const& halves) {
  cod::electorate exact{};
  for (std::size_t i = 0; i < t.members.size(); ++i)
    if (council.members().contains(t.members[i])) exact = exact.with(t.members[i], halves[i]);
  return exact;
}

struct verdicts { bool adopted = false, not_adopted = false; };

verdicts over_all_extremes(cod::rule const& rule, cod::electorate const& council, rounded_table const& t, cod::member_set in_favour) {
  verdicts seen;
  for_each_extreme(t, [&](std::vector<std::int64_t> const& halves) {
    auto const exact = with_true_figures(council, t, halves);
    auto const attained = cod::majority_attained(rule, cod::ballot{exact}.in_favour(in_favour).others(cod::vote::against));
    (attained ? seen.adopted : seen.not_adopted) = true;
  });
  return seen;
}

cod::outcome vote(cod::rule const& rule, cod::electorate const& council, cod::member_set in_favour) {
  return cod::evaluate(rule, cod::ballot{council}.in_favour(in_favour).others(cod::vote::against));
}

/// A rule that asks for the printed share of these members, so that the rounding can decide.
cod::rule close_rule(cod::electorate const& council, cod::member_set in_favour, int off) {
  return {"a share of the population",
          {{.what = cod::counted::population, .share = {(in_favour.empty() ? 0 : council.population(in_favour)) + off, 10'000}}}};
}

}  // namespace

TEST_CASE("an outcome is certain exactly when no true figures within the rounding would turn it", "[properties][certainty]") {
  cod::test::dice dice{2025};
  int certain = 0, uncertain = 0;
  for (int round = 0; round < 300; ++round) {
    auto const t = table_of(dice.roll(2, 6), dice);
    auto const all = council_of(t);
    auto const council = dice.coin() ? all : all.only(dice.choose(dice.roll(1, all.size()), all.members()));
    auto const in_favour = dice.some_of(council.members());
    for (int off = -2; off <= 2; ++off) {
      auto const rule = close_rule(council, in_favour, off);
      if (rule[0].share.numerator < 1 || rule[0].share.numerator > 9'000) continue;  // the arithmetic is made for shares up to 9000 in 10 000
      auto const seen = over_all_extremes(rule, council, t, in_favour);
      auto const outcome = vote(rule, council, in_favour);
      INFO(round << ": " << cod::to_string(in_favour) << " of " << cod::to_string(council.members()) << ", " << rule[0].share.numerator << " of 10 000");
      CHECK((seen.adopted || seen.not_adopted));
      CHECK(outcome.certain() == !(seen.adopted && seen.not_adopted));
      ++(outcome.certain() ? certain : uncertain);
    }
  }
  CHECK(certain > 100);  // both happen often: the test looks at something
  CHECK(uncertain > 100);
}

TEST_CASE("the same for 65 percent of the participants without a clause on blocking members", "[properties][certainty]") {
  cod::test::dice dice{65};
  auto const rule = cod::rules::reinforced_participants_majority();
  int uncertain = 0;
  for (int round = 0; round < 400; ++round) {
    auto t = table_of(4, dice);  // the first three in favour, with 65 % or nearly
    t.printed[0] = 6'500 - t.printed[1] - t.printed[2] + dice.number(-2, 2);
    t.printed[3] = 3'500 + dice.number(-1, 1);
    if (t.printed[0] < 1) continue;
    auto const in_favour = "BE BG CZ"_members;
    auto const council = council_of(t);
    auto const seen = over_all_extremes(rule, council, t, in_favour);
    if (!seen.adopted && !seen.not_adopted) continue;  // no true figures add up to 100 %: no such table is printed
    INFO(t.printed[0] << " " << t.printed[1] << " " << t.printed[2] << " " << t.printed[3]);
    CHECK(vote(rule, council, in_favour).certain() == !(seen.adopted && seen.not_adopted));
    uncertain += seen.adopted && seen.not_adopted ? 1 : 0;
  }
  CHECK(uncertain > 50);
}

TEST_CASE("where the number k of 238(3)(a) depends on the rounding too, no outcome is called certain that is not", "[properties][certainty]") {
  cod::test::dice dice{238};
  auto const rule = cod::rules::participants_majority();
  int uncertain = 0;
  for (int round = 0; round < 2'000; ++round) {
    auto t = table_of(dice.roll(4, 5), dice);
    // Two members have close to 35 % together, or one alone; the last takes what is left.
    t.printed[0] = (dice.coin() ? 3'500 - t.printed[1] : 3'500) + dice.number(-1, 1);
    t.printed.back() = 10'000;
    for (std::size_t i = 0; i + 1 < t.printed.size(); ++i) t.printed.back() -= t.printed[i];
    if (t.printed[0] < 1 || t.printed.back() < 1) continue;
    auto const council = council_of(t);
    auto const in_favour = dice.some_of(council.members());
    auto const seen = over_all_extremes(rule, council, t, in_favour);
    INFO("round " << round << ": " << cod::to_string(in_favour) << " of " << cod::to_string(council.members()));
    if (vote(rule, council, in_favour).certain()) CHECK_FALSE((seen.adopted && seen.not_adopted));
    uncertain += seen.adopted && seen.not_adopted ? 1 : 0;
  }
  CHECK(uncertain > 50);
}

TEST_CASE("nor where the 65 percent and the number k may both turn at once", "[properties][certainty]") {
  // Two of five stand against it with 35 % or nearly: they block when they have more, and when the largest member alone has
  // more than 35 % too, so that k is 1 and two are enough.
  cod::test::dice dice{35};
  auto const rule = cod::rules::participants_majority();
  int uncertain = 0;
  for (int round = 0; round < 400; ++round) {
    auto const second = dice.number(500, 2'500), fourth = dice.number(500, 3'000);
    rounded_table t{{}, {3'500 + dice.number(-1, 1), second, 3'000 - second + dice.number(-1, 1), fourth, 0}};
    for (int i = 0; i < 5; ++i) t.members.push_back(static_cast<cod::member_state>(i));
    t.printed[4] = 10'000 - t.printed[0] - t.printed[1] - t.printed[2] - t.printed[3];
    auto const council = council_of(t);
    auto const in_favour = "BE BG CZ"_members;
    auto const seen = over_all_extremes(rule, council, t, in_favour);
    INFO(t.printed[0] << " " << t.printed[1] << " " << t.printed[2] << " " << t.printed[3] << " " << t.printed[4]);
    if (vote(rule, council, in_favour).certain()) CHECK_FALSE((seen.adopted && seen.not_adopted));
    uncertain += seen.adopted && seen.not_adopted ? 1 : 0;
  }
  CHECK(uncertain > 50);
}
