// SPDX-License-Identifier: BSL-1.0
// What the example programs share: how they read their arguments, how they report errors, and how they write numbers.
#pragma once

#include <codecision/core/error.hpp>

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstdio>
#include <iostream>
#include <string>
#include <type_traits>

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
