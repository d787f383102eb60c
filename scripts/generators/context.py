# SPDX-License-Identifier: BSL-1.0
"""What the parts of the generator share: the states of the core, the tables read, checks made, headers written."""

import pathlib

from generators import cpp
from generators.table import Table, TableError

INCLUDE = "include/codecision/"


class Context:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        core = (self.root / INCLUDE / "core/member_state.hpp").read_text(encoding="utf-8")
        self.states = cpp.states_of_core(core)
        self.tables, self.checks, self.headers = {}, [], {}
        self.members = {}  # code -> row of members.csv, filled by the part on membership

    def load(self, name, columns):
        table = Table(self.root, f"docs/data/{name}", columns)
        self.tables[name] = table
        return table

    def write(self, path, text):
        self.headers[INCLUDE + path] = text

    def check(self, holds, text, row=None):
        """Records a cross-check for the report; one that does not hold stops the generator."""
        if not holds:
            raise row.error(text) if row else TableError(text)
        self.checks.append(text)

    def require(self, holds, row, text):
        """A condition on one row that is too small to be reported when it holds."""
        if not holds:
            raise row.error(text)

    def enumerator(self, code, row):
        """The C++ name of the state with this house code."""
        for word, house, _, _ in self.states:
            if house == code:
                return f"member_state::{word}"
        raise row.error(f"'{code}' is not the code of a member state")

    def protocol_order(self, codes):
        return [house for _, house, _, _ in self.states if house in codes]

    def members_on(self, day):
        """The codes of the members on this day, in protocol order."""
        return [code for code, row in self.members.items()
                if row.day("joined") <= day and (row.day("left") is None or day < row.day("left"))]

    def report(self):
        lines = []
        for table in self.tables.values():
            lines += table.report()
        return lines + ["checks made on the way:"] + [f"  {text}" for text in self.checks]
