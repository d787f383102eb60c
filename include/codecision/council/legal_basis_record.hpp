// SPDX-License-Identifier: BSL-1.0
// What is known about a legal basis: by which procedure and majority does the Council act on it, and who votes?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/core/dated.hpp>
#include <codecision/council/participation.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codecision {

/// How an act on this basis comes about; docs/data/legal_bases.md explains each value.
enum class council_procedure : std::uint8_t {
  ordinary,          ///< Parliament and Council (TFEU 294)
  council_alone,     ///< Parliament is informed at most
  consultation,      ///< after hearing Parliament
  consent,           ///< with Parliament's consent
  european_council,  ///< the European Council decides
  none,              ///< a voting rule and not a basis, or a procedure of its own kind
};

/// The procedure in words, such as "ordinary legislative procedure".
[[nodiscard]] constexpr std::string_view name(council_procedure p) {
  constexpr std::string_view names[] = {"ordinary legislative procedure", "Council alone", "consultation", "consent",
                                        "European Council", "no procedure"};
  return names[static_cast<std::size_t>(p)];
}

/// By which majority the Council (or the European Council) acts.
enum class basis_rule : std::uint8_t {
  qualified_majority,       ///< of the day of the vote: TEU 16(4) and TFEU 238 now, weighted votes before
  unanimity,                ///< TFEU 238(4)
  simple_majority,          ///< TFEU 238(1)
  constructive_abstention,  ///< unanimity with the formal abstention of TEU 31(1)
  four_fifths_of_members,   ///< TEU 7(1)
};

/// A definition of the qualified majority that the Treaties name for a case, whoever proposes.
enum class fixed_definition : std::uint8_t { none, tfeu_238_3_a, tfeu_238_3_b };

/// One row of docs/data/legal_bases.csv.
struct legal_basis_record {
  std::string_view basis;    ///< such as "TFEU 114"
  std::string_view subject;  ///< in a few words
  council_procedure procedure;  ///< how the Council takes part
  basis_rule rule;  ///< the majority that the article prescribes
  bool reinforced_without_proposal;  ///< does a qualified majority need more members when neither the Commission nor
                                     ///< the High Representative proposes?
  fixed_definition fixed;  ///< how a reinforced majority is defined where the article says so itself
  participation who_votes;  ///< which members take part
  validity valid;  ///< from which day until which day
  support status;  ///< how well the row is supported
  std::string_view source;  ///< where this is stated
  std::string_view note;  ///< doubts and traps

  /// The row as a citation that an explanation prints.
  [[nodiscard]] constexpr citation cited() const { return {basis, source, status, {}, note}; }
};

}  // namespace codecision
