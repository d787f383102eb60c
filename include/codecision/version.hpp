// SPDX-License-Identifier: BSL-1.0
// Which version of Codecision is this?
#pragma once

#include <string_view>

namespace codecision {

// These four are the only place where the version is written for programs; CMake reads the numbers from here.
inline constexpr int version_major = 0;  ///< the first number: before 1, a minor version may break programs
inline constexpr int version_minor = 1;  ///< the second number
inline constexpr int version_patch = 0;  ///< the third number: corrections only

/// The version as text, "major.minor.patch"; a test holds it to the numbers above.
inline constexpr std::string_view version_text = "0.1.0";

}  // namespace codecision
