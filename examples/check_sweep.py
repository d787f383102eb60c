# SPDX-License-Identifier: BSL-1.0
"""Computes the rows of sweep a second time from the tables in docs/data: the rules are written down here on their own.

check_sweep.py ROOT SWEEP

Winning coalitions are counted here by halves: the sets of one half of the members, by size and population, against those of the other.
"""
import bisect
import csv
import io
import math
import pathlib
import subprocess
import sys

CANDIDATES = {"UA": 33_000_000, "MD": 2_400_000, "RS": 6_600_000}
COALITION = {"DE", "HU", "RS"}
RULES = ("qualified", "reinforced", "four_fifths", "simple", "unanimity")
YEARS = (2014, 2024)
COUNTED = {"qualified": (55, 100), "reinforced": (72, 100), "four_fifths": (4, 5), "unanimity": (1, 1)}


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def people_of(root, year):
    table = rows((root / "docs/data/populations.csv").read_text(encoding="utf-8"))
    return {row["code"]: int(row["population"]) for row in table if row["year"] == str(year)}


def members_needed(rule, n):
    if rule == "simple":
        return n // 2 + 1
    top, bottom = COUNTED[rule]
    return max(-(-n * top // bottom), 15 if rule == "qualified" else 0)


def has_majority(rule, people, in_favour):
    n, total = len(people), sum(people.values())
    if rule == "qualified" and n - len(in_favour) < 4:
        return True
    enough = rule not in ("qualified", "reinforced") or 100 * sum(people[m] for m in in_favour) >= 65 * total
    return enough and len(in_favour) >= members_needed(rule, n)


def fewest_blockers(rule, people):
    """Those with most people first: nobody blocks with fewer."""
    order = sorted(people, key=lambda m: -people[m])
    return next(k for k in range(1, len(order) + 1) if not has_majority(rule, people, order[k:]))


def sums_by_size(people):
    """table[s]: the populations of all sets of s members, in order."""
    table = [[0]] + [[] for _ in people]
    for weight in people:
        for size in range(len(people), 0, -1):
            table[size] = table[size] + [x + weight for x in table[size - 1]]
    return [sorted(sums) for sums in table]


def winning(rule, people):
    n, need = len(people), members_needed(rule, len(people))
    if rule not in ("qualified", "reinforced"):
        return sum(math.comb(n, k) for k in range(need, n + 1))
    quota = -(-65 * sum(people.values()) // 100)
    values = list(people.values())
    halves = sums_by_size(values[:n // 2]), sums_by_size(values[n // 2:])
    found = 0
    for a, sums in enumerate(halves[0]):
        for b, others in enumerate(halves[1]):
            if rule == "qualified" and n - a - b < 4:
                found += len(sums) * len(others)
            elif a + b >= need:
                found += sum(len(others) - bisect.bisect_left(others, quota - x) for x in sums)
    return found


def expected(people, year, rule, joining):
    total = sum(people.values())
    in_favour = [m for m in people if m not in COALITION]
    counts_people = rule in ("qualified", "reinforced")
    return {"year": str(year), "rule": rule, "joining": joining, "members": str(len(people)), "members_needed": str(members_needed(rule, len(people))),
            "population_needed": str(-(-65 * total // 100) if counts_people else 0), "unit": "persons", "blocking_minority": str(fewest_blockers(rule, people)),
            "coalition_blocks": "no" if has_majority(rule, people, in_favour) else "yes", "winning_coalitions": str(winning(rule, people))}


def check_rows(root, program):
    asked = ["--years", *map(str, YEARS), "--rules", *RULES, "--coalition", " ".join(sorted(COALITION))]
    asked += [part for code, persons in CANDIDATES.items() for part in ("--candidate", f"{code}={persons}")]
    printed = rows(subprocess.run([program, *asked], check=True, capture_output=True, encoding="utf-8").stdout)
    order = [(year, rule, subset) for year in YEARS for rule in RULES for subset in range(2 ** len(CANDIDATES))]
    if len(printed) != len(order):
        yield f"{len(printed)} rows instead of {len(order)}"
    for row, (year, rule, subset) in zip(printed, order):
        joining = {code: persons for bit, (code, persons) in enumerate(CANDIDATES.items()) if subset >> bit & 1}
        people = {**people_of(root, year), **joining}
        wanted = expected(people, year, rule, " ".join(sorted(joining)))
        wrong = {name: (row[name], value) for name, value in wanted.items() if row[name] != value}
        if abs(float(row["power_to_act"]) * 2 ** len(people) / int(wanted["winning_coalitions"]) - 1) > 1e-12:
            wrong["power_to_act"] = row["power_to_act"]
        if wrong:
            yield f"{year} {rule} {sorted(joining)}: {wrong}"


def check_draws(root, program):
    """A coin for each member: the share of draws that adopt is close to the share of coalitions that win (five standard deviations)."""
    asked = ["--years", "2014", "2024", "--rules", "qualified", "simple", "--draws", "2000000", "--candidate", "UA=33000000"]
    for row in rows(subprocess.run([program, *asked], check=True, capture_output=True, encoding="utf-8").stdout):
        people = people_of(root, row["year"])
        if row["joining"]:
            people["UA"] = CANDIDATES["UA"]
        p = winning(row["rule"], people) / 2 ** len(people)
        if abs(int(row["adopted"]) - 2_000_000 * p) > 5 * math.sqrt(2_000_000 * p * (1 - p)):
            yield f"{row}: {p} of the coalitions win"


def main():
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    findings = [*check_rows(root, program), *check_draws(root, program)]
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
