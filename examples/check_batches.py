# SPDX-License-Identifier: BSL-1.0
"""Does the calculator judge many ballots as they are counted here from the tables in docs/data, and does it take bad input well?

check_batches.py ROOT CODECISION
"""
import csv
import datetime
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

YEARS = (2016, 2017, 2018, 2020, 2023, 2024, 2025)  # with the double majority of TEU 16(4) and a table all year, 2020 from February
POSITIONS = ("in_favour", "against", "abstain", "absent", "unknown")
LONGEST = 1 << 20  # bytes of one record
findings = []


def check(right, what):
    if not right:
        findings.append(what)


def rows(path):
    with open(path, encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


# ----- the independent count -----

class count_by_hand:
    def __init__(self, root):
        data = pathlib.Path(root, "docs", "data")
        self.figures = {}
        for row in rows(data / "populations.csv"):
            number = row["percent_printed"].replace(".", "") if row["year"] == "2025" else row["population"]
            self.figures.setdefault(int(row["year"]), {})[row["code"]] = int(number)
        self.states = rows(data / "members.csv")

    def members(self, day):
        return [s["code"] for s in self.states if s["joined"] and s["joined"] <= day and (not s["left"] or s["left"] > day)]

    def adopted(self, year, members, in_favour):
        """TEU 16(4): 55 % of the members, at least fifteen, with 65 % of the population; fewer than four cannot block."""
        people = {m: self.figures[year][m] for m in members}
        enough_members = len(in_favour) >= 15 and 100 * len(in_favour) >= 55 * len(members)
        enough_people = 100 * sum(people[m] for m in in_favour) >= 65 * sum(people.values())
        present = len(members)
        deemed = len(members) - len(in_favour) < 4
        return (enough_members and enough_people) or deemed, deemed and not (enough_members and enough_people), present


def verdict(count, ballot):
    """Open members against, then in favour; the Council votes when a majority of its members is present (RoP 11(4))."""
    members = count.members(ballot["date"])
    least, most = ballot["in_favour"], ballot["in_favour"] + ballot["unknown"]
    if 2 * (len(members) - len(ballot["absent"])) <= len(members):
        return "not_adopted"
    if count.adopted(ballot["year"], members, least)[0]:
        return "adopted"
    return "open" if count.adopted(ballot["year"], members, most)[0] else "not_adopted"


def made_up(count, n, seed):
    """Ballots of every kind, many of them close to the thresholds."""
    source = random.Random(seed)
    for i in range(n):
        year = source.choice(YEARS)
        first = datetime.date(year, 2 if year == 2020 else 1, 1)
        day = (first + datetime.timedelta(days=source.randrange(300))).isoformat()
        members = count.members(day)
        share = source.choice((0.6, 0.7, 0.8, 0.9))
        weights = (share, (1 - share) / 2, (1 - share) / 4, (1 - share) / 8 if i % 3 == 0 else 0, (1 - share) / 4 if i % 2 == 0 else 0)
        stands = {m: source.choices(POSITIONS, weights)[0] for m in members}
        if i % 10 == 0:  # three or four not in favour, the most populous among them: the clause decides
            others = sorted(members, key=lambda m: -count.figures[year][m])[:3] + source.sample(members, i // 10 % 2)
            stands = {m: "against" if m in others else "in_favour" for m in members}
        if i % 97 == 0:  # too few are present
            stands = {m: "absent" if k % 2 == 0 else "in_favour" for k, m in enumerate(members)}
        yield {"id": f"{year}/{i}", "year": year, "date": day} | {p: [m for m in members if stands[m] == p] for p in POSITIONS}


# ----- the three forms -----

def as_rows(ballots):
    return "id,date," + ",".join(POSITIONS) + "\n" + "".join(
        f'{b["id"]},{b["date"]},' + ",".join(" ".join(b[p]) for p in POSITIONS) + "\n" for b in ballots)


def as_member_rows(ballots):
    words = {"in_favour": "for", "against": "Voted against", "abstain": "abstained", "absent": "absent", "unknown": "unknown"}
    return "\ufeffact;day;country;vote\r\n" + "".join(f'"{b["id"]}";{b["date"]}T00:00:00;{m};{words[p]}\r\n' for b in ballots for p in POSITIONS for m in b[p])


def as_json_lines(ballots):
    return "".join(json.dumps({"id": b["id"], "date": b["date"]} | {p: b[p] for p in POSITIONS}) + "\n" for b in ballots)


class calculator:
    def __init__(self, program):
        self.program = program

    def run(self, text, *options):
        given = text if isinstance(text, bytes) else text.encode()
        done = subprocess.run([self.program, "batch", "-", *options], input=given, capture_output=True)
        return done.returncode, done.stdout.decode(), done.stderr.decode()


def without_line(text):
    """The same rows for every form, but for the number of the line on which a ballot begins."""
    table = list(csv.reader(text.splitlines()))
    return [row[:1] + row[2:] for row in table]


def check_counts(count, codecision, ballots):
    status, out, err = codecision.run(as_rows(ballots), "--format", "csv")
    check(status == 0 and err == "", f"status {status}: {err}")
    results = list(csv.DictReader(out.splitlines()))
    check([r["id"] for r in results] == [b["id"] for b in ballots], "every ballot has a result, in the order of the file")
    kinds = {}
    for ballot, result in zip(ballots, results):
        wanted = verdict(count, ballot)
        kinds[wanted] = kinds.get(wanted, 0) + 1
        check(result["verdict"] == wanted, f'{ballot["id"]}: {result["verdict"]} instead of {wanted}')
        people = count.figures[ballot["year"]]
        check(result["members"] == str(len(ballot["in_favour"])), f'{ballot["id"]}: {result["members"]} members')
        check(result["population"] == str(sum(people[m] for m in ballot["in_favour"])), f'{ballot["id"]}: population {result["population"]}')
        check(result["open"] == " ".join(ballot["unknown"]), f'{ballot["id"]}: open {result["open"]}')
        if not ballot["unknown"]:
            deemed = count.adopted(ballot["year"], count.members(ballot["date"]), ballot["in_favour"])[1]
            check(result["deemed_attained"] == ("yes" if deemed else "no"), f'{ballot["id"]}: deemed attained {result["deemed_attained"]}')
    check(len(kinds) == 3 and min(kinds.values()) > len(ballots) // 20, f"the ballots are of all kinds: {kinds}")
    return out


def check_schema(root, lines):
    sys.path.insert(0, str(pathlib.Path(root, "tests", "io")))
    import json_schema  # the validator of the other schemas
    schema = json_schema.validator(json.loads(pathlib.Path(root, "docs", "schema", "batch.schema.json").read_text(encoding="utf-8")))
    for line in lines:
        for error in schema.errors(json.loads(line)):
            findings.append(f"batch.schema.json: {error} in {line}")
    check(schema.errors(json.loads(lines[0]) | {"verdict": "no"}) != [], "the schema refuses what is not a verdict")


def check_forms(codecision, ballots, wide):
    mapped = ("--columns", "id=act,date=day,member=country", "--format", "csv")
    for text, options in ((as_member_rows(ballots), mapped), (as_json_lines(ballots), ("--format", "csv"))):
        status, out, err = codecision.run(text, *options)
        check(status == 0 and err == "", f"status {status}: {err}")
        check(without_line(out) == without_line(wide), "the three forms give the same results")
    lines = codecision.run(as_rows(ballots), "--format", "json")[1].splitlines()
    table = list(csv.DictReader(wide.splitlines()))
    for line, row in zip(lines, table):
        one = json.loads(line)
        same = (one["id"], str(one["line"]), one["verdict"], str(one["members"]["margin"]), str(one["population"]["margin"]), " ".join(one["open"]))
        check(same == (row["id"], row["line"], row["verdict"], row["members_margin"], row["population_margin"], row["open"]), f"JSON and CSV differ in {line}")
    check(len(lines) == len(table), "JSON: one result a line")
    for form in ("text", "markdown"):
        _, text, _ = codecision.run(as_rows(ballots), "--format", form)
        words = [line.replace("| ", "", 1).replace(" | ", ": ", 1) for line in text.splitlines() if not line.startswith(("|---", "| ballot"))]
        wanted = [f'{r["id"]}: {r["verdict"].replace("_", " ")}' for r in table]
        check(len(words) == len(wanted) and all(a.startswith(b) for a, b in zip(words, wanted)), f"{form}: one result a line")


# ----- the votes of the Council as its open data had them -----

def check_votes_of_the_council(codecision):
    head = "voteProc,decisionDate,countryCodeInFavourGrouped,countryCodeAgainstGrouped,countryCodeNotParticipatingGrouped\n"
    favour = "BE|BG|CZ|DE|EE|GR|ES|FR|HR|IT|CY|LV|LT|LU|HU|MT|NL|AT|PL|PT|RO|SI|SK|FI|SE"
    names = "id=voteProc,date=decisionDate,in_favour=countryCodeInFavourGrouped,against=countryCodeAgainstGrouped,not_participating=countryCodeNotParticipatingGrouped"
    status, out, err = codecision.run(head + f"x,2020-06-08,{favour},,DK|IE\n", "--columns", names, "--format", "csv")
    result = next(csv.DictReader(out.splitlines()), {})
    check(status == 0 and result.get("rule") == "qualified majority of the participants" and result.get("members_needed") == "14", f"votes without DK and IE: {out}{err}")
    status, _, err = codecision.run(head + f"x,2020-06-08,{favour},,DK|IE\n", "--columns", names, "--basis", "TFEU 114")
    check(status == 2 and "[COD-R302]" in err, f"a basis on which all members vote: {err}")


# ----- bad input -----

GOOD = "id,date,against\n1,2025-11-26,CZ\n"


def check_faults(codecision):
    cases = [
        (GOOD + "2,2025-13-01,NL\n", 1, ["[COD-J606] standard input, line 3, column 2 ('date'): '2025-13-01' is not a day"]),
        (GOOD + "2,2025-11-26,XX\n", 1, ["line 3, column 3 ('against'): 'XX' is not the code"]),
        (GOOD + "2,2025-11-26,CZ NL CZ\n", 1, ["line 3, column 3", "CZ stands twice"]),
        (GOOD + "2,2025-11-26,UK\n", 1, ["[COD-B403] standard input, line 3"]),
        (GOOD + "2,2031-11-26\n", 1, ["line 3: the record has 2 fields, and the header has 3"]),
        (GOOD + '2,2025-11-26,"CZ', 1, ["line 3: the input ends inside of a field in quotation marks"]),
        (GOOD + "2,2025", 1, ["line 3: the input ends in the middle of this record"]),
        (GOOD.encode() + b"2,2025-11-26,C\0Z\n", 1, ["line 3: byte 15 of the record is NUL"]),
        (GOOD.encode() + b"2,2025-11-26,\xff\n", 1, ["line 3: byte 14 of the record begins no character of UTF-8"]),
        (GOOD + "x" * (LONGEST + 1) + "\n", 1, ["[COD-J603] standard input, line 3: the record that begins here is longer"]),
        ("id,date,agianst\n", 0, ["[COD-J606] standard input, line 1, column 3 ('agianst')", "did you mean 'against'?"]),
        ("", 0, ["[COD-J606] 'standard input' is empty"]),
        ("id,member,vote\n1,DE,for\n", 0, ["[COD-B402] standard input, line 2: act '1' does not say what"]),
        ('{"id": "1", "against": "CZ"}\n{"id": "2", "agianst": "CZ"}\n', 1, ["[COD-J606]", "standard input, line 2, column 24, /agianst", "did you mean 'against'?"]),
        ('{"id": "1"}\n{"id": "2", "against": ["CZ"', 1, ["[COD-J601]", "standard input, line 2"]),
        ('{"id": "1"}\n' + "[" * 200, 1, ["[COD-J603]", "standard input, line 2"]),
        ('{"id": "' + "x" * LONGEST + '"}\n', 0, ["[COD-J603] standard input, line 1"]),
    ]
    for text, results, words in cases:
        status, out, err = codecision.run(text)
        check(status == 2 and all(word in err for word in words), f"{text[:80]!r}: status {status}, {err}")
        check(out.count("\n") == results and (out == "" or out.endswith("\n")), f"{text[:80]!r}: the results before the fault, whole: {out}")
    exactly = "id,against\n" + "x" * (LONGEST - 3) + ",CZ\n"
    check(codecision.run(exactly)[0] == 0, "a record of exactly the longest length is read")
    check(codecision.run("id,against\n" + "x" * (LONGEST - 2) + ",CZ\n")[0] == 2, "a record of a byte more is not")
    line, longer = ('{"id": "' + "x" * n + '"}\n' for n in (LONGEST - 10, LONGEST - 9))
    check(codecision.run(line)[0] == 0 and codecision.run(longer)[0] == 2, "a line of exactly the longest length is read, and of a byte more is not")
    check(codecision.run(" \n " + line)[0] == 0, "what is passed over before the first ballot does not count")


def check_going_on(codecision):
    text = GOOD + "2,2025-13-01,NL\n3,2025-11-26,UK\n4\n5,2025-11-26,A\"T\n6,2025-11-26,PL\n"
    status, out, err = codecision.run(text, "--keep-going", "--format", "csv")
    check(status == 2 and [r["id"] for r in csv.DictReader(out.splitlines())] == ["1", "6"], f"--keep-going: {out}")
    check(all(f"line {n}" in err for n in (3, 4, 5, 6)) and "4 ballots could not be counted; 2 were" in err, f"--keep-going: {err}")
    acts = "id,member,vote\n1,DE,for\n1,FR,perhaps\n1,IT,for\n2,DE,for\n2,FR\n2,IT,for\n3,DE,against\n1,DE,for\n1,FR,for\n4,DE,for\n"
    status, out, err = codecision.run(acts, "--keep-going", "--rest", "against", "--format", "csv")
    check(status == 2 and [r["id"] for r in csv.DictReader(out.splitlines())] == ["3", "4"], f"--keep-going with acts: {out}")
    check("act '1' comes back after other acts" in err, f"an act that comes back: {err}")


NO_DAY = "ballots without a day: figures of 2025, the newest, and the council of 2025-12-31, because no day was given (--on)\n"


def check_the_day_is_told(codecision):
    """Where the lines have no column for it, and nobody chose it: once."""
    without, some = "id,against\n1,CZ\n2,NL\n", "id,date,against\n1,2025-11-26,CZ\n2,,NL\n3,,NL\n"
    for text, options, told in ((without, (), NO_DAY), (without, ("--format", "markdown"), NO_DAY), (some, (), NO_DAY), (without, ("--on", "2025-11-26"), ""),
                                (GOOD, (), ""), (without, ("--format", "csv"), ""), (without, ("--format", "json"), "")):
        status, _, err = codecision.run(text, *options)
        check(status == 0 and err == told, f"the day of ballots without one, {options}: {err}")


def check_beginnings(codecision):
    """A mark of UTF-8 and blanks may stand before the first object, or before a table."""
    line, table = '{"id": "a", "date": "2025-11-26", "against": "CZ"}\n', "id,date,against\na,2025-11-26,CZ\n"
    wanted = without_line(codecision.run(line, "--format", "csv")[1])
    check(len(wanted) == 2, f"one result: {wanted}")
    for text in (*(before + line for before in ("\ufeff", "  ", "\n\n", "\ufeff \r\n\t")), table, "\ufeff" + table, "\n\n" + table):
        status, out, err = codecision.run(text, "--format", "csv")
        check(status == 0 and err == "" and without_line(out) == wanted, f"{text[:20]!r}: status {status}, {out}{err}")
    _, _, err = codecision.run("\n" + table.replace("id,", "\tid,"))
    check("COD-J606" in err and "standard input, line 2" in err and "--input csv" in err, f"a tab before a table: {err}")
    check(codecision.run("\ufeff" + line, "--input", "jsonl")[0] == 0, "a mark of UTF-8 with --input jsonl")
    _, _, err = codecision.run("\ufeff\n" + line + '{"id": "b", "agianst": "CZ"}\n')
    check("standard input, line 3, column 24, /agianst" in err, f"the line is counted with the empty ones: {err}")
    check(codecision.run(" \n\n")[0] == 2, "blanks alone are no table")


def check_closed_pipe(program):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "ballots.csv")
        path.write_text("id,against\n" + "1,CZ\n" * 100_000, encoding="utf-8")
        process = subprocess.Popen([program, "batch", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        first = process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        check(process.wait() == 0 and first.startswith(b"1: adopted") and errors == NO_DAY.encode(), f"a closed pipe: {process.returncode}, {errors}")


# ----- memory -----

def resident_after(program, head, body, times):
    """The largest resident size, in KiB, of a run that reads the body so many times."""
    process = subprocess.Popen([program, "batch", "-", "--rest", "in_favour", "--format", "csv"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    process.stdin.write(head)
    for _ in range(times):
        process.stdin.write(body)
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    check(process.returncode == 0, f"a long stream ends with {process.returncode}")
    return usage.ru_maxrss


def check_memory(program):
    wide = b"".join(b"%d,2025-11-%02d,CZ NL PL SK,IT\n" % (i, i % 28 + 1) for i in range(20_000))
    acts = b"".join(b"%d,CZ,against\n%d,NL,for\n" % (i, i) for i in range(70_000))
    for head, body in ((b"id,date,against,abstain\n", wide), (b"id,member,vote\n", acts)):
        short, long = resident_after(program, head, body, 1), resident_after(program, head, body, 20)
        check(long < short + 8_192, f"{len(body) * 20 >> 20} MiB of input took {long} KiB, and a twentieth of it {short} KiB")


def main(root, program):
    count, codecision = count_by_hand(root), calculator(program)
    ballots = list(made_up(count, 3_000, seed=20251126))
    check_forms(codecision, ballots, check_counts(count, codecision, ballots))
    weighted = "id,date,rule,against\n1,2012-03-01,,DE FR\n2,2012-03-01,unanimity,DE\n3,2025-11-26,simple,DE\n"
    check_schema(root, [line for text in (as_rows(ballots[:200]), weighted) for line in codecision.run(text, "--format", "json")[1].splitlines()])
    check_votes_of_the_council(codecision)
    check_faults(codecision)
    check_going_on(codecision)
    check_the_day_is_told(codecision)
    check_beginnings(codecision)
    check_closed_pipe(program)
    if hasattr(os, "wait4") and sys.platform == "linux":
        check_memory(program)
    print("\n".join(findings[:20]) or f"{len(ballots)} ballots in three forms agree with the count by hand")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
