// SPDX-License-Identifier: BSL-1.0
// What can be said of a vote when some votes are not known: adopted whatever they do, blocked whatever they do, or open?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codecision {

/// What incomplete knowledge of the votes says of the act: adopted or not adopted whatever the others do, or open.
enum class verdict : std::uint8_t { adopted, not_adopted, open };

namespace detail {
inline constexpr std::array<std::string_view, 3> verdict_names{"adopted", "not adopted", "open"};
}
/// The words of all values, in their order; files use the same words.
[[nodiscard]] constexpr auto const& names_of(verdict) { return detail::verdict_names; }
/// The word for this value.
[[nodiscard]] constexpr std::string_view name(verdict v) { return detail::verdict_names[static_cast<std::size_t>(v)]; }

}  // namespace codecision
