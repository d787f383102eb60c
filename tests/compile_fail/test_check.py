# SPDX-License-Identifier: BSL-1.0
"""Does the harness of the compile-fail tests itself fail where it must? test_check.py COMPILER"""
import pathlib
import sys
import tempfile
import unittest

import check

COMMAND = [sys.argv.pop(1), "-std=c++20", "-fsyntax-only"]


class harness(unittest.TestCase):
    def verdict(self, code, *words):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "case.cpp"
            file.write_text(code)
            return check.check(COMMAND, str(file), words)

    def test_a_wrong_program_with_its_words_and_its_correction_passes(self):
        code = "void f(int);\n#ifdef CORRECTED\nvoid g() { f(1); }\n#else\nvoid g() { no_such_name(1); }\n#endif\n"
        self.assertEqual(self.verdict(code, "no_such_name"), "")

    def test_a_program_that_compiles_fails(self):
        self.assertIn("compiles, but it should not", self.verdict("int x;\n", "x"))

    def test_other_words_fail(self):
        self.assertIn("the message lacks: telling words", self.verdict("int x = y;\n", "telling words"))

    def test_a_correction_that_does_not_compile_fails(self):
        self.assertIn("should compile with -DCORRECTED", self.verdict("int x = y;\n", "y"))


if __name__ == "__main__":
    unittest.main()
