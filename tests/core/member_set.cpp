// SPDX-License-Identifier: BSL-1.0
#include <codecision/core/member_set.hpp>

#include <vector>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

static_assert("CZ NL PL SK"_members.size() == 4);
static_assert("GR, GB; de"_members == cod::member_set{"EL"_ms, "UK"_ms, "DE"_ms});
static_assert(""_members.empty() && cod::member_set{}.size() == 0);  // NOLINT(readability-container-size-empty): the size is asked for
static_assert(("DE FR"_members | "FR IT"_members) == "DE FR IT"_members);
static_assert(("DE FR"_members ^ "FR IT"_members) == "DE IT"_members);
static_assert(("DE FR"_members & "FR IT"_members) == "FR"_members);
static_assert(("DE FR"_members - "FR IT"_members) == "DE"_members);
static_assert(("DE FR"_members ^ "FR IT"_members) == "DE IT"_members);
static_assert("DE FR IT"_members.contains("DE IT"_members) && !"DE FR"_members.contains("DE IT"_members));
static_assert("DE FR"_members.contains("FR"_ms) && !"DE FR"_members.contains("IT"_ms));

TEST_CASE("a set is written and walked in protocol order, however it was typed", "[core][member_set]") {
  auto const set = cod::parse_members("SK PL NL CZ");
  CHECK(cod::to_string(set) == "CZ NL PL SK");
  CHECK(cod::to_string(set, ", ") == "CZ, NL, PL, SK");
  std::vector<cod::member_state> const walked(set.begin(), set.end());
  CHECK(walked == std::vector{"CZ"_ms, "NL"_ms, "PL"_ms, "SK"_ms});
}

TEST_CASE("spaces, commas, semicolons and tabs separate codes, as many as one likes", "[core][member_set]") {
  CHECK(cod::parse_members("  DE,FR;;\tIT , ") == "DE FR IT"_members);
  CHECK(cod::parse_members("").empty());
  CHECK(cod::parse_members(" ,; ").empty());
}

TEST_CASE("a set that is written can be read again", "[core][member_set]") {
  for (std::uint64_t bits : {0x0ull, 0x1ull, 0x7FFFFFFull, 0x3FFFFFFFFFull, 0x2AAAAAAAAAull}) {
    auto const set = cod::member_set::from_bits(bits);
    CHECK(cod::parse_members(cod::to_string(set)) == set);
    CHECK(set.bits() == bits);
  }
}

TEST_CASE("a member named twice in a list is an error, under whichever of its codes", "[core][member_set]") {
  for (auto const* text : {"DE FR DE", "EL GR", "UK,GB", "de DE"}) {
    INFO(text);
    auto const e = cod::test::caught([&] { static_cast<void>(cod::parse_members(text)); });
    CHECK(e.code() == cod::error_code::member_twice);
    CHECK_THAT(e.message(), cod::test::contains(text));
  }
}

TEST_CASE("an unknown code in a list is an error that names it", "[core][member_set]") {
  auto const e = cod::test::caught([] { static_cast<void>(cod::parse_members("DE FRA IT")); });
  CHECK(e.code() == cod::error_code::unknown_member);
  CHECK_THAT(e.message(), cod::test::contains("'FRA'"));
}

TEST_CASE("members come and go", "[core][member_set]") {
  cod::member_set set;
  set.insert("DE"_ms);
  set.insert("DE"_ms);
  set |= "FR IT"_members;
  set.erase("FR"_ms);
  set -= "IT"_members;
  CHECK(set == "DE"_members);
}
