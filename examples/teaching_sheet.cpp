// SPDX-License-Identifier: BSL-1.0
// The sheet that needs no computer (docs/lessons/sheet.md): prints its table or, with the argument "solutions", its
// solutions. What is printed is computed by the library; the static_asserts are the same tasks counted by hand.
#include <codecision/codecision.hpp>
#include <codecision/power/banzhaf.hpp>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>
namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

namespace {

constexpr auto council = cod::council_of_year(2020);
constexpr auto rule = cod::rules::qualified_majority();

constexpr auto without(cod::member_set who, cod::vote v = cod::vote::against) {
  return cod::evaluate(rule, cod::ballot{council}.with(who, v).others(cod::vote::in_favour));
}
constexpr bool unanimous(cod::member_set who, cod::vote v) {
  return cod::evaluate(cod::rules::unanimity(), cod::ballot{council}.with(who, v).others(cod::vote::in_favour))
      .adopted();
}
/// A share of all persons in hundredths of a percent, rounded.
constexpr auto hundredths(std::int64_t persons, std::int64_t all) { return (persons * 20'000 / all + 1) / 2; }

// 1. Members
static_assert(27 * 55 == 1485 && rule.members_needed(27) == 15);
static_assert(27 * 72 == 1944 && cod::rules::reinforced_majority().members_needed(27) == 20);
static_assert(27 * 5 == 135 && cod::rules::simple_majority().members_needed(27) == 14 && 27 - 15 + 1 == 13);  // 13.5

// 2. People
static_assert(council.population_total() == 447'470'672 && 447'470'672 * 65LL == 29'085'593'680);
static_assert(cod::smallest_at_least({65, 100}, 447'470'672) == 290'855'937 &&
              447'470'672 - 290'855'937 + 1 == 156'614'736);
static_assert(447'470'672 * 35LL == 15'661'473'520 &&
              without("DE"_members).blocking_minority().population_needed == 156'614'736);

// 3. Three large members
static_assert(council.population("DE FR"_members) == 149'968'711 &&
              council.population("DE FR IT"_members) == 211'037'148);
static_assert(without("DE FR IT"_members).deemed_attained() && without("DE FR IT"_members).adopted());
static_assert(!without("DE FR IT MT"_members).adopted());

// 4. Five members, and a sixth
constexpr auto five = "CZ HU IT PL SK"_members;
static_assert(10'528'984 + 9'772'756 == 20'301'740 && 20'301'740 + 61'068'437 == 81'370'177 &&
              81'370'177 + 37'972'812 == 119'342'989);
static_assert(council.population(five) == 124'793'410 && without(five).adopted() &&
              156'614'736 - 124'793'410 == 31'821'326);
constexpr bool blocks_with_the_five(cod::member_state sixth) {
  return !without(five | cod::member_set{sixth}).adopted();
}
constexpr cod::member_set those_who_block_with_the_five() {
  cod::member_set found;
  for (auto const m : council.members() - five)
    if (blocks_with_the_five(m)) found.insert(m);
  return found;
}
static_assert(those_who_block_with_the_five() == "DE ES FR"_members);

// 5. Not saying no
static_assert(without("DE ES PL NL"_members).in_favour() ==
              without("DE ES PL NL"_members, cod::vote::abstain).in_favour());
static_assert(without("DE ES PL NL"_members).in_favour() ==
              without("DE ES PL NL"_members, cod::vote::absent).in_favour());
static_assert(82'940'663 + 46'934'632 == 129'875'295 && 129'875'295 + 37'972'812 == 167'848'107);
static_assert(council.population("DE ES PL NL"_members) == 185'271'120 &&
              !without("DE ES PL NL"_members, cod::vote::abstain).adopted());
static_assert(unanimous("NL"_members, cod::vote::abstain) && !unanimous("NL"_members, cod::vote::absent) &&
              !unanimous("NL"_members, cod::vote::against));

// 6. In the room
/// The first so many members sit in the room; each represents one of the others, as long as there are others.
constexpr auto with_in_the_room(int present) {
  auto room = cod::ballot{council};
  auto holder = council.members().begin(), other = council.members().begin();
  for (int i = 0; i < present; ++i) ++other;
  for (int i = present; i < 27 && i < 2 * present; ++i, ++holder, ++other) room = room.represented(*other, *holder);
  for (; other != council.members().end(); ++other) room = room.absent(*other);
  return cod::evaluate(rule, room.others(cod::vote::in_favour));
}
static_assert(with_in_the_room(13).in_favour().size() == 26 && !with_in_the_room(13).adopted() &&
              with_in_the_room(13).quorum().need == 14);
static_assert(with_in_the_room(14).in_favour().size() == 27 && with_in_the_room(14).adopted());

// 7. Without Denmark and Ireland
constexpr auto europol = council.without("DK IE"_members);
constexpr auto participants = cod::rules::participants_majority();
static_assert(25 * 55 == 1375 && participants.members_needed(25) == 14 &&
              447'470'672 - 5'799'763 - 4'904'240 == 436'766'669);
static_assert(europol.population_total() == 436'766'669 && 436'766'669 * 65LL == 28'389'833'485 &&
              436'766'669 * 35LL == 15'286'833'415);
static_assert(cod::smallest_at_least({65, 100}, 436'766'669) == 283'898'335);
static_assert(149'968'711 < 152'868'334 && 149'968'711 + 61'068'437 > 152'868'335);
constexpr auto fewest = cod::fewest_blocking_members(participants, europol);
static_assert(fewest.fewest_above == 3 && fewest.members == 4);

// 8. Power
constexpr auto committee = cod::electorate::of("DE FR BE LU"_members)
                               .with_votes({{"DE"_ms, 3}, {"FR"_ms, 2}, {"BE"_ms, 1}, {"LU"_ms, 1}});  // A B C D
constexpr auto four_of_seven =
    cod::rule{"four of seven votes", {{.what = cod::counted::weighted_votes, .share = {4, 7}}}};
constexpr auto swings = power::banzhaf(power::game{four_of_seven, committee});
static_assert(swings.winning_coalitions() == 8 && swings.swings("DE"_ms) == 6 && swings.swings("FR"_ms) == 2);
static_assert(swings.swings("BE"_ms) == 2 && swings.swings("LU"_ms) == 2 && swings.swings() == 12);

// Shares in the text of the solutions.
static_assert(hundredths(211'037'148, 447'470'672) == 4716 && hundredths(124'793'410, 447'470'672) == 2789);
static_assert(hundredths(185'271'120, 447'470'672) == 4140);

// How the solutions are printed.
using cod::wording::grouped;
using cod::wording::share_of;

std::string bold(std::string const& text) { return "**" + text + "**"; }
std::string bold(std::int64_t n) { return bold(grouped(n)); }
std::string said(bool adopted) { return adopted ? "adopted" : "not adopted"; }
std::string persons(cod::member_set who) { return grouped(council.population(who)); }
std::string percent(cod::member_set who) {
  return cod::wording::percent(council.population(who), council.population_total());
}
/// Words with commas, and something else before the last.
std::string listed(std::vector<std::string> const& words, char const* between = ", ", char const* before_last = ", ") {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : i + 1 == words.size() ? before_last : between) + words[i];
  return text;
}
std::string names(cod::member_set who, char const* before_last) {
  std::vector<std::string> words;
  for (auto const m : who) words.emplace_back(cod::name(m));
  return listed(words, ", ", before_last);
}
/// The persons of some members as a sum.
std::string sum(cod::member_set who) {
  std::vector<std::string> parts;
  for (auto const m : who) parts.push_back(persons(m));
  return listed(parts, " + ", " + ") + " = " + persons(who);
}
/// Does it matter whether they vote against, abstain or stay away?
template <class Adopted>
std::string matters(Adopted adopted) {
  auto const against = adopted(cod::vote::against);
  return against == adopted(cod::vote::abstain) && against == adopted(cod::vote::absent) ? "No" : "Yes";
}
/// The coalitions of A, B, C and D that win, small ones first; or those of them in which a member swings.
std::vector<std::string> winning(cod::member_set swinging = {}) {
  constexpr cod::member_state in_order[] = {"DE"_ms, "FR"_ms, "BE"_ms, "LU"_ms};
  auto const wins = [](cod::member_set who) { return committee.votes(who) >= 4; };
  std::vector<std::string> found;
  for (int size = 1; size <= 4; ++size)
    for (unsigned bits = 16; bits-- > 0;) {  // the highest bit is A
      cod::member_set who;
      std::string text;
      for (unsigned i = 0; i < 4; ++i)
        if ((bits & (8U >> i)) != 0) {
          who.insert(in_order[i]);
          text += "ABCD"[i];
        }
      if (who.size() != size || !wins(who)) continue;
      if (swinging.empty() || (who.contains(swinging) && !wins(who - swinging))) found.push_back(text);
    }
  return found;
}

void print_solutions() {
  constexpr auto all = council.population_total(), needed = cod::smallest_at_least({65, 100}, all);
  constexpr auto blocking = without("DE"_members).blocking_minority().population_needed;
  auto const of_27 = rule.members_needed(27);
  std::cout << "1. 55 % of 27 is " << share_of({55, 100}, 27) << ": " << bold(of_27) << ". 72 % is "
            << share_of({72, 100}, 27) << ": " << bold(cod::rules::reinforced_majority().members_needed(27))
            << ". More than " << share_of({1, 2}, 27) << ": " << bold(cod::rules::simple_majority().members_needed(27))
            << ". If " << 27 - of_27 + 1 << " are out, " << of_27 - 1 << " are left, one too few:\n   "
            << bold(27 - of_27 + 1) << " block.\n";

  std::cout << "2. " << grouped(all) << " x 65 / 100 = " << share_of({65, 100}, all) << ": " << bold(needed)
            << ". Out of reach with " << grouped(all) << " - " << grouped(needed) << " + 1 =\n   " << bold(blocking)
            << " outside (35 % is " << share_of({35, 100}, all) << ": the next whole person).\n";

  constexpr auto three = "DE FR IT"_members;
  std::cout << "3. " << sum(three) << ", that is " << percent(three)
            << ", but three members: " << bold(said(without(three).adopted()))
            << ". With Malta\n   they are four: " << bold(said(without(three | "MT"_members).adopted()))
            << ". Malta's people do not matter, Malta does.\n";

  std::cout << "4. " << sum(five) << ", that is " << percent(five) << ": "
            << bold(without(five).adopted() ? "no" : "yes") << ". " << grouped(blocking) << " -\n   " << persons(five)
            << " = " << grouped(blocking - council.population(five)) << " are missing, so only "
            << bold(names(those_who_block_with_the_five(), " or ")) << ". None of the others has so many.\n";

  constexpr auto four = "DE ES PL NL"_members, netherlands = "NL"_members;
  auto const alone = [&](cod::vote v) { return said(unanimous(netherlands, v)); };
  std::cout << "5. (a) " << bold(matters([&](cod::vote v) { return without(four, v).adopted(); }) + ".")
            << " Together they have " << sum(four) << ", that is " << percent(four)
            << ", and\n   they are four: " << said(without(four).adopted()) << " in all three cases. (b) "
            << bold(matters([&](cod::vote v) { return unanimous(netherlands, v); }) + ".")
            << " Against: " << alone(cod::vote::against) << ". Abstaining: " << alone(cod::vote::abstain)
            << ". Absent without\n   a representative: " << alone(cod::vote::absent)
            << " (by the reading that a member must be present or represented for its silence to do no\n   harm).\n";

  auto const can_act = [](int present) { return bold(with_in_the_room(present).adopted() ? "can" : "cannot act"); };
  std::cout << "6. 13 in the room cast " << bold(with_in_the_room(13).in_favour().size()) << " votes, and the Council "
            << can_act(13) << ". 14 cast all " << bold(with_in_the_room(14).in_favour().size()) << ": it "
            << can_act(14) << ".\n";

  constexpr auto rest = europol.population_total();
  std::cout << "7. 25 x 55 / 100 = " << share_of({55, 100}, 25) << ": " << bold(participants.members_needed(25))
            << " members. " << grouped(all) << " - " << persons("DK"_ms) << " - " << persons("IE"_ms) << " = "
            << grouped(rest) << "; 65 % is " << share_of({65, 100}, rest) << ":\n   "
            << bold(cod::smallest_at_least({65, 100}, rest)) << " persons. 35 % is " << share_of({35, 100}, rest)
            << "; Germany and France have " << persons("DE FR"_members) << ", which is less, with Italy\n   "
            << persons(three) << ", which is more. So k = " << fewest.fewest_above << ", and " << bold(fewest.members)
            << " are needed to block.\n";

  auto const swings_of = [](char const* letter, cod::member_state m) {
    return letter + (" in " + listed(winning(m), ", ", " and ")) + ": " +
           bold(static_cast<std::int64_t>(swings.swings(m))) + ".";
  };
  std::cout << "8. Winning: " << listed(winning()) << ". " << swings_of("A swings", "DE"_ms) << "\n   "
            << swings_of("B", "FR"_ms) << ' ' << swings_of("C", "BE"_ms) << ' ' << swings_of("D", "LU"_ms)
            << " From its second vote B has\n   "
            << bold(swings.swings("FR"_ms) > swings.swings("BE"_ms) ? "more" : "nothing") << ".\n";
}

void print_table() {
  constexpr int rows = 9, columns = 3;
  cod::member_state in_order[rows * columns];
  int count = 0;
  for (auto const m : council.members()) in_order[count++] = m;
  std::cout << "| member | persons | member | persons | member | persons |\n|---|---:|---|---:|---|---:|\n";
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      auto const m = in_order[column * rows + row];
      std::cout << "| " << cod::name(m) << " (" << cod::code(m) << ") | " << persons(m) << ' ';
    }
    std::cout << "|\n";
  }
  std::cout << "\n**All 27: " << grouped(council.population_total()) << " persons.**\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view{argv[1]} == "solutions")
    print_solutions();
  else
    print_table();
}
