# SPDX-License-Identifier: BSL-1.0
"""Votes counted a second time: from the words of the law and the tables of docs/data/, in whole numbers and fractions.

The numbers of a rule are read from the words that its citations quote ("at least 55 % of the members of the Council, comprising at
least fifteen of them"). `differences` counts the worked cases of tests/vectors/ in this way before anything else is compared.
"""
import json
import math
import re
from fractions import Fraction

import tree
from rules_numbers import WORDS, value

CITED = re.compile(r"inline constexpr citation (\w+)\s*\{(.*?)\};", re.S)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
RULE = re.compile(r"^\[\[nodiscard\]\] constexpr rule (\w+)\(.*?^\}", re.M | re.S)
PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5}
FRACTION = re.compile(rf"\b({'|'.join(WORDS)}|a)[ -]({'|'.join(PARTS)})\b")


def headers_of(root):
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((root / "include/codecision/rules").glob("*.hpp"))}


def citations_of(headers):
    """name of a citation -> its texts: provision, source, words, note."""
    found = {}
    for text in headers.values():
        for name, body in CITED.findall(text):
            found[name] = LITERAL.findall(body)
    return found


def citations_of_rules(headers):
    """name of a rule -> names of the citations that its function names, or a function of detail:: that it calls."""
    found = {}
    for text in headers.values():
        for body in RULE.finditer(text):
            names = re.findall(r"citations::(\w+)", body[0])
            for helper in re.findall(r"detail::(\w+)", body[0]):
                whole = re.search(rf"constexpr criterion {helper}\(.*?^\}}", text, re.M | re.S)
                names += re.findall(r"citations::(\w+)", whole[0]) if whole else []
            found[body[1]] = names
    return found


class share:
    """At least this part of a number, or more than it; and never fewer than so many."""

    def __init__(self, part, strictly=False, never_below=0):
        self.part, self.strictly, self.never_below = part, strictly, never_below

    def needed(self, n):
        exact = self.part * n
        return max(math.floor(exact) + 1 if self.strictly else math.ceil(exact), self.never_below)

    def holds(self, have, n):
        return have >= self.needed(n)


def share_in(words):
    """What a quotation asks for."""
    percent, part = re.search(r"(\d+) %", words), FRACTION.search(words)
    floor = re.search(rf"at least ({'|'.join(WORDS)}) (?:of them|Member States|Council members)", words)
    floor = WORDS[floor[1]] if floor else 0
    if percent:
        return share(Fraction(int(percent[1]), 100), "more than" in words, floor)
    if part:
        return share(Fraction(WORDS.get(part[1], 1), PARTS[part[2]]), never_below=floor)
    if floor:
        return share(Fraction(0), never_below=floor)
    if "majority of" in words:
        return share(Fraction(1, 2), strictly=True)
    raise ValueError(words)


class law:
    """The rules of the library, with the numbers of the words that they quote."""

    def __init__(self, root):
        self.root = root
        self.headers = headers_of(root)
        self.citations = citations_of(self.headers)
        self.of_rules = citations_of_rules(self.headers)
        words = {name: texts[2] if len(texts) > 2 else "" for name, texts in self.citations.items()}
        self.words = words
        double = {"qualified_majority": "teu_16_4", "reinforced_majority": "tfeu_238_2", "participants_majority": "tfeu_238_3a",
                  "reinforced_participants_majority": "tfeu_238_3b"}
        self.members = {rule: share_in(words[name + "_members"]) for rule, name in double.items()}
        self.population = {rule: share_in(words[name + "_population"]) for rule, name in double.items()}
        self.fixed_block = share_in(words["teu_16_4_blocking"]).never_below
        self.k_share = share_in(words["tfeu_238_3a_blocking"])
        heads = {"simple_majority": "tfeu_238_1", "four_fifths_majority": "teu_7_1", "majority_of_component_members": "tfeu_294_7",
                 "commission_majority": "tfeu_250", "quarter_of_member_states": "tfeu_76_b", "third_of_member_states": "teu_7_1_third",
                 "nine_member_states": "teu_20_2_nine", "majority_of_parliaments_side": "tfeu_294_10_parliament",
                 "stop_by_the_council": "protocol_2_7_3_b"}
        self.members.update({rule: share_in(words[name]) for rule, name in heads.items()})
        self.members["two_thirds_majority"] = self.members["three_fifths_majority"] = self.members["majority_of_component_members"]
        self.members["unanimity"] = self.members["constructive_abstention"] = share(Fraction(1))
        self.cast = {"majority_of_votes_cast": share_in(words["tfeu_231"]), "two_thirds_majority": share_in(words["tfeu_354"]),
                     "three_fifths_majority": share_in(words["tfeu_314_7"].replace("a majority of its component members and ", ""))}
        self.formal = share_in(words["teu_31_1"])
        self.check = share_in(words["weighted_population_check"])
        self.majority = share_in(words["weighted_majority_of_members"])
        self.two_thirds = share_in(words["weighted_two_thirds"])

        self.people = {}
        for row in tree.rows_of(root / "docs/data/populations.csv"):
            self.people.setdefault(row["year"], {})[row["code"]] = int(row["population"]) if row["population"].isdigit() else None
        self.people = {year: all_ for year, all_ in self.people.items() if None not in all_.values()}
        self.states = {row["code"]: row for row in tree.rows_of(root / "docs/data/members.csv")}
        self.weights = {row["code"]: row for row in tree.rows_of(root / "docs/data/vote_weights.csv")}
        self.regimes = {row["regime"]: row for row in tree.rows_of(root / "docs/data/qmv_regimes.csv")}
        self.seats = tree.rows_of(root / "docs/data/ep_seats.csv")

    def members_on(self, day):
        return [c for c, s in self.states.items() if s["joined"] <= day and not (s["left"] and s["left"] <= day)]

    def euro_area_on(self, day):
        return [c for c in self.members_on(day) if self.states[c]["euro_from"] and self.states[c]["euro_from"] <= day]

    def table(self, year, codes=None):
        """code -> persons, of one year; of all members at its end when none are named."""
        people = self.people[year]
        return {code: people[code] for code in codes or people}

    def regime_on(self, day):
        for name, row in self.regimes.items():
            if row["from"] <= day and (not row["to_inclusive"] or day <= row["to_inclusive"]):
                return name
        return None

    def k(self, people):
        """So many of the most populous have more than 35 %."""
        total, count = 0, 0
        for persons in sorted(people.values(), reverse=True):
            total, count = total + persons, count + 1
            if self.k_share.holds(total, sum(people.values())):
                return count
        raise ValueError("nobody has more than 35 %")

    def block_of(self, rule, people):
        """The members that a blocking minority needs under the clause of a rule; 0 without a clause."""
        return {"qualified_majority": self.fixed_block, "participants_majority": self.k(people) + 1 if rule == "participants_majority" else 0}.get(rule, 0)

    def fewest_blocking(self, rule, people):
        n = len(people)
        by_number = n - self.members[rule].needed(n) + 1
        if rule not in self.population:
            return by_number
        total, count, others = sum(people.values()), 0, sum(people.values())
        for persons in sorted(people.values(), reverse=True):
            others, count = others - persons, count + 1
            if not self.population[rule].holds(others, total):
                break
        return max(min(by_number, count), self.block_of(rule, people))


class vote:
    """A vote of the Council in which some are not in favour."""

    def __init__(self, rules, rule, people, against):
        self.n, self.against = len(people), len(against)
        self.favour, self.total = self.n - self.against, sum(people.values())
        self.persons = self.total - sum(people[code] for code in against)
        self.members_needed = rules.members[rule].needed(self.n)
        self.members_ok = self.favour >= self.members_needed
        self.persons_needed = rules.population[rule].needed(self.total) if rule in rules.population else 0
        self.persons_ok = self.persons >= self.persons_needed
        self.block = rules.block_of(rule, people)
        by_criteria = self.members_ok and self.persons_ok
        self.deemed = not by_criteria and self.against < self.block
        self.adopted = by_criteria or self.deemed


class weighted_vote:
    """A vote with the weights of a regime."""

    def __init__(self, rules, regime, favour):
        row = rules.regimes[regime]
        self.favour, self.n = len(favour), int(row["members"])
        self.votes = sum(int(rules.weights[code][regime]) for code in favour)
        self.needed, self.total = int(row["qm_votes"]), int(row["total_votes"])
        self.of_proposal, self.of_others = int(row["min_members_on_commission_proposal"] or 0), int(row["min_members_otherwise"])
        self.on_proposal = self.votes >= self.needed and self.favour >= self.of_proposal
        self.otherwise = self.votes >= self.needed and self.favour >= self.of_others


VECTOR_RULES = {"standard": "qualified_majority", "reinforced": "reinforced_majority", "standard_opt": "participants_majority",
                "reinforced_opt": "reinforced_participants_majority"}


def differences(rules):
    """Where this counting differs from the worked cases."""
    vectors = rules.root / "tests/vectors"
    for case in json.loads((vectors / "qualified_majority.json").read_text(encoding="utf-8")):
        people = rules.table(str(case["population_year"]), case["participating"])
        v, e = vote(rules, VECTOR_RULES[case["rule"]], people, case["not_in_favour"]), case["expect"]
        mine = [v.n, v.favour, v.members_needed, v.persons, v.total, v.persons_needed, v.block or None, v.deemed, v.adopted]
        theirs = [e[name] for name in ("members", "favour", "members_needed", "population_for", "population_total", "population_needed",
                                       "blocking_members", "deemed", "adopted")]
        if mine != theirs and mine[:7] + mine[8:] != theirs[:7] + theirs[8:]:
            yield f"tests/vectors: case {case['id']} is counted otherwise here: {mine}, {theirs} there"
    columns = {"qm55": "participants_majority", "qm72": "reinforced_majority", "simple": "simple_majority", "four_fifths": "four_fifths_majority",
               "quarter": "quarter_of_member_states", "third": "third_of_member_states"}
    for case in json.loads((vectors / "members_needed.json").read_text(encoding="utf-8")):
        for column, rule in columns.items():
            if rules.members[rule].needed(case["n"]) != case[column]:
                yield f"tests/vectors: {column} of {case['n']} is counted otherwise here"
    for case in json.loads((vectors / "weighted_votes.json").read_text(encoding="utf-8")):
        if "on_commission_proposal" not in case or "favour" not in case:
            continue
        v = weighted_vote(rules, case["regime"], case["favour"])
        if (v.votes, v.favour, v.on_proposal, v.otherwise) != (case["votes_for"], case["members_for"], case["on_commission_proposal"], case["otherwise"]):
            yield f"tests/vectors: case {case['id']} is counted otherwise here"
