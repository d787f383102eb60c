# SPDX-License-Identifier: BSL-1.0
"""Is there what the pages name: error codes, headers, files, scripts, tests, presets, CMake options and targets, names of the library?"""
import functools
import json
import pathlib
import re
import subprocess

import snippets
import tree

ERROR = re.compile(r"\bCOD-[A-Z]\d{3}\b")
HEADER = re.compile(r"(?<![\w./-])((?:codecision/)?(?:[\w-]+/)*[\w-]+\.hpp)\b")
TOP_FOLDERS = ("benchmarks", "cmake", "docs", "examples", "fuzz", "include", "packaging", "scripts", "tests")
FILE = re.compile(r"^(?:\./)?((?:" + "|".join(TOP_FOLDERS) + r")/[\w./*{},-]*)$")
OPTION = re.compile(r"\bCODECISION_[A-Z][A-Z0-9_]*[A-Z0-9]\b")
PRESET = re.compile(r"--preset[ =]([\w-]+)")
TEST = re.compile(r"^(?:compile_fail|consumer|docs|example|fuzz|headers|include|odr|package|plain|simulate|structure)\.[\w.]+$")
TARGET = re.compile(r"\bcodecision::\w+")
TARGET_OF_OTHERS = re.compile(r"(?:Boost|CLI11|Threads|nlohmann_json)::\w+")
PAGE_OF_TARGETS = "docs/integration.md"  # where `codecision::NAME` is a target of CMake, and nowhere a name of C++
QUALIFIED = re.compile(r"^(?:auto const )?((?:cod|codecision|boost|rules|power|procedure|simulate|io|wording)::[\w:]+)")
PLACEHOLDER = re.compile(r"NAME|FOLDER|PRESET|HEADER|COMMAND|TARGET|(?<![A-Z])FILE|\.\.\.")  # what a reader puts something into
LISTS_OF_NAMES = ("docs/glossary.md", "docs/cheat-sheet.md")  # in their columns of code every name is asked for
CODE_COLUMN = re.compile(r"\b(?:code|function|name in the library|header|write)\b", re.I)
NOT_OURS = {
    "auto",
    "const",
    "constexpr",
    "int",
    "bool",
    "char",
    "double",
    "true",
    "false",
    "std",
    "cod",
    "codecision",
    "return",
    "static_assert",
    "boost",
    "cout",
    "string",
    "string_view",
    "vector",
    "optional",
    "size",
    "begin",
    "end",
    "size_t",
    "for",
    "if",
    "using",
    "namespace",
}


def codes_of_the_header(root):
    """The error codes of core/error.hpp with their names."""
    text = (pathlib.Path(root) / "include/codecision/core/error.hpp").read_text(encoding="utf-8")
    return {code: name for name, code in re.findall(r"^\s*(\w+),\s*//+<?\s*(COD-[A-Z]\d{3})", text, re.M)}


def check_errors(root, pages):
    codes = codes_of_the_header(root)
    if not codes:
        yield "include/codecision/core/error.hpp: no error codes were found here, so nothing could be compared"
    for p in pages.values():
        for line, text in enumerate(p.text.splitlines(), 1):
            for code in ERROR.findall(text):
                if code not in codes:
                    yield f"{p.name}:{line}: core/error.hpp has no {code}; correct it"
    page = pages.get("docs/errors.md")
    sections = dict(re.findall(r"^### (COD-[A-Z]\d{3}): (\w+)$", page.text, re.M)) if page else {}
    for code, name in codes.items():
        if sections.get(code) != name:
            yield f"docs/errors.md:1: there is no section '### {code}: {name}'; write one with cause, message and cure"


def check_headers(root, pages):
    """`x/y.hpp` on a page is a header of the library, or a file of the repository."""
    root = pathlib.Path(root)
    ours = set(tree.headers(root))
    files = {path.relative_to(root).as_posix() for path in tree.text_files(root) if path.suffix == ".hpp"}
    for p in pages.values():
        said = [(line, text) for line, text in p.code] + [
            (line, text) for _, kind, block in p.blocks if kind == "cpp" for line, text in block if "codecision/" in text
        ]
        for line, text in said:
            for name in HEADER.findall(text):
                if PLACEHOLDER.search(name) or re.search(r"<(?:boost|nlohmann|CLI|catch2|benchmark)/", text):
                    continue
                known = name in ours or "codecision/" + name in ours or name in files or any(f.endswith("/" + name) for f in files)
                if not known and "/" in name.replace("codecision/", "", 1) or (not known and name.startswith("codecision/")):
                    if not re.match(r"(?:boost|nlohmann|CLI|catch2|benchmark)/", name):
                        yield f"{p.name}:{line}: there is no header {name}; name one of include/codecision"


def exists(root, name):
    pattern = re.sub(r"\{([^{}]*)\}", "*", name)
    return bool(list(root.glob(pattern.rstrip("/")))) if "*" in pattern else (root / name).exists()


def check_files(root, pages):
    root = pathlib.Path(root)
    for p in pages.values():
        for line, text in p.code:
            match = FILE.match(text.split(" ")[0].split("#")[0])
            name = match and match[1]
            if not match or PLACEHOLDER.search(match[1]):
                continue
            if not exists(root, name) and not exists(root, "include/codecision/" + name):
                yield f"{p.name}:{line}: there is no {name} in the repository; correct the path"


@functools.lru_cache(maxsize=None)
def text_of_the_build(root):
    """What CMake, the scripts and the sources say, in one piece: where options and targets come from."""
    root = pathlib.Path(root)
    parts = []
    for path in tree.text_files(root):
        name = path.relative_to(root).as_posix()
        if (
            path.name == "CMakeLists.txt"
            or path.suffix in (".cmake", ".in")
            or name.startswith(("scripts/", ".ci/", "include/", "cmake/"))
            or name in ("CMakePresets.json", "conanfile.py", "vcpkg.json")
            or path.suffix in (".cpp", ".hpp")
            or (path.suffix == ".py" and not name.startswith("tests/docs/"))
        ):
            parts.append(path.read_text(encoding="utf-8", errors="replace"))
    return "\n".join(parts)


@functools.lru_cache(maxsize=None)
def text_of_cmake(root):
    root = pathlib.Path(root)
    return "\n".join(
        path.read_text(encoding="utf-8") for path in tree.text_files(root) if path.name == "CMakeLists.txt" or path.suffix in (".cmake", ".in")
    )


def check_options(root, pages):
    known = set(OPTION.findall(text_of_the_build(str(root))))
    for p in pages.values():
        for line, text in enumerate(p.text.splitlines(), 1):
            for name in OPTION.findall(text):
                if name not in known and not any(other.startswith(name + "_") for other in known):
                    yield f"{p.name}:{line}: neither CMake nor a script nor a source knows {name}; correct the option or variable"


def check_presets(root, pages):
    path = pathlib.Path(root) / "CMakePresets.json"
    known = set(re.findall(r'"name": "([\w-]+)"', path.read_text(encoding="utf-8"))) if path.exists() else set()
    for p in pages.values():
        for line, text in enumerate(p.text.splitlines(), 1):
            for name in PRESET.findall(text):
                if name not in known and name not in ("PRESET", "NAME"):
                    yield f"{p.name}:{line}: CMakePresets.json has no preset {name}"


def targets_of(line):
    """The targets that a line of a shell names."""
    match = re.search(r"--target((?: +[\w.:-]+)+)", line)
    if match:
        yield from (word for word in match[1].split() if not word.startswith("-"))
    match = re.search(r"scripts/build +[\w-]+((?: +[\w.:-]+)+)", line.split("#")[0])
    if match:
        yield from match[1].split()


def check_targets(root, pages):
    cmake = text_of_cmake(str(root))
    exported = set(re.findall(r"\badd_library\((codecision::\w+) ALIAS\b", cmake))
    for name in re.findall(r"EXPORT_NAME\s+(\w+)", cmake):
        exported.add("codecision::" + name)
    others = set(TARGET_OF_OTHERS.findall(cmake))
    for listed in re.findall(r"set\(CODECISION_BOOST_OF_\w+ ([^)]*)\)", cmake):
        others.update("Boost::" + name for name in listed.split())
    for p in pages.values():
        for line, text in p.code:
            if TARGET_OF_OTHERS.fullmatch(text) and text not in others:
                yield f"{p.name}:{line}: no CMakeLists.txt knows a target {text}"
            elif p.name == PAGE_OF_TARGETS and TARGET.fullmatch(text) and text not in exported:
                yield f"{p.name}:{line}: CMake has no target {text}"
        for _, kind, block in p.blocks:
            for line, text in block:
                if kind == "cmake":
                    for name in TARGET.findall(text):
                        if name not in exported:
                            yield f"{p.name}:{line}: CMake has no target {name}"
                elif kind in ("sh", "") and kind != "text":
                    for name in targets_of(text) if kind == "sh" else []:
                        if not re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.])", cmake):
                            yield f"{p.name}:{line}: no CMakeLists.txt has a target {name}"


def tests_of(build, ctest):
    """The names of the tests of a build folder; None without one, and when it was configured without the tests (this one is not among them)."""
    if not build or not ctest:
        return None
    done = subprocess.run([ctest, "--test-dir", build, "--show-only=json-v1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    try:
        found = {test["name"] for test in json.loads(done.stdout.decode("utf-8", errors="replace"))["tests"]}
    except (ValueError, KeyError):
        return None
    return found if "docs" in found else None


def check_tests(root, pages, known):
    """Tests that the pages name. Many names are made by a loop or a function of CMake, so that only a configured build knows them."""
    if known is None:
        return
    cmake = text_of_cmake(str(root))
    for p in pages.values():
        for line, text in p.code:
            name = text.rstrip(".")
            if TEST.match(text) and not text.endswith((".hpp", ".cpp", ".py", ".md", ".json", ".txt", ".csv", ".svg", ".cmake")):
                if name not in known and not re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.])", cmake):
                    yield f"{p.name}:{line}: ctest has no test {name}"


def without_bodies(code):
    """The declarations of a header: no bodies of functions, no lists of parameters, no initial values in braces."""
    out, before, skipping, parentheses = [], "", 0, 0
    for c in code:
        if skipping:
            skipping += {"{": 1, "}": -1}.get(c, 0)
        elif parentheses:
            parentheses += {"(": 1, ")": -1}.get(c, 0)
            if not parentheses:
                out.append(")")
                before += ")"
        elif c == "(":
            parentheses = 1
            out.append("(")
        elif c == "{" and not re.search(r"\b(?:namespace|class|struct|enum|union)\b[^()=]*$", before):
            skipping, before = 1, ""
            out.append(";")
        else:
            out.append(c)
            before = "" if c in ";{}" else before + c
    return "".join(out)


@functools.lru_cache(maxsize=None)
def declared(root):
    """Every name that a header declares: types, enumerators, functions, members, constants. Not its parameters and local names."""
    found = set()
    for path in tree.headers(root).values():
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'operator""\s*(\w+)', text))
        code = re.sub(r"^\s*#.*$", "", snippets.NO_CODE.sub(" ", text), flags=re.M)
        for body in re.findall(r"\benum class \w+[^{;]*\{([^}]*)\}", code):
            found |= set(re.findall(r"\b([a-z]\w*)\b", body))
        found |= {part for names in re.findall(r"\bnamespace\s+([\w:]+)", code) for part in names.split("::")}
        code = without_bodies(code)
        found |= set(re.findall(r"\b(?:class|struct|enum class|enum|concept|using)\s+(\w+)", code))
        found |= set(re.findall(r"[\w>&*\]]\s+[&*]*(\w+)\s*(?=[(=;,\[])", code))
    return found


def names_in(code):
    """The names of the library in a piece of code: those that are called, made, or stand behind a :: or a dot."""
    code = snippets.NO_CODE.sub(lambda match: '""' if match[0].startswith('"') else " ", code)
    code = re.sub(r"#include\s*<[^>]*>", "", code)
    code = re.sub(r"\b(?:std|boost)(?:::\w+)+", "", code)
    found = set(re.findall(r"(?:::|\.)\s*([A-Za-z_]\w*)", code)) | set(re.findall(r"\b([A-Za-z_]\w*)\s*(?=[({]|<\w)", code))
    if re.fullmatch(r"[a-z_]\w*", code.strip()):
        found.add(code.strip())
    found |= set(re.findall(r'""(_\w+)', code))
    return {name for name in found if name not in NOT_OURS and not name.isdigit()}


def code_columns(page):
    """The cells of the columns of code in a table, as (line, code)."""
    for table in page.tables():
        columns = [i for i, cell in enumerate(table[0][1]) if CODE_COLUMN.search(cell)]
        for line, cells in table[1:]:
            for i in columns:
                for _, code in re.findall(r"(`+)(.+?)\1(?!`)", cells[i] if i < len(cells) else ""):
                    yield line, code.strip()


def check_declared(root, pages):
    known = declared(str(root))
    for p in pages.values():
        asked = list(code_columns(p)) if p.name in LISTS_OF_NAMES else []
        asked += [(line, text) for line, text in p.code if QUALIFIED.match(text) and not text.startswith("boost::")]
        for line, text in dict.fromkeys(asked):
            if HEADER.fullmatch(text) or "/" in text.split("(")[0] or text.startswith("-"):
                continue  # a file or an option; check_headers and commands.py ask for those
            for name in sorted(names_in(text) - known):
                if not PLACEHOLDER.fullmatch(name):
                    yield f"{p.name}:{line}: no header declares {name} (in `{text}`); write the name that the library has"


def check(root, pages, tests=None):
    return [
        *check_errors(root, pages),
        *check_headers(root, pages),
        *check_files(root, pages),
        *check_options(root, pages),
        *check_presets(root, pages),
        *check_targets(root, pages),
        *check_tests(root, pages, tests),
        *check_declared(root, pages),
    ]
