# SPDX-License-Identifier: BSL-1.0
"""Does rules_pages.py find what is wrong? Each test spoils one page and expects the finding.

test_rules_pages.py ROOT
"""
import sys
import unittest

import rules_pages

ROOT = sys.argv.pop()


class a_spoiled_page(unittest.TestCase):
    def spoiled(self, page, right, wrong, whole=False):
        pages = rules_pages.pages_of(rules_pages.pathlib.Path(ROOT))
        self.assertIn(right, pages[page])
        pages[page] = pages[page].replace(right, wrong)
        found = rules_pages.check(ROOT, pages, only=page)
        self.assertTrue(found, f"{wrong} on {page} was not found")
        return found if whole else found[0]

    def test_the_pages_as_they_are_have_no_findings(self):
        self.assertEqual(rules_pages.check(ROOT), [])

    def test_a_rule_without_a_row_is_found(self):
        found = self.spoiled("README.md", "[`rules::simple_majority()`](simple-majority.md)", "the simple majority")
        self.assertIn("rules::simple_majority", found)

    def test_words_that_the_law_does_not_have_are_found(self):
        self.assertIn("fourteen", self.spoiled("qualified-majority.md", 'fifteen of them" (', 'fourteen of them" ('))

    def test_one_person_too_many_is_found(self):
        self.assertIn("404 626 329", self.spoiled("qualified-majority.md", "404 626 328", "404 626 329"))
        self.assertIn("186 992 701", self.spoiled("participants-majority.md", "186 992 700 |", "186 992 701 |"))

    def test_a_wrong_number_of_members_is_found(self):
        self.assertIn("72 % of 27", self.spoiled("README.md", "| 7 | 14 | 15 | 16 | 18 | 19 | 20 | 21 |",
                                                 "| 7 | 14 | 15 | 16 | 18 | 19 | 19 | 21 |"))
        self.assertIn("48 numbers", self.spoiled("README.md", "| a third | 3", "| third | 3"))

    def test_a_wrong_threshold_of_votes_is_found(self):
        self.assertIn("`ten`", self.spoiled("weighted-votes.md", "45 of 63 | 19", "45 of 63 | 18"))
        self.assertIn("twenty_seven_nice", self.spoiled("nice-votes.md", "14, 18 |\n| `twenty_eight", "14, 19 |\n| `twenty_eight"))

    def test_a_legal_basis_under_another_rule_is_found(self):
        found = self.spoiled("catalogue.md", "| constructive_abstention | defence |", "| unanimity | defence |")
        self.assertIn("TEU 42(4)", found)
        self.assertIn("number", self.spoiled("catalogue.md", "size() == 241", "size() == 240"))

    def test_a_case_and_a_test_that_do_not_exist_are_found(self):
        self.assertIn("Q77", self.spoiled("qualified-majority.md", "case Q7", "case Q77"))
        found = self.spoiled("unanimity.md", "tests/law/tfeu_238_4.cpp", "tests/law/tfeu_238_5.cpp")
        self.assertIn("tfeu_238_5", found)

    def test_arithmetic_that_is_wrong_is_found(self):
        for page, right, wrong in (
            ("qualified-majority.md", "100 x 24 = 2 400", "100 x 24 = 2 500"),
            ("qualified-majority.md", "35 % of 447 470 672 persons is 156 614 735.2", "35 % of 447 470 672 persons is 156 614 735.3"),
            ("qualified-majority.md", "is 64.9941 %", "is 64.9914 %"),
            ("nice-votes.md", "= 249.8, so 250", "= 249.8, so 251"),
            ("ioannina.md", "is 7.15, so eight", "is 7.15, so nine"),
            ("constructive-abstention.md", "450 470 611, by 56", "450 470 611, by 57"),
            ("weighted-votes.md", "5 + 3 + 10 + 3 + 10 + 10 = 41", "5 + 3 + 10 + 3 + 10 + 10 = 42"),
        ):
            with self.subTest(wrong):
                self.spoiled(page, right, wrong)

    def test_a_vote_that_was_counted_otherwise_is_found(self):
        for page, right, wrong in (
            ("qualified-majority.md", "10 573 persons short", "10 574 persons short"),
            ("qualified-majority.md", "| three cannot block | yes", "| three cannot block | no"),
            ("qualified-majority.md", "| 16 | 16 | 17 |", "| 17 | 16 | 17 |"),
            ("participants-majority.md", "21, 225 269 600", "21, 225 385 200"),  # a number of another row
            ("reinforced-majority.md", "PT SE HU AT BG; fewer", "PT SE HU AT; fewer"),
            ("parliament.md", "component members | 314", "component members | 315"),
            ("README.md", "| four fifths | 6 of 26", "| four fifths | 5 of 26"),
            ("who-votes.md", "238(3)(a) | 14 |", "238(3)(a) | 15 |"),
            ("ioannina.md", "86 707 927 persons | no, 7 666", "86 707 927 persons | no, 7 667"),
        ):
            with self.subTest(wrong):
                self.spoiled(page, right, wrong)

    def test_another_provision_another_day_and_another_percentage_are_found(self):
        for page, right, wrong in (
            ("README.md", "(unanimity.md) | TFEU 238(4)", "(unanimity.md) | TFEU 238(3)"),
            ("simple-majority.md", "(TFEU 238(1); CELEX", "(TFEU 238(2); CELEX"),
            ("qualified-majority.md", "holds from 1 November 2014", "holds from 1 November 2004"),
            ("weighted-votes.md", "1 January 1973 to", "1 January 1974 to"),
            ("qualified-majority.md", "at least 55 % of\nthem", "at least 56 % of\nthem"),
            ("catalogue.md", "confirmed (183 rows)", "confirmed (184 rows)"),
        ):
            with self.subTest(wrong):
                self.spoiled(page, right, wrong)

    def test_a_number_that_nothing_reaches_is_found(self):
        self.assertIn("no check reaches", self.spoiled("quorum.md", "In one sentence.**", "In one sentence.** Of 1 234 567 persons,"))

    def test_a_part_that_is_missing_is_found(self):
        for page, right, wrong in (
            ("quorum.md", "## By hand", "## Elsewhere"),
            ("subsidiarity.md", "## Doubts", "## More"),
            ("weighted-votes.md", "**In one sentence.**", "Also:"),
            ("simple-majority.md", "```cpp", "```text"),
        ):
            with self.subTest(page):
                page = rules_pages.BESIDE if page == "subsidiarity.md" else page
                self.assertIn("is missing", " ".join(self.spoiled(page, right, wrong, whole=True)))


if __name__ == "__main__":
    unittest.main()
