// SPDX-License-Identifier: BSL-1.0
// What do members gain when they always vote together: Benelux, Visegrad, a Franco-German axis?
#include <codecision/codecision.hpp>
#include <codecision/power/banzhaf.hpp>
#include <codecision/power/blocs.hpp>
#include <codecision/power/shapley_shubik.hpp>

#include "named_group.hpp"
#include "program.hpp"

#include <string>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
using namespace codecision::literals;

namespace {

using examples::named_group;

std::vector<named_group> usual_groups() {
  return {{"Benelux", "BE NL LU"_members}, {"Visegrad", "CZ HU PL SK"_members}, {"Franco-German axis", "DE FR"_members}};
}

/// The power of some members: alone, added up, and as one player.
struct comparison {
  double alone_pivotal = 0, alone_largest = 0, together_pivotal = 0, together_decisive = 0;
};

class council_power {
 public:
  explicit council_power(power::game const& game)
      : game_{game}, counts_{power::count_coalitions(game)}, banzhaf_{power::banzhaf(game, counts_)}, shapley_{power::shapley_shubik(game, counts_)} {}

  [[nodiscard]] comparison of(named_group const& group) const {
    comparison c;
    for (auto const m : group.members) {
      c.alone_pivotal += shapley_.value(m);
      c.alone_largest = (std::max)(c.alone_largest, banzhaf_.absolute(m));
    }
    auto const with_bloc = power::blocs(game_, {{group.name, group.members}});
    auto const counts = power::count_coalitions(with_bloc);
    c.together_pivotal = power::shapley_shubik(with_bloc, counts).value(group.name);
    c.together_decisive = power::banzhaf(with_bloc, counts).absolute(group.name);
    return c;
  }

 private:
  power::game game_;
  power::coalition_counts counts_;
  power::banzhaf_index<power::member_players> banzhaf_;
  power::shapley_shubik_index<power::member_players> shapley_;
};

void print(named_group const& group, comparison const& c) {
  std::cout << group.name << ": " << cod::to_string(group.members) << '\n';
  auto const line = [](char const* what, double before, double after) {
    std::cout << "  " << examples::left(what, 52) << examples::right(examples::in_percent(before), 9) << examples::right(examples::in_percent(after), 9) << '\n';
  };
  line("chance to be pivotal (Shapley-Shubik), all together", c.alone_pivotal, c.together_pivotal);
  line("chance to be decisive (Banzhaf), the strongest of them", c.alone_largest, c.together_decisive);
  auto const gain = c.together_pivotal - c.alone_pivotal;
  std::cout << "  voting together " << (gain < 0 ? "costs" : "gains") << " them " << examples::in_percent(gain < 0 ? -gain : gain) << " points of pivotal chance\n\n";
}

struct wishes {
  int year = 2024;
  std::vector<std::string> blocs;
};

void run(wishes const& w) {
  std::vector<named_group> groups;
  for (auto const& text : w.blocs) groups.push_back(examples::parsed_group(text, "--bloc"));
  if (groups.empty()) groups = usual_groups();
  council_power const council{power::game{cod::rules::qualified_majority(), cod::council_of_year(w.year)}};
  std::vector<comparison> results;
  for (auto const& g : groups) results.push_back(council.of(g));

  std::cout << "The Council of " << w.year << " by qualified majority: each bloc alone against members that vote on their own.\n"
            << "In percent; first when they vote freely, then as one player.\n\n";
  for (std::size_t i = 0; i < groups.size(); ++i) print(groups[i], results[i]);
}

}  // namespace

int main(int argc, char** argv) {
  wishes w;
  CLI::App app{"What do members of the Council gain when they always vote together?"};
  app.add_option("--year", w.year, "the council of the end of this year, with its figures (2024)");
  app.add_option("--bloc", w.blocs, "a bloc and its members, such as \"Baltics=EE LV LT\"; may be given several times");
  return examples::program(app, argc, argv, [&] { run(w); });
}
