# SPDX-License-Identifier: BSL-1.0
"""Are the numbers on the pages that can be counted in the repository those that are there?"""
import json
import pathlib
import re
import subprocess
import sys

import tree


def worked_cases(root):
    return sum(len(json.loads(path.read_text(encoding="utf-8"))) for path in sorted((root / "tests/vectors").glob("*.json")))


# Where a page says how many there are: the page, the sentence, and who counts.
SENTENCES = (
    ("docs/data/legal_bases.md", r"\bhas (\d+) rows\b", "rows of docs/data/legal_bases.csv", lambda root: len(tree.rows_of(root / "docs/data/legal_bases.csv"))),
    ("docs/trust.md", r"\b(\d+) worked cases\b", "cases in tests/vectors", worked_cases),
    ("docs/trust.md", r"\b(\d+) broken files\b", "files in tests/io/bad_input", lambda root: len(list((root / "tests/io/bad_input").glob("*.json")))),
)


def check_sentences(root, pages):
    for name, pattern, what, count in SENTENCES:
        if name not in pages:
            continue
        found = [(number, int(said)) for number, line in enumerate(pages[name].text.splitlines(), 1) for said in re.findall(pattern, line)]
        there = count(pathlib.Path(root))
        for number, said in found:
            if said != there:
                yield f"{name}:{number}: it says {said}, but there are {there} {what}"
        if not found:
            yield f"{name}:1: no sentence says how many {what} there are; write it, or take it out of SENTENCES in tests/docs/counts.py"


def share(reached, whole):
    """As scripts/coverage has it: tenths of a percent, rounded down."""
    tenths = reached * 1000 // whole if whole else 0
    return f"{tenths // 10}.{tenths % 10} %"


def check_coverage(pages):
    """The table of scripts/coverage: its shares are those of its numbers, and its last row is the sum of the others."""
    page = pages.get("docs/trust.md")
    for table in page.tables() if page else []:
        if table[0][1][:2] != ["folder", "headers with code"]:
            continue
        sums = [0] * 5
        for line, cells in table[1:]:
            numbers = [int(cells[i]) for i in (1, 2, 3, 5, 6)]
            if cells[0] == "all" and numbers != sums:
                yield f"{page.name}:{line}: the rows add up to {', '.join(map(str, sums))}, and not to {', '.join(map(str, numbers))}"
            if (cells[4], cells[7]) != (share(*numbers[1:3]), share(*numbers[3:])):
                yield f"{page.name}:{line}: the shares are {share(*numbers[1:3])} and {share(*numbers[3:])}, and not {cells[4]} and {cells[7]}"
            sums = [a + b for a, b in zip(sums, numbers)]
        return
    if page:
        yield f"{page.name}:1: there is no table of scripts/coverage"


def check_including(root, pages):
    """The table of what including costs: each header of the command above it, with the lines that docs/include_cost.csv has."""
    page = pages.get("docs/performance.md")
    if page is None:
        return
    lines = {row["header"]: int(row["lines"]) for row in tree.rows_of(pathlib.Path(root) / "docs/include_cost.csv")}
    command = next((text for _, text in page.code if text.startswith("scripts/include_cost --runs")), "")
    asked = [word.strip("'<>") for word in command.split() if ".hpp" in word]
    shown = []
    for table in page.tables():
        for line, cells in table[1:] if table[0][1][:2] == ["header", "preprocessed lines"] else []:
            match = re.fullmatch(r"`<(.*)>`", cells[0])
            if not match:
                continue
            shown.append(match[1])
            if match[1] in lines and int(cells[1].replace(" ", "")) != lines[match[1]]:
                yield f"{page.name}:{line}: {match[1]} has {lines[match[1]]} lines in docs/include_cost.csv; scripts/include_cost --lines --write writes both"
            elif match[1] not in lines and match[1].startswith("codecision/"):
                yield f"{page.name}:{line}: docs/include_cost.csv has no {match[1]}"
    if shown != asked or not shown:
        yield f"{page.name}:1: the table of headers has not the rows of the command above it: {', '.join(sorted(set(shown) ^ set(asked))) or 'another order'}"


def check_dialects(root, pages):
    """The table of compilers and dialects: the rows that scripts/dialects knows."""
    page = pages.get("docs/compilers.md")
    if page is None:
        return
    done = subprocess.run(
        [sys.executable, str(pathlib.Path(root) / "scripts/dialects"), "--list"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False
    )
    known = done.stdout.decode("utf-8", errors="replace").split()
    shown = [cells[0] for table in page.tables() if table[0][1][:2] == ["name", "compiler and standard library"] for _, cells in table[1:]]
    if done.returncode or shown != known:
        yield f"{page.name}:1: its table has {', '.join(shown) or 'no row'}; scripts/dialects --list says {', '.join(known)}"


def check(root, pages):
    return [*check_sentences(root, pages), *check_coverage(pages), *check_including(root, pages), *check_dialects(root, pages)]
