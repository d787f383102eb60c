# SPDX-License-Identifier: BSL-1.0
"""Do the pages of the rules say what the law, the tables and the worked cases say?

rules_pages.py ROOT [--unchecked]

What a page prints is compared by the tests of the snippets. Here its prose and tables are compared with what is not code: every rule
has a page with its parts; words quoted from the law stand in the citation of a header, under the same provision; arithmetic is done
again (rules_numbers.py), and votes, persons, members and verdicts are counted again from docs/data/ (rules_votes.py, rules_tables.py);
days are those of the tables; the tests and cases that a page names exist. A number from a thousand on, with a decimal or a percentage
that no check reaches is a finding. --unchecked lists all others that no check reaches, such as the 27 of "27 members vote".
"""
import datetime
import functools
import json
import pathlib
import re
import sys

import rules_numbers
import rules_tables
import rules_votes
import tree
from rules_votes import LITERAL

QUOTE = re.compile(r'"([^"]+)"')
BESIDE = "docs/procedure/subsidiarity.md"  # it has the rules of Protocol 2

# Words of the law that no citation of a header has, their provision, and where they were read.
READ = {
    "Where a vote is taken, any Member of the Council may also act on behalf of not more than one other member.":
        ("TFEU 239", "grahnlaw.blogspot.com, 7 July 2009, from OJ C 115, 9.5.2008, p. 154"),
    "douze voix lorsqu'en vertu du présent Traité elles doivent être prises sur proposition de la Commission":
        ("EEC 148(2)", "the Treaty as signed in 1957, fr.wikisource.org"),
    "douze voix exprimant le vote favorable d'au moins quatre membres dans les autres cas":
        ("EEC 148(2)", "the Treaty as signed in 1957, fr.wikisource.org"),
    "From 1 November 2014 to 31 March 2017, if members of the Council, representing: (a) at least three quarters of the population; or "
    "(b) at least three quarters of the number of Member States;":
        ("Decision 2009/857/EC, Article 1", "OJ L 314, 1.12.2009, p. 73, in dataverse 10.7910/DVN/0EGYWY"),
}


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []


def number_of(text):
    found = re.fullmatch(r"\d+", text)
    return int(found[0]) if found else None


def pages_of(root):
    pages = {path.name: path.read_text(encoding="utf-8") for path in sorted((root / "docs/rules").glob("*.md"))}
    pages[BESIDE] = (root / BESIDE).read_text(encoding="utf-8")
    return pages


def place_of(name):
    return name if "/" in name else f"docs/rules/{name}"


def rules_without_a_page(root, pages):
    """Every function of rules:: that makes a rule is named in the overview, with a link to its page."""
    for header in sorted((root / "include/codecision/rules").glob("*.hpp")):
        text = header.read_text(encoding="utf-8")
        text = re.sub(r"namespace detail \{.*?\}  // namespace detail", "", text, flags=re.S)
        for name in re.findall(r"^\[\[nodiscard\]\] constexpr rule (\w+)\(", text, re.M):
            if not re.search(rf"\[`rules::{name}\([^`]*\)`\]\([\w./-]+\.md\)", pages.get("README.md", "")):
                yield f"docs/rules/README.md: rules::{name} has no row with a link to its page"


def quoted(page):
    """(words, what follows them) of the quotations in block quotes; "the same" is the provision before."""
    block, before = "", ""
    for line in page.splitlines() + [""]:
        if line.startswith(">"):
            block += " " + line[1:].strip()
            continue
        for found in re.finditer(r'"([^"]+)"\s*(?:\(((?:[^()]|\([^()]*\))*)\))?', block):
            after = found[2] or ""
            before = before if re.match(r"[a-z]", after) else after
            yield re.sub(r"\s+", " ", found[1]), before, after
        block = ""


def plain(provision):
    return re.sub(r"[^\w()]", "", provision.replace("Article", "Art"))


def invented_quotations(rules, pages):
    """Words in quotation marks are quoted by a header, and under the provision that the page names."""
    known = {}
    for texts in rules.citations.values():
        if len(texts) > 2:
            known.setdefault(texts[2], set()).add(texts[0])
    for words, (provision, _) in READ.items():
        known.setdefault(words, set()).add(provision)
    for name, text in pages.items():
        for words, provision, after in quoted(text):
            if words not in known:
                yield f'{place_of(name)}: no header of the rules quotes "{words}"'
            elif provision and not any(plain(of.split(" with ")[0]).startswith(plain(re.split(r"[,;:]", provision)[0])) for of in known[words]):
                yield f'{place_of(name)}: "{words}" stands in {" and ".join(sorted(known[words]))}, not in {provision}'
            elif re.match(r"second|third", after) and not any(re.match(r"\w+ \w+", after)[0].rstrip(",:") in of for of in known[words]):
                yield f'{place_of(name)}: "{words}" stands in {" and ".join(sorted(known[words]))}, not in the {after}'


def page_links(readme):
    """rule -> its page, and rule -> its row, from the overview."""
    links, rows = {}, {}
    for line in readme.splitlines():
        for rule, page in re.findall(r"\[`rules::(\w+)\([^`]*\)`\]\(([\w./-]+\.md)\)", line):
            links[rule] = BESIDE if page.endswith("subsidiarity.md") else page
            if line.startswith("|"):
                rows[rule] = cells(line)
    return links, rows


def provisions_of(rules, rule):
    return [rules.citations[name] for name in rules.of_rules.get(rule, [])]


def wrong_provisions(rules, pages):
    """The provision of a rule in the overview is one that its citations name, and so is the one in the title of its page."""
    links, rows = page_links(pages.get("README.md", ""))
    for rule, row in rows.items():
        texts = [" ".join(texts) for texts in provisions_of(rules, rule)]
        row_of_two = len(re.findall("rules::", " ".join(row[:1]))) > 1
        series = re.match(r"[A-Z]+", row[1])
        for part in row[1].split(", "):
            told = part if re.match(r"[A-Z]", part) else f"{series[0]} {part}"
            if not row_of_two and not any(re.search(rf"{re.escape(told)}(?![\w(]*\d)(?!\()", text) for text in texts) and \
                    not any(plain(told) == plain(of[0].split(",")[0].split(" with ")[0]) for of in provisions_of(rules, rule)):
                yield f"docs/rules/README.md: {rule}: {told} is not a provision that its citations name"
        if row_of_two and not all(any(plain(part) == plain(of[0]) for name in re.findall(r"rules::(\w+)", row[0]) for of in provisions_of(rules, name))
                                  for part in row[1].split(", ")):
            yield f"docs/rules/README.md: {row[1]} are not the provisions of {row[0]}"
    for rule, name in links.items():
        title = pages.get(name, "# ").splitlines()[0]
        named = re.search(r": ((?:TEU|TFEU) \d+\S*)$", title)
        if named and not any(" ".join(texts).find(named[1]) >= 0 for texts in provisions_of(rules, rule)):
            yield f"{place_of(name)}: {rule} does not rest on {named[1]}"


@functools.lru_cache(maxsize=1)
def known_articles(root):
    known = set()
    sources = list((root / "include/codecision").rglob("*.hpp")) + [root / "docs/data/legal_bases.csv", root / "docs/data/legal_bases.md"] + \
        sorted((root / "tests/law").glob("*.cpp"))
    for path in sources:
        known.update(articles(path.read_text(encoding="utf-8")))
    return known


def unknown_citations(root, pages):
    """An article and its paragraphs are named somewhere in the headers, the data or the tests of the law."""
    known = known_articles(root)
    for name, text in pages.items():
        for article in sorted(articles(rules_numbers.page(name, text).text)):
            if not any(article == other or other.startswith(article + "(") for other in known):
                yield f"{place_of(name)}: {article} is named nowhere in the headers and the data"


def articles(text):
    """TEU 16(4), TFEU 238(3)(a), RoP 11(5): each that a text names, "TFEU 234, 354" as two, "(3), (4)" with the number before."""
    found = set()
    text = re.sub(r"Rules of Procedure, Article", "RoP", text).replace(") and (", "), (")
    for lead, first in re.findall(r"(?<![\w/])(TEU|TFEU|RoP|EEC|EC)(?: Art\.)? (\d+\w?(?:\(\w{1,3}\))*(?:, (?:\d+(?:\(\w{1,3}\))*|(?:\(\w{1,3}\))+)(?! %|\d| \d))*)", text):
        number = ""
        for part in first.split(", "):
            whole = re.match(r"\d+", part)
            number = whole[0] if whole else number
            found.add(f"{lead} {part}" if whole else f"{lead} {number}{part}")
    return found


def missing_parts(pages):
    """Each page of a rule has a quotation or a marked paraphrase, a program, arithmetic by hand, and edge cases or doubts."""
    links, _ = page_links(pages.get("README.md", ""))
    for name in sorted(set(links.values()) | {"quorum.md", "ioannina.md"}):
        text = pages.get(name, "")
        by_hand = re.search(r"^## By hand.*?(?=^## |\Z)", text, re.M | re.S)
        parts = {"words of the law, or a paraphrase marked as one": any(True for _ in quoted(text)) or "**Paraphrased,**" in text,
                 "a block of code": "```cpp\n" in text,
                 "arithmetic in a section `By hand`": by_hand and any(True for _ in rules_numbers.statements(rules_numbers.page(name, by_hand[0]).text)),
                 "a section of edge cases or doubts": re.search(r"^## (?:Edge cases|Doubts)", text, re.M),
                 "a sentence that begins **In one sentence.**": "**In one sentence.**" in text}
        for what, there in parts.items():
            if not there:
                yield f"{place_of(name)}: {what} is missing"


@functools.lru_cache(maxsize=1)
def days_of_data(root):
    """Every day that the tables name, with the days before and after it, and those that headers name."""
    days = set()
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "docs/data").glob("*.*")) if path.suffix in (".csv", ".json", ".md")]
    for text in texts:
        for y, m, d in re.findall(r"\b(\d{4})-(\d\d)-(\d\d)\b", text):
            try:
                day = datetime.date(int(y), int(m), int(d))
            except ValueError:
                continue
            days.update((day + datetime.timedelta(n)).isoformat() for n in (-1, 0, 1))
    for path in (root / "include/codecision").rglob("*.hpp"):
        texts.append(path.read_text(encoding="utf-8"))
    for text in texts:
        days.update(iso(found) for found in rules_numbers.DATE.finditer(text) if found[1])
    return days


def iso(found):
    if found[4]:
        return found[0]
    month = rules_numbers.MONTHS.index(found[2]) + 1
    return f"{found[3]}-{month:02d}" + (f"-{int(found[1]):02d}" if found[1] else "")


def unknown_days(root, pages):
    """A day on a page is one of docs/data/, or of a program on the page."""
    known = days_of_data(root)
    for name, text in pages.items():
        p = rules_numbers.page(name, text)
        theirs = known | {found[0] for found in re.finditer(r"\b\d{4}-\d\d-\d\d\b", text)}
        for found in rules_numbers.DATE.finditer(p.text):
            if not found[4] and not any(day.startswith(iso(found)) for day in theirs):
                yield f"{place_of(p.place(found.start()))}: {found[0]} is a day of no table"


HOLDS_FROM = re.compile(r"\bholds? from (\d+ \w+ \d{4})")


def wrong_first_days(rules, pages):
    """"It holds from ..." is the first day of a system of qmv_regimes.csv: on the page of TEU 16(4) that of Lisbon's."""
    first = {"qualified-majority.md": "LISBON_OR_NICE"}
    for name, regime in first.items():
        for found in HOLDS_FROM.finditer(pages.get(name, "")):
            if iso(rules_numbers.DATE.match(found[1])) != rules.regimes[regime]["from"]:
                yield f"{place_of(name)}: it holds from {rules.regimes[regime]['from']}, not {found[1]}"


ROWS = {"55 % (238(3)(a))": "qm55", "the same in TEU 16(4)": "qm_16_4_all_members", "72 %": "qm72",
        "simple majority": "simple", "four fifths": "four_fifths", "a quarter": "quarter", "a third": "third"}


def wrong_members(root, pages):
    """The table of the overview is that of the worked cases; TEU 16(4) is there for councils of 26 and more."""
    worked = json.loads((root / "tests/vectors/members_needed.json").read_text(encoding="utf-8"))
    cases = {case["n"]: case for case in worked}
    lines = [cells(line) for line in pages.get("README.md", "").splitlines()]
    heads = [row for row in lines if row and row[0] == "members who vote"]
    if len(heads) != 1:
        yield "docs/rules/README.md: the table 'members who vote' is missing"
        return
    sizes = [int(cell) for cell in heads[0][1:]]
    compared = 0
    for row in lines:
        for n, needed in zip(sizes, row[1:]) if row and row[0] in ROWS and len(row) == len(heads[0]) else ():
            wanted = cases[n][ROWS[row[0]]]
            compared += 1
            if wanted is not None and number_of(needed) != wanted:
                yield f"docs/rules/README.md: {row[0]} of {n} is {needed}, and {wanted} in members_needed.json"
    if compared != len(ROWS) * len(sizes):
        yield f"docs/rules/README.md: {compared} numbers of members compared, {len(ROWS) * len(sizes)} wanted"


REGIMES = {"six": "EEC6", "nine": "EC9", "ten": "EC10", "twelve": "EC12", "fifteen": "EU15",
           "twenty_five_transition": "EU25t", "twenty_five_nice": "EU25n", "twenty_seven_nice": "EU27n",
           "twenty_eight_nice": "EU28n"}


def first_and_last(text):
    """The first and last day of "1 May to 31 October 2004", "1995-April 2004", "November 2004-2006"; (None, None) when there is none."""
    year = re.search(r"(\d{4})\D*$", text)
    ends = re.split(r" to |-", text.split(",")[0])
    if len(ends) != 2 or not year:
        return None, None
    days = []
    for end, month, day in zip(ends, ("01", "12"), ("01", "31")):
        end = end if re.search(r"\d{4}", end) else f"{end} {year[1]}"
        found = rules_numbers.DATE.search(end)
        days.append(iso(found) if found else f"{re.search(r'[0-9]{4}', end)[0]}-{month}")
    return days


def wrong_regimes(rules, p):
    """Votes, blocking votes, members and days of the nine systems are those of qmv_regimes.csv."""
    name = p.name.rpartition("/")[2]
    if name not in ("weighted-votes.md", "nice-votes.md", "README.md"):
        return
    seen = set()
    for at, line in p.paragraphs():
        row = cells(p.source[at:at + len(line)]) if line.startswith("|") else []
        regime = REGIMES.get(row[0].strip("`")) if row else None
        if regime is None:
            continue
        seen.add(regime)
        r = rules.regimes[regime]
        members = [r["min_members_on_commission_proposal"] or "-", r["min_members_otherwise"]]
        wanted = [f"{r['qm_votes']} of {r['total_votes']}"]
        wanted += [" / ".join(members), "-" if r["population_check"] == "no" else f"{rules.check.part * 100} %"] if name == "README.md" \
            else [r["blocking_votes"], ", ".join(members)]
        first, last = first_and_last(row[1].split(";")[0].split(", and")[0])
        p.look(at, at + len(line))
        if any(not re.match(re.escape(right) + r"(?! ?[\d])", cell) for right, cell in zip(wanted, row[2:])) \
                or not first or not r["from"].startswith(first) or not r["to_inclusive"].startswith(last):
            yield f"{p.place(at)}: {row[0]} is not as in docs/data/qmv_regimes.csv: {r['from']} to {r['to_inclusive']} | {' | '.join(wanted)}"
    for missing in sorted(set(REGIMES.values()) - seen) if name == "README.md" else ():
        yield f"docs/rules/README.md: the row of {missing} is missing"


def wrong_bases(root, pages):
    """The rows of the catalogue's page are those of legal_bases.csv."""
    known = {row["basis"]: row for row in tree.rows_of(root / "docs/data/legal_bases.csv")}
    seen = 0
    for row in map(cells, pages.get("catalogue.md", "").splitlines()):
        if len(row) == 4 and row[0] in known:
            seen += 1
            r = known[row[0]]
            if row[1:] != [r["subject"], r["council_rule"], r["who_votes"]]:
                yield f"docs/rules/catalogue.md: {row[0]} is not as in docs/data/legal_bases.csv"
    total = re.search(r"legal_bases\(\)\.size\(\) == (\d+)", pages.get("catalogue.md", ""))
    if seen < 5 or not total or int(total[1]) != sum(1 for _ in tree.rows_of(root / "docs/data/legal_bases.csv")):
        yield "docs/rules/catalogue.md: its rows or their number are not those of docs/data/legal_bases.csv"


def wrong_counts(rules, p):
    """How many rows of legal_bases.csv have which status; and what holds for TFEU 114 on the days of the table."""
    if not p.name.endswith("catalogue.md"):
        return
    rows = tree.rows_of(rules.root / "docs/data/legal_bases.csv")
    c = rules_tables.row_check(p, None)
    whole = (0, p.text)
    c.phrase(whole, r"(\d+) rows, each", len(rows))
    for status in ("confirmed", "derived", "interpretation"):
        c.phrase(whole, rf"{status} \((\d+)\b", sum(row["status"] == status for row in rows))
    for table in p.tables():
        for row in table[1:] if table[0][0][1] == "TFEU 114 on" else ():
            day = iso(rules_numbers.DATE.match(row[0][1]))
            asked, regime = "weighted votes asked for" in row[0][1], rules.regime_on(day)
            regime = "EU28n" if asked and regime == "LISBON_OR_NICE" else regime
            r = rules.regimes[regime]
            of = f"{r['min_members_on_commission_proposal']} of {r['members']}"
            if day < min(base["from"] for base in rows if base["basis"] == "TFEU 114") or asked and regime.startswith("LISBON"):
                wanted = ("error", "-")
            else:
                wanted = ("TEU 16(4)" if regime.startswith("LISBON") else f"weighted votes of the {r['members']}", of)
            p.look(row[1][0], row[2][0] + len(row[2][1]))
            if not row[1][1].startswith(wanted[0]) or row[2][1] != wanted[1]:
                c.wrong(row[0][0], " | ".join(cell[1] for cell in row), " | ".join(wanted))
    yield from c.found


def wrong_cards(rules, p):
    """Thresholds of the cards, against tests/vectors/misc.json; the votes of the parliaments, against national_parliaments.csv."""
    if p.name != BESIDE:
        return
    worked = {case["votes"]: case for case in json.loads((rules.root / "tests/vectors/misc.json").read_text(encoding="utf-8")) if "yellow" in case}
    c = rules_tables.row_check(p, None)
    for table in p.tables():
        if table[0][0][1] != "card":
            continue
        for place in (2, 3):
            p.look(table[0][place][0], table[0][place][0] + len(table[0][place][1]))
            votes, members = re.match(r"of (\d+) \((\d+)", table[0][place][1]).groups()
            if int(votes) != 2 * int(members):
                c.wrong(table[0][place][0], table[0][place][1], 2 * int(members))
            for row in table[1:]:
                wanted = worked[int(votes)][{"yellow": "yellow", "yellow, TFEU 76": "yellow_art76", "orange": "orange"}[row[0][1]]]
                c.number(*row[place], wanted)
    rows = [row for row in tree.rows_of(rules.root / "docs/data/national_parliaments.csv") if row["chambers"] == "2"]
    two = [row["code"] for row in rows if row["code"] != "UK"]
    listed = re.search(r"(\w+) of the (\d+) have two chambers:\s+((?:[A-Z]{2}(?:, | and )?)+)", p.text)
    if not listed or re.findall("[A-Z]{2}", listed[3]) != two or rules_numbers.WORDS.get(listed[1].lower()) != len(two):
        c.wrong(listed.start() if listed else 0, "two chambers", f"{len(two)}: {', '.join(two)}")
    else:
        p.look(listed.start(), listed.end())
    yield from c.found


def wrong_ioannina(rules, p):
    """Members and shares that can ask for more discussion, against tests/vectors/misc.json and the header."""
    if not p.name.endswith("ioannina.md"):
        return
    worked = [case for case in json.loads((rules.root / "tests/vectors/misc.json").read_text(encoding="utf-8")) if "pop_share_pct" in case]
    old = re.search(r"members with (\d+) to (\d+) votes.*?at least (\d+)", rules.citations["ioannina_1994"][-1] + " ".join(rules.citations["ioannina_1994"]))
    c = rules_tables.row_check(p, None)
    for found in re.finditer(r"members with (\d+)\s+to (\d+)\s+(?:of the (\d+) )?votes|it is (\d+) to (\d+), and (\d+)\.|at least (\d+) votes", p.text):
        p.look(found.start(), found.end())
        a, b, whole, a2, b2, least, least2 = found.groups()
        if (a or a2 or old[1], b or b2 or old[2], least or least2 or old[3]) != old.groups() or whole not in (None, rules.regimes["EU15"]["total_votes"]):
            c.wrong(found.start(), found[0], f"{old[1]} to {old[2]}, {old[3]}")
    for table in p.tables():
        for row in table[1:] if table[0][0][1] == "in force" else ():
            told = re.match(r"(\d+) members \((\d+) under TFEU 238\(2\)\), or ([\d.]+) %", row[2][1])
            days = [iso(day) for day in rules_numbers.DATE.finditer(row[0][1])]
            if not told:
                continue
            case = worked[0] if row[0][1].startswith("since") else worked[1]
            p.look(row[0][0], row[2][0] + len(row[2][1]))
            if [case["members"], case["members2"]] != [int(told[1]), int(told[2])] or f"{case['pop_share_pct']:.2f}" != told[3]:
                c.wrong(row[2][0], row[2][1], f"{case['members']}, {case['members2']}, {case['pop_share_pct']} %")
            if not all(day in case["what"] for day in days):
                c.wrong(row[0][0], row[0][1], case["what"])
    yield from c.found


def known_rules(rules, name, links):
    """The rules that a page is about."""
    own = [rule for rule, page in links.items() if page == name and rule in rules.members]
    return own + {"institutions.md": [], "quorum.md": ["simple_majority"], "ioannina.md": ["qualified_majority", "reinforced_majority"]}.get(name, [])


OF = re.compile(rf"(?<![\w.,/] )(?<![\d.,/])\b(\d+) of (?:all )?(\d+)\b(?! ?\d|\.\d| persons| votes)")


def wrong_parts(rules, p, links):
    """"15 of 27" in running text or beside a rule: so many are needed, or so many block, under a rule of the page or of the row."""
    name = p.name if p.name == BESIDE else p.name.rpartition("/")[2]
    for start, line in p.paragraphs():
        told = p.source[start:start + len(line)]
        named = [rule for rule in re.findall(r"(?:rules::)?(\w+)\(", told) if rule in rules.members] if line.startswith("|") else []
        if line.startswith("| 7(4)"):
            named = ["reinforced_participants_majority"]
        for found in OF.finditer(line):
            at, part, whole = start + found.start(), int(found[1]), int(found[2])
            if all(p.looked_at(start + found.start(i)) for i in (1, 2)):
                continue
            mistaken = told.startswith("- *") and told[2:found.end()].count("*") == 1  # what people get wrong
            asked = named or known_rules(rules, name, links) or [r for r in rules.members if r != "unanimity"] * (name != "README.md")
            right = {rules.members[rule].needed(whole) for rule in asked} | ({whole - rules.members[rule].needed(whole) + 1 for rule in asked} if not named else set())
            p.look(at, start + found.end())
            if asked and part not in right and not mistaken:
                yield f"{p.place(at)}: {found[0]}: counted it is {' or '.join(map(str, sorted(right)))}"
        for found in re.finditer(r"(\d+) of (\d+) and of (\d+)", line):
            p.look(start + found.start(), start + found.end())
            if any(rules.members[rule].needed(int(found[3])) != int(found[1]) for rule in named[-1:]):
                yield f"{p.place(start + found.start())}: {found[0]}: not so"
    for table in p.tables():
        whole = re.match(r"of (\d+)( without one)?$", table[0][1][1]) if len(table[0]) > 1 else None
        for row in table[1:] if whole else ():
            told = re.search(r"`rules::(\w+)\([^\n]*$", p.source[:row[1][0]])
            at, said = row[1]
            p.look(at, at + len(said))
            if told and int(said) != rules.members[told[1]].needed(int(whole[1])):
                yield f"{p.place(at)}: {told[1]} of {whole[1]} is {rules.members[told[1]].needed(int(whole[1]))}, not {said}"
            if whole and told:
                p.look(table[0][1][0], table[0][1][0] + len(table[0][1][1]))


OF_MEMBERS = re.compile(r"(\d+) %(?= of (?:the |its |all |those )?(?:members|them|those|who)|\s+of (?:the )?members)")
OF_PERSONS = re.compile(r"(\d+) %(?= of (?:the |their |these |theirs|the Union's )+(?:total )?(?:Union's )?(?:population|persons|people|participants|))")


def wrong_percentages(rules, p, links):
    """A percentage is one of the rule of the page or of the row: of members after "% of the members", else of persons, or any of the law."""
    name = p.name if p.name == BESIDE else p.name.rpartition("/")[2]
    members = {rule: str(int(s.part * 100)) for rule, s in rules.members.items() if (s.part * 100).denominator == 1 and s.part.denominator not in (1, 2, 3, 4, 5)}
    persons = {str(int(s.part * 100)) for s in rules.population.values()}
    block, check = str(int(rules.k_share.part * 100)), str(int(rules.check.part * 100))
    law_of_all = set(members.values()) | persons | {block} | ({check} if name in ("README.md", "nice-votes.md", "weighted-votes.md") else set())
    own = {members[rule] for rule in known_rules(rules, name, links) if rule in members}
    for start, line in p.paragraphs():
        row = [rule for rule in re.findall(r"rules::(\w+)\(", p.source[start:start + len(line)]) if rule in members] if line.startswith("|") else []
        theirs = {members[row[0]]} if row else own or set(members.values())
        for at, digits in [(start + f.start(1), f[1]) for f in re.finditer(r"(?<![\w.])(\d+(?:\.\d+)?) %", line)]:
            if p.looked_at(at) or digits in ("100",):
                continue
            after = p.text[at:at + 80]
            if OF_PERSONS.match(after) and not re.match(r"\d+ % of (?:the )?members", after):
                allowed = persons | {block} | ({check} if name in ("README.md", "nice-votes.md") else set())
            elif OF_MEMBERS.match(after) or row and line[:at - start].count("|") == 4:
                allowed = theirs
            elif row and line[:at - start].count("|") == 5:
                allowed = persons
            else:
                allowed = law_of_all
            if "." in digits:
                continue
            p.look(at, at + len(digits))
            if digits not in allowed:
                yield f"{p.place(at)}: {digits} %: here the law asks for {' or '.join(sorted(allowed))} %"
        if row and not p.name.endswith(BESIDE):
            floor = re.search(r"at least (\d+) \|", line)
            clause = re.search(r"fewer than (\d+) not", line)
            for found, wanted in ((floor, rules.members[row[0]].never_below), (clause, rules.fixed_block)):
                if found:
                    p.look(start + found.start(), start + found.end())
                    if int(found[1]) != wanted:
                        yield f"{p.place(start)}: {found[0]}: it is {wanted}"


def quotations_are_reached(p):
    """What stands in a quotation was compared with the citations."""
    for found in re.finditer(r"^>.*$", p.source, re.M):
        p.look(*found.span())


def unreached(p):
    """Numbers that must be compared: from a thousand on, and with a decimal."""
    for at, digits in p.unreached():
        if "." in digits or " " in digits:
            yield f"{p.place(at)}: {digits}: no check reaches this number; the forms are in tests/structure/rules_numbers.py and rules_tables.py"


def missing_files(root, pages):
    for name, text in pages.items():
        for path in re.findall(r"\b(tests/[\w./]+\.(?:cpp|json|md))", text):
            if not (root / path).is_file():
                yield f"docs/rules/{name}: {path} does not exist"


def missing_cases(root, pages):
    """A case named on a page, such as "case Q7" or "cases B25 to B28", is one of tests/vectors/."""
    ids = set()
    for path in (root / "tests/vectors").glob("*.json"):
        ids.update(str(case.get("id")) for case in json.loads(path.read_text(encoding="utf-8")))
    for name, text in pages.items():
        for words in re.findall(r"\b[Cc]ases? ((?:[A-Z]\d+(?:, | to | and )?)+)", text.replace("\n", " ")):
            for case in re.findall(r"[A-Z]\d+", words):
                if case not in ids:
                    yield f"docs/rules/{name}: there is no case {case} in tests/vectors/"


@functools.lru_cache(maxsize=1)
def law_of(root):
    return rules_votes.law(root)


def check(root, pages=None, unchecked=None, only=None):
    """`only` names the one page whose numbers and words are compared."""
    root = pathlib.Path(root)
    pages = pages_of(root) if pages is None else pages
    rules = law_of(root)
    findings = list(rules_votes.differences(rules))
    for find in (rules_without_a_page, wrong_members, wrong_bases):
        findings += find(root, pages)
    asked = {only: pages[only]} if only else pages
    for find in (missing_files, missing_cases, unknown_days, unknown_citations):
        findings += find(root, asked)
    findings += invented_quotations(rules, asked)
    findings += wrong_provisions(rules, pages)
    findings += missing_parts(pages)
    findings += wrong_first_days(rules, pages)
    links, _ = page_links(pages.get("README.md", ""))
    for name, text in asked.items():
        p = rules_numbers.page(place_of(name), text)
        quotations_are_reached(p)
        findings += rules_numbers.wrong_arithmetic(p)
        findings += rules_tables.verdicts_of_chains(p)
        for count in rules_tables.COUNTERS + (wrong_regimes, wrong_counts, wrong_cards, wrong_ioannina):
            findings += count(rules, p)
        findings += wrong_parts(rules, p, links)
        findings += wrong_percentages(rules, p, links)
        findings += unreached(p)
        if unchecked is not None:
            unchecked += [f"{p.place(at)}: {digits}: {' '.join(p.text[max(at - 30, 0):at + 30].split())}" for at, digits in p.unreached()]
    return findings


if __name__ == "__main__":
    left = [] if "--unchecked" in sys.argv else None
    found = check(sys.argv[1], unchecked=left)
    print("\n".join(left) if left else "", end="\n" if left else "")
    sys.exit(tree.report(found))
