// SPDX-License-Identifier: BSL-1.0
// EEC 148(2), later EC 148(2) and 205(2): weighted votes from 1958 to October 2004.
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::test::with_against;
using cod::test::with_in_favour;

namespace {

struct period {
  cod::date first, last;
  char const* basis;
  int members, votes, needed, members_otherwise, blocking;
};

// As the treaties and the acts of accession fixed them; the blocking votes are the total less the majority, plus one.
constexpr period periods[] = {
    {"1958-01-01"_date, "1972-12-31"_date, "EEC 148(2)", 6, 17, 12, 4, 6},
    {"1973-01-01"_date, "1980-12-31"_date, "EEC 148(2)", 9, 58, 41, 6, 18},
    {"1981-01-01"_date, "1985-12-31"_date, "EEC 148(2)", 10, 63, 45, 6, 19},
    {"1986-01-01"_date, "1993-10-31"_date, "EEC 148(2)", 12, 76, 54, 8, 23},
    {"1995-01-01"_date, "1999-04-30"_date, "EC 148(2)", 15, 87, 62, 10, 26},
    {"1999-05-01"_date, "2004-04-30"_date, "EC 205(2)", 15, 87, 62, 10, 26},
    {"2004-05-01"_date, "2004-10-31"_date, "EC 205(2)", 25, 124, 88, 17, 37},
};

cod::applicable_rule rule_on(period const& p, cod::date day, cod::proposer who) { return cod::catalogue({p.basis}, who, day); }

}  // namespace

TEST_CASE("each enlargement from 1973 to 2004 brought new votes, on its day", "[law][eec_148]") {
  for (auto const& p : periods)
    for (auto const day : {p.first, p.last}) {
      auto const council = cod::council_on(day);
      auto const rule = rule_on(p, day, cod::proposer::commission);
      INFO(cod::to_string(day));
      CHECK(council.size() == p.members);
      CHECK(council.votes(council.members()) == p.votes);
      CHECK(cod::votes_needed(rule, council) == p.needed);
      CHECK(p.votes - p.needed + 1 == p.blocking);
    }
}

TEST_CASE("before November 2004 the votes alone decide on a proposal of the Commission; otherwise some members are needed too", "[law][eec_148]") {
  for (auto const& p : periods) {
    INFO(p.members);
    CHECK(rule_on(p, p.first, cod::proposer::commission).members_needed(p.members) == 0);
    CHECK(rule_on(p, p.first, cod::proposer::member_states).members_needed(p.members) == p.members_otherwise);
  }
}

TEST_CASE("among the six, Germany, France and Italy carried a Commission proposal with 12 votes, but nothing else: they were three, not four", "[law][eec_148]") {
  auto const council = cod::council_on("1965-07-01"_date);
  auto const three = "DE FR IT"_members;
  CHECK(council.votes(three) == 12);
  CHECK(with_in_favour(cod::rules::weighted(cod::regime::six), council, three).adopted());
  CHECK_FALSE(with_in_favour(cod::rules::weighted(cod::regime::six, cod::proposer::none), council, three).adopted());
}

TEST_CASE("Germany, France, Belgium and the Netherlands carried both kinds of act", "[law][eec_148]") {
  auto const council = cod::council_on("1965-07-01"_date);
  CHECK(with_in_favour(cod::rules::weighted(cod::regime::six), council, "DE FR BE NL"_members).adopted());
  CHECK(with_in_favour(cod::rules::weighted(cod::regime::six, cod::proposer::none), council, "DE FR BE NL"_members).adopted());
}

TEST_CASE("the Nice conditions on members do not reach back: seven of twelve, eight of fifteen and thirteen of 25 carried Commission proposals",
          "[law][eec_148]") {
  struct few { cod::date day; cod::regime weights; cod::member_set in_favour; int votes; };
  for (auto const& f : {few{"1990-01-01"_date, cod::regime::twelve, "DE FR IT UK ES BE IE"_members, 56},
                        few{"2000-01-01"_date, cod::regime::fifteen, "DE FR IT UK ES BE EL NL"_members, 63},
                        few{"2004-06-01"_date, cod::regime::twenty_five_transition, "DE FR IT UK ES PL BE CZ EL HU NL PT AT"_members, 90}}) {
    auto const council = cod::council_on(f.day);
    INFO(cod::to_string(f.day));
    CHECK(council.votes(f.in_favour) == f.votes);
    CHECK(with_in_favour(cod::rules::weighted(f.weights), council, f.in_favour).adopted());
    CHECK_FALSE(with_in_favour(cod::rules::weighted(f.weights, cod::proposer::none), council, f.in_favour).adopted());
  }
}

TEST_CASE("among the fifteen 26 votes block and 25 do not", "[law][eec_148]") {
  auto const council = cod::council_on("2000-01-01"_date);
  auto const rule = cod::rules::weighted(cod::regime::fifteen);
  CHECK(with_against(rule, council, "UK ES DK SE"_members).adopted());        // 10 + 8 + 3 + 4 = 25
  CHECK_FALSE(with_against(rule, council, "DE UK DK IE"_members).adopted());  // 10 + 10 + 3 + 3 = 26
}

TEST_CASE("weighted votes need no figures on population", "[law][eec_148]") {
  auto const council = cod::council_on("1990-01-01"_date);
  CHECK_FALSE(council.has_population());
  auto const outcome = with_against(cod::rules::weighted(cod::regime::twelve), council, "DE FR"_members);
  CHECK(outcome.adopted());  // 56 of 54
  CHECK(outcome.certain());
  CHECK(outcome.blocking_minority().population_needed == 0);
}
