// SPDX-License-Identifier: BSL-1.0
// codecision completion: the script that completes this program in a shell.
#include "commands.hpp"
#include "completion.hpp"
#include "session.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace calculator {

void add_completion_command(CLI::App& program, session& s) {
  auto& command = *program.add_subcommand("completion", "Print the script that completes this program in bash or zsh");
  auto const shell = std::make_shared<std::string>();
  command.add_option("shell", *shell, "for which shell")->required()->check(CLI::IsMember({"bash", "zsh"}));
  command.footer("Examples:\n"
                 "  source <(codecision completion bash)\n"
                 "  codecision completion zsh > ~/.zfunc/_codecision    # with fpath=(~/.zfunc $fpath) before compinit");
  command.callback([&program, &s, shell] { s.out() << (*shell == "bash" ? bash_completion(program) : zsh_completion(program)); });
}

}  // namespace calculator
