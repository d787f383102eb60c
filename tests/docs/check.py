# SPDX-License-Identifier: BSL-1.0
"""Is the documentation true? All checks of the pages, one after the other, and a line for each.

check.py ROOT [--snippets=FOLDER] [--suffix=.exe] [--build=FOLDER] [--ctest=PROGRAM]

FOLDER of the snippets has their programs, FOLDER of the build the examples and the list of tests. What cannot be asked without
them, or because a tool is missing, is named and not run: the exit code is then 77, or 1 when something else is wrong.
"""
import os
import pathlib
import shutil
import subprocess
import sys

import pages as page_reader  # first: it knows where the checks of the structure are
import commands
import counts
import glossary
import includes
import links
import names
import readme
import site_pages
import snippets
import tables


def check_includes(root):
    """Does each block include what it uses? In a bundle the includes of the others would hide what is missing."""
    findings = []
    for b in snippets.read(root)[0]:
        text = b.text if b.is_program else snippets.PRELUDE + b.text
        findings += [f"{b.place}: {what}; the block must include it itself" for what in includes.missing_includes(text)]
    return findings


def check_pictures(root, build):
    """Findings, and what is missing to look at all pictures."""
    examples = pathlib.Path(build) / "examples" if build else os.devnull
    done = subprocess.run(
        [sys.executable, str(pathlib.Path(root) / "scripts/draw_pictures"), "--check", f"--examples={examples}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    said = done.stdout.decode("utf-8", errors="replace").rstrip().splitlines()
    if done.returncode == 77:
        return [], " ".join(said).replace("not run: ", "")
    return (said or [f"scripts/draw_pictures ends with {done.returncode}"]) if done.returncode else [], ""


# Checks of pages that have a file of their own.
OTHERS = (
    ("the pages of the rules say what law, tables and cases say", "tests/structure/rules_pages.py"),
    ("the numbers of the lessons are those of their programs", "tests/structure/lesson_numbers.py"),
)


def check_by(root, script):
    done = subprocess.run(
        [sys.executable, str(pathlib.Path(root) / script), str(root)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False
    )
    said = done.stdout.decode("utf-8", errors="replace").rstrip()
    return (said or f"{script} ends with {done.returncode}").splitlines() if done.returncode else []


# Checks of pages that are tests of their own, because they know the build: the ways to use the library, and the manual page.
TESTS_OF_PAGES = r"^(consumer\.page|package\.man_page.*)$"


def check_by_tests(build, ctest):
    done = subprocess.run(
        [ctest, "--test-dir", str(build), "--tests-regex", TESTS_OF_PAGES, "--output-on-failure", "--no-tests=error"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=240,
        check=False,
    )
    return done.stdout.decode("utf-8", errors="replace").rstrip().splitlines() if done.returncode else []


class report:
    def __init__(self):
        self.failed, self.not_run = False, False

    def of(self, what, findings, missing=""):
        """One check: its findings; None, or a word about what is missing, when it did not run or not all of it."""
        if findings is None or missing:
            self.not_run = True
        word = (
            "not run: " + missing
            if findings is None
            else f"{len(findings)} findings"
            if findings
            else "true" + (f"; not run: {missing}" if missing else "")
        )
        print(f"{what + ' ':.<60} {word}")
        for finding in findings or []:
            print(f"  {finding}")
        self.failed = self.failed or bool(findings)

    @property
    def code(self):
        return 1 if self.failed else 77 if self.not_run else 0


def main(root, snippets_folder=None, suffix="", build=None, ctest=None):
    pages, said = page_reader.read(root), report()
    said.of("links lead somewhere, and no page is lost", links.check(root, pages))
    tests = names.tests_of(build, ctest)
    said.of("what the pages name is there", names.check(root, pages, tests), "" if tests else "names of tests, which only a configured build knows")
    programs = commands.programs(root, build)
    found, missing = commands.check(root, pages, build)
    said.of("commands can be typed", found, f"options of {', '.join(missing)}, not built" if missing else "")
    said.of("tables say what the code and the data say", tables.check(root, pages, programs))
    said.of("the glossary is complete and cites what the rules cite", list(glossary.check(root, pages)))
    said.of("numbers on the pages can be counted in the repository", counts.check(root, pages))
    said.of("code and output of examples are those of the files", list(readme.check(pathlib.Path(root))))
    for what, script in OTHERS:
        said.of(what, check_by(root, script))
    if snippets_folder:
        said.of("programs on the pages print what the pages show", snippets.check(root, snippets_folder, suffix))
    else:
        said.of("programs on the pages print what the pages show", None, "they are not built")
    said.of("each block includes what it uses", check_includes(root))
    said.of("pictures are what the programs say", *check_pictures(root, build))
    missing = "" if tests else "no configured build"
    said.of("integration.md and the manual page say what the build does", check_by_tests(build, ctest) if tests else None, missing)
    made = site_pages.check(root)
    said.of("the site can be read from disk", made, "cmark-gfm is missing" if made is None else "")
    if not shutil.which("doxygen"):
        said.of("every public name has a comment", None, "doxygen is missing")
    return said.code


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    options = dict(argument[2:].split("=", 1) for argument in sys.argv[2:])
    sys.exit(
        main(str(pathlib.Path(sys.argv[1]).resolve()), options.get("snippets"), options.get("suffix", ""), options.get("build"), options.get("ctest"))
    )
