# SPDX-License-Identifier: BSL-1.0
"""Is every number that a lesson prints also a number of its programs, where a static_assert checks it?

lesson_numbers.py ROOT

Asked of the pages docs/lessons/N-*.md and their own blocks of C++ and output, and of docs/lessons/sheet.md and
examples/teaching_sheet.cpp. A number is asked when it is grouped (84 311 244) or has a point (14.85); it is found when its
digits are those of a number in the code, with zeros at the end left out: 80 523.7 thousand is 80'523'700. What the code
says of a number is for the compiler to check.
"""
import pathlib
import re
import sys

import tree

BLOCK = re.compile(r"^```(\w*).*?\n(.*?)^```", re.S | re.M)
LINK = re.compile(r"\]\([^)]*\)|`[^`]*`|<!--.*?-->|<[^>]*>")
NUMBER = re.compile(r"(?<![\w.])(?:\d{1,3}(?: \d{3}(?!\d))+(?:\.\d+)?|\d+\.\d+)(?![\w]|\.\d)")
OF_CODE = re.compile(r"(?<![\w'])\d[\d']*(?:\.\d+)?")
REST = "..."  # 0.637... and ...897 are parts of numbers


def digits(number):
    """What counts of a number: its digits, without zeros around them."""
    return re.sub(r"\D", "", number).strip("0")


def prose_of(text):
    """The page without its code, its links and its marks."""
    return LINK.sub("]", BLOCK.sub("", text)).replace("\n", " ").replace(REST, "")


def findings_of(name, text, code):
    known = {digits(n) for n in OF_CODE.findall(code)}
    prose = re.sub(r" +", " ", prose_of(text))
    for number in dict.fromkeys(NUMBER.findall(prose)):
        if digits(number) and digits(number) not in known:
            yield f"{name}: {number} stands in no program of the page"


def check(root):
    lessons = pathlib.Path(root) / "docs" / "lessons"
    for page in sorted(lessons.glob("[0-9]*.md")):
        text = page.read_text(encoding="utf-8")
        yield from findings_of(page.relative_to(root).as_posix(), text, "\n".join(code for _, code in BLOCK.findall(text)))
    program = pathlib.Path(root) / "examples" / "teaching_sheet.cpp"
    printed = program.with_suffix(".expected").read_text(encoding="utf-8")
    code = program.read_text(encoding="utf-8") + re.sub(r"(?<=\d) (?=\d{3})", "'", printed)
    yield from findings_of("docs/lessons/sheet.md", (lessons / "sheet.md").read_text(encoding="utf-8"), code)


if __name__ == "__main__":
    sys.exit(tree.report(list(check(sys.argv[1]))))
