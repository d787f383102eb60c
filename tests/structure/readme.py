# SPDX-License-Identifier: BSL-1.0
"""Does the README say what the programs say: is its code the code of the files, and its output their output?

readme.py ROOT [--write]      with --write, the README is brought up to date
"""
import pathlib
import re
import sys

import tree


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


def wanted(root):
    """Each fenced block of the README that must equal something: the line before it, and its text."""
    return [
        ("those who teach qualified-majority arithmetic.\n\n```cpp\n", program(root / "examples/first_vote.cpp")),
        ("<!-- output of examples/first_vote -->\n```text\n", (root / "examples/first_vote.expected").read_text(encoding="utf-8")),
        ("Boost's headers where the compiler finds them.\n\n```cpp\n", region(root / "tests/plain/constexpr_vote.cpp", "readme")),
    ]


def updated(text, root):
    for before, block in wanted(root):
        start = text.find(before)
        if start < 0:
            raise SystemExit(f"README.md has no place that begins with {before!r}")
        start += len(before)
        text = text[:start] + block + text[text.index("```", start):]
    return text


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1])
    page = root / "README.md"
    text = page.read_text(encoding="utf-8")
    new = updated(text, root)
    if "--write" in sys.argv:
        page.write_text(new, encoding="utf-8")
    sys.exit(tree.report([] if new == text or "--write" in sys.argv else
                         ["README.md: its code or output differs from the files; run tests/structure/readme.py . --write"]))
