// SPDX-License-Identifier: BSL-1.0
// Every header in one program, and a little of each part: a vote, power, a dossier as JSON, and an error through the library's one hook.
// scripts/dialects builds it with several compilers, standard libraries and options, and compares what it prints with everything.expected.
#include "all_headers.hpp"

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace cod = codecision;
using namespace codecision::literals;

namespace {

/// Which code does an error of the library bear? Without exceptions and run-time types, too.
std::string_view code_of(std::exception const& e) {
  if (!std::string_view{e.what()}.starts_with("[COD-")) return "not an error of the library";
  return cod::label(static_cast<cod::error const&>(e).code());
}

[[noreturn]] void end_with(std::exception const& e) {
  std::cout << "2031-05-01: " << code_of(e) << '\n' << std::flush;
  std::exit(0);
}

void vote() {
  auto const council = cod::council_on("2025-11-26"_date);
  auto const ballot = cod::ballot{council}.against("CZ NL PL SK"_members).abstaining("IT"_members).others(cod::vote::in_favour);
  auto const outcome = cod::evaluate(cod::rules::qualified_majority(), ballot);
  std::cout << cod::explain(outcome);
  for (auto const& flip : cod::smallest_flips(outcome)) std::cout << flip << '\n';
}

void power() {
  auto const six = cod::council_on("1958-01-01"_date);
  auto const index = cod::power::banzhaf(cod::power::game{cod::rules::weighted(cod::regime::six), six});
  std::cout << "swings in 1958:";
  for (auto const member : six.members()) std::cout << ' ' << cod::code(member) << ' ' << index.swings(member);
  std::cout << '\n';
}

void dossier() {
  auto const file = cod::csa_regulation();
  auto const written = cod::io::write_dossier(file);
  auto const again = cod::io::read_dossier(written);
  std::cout << again.procedure() << ": " << (again.size() == file.size() && cod::io::write_dossier(again) == written ? "the same" : "changed")
            << " when written and read again\n";
}

}  // namespace

#ifdef BOOST_NO_EXCEPTIONS
namespace boost {
void throw_exception(std::exception const& e) { end_with(e); }
void throw_exception(std::exception const& e, boost::source_location const&) { end_with(e); }
}  // namespace boost
#endif

int main() {
  vote();
  power();
  dossier();
#ifdef BOOST_NO_EXCEPTIONS
  static_cast<void>(cod::council_on(cod::parse_date("2031-05-01")));  // no table covers that day
#else
  try {
    static_cast<void>(cod::council_on(cod::parse_date("2031-05-01")));
  } catch (std::exception const& e) {
    end_with(e);
  }
#endif
  return 1;
}
