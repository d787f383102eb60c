// SPDX-License-Identifier: BSL-1.0
// Does an explanation say what the ballot says? Its words are read back and compared with a count from the ballot and the words of the law.
#include "properties/dice.hpp"
#include "properties/times.hpp"
#include "support/catch.hpp"

#include <codecision/data/parliament_seats.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;

namespace {

// ----- reading -----

bool begins(std::string const& text, std::string const& words) { return text.rfind(words, 0) == 0; }
bool says(std::string const& text, std::string const& words) { return text.find(words) != std::string::npos; }
/// What stands behind these words; empty when they are not there.
std::string behind(std::string const& text, std::string const& words) {
  auto const at = text.find(words);
  return at == std::string::npos ? "" : text.substr(at + words.size());
}

/// A number as it is written: its digits, of which some stand behind the point.
struct written {
  std::int64_t digits = -1;  ///< all of them as one number: 9787 of "97.87"; -1 where there is no number
  int decimals = 0;
};

/// The first number of a text, its thousands set apart by blanks: 440873526 of "440 873 526 persons", 9787 of "97.87 % in favour".
written first_number(std::string const& text) {
  written number;
  auto const is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  auto behind_point = false;
  for (auto at = text.find_first_of("0123456789"); at < text.size(); ++at) {
    if (is_digit(at)) {
      number.digits = 10 * (number.digits < 0 ? 0 : number.digits) + (text[at] - '0');
      number.decimals += behind_point ? 1 : 0;
    } else if (text[at] == '.' && is_digit(at + 1)) {
      behind_point = true;
    } else if (!(text[at] == ' ' && is_digit(at + 1) && is_digit(at + 2) && is_digit(at + 3) && !is_digit(at + 4))) {
      break;
    }
  }
  return number;
}
std::int64_t number_in(std::string const& text) { return first_number(text).digits; }

/// Is this number the share in percent, rounded half up to its decimals?
bool is_share(written percent, std::int64_t part, std::int64_t whole) {
  std::int64_t hundred = 100;
  for (int i = 0; i < percent.decimals; ++i) hundred *= 10;
  auto const off = percent.digits * whole - part * hundred;  // from half a unit below to half a unit above
  return -whole < 2 * off && 2 * off <= whole;
}

/// The members that stand behind a word of the headline: "; against CZ NL PL SK;".
cod::member_set listed(std::string const& headline, std::string const& word) {
  auto const rest = behind(headline, "; " + word + " ");
  if (word == "abstaining" && begins(rest, "formally")) return {};
  return cod::parse_members(rest.substr(0, rest.find_first_of(";(")));
}

/// The lines below the headline that tell how a criterion stands, in their order.
std::vector<cod::explanation> criteria_lines(cod::explanation const& e) {
  std::vector<cod::explanation> lines;
  for (auto const& line : e.details)
    if (begins(line.text, "members: ") || begins(line.text, "population: ") || begins(line.text, "weighted votes: ") || begins(line.text, "votes cast: "))
      lines.push_back(line);
  return lines;
}
/// The line that begins with these words; an empty one when there is none.
cod::explanation line_of(cod::explanation const& e, std::string const& words) {
  for (auto const& line : e.details)
    if (begins(line.text, words)) return line;
  return {};
}

// ----- what it must say -----

/// A criterion of a rule as the law has it, counted from the ballot.
struct counted_criterion {
  std::string what;  ///< "members", "population", "weighted votes", "votes cast"
  std::int64_t have = 0, of = 0, need = 0;
  std::string who = "in favour";
  bool is_alternative = false;  ///< it and the other alternative: one of them suffices
  bool is_checked = true;       ///< false for the population when nobody asked
  cod::unit in = cod::unit::persons;
  bool is_printed = false;  ///< the figures are a whole table in percent
};

/// "1 member", "2 members"; of people "1 persons", or "0.05 points" where they are counted in hundredths of a percent.
std::string unit_of(counted_criterion const& c, std::int64_t n) {
  if (c.what == "population") return c.in == cod::unit::persons ? " persons" : " points";
  std::string const one = c.what == "members" ? "member" : c.what == "votes cast" ? "vote" : "weighted vote";
  return " " + one + (n == 1 ? "" : "s");
}

/// "22 of 27 in favour"; "440 873 526 persons, 97.87 % in favour"; of a table in percent "70.81 % of a printed 100.01 % in favour",
/// and of a part of it "70.83 % of those who vote (64.12 of 90.53 points) in favour".
void read_count(std::string const& told, counted_criterion const& c) {
  if (c.what != "population") {
    CHECK(number_in(told) == c.have);
    CHECK(number_in(behind(told, " of ")) == c.of);
  } else if (c.is_printed) {
    CHECK(number_in(told) == c.have);
    CHECK(number_in(behind(told, " of a printed ")) == c.of);
  } else if (c.in == cod::unit::persons) {
    CHECK(number_in(told) == c.have);
    CHECK(is_share(first_number(behind(told, " persons, ")), c.have, c.of));
  } else {
    CHECK(is_share(first_number(told), c.have, c.of));
    CHECK(number_in(behind(told, " of those who vote (")) == c.have);
    CHECK(number_in(behind(behind(told, " of those who vote ("), " of ")) == c.of);
  }
}

/// "met exactly", "met, 7 members to spare", "missed by 2 members".
void read_margin(std::string const& status, counted_criterion const& c) {
  auto const margin = c.have - c.need, difference = margin < 0 ? -margin : margin;
  if (margin == 0) {
    CHECK(status == "met exactly");
    return;
  }
  CHECK(begins(status, margin > 0 ? "met, " : "missed by "));
  CHECK(number_in(status) == difference);
  CHECK(begins(status.substr(status.find_last_of("0123456789") + 1), unit_of(c, difference) + (margin > 0 ? " to spare" : "")));
}

/// "65 % of 447 470 672 persons is 290 855 936.8, so 290 855 937 persons are needed", "all 27 members are needed",
/// "12 of 17 weighted votes are needed", "55 % of 26 members is 14.3, and never fewer than 15 members are needed".
void read_need(std::string const& arithmetic, counted_criterion const& c) {
  INFO(arithmetic);
  auto const singular = c.need == 1 && !begins(arithmetic, "all ") && !says(arithmetic, "never fewer");
  CHECK(says(arithmetic, singular ? " is needed" : " are needed"));
  for (auto const* words : {", so ", "never fewer than ", "all "})
    if (auto const rest = behind(arithmetic, words); !rest.empty()) {
      CHECK(number_in(rest) == c.need);
      if (words != std::string{"all "}) CHECK(number_in(behind(arithmetic, " of ")) == c.of);
      return;
    }
  CHECK(number_in(arithmetic) == c.need);
  CHECK(number_in(behind(arithmetic, " of ")) == c.of);
}

void read_criterion(cod::explanation const& line, counted_criterion const& c) {
  INFO(line.text);
  REQUIRE(begins(line.text, c.what + ": "));
  auto told = behind(line.text, c.what + ": ");
  CHECK(says(told, "not checked, because no member asked") == !c.is_checked);
  if (!c.is_checked) {
    if (c.of == 0) return;
    REQUIRE(!line.details.empty());
    auto const& would_be = line.details.front().text;
    CHECK(begins(would_be, "would be "));
    CHECK(is_share(first_number(would_be), c.have, c.of));
    read_need(behind(would_be, "; "), c);
    return;
  }
  std::string const other_way = " (an alternative: one of them suffices)";
  CHECK(says(told, other_way) == c.is_alternative);
  if (c.is_alternative) told = told.substr(0, told.find(other_way));
  auto const colon = told.rfind(": ");
  CHECK(says(told.substr(0, colon), " " + c.who));
  read_count(told, c);
  read_margin(told.substr(colon + 2), c);
  REQUIRE(!line.details.empty());
  read_need(line.details.front().text, c);
}

/// All criteria, no other, and in this order.
void read_criteria(cod::explanation const& e, std::vector<counted_criterion> const& wanted) {
  auto const lines = criteria_lines(e);
  REQUIRE(lines.size() == wanted.size());
  for (std::size_t i = 0; i < lines.size(); ++i) read_criterion(lines[i], wanted[i]);
}

/// Who stands against the majority, and how many they must be at least; 0 without a clause.
struct counted_block {
  cod::member_set members;
  int fewest = 0;
};

/// What the law makes of a ballot.
struct counted_vote {
  std::vector<counted_criterion> criteria;
  counted_block block;
  bool tells_of_a_block = true;  ///< under unanimity everybody blocks, and nothing is said

  /// Do all criteria hold, one of those that are alternatives?
  [[nodiscard]] bool criteria_hold() const {
    auto alternatives = false, one_of_them = false;
    for (auto const& c : criteria) {
      alternatives = alternatives || c.is_alternative;
      one_of_them = one_of_them || (c.is_alternative && c.have >= c.need);
      if (c.is_checked && !c.is_alternative && c.have < c.need) return false;
    }
    return !alternatives || one_of_them;
  }
  [[nodiscard]] bool is_deemed_attained() const { return !criteria_hold() && block.members.size() < block.fewest; }
  [[nodiscard]] bool is_attained() const { return criteria_hold() || is_deemed_attained(); }
};

/// "blocking minority: CZ NL PL SK (4 members, 15.97 %) does not suffice to block", and below it what it takes.
void read_block(cod::explanation const& e, counted_vote const& v, cod::electorate const& council) {
  auto const line = line_of(e, "blocking minority: ");
  CHECK(line.text.empty() == !v.tells_of_a_block);
  if (!v.tells_of_a_block) return;
  INFO(line.text);
  auto const who = behind(line.text, "blocking minority: ");
  auto const names = who.substr(0, who.find(" ("));
  CHECK((names == "nobody" ? cod::member_set{} : cod::parse_members(names)) == v.block.members);
  CHECK(number_in(behind(who, " (")) == v.block.members.size());
  CHECK(says(who, v.is_attained() ? ") does not suffice to block" : ") suffices to block"));
  std::string all;
  for (auto const& below : line.details) all += below.text + "\n";
  INFO(all);
  if (v.block.fewest > 0) {
    auto const fewest = std::to_string(v.block.fewest);
    CHECK((says(all, "plus one makes " + fewest + " to block\n") || says(all, "at least " + fewest + " members are needed to block\n")));
  }
  CHECK(says(all, "the majority is deemed attained although a criterion is missed") == v.is_deemed_attained());
  for (auto const& c : v.criteria) {
    if (c.what == "members") CHECK(number_in(behind(all, "to block by number takes ")) == c.of - c.need + 1);
    if (c.what == "weighted votes") {
      CHECK(number_in(behind(all, "to block by votes takes ")) == c.of - c.need + 1);
      CHECK(number_in(behind(all, ": they have ")) == council.votes(v.block.members));
    }
    if (c.what != "population" || !c.is_checked) continue;
    auto const people = council.population(v.block.members), needed = c.of - c.need + 1;
    auto const told = behind(all, "to block by population takes ");
    CHECK(number_in(told) == needed);
    CHECK(number_in(behind(told, ": ")) == (people < needed ? needed - people : people - needed));
    CHECK(says(told.substr(0, told.find('\n')), people < needed ? " short" : " more than that"));
    auto const share = first_number(behind(behind(who, " ("), ", "));
    if (c.is_printed) CHECK(share.digits == people);
    else CHECK(is_share(share, people, c.of));
  }
}

void read_headline(std::string const& headline, counted_vote const& v, cod::ballot const& ballot) {
  auto const present = ballot.council().size() - ballot.side(cod::vote::absent).size();
  CHECK(begins(headline, v.is_attained() && 2 * present > ballot.council().size() ? "adopted by " : "not adopted by "));
  CHECK(says(headline, "(deemed attained)") == v.is_deemed_attained());
  auto const in_favour = ballot.side(cod::vote::in_favour).size();
  CHECK(says(headline, ": " + std::to_string(in_favour) + (in_favour == 1 ? " member in favour" : " members in favour")));
  CHECK(listed(headline, "against") == ballot.side(cod::vote::against));
  CHECK(listed(headline, "abstaining") == ballot.side(cod::vote::abstain));
  CHECK(listed(headline, "abstaining formally") == ballot.side(cod::vote::abstain_formally));
  CHECK(listed(headline, "absent") == ballot.side(cod::vote::absent));
}

/// "quorum: 12 present in person, 14 needed ...: the Council cannot vote"; nothing is said when all are present.
void read_quorum(cod::explanation const& e, cod::ballot const& ballot) {
  auto const n = ballot.council().size(), present = n - ballot.side(cod::vote::absent).size();
  auto const told = line_of(e, "quorum: ").text;
  CHECK(told.empty() == (present == n));
  if (told.empty()) return;
  CHECK(number_in(told) == present);
  CHECK(number_in(behind(told, "in person, ")) == n / 2 + 1);
  CHECK(says(told, "the Council cannot vote") == (2 * present <= n));
}

/// What the rule asks of this council, told before anybody has voted: the same numbers.
void read_rule(cod::rule const& rule, cod::electorate const& council, std::vector<counted_criterion> const& wanted) {
  auto const e = cod::explain(rule, council);
  std::size_t i = 0;
  for (auto const& c : wanted) {
    if (c.of == 0) continue;  // no figures
    REQUIRE(i < e.details.size());
    read_need(e.details[i].text, c);
    CHECK(says(e.details[i].text, ", when a member asks") == (c.what == "population" && says(std::string{rule.name()}, "Nice")));
    ++i;
  }
  REQUIRE(i < e.details.size());
  CHECK(begins(e.details[i].text, "a blocking minority needs at least "));
}

struct seen {
  int adopted = 0, not_adopted = 0, deemed = 0;
};

void read_back(cod::rule const& rule, cod::ballot const& ballot, counted_vote const& v, seen& all, cod::request asked = cod::request::none) {
  INFO(cod::test::to_repeat(rule, ballot, asked));
  auto const outcome = cod::evaluate(rule, ballot, asked);
  auto const e = cod::explain(outcome);
  INFO(e.text);
  CHECK(begins(e.text, (outcome.adopted() ? "adopted by " : "not adopted by ") + std::string{rule.name()}));
  read_headline(e.text, v, ballot);
  read_criteria(e, v.criteria);
  read_block(e, v, ballot.council());
  read_quorum(e, ballot);
  if (auto const told = line_of(e, "figures: "); !told.details.empty() && says(told.details.front().text, "the verdict is "))
    CHECK(says(told.details.front().text, "the verdict is certain") == outcome.certain());
  read_rule(rule, ballot.council(), v.criteria);
  ++(outcome.adopted() ? all.adopted : all.not_adopted);
  all.deemed += v.is_deemed_attained() ? 1 : 0;
}

// ----- the rules, counted -----

/// The whole of a share, rounded up.
std::int64_t up(std::int64_t numerator, std::int64_t denominator) { return (numerator + denominator - 1) / denominator; }

counted_criterion people(cod::electorate const& council, cod::member_set who, std::int64_t need) {
  return {.what = "population", .have = council.population(who), .of = council.population_total(), .need = need, .in = council.figures().counted_in,
          .is_printed = council.figures().counted_in != cod::unit::persons && council.members() == council.figures().table_members};
}
counted_criterion heads(cod::electorate const& council, cod::member_set who, std::int64_t need) {
  return {.what = "members", .have = who.size(), .of = council.size(), .need = need};
}

/// So many percent of the members, with a floor or 0, and 65 % of the population.
counted_vote double_majority(cod::ballot const& b, int percent, int floor, int fewest_to_block, cod::blockers counted_as = cod::blockers::not_in_favour) {
  auto const& council = b.council();
  auto const yes = b.side(cod::vote::in_favour);
  auto const members = (std::max)(up(percent * council.size(), 100), std::int64_t{floor});
  auto const against = counted_as == cod::blockers::against ? b.side(cod::vote::against) : council.members() - yes;
  return {{heads(council, yes, members), people(council, yes, up(65 * council.population_total(), 100))}, {against, fewest_to_block}};
}

counted_vote of_members(cod::ballot const& b, std::int64_t need) {
  auto const yes = b.side(cod::vote::in_favour);
  return {{heads(b.council(), yes, need)}, {b.council().members() - yes, 0}};
}

counted_vote unanimity(cod::ballot const& b) {
  auto const& council = b.council();
  auto all = heads(council, b.side(cod::vote::in_favour) | b.side(cod::vote::abstain) | b.side(cod::vote::abstain_formally), council.size());
  all.who = "not against (in favour, or abstaining while present or represented)";
  return {{all}, {council.members() - b.side(cod::vote::in_favour), 0}, false};
}

/// A third of the States with a third of the people stop the decision: it stands when more than two thirds of either are left.
counted_vote constructive_abstention(cod::ballot const& b) {
  auto v = unanimity(b);
  auto const& council = b.council();
  auto const left = council.members() - b.side(cod::vote::abstain_formally);
  for (auto c : {heads(council, left, 2 * council.size() / 3 + 1), people(council, left, 2 * council.population_total() / 3 + 1)}) {
    c.who = "not abstaining formally";
    c.is_alternative = true;
    v.criteria.push_back(c);
  }
  return v;
}

counted_vote by_weighted_votes(cod::ballot const& b, cod::test::weighted_in_words const& w, bool on_proposal, bool check) {
  auto const& council = b.council();
  auto const yes = b.side(cod::vote::in_favour);
  auto const all = council.votes(council.members());
  counted_vote v{{{.what = "weighted votes", .have = council.votes(yes), .of = all, .need = w.votes_needed(all)}}, {council.members() - yes, 0}};
  if (w.nice || !on_proposal) v.criteria.push_back(heads(council, yes, w.members_needed(council.size(), on_proposal)));
  if (w.nice) {
    v.criteria.push_back(people(council, yes, up(62 * council.population_total(), 100)));
    v.criteria.back().is_checked = check;
  }
  return v;
}

/// A ballot for a rule that asks who is against: few are, so that it can be adopted, and many abstain, formally or not.
cod::ballot mostly_without_votes_against(cod::electorate const& council, cod::test::dice& dice) {
  cod::ballot b{council};
  auto const formally = dice.roll(0, 60), against = dice.coin() ? 0 : 4;
  for (auto const m : council.members()) {
    auto const n = dice.roll(1, 100);
    b = b.with(m, n <= against ? (dice.coin() ? cod::vote::against : cod::vote::absent)
                  : n <= against + formally ? cod::vote::abstain_formally : dice.coin() ? cod::vote::abstain : cod::vote::in_favour);
  }
  return b;
}

/// One vote under each rule that can be asked of this council.
void read_back_all_rules(cod::electorate const& council, cod::test::dice& dice, seen& all) {
  auto const n = council.size();
  auto const ballot = dice.votes_in(council);
  auto const clause = cod::test::fewest_with_more_than_35(council) + 1;
  if (council.not_taking_part().empty()) {
    if (n >= 15) {
      read_back(cod::rules::qualified_majority(), ballot, double_majority(ballot, 55, 15, 4), all);
      read_back(cod::rules::qualified_majority(cod::blockers::against), ballot, double_majority(ballot, 55, 15, 4, cod::blockers::against), all);
    }
    read_back(cod::rules::reinforced_majority(), ballot, double_majority(ballot, 72, 0, 0), all);
    read_back(cod::rules::reinforced_majority(cod::rules::four_member_clause::applied), ballot, double_majority(ballot, 72, 0, 4), all);
  }
  read_back(cod::rules::participants_majority(), ballot, double_majority(ballot, 55, 0, clause), all);
  read_back(cod::rules::participants_majority(cod::blockers::against), ballot, double_majority(ballot, 55, 0, clause, cod::blockers::against), all);
  read_back(cod::rules::reinforced_participants_majority(), ballot, double_majority(ballot, 72, 0, 0), all);
  read_back(cod::rules::simple_majority(), ballot, of_members(ballot, n / 2 + 1), all);
  read_back(cod::rules::four_fifths_majority(), ballot, of_members(ballot, up(4 * n, 5)), all);
  auto const abstaining = mostly_without_votes_against(council, dice);
  read_back(cod::rules::unanimity(), abstaining, unanimity(abstaining), all);
  read_back(cod::rules::constructive_abstention(), abstaining, constructive_abstention(abstaining), all);
}

}  // namespace

TEST_CASE("under every rule and in every year an explanation says who voted how, what was counted, of how much, how much was needed, and who can block",
          "[properties][explain]") {
  codecision::test::dice dice{1957};
  seen all;
  for (auto const year : cod::test::years_with_a_table) {
    auto const council = cod::council_of_year(year);
    for (int round = 0; round < 30; ++round) {
      read_back_all_rules(council, dice, all);
      read_back_all_rules(council.only(dice.choose(dice.roll(9, council.size() - 1), council.members())), dice, all);
    }
  }
  CHECK(all.adopted > 500);
  CHECK(all.not_adopted > 500);
  CHECK(all.deemed > 50);
}

TEST_CASE("so it does in random councils of any size", "[properties][explain]") {
  codecision::test::dice dice{1958};
  seen all;
  for (int round = 0; round < 500; ++round) read_back_all_rules(dice.council_of(dice.roll(1, 30)), dice, all);
  CHECK(all.adopted > 500);
  CHECK(all.not_adopted > 500);
  CHECK(all.deemed > 50);
}

TEST_CASE("so it does under all weighted votes from 1958 to 2017, with the check of the population and without, and where some stay out",
          "[properties][explain]") {
  codecision::test::dice dice{1973};
  seen all;
  cod::test::each_weighted_rule([&](cod::test::weighted_in_words const& w, cod::rule const& rule, cod::request asked) {
    auto const on_proposal = rule == cod::rules::weighted(w.weights, cod::proposer::commission);
    auto const check = asked == cod::request::population_check;
    auto const then = cod::council_on(w.day);
    auto const everybody = check && !then.has_population() ? dice.with_people(then) : then;
    for (int round = 0; round < 40; ++round)
      for (auto const& council : {everybody, everybody.only(dice.choose(dice.roll(4, everybody.size()), everybody.members())),
                                  dice.council_of(dice.roll(1, 28), w.weights)}) {
        auto const ballot = dice.votes_in(council);
        read_back(rule, ballot, by_weighted_votes(ballot, w, on_proposal, check), all, asked);
      }
  });
  CHECK(all.adopted > 300);
  CHECK(all.not_adopted > 300);
}

TEST_CASE("in Parliament it says how many of all seats and of the votes cast were in favour, how many were needed, and whether that carries",
          "[properties][explain]") {
  codecision::test::dice dice{1979};
  struct in_parliament {
    cod::rule rule;
    bool counts_seats;
    int numerator, denominator;  ///< at least that share of the votes cast; 1 and 2: more than half
  };
  int carried = 0, not_carried = 0;
  for (auto const& r : {in_parliament{cod::rules::majority_of_votes_cast(), false, 1, 2}, {cod::rules::majority_of_component_members(), true, 0, 1},
                        {cod::rules::two_thirds_majority(), true, 2, 3}, {cod::rules::three_fifths_majority(), true, 3, 5}})
    for (int round = 0; round < 200; ++round) {
      auto const seats = round % 2 == 0 ? cod::parliament_on(cod::make_date(dice.roll(1980, 2026), 12, 1)).seats : dice.roll(1, 900);
      auto const voting = dice.roll(0, seats), for_it = round % 5 == 0 ? seats / 2 + dice.roll(0, 1) : dice.roll(voting / 3, voting);
      auto const against = dice.roll(0, (std::max)(0, voting - for_it)), abstaining = (std::max)(0, voting - for_it - against);
      INFO(r.rule.name() << ": " << for_it << " for, " << against << " against, " << abstaining << " abstaining, " << seats << " seats");
      auto const cast = std::int64_t{for_it} + against;
      std::vector<counted_criterion> wanted;
      if (r.counts_seats) wanted.push_back({.what = "members", .have = for_it, .of = seats, .need = seats / 2 + 1});
      if (r.numerator > 0)
        wanted.push_back({.what = "votes cast", .have = for_it, .of = cast, .need = r.denominator == 2 ? cast / 2 + 1 : up(r.numerator * cast, r.denominator)});
      auto carries = for_it > 0;
      for (auto const& c : wanted) carries = carries && c.have >= c.need;
      auto const e = cod::explain(cod::evaluate(r.rule, cod::parliament_tally{for_it, against, abstaining, seats}));
      CHECK(e.text == (carries ? "carried: " : "not carried: ") + std::to_string(for_it) + " for, " + std::to_string(against) + " against, " +
                          std::to_string(abstaining) + " abstaining, " + std::to_string(seats) + " seats");
      read_criteria(e, wanted);
      ++(carries ? carried : not_carried);
    }
  CHECK(carried > 100);
  CHECK(not_carried > 100);
}
