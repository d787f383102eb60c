# SPDX-License-Identifier: BSL-1.0
"""Reads a table of docs/data and keeps account of what became of each of its rows."""

import csv
import datetime
import pathlib


class TableError(ValueError):
    """A table does not say what it must say; the message names the file and the line."""


class Row:
    """One row of a table: its cells by column name, its line in the file, and what became of it."""

    def __init__(self, table, line, cells):
        self.table, self.line, self.cells = table, line, cells
        self.fate = None  # ("used" | "checked" | "left out", where or why)

    def __getitem__(self, column):
        return self.cells[column]

    def error(self, message):
        return TableError(f"{self.table.name}:{self.line}: {message}")

    def _settle(self, kind, text):
        if self.fate is not None and self.fate != (kind, text):
            raise self.error(f"accounted for twice: {self.fate} and {(kind, text)}")
        self.fate = (kind, text)

    def used(self, where):
        self._settle("used", where)

    def checked(self, how):
        self._settle("checked", how)

    def left_out(self, why):
        self._settle("left out", why)

    def day(self, column):
        """The day in this cell; None when the cell is empty."""
        text = self[column]
        if not text:
            return None
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            raise self.error(f"{column}: '{text}' is not a day written as YYYY-MM-DD") from None
        if day.isoformat() != text:
            raise self.error(f"{column}: '{text}' is not a day written as YYYY-MM-DD")
        return day

    def number(self, column):
        """The whole number in this cell; None when the cell is empty."""
        text = self[column]
        if not text:
            return None
        if not text.isdecimal():
            raise self.error(f"{column}: '{text}' is not a whole number")
        return int(text)


class Table:
    """A csv file with exactly these columns. Every row must be used, checked or left out before the report is written."""

    def __init__(self, root, name, columns):
        self.name = name
        path = pathlib.Path(root) / name
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            raise TableError(f"{name}: cannot be read: {problem}") from None
        reader = csv.reader(text.splitlines(), strict=True)
        try:
            lines = [(reader.line_num, cells) for cells in reader]
        except csv.Error as problem:
            raise TableError(f"{name}:{reader.line_num}: {problem}") from None
        if not lines or lines[0][1] != columns:
            raise TableError(f"{name}:1: expected the columns {','.join(columns)}")
        self.rows = []
        for line, cells in lines[1:]:
            if len(cells) != len(columns):
                raise TableError(f"{name}:{line}: {len(cells)} cells, expected {len(columns)}")
            self.rows.append(Row(self, line, dict(zip(columns, cells))))

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)

    def report(self):
        """One line on the file, then one on each group of rows that shared a fate. Fails when a row has none."""
        groups = {}
        for row in self.rows:
            if row.fate is None:
                raise row.error("this row is neither used nor left out for a reason")
            groups.setdefault(row.fate, []).append(row.line)
        counts = {kind: sum(len(lines) for fate, lines in groups.items() if fate[0] == kind)
                  for kind in ("used", "checked", "left out")}
        if sum(counts.values()) != len(self.rows):
            raise TableError(f"{self.name}: {len(self.rows)} rows, but {counts} are accounted for")
        total = " + ".join(f"{count} {kind}" for kind, count in counts.items() if count)
        lines = [f"{self.name}: {len(self.rows)} rows = {total}"]
        for (kind, text), numbers in groups.items():
            lines.append(f"  {kind:8} {len(numbers):4}  lines {ranges(numbers)}: {text}")
        return lines


def ranges(numbers):
    """2, 3, 4, 7 is written 2-4, 7."""
    spans = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)


def no_gaps(rows, first, last):
    """Do the days of these rows follow each other without gap or overlap? `first` and `last` name the columns."""
    for before, after in zip(rows, rows[1:]):
        end = before.day(last)
        if end is None or end + datetime.timedelta(days=1) != after.day(first):
            raise after.error(f"begins on {after[first]}, but the row before it ends on {before[last] or 'no day'}")
    for row in rows:
        if row.day(last) is not None and row.day(last) < row.day(first):
            raise row.error(f"ends on {row[last]}, before it begins on {row[first]}")
