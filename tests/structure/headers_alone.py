# SPDX-License-Identifier: BSL-1.0
"""Does each public header compile when it is the first thing that a program includes?

headers_alone.py ROOT COMPILER [flags ...]     for example: headers_alone.py . clang++ -std=c++20
A header that another one includes before anything else has been compiled alone when that other one compiles; so only the
headers that nobody includes first are given to the compiler, and each stands for a chain of others.
With Clang the standard library and Boost are read once for all, in a precompiled header. That hides an #include <vector> that is
missing, but none of the library's own; the check of the includes (includes.py) finds the missing standard and Boost headers. With
another compiler everything is read anew for each header, which takes twice as long. The whole question without any of this:
cmake --build build/release --target all_verify_interface_header_sets.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

import tree

WARNINGS = "-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror".split()
OPTIONAL = ("boost/mpi/",)  # only where the library is installed; a header that reaches it is compiled where that is so


def first_includes(headers):
    """Each header with the one that it includes before anything else, or none where that is not of the library."""
    first = {}
    for name, path in headers.items():
        lines = tree.includes(path)
        first[name] = lines[0].name if lines and lines[0].name in headers else None
    return first


def not_included_first(headers):
    """The headers to compile: every other one comes first in one of these, directly or through more."""
    first = first_includes(headers)
    return sorted(set(headers) - set(first.values()))


def chain(name, first):
    """The headers that are compiled alone when this one compiles."""
    found = []
    while name is not None and name not in found:
        found.append(name)
        name = first[name]
    return found


def covered_by_none(headers, compiled):
    """The headers that are in no chain of those that are compiled: such as two that include each other first."""
    first = first_includes(headers)
    return sorted(set(headers) - {name for begin in compiled for name in chain(begin, first)})


def foreign_headers(headers):
    """What the headers include of the standard library and of Boost."""
    return sorted({include.name for path in headers.values() for include in tree.includes(path)
                   if include.name not in headers and not include.name.startswith(OPTIONAL + ("codecision/",))})


def is_clang(compiler):
    answer = subprocess.run([compiler, "--version"], capture_output=True, text=True, check=True).stdout
    return "clang" in answer.splitlines()[0]


def exists(compiler, name, flags):
    return subprocess.run([compiler, *flags, "-E", "-x", "c++", "-", "-o", os.devnull], input=f"#include <{name}>\n", text=True,
                          stderr=subprocess.DEVNULL).returncode == 0


def compile_alone(compiler, flags, folder, name):
    source = pathlib.Path(folder) / (name.replace("/", ".") + ".cpp")
    source.write_text(f"#include <{name}>\n", encoding="utf-8")
    answer = subprocess.run([compiler, *flags, "-fsyntax-only", str(source)], stderr=subprocess.PIPE, text=True)
    return [] if answer.returncode == 0 else [f"include/{name} does not compile alone:\n{answer.stderr}"]


def needs_what_is_missing(headers, compiler, flags):
    """The headers that include, at any distance, a library which is not installed."""
    missing = {include.name for path in headers.values() for include in tree.includes(path)
               if include.name.startswith(OPTIONAL) and not exists(compiler, include.name, flags)}
    reached = set()
    grown = True
    while grown:
        found = {name for name, path in headers.items()
                 if any(i.name in missing or i.name in reached for i in tree.includes(path))}
        grown, reached = found != reached, found
    return reached


def check(root, compiler, flags):
    headers = tree.headers(root)
    for name in sorted(needs_what_is_missing(headers, compiler, flags)):
        print(f"include/{name} is not compiled: it needs a library that the compiler does not find")
        del headers[name]
    compiled = not_included_first(headers)
    uncovered = covered_by_none(headers, compiled)
    if uncovered:
        return [f"include/{name} is in no chain of the headers that are compiled alone" for name in uncovered]
    flags = [*flags, f"-I{root}/include"]
    with tempfile.TemporaryDirectory() as folder:
        if is_clang(compiler):
            prefix = pathlib.Path(folder) / "others.hpp"
            prefix.write_text("".join(f"#include <{name}>\n" for name in foreign_headers(headers)), encoding="utf-8")
            # What their templates need is made here once, and not again for each header.
            made = subprocess.run([compiler, *flags, *WARNINGS, "-fpch-instantiate-templates", "-x", "c++-header", str(prefix), "-o", f"{prefix}.pch"],
                                  stderr=subprocess.PIPE, text=True)
            if made.returncode != 0:
                return [f"the headers of others do not compile:\n{made.stderr}"]
            flags = [*flags, *WARNINGS, "-include-pch", f"{prefix}.pch"]
        with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
            results = list(workers.map(lambda name: compile_alone(compiler, flags, folder, name), compiled))
    return [finding for findings in results for finding in findings]


if __name__ == "__main__":
    sys.exit(tree.report(check(sys.argv[1], sys.argv[2], sys.argv[3:])))
