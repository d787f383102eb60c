// SPDX-License-Identifier: BSL-1.0
#include <codecision/dossier/dossier.hpp>
#include <codecision/io/json.hpp>

#include <string>

#include "errors/triggers.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using code = cod::error_code;

namespace {

/// Two texts of November 2025, the second of which builds on the first.
struct two_texts {
  cod::dossier file{"2022/0155(COD)"};
  cod::handle<cod::compromise_text> older = file.add(cod::compromise_text{"14092/25", "2025-11-06"_date, "DK"_ms}, cod::source{"a register"}, "older");
  cod::handle<cod::compromise_text> newer = file.add(cod::compromise_text{"15318/25", "2025-11-13"_date, "DK"_ms}, cod::source{"a register"}, "newer");
};

void read(std::string const& text) { static_cast<void>(cod::io::read_dossier(text, "dossier.json")); }

}  // namespace

std::vector<cod::test::trigger> cod::test::triggers_of_dossiers() {
  return {
      {code::duplicate_record, [] { two_texts{}.file.add(cod::compromise_text{"15318/25", "2025-11-13"_date, "DK"_ms}, cod::source{"a register"}, "newer"); }},
      {code::relation_not_allowed,
       [] {
         two_texts t;
         auto const meeting = t.file.add(cod::working_party_meeting{"LEWP", "2025-11-12"_date}, cod::source{"a register"}, "meeting");
         t.file.relate(t.older.vertex, cod::relation_type::discusses, meeting.vertex);
       }},
      {code::relation_closes_circle,
       [] {
         cod::dossier file{"2022/0155(COD)"};
         auto const a = file.add(cod::compromise_text{"A", "2025-11-06"_date, "DK"_ms}, cod::source{"a register"}, "A");
         auto const b = file.add(cod::compromise_text{"B", "2025-11-06"_date, "DK"_ms}, cod::source{"a register"}, "B");
         file.relate(a, cod::builds_on, b);
         file.relate(b, cod::builds_on, a);
       }},
      {code::unknown_record, [] { static_cast<void>(two_texts{}.file.at("14092/25")); }},
      {code::wrong_order_of_days,
       [] {
         two_texts t;
         t.file.relate(t.older, cod::builds_on, t.newer);
       }},
      {code::incomplete_record, [] { two_texts{}.file.add(cod::working_party_meeting{}, cod::source{"a register"}, "meeting"); }},
      {code::not_json, [] { read("{\n  \"format\": \"codecision-dossier/1\",\n  \"procedure\": \"2022/0155(COD)\"\n  \"records\": []\n}\n"); }},
      {code::not_a_dossier, [] { read("{\"name\": \"something else\"}"); }},
      {code::input_too_large, [] { read(std::string(65, '[')); }},
      {code::cannot_read, [] { static_cast<void>(cod::io::read_dossier_file("no_such_file.json")); }},
      {code::cannot_write, [] { cod::io::write_dossier_file(cod::dossier{"2022/0155(COD)"}, "no_such_folder/dossier.json"); }},
  };
}
