# SPDX-License-Identifier: BSL-1.0
"""Do the tables that mirror the code say what the code says, and is what is generated also compared with something that is not?"""
import csv
import pathlib
import re
import subprocess
import sys

import layers
import links

# What is generated from the code, or from a table for the code; who compares it with its source; and with what made elsewhere it is compared too.
COMPARED = [
    (
        "include/codecision/data/tables/populations.hpp",
        "scripts/generate_tables",
        "the totals that the Council printed, and Eurostat's own file",
        "tests/structure/check_tables.py",
        "docs/data/eurostat_demo_urespop.csv",
    ),
    (
        "include/codecision/data/tables/vote_weights.hpp",
        "scripts/generate_tables",
        "sums and thresholds of the Treaties and Acts of Accession",
        "tests/law/eec_148.cpp",
        "tests/data/weighted_thresholds.cpp",
    ),
    (
        "include/codecision/council/tables/legal_bases.hpp",
        "scripts/generate_tables",
        "single articles as the Treaties read",
        "tests/data/legal_bases.cpp",
    ),
    ("docs/errors.md", "tests/errors/page.cpp", "what each broken input really raises", "tests/errors/triggers_of_votes.cpp"),
    (
        "docs/calculator.md",
        "tests/structure/readme.py",
        "the same counts made a second time from the tables, in Python",
        "examples/check_calculator.py",
    ),
    ("examples/csa_timeline.expected", "cmake/compare_output.py", "the same counts made a second time, in Python", "examples/check_timeline.py"),
    ("docs/dossiers/csa-seeds.md", "tests/dossier/csa_seeds.cpp", "the material that the dossier was made from", "tests/dossier/csa_material.cpp"),
    ("docs/rules/weighted-votes.md", "tests/docs/tables.py", "docs/data/qmv_regimes.csv, typed from the Treaties", "docs/data/qmv_regimes.csv"),
    ("docs/pictures/margins.svg", "scripts/draw_pictures", "the shares that examples/check_timeline.py counts again", "examples/check_timeline.py"),
    ("docs/pictures/procedure.dot", "scripts/draw_pictures", "Article 294, paragraph by paragraph", "tests/law/tfeu_294.cpp"),
    ("docs/pictures/layers.dot", "scripts/draw_pictures", "the include lines of every header", "tests/structure/layers.py"),
    ("docs/man/codecision.1", "scripts/man_page", "the options that the program takes", "tests/package/check_man_page.py"),
    (
        "docs/lessons/1-counting-members.md",
        "tests/structure/snippets.py",
        "numbers of the text, each in a static_assert",
        "tests/structure/lesson_numbers.py",
    ),
    ("docs/power/banzhaf.md", "tests/structure/snippets.py", "published values", "tests/power/known_values.cpp"),
]


def check_compared(root):
    for what, by, *others in COMPARED:
        for name in (what, by, *others[1:]):
            if not (pathlib.Path(root) / name).exists():
                yield f"tests/docs/tables.py: COMPARED names {name}, which is not there; say who compares {what} now"


def rows_of(root, name):
    with open(pathlib.Path(root) / name, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def check_regimes(root, pages):
    """Tables of the weighted regimes: each 'votes of all votes' stands in docs/data/qmv_regimes.csv, and each of those on some page."""
    wanted = [f"{row['qm_votes']} of {row['total_votes']}" for row in rows_of(root, "docs/data/qmv_regimes.csv") if row["qm_votes"]]
    shown = set()
    for p in pages.values():
        for table in p.tables():
            if "regime" in table[0][1][0].lower():
                for line, cells in table[1:]:
                    for said in (cell for cell in cells if re.fullmatch(r"\d+ of \d+", cell)):
                        shown.add(said)
                        if said not in wanted:
                            yield f"{p.name}:{line}: '{said}' votes are those of no regime in docs/data/qmv_regimes.csv"
    for said in wanted:
        if said not in shown:
            yield f"docs/data/qmv_regimes.csv: no table of regimes on a page says '{said}'; write it where the weighted votes are described"


def check_layers(pages):
    """The picture of the layers in CONTRIBUTING.md against the arrows that tests/structure/layers.py enforces."""
    page = pages.get("CONTRIBUTING.md")
    block = next((block for _, _, block in page.blocks if any("<-" in text for _, text in block)), None) if page else None
    if block is None:
        yield "CONTRIBUTING.md:1: there is no picture of the layers (core <- data ...)"
        return
    said = {}
    for line, text in block:
        for chain in re.split(r" {4,}", re.sub(r"\(.*?\)", "", text)):
            parts = [[name for name in re.findall(r"\w+", part)] for part in chain.split("<-")]
            for before, after in zip(parts, parts[1:]):
                for folder in after:
                    said.setdefault(folder, (line, set()))[1].update(before)
    for folder, (line, before) in said.items():
        reached = set(before)
        for name in before:
            reached |= layers.below(name) if name in layers.ARROWS else set()
        wanted = layers.below(folder) - {folder, "detail"} if folder in layers.ARROWS else set()
        reached.discard("detail")
        if reached != wanted:
            yield f"CONTRIBUTING.md:{line}: {folder}/ includes {', '.join(sorted(reached))} here, but {', '.join(sorted(wanted))} in tests/structure/layers.py"
    for folder in sorted(set(layers.ARROWS) - set(said) - {"core", "detail", "io"}):
        yield f"CONTRIBUTING.md:{block[0][0]}: the picture has no {folder}/, which tests/structure/layers.py has"


def check_cmake_options(root, pages):
    """Every option of the build is described on some page."""
    for path in [pathlib.Path(root) / "CMakeLists.txt", *sorted((pathlib.Path(root) / "cmake").glob("*.cmake"))]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.exists() else [], 1):
            match = re.match(r"\s*(?:option|set)\((CODECISION_\w+)\b.*?(?:\bCACHE\b|\bON\b|\bOFF\b|TOP_LEVEL)", line)
            if match and not any(re.search(rf"\b{match[1]}\b", p.text) for p in pages.values()):
                yield f"{path.relative_to(root).as_posix()}:{number}: no page says what {match[1]} does; describe it in docs/integration.md"


def check_calculator(pages, programs):
    """Every option of every command of the calculator stands on its page, or on one that it links."""
    page = pages.get("docs/calculator.md")
    linked = {target[0] for _, link in page.links for target in [links.target_of(page, link)] if target} if page else set()
    text = "\n".join(pages[name].text for name in {"docs/calculator.md", *linked} if name in pages)
    for command in sorted(programs.commands_of_the_calculator()) if page else []:
        for option in sorted(programs.options_of(programs.help_of("codecision", command) or "") - {"--help"}):
            if not re.search(rf"(?<![\w-]){option}(?![\w-])", text):
                yield f"docs/calculator.md:1: codecision {command} has {option}, which neither this page nor one that it links describes"


def check_counts(root, pages):
    """Sentences that say how many rows a table has."""
    page = pages.get("docs/data/legal_bases.md")
    rows = len(rows_of(root, "docs/data/legal_bases.csv"))
    for number, line in enumerate(page.text.splitlines() if page else [], 1):
        for said in re.findall(r"\bhas (\d+) rows\b", line):
            if int(said) != rows:
                yield f"{page.name}:{number}: {said} rows, but legal_bases.csv has {rows}"


def check_messages(root, pages):
    """A message of an error that a page shows is one that a program prints or a test compares; those of docs/errors.md are compared by tests/errors/page.cpp."""
    root = pathlib.Path(root)
    said = "\n".join(
        path.read_text(encoding="utf-8", errors="replace")
        for folder, pattern in (("examples", "*.expected"), ("docs", "errors.md"), ("tests", "**/*.cpp"))
        for path in sorted((root / folder).glob(pattern))
    ).replace('\\"', '"')
    shown = []
    for p in pages.values():
        lines = p.text.splitlines()
        for number, kind, block in p.blocks:
            text = "\n".join(line for _, line in block)
            if "<!-- output" in " ".join(lines[max(0, number - 2) : number - 1]):
                said += "\n" + text  # what a program prints, compared elsewhere
            elif p.name != "docs/errors.md" and kind in ("", "text") and text.startswith("[COD-"):
                shown.append((p.name, block[0][0], re.sub(r"^\[COD-\w+\] ", "", block[0][1])))
    for name, line, words in shown:
        if words not in said:
            yield f"{name}:{line}: no program prints this message and no test compares it; show it as <!-- output --> of a program or of an example"


# Generators that have a --check: what they write must be what is there.
GENERATORS = (("scripts/generate_tables", "--check"), ("scripts/list_headers", "--check"))


def check_generators(root, programs):
    for command in GENERATORS:
        done = subprocess.run(
            [sys.executable, str(pathlib.Path(root) / command[0]), *command[1:]],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        if done.returncode != 0:
            yield f"{' '.join(command)} fails:\n{done.stdout.decode('utf-8', errors='replace').rstrip()}"


def check(root, pages, programs):
    return [
        *check_compared(root),
        *check_regimes(root, pages),
        *check_layers(pages),
        *check_cmake_options(root, pages),
        *check_calculator(pages, programs),
        *check_counts(root, pages),
        *check_messages(root, pages),
        *check_generators(root, programs),
    ]
