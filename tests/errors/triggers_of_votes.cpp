// SPDX-License-Identifier: BSL-1.0
#include <codecision/codecision.hpp>

#include "errors/triggers.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using code = cod::error_code;

namespace {

constexpr auto qualified = cod::rules::qualified_majority();
constexpr auto toy = cod::electorate{{"DE"_ms, 83'000'000}, {"FR"_ms, 67'000'000}, {"IT"_ms, 59'000'000}, {"ES"_ms, 48'000'000}, {"MT"_ms, 500'000}};

cod::ballot all_in_favour(cod::electorate const& council) { return cod::ballot{council}.others(cod::vote::in_favour); }
template <class... Arguments>
void ask(cod::rule const& rule, cod::ballot const& ballot, Arguments... more) {
  static_cast<void>(cod::evaluate(rule, ballot, more...));
}

}  // namespace

std::vector<cod::test::trigger> cod::test::triggers_of_votes() {
  return {
      {code::unknown_member, [] { static_cast<void>(cod::parse_member("XX")); }},
      {code::member_twice, [] { static_cast<void>(cod::parse_members("DE FR DE")); }},
      {code::not_a_member, [] { static_cast<void>(cod::council_of_year(2024).without("UK"_members)); }},
      {code::no_such_day, [] { static_cast<void>(cod::parse_date("2025-02-30")); }},
      {code::no_membership, [] { static_cast<void>(cod::council_on("1957-12-31"_date)); }},
      {code::no_population_table, [] { static_cast<void>(cod::council_on("2031-05-01"_date)); }},
      {code::no_presidency, [] { static_cast<void>(cod::presidency_on("2031-01-01"_date)); }},
      {code::no_parliament_seats, [] { static_cast<void>(cod::parliament_on("1979-01-01"_date)); }},
      {code::no_population_figures, [] { ask(cod::rules::participants_majority(), all_in_favour(cod::council_on("1965-07-01"_date))); }},
      {code::no_weighted_votes, [] { ask(cod::rules::weighted(cod::regime::fifteen), all_in_favour(cod::council_of_year(2024))); }},
      {code::bad_figure, [] { static_cast<void>(cod::council_of_year(2024).with("UA"_ms, 0)); }},
      {code::too_few_members, [] { ask(qualified, all_in_favour(toy)); }},
      {code::not_all_take_part, [] { ask(qualified, all_in_favour(cod::council_of_year(2024).without("DK IE"_members))); }},
      {code::request_not_admissible, [] { ask(qualified, all_in_favour(cod::council_of_year(2024)), cod::request::population_check); }},
      {code::unknown_legal_basis, [] { static_cast<void>(cod::catalogue({"TFEU 77(9)"}, cod::proposer::commission, "2024-06-01"_date)); }},
      {code::basis_not_in_force, [] { static_cast<void>(cod::catalogue({"TFEU 114"}, cod::proposer::commission, "2009-11-30"_date)); }},
      {code::cooperation_too_small,
       [] { static_cast<void>(cod::council_of_year(2024).only(cod::participation::enhanced_cooperation, {.participants = "BE DE FR IT"_members})); }},
      {code::rule_not_in_force, [] { static_cast<void>(cod::participants_on(cod::participation::euro_area, "1998-12-31"_date)); }},
      {code::wrong_body, [] { ask(cod::rules::majority_of_votes_cast(), all_in_favour(cod::council_of_year(2024))); }},
      {code::member_on_two_sides, [] { static_cast<void>(cod::ballot{cod::council_of_year(2024)}.in_favour("NL PL"_members).against("NL"_members)); }},
      {code::unfinished_ballot, [] { ask(qualified, cod::ballot{cod::council_of_year(2024)}.in_favour(cod::members_on("2024-06-01"_date) - "IT NL"_members)); }},
      {code::voter_not_in_council, [] { static_cast<void>(cod::ballot{cod::council_of_year(2024)}.against("UK"_members)); }},
      {code::bad_proxy, [] { static_cast<void>(all_in_favour(cod::council_of_year(2024)).represented("NL"_ms, "BE"_ms).represented("LU"_ms, "BE"_ms)); }},
      {code::more_votes_than_seats, [] { static_cast<void>(cod::evaluate(cod::rules::majority_of_votes_cast(), cod::parliament_tally{500, 300, 0, 720})); }},
  };
}
