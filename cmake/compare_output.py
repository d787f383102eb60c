# SPDX-License-Identifier: BSL-1.0
"""Runs a program and compares what it prints with a file.

compare_output.py EXPECTED EXIT_CODE PROGRAM [ARGUMENT...]
What it prints on standard error follows after standard output. With CODECISION_ACCEPT=1 in the environment the file is
rewritten instead: read the difference in version control before you commit it.
"""
import difflib
import os
import pathlib
import subprocess
import sys


def difference(expected, printed):
    lines = difflib.unified_diff(expected.splitlines(), printed.splitlines(), "expected", "printed", lineterm="")
    return "\n".join(lines) or "they differ only in the ends of lines"


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    file, wanted_code, *command = sys.argv[1:]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    printed = (done.stdout + done.stderr).decode("utf-8")
    if done.returncode != int(wanted_code):
        print(printed)
        return f"the program ended with {done.returncode}, not with {wanted_code}"

    path = pathlib.Path(file)
    if os.environ.get("CODECISION_ACCEPT") == "1":
        path.write_bytes(printed.encode("utf-8"))
        return 0
    if not path.exists():
        print(printed)
        return f"there is no {path.name}; CODECISION_ACCEPT=1 writes it"
    expected = path.read_bytes().decode("utf-8")
    if printed != expected:
        print(difference(expected, printed))
        return f"the output is not that of {path.name}; if it is right, CODECISION_ACCEPT=1 rewrites the file"
    return 0


if __name__ == "__main__":
    sys.exit(main())
