# SPDX-License-Identifier: BSL-1.0
"""Is every source of a test, example or benchmark, and every expected output, named in a CMakeLists.txt, and has each fuzz target its inputs?

A file that nobody builds tests nothing. Fuzz targets are only configured with Clang, so their inputs are asked for here. registered.py ROOT
"""
import pathlib
import re
import sys

import tree


def code_of(cmake):
    """The text of a CMakeLists.txt without its comments and without ${here}/; empty when there is none."""
    text = cmake.read_text(encoding="utf-8") if cmake.exists() else ""
    return re.sub(r"#.*|\$\{\w+\}/", "", text)


def is_named(path, top):
    """Does a CMakeLists.txt beside the file, or above it up to the folder top, name it?"""
    for folder in path.parents:
        name = re.escape(path.relative_to(folder).as_posix())
        if re.search(rf"(?<![\w./-]){name}(?![\w./-])", code_of(folder / "CMakeLists.txt")):
            return True
        if folder == top:
            return False
    return False


def example_is_named(name, text):
    return re.search(rf"\bcodecision_example\(\s*{re.escape(name)}\b", text) is not None


def case_is_named(name, case, text):
    return re.search(rf"\bcodecision_example_case\(\s*{re.escape(name)}\s+{re.escape(case)}\b", text) is not None


def check_sources(root):
    top = root / "tests"
    sources = [path for pattern in ("*.cpp", "test_*.py", "check_*.py") for path in sorted(top.rglob(pattern))]
    for path in sources:
        if not tree.SKIPPED.intersection(path.relative_to(root).parts) and not is_named(path, top):
            yield f"{path.relative_to(root)}: no CMakeLists.txt names it"


def check_benchmarks(root):
    text = code_of(root / "benchmarks" / "CMakeLists.txt")
    for path in sorted((root / "benchmarks").glob("*.cpp")):
        if not re.search(rf"\bcodecision_benchmark\(\s*{re.escape(path.stem)}\b", text):
            yield f"{path.relative_to(root)}: benchmarks/CMakeLists.txt has no codecision_benchmark({path.stem})"


def check_examples(root):
    text = code_of(root / "examples" / "CMakeLists.txt")
    for path in sorted((root / "examples").glob("*.cpp")):
        if not example_is_named(path.stem, text):
            yield f"{path.relative_to(root)}: examples/CMakeLists.txt has no codecision_example({path.stem})"
    for path in sorted((root / "examples").glob("*.expected")):
        name, _, case = path.name[:-len(".expected")].partition(".")
        if not (case_is_named(name, case, text) if case else example_is_named(name, text)):
            yield f"{path.relative_to(root)}: no run in examples/CMakeLists.txt compares with it"


def check_fuzzers(root):
    """Each fuzz target has a corpus and a dictionary, and each of these a target."""
    top = root / "tests" / "fuzz"
    targets = re.findall(r"^\s*codecision_fuzz_target\((\w+)", code_of(top / "CMakeLists.txt"), re.M)
    corpora = {path.parent.name for path in top.glob("corpus/*/*") if path.is_file()}
    dictionaries = {path.stem for path in top.glob("dictionaries/*.dict")}
    for there, what in ((corpora, "corpus/{}"), (dictionaries, "dictionaries/{}.dict")):
        for name in sorted(set(targets) - there):
            yield f"tests/fuzz/{what.format(name)}: the fuzz target {name} needs it, and it is empty or missing"
        for name in sorted(there - set(targets)):
            yield f"tests/fuzz/{what.format(name)}: tests/fuzz/CMakeLists.txt has no codecision_fuzz_target({name})"


def check(root):
    root = pathlib.Path(root)
    return [*check_sources(root), *check_benchmarks(root), *check_examples(root), *check_fuzzers(root)]


if __name__ == "__main__":
    sys.exit(tree.report(check(sys.argv[1])))
