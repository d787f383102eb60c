// SPDX-License-Identifier: BSL-1.0
// codecision vote: is the act adopted, and by how much?
#include <codecision/io/bar_chart.hpp>
#include <codecision/io/file.hpp>
#include <codecision/io/json_completions.hpp>
#include <codecision/io/json_outcome.hpp>
#include <codecision/io/vega_lite.hpp>
#include <codecision/power/explain_completions.hpp>
#include <codecision/vote/explain_assessment.hpp>

#include "../program.hpp"
#include "checks.hpp"
#include "commands.hpp"
#include "session.hpp"
#include "vote_result.hpp"

#include <memory>
#include <string>

namespace cod = codecision;

namespace calculator {

namespace {

constexpr char const* vote_help =
    "Members that are not named count as --rest says; without it they count in favour, and the first line of the output says so.\n"
    "With --undecided, --unknown or --rest unknown the answer is what is known: adopted or not whatever the open members do, or open.\n"
    "Exit status: 0 adopted, 1 not adopted, 3 open, 2 wrong use.\n"
    "\n"
    "Examples:\n"
    "  codecision vote --on 2025-11-26 --against CZ,NL,PL,SK --abstain IT\n"
    "  codecision vote --on 2025-10-08 --in-favour DK,FR,ES,IE --rest unknown\n"
    "  codecision vote --on 2023-06-01 --participants euro --against DE,FR\n"
    "  codecision vote --on 2016-05-10 --rule weighted --population-check --against DE,FR,UK,EE\n"
    "  codecision vote --basis \"TFEU 77(2)(a)\" --against FR,ES,IT --format json\n"
    "  codecision vote --with UA=33000000 --against HU,SK,PL,UA\n"
    "  codecision vote --proxy NL:BE --absent MT --against DE";

/// How many changed votes, as few as possible, would turn it: the number of ways, and the first ones.
cod::explanation turning(cod::flip_range const& sets, int shown) {
  auto const n = sets.count();
  cod::explanation all{"it would turn if " + cod::wording::counted_as(sets.smallest(), "member", "members") + " changed to " +
                       std::string{cod::name(sets.to())} + ": " + cod::wording::counted_as(n, "way", "ways")};
  for (auto const& set : sets) {
    if (shown-- == 0) break;
    all.details.push_back(explain(set));
  }
  return all;
}

struct vote_options {
  ballot_options ballot;
  std::string vega_lite;  ///< --vega-lite: a file for the chart
};

void add_known(result& answer, cod::outcome const& o, cod::io::chart_style const& style) {
  // Where too few have come, no change of votes turns it.
  auto const sets = o.quorum().met() ? cod::smallest_flips(o) : cod::smallest_flips(o, cod::member_set{});
  answer.finding = explain(o);
  answer.chart = cod::io::bar_chart(o, style);
  if (sets.smallest() > 0) answer.more.push_back(turning(sets, 3));
  answer.json["outcome"] = cod::io::as_json(o);
  answer.json["smallest_flips"] = cod::io::as_json(sets, 10);
}

void add_open(result& answer, cod::assessment const& a, cod::io::chart_style const& style) {
  auto const counts = a.completions();
  answer.finding = explain(a);
  answer.chart = cod::io::bar_chart(a, style);
  answer.more.push_back(explain(counts));
  answer.json["assessment"] = cod::io::as_json(a, 10);
  answer.json["completions"] = cod::io::as_json(counts);
}

/// A line for each criterion, from its least to its most.
void add_rows(result& answer, cod::assessment const& a) {
  answer.rows.header = {"verdict", "rule", "day", "criterion", "have_at_least", "have_at_most", "need", "whole", "met_at_least", "met_at_most"};
  auto const word = [](bool b) { return std::string{b ? "yes" : "no"}; };
  for (std::size_t i = 0; i < a.least().criteria().size(); ++i) {
    auto const& least = a.least().criteria()[i];
    auto const& most = a.most().criteria()[i];
    if (!least.counts) continue;
    answer.rows.rows.push_back({std::string{cod::name(a.verdict())}, std::string{a.rule().name()}, a.council().day() ? cod::to_string(*a.council().day()) : "",
                                std::string{cod::name(least.asked.what)}, std::to_string(least.have), std::to_string(most.have), std::to_string(least.need),
                                std::to_string(least.of), word(least.met()), word(most.met())});
  }
}

result answer_to(vote_options const& options, cod::io::chart_style const& style) {
  auto const vote = vote_of(options.ballot);
  auto const a = assessed(vote);
  result answer{.command = "vote", .notes = vote.notes};
  add_note_on_figures(answer.notes, a);
  answer.json["verdict"] = cod::io::json_word(a.verdict());
  add_question(answer.json, vote);
  if (a.open().empty()) add_known(answer, a.least(), style);
  else add_open(answer, a, style);
  add_rows(answer, a);
  answer.exit_status = status_of(a.verdict());
  if (!options.vega_lite.empty()) cod::io::replace_file(options.vega_lite, a.open().empty() ? cod::io::vega_lite(a.least()) : cod::io::vega_lite(a));
  return answer;
}

}  // namespace

void add_vote_command(CLI::App& program, session& s) {
  auto& command = *program.add_subcommand("vote", "Is the act adopted, and by how much?");
  auto const options = std::make_shared<vote_options>();
  add_ballot_options(command, options->ballot);
  command.add_option("--vega-lite", options->vega_lite, "also write the shares and thresholds as a Vega-Lite chart to this file")->type_name("FILE")->check(file_to_write());
  command.footer(vote_help);
  command.callback([&s, options] { s.print(answer_to(*options, {.colour = s.coloured()})); });
}

}  // namespace calculator
