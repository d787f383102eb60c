# SPDX-License-Identifier: BSL-1.0
"""Sweeps on the ranks of MPI: the bytes of one process, after any kill; an error ends all ranks with a message and 2.

sweep_ranks.py SWEEP RANKS MPIRUN       SWEEP built with MPI; without RANKS the build has none, and nothing is tested (77)
"""
import pathlib
import sys
import tempfile

import sweeps


def mpirun(program, ranks):
    return [program, "--oversubscribe", "-n", ranks]


def check_library(found, start, ranks):
    sizes = (600, 3, 0, 7, 3, 1, 300_000, 1000)  # jobs and chunk, four times
    for count in (1, 2, 3, 5):
        code, out, complaint = sweeps.run([*start(count), ranks, "list", *sizes])
        lines = out.decode().splitlines()
        found.check(code == 0 and len(lines) == 4 and all(line.startswith("same ") for line in lines), f"{count} ranks: {code} {out} {complaint}")
        found.check(count > 1 or set(lines) == {"same 0 0"}, f"one rank sends messages: {out}")
    code, out, _ = sweeps.run([*start(3), ranks, "sum", 100])
    found.check(code == 0 and out == b"2450 2500 1850 1875\n", f"sums on three ranks: {code} {out}")  # even and odd below 100; from 50 on


def check_errors(found, start, ranks):
    for failing, first, words in ((0, 2000, "rank 0: [COD-D208] no row"), (1, 0, "rank 0: [COD-D208] on rank 1: no row"),
                                  (2, 700, "rank 0: [COD-D208] on rank 2: no row"), (1, 1, "rank 0: [COD-F005] on rank 1: std::bad_alloc"),
                                  (2, 2, "rank 0: [COD-F005] on rank 2: the row ended with something that is no std::exception")):
        code, _, complaint = sweeps.run([*start(3), ranks, "fail", failing, first])
        found.check(code == 2 and words in complaint, f"rank {failing} fails: {code} {complaint}")
        found.check(complaint.count("[COD-F005] the sweep was ended by an error on another rank") == 2, f"not all ranks hear of it: {complaint}")
    code, _, complaint = sweeps.run([*start(3), ranks, "refuse"])
    found.check(code == 2 and "rank 0: [COD-J605] no sink" in complaint, f"the first rank cannot open its sink: {code} {complaint}")


def check_program(found, start, sweep, folder):
    code, wanted, complaint = sweeps.run([sweep, *sweeps.GRID])
    found.check(code == 0 and wanted.count(b"\n") == 1 + 5 * 2 * 16, f"the sweep ends with {code}: {complaint}")
    for count in (1, 2):
        found.check(sweeps.run([*start(count), sweep, *sweeps.GRID])[1] == wanted, f"{count} ranks print other bytes")
    # killed on two ranks, on one, on threads: all go on from what the others left
    sweeps.killed_again_and_again(found, lambda n: [*start(2), sweep] if n % 2 == 0 else [*start(1), sweep] if n == 1 else [sweep, "--threads", 2], folder, wanted)
    draws = ["--years", "2024", "--draws", "5000000", "--seed", "7"]
    found.check(sweeps.run([*start(2), sweep, *draws])[1] == sweeps.run([sweep, *draws])[1], "two ranks draw other votes")
    code, out, complaint = sweeps.run([*start(2), sweep, "--years", "2022"])
    found.check(code == 2 and out == b"" and complaint.count("[COD-D203]") == 1, f"a year without a table: {code} {complaint}")
    code, out, complaint = sweeps.run([*start(2), sweep, *sweeps.GRID, "--output", folder / "none" / "out.csv"])
    found.check(code == 2 and complaint.count("[COD-J605]") == 1, f"a folder that is not there: {code} {complaint}")


def main():
    sweep, *mpi = sys.argv[1:]
    if not mpi:
        print("this build has no MPI: nothing is tested here")
        return 77
    found = sweeps.findings()
    ranks, program = mpi
    start = lambda count: mpirun(program, count)
    check_library(found, start, ranks)
    check_errors(found, start, ranks)
    with tempfile.TemporaryDirectory() as name:
        check_program(found, start, sweep, pathlib.Path(name))
    return found.report()


if __name__ == "__main__":
    sys.exit(main())
