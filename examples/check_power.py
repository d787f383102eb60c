# SPDX-License-Identifier: BSL-1.0
"""Computes both indices of power_through_time a second time, in fractions from the tables in docs/data, and compares.

check_power.py ROOT POWER_THROUGH_TIME

The eras of 2014 and 2020 are left out: their populations are in persons, too many sums for a table; 2026 has hundredths of
a percent and stands for the rule. The method is a table of all sums by number of members; the arithmetic of the rules is
written down here on its own.
"""
import csv
import fractions
import math
import pathlib
import subprocess
import sys
import tempfile

ERAS = {"1958": "EEC6", "1973": "EC9", "1981": "EC10", "1986": "EC12", "1995": "EU15", "2004": "EU25t", "Nice": "EU25n",
        "2007": "EU27n", "2013": "EU28n"}


def rows(path):
    with open(path, encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def sums_by_size(weights):
    """table[s][x]: in how many sets of s members do the weights add up to x?"""
    total = sum(weights)
    table = [[0] * (total + 1) for _ in range(len(weights) + 1)]
    table[0][0] = 1
    for n, weight in enumerate(weights):
        for size in range(n, -1, -1):
            for x in range(total - weight, -1, -1):
                if table[size][x]:
                    table[size + 1][x + weight] += table[size][x]
    return table


def without(table, weight):
    """The same table of all others: sets without the member are all sets less those with it."""
    rest = [list(table[0])]
    for size in range(1, len(table) - 1):
        rest.append([count - (rest[size - 1][x - weight] if x >= weight else 0) for x, count in enumerate(table[size])])
    return rest


def indices(weights, wins):
    """Shapley-Shubik and normalised Banzhaf of each member, as fractions; wins(size, sum) says which sets win."""
    n = len(weights)
    table = sums_by_size(list(weights.values()))
    pivotal, swings = {}, {}
    for member, weight in weights.items():
        pivotal[member], swings[member] = fractions.Fraction(0), 0
        for size, row in enumerate(without(table, weight)):
            found = sum(count for x, count in enumerate(row) if count and not wins(size, x) and wins(size + 1, x + weight))
            swings[member] += found
            pivotal[member] += fractions.Fraction(found, n * math.comb(n - 1, size))
    return pivotal, {member: fractions.Fraction(count, sum(swings.values())) for member, count in swings.items()}


def expected(root):
    votes = rows(root / "docs/data/vote_weights.csv")
    rules = {row["regime"]: row for row in rows(root / "docs/data/qmv_regimes.csv")}
    for era, regime in ERAS.items():
        weights = {row["code"]: int(row[regime]) for row in votes if row[regime] and row["code"] != "TOTAL"}
        quota, fewest = int(rules[regime]["qm_votes"]), int(rules[regime]["min_members_on_commission_proposal"] or 0)
        yield era, indices(weights, lambda size, x: x >= quota and size >= fewest)
    people = {row["code"]: round(float(row["percent_printed"]) * 100) for row in rows(root / "docs/data/populations.csv") if row["year"] == "2025"}
    total = sum(people.values())
    yield "2026", indices(people, lambda size, x: (size >= 15 and 100 * x >= 65 * total) or 27 - size < 4)


def main():
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "power.csv"
        subprocess.run([program, "--csv", file], check=True, stdout=subprocess.DEVNULL)
        printed = {(row["system"], row["member"]): row for row in rows(file)}
    checked, wrong = 0, 0
    for era, (pivotal, banzhaf) in expected(root):
        for member in pivotal:
            row = printed[era, member]
            for name, value in (("shapley_shubik", pivotal[member]), ("banzhaf_normalised", banzhaf[member])):
                checked += 1
                if abs(float(row[name]) - float(value)) > 1e-9:
                    wrong += 1
                    print(f"{era} {member}: {name} is {row[name]}, and the tables say {float(value):.10f}")
    print(f"{checked} values checked, {wrong} wrong")
    sys.exit(1 if wrong or checked < 300 else 0)


if __name__ == "__main__":
    main()
