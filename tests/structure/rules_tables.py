# SPDX-License-Identifier: BSL-1.0
"""The tables and sentences of the pages of the rules about votes, members and persons, counted again.

A vote is told by words: who votes ("2014 without DK IE UK", "euro area of 2024"), and who is not in favour ("DE FR IT", "the same
without BG", "the 12 smallest", "all but MT"). Year and council of a table are named in its first cells or before it. What follows in
the row or sentence is counted from docs/data/ and compared: members, persons, percentages, margins and verdicts.
"""
import re
from fractions import Fraction

import rules_votes
from rules_numbers import COUNT, DIGITS, NUMBER, WORDS, shows, value

CODES = r"[A-Z]{2}(?: [A-Z]{2})*"
PAGES = {"qualified-majority.md": "qualified_majority", "reinforced-majority.md": "reinforced_majority",
         "participants-majority.md": "participants_majority", "reinforced-participants-majority.md": "reinforced_participants_majority",
         "simple-majority.md": "simple_majority", "four-fifths-majority.md": "four_fifths_majority", "unanimity.md": "unanimity",
         "constructive-abstention.md": "constructive_abstention", "quorum.md": "simple_majority"}
SYSTEMS = {"six": "EEC6", "nine": "EC9", "ten": "EC10", "twelve": "EC12", "fifteen": "EU15", "twenty-five in transition": "EU25t"}


def council_of(rules, text, before=None):
    """(year, members) of a description, or None. `before` is the council of the row above."""
    year = re.search(r"\b(?:19|20)\d\d\b", text)
    if text.startswith(("the same", "and ")) and not year:
        return before
    if not year or year[0] not in rules.people and not text.startswith("euro area"):
        return None
    year = year[0]
    named = re.search(rf"(without|:) ({CODES})", text)
    if "euro area" in text:
        return year, rules.euro_area_on(f"{year}-06-01")
    if named and named[1] == "without":
        everybody = rules.people.get(year, rules.states)
        return year, [code for code in everybody if code not in named[2].split()]
    if named and re.search(rf"\b({'|'.join(WORDS)}) in \d", text):
        return year, named[2].split()
    return year, list(rules.people[year])


def group_of(rules, text, council, before=None):
    """The members that a description names, or None."""
    year, everybody = council
    ordered = sorted(everybody, key=lambda code: rules.people.get(year, {}).get(code, 0))
    smallest = re.search(rf"the ({COUNT}) smallest", text)
    if smallest:
        return ordered[:int(value(smallest[1]))]
    codes = re.search(rf"(all but |the same without |the same and |and )?({CODES})", text)
    if not codes:
        return before if text.startswith("the same") else None
    named = codes[2].split()
    if not all(code in rules.states for code in named):
        return None
    how = (codes[1] or "").strip()
    if how == "the same without" and before:
        return [code for code in before if code not in named]
    if how in ("the same and", "and") and before:
        return before + named
    return [code for code in everybody if code not in named] if how == "all but" else named


class row_check:
    """Compares the phrases of a row with a vote that was counted."""

    def __init__(self, page, row):
        self.page, self.row, self.found = page, row, []

    def wrong(self, at, said, counted):
        self.found.append(f"{self.page.place(at)}: {said}: counted from docs/data it is {counted}")

    def number(self, at, digits, counted):
        self.page.look(at, at + 1)
        if not shows(Fraction(counted), digits):
            self.wrong(at, digits, counted)

    def phrase(self, cell, pattern, counted):
        """The first group of a pattern in a cell is this number."""
        for found in re.finditer(pattern, cell[1]):
            at = cell[0] + found.start(1)
            if found[1] in WORDS:
                if WORDS[found[1]] != counted:
                    self.wrong(at, found[0], counted)
            else:
                self.number(at, found[1], counted)

    def word(self, cell, right, wrong, holds):
        """A verdict."""
        said = cell[1].startswith(right)
        if (said or cell[1].startswith(wrong)) and said != holds:
            self.wrong(cell[0], cell[1], right[0] if holds else wrong[0])


def check_vote_row(c, heads, row, v, whole_persons):
    """A row on a vote by persons and members."""
    margin = v.persons - v.persons_needed
    for head, cell in zip(heads, row):
        text = cell[1]
        if head in ("members", "in favour", "for"):
            c.phrase(cell, rf"^({DIGITS}|{'|'.join(WORDS)})\b(?! smallest)", v.favour)
            c.phrase(cell, rf"^\S+ of ({DIGITS})", v.n)
        if head == "k + 1":
            c.phrase(cell, rf"^({DIGITS})$", v.block)
        if head in ("persons in favour", "in favour"):
            c.phrase(cell, rf"(?:^|[,;] )({DIGITS})(?=$|, )" if head == "persons in favour" else r"[,;] (\d{1,3}(?: \d{3})+)$", v.persons)
        for pattern, counted in ((rf"\b({COUNT}) needed", v.members_needed), (rf"\b({COUNT}) members? short", v.members_needed - v.favour),
                                 (rf"(?<![\w.])({DIGITS}) (?:persons? )?short", -margin), (rf"({DIGITS}) (?:persons? )?to spare", margin),
                                 (rf"\b({COUNT}) cannot block", v.against), (rf"\b({COUNT}) block", v.against)):
            c.phrase(cell, pattern, counted)
        for found in re.finditer(rf"({DIGITS}) %(?: of the (?:people|population))?", text) if head != "adopted" else ():
            by_members = text.startswith(found[0], 0) is False and f"exactly {found[0]}, and" in text
            counted = Fraction(100 * v.favour, v.n) if by_members else Fraction(100 * v.persons, v.total)
            c.number(cell[0] + found.start(), found[1], counted) if shows(counted, found[1]) else c.wrong(cell[0], found[0], f"{float(counted):.6g} %")
        if re.search(r"\b(?:four|three|two|\w+) can$", text) and v.adopted:
            c.wrong(cell[0], text, "adopted")
        if "exactly enough" in text and v.favour != v.members_needed:
            c.wrong(cell[0], text, f"{v.favour} and {v.members_needed}")
        if "cannot block" in text and not v.deemed:
            c.wrong(cell[0], text, "not deemed attained")
        if head in ("adopted", "verdict"):
            c.word(cell, ("yes", "adopted"), ("no", "not adopted"), v.adopted)
            if v.deemed != ("deemed attained" in text.split(";")[0]) and (v.deemed or "deemed attained" in text.split(";")[0]) \
                    and ("deemed attained" in text.split(";")[0] or "deemed" in "".join(heads) or "by the criteria" in text):
                c.wrong(cell[0], text, "deemed attained" if v.deemed else "not deemed attained")


def toy_of(text, before):
    """(n, persons of all, against, persons against) of a toy, or None."""
    found = re.search(rf"a toy: ({COUNT}) of (\d+) members, who have ({DIGITS}) of ({DIGITS}) persons", text)
    if found:
        return tuple(int(value(g)) for g in (found[2], found[4], found[1], found[3]))
    found = re.match(rf"the same ({COUNT}) with ({DIGITS}) of ({DIGITS}) persons", text)
    if found and before and int(value(found[1])) == before[2]:
        return before[0], int(value(found[3])), before[2], int(value(found[2]))
    found = re.search(rf"a toy: (\d+) members of ({DIGITS}) persons", text)
    if found:
        return int(found[1]), int(found[1]) * int(value(found[2])), 0, 0
    return before if text == "the same" else None


def toy_people(n, total, against, theirs):
    """Persons for so many members: those against share theirs, the others the rest; the last of each has what is left."""
    people = {}
    for names, persons in ((range(against), theirs), (range(against, n), total - theirs)):
        for name in names:
            people[name] = persons // len(names)
        if names:
            people[names[-1]] += persons % len(names)
    return people, list(range(against))


GROUP_HEADS = ("not in favour", "formally abstaining", "ballot")


def votes(rules, p):
    """Rows that name members, on the pages of the rules of today."""
    rule = PAGES.get(p.name.rpartition("/")[2])
    if rule is None:
        return
    for table in p.tables():
        heads = [cell[1] for cell in table[0]]
        column = next((i for i, head in enumerate(heads) if head.startswith(GROUP_HEADS)), None)
        if column is None or rule in ("unanimity", "quorum"):
            continue
        names = [re.sub(r" \(.*\)$", "", head) for head in heads]
        council = council_of(rules, heads[column]) or council_of(rules, p.year_at(table[0][0][0]) or "")
        group, toy, compared = None, None, 0
        for row in table[1:]:
            c, first = row_check(p, row), row[0][1]
            told = row[column][1]
            asked = rule
            if first.startswith(("7(1)", "7(3)")):
                asked = "four_fifths_majority" if first.startswith("7(1)") else "reinforced_participants_majority"
            toy = toy_of(first if column else told, toy)
            if toy:
                against = WORDS.get(told) if column else toy[2]
                people, losers = toy_people(toy[0], toy[1], against, toy[3] if not column else against * toy[1] // toy[0])
            else:
                council = council_of(rules, told if re.match(r"\d{4}", told) else first, council) or council
                group = group_of(rules, told, council, group) if council else None
                if not group:
                    continue
                people, losers = rules.table(council[0], council[1]), group
                in_first = re.search(rf"\b({'|'.join(WORDS)}) in \d|the same ({'|'.join(WORDS)})$", first)
                if in_first and WORDS[in_first[1] or in_first[2]] != len(council[1]):
                    c.wrong(row[0][0], first, len(council[1]))
                smallest = re.search(r"the (\d+) smallest", told)
                if smallest:
                    p.look(row[column][0], row[column][0] + len(told))
            v, compared = rules_votes.vote(rules, asked, people, losers), compared + 1
            if toy:
                p.look(row[0][0], row[0][0] + len(first))
            if rule == "constructive_abstention":
                theirs = v.total - v.persons
                fails = rules.formal.holds(v.against, v.n) and rules.formal.holds(theirs, v.total)
                c.number(*row[1], v.against)
                c.number(*row[2], theirs)
                c.word(row[4], ("fails",), ("stands",), fails)
            elif rule == "simple_majority":
                compared -= 1
            else:
                check_vote_row(c, names, row, v, None)
            yield from c.found
        if not compared and rule != "simple_majority":
            yield f"{p.place(table[0][0][0])}: no row of this table could be counted"


def ballots(rules, p):
    """Ballots told in numbers: "13 for, 1 against, 13 abstaining"; and groups of the simple majority."""
    name = p.name.rpartition("/")[2]
    for table in p.tables():
        heads = [cell[1] for cell in table[0]]
        size = re.match(r"ballot of (\d+)$", heads[0])
        if not size or name not in ("simple-majority.md", "unanimity.md"):
            continue
        n = int(size[1])
        for row in table[1:]:
            c, told = row_check(p, row), row[0][1]
            p.look(row[0][0], row[0][0] + len(told))
            counts = [(int(a), b) for a, b in re.findall(r"(\d+) (for|against|abstaining|absent|represented)", told)]
            favour, of = sum(k for k, what in counts if what == "for"), n
            year = re.match(r"(\d{4}): ", told)
            group = re.search(rf"({CODES}) for", told)
            smallest = re.search(r"the (\d+) smallest for, with ([\d.]+) % of the population of (\d{4})", told)
            if year and group:
                favour, of = len(group[1].split()), len(rules.members_on(f"{year[1]}-07-01"))
                named = re.findall(r"\b[A-Z]{2}\b", told)
                if "against" in told and sorted(named) != sorted(rules.members_on(f"{year[1]}-07-01")):
                    c.wrong(row[0][0], told, "not all members of the year")
            elif smallest:
                people = rules.people[smallest[3]]
                theirs = sum(sorted(people.values())[:int(smallest[1])])
                favour = int(smallest[1])
                if not shows(Fraction(100 * theirs, sum(people.values())), smallest[2]):
                    c.wrong(row[0][0], told, f"{100 * theirs / sum(people.values()):.4g} %")
            elif counts and sum(k for k, _ in counts) != n and not told.startswith("26 without"):
                c.wrong(row[0][0], told, f"{sum(k for k, _ in counts)} votes of {n}")
            if name == "simple-majority.md":
                have, adopted = favour, rules.members["simple_majority"].holds(favour, of)
            else:
                without = re.match(r"(\d+) without", told)
                have = int(without[1]) if without else favour + sum(k for k, what in counts if what in ("abstaining", "represented"))
                of = have if without else n
                adopted = have == of
            c.phrase(row[1], r"^(\d+)", have)
            c.phrase(row[1], r"^\d+ of (\d+)", of)
            c.word(row[2], ("yes",), ("no",), adopted)
            yield from c.found


def verdicts_of_chains(p):
    """In a column `holds`, yes where every comparison of the row holds that way, no where one is < or <=."""
    for table in p.tables():
        heads = [cell[1] for cell in table[0]]
        if "holds" not in heads:
            continue
        at = heads.index("holds")
        for row in table[1:]:
            compared = re.findall(r"(?<![<>])([<>])=?", row[at - 1][1])
            if compared and row[at][1].startswith(("yes", "no")) and row[at][1].startswith("yes") != ("<" not in compared):
                yield f"{p.place(row[at][0])}: {row[at][1]}, and the row says {row[at - 1][1]}"


def together(rules, p):
    """Rows of the most populous members, with what they have together."""
    for table in p.tables():
        heads = [cell[1] for cell in table[0]]
        if "together" not in heads:
            continue
        council = council_of(rules, heads[0].partition(", ")[2])
        for row in table[1:]:
            people, c = rules.table(*council), row_check(p, row)
            group = row[0][1].split()
            if group != sorted(people, key=people.get, reverse=True)[:len(group)]:
                c.wrong(row[0][0], row[0][1], "not the most populous")
            c.number(*row[heads.index("together")], sum(people[code] for code in group))
            k = re.search(r"k = (\d+)", row[-1][1])
            if k:
                p.look(row[-1][0], row[-1][0] + len(row[-1][1]))
                if int(k[1]) != rules.k(people):
                    c.wrong(row[-1][0], k[0], rules.k(people))
            yield from c.found


SENTENCES = [
    (re.compile(rf"({DIGITS}) persons in (\d+) States"), "whole"),
    (re.compile(rf"(?<![A-Z] )\b([A-Z]{{2}}) (\d{{1,3}}(?: \d{{3}})+)"), "one"),
    (re.compile(rf"({CODES}) against leave (?:\d[\d ]+ - \d[\d ]+ = )?({DIGITS}) persons"), "others"),
    (re.compile(rf"({CODES}) have ({DIGITS}) persons"), "group"),
    (re.compile(rf"(?<!without )\b({CODES}): ({DIGITS}) persons"), "group"),
    (re.compile(rf"At least ({DIGITS}) persons have ({CODES}); fewer have ({CODES})\."), "each"),
    (re.compile(rf"({CODES}) against[^.]*\.\d+ %: not adopted\. The rounded percentages add up to ({DIGITS})"), "rounded"),
]


def council_at(rules, p, at, line_start):
    """The council that the text names last before this place: in the paragraph, or else in the section."""
    told = re.findall(r"euro area of \d{4}|\d{4} without [A-Z]{2}(?: [A-Z]{2})*|\b(?:19|20)\d\d\b", p.text[line_start:at]) or \
        re.findall(r"euro area of \d{4}|\d{4} without [A-Z]{2}(?: [A-Z]{2})*|\b(?:19|20)\d\d\b", p.section(at))
    for words in reversed(told):
        council = council_of(rules, words)
        if council:
            return council
    return None


def sentences(rules, p):
    """Persons of members and of all others, in running text and in cells."""
    for start, line in p.paragraphs():
        for pattern, kind in SENTENCES:
            for found in pattern.finditer(line):
                at = start + found.start()
                codes = [g for g in found.groups() if re.fullmatch(CODES, g)]
                if any(code not in rules.states for group in codes for code in group.split()):
                    continue
                council = council_at(rules, p, at, start)
                if council is None and not re.fullmatch(CODES, line[:2]):
                    council = council_at(rules, p, start + found.end(), start)
                if council is None or council[0] not in rules.people:
                    continue
                people = rules.table(*council)
                total = sum(people.values())
                p.look(at, start + found.end())
                group = codes[0].split() if codes else []
                if any(code not in people for code in group):
                    yield f"{p.place(at)}: {found[0]}: not all members of {council[0]}"
                    continue
                theirs, said = sum(people[code] for code in group), found[0]
                if kind == "whole":
                    good = (value(found[1]), value(found[2])) == (total, len(people))
                elif kind in ("one", "group"):
                    good = value(found[2]) == theirs
                elif kind == "others":
                    good = value(found[2]) == total - theirs
                elif kind == "each":
                    rest = {c: n for c, n in people.items() if not re.search(rf"\b{c}\b", " ".join(re.findall(rf"({CODES}) have", line[:found.start()])))}
                    enough = [code for code in rest if rest[code] >= value(found[1])]
                    good = sorted(enough) == sorted(codes[0].split()) and sorted(set(rest) - set(enough)) == sorted(codes[1].split())
                    lead = re.search(r"(\d+) of the other (\d+)", line[:found.start()])
                    if lead:
                        p.look(start + lead.start(), start + lead.end())
                        good = good and (int(lead[1]), int(lead[2])) == (len(enough), len(rest))
                else:
                    rest = [people[code] for code in people if code not in group]
                    good = value(found[2]) == sum(Fraction((20000 * n + total) // (2 * total), 100) for n in rest)
                if not good:
                    yield f"{p.place(at)}: {said}: of {council[0]} they have {theirs} of {total} persons"


NEEDED_HEADS = ("members who vote", "members of the Council", "participants", "component members", "members who count", "States",
                "entitled to vote", "Member States")
LABELS = {"72 %": "reinforced_majority", "simple majority": "simple_majority", "four fifths": "four_fifths_majority",
          "a quarter": "quarter_of_member_states", "a third": "third_of_member_states", "55 % (238(3)(a))": "participants_majority",
          "the same in TEU 16(4)": "qualified_majority", "a majority of as many": "majority_of_parliaments_side",
          "an enhanced cooperation": "nine_member_states", "must be present": "simple_majority"}


def needed_of(rules, label, rule, n):
    if label in LABELS:
        return rules.members[LABELS[label]].needed(n)
    if label.startswith("needed"):
        return rules.members[rule].needed(n)
    if "block by number" in label:
        return max(n - rules.members[rule].needed(n) + 1, rules.block_of("qualified_majority", {}) if rule == "qualified_majority" else 0)
    return rules.formal.needed(n) if label.startswith("formal declarations") else None


def needed_tables(rules, p):
    """Tables of how many members are needed, by the number of members."""
    rule = PAGES.get(p.name.rpartition("/")[2])
    for table in p.tables():
        if table[0][0][1] == "seats":
            yield from seats_table(rules, p, table)
        if table[0][0][1] not in NEEDED_HEADS:
            continue
        for row in table[1:]:
            label = row[0][1]
            for (at, size), cell in zip(table[0][1:], row[1:]):
                ends, said = size.split(" to "), cell[1].split(" to ")
                wanted = [needed_of(rules, label, rule, int(n)) for n in ends]
                if wanted[0] is None:
                    yield f"{p.place(row[0][0])}: {label}: nobody knows how to count this row"
                    break
                p.look(at, at + len(size))
                p.look(cell[0], cell[0] + len(cell[1]))
                if cell[1] == "-":
                    continue
                wanted = wanted[:1] if len(set(wanted)) == 1 else wanted
                if [int(n) for n in said] != wanted:
                    yield f"{p.place(cell[0])}: {label} of {size} is {cell[1]}: counted it is {' to '.join(map(str, wanted))}"


def seats_table(rules, p, table):
    seats, days, majorities = table
    for seat, day, majority in zip(seats[1:], days[1:], majorities[1:]):
        row = next(r for r in rules.seats if r["from"] <= day[1] and (not r["to_inclusive"] or day[1] <= r["to_inclusive"]))
        needed = rules.members["majority_of_component_members"].needed(int(row["seats"]))
        for cell in (seat, majority):
            p.look(cell[0], cell[0] + len(cell[1]))
        if (seat[1], majority[1]) != (row["seats"], str(needed)):
            yield f"{p.place(seat[0])}: on {day[1]} there are {row['seats']} seats, and a majority of them is {needed}"


def parliament(rules, p):
    """Votes of Parliament: for, against, abstaining."""
    names = {"votes cast": "majority_of_votes_cast", "component members": "majority_of_component_members", "two thirds": "two_thirds_majority",
             "three fifths": "three_fifths_majority"}
    for table in p.tables():
        size = re.match(r"for, against, abstaining of (\d+)", table[0][1][1]) if len(table[0]) > 1 else None
        for row in table[1:] if size else ():
            rule, cell = names[row[0][1]], row[1]
            told = re.match(r"(\d+), (\d+), (\d+)(?: \((\d+) absent\))?$", cell[1])
            if not told:
                yield f"{p.place(cell[0])}: {cell[1]}: not three numbers"
                continue
            p.look(cell[0], cell[0] + len(cell[1]))
            favour, against, abstaining, absent = (int(g or 0) for g in told.groups())
            carried = (rule not in rules.cast or favour + against > 0 and rules.cast[rule].holds(favour, favour + against)) and \
                (rule not in rules.members or rules.members[rule].holds(favour, int(size[1])))
            c = row_check(p, row)
            c.word(row[2], ("yes",), ("no",), carried)
            if absent and favour + against + abstaining + absent != int(size[1]):
                c.wrong(cell[0], cell[1], f"{int(size[1]) - favour - against - abstaining} absent")
            missing = re.search(r"but not (\d+)", row[2][1])
            if missing:
                c.phrase(row[2], r"but not (\d+)", rules.members[rule].needed(int(size[1])))
            yield from c.found


def stops(rules, p):
    """The votes that stop a proposal after an orange card."""
    for table in p.tables():
        if [cell[1] for cell in table[0]] != ["vote", "counted", "stopped"]:
            continue
        for row in table[1:]:
            c, size = row_check(p, row), int(re.search(r"of (\d+)", row[0][1])[1])
            counts = [int(n) for n in re.findall(r"\d+", row[1][1])]
            p.look(row[0][0], row[1][0] + len(row[1][1]))
            if row[0][1].startswith("Council"):
                holds = rules.members["stop_by_the_council"].holds(counts[0], size)
            else:
                holds = rules.cast["majority_of_votes_cast"].holds(counts[0], counts[0] + counts[1])
                if sum(counts) != size:
                    c.wrong(row[1][0], row[1][1], f"{sum(counts)} of {size}")
            c.word(row[2], ("yes",), ("no",), holds)
            yield from c.found


def weights(rules, p):
    """Weighted votes: what each member has, and the votes of each group."""
    name = p.name.rpartition("/")[2]
    if name not in ("weighted-votes.md", "nice-votes.md"):
        return
    regime = None
    for start, line in p.paragraphs():
        head = re.match(r"### The ([\w -]+): (\d+) of (\d+)", line)
        if head:
            regime = SYSTEMS[head[1]]
            r = rules.regimes[regime]
            p.look(start, start + len(line))
            if (head[2], head[3]) != (r["qm_votes"], r["total_votes"]):
                yield f"{p.place(start)}: {line.strip('# ')}: it is {r['qm_votes']} of {r['total_votes']}"
        elif line.startswith("#"):
            regime = None
        if line.startswith(("|", "#", "- ")):
            bullet = re.match(rf"- (All but )?({CODES}): ", line)
            if bullet and regime:
                yield from weighted_bullet(rules, p, regime, start, line, bullet)
            continue
        listed = regime or (["EU25n", "EU27n", "EU28n"] if line.startswith("The votes: ") else None)
        for found in re.finditer(rf"\b({CODES}) (?:\([^)]*\) )?(?:({CODES}) )?(\d{{1,2}})(?=[;,. ]|$)", line) if listed else ():
            for code in found[1].split() + (found[2] or "").split():
                for column in [listed] if isinstance(listed, str) else listed:
                    if code in rules.weights and rules.weights[code][column] not in ("", found[3]):
                        yield f"{p.place(start + found.start())}: {found[0]}: {code} has {rules.weights[code][column]}"
            p.look(start + found.start(), start + found.end())


def weighted_bullet(rules, p, regime, start, line, bullet):
    named = bullet[2].split()
    everybody = [code for code in rules.weights if code in rules.states and rules.weights[code][regime]]
    v = rules_votes.weighted_vote(rules, regime, [code for code in everybody if code not in named] if bullet[1] else named)
    c = row_check(p, None)
    cell = (start, line)
    totals = re.findall(r"= (\d+)", line)
    if not totals or int(totals[-1]) != v.votes:
        c.wrong(start, line, f"{v.votes} votes")
    if re.search(r"\d \+ \d", line) and line.count("+") == len(named) - 1 and \
            re.findall(r"\d+", line[bullet.end():line.index("=")]) != [rules.weights[code][regime] for code in named]:
        c.wrong(start, line, " + ".join(rules.weights[code][regime] for code in named))
    if not bullet[1] and "-" not in line[2:] and "+" not in line:
        c.wrong(start, line, "not added up")
    c.phrase(cell, rf"by ({COUNT}) members", v.favour)
    c.phrase(cell, rf"({COUNT}) members of {COUNT}\b", v.favour)
    c.phrase(cell, rf"\b{COUNT} members of ({COUNT})\b", v.of_others)
    c.phrase(cell, rf"O not, ({COUNT}) of", v.favour)
    c.phrase(cell, rf"O not, {COUNT} of ({COUNT})\.", v.of_others)
    c.phrase(cell, rf", ({COUNT}) short", v.needed - v.votes)
    c.phrase(cell, rf"; ({COUNT}) against", v.total - v.votes)
    said = ((True, False) if "P adopted; O not" in line else (True, True) if "Both adopted" in line or "exactly enough for both" in line
            else (False, False) if "Neither" in line or " short." in line else None)
    if said != (v.on_proposal, v.otherwise):
        c.wrong(start, line, f"P {v.on_proposal}, O {v.otherwise}")
    if "exactly enough" in line and v.votes != v.needed:
        c.wrong(start, line, f"{v.votes} of {v.needed}")
    yield from c.found


def nice_tables(rules, p):
    """Votes of the Nice systems, and the same proportions where some do not take part."""
    of_size = {"25": "EU25n", "27": "EU27n", "28": "EU28n"}
    group = None
    for table in p.tables() if p.name.endswith("nice-votes.md") else ():
        heads = [cell[1] for cell in table[0]]
        for row in table[1:]:
            c = row_check(p, row)
            if heads[:3] == ["members", "in favour", "votes"]:
                regime = of_size[row[0][1]]
                p.look(row[0][0], row[0][0] + 2)
                everybody = [code for code in rules.weights if code in rules.states and rules.weights[code][regime]]
                group = group_of(rules, row[1][1], ("", everybody), group)
                v = rules_votes.weighted_vote(rules, regime, group)
                c.phrase(row[2], r"(\d+)$", v.votes)
                for cell, adopted, needed in ((row[3], v.on_proposal, v.of_proposal), (row[4], v.otherwise, v.of_others)):
                    c.word(cell, ("adopted", "the same"), ("no",), adopted)
                    c.phrase(cell, r"^\w+(?: \w+)?: (\d+)", v.favour)
                    c.phrase(cell, r"^no: \d+ of (\d+)", needed)
                    c.phrase(cell, rf"no: ({COUNT}) votes short", v.needed - v.votes)
            elif heads[:3] == ["council", "votes", "needed"]:
                size, left = re.match(rf"(\d+) without ({CODES})", row[0][1]).groups()
                regime, gone = rules.regimes[of_size[size]], left.split()
                votes_ = int(regime["total_votes"]) - sum(int(rules.weights[code][of_size[size]]) for code in gone)
                n = int(size) - len(gone)
                p.look(row[0][0], row[0][0] + 2)
                c.number(*row[1], votes_)
                wanted = f"{votes_} x {regime['qm_votes']} / {regime['total_votes']} = "
                if not row[2][1].startswith(wanted):
                    c.wrong(row[2][0], row[2][1], wanted)
                c.phrase(row[3], r"^(\d+)", rules.majority.needed(n))
                c.phrase(row[3], r", (\d+)$", rules.two_thirds.needed(n))
            yield from c.found


def ioannina(rules, p):
    """Who can ask for more discussion."""
    if not p.name.endswith("ioannina.md"):
        return
    asked = None
    for table in p.tables():
        if [cell[1] for cell in table[0]] != ["vote", "opposing", "can ask"]:
            continue
        for row in table[1:]:
            c, told = row_check(p, row), re.match(r"(\d{4}), (TEU 16\(4\)|TFEU 238\(2\)|87 votes)", row[0][1])
            p.look(row[0][0], row[1][0] + len(row[1][1]))
            asked = told.groups() if told else asked
            year, by = asked
            verdicts = row[2][1].split("; ")
            for which, verdict in zip(row[1][1].split("; "), verdicts if len(verdicts) > 1 else [row[2][1]] * 9):
                if by == "87 votes":
                    group = group_of(rules, which, ("", rules.members_on(f"{year}-07-01")))
                    votes_ = sum(int(rules.weights[code]["EU15"]) for code in group)
                    c.phrase((row[1][0], which), r": (\d+) votes", votes_)
                    c.phrase((row[1][0], which), r", (\d+) for", int(rules.regimes["EU15"]["total_votes"]) - votes_)
                    ask = 23 <= votes_ <= 25  # the words are German; the header says so
                else:
                    rule = "qualified_majority" if by.startswith("TEU") else "reinforced_majority"
                    people = rules.people[year]
                    group = group_of(rules, which, (year, list(people)))
                    part = Fraction(3, 4) if year < "2017" else Fraction(55, 100)
                    theirs, total = sum(people[code] for code in group), sum(people.values())
                    by_number = len(people) - rules.members[rule].needed(len(people)) + 1
                    share = part * (1 - rules.population[rule].part) * total
                    ask = len(group) >= part * by_number or theirs >= share
                    c.phrase((row[1][0], which), rf": ({DIGITS}) persons", theirs)
                    short = re.search(rf"({DIGITS}) short", row[2][1])
                    if short:
                        c.number(row[2][0] + short.start(), short[1], -((theirs - share) // 1))
                c.word((row[2][0], verdict), ("yes",), ("no",), ask)
            yield from c.found


def participants_tables(rules, p):
    """who-votes.md: how many vote, and how many are needed."""
    by = {"TFEU 238(3)(a)": "participants_majority", "TFEU 238(3)(b)": "reinforced_participants_majority", "TEU 7(1)": "four_fifths_majority"}
    for table in p.tables():
        if [cell[1] for cell in table[0]] != ["vote", "who votes", "members", "rule", "needed"]:
            continue
        year = p.year_at(table[0][0][0])
        for row in table[1:]:
            c, told = row_check(p, row), row[1][1]
            day = f"{year}-06-01"
            gone = re.findall(r"\b[A-Z]{2}\b", told)
            who = rules.euro_area_on(day) if told == f"euro area of {year}" else [code for code in rules.members_on(day) if code not in gone]
            c.number(*row[2], len(who))
            c.number(*row[4], rules.members[by[row[3][1]]].needed(len(who)))
            yield from c.found


def smallest_blocks(rules, p):
    """README.md: the smallest block under each rule."""
    by = {"TEU 16(4)": "qualified_majority", "TFEU 238(2)": "reinforced_majority", "TFEU 238(3)(a), euro area": "participants_majority",
          "TFEU 238(3)(b), euro area": "reinforced_participants_majority", "simple majority": "simple_majority", "unanimity": "unanimity",
          "four fifths": "four_fifths_majority"}
    for table in p.tables():
        if table[0][0][1] != "rule" or not table[0][1][1].startswith("on "):
            continue
        year = re.search(r"\d{4}", table[0][1][1])[0]
        for row in table[1:]:
            c, rule = row_check(p, row), by[row[0][1]]
            who = rules.euro_area_on(f"{year}-06-01") if "euro area" in row[0][1] else rules.members_on(f"{year}-06-01")
            who = who[:-1] if rule == "four_fifths_majority" else who
            people = rules.table(year, who)
            n, fewest = len(people), rules.fewest_blocking(rule, people)
            c.phrase(row[1], r"^(\d+)", fewest)
            c.phrase(row[1], r"^\d+ of (\d+)", n)
            named = re.search(rf"({CODES})", row[1][1] + " " + row[2][1])
            heaviest = sorted(people, key=people.get, reverse=True)
            if named and rule != "simple_majority":
                group = named[1].split()
                if group != heaviest[:len(group)]:
                    c.wrong(row[1][0], row[1][1], " ".join(heaviest[:len(group)]))
                part = Fraction(100 * sum(people[code] for code in group), sum(people.values()))
                found = re.search(rf"({DIGITS}) %", row[2][1])
                if found:
                    p.look(row[2][0] + found.start(), row[2][0] + found.end())
                    if not shows(part, found[1]):
                        c.wrong(row[2][0], row[2][1], f"{float(part):.4f} %")
            c.phrase(row[2], r"(\d+) block by number", n - rules.members[rule].needed(n) + 1)
            c.phrase(row[2], r"k = (\d+)", rules.k(people))
            c.phrase(row[2], r"^(\d+) in favour are too few", rules.members[rule].needed(n) - 1)
            yield from c.found


COUNTERS = (votes, ballots, together, sentences, needed_tables, parliament, stops, weights, nice_tables, ioannina, participants_tables,
            smallest_blocks)
