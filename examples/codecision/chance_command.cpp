// SPDX-License-Identifier: BSL-1.0
// codecision chance: how likely is adoption, when it is known how likely each member votes in favour?
#include <codecision/io/csv.hpp>
#include <codecision/io/json_outcome.hpp>
#include <codecision/io/progress.hpp>
#include <codecision/io/text.hpp>
#include <codecision/power/threads.hpp>
#include <codecision/simulate/explain_chance.hpp>
#include <codecision/simulate/monte_carlo.hpp>

#include "../program.hpp"
#include "commands.hpp"
#include "session.hpp"
#include "vote_result.hpp"

#include <charconv>
#include <cstdint>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace cod = codecision;
namespace simulate = codecision::simulate;
using cod::error_code;
using nlohmann::ordered_json;

namespace calculator {

namespace {

constexpr char const* chance_help =
    "Members that --in-favour, --against and the like name have voted. All others are open, with the probability that --p, --from or a bloc\n"
    "gives; without one it is --rest-p, or 0.5, and the first line of the output says so. Each decides independently of the others, but for\n"
    "blocs, and with --factor. The result is computed without sampling, unless --factor, --draws or --width ask for draws.\n"
    "Ends with 0: a probability is no verdict.\n"
    "\n"
    "Examples:\n"
    "  codecision chance --on 2025-11-26 --p DE=0.4,FR=0.9 --rest-p 0.7 --against CZ,NL,PL\n"
    "  codecision chance --on 2025-11-26 --from chances.csv --format json        columns: member, probability\n"
    "  codecision chance --on 2025-11-26 --rest-p 0.7 --bloc \"Benelux: BE NL LU=0.6\"\n"
    "  codecision chance --on 2025-11-26 --rest-p 0.7 --factor 0.3 --draws 10000000 --seed 7";

struct chance_options {
  ballot_options ballot;
  std::vector<std::string> p, blocs;
  std::string from;
  double rest = 0.5;
  bool rest_is_given = false;
  double factor = 0;
  std::uint64_t draws = 0;  ///< 0: no sampling, unless there is a factor
  std::uint64_t seed = 1;
  double width = 0;
  int limit = 5;
};

constexpr std::uint64_t draws_by_default = 10'000'000;

// ----- probabilities as they are written -----

struct given_probability {
  cod::member_set members;
  double p;
  std::string place{};  ///< in a file: "chances.csv, line 3"
};

double probability_in(std::string_view text, std::string const& where) {
  double p = 0;
  auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), p);
  if (text.empty() || problem != std::errc{} || end != text.data() + text.size())
    cod::fail(error_code::bad_probability, cod::detail::quoted_excerpt(text) + " in " + where + " is not a number", "", "write a share of 1 with a point, such as DE=0.4");
  simulate::detail::check_probability(p, where);
  return p;
}

/// "DE FR=0.4": members, and the probability of each.
given_probability parsed(std::string_view text, std::string const& where) {
  auto const sign = text.rfind('=');
  if (sign == std::string_view::npos)
    cod::fail(error_code::bad_probability, cod::detail::quoted_excerpt(text) + " in " + where + " names no probability", "", "write it so: --p DE=0.4,FR=0.9");
  return {cod::parse_members(text.substr(0, sign)), probability_in(text.substr(sign + 1), where), {}};
}

/// "DE=0.4,FR=0.9": a comma ends a member's probability.
void add_list(std::vector<given_probability>& all, std::string_view text) {
  while (!text.empty()) {
    auto const end = std::min(text.find(','), text.size());
    if (auto const one = text.substr(0, end); one.find_first_not_of(" \t") != std::string_view::npos) all.push_back(parsed(one, "--p"));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void add_table(std::vector<given_probability>& all, std::istream& in, std::string const& name) {
  cod::io::csv_reader rows{in, name};
  auto const member = rows.column("member"), probability = rows.column("probability");
  constexpr std::size_t most = 1'000;  // there are 38 states; rows that name none are passed over
  for (std::size_t n = 0; rows.next(); ++n) {
    if (n == most) cod::fail(error_code::input_too_large, cod::detail::table_place(rows.name(), rows.line()) + ": more than " + std::to_string(most) + " probabilities", "", "name each member once");
    auto const who = rows.located(member, [&] { return cod::parse_members(rows[member]); });
    auto const p = rows.located(probability, [&] { return probability_in(rows[probability], name); });
    all.push_back({who, p, cod::detail::table_place(name, rows.line())});
  }
}

void add_file(std::vector<given_probability>& all, std::string const& path) {
  if (path == "-") return add_table(all, std::cin, "standard input");
  std::ifstream file{path, std::ios::binary};
  if (!file) cod::fail(error_code::cannot_read, "'" + path + "' cannot be read", "", "give the path of a file that exists and may be read");
  add_table(all, file, path);
}

[[noreturn]] void a_member_has_two_probabilities(cod::member_set who, std::string const& place = {}) {
  cod::fail(error_code::member_twice, (place.empty() ? "" : place + ": ") + to_string(who) + (who.size() == 1 ? " has" : " have") + " two probabilities", "", "name each member once in --p, --from and --bloc");
}

/// Each member once, in whichever option it stands. Error COD-M102.
std::vector<given_probability> given_in(chance_options const& options) {
  std::vector<given_probability> all;
  for (auto const& list : options.p) add_list(all, list);
  if (!options.from.empty()) add_file(all, options.from);
  cod::member_set seen;
  for (auto const& g : all) {
    if (auto const twice = seen & g.members; !twice.empty()) a_member_has_two_probabilities(twice, g.place);
    seen |= g.members;
  }
  return all;
}

/// "Benelux: BE NL LU=0.6".
simulate::voting_bloc parsed_bloc(std::string_view text) {
  auto const colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0)
    cod::fail(error_code::bad_scenario, "'" + std::string{text} + "' is not a bloc", "", "write a name, a colon, members and their probability: --bloc \"Benelux: BE NL LU=0.6\"");
  auto const given = parsed(text.substr(colon + 1), "--bloc");
  return {std::string{text.substr(0, colon)}, given.members, given.p};
}

// ----- what is asked -----

struct asked_chance {
  asked_vote vote;
  simulate::probabilities p;
  std::vector<simulate::voting_bloc> blocs;
};

std::string note_on_the_rest(cod::member_set rest, double p) {
  return cod::wording::counted_as(rest.size(), "member votes", "members vote") + " in favour with a probability of " + cod::wording::decimal(std::llround(p * 10'000), 10'000, 2) +
         " because " + (rest.size() == 1 ? "it was" : "they were") + " not named (--rest-p): " + to_string(rest);
}

/// Error COD-B401.
void check_has_not_voted(cod::member_set voted, std::string const& option) {
  if (!voted.empty())
    cod::fail(error_code::member_on_two_sides, to_string(voted) + (voted.size() == 1 ? " has" : " have") + " a vote and a probability", "",
              "leave it out of " + option + ", or out of --against and the like");
}

asked_chance asked_by(chance_options const& options) {
  auto ballot = options.ballot;
  ballot.rest = "unknown";
  auto vote = vote_of(ballot);
  auto const given = given_in(options);
  simulate::probabilities p{vote.ballot, options.rest};
  cod::member_set named;
  for (auto const& g : given) {
    check_has_not_voted(g.members & vote.ballot.known().voted(), "--p");
    p = p.with(g.members, g.p);
    named |= g.members;
  }
  std::vector<simulate::voting_bloc> blocs;
  for (auto const& text : options.blocs) {
    blocs.push_back(parsed_bloc(text));
    check_has_not_voted(blocs.back().members & vote.ballot.known().voted(), "--bloc");
    if (auto const twice = named & blocs.back().members; !twice.empty()) a_member_has_two_probabilities(twice);
    named |= blocs.back().members;
  }
  auto const rest = vote.ballot.open() - named;
  if (!rest.empty() && !options.rest_is_given) vote.notes.insert(vote.notes.begin(), note_on_the_rest(rest, options.rest));
  return {std::move(vote), p, std::move(blocs)};
}

// ----- without sampling -----

ordered_json as_json(simulate::chance const& c, cod::member_state m) {
  return {{"member", cod::code(m)},          {"in_favour", c.probabilities()[m]}, {"open", c.ballot().open().contains(m)},
          {"decisive", c.decisive(m)},       {"sensitivity", c.sensitivity(m)},   {"adopted_if_in_favour", c.if_in_favour(m)},
          {"adopted_if_against", c.if_against(m)}};
}

/// A number with all its digits, as JSON and CSV write it.
std::string written(double x) { return ordered_json(x).dump(); }

void add_computed(result& answer, asked_chance const& asked, int limit) {
  auto const c = simulate::chance_of_adoption(asked.vote.rule, asked.vote.ballot, asked.p, asked.blocs, asked.vote.asked);
  answer.finding = explain(c, static_cast<std::size_t>(limit));
  answer.json["method"] = "computed";
  answer.json["adopted"] = c.adopted();
  answer.json["not_adopted"] = c.not_adopted();
  answer.json["expected_in_favour"] = c.expected_in_favour();
  answer.json["deviation_in_favour"] = c.deviation_in_favour();
  auto members = ordered_json::array();
  answer.rows.header = {"member", "in_favour", "decisive", "sensitivity", "adopted_if_in_favour", "adopted_if_against"};
  for (auto const m : c.ballot().council().members()) {
    members.push_back(as_json(c, m));
    answer.rows.rows.push_back({std::string{cod::code(m)}, written(c.probabilities()[m]), written(c.decisive(m)), written(c.sensitivity(m)), written(c.if_in_favour(m)),
                                written(c.if_against(m))});
  }
  answer.json["members"] = members;
}

// ----- with draws -----

simulate::sampled_chance sampled(asked_chance const& asked, chance_options const& options) {
  simulate::sampling const how{.draws = options.draws == 0 ? draws_by_default : options.draws, .seed = options.seed, .wanted_width = options.width};
  cod::io::terminal_progress progress;
  auto const& vote = asked.vote;
  if (options.factor == 0)
    return simulate::monte_carlo(vote.rule, vote.ballot, asked.p, asked.blocs, how, cod::power::threads::all(), std::ref(progress), vote.asked);
  simulate::loadings const by{vote.council, options.factor};
  return simulate::monte_carlo(vote.rule, vote.ballot, asked.p, by, how, cod::power::threads::all(), std::ref(progress), vote.asked);
}

void add_sampled(result& answer, asked_chance const& asked, chance_options const& options) {
  auto const found = sampled(asked, options);
  auto const between = found.interval();
  auto const percent = [](double x) { return examples::in_percent(x, 3) + " %"; };
  auto const by = " by " + std::string{asked.vote.rule.name()};
  if (found.settled()) {
    answer.finding = cod::explanation{(found.share() > 0 ? "adopted" : "not adopted") + by + ", whatever the open members do: nothing was drawn"};
  } else {
    auto const draws = cod::wording::counted_as(static_cast<std::int64_t>(found.draws()), "draw", "draws");
    answer.finding = cod::explanation{"adopted in " + percent(found.share()) + " of " + draws + by};
    answer.finding.add("the probability lies between " + percent(between.low) + " and " + percent(between.high) + " (Wilson's interval, confidence 95 %)");
  }
  if (options.factor != 0)
    answer.finding.add("one common factor: each member correlates with it by " + written(options.factor) + ", two members by its square");
  answer.finding.add("seed " + std::to_string(options.seed) + "; the same seed and number of draws give the same result on any machine");
  answer.json["method"] = "sampled";
  answer.json["adopted"] = found.share();
  answer.json["interval"] = {{"low", between.low}, {"high", between.high}, {"confidence", found.asked().confidence}};
  answer.json["draws"] = found.draws();
  answer.json["draws_adopted"] = found.adopted();
  answer.json["seed"] = options.seed;
  answer.json["factor"] = options.factor;
  answer.rows.header = {"adopted", "low", "high", "draws", "draws_adopted", "seed", "factor"};
  answer.rows.rows.push_back({written(found.share()), written(between.low), written(between.high), std::to_string(found.draws()), std::to_string(found.adopted()),
                              std::to_string(options.seed), written(options.factor)});
}

result answer_to(chance_options const& options) {
  auto const asked = asked_by(options);
  result answer{.command = "chance", .notes = asked.vote.notes};
  add_question(answer.json, asked.vote);
  answer.json["ballot"] = cod::io::as_json(asked.vote.ballot.known());
  auto blocs = ordered_json::array();
  for (auto const& b : asked.blocs) blocs.push_back({{"name", b.name}, {"members", cod::io::as_json(b.members)}, {"in_favour", b.in_favour}});
  answer.json["blocs"] = blocs;
  if (options.factor == 0 && options.draws == 0 && options.width == 0) add_computed(answer, asked, options.limit);
  else add_sampled(answer, asked, options);
  return answer;
}

}  // namespace

namespace {

/// CLI11 would read -5 as a number of 20 digits.
CLI::Validator whole_number_from(char const* least) {
  return {[least](std::string const& text) {
            bool const fits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos && (text != "0" || *least == '0');
            return fits ? std::string{} : "'" + text + "' is not a whole number from " + least + " on";
          },
          ""};
}

}  // namespace

void add_chance_command(CLI::App& program, session& s) {
  auto& command = *program.add_subcommand("chance", "How likely is adoption, when members vote in favour with given probabilities?");
  auto const options = std::make_shared<chance_options>();
  command.add_option("--p", options->p, "probabilities of voting in favour: DE=0.4,FR=0.9; several members at once: \"DE FR=0.4\"")->type_name("LIST");
  command.add_option("--from", options->from, "the same from a CSV file with the columns member and probability; - is standard input")->type_name("FILE");
  auto* const rest = command.add_option("--rest-p", options->rest, "the probability of open members that are not named (0.5)")->type_name("P");
  auto* const bloc = command.add_option("--bloc", options->blocs, "members that vote together: \"Benelux: BE NL LU=0.6\"; may be repeated")->type_name("BLOC");
  auto* const factor = command.add_option("--factor", options->factor, "a common factor moves all members: the correlation of each with it, -1 to 1; by draws")->type_name("A");
  command.add_option("--draws", options->draws, "by so many draws, instead of computing it (10 000 000 with --factor)")->type_name("N")->check(whole_number_from("1"));
  command.add_option("--seed", options->seed, "which random numbers are drawn (1)")->type_name("N")->check(whole_number_from("0"));
  command.add_option("--width", options->width, "stop drawing when the interval is as narrow as this, such as 0.001")->type_name("W");
  command.add_option("--limit", options->limit, "name so many of the members that matter most (5)")->type_name("N")->check(CLI::Range(0, 38));
  factor->excludes(bloc);
  add_ballot_options(command, options->ballot);
  command.remove_option(command.get_option("--rest"));
  command.remove_option(command.get_option("--unknown"));
  command.remove_option(command.get_option("--undecided"));
  command.footer(chance_help);
  command.callback([&s, rest, options] {
    options->rest_is_given = rest->count() > 0;
    s.print(answer_to(*options));
  });
}

}  // namespace calculator
