// SPDX-License-Identifier: BSL-1.0
// codecision whatif: what would be the outcome if some voted otherwise, joined, left, or another rule held?
#include <codecision/io/comparison.hpp>
#include <codecision/io/file.hpp>
#include <codecision/io/json_outcome.hpp>
#include <codecision/simulate/dossier_scenario.hpp>

#include "../program.hpp"
#include "../timeline.hpp"
#include "commands.hpp"
#include "session.hpp"
#include "vote_result.hpp"

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cod = codecision;
namespace simulate = codecision::simulate;
using nlohmann::ordered_json;

namespace calculator {

namespace {

constexpr char const* whatif_help =
    "The first row is the base: the vote that the options describe, or with --base the positions in a snapshot of a dossier. A scenario is a\n"
    "name, a colon, and changes between semicolons; the name may be left out.\n"
    "\n"
    "  DE,FR against                    members by their codes: in favour, against, abstain, absent, unknown\n"
    "  euro area except DE in favour    groups: euro area, schengen, all, everyone against, everyone open, others\n"
    "  everyone who opposed in 2024-06-20-BE-tuta abstain      supported, opposed, abstained: in a month, on a day, in a snapshot\n"
    "  with UA=33000000; UA in favour   a state joins (without a vote of its own it is open); HU leaves; without HU: takes no part\n"
    "  figures of 2018                  other populations; under unanimity: another rule, by the words of --rule\n"
    "\n"
    "Ends with 0: several scenarios have no common verdict.\n"
    "\n"
    "Examples:\n"
    "  codecision whatif --on 2025-11-26 --against CZ,NL,PL,SK --abstain IT --scenario \"DE against\" --scenario \"Italy turns: IT in favour\"\n"
    "  codecision whatif --base 2025-10-08 --scenario \"everyone open in favour\" --scenario \"DE in favour; others unknown\"\n"
    "  codecision whatif --base 2024-06-20-BE-tuta --from scenarios.txt --format csv\n"
    "  codecision whatif --against FR,PL --scenario \"with UA=33000000; UA against\"";

struct whatif_options {
  ballot_options ballot;
  std::string base, dossier_file, from;
  std::vector<std::string> scenarios;
  int limit = 10;
};

constexpr std::size_t most_scenarios = 10'000;

// ----- what is asked -----

/// The dossier, read when it is first needed.
class dossier_at_hand {
 public:
  explicit dossier_at_hand(std::string file) : file_{std::move(file)} {}
  [[nodiscard]] cod::dossier const& get() const {
    if (!dossier_) dossier_ = examples::timeline::dossier_of({.as_of = {}, .from = {}, .to = {}, .only = {}, .member = {}, .dossier_file = file_});
    return *dossier_;
  }
  /// Who stood where at another time, for `parse_scenario`.
  [[nodiscard]] cod::member_set operator()(simulate::earlier_group const& asked) const { return simulate::earlier_votes{get()}(asked); }

 private:
  std::string file_;
  mutable std::optional<cod::dossier> dossier_{};
};

/// A scenario as it is written, and where: empty for one of the command line.
struct written_scenario {
  std::string text, place;
};

/// The lines of a text that are neither empty nor a remark.
std::vector<written_scenario> lines_of(std::string_view text, std::string const& name) {
  std::vector<written_scenario> lines;
  for (std::size_t number = 1; !text.empty(); ++number) {
    auto const end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.find_first_not_of(" \t") != std::string_view::npos && line.front() != '#')
      lines.push_back({std::string{line}, name + ", line " + std::to_string(number)});
  }
  return lines;
}

std::string standard_input() {
  std::string text;
  std::vector<char> block(std::size_t{1} << 16u);  // a line may be longer than what is read
  while (text.size() <= cod::io::largest_input && (std::cin.read(block.data(), static_cast<std::streamsize>(block.size())) || std::cin.gcount() > 0))
    text.append(block.data(), static_cast<std::size_t>(std::cin.gcount()));
  if (text.size() > cod::io::largest_input) cod::detail::this_input_is_too_large("standard input", "more than 32 MiB", cod::io::largest_input);
  return text;
}

std::vector<written_scenario> texts_of(whatif_options const& options) {
  std::vector<written_scenario> texts;
  for (auto const& text : options.scenarios) texts.push_back({text, {}});
  if (options.from.empty()) return texts;
  auto const typed = options.from == "-";
  auto const name = typed ? std::string{"standard input"} : options.from;
  for (auto& line : lines_of(typed ? standard_input() : cod::io::read_file(options.from), name)) texts.push_back(std::move(line));
  if (texts.size() > most_scenarios)
    cod::fail(cod::error_code::input_too_large, cod::detail::printable(name) + ": " + std::to_string(texts.size()) + " scenarios", "at most " + std::to_string(most_scenarios), "split the file");
  return texts;
}

/// Reads it. An error tells the line on which it stands.
simulate::scenario parsed(written_scenario const& written, simulate::scenario const& base, dossier_at_hand const& dossier) {
  try {
    return simulate::parse_scenario(written.text, base, dossier);
  } catch (cod::error const& e) {
    if (written.place.empty()) throw;
    cod::fail(e.code(), written.place + ": " + e.message(), e.have(), e.advice());
  }
}

struct asked_base {
  simulate::scenario scenario;
  std::vector<std::string> notes;
};

std::string_view proposer_in_words(cod::proposer who) {
  switch (who) {
    case cod::proposer::commission: return "the Commission";
    case cod::proposer::high_representative: return "the High Representative";
    case cod::proposer::member_states: return "Member States";
    case cod::proposer::parliament: return "the European Parliament";
    case cod::proposer::central_bank: return "the European Central Bank";
    case cod::proposer::court: return "the Court of Justice";
    default: return "nobody";
  }
}

asked_base base_of(whatif_options const& options, dossier_at_hand const& dossier) {
  if (options.base.empty()) {
    auto const vote = vote_of(options.ballot);
    return {{"base", vote.rule, vote.ballot, vote.asked}, vote.notes};
  }
  auto const basis = options.ballot.basis.empty() ? std::string{"TFEU 114"} : article_of(options.ballot.basis);
  auto const proposer = cod::find_proposer(options.ballot.proposer).value_or(cod::proposer::none);
  auto s = simulate::scenario_of(dossier.get(), options.base, {basis}, proposer);
  auto note = "the base is the snapshot " + s.name() + ", " + cod::wording::counted_as(s.ballot().open().size(), "vote is", "votes are") + " open; counted on " + basis +
              (proposer == cod::proposer::none ? ", on nobody's proposal" : ", on a proposal of " + std::string{proposer_in_words(proposer)}) + " (--basis, --proposer)";
  return {std::move(s), {std::move(note)}};
}

// ----- the answer -----

ordered_json as_json(simulate::change const& c) {
  constexpr char const* kinds[] = {"votes", "reopens", "joins", "leaves", "takes_no_part", "figures", "rule"};
  ordered_json j{{"text", c.text}, {"kind", kinds[static_cast<std::size_t>(c.kind)]}, {"members", cod::io::as_json(c.members)}};
  if (c.kind == simulate::change_kind::votes) j["to"] = cod::io::json_word(c.to);
  if (c.kind == simulate::change_kind::joins) j["persons"] = c.persons;
  if (c.kind == simulate::change_kind::figures) j["year"] = c.year;
  if (c.kind == simulate::change_kind::rule) j["rule"] = c.by->name();
  return j;
}

ordered_json as_json(simulate::compared const& c, simulate::scenario const& base, int limit) {
  auto changes = ordered_json::array();
  for (auto const& change : c.of().changes()) changes.push_back(as_json(change));
  return {{"name", c.of().name()},
          {"verdict", cod::io::json_word(c.verdict())},
          {"changes", changes},
          {"differences", simulate::differences(base, c.of())},
          {"rule", c.assessed().rule().name()},
          {"council", cod::io::as_json(c.assessed().council())},
          {"assessment", cod::io::as_json(c.assessed(), limit)},
          {"to_adopt", cod::io::as_json(c.to_adopt(), limit)},
          {"to_block", cod::io::as_json(c.to_block(), limit)},
          {"blocking_members_needed", c.fewest_to_block().members}};
}

/// Every set on its own, such as "DE | FR ES": the first ones.
std::string first_sets(cod::flip_range const& sets, int limit) {
  std::string text;
  for (auto i = sets.begin(); i != sets.end() && limit > 0; ++i, --limit) text += (text.empty() ? "" : " | ") + cod::to_string((*i).members);
  return text;
}

std::vector<std::string> row_of(simulate::compared const& c, simulate::scenario const& base, int limit) {
  auto const& a = c.assessed();
  auto const people = [&](std::int64_t n) { return a.council().has_population() ? std::to_string(n) : std::string{}; };
  auto const adopt = c.to_adopt(), block = c.to_block();
  std::string differences;
  for (auto const& what : simulate::differences(base, c.of())) differences += (differences.empty() ? "" : "; ") + what;
  return {c.of().name(), std::string{cod::io::json_word(c.verdict())}, std::string{a.rule().name()}, std::to_string(a.council().size()),
          std::to_string(a.least().in_favour().size()), std::to_string(a.most().in_favour().size()), people(c.population_at_worst()),
          people(c.population_at_best()), people(a.council().population_total()), std::to_string(c.fewest_to_block().members), std::to_string(adopt.smallest()),
          first_sets(adopt, limit), std::to_string(block.smallest()), first_sets(block, limit), differences};
}

result answer_to(whatif_options const& options) {
  dossier_at_hand const dossier{options.dossier_file};
  auto const base = base_of(options, dossier);
  std::vector<simulate::scenario> scenarios{base.scenario};
  for (auto const& text : texts_of(options)) scenarios.push_back(parsed(text, base.scenario, dossier));
  auto const alone = scenarios.size() == 1;
  auto const all = simulate::compare(std::move(scenarios));
  result answer{.command = "whatif", .notes = base.notes};
  if (alone) answer.notes.emplace_back("no scenario was given (--scenario, --from): this is the base alone");
  answer.finding = explain(all);
  answer.chart = cod::io::to_text(cod::io::summary_table(all));
  answer.rows.header = {"scenario", "verdict", "rule", "members", "in_favour_at_least", "in_favour_at_most", "population_at_least", "population_at_most",
                        "population_total", "blocking_members_needed", "to_adopt_size", "to_adopt", "to_block_size", "to_block", "differences"};
  auto list = ordered_json::array();
  for (auto const& c : all) {
    answer.rows.rows.push_back(row_of(c, base.scenario, options.limit));
    list.push_back(as_json(c, base.scenario, options.limit));
  }
  answer.json["scenarios"] = list;
  return answer;
}

/// A snapshot says who votes, when and how: --base stands alone, but for --basis and --proposer.
void check_no_vote_is_described(CLI::App const& command) {
  for (auto const* name : {"--on", "--year", "--with", "--participants", "--rule", "--opted-in", "--concerned", "--population-check", "--in-favour", "--against",
                           "--abstain", "--absent", "--undecided", "--unknown", "--proxy", "--rest"})
    if (command.count(name) > 0) throw CLI::ExcludesError{"--base", name};
}

}  // namespace

void add_whatif_command(CLI::App& program, session& s) {
  auto& command = *program.add_subcommand("whatif", "What would be the outcome if some voted otherwise, joined, left, or another rule held?");
  auto const options = std::make_shared<whatif_options>();
  command.add_option("--scenario", options->scenarios, "a scenario, such as \"DE in favour; FR against\"; may be repeated")->type_name("TEXT");
  command.add_option("--from", options->from, "a file with one scenario a line; - is standard input; lines that begin with # are remarks")->type_name("FILE");
  command.add_option("--base", options->base, "begin with a snapshot of a dossier, its votes and figures: its id, or its day or month where there is only one")
      ->type_name("SNAPSHOT");
  command.add_option("--dossier", options->dossier_file, "a dossier of your own instead of the CSA file")->type_name("FILE");
  command.add_option("--limit", options->limit, "list so many sets that would settle a scenario (10), in JSON and CSV")->type_name("N")->check(CLI::Range(0, 1'000));
  add_ballot_options(command, options->ballot);
  command.footer(whatif_help);
  command.callback([&s, &command, options] {
    if (!options->base.empty()) check_no_vote_is_described(command);
    s.print(answer_to(*options));
  });
}

}  // namespace calculator
