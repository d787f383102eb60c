// SPDX-License-Identifier: BSL-1.0
// What is a table of populations: for which days, from which decision, how exact?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/core/dated.hpp>
#include <codecision/core/figure.hpp>
#include <codecision/core/member_state.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace codecision {

namespace detail {

/// One figure of a table: a number in the table's unit (0: the state is not in the table), its grade and its source.
struct tabled_figure {
  std::int32_t number = 0;
  grade quality = grade::given;
  std::uint8_t source = 0;  ///< place in population_sources
};

[[noreturn]] inline void this_table_has_no_population_of(member_state state, int year) {
  fail(error_code::no_population_figures,
       "the population table of " + std::to_string(year) + " has no figure for " + std::string{name(state)}, "",
       "ask has(" + std::string{code(state)} + ") first, or pass a figure of your own (electorate)");
}

}  // namespace detail

/// The populations that count in the Council's votes during some days, as Annex III of its Rules of Procedure prints
/// them (Article 11(5) and (6): the figures change on 1 January, so the day of the vote decides).
struct population_table {
  int year;  ///< the year for which the figures were fixed
  std::string_view decision;   ///< the Council decision, such as "(EU, Euratom) 2019/2209 (two tables)"
  std::string_view reference;  ///< where it was published
  validity valid;              ///< votes on these days
  unit counted_in;             ///< persons; hundredths of a percent for 2025
  grade quality;               ///< of the table as a whole; single figures may be better or weaker
  int resolution_thousandths;  ///< how far figures may be off, in thousandths of a percentage point; 0: exact
  std::int64_t printed_total;  ///< persons, as printed; 0: none was
  std::int64_t printed_65;     ///< 65 % of the total in persons, as printed; 0: none was
  std::string_view checks;     ///< what the figures were checked against
  std::string_view note;  ///< what a reader has to know, often empty
  detail::tabled_figure const* figures;  ///< in protocol order, one for each state that ever was a member

  /// Has this table a figure for the state? Candidate countries have none.
  [[nodiscard]] constexpr bool has(member_state state) const {
    return !is_candidate(state) && figures[index_of(state)].number != 0;
  }

  /// How many people has this state, in the unit of the table, and how good is that number?
  /// Error COD-D206 when the table has no figure for the state. The table of 2013 has Croatia for the whole year: who
  /// was a member on a day is for membership.hpp to say.
  [[nodiscard]] constexpr figure of(member_state state) const {
    if (!has(state)) detail::this_table_has_no_population_of(state, year);
    auto const& entry = figures[index_of(state)];
    return {entry.number, counted_in, entry.quality};
  }

  /// Which decision are the figures from?
  [[nodiscard]] constexpr citation cited() const {
    bool const solved = quality == grade::reconstructed || quality == grade::derived || quality == grade::fitted;
    return {decision, reference, solved ? support::derived : support::confirmed, {}, note};
  }
};

}  // namespace codecision
