// SPDX-License-Identifier: BSL-1.0
#include <codecision/io/json_events.hpp>
#include <codecision/procedure/machine.hpp>
#include <codecision/procedure/special.hpp>

#include "errors/triggers.hpp"

namespace cod = codecision;
namespace procedure = codecision::procedure;
using code = cod::error_code;
using procedure::event_kind;

namespace {

cod::date day(char const* text) { return cod::parse_date(text); }

/// A proposal on TFEU 114 before Parliament.
procedure::machine proposed() {
  procedure::machine m{{{"TFEU 114"}}};
  m.take({.kind = event_kind::submit_proposal, .on = day("2025-01-15"), .clock_from = day("2025-01-20")});
  return m;
}

/// The same at second reading in Parliament: the position was announced on 24 November 2025.
procedure::machine second_reading() {
  auto m = proposed();
  m.take({.kind = event_kind::adopt_position, .on = day("2025-05-07"), .parliament = cod::parliament_tally{312, 300, 100, 0}});
  m.take({.kind = event_kind::adopt_own_position, .on = day("2025-11-10"),
          .council = cod::ballot{cod::council_on(day("2025-11-10"))}.others(cod::vote::in_favour), .clock_from = day("2025-11-24")});
  return m;
}

}  // namespace

std::vector<cod::test::trigger> cod::test::triggers_of_procedure() {
  return {
      {code::step_not_possible, [] { proposed().take({.kind = event_kind::reject, .on = day("2025-05-07")}); }},
      {code::step_out_of_order, [] { proposed().take({.kind = event_kind::adopt_position, .on = day("2025-01-14")}); }},
      {code::majority_without_figures, [] { proposed().take({.kind = event_kind::adopt_position, .on = day("2025-05-07")}); }},
      {code::extension_not_possible, [] {
         auto m = second_reading();
         m.extend(day("2026-01-12"), procedure::actor::parliament);
         m.extend(day("2026-02-02"), procedure::actor::council);
       }},
      {code::time_limit_over, [] {
         second_reading().take({.kind = event_kind::reject, .on = day("2026-02-25"), .parliament = cod::parliament_tally{400, 200, 100, 0}});
       }},
      {code::wrong_procedure, [] { procedure::machine{{{"TFEU 19(1)"}}}.take({.kind = event_kind::submit_proposal, .on = day("2025-01-15")}); }},
      {code::bad_event_file, [] {
         static_cast<void>(cod::io::read_course(R"({"format": "codecision-course/1", "legal_basis": "TFEU 114",
 "events": [{"date": "2025-05-07", "event": "adopts_position"}]})", "file.json"));
       }},
      {code::bad_period, [] { static_cast<void>(cod::months{0}); }},
      {code::no_holidays, [] { static_cast<void>(procedure::deadline(day("2031-11-24"), cod::months{3}, cod::institution_holidays())); }},
  };
}
