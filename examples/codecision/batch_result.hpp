// SPDX-License-Identifier: BSL-1.0
// How is the result of one ballot of a batch written on one line?
#pragma once

#include "batch_input.hpp"
#include "session.hpp"

#include <codecision/vote/assess.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace calculator {

/// Writes results, each on a line of its own, as text, CSV, Markdown or JSON lines. Nothing is allocated a line but the
/// line.
class batch_lines {
 public:
  explicit batch_lines(output_format format) : format_{format} {}

  /// What stands before the first result; may be empty.
  [[nodiscard]] std::string_view head() const;
  /// The result of a ballot, with its line break; valid until the next call. `not_named`: so many members count as the
  /// rest does. Errors as for `evaluate`.
  [[nodiscard]] std::string_view line(written_ballot const& ballot, asked_vote const& vote,
                                      codecision::open_ballot const& votes, int not_named);

 private:
  output_format format_;
  std::string line_;
};

}  // namespace calculator
