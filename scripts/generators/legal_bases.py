# SPDX-License-Identifier: BSL-1.0
"""legal_bases.csv -> council/tables/legal_bases.hpp"""

from generators import cpp

HEADER = "council/tables/legal_bases.hpp"
COLUMNS = ("basis subject procedure council_rule when_not_on_proposal fixed_point who_votes from to_inclusive status "
           "source note").split()

# The values a column may have; the first four lists are also the names of enumerators.
PROCEDURES = "ordinary council_alone consultation consent european_council none".split()
RULES = "qualified_majority unanimity simple_majority constructive_abstention four_fifths_of_members".split()
VOTERS = ("all area_of_freedom_security_justice schengen_building visa_list euro_area euro_area_without_member_concerned "
          "without_member_concerned without_withdrawing_member enhanced_cooperation permanent_structured_cooperation defence").split()
SUPPORT = "confirmed derived interpretation from_memory".split()
FIXED = {"": "none", "238(3)(a)": "tfeu_238_3_a", "238(3)(b)": "tfeu_238_3_b"}
ALLOWED = {"procedure": PROCEDURES, "council_rule": RULES, "who_votes": VOTERS, "status": SUPPORT, "fixed_point": list(FIXED),
           "when_not_on_proposal": ["reinforced", "same"]}


def build(context):
    if not (context.root / "docs/data/legal_bases.csv").is_file():
        return
    table = context.load("legal_bases.csv", COLUMNS)
    seen = {}
    rows, spans = "", []
    for row in table:
        _check(context, row, seen)
        span = (row.day("from"), row.day("to_inclusive"))
        if span not in spans:
            spans.append(span)
        cells = [cpp.text(row["basis"]), cpp.text(row["subject"]), f"council_procedure::{row['procedure']}",
                 f"basis_rule::{row['council_rule']}", cpp.boolean(row["when_not_on_proposal"] == "reinforced"),
                 f"fixed_definition::{FIXED[row['fixed_point']]}", f"participation::{row['who_votes']}",
                 f"legal_basis_days[{spans.index(span)}]", f"support::{row['status']}"]
        rows += f"    {{{', '.join(cells)},\n     {cpp.text(row['source'])},\n     {cpp.text(row['note'])}}},\n"
        row.used(HEADER)
    context.check(True, f"{table.name}: no basis holds twice on a day; "
                        "only a qualified majority without a fixed definition depends on the proposer")
    days = "".join(f"    {cpp.validity(*span)},\n" for span in spans)
    body = f"""inline constexpr validity legal_basis_days[] = {{
{days}}};

inline constexpr std::array<legal_basis_record, {len(table)}> legal_basis_rows{{{{
{rows}}}}};
"""
    context.write(HEADER, cpp.header("Which legal bases are known, with which procedure, majority and voters?", [table.name],
                                     ["codecision/council/legal_basis_record.hpp", "<array>"], body))


def _check(context, row, seen):
    for column, values in ALLOWED.items():
        context.require(row[column] in values, row,
                        f"{column}: '{row[column]}' is none of {', '.join(v or '(empty)' for v in values)}")
    context.require(row["basis"] and row["subject"] and row["source"], row, "basis, subject and source must not be empty")
    start, end = row.day("from"), row.day("to_inclusive")
    context.require(start is not None and (end is None or start <= end), row, "the days from and to_inclusive are not a time")
    for other_start, other_end in seen.setdefault(row["basis"], []):
        apart = (other_end is not None and other_end < start) or (end is not None and end < other_start)
        context.require(apart, row, f"{row['basis']} holds twice on some days")
    seen[row["basis"]].append((start, end))
    depends = row["council_rule"] == "qualified_majority" and not row["fixed_point"]
    context.require((row["when_not_on_proposal"] == "reinforced") == depends, row,
                    "when_not_on_proposal is 'reinforced' for a qualified majority without a fixed point, else 'same'")
