# SPDX-License-Identifier: BSL-1.0
"""Does the repository stand alone: does no text in it name a path of somebody's machine, or a document that is not here? Is every page filled in?

words.py ROOT
"""
import re
import sys

import tree

# A path of a machine begins a word; the same letters inside an address on the web do not.
# They are written in pieces here so that this file does not name them itself.
FOLDERS = "|".join(("work", "tmp", "home", "root", "Users", "mnt", "private"))
FORBIDDEN = [
    (re.compile(r"(?<![\w.:/%~*)}\]-])/(?:" + FOLDERS + r")/"), "names a path of a machine"),
    (re.compile(r"\b[A-Z]:\\Users\\"), "names a path of a machine"),
    (re.compile(r"\.\./" + r"shared\b"), "names a folder outside the repository"),
]

# A script or CMake writes something in the place of @NAME@. On a page it was forgotten.
PLACEHOLDER = re.compile(r"@[A-Z][A-Z0-9_]*@")

# Documents on which the library was built. Whoever cites one must find it in the repository.
DOCUMENTS = [part + ".md" for part in ("law", "design", "style")]


def forbidden_in(root):
    """The patterns above, and the documents that are cited but not there."""
    present = {path.name for path in tree.text_files(root)}
    absent = [name for name in DOCUMENTS if name not in present]
    return FORBIDDEN + [(re.compile(rf"\b{re.escape(name)}\b"), f"cites {name}, which is not in the repository") for name in absent]


def check(root):
    findings = []
    forbidden = forbidden_in(root)
    for path in tree.text_files(root):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # not a text: a broken input that a test feeds to a reader
        for number, line in enumerate(lines, 1):
            findings += [f"{path.relative_to(root)}:{number}: {why}" for pattern, why in forbidden if pattern.search(line)]
            if path.suffix == ".md" and PLACEHOLDER.search(line):
                findings.append(f"{path.relative_to(root)}:{number}: {PLACEHOLDER.search(line)[0]} was not filled in")
    return findings


if __name__ == "__main__":
    sys.exit(tree.report(check(sys.argv[1])))
