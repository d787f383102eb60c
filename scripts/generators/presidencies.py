# SPDX-License-Identifier: BSL-1.0
"""presidencies.csv and trios.csv -> data/tables/presidencies.hpp"""

import datetime

from generators import cpp
from generators.table import no_gaps

HEADER = "data/tables/presidencies.hpp"
LIST_IN_FORCE = "Decision (EU) 2016/1316"  # the list whose every member holds the office once, from July 2017 to 2030


def build(context):
    terms = context.load("presidencies.csv", "member start end source".split())
    trios = context.load("trios.csv", "trio start end first second third".split())
    _check_terms(context, terms)
    _check_trios(context, trios, terms)
    first = terms.rows[0].day("start").year
    in_force = next(i for i, row in enumerate(terms) if row["source"].startswith(LIST_IN_FORCE))
    _check_list(context, terms, terms.rows[in_force:])
    context.write(HEADER, cpp.header("Who held the presidency of the Council in each half-year, and in which trio?",
                                     [terms.name, trios.name],
                                     ["codecision/core/dated.hpp", "codecision/core/member_state.hpp", "<array>", "<cstddef>",
                                      "<string_view>"], _body(context, terms, trios, first, in_force)))
    for row in [*terms, *trios]:
        row.used(HEADER)


def _check_terms(context, terms):
    no_gaps(terms.rows, "start", "end")
    for row in terms:
        start, end = row.day("start"), row.day("end")
        halves = ((1, 1, 6, 30), (7, 1, 12, 31))
        context.require(start.year == end.year and (start.month, start.day, end.month, end.day) in halves, row,
                        "a term is a half-year")
        for day in (start, end):
            context.require(row["member"] in context.members_on(day), row, f"{row['member']} is not a member on {day}")
    years = (terms.rows[0]["start"], terms.rows[-1]["end"])
    context.check(years == ("1958-01-01", "2030-12-31"),
                  f"{terms.name}: half-years without gap from {years[0]} to {years[1]}, each held by a member")


def _check_trios(context, trios, terms):
    no_gaps(trios.rows, "start", "end")
    by_start = {row.day("start"): row for row in terms}
    for number, trio in enumerate(trios, 1):
        context.require(trio.number("trio") == number, trio, "trios are not numbered from 1")
        start = trio.day("start")
        for holder in ("first", "second", "third"):
            term = by_start.get(start)
            context.require(term is not None and term["member"] == trio[holder], trio,
                            f"{holder} does not hold the presidency from {start} on")
            start = term.day("end") + datetime.timedelta(days=1)
        context.require(term["end"] == trio["end"], trio, "does not end with its third presidency")
    context.check(True, f"{trios.name}: each trio is three presidencies in a row, without gap to {trios.rows[-1]['end']}")


def _check_list(context, terms, rows):
    holders = [row["member"] for row in rows]
    members = context.members_on(rows[-1].day("end"))
    context.check(sorted(holders) == sorted(members) and all(row["source"].startswith(LIST_IN_FORCE) for row in rows),
                  f"{terms.name}: the {len(rows)} terms from {rows[0]['start']} on, of {LIST_IN_FORCE}, "
                  f"name each of the {len(members)} members once")


def _body(context, terms, trios, first, in_force):
    holders, changes, last = "", "", None
    for i, row in enumerate(terms):
        holders += ("    " if i % 2 == 0 else " ") + context.enumerator(row["member"], row) + ","
        holders += f"  // {first + i // 2}\n" if i % 2 else ""
        if row["source"] != last:
            changes += f"    {{{i}, {cpp.text(row['source'])}}},\n"
            last = row["source"]
    groups = ""
    for row in trios:
        members = ", ".join(context.enumerator(row[column], row) for column in ("first", "second", "third"))
        groups += f"    {{{row['trio']}, {cpp.validity(row.day('start'), row.day('end'))}, {{{members}}}}},\n"
    return f"""struct source_of_terms {{
  std::size_t from_term;  ///< this source holds from this term on, until the next row
  std::string_view source;
}};

struct trio_row {{
  int number;
  validity valid;
  std::array<member_state, 3> holders;
}};

inline constexpr int first_year_of_presidencies = {first};

// Two half-years a line: the first and the second of the year.
inline constexpr std::array<member_state, {len(terms)}> holders_of_terms{{
{holders}}};

// From this term to the last one stands the list of {LIST_IN_FORCE}: each member once.
inline constexpr std::size_t first_term_of_list_in_force = {in_force};

inline constexpr source_of_terms sources_of_terms[] = {{
{changes}}};

inline constexpr std::array<trio_row, {len(trios)}> trio_rows{{{{
{groups}}}}};
"""
