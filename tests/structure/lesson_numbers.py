# SPDX-License-Identifier: BSL-1.0
"""Are the lessons built as docs/lessons/README.md says, and is every number in them right?

lesson_numbers.py ROOT

Of each page docs/lessons/N-*.md:
- it has the seven parts in their order; the part in C++ is a short program with a static_assert;
- its numbers, and the members, verdicts and numbers in words of its story, task and solution stand in what lesson_facts.py
  computes a second time from docs/data, in the same order. What no such fact says is a finding, so nothing is left out;
- a number that is grouped (84 311 244), has a point (14.85) or is an answer in bold stands also in the code of the page,
  where a static_assert or the output checks it: with zeros at the end left out, 80 523.7 thousand is 80'523'700;
- an article of the law is one of LAW, and a link to lesson N says N.

The sheet is asked in the same way, but for what examples/teaching_sheet prints on it.
"""
import pathlib
import re
import sys

import lesson_facts
import tree

PARTS = ["A true story", "The problem", "By hand", "In C++", "Solution", "What you learned", "Further reading"]
COUNTED = ("A true story", "By hand", "Solution")  # the parts in which words count as well
SHORTEST, LONGEST = 9, 14  # lines of the program with a static_assert, as README.md says; see code_lines
BLOCK = re.compile(r"^```(\w*).*?\n(.*?)^```", re.S | re.M)
PRINTED = re.compile(r"^<!-- output of .*?^<!-- end of output -->", re.S | re.M)
LINK = re.compile(r"\]\([^)]*\)|`[^`]*`|<!--.*?-->|<[^>]*>")
NUMBER = re.compile(r"(?<![\w.])(?:\d{1,3}(?: \d{3}(?!\d))+(?:\.\d+)?|\d+\.\d+)(?![\w]|\.\d)")
ANSWER = re.compile(r"(?<=\*\*)\d+(?=\D*?\*\*)")
OF_CODE = re.compile(r"(?<![\w'])\d[\d']*(?:\.\d+)?")
REST = "..."  # 0.637... and ...897 are parts of numbers
LESSON = re.compile(r"\[(?:lesson |Lesson )?(\d)\b[^\]]*\]\((\d)-|\[[^\]]*\]\((\d)-")

PARAGRAPH = r"(?:\(\d+\))*(?:\([a-z]\))?"
ARTICLE = re.compile(rf"\b(?:TEU|TFEU|Article|Protocol|paragraph) \d+{PARAGRAPH}(?:(?:,| and| to) (?:\d+{PARAGRAPH}|\(\d+\)))*(?![\d(])")
LAW = {
    "TEU 16(4)", "TEU 31(1)", "TFEU 114", "TFEU 231", "TFEU 231, 238(4), 239, 294(7)", "TFEU 238(1)", "TFEU 238(1) to (3)", "TFEU 238(2)",
    "TFEU 238(3)", "TFEU 238(4)", "TFEU 239", "TFEU 294", "TFEU 294(7)", "Article 3", "Article 3(3)", "Article 11(4)", "Article 11(5)",
    "Article 11(5) and (6)", "Article 16", "paragraph 4", "Article 20", "Article 148(2)", "Protocol 36",
}
NAMES = ("Austria Belgium Bulgaria Croatia Cyprus Czechia Denmark Estonia Finland France Germany Greece Hungary Ireland Italy Latvia Lithuania "
         "Luxembourg Malta Netherlands Poland Portugal Romania Slovakia Slovenia Spain Sweden Kingdom").split()
CODES = "AT BE BG HR CY CZ DE DK EE EL ES FI FR HU IE IT LT LU LV MT NL PL PT RO SE SI SK UK".split()
DIGITS = re.compile(r"\d+")
WORD = re.compile(rf"\b(?:{'|'.join(NAMES + CODES)}|(?i:{'|'.join(lesson_facts.WORDS[3:])}))\b|\*\*[^*]+\*\*|\b(?i:(?:not )?adopted)\b")


def digits(number):
    """What counts of a number: its digits, without zeros around them."""
    return re.sub(r"\D", "", number).strip("0")


def prose_of(text):
    """The page without its code, its links and its marks."""
    return LINK.sub("]", BLOCK.sub("", text)).replace("\n", " ").replace(REST, "")


def findings_of(name, text, code):
    """Numbers of the prose that are not in the code."""
    known = {digits(n) for n in OF_CODE.findall(code)}
    prose = re.sub(r" +", " ", prose_of(text))
    for number in dict.fromkeys(NUMBER.findall(prose) + ANSWER.findall(prose)):
        if digits(number) and digits(number) not in known:
            yield f"{name}: {number} stands in no program of the page"


def plain(text):
    """The words of a page on one line: no code, no targets of links, no headings, no numbers of lists."""
    text = BLOCK.sub("", PRINTED.sub("", text))
    text = re.sub(r"^#.*$|^ *(?:\d+\.|-)(?= )", "", re.sub(r"<[^>]*>", "", text), flags=re.M)
    return " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("`", "").split())


def parts_of(text):
    """The parts of a page by their headings, the first one without."""
    pieces = re.split(r"^## (.*)$", BLOCK.sub(lambda block: re.sub(r"^## ", "##", block[0], flags=re.M), text), flags=re.M)
    return list(zip(["", *pieces[1::2]], pieces[0::2]))


def check_facts(name, text, facts):
    """Does the page say what the facts say, in their order, and nothing else in numbers?"""
    page, counted = "", []
    for title, part in parts_of(text):
        words = plain(part)
        counted += [(len(page), len(page) + len(words))] if title in COUNTED else []
        page += words + " "
    covered, at = [False] * len(page), 0
    for fact in facts:
        fact = " ".join(fact.split())
        found = page.find(fact, at)
        if found < 0:
            yield f"{name}: does not say (or not in this place) what docs/data gives: {fact}"
            continue
        at = found + len(fact)
        covered[found:at] = [True] * len(fact)
    for article in ARTICLE.finditer(page):
        if article[0] in LAW:
            covered[article.start():article.end()] = [True] * len(article[0])
    for lesson in re.finditer(r"\b(?:[Ll]esson|Next:) \d\b|\bAbout \d+ minutes", page):  # see check_links and check
        covered[lesson.start():lesson.end()] = [True] * len(lesson[0])
    tokens = list(DIGITS.finditer(page)) + [word for word in WORD.finditer(page) if any(a <= word.start() < b for a, b in counted)]
    for token in sorted(tokens, key=lambda match: match.start()):
        if not all(covered[token.start():token.end()]):
            yield f"{name}: no fact of lesson_facts.py says '{token[0]}' in: {page[max(0, token.start() - 40):token.end() + 20]}"


def code_lines(code):
    """The lines of a program without includes, comments, braces and blank lines."""
    return [line for line in code.splitlines() if not re.fullmatch(r"\s*(?:#include.*|//.*|[{}();]*)\s*", line)]


def check_parts(name, text):
    parts = parts_of(text)
    if [title for title, _ in parts[1:]] != PARTS:
        yield f"{name}: its parts are not {', '.join(PARTS)}"
        return
    for title, part in parts[1:]:
        if not plain(part):
            yield f"{name}: the part '{title}' is empty"
    by_title = dict(parts)
    programs = [code for language, code in BLOCK.findall(by_title["In C++"]) if language == "cpp"]
    if len(programs) != 1 or "static_assert(" not in programs[0]:
        yield f"{name}: the part 'In C++' has one program, with a static_assert"
    elif not SHORTEST <= len(code_lines(programs[0])) <= LONGEST:
        yield f"{name}: its task in C++ has {len(code_lines(programs[0]))} lines of code; README.md says {SHORTEST} to {LONGEST}"
    if re.findall(r"<summary>(.*?)</summary>", by_title["Solution"]) != ["By hand", "The program"]:
        yield f"{name}: the solution is 'By hand' and 'The program', folded"


def check_links(name, text):
    for said, target, _ in LESSON.findall(text):
        if said and said != target:
            yield f"{name}: a link that says {said} leads to lesson {target}"


def check(root):
    root = pathlib.Path(root)
    folder, data = root / "docs" / "lessons", lesson_facts.data(root)
    minutes = dict(re.findall(r"^\| \[(\d)\..*?\| (\d+) minutes \|$", (folder / "README.md").read_text(encoding="utf-8"), re.M))
    for page in sorted(folder.glob("[0-9]*.md")):
        name, number, text = page.relative_to(root).as_posix(), page.name[0], page.read_text(encoding="utf-8")
        yield from check_parts(name, text)
        yield from check_links(name, text)
        yield from findings_of(name, text, "\n".join(code for _, code in BLOCK.findall(text)))
        yield from check_facts(name, text, lesson_facts.LESSONS[number](data))
        if f"About {minutes.get(number)} minutes" not in text:
            yield f"{name}: README.md has another duration"
    sheet = (folder / "sheet.md").read_text(encoding="utf-8")
    yield from check_facts("docs/lessons/sheet.md", sheet, lesson_facts.LESSONS["sheet"](data))
    if set(PRINTED.findall(sheet)) == set() or "## Solutions\n\n<!-- output of examples/teaching_sheet.solutions -->" not in sheet:
        yield "docs/lessons/sheet.md: its solutions are not what examples/teaching_sheet prints"


if __name__ == "__main__":
    sys.exit(tree.report(list(check(sys.argv[1]))))
