# SPDX-License-Identifier: BSL-1.0
"""Do the README and the pages under docs/ say what the programs say: is their code the code of the files, and their output the
output of the examples?

readme.py ROOT [--write]      with --write, the pages are brought up to date

On any page, output of an example stands behind a line of its own,

  <!-- output of examples/NAME -->             or examples/NAME.CASE; it is examples/NAME.CASE.expected, which the example's own
                                               test compares with the program

either in the block that follows, or, for output that is itself Markdown, as lines up to <!-- end of output -->.
"""
import pathlib
import re
import sys

import tree

MARK = re.compile(r"^<!-- output of (examples/[\w.]+) -->$")
END = "<!-- end of output -->"


def program(path):
    """A source file without its first comment lines, as a page prints it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    while lines and lines[0].startswith("//"):
        lines.pop(0)
    return "\n".join(lines).strip("\n") + "\n"


def region(path, name):
    """The lines between `// [name]` and `// [/name]`."""
    found = re.search(rf"^// \[{name}\]\n(.*?)^// \[/{name}\]$", path.read_text(encoding="utf-8"), re.S | re.M)
    return found.group(1) if found else f"(no region {name} in {path})\n"


def code_of_the_readme(root):
    """Each block of code in the README that must equal something: the line before it, and its text."""
    return [
        ("those who teach qualified-majority arithmetic.\n\n```cpp\n", program(root / "examples/first_vote.cpp")),
        ("[docs/integration.md](docs/integration.md).\n\n```cpp\n", region(root / "tests/plain/constexpr_vote.cpp", "readme")),
    ]


def with_code(text, root):
    for before, block in code_of_the_readme(root):
        start = text.find(before)
        if start < 0:
            raise SystemExit(f"README.md has no place that begins with {before!r}")
        start += len(before)
        text = text[:start] + block + text[text.index("```", start):]
    return text


def end_of_output(lines, start):
    """The first line of the old output and the line behind its last: inside of a block, or up to END. None when it has no end."""
    fence = re.match(r"(```+)", lines[start]) if start < len(lines) else None
    first, end = (start + 1, fence[1]) if fence else (start, END)
    for i in range(first, len(lines)):
        if lines[i].strip() == end:
            return first, i
    return None


def with_output(text, root):
    """The page with the output of the examples that it names, and what is wrong with its marks."""
    lines, findings, i = text.splitlines(), [], 0
    while i < len(lines):
        mark = MARK.match(lines[i])
        i += 1
        if not mark:
            continue
        file = root / (mark[1] + ".expected")
        place = end_of_output(lines, i)
        if place is None or not file.exists():
            findings.append(f"line {i}: " + (f"there is no {mark[1]}.expected" if place else f"this output has no end: a block, or {END}"))
            continue
        first, end = place
        printed = file.read_text(encoding="utf-8").splitlines()
        lines[first:end] = printed
        i = first + len(printed) + 1
    return "\n".join(lines) + "\n", findings


def check(root, write=False):
    """Findings on all pages; with `write`, pages that can be are brought up to date."""
    for page in [root / "README.md", *sorted((root / "docs").rglob("*.md"))]:
        name = page.relative_to(root).as_posix()
        text = page.read_text(encoding="utf-8")
        new, findings = with_output(with_code(text, root) if name == "README.md" else text, root)
        yield from (f"{name}: {finding}" for finding in findings)
        if new != text and write:
            page.write_text(new, encoding="utf-8")
        elif new != text:
            yield f"{name}: its code or output differs from the files; run tests/structure/readme.py . --write"


if __name__ == "__main__":
    sys.exit(tree.report(list(check(pathlib.Path(sys.argv[1]), "--write" in sys.argv))))
