// SPDX-License-Identifier: BSL-1.0
// Files that are too large, nested too deep or made to exhaust memory: one clear message, quickly.
#include <codecision/io/json.hpp>

#include "io/temporary_folder.hpp"
#include "support/catch.hpp"

#include <fstream>
#include <string>
#include <variant>

namespace cod = codecision;
namespace test = codecision::test;
namespace io = codecision::io;

namespace {
constexpr std::size_t hundred_megabytes = 100'000'000;

/// What reading a text says.
std::string message_for(std::string const& text) {
  try {
    static_cast<void>(io::read_dossier(text, "my.json"));
    return "no error";
  } catch (cod::error const& problem) {
    return problem.what();
  }
}
std::string levels(std::size_t n) { return std::string(n, '[') + std::string(n, ']'); }
}  // namespace

TEST_CASE("100 MB of nothing are refused by their size") {
  for (char const c : {' ', '[', '0', '\0'}) {
    auto const message = message_for(std::string(hundred_megabytes, c));
    CHECK_THAT(message, test::starts_with("[COD-J603] 'my.json' is too large: it has 100000000 bytes"));
    CHECK_THAT(message, test::contains("32 MiB"));
  }
}

TEST_CASE("a file of 100 MB is refused before it is read") {
  test::temporary_folder const folder;
  auto const path = folder / "large.json";
  std::ofstream{path} << "{";
  std::filesystem::resize_file(path, hundred_megabytes);
  CHECK_THROWS_WITH(io::read_dossier_file(path), test::contains("[COD-J603]") && test::contains("it has 100000000 bytes"));
}

TEST_CASE("lists may be nested 64 levels deep, and no deeper") {
  CHECK_NOTHROW(io::parse_json({levels(io::deepest_nesting), "my.json"}));
  CHECK_THROWS_WITH(io::parse_json({levels(io::deepest_nesting + 1), "my.json"}),
                    test::contains("[COD-J603] 'my.json' is nested deeper than 64 levels") && test::contains("line 1, column 65"));
}

TEST_CASE("millions of open brackets end at the 65th") {
  CHECK_THAT(message_for(std::string(io::largest_input, '[')), test::contains("column 65"));
  std::string objects;
  for (int i = 0; i < 1'000'000; ++i) objects += "{\"a\":";
  CHECK_THAT(message_for(objects), test::contains("[COD-J603]") && test::contains("column 321"));
}

TEST_CASE("a text of as many bytes as are read is read") {
  std::string blanks(io::largest_input, ' ');
  CHECK_THAT(message_for(blanks), test::starts_with("[COD-J601]"));
  blanks += ' ';
  CHECK_THAT(message_for(blanks), test::starts_with("[COD-J603]"));
}

TEST_CASE("a text of as many values as are read is read, and with one more it is refused before they fill the memory") {
  std::string many = "[";  // the list is a value itself
  for (std::size_t i = 0; i + 2 < io::most_values; ++i) many += "0,";
  many += "0]";
  CHECK(std::get<io::json_array>(io::parse_json({many, "my.json"}).data).size() == io::most_values - 1);
  many.back() = ',';
  many += "0]";
  CHECK_THAT(message_for(many), test::contains("[COD-J603] 'my.json' holds more than 2097152 values"));
}

TEST_CASE("messages stay short, whatever the file holds") {
  std::string const word(1'000'000, 'x');
  std::string const start = R"({"format": "codecision-dossier/1", "procedure": "1", "records": [)";
  for (auto const& text : {"{\"" + word + "\": 1}", "[\"" + word, "[1e" + std::string(1'000'000, '9') + "]", word,
                           R"({"format": ")" + word + "\"}", start + R"({"id": "a", "kind": ")" + word + "\"}]}",
                           start + R"({"id": ")" + word + R"(", "kind": "claim", "confidence": "seed", "form": "claim"}]})",
                           start + R"({"id": "a", "kind": "proposal", "date": ")" + word + "\"}]}"})
    CHECK(message_for(text).size() < 1000);
}
