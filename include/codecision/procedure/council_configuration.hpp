// SPDX-License-Identifier: BSL-1.0
// In which configurations does the Council meet, and which part of Coreper prepares each?
#pragma once

#include <codecision/core/citation.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codecision {

namespace citations {
/// The provisions behind what this header says.
/// @{
inline constexpr citation coreper_split{
    "Coreper I and II", "eur-lex.europa.eu, glossary: Coreper", support::from_memory, {},
    "that there are two parts is confirmed, which configuration belongs to which is from memory; agriculture is shared with the Special Committee"};
/// @}
}  // namespace citations

namespace procedure {

/// The ten configurations of the Council; legally it is one, and any of them can adopt any A item.
enum class council_configuration : std::uint8_t {
  general_affairs, foreign_affairs, economic_and_financial_affairs, justice_and_home_affairs, employment_and_social_policy,
  competitiveness, transport_telecommunications_and_energy, agriculture_and_fisheries, environment, education_youth_culture_and_sport
};
inline constexpr std::size_t council_configuration_count = 10;  ///< how many there are

/// The configuration in words.
[[nodiscard]] constexpr std::string_view name(council_configuration c) {
  constexpr std::array<std::string_view, council_configuration_count> names{
      "General Affairs", "Foreign Affairs", "Economic and Financial Affairs", "Justice and Home Affairs",
      "Employment, Social Policy, Health and Consumer Affairs", "Competitiveness", "Transport, Telecommunications and Energy",
      "Agriculture and Fisheries", "Environment", "Education, Youth, Culture and Sport"};
  return names[static_cast<std::size_t>(c)];
}

/// Coreper I: the deputies. Coreper II: the ambassadors.
enum class coreper_part : std::uint8_t { one, two };

/// The part in words.
[[nodiscard]] constexpr std::string_view name(coreper_part p) { return p == coreper_part::one ? "Coreper I" : "Coreper II"; }

/// Which part of Coreper prepares this configuration? II: General Affairs, Foreign Affairs, Economic and Financial Affairs,
/// Justice and Home Affairs; I: the others, agriculture in part. The list is from memory (citations::coreper_split).
[[nodiscard]] constexpr coreper_part coreper_for(council_configuration c) {
  return c <= council_configuration::justice_and_home_affairs ? coreper_part::two : coreper_part::one;
}

}  // namespace procedure
}  // namespace codecision
