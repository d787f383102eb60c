// SPDX-License-Identifier: BSL-1.0
// A program without exceptions: every error of the library passes through boost::throw_exception, which it defines itself.
#include <codecision/codecision.hpp>

#include <cstdlib>
#include <string_view>

namespace cod = codecision;

namespace boost {

// Boost has declared both and said that they do not return; to say it again is an error with Clang and Boost 1.74.

/// Ends the program: with 0 when the error is the one that main asks for, with its code and its advice.
void throw_exception(std::exception const& e) {
  // Boost reports errors of its own here, too. Ours begin with their code, and this needs no run-time types.
  if (!std::string_view{e.what()}.starts_with("[COD-")) std::exit(2);
  auto const& problem = static_cast<cod::error const&>(e);
  std::exit(problem.code() == cod::error_code::no_population_table && !problem.have().empty() ? 0 : 3);
}
void throw_exception(std::exception const& e, boost::source_location const&) { throw_exception(e); }

}  // namespace boost

int main() {
  static_cast<void>(cod::council_on(cod::parse_date("2031-05-01")));
  return 1;  // no table covers that day
}
