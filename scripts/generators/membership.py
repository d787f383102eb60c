# SPDX-License-Identifier: BSL-1.0
"""members.csv -> data/tables/membership.hpp"""

from generators import cpp

COLUMNS = "code iso name joined left euro_from schengen_from source".split()
HEADER = "data/tables/membership.hpp"


def build(context):
    table = context.load("members.csv", COLUMNS)
    _check(context, table)
    sources = cpp.Strings()
    rows = []
    for row in table:
        days = [cpp.day(row.day(column)) for column in ("joined", "left", "euro_from", "schengen_from")]
        rows.append(f"    {{{', '.join(days)}, {cpp.text(_summary(row))}, {cpp.support(row['source'])}, "
                    f"{sources.place(row['source'])}}},  // {row['code']}\n")
        row.used(HEADER)
    body = f"""struct membership_row {{
  date joined;
  date left;  ///< the first day not a member
  date euro_from;
  date schengen_from;
  std::string_view summary;
  support status;
  std::uint8_t source;  ///< place in membership_sources
}};

inline constexpr date first_day_of_membership = {cpp.day(min(row.day('joined') for row in table))};

{sources.array('membership_sources')}
// In protocol order: the place of a row is the place of its member_state.
inline constexpr std::array<membership_row, {len(table)}> membership_rows{{{{
{''.join(rows)}}}}};
"""
    context.write(HEADER, cpp.header("Who joined, who left, who uses the euro, who lifted border checks, and when?",
                                     [table.name], ["codecision/core/citation.hpp", "codecision/core/date.hpp", "<array>",
                                                    "<cstdint>", "<string_view>"], body))


def _summary(row):
    if row["left"]:
        return f"member from {row['joined']}, no longer from {row['left']} on"
    return f"member from {row['joined']}"


def _check(context, table):
    ever = [(code, iso, name) for _, code, iso, name in context.states][:len(table)]
    context.check([(r["code"], r["iso"], r["name"]) for r in table] == ever,
                  f"{table.name}: codes, ISO codes, names and their order are those of core/member_state.hpp")
    for row in table:
        joined, left = row.day("joined"), row.day("left")
        context.require(joined is not None, row, "a member must have joined on a day")
        context.require(left is None or joined < left, row, "left before it joined")
        for column in ("euro_from", "schengen_from"):
            day = row.day(column)
            context.require(day is None or (joined <= day and (left is None or day < left)), row,
                            f"{column} is not within the membership")
        context.members[row["code"]] = row
