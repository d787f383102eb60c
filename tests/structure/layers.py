# SPDX-License-Identifier: BSL-1.0
"""Who may include whom: fails on every arrow between the folders of the library that the design does not draw.

layers.py ROOT
"""
import sys

import tree

# Each folder with the folders it may include; arrows are transitive.
ARROWS = {
    "core": [],
    "detail": ["core"],
    "data": ["core", "detail"],
    "rules": ["core", "detail"],  # never data: a rule must work on a toy council
    "council": ["core", "data", "rules"],
    "vote": ["council"],
    "power": ["vote"],
    "procedure": ["vote"],
    "dossier": ["procedure"],
    "simulate": ["vote", "power", "dossier"],
    "io": ["simulate"],
}
# For programs: codecision.hpp, and three that add a folder to it.
UMBRELLAS = ("codecision/codecision.hpp", "codecision/power.hpp", "codecision/procedure.hpp", "codecision/simulate.hpp")
EVERYBODY = ("codecision/version.hpp", "codecision/fwd.hpp")  # any header may include these

GRAPH = ("boost/graph/", "boost/property_map/", "boost/pending/")
BIG_NUMBERS = ("boost/multiprecision/",)
STREAMS = ("iostream", "istream", "ostream", "sstream", "fstream", "iomanip", "boost/date_time/gregorian/gregorian.hpp")
NOT_ON_THE_FLOOR = ("format", "expected", "print", "generator")  # GCC 12 and Clang 14 do not have them
NEVER = ("boost/graph/graphviz.hpp", "catch2/", "CLI/", "benchmark/")


def below(folder):
    """The folder itself and all that it may include, near or far."""
    found = {folder}
    for other in ARROWS[folder]:
        found |= below(other)
    return found


def folder_of(name):
    """Which folder of the library has this header? Empty for those at the top."""
    parts = name.split("/")
    return parts[1] if len(parts) > 2 else ""


def is_one_of(name, prefixes):
    return any(name == prefix or (prefix.endswith("/") and name.startswith(prefix)) for prefix in prefixes)


def may_use_graphs(name, reached):
    """Boost.Graph: only in procedure/graph, dossier/, simulate/ where it walks the dossier, and io/."""
    folder = folder_of(name)
    if folder == "simulate":
        return any(folder_of(other) == "dossier" for other in reached)
    return folder in ("dossier", "io") or name.startswith(("codecision/procedure/graph.", "codecision/procedure/graph/"))


def may_use_big_numbers(name):
    return folder_of(name) in ("simulate", "io") or name.startswith(("codecision/power/big.", "codecision/power/big/"))


# Public headers that the umbrella of their folder leaves out: threads, big numbers, Boost.Graph, Boost.MPI.
LEFT_OUT = {"power": ("big.hpp", "threads.hpp"), "simulate": ("dossier_scenario.hpp", "mpi.hpp")}


def outside_of_their_umbrella(includes):
    """The public headers of power/ and simulate/ that the umbrella of the folder does not bring in although it should."""
    for folder, left_out in LEFT_OUT.items():
        umbrella = f"codecision/{folder}.hpp"
        named = {line.name for line in includes.get(umbrella, [])}
        for name in includes:
            parts = name.split("/")
            if named and folder_of(name) == folder and len(parts) == 3 and parts[2] not in left_out and name not in named:
                yield f"include/{umbrella}: include <{name}>, which is public"


class library:
    def __init__(self, root):
        self.includes = {name: tree.includes(path) for name, path in tree.headers(root).items()}

    def reached(self, name):
        """Every header, ours or not, that including this one brings in by way of ours."""
        found, waiting = set(), [name]
        while waiting:
            for line in self.includes.get(waiting.pop(), []):
                if line.name not in found:
                    found.add(line.name)
                    waiting.append(line.name)
        return found

    def check(self):
        findings = []
        for name, lines in self.includes.items():
            findings += [f"include/{name}:{line.line}: {why}" for line in lines for why in self.check_line(name, line)]
            findings += [f"include/{name}: {why}" for why in self.check_reach(name)]
        return findings + list(outside_of_their_umbrella(self.includes))

    def check_line(self, name, line):
        if line.quoted:
            yield f'write <{line.name}> with its whole name, not "{line.name}"'
        elif line.name.startswith("codecision/"):
            yield from self.check_arrow(name, line.name)
        else:
            yield from self.check_foreign(name, line.name)

    def check_arrow(self, name, other):
        if other not in self.includes:
            yield f"there is no <{other}>"
            return
        here, there = folder_of(name), folder_of(other)
        if here not in ARROWS and here != "":
            yield f"the design has no folder {here}/"
        elif other in UMBRELLAS:
            if here != "io" and name not in UMBRELLAS:
                yield "the umbrella header is for programs; name the header that is meant"
        elif other in EVERYBODY or there == here:
            return
        elif name in EVERYBODY:
            yield f"{name} is for everybody, so it includes nothing of the library but {' and '.join(EVERYBODY)}"
        elif name in UMBRELLAS:
            if there == "io":
                yield "the umbrella header needs no streams: io/ stays out"
        elif there not in below(here):
            yield f"{here}/ does not include {there}/ (it may include {', '.join(sorted(below(here) - {here})) or 'nothing'})"

    def check_foreign(self, name, other):
        folder = folder_of(name)
        if is_one_of(other, NEVER):
            yield f"<{other}> is not for the library"
        elif other in NOT_ON_THE_FLOOR:
            yield f"GCC 12 has no <{other}> in C++20"
        elif other in STREAMS and folder != "io":
            yield f"<{other}> only in io/ (elsewhere <iosfwd>)"
        elif other.startswith("nlohmann/") and not name.startswith("codecision/io/json"):
            yield "nlohmann/json only in io/json"
        elif other.startswith("boost/mpi") and folder != "simulate":
            yield "Boost.MPI only in simulate/"

    def check_reach(self, name):
        reached = self.reached(name)
        graph = sorted(other for other in reached if is_one_of(other, GRAPH))
        if graph and not may_use_graphs(name, reached):
            yield f"reaches Boost.Graph (<{graph[0]}>), which is only for procedure/graph, dossier/, simulate/ with a dossier, io/"
        big = sorted(other for other in reached if is_one_of(other, BIG_NUMBERS))
        if big and not may_use_big_numbers(name):
            yield f"reaches Boost.Multiprecision (<{big[0]}>), which is only for power/big"


if __name__ == "__main__":
    sys.exit(tree.report(library(sys.argv[1]).check()))
