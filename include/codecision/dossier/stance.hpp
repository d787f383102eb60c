// SPDX-License-Identifier: BSL-1.0
// Where does a member stand, according to one source?
#pragma once

#include <codecision/core/member_set.hpp>
#include <codecision/dossier/when.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codecision {

/// Where a member stands on a text. `not_support`: against or abstaining, the source does not say which. `none`:
/// something was said, but nothing for or against a text. `unknown`: no source that was read names the member.
enum class stance : std::uint8_t { support, oppose, abstain, not_support, undecided, mixed, none, unknown };

/// How a record is known: from an official document, from press or campaigns, only from the seed documents, or
/// computed.
enum class confidence : std::uint8_t { documented, reported, seed, inferred };

namespace detail {
inline constexpr std::array<std::string_view, 8> stance_names{"support",   "oppose", "abstain", "not_support",
                                                              "undecided", "mixed",  "none",    "unknown"};
inline constexpr std::array<std::string_view, 4> confidence_names{"documented", "reported", "seed", "inferred"};
}  // namespace detail

/// The words of all values, in their order; files use the same words.
[[nodiscard]] constexpr auto const& names_of(stance) { return detail::stance_names; }
/// The words of all values, in their order; files use the same words.
[[nodiscard]] constexpr auto const& names_of(confidence) { return detail::confidence_names; }

/// The word for this value.
[[nodiscard]] constexpr std::string_view name(stance s) { return detail::stance_names[static_cast<std::size_t>(s)]; }
/// The word for this value.
[[nodiscard]] constexpr std::string_view name(confidence c) {
  return detail::confidence_names[static_cast<std::size_t>(c)];
}

/// Which value of an enumeration of the dossier has this name? Empty when none has.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> find_named(std::string_view text) {
  auto const& names = names_of(Enum{});
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}

/// Does this stance say on which side the member would be counted?
[[nodiscard]] constexpr bool is_known(stance s) {
  return s == stance::support || s == stance::oppose || s == stance::abstain || s == stance::not_support;
}

/// Can both hold of one member at once? `not_support` agrees with a no and with an abstention.
[[nodiscard]] constexpr bool compatible(stance a, stance b) {
  auto const covers = [](stance wide, stance narrow) {
    return wide == stance::not_support && (narrow == stance::oppose || narrow == stance::abstain);
  };
  return a == b || covers(a, b) || covers(b, a);
}

/// One member in a snapshot of positions, as one source or a few sources report it.
struct member_stance {
  member_state member = member_state::belgium;  ///< who
  codecision::stance stance = codecision::stance::unknown;  ///< for, against, undecided ...
  std::string dimension = {};  ///< empty: the text; otherwise the single issue, such as "e2ee_scanning"
  std::string note = {};  ///< in the words of the source
  std::optional<codecision::confidence> confidence = {};  ///< where it differs from that of the snapshot
  bool reservations = false;                      ///< support, or another position, with reserves
  bool conflict = false;                          ///< another source of the same day differs
  std::vector<codecision::stance> alternatives = {};  ///< the source allows any of these; `stance` records the first
  std::optional<date> known_on = {};              ///< where it became known later than the snapshot
  std::vector<std::string> sources = {};          ///< addresses
};

}  // namespace codecision
