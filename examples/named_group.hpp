// SPDX-License-Identifier: BSL-1.0
// Members under one name, as they are written on a command line: "Baltics=EE LV LT".
#pragma once

#include <codecision/core/member_set.hpp>

#include <string>
#include <string_view>

namespace examples {

struct named_group {
  std::string name;
  codecision::member_set members;
};

/// "Baltics=EE LV LT", as given to this option. Errors: COD-P707 without a name, COD-M101, COD-M102.
inline named_group parsed_group(std::string const& text, std::string const& option) {
  auto const sign = text.find('=');
  if (sign == std::string::npos || sign == 0)
    codecision::fail(codecision::error_code::bad_coalition_list, "'" + text + "' does not name a bloc and its members", "",
                     "write it so: " + option + " \"Baltics=EE LV LT\"");
  return {text.substr(0, sign), codecision::parse_members(std::string_view{text}.substr(sign + 1))};
}

}  // namespace examples
