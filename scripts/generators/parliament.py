# SPDX-License-Identifier: BSL-1.0
"""ep_seats.csv and ep_seats_2024.csv -> data/tables/parliament_seats.hpp"""

from generators import cpp
from generators.table import no_gaps

HEADER = "data/tables/parliament_seats.hpp"


def build(context):
    seats = context.load("ep_seats.csv", "from to_inclusive seats majority_of_component_members source".split())
    states = context.load("ep_seats_2024.csv", "code seats".split())
    _check(context, seats, states)
    rows = ""
    for row in seats:
        cells = [cpp.validity(row.day("from"), row.day("to_inclusive")), row["seats"], row["majority_of_component_members"],
                 cpp.support(row["source"]), cpp.text(row["source"])]
        rows += f"    {{{', '.join(cells)}}},\n"
    by_code = {row["code"]: row["seats"] for row in states}
    per_state = "".join(f"    {by_code.get(code, '0')},  // {code}\n" for code in context.members)
    body = f"""struct parliament_row {{
  validity valid;
  int seats;
  int majority_of_component_members;
  support status;
  std::string_view source;
}};

inline constexpr std::array<parliament_row, {len(seats)}> parliament_rows{{{{
{rows}}}}};

// The term 2024-2029, in protocol order; 0: not a member.
inline constexpr std::array<std::uint8_t, {len(context.members)}> seats_of_states{{
{per_state}}};
"""
    context.write(HEADER, cpp.header("How many seats has the European Parliament, and how many of them each member state?",
                                     [seats.name, states.name], ["codecision/core/citation.hpp", "codecision/core/dated.hpp",
                                                                 "<array>", "<cstdint>", "<string_view>"], body))
    for row in [*seats, *states]:
        row.used(HEADER)


def _check(context, seats, states):
    no_gaps(seats.rows, "from", "to_inclusive")
    for row in seats:
        context.require(row.number("majority_of_component_members") == row.number("seats") // 2 + 1, row,
                        "the majority is not half the seats and one")
    newest = seats.rows[-1]
    context.check(newest["to_inclusive"] == "",
                  f"{seats.name}: no gap from {seats.rows[0]['from']} on, each majority is half the seats and one")
    total = sum(row.number("seats") for row in states)
    context.check(total == newest.number("seats"),
                  f"{states.name}: seats add up to {total}, as the row from {newest['from']} on in {seats.name} says")
    context.check([row["code"] for row in states] == context.members_on(newest.day("from")),
                  f"{states.name}: one row a member, in protocol order")
    for row in states:
        context.require(6 <= row.number("seats") <= 96, row, "TEU 14(2): six to ninety-six seats for each state")
