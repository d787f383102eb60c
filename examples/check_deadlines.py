# SPDX-License-Identifier: BSL-1.0
"""Computes what deadlines prints a second time, from the wording of Regulation 1182/71 and the table in docs/data, and compares.

check_deadlines.py ROOT DEADLINES

The rules are written down here on their own, with Python's calendar. Every day of 2023 to 2026 is an event, for each of the
periods below; for the short ones the day that is not confirmed is computed too, by trying each day both ways.
"""
import calendar
import csv
import datetime
import io
import json
import pathlib
import re
import subprocess
import sys

ONE = datetime.timedelta(days=1)
PERIODS = "1d 2d 3d 6d 10d 40d 1wd 2wd 5wd 20wd 1w 3w 6w 8w 1m 2m 3m 4m".split()
SHORT = {"1d", "2d", "3d", "6d", "10d", "1wd", "2wd", "5wd", "1w"}
UNITS = {"day": "d", "working day": "wd", "week": "w", "month": "m", "year": "y"}


class Calendar:
    """The holidays of the table, and which days of it are confirmed."""

    def __init__(self, root):
        table = json.loads((root / "docs/data/institution_holidays.json").read_text(encoding="utf-8"))
        self.years = {int(year) for year in table}
        self.holidays = {datetime.date.fromisoformat(day) for year in table.values() for day in year["brussels_weekdays"]}
        self.status = {int(year): entry["status"] for year, entry in table.items()}

    def works(self, day, turned=None):
        if day.weekday() > 4:
            return False
        if day.year not in self.years:
            raise LookupError(day.year)
        return (day in self.holidays) == (day == turned)

    def confirmed(self, day):
        status = self.status[day.year]
        return status.startswith("CONFIRMED:") or (status.startswith("CONFIRMED to 15 August:") and day <= datetime.date(day.year, 8, 15))


def months_later(day, count):
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def ends(event, text, table, turned=None):
    """The end of the period before and after Articles 3(4) and 3(5)."""
    count, unit = re.fullmatch(r"(\d+)(\w+)", text).groups()
    count, end = int(count), event
    if unit == "wd":
        left = count
        while left:
            end += ONE
            left -= table.works(end, turned)
    elif unit in "my":
        end = months_later(event, count * (12 if unit == "y" else 1))
    else:
        end = event + count * (7 if unit == "w" else 1) * ONE
    nominal, needed = end, 1 if text in ("1d", "1wd") else 2
    while not table.works(end, turned):
        end += ONE
    while sum(table.works(end - n * ONE, turned) for n in range(min((end - event).days, 30))) < needed:
        end += ONE
        while not table.works(end, turned):
            end += ONE
    return nominal, end


def unconfirmed(event, text, table):
    """The first day without confirmation that would change the last day if it were not what the table says."""
    last = ends(event, text, table)[1]
    day = event + ONE
    while day <= last:
        if day.weekday() < 5 and not table.confirmed(day) and ends(event, text, table, turned=day)[1] != last:
            return day.isoformat()
        day += ONE
    return ""


def output_of(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def check_years(program, table):
    """Compares every event of four years; gives how many were compared and what is wrong."""
    for year in range(2023, 2027):
        for text in PERIODS + ["3m+1m"]:
            length, _, more = text.partition("+")
            arguments = ["--year", str(year), "--period", length] + (["--extended-by", more] if more else [])
            rows = list(csv.DictReader(io.StringIO(output_of(program, *arguments))))
            if len(rows) != 366 - (year % 4 != 0):
                yield f"{year} {text}: {len(rows)} rows"
            for row in rows:
                event = datetime.date.fromisoformat(row["event"])
                nominal, last = ends(event, "4m" if more else length, table)
                said = (row["nominal"], row["last_day"])
                wanted = (nominal.isoformat(), last.isoformat())
                yield "" if said == wanted else f"{event} {text}: {said}, and the wording says {wanted}"
                if text in SHORT and not (year == 2026 and event.month == 12):
                    doubt = unconfirmed(event, text, table)
                    yield "" if row["unconfirmed"] == doubt else f"{event} {text}: unconfirmed {row['unconfirmed']}, expected {doubt}"


def check_worksheet(program, table):
    """Compares the questions of the worksheet that are a period and a day."""
    text = output_of(program)
    pattern = re.compile(r"^ ?\d+\. (\d+) ([a-z ]+?)s? from \w+ (\d{4}-\d\d-\d\d)(:.*)?\n    end of the period: \w+ (\S+) +last day: \w+ (\S+)$", re.M)
    for count, unit, event, story, nominal, last in pattern.findall(text):
        event = datetime.date.fromisoformat(event)
        if "without public holidays" in story:
            if event.year in table.years:
                yield f"{event}: the table has this year"
            wanted = ends(event, count + UNITS[unit], WeekendsOnly())
        else:
            wanted = ends(event, count + UNITS[unit], table)
        yield "" if (nominal, last) == tuple(day.isoformat() for day in wanted) else f"worksheet, {count} {unit} from {event}: {nominal}, {last}"


class WeekendsOnly:
    def works(self, day, turned=None):
        return day.weekday() < 5


def main():
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    table = Calendar(root)
    years, worksheet = list(check_years(program, table)), list(check_worksheet(program, table))
    wrong = [message for message in years + worksheet if message]
    for message in wrong[:20]:
        print(message)
    print(f"{len(years)} values of four years and {len(worksheet)} of the worksheet checked, {len(wrong)} wrong")
    sys.exit(1 if wrong or len(years) < 35000 or len(worksheet) != 11 else 0)


if __name__ == "__main__":
    main()
