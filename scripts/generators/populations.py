# SPDX-License-Identifier: BSL-1.0
"""population_tables.csv and populations.csv -> data/tables/populations.hpp, checked against eurostat_demo_urespop.csv"""

import fractions
import re

from generators import cpp

HEADER = "data/tables/populations.hpp"
TABLE_COLUMNS = ("year decision oj_reference valid_from valid_to members unit printed_total printed_65pct printed_62pct grade "
                 "resolution_points checks note").split()
UNITS = {"persons": "unit::persons", "hundredths of a percent": "unit::hundredths_of_a_percent"}
EURO_AREA_19 = "2015-01-01"  # the euro area from the day Lithuania joined it until 2022
EUROSTAT_AGGREGATES = ("EA19", "EU27_2020")


def build(context):
    tables = context.load("population_tables.csv", TABLE_COLUMNS)
    rows = context.load("populations.csv", "year code population percent_printed grade source_id".split())
    eurostat = context.load("eurostat_demo_urespop.csv",
                            "reference_1_january year_of_use geo usually_resident_population source_id".split())
    figures = _by_year(context, tables, rows)
    for table in tables:
        _check_table(context, table, figures[table["year"]])
    _check_eurostat(context, eurostat, {table["year"]: table for table in tables}, figures)
    body, sources = "", cpp.Strings()
    for table in tables:
        body += _figures(context, table, figures[table["year"]], sources)
    entries = "".join(_entry(table, figures[table["year"]]) for table in tables)
    body = f"""{sources.array('population_sources')}
{body}inline constexpr std::array<population_table, {len(tables)}> population_table_rows{{{{
{entries}}}}};
"""
    context.write(HEADER, cpp.header("How many people had each member in each year, for votes in the Council?",
                                     [tables.name, rows.name],
                                     ["codecision/data/population_table.hpp", "<array>", "<string_view>"], body))


def is_persons(table):
    return table["unit"] == "persons"


def number_of(table, row):
    """The figure of a row, in the unit of its table."""
    return row.number("population") if is_persons(table) else hundredths(row)


def hundredths(row):
    if not re.fullmatch(r"\d{1,2}\.\d\d", row["percent_printed"]):
        raise row.error(f"percent_printed: '{row['percent_printed']}' is not a percentage with two decimals")
    return int(row["percent_printed"].replace(".", ""))


def _by_year(context, tables, rows):
    figures = {table["year"]: {} for table in tables}
    for row in rows:
        context.enumerator(row["code"], row)
        context.require(row["year"] in figures, row, f"no row of {tables.name} is about {row['year']}")
        context.require(row["code"] not in figures[row["year"]], row, f"a second figure for {row['code']} in {row['year']}")
        figures[row["year"]][row["code"]] = row
    for table in tables:
        context.require(table.day("valid_from") <= table.day("valid_to"), table, "ends before it begins")
    for before, after in zip(tables, tables.rows[1:]):
        context.require(before.day("valid_to") < after.day("valid_from"), after, "overlaps with the table before it")
    return figures


def _check_table(context, table, figures):
    name, year = table.table.name, table["year"]
    context.require(table["unit"] in UNITS, table, f"unknown unit '{table['unit']}'")
    context.check(list(figures) == context.members_on(table.day("valid_to")) and len(figures) == table.number("members"),
                  f"{name}: {year} has the {table['members']} members of {table['valid_to']}, in protocol order", table)
    total = sum(number_of(table, row) for row in figures.values())
    if is_persons(table):
        _check_persons(context, table, figures, total)
    else:
        context.check(total == 10001, f"{name}: {year} in hundredths of a percent adds up to {total}", table)
    _check_percentages(context, table, figures, table.number("printed_total") or total)


def _check_persons(context, table, figures, total):
    name, year = table.table.name, table["year"]
    if table["printed_total"]:
        context.check(total == table.number("printed_total"), f"{name}: {year} adds up to the printed total {total}", table)
    # The 62 % line was printed in thousands with one decimal; for 2013 one line with and one without Croatia.
    for printed, members in re.findall(r"(\d+)(?: \((\d+)\))?", table["printed_62pct"]):
        whole = total
        if members and int(members) != len(figures):
            before = context.members_on(table.day("valid_from"))
            context.require(len(before) == int(members), table, f"no {members} members on {table['valid_from']}")
            whole = sum(figures[code].number("population") for code in before)
        gap = abs(fractions.Fraction(62 * whole, 100) - int(printed))
        context.check(gap <= 150,
                      f"{name}: {year} printed 62 % line {printed} agrees with the sum to {float(gap):.0f} persons", table)
    approximate = re.match(r"(\d+\.\d) million", table["printed_65pct"])
    if approximate:
        share = fractions.Fraction(65 * total, 100)
        context.check(abs(share - fractions.Fraction(approximate.group(1)) * 10**6) <= 50000,
                      f"{name}: {year} 65 % of the sum is {float(share):.0f}, printed as {approximate.group(1)} million", table)


def _check_percentages(context, table, figures, whole):
    """Where a percentage and a number of persons are both given: do they agree, up to the resolution of the table?"""
    name, year = table.table.name, table["year"]
    tolerance = fractions.Fraction(1, 200) + (resolution(table) if is_persons(table) else 0)
    both = [row for row in figures.values() if row["population"] and row["percent_printed"]]
    exact = []
    for row in both:
        gap = abs(fractions.Fraction(100 * row.number("population"), whole) - fractions.Fraction(row["percent_printed"]))
        context.require(gap <= tolerance, row, f"{row['population']} of {whole} is not {row['percent_printed']} %")
        exact += [row] if gap <= fractions.Fraction(1, 200) else []
    if both:
        rest = [row["code"] for row in both if row not in exact]
        within = f", {' '.join(rest)} within the resolution" if rest else ""
        context.check(True, f"{name}: {year} {len(exact)} of {len(both)} printed percentages agree{within}")
    share = table["printed_65pct"]
    if table["printed_total"] and share.isdecimal():
        context.check(int(share) == -(-65 * whole // 100),
                      f"{name}: {year} printed 65 % threshold {share} is 65 % of {whole}, rounded up", table)
    printed = [hundredths(row) for row in figures.values() if row["percent_printed"]]
    if len(printed) == len(figures):
        context.check(True, f"{name}: {year} printed percentages add up to {sum(printed) / 100:.2f}")


def resolution(table):
    """In percentage points, as a fraction."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)( per member)?", table["resolution_points"])
    if not match:
        raise table.error(f"resolution_points: '{table['resolution_points']}' is not a number of points")
    return fractions.Fraction(match.group(1))


def _check_eurostat(context, eurostat, tables, figures):
    """Each row is compared with the figure of the same year and state; differences are listed in the report, not hidden."""
    equal, differences = 0, []
    for row in eurostat:
        year, geo = row["year_of_use"], row["geo"]
        context.require(int(year) == row.number("reference_1_january") + 1, row,
                        "the year of use is not the year after the reference day")
        if geo not in EUROSTAT_AGGREGATES:
            context.enumerator(geo, row)
        if year not in tables:
            row.left_out(f"no table of {year} is shipped, so there is nothing to compare it with")
            continue
        ours = _comparable(context, tables[year], figures[year], geo)
        if ours is None:
            row.left_out(f"the table of {year} has percentages only, and no number of persons to compare it with")
            continue
        same = ours == row.number("usually_resident_population")
        equal += same
        if not same:
            differences.append(f"{geo} {year}: {ours} here, {row['usually_resident_population']} at Eurostat")
        row.checked("compared with the figures of the same year and state" if geo not in EUROSTAT_AGGREGATES
                    else "compared with the sum of the figures of the same year")
    context.checks.append(f"{eurostat.name}: {equal} of {equal + len(differences)} comparisons are equal")
    context.checks.extend(f"{eurostat.name}: differs: {text}" for text in differences)


def _comparable(context, table, figures, geo):
    """Our number of persons for a state or an aggregate of Eurostat; None when we have none."""
    if geo not in EUROSTAT_AGGREGATES:
        return figures[geo].number("population") if geo in figures else None
    if geo == "EA19":
        codes = [c for c, row in context.members.items() if row["euro_from"] and row["euro_from"] <= EURO_AREA_19]
    else:
        codes = [c for c, row in context.members.items() if not row["left"]]
    numbers = [figures[code].number("population") for code in codes if code in figures]
    return sum(numbers) if len(numbers) == len(codes) and None not in numbers else None


def _figures(context, table, figures, sources):
    year = table["year"]
    entries = ""
    for code in context.members:
        row = figures.get(code)
        if row is None:
            entries += f"    {{}},  // {code}\n"
            continue
        # A table of percentages ships what was printed; the persons that are known for some members were only a check.
        grade = row["grade"] if is_persons(table) else "percent"
        entries += f"    {{{number_of(table, row)}, grade::{grade}, {sources.place(row['source_id'])}}},  // {code}\n"
        if is_persons(table) or not row["population"]:
            row.used(f"{HEADER}, figures of {year}")
        else:
            row.used(f"{HEADER}, figures of {year}: the printed percentage; its number of persons was a check on it")
    return f"inline constexpr tabled_figure figures_of_{year}[ever_members] = {{\n{entries}}};\n\n"


def _reference(table, figures):
    """Where the decision was published; when that was not found, where the figures were read instead."""
    if table["oj_reference"] != "not found":
        return table["oj_reference"]
    return "figures from " + ", ".join(sorted({r["source_id"] for r in figures.values() if r["grade"] == table["grade"]}))


def _entry(table, figures):
    whole_number = lambda column: table[column] if table[column].isdecimal() else "0"
    thousandths = resolution(table) * 1000
    if thousandths.denominator != 1:
        raise table.error("resolution_points: not a whole number of thousandths of a point")
    cells = [table["year"], cpp.text(table["decision"]), cpp.text(_reference(table, figures)),
             cpp.validity(table.day("valid_from"), table.day("valid_to")), UNITS[table["unit"]], f"grade::{table['grade']}",
             str(thousandths), whole_number("printed_total"), whole_number("printed_65pct"), cpp.text(table["checks"]),
             cpp.text(table["note"])]
    table.used(f"{HEADER}; printed 62 % lines and rounded 65 % figures were checks")
    return f"    {{{', '.join(cells)},\n     figures_of_{table['year']}}},\n"
