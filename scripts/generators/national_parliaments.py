# SPDX-License-Identifier: BSL-1.0
"""national_parliaments.csv -> data/tables/national_parliaments.hpp"""

import datetime

from generators import cpp
from generators.table import no_gaps

COLUMNS = "code chambers first_chamber second_chamber from to_inclusive source note".split()
HEADER = "data/tables/national_parliaments.hpp"
LISBON = datetime.date(2009, 12, 1)  # Protocol 2 in the version of the Treaty of Lisbon


def build(context):
    table = context.load("national_parliaments.csv", COLUMNS)
    _check(context, table)
    sources = cpp.Strings()
    rows = ""
    for row in table:
        cells = [context.enumerator(row["code"], row), row["chambers"], cpp.text(row["first_chamber"]), cpp.text(row["second_chamber"]),
                 cpp.validity(row.day("from"), row.day("to_inclusive")), cpp.support(row["source"]),
                 str(sources.place(row["source"])), cpp.text(row["note"])]
        rows += f"    {{{', '.join(cells)}}},\n"
        row.used(HEADER)
    body = f"""struct national_parliament_row {{
  member_state state;
  std::uint8_t chambers;
  std::string_view first_chamber;
  std::string_view second_chamber;
  validity valid;
  support status;
  std::uint8_t source;  ///< place in national_parliament_sources
  std::string_view note;
}};

inline constexpr date first_day_of_subsidiarity_votes = {cpp.day(LISBON)};

{sources.array('national_parliament_sources')}
inline constexpr std::array<national_parliament_row, {len(table)}> national_parliament_rows{{{{
{rows}}}}};
"""
    context.write(HEADER, cpp.header("Which parliament has each member state, and how many chambers has it?", [table.name],
                                     ["codecision/core/citation.hpp", "codecision/core/dated.hpp", "codecision/core/member_state.hpp",
                                      "<array>", "<cstdint>", "<string_view>"], body))


def _check(context, table):
    codes = list(dict.fromkeys(row["code"] for row in table))
    context.check(codes == list(context.members), f"{table.name}: each state that is or was a member has rows, in protocol order")
    for code, member in context.members.items():
        rows = [row for row in table if row["code"] == code]
        no_gaps(rows, "from", "to_inclusive")
        left = member.day("left")
        context.require(rows[0].day("from") == max(LISBON, member.day("joined")), rows[0], "begins with Protocol 2 or the accession")
        context.require(rows[-1].day("to_inclusive") == (left and left - datetime.timedelta(days=1)), rows[-1],
                        "ends with the membership")
    for row in table:
        context.require(row["chambers"] in ("1", "2") and row["first_chamber"] != "", row, "one chamber or two, and the first has a name")
        context.require((row["chambers"] == "2") == (row["second_chamber"] != ""), row, "a second chamber has a name, and only where there is one")
    for day, two in ((datetime.date(2026, 1, 1), 12), (datetime.date(2015, 1, 1), 13)):
        members = context.members_on(day)
        held = [row for row in table if row.day("from") <= day and (row.day("to_inclusive") or day) >= day]
        found = sum(row["chambers"] == "2" for row in held)
        context.check(found == two and len(held) == len(members),
                      f"{table.name}: {found} of {len(held)} parliaments have two chambers on {day}: {2 * len(held)} votes")
