// SPDX-License-Identifier: BSL-1.0
// How do the tests read the worked cases of tests/vectors, without passing over one?
#pragma once

#include <codecision/codecision.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <string>

#include "support/catch.hpp"

namespace codecision::test {

using json = nlohmann::json;

/// All cases of a file, which must be so many.
[[nodiscard]] inline json vectors(std::string const& file, std::size_t cases) {
  std::ifstream in{CODECISION_SOURCE_DIR "/tests/vectors/" + file};
  auto all = json::parse(in);
  REQUIRE(all.is_array());
  REQUIRE(all.size() == cases);
  return all;
}

/// Has the object these keys, and at most the optional ones beside them?
[[nodiscard]] inline bool has_shape(json const& object, std::initializer_list<char const*> keys, std::initializer_list<char const*> optional = {}) {
  auto found = std::size_t{0};
  for (auto const* key : keys) found += object.contains(key) ? 1u : 0u;
  if (found != keys.size()) return false;
  for (auto const* key : optional) found += object.contains(key) ? 1u : 0u;
  return found == object.size();
}

[[nodiscard]] inline member_set members_in(json const& list) {
  member_set members;
  for (auto const& code : list) members.insert(parse_member(code.get<std::string>()));
  REQUIRE(members.size() == static_cast<int>(list.size()));
  return members;
}

}  // namespace codecision::test
