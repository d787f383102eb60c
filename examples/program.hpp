// SPDX-License-Identifier: BSL-1.0
// What the example programs share: how they read their arguments, how they report errors, and how they write numbers.
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/detail/nearest_names.hpp>

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstdio>
#include <iostream>
#include <string>
#include <type_traits>
#include <vector>

namespace examples {

/// Sends off what was written. False when nobody reads it any more: a closed pipe is no error, there is just nothing left to
/// write for. Error COD-J605 when it cannot be written for another reason.
inline bool sent_off(std::ostream& out) {
  static bool pipe_is_closed = false;
  if (out.good()) errno = 0;
  if (!pipe_is_closed && !out.flush()) {
    if (errno != EPIPE) codecision::fail(codecision::error_code::cannot_write, "the output cannot be written", "", "is the disk full?");
    pipe_is_closed = true;
  }
  return !pipe_is_closed;
}

/// The long options of a program that may stand behind this command; null: in front of all commands.
inline std::vector<std::string> options_of(CLI::App const& program, CLI::App const* command) {
  std::vector<std::string> names;
  for (auto const* app : {command, &program}) {
    if (app == nullptr) continue;
    for (auto const* option : app->get_options())
      for (auto const& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

inline std::vector<std::string> commands_of(CLI::App const& program) {
  std::vector<std::string> names;
  for (auto const* command : program.get_subcommands([](CLI::App const*) { return true; })) names.push_back(command->get_name());
  return names;
}

/// "did you mean '--on'? ", where a name is alike.
inline std::string alike(std::string const& word, std::vector<std::string> const& names) {
  auto const near = codecision::detail::nearest_names(word, names);
  return near.empty() ? std::string{} : "did you mean " + codecision::detail::listed(near) + "? ";
}

/// "codecision vote"; the program's name is the file's, without its folder.
inline std::string spoken_name(CLI::App const& program, CLI::App const* command) {
  auto const& name = program.get_name();
  return name.substr(name.find_last_of("/\\") + 1) + (command == nullptr ? "" : " " + command->get_name());
}

struct misunderstood {
  std::string what, instead;
};

/// The first argument that fits nowhere. An option comes before its values: what stands behind one that is not known fits nowhere either.
inline misunderstood not_expected(CLI::App const& program, CLI::App const* command) {
  auto const rest = program.remaining(true);
  auto const is_option = [](std::string const& word) { return word.size() > 1 && word.front() == '-'; };
  auto const commands = commands_of(program);
  if (command == nullptr && !commands.empty() && !is_option(rest.front())) return {"'" + rest.front() + "' is not a command", alike(rest.front(), commands)};
  for (auto const& word : rest)
    if (is_option(word)) {
      auto const name = word.substr(0, word.find('='));
      return {"'" + name + "' is not an option of " + spoken_name(program, command), alike(name, options_of(program, command))};
    }
  return {"'" + rest.front() + "' is not expected behind " + spoken_name(program, command), {}};
}

/// What is wrong with the arguments, and where the words are that would be right.
inline std::string failure(CLI::App const* program, CLI::Error const& e) {
  auto const used = program->get_subcommands();
  auto const* const command = used.empty() ? nullptr : used.front();
  auto const wants_command = command == nullptr && !commands_of(*program).empty();
  auto const unknown = e.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError) || (wants_command && !program->remaining().empty());
  auto const problem = unknown ? not_expected(*program, command) : misunderstood{e.what(), {}};
  return problem.what + "\n  try  : " + problem.instead + spoken_name(*program, command) + " --help shows the " +
         (wants_command ? "commands" : command == nullptr ? "options" : "options and examples") + "\n";
}

/// Reports an error of the arguments, or prints the help or the version that was asked for. Ends with 0 when that could be written,
/// otherwise with 2.
inline int told(CLI::App& app, CLI::ParseError const& e) {
  if (app.exit(e) != 0) return 2;
  try {
    sent_off(std::cout);
    return 0;
  } catch (codecision::error const& problem) {
    std::cerr << problem.what() << '\n';
    return 2;
  }
}

/// Runs it, and reports an error of the arguments, the input or the output in one message. Ends with what `run` returns, or 0 when it
/// returns nothing; with 2 after an error.
template <class Run>
int reported(CLI::App& app, Run run) {
  try {
    if constexpr (std::is_same_v<decltype(run()), int>) {
      auto const status = run();
      sent_off(std::cout);
      return status;
    } else {
      run();
      sent_off(std::cout);
      return 0;
    }
  } catch (CLI::ParseError const& e) {
    return told(app, e);
  } catch (codecision::error const& e) {
    std::cout.flush();
    std::cerr << e.what() << '\n';
    return 2;
  }
}

/// Reads the arguments and calls `run`. Ends with 0, or with what `run` returns, or with 2 after one message when the arguments or the
/// input are wrong or the output cannot be written.
template <class Run>
int program(CLI::App& app, int argc, char** argv, Run run) {
  app.failure_message(failure);
  return reported(app, [&] {
    app.parse(argc, argv);
    return run();
  });
}

/// Calls it, and gives an error of this code the advice that helps on the command line of this program.
template <class Call>
auto with_advice(codecision::error_code code, char const* advice, Call call) {
  try {
    return call();
  } catch (codecision::error const& e) {
    if (e.code() != code) throw;
    codecision::fail(e.code(), e.message(), e.have(), advice);
  }
}

/// A share in percent with so many decimals: 0.2345 as "23.45".
inline std::string in_percent(double share, int decimals = 2) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", decimals, 100 * share);
  return text;
}

/// The text, with blanks in front of it so that it is as wide as its column. Wide characters are not expected.
inline std::string right(std::string const& text, std::size_t width) {
  return text.size() >= width ? text : std::string(width - text.size(), ' ') + text;
}

/// The text, with blanks behind it.
inline std::string left(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

}  // namespace examples
