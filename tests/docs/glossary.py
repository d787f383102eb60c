# SPDX-License-Identifier: BSL-1.0
"""Is the glossary complete, and does it cite for each rule that it names what docs/rules/README.md and the headers cite?

That the names in its column of code are declared is asked by names.py.
"""
import pathlib
import re

NAME = "docs/glossary.md"
WORDS = ("Dutch", "French", "German")
# The terms for which a dash stands on purpose: no words were looked for, the library has no name, no text says it.
DASHES = {
    WORDS: {"qualified majority where not all take part", "proportion for some of the members", "flip"},
    ("code",): {"consensus", "Member State with a derogation"},
    ("citation",): {
        "vote",
        "outcome of a vote",
        "general approach",
        "mandate for negotiations",
        "compromise text",
        "trilogue",
        "indicative vote",
        "flip",
    },
}
# What a row cites beside the provision of its rule: the matter that the rule is used for.
ALSO_CITED = {"suspension of rights": {"TEU 7(3)", "TFEU 354"}}

TREATY = re.compile(r"\b(TEU|TFEU|Protocols? \d+(?: Art\.)?)|(?<![\w/(.-])(\d+(?:\(\w+\))*)(?![\w/%-])")


def provisions(text):
    """The provisions of the Treaties that a citation names, each in full: 'TFEU 234, 354' are two."""
    found, treaty = set(), ""
    for part in re.split(r";|\band\b(?= [A-Z])", re.sub(r"\[.*?\]", "", text)):
        treaty = "" if not part.startswith(" ") else treaty
        for named, number in TREATY.findall(part):
            treaty = named or treaty
            if number and treaty:
                found.add(f"{treaty} {number}")
    return found


def rules_of(page):
    """The rules that docs/rules/README.md lists with a provision."""
    found = {}
    for table in page.tables():
        if table[0][1][:2] == ["rule", "provision"]:
            for _, cells in table[1:]:
                found.update((name, provisions(cells[1])) for name in re.findall(r"`rules::(\w+)\(", cells[0]))
    return found


def dashes_of(column):
    return next((terms for columns, terms in DASHES.items() if column in columns), set())


def headers_of_rules(root):
    """Each rule that is a function of a header, with the text of that header."""
    found = {}
    for path in sorted((pathlib.Path(root) / "include/codecision/rules").glob("*.hpp")):
        text = path.read_text(encoding="utf-8")
        found.update((name, text) for name in re.findall(r"constexpr rule (\w+)\(", text))
    return found


def check(root, pages):
    page, rules = pages.get(NAME), rules_of(pages["docs/rules/README.md"]) if "docs/rules/README.md" in pages else {}
    if page is None:
        return
    declared, terms = headers_of_rules(root), set()
    for table in page.tables():
        head = table[0][1]
        for line, cells in table[1:]:
            place, row = f"{NAME}:{line}", dict(zip(head, cells))
            terms.add(cells[0])
            if len(cells) != len(head) or not all(cells):
                yield f"{place}: a cell is empty or missing; write - where nothing is given, and say so in DASHES of tests/docs/glossary.py"
                continue
            for column, text in row.items():
                if (text == "-") != (cells[0] in dashes_of(column)):
                    yield f"{place}: {'a dash' if text == '-' else 'no dash'} for {column}; DASHES of tests/docs/glossary.py says otherwise"
            cited, codes = provisions(row.get("citation", "")), re.findall(r"`(\w+)`", row.get("code", ""))
            for name in codes:
                if name not in rules and name in declared:
                    for each in sorted(each for each in cited if each not in declared[name]):
                        yield f"{place}: the header that declares {name} does not cite {each}"
                elif name in rules and cited - ALSO_CITED.get(cells[0], set()) != rules[name]:
                    said = [" and ".join(sorted(each)) or "nothing" for each in (cited, rules[name])]
                    yield f"{place}: {name} rests on {said[1]} in docs/rules/README.md, and on {said[0]} here"
    for term in sorted(set().union(*DASHES.values(), ALSO_CITED) - terms):
        yield f"tests/docs/glossary.py: DASHES or ALSO_CITED names '{term}', which is no term of {NAME}"
