// SPDX-License-Identifier: BSL-1.0
// The material that the worked dossiers were made from, for tests that read it with another reader.
#pragma once

#include "support/catch.hpp"

#include <codecision/dossier/csa_regulation.hpp>

#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

namespace codecision::test {

/// A file of docs/data/csa.
inline nlohmann::json material(std::string const& name) {
  std::ifstream file{std::string{CODECISION_SOURCE_DIR} + "/docs/data/csa/" + name};
  REQUIRE(file);
  return nlohmann::json::parse(file);
}

/// The CSA Regulation, made once for all tests of a program.
inline dossier const& csa() {
  static dossier const made = csa_regulation();
  return made;
}

}  // namespace codecision::test
