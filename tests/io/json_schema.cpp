// SPDX-License-Identifier: BSL-1.0
// The JSON Schema says what the library says: the same words, the same keys, the same keys required.
#include <codecision/io/json.hpp>

#include "support/catch.hpp"

#include <set>
#include <string>
#include <variant>

namespace cod = codecision;
namespace io = codecision::io;

namespace {

nlohmann::json const& definitions() {
  static auto const schema = nlohmann::json::parse(io::read_file(std::string{CODECISION_SOURCE_DIR} + "/docs/schema/dossier.schema.json"));
  return schema["$defs"];
}

std::set<std::string> words_of(nlohmann::json const& list) {
  std::set<std::string> words;
  for (auto const& word : list) words.insert(word.get<std::string>());
  return words;
}
std::set<std::string> keys_of(nlohmann::json const& object) {
  std::set<std::string> keys;
  for (auto const& [key, value] : object.items()) keys.insert(key);
  return keys;
}

template <class Enum>
void check_words(std::string const& definition) {
  INFO(definition);
  std::set<std::string> words;
  for (auto const name : cod::names_of(Enum{})) words.insert(std::string{name});
  CHECK(words_of(definitions()[definition]["enum"]) == words);
}

template <class Kind>
void check_kind() {
  auto const definition = definitions()["kind_" + std::string{cod::name(cod::kind_of<Kind>)}];
  INFO(cod::name(cod::kind_of<Kind>));
  std::set<std::string> keys;
  std::set<std::string> required;
  Kind::fields([&](char const* name, auto field) {
    keys.insert(name);
    if (!cod::detail::may_be_left_out(field)) required.insert(name);
  });
  CHECK(keys_of(definition["properties"]) == keys);
  CHECK(words_of(definition.value("required", nlohmann::json::array())) == required);
}

template <class... Kinds>
void check_kinds(std::variant<Kinds...> const*) { (check_kind<Kinds>(), ...); }

}  // namespace

TEST_CASE("the schema has the words of every enumeration") {
  check_words<cod::kind>("kind");
  check_words<cod::relation_type>("relation_type");
  check_words<cod::stance>("stance");
  check_words<cod::confidence>("confidence");
  check_words<cod::national_form>("national_form");
  check_words<cod::norm>("norm");
  check_words<cod::claim_form>("claim_form");
}

TEST_CASE("the schema has the codes of all members and candidates, house codes and ISO codes") {
  std::set<std::string> codes;
  for (auto const& state : cod::detail::state_names) {
    codes.insert(std::string{state.code});
    codes.insert(std::string{state.iso});
  }
  CHECK(words_of(definitions()["member"]["enum"]) == codes);
}

TEST_CASE("the schema has the keys of every kind, and which of them are required") {
  check_kinds(static_cast<cod::record_body const*>(nullptr));
  CHECK(definitions()["record"]["allOf"].size() == cod::kind_count + 1);  // one rule for each kind, one for bounds beside a day
}

TEST_CASE("the format has one name") {
  auto const schema = nlohmann::json::parse(io::read_file(std::string{CODECISION_SOURCE_DIR} + "/docs/schema/dossier.schema.json"));
  CHECK(schema["properties"]["format"]["const"] == io::dossier_format);
}
