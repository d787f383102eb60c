// SPDX-License-Identifier: BSL-1.0
// Which script completes the commands, options and values of a program in a shell?
#pragma once

#include <string>

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace calculator {

/// The script for bash: `source <(codecision completion bash)`. It is made from the program's own options, so it cannot lag behind.
/// Values are completed where the option's type says what they are: words in braces, MEMBERS (codes, also after a comma), FILE.
[[nodiscard]] std::string bash_completion(CLI::App const& program);

/// The same for zsh: a file `_codecision` in a folder of `fpath`.
[[nodiscard]] std::string zsh_completion(CLI::App const& program);

}  // namespace calculator
