// SPDX-License-Identifier: BSL-1.0
#include <codecision/core/member_state.hpp>

#include <set>
#include <string>
#include <vector>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

// Codes are read by the compiler.
static_assert("ES"_ms == cod::member_state::spain);
static_assert("EL"_ms == "GR"_ms && "UK"_ms == "GB"_ms && "nl"_ms == cod::member_state::netherlands);
static_assert(cod::code("GR"_ms) == "EL" && cod::code("GB"_ms) == "UK");
static_assert(cod::is_candidate("UA"_ms) && !cod::is_candidate("UK"_ms));
static_assert(!cod::find_member("XX") && !cod::find_member("") && !cod::find_member("DEU"));

TEST_CASE("there are 28 states that are or were members and ten candidate countries, each with a code and a name of its own", "[core][member_state]") {
  std::set<std::string> codes, names;
  int candidates = 0;
  for (int i = 0; i < cod::member_state_count; ++i) {
    auto const state = static_cast<cod::member_state>(i);
    codes.emplace(cod::code(state));
    names.emplace(cod::name(state));
    candidates += cod::is_candidate(state) ? 1 : 0;
  }
  CHECK(codes.size() == 38);
  CHECK(names.size() == 38);
  CHECK(candidates == 10);
}

TEST_CASE("members stand in the protocol order of the Treaties: by the name of each in its own language", "[core][member_state]") {
  std::vector<std::string> const order{"BE", "BG", "CZ", "DK", "DE", "EE", "IE", "EL", "ES", "FR", "HR", "IT", "CY", "LV",
                                       "LT", "LU", "HU", "MT", "NL", "AT", "PL", "PT", "RO", "SI", "SK", "FI", "SE", "UK"};
  for (std::size_t i = 0; i < order.size(); ++i) CHECK(cod::code(static_cast<cod::member_state>(i)) == order[i]);
}

TEST_CASE("the candidates are Albania, Bosnia, Georgia, Moldova, Montenegro, North Macedonia, Serbia, Türkiye, Ukraine and Kosovo", "[core][member_state]") {
  for (auto const* code : {"AL", "BA", "GE", "MD", "ME", "MK", "RS", "TR", "UA", "XK"}) {
    INFO(code);
    REQUIRE(cod::find_member(code).has_value());
    CHECK(cod::is_candidate(*cod::find_member(code)));
  }
}

TEST_CASE("every state is found under the code that is printed for it, in capitals and in small letters", "[core][member_state]") {
  for (int i = 0; i < cod::member_state_count; ++i) {
    auto const state = static_cast<cod::member_state>(i);
    auto small = std::string{cod::code(state)};
    for (auto& c : small) c = static_cast<char>(c - 'A' + 'a');
    CHECK(cod::parse_member(cod::code(state)) == state);
    CHECK(cod::parse_member(small) == state);
  }
}

TEST_CASE("Greece and the United Kingdom are read by house code and by ISO code, and printed by house code", "[core][member_state]") {
  CHECK(cod::parse_member("GR") == cod::member_state::greece);
  CHECK(cod::parse_member("GB") == cod::member_state::united_kingdom);
  CHECK(cod::code(cod::member_state::greece) == "EL");
  CHECK(cod::code(cod::member_state::united_kingdom) == "UK");
}

TEST_CASE("a text that is no code is an error that lists the codes", "[core][member_state]") {
  for (auto const* text : {"", "X", "XX", "NLD", " NL", "N L", "Nederland", "\xC3\xA9"}) {
    INFO("'" << text << "'");
    CHECK_FALSE(cod::find_member(text));
    auto const e = cod::test::caught([&] { static_cast<void>(cod::parse_member(text)); });
    CHECK(e.code() == cod::error_code::unknown_member);
    CHECK_THAT(e.have(), cod::test::contains("NL"));
  }
}
