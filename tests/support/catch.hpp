// SPDX-License-Identifier: BSL-1.0
// Which Catch2 is installed? Tests include this header only, and work with 2.13 and with 3.
#pragma once

#include <string>

// CMake says which it found (tests/support/find_catch2.cmake); without CMake the compiler's folders tell.
#ifndef CODECISION_CATCH2_MAJOR
#if __has_include(<catch2/catch_test_macros.hpp>)
#define CODECISION_CATCH2_MAJOR 3
#else
#define CODECISION_CATCH2_MAJOR 2
#endif
#endif

#if CODECISION_CATCH2_MAJOR >= 3
#include <catch2/catch_approx.hpp>
#include <catch2/catch_message.hpp>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/catch_version_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_adapters.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_predicate.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#else
#include <catch2/catch.hpp>
#endif

// Where the two versions differ in names, tests use these: CHECK_THAT(text, test::contains("deemed attained")).
namespace codecision::test {

#if CODECISION_CATCH2_MAJOR >= 3
using approx = Catch::Approx;

/// Matches a text in which these words occur.
[[nodiscard]] inline auto contains(std::string const& words) { return Catch::Matchers::ContainsSubstring(words); }
#else
using approx = Catch::Detail::Approx;

/// Matches a text in which these words occur.
[[nodiscard]] inline auto contains(std::string const& words) { return Catch::Matchers::Contains(words); }
#endif

/// Matches a text that begins with these words.
[[nodiscard]] inline auto starts_with(std::string const& words) { return Catch::Matchers::StartsWith(words); }

/// Matches a text that ends with these words.
[[nodiscard]] inline auto ends_with(std::string const& words) { return Catch::Matchers::EndsWith(words); }

}  // namespace codecision::test
