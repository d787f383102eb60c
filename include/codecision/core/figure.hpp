// SPDX-License-Identifier: BSL-1.0
// How many persons (or hundredths of a percent), and how good is that number?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codecision {

/// What a population figure counts.
enum class unit : std::uint8_t { persons, hundredths_of_a_percent };

/// The unit in words.
[[nodiscard]] constexpr std::string_view name(unit u) {
  return u == unit::persons ? std::string_view{"persons"} : std::string_view{"hundredths of a percent"};
}

/// How a figure is known, from the best to the weakest; docs/data/SOURCES.md defines the grades.
enum class grade : std::uint8_t { official, eurostat, copy, reconstructed, derived, percent, fitted, given };

/// The grade in a word, as docs/data/SOURCES.md has it.
[[nodiscard]] constexpr std::string_view name(grade g) {
  constexpr std::string_view names[] = {"official", "eurostat", "copy", "reconstructed", "derived", "percent", "fitted", "given by the caller"};
  return names[static_cast<std::size_t>(g)];
}

/// A sum is as good as its weakest part.
[[nodiscard]] constexpr grade weaker(grade a, grade b) { return a < b ? b : a; }

/// A population, or a sum of populations: number, unit, grade.
struct figure {
  std::int64_t number = 0;  ///< how many
  unit counted_in = unit::persons;  ///< of what
  grade quality = grade::given;  ///< how good it is
  [[nodiscard]] friend constexpr bool operator==(figure, figure) = default;
};

}  // namespace codecision
