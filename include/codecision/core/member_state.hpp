// SPDX-License-Identifier: BSL-1.0
// Which member state is meant: how are the states named and coded?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/core/letters.hpp>
#include <codecision/core/printable.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace codecision {

/// The 28 states that are or were members, in the protocol order of the Treaties, then candidates and potential candidates by code.
enum class member_state : std::uint8_t {
  belgium, bulgaria, czechia, denmark, germany, estonia, ireland, greece, spain, france, croatia, italy, cyprus, latvia,
  lithuania, luxembourg, hungary, malta, netherlands, austria, poland, portugal, romania, slovenia, slovakia, finland,
  sweden, united_kingdom,
  albania, bosnia_and_herzegovina, georgia, moldova, montenegro, north_macedonia, serbia, turkiye, ukraine, kosovo
};

inline constexpr int member_state_count = 38;  ///< how many there are
inline constexpr int ever_members = 28;  ///< the first 28 are or were members; the others are candidate countries

namespace detail {

struct state_name {
  std::string_view code;  ///< EU house code, printed
  std::string_view iso;   ///< ISO 3166-1 alpha-2, accepted on input
  std::string_view name;
};

// House codes EL and UK are printed; GR and GB are accepted.
inline constexpr std::array<state_name, member_state_count> state_names{{
    {"BE", "BE", "Belgium"},        {"BG", "BG", "Bulgaria"},    {"CZ", "CZ", "Czechia"},
    {"DK", "DK", "Denmark"},        {"DE", "DE", "Germany"},     {"EE", "EE", "Estonia"},
    {"IE", "IE", "Ireland"},        {"EL", "GR", "Greece"},      {"ES", "ES", "Spain"},
    {"FR", "FR", "France"},         {"HR", "HR", "Croatia"},     {"IT", "IT", "Italy"},
    {"CY", "CY", "Cyprus"},         {"LV", "LV", "Latvia"},      {"LT", "LT", "Lithuania"},
    {"LU", "LU", "Luxembourg"},     {"HU", "HU", "Hungary"},     {"MT", "MT", "Malta"},
    {"NL", "NL", "Netherlands"},    {"AT", "AT", "Austria"},     {"PL", "PL", "Poland"},
    {"PT", "PT", "Portugal"},       {"RO", "RO", "Romania"},     {"SI", "SI", "Slovenia"},
    {"SK", "SK", "Slovakia"},       {"FI", "FI", "Finland"},     {"SE", "SE", "Sweden"},
    {"UK", "GB", "United Kingdom"}, {"AL", "AL", "Albania"},     {"BA", "BA", "Bosnia and Herzegovina"},
    {"GE", "GE", "Georgia"},        {"MD", "MD", "Moldova"},     {"ME", "ME", "Montenegro"},
    {"MK", "MK", "North Macedonia"}, {"RS", "RS", "Serbia"},     {"TR", "TR", "Türkiye"},
    {"UA", "UA", "Ukraine"},        {"XK", "XK", "Kosovo"},
}};

[[nodiscard]] constexpr bool same_code(std::string_view text, std::string_view code) {
  return text.size() == 2 && upper(text[0]) == code[0] && upper(text[1]) == code[1];
}

[[noreturn]] inline void this_is_not_the_code_of_a_member_state(std::string_view text) {
  std::string codes, meant;
  for (auto const& state : state_names) {
    if (!codes.empty()) codes += ' ';
    codes += state.code;
    if (is_same_name(text, state.name)) meant = "did you mean " + std::string{state.code} + "? ";
  }
  fail(error_code::unknown_member, "'" + excerpt(text, 80) + "' is not the code of a member state", codes,
       meant + "write the two-letter code, such as NL; EL or GR for Greece, UK or GB for the United Kingdom");
}

}  // namespace detail

/// Its place in arrays of member_state_count, in protocol order.
[[nodiscard]] constexpr std::size_t index_of(member_state state) { return static_cast<std::size_t>(state); }

/// The two-letter house code of the EU institutions, such as "EL" for Greece.
[[nodiscard]] constexpr std::string_view code(member_state state) { return detail::state_names[index_of(state)].code; }

/// The English short name.
[[nodiscard]] constexpr std::string_view name(member_state state) { return detail::state_names[index_of(state)].name; }

/// Has this state never been a member: is it a candidate country?
[[nodiscard]] constexpr bool is_candidate(member_state state) { return index_of(state) >= ever_members; }

/// Which state has this code, in either case, house code or ISO code? Empty when none has.
[[nodiscard]] constexpr std::optional<member_state> find_member(std::string_view text) {
  for (std::size_t i = 0; i < detail::state_names.size(); ++i)
    if (detail::same_code(text, detail::state_names[i].code) || detail::same_code(text, detail::state_names[i].iso))
      return static_cast<member_state>(i);
  return std::nullopt;
}

/// Which state has this code? Error COD-M101 when none has.
[[nodiscard]] constexpr member_state parse_member(std::string_view text) {
  auto const found = find_member(text);
  if (!found) detail::this_is_not_the_code_of_a_member_state(text);
  return *found;
}

namespace literals {
/// "ES"_ms: an unknown code does not compile.
[[nodiscard]] consteval member_state operator""_ms(char const* text, std::size_t size) {
  return parse_member(std::string_view{text, size});
}
}  // namespace literals

}  // namespace codecision
