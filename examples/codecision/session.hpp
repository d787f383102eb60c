// SPDX-License-Identifier: BSL-1.0
// How does the calculator print, and with which status does it end?
#pragma once

#include "result.hpp"

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace calculator {

enum class output_format : std::uint8_t { text, markdown, json, csv };

/// What all commands share: the global options, where the output goes, and the exit status. One lives in main; the options are
/// read before the callback of a command runs.
class session {
 public:
  /// `out`: standard output, or a buffer of a test.
  explicit session(std::ostream& out) : out_{&out} {}

  // ----- the global options -----
  output_format format = output_format::text;
  bool no_colour = false;  ///< --no-colour; see `coloured`

  /// May the output have colours? Text on a terminal, unless --no-colour or NO_COLOR says otherwise.
  [[nodiscard]] bool coloured() const;

  /// Prints the answer in the format asked for and keeps its exit status. Error COD-J605 when the output cannot be written.
  void print(result const& answer);

  /// For output that is written as it is counted, line by line: batches, lists of flips.
  [[nodiscard]] std::ostream& out() { return *out_; }
  /// Call now and then when writing to `out()` for long: false when nobody reads any more (a closed pipe), and the command should
  /// return. Error COD-J605 when the output cannot be written for another reason, such as a full disk.
  [[nodiscard]] bool still_read();

  int exit_status = status::adopted;

 private:
  std::ostream* out_;
};

/// The beginning of every JSON answer: "format", "command" and "notes".
[[nodiscard]] nlohmann::ordered_json json_head(std::string_view command, std::vector<std::string> const& notes);

}  // namespace calculator
