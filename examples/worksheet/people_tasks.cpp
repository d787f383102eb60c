// SPDX-License-Identifier: BSL-1.0
// Tasks in which people are counted.
#include "task.hpp"
#include "toy.hpp"

namespace cod = codecision;

namespace worksheet {

namespace {

task toy_people(lot& drawn) {
  toy_council const toy{drawn, drawn.number(5, 8)};
  auto const no = drawn.some(drawn.number(1, 3), toy.council().members());
  auto const yes = toy.millions(toy.council().members() - no);
  if (yes == 65 || toy.council().members() == no) return {};
  return {toy.described() + " " + toy.listed(no) + (no.size() == 1 ? " votes" : " vote") +
              " against, all others in favour. At least 65 % of the population must be in favour. Is that so? By how much?",
          std::string{yes >= 65 ? "Yes" : "No"} + ": 100 - " + std::to_string(100 - yes) + " = " + std::to_string(yes) + " million are in favour, " + std::to_string(yes) + " %, " +
              (yes >= 65 ? std::to_string(yes - 65) + " points more than needed." : std::to_string(65 - yes) + " points too few."),
          "TEU 16(4)"};
}

std::string by_population(cod::electorate const& council, cod::member_set in_favour) {
  auto const all = printed_sum(council, council.members()), yes = printed_sum(council, in_favour);
  return in_millions(yes) + " of " + in_millions(all) + " million are in favour, " + cod::wording::decimal(100 * yes, all, 1) + " % of the population";
}

}  // namespace

task people_task(lot& drawn, choice const& of, cod::electorate const& council) {
  if (of.level == 1) return toy_people(drawn);
  auto const no = drawn.some(drawn.number(3, 7), council.members());
  auto const abstaining = of.level == 3 ? drawn.some(drawn.number(1, 3), council.members() - no) : cod::member_set{};
  auto const yes = council.members() - no - abstaining;
  if (!stands_clear(council, yes)) return {};
  auto const outcome = cod::evaluate(cod::rules::qualified_majority(), cod::ballot{council}.against(no).abstaining(abstaining).others(cod::vote::in_favour));
  auto const needed = cod::rules::qualified_majority().members_needed(council.size());
  return {"The Commission has made a proposal. " + listed(no) + " vote against" + (abstaining.empty() ? "" : ", " + listed(abstaining) + (abstaining.size() == 1 ? " abstains" : " abstain")) +
              ", all others vote in favour. Is it adopted by qualified majority? Give both criteria, from the table below.",
          std::string{outcome.adopted() ? "Adopted" : "Not adopted"} + ". Members: " + std::to_string(yes.size()) + " in favour, " + std::to_string(needed) + " needed. Population: " +
              by_population(council, yes) + ", 65 % needed." + (abstaining.empty() ? "" : " Who abstains is not in favour.") +
              (outcome.deemed_attained() ? " Fewer than four members are not in favour, so the majority is deemed attained." : ""),
          "TEU 16(4)"};
}

}  // namespace worksheet
