// SPDX-License-Identifier: BSL-1.0
// Tasks about blocking minorities.
#include "task.hpp"
#include "toy.hpp"

namespace cod = codecision;

namespace worksheet {

namespace {

/// Who stands against all others.
cod::outcome against_all_others(cod::electorate const& council, cod::member_set no) {
  return cod::evaluate(cod::rules::qualified_majority(), cod::ballot{council}.against(no).others(cod::vote::in_favour));
}

std::string share_of(cod::electorate const& council, cod::member_set who) {
  return cod::wording::decimal(100 * printed_sum(council, who), printed_sum(council, council.members()), 1) + " %";
}

/// Large members are drawn more often, so that groups come near to what it takes.
cod::member_set group(lot& drawn, cod::electorate const& council, int n) {
  cod::member_set large;
  for (auto const m : council.members())
    if (council.population(m) * 100 > 3 * council.population_total()) large.insert(m);
  auto const first = drawn.some(drawn.number(1, n < 3 ? n : 3), large);
  return first | drawn.some(n - first.size(), council.members() - first);
}

task toy_block(lot& drawn) {
  toy_council const toy{drawn, drawn.number(6, 9)};
  auto const who = drawn.some(drawn.number(2, 4), toy.council().members());
  auto const millions = toy.millions(who);
  if (millions == 35) return {};
  return {toy.described() + " A law needs at least 65 % of the population in favour. " + toy.listed(who) +
              " are against. Do they stop it by population alone?",
          std::string{millions > 35 ? "Yes" : "No"} + ": they have " + std::to_string(millions) + " % of the population; it takes more than 35 %.", "TEU 16(4)"};
}

}  // namespace

task blocking_task(lot& drawn, choice const& of, cod::electorate const& council) {
  if (of.level == 1) return toy_block(drawn);
  auto const who = group(drawn, council, drawn.number(of.level == 2 ? 3 : 4, of.level == 2 ? 6 : 5));
  if (!stands_clear(council, council.members() - who)) return {};
  auto const blocked = !against_all_others(council, who).adopted();
  auto const why = who.size() < 4          ? std::string{"a blocking minority takes at least four members, whatever their population"}
                   : blocked               ? "they are " + std::to_string(who.size()) + " members, and more than 35 % of the population"
                                           : "it takes more than 35 % of the population (or thirteen members)";
  if (of.level == 2)
    return {"Can " + listed(who) + " together block a proposal of the Commission?",
            std::string{blocked ? "Yes" : "No"} + ": they have " + share_of(council, who) + " of the population; " + why + ".", "TEU 16(4), second subparagraph"};
  if (blocked) return {};
  cod::member_set joining;
  for (auto const m : council.members() - who) {
    if (!stands_clear(council, council.members() - who - m)) return {};
    if (!against_all_others(council, who | m).adopted()) joining.insert(m);
  }
  if (joining.empty() || joining.size() > 6) return {};
  return {listed(who) + " are against a proposal of the Commission, all others in favour. Which single further member could complete a blocking minority? Name each that could.",
          listed(joining) + ": now they have " + share_of(council, who) + " of the population; with any one of these it is more than 35 %.", "TEU 16(4), second subparagraph"};
}

}  // namespace worksheet
