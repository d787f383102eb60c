# SPDX-License-Identifier: BSL-1.0
"""How the checks of this folder read the repository."""
import csv
import pathlib
import re

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
SKIPPED = {".git", "build", ".cache", "__pycache__"}
TEXT = {".cff", ".clang-format", ".clang-tidy", ".cmake", ".cpp", ".csv", ".dot", ".editorconfig", ".expected",
        ".gitignore", ".hpp", ".in", ".json", ".md", ".py", ".sh", ".svg", ".txt", ".yml", ""}


class include:
    """One #include line: where it stands, what it names, and whether in quotes."""

    def __init__(self, line, name, quoted):
        self.line, self.name, self.quoted = line, name, quoted


def headers(root):
    """Every header under include/, by the name a program includes it with."""
    folder = pathlib.Path(root) / "include"
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.hpp"))}


def includes(path):
    """The #include lines of a file, in order."""
    found = []
    for number, line in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            found.append(include(number, match[2], match[1] == '"'))
    return found


def text_files(root):
    """Every file of the repository that people read; build folders and version control are not part of it."""
    for path in sorted(pathlib.Path(root).rglob("*")):
        folders = path.relative_to(root).parts[:-1]
        if path.is_file() and path.suffix in TEXT and not SKIPPED.intersection(folders):
            yield path


def rows_of(path):
    """The rows of a table (CSV), without lines that begin with #."""
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(line for line in stream if not line.startswith("#")))


def report(findings):
    """Print the findings, and the exit code that they mean."""
    for finding in findings:
        print(finding)
    return 1 if findings else 0
