# SPDX-License-Identifier: BSL-1.0
"""Writes a header that includes everything foreign that the library includes: the standard library, Boost and others.

foreign_headers.py ROOT OUTPUT
It comes first in the test, so that only the library's own text meets the hostile macros.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "structure"))
import tree  # noqa: E402


def main():
    root, output = sys.argv[1:]
    headers = tree.headers(root)
    names = {line.name for path in headers.values() for line in tree.includes(path)} - headers.keys()
    needs = {name: " && __has_include(<mpi.h>)" if name.startswith("boost/mpi/") else "" for name in names}  # found, and useless without MPI
    lines = [f"#if __has_include(<{name}>){needs[name]}\n#include <{name}>\n#endif\n" for name in sorted(names)]
    pathlib.Path(output).write_text("#pragma once\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
