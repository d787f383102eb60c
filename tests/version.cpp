// SPDX-License-Identifier: BSL-1.0
#include <codecision/version.hpp>

#include <string>

#include "support/catch.hpp"

namespace cod = codecision;

TEST_CASE("the version as text says the same as its three numbers", "[version]") {
  auto const text = std::to_string(cod::version_major) + "." + std::to_string(cod::version_minor) + "." +
                    std::to_string(cod::version_patch);
  CHECK(cod::version_text == text);
}
