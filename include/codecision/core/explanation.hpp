// SPDX-License-Identifier: BSL-1.0
// How does one write an answer with its reasons: a tree of findings.
#pragma once

#include <codecision/core/citation.hpp>

#include <string>
#include <utility>
#include <vector>

namespace codecision {

/// One sentence, and the findings it rests on. io/text prints the tree indented, io/markdown as nested lists.
struct explanation {
  std::string text{};  ///< one sentence
  std::vector<explanation> details{};  ///< what stands below it, in order

  explanation() = default;
  /// A sentence without details.
  explicit explanation(std::string sentence) : text{std::move(sentence)} {}

  /// Adds a finding below this one and returns it.
  explanation& add(std::string sentence) { return details.emplace_back(explanation{std::move(sentence)}); }
  /// Adds the provision, with its words and its doubt.
  void cite(citation const& source) {
    std::string line{source.article};
    if (!source.quote.empty()) line += ": \"" + std::string{source.quote} + "\"";
    if (source.status != support::confirmed) line += " [" + std::string{name(source.status)} + "]";
    add(std::move(line));
    if (!source.note.empty()) add("note: " + std::string{source.note});
  }
};

}  // namespace codecision
