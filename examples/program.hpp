// SPDX-License-Identifier: BSL-1.0
// What the example programs share: how they read their arguments, how they report errors, and how they write numbers.
#pragma once

#include <codecision/core/error.hpp>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>
#include <string>

namespace examples {

/// Reads the arguments and calls `run`. Ends with 0, or with 2 after one message when the arguments or the input are wrong or
/// the output cannot be written.
template <class Run>
int program(CLI::App& app, int argc, char** argv, Run run) {
  try {
    app.parse(argc, argv);
    run();
    if (!std::cout.flush()) codecision::fail(codecision::error_code::cannot_write, "the output cannot be written", "", "is the disk full?");
    return 0;
  } catch (CLI::ParseError const& e) {
    return app.exit(e) == 0 ? 0 : 2;
  } catch (codecision::error const& e) {
    std::cout.flush();
    std::cerr << e.what() << '\n';
    return 2;
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
