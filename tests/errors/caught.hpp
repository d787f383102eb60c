// SPDX-License-Identifier: BSL-1.0
// Which error does this call raise? For tests that look at its code and its words.
#pragma once

#include <codecision/core/error.hpp>

namespace codecision::test {

/// The error that the call raises. When it raises none, one that no test expects.
template <class Call>
[[nodiscard]] error caught(Call call) {
  try {
    call();
  } catch (error const& e) {
    return e;
  }
  return {error_code::cannot_write, "no error was raised"};
}

}  // namespace codecision::test
