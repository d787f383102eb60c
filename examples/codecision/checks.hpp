// SPDX-License-Identifier: BSL-1.0
// Which values of options are mistakes, whatever the option is about?
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace calculator {

/// An empty value is a mistake, such as a variable of the shell that is not set: it must not count as if the option were not there.
[[nodiscard]] inline CLI::Validator not_empty() {
  return {[](std::string const& text) { return text.empty() ? std::string{"the value is empty"} : std::string{}; }, ""};
}

/// A file to write: standard output carries the answer, so - is a mistake.
[[nodiscard]] inline CLI::Validator file_to_write() {
  return {[](std::string const& text) { return text == "-" ? std::string{"- is no file: standard output carries the answer; name a file, such as chart.json"} : std::string{}; }, ""};
}

}  // namespace calculator
