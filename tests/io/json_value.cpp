// SPDX-License-Identifier: BSL-1.0
// JSON texts: how they are laid out, and where in them the values stand.
#include <codecision/io/json_parse.hpp>

#include "support/catch.hpp"

#include <string>

namespace cod = codecision;
namespace io = codecision::io;

namespace {
std::string laid_out(std::string const& text, std::size_t width = 40) {
  return io::to_string(io::parse_json({text, "a text"}), width);
}
}  // namespace

TEST_CASE("what fits into a line stays on it") {
  CHECK(laid_out("{ \"a\" : [1,\n2, true , null], \"b\":{} }") == R"({"a": [1, 2, true, null], "b": {}})");
  CHECK(laid_out("[]") == "[]");
  CHECK(laid_out("-7") == "-7");
}

TEST_CASE("what does not fit is broken over lines with two blanks a level") {
  CHECK(laid_out(R"({"first": "a text of some length", "second": [{"x": 1}, {"y": 2}]})") ==
        "{\n  \"first\": \"a text of some length\",\n  \"second\": [{\"x\": 1}, {\"y\": 2}]\n}");
}

TEST_CASE("a line may be as long as the width, and no longer") {
  CHECK(laid_out("[\"abc\", \"def\"]", 14) == "[\"abc\", \"def\"]");
  CHECK(laid_out("[\"abc\", \"def\"]", 13) == "[\n  \"abc\",\n  \"def\"\n]");
}

TEST_CASE("the words of a long list fill their lines") {
  CHECK(laid_out(R"(["BE", "BG", "CZ", "DK", "DE", "EE"])", 20) == "[\n  \"BE\", \"BG\", \"CZ\",\n  \"DK\", \"DE\", \"EE\"\n]");
}

TEST_CASE("a comma after a value counts to its line") {
  CHECK(laid_out(R"({"k": [1, 2], "l": [3, 4]})", 14) == "{\n  \"k\": [1, 2],\n  \"l\": [3, 4]\n}");
  CHECK(laid_out(R"({"k": [1, 2], "l": [3, 4]})", 13) == "{\n  \"k\": [\n    1, 2\n  ],\n  \"l\": [3, 4]\n}");
}

TEST_CASE("only quotes, backslashes and control characters are escaped") {
  std::string const text = R"(["\" \\ \/ \b \f \n \r \t \u0001 \u001f \u00e9 \ud83d\ude00"])";
  CHECK(laid_out(text, 200) == "[\"\\\" \\\\ / \\b \\f \\n \\r \\t \\u0001 \\u001f \xC3\xA9 \xF0\x9F\x98\x80\"]");
}

TEST_CASE("keys keep the order in which they stand in the text") {
  CHECK(laid_out(R"({"z": 1, "a": 2, "m": 3})") == R"({"z": 1, "a": 2, "m": 3})");
}

TEST_CASE("a number that is not a whole one is kept as it is written") {
  CHECK(laid_out("[1.50, 2e3, -0.1]") == "[1.50, 2e3, -0.1]");
  CHECK(laid_out("[18446744073709551615, 9223372036854775807, -9223372036854775808]", 100) ==
        "[18446744073709551615, 9223372036854775807, -9223372036854775808]");
}

TEST_CASE("every value knows the byte at which it begins") {
  std::string const text = "\xEF\xBB\xBF{\"a\": [12,\n \"b\", {}], \"c\":-1}";
  auto const root = io::parse_json({text, "a text"});
  auto const& object = std::get<io::json_object>(root.data);
  auto const& list = std::get<io::json_array>(object.values[0].data);
  CHECK(object.values[0].offset == text.find('['));
  CHECK(list[0].offset == text.find("12"));
  CHECK(list[1].offset == text.find("\"b\""));
  CHECK(list[2].offset == text.find("{}"));
  CHECK(object.values[1].offset == text.find("-1"));
}

// The Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences): the edges of every row.
TEST_CASE("UTF-8 is told from other bytes at the edges of the Unicode table") {
  for (std::string const good : {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xE0\xBF\xBF", "\xEC\xBF\xBF", "\xED\x9F\xBF",
                                 "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF3\xBF\xBF\xBF", "\xF4\x8F\xBF\xBF"})
    CHECK(cod::detail::utf8_length(good) == good.size());
  for (std::string const bad : {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x7F", "\xE0\x9F\xBF", "\xE1\x80", "\xED\xA0\x80",
                                "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF1\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"})
    CHECK_FALSE(cod::detail::is_utf8(bad));
  STATIC_REQUIRE(cod::detail::is_utf8("T\xC3\xBCrkiye"));
  STATIC_REQUIRE(cod::detail::character_count("T\xC3\xBCrkiye") == 7);
}
