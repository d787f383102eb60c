// SPDX-License-Identifier: BSL-1.0
// codecision batch: the verdicts on the ballots of a file, one a line.
#include <CLI/CLI.hpp>

#include "batch.hpp"
#include "commands.hpp"
#include "session.hpp"

#include <memory>

namespace calculator {

namespace {

constexpr char const* help =
    "The file is a CSV with one ballot a row, a CSV with one row for each act and member, or JSON lines; see\n"
    "docs/foresight/batches.md. Exit status: 0 when every ballot was read, whatever the verdicts; 2 otherwise.\n"
    "\n"
    "Examples:\n"
    "  codecision batch ballots.csv --format csv\n"
    "  codecision batch - --on 2025-11-26 --rest in_favour < ballots.csv\n"
    "  codecision batch votes.csv --columns id=actnumber,member=country,vote=voted,date=actdate --keep-going";

}  // namespace

void add_batch_command(CLI::App& program, session& s) {
  auto& command =
      *program.add_subcommand("batch", "What are the verdicts on many ballots, read from a file or a pipe?");
  auto const defaults = std::make_shared<ballot_options>();
  auto const options = std::make_shared<batch_options>();
  add_batch_options(command, *options);
  add_council_options(command, *defaults);
  command.add_option("file", options->from, "the same as --from")->type_name("FILE");
  command
      .add_option("--rest", defaults->rest,
                  "what members do that a ballot does not name; in_favour where this is not said")
      ->type_name("VOTE")
      ->check(CLI::IsMember({"in_favour", "against", "abstain", "absent", "unknown"}));
  command.footer(help);
  command.callback([&s, options, defaults] { run_batch(*options, *defaults, s); });
}

}  // namespace calculator
