// SPDX-License-Identifier: BSL-1.0
// The calculator: majorities of the Council, open votes, scenarios, power, deadlines and dossiers on the command line.
#include <codecision/version.hpp>

#include "../program.hpp"
#include "ballot_options.hpp"
#include "checks.hpp"
#include "commands.hpp"
#include "cures.hpp"
#include "session.hpp"

#include <csignal>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

constexpr char const* epilogue =
    "Examples:\n"
    "  codecision vote --on 2025-11-26 --against CZ,NL,PL,SK --abstain IT\n"
    "  codecision vote --against FR,PL --undecided DE,IT\n"
    "  codecision members --on 2025-11-26 --format csv\n"
    "  codecision COMMAND --help       shows the options and examples of a command\n"
    "\n"
    "Exit status of a verdict: 0 adopted, 1 not adopted, 3 open. 2: the arguments or the input are wrong, or the output cannot be\n"
    "written. Commands that give no verdict end with 0. docs/calculator.md describes every format.";

/// No option takes an empty value, but for the lists of who votes how: nobody may be against.
void refuse_empty_values(CLI::App& program) {
  for (auto* const command : program.get_subcommands([](CLI::App*) { return true; }))
    for (auto* const option : command->get_options())
      if (option->get_items_expected_max() > 0 && option->get_group() != calculator::votes_group) option->check(calculator::not_empty());
}

void add_commands(CLI::App& program, calculator::session& s) {
  using namespace calculator;
  for (auto* const add : {add_vote_command, add_flips_command, add_whatif_command, add_chance_command, add_power_command, add_members_command,
                          add_presidency_command, add_deadline_command, add_dossier_command, add_batch_command, add_completion_command})
    add(program, s);
}

}  // namespace

int main(int argc, char** argv) {
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has seen enough is no error: writing fails, and the program ends with its verdict
#endif
  calculator::session s{std::cout};
  CLI::App program{"How does the Council of the European Union decide? Votes, scenarios, power, deadlines, dossiers.", "codecision"};
  std::map<std::string, calculator::output_format> const formats{{"text", calculator::output_format::text},
                                                                 {"markdown", calculator::output_format::markdown},
                                                                 {"json", calculator::output_format::json},
                                                                 {"csv", calculator::output_format::csv}};
  std::string format = "text";
  program.fallthrough();
  program.require_subcommand(1);
  program.footer(epilogue);
  program.failure_message(examples::failure);
  program.set_version_flag("--version", "codecision " + std::string{codecision::version_text});
  program.add_option("--format", format, "text (default), markdown, json or csv; may stand behind the command")
      ->check(CLI::IsMember({"text", "markdown", "json", "csv"}))
      ->each([&](std::string const& name) { s.format = formats.at(name); });
  program.add_flag("--no-colour", s.no_colour, "no colours on a terminal; the variable NO_COLOR does the same");
  add_commands(program, s);
  refuse_empty_values(program);
  return examples::reported(program, [&] {
    calculator::with_cures([&] { program.parse(argc, argv); });
    return s.exit_status;
  });
}
