// SPDX-License-Identifier: BSL-1.0
// Does an explanation say what the outcome says? Its words are read back and counted again, on random ballots of every time and rule.
#include "properties/dice.hpp"
#include "support/catch.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;

namespace {

struct told {
  std::int64_t have = 0, of = 0, needed = 0;
  std::string status;  ///< "met exactly", "met, 7 members to spare", "missed by 2 members"
};

/// "22 of 27 in favour: met, 7 members to spare" under "members: ", and "so 15 members are needed" below it.
std::optional<told> read_members(cod::explanation const& e) {
  for (auto const& line : e.details) {
    if (line.text.rfind("members: ", 0) != 0) continue;
    told t;
    auto const colon = line.text.rfind(": ");
    t.have = std::stoll(line.text.substr(9));
    t.of = std::stoll(line.text.substr(line.text.find(" of ") + 4));
    t.status = line.text.substr(colon + 2);
    for (auto const& below : line.details)
      if (auto const so = below.text.find("so "); so != std::string::npos && below.text.find("needed") != std::string::npos) t.needed = std::stoll(below.text.substr(so + 3));
    return t;
  }
  return std::nullopt;
}

/// The first number of a text, its thousands set apart by blanks; of a share with two decimals its hundredths.
std::int64_t first_number(std::string const& text) {
  std::int64_t number = 0;
  auto at = text.find_first_of("0123456789");
  for (; at < text.size(); ++at) {
    auto const c = text[at];
    auto const next_is_digit = at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
    if (c >= '0' && c <= '9') number = 10 * number + (c - '0');
    else if ((c != ' ' && c != '.') || !next_is_digit) break;
  }
  return number;
}

/// "population: 440 873 526 persons, 97.87 % in favour: met, 148 067 628 persons to spare", or in percent with points to spare; and
/// "so 290 855 937 persons are needed" below it. Counts in the unit of the table.
void read_population(cod::explanation const& e, cod::ballot const& ballot) {
  auto const& council = ballot.council();
  auto const have = council.population(ballot.side(cod::vote::in_favour));
  auto const need = (65 * council.population_total() + 99) / 100;
  for (auto const& line : e.details) {
    if (line.text.rfind("population: ", 0) != 0) continue;
    CHECK(first_number(line.text) == have);
    auto const status = line.text.substr(line.text.rfind(": ") + 2);
    if (have == need) CHECK(status == "met exactly");
    else CHECK(status.rfind(have > need ? "met, " : "missed by ", 0) == 0);
    if (have != need) CHECK(first_number(status) == (have > need ? have - need : need - have));
    auto told = false;
    for (auto const& below : line.details)
      if (auto const so = below.text.find(", so "); so != std::string::npos) {
        CHECK(first_number(below.text.substr(so)) == need);
        told = true;
      }
    CHECK(told);
    return;
  }
  FAIL("nothing is said of the population");
}

/// The members that the headline lists after a word: "; against CZ NL PL SK;".
cod::member_set listed(std::string const& headline, std::string const& word) {
  auto const at = headline.find("; " + word + " ");
  if (at == std::string::npos) return {};
  auto const from = at + word.size() + 3;
  if (word == "abstaining" && headline.compare(from, 8, "formally") == 0) return {};
  return cod::parse_members(headline.substr(from, headline.find_first_of(";(", from) - from));
}

bool begins(std::string const& text, std::string const& words) { return text.rfind(words, 0) == 0; }

/// Do the words "met" and "missed" under the headline, the clause and the quorum lead to the verdict of the headline?
bool verdict_follows(cod::explanation const& e) {
  auto met = true, quorum = true;
  for (auto const& line : e.details) {
    if (line.text.find(": missed by ") != std::string::npos) met = false;
    if (line.text.find("the Council cannot vote") != std::string::npos) quorum = false;
  }
  auto const deemed = e.text.find("(deemed attained)") != std::string::npos;
  return begins(e.text, "adopted") == ((met || deemed) && quorum);
}

void read_back(cod::rule const& rule, cod::ballot const& ballot, std::int64_t members_needed) {
  auto const outcome = cod::evaluate(rule, ballot);
  auto const e = cod::explain(outcome);
  INFO(e.text);
  CHECK(begins(e.text, outcome.adopted() ? "adopted by " : "not adopted by "));
  CHECK(verdict_follows(e));
  CHECK(listed(e.text, "against") == ballot.side(cod::vote::against));
  CHECK(listed(e.text, "abstaining") == ballot.side(cod::vote::abstain));
  CHECK(listed(e.text, "abstaining formally") == ballot.side(cod::vote::abstain_formally));
  CHECK(listed(e.text, "absent") == ballot.side(cod::vote::absent));
  auto const members = read_members(e);
  REQUIRE(members);
  CHECK(members->have == ballot.side(cod::vote::in_favour).size());
  CHECK(members->of == ballot.council().size());
  CHECK(members->needed == members_needed);
  auto const margin = members->have - members_needed;
  auto const plural = [](std::int64_t n) { return std::to_string(n) + (n == 1 ? " member" : " members"); };
  CHECK(members->status == (margin == 0 ? "met exactly" : margin > 0 ? "met, " + plural(margin) + " to spare" : "missed by " + plural(-margin)));
}

constexpr int years[] = {2010, 2014, 2016, 2018, 2020, 2023, 2024, 2025};

}  // namespace

TEST_CASE("an explanation says who voted how, how many members and people were needed and by how much they were reached, as counted from the ballot",
          "[properties][explain]") {
  codecision::test::dice dice{1957};
  for (auto const year : years) {
    auto const council = cod::council_of_year(year);
    auto const n = static_cast<std::int64_t>(council.size());
    for (int i = 0; i < 40; ++i) {
      auto const ballot = dice.votes_in(council);
      read_back(cod::rules::qualified_majority(), ballot, (55 * n + 99) / 100);
      read_population(cod::explain(cod::evaluate(cod::rules::qualified_majority(), ballot)), ballot);
      read_back(cod::rules::reinforced_majority(), ballot, (72 * n + 99) / 100);
      read_back(cod::rules::simple_majority(), ballot, n / 2 + 1);
    }
  }
}

TEST_CASE("so it does for the votes of some members only", "[properties][explain]") {
  codecision::test::dice dice{1958};
  for (auto const year : years)
    for (int i = 0; i < 20; ++i) {
      auto const council = cod::council_of_year(year);
      auto const inner = council.only(dice.choose(dice.roll(9, council.size() - 1), council.members()));
      auto const n = static_cast<std::int64_t>(inner.size());
      read_back(cod::rules::participants_majority(), dice.votes_in(inner), (55 * n + 99) / 100);
      read_back(cod::rules::reinforced_participants_majority(), dice.votes_in(inner), (72 * n + 99) / 100);
    }
}

TEST_CASE("under weighted votes the words met and missed lead to the verdict", "[properties][explain]") {
  codecision::test::dice dice{1973};
  for (auto const day : {"1960-06-01"_date, "1975-06-01"_date, "1983-06-01"_date, "1990-06-01"_date, "1999-06-01"_date, "2004-06-01"_date, "2006-06-01"_date,
                         "2010-06-01"_date, "2014-06-01"_date})
    for (auto const who : {cod::proposer::commission, cod::proposer::member_states})
      for (int i = 0; i < 20; ++i) {
        auto const council = cod::council_on(day);
        auto const outcome = cod::evaluate(cod::rules::weighted(*council.weights(), who), dice.votes_in(council));
        auto const e = cod::explain(outcome);
        INFO(e.text);
        CHECK(begins(e.text, outcome.adopted() ? "adopted by " : "not adopted by "));
        CHECK(verdict_follows(e));
      }
}
