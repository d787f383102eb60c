# SPDX-License-Identifier: BSL-1.0
"""Does the C++ in the documentation compile, and does it print what the page says?

snippets.py bundle ROOT FOLDER           writes the ```cpp blocks of docs/ as a few source files under FOLDER, to be compiled
snippets.py run ROOT FOLDER [SUFFIX]     runs the programs built from them, and compares what they print
snippets.py write ROOT FOLDER            writes each block as a source file of its own, for who tries out a page

A block with `int main` is a program and is taken as it stands. Any other block is a list of statements: its #include
lines come first, after PRELUDE, and the rest goes into the body of a function. On a line of its own before the block,

  <!-- snippet: declarations -->           puts it outside of any function: it defines functions or types
  <!-- snippet: alone -->                  a source file of its own, see below
  <!-- snippet: skip because REASON -->    leaves it out

The blocks of a folder are compiled together, because most of the compiler's time goes into what they share: each stands in a
namespace of its own, with all #include lines in front. Whether a block includes what it uses is therefore asked by includes.py.
A block that cannot stand in a namespace (it has other lines for the preprocessor, reopens a namespace or specializes a
template) is a source file of its own.

A ```text block after <!-- output --> is what the program before it prints; that program ends with 0. It runs in an empty folder,
where only the files stand that its page asks to save ("Save this as `my_file.json`", and the next block that is not C++).
"""
import concurrent.futures
import difflib
import pathlib
import re
import subprocess
import sys
import tempfile

import tree

PRELUDE = """#include <codecision/codecision.hpp>
#include <codecision/io/text.hpp>
#include <iostream>
namespace cod = codecision;
using namespace codecision::literals;
"""
SAVE = re.compile(r"\b[Ss]ave this as\s+`([\w.-]+)`.*?\n```(\w*)\n(.*?\n)```$", re.S | re.M)
FENCE = re.compile(r"^( *)(```+|~~~+) *([^\s`]*)[^`]*$")
MARK = re.compile(r"^ *<!-- *(snippet|output(?! of examples/))(.*?) *-->\s*$", re.I)  # of examples: see readme.py
MAIN = re.compile(r"\bint\s+main\s*\(")
PLAIN_MAIN = re.compile(r"\bint\s+main\s*\(\s*(?:void\s*)?\)(?=\s*\{)")
INCLUDE = re.compile(r"^\s*#\s*include\b")
# What cannot stand in the namespace of a bundle. A namespace may be given another name there, but not opened again.
ALONE = re.compile(r"^[ \t]*#(?!\s*include\b)|^\s*(?:inline\s+)?namespace\s+(?:codecision|cod|std|boost)\b(?!\s*=)|\btemplate\s*<\s*>|\bextern\s*\"C", re.M)
# String literals, characters and comments: braces inside of them do not count.
NO_CODE = re.compile(r'R"([^ ()\\]*)\((?s:.*?)\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z])\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*(?s:.*?)\*/')
# A fragment shows what can be asked, and need not use the answers. GCC wants each of the warnings by its name.
UNUSED = ("", "-but-set-variable", "-function", "-local-typedefs", "-result", "-value", "-variable")
LARGEST_BUNDLE = 24  # blocks: two compilers at work at once, and a slip on a page does not compile all the others again
OTHER_NAMES = ("c++", "cc", "cxx", "hpp")  # of C++: such a block would escape


class block:
    """A fenced block: its page, the number of its first line, its language, its text, and the mark before it."""

    def __init__(self, page, line, language, lines, mark):
        self.page, self.line, self.language, self.lines, self.mark = page, line, language, lines, mark
        self.name = ""       # of the source file, for blocks that are compiled
        self.identifier = "" # of its namespace in a bundle
        self.output = None   # the block that says what this program prints

    @property
    def text(self):
        return "".join(line + "\n" for line in self.lines)

    @property
    def is_program(self):
        return MAIN.search(self.text) is not None

    @property
    def stands_alone(self):
        return self.mark == "snippet: alone" or ALONE.search(self.text) is not None or \
            (self.is_program and not PLAIN_MAIN.search(self.text))

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
    elif b.mark and b.mark not in ("snippet: declarations", "snippet: alone") and not re.match(r"snippet: skip because \w+", b.mark):
        yield f"{b.place}: <!-- {b.mark} --> is not understood; write 'snippet: declarations', 'snippet: alone' or 'snippet: skip because REASON'"


def is_skipped(b):
    return b.mark.startswith("snippet: skip because ")


def read(root):
    """Every ```cpp block of docs/ that is to be compiled, those that are skipped, and the findings."""
    root = pathlib.Path(root)
    compiled, skipped, findings = [], [], []
    at_the_root = [root / name for name in ("CONTRIBUTING.md", "SECURITY.md") if (root / name).exists()]
    for path in [*sorted((root / "docs").rglob("*.md")), *at_the_root]:
        page = path.relative_to(root if path in at_the_root else root / "docs").with_suffix("")
        blocks, wrong = blocks_of(path, path.relative_to(root).as_posix())
        findings += wrong
        number, program = 0, None
        for b in blocks:
            findings += judge(b, program)
            if b.language == "cpp":
                number += 1
                b.name = re.sub(r"[^\w.-]", "_", ".".join((*page.parts, str(number))))
                b.identifier = "page_" + re.sub(r"\W", "_", b.name)
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


def end_of_function(text, start):
    """Where is the brace that closes the first one after `start`?"""
    code = NO_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    depth = 0
    for i in range(code.index("{", start), len(code)):
        depth += {"{": 1, "}": -1}.get(code[i], 0)
        if depth == 0:
            return i
    return len(code)


def without_main(text):
    """The program with its main called something else. Only a function called main may leave out its return."""
    main = PLAIN_MAIN.search(text)
    end = end_of_function(text, main.end())
    return text[:main.start()] + "int program()" + text[main.end():end] + " return 0; " + text[end:]


def in_a_namespace(b, root):
    """A block as part of a bundle. Its lines are those of the page, for the compiler's messages."""
    here = f'#line {b.line} "{(pathlib.Path(root).resolve() / b.page).as_posix()}"\n'
    body = "".join(("" if INCLUDE.match(line) else line) + "\n" for line in b.lines)
    if b.is_program:
        return f"namespace {b.identifier} {{\n{here}{without_main(body)}}}\n"
    if b.mark != "snippet: declarations":
        body = f"void snippet() {{\n{here}{body}}}\n"
    body = "".join(line + "\n" for line in PRELUDE.splitlines() if not INCLUDE.match(line)) + here + body
    silence = "".join(f'#pragma GCC diagnostic ignored "-Wunused{what}"\n' for what in UNUSED)
    return (f"#if defined(__GNUC__)\n#pragma GCC diagnostic push\n{silence}#endif\n"
            f"namespace {b.identifier} {{\n{body}}}\n#if defined(__GNUC__)\n#pragma GCC diagnostic pop\n#endif\n")


def bundle(blocks, root):
    """One source file for many blocks: it runs the program whose name is its argument."""
    heads, seen = [line + "\n" for line in PRELUDE.splitlines() if INCLUDE.match(line)], set()
    for b in blocks:
        for number, line in enumerate(b.lines, b.line):
            if INCLUDE.match(line) and line.split("//")[0].strip() not in seen:
                seen.add(line.split("//")[0].strip())
                heads.append(f'#line {number} "{(pathlib.Path(root).resolve() / b.page).as_posix()}"\n{line}\n')
    runs = "".join(f'  if (name == "{b.name}") return {b.identifier}::program();\n' for b in blocks if b.is_program)
    return ("".join(heads) + "#include <string_view>\n" + "".join(in_a_namespace(b, root) for b in blocks) +
            '#line 1 "the list of programs"\nint main(int argc, char** argv) {\n'
            f'  std::string_view const name = argc > 1 ? argv[1] : "";\n{runs}  return name.empty() ? 0 : 64;\n}}\n')


def bundles(compiled):
    """Which blocks are compiled together: those of a folder, on as few pages as make a bundle that is not too large."""
    groups = {}
    for b in compiled:
        if b.stands_alone:
            groups[b.name] = [b]
    pages = {}
    for b in compiled:
        if not b.stands_alone:
            pages.setdefault(b.page, []).append(b)
    folders = {}
    for page, blocks in sorted(pages.items()):
        parts = pathlib.PurePosixPath(page).parts
        folders.setdefault(parts[1] if len(parts) > 2 else "docs", []).append(blocks)
    for folder, listed in folders.items():
        parts = [[]]
        for blocks in listed:
            if parts[-1] and len(parts[-1]) + len(blocks) > LARGEST_BUNDLE:
                parts.append([])
            parts[-1] += blocks
        groups.update({f"bundle.{folder}.{number}": part for number, part in enumerate(parts, 1)})
    return groups


def lay_down(wanted, folder):
    """Writes the files. What is there and right is not touched, what is too much is removed."""
    for old in set(pathlib.Path(folder).glob("*/*.cpp")) - set(wanted):
        old.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def write(root, folder):
    """Each block as a source file of its own, programs and fragments apart."""
    compiled, _, _ = read(root)
    lay_down({pathlib.Path(folder) / ("programs" if b.is_program else "fragments") / f"{b.name}.cpp": source(b, root) for b in compiled}, folder)


def write_bundles(root, folder):
    """The blocks as few source files: bundles, programs and fragments that stand alone."""
    wanted = {}
    for name, blocks in bundles(read(root)[0]).items():
        kind = "bundles" if name.startswith("bundle.") else "programs" if blocks[0].is_program else "fragments"
        wanted[pathlib.Path(folder) / kind / f"{name}.cpp"] = bundle(blocks, root) if kind == "bundles" else source(blocks[0], root)
    lay_down(wanted, folder)


def saved_files(root, page):
    """The files that a page asks to save, and what stands in them."""
    text = (pathlib.Path(root) / page).read_text(encoding="utf-8")
    return {name: content for name, language, content in SAVE.findall(text) if language != "cpp"}


def run(b, program, root):
    """What is wrong with the output of a program?"""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in saved_files(root, b.page).items():
            (pathlib.Path(folder) / name).write_text(content, encoding="utf-8")
        yield from run_in(b, program, folder)


def run_in(b, program, folder):
    done = subprocess.run([str(part) for part in program], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    printed = (done.stdout + done.stderr).decode("utf-8", errors="replace").splitlines()
    if done.returncode != 0:
        yield "\n".join([f"{b.place}: the program ends with {done.returncode}", *printed])
    if printed != b.output.lines:
        yield "\n".join(difflib.unified_diff(b.output.lines, printed, b.output.place, "printed", lineterm=""))


def check(root, folder, suffix=""):
    compiled, skipped, findings = read(root)
    for b in skipped:
        print(f"{b.place}: not compiled, {b.mark[len('snippet: skip '):]}")
    built = (pathlib.Path(folder) / "bin").resolve()
    runs = [(b, [built / (name + suffix), *([b.name] if name.startswith("bundle.") else [])])
            for name, blocks in bundles(compiled).items() for b in blocks if b.output]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for found in pool.map(lambda one: list(run(*one, root)), runs):
            findings += found
    return findings


if __name__ == "__main__":
    if sys.argv[1] in ("write", "bundle"):
        sys.exit((write if sys.argv[1] == "write" else write_bundles)(*sys.argv[2:]))
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(tree.report(check(*sys.argv[2:])))
