# SPDX-License-Identifier: BSL-1.0
"""Counts every snapshot of positions a second time, from the tables in docs/data, and compares with what csa_timeline says.

check_timeline.py ROOT CSA_TIMELINE      The arithmetic is that of TEU 16(4), written down here on its own.
"""
import csv
import json
import pathlib
import subprocess
import sys

SIDES = {"support": "in_favour", "oppose": "against", "abstain": "abstaining", "undecided": "undecided", "unknown": "unknown"}


def rows(path):
    with open(path, encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


def figures(root):
    """Year -> code -> population, in persons or (2025) in hundredths of a percent as printed."""
    by_year = {}
    for row in rows(root / "docs/data/populations.csv"):
        number = row["population"] or round(float(row["percent_printed"]) * 100)
        if row["year"] == "2025":
            number = round(float(row["percent_printed"]) * 100)
        by_year.setdefault(int(row["year"]), {})[row["code"]] = int(number)
    return by_year


def adopted(in_favour, people):
    enough = 100 * sum(people[m] for m in in_favour) >= 65 * sum(people.values())
    return (100 * len(in_favour) >= 55 * len(people) and len(in_favour) >= 15 and enough) or len(people) - len(in_favour) < 4


def expected(snapshot, by_year):
    """What a snapshot amounts to: the sides, both extreme counts, the verdict."""
    year = int(snapshot["date"][:4])
    members = [m for m in by_year[2025] if m != "UK"]
    people = {m: by_year[year if year in by_year else 2025][m] for m in members}
    sides = {side: [] for side in SIDES.values()}
    for member, entry in snapshot["positions"].items():
        sides[SIDES[entry["stance"]]].append(member)
    least = sides["in_favour"]
    most = least + sides["undecided"] + sides["unknown"]
    verdict = "adopted" if adopted(least, people) else "open" if adopted(most, people) else "not adopted"
    return sides, (len(least), sum(people[m] for m in least)), (len(most), sum(people[m] for m in most)), verdict, year not in by_year


def differences(step, snapshot, by_year):
    sides, least, most, verdict, stand_in = expected(snapshot, by_year)
    said = [(side, sorted(step[side]), sorted(members)) for side, members in sides.items()]
    said += [("least", (step["least"]["members"], step["least"]["population"]), least),
             ("most", (step["most"]["members"], step["most"]["population"]), most),
             ("verdict", step["verdict"], verdict), ("stand-in", step["figures_stand_in"], stand_in)]
    return [f"{snapshot['id']}: {what} is {found}, not {wanted}" for what, found, wanted in said if found != wanted]


def main(root, program):
    by_year = figures(root)
    replay = json.loads(subprocess.run([program, "--json"], capture_output=True, text=True, check=True).stdout)["replay"]
    snapshots = {s["id"]: s for s in json.loads((root / "docs/data/csa/positions.json").read_text(encoding="utf-8"))}
    counted = [s for s in replay if "verdict" in s]
    findings = [f for step in counted for f in differences(step, snapshots[step["snapshot"]], by_year)]
    if sorted(s["snapshot"] for s in replay) != sorted(snapshots):
        findings.append("the snapshots of the program are not those of positions.json")
    if [s["id"] for s in snapshots.values() if s["kind"] == "issue"] != [s["snapshot"] for s in replay if "verdict" not in s]:
        findings.append("a snapshot on single issues is counted, or one on a text is not")
    print("\n".join(findings) or f"{len(counted)} snapshots counted twice, {len(replay) - len(counted)} on single issues: no difference")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2]))
