// SPDX-License-Identifier: BSL-1.0
// How is an exercise sheet put together and written?
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "task.hpp"

namespace worksheet {

/// The tasks of a sheet, and the table that they need.
struct sheet {
  choice of;
  codecision::electorate council{};
  bool has_table = false;  ///< does a task ask about the figures of the council?
  std::vector<task> tasks;
};

enum class part { tasks, solutions, both };

/// The names of the lessons, "all" first.
[[nodiscard]] std::vector<std::string> lessons();
/// Makes the sheet. Cost: some milliseconds; it draws until a task suits.
[[nodiscard]] sheet make_sheet(choice const& of);

void write_markdown(std::ostream& out, sheet const& s, part what);
void write_html(std::ostream& out, sheet const& s, part what);

}  // namespace worksheet
