# SPDX-License-Identifier: BSL-1.0
"""The numbers of a page of the rules, and its arithmetic, which is done again here in fractions.

What is arithmetic is written in one form on these pages, in running text and in tables:

    100 x 24 = 2 400 >= 55 x 27 = 1 485      expressions of + - x / in a chain of = < > <= >=
    65 % of 3 000 persons is 1 950           a share of a number, or of a percentage
    4 900 of 7 000 persons is 70 %           a number as a share of another
    ..., so 15                               after any of these: the least whole number that is not below the last value
    ..., by 56                               after < > <= >=: by how much

A decimal on the right side of = or "is" may be rounded, to the digits that it shows; a whole number is exact. What comes after
code and links, dates, citations and years is a number of the page; `unreached` names those that no check has looked at.
"""
import bisect
import math
import re
from fractions import Fraction

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
WORDS = {word: n for n, word in enumerate(ONES)}
WORDS.update({"twenty" + ("-" + ONES[n] if n else ""): 20 + n for n in range(10)})

DIGITS = r"(?:\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?"
NUMBER = re.compile(rf"(?<![\w.,'/-])(?<!\d ){DIGITS}(?![\w'])(?!\.\d)")
COUNT = rf"(?:{DIGITS}|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
MONTHS = "January February March April May June July August September October November December".split()
DATE = re.compile(rf"(?<!\w)(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})\b|\b(\d{{4}})-(\d\d)-(\d\d)\b")
PARAGRAPH = r"\d+(?:\(\w{1,3}\))*"
CITATION = re.compile(
    rf"\b(TEU|TFEU|EEC|EC|RoP|Articles?|Art\.|Protocols?(?= \d+ (?:Art|and)))\s({PARAGRAPH}(?:(?:,? and |, | to )(?:(?:TFEU |TEU )?{PARAGRAPH}|(?:\(\w{{1,3}}\))+)(?![ \d%]*(?:%|x |of ))(?!\.\d))*)"
    rf"|(?<![\w.])()(\d+(?:\(\w{{1,3}}\))+)")
NOT_COUNTED = re.compile(r"\b(?:CELEX [\w/]+(?: and [\w/]+/TXT)?|\d{4}/\d+/\w+|\(EU[^)]*\) \d+/\d+|COM\(\d+\) \d+|Decision \d+/\d+/\w+|Protocol \d+|"
                         r"Protocols \d+ and \d+|[A-Z]\d+)\b")
YEAR = re.compile(r"(?<![\d.,'/-])(?<!\d )(?:19[5-9]\d|20[0-4]\d)(?![\w.']\d)(?! \d{3}\b)(?!\w)")


def value(text):
    """The number that these digits or this word is."""
    return Fraction(WORDS[text]) if text in WORDS else Fraction(text.replace(" ", ""))


def shows(exact, text):
    """Is this the number, rounded to the digits that are shown?"""
    places = len(text.partition(".")[2])
    if not places:
        return exact == value(text)
    return math.floor(abs(exact) * 10**places + Fraction(1, 2)) == abs(value(text)) * 10**places


def spaces(found):
    return re.sub(r"[^\n]", " ", found[0])


class page:
    """A page: its text without code, links and marks, at the same places, and which of its numbers were looked at."""

    def __init__(self, name, text):
        self.name, self.source = name, text
        text = re.sub(r"^```.*?^```$", spaces, text, flags=re.S | re.M)
        text = re.sub(r"<!--.*?-->|`[^`\n]*`|\]\([^)\n]*\)|COD-\w+", spaces, text, flags=re.S)
        text = re.sub(r"[*\[\]]", " ", text)
        text = re.sub(r"^> ?(?=.)", spaces, text, flags=re.M)
        text = re.sub(r"(?<=[^\n|])\n(?=[ ]*[^\s|#>-])", " ", text)  # one line for each paragraph; the places stay
        self.text = text
        self.ends = [found.start() for found in re.finditer("\n", self.source)]
        self.seen = []
        self.not_numbers = [found.span() for pattern in (DATE, CITATION, NOT_COUNTED, YEAR) for found in pattern.finditer(text)]

    def line(self, at):
        return bisect.bisect_left(self.ends, at) + 1

    def place(self, at):
        return f"{self.name}:{self.line(at)}"

    def look(self, start, end):
        """What stands here was compared."""
        self.seen.append((start, end))

    def numbers(self):
        """Every number: where it stands and its digits."""
        return [(f.start(), f[0]) for f in NUMBER.finditer(self.text) if not any(a <= f.start() < b for a, b in self.not_numbers)]

    def looked_at(self, at):
        return any(a <= at < b for a, b in self.seen)

    def unreached(self):
        """The numbers that no check has looked at and that are not one, written the same way, that was."""
        known = {digits for at, digits in self.numbers() if self.looked_at(at) and (len(digits) > 3 or "." in digits)}
        return [(at, digits) for at, digits in self.numbers() if not self.looked_at(at) and digits not in known]

    def paragraphs(self):
        """(start, text) of every line, where a paragraph is one line."""
        at = 0
        for line in self.text.split("\n"):
            yield at, line
            at += len(line) + 1

    def tables(self):
        """Lists of rows; a row is a list of cells, a cell is (start, text)."""
        table = []
        for at, line in list(self.paragraphs()) + [(0, "")]:
            if line.startswith("|"):
                row, start = [], at + 1
                for cell in line.strip()[1:-1].split("|"):
                    row.append((start + len(cell) - len(cell.lstrip()), cell.strip()))
                    start += len(cell) + 1
                if not re.fullmatch(r"[-:| ]+", line):
                    table.append(row)
            elif table:
                yield table
                table = []

    def section(self, at):
        """The text from the last heading to this place."""
        return self.text[max(self.text.rfind("\n#", 0, at), 0):at]

    def year_at(self, at):
        """The last year that was named in this section before this place."""
        found = YEAR.findall(self.section(at))
        return found[-1] if found else None


TOKEN = re.compile(rf"\s*(?:(?P<number>{NUMBER.pattern})|(?P<compare><=|>=|[<>=])|(?P<sign>[+/()-]|x\b)|(?P<percent>%)|(?P<word>[\w-]+)|(?P<other>\S))")
UNITS = {"persons", "members", "votes", "States", "seats", "them", "cast"}
COMPARE = {"=": lambda a, b: a == b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b}


class no_arithmetic(Exception):
    pass


class reader:
    """Reads arithmetic from a text, from a place on."""

    def __init__(self, text, start, end):
        self.text, self.end, self.at = text, end, start

    def peek(self):
        found = TOKEN.match(self.text, self.at, self.end)
        return (found.lastgroup, found[found.lastgroup], found.end()) if found else (None, None, self.at)

    def take(self, *wanted):
        kind, token, end = self.peek()
        if kind in wanted or token in wanted:
            self.at = end
            return token
        return None

    def need(self, *wanted):
        token = self.take(*wanted)
        if token is None:
            raise no_arithmetic
        return token

    def unit(self):
        kind, token, end = self.peek()
        if kind == "word" and token in UNITS:
            self.at = end

    def factor(self):
        if self.take("("):
            inner = self.sum()
            self.need(")")
            self.composed = True
            return inner
        digits = self.need("number")
        number = value(digits)
        self.last, self.percent = digits, False
        if self.take("%"):
            self.percent = True
            if self.take("of"):
                number = number * self.factor() / 100
                self.unit()
                self.composed = self.share = True
            return number
        before = self.at
        self.unit()
        if self.take("of"):
            try:
                whole = self.factor()
                if not self.percent and whole:
                    self.unit()
                    self.composed = self.share = self.percent = True
                    return 100 * number / whole
            except no_arithmetic:
                pass
        self.at = before
        return number

    def product(self):
        number = self.factor()
        while True:
            sign = self.take("x", "/")
            if not sign:
                return number
            other = self.factor()
            if sign == "/" and not other:
                raise no_arithmetic
            number = number * other if sign == "x" else number / other
            self.composed = True

    def sum(self):
        number = self.product()
        while True:
            before = self.at
            sign = self.take("+", "-")
            if not sign:
                return number
            try:
                other = self.product()
            except no_arithmetic:
                self.at = before
                return number
            number = number + other if sign == "+" else number - other
            self.composed = True

    def side(self):
        """One side: its value, the digits when it is one number, and whether it is a percentage."""
        self.composed = self.share = False
        number = self.sum()
        return number, None if self.composed else self.last, self.percent, self.share

    def chain(self):
        """[side, comparison, side, ...] with two sides at least."""
        links = [self.side()]
        while True:
            before = self.at
            self.unit()
            compare = self.take("compare")
            if not compare and links[-1][3] and (self.take("is") or self.take("are")):
                compare = "="
            if not compare:
                self.at = before
                return links
            try:
                side = self.side()
            except no_arithmetic:
                self.at = before
                return links
            links += [compare, side]


SO = re.compile(rf"(?: ?%)?(?: \w+)?,? so (?:at least )?({COUNT})(?![\w.-]*\d)\b")
BY = re.compile(rf",? by ({DIGITS})(?= ?[|,.;\n]|$)")


def statements(text, start=0, end=None):
    """(start, end, chain) of everything that is arithmetic between two places of a text."""
    at, end = start, len(text) if end is None else end
    while True:
        found = re.compile(rf"\(?{NUMBER.pattern}").search(text, at, end)
        if not found:
            return
        read = reader(text, found.start(), end)
        try:
            links = read.chain()
        except no_arithmetic:
            links = []
        if len(links) > 1:
            yield found.start(), read.at, links
            at = read.at
        else:
            at = NUMBER.search(text, found.start(), end).end()


def wrong_arithmetic(p):
    """Every statement of a page is done again."""
    for start, end, links in statements(p.text):
        p.look(start, end)
        exact = links[0][0]  # what was computed, while later sides only show it
        for compare, side in zip(links[1::2], links[2::2]):
            number, digits = side[:2]
            right = shows(exact, digits) if compare == "=" and digits else COMPARE[compare](exact, number)
            if not right:
                yield f"{p.place(start)}: {p.text[start:end].strip()}: not so, {float(exact):.12g} {compare} {float(number):.12g}"
            previous, exact = exact, exact if compare == "=" and digits else number
        so, by = SO.match(p.text, end), BY.match(p.text, end)
        if so:
            p.look(end, so.end())
            if value(so[1]) != math.ceil(exact):
                yield f"{p.place(end)}: {p.text[start:so.end()].strip()}: it is {math.ceil(exact)}"
        if by and links[-2] != "=" or by and len(links) > 3 and set(links[1::2]) != {"="}:
            p.look(end, by.end())
            sides = [links[0][0]]
            for compare, side in zip(links[1::2], links[2::2]):
                if compare != "=":
                    sides.append(side[0])
            if value(by[1]) != abs(sides[-1] - sides[-2]):
                yield f"{p.place(end)}: {p.text[start:by.end()].strip()}: it is {abs(sides[-1] - sides[-2])}"
