# SPDX-License-Identifier: BSL-1.0
"""Does each check of the documentation find what is wrong with a page, name the line, and pass what is right?"""
import contextlib
import importlib.machinery
import importlib.util
import io
import pathlib
import shutil
import stat
import tempfile
import unittest

import pages as page_reader
import check
import commands
import counts
import glossary
import links
import names
import site_pages
import snippets
import tables

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def script(name):
    """A program under scripts/ as a module."""
    loader = importlib.machinery.SourceFileLoader(name, str(ROOT / "scripts" / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


class in_a_tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        names.text_of_the_build.cache_clear()
        names.text_of_cmake.cache_clear()
        names.declared.cache_clear()

    def write(self, name, text="", executable=False):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if executable:
            path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def pages(self):
        return page_reader.read(self.root)

    def expect(self, findings, *wanted):
        found = list(findings)
        self.assertEqual(len(found), len(wanted), found)
        for words, finding in zip(wanted, found):
            self.assertIn(words, finding)


class anchors(unittest.TestCase):
    def test_anchors_are_those_of_github(self):
        for heading, anchor in (
            ("What it promises", "what-it-promises"),
            ("COD-M101: unknown_member", "cod-m101-unknown_member"),
            ("`explain(rule)` and `votes`", "explainrule-and-votes"),
            ("1958 to 2017: weighted votes", "1958-to-2017-weighted-votes"),
            ("Who [votes](x.md)?", "who-votes"),
            ("Banzhaf & Coleman", "banzhaf--coleman"),
            ("*In favour*, 55 % of 27", "in-favour-55--of-27"),
            ("Zürich, Łódź", "zürich-łódź"),
        ):
            self.assertEqual(page_reader.anchor_of(heading), anchor)


class links_and_orphans(in_a_tree):
    def findings(self, text, others=()):
        self.write("README.md", "# Start\n")
        self.write("docs/README.md", text)
        for name, content in others:
            self.write(name, content)
        return links.check(self.root, self.pages())

    def test_links_to_pages_headings_folders_and_the_web_pass(self):
        self.expect(
            self.findings(
                "# A\n\n[b](b.md#two-words-1) [a](#a) [x](../README.md) [w](https://example.org/x#y) [d](../docs) ![p](p.svg)\n\n[r]: b.md\n",
                [("docs/b.md", "# Two words\n\n## Two words\n"), ("docs/p.svg", "<svg/>")],
            )
        )

    def test_a_missing_file_and_a_missing_heading_are_named_with_their_line(self):
        self.expect(
            self.findings("# A\n\n[c](c.md)\n[b](b.md#tow-words)\n[o](../../x)\n<a href=\"d.md\">d</a>\n", [("docs/b.md", "# Two words\n")]),
            "docs/README.md:3: there is no docs/c.md",
            "docs/README.md:4: docs/b.md has no heading #tow-words; perhaps #two-words",
            "docs/README.md:5: ../../x leads out",
            "docs/README.md:6: there is no docs/d.md",
        )

    def test_a_link_that_goes_on_in_the_next_line_and_a_picture_in_a_link_are_found(self):
        self.expect(
            self.findings("# A\n\nsee [the\nother](c.md) and `code\n[x](y.md)`\n\n[![a picture](p.svg)](q.svg)\n"),
            "docs/README.md:3: there is no docs/c.md",
            "docs/README.md:7: there is no docs/p.svg",
            "docs/README.md:7: there is no docs/q.svg",
        )

    def test_links_in_code_and_comments_are_no_links(self):
        self.expect(self.findings("# A\n\n```text\n[c](c.md)\n```\n`[c](c.md)`\n<!-- [c](c.md)\n[c](c.md) -->\n"))

    def test_a_page_that_no_index_names_is_found(self):
        self.expect(
            self.findings(
                "# A\n[i](i/README.md)\n[b](b.md)\n",
                [("docs/i/README.md", "[x](x.md)\n"), ("docs/i/x.md", "# X\n"), ("docs/b.md", "[y](y.md)\n"), ("docs/y.md", "# Y\n")],
            ),
            "docs/y.md:1: nobody finds this page",
        )


class named_things(in_a_tree):
    HEADER = (
        "// SPDX\n#pragma once\nenum class error_code : int {\n  no_such_day,  // COD-D201\n};\nclass council {};\n"
        "// old_name(x) stood here\ninline int smallest_flips(int o) { int local = o; return local; }\nstruct side { int parts{2}; int f(int parameter) const; };\nnamespace rules { auto simple_majority() -> int; }\n"
    )

    def setUp(self):
        super().setUp()
        self.write("include/codecision/core/error.hpp", self.HEADER)
        self.write("docs/errors.md", "# Errors\n\n### COD-D201: no_such_day\n")
        self.write(
            "CMakeLists.txt",
            "option(CODECISION_BUILD_TESTS \"\" ON)\nadd_library(codecision::codecision ALIAS codecision)\nadd_executable(sweep sweep.cpp)\nadd_test(NAME plain.one COMMAND x)\n",
        )
        self.write("CMakePresets.json", '{"configurePresets": [{"name": "release"}]}')
        self.write("scripts/build", "#!/bin/sh\n", executable=True)

    def page(self, text, name="docs/a.md"):
        self.write(name, text)
        return names.check(self.root, self.pages(), {"structure.layers"})

    def test_what_is_there_passes(self):
        self.expect(
            self.page(
                "COD-D201, `core/error.hpp`, `<codecision/core/error.hpp>`, `scripts/build`, `include/codecision/core/`, `cod::rules::simple_majority()`, `structure.layers`, `plain.one`,\n"
                "`NAME/FOLDER.hpp`, `tests/FOLDER/NAME.cpp`, CODECISION_BUILD_TESTS\n```sh\ncmake --preset release --target sweep\nscripts/build release sweep   # all\n```\n"
                "```cmake\ntarget_link_libraries(x codecision::codecision)\n```\n"
            )
        )

    def test_each_name_of_nothing_is_found_with_its_line(self):
        for text, wanted in (
            ("x\nCOD-D299\n", "docs/a.md:2: core/error.hpp has no COD-D299"),
            ("`core/date.hpp`\n", "docs/a.md:1: there is no header core/date.hpp"),
            ("```cpp\n#include <codecision/dates.hpp>\n```\n", "docs/a.md:2: there is no header codecision/dates.hpp"),
            ("`scripts/biuld`\n", "there is no scripts/biuld"),
            ("`docs/*.txt`\n", "there is no docs/*.txt"),
            ("CODECISION_BUILD_TEST\n", "knows CODECISION_BUILD_TEST;"),
            ("CODECISION_BUILD_*\n", None),
            ("CODECISION_TESTS\n", "knows CODECISION_TESTS"),
            ("`cmake --preset fast`\n", "no preset fast"),
            ("```sh\ncmake --build . --target swep\n```\n", "docs/a.md:2: no CMakeLists.txt has a target swep"),
            ("```sh\nscripts/build release swep\n```\n", "target swep"),
            ("```cmake\ntarget_link_libraries(x codecision::votes)\n```\n", "no target codecision::votes"),
            ("`structure.layer`\n", "no test structure.layer"),
            ("`cod::rules::majority()`\n", "no header declares majority"),
        ):
            self.expect(self.page(text), *([wanted] if wanted else []))

    def test_without_a_configured_build_names_of_tests_are_not_asked_for(self):
        self.write("docs/a.md", "`structure.layer`\n")
        self.expect(names.check(self.root, self.pages(), {"structure.layers"}), "no test structure.layer")
        self.expect(names.check(self.root, self.pages(), None))
        for known, wanted in ((["a.b", "docs"], {"a.b", "docs"}), (["a.b"], None), ([], None)):  # without `docs` it was configured without tests
            tests = ", ".join(f'{{"name": "{name}"}}' for name in known)
            self.write("ctest", f"#!/bin/sh\necho '{{\"tests\": [{tests}]}}'\n", executable=True)
            self.assertEqual(names.tests_of("build", str(self.root / "ctest")), wanted)
        self.assertIsNone(names.tests_of(None, "ctest"))

    def test_a_target_in_a_sentence_is_one_that_there_is(self):
        self.write("cmake/boost.cmake", "set(CODECISION_BOOST_OF_VOTES core date_time)\nif(TARGET Boost::headers)\n# codecision::voters\n")
        text = "`codecision::codecision`, `Boost::headers`, `Boost::core`, `boost::throw_exception`\n"
        self.expect(self.page(text, "docs/integration.md"))
        for name in ("codecision::council", "codecision::voters", "Boost::cores", "Threads::Thread"):
            # `council` is a class, but no target
            found = self.page(text + f"`{name}`\n", "docs/integration.md")
            self.assertTrue(any(f"target {name}" in finding for finding in found), found)

    def test_an_error_without_its_section_is_found(self):
        self.write("docs/errors.md", "# Errors\n\n### COD-D201: no_such_date\n")
        self.expect(self.page("x\n"), "there is no section '### COD-D201: no_such_day'")

    def test_every_name_in_the_code_column_of_a_glossary_is_declared(self):
        table = "| term | code name | citation |\n|---|---|---|\n| flip | `smallest_flips(outcome)`, `council` | `nowhere` |\n| old | `old_name` |\n| typo | `cod::smalest_flips(o)` |\n"
        self.expect(
            self.page(table, "docs/glossary.md"),
            "docs/glossary.md:4: no header declares old_name",
            "docs/glossary.md:5: no header declares smalest_flips",
        )

    def test_a_name_in_a_comment_a_parameter_and_a_local_name_are_not_declared(self):
        self.assertFalse({"old_name", "parameter", "local", "o"} & names.declared(str(self.root)))
        self.assertTrue({"council", "smallest_flips", "simple_majority", "no_such_day", "side", "parts", "f"} <= names.declared(str(self.root)))


class shell_commands(in_a_tree):
    HELP = "#!/bin/sh\ncase \"$1\" in\n  vote) echo '  --on TEXT  the day' ;;\n  *) printf '  --format TEXT\\nSubcommands:\\n  vote    Is it adopted?\\n\\nExamples:\\n' ;;\nesac\n"

    def setUp(self):
        super().setUp()
        self.write("examples/CMakeLists.txt", "codecision_example_folder(codecision TARGET x)\ncodecision_example(sweep)\n")
        self.write("build/examples/codecision", self.HELP, executable=True)
        self.write("scripts/docs", "#!/bin/sh\n# --without-api\n", executable=True)
        self.write("scripts/flat", "#!/bin/sh\n")

    def page(self, *lines, build=True):
        self.write("docs/a.md", "```sh\n" + "\n".join(lines) + "\n```\n")
        return commands.check(self.root, self.pages(), self.root / "build" if build else None)

    def test_commands_that_can_be_typed_pass(self):
        found, missing = self.page(
            "codecision vote --on 2025-11-26 --format json | jq .    # a comment with 'one quote",
            "$ X=1 build/examples/codecision vote \\",
            "  --on 2025-11-26 > out.txt",
            "scripts/docs folder --without-api && g++ $(pkg-config --cflags codecision) a.cpp -o a && ./a",
            "codecision --help",
        )
        self.expect(found)
        self.assertEqual(missing, [])

    def test_each_slip_is_found_with_its_line(self):
        for line, wanted in (
            ("codecision vote --in 2025-11-26", "docs/a.md:2: codecision vote has no option --in"),
            ("codecision vot", "codecision has no command vot"),
            ("cmkae --preset release", "'cmkae' is neither"),
            ("scripts/dosc", "there is no scripts/dosc"),
            ("scripts/docs --with-api", "scripts/docs has no option --with-api"),
            ("scripts/flat", "scripts/flat cannot be executed"),
            ("cd x && mpirun -n 2 codecision vote --draws 3", "has no option --draws"),
            ("echo 'open", "a quote is not closed"),
        ):
            self.expect(self.page(line)[0], wanted)

    def test_a_command_in_a_sentence_is_asked_too(self):
        self.write("docs/a.md", "So `codecision vote --no 2025-11-26` answers.\n")
        self.expect(commands.check(self.root, self.pages(), self.root / "build")[0], "docs/a.md:1: codecision vote has no option --no")
        self.write("docs/a.md", "```\ncodecision vote --no 2025-11-26\n```\n")
        self.expect(commands.check(self.root, self.pages(), self.root / "build")[0], "docs/a.md:2: codecision vote has no option --no")

    def test_a_program_that_is_not_built_is_named_as_not_run(self):
        self.assertEqual(self.page("sweep --years 2024"), ([], ["sweep"]))
        self.assertEqual(self.page("codecision vote --on x", build=False), ([], ["codecision"]))


class generated_tables(in_a_tree):
    def test_a_table_of_regimes_that_differs_from_the_data_is_found(self):
        self.write("docs/data/qmv_regimes.csv", "regime,total_votes,qm_votes\nEEC6,17,12\nEC9,58,41\nLisbon,,\n")
        table = "| regime | votes |\n|---|---|\n| six | 12 of 17 |\n| nine | 41 of 58 |\n"
        self.write("docs/a.md", table)
        self.expect(tables.check_regimes(self.root, self.pages()))
        self.write("docs/a.md", table.replace("41 of", "42 of"))
        self.expect(
            tables.check_regimes(self.root, self.pages()),
            "docs/a.md:4: '42 of 58' votes are those of no regime",
            "no table of regimes on a page says '41 of 58'",
        )
        self.write("docs/a.md", "nothing\n")
        self.expect(tables.check_regimes(self.root, self.pages()), "says '12 of 17'", "says '41 of 58'")

    def test_the_picture_of_the_layers_that_differs_from_the_arrows_is_found(self):
        text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
        self.write("CONTRIBUTING.md", text)
        self.expect(tables.check_layers(self.pages()))
        for old, new, wanted in (
            ("core <- rules", "core, data <- rules", "rules/ includes core, data here, but core in"),
            ("vote, power, dossier <- simulate", "vote, power <- simulate", "simulate/ includes"),
            ("core <- data", "core <- date", "the picture has no data/"),
        ):
            self.assertIn(old, text)
            self.write("CONTRIBUTING.md", text.replace(old, new))
            found = list(tables.check_layers(self.pages()))
            self.assertTrue(any(wanted in finding for finding in found), found)

    def test_an_option_of_the_build_that_no_page_describes_is_found(self):
        self.write("CMakeLists.txt", 'project(x)\noption(CODECISION_A "" ON)\nset(CODECISION_B "" CACHE STRING "")\n')
        self.write("docs/a.md", "`CODECISION_A`\n")
        self.expect(tables.check_cmake_options(self.root, self.pages()), "CMakeLists.txt:3: no page says what CODECISION_B does")

    def test_an_option_of_the_calculator_that_its_page_does_not_describe_is_found(self):
        self.write("examples/CMakeLists.txt", "codecision_example_folder(codecision TARGET x)\n")
        self.write("build/examples/codecision", shell_commands.HELP, executable=True)
        self.write("docs/calculator.md", "`--on` and `--one`; [more](more.md)\n")
        self.write("docs/more.md", "`--format`\n")
        self.expect(tables.check_calculator(self.pages(), commands.programs(self.root, self.root / "build")))
        self.write("docs/calculator.md", "`--one`\n")
        self.expect(tables.check_calculator(self.pages(), commands.programs(self.root, self.root / "build")), "codecision vote has --on,")

    def test_a_message_that_nobody_prints_is_found(self):
        self.write("examples/a.expected", "[COD-D201] '2025-02-30' is not a day\n")
        self.write("tests/x.cpp", 'CHECK(e.what() == "at column 4, \\"favu\\" is no word");\n')
        text = "```\n[COD-D201] '2025-02-30' is not a day\n  try: x\n```\n```text\n[COD-F002] at column 4, \"favu\" is no word\n```\n"
        self.write("docs/a.md", text)
        self.expect(tables.check_messages(self.root, self.pages()))
        self.write("docs/a.md", text.replace("is not", "is no"))
        self.expect(tables.check_messages(self.root, self.pages()), "docs/a.md:2: no program prints this message")
        self.write("docs/b.md", "<!-- output -->\n```text\n[COD-D201] '2025-02-30' is no a day\n```\n")
        self.expect(tables.check_messages(self.root, self.pages()))

    def test_a_picture_of_the_nouns_that_is_not_its_page_is_found(self):
        def read(name):
            return (ROOT / name).read_text(encoding="utf-8")

        for path in sorted((ROOT / "include").rglob("*.hpp")):
            self.write(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        page, svg = read("docs/nouns.md"), read("docs/nouns.svg")
        for name, text, old, new, wanted in (
            ("docs/nouns.svg", svg, "", "", None),
            ("docs/nouns.svg", svg, "<title>The six", "<title>The seven", "shows it under another title"),
            ("docs/nouns.svg", svg, ">ballot<", ">vote<", "it has the nouns"),
            ("docs/nouns.svg", svg, ">follow: ", ">follow_up: ", "no header declares follow_up"),
            ("docs/nouns.svg", svg, ">replay: ", ">evaluate: ", "evaluate begins at dossier, but docs/nouns.md says rule, ballot"),
            ("docs/nouns.svg", svg, "open_ballot: not", "opened_ballot: not", "no header declares opened_ballot"),
            ("docs/nouns.md", page, "| `follow` | dossier |", "| `follow` | rule |", "follow begins at dossier, but docs/nouns.md says rule"),
        ):
            self.assertIn(old, text)
            self.write("docs/nouns.md", page)
            self.write("docs/nouns.svg", svg)
            self.write(name, text.replace(old, new) if old else text)
            found = list(tables.check_nouns(self.root, self.pages()))
            self.assertTrue(any(wanted in finding for finding in found) if wanted else not found, (wanted, found))


class what_is_generated(in_a_tree):
    ENTRY = ("include/codecision/data/tables/seats.hpp", "scripts/generate_tables", "typed in the test", "tests/data/seats.cpp")

    def setUp(self):
        super().setUp()
        self.write("include/codecision/data/tables/seats.hpp", "// SPDX\n// How many?\n// generated by scripts/generate_tables from docs/data/ep_seats.csv\n")
        self.write("scripts/generate_tables", "path.write_text(text)\n")
        self.write("tests/data/seats.cpp", "#include <codecision/data/seats.hpp>\n")
        self.write("tests/CMakeLists.txt", 'codecision_unit_test(seats SOURCES data/seats.cpp)  # and x.cpp\ncheck("${here}/y.py")\n')
        self.write("tests/docs/check.py", "import tables\n")
        self.write("README.md", "# Seats\n\nseats.hpp\n")

    def expect_of(self, entry, *wanted, once=()):
        self.expect(tables.check_compared(self.root, [entry] if entry else [], once), *wanted)

    def test_what_is_compared_passes(self):
        self.expect_of(self.ENTRY)
        self.expect_of(None, once=[self.ENTRY[:3]])
        self.expect_of((*self.ENTRY, "seats"))

    def test_a_generated_file_that_nobody_compares_is_found(self):
        self.expect_of(None, "COMPARED does not name include/codecision/data/tables/seats.hpp")
        for name, text in (
            ("docs/a.svg", "<svg/>"),
            ("docs/b.md", "# B\n<!-- generated by scripts/x -->\n"),
            ("docs/c.csv", "a,b\n"),
            ("docs/d/e.md", "# E\n"),
        ):
            self.write(name, text)
        self.write("scripts/other", 'TABLE = "docs/c.csv"\nPAGE = ROOT / "docs" / "d" / "e.md"\nPAGE.write_text(text)\n')
        self.write("scripts/reader", 'TABLE = "README.md"\n')
        self.expect_of(self.ENTRY, *(f"COMPARED does not name docs/{name}," for name in ("a.svg", "b.md", "c.csv", "d/e.md")))

    def test_a_check_that_is_not_there_not_run_or_about_something_else_is_found(self):
        what, by, words, check = self.ENTRY
        self.expect(tables.check_compared(self.root, [self.ENTRY, ("nothing", "README.md")], []), "does not say of nothing by whom")
        self.expect_of((what, by, "nothing", "README.md"), "by README.md, which no CMakeLists.txt")
        self.expect_of(("nothing", by, words, check), "does not name include", "names nothing, which is not there")
        self.expect_of((what, by, words, "tests/data/no.cpp"), "names tests/data/no.cpp, which is not there")
        for name in ("tests/x.cpp", "tests/y.py"):
            self.write(name, "// something else\n")
        self.expect_of((what, by, words, "tests/x.cpp"), "by tests/x.cpp, which no CMakeLists.txt", "names neither that nor a table")
        self.expect_of((what, by, words, "tests/y.py"), "tests/y.py compares include/codecision/data/tables/seats.hpp with something else, but it names neither")
        self.write("tests/y.py", "open('docs/data/ep_seats.csv')\n")
        self.expect_of((what, by, words, "tests/y.py"))
        self.expect_of((what, by, words, "tests/y.py", "open"), "it names neither")  # that word is neither in the table nor in the generator
        self.write("scripts/other", "path\n")
        self.expect_of((what, "scripts/other", words, check), "by scripts/other, which no CMakeLists.txt")
        self.expect_of(None, "by scripts/other, which", once=[(what, "scripts/other", words)])


class numbers_on_pages(in_a_tree):
    def test_a_number_that_can_be_counted_and_is_another_is_found(self):
        self.write("docs/data/legal_bases.csv", "basis\nTFEU 114\nTFEU 115\n")
        self.write("docs/data/legal_bases.md", "It has 2 rows.\n")
        self.write("tests/vectors/a.json", "[1, 2]")
        self.write("tests/vectors/b.json", "[1]")
        self.write("tests/io/bad_input/a.json", "{")
        self.write("docs/trust.md", "\n3 worked cases, 1 broken files\n")
        self.expect(counts.check_sentences(self.root, self.pages()))
        self.write("docs/data/legal_bases.md", "\nIt has 3 rows.\n")
        self.write("docs/trust.md", "4 worked cases\n")
        self.expect(
            counts.check_sentences(self.root, self.pages()),
            "legal_bases.md:2: it says 3, but there are 2 rows of docs/data/legal_bases.csv",
            "docs/trust.md:1: it says 4, but there are 3 cases",
            "docs/trust.md:1: no sentence says how many files in tests/io/bad_input",
        )

    def test_a_table_of_coverage_that_does_not_add_up_is_found(self):
        head = "| folder | headers with code | lines reached | of | share | branches reached | of | share |\n|---|---:|---:|---:|---:|---:|---:|---:|\n"
        rows = "| `core/` | 1 | 9 | 10 | 90.0 % | 1 | 3 | 33.3 % |\n| `io/` | 2 | 5 | 5 | 100.0 % | 2 | 3 | 66.6 % |\n"
        self.write("docs/trust.md", head + rows + "| all | 3 | 14 | 15 | 93.3 % | 3 | 6 | 50.0 % |\n")
        self.expect(counts.check_coverage(self.pages()))
        self.write("docs/trust.md", head + rows + "| all | 3 | 14 | 16 | 93.3 % | 3 | 6 | 50.0 % |\n")
        self.expect(counts.check_coverage(self.pages()), "docs/trust.md:5: the rows add up to 3, 14, 15, 3, 6", "the shares are 87.5 % and 50.0 %")
        self.write("docs/trust.md", "nothing\n")
        self.expect(counts.check_coverage(self.pages()), "there is no table of scripts/coverage")

    def test_lines_of_a_header_that_are_not_those_of_the_table_are_found(self):
        self.write("docs/include_cost.csv", "# lines\nheader,lines,g++ seconds\ncodecision/a.hpp,58408,0.81\ncodecision/b.hpp,7,0.1\n")
        text = (
            "`scripts/include_cost --runs 7 codecision/a.hpp '<boost/x.hpp>'`\n\n| header | preprocessed lines | g++ |\n|---|---:|---:|\n"
            "| an empty file | 0 | 0.00 s |\n| `<codecision/a.hpp>` | 58 408 | +0.75 s |\n| `<boost/x.hpp>` | 9 | +0.96 s |\n"
        )
        self.write("docs/performance.md", text)
        self.expect(counts.check_including(self.root, self.pages()))
        self.write("docs/performance.md", text.replace("58 408", "38 408"))
        self.expect(counts.check_including(self.root, self.pages()), "docs/performance.md:6: codecision/a.hpp has 58408 lines")
        self.write("docs/performance.md", text.replace("<codecision/a", "<codecision/c"))
        self.expect(counts.check_including(self.root, self.pages()), "has no codecision/c.hpp", "not the rows of the command above it: codecision/a.hpp")
        cost = script("include_cost")
        self.assertEqual(cost.with_lines(text, {"codecision/a.hpp": 1234567}), text.replace("58 408", "1 234 567"))

    def test_a_table_of_dialects_that_is_not_the_list_is_found(self):
        self.write("scripts/dialects", "print('gcc-20', 'clang-20')\n")
        table = "| name | compiler and standard library |\n|---|---|\n| gcc-20 | g++ |\n| clang-20 | clang++ |\n"
        self.write("docs/compilers.md", table)
        self.expect(counts.check_dialects(self.root, self.pages()))
        self.write("docs/compilers.md", table.replace("clang-20", "clang-23"))
        self.expect(counts.check_dialects(self.root, self.pages()), "its table has gcc-20, clang-23; scripts/dialects --list says gcc-20, clang-20")

    def test_a_picture_of_growth_is_drawn_from_its_page(self):
        power = script("measure_power")
        self.assertEqual(
            power.results_of("| benchmark | ms | bytes |\n|---|---:|---:|\n| a/16 | 1 041 | 1.21e+06 |  |  |\n| b | 0.02 |  |  |  |\n"),
            [{"name": "a/16", "cpu_time": 1041.0, "time_unit": "ms", "bytes": 1210000.0}, {"name": "b", "cpu_time": 0.02, "time_unit": "ms"}],
        )
        power.PAGE, power.PICTURE = self.root / "page.md", self.root / "growth.svg"
        rows = "".join(f"| {family}/16 | 2.5 | 4 096 |  |  |\n" for family, *_ in power.FAMILIES)
        self.write("page.md", rows)
        self.write("growth.svg", power.picture(power.results_of(rows)))
        self.assertEqual(self.said_by_check_of(power), (0, ""))
        self.write("page.md", rows.replace("2.5", "3.5", 1))
        self.assertIn("growth.svg is not drawn from", self.said_by_check_of(power)[1])
        self.write("page.md", rows.split("\n", 1)[1])
        self.assertIn("has no figures of growth_one_by_one", self.said_by_check_of(power)[1])

    def said_by_check_of(self, program):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            return program.check(), out.getvalue()


class a_glossary(in_a_tree):
    PAGES = ("docs/glossary.md", "docs/rules/README.md")

    def setUp(self):
        super().setUp()
        for path in [*(ROOT / name for name in self.PAGES), *sorted((ROOT / "include/codecision/rules").glob("*.hpp"))]:
            self.write(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        self.text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")

    def test_citations_are_read_as_provisions(self):
        for text, wanted in (
            ("TEU 16(4), second subparagraph", {"TEU 16(4)"}),
            ("TEU 7(3); TFEU 354, 238(3)(b)", {"TEU 7(3)", "TFEU 354", "TFEU 238(3)(b)"}),
            ("Protocol 36 Art. 3(3)", {"Protocol 36 Art. 3(3)"}),
            ("Decision 2009/857/EC", set()),
            ("[power](power/README.md)", set()),
        ):
            self.assertEqual(glossary.provisions(text), wanted)

    def test_the_glossary_passes_and_each_change_for_the_worse_is_found(self):
        self.expect(glossary.check(self.root, self.pages()))
        for old, new, *wanted in (
            ("`unanimity` |", " |", "a cell is empty or missing"),
            ("| Konsens | - |", "| Konsens | `unanimity` |", "no dash for code", "unanimity rests on TFEU 238(4) in docs/rules/README.md, and on TEU 15(4)"),
            ("| einfache Mehrheit |", "| - |", "a dash for German"),
            ("| TFEU 238(1) |", "| TFEU 238(2) |", "simple_majority rests on TFEU 238(1) in docs/rules/README.md, and on TFEU 238(2) here"),
            ("| TFEU 238(1) |", "| - |", "a dash for citation", "and on nothing here"),
            ("`reinforced_participants_majority` | what a State", "`four_fifths_majority` | what a State", "rests on TEU 7(1) and TFEU 354"),
            ("Protocol 36 Art. 3(4)", "Protocol 36 Art. 4(4)", "declares weighted does not cite Protocol 36 Art. 4(4)"),
            ("| trilogue | triloog", "| trilog | triloog", "a dash for citation", "names 'trilogue', which is no term"),
        ):
            self.assertEqual(self.text.count(old), 1, old)
            self.write("docs/glossary.md", self.text.replace(old, new))
            self.expect(glossary.check(self.root, self.pages()), *wanted)


class bundles_of_snippets(in_a_tree):
    PROGRAM = '```cpp\n#include <codecision/codecision.hpp>\n#include <iostream>\nnamespace cod = codecision;\nstatic int twice(int x) { return 2 * x; }\nint main() {\n  std::cout << "}" << twice(2);\n}\nint after() { return 1; }\n```\n'
    FRAGMENT = "```cpp\nauto const d = 1;\n```\n"

    def made(self, text):
        self.write("docs/power/index.md", text)
        compiled, _, findings = snippets.read(self.root)
        self.assertEqual(findings, [])
        return snippets.bundles(compiled)

    def test_blocks_of_a_folder_are_one_source_each_in_its_namespace(self):
        ((name, blocks),) = self.made(self.PROGRAM + self.FRAGMENT + self.PROGRAM).items()
        text = snippets.bundle(blocks, self.root)
        self.assertEqual(
            (name, text.count("#include <iostream>\n#line"), text.count("\nnamespace page_power_index_"), text.count("int main")),
            ("bundle.power.1", 1, 3, 1),
        )
        self.assertIn('if (name == "power.index.3") return page_power_index_3::program();', text)
        self.assertIn("int program() {\n  std::cout << \"}\" << twice(2);\n return 0; }\nint after()", text)
        self.assertIn('#line 2 "', text)

    def test_the_compiler_names_page_and_line_and_the_programs_run_apart(self):
        compiler = shutil.which("g++") or shutil.which("clang++")
        if not compiler:
            self.skipTest("no compiler")
        two = self.PROGRAM.replace("#include <codecision/codecision.hpp>\n", "").replace("namespace cod = codecision;\n", "")
        ((_, blocks),) = self.made(two + two.replace("twice(2)", "twice(3)").replace("return 2 *", "return 4 *")).items()
        text = (
            snippets.bundle(blocks, self.root)
            .replace("#include <codecision/codecision.hpp>\n", "")
            .replace("#include <codecision/io/text.hpp>\n", "")
        )
        self.write("bundle.cpp", text)

        def run(*command):
            return snippets.subprocess.run(
                [str(part) for part in command], stdout=snippets.subprocess.PIPE, stderr=snippets.subprocess.STDOUT, check=False
            )

        done = run(compiler, "-std=c++20", "-Wall", "-Werror", self.root / "bundle.cpp", "-o", self.root / "bundle")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual([run(self.root / "bundle", name).stdout for name in ("power.index.1", "power.index.2")], [b"}4", b"}12"])
        self.assertEqual(run(self.root / "bundle", "power.index.3").returncode, 64)
        self.write("bundle.cpp", text.replace("twice(3)", "thrice(3)"))
        self.assertIn(b"docs/power/index.md:13:", run(compiler, "-std=c++20", "-fsyntax-only", self.root / "bundle.cpp").stdout)

    def test_an_include_that_the_blocks_beside_it_would_hide_is_found(self):
        self.made(
            self.PROGRAM
            + "```cpp\n#include <codecision/core/date.hpp>\nnamespace cod = codecision;\nint main() { std::vector<cod::ballot> v; cod::parse_date(\"2025-11-26\"); }\n```\n"
        )
        self.expect(
            check.check_includes(self.root),
            "docs/power/index.md:11: cod::ballot is declared in <codecision/vote/ballot.hpp>",
            "docs/power/index.md:11: std::vector is declared in <vector>",
        )

    def test_a_program_that_prints_something_else_or_fails_is_found(self):
        self.made(self.PROGRAM + "\n<!-- output -->\n```text\nadopted\n```\n")
        program = "#!/bin/sh\n[ \"$1\" = power.index.1 ] || exit 64\necho {}\nexit {}\n"
        for printed, code, wanted in (
            ("adopted", 0, []),
            ("rejected", 0, ["+rejected"]),
            ("adopted", 3, ["docs/power/index.md:1: the program ends with 3"]),
        ):
            self.write("out/bin/bundle.power.1", program.format(printed, code), executable=True)
            self.expect(snippets.check(self.root, self.root / "out"), *wanted)

    def test_what_cannot_stand_in_a_namespace_stands_alone(self):
        for text in (
            "#define X 1\nint main() {}",
            "namespace codecision { }\nint main() {}",
            "template <>\nstruct std::hash<int>;\nint main() {}",
            "int main(int argc, char** argv) { return argc; }",
        ):
            self.assertEqual(list(self.made(f"```cpp\n{text}\n```\n")), ["power.index.1"], text)
        self.assertEqual(list(self.made("<!-- snippet: alone -->\n" + self.PROGRAM)), ["power.index.1"])
        self.assertEqual(list(self.made(self.PROGRAM)), ["bundle.power.1"])

    def test_large_folders_are_several_bundles_of_whole_pages(self):
        for page in "abc":
            self.write(f"docs/lessons/{page}.md", self.FRAGMENT * (snippets.LARGEST_BUNDLE // 2 + 1))
        compiled, _, _ = snippets.read(self.root)
        self.assertEqual(
            {name: {b.page for b in blocks} for name, blocks in snippets.bundles(compiled).items()},
            {f"bundle.lessons.{i}": {f"docs/lessons/{page}.md"} for i, page in enumerate("abc", 1)},
        )


class a_site(in_a_tree):
    def findings(self, body, **others):
        self.write("index.html", f"<html><body><h1 id=\"a\">A</h1>{body}</body></html>")
        for name, text in others.items():
            self.write(f"{name}.html", text)
        return site_pages.check_pages(self.root)

    def test_a_site_in_order_passes(self):
        self.expect(
            self.findings(
                '<a href="#a">a</a><a href="b.html#x">b</a><a href="https://example.org">w</a><img src="b.html" alt="b">', b='<p id="x">b</p>'
            )
        )

    def test_what_cannot_be_read_from_disk_is_found(self):
        for body, wanted in (
            ('<a href="#b">a</a>', "there is no anchor #b"),
            ('<a href="c.html">a</a>', "there is no c.html"),
            ('<a href="../c.html">a</a>', "leads out of the site"),
            ('<img src="https://example.org/x.png" alt="x">', "comes from a network"),
            ('<script src="//example.org/x.js"></script>', "comes from a network"),
            ("<p>open", "<p> has no end"),
            ('<p id="a">twice</p>', "stands twice"),
            ('<img src="index.html">', "has no words"),
        ):
            self.assertTrue(any(wanted in finding for finding in self.findings(body)), (body, list(self.findings(body))))

    def test_a_folder_that_is_not_a_site_is_left_alone(self):
        docs = script("docs")
        self.write("letters/love.txt", "x")
        with self.assertRaises(SystemExit):
            docs.prepare(self.root / "letters")
        self.assertTrue((self.root / "letters/love.txt").exists())


class pictures(in_a_tree):
    def setUp(self):
        super().setUp()
        self.draw = script("draw_pictures")

    ROW = {
        "snapshot": "2025-10-08-X",
        "verdict": "open",
        "in_favour": ["DE"],
        "against": ["FR", "IT"],
        "abstaining": ["AT"],
        "undecided": ["PL"],
        "unknown": ["ES", "NL"],
        "population_total": 200,
        "least": {"population": 40},
        "most": {"population": 131},
    }

    def test_margins_are_those_of_hand_arithmetic(self):
        # 40 of 200 is 20 %, 45 points below 65 %; 131 of 200 is 65.5 %, half a point above.
        text = self.draw.margins_svg([self.ROW, {"snapshot": "2023-X", "day": "2023-03-31"}])
        for wanted in (
            ">\u221245.0 to +0.5<",
            ">open</text>",
            '>1</text>',
            '>3</text>',
            'width="72.0"',
            'width="163.8"',
            "1 more snapshots",
            "<title",
            "<desc",
            "2025-10-08-X",
        ):
            self.assertIn(wanted, text)
        self.assertEqual([self.draw.points(part, 1000) for part in (650, 649, 651, 0, 1000)], ["+0.0", "\u22120.1", "+0.1", "\u221265.0", "+35.0"])

    def test_layers_are_those_of_the_check(self):
        text = self.draw.layers_dot()
        self.assertIn('"dossier" -> "procedure"', text)
        self.assertNotIn('"rules" -> "data"', text)
        self.assertNotIn('"simulate" -> "vote"', text)  # it goes by way of power

    def test_only_texts_and_what_links_them_are_in_the_excerpt(self):
        node = '    "{}" [label="2025 \u00b7 1\\lA title of the text that is long\\l", shape=note, style="filled", fillcolor="{}", color="#000000", tooltip="x"]\n'
        whole = (
            node.format("a", "#d4e6f5")
            + node.format("b", "#d4e6f5")
            + node.format("c", "#d4e6f5")
            + node.format("paper", "#f2f2ea")
            + '    "b" -> "a" [color="#c0392b", edgetooltip="reverses"]\n    "b" -> "paper" [color="#2f5f8f", edgetooltip="builds on"]\n    "c" -> "b" [style=invis]\n'
        )
        text = self.draw.dossier_dot(whole)
        self.assertIn('"b" -> "a" [color="#c0392b", label=" reverses "]', text)
        self.assertNotIn('"c"', text)
        self.assertNotIn("paper", text)
        self.assertIn('label="2025\\l1\\lA title of the text that\\lis long\\l"', text)

    def test_a_picture_that_is_old_or_of_another_graph_or_of_nobody_is_found(self):
        texts = {"pictures/layers.dot": "digraph {}\n", "pictures/margins.svg": "<svg/>\n", "nouns.svg": "<svg>n</svg>\n"}
        self.expect(
            self.draw.check(self.root, texts), "layers.dot is not", "layers.svg was drawn from another graph", "margins.svg is not", "nouns.svg is not"
        )
        title, text = self.draw.DESCRIPTIONS["layers"]
        heads = f'<title id="layers-title">{title}</title><desc id="layers-text">{text}</desc>'
        drawn_from = f"<!-- {self.draw.hash_of(texts['pictures/layers.dot'])} -->\n"
        self.write("pictures/layers.dot", "digraph {}\n")
        self.write("pictures/layers.svg", f"{drawn_from}<svg>{heads}</svg>\n")
        self.write("pictures/margins.svg", "<svg/>\n")
        self.write("nouns.svg", "<svg>n</svg>\n")
        self.expect(self.draw.check(self.root, texts))
        self.expect(self.draw.check(self.root, {**texts, "pictures/layers.dot": None, "pictures/margins.svg": None}))  # the programs are not built
        self.write("pictures/old.svg", "<svg/>\n")
        self.write("pictures/margins.svg", "<svg>1</svg>\n")
        self.write("pictures/layers.svg", f"{drawn_from}<svg>{heads}<text>x</text></svg>\n")
        self.expect(
            self.draw.check(self.root, texts),
            "layers.svg shows what layers.dot does not say: 'x'",
            "margins.svg is not what the programs say; run scripts/draw_pictures",
            "old.svg is drawn by nobody",
        )

    def test_each_word_arrow_and_colour_of_a_picture_is_that_of_its_graph(self):
        def read(name):
            return (ROOT / "docs/pictures" / name).read_text(encoding="utf-8")

        for name, changes in (
            ("layers", ((">core/<", ">cores/<"), ("<title>io&#45;&gt;simulate</title>", "<title>simulate&#45;&gt;io</title>"))),
            ("procedure", ((">ordinary legislative procedure<", ">special procedure<"), ("reject proposal</text>", "approve proposal</text>"),
                           (">an emergency brake can be pulled</text>", "/>"), ("Rule 59(1), (2)", "Rule 59(1), (3)"))),
            ("dossier", ((">COM(2020) 568<", ">COM(2020) 569<"), ("> intended to replace <", "><"), ('fill="#9cc3e6"', 'fill="#b9a6e0"'))),
        ):
            graph, svg = read(name + ".dot"), read(name + ".svg")
            self.expect(self.draw.differences(name, graph, svg))
            for old, new in changes:
                self.assertIn(old, svg)
                found = list(self.draw.differences(name, graph, svg.replace(old, new, 1)))
                self.assertTrue(any("what" in finding for finding in found), (old, found))
            self.expect(self.draw.differences(name, graph, svg.replace(self.draw.DESCRIPTIONS[name][0] + "</title>", "Nothing</title>")), "its <title> is not that of")


if __name__ == "__main__":
    unittest.main()
