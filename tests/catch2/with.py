# SPDX-License-Identifier: BSL-1.0
"""Do the unit tests work with this version of Catch2? Builds a few of them, which use all of Catch2 that any of them uses, and runs them.

with.py MAJOR ROOT FOLDER -- CMAKE [ARGUMENT...]      ends with 77 where that Catch2 is not installed
"""
import pathlib
import re
import shutil
import subprocess
import sys

# What a test takes from Catch2 or from tests/support/catch.hpp.
USES = re.compile(r"\b(TEST_CASE|TEMPLATE_\w*TEST_CASE\w*|(?:DYNAMIC_)?SECTION|SCENARIO|CHECK\w*|REQUIRE\w*|STATIC_\w+|INFO|UNSCOPED_INFO|CAPTURE|WARN"
                  r"|FAIL|FAIL_CHECK|SUCCEED|GENERATE\w*|test::(?:approx|contains|starts_with|ends_with)|Catch::[\w:]+)\s*\(")


def uses(path):
    text = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
    return set(USES.findall(text))


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def main():
    major, root, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    cmake, *arguments = sys.argv[5:]
    here = root / "tests" / "catch2"

    named = re.search(r"add_executable\(unit_tests ([^)]*)\)", (here / "CMakeLists.txt").read_text(encoding="utf-8"))[1].split()
    covered = set().union(*(uses(here / name) for name in named))
    tests = [path for path in (root / "tests").rglob("*.cpp") if '"support/catch.hpp"' in path.read_text(encoding="utf-8", errors="replace")]
    missing = set().union(*map(uses, tests)) - covered
    if len(tests) < 50 or missing:
        print(f"{len(tests)} unit tests; these are used and not tried here: {sorted(missing)}")
        return 1

    shutil.rmtree(folder, ignore_errors=True)
    code, text = run(cmake, "-S", str(here), "-B", str(folder), f"-DCODECISION_CATCH2={major}", *arguments)
    if code != 0:
        print(text)
        # CMake breaks the lines of a message where they are long.
        return 77 if re.search(rf"Catch2\s+{major}\s+is\s+not\s+found", text) else 1
    print(*re.findall(r"-- (Codecision: .*)", text), sep="\n")
    code, text = run(cmake, "--build", str(folder))
    if code != 0:
        print(text)
        return 1
    program = next(path for path in folder.rglob("unit_tests*") if path.is_file() and path.stem == "unit_tests" and path.suffix in ("", ".exe"))
    code, text = run(str(program))
    print(text)
    counted = re.search(r"in (\d+) test cases", text)
    wanted = sum((here / name).read_text(encoding="utf-8").count("\nTEST_CASE(") for name in named)
    if code != 0 or not counted or int(counted[1]) != wanted:
        print(f"{wanted} test cases stand in these files; the program ended with {code}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
