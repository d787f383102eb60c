// SPDX-License-Identifier: BSL-1.0
// docs/errors.md against core/error.hpp, and against what the library really says.
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "errors/caught.hpp"
#include "errors/triggers.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using cod::test::starts_with;

namespace {

/// One code as the page describes it.
struct entry {
  std::string label, name, cause, message, cure;
};

std::string text_of(std::string const& file) {
  std::ifstream in{CODECISION_SOURCE_DIR "/" + file};
  REQUIRE(in);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Every section "### COD-...: name", with its cause, its message in a block of code, and its cure, in this order.
std::vector<entry> entries_of_the_page() {
  std::vector<entry> entries;
  std::istringstream in{text_of("docs/errors.md")};
  std::regex const heading{"### (COD-[A-Z][0-9]{3}): ([a-z_]+)"};
  bool in_block = false;
  for (std::string line; std::getline(in, line);) {
    std::smatch match;
    if (std::regex_match(line, match, heading)) {
      entries.push_back({match[1], match[2], {}, {}, {}});
    } else if (entries.empty()) {
      continue;
    } else if (line == "```") {
      in_block = !in_block;
    } else if (in_block) {
      entries.back().message += (entries.back().message.empty() ? "" : "\n") + line;
    } else if (line.rfind("Cause: ", 0) == 0) {
      entries.back().cause = line.substr(7);
    } else if (line.rfind("Cure: ", 0) == 0) {
      entries.back().cure = line.substr(6);
    }
  }
  return entries;
}

/// The enumerators of core/error.hpp with the codes that stand beside them, in their order.
std::vector<std::pair<std::string, std::string>> codes_of_the_header() {
  std::vector<std::pair<std::string, std::string>> codes;
  auto const text = text_of("include/codecision/core/error.hpp");
  std::regex const enumerator{"\n  ([a-z_]+), *// (COD-[A-Z][0-9]{3})"};
  for (auto i = std::sregex_iterator{text.begin(), text.end(), enumerator}; i != std::sregex_iterator{}; ++i) codes.emplace_back((*i)[1], (*i)[2]);
  return codes;
}

std::vector<cod::test::trigger> all_triggers() {
  auto all = cod::test::triggers_of_votes();
  for (auto const& t : cod::test::triggers_of_dossiers()) all.push_back(t);
  for (auto const& t : cod::test::triggers_of_power()) all.push_back(t);
  for (auto const& t : cod::test::triggers_of_procedure()) all.push_back(t);
  for (auto const& t : cod::test::triggers_of_foresight()) all.push_back(t);
  return all;
}

}  // namespace

TEST_CASE("the page of errors lists the codes of core/error.hpp, each once, under its name, in their order", "[errors]") {
  auto const codes = codes_of_the_header();
  auto const entries = entries_of_the_page();
  REQUIRE(codes.size() >= 35);
  REQUIRE(entries.size() == codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    CHECK(entries[i].name == codes[i].first);
    CHECK(entries[i].label == codes[i].second);
    CHECK(cod::label(static_cast<cod::error_code>(i)) == codes[i].second);  // the comment in the header tells the truth
  }
}

TEST_CASE("no two errors share a code", "[errors]") {
  std::set<std::string> labels;
  auto const codes = codes_of_the_header();
  for (auto const& c : codes) labels.insert(c.second);
  CHECK(labels.size() == codes.size());
}

TEST_CASE("every error on the page has a cause, an example of its message and a cure", "[errors]") {
  for (auto const& e : entries_of_the_page()) {
    INFO(e.label);
    CHECK(e.cause.size() > 20);
    CHECK(e.cure.size() > 20);
    CHECK_THAT(e.message, starts_with("[" + e.label + "] "));
  }
}

TEST_CASE("every error can be raised by a public call, and says what the page says it says", "[errors]") {
  std::map<std::string, entry> page;
  for (auto const& e : entries_of_the_page()) page[e.label] = e;
  std::set<cod::error_code> raised;
  for (auto const& t : all_triggers()) {
    auto const label = std::string{cod::label(t.code)};
    INFO(label);
    auto const error = cod::test::caught([&] { t.call(); });
    CHECK(error.code() == t.code);
    CHECK(std::string{error.what()} == page[label].message);
    CHECK_FALSE(error.message().empty());
    CHECK_FALSE(error.advice().empty());  // every error says what to try
    raised.insert(error.code());
  }
  CHECK(raised.size() == codes_of_the_header().size());
}
