# SPDX-License-Identifier: BSL-1.0
"""Does rules_pages.py find what is wrong? Each test spoils one page and expects the finding.

test_rules_pages.py ROOT
"""
import sys
import unittest

import rules_pages

ROOT = sys.argv.pop()


class a_spoiled_page(unittest.TestCase):
    def spoiled(self, page, right, wrong):
        pages = rules_pages.pages_of(rules_pages.pathlib.Path(ROOT))
        self.assertIn(right, pages[page])
        pages[page] = pages[page].replace(right, wrong)
        found = rules_pages.check(ROOT, pages)
        self.assertTrue(found, f"{wrong} on {page} was not found")
        return found[0]

    def test_the_pages_as_they_are_have_no_findings(self):
        self.assertEqual(rules_pages.check(ROOT), [])

    def test_a_rule_without_a_row_is_found(self):
        found = self.spoiled("README.md", "[`rules::simple_majority()`](simple-majority.md)", "the simple majority")
        self.assertIn("rules::simple_majority", found)

    def test_words_that_the_law_does_not_have_are_found(self):
        self.assertIn("fourteen", self.spoiled("qualified-majority.md", 'fifteen of them" (', 'fourteen of them" ('))

    def test_one_person_too_many_is_found(self):
        self.assertIn("404626329", self.spoiled("qualified-majority.md", "404 626 328", "404 626 329"))
        self.assertIn("186992701", self.spoiled("participants-majority.md", "186 992 700 |", "186 992 701 |"))

    def test_a_wrong_number_of_members_is_found(self):
        self.assertIn("72 % of 27", self.spoiled("README.md", "| 7 | 14 | 15 | 16 | 18 | 19 | 20 | 21 |",
                                                 "| 7 | 14 | 15 | 16 | 18 | 19 | 19 | 21 |"))
        self.assertIn("48 numbers", self.spoiled("README.md", "| a third | 3", "| third | 3"))

    def test_a_wrong_threshold_of_votes_is_found(self):
        self.assertIn("`ten`", self.spoiled("weighted-votes.md", "45 of 63 | 19", "45 of 63 | 18"))
        self.assertIn("EU27n", self.spoiled("nice-votes.md", "`twenty_seven_nice`", "`twenty_seven`"))

    def test_a_legal_basis_under_another_rule_is_found(self):
        found = self.spoiled("catalogue.md", "| constructive_abstention | defence |", "| unanimity | defence |")
        self.assertIn("TEU 42(4)", found)
        self.assertIn("number", self.spoiled("catalogue.md", "size() == 241", "size() == 240"))

    def test_a_case_and_a_test_that_do_not_exist_are_found(self):
        self.assertIn("Q77", self.spoiled("qualified-majority.md", "case Q7", "case Q77"))
        found = self.spoiled("unanimity.md", "tests/law/tfeu_238_4.cpp", "tests/law/tfeu_238_5.cpp")
        self.assertIn("tfeu_238_5", found)


if __name__ == "__main__":
    unittest.main()
