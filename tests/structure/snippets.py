# SPDX-License-Identifier: BSL-1.0
"""Does the C++ in the documentation compile, and does it print what the page says?

snippets.py write ROOT FOLDER            writes each ```cpp block of docs/ as a source file under FOLDER
snippets.py run ROOT FOLDER [SUFFIX]     runs the programs built from them, and compares what they print

A block with `int main` is a program and is taken as it stands. Any other block is a list of statements: its #include
lines come first, after PRELUDE, and the rest goes into the body of a function. On a line of its own before the block,

  <!-- snippet: declarations -->           puts it outside of any function: it defines functions or types
  <!-- snippet: skip because REASON -->    leaves it out

A ```text block after <!-- output --> is what the program before it prints; that program ends with 0.
"""
import difflib
import pathlib
import re
import subprocess
import sys

import tree

PRELUDE = """#include <codecision/codecision.hpp>
#include <codecision/io/text.hpp>
#include <iostream>
namespace cod = codecision;
using namespace codecision::literals;
"""
FENCE = re.compile(r"^( *)(```+|~~~+) *([^\s`]*)[^`]*$")
MARK = re.compile(r"^ *<!-- *(snippet|output(?! of examples/))(.*?) *-->\s*$", re.I)  # of examples: see readme.py
MAIN = re.compile(r"\bint\s+main\s*\(")
INCLUDE = re.compile(r"^\s*#\s*include\b")
OTHER_NAMES = ("c++", "cc", "cxx", "hpp")  # of C++: such a block would escape


class block:
    """A fenced block: its page, the number of its first line, its language, its text, and the mark before it."""

    def __init__(self, page, line, language, lines, mark):
        self.page, self.line, self.language, self.lines, self.mark = page, line, language, lines, mark
        self.name = ""       # of the source file, for blocks that are compiled
        self.output = None   # the block that says what this program prints

    @property
    def text(self):
        return "".join(line + "\n" for line in self.lines)

    @property
    def is_program(self):
        return MAIN.search(self.text) is not None

    @property
    def place(self):
        return f"{self.page}:{self.line - 1}"


def rest_of_block(lines, indent, ticks):
    """The lines up to the closing fence, without the indentation that the opening fence has, and whether it was there."""
    inside = []
    for _, line in lines:
        if re.match(rf" *{ticks}{ticks[0]}*\s*$", line):
            return inside, True
        inside.append(line[min(indent, len(line) - len(line.lstrip(" "))):])
    return inside, False


def blocks_of(path, page):
    """The fenced blocks of a page in order, and what is wrong with its fences and marks."""
    found, findings, mark = [], [], ""
    lines = iter(enumerate(path.read_text(encoding="utf-8").splitlines(), 1))
    for number, line in lines:
        fence, told = FENCE.match(line), MARK.match(line)
        if not line.strip():
            continue
        if mark and not fence:
            findings.append(f"{page}:{number}: <!-- {mark} --> belongs directly before a block")
        if fence:
            indent, ticks, language = fence.groups()
            inside, ended = rest_of_block(lines, len(indent), ticks)
            found.append(block(page, number + 1, language, inside, mark))
            findings += [] if ended else [f"{page}:{number}: this block has no end"]
        elif "```" in line:
            findings.append(f"{page}:{number}: ``` begins a line, and only a block")
        mark = told[1] + told[2] if told else ""
    if mark:
        findings.append(f"{page}: after <!-- {mark} --> comes no block")
    return found, findings


def judge(b, before):
    """What is wrong with a block, given the program before it that has no output yet?"""
    if b.language.lower() in OTHER_NAMES or b.language.lower() == "cpp" != b.language:
        yield f"{b.place}: write ```cpp, so that the block is compiled"
    if b.mark == "output":
        if b.language != "text":
            yield f"{b.place}: <!-- output --> belongs before a ```text block"
        if before is None:
            yield f"{b.place}: before this output stands no program (int main) that is compiled"
    elif b.mark and b.language != "cpp":
        yield f"{b.place}: <!-- {b.mark} --> belongs before a ```cpp block"
    elif b.mark and b.mark != "snippet: declarations" and not re.match(r"snippet: skip because \w+", b.mark):
        yield f"{b.place}: <!-- {b.mark} --> is not understood; write 'snippet: declarations' or 'snippet: skip because REASON'"


def is_skipped(b):
    return b.mark.startswith("snippet: skip because ")


def read(root):
    """Every ```cpp block of docs/ that is to be compiled, those that are skipped, and the findings."""
    docs = pathlib.Path(root) / "docs"
    compiled, skipped, findings = [], [], []
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).with_suffix("")
        blocks, wrong = blocks_of(path, path.relative_to(root).as_posix())
        findings += wrong
        number, program = 0, None
        for b in blocks:
            findings += judge(b, program)
            if b.language == "cpp":
                number += 1
                b.name = re.sub(r"[^\w.-]", "_", ".".join((*page.parts, str(number))))
                (skipped if is_skipped(b) else compiled).append(b)
                program = b if b.is_program and not is_skipped(b) else None
            elif b.mark == "output" and program:
                program.output, program = b, None
    return compiled, skipped, findings


def source(b, root):
    """The source file of a block. Compilers name the line of the page, not of this file."""
    here = f'#line {b.line} "{(pathlib.Path(root).resolve() / b.page).as_posix()}"\n'
    if b.is_program:
        return here + b.text
    heads = [line if INCLUDE.match(line) else "" for line in b.lines]
    bodies = ["" if INCLUDE.match(line) else line for line in b.lines]
    rest = here + "\n".join(bodies) + "\n"
    if b.mark != "snippet: declarations":
        rest = "void snippet() {\n" + rest + "}\n"
    return PRELUDE + here + "\n".join(heads) + "\n" + rest


def write(root, folder):
    """The sources as files, programs and fragments apart. What is there and right is not touched, what is too much is removed."""
    compiled, _, _ = read(root)
    wanted = {pathlib.Path(folder) / ("programs" if b.is_program else "fragments") / f"{b.name}.cpp": source(b, root) for b in compiled}
    for old in set(pathlib.Path(folder).glob("*/*.cpp")) - set(wanted):
        old.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def run(b, folder, suffix):
    """What is wrong with the output of a program?"""
    program = pathlib.Path(folder) / "bin" / (b.name + suffix)
    done = subprocess.run([str(program)], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    printed = (done.stdout + done.stderr).decode("utf-8", errors="replace").splitlines()
    if done.returncode != 0:
        yield "\n".join([f"{b.place}: the program ends with {done.returncode}", *printed])
    if printed != b.output.lines:
        yield "\n".join(difflib.unified_diff(b.output.lines, printed, b.output.place, "printed", lineterm=""))


def check(root, folder, suffix=""):
    compiled, skipped, findings = read(root)
    for b in skipped:
        print(f"{b.place}: not compiled, {b.mark[len('snippet: skip '):]}")
    return findings + [wrong for b in compiled if b.output for wrong in run(b, folder, suffix)]


if __name__ == "__main__":
    if sys.argv[1] == "write":
        sys.exit(write(*sys.argv[2:]))
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(tree.report(check(*sys.argv[2:])))
