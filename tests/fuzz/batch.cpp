// SPDX-License-Identifier: BSL-1.0
// Ballots as the calculator reads them, in CSV and in JSON lines: in pieces of any size the same ballots or the same errors.
#include "fuzz.hpp"
#include "pieces.hpp"

#include <codecision/council/council.hpp>
#include <codecision/vote/open_ballot.hpp>

#include "../../examples/codecision/batch_input.hpp"

#include <sstream>
#include <vector>

namespace cod = codecision;

namespace {

constexpr std::size_t most_ballots = 200;

/// Every ballot and every error in a line of its own.
std::vector<std::string> read(std::istream& in, calculator::batch_options const& options) {
  std::vector<std::string> said;
  std::unique_ptr<calculator::ballot_source> source;
  auto const told = [&](cod::error const& problem) {
    fuzz::check_message(problem);
    said.emplace_back(problem.what());
  };
  try {
    source = calculator::ballots_of(in, "my.csv", options);
  } catch (cod::error const& problem) {
    told(problem);
    return said;
  }
  for (calculator::written_ballot ballot; said.size() < most_ballots;) {
    try {
      if (!source->next(ballot)) break;
    } catch (cod::error const& problem) {
      told(problem);
      auto const words = problem.message() + problem.have();
      auto const placed = words.find("my.csv, line ") != std::string::npos || words.find("my.csv, in the object that begins at line ") != std::string::npos;
      fuzz::require(placed, "an error names no line", problem.what());
      if (!source->can_go_on(problem)) break;
      continue;
    }
    auto line = ballot.id + "|" + std::to_string(ballot.line) + "|" + ballot.day + "|" + ballot.basis + "|" + ballot.rule + "|" + ballot.rest;
    for (auto const side : ballot.sides) line += "|" + to_string(side);
    fuzz::require(ballot.day.empty() || cod::is_a_day(ballot.day), "a ballot of a day that does not exist", ballot.day);
    fuzz::require(cod::detail::is_utf8(ballot.id), "an id that is not UTF-8");
    said.push_back(std::move(line));
  }
  return said;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::bytes input{data, size};
  auto const longest_piece = input.number(40);
  char const* const forms[] = {"auto", "csv", "csv-members", "jsonl"};
  calculator::batch_options options;
  options.input = forms[input.number(3)];
  if (input.number(3) == 3) options.columns = std::string{input.line()};
  std::string const text{input.rest()};
  std::istringstream whole{text};
  fuzz::stream_of_pieces pieces{text, longest_piece};
  auto const found = read(whole, options);
  fuzz::require(read(pieces, options) == found, "in pieces the ballots read otherwise");
  return 0;
}
