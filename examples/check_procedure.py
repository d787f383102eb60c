# SPDX-License-Identifier: BSL-1.0
"""Compares the table that procedure_walk prints with docs/data/olp.json, which was written from Article 294 by hand, and computes
its last days a second time from docs/data/institution_holidays.json.

check_procedure.py ROOT PROCEDURE_WALK

The rules of Regulation 1182/71 are written down here on their own.
"""
import calendar
import datetime
import json
import pathlib
import re
import subprocess
import sys

STAGES = {
    "START": "not proposed", "EP_FIRST_READING": "first reading in Parliament", "COUNCIL_FIRST_READING": "first reading in the Council",
    "EP_SECOND_READING": "second reading in Parliament", "COUNCIL_SECOND_READING": "second reading in the Council",
    "CONCILIATION_TO_CONVENE": "conciliation committee to be convened", "CONCILIATION": "conciliation", "THIRD_READING": "third reading",
    "ADOPTED": "adopted", "SIGNED": "signed", "PUBLISHED": "published", "IN_FORCE": "in force", "NOT_ADOPTED": "not adopted",
    "WITHDRAWN": "withdrawn", "SUSPENDED_48": "suspended (social security)", "SUSPENDED_82_83": "suspended (criminal matters)",
    "ENHANCED_COOPERATION": "enhanced cooperation", "BLOCKED": "blocked", "RESUME_PREVIOUS": "the stage at which it was suspended",
}
BEFORE_ADOPTION = ["EP_FIRST_READING", "COUNCIL_FIRST_READING", "EP_SECOND_READING", "COUNCIL_SECOND_READING", "CONCILIATION_TO_CONVENE",
                   "CONCILIATION", "THIRD_READING"]
EVENTS = {"approve_ep_position": "approve_parliament_position", "emergency_brake_48": "emergency_brake_social_security",
          "emergency_brake_82_83": "emergency_brake_criminal_matters"}
# A word of olp.json, and the words that the printed cell must contain. The first that fits counts.
MAJORITIES = [
    (r"^Commission", ["Members of the Commission"]), (r"ceil\(N/4\)", ["quarter"]),
    (r"^EP majority of votes cast OR 55", ["55 %", "votes cast in Parliament"]),
    (r"^QM of Council members or representatives AND", ["Council's side", "Parliament's side"]),
    (r"^EP: majority of votes cast; Council: QM", ["legal basis in the Council", "votes cast in Parliament"]),
    (r"^majority of votes cast", ["majority of the votes cast"]), (r"^majority of component members", ["majority of the component members"]),
    (r"^QM; UNANIMITY for each amendment", ["legal basis", "unanimity", "amendments with a negative opinion"]),
    (r"^QM; UNANIMITY", ["legal basis", "unanimity", "departs"]), (r"^request", ["one member"]), (r"^consensus", ["consensus"]),
    (r"^notification", ["nine members"]), (r"^(none|-)", ["none"]),
]


def output(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True).stdout.decode("utf-8")


# ----- the table -----

def printed_steps(program):
    """(stage, event) of each printed row, with its cells; a row of several stages stands for each of them."""
    steps = {}
    for line in output(program, "--markdown").splitlines()[2:]:
        stages, event, who, majority, limit, goal, article = (cell.strip() for cell in line.strip("|").split("|"))
        for stage in (s for s in re.split(r", (?![^(]*\))", stages)):
            steps[stage, event.strip("`")] = (who, majority, limit, goal, article)
    return steps


def numbers(text):
    """The articles that a citation names, as numbers with their paragraphs."""
    return set(re.findall(r"\d+(?:\(\w+\))*", re.sub(r"\(version.*?\)", "", text)))


def check_row(row, cells):
    who, majority, limit, goal, article = cells
    wanted = next(words for pattern, words in MAJORITIES if re.search(pattern, row["majority"]))
    if not all(word in majority for word in wanted):
        yield f"the majority is '{majority}', and the table says '{row['majority']}'"
    if "OR" not in row["majority"] and ("unanimity" in majority) != ("UNANIMITY" in row["majority"]):
        yield f"unanimity: '{majority}' and '{row['majority']}'"
    stated = re.search(r"(\d+) (months|weeks)(?: \(\+ ?(?:max )?(\d))?", row["time_limit"])
    shown = re.search(r"(\d+) (months|weeks)(?: \(\+(\d))?", limit)
    if (stated and stated.groups()) != (shown and shown.groups()):
        yield f"the limit is '{limit}', and the table says '{row['time_limit']}'"
    goals = {STAGES[row["to_state"]]} | ({"the same stage"} if row["to_state"] == row["from_state"] else set())
    if goal not in goals:
        yield f"it leads to '{goal}', and the table says {row['to_state']}"
    if missing := numbers(row["article"]) - numbers(article):
        yield f"the provision '{article}' lacks {sorted(missing)}"


def check_table(root, program):
    steps = printed_steps(program)
    table = json.loads((root / "docs/data/olp.json").read_text(encoding="utf-8"))
    seen = set()
    for row in table["transitions"]:
        event = EVENTS.get(row["event"], row["event"])
        for state in BEFORE_ADOPTION if row["from_state"] == "ANY_BEFORE_ADOPTION" else [row["from_state"]]:
            key = (STAGES[state], event)
            if key not in steps:
                yield f"{key}: the program does not print this step"
                continue
            seen.add(key)
            yield from (f"{key}: {wrong}" for wrong in check_row(row, steps[key]))
    yield from (f"{key}: docs/data/olp.json does not have this step" for key in steps.keys() - seen)
    if len(table["transitions"]) != 33:
        yield "docs/data/olp.json does not have 33 transitions"
    ends = {STAGES[state] for state in table["terminal"]}
    yield from (f"{stage} is an end, and a step leads on from it" for stage, _ in steps if stage in ends)


# ----- the last days -----

def holidays(root):
    years = json.loads((root / "docs/data/institution_holidays.json").read_text(encoding="utf-8"))
    return {datetime.date.fromisoformat(day) for year in years.values() if isinstance(year, dict) for day in year.get("brussels_weekdays", [])}


def months_later(day, count):
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_day(event, unit, count, free):
    """Articles 3(2)(b), (c), 3(4) and 3(5) of the Regulation."""
    one = datetime.timedelta(days=1)
    end = months_later(event, count) if unit == "months" else event + (7 if unit == "weeks" else 1) * count * one

    def works(day):
        return day.weekday() < 5 and day not in free
    while not works(end):
        end += one
    if unit != "days" or count >= 2:
        while sum(works(event + n * one) for n in range(1, (end - event).days + 1)) < 2:
            end += one
            while not works(end):
                end += one
    return end


def check_days(root, program):
    free = holidays(root)
    for start in range(0, 730, 13):
        event = datetime.date(2024, 1, 3) + datetime.timedelta(days=start)
        for unit, count, more in (("months", 3, 1), ("weeks", 6, 2), ("days", 2, None)):
            for extended in (False, True) if more else (False,):
                arguments = ["--deadline", event.isoformat(), f"--{unit}", str(count), *(["--extended"] if extended else [])]
                printed = re.search(r"the last day is \w+ (\d{4}-\d\d-\d\d)", output(program, *arguments).replace("\n    ", " "))[1]
                wanted = last_day(event, unit, count + (more if extended else 0), free).isoformat()
                if printed != wanted:
                    yield f"{' '.join(arguments)}: {printed}, and the Regulation says {wanted}"


def main():
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    findings = [*check_table(root, program), *check_days(root, program)]
    print("\n".join(findings) or "the table and the days agree")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
