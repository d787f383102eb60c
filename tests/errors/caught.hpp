// SPDX-License-Identifier: BSL-1.0
// Which error does this call raise? For tests that look at its code and its words.
#pragma once

#include <codecision/core/error.hpp>

#include "support/catch.hpp"

namespace codecision::test {

/// The error that the call raises; the test fails when it raises none.
template <class Call>
[[nodiscard]] error caught(Call call) {
  try {
    call();
  } catch (error const& e) {
    return e;
  }
  FAIL("no error was raised");
  return {error_code{}, ""};
}

}  // namespace codecision::test
