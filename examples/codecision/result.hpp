// SPDX-License-Identifier: BSL-1.0
// What does a command of the calculator answer, whatever the format it is printed in?
#pragma once

#include <codecision/core/explanation.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace calculator {

/// The exit statuses of the program: the verdict on a vote, and 2 for wrong use or input.
namespace status {
inline constexpr int adopted = 0;  ///< also of every command that gives no verdict
inline constexpr int not_adopted = 1;
inline constexpr int wrong_use = 2;
inline constexpr int open = 3;
}  // namespace status

/// Rows of strings under a header: what --format csv prints, and where `in_text` is set text and Markdown too.
struct table {
  std::vector<std::string> header{};
  std::vector<std::vector<std::string>> rows{};  ///< as many cells in each as the header has

  [[nodiscard]] bool empty() const { return header.empty(); }
};

/// One answer in all its forms. A command fills in every form; `session::print` chooses.
struct result {
  std::string command{};                ///< such as "vote"
  std::vector<std::string> notes{};     ///< first lines: what was assumed. JSON: "notes"; CSV: on standard error
  codecision::explanation finding{};    ///< text and Markdown; may be empty when the table says all
  std::vector<codecision::explanation> more{};  ///< further trees, printed after the first one
  nlohmann::ordered_json json = nlohmann::ordered_json::object();  ///< the fields after "format", "command" and "notes"
  table rows{};                         ///< CSV
  bool rows_in_text = false;            ///< print the table in text and Markdown too, after the trees
  std::string chart{};                  ///< ready lines of plain characters, for text, and for Markdown as a block; may be empty
  int exit_status = status::adopted;
};

/// Text as JSON; null where there is none.
[[nodiscard]] inline nlohmann::ordered_json or_null(std::string const& text) {
  return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
}

}  // namespace calculator
