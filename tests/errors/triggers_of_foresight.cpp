// SPDX-License-Identifier: BSL-1.0
#include <codecision/council/council.hpp>
#include <codecision/io/csv.hpp>
#include <codecision/simulate/grid.hpp>
#include <codecision/simulate/interval.hpp>
#include <codecision/simulate/negotiation/issue.hpp>
#include <codecision/simulate/probabilities.hpp>
#include <codecision/simulate/scenario_text.hpp>

#include "errors/triggers.hpp"

#include <sstream>

namespace cod = codecision;
using code = cod::error_code;

namespace {

cod::electorate council() { return cod::council_on(cod::parse_date("2025-11-26")); }

}  // namespace

std::vector<cod::test::trigger> cod::test::triggers_of_foresight() {
  return {
      {code::bad_table,
       [] {
         std::istringstream text{"id,date,against\n17,2025-11-26,CZ\n"};
         static_cast<void>(io::csv_reader{text, "ballots.csv"}.column("in_favour"));
       }},
      {code::bad_probability, [] { static_cast<void>(simulate::probabilities{council(), 0.5}.with(parse_members("DE"), 40)); }},
      {code::bad_scenario,
       [] {
         static_cast<void>(simulate::parse_scenario("DE in favour; euro area against",
                                                    simulate::scenario{"today", rules::qualified_majority(), open_ballot{council()}}));
       }},
      {code::bad_position, [] { static_cast<void>(simulate::issue{"the age limit", {{"A", 101}}}); }},
      {code::bad_sampling, [] { static_cast<void>(simulate::wilson_interval(5, 0)); }},
      {code::bad_sweep, [] { static_cast<void>(simulate::grid{{3, 0, 2}}); }},
  };
}
