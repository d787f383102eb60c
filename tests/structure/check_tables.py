# SPDX-License-Identifier: BSL-1.0
"""Does scripts/generate_tables notice what is wrong with a table, and does it account for every row?

check_tables.py ROOT
Works on a copy of the tables and headers; the repository is not touched.
"""
import csv
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".").resolve()
GENERATOR = ROOT / "scripts" / "generate_tables"


def run(root, *options):
    done = subprocess.run([sys.executable, str(GENERATOR), "--root", str(root), *options], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


class of_a_copy(unittest.TestCase):
    """Each test changes a copy of docs/data and asks what the generator says."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.copy = pathlib.Path(self.folder.name)
        shutil.copytree(ROOT / "docs", self.copy / "docs")
        shutil.copytree(ROOT / "include", self.copy / "include")

    def tearDown(self):
        self.folder.cleanup()

    def replace(self, table, old, new):
        path = self.copy / "docs" / "data" / table
        text = path.read_text(encoding="utf-8")
        self.assertEqual(text.count(old), 1, f"{table} has '{old}' once")
        path.write_text(text.replace(old, new), encoding="utf-8")

    def assertFails(self, *words, options=("--check",)):
        code, said = run(self.copy, *options)
        self.assertEqual(code, 1, said)
        for word in words:
            self.assertIn(word, said)
        self.assertNotIn("Traceback", said)

    def test_the_headers_agree_with_the_tables(self):
        code, said = run(self.copy, "--check")
        self.assertEqual(code, 0, said)

    def test_a_changed_figure_is_shown_with_the_header_it_changes(self):
        self.replace("populations.csv", "2023,DE,83203320,", "2023,DE,83203321,")
        self.assertFails("data/tables/populations.hpp differs", "-    {83203320", "+    {83203321", "never the headers")

    def test_check_writes_nothing_and_a_run_without_it_repairs(self):
        self.replace("populations.csv", "2023,DE,83203320,", "2023,DE,83203321,")
        header = self.copy / "include" / "codecision" / "data" / "tables" / "populations.hpp"
        before = header.read_bytes()
        run(self.copy, "--check")
        self.assertEqual(header.read_bytes(), before)
        self.assertEqual(run(self.copy)[0], 0)
        self.assertNotEqual(header.read_bytes(), before)
        self.assertEqual(run(self.copy, "--check")[0], 0)

    def test_a_header_edited_by_hand_is_noticed(self):
        header = self.copy / "include" / "codecision" / "data" / "tables" / "vote_weights.hpp"
        header.write_text(header.read_text(encoding="utf-8").replace("{29,", "{30,") + "// by hand\n", encoding="utf-8")
        self.assertFails("vote_weights.hpp differs")

    def test_a_header_that_is_missing_or_has_no_table_is_noticed(self):
        tables = self.copy / "include" / "codecision" / "data" / "tables"
        shutil.copy(tables / "presidencies.hpp", tables / "emperors.hpp")
        (tables / "membership.hpp").unlink()
        self.assertFails("membership.hpp is missing", "emperors.hpp is not given by any table")

    def test_a_vote_too_many_does_not_add_up(self):
        self.replace("vote_weights.csv", "MT,,,,,,2,3,3,3", "MT,,,,,,2,3,3,4")
        self.assertFails("vote_weights.csv:30", "EU28n add up to 352")

    def test_a_figure_that_breaks_a_printed_total_is_refused(self):
        self.replace("populations.csv", "2016,MT,429344,", "2016,MT,429345,")
        self.assertFails("2016 adds up to the printed total")

    def test_a_percentage_that_does_not_fit_is_refused(self):
        self.replace("populations.csv", "2025,LU,,0.15,", "2025,LU,,0.16,")
        self.assertFails("2025 in hundredths of a percent adds up to 10002")
        self.replace("populations.csv", "2025,MT,,0.12,", "2025,MT,,0.11,")  # the sum is right again, the rows are not
        self.assertFails("data/tables/populations.hpp differs")

    def test_persons_and_percentage_must_agree(self):
        self.replace("populations.csv", "2025,DK,5954471,", "2025,DK,6954471,")
        self.assertFails("populations.csv:307", "6954471 of 451028881 is not 1.32 %")

    def test_a_missing_presidency_leaves_a_gap(self):
        path = self.copy / "docs" / "data" / "presidencies.csv"
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("DK,2025-07-01")]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.assertFails("begins on 2026-01-01, but the row before it ends on 2025-06-30")

    def test_a_trio_that_is_not_three_presidencies_is_refused(self):
        self.replace("trios.csv", "PL,DK,CY\n5", "PL,CY,DK\n5")
        self.assertFails("trios.csv:5", "second does not hold the presidency")

    def test_a_majority_that_is_not_half_the_seats_and_one_is_refused(self):
        self.replace("ep_seats.csv", ",720,361,", ",720,360,")
        self.assertFails("ep_seats.csv:15", "not half the seats and one")

    def test_a_day_that_does_not_exist_is_refused(self):
        self.replace("members.csv", "HR,HR,Croatia,2013-07-01", "HR,HR,Croatia,2013-06-31")
        self.assertFails("members.csv:12", "'2013-06-31' is not a day")

    def test_an_unknown_member_and_a_figure_for_a_non_member_are_refused(self):
        self.replace("populations.csv", "2024,MT,542051", "2024,ZZ,542051")
        self.assertFails("'ZZ' is not the code of a member state")
        self.replace("populations.csv", "2024,ZZ,542051", "2024,UK,542051")
        self.assertFails("2024 has the 27 members")

    def test_a_cell_too_many_is_refused(self):
        self.replace("ep_seats_2024.csv", "DE,96", "DE,96,97")
        self.assertFails("ep_seats_2024.csv:6: 3 cells, expected 2")

    def test_a_row_about_a_year_without_a_table_is_refused(self):
        self.replace("populations.csv", "2024,SE,10541000,", "2022,SE,10541000,")
        self.assertFails("no row of docs/data/population_tables.csv is about 2022")

    def test_a_difference_from_eurostat_is_reported_and_not_hidden(self):
        self.replace("eurostat_demo_urespop.csv", "2022,2023,BE,11631136,", "2022,2023,BE,11631137,")
        code, said = run(self.copy, "--report")
        self.assertEqual(code, 0, said)
        self.assertIn("differs: BE 2023: 11631136 here, 11631137 at Eurostat", said)

    def test_the_report_accounts_for_every_row_of_every_table(self):
        code, said = run(self.copy, "--report")
        self.assertEqual(code, 0, said)
        for path in sorted((self.copy / "docs" / "data").glob("*.csv")):
            with open(path, encoding="utf-8", newline="") as stream:
                rows = sum(1 for _ in csv.reader(stream)) - 1
            match = re.search(rf"^docs/data/{re.escape(path.name)}: (\d+) rows = (.*)$", said, re.M)
            self.assertIsNotNone(match, f"{path.name} is not in the report")
            self.assertEqual(int(match[1]), rows, path.name)
            self.assertEqual(sum(int(n) for n in re.findall(r"\d+", match[2])), rows, path.name)
            lines = said[match.end():].split("\n")[1:]
            groups = []
            while lines and lines[0].startswith("  "):
                groups.append(int(re.match(r"  (?:used|checked|left out) +(\d+)  lines ", lines.pop(0))[1]))
            self.assertEqual(sum(groups), rows, path.name)


if __name__ == "__main__":
    unittest.main()
