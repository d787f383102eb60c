# SPDX-License-Identifier: BSL-1.0
"""Does each check of this folder find what it is there to find, and pass what is right?"""
import importlib.machinery
import importlib.util
import pathlib
import tempfile
import unittest

import headers
import headers_alone
import includes
import layers
import lesson_numbers
import readme
import registered
import snippets
import version
import words

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
START = "// SPDX-License-Identifier: BSL-1.0\n// Which question does this answer?\n#pragma once\n"


class in_a_tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, name, text=""):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def header(self, name, *included):
        self.write(f"include/codecision/{name}", START + "".join(f"#include <{other}>\n" for other in included))


class output_on_pages(in_a_tree):
    def page(self, text):
        self.write("examples/walk.table.expected", "| a |\n|---|\n")
        return readme.with_output(text, self.root)

    def test_output_that_is_as_printed_passes(self):
        for text in ("<!-- output of examples/walk.table -->\n```text\n| a |\n|---|\n```\nmore\n",
                     "<!-- output of examples/walk.table -->\n| a |\n|---|\n<!-- end of output -->\n", "no output at all\n"):
            self.assertEqual(self.page(text), (text, []))

    def test_old_output_is_replaced_and_what_stands_around_it_stays(self):
        before = "a\n<!-- output of examples/walk.table -->\n{}{}b\n"
        for begin, end in (("```text\n", "```\n"), ("", "<!-- end of output -->\n")):
            new, findings = self.page(before.format(begin, "old\n" + end))
            self.assertEqual((new, findings), (before.format(begin, "| a |\n|---|\n" + end), []))

    def test_output_without_end_or_without_example_is_found(self):
        self.assertIn("no end", self.page("<!-- output of examples/walk.table -->\n| a |\n")[1][0])
        self.assertIn("there is no examples/other.expected", self.page("<!-- output of examples/other -->\n```\n```\n")[1][0])


class layer_scan(in_a_tree):
    def findings(self):
        return layers.library(self.root).check()

    def expect(self, *wanted):
        found = self.findings()
        self.assertEqual(len(found), len(wanted), found)
        for words_of_it, finding in zip(wanted, found):
            self.assertIn(words_of_it, finding)

    def test_arrows_of_the_design_pass_and_are_transitive(self):
        self.header("version.hpp")
        self.header("core/ratio.hpp", "cstdint", "codecision/version.hpp")
        self.header("data/membership.hpp", "codecision/core/ratio.hpp")
        self.header("rules/rule.hpp", "codecision/core/ratio.hpp")
        self.header("vote/ballot.hpp", "codecision/data/membership.hpp", "codecision/rules/rule.hpp")
        self.header("codecision.hpp", "codecision/vote/ballot.hpp")
        self.expect()

    def test_rules_never_include_data(self):
        self.header("data/membership.hpp")
        self.header("rules/rule.hpp", "codecision/data/membership.hpp")
        self.expect("rules/ does not include data/")

    def test_nothing_includes_io(self):
        self.header("io/text.hpp", "iostream")
        self.header("vote/explain.hpp", "codecision/io/text.hpp")
        self.expect("vote/ does not include io/")

    def test_power_and_procedure_do_not_know_each_other(self):
        self.header("power/game.hpp")
        self.header("procedure/stage.hpp", "codecision/power/game.hpp")
        self.expect("procedure/ does not include power/")

    def test_boost_graph_is_found_at_any_distance(self):
        self.header("procedure/graph.hpp", "boost/graph/adjacency_list.hpp")
        self.header("procedure/machine.hpp", "codecision/procedure/graph.hpp")
        self.expect("machine.hpp: reaches Boost.Graph")

    def test_simulate_uses_boost_graph_only_where_it_walks_the_dossier(self):
        self.header("dossier/dossier.hpp", "boost/graph/adjacency_list.hpp")
        self.header("simulate/scenario.hpp", "codecision/dossier/dossier.hpp", "boost/graph/topological_sort.hpp")
        self.header("simulate/monte_carlo.hpp", "boost/graph/topological_sort.hpp")
        self.expect("monte_carlo.hpp: reaches Boost.Graph")

    def test_the_umbrella_stays_light(self):
        self.header("power/big.hpp", "boost/multiprecision/cpp_int.hpp")
        self.header("codecision.hpp", "codecision/power/big.hpp")
        self.expect("codecision.hpp: reaches Boost.Multiprecision")

    def test_the_umbrella_with_power_has_all_public_headers_of_power(self):
        for name in ("game.hpp", "owen.hpp", "big.hpp", "big/banzhaf.hpp", "threads.hpp", "engines/table.hpp"):
            self.header(f"power/{name}")
        self.header("power.hpp", "codecision/power/game.hpp")
        self.expect("power.hpp: include <codecision/power/owen.hpp>")
        self.header("power.hpp", "codecision/power/game.hpp", "codecision/power/owen.hpp")
        self.expect()

    def test_streams_stay_in_io(self):
        self.header("core/date.hpp", "boost/date_time/gregorian/gregorian.hpp")
        self.header("core/ratio.hpp", "iosfwd", "sstream")
        self.expect("gregorian.hpp> only in io/", "<sstream> only in io/")

    def test_libraries_stay_in_their_place(self):
        self.header("dossier/read.hpp", "nlohmann/json.hpp")
        self.header("io/dot.hpp", "boost/graph/graphviz.hpp")
        self.header("io/json.hpp", "nlohmann/json.hpp")
        self.header("io/text.hpp", "format")
        self.expect("nlohmann/json only in io/json", "is not for the library", "GCC 12 has no <format>")

    def test_io_may_include_the_umbrella_and_nobody_else(self):
        self.header("codecision.hpp")
        self.header("io/text.hpp", "codecision/codecision.hpp")
        self.header("vote/explain.hpp", "codecision/codecision.hpp")
        self.expect("vote/explain.hpp:4: the umbrella header is for programs")

    def test_detail_lies_between_core_and_the_rest(self):
        self.header("detail/subset_search.hpp", "codecision/core/ratio.hpp")
        self.header("core/ratio.hpp")
        self.header("core/explanation.hpp", "codecision/detail/subset_search.hpp")
        self.header("rules/rule.hpp", "codecision/detail/subset_search.hpp")
        self.expect("core/ does not include detail/")

    def test_quotes_missing_headers_and_unknown_folders(self):
        self.header("core/c.hpp", "codecision/core/nowhere.hpp")
        self.write("include/codecision/core/d.hpp", START + '#include "a.hpp"\n')
        self.header("extra/e.hpp", "codecision/core/c.hpp")
        self.expect("there is no", "with its whole name", "no folder extra/")


class header_start(in_a_tree):
    def test_a_header_of_the_house_passes(self):
        self.header("core/ratio.hpp")
        self.assertEqual(headers.check(self.root), [])

    def test_licence_sentence_guard_and_namespace(self):
        self.write("include/codecision/core/ratio.hpp", "#define A\n\nusing namespace std;\n")
        found = " ".join(headers.check(self.root))
        for wanted in ("SPDX", "one sentence", "#pragma once is missing", "no using namespace", "no macros"):
            self.assertIn(wanted, found)


class snippet_blocks(in_a_tree):
    FRAGMENT = '```cpp\n#include <codecision/io/json.hpp>\nauto const d = "2025-11-26"_date;\n```\n'
    PROGRAM = "```cpp\nint main() {}\n```\n"
    OUTPUT = "It prints:\n\n<!-- output -->\n```text\nadopted\n```\n"

    def page(self, text):
        self.write("docs/power/index.md", text)
        return snippets.read(self.root)

    def expect(self, text, *wanted):
        _, _, found = self.page(text)
        self.assertEqual(len(found), len(wanted), found)
        for words_of_it, finding in zip(wanted, found):
            self.assertIn(words_of_it, finding)

    def test_statements_go_into_a_function_after_their_includes(self):
        (b,), _, _ = self.page("# Power\n\n" + self.FRAGMENT)
        text = snippets.source(b, self.root)
        order = [text.index(part) for part in ("namespace cod", "io/json.hpp", "void snippet() {", "auto const d", "\n}")]
        self.assertEqual(order, sorted(order))
        self.assertEqual(text.count("io/json.hpp"), 1)
        self.assertIn('#line 4 "', text)

    def test_declarations_stand_outside_of_a_function_and_programs_as_they_are(self):
        (b, c), _, findings = self.page("<!-- snippet: declarations -->\n" + self.FRAGMENT + self.PROGRAM)
        self.assertNotIn("void snippet", snippets.source(b, self.root))
        self.assertEqual(snippets.source(c, self.root).splitlines()[1:], ["int main() {}"])
        self.assertEqual(findings, [])

    def test_a_program_has_the_output_that_follows_it(self):
        (a, b), _, findings = self.page(self.PROGRAM + self.PROGRAM + self.OUTPUT)
        self.assertEqual((a.output, b.output.lines, findings), (None, ["adopted"], []))

    def test_an_output_without_a_program_is_found(self):
        self.expect(self.PROGRAM + self.FRAGMENT + self.OUTPUT, "no program")
        self.expect(self.PROGRAM + self.OUTPUT + self.OUTPUT, "no program")
        self.expect("<!-- snippet: skip because it waits -->\n" + self.PROGRAM + self.OUTPUT, "no program")
        self.expect(self.PROGRAM + "<!-- output -->\n```\nadopted\n```\n", "before a ```text block")

    def test_a_block_is_skipped_only_with_a_reason(self):
        compiled, skipped, findings = self.page("<!-- snippet: skip because it needs a printer -->\n" + self.FRAGMENT)
        self.assertEqual((len(compiled), len(skipped), findings), (0, 1, []))
        compiled, skipped, findings = self.page("<!-- snippet: skip -->\n" + self.FRAGMENT)
        self.assertEqual((len(compiled), len(skipped), len(findings)), (1, 0, 1))

    def test_no_block_escapes(self):
        self.expect("```c++\nint x;\n```\n", "write ```cpp")
        self.expect("> ```cpp\n> int x;\n", "``` begins a line")
        self.expect("```cpp\nint x;\n", "has no end")
        self.expect("<!-- snippet: declarations -->\nSo it is:\n\n" + self.FRAGMENT, "belongs directly before a block")
        self.expect("<!-- snippet: declarations -->\n```sh\nls\n```\n", "belongs before a ```cpp block")

    def test_sources_are_written_once_and_removed_with_their_block(self):
        self.page("1. Count:\n\n   ```cpp\n   int main() {\n     return 0;\n   }\n   ```\n\n" + self.FRAGMENT)
        folder = self.root / "build"
        snippets.write(self.root, folder)
        program, fragment = folder / "programs/power.index.1.cpp", folder / "fragments/power.index.2.cpp"
        self.assertIn("\nint main() {\n  return 0;\n}\n", program.read_text())
        before = program.stat().st_mtime_ns
        self.page("1. Count:\n\n   ```cpp\n   int main() {\n     return 0;\n   }\n   ```\n")
        snippets.write(self.root, folder)
        self.assertEqual((program.stat().st_mtime_ns, fragment.exists()), (before, False))


def script(name):
    """A script without .py, as a module."""
    loader = importlib.machinery.SourceFileLoader(name, str(ROOT / "scripts" / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


class used_headers(in_a_tree):
    """Of the style check of includes: what is used, what is declared, what is reached."""

    def own(self, name, included, body):
        self.write(f"include/codecision/{name}", START + "".join(f"#include <{other}>\n" for other in included)
                   + "namespace codecision {\n" + body + "}\n")

    def expect(self, *wanted):
        found = includes.check(self.root)
        self.assertEqual(len(found), len(wanted), found)
        for words_of_it, finding in zip(wanted, found):
            self.assertIn(words_of_it, finding)

    def test_a_header_that_includes_what_it_uses_passes(self):
        self.own("core/date.hpp", ["cstdint"], "struct date { std::int64_t days; };\n")
        self.own("rules/rule.hpp", ["codecision/core/date.hpp", "vector"], "struct rule { std::vector<date> days; };\n")
        self.expect()

    def test_a_standard_header_is_missing_or_not_needed(self):
        self.own("core/a.hpp", ["string"], "struct a { std::vector<int> v; };\n")
        self.expect("std::vector wants #include <vector>", "<string> is included and not used")

    def test_words_in_comments_and_in_quotes_are_not_uses(self):
        self.own("core/a.hpp", ["vector"], "/* std::vector */ inline char const* a() { return \"std::vector\"; }  // std::vector\n")
        self.expect("<vector> is included and not used")

    def test_a_name_nobody_put_into_the_table_is_found(self):
        self.own("core/a.hpp", [], "using a = std::no_such_thing;\n")
        self.expect("std::no_such_thing is not in the table")

    def test_boost_names_want_their_header(self):
        self.own("core/a.hpp", ["boost/graph/visitors.hpp"], "using a = boost::adjacency_list<>;\n")
        self.expect("boost::adjacency_list wants #include <boost/graph/adjacency_list.hpp>", "<boost/graph/visitors.hpp> is included and not used")

    def test_a_type_may_stand_one_include_away_and_no_further(self):
        self.own("rules/rule.hpp", [], "struct rule {};\n")
        self.own("vote/ballot.hpp", ["codecision/rules/rule.hpp"], "struct ballot { rule r; };\n")
        self.own("vote/outcome.hpp", ["codecision/vote/ballot.hpp"], "struct outcome { ballot b; rule r; };\n")
        self.expect()
        self.own("vote/explain.hpp", ["codecision/vote/outcome.hpp"], "struct page { outcome o; rule const& r; };\n")
        self.expect("explain.hpp: rule wants #include <codecision/rules/rule.hpp>")

    def test_a_member_or_a_variable_of_that_name_is_not_the_type(self):
        self.own("rules/rule.hpp", [], "struct rule {};\n")
        self.own("vote/ballot.hpp", ["codecision/rules/rule.hpp"], "struct ballot { codecision::rule r; };\n")
        self.own("vote/outcome.hpp", ["codecision/vote/ballot.hpp"], "struct outcome { ballot b; };\n")
        self.own("vote/explain.hpp", ["codecision/vote/outcome.hpp"], "inline void f(outcome o, int rule) { g(o.rule, rule); }\n")
        self.expect()

    def test_an_include_without_a_use_is_found_unless_a_comment_says_why(self):
        self.own("rules/rule.hpp", [], "struct rule {};\n")
        self.own("vote/ballot.hpp", ["codecision/rules/rule.hpp"], "struct ballot {};\n")
        self.expect("<codecision/rules/rule.hpp> is included and none of its names is used")
        path = self.root / "include/codecision/vote/ballot.hpp"
        path.write_text(path.read_text().replace("rule.hpp>", "rule.hpp>  // comes along: a ballot is read with its rule"))
        self.expect()

    def test_what_a_header_declares(self):
        text = """#define NO(x) x
            namespace codecision { template <class T> requires std::same_as<T, int> struct first { int member; void method(); };
            namespace detail { inline constexpr int second = f(1); enum class third : int { no }; }
            [[nodiscard]] constexpr std::vector<int> fourth(int parameter) { int local = 1; return {local}; }
            using fifth = std::vector<int>;  template <> struct known<int> {};  int known::member() { return 1; }
            std::ostream& operator<<(std::ostream&, int);  template <class T> concept sixth = true; inline fifth seventh{1, 2}; }"""
        self.assertEqual({name for _, name in includes.declared(text)}, {"first", "second", "third", "fourth", "fifth", "sixth", "seventh"})
        self.assertIn(("codecision::detail", "second"), includes.declared(text))
        self.assertEqual({name for _, name in includes.declared(text, types_only=True)}, {"first", "third", "fifth", "sixth"})


class includes_of_a_program(unittest.TestCase):
    """Of the mode for pages, with the headers of this repository."""

    def missing(self, text):
        return includes.missing_includes(text)

    def test_what_is_reached_at_any_distance_passes(self):
        self.assertEqual(self.missing("#include <codecision/codecision.hpp>\n#include <codecision/io/text.hpp>\n#include <iostream>\n"
                                      "namespace cod = codecision;\nusing namespace codecision::literals;\n"
                                      'int main() { std::cout << cod::explain(cod::ballot{cod::council_on("2025-11-26"_date)}); }\n'), [])

    def test_what_another_block_included_is_missing_here(self):
        start = "#include <codecision/codecision.hpp>\nnamespace cod = codecision;\n"
        for use, header in (("cod::power::banzhaf(g);", "codecision/power/banzhaf.hpp"), ("cod::csa_regulation();", "dossier/csa_regulation.hpp"),
                            ("std::cout << 1;", "iostream"), ("codecision::io::read_dossier_file(p);", "io/json.hpp"),
                            ("boost::add_edge(a, b, g);", "boost/graph/adjacency_list.hpp")):
            found = self.missing(start + "int main() { " + use + " }\n")
            self.assertEqual(len(found), 1, found)
            self.assertIn(header, found[0])

    def test_a_literal_wants_its_header(self):
        self.assertEqual(len(self.missing('auto const day = "2025-11-26"_date;\n')), 1)


class compiled_alone(in_a_tree):
    def test_only_what_nobody_includes_first_is_compiled(self):
        self.header("core/a.hpp")
        self.header("core/b.hpp", "codecision/core/a.hpp", "codecision/core/c.hpp")
        self.header("core/c.hpp", "vector", "codecision/core/a.hpp")
        found = headers_alone.tree.headers(self.root)
        self.assertEqual(headers_alone.not_included_first(found), ["codecision/core/b.hpp", "codecision/core/c.hpp"])
        first = headers_alone.first_includes(found)
        self.assertEqual(headers_alone.chain("codecision/core/b.hpp", first), ["codecision/core/b.hpp", "codecision/core/a.hpp"])
        self.assertEqual(headers_alone.foreign_headers(found), ["vector"])
        self.assertEqual(headers_alone.covered_by_none(found, headers_alone.not_included_first(found)), [])

    def test_headers_that_include_each_other_first_are_found(self):
        self.header("core/a.hpp", "codecision/core/b.hpp")
        self.header("core/b.hpp", "codecision/core/a.hpp")
        self.header("core/c.hpp")
        found = headers_alone.tree.headers(self.root)
        compiled = headers_alone.not_included_first(found)
        self.assertEqual(compiled, ["codecision/core/c.hpp"])
        self.assertEqual(headers_alone.covered_by_none(found, compiled), ["codecision/core/a.hpp", "codecision/core/b.hpp"])
        self.assertEqual(len(headers_alone.check(self.root, "no_such_compiler", [])), 2)


class include_budget(in_a_tree):
    cost = script("include_cost")

    def rows(self, **lines):
        return {name: {"lines": str(number)} for name, number in lines.items()}

    def test_a_tenth_more_passes_and_one_line_above_it_does_not(self):
        self.assertEqual(self.cost.findings({"a": 1100}, self.rows(a=1000)), [])
        found = self.cost.findings({"a": 1101}, self.rows(a=1000))
        self.assertEqual(len(found), 1)
        self.assertIn("more than a tenth", found[0])

    def test_a_header_that_is_not_recorded_or_is_gone_is_found(self):
        found = self.cost.findings({"new": 10}, self.rows(gone=10))
        self.assertEqual(len(found), 2)
        self.assertIn("new is not in docs/include_cost.csv", found[0])
        self.assertIn("gone stands in", found[1])

    def test_lines_of_a_chain_are_those_until_the_file_returns(self):
        text = '# 0 "<stdin>"\n# 1 "/b" 1\n\n# 1 "/a" 1\nint a;\n   \n int more;\n# 3 "/b" 2\n\nint b;\n# 1 "/c" 1\nint c;\n# 5 "/b" 2\n'
        self.assertEqual(self.cost.lines_by_first(text, ["/b", "/a"]), {"/b": 4, "/a": 2})

    def test_other_versions_than_those_of_the_table_are_not_run(self):
        self.write("docs/include_cost.csv", "# lines: g++ 1.0, Boost 1.0\nheader,lines\ncodecision/a.hpp,1\n")
        self.assertEqual(self.cost.check(self.root), 77)


class forbidden_words(in_a_tree):
    def test_paths_of_a_machine(self):
        self.write("README.md", "see /" + "home/me/notes\n")
        self.write("docs/a.md", "see `/" + "tmp/x`\nsee ../" + "shared/notes.md\n")
        self.assertEqual(len(words.check(self.root)), 3)

    def test_addresses_on_the_web_are_not_paths(self):
        self.write("docs/a.md", "https://example.org/" + "home/x and example.org/en/" + "work/y\n")
        self.assertEqual(words.check(self.root), [])

    def test_a_document_that_is_cited_must_be_there(self):
        cited = "law" + ".md"
        self.write("include/codecision/core/a.hpp", f"// see {cited}, section 3\n")
        self.assertIn(f"cites {cited}", " ".join(words.check(self.root)))
        self.write(f"docs/{cited}", "# The law\n")
        self.assertEqual(words.check(self.root), [])

    def test_a_page_is_filled_in(self):
        self.write("docs/a.md", "it takes @SECONDS@ s\n")
        self.write("docs/b.md", "write to codecision@example.org or a@B, c@D\n")
        self.write("cmake/a.in", "@NAME@\n")
        found = words.check(self.root)
        self.assertEqual(len(found), 1, found)
        self.assertIn("docs/a.md:1: @SECONDS@ was not filled in", found[0])

    def test_build_folders_are_not_part_of_it(self):
        self.write("build/release/CMakeCache.txt", "/" + "home/me\n")
        self.assertEqual(words.check(self.root), [])


class registration(in_a_tree):
    def test_named_files_pass(self):
        self.write("tests/CMakeLists.txt", "codecision_unit_test(core_date SOURCES core/date.cpp)\n")
        self.write("tests/core/date.cpp")
        self.write("tests/compile_fail/CMakeLists.txt", "codecision_compile_fail(day day.cpp \"x\")\n")
        self.write("tests/compile_fail/day.cpp")
        self.write("examples/CMakeLists.txt", "codecision_example(a)\ncodecision_example_case(a b ARGS x)\n")
        self.write("benchmarks/CMakeLists.txt", "codecision_benchmark(votes)\n")
        self.write("benchmarks/votes.cpp")
        for name in ("a.cpp", "a.expected", "a.b.expected"):
            self.write(f"examples/{name}")
        self.assertEqual(registered.check(self.root), [])

    def test_forgotten_and_commented_files_are_found(self):
        self.write("tests/CMakeLists.txt", "# codecision_unit_test(core_date SOURCES core/date.cpp)\n"
                                           "codecision_unit_test(x SOURCES other/core/ratio.cpp)\n")
        self.write("tests/core/date.cpp")
        self.write("tests/core/ratio.cpp")
        self.write("benchmarks/votes.cpp")
        self.write("examples/CMakeLists.txt", "codecision_example(other)\n")
        for name in ("a.cpp", "a.expected", "other.b.expected"):
            self.write(f"examples/{name}")
        self.assertEqual(len(registered.check(self.root)), 6)

    def test_a_fuzz_target_without_inputs_and_inputs_without_a_target_are_found(self):
        self.write("tests/fuzz/CMakeLists.txt", "function(codecision_fuzz_target name)\ncodecision_fuzz_target(csv RUNS 9 SOURCES x)\n"
                                                "  codecision_fuzz_target(line BY_HAND)\n")
        for name in ("corpus/csv/a", "corpus/line/b", "dictionaries/csv.dict", "dictionaries/line.dict"):
            self.write(f"tests/fuzz/{name}", "x\n")
        self.assertEqual(registered.check(self.root), [])
        (self.root / "tests/fuzz/corpus/line/b").unlink()
        (self.root / "tests/fuzz/dictionaries/csv.dict").unlink()
        self.write("tests/fuzz/corpus/old/a", "x\n")
        found = registered.check(self.root)
        self.assertEqual([finding.split(": ")[0] for finding in found], ["tests/fuzz/corpus/line", "tests/fuzz/corpus/old", "tests/fuzz/dictionaries/csv.dict"])
        self.assertIn("the fuzz target line needs it", found[0])
        self.assertIn("has no codecision_fuzz_target(old)", found[1])


class numbers_of_lessons(unittest.TestCase):
    def found(self, prose, code):
        return [f.split(": ")[1].split(" stands")[0] for f in lesson_numbers.findings_of("page", prose, code)]

    def test_numbers_that_the_program_has_pass_in_any_writing(self):
        self.assertEqual(self.found("84 311 244 persons, 80 523.7 thousand, 14.85, 65.01 %, 27 members, TEU 16(4), TFEU 238(3)(a)",
                                    "84'311'244 80'523'700 1485 6501"), [])
        self.assertEqual(self.found("the rest is 0.637... and ...897 on 8.10", "637 81"), [])

    def test_a_number_that_stands_in_no_program_is_named(self):
        self.assertEqual(self.found("84 311 245 persons and 14.86 members", "84'311'244 1485"), ["84 311 245", "14.86"])

    def test_an_answer_in_bold_stands_in_the_program(self):
        self.assertEqual(self.found("so **16**, not 17", "15"), ["16"])

    def of_facts(self, solution, facts):
        page = f"# 1. A lesson\n\n## By hand\n\n{solution}\n"
        return [finding[len("page: "):][:20] for finding in lesson_numbers.check_facts("page", page, facts)]

    def test_what_the_facts_say_stands_on_the_page_in_their_order(self):
        self.assertEqual(self.of_facts("1. 28 x 55 / 100 = 15.4,\n   so **16**. Of 27: [**15**](x.md), TEU 16(4).", ["15.4, so **16**", "27: **15**"]),
                         ["no fact of lesson_fa"] * 3)  # 28, 55 and 100
        self.assertEqual(self.of_facts("CZ 2.42, IT 13.23", ["CZ 2.42, IT 13.23"]), [])
        self.assertEqual(self.of_facts("15 and 16", ["16", "15"]), ["does not say (or not", "no fact of lesson_fa"])

    def test_numbers_words_members_and_verdicts_without_a_fact_are_named(self):
        self.assertEqual(len(self.of_facts("Germany and DE, thirteen, **No.**, not adopted, TEU 17(9)", [])), 7)
        self.assertEqual(self.of_facts("it stands in TEU 16(4), and lesson 3 says more", []), [])

    def test_a_lesson_has_seven_parts_and_a_short_program(self):
        program = "```cpp\n" + "int x;\n" * 8 + 'static_assert(true, "count again");\n```\n'
        solution = "<summary>By hand</summary>\n<summary>The program</summary>\ntext\n"
        whole = "# 1. A lesson\n\n" + "".join(
            f"## {part}\n\n{ {'In C++': 'text' + chr(10) + program, 'Solution': solution}.get(part, 'text')}\n" for part in lesson_numbers.PARTS)
        self.assertEqual(list(lesson_numbers.check_parts("page", whole)), [])
        for old, new in (("## The problem\n", ""), ("static_assert(", "check("), ("int x;\n" * 8, "int x;\n" * 20), ("The program<", "More<"),
                         ("## What you learned\n\ntext", "## What you learned\n\n"), ("A true story", "A story")):
            self.assertEqual(len(list(lesson_numbers.check_parts("page", whole.replace(old, new)))), 1, old)

    def test_a_link_to_a_lesson_says_its_number(self):
        self.assertEqual(len(list(lesson_numbers.check_links("page", "[lesson 2](3-blocking.md), [3. Blocking](3-blocking.md)"))), 1)

    def test_code_links_and_marks_are_not_prose(self):
        self.assertEqual(self.found("[page](a-1.25.md) `2.75` <!-- 3.25 -->\n```cpp\nfloat x = 4.25;\n```\n", ""), [])


class one_version(in_a_tree):
    def test_a_place_that_disagrees_is_named(self):
        self.write("include/codecision/version.hpp", "version_major = 1;\nversion_minor = 2;\nversion_patch = 3;\n"
                                                     'version_text = "1.2.3";\n')
        self.write("CITATION.cff", "title: x\nversion: 1.2.2\n")
        self.write("CHANGELOG.md", "# Changelog\n\n## 1.2.3 (unreleased)\n")
        self.assertEqual(version.check(self.root), ["CITATION.cff: does not name version 1.2.3"])


if __name__ == "__main__":
    unittest.main()
