// SPDX-License-Identifier: BSL-1.0
// What was known on a day: the day of an event and the day on which it became known are kept apart.
#include "support/catch.hpp"

#include <codecision/dossier/csa_regulation.hpp>

#include <string>

namespace cod = codecision;
using namespace codecision::literals;
using cod::relation_type;

namespace {

cod::dossier const& csa() {
  static cod::dossier const dossier = cod::csa_regulation();
  return dossier;
}

cod::date first_seen(std::string const& id) { return csa().visible_from(csa().at(id)); }

cod::stance entry_of(cod::dossier const& d, std::string const& snapshot, cod::member_state member) {
  for (auto const& e : d.record_of(d.at(snapshot)).as<cod::position_snapshot>()->entries)
    if (e.member == member && e.dimension.empty()) return e.stance;
  return cod::stance::none;
}

}  // namespace

TEST_CASE("minutes of 12 September 2025 that leaked on the 23rd are not there before the 23rd") {
  CHECK_FALSE(csa().as_of("2025-09-22"_date).find("2025-09-12-DK-minutes"));
  CHECK(csa().as_of("2025-09-23"_date).find("2025-09-12-DK-minutes"));
  CHECK(csa().as_of("2025-09-22"_date).find("2025-09-12-DK-fcc"));
}

TEST_CASE("the answers of member states of April 2023 were known in May, Austria's vote of November 2025 in December") {
  CHECK(first_seen("EV-20230412-MS-ENC") == "2023-05-22"_date);
  CHECK(first_seen("2023-04-12-LEWP-encryption") == "2023-05-22"_date);
  CHECK(first_seen("EV-20251126-AT-VOTE") == "2025-12-11"_date);
}

TEST_CASE("an advice that only the minister's answers of 21 November 2025 mention was not known before") {
  CHECK(first_seen("EV-2025-NL-AIVD") == "2025-11-21"_date);
  CHECK_FALSE(csa().as_of("2025-11-20"_date).find("EV-2025-NL-AIVD"));
  CHECK(csa().as_of("2025-11-20"_date).find("EV-20251118-NL977"));
}

TEST_CASE("a month counts as its last day, unless the graph says more") {
  CHECK(first_seen("EV-202411-FI") == "2024-11-30"_date);      // November 2024
  CHECK(first_seen("EV-202405-BE-UPLOAD") == "2024-05-08"_date);  // May 2024, discussed on the 8th
  CHECK(first_seen("DOC-14143-22") ==
        "2022-11-24"_date);  // November 2022, the progress report of the 24th builds on it
  CHECK(first_seen("EV-202310-FI-SUVL7") == "2023-10-13"_date);   // October 2023, published on the 13th
}

TEST_CASE("an undated text is there when a meeting discussed it") {
  CHECK(first_seen("DOC-7842-23") == "2023-04-25"_date);
  CHECK(first_seen("DOC-13514-22") == "2022-12-31"_date);
}

TEST_CASE("what has not happened yet is not in the view; what it rests on is") {
  auto const view = csa().as_of("2025-11-24"_date);
  CHECK_FALSE(view.find("EV-20251125-NL-MOTION"));
  CHECK_FALSE(view.find("EV-20251126-COREPER"));
  CHECK(view.find("EV-20251121-NL-ANSW"));
  CHECK(view.find("SEED-A6.7"));
  auto const day_after = csa().as_of("2025-11-25"_date);
  auto const motion = day_after.at("EV-20251125-NL-MOTION");
  CHECK(day_after.related(motion, relation_type::supersedes).front() == day_after.at("EV-20251118-NL977"));
}

TEST_CASE("a view is a dossier: every record was visible by then, every relation joins records of the view") {
  auto const day = "2025-09-30"_date;
  auto const view = csa().as_of(day);
  std::size_t records = 0, relations = 0;
  for (std::size_t v = 0; v < csa().size(); ++v) {
    bool const visible = csa().visible_from(v) <= day;
    if (visible) ++records;
    CHECK(view.find(csa().graph()[v].id).has_value() == visible);
    csa().each_from(v, [&](cod::relation const&, std::size_t w) {
      if (visible && csa().visible_from(w) <= day) ++relations;
    });
  }
  CHECK(view.size() == records);
  CHECK(view.relation_total() == relations);
  CHECK(view.find_circle().empty());
  CHECK(view.procedure() == csa().procedure());
}

TEST_CASE("in a snapshot, members whose stance became known later are unknown until then") {
  // 8 October 2025: a newspaper of the 13th named Croatia and Hungary.
  CHECK(entry_of(csa(), "2025-10-08-DK-coreper", "HR"_ms) == cod::stance::support);
  CHECK(entry_of(csa().as_of("2025-10-12"_date), "2025-10-08-DK-coreper", "HR"_ms) == cod::stance::unknown);
  CHECK(entry_of(csa().as_of("2025-10-12"_date), "2025-10-08-DK-coreper", "DE"_ms) == cod::stance::oppose);
  CHECK(entry_of(csa().as_of("2025-10-13"_date), "2025-10-08-DK-coreper", "HR"_ms) == cod::stance::support);
}

TEST_CASE("views nest: the view of an earlier day within a later view is the same") {
  auto const direct = csa().as_of("2024-06-30"_date);
  auto const nested = csa().as_of("2025-06-30"_date).as_of("2024-06-30"_date);
  // The later view knows less of what was made later, so months may count as later days, never as earlier ones.
  CHECK(nested.size() <= direct.size());
  for (std::size_t v = 0; v < nested.size(); ++v) CHECK(direct.find(nested.graph()[v].id));
}

TEST_CASE("what something rests on is known no later than that it happened: the two times of a record of one's own") {
  cod::dossier d{"x"};
  cod::details leaked;
  leaked.known_on = "2025-09-23"_date;
  auto const minutes = d.add(cod::statement{"LEWP", "2025-09-12"_date}, leaked, "minutes");
  auto const text = d.add(cod::compromise_text{"1", cod::month_of(2025, 9)}, cod::details{}, "text");
  auto const meeting = d.add(cod::working_party_meeting{"LEWP", "2025-09-12"_date}, leaked, "meeting");
  d.relate(meeting, cod::discusses, text);
  CHECK(d.visible_from(minutes) == "2025-09-23"_date);
  CHECK(d.visible_from(text) ==
        "2025-09-12"_date);  // the meeting shows that it was there, however late the meeting became known
  CHECK(d.as_of("2025-09-12"_date).size() == 1);
  CHECK(d.as_of("2025-09-11"_date).size() == 0);
}
