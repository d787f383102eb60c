// SPDX-License-Identifier: BSL-1.0
// Broken files: each gets one message with its code, its place and what to do about it.
#include <codecision/io/json.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <string>

namespace cod = codecision;
namespace test = codecision::test;
namespace io = codecision::io;
using cod::error_code;

namespace {

struct broken_file {
  std::string name;
  error_code code;
  std::string message;  ///< words of it
  std::string place;    ///< how `have` goes on after the name of the file
  std::string advice;
};

// Lines, columns and pointers were counted by hand in the files.
broken_file const broken_files[] = {
    {"not_json_empty", error_code::not_json, "unexpected end of input", "line 1, column 1", "is the file complete?"},
    {"not_json_letter", error_code::not_json, "invalid literal", "line 1, column 1: D", "correct"},
    {"not_json_cut_off", error_code::not_json, "missing closing quote", "line 5, column 38", "is the file complete?"},
    {"not_json_comma", error_code::not_json, "unexpected '}'; expected string literal", "line 5, column 1", "correct"},
    {"not_json_comment", error_code::not_json, "expected string literal", "line 2, column 38", "correct"},
    {"not_json_latin_1", error_code::not_json, "ill-formed UTF-8 byte", "line 4, column 22", "correct"},
    {"not_json_two", error_code::not_json, "expected end of input", "line 2, column 1", "correct"},
    {"not_json_quotes", error_code::not_json, "expected string literal", "line 2, column 3", "correct"},
    {"not_json_line_break_in_text", error_code::not_json, "must be escaped", "line 3, column 22", "correct"},
    {"too_deep", error_code::input_too_large, "nested deeper than 64 levels", "line 1, column 65", "right file?"},
    {"repeated_key", error_code::not_a_dossier, "the key 'procedure' stands twice", "in the object that begins at line 1, column 1", "remove"},
    {"not_dossier_list", error_code::not_a_dossier, "not a dossier: a list of 1", "line 1, column 1", "codecision-dossier/1"},
    {"not_dossier_number", error_code::not_a_dossier, "not a dossier: 42", "line 1, column 1", "codecision-dossier/1"},
    {"not_dossier_other", error_code::not_a_dossier, "without the key 'format'", "line 1, column 1", "codecision-dossier/1"},
    {"not_dossier_format_2", error_code::not_a_dossier, "'codecision-dossier/2'", "line 2, column 13, /format", "codecision-dossier/1"},
    {"not_dossier_no_procedure", error_code::not_a_dossier, "'procedure' is missing", "line 1, column 1", "add it"},
    {"not_dossier_records_object", error_code::not_a_dossier, "a list", "line 4, column 14, /records", "a list"},
    {"not_dossier_misspelt_key_of_file", error_code::not_a_dossier, "'titel' is not known", "line 4, column 12, /titel", "'title'?"},
    {"not_dossier_record_text", error_code::not_a_dossier, "'proposal' stands where an object", "line 6, column 5, /records/1", "object"},
    {"not_dossier_misspelt_key", error_code::not_a_dossier, "'titel' is not known", "line 6, column 106, /records/1/titel", "'title'?"},
    {"not_dossier_key_of_another_kind", error_code::not_a_dossier, "'stance' is not known", "line 6, column 107, /records/1/stance", "'number'"},
    {"not_dossier_unknown_kind", error_code::not_a_dossier, "'compromise'", "line 6, column 28, /records/1/kind", "'compromise_text'?"},
    {"not_dossier_kind_missing", error_code::not_a_dossier, "'kind' is missing", "line 6, column 5, /records/1", "add it"},
    {"not_dossier_id_missing", error_code::not_a_dossier, "'id' is missing", "line 6, column 5, /records/1", "add it"},
    {"not_dossier_confidence_missing", error_code::not_a_dossier, "'confidence' is missing", "line 6, column 5, /records/1", "add it"},
    {"not_dossier_unknown_confidence", error_code::not_a_dossier, "'certain'", "line 6, column 83, /records/1/confidence", "'reported'"},
    {"not_dossier_unknown_relation", error_code::not_a_dossier, "'build_on'", "line 6, column 120, /records/1/relations/0/type", "'builds_on'?"},
    {"not_dossier_relation_without_target", error_code::not_a_dossier, "'target' is missing", "line 6, column 111, /records/1/relations/0", "add it"},
    {"not_dossier_relation_text", error_code::not_a_dossier, "'proposal' stands where an object", "line 6, column 111, /records/1/relations/0", "object"},
    {"not_dossier_unknown_stance", error_code::not_a_dossier, "'for'", "line 6, column 119, /records/1/stance", "'support'"},
    {"not_dossier_member_missing", error_code::not_a_dossier, "'member' is missing", "line 6, column 5, /records/1", "add it"},
    {"not_dossier_number_not_text", error_code::not_a_dossier, "14092 stands where a text", "line 6, column 107, /records/1/number", "quotes"},
    {"not_dossier_null", error_code::not_a_dossier, "null stands where a text", "line 6, column 78, /records/1/title", "quotes"},
    {"not_dossier_attribute_object", error_code::not_a_dossier, "'value' is missing", "line 6, column 121, /records/1/attributes/scope", "add it"},
    {"not_dossier_attribute_fraction", error_code::not_a_dossier, "0.5 stands where", "line 6, column 121, /records/1/attributes/share", "whole number"},
    {"not_dossier_slash_in_key", error_code::not_a_dossier, "null stands where", "line 6, column 121, /records/1/attributes/a~1b~0c", "a text"},
    {"not_dossier_bounds_beside_day", error_code::not_a_dossier, "a bound stands beside a day", "line 6, column 111, /records/1/not_before", "leave out"},
    {"not_dossier_negative_round", error_code::not_a_dossier, "-1 stands where a whole number", "line 6, column 99, /records/1/round", "not negative"},
    {"not_dossier_counts_incomplete", error_code::not_a_dossier, "'abstaining' is missing", "line 6, column 107, /records/1/counts", "add it"},
    {"not_dossier_date_number", error_code::not_a_dossier, "2024 stands where a text", "line 6, column 55, /records/1/date", "quotes"},
    {"not_dossier_source_text", error_code::not_a_dossier, "'an address' stands where an object", "line 6, column 109, /records/1/sources/0", "object"},
    {"no_such_day", error_code::no_such_day, "'2025-02-30'", "line 6, column 55, /records/1/date", "YYYY-MM-DD"},
    {"no_such_month", error_code::no_such_day, "'2025-13'", "line 6, column 55, /records/1/date", "YYYY-MM"},
    {"no_such_day_known_on", error_code::no_such_day, "'11.12.2025'", "line 6, column 109, /records/1/known_on", "YYYY-MM-DD"},
    {"unknown_member", error_code::unknown_member, "'XX'", "line 6, column 113, /records/1/against/1", "two-letter code"},
    {"member_twice", error_code::member_twice, "EL stands twice", "line 6, column 119, /records/1/against/2", "once"},
    {"member_twice_in_snapshot", error_code::member_twice, "NL stands twice", "line 6, column 210, /records/1/entries/2", "a snapshot for each source"},
    {"member_on_two_sides", error_code::member_on_two_sides, "NL stands on two sides", "line 6, column 5, /records/1", "one side"},
    {"graph_id_twice", error_code::duplicate_record, "two records have the id 'proposal'", "line 6, column 5, /records/1", "an id of its own"},
    {"graph_id_empty", error_code::incomplete_record, "an id without letters", "line 6, column 5, /records/1", "an id"},
    {"graph_relation_not_allowed", error_code::relation_not_allowed, "'votes_on' cannot run from compromise_text 'text'", "line 6, column 111, /records/1/relations/0: from coreper_tally", "turn it round"},
    {"graph_to_nothing", error_code::unknown_record, "no record has the id 'propsal'", "line 6, column 111, /records/1/relations/0", "'proposal'?"},
    {"graph_later", error_code::wrong_order_of_days, "to the later 'proposal' (2024-01-15)", "line 6, column 111, /records/1/relations/0", "from the later record"},
    {"graph_circle", error_code::relation_closes_circle, "'a' -> 'b' -> 'c' -> 'a'", "line 8, column 108, /records/3/relations/0", "remove one"},
    {"graph_circle_of_one", error_code::relation_closes_circle, "'text' -> 'text'", "line 6, column 111, /records/1/relations/0", "remove one"},
    {"graph_no_date", error_code::incomplete_record, "the record 'text' has no date", "line 6, column 5, /records/1", "\"date\""},
    {"graph_bounds_reversed", error_code::incomplete_record, "the wrong way round", "line 6, column 5, /records/1", "exchange"},
};

std::filesystem::path folder() { return std::filesystem::path{CODECISION_SOURCE_DIR} / "tests" / "io" / "bad_input"; }

}  // namespace

TEST_CASE("every broken file gets one message with its code, its place and what to do") {
  for (auto const& file : broken_files) {
    INFO(file.name);
    auto const path = folder() / (file.name + ".json");
    try {
      static_cast<void>(io::read_dossier_file(path));
      FAIL_CHECK("it was read");
    } catch (cod::error const& problem) {
      INFO(problem.what());
      CHECK(problem.code() == file.code);
      CHECK_THAT(problem.message(), test::contains(file.message));
      CHECK_THAT(problem.have(), test::starts_with(path.string() + ", " + file.place));
      CHECK_THAT(problem.advice(), test::contains(file.advice));
      CHECK(cod::detail::is_utf8(problem.what()));
    }
  }
}

TEST_CASE("no broken file is forgotten") {
  for (auto const& entry : std::filesystem::directory_iterator{folder()}) {
    INFO(entry.path());
    auto const known = [&](broken_file const& file) { return file.name == entry.path().stem(); };
    CHECK(std::any_of(std::begin(broken_files), std::end(broken_files), known));
  }
}

TEST_CASE("a file that is not there, or is a folder, cannot be read") {
  CHECK_THROWS_WITH(io::read_dossier_file(folder() / "no_such_file.json"), test::starts_with("[COD-J604]") && test::contains("no such file"));
  CHECK_THROWS_WITH(io::read_dossier_file(folder()), test::starts_with("[COD-J604]") && test::contains("a folder"));
}

TEST_CASE("errors call a text as its reader names it") {
  CHECK_THROWS_WITH(io::read_dossier("[", "standard input"), test::contains("standard input, line 1, column 2"));
  CHECK_THROWS_WITH(io::read_dossier("["), test::contains("the text, line 1, column 2"));
}
