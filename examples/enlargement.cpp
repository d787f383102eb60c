// SPDX-License-Identifier: BSL-1.0
// What would an enlargement of the Union do to the power of its members, and to the Council's ability to decide?
#include <codecision/codecision.hpp>
#include <codecision/power/banzhaf.hpp>
#include <codecision/power/shapley_shubik.hpp>

#include "newcomer.hpp"
#include "program.hpp"

#include <string>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

namespace {

using examples::newcomer;

/// Nine candidate states with round figures, assumed for this example; replace them with --add.
std::vector<newcomer> nine_candidates() {
  return {{"AL"_ms, 2'400'000}, {"BA"_ms, 3'400'000}, {"GE"_ms, 3'700'000}, {"MD"_ms, 2'400'000}, {"ME"_ms, 620'000},
          {"MK"_ms, 1'800'000}, {"RS"_ms, 6'600'000}, {"UA"_ms, 33'000'000}, {"XK"_ms, 1'600'000}};
}

struct council_power {
  cod::electorate council;
  power::shapley_shubik_index<power::member_players> shapley;
  power::banzhaf_index<power::member_players> banzhaf;
};

council_power measured(cod::electorate const& council) {
  power::game const game{cod::rules::qualified_majority(), council};
  auto const counts = power::count_coalitions(game);
  return {council, power::shapley_shubik(game, counts), power::banzhaf(game, counts)};
}

/// The chance that an act is adopted when every member tosses a coin.
double chance_to_act(council_power const& p) {
  auto chance = static_cast<double>(p.banzhaf.winning_coalitions());
  for (int i = 0; i < p.council.size(); ++i) chance /= 2;
  return chance;
}

void print_line(std::string const& what, std::string const& before, std::string const& after) {
  std::cout << examples::left(what, 40) << examples::right(before, 14) << examples::right(after, 14) << '\n';
}

void print_facts(council_power const& before, council_power const& after) {
  auto const rule = cod::rules::qualified_majority();
  auto const needed = [&](council_power const& p) {
    return std::to_string(rule.members_needed(p.council.size())) + " of " + std::to_string(p.council.size());
  };
  auto const persons = [&](council_power const& p) { return std::to_string(cod::population_needed(rule, p.council)); };
  print_line("", "now", "enlarged");
  print_line("members needed (55 %)", needed(before), needed(after));
  print_line("population needed (65 %)", persons(before), persons(after));
  print_line("chance to act, in percent", examples::in_percent(chance_to_act(before)), examples::in_percent(chance_to_act(after)));
  std::cout << '\n';
}

void print_members(council_power const& before, council_power const& after) {
  std::cout << examples::left("Shapley-Shubik index, in percent", 40) << examples::right("now", 14) << examples::right("enlarged", 14)
            << examples::right("keeps", 10) << '\n';
  for (auto const m : after.council.members()) {
    auto const now = before.council.members().contains(m);
    auto const old = now ? before.shapley.value(m) : 0;
    std::cout << examples::left(std::string{cod::name(m)}, 40) << examples::right(now ? examples::in_percent(old) : "", 14)
              << examples::right(examples::in_percent(after.shapley.value(m)), 14)
              << examples::right(now ? examples::in_percent(after.shapley.value(m) / old, 0) + " %" : "new", 10) << '\n';
  }
}

struct wishes {
  int year = 2024;
  std::vector<std::string> add;
};

void run(wishes const& w) {
  std::vector<newcomer> newcomers;
  for (auto const& text : w.add) newcomers.push_back(examples::parsed_newcomer(text, "--add"));
  if (newcomers.empty()) newcomers = nine_candidates();
  auto const now = cod::council_of_year(w.year);
  auto enlarged = now;
  for (auto const& n : newcomers) enlarged = enlarged.with(n.who, n.persons);

  std::cout << "The Council of " << w.year << " (" << now.size() << " members) and the same with";
  for (auto const& n : newcomers) std::cout << ' ' << cod::code(n.who);
  std::cout << ".\n" << (w.add.empty() ? "The populations of the newcomers are round figures, assumed for this example; --add gives others.\n" : "") << '\n';
  auto const before = measured(now), after = measured(enlarged);
  print_facts(before, after);
  print_members(before, after);
}

}  // namespace

int main(int argc, char** argv) {
  wishes w;
  CLI::App app{"What would an enlargement of the Union do to the power of its members?"};
  app.add_option("--year", w.year, "the council of the end of this year, with its figures (2024)");
  app.add_option("--add", w.add, "a state and its population, such as UA=33000000; may be given several times (nine candidates)");
  return examples::program(app, argc, argv, [&] { run(w); });
}
