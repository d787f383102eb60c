// SPDX-License-Identifier: BSL-1.0
// Tasks in which a change of votes turns an outcome.
#include "task.hpp"
#include "toy.hpp"

#include <vector>

namespace cod = codecision;

namespace worksheet {

namespace {

/// The smallest sets whose change turns the outcome, when there are at most six of at most `largest` members.
std::vector<cod::member_set> few_flips(cod::outcome const& outcome, int largest) {
  std::vector<cod::member_set> found;
  for (auto const& flip : cod::smallest_flips(outcome)) {
    if (found.size() == 6 || flip.members.size() > largest) return {};
    found.push_back(flip.members);
  }
  return found;
}

std::string all_of(std::vector<cod::member_set> const& sets) {
  std::string text;
  for (std::size_t i = 0; i < sets.size(); ++i) text += (i == 0 ? "" : "; ") + listed(sets[i]);
  return text;
}

/// Whoever may change, alone or in pairs: no share comes so near to 65 % that rounding would decide.
bool all_changes_stand_clear(cod::electorate const& council, cod::member_set movable, cod::member_set in_favour, bool pairs) {
  for (auto const m : movable) {
    auto const after = in_favour.contains(m) ? in_favour - m : in_favour | m;
    if (!stands_clear(council, after)) return false;
    if (pairs && !all_changes_stand_clear(council, movable - m, after, false)) return false;
  }
  return true;
}

task toy_flip(lot& drawn) {
  toy_council const toy{drawn, drawn.number(6, 8)};
  auto const all = toy.council().members();
  auto const no = drawn.some(drawn.number(2, 4), all);
  auto const yes = toy.millions(all - no);
  if (yes >= 65) return {};
  cod::member_set could;
  for (auto const m : no) {
    if (yes + toy.millions(m) == 65) return {};
    if (yes + toy.millions(m) > 65) could.insert(m);
  }
  if (could.empty() || could == no) return {};
  return {toy.described() + " A law needs at least 65 % of the population in favour. " + toy.listed(no) +
              " vote against, all others in favour, so it fails. Which single one of them could carry it by changing to a yes?",
          toy.listed(could) + ": " + std::to_string(yes) + " % are in favour, and " + std::to_string(65 - yes) + " points are missing; " +
              (could.size() == 1 ? "only this State has" : "each of these has") + " as many or more.",
          "TEU 16(4)"};
}

}  // namespace

task flips_task(lot& drawn, choice const& of, cod::electorate const& council) {
  if (of.level == 1) return toy_flip(drawn);
  auto const largest = of.level == 2 ? 1 : 2;
  auto const no = drawn.some(drawn.number(4, 9), council.members());
  auto const yes = council.members() - no;
  auto const outcome = cod::evaluate(cod::rules::qualified_majority(), cod::ballot{council}.against(no).others(cod::vote::in_favour));
  auto const movable = outcome.adopted() ? yes : no;
  auto const flips = few_flips(outcome, largest);
  if (flips.empty() || flips.front().size() != largest || !stands_clear(council, yes) || !all_changes_stand_clear(council, movable, yes, largest == 2)) return {};
  return {"The Commission has made a proposal. " + listed(no) + " vote against, all others in favour. It is " + (outcome.adopted() ? "adopted" : "not adopted") +
              ". How many members, at the least, have to change to " + (outcome.adopted() ? "a no" : "a yes") + " to turn that, and which? Name every smallest set.",
          std::to_string(largest) + (largest == 1 ? " member: " : " members: ") + all_of(flips) + ". " + in_millions(printed_sum(council, yes)) + " of " +
              in_millions(printed_sum(council, council.members())) + " million are in favour, and 65 % are needed; of the " + std::to_string(council.size()) + " members " +
              std::to_string(yes.size()) + " are in favour, and " + std::to_string(cod::rules::qualified_majority().members_needed(council.size())) + " are needed.",
          "TEU 16(4)"};
}

}  // namespace worksheet
