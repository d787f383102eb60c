# SPDX-License-Identifier: BSL-1.0
"""Solves the exercise sheets a second time, from the published tables, and looks for answers that hang on rounding.

check_worksheet.py ROOT WORKSHEET

Sheets of many seeds, of every level and lesson. Each question is read as a student reads it and solved with whole numbers and the
tables under docs/data; the solution on the sheet must say the same. Outside of the lesson on rounding every verdict must stay
when shares are rounded to tenths of a percent; in it, where two ways of rounding are compared, they must differ.
"""
import csv
import datetime
import itertools
import json
import pathlib
import re
import subprocess
import sys
from fractions import Fraction

CODE = r"[A-Z]{2}"
LIST = rf"(?:{CODE}(?:, {CODE})* and {CODE}|{CODE})"


def ceiling(numerator, denominator):
    return -(-numerator // denominator)


class Tables:
    def __init__(self, root):
        data = root / "docs/data"
        self.people = {}
        for row in csv.DictReader(open(data / "populations.csv", encoding="utf-8")):
            if row["population"]:
                self.people.setdefault(int(row["year"]), {})[row["code"]] = int(row["population"])
        self.hundredths = {}
        for row in csv.DictReader(open(data / "populations.csv", encoding="utf-8")):
            if row["percent_printed"]:
                self.hundredths.setdefault(int(row["year"]), {})[row["code"]] = int(Fraction(row["percent_printed"]) * 100)
        self.votes = {row["code"]: int(row["EU27n"]) for row in csv.DictReader(open(data / "vote_weights.csv", encoding="utf-8")) if row["EU27n"] and len(row["code"]) == 2}
        self.spans = {row["code"]: (row["joined"], row["left"] or "9999-12-31") for row in csv.DictReader(open(data / "members.csv", encoding="utf-8")) if row["joined"]}
        days = json.load(open(data / "institution_holidays.json", encoding="utf-8"))["2023"]["brussels_weekdays"]
        self.holidays = {datetime.date.fromisoformat(day) for day in days}

    def council(self, year):
        day = f"{year}-12-31"
        return {code for code, (joined, left) in self.spans.items() if joined <= day <= left}

    def figures(self, year):
        return {code: self.people[year][code] for code in self.council(year)}


def codes(text):
    return set(re.findall(rf"\b{CODE}\b", text))


def attained(people, yes):
    """TEU 16(4): 55 % of the members and at least fifteen, 65 % of the population; or fewer than four are not in favour."""
    members = len(yes) >= max(15, ceiling(55 * len(people), 100))
    population = 100 * sum(people[m] for m in yes) >= 65 * sum(people.values())
    return (members and population) or len(people) - len(yes) < 4


def share(people, who):
    return Fraction(100 * sum(people[m] for m in who), sum(people.values()))


class Sheet:
    def __init__(self, tables, text, place):
        self.tables, self.place, self.findings = tables, place, []
        tasks, solutions = text.split("\n## Solutions\n")
        items = lambda part: {int(n): t.strip() for n, t in re.findall(r"^(\d+)\. (.*?)(?=^\d+\. |^Population in|\Z)", part, re.M | re.S)}
        self.questions, self.solutions = items(tasks), items(solutions)
        self.people, self.printed = None, None
        caption = re.search(r"figures of (\d+), rounded; the rounded figures of all (\d+) members add up to ([\d.]+):", tasks)
        if caption:
            self.people = tables.figures(int(caption[1]))
            self.printed = {code: Fraction(value) for code, value in re.findall(rf"({CODE}) \| ([\d.]+)", tasks)}
            nearest = {code: Fraction((n + 50_000) // 100_000, 10) for code, n in self.people.items()}
            self.same("the table", self.printed, nearest)
            self.same("its size", len(self.people), int(caption[2]))
            self.same("its sum", Fraction(caption[3]), sum(nearest.values()))

    def same(self, what, found, wanted):
        if found != wanted:
            self.findings.append(f"{self.place}: {what}: {found!r}, and not {wanted!r}")

    def clear(self, who):
        """Do persons and the printed figures agree, with half a point to spare?"""
        for people in (self.people, self.printed):
            if abs(share(people, who) - 65) < Fraction(1, 2):
                self.findings.append(f"{self.place}: {share(people, who)} % hangs on rounding")
        self.same("by printed figures", attained(self.printed, who), attained(self.people, who))

    def solve(self):
        self.same("solutions", sorted(self.solutions), sorted(self.questions))
        for number, question in self.questions.items():
            for pattern, method in WAYS:
                found = re.search(pattern, question, re.S)
                if found:
                    method(self, found, self.solutions[number])
                    break
            else:
                self.findings.append(f"{self.place}: nobody knows how to solve: {question}")

    # --- one way for each kind of question ---
    def participants(self, q, solution):
        self.same(q[0], int(solution.split()[0]), ceiling(55 * int(q[1]), 100))

    def three_majorities(self, q, solution):
        n = int(q[1])
        self.same(q[0], [int(k) for k in re.findall(r"\([abc]\) (\d+) members", solution)], [max(15, ceiling(55 * n, 100)), ceiling(72 * n, 100), n // 2 + 1])

    def may_be_missing(self, q, solution):
        self.same(q[0], int(solution.split()[0]), int(q[1]) - ceiling(72 * int(q[1]), 100))

    def toy(self, q):
        toy = {letter: int(n) for letter, n in re.findall(r"\b([A-I]) (?:has )?(\d+)", q)}
        self.same("all of the toy", sum(toy.values()), 100)
        return toy

    def toy_people(self, q, solution):
        toy = self.toy(q[1])
        yes = 100 - sum(toy[m] for m in re.findall(r"\b[A-I]\b", q[2]))
        self.same(q[0], (solution.startswith("Yes"), f"= {yes} million" in solution, f"{abs(yes - 65)} points" in solution), (yes >= 65, True, True))
        self.same("65 exactly", yes == 65, False)

    def toy_block(self, q, solution):
        toy = self.toy(q[1])
        no = sum(toy[m] for m in re.findall(r"\b[A-I]\b", q[2]))
        self.same(q[0], (solution.startswith("Yes"), f" {no} % " in solution), (no > 35, True))

    def toy_flip(self, q, solution):
        toy = self.toy(q[1])
        no = re.findall(r"\b[A-I]\b", q[2])
        yes = 100 - sum(toy[m] for m in no)
        self.same("it fails", yes < 65, True)
        self.same(q[0], re.findall(r"\b[A-I]\b", solution.split(":")[0]), [m for m in toy if m in no and yes + toy[m] >= 65])

    def adopted(self, q, solution):
        yes = set(self.people) - codes(q[1]) - codes(q[2] or "")
        self.clear(yes)
        self.same(q[0], solution.startswith("Adopted"), attained(self.people, yes))
        self.same(q[0], int(re.search(r"Members: (\d+) in favour", solution)[1]), len(yes))
        self.same(q[0], Fraction(re.search(r"Population: ([\d.]+) of", solution)[1]), sum(self.printed[m] for m in yes))

    def blocks(self, q, solution):
        yes = set(self.people) - codes(q[1])
        self.clear(yes)
        self.same(q[0], solution.startswith("Yes"), not attained(self.people, yes))

    def completes(self, q, solution):
        yes = set(self.people) - codes(q[1])
        self.same("blocked already", attained(self.people, yes), True)
        for m in yes:
            self.clear(yes - {m})
        self.same(q[0], codes(solution.split(":")[0]), {m for m in yes if not attained(self.people, yes - {m})})

    def flips(self, q, solution):
        yes = set(self.people) - codes(q[1])
        adopted = attained(self.people, yes)
        self.clear(yes)
        self.same(q[0], adopted, q[2] == "adopted")
        movable = yes if adopted else set(self.people) - yes
        smallest = []
        for size in (1, 2):
            for who in itertools.combinations(sorted(movable), size):
                self.clear(yes ^ set(who))
                if attained(self.people, yes ^ set(who)) != adopted:
                    smallest.append(set(who))
            if smallest:
                break
        listed = solution.split(": ", 1)[1].split(". ")[0]
        key = lambda sets: sorted(sorted(s) for s in sets)
        self.same(q[0], key(codes(s) for s in listed.split(";")), key(smallest))

    def deadline(self, q, solution):
        day = datetime.datetime.strptime(q[3], "%d %B %Y").date()
        self.same("weekday", f"{day:%A}", q[2])
        n, unit = q[1].split()
        if unit.startswith("month"):
            month = day.month + int(n)
            end = datetime.date(day.year, month, 1)
            last = (datetime.date(day.year, month + 1, 1) if month < 12 else datetime.date(day.year + 1, 1, 1)) - datetime.timedelta(1)
            end = last if day.day > last.day else end.replace(day=day.day)
        else:
            end = day + datetime.timedelta(int(n) * (7 if unit.startswith("week") else 1))
        while end.weekday() > 4 or end in self.tables.holidays:
            end += datetime.timedelta(1)
        self.same(q[0], solution.split(".")[0], f"{end:%A} {end.day} {end:%B %Y}")
        self.same("the holiday is told", all(f"{h:%A} {h.day} {h:%B %Y}" in q[4] for h in self.tables.holidays if end - datetime.timedelta(1) <= h <= end), True)

    def added_percentages(self, q, solution):
        people = self.tables.figures(int(q[1]))
        yes = set(people) - codes(q[2])
        total, have = sum(people.values()), sum(people[m] for m in yes)
        rounded = sum(Fraction((20_000 * people[m] + total) // (2 * total), 100) for m in yes)
        self.same(q[0], (Fraction(q[3]), int(q[4].replace(" ", "")), int(q[5].replace(" ", ""))), (rounded, have, total))
        self.same(q[0], solution.startswith("Yes"), 100 * have >= 65 * total)
        self.same("two ways of rounding", (rounded >= 65) != (100 * have >= 65 * total), True)
        self.same("needed", int(re.search(r"so ([\d ]+) persons", solution)[1].replace(" ", "")), ceiling(65 * total, 100))

    def band(self, q, solution):
        printed = {code: n for code, n in self.tables.hundredths[2025].items() if code in self.tables.council(2025)}
        total, n, k = sum(printed.values()), len(printed), int(q[2])
        self.same(q[0], Fraction(q[1]), Fraction(total, 100))
        have = Fraction(q[3]) * 100
        low = have + max(Fraction(-k, 2), 10_000 - total - Fraction(n - k, 2))
        high = have + min(Fraction(k, 2), 10_000 - total + Fraction(n - k, 2))
        told = re.search(r"from ([\d.]+) % to ([\d.]+) %: (certain, 65 % is (?:not )?reached|it is not certain)", solution)
        self.same("each side's errors", re.findall(r"by ([\d.]+) at most together.*by ([\d.]+); the errors of all add up to 100 - ([\d.]+)\.", solution),
                  [(f"{k / 200:.3f}", f"{(n - k) / 200:.3f}", f"{total / 100:.2f}")])
        wanted = "certain, 65 % is reached" if low >= 6500 else "certain, 65 % is not reached" if high < 6500 else "it is not certain"
        self.same(q[0], (Fraction(told[1]) * 100, Fraction(told[2]) * 100, told[3]), (low, high, wanted))

    def whole_members(self, q, solution):
        percent, n, asked = int(q[1]), int(q[2]), int(q[3])
        self.same(q[0], solution.startswith("Yes"), 100 * asked >= percent * n)
        self.same("one fewer would not do, or one more would", 100 * (asked - 1) >= percent * n or 100 * (asked + 1) < percent * n, False)

    def weighted(self, q, solution):
        votes = sum(self.tables.votes.values()) - sum(self.tables.votes[m] for m in codes(q[1]))
        self.same(q[0], (int(q[2]), int(solution.split()[0])), (votes, ceiling(255 * votes, 345)))


WAYS = [
    (r"take part in a vote; (\d+) do", Sheet.participants),
    (r"had (\d+) members, and all of them vote\. How many must be in favour \(a\)", Sheet.three_majorities),
    (r"had (\d+) members, and all of them vote, without a proposal", Sheet.may_be_missing),
    (r"State (A has .*?)together.* million\. (.*) votes? against, all others in favour\. At least", Sheet.toy_people),
    (r"State (A has .*?)together.*in favour\. (.*) are against\. Do they stop it", Sheet.toy_block),
    (r"State (A has .*?)together.*in favour\. (.*) vote against, all others in favour, so it fails", Sheet.toy_flip),
    (rf"proposal\. ({LIST}) vote against(?:, ({LIST}) abstains?)?, all others vote in favour\. Is it adopted", Sheet.adopted),
    (rf"Can ({LIST}) together block", Sheet.blocks),
    (rf"({LIST}) are against a proposal of the Commission, all others in favour\. Which single", Sheet.completes),
    (rf"({LIST}) vote against, all others in favour\. It is (adopted|not adopted)\.", Sheet.flips),
    (r"period of (\d+ \w+) runs from an event on (\w+) (\d+ \w+ \d+)\. On which day does it end\? (.*)", Sheet.deadline),
    (rf"Figures of (\d+): ({LIST}) are not in favour\..*add up to ([\d.]+) %\. In persons they are ([\d ]+) of ([\d ]+)\.", Sheet.added_percentages),
    (r"add up to ([\d.]+) %\. (\d+) members are in favour, and their printed shares add up to ([\d.]+) %", Sheet.band),
    (r"(\d+) % of (\d+) members are needed\. A calculator shows [\d.]+\. Are (\d+) members enough", Sheet.whole_members),
    (rf"needed\. ({LIST}) do(?:es)? not take part in a vote; the others have (\d+) votes", Sheet.weighted),
]


def main():
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    tables, findings, tasks, ways = Tables(root), [], 0, set()
    run = lambda *arguments: subprocess.run([program, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True).stdout
    for level in (1, 2, 3):
        for lesson, count, seeds in (("all", 10, 15), ("members", 5, 5), ("people", 5, 5), ("blocking", 5, 5), ("flips", 5, 5), ("deadlines", 5, 5), ("rounding", 5, 10)):
            for seed in range(seeds):
                arguments = ("--seed", seed, "--level", level, "--tasks", count, "--lesson", lesson)
                text = run(*arguments)
                sheet = Sheet(tables, text, " ".join(map(str, arguments)))
                sheet.solve()
                sheet.same("tasks", len(sheet.questions), count)
                sheet.same("no task twice", len(set(sheet.questions.values())), count)
                findings += sheet.findings
                tasks += count
                ways |= {way for way, (pattern, _) in enumerate(WAYS) for q in sheet.questions.values() if re.search(pattern, q, re.S)}
                if seed == 0:
                    findings += [] if run(*arguments) == text else [f"{arguments}: another sheet for the same seed"]
                    html = run(*arguments, "--format", "html")
                    for words in (*sheet.questions.values(), *(s.rsplit(" (", 1)[0] for s in sheet.solutions.values())):
                        first = words.split("\n")[0].split(". ")[0].replace("&", "&amp;")
                        findings += [] if first in html else [f"{arguments}: not in the HTML: {first}"]
                    parts = [run(*arguments, "--part", part) for part in ("tasks", "solutions")]
                    findings += [] if "Solutions" not in parts[0] and parts[1].count("\n1. ") == 1 else [f"{arguments}: --part"]
    findings += [f"no sheet had a question like: {WAYS[way][0]}" for way in set(range(len(WAYS))) - ways]
    print("\n".join(findings[:20] + [f"{tasks} tasks solved a second time, {len(findings)} findings"]))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
