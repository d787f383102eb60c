// SPDX-License-Identifier: BSL-1.0
// A state that is not a member, with its population, as it is written on a command line: "UA=33000000".
#pragma once

#include <codecision/core/member_state.hpp>

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

namespace examples {

struct newcomer {
  codecision::member_state who;
  std::int64_t persons;
};

/// "UA=33000000", as given to this option. Errors: COD-M101, COD-D208.
inline newcomer parsed_newcomer(std::string_view text, std::string_view option) {
  namespace cod = codecision;
  auto const sign = text.find('=');
  auto const number = sign == std::string_view::npos ? std::string_view{} : text.substr(sign + 1);
  std::int64_t persons = 0;
  auto const [end, problem] = std::from_chars(number.data(), number.data() + number.size(), persons);
  if (number.empty() || problem != std::errc{} || end != number.data() + number.size())
    cod::fail(cod::error_code::bad_figure, "'" + std::string{text} + "' does not name a state and its population", "",
              "write it so: " + std::string{option} + " UA=33000000");
  return {cod::parse_member(text.substr(0, sign)), persons};
}

}  // namespace examples
