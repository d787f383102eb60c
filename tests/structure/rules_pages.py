# SPDX-License-Identifier: BSL-1.0
"""Do the pages of the rules say what the law, the tables and the worked cases say?

rules_pages.py ROOT

What a page prints is compared by the tests of the snippets. Here its prose and tables are compared with what is not
code: every rule has a page; words quoted from the law stand in the citation of a header; a vote that a table shows has
the persons of docs/data/populations.csv or of the worked cases; the members needed are those of the worked cases; the
weighted votes and the legal bases are those of the CSV files; the tests and cases that a page names exist.
"""
import csv
import json
import pathlib
import re
import sys

import tree

QUOTE = re.compile(r'"([^"]+)"')
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
GROUP = re.compile(r"\b(?:[A-Z]{2} )*[A-Z]{2}\b")
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.])")


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []


def number_of(text):
    found = re.fullmatch(r"\d+", text)
    return int(found[0]) if found else None


def pages_of(root):
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((root / "docs/rules").glob("*.md"))}


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rules_without_a_page(root, pages):
    """Every function of rules:: that makes a rule is named in the overview, with a link to its page."""
    for header in sorted((root / "include/codecision/rules").glob("*.hpp")):
        text = header.read_text(encoding="utf-8")
        text = re.sub(r"namespace detail \{.*?\}  // namespace detail", "", text, flags=re.S)
        for name in re.findall(r"^\[\[nodiscard\]\] constexpr rule (\w+)\(", text, re.M):
            if not re.search(rf"\[`rules::{name}\([^`]*\)`\]\([\w./-]+\.md\)", pages.get("README.md", "")):
                yield f"docs/rules/README.md: rules::{name} has no row with a link to its page"


def quoted(page):
    """The words in quotation marks of the block quotes of a page."""
    block = ""
    for line in page.splitlines() + [""]:
        if line.startswith(">"):
            block += " " + line[1:].strip()
        elif block:
            yield from QUOTE.findall(block)
            block = ""


def invented_quotations(root, pages):
    known = set()
    for header in sorted((root / "include/codecision/rules").glob("*.hpp")):
        known.update(LITERAL.findall(header.read_text(encoding="utf-8")))
    for name, text in pages.items():
        for words in quoted(text):
            if re.sub(r"\s+", " ", words) not in known:
                yield f'docs/rules/{name}: no header of the rules quotes "{words}"'


def known_figures(root):
    """The whole numbers that the worked cases expect."""
    cases = json.loads((root / "tests/vectors/qualified_majority.json").read_text(encoding="utf-8"))
    return {value for case in cases for value in case["expect"].values() if isinstance(value, int)}


def populations(root):
    years = {}
    for row in rows_of(root / "docs/data/populations.csv"):
        if row["population"].isdigit():
            years.setdefault(row["year"], {})[row["code"]] = int(row["population"])
    return years


def sums(years, codes):
    """The persons of these members, of all others and of all, in every year that has them; and three times that."""
    for people in years.values():
        if all(code in people for code in codes):
            part, whole = sum(people[code] for code in codes), sum(people.values())
            for persons in (part, whole - part, whole):
                yield from (persons, 3 * persons)


def unknown_persons(root, pages):
    """In a row of a table that names members, a number from a million on is of their persons, or of a worked case."""
    years, cases = populations(root), known_figures(root)
    for name, text in pages.items():
        for at, line in enumerate(text.splitlines(), 1):
            groups = [group.split() for group in GROUP.findall(line)] if line.startswith("|") else []
            groups = [group for group in groups if all(code in years["2014"] for code in group)]
            theirs = cases.union(*(sums(years, group) for group in groups))
            for n in (int(n.replace(" ", "")) for n in NUMBER.findall(line)):
                if groups and n >= 1_000_000 and n not in theirs:
                    yield f"docs/rules/{name}:{at}: {n} is no number of the members of this row, nor of a worked case"


ROWS = {"55 % (238(3)(a))": "qm55", "the same in TEU 16(4)": "qm_16_4_all_members", "72 %": "qm72",
        "simple majority": "simple", "four fifths": "four_fifths", "a quarter": "quarter", "a third": "third"}


def wrong_members(root, pages):
    """The table of the overview is that of the worked cases; TEU 16(4) is there for councils of 26 and more."""
    worked = json.loads((root / "tests/vectors/members_needed.json").read_text(encoding="utf-8"))
    cases = {case["n"]: case for case in worked}
    lines = [cells(line) for line in pages.get("README.md", "").splitlines()]
    heads = [row for row in lines if row and row[0] == "members who vote"]
    if len(heads) != 1:
        yield "docs/rules/README.md: the table 'members who vote' is missing"
        return
    sizes = [int(cell) for cell in heads[0][1:]]
    compared = 0
    for row in lines:
        for n, needed in zip(sizes, row[1:]) if row and row[0] in ROWS and len(row) == len(heads[0]) else ():
            wanted = cases[n][ROWS[row[0]]]
            compared += 1
            if wanted is not None and number_of(needed) != wanted:
                yield f"docs/rules/README.md: {row[0]} of {n} is {needed}, and {wanted} in members_needed.json"
    if compared != len(ROWS) * len(sizes):
        yield f"docs/rules/README.md: {compared} numbers of members compared, {len(ROWS) * len(sizes)} wanted"


REGIMES = {"six": "EEC6", "nine": "EC9", "ten": "EC10", "twelve": "EC12", "fifteen": "EU15",
           "twenty_five_transition": "EU25t", "twenty_five_nice": "EU25n", "twenty_seven_nice": "EU27n",
           "twenty_eight_nice": "EU28n"}


def wrong_regimes(root, pages):
    """Votes, blocking votes and members of the nine systems are those of qmv_regimes.csv."""
    known = {row["regime"]: row for row in rows_of(root / "docs/data/qmv_regimes.csv")}
    seen = set()
    for name in ("weighted-votes.md", "nice-votes.md"):
        for row in map(cells, pages.get(name, "").splitlines()):
            regime = REGIMES.get(row[0].strip("`")) if row else None
            if regime is None:
                continue
            seen.add(regime)
            r = known[regime]
            wanted = [f"{r['qm_votes']} of {r['total_votes']}", r["blocking_votes"],
                      f"{r['min_members_on_commission_proposal'] or '-'}, {r['min_members_otherwise']}"]
            if row[2:4] != wanted[:2] or not row[4].startswith(wanted[2]):
                yield f"docs/rules/{name}: {row[0]} is not as in docs/data/qmv_regimes.csv: {' | '.join(wanted)}"
    for missing in sorted(set(REGIMES.values()) - seen):
        yield f"docs/rules: no page has the row of {missing}"


def wrong_bases(root, pages):
    """The rows of the catalogue's page are those of legal_bases.csv."""
    known = {row["basis"]: row for row in rows_of(root / "docs/data/legal_bases.csv")}
    seen = 0
    for row in map(cells, pages.get("catalogue.md", "").splitlines()):
        if len(row) == 4 and row[0] in known:
            seen += 1
            r = known[row[0]]
            if row[1:] != [r["subject"], r["council_rule"], r["who_votes"]]:
                yield f"docs/rules/catalogue.md: {row[0]} is not as in docs/data/legal_bases.csv"
    total = re.search(r"legal_bases\(\)\.size\(\) == (\d+)", pages.get("catalogue.md", ""))
    if seen < 5 or not total or int(total[1]) != sum(1 for _ in rows_of(root / "docs/data/legal_bases.csv")):
        yield "docs/rules/catalogue.md: its rows or their number are not those of docs/data/legal_bases.csv"


def missing_files(root, pages):
    for name, text in pages.items():
        for path in re.findall(r"\b(tests/[\w./]+\.(?:cpp|json|md))", text):
            if not (root / path).is_file():
                yield f"docs/rules/{name}: {path} does not exist"


def missing_cases(root, pages):
    """A case named on a page, such as "case Q7" or "cases B25 to B28", is one of tests/vectors/."""
    ids = set()
    for path in (root / "tests/vectors").glob("*.json"):
        ids.update(str(case.get("id")) for case in json.loads(path.read_text(encoding="utf-8")))
    for name, text in pages.items():
        for words in re.findall(r"\b[Cc]ases? ((?:[A-Z]\d+(?:, | to | and )?)+)", text.replace("\n", " ")):
            for case in re.findall(r"[A-Z]\d+", words):
                if case not in ids:
                    yield f"docs/rules/{name}: there is no case {case} in tests/vectors/"


def check(root, pages=None):
    root = pathlib.Path(root)
    pages = pages_of(root) if pages is None else pages
    findings = []
    for find in (rules_without_a_page, invented_quotations, unknown_persons, wrong_members, wrong_regimes, wrong_bases,
                 missing_files, missing_cases):
        findings += find(root, pages)
    return findings


if __name__ == "__main__":
    sys.exit(tree.report(check(sys.argv[1])))
