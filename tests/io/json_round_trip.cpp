// SPDX-License-Identifier: BSL-1.0
// Written and read again, a dossier is the same: every field of every record, every relation with its own data.
#include <codecision/dossier/csa_regulation.hpp>
#include <codecision/io/json.hpp>

#include "io/temporary_folder.hpp"
#include "support/catch.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace cod = codecision;
namespace test = codecision::test;
namespace io = codecision::io;
using namespace codecision::literals;

namespace {

// ----- equality, field by field: written here, not taken from the code that reads and writes -----

template <class T>
bool same(T const& a, T const& b) { return a == b; }
bool same(cod::member_stance const& a, cod::member_stance const& b) {
  return a.member == b.member && a.stance == b.stance && a.dimension == b.dimension && a.note == b.note && a.confidence == b.confidence &&
         a.reservations == b.reservations && a.conflict == b.conflict && a.alternatives == b.alternatives && a.known_on == b.known_on &&
         a.sources == b.sources;
}
bool same(cod::attribute const& a, cod::attribute const& b) { return a.name == b.name && a.value == b.value && a.carries == b.carries; }
bool same(cod::external_reference const& a, cod::external_reference const& b) {
  return a.relation == b.relation && a.reference == b.reference && a.carries == b.carries;
}
template <class T>
bool same(std::vector<T> const& a, std::vector<T> const& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same(a[i], b[i])) return false;
  return true;
}

void check_same_body(cod::record const& a, cod::record const& b) {
  REQUIRE(a.kind() == b.kind());
  std::visit([&]<class Kind>(Kind const& one) {
    auto const& other = *b.as<Kind>();
    CHECK(one.when == other.when);
    Kind::fields([&](char const* name, auto field) {
      INFO(name);
      CHECK(same(one.*field, other.*field));
    });
  }, a.body());
}

void check_same_record(cod::record const& a, cod::record const& b) {
  INFO(a.id);
  CHECK(a.id == b.id);
  check_same_body(a, b);
  CHECK(a.title == b.title);
  CHECK(a.actor == b.actor);
  CHECK(a.until == b.until);
  CHECK(a.known_on == b.known_on);
  CHECK(a.documents == b.documents);
  CHECK(same(a.attributes, b.attributes));
  CHECK(a.sources == b.sources);
  CHECK(a.confidence == b.confidence);
  CHECK(a.notes == b.notes);
  CHECK(a.carries == b.carries);
  CHECK(same(a.external, b.external));
}

void check_same_relations(cod::dossier const& a, cod::dossier const& b, cod::dossier::vertex v) {
  INFO(a.record_of(v).id);
  REQUIRE(boost::out_degree(v, a.graph()) == boost::out_degree(v, b.graph()));
  auto other = boost::out_edges(v, b.graph()).first;
  for (auto [e, end] = boost::out_edges(v, a.graph()); e != end; ++e, ++other) {
    CHECK(boost::target(*e, a.graph()) == boost::target(*other, b.graph()));
    CHECK(a.graph()[*e].type == b.graph()[*other].type);
    CHECK(a.graph()[*e].carries == b.graph()[*other].carries);
    CHECK(a.graph()[*e].notes == b.graph()[*other].notes);
  }
}

void check_same(cod::dossier const& a, cod::dossier const& b) {
  CHECK(a.procedure() == b.procedure());
  CHECK(a.title() == b.title());
  REQUIRE(a.size() == b.size());
  REQUIRE(a.relation_total() == b.relation_total());
  for (cod::dossier::vertex v = 0; v < a.size(); ++v) {
    check_same_record(a.record_of(v), b.record_of(v));
    check_same_relations(a, b, v);
  }
}

void check_round_trip(cod::dossier const& d) {
  auto const text = io::write_dossier(d);
  auto const again = io::read_dossier(text);
  check_same(d, again);
  CHECK(io::write_dossier(again) == text);
}

// ----- a dossier in which every kind has every field filled in -----

void fill(std::string& field) { field = "a \"quoted\" \\ text\nof two lines, T\xC3\xBCrkiye \xF0\x9F\x93\xAE \x01"; }
void fill(bool& field) { field = true; }
void fill(int& field) { field = 7; }
void fill(cod::date& field) { field = cod::make_date(2024, 6, 30); }
void fill(cod::member_state& field) { field = cod::member_state::greece; }
void fill(cod::member_set& field) {  // never the same members twice, as no member stands on two sides
  static unsigned calls = 0;
  field = cod::member_set::from_bits(std::uint64_t{3} << 2 * (calls++ % 19));
}
void fill(cod::vote_counts& field) { field = {537, 0, 24}; }
void fill(cod::national_form& field) { field = cod::national_form::parliament_opinion; }
void fill(cod::norm& field) { field = cod::norm::institution; }
void fill(cod::claim_form& field) { field = cod::claim_form::speech_act; }
void fill(cod::stance& field) { field = cod::stance::not_support; }
template <class T>
void fill(std::optional<T>& field) { fill(field.emplace()); }
void fill(std::vector<cod::member_stance>& entries) {
  entries = {{cod::member_state::germany, cod::stance::none, "", "", {}, false, false, {}, {}, {}},
             {cod::member_state::germany, cod::stance::mixed, "scope", "a note", cod::confidence::inferred, true, true,
              {cod::stance::support, cod::stance::abstain}, cod::make_date(2024, 3, 1), {"an address", "another"}}};
}

cod::details full_details() {
  cod::details about;
  fill(about.title);
  about.actor = "somebody";
  about.until = cod::make_date(2024, 2, 29);
  about.known_on = cod::make_date(2024, 4, 1);
  about.documents = {"14092/25", ""};
  about.attributes = {{"zulu", std::string{"a text"}, {"A1.1", "Q2"}}, {"alpha", std::int64_t{-9223372036854775807} - 1, {}},
                      {"flag", false, {}}, {"", true, {"A2"}}, {"list", std::vector<std::string>{"one", "two"}, {}},
                      {"empty list", std::vector<std::string>{}, {"A3"}}, {"empty text", std::string{}, {}}};
  about.sources = {{"an address", "what", "excerpt", "key"}, {}};
  about.confidence = cod::confidence::inferred;
  about.notes = "a note";
  about.carries = {"Q1"};
  about.external = {{"derogates_from", "Directive 2002/58/EC", {"A2.5"}}, {"anything", "", {}}};
  return about;
}

template <class... Kinds>
void add_each(cod::dossier& d, std::variant<Kinds...> const*) {
  auto const add = [&]<class Kind>(Kind body, bool full) {
    if (full) Kind::fields([&](char const*, auto field) { fill(body.*field); });
    body.when = cod::make_date(2024, 2, 28);
    d.add(std::move(body), full ? full_details() : cod::details{}, std::string{cod::name(cod::kind_of<Kind>)} + (full ? " full" : ""));
  };
  (add(Kinds{}, true), ...);
  (add(Kinds{}, false), ...);
}

cod::dossier every_kind() {
  cod::dossier d{"0000/0001(COD)", "a \"title\""};
  add_each(d, static_cast<cod::record_body const*>(nullptr));
  return d;
}

}  // namespace

TEST_CASE("every kind of record comes back with every field, filled in or not") {
  auto const d = every_kind();
  REQUIRE(d.size() == 2 * cod::kind_count);
  check_round_trip(d);
}

TEST_CASE("relations come back with their notes and their statements, in their order") {
  auto d = every_kind();
  auto const from = d.at("compromise_text full");
  auto const to = d.at("proposal");
  d.relate(from, cod::relation{cod::relation_type::builds_on, {"A1", "A2"}, "a note"}, to);
  d.relate(from, cod::relation_type::builds_on, to);
  d.relate(from, cod::relation_type::reverses, to);
  d.relate(d.at("claim"), cod::relation{cod::relation_type::said_in, {}, "\""}, d.at("national_document"));
  check_round_trip(d);
}

TEST_CASE("days, months and bounds come back as exact as they were") {
  cod::dossier d{"1"};
  auto const add = [&](cod::when w) { d.add(cod::proposal{"x", w}, cod::details{}, "p" + std::to_string(d.size())); };
  add("2024-02-29"_date);
  add(cod::month_of(2024, 2));
  add(cod::between_days("2024-02-01"_date, "2024-02-29"_date));
  add(cod::between_days("2024-02-01"_date, "2024-02-01"_date));
  add(cod::between_days(cod::date{boost::date_time::neg_infin}, "2024-02-01"_date));
  add(cod::between_days("2024-02-01"_date, cod::open_end()));
  add(cod::when{"2025-10-30"_date, "2025-11-21"_date, cod::precision::month});
  add(cod::when{"2025-11-01"_date, "2025-11-21"_date, cod::precision::month});
  check_round_trip(d);
  auto const text = io::write_dossier(d);
  CHECK_THAT(text, test::contains(R"("date": "2024-02-29",)"));
  CHECK_THAT(text, test::contains(R"("date": "2024-02",)"));
  CHECK_THAT(text, test::contains(R"({"id": "p5", "kind": "proposal", "not_before": "2024-02-01", "number")"));
}

TEST_CASE("an empty dossier comes back") { check_round_trip(cod::dossier{""}); }

TEST_CASE("the CSA dossier comes back, and so does what was known on a day") {
  auto const csa = cod::csa_regulation();
  check_round_trip(csa);
  check_round_trip(csa.as_of("2025-11-24"_date));
}

TEST_CASE("a text ends with a line break and has no long lines but long words") {
  auto const text = io::write_dossier(cod::csa_regulation());
  CHECK(text.substr(text.size() - 3) == "\n}\n");
  CHECK(text.find('\t') == std::string::npos);
  CHECK(text.find(" \n") == std::string::npos);
}

TEST_CASE("the sample dossiers are written as the library writes them") {
  for (std::string const name : {"letter_boxes", "interim_regulation_2021", "mandate_2025"}) {
    INFO(name);
    auto const path = std::string{CODECISION_SOURCE_DIR} + "/examples/dossiers/" + name + ".json";
    CHECK(io::write_dossier(io::read_dossier_file(path)) == io::read_file(path));
  }
}

TEST_CASE("the example in the documentation is the sample dossier, and it can be read") {
  std::string const root = CODECISION_SOURCE_DIR;
  auto const page = io::read_file(root + "/docs/dossiers/format.md");
  auto const start = page.find("```json\n", page.find("## A complete example"));
  REQUIRE(start != std::string::npos);
  auto const example = page.substr(start + 8, page.find("\n```", start + 8) - start - 7);
  CHECK(example == io::read_file(root + "/examples/dossiers/letter_boxes.json"));
  auto const d = io::read_dossier(example);
  CHECK(d.size() == 9);
  CHECK(d.record_of(d.at("tally")).as<cod::coreper_tally>()->against == "HU NL SK"_members);
}

TEST_CASE("the file that a reader is told to write is the sample dossier on the mandate of 2025") {
  std::string const root = CODECISION_SOURCE_DIR;
  auto const page = io::read_file(root + "/docs/dossiers/bring-your-own.md");
  auto const start = page.find("```json\n");
  REQUIRE(start != std::string::npos);
  auto const example = page.substr(start + 8, page.find("\n```", start + 8) - start - 7);
  CHECK(example == io::read_file(root + "/examples/dossiers/mandate_2025.json"));
}

TEST_CASE("the documentation names every kind, every key and every relation") {
  auto const page = io::read_file(std::string{CODECISION_SOURCE_DIR} + "/docs/dossiers/format.md");
  auto const named = [&](std::string const& word) {
    INFO(word);
    CHECK_THAT(page, test::contains("`" + word + "`"));
  };
  for (auto const word : cod::names_of(cod::kind{})) named(std::string{word});
  for (auto const word : cod::names_of(cod::relation_type{})) named(std::string{word});
  for (auto const word : cod::names_of(cod::stance{})) named(std::string{word});
  for (auto const word : cod::names_of(cod::confidence{})) named(std::string{word});
  auto const d = every_kind();
  for (cod::dossier::vertex v = 0; v < d.size(); ++v)
    std::visit([&]<class Kind>(Kind const&) { Kind::fields([&](char const* name, auto) { named(name); }); }, d.record_of(v).body());
}

TEST_CASE("a marker for editors may stand in a file") {
  CHECK_NOTHROW(io::read_dossier(R"({"$schema": "../schema/dossier.schema.json", "format": "codecision-dossier/1", "procedure": "", "records": []})"));
}

TEST_CASE("what cannot be read again is not written") {
  cod::dossier d{"1"};
  auto const text = d.add(cod::proposal{"COM(2024) 1", "2024-01-15"_date}, cod::details{}, "p");
  SECTION("a text that is not UTF-8") {
    d.edit(text).title = "caf\xE9";
    CHECK_THROWS_WITH(io::write_dossier(d), test::starts_with("[COD-J605] the record 'p' cannot be written") && test::contains("UTF-8"));
  }
  SECTION("two attributes of one name") {
    d.edit(text).attributes = {{"scope", std::string{"a"}, {}}, {"scope", std::string{"b"}, {}}};
    CHECK_THROWS_WITH(io::write_dossier(d), test::starts_with("[COD-J605]") && test::contains("two attributes 'scope'"));
  }
  SECTION("a title of the dossier that is not UTF-8") {
    CHECK_THROWS_WITH(io::write_dossier(cod::dossier{"1", "\xFF"}), test::starts_with("[COD-J605]"));
  }
}

TEST_CASE("a dossier is written to a file and read from it") {
  test::temporary_folder const folder;
  auto const csa = cod::csa_regulation();
  io::write_dossier_file(csa, folder / "csa.json");
  check_same(csa, io::read_dossier_file(folder / "csa.json"));
  CHECK(folder.count() == 1);
  CHECK_THROWS_WITH(io::write_dossier_file(csa, folder.path()), test::starts_with("[COD-J605]"));
}
