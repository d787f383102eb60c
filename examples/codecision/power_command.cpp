// SPDX-License-Identifier: BSL-1.0
// codecision power: how much can each member, or bloc of members, decide?
#include <codecision/io/file.hpp>
#include <codecision/io/json_outcome.hpp>
#include <codecision/io/vega_lite.hpp>
#include <codecision/power.hpp>

#include "../named_group.hpp"
#include "../program.hpp"
#include "ballot_options.hpp"
#include "checks.hpp"
#include "commands.hpp"
#include "session.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;

namespace calculator {

namespace {

constexpr char const* power_help =
    "shapley-shubik: the chance to be pivotal when all orders are equally likely. banzhaf: the chance to be decisive when all others toss\n"
    "a coin; banzhaf-normalised: its share in all such chances. coleman-prevent, coleman-initiate: the share of the winning coalitions a\n"
    "member can break, and of the losing ones it can turn. johnston, deegan-packel, holler: shares by vulnerable and minimal winning\n"
    "coalitions. docs/power/ describes each.\n"
    "\n"
    "Examples:\n"
    "  codecision power --on 2025-11-26\n"
    "  codecision power --index banzhaf --index shapley-shubik --blocs \"Benelux=BE NL LU\" --year 2024\n"
    "  codecision power --rule unanimity --format json\n"
    "  codecision power --on 2007-06-01 --index holler --format csv";

/// The value of an index for one player: as a fraction where it is exact.
struct index_value {
  double value = 0;
  power::fraction exact{};
  bool is_exact = false;
};

struct index_values {
  std::string name;
  std::vector<index_value> of_player;
};

template <class Index>
index_values listed(std::string name, power::simple_game const& g, Index const& index) {
  index_values values{std::move(name), {}};
  for (std::size_t i = 0; i < g.size(); ++i) values.of_player.push_back({index.value(i), index.exact(i), index.is_exact()});
  return values;
}

index_values banzhaf_values(power::simple_game const& g, power::coalition_counts const& counts, bool normalised) {
  auto const index = power::banzhaf(g, counts);
  index_values values{normalised ? "banzhaf-normalised" : "banzhaf", {}};
  auto const half = g.size() == 0 ? 0 : std::uint64_t{1} << (g.size() - 1);
  for (std::size_t i = 0; i < g.size(); ++i) {
    auto const whole = normalised ? index.swings() : half;
    auto const exact = whole == 0 ? power::fraction{} : power::reduced(index.swings(i), whole);
    values.of_player.push_back({normalised ? index.normalised(i) : index.absolute(i), exact, true});
  }
  return values;
}

std::vector<std::string> const index_names{"shapley-shubik", "banzhaf", "banzhaf-normalised", "coleman-prevent", "coleman-initiate", "johnston", "deegan-packel", "holler"};

index_values measured(std::string const& name, power::simple_game const& g, power::coalition_counts const& counts) {
  if (name == "banzhaf" || name == "banzhaf-normalised") return banzhaf_values(g, counts, name == "banzhaf-normalised");
  if (name == "coleman-prevent") return listed(name, g, power::coleman_power_to_prevent(g, counts));
  if (name == "coleman-initiate") return listed(name, g, power::coleman_power_to_initiate(g, counts));
  if (name == "johnston") return listed(name, g, power::johnston(g));
  if (name == "deegan-packel") return listed(name, g, power::deegan_packel(g));
  if (name == "holler") return listed(name, g, power::holler(g));
  return listed(name, g, power::shapley_shubik(g, counts));
}

struct power_options {
  ballot_options council;
  std::vector<std::string> indices;
  std::vector<std::string> blocs;
  std::string vega_lite;
};

/// A player: one member, or the members of a bloc.
struct player {
  std::string name;
  cod::member_set members;
};

std::vector<player> players_of(power::simple_game const& g, std::vector<examples::named_group> const& groups) {
  std::vector<player> players;
  for (std::size_t i = 0; i < g.size(); ++i) {
    auto const name = g.players().name(i);
    auto members = cod::member_set{};
    for (auto const& group : groups)
      if (group.name == name) members = group.members;
    if (members.empty()) members = cod::parse_member(name);
    players.push_back({name, members});
  }
  return players;
}

using nlohmann::ordered_json;

ordered_json as_json(index_value const& v) {
  return {{"ratio", v.is_exact ? ordered_json::array({v.exact.numerator, v.exact.denominator}) : ordered_json(nullptr)},
          {"percent", examples::in_percent(v.value, 4) + " %"}};
}

ordered_json as_json(player const& p, std::vector<index_values> const& all, std::size_t i) {
  auto values = ordered_json::object();
  for (auto const& index : all) values[index.name] = as_json(index.of_player[i]);
  return {{"name", p.name}, {"members", cod::io::as_json(p.members)}, {"indices", values}};
}

void add_players(result& answer, std::vector<player> const& players, std::vector<index_values> const& all) {
  answer.rows.header = {"player", "members"};
  for (auto const& index : all) answer.rows.header.push_back(index.name + "_percent");
  auto list = ordered_json::array();
  for (std::size_t i = 0; i < players.size(); ++i) {
    std::vector<std::string> row{players[i].name, cod::to_string(players[i].members)};
    for (auto const& index : all) row.push_back(examples::in_percent(index.of_player[i].value, 4));
    answer.rows.rows.push_back(std::move(row));
    list.push_back(as_json(players[i], all, i));
  }
  answer.json["players"] = list;
}

/// The first index as bars.
std::string chart_of(std::vector<player> const& players, index_values const& index) {
  std::vector<cod::io::bar> bars;
  for (std::size_t i = 0; i < players.size(); ++i)
    bars.push_back({players[i].name, index.of_player[i].value, examples::in_percent(index.of_player[i].value) + " %"});
  return cod::io::vega_lite(bars, index.name, "index");
}

cod::explanation head(asked_vote const& question, power::coalition_counts const& counts, std::size_t players) {
  cod::explanation all{"power by " + std::string{question.rule.name()} + " on " + cod::to_string(*question.council.day()) + ", in percent: " +
                       cod::wording::counted_as(question.council.size(), "member", "members")};
  auto const winning = static_cast<std::int64_t>(counts.total()), of = std::int64_t{1} << players;
  all.add("chance to act when every player tosses a coin: " + cod::wording::percent(winning, of) + ", " + cod::wording::grouped(winning) + " of " +
          cod::wording::grouped(of) + " coalitions win");
  return all;
}

/// Each index once, however often it was asked for.
std::vector<std::string> asked_indices(power_options const& options) {
  if (options.indices.empty()) return {"shapley-shubik", "banzhaf"};
  std::vector<std::string> names;
  for (auto const& name : options.indices)
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  return names;
}

result answer_to(power_options const& options) {
  auto const question = council_of(options.council);
  std::vector<examples::named_group> groups;
  std::vector<power::bloc> blocs;
  for (auto const& text : options.blocs) groups.push_back(examples::parsed_group(text, "--blocs"));
  for (auto const& group : groups) blocs.emplace_back(group.name, group.members);
  auto const g = power::blocs(power::game{question.rule, question.council, question.asked}, blocs);
  auto const counts = power::count_coalitions(g);
  std::vector<index_values> all;
  for (auto const& name : asked_indices(options)) all.push_back(measured(name, g, counts));

  result answer{.command = "power", .notes = question.notes, .finding = head(question, counts, g.size())};
  answer.json["rule"] = question.rule.name();
  answer.json["council"] = cod::io::as_json(question.council);
  answer.json["winning_coalitions"] = counts.total();
  answer.json["coalitions"] = std::uint64_t{1} << g.size();
  auto const players = players_of(g, groups);
  add_players(answer, players, all);
  if (!options.vega_lite.empty()) cod::io::replace_file(options.vega_lite, chart_of(players, all.front()));
  answer.rows_in_text = true;
  return answer;
}

}  // namespace

void add_power_command(CLI::App& program, session& s) {
  auto& command = *program.add_subcommand("power", "How much can each member, or bloc of members, decide?");
  auto const options = std::make_shared<power_options>();
  add_council_options(command, options->council);
  command.add_option("--index", options->indices, "which index; may be repeated (shapley-shubik and banzhaf)")->type_name("INDEX")->delimiter(',')->check(CLI::IsMember(index_names));
  command.add_option("--blocs", options->blocs, "members that always vote together, such as \"Benelux=BE NL LU\"; may be repeated")->type_name("NAME=MEMBERS");
  command.add_option("--vega-lite", options->vega_lite, "also write the first index by player as a Vega-Lite chart to this file")->type_name("FILE")->check(file_to_write());
  command.footer(power_help);
  command.callback([&s, options] { s.print(answer_to(*options)); });
}

}  // namespace calculator
