# SPDX-License-Identifier: BSL-1.0
"""Do the tables that mirror the code say what the code says, and is what is generated also compared with something that is not?"""
import pathlib
import re
import subprocess
import sys

import layers
import links
import names
import tree

# What is generated from the code, or from a table for the code; who compares it with its source; and with what made elsewhere it is compared too, by
# which check. That check must be run, and must name the generated thing or a table that it is made from. Where it does so in other words, these come
# last; they must stand in the generated thing, or in what compares it with its source.
COMPARED = [
    (
        "include/codecision/data/tables/populations.hpp",
        "scripts/generate_tables",
        "the totals that the Council printed, and Eurostat's own file",
        "tests/structure/check_tables.py",
    ),
    (
        "include/codecision/data/tables/vote_weights.hpp",
        "scripts/generate_tables",
        "sums and thresholds of the Treaties and Acts of Accession",
        "tests/data/vote_weights.cpp",
    ),
    (
        "include/codecision/rules/tables/weighted_thresholds.hpp",
        "scripts/generate_tables",
        "votes and members as the Treaties and Acts of Accession ask for them",
        "tests/data/weighted_thresholds.cpp",
    ),
    (
        "include/codecision/data/tables/membership.hpp",
        "scripts/generate_tables",
        "days and numbers of members of each accession, typed in the test",
        "tests/data/membership.cpp",
    ),
    (
        "include/codecision/data/tables/national_parliaments.hpp",
        "scripts/generate_tables",
        "the parliaments with two chambers, and the sum of the votes that Protocol 2 gives",
        "tests/data/national_parliaments.cpp",
    ),
    (
        "include/codecision/data/tables/parliament_seats.hpp",
        "scripts/generate_tables",
        "seats and majorities, typed in the test",
        "tests/data/parliament_seats.cpp",
    ),
    (
        "include/codecision/data/tables/presidencies.hpp",
        "scripts/generate_tables",
        "half-years and trios, typed in the test",
        "tests/data/presidencies.cpp",
    ),
    (
        "include/codecision/data/tables/holidays.hpp",
        "scripts/generate_tables",
        "the published list, day by day, by another reader",
        "tests/procedure/periods_by_brute_force.cpp",
    ),
    (
        "include/codecision/council/tables/legal_bases.hpp",
        "scripts/generate_tables",
        "single articles as the Treaties read",
        "tests/data/legal_bases.cpp",
    ),
    (
        "include/codecision/dossier/tables/csa_regulation.hpp",
        "scripts/generate_tables",
        "the material that the dossier was made from, by another reader",
        "tests/dossier/csa_material.cpp",
    ),
    (
        "include/codecision/dossier/tables/interim_derogation.hpp",
        "scripts/generate_tables",
        "the timeline that the dossier was made from, by another reader",
        "tests/dossier/interim_derogation.cpp",
    ),
    ("docs/dossiers/csa-mapping.md", "scripts/generate_tables", "the same material, by another reader", "tests/dossier/csa_material.cpp", "timeline"),
    ("docs/dossiers/csa-seeds.md", "scripts/generate_tables", "the statements of the two documents, one by one", "tests/dossier/csa_seeds.cpp"),
    ("docs/errors.md", "tests/errors/page.cpp", "what each broken input really raises", "tests/errors/triggers_of_votes.cpp", "unknown_member"),
    (
        "docs/calculator.md",
        "tests/structure/readme.py",
        "the same counts made a second time from the tables, in Python",
        "examples/check_calculator.py",
    ),
    ("examples/csa_timeline.expected", "cmake/compare_output.py", "the same counts made a second time, in Python", "examples/check_timeline.py"),
    (
        "docs/rules/weighted-votes.md",
        "tests/docs/tables.py",
        "votes and majorities as the Treaties and Acts of Accession fixed them",
        "tests/law/eec_148.cpp",
        "weighted",
    ),
    (
        "docs/pictures/margins.svg",
        "scripts/draw_pictures",
        "the shares that examples/check_timeline.py counts again",
        "examples/check_timeline.py",
        "csa_timeline",
    ),
    ("docs/pictures/procedure.dot", "scripts/draw_pictures", "Article 294, paragraph by paragraph", "tests/law/tfeu_294.cpp"),
    ("docs/pictures/dossier.dot", "scripts/draw_pictures", "the material that the dossier was made from", "tests/dossier/csa_material.cpp", "dossier"),
    ("docs/pictures/layers.dot", "scripts/draw_pictures", "the include lines of every header", "tests/structure/layers.py"),
    ("docs/nouns.svg", "scripts/draw_pictures", "the page beside it, and the names that the headers declare", "tests/docs/tables.py"),
    ("docs/man/codecision.1", "scripts/man_page", "the options that the program takes", "tests/package/check_man_page.py"),
    (
        "docs/lessons/1-counting-members.md",
        "tests/structure/snippets.py",
        "numbers of the text, each in a static_assert",
        "tests/structure/lesson_numbers.py",
        "lessons",
    ),
    ("docs/power/banzhaf.md", "tests/structure/snippets.py", "published values", "tests/power/known_values.cpp"),
]
# What is compared with its source and with nothing else: it was measured, or it is drawn or counted from what stands beside it.
COMPARED_ONCE = [
    ("cmake/headers.cmake", "scripts/list_headers", "the headers that are there"),
    ("docs/pictures/layers.svg", "scripts/draw_pictures", "words, arrows and colours of docs/pictures/layers.dot"),
    ("docs/pictures/procedure.svg", "scripts/draw_pictures", "words, arrows and colours of docs/pictures/procedure.dot"),
    ("docs/pictures/dossier.svg", "scripts/draw_pictures", "words, arrows and colours of docs/pictures/dossier.dot"),
    ("docs/power/growth.svg", "scripts/measure_power", "the measured figures on docs/power/measurements.md"),
    ("docs/integration.md", "tests/consumer/check.py", "projects, options and needs as the build has them"),
    ("docs/include_cost.csv", "scripts/include_cost", "the lines, counted anew; seconds were measured"),
    ("docs/performance.md", "tests/docs/counts.py", "the lines of docs/include_cost.csv; seconds were measured"),
    ("docs/trust.md", "tests/docs/counts.py", "the sums of the table of coverage, which was measured"),
]
# Measured by hand now and then; nobody can say without measuring again whether the figures are right.
MEASURED = ("docs/power/measurements.md", "docs/foresight/sweeps.md", "docs/fuzzing.md")

MARK = re.compile(r"\b(?:generated|[Ww]ritten|drawn) by scripts/")
WRITES = re.compile(r"write_text\(|os\.replace\(")
PATH_IN_SCRIPT = re.compile(r"\b(?:cmake|docs|include|packaging)/[\w./-]*\w")
# What a script that writes something else names and only reads.
ONLY_READ = {
    "cmake/testing.cmake",
    "cmake/unite.cmake",
    "docs/README.md",
    "docs/api/Doxyfile",
    "docs/man/codecision.1.in",
    "docs/nouns.md",
    "docs/procedure/README.md",
    "docs/site/page.html",
    "docs/site/style.css",
    "include/codecision/version.hpp",
}


def generated(root):
    """Every file that a script of the repository writes, as far as its name, its first lines or the scripts tell."""
    root = pathlib.Path(root)
    found = {path for pattern in ("include/**/tables/*.hpp", "docs/**/*.svg", "docs/**/*.dot") for path in root.glob(pattern)}
    for pattern in ("include/**/*.hpp", "docs/**/*.md", "docs/**/*.csv", "cmake/*"):
        for path in root.glob(pattern):
            if path.is_file() and MARK.search("\n".join(path.read_text(encoding="utf-8", errors="replace").splitlines()[:4])):
                found.add(path)
    names = {path.relative_to(root).as_posix() for path in found}
    for path in sorted((root / "scripts").glob("*")):
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if WRITES.search(text):
            said = PATH_IN_SCRIPT.findall(re.sub(r'"\s*/\s*"', "/", text))
            names |= {name for name in said if name not in ONLY_READ and (root / name).is_file()}
    return names


def cmake_files(root):
    """Each file of CMake with its text, without comments and without ${here}/."""
    for path in tree.text_files(root):
        if path.name == "CMakeLists.txt" or path.suffix == ".cmake":
            yield path.relative_to(root), re.sub(r"#.*|\$\{\w+\}/", "", path.read_text(encoding="utf-8"))


def called_by_docs(root):
    """What the test `docs` runs: the modules that check.py imports, the scripts that it calls, and the generators."""
    text = (pathlib.Path(root) / "tests/docs/check.py").read_text(encoding="utf-8")
    modules = re.findall(r"^import (\w+)", text, re.M)
    return {
        *(f"tests/{folder}/{module}.py" for folder in ("docs", "structure") for module in modules),
        *re.findall(r'"((?:scripts|tests)/[\w./]+)"', text),
        *(script for script, _ in GENERATORS),
    }


def registered_in(name, files):
    """The texts of the files of CMake that name this file, from the root or from their own folder."""
    for where, text in files:
        for folder in (pathlib.PurePosixPath("."), pathlib.PurePosixPath(where.parent.as_posix())):
            try:
                relative = pathlib.PurePosixPath(name).relative_to(folder)
            except ValueError:
                continue
            if re.search(rf"(?<![\w./-]){re.escape(str(relative))}(?![\w./-])", text):
                yield text
                break


def says(text, word):
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def names_of(root, what):
    """How a check can name a generated thing: its file, and the tables that it says it is made from."""
    path = pathlib.Path(root) / what
    start = "\n".join(path.read_text(encoding="utf-8").splitlines()[:5])
    made_from = re.findall(r"[\w.-]+\.(?:csv|json)\b", start) if MARK.search(start) else []
    return {what, path.name, path.stem, *made_from} - {"codecision", "README"}


def check_compared(root, compared=None, once=None):
    root = pathlib.Path(root)
    compared, once = COMPARED if compared is None else compared, COMPARED_ONCE if once is None else once
    here, files, docs = "tests/docs/tables.py: COMPARED", list(cmake_files(root)), called_by_docs(root)
    for what in sorted(generated(root) - {entry[0] for entry in [*compared, *once]} - set(MEASURED)):
        yield f"{here} does not name {what}, which a script writes; say who compares it, and with what else"
    for entry in [*compared, *once]:
        if len(entry) < 3:
            yield f"{here} does not say of {entry[0]} by whom it is compared, and with what"
            continue
        what, by, _, *rest = entry
        missing = [name for name in (what, by, *rest[:1]) if not (root / name).is_file()]
        if missing:
            yield from (f"{here} names {name}, which is not there; say who compares {what} now" for name in missing)
            continue
        for name in (by, *rest[:1]):
            is_program = pathlib.PurePosixPath(name).suffix in (".cpp", ".py", "")
            if not is_program or name not in docs and not list(registered_in(name, files)):
                yield f"{here} says that {what} is compared by {name}, which no CMakeLists.txt and no check of the documentation runs"
        if not rest:
            continue
        check, text = rest[0], (root / rest[0]).read_text(encoding="utf-8")
        named = any(says(text, word) for word in names_of(root, what)) or any(what in cmake for cmake in registered_in(check, files))
        if rest[1:]:
            word = rest[1]
            named = says(text, word) and (says(what, word) or any(says((root / name).read_text(encoding="utf-8"), word) for name in (what, by)))
        if check == by or not named:
            yield f"{here} says that {check} compares {what} with something else, but it names neither that nor a table that it is made from"


def check_regimes(root, pages):
    """Tables of the weighted regimes: each 'votes of all votes' stands in docs/data/qmv_regimes.csv, and each of those on some page."""
    wanted = [f"{row['qm_votes']} of {row['total_votes']}" for row in tree.rows_of(pathlib.Path(root) / "docs/data/qmv_regimes.csv") if row["qm_votes"]]
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


def check_nouns(root, pages):
    """The picture of the six nouns against its page and the headers: the nouns, the algorithms with what they begin from, names that are declared."""
    page, path = pages.get("docs/nouns.md"), pathlib.Path(root) / "docs/nouns.svg"
    if page is None or not path.exists():
        return
    svg, place = path.read_text(encoding="utf-8"), "docs/nouns.svg:1"
    title = re.search(r"<title>([^<]*)</title>", svg)
    if not title or f"![{title[1]}](nouns.svg)" not in page.text:
        yield f"{place}: docs/nouns.md shows it under another title"
    boxes = re.findall(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx[^>]*>\n<text [^>]*font-weight="bold"[^>]*>([^<]*)<', svg)
    nouns = {text.lower() for _, level, text, _ in page.headings if level == 2}
    if {noun for *_, noun in boxes} != nouns:
        yield f"{place}: it has the nouns {', '.join(sorted(noun for *_, noun in boxes))}, but docs/nouns.md {', '.join(sorted(nouns))}"
    begins, known = {}, names.declared(str(root))
    for table in page.tables():
        for _, cells in table[1:] if table[0][1][0] == "algorithm" else []:
            begins.update((name.split("::")[-1], cells[1]) for name in re.findall(r"`([\w:]+)`", cells[0]))
    for x, y, words in re.findall(r'<path d="M(\d+) (\d+) [^>]*>\n<text [^>]*>([^<]*)<', svg):
        at = [noun for left, top, width, height, noun in boxes if -3 <= int(x) - int(left) <= int(width) + 3 and -3 <= int(y) - int(top) <= int(height) + 3]
        for name in re.findall(r"\w+", words.split(":")[0]) if re.fullmatch(r"\w+(, \w+)*(:.*)?", words) else []:
            if name not in known:
                yield f"{place}: no header declares {name}"
            elif name in begins and not any(noun in begins[name] for noun in at):
                yield f"{place}: {name} begins at {' and '.join(at) or 'nothing'}, but docs/nouns.md says {begins[name]}"
    for name in re.findall(r"\b\w+_\w+\b", " ".join(re.findall(r"<text[^>]*>([^<]*)<", svg))):
        if name not in known:
            yield f"{place}: no header declares {name}"


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
GENERATORS = (("scripts/generate_tables", "--check"), ("scripts/list_headers", "--check"), ("scripts/measure_power", "--check"))


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
        *check_nouns(root, pages),
        *check_messages(root, pages),
        *check_generators(root, programs),
    ]
