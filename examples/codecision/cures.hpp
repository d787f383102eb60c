// SPDX-License-Identifier: BSL-1.0
// What helps against an error of the library, in the words of this command line?
#pragma once

#include <codecision/core/error.hpp>

namespace calculator {

struct cure {
  codecision::error_code against;
  char const* advice;
};

/// Where the advice of the library speaks of C++.
inline constexpr cure cures[] = {
    {codecision::error_code::not_a_member, "name members of the council of that day; --with UA=33000000 adds a state that is not one"},
    {codecision::error_code::no_population_table, "--on DAY together with --year YEAR lets the figures of one of these years stand in"},
    {codecision::error_code::no_population_figures, "choose a day from 2009-12-01 on, or --year for figures of another year, or a --rule that counts no people"},
    {codecision::error_code::no_weighted_votes, "choose a day from 1958 to 2017-03-31, or another --rule; a state given by --with has no weighted votes"},
    {codecision::error_code::bad_figure, "write a state and its population, in persons, from 1 to 10000000000: --with UA=33000000"},
    {codecision::error_code::too_few_members, "name those who take part with --participants, for the majority of the participants"},
    {codecision::error_code::request_not_admissible, "leave it out, or choose a day: the 62 % check from 2004-11-01 to 2014-10-31, and until 2017-03-31 together with --rule weighted"},
    {codecision::error_code::unknown_legal_basis, "write it as in docs/data/legal_bases.csv, such as \"TFEU 114\"; or choose the rule yourself with --rule"},
    {codecision::error_code::rule_not_in_force, "choose another day with --on, or name those who take part: --participants BE,DE,FR"},
    {codecision::error_code::bad_period, "write a number from 1 on and a unit: 72h, 5d, 3wd (working days), 6w, 3m, 1y; --before counts backwards"},
    {codecision::error_code::no_holidays, "--holidays none leaves public holidays out"},
};

/// The error with the advice that helps here. Advice that names an option already stays as it is.
inline codecision::error cured(codecision::error const& e) {
  for (auto const& c : cures)
    if (c.against == e.code() && !e.advice().starts_with("--")) return {e.code(), e.message(), e.have(), c.advice};
  return e;
}

/// Calls it, and gives an error of the library the advice that helps here.
template <class Call>
void with_cures(Call call) {
  try {
    call();
  } catch (codecision::error const& e) {
    auto const told = cured(e);
    codecision::fail(told.code(), told.message(), told.have(), told.advice());
  }
}

}  // namespace calculator
