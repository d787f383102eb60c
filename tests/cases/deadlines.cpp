// SPDX-License-Identifier: BSL-1.0
// The 19 worked periods under Regulation 1182/71, and dates of entry into force.
#include <codecision/procedure/deadline.hpp>
#include <codecision/procedure/entry_into_force.hpp>
#include <codecision/procedure/hours.hpp>

#include "cases/vectors.hpp"

namespace cod = codecision;
namespace procedure = codecision::procedure;
using namespace codecision::literals;
using cod::test::has_shape;
using cod::test::json;

namespace {

/// "3w", "72h": a number and the first letter of a unit.
cod::period period_written(std::string const& text) {
  auto const count = std::stoi(text.substr(0, text.size() - 1));
  switch (text.back()) {
    case 'h': return cod::hours{count};
    case 'd': return cod::days{count};
    case 'w': return cod::weeks{count};
    case 'm': return cod::months{count};
    case 'y': return cod::years{count};
    default: FAIL("unknown unit in " << text);
  }
  return cod::days{count};
}

/// "none", or the holidays of the institutions with the years that the case needs.
cod::holiday_calendar holidays_named(std::string const& name) {
  if (name == "none") return cod::holiday_calendar::weekends_only();
  REQUIRE(name.substr(0, 3) == "EU ");
  auto const all = cod::institution_holidays();
  REQUIRE(all.covers(std::stoi(name.substr(3, 4))));
  if (name.size() > 7) REQUIRE((name == "EU 2025-26" && all.covers(2026)));
  return all;
}

void check_entry_into_force(json const& v, cod::period const& length) {
  REQUIRE(v["kind"] == "entry_into_force");
  REQUIRE(length.unit() == cod::period_unit::days);
  auto const from = procedure::in_force_after_publication(cod::parse_date(v["event"].get<std::string>()), cod::days{length.count()});
  CHECK(cod::to_string(from.day) == v["nominal"].get<std::string>());
  CHECK(cod::to_string(from.day) == v["end"].get<std::string>());
}

void check_hours(json const& v, cod::period const& length) {
  auto const event = cod::parse_moment(v["event"].get<std::string>());
  auto const due = procedure::deadline(event, cod::hours{length.count()});
  CHECK(due.nominal == cod::parse_moment(v["nominal"].get<std::string>()));
  CHECK(due.ends == cod::parse_moment(v["end"].get<std::string>()));
}

void check(json const& v) {
  INFO(v["id"].get<std::string>());
  REQUIRE(has_shape(v, {"id", "event", "period", "holidays", "nominal", "end", "note"}, {"kind"}));
  auto const length = period_written(v["period"].get<std::string>());
  auto const holidays = holidays_named(v["holidays"].get<std::string>());
  if (v.contains("kind")) return check_entry_into_force(v, length);
  if (length.unit() == cod::period_unit::hours) return check_hours(v, length);
  auto const event = cod::parse_date(v["event"].get<std::string>());
  auto const due = procedure::deadline(event, length, holidays);
  CHECK(cod::to_string(due.nominal) == v["nominal"].get<std::string>());
  CHECK(cod::to_string(due.last_day) == v["end"].get<std::string>());
  auto const note = v["note"].get<std::string>();
  auto const extended = note.find("extended by one month: ");
  if (extended == std::string::npos) return;
  auto const longer = procedure::deadline(event, length, holidays, {.extension = cod::period{cod::months{1}}});
  CHECK(cod::to_string(longer.last_day) == note.substr(extended + 23));
}

}  // namespace

TEST_CASE("19 worked periods end as computed, before and after any move", "[cases][deadlines]") {
  for (auto const& v : cod::test::vectors("deadlines.json", 19)) check(v);
}
