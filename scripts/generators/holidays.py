# SPDX-License-Identifier: BSL-1.0
"""institution_holidays.json -> data/tables/holidays.hpp"""

import datetime
import json
import re

from generators import cpp
from generators.context import Context
from generators.table import TableError

NAME = "docs/data/institution_holidays.json"
HEADER = "data/tables/holidays.hpp"
KEYS = {"brussels_weekdays", "luxembourg_weekdays_instead", "luxembourg_note", "status"}
OPTIONAL = {"luxembourg_weekdays_instead", "luxembourg_note"}
PLACES = ("brussels", "luxembourg")
NOT_CONFIRMED = "not confirmed: set as the years before suggest, and a decision may add days"


def easter(year):
    """Easter Sunday of the Gregorian calendar, by the rule of the epact and the golden number."""
    golden, century = year % 19 + 1, year // 100 + 1
    solar, lunar = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - solar - 10
    epact = (11 * golden + 20 + lunar - solar) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    moon = 44 - epact
    if moon < 21:
        moon += 30
    moon += 7 - (sunday + moon) % 7
    return datetime.date(year, 3, 1) + datetime.timedelta(days=moon - 1)


def pattern(year, place):
    """The holidays that the confirmed years suggest: day -> name, without Saturdays and Sundays."""
    sunday = easter(year)
    moving = {-3: "Maundy Thursday", -2: "Good Friday", 1: "Easter Monday", 39: "Ascension Day", 40: "the day after Ascension Day",
              50: "Whit Monday"}
    fixed = {(1, 1): "New Year's Day", (1, 2): "the day after New Year's Day", (5, 1): "Labour Day", (5, 9): "Europe Day",
             (8, 15): "Assumption", (11, 1): "All Saints' Day", (11, 2): "All Souls' Day", (12, 25): "Christmas Day"}
    fixed |= {(7, 21): "Belgian National Day"} if place == "brussels" else {(6, 23): "Luxembourg National Day"}
    fixed |= {(12, day): "end of the year" for day in (24, *range(26, 32))}
    days = {datetime.date(year, month, day): name for (month, day), name in fixed.items()}
    days |= {sunday + datetime.timedelta(days=distance): name for distance, name in moving.items()}
    return {day: days[day] for day in sorted(days) if day.weekday() < 5}


class Year:
    """One year of the file: its days at each place, its status, and what became of it."""

    def __init__(self, year, entry):
        self.year, self.entry = year, entry
        if not KEYS - OPTIONAL <= set(entry) <= KEYS:
            raise self.error(f"expected the keys {', '.join(sorted(KEYS))}")
        self.days = {"brussels": self._days(entry["brussels_weekdays"], "brussels_weekdays")}
        instead = entry.get("luxembourg_weekdays_instead", {"add": [], "drop": []})
        if set(instead) != {"add", "drop"}:
            raise self.error("luxembourg_weekdays_instead: expected add and drop")
        add, drop = (self._days(instead[key], key) for key in ("add", "drop"))
        if not set(drop) <= set(self.days["brussels"]) or set(add) & set(self.days["brussels"]):
            raise self.error("Luxembourg drops a day that Brussels has not, or adds one that it has")
        self.days["luxembourg"] = sorted(set(self.days["brussels"]) - set(drop) | set(add))
        self.listed = len(self.days["brussels"]) + len(add)
        self._read_status(entry["status"])

    def error(self, message):
        return TableError(f"{NAME}: {self.year}: {message}")

    def _days(self, texts, key):
        days = []
        for text in texts:
            try:
                day = datetime.date.fromisoformat(text)
            except (TypeError, ValueError):
                raise self.error(f"{key}: '{text}' is not a day written as YYYY-MM-DD") from None
            if day.isoformat() != text or day.year != self.year:
                raise self.error(f"{key}: '{text}' is not a day of {self.year} written as YYYY-MM-DD")
            if day.weekday() > 4:
                raise self.error(f"{key}: {text} is a Saturday or a Sunday, which are not listed")
            days.append(day)
        if days != sorted(set(days)):
            raise self.error(f"{key}: the days are not sorted, or one stands twice")
        return days

    def _read_status(self, text):
        """Which holiday_status is it, which source, and up to which day is it confirmed?"""
        partly = re.fullmatch(r"CONFIRMED to (\d+ \w+): (.+); rest from pattern", text)
        self.confirmed_to = None
        if partly:
            self.confirmed_to = datetime.datetime.strptime(f"{partly[1]} {self.year}", "%d %B %Y").date()
            self.status, self.support, self.source = "partly_confirmed", "confirmed", partly[2]
            self.note = f"from {self.confirmed_to + datetime.timedelta(days=1)} on {NOT_CONFIRMED}"
        elif text.startswith("CONFIRMED: "):
            self.status, self.support, self.source, self.note = "confirmed", "confirmed", text[len("CONFIRMED: "):], ""
        elif text == "PATTERN ONLY (not confirmed)":
            self.status, self.support, self.source, self.note = "pattern", "derived", "the pattern of 2014 and 2023", NOT_CONFIRMED
        elif text == "Wikipedia mirror list + pattern, OJ text not retrieved":
            self.status, self.support = "copied", "derived"
            self.source, self.note = "a copy of the list by a third party, and the pattern", "the Official Journal was not seen"
        else:
            raise self.error(f"the status '{text}' is not known")

    def follows_pattern(self):
        return all(self.days[place] == list(pattern(self.year, place)) for place in PLACES)

    def same_in_both(self):
        return "the same days as in Brussels" in self.entry.get("luxembourg_note", "")


class Account:
    """What became of every year and every day of the file."""

    def __init__(self, years):
        self.years = years

    def report(self):
        total = sum(year.listed for year in self.years)
        lines = [f"{NAME}: {len(self.years)} years, {total} days = {total} used"]
        for year in self.years:
            lines.append(f"  used     {year.listed:4}  {year.year} ({year.status.replace('_', ' ')}; {len(year.days['brussels'])} in Brussels, "
                         f"{len(year.days['luxembourg'])} in Luxembourg): {HEADER}")
        return lines


def _load(root):
    try:
        entries = json.loads((root / NAME).read_text(encoding="utf-8"), object_pairs_hook=_without_repeats)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise TableError(f"{NAME}: cannot be read: {problem}") from None
    if not isinstance(entries, dict) or not all(re.fullmatch(r"\d{4}", key) for key in entries):
        raise TableError(f"{NAME}: expected years, each with its holidays")
    return [Year(int(key), entries[key]) for key in sorted(entries)]


def _without_repeats(pairs):
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise TableError(f"{NAME}: '{key}' stands twice")
    return dict(pairs)


def _check(context, years):
    for year in years:
        # 2014 has one list for both places, and it names 21 July.
        same = year.same_in_both()
        follows = year.days["brussels"] == list(pattern(year.year, "brussels")) if same else year.follows_pattern()
        said = re.search(r"\((\d+) days\)|, (\d+) days", year.entry["status"])
        if said:
            number = int(said[1] or said[2])
            context.check(len(year.days["brussels"]) == number, f"{NAME}: {year.year} has the {number} days that its decision counts")
        if year.status == "confirmed":
            context.check(follows, f"{NAME}: {year.year}, confirmed, is what the pattern gives")
        elif not follows:
            raise year.error("is not what the pattern gives, and nothing else is behind it")
    context.check({2014, 2023} <= {y.year for y in years if y.status == "confirmed"}, f"{NAME}: 2014 and 2023 are confirmed")
    context.check(True, f"{NAME}: the other years are what the pattern gives; no day is a Saturday or Sunday, all are sorted and in their year")


def _rows(year, place):
    names = pattern(year.year, "brussels" if year.same_in_both() else place)
    rows = "".join(f"    {{{cpp.day(day)}, {cpp.text(names.get(day, ''))}}},\n" for day in year.days[place])
    return f"inline constexpr holiday holidays_{year.year}_in_{place}[] = {{\n{rows}}};\n"


def _years(years, place):
    rows = ""
    for year in years:
        days = f"holidays_{year.year}_in_{place}"
        source = ", ".join([cpp.text(f"public holidays of the institutions, {year.year}"), cpp.text(year.source), f"support::{year.support}",
                            "{}", cpp.text(year.note)])
        rows += f"    {{{year.year}, {days}, holiday_status::{year.status}, {{{source}}}, {cpp.day(year.confirmed_to)}}},\n"
    return f"inline constexpr holiday_year holiday_years_in_{place}[] = {{\n{rows}}};\n"


def _build(root):
    context = Context(root)
    years = _load(context.root)
    context.tables[NAME] = Account(years)
    _check(context, years)
    body = "\n".join([*(_rows(year, place) for place in PLACES for year in years), *(_years(years, place) for place in PLACES)])
    context.write(HEADER, cpp.header("Which days are public holidays of the institutions, year by year?", [NAME],
                                     ["codecision/data/holiday_calendar.hpp"], body))
    return context


def outputs(root):
    """The generated headers: path relative to root -> text."""
    return _build(root).headers


def report(root):
    """What became of every year, and which checks held."""
    return _build(root).report()
