// SPDX-License-Identifier: BSL-1.0
// How are many ballots, one after the other, read from a file and judged, one result a line?
#pragma once

#include "ballot_options.hpp"

#include <string>

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace calculator {

class session;

/// The options of a batch; docs/foresight/batches.md describes the forms of input.
struct batch_options {
  std::string from{};          ///< --from: a file, or - for standard input; empty: no batch
  std::string input = "auto";  ///< --input auto|csv|csv-members|jsonl
  std::string columns{};       ///< --columns id=actnumber,member=country
  std::string separator{};     ///< --separator: of a CSV; empty: detected from the header
  bool keep_going = false;     ///< --keep-going: report what is wrong with a ballot, and go on with the next
};

/// Adds --from, --input, --columns, --separator and --keep-going to a command.
void add_batch_options(CLI::App& command, batch_options& options);

/// Judges the ballots of a file and writes one line for each to `s.out()`, in the format of the session. `defaults`:
/// the day, basis, rule, participants and rest where a ballot does not say; votes named there are an error. Returns the
/// exit status and sets it: 0 when every ballot was read, whatever the verdicts, 2 otherwise. Errors, after the results
/// of the ballots before have been written: COD-J604 for a file that cannot be read; COD-J601, COD-J603 and COD-J606
/// for what is wrong in it, with the line.
int run_batch(batch_options const& options, ballot_options const& defaults, session& s);

}  // namespace calculator
