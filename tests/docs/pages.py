# SPDX-License-Identifier: BSL-1.0
"""How the checks of the documentation read its pages: headings and their anchors, links, code, tables."""
import functools
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "structure"))
import snippets  # noqa: E402  (it reads fences)

AT_THE_ROOT = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
CODE = re.compile(r"(?<!`)(`+)(?!`)((?:.|\n(?!\s*\n))+?)(?<!`)\1(?!`)")
TARGET = r"\(\s*<?([^\s)>]+)>?(?:\s+[\"'][^)]*)?\)"
PICTURE = re.compile(r"!\[[^\[\]]*\]" + TARGET)
LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|!?\[[^\]]*\](?:\([^()]*\))?)*\]" + TARGET)
REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)", re.M)
HTML_LINK = re.compile(r"<(?:a|img|source)\b[^>]*?\b(?:href|src)=\"([^\"]+)\"")
HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
ANCHOR = re.compile(r"<a\b[^>]*?\b(?:id|name)=\"([^\"]+)\"")


def anchor_of(heading):
    """The anchor that GitHub gives a heading: small letters, no punctuation, hyphens for spaces."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    text = "".join(part if i % 2 else re.sub(r"<[^>]*>|(?<!\w)_+|_+(?!\w)", "", part) for i, part in enumerate(re.split(r"`([^`]*)`", text)))
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


class page:
    """One page: `name` is its path from the root; `lines` are (number, text) without blocks of code and comments."""

    def __init__(self, root, path):
        self.path = path
        self.name = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.lines, self.blocks = [], []
        ticks, comment = None, False
        for number, line in enumerate(self.text.splitlines(), 1):
            fence = snippets.FENCE.match(line)
            if ticks:
                if re.match(rf" *{ticks}{ticks[0]}*\s*$", line):
                    ticks = None
                else:
                    self.blocks[-1][2].append((number, line))
            elif fence and not comment:
                ticks = fence[2]
                self.blocks.append((number, fence[3], []))
            else:
                line = re.sub(r"<!--.*?-->", "", line)
                shown = "" if comment else line
                if comment and "-->" in line:
                    comment, shown = False, line.split("-->", 1)[1]
                elif not comment and "<!--" in line:
                    comment, shown = True, line.split("<!--", 1)[0]
                self.lines.append((number, shown))

    @functools.cached_property
    def headings(self):
        """Each heading as (line, level, text, anchor)."""
        found, seen = [], {}
        for number, line in self.lines:
            match = HEADING.match(line)
            if match:
                anchor = anchor_of(match[2])
                seen[anchor] = seen.get(anchor, -1) + 1
                found.append((number, len(match[1]), match[2], anchor + (f"-{seen[anchor]}" if seen[anchor] else "")))
        return found

    @functools.cached_property
    def anchors(self):
        named = {name for _, line in self.lines for name in ANCHOR.findall(line)}
        return named | {anchor for *_, anchor in self.headings}

    @functools.cached_property
    def links(self):
        """Each link and picture as (line, target)."""
        found = []
        for numbers, text in self.paragraphs():
            text = CODE.sub(lambda match: "`" + "\n" * match[0].count("\n") + "`", text)
            for pattern in (PICTURE, LINK, REFERENCE, HTML_LINK):
                found += [(numbers[text.count("\n", 0, match.start())], match[1]) for match in pattern.finditer(text)]
        return sorted(found, key=lambda link: link[0])

    def paragraphs(self):
        """Lines that follow one another without a blank one, as (their numbers, their text). A link may go on in the next line."""
        numbers, texts = [], []
        for number, line in [*self.lines, (0, "")]:
            if numbers and (number != numbers[-1] + 1 or not line.strip()):
                yield numbers, "\n".join(texts)
                numbers, texts = [], []
            if line.strip():
                numbers, texts = [*numbers, number], [*texts, line]

    @functools.cached_property
    def code(self):
        """Each piece of code inside of a sentence as (line, text)."""
        return [
            (numbers[text.count("\n", 0, match.start())], " ".join(match[2].split()))
            for numbers, text in self.paragraphs()
            for match in CODE.finditer(text)
        ]

    def tables(self):
        """Each table as a list of rows (line, cells); the first row is its head."""
        found, last = [], -1
        for number, line in self.lines:
            if not line.lstrip().startswith("|"):
                continue
            cells = [cell.replace("\0", "|").strip() for cell in line.strip().replace("\\|", "\0").strip("|").split("|")]
            if all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                last = number
                continue
            if not found or number != last + 1:
                found.append([])
            found[-1].append((number, cells))
            last = number
        return found


def read(root):
    """Every page of the repository by its name."""
    root = pathlib.Path(root)
    paths = [root / name for name in AT_THE_ROOT if (root / name).exists()] + sorted((root / "docs").rglob("*.md"))
    return {p.name: p for p in (page(root, path) for path in paths)}
