# SPDX-License-Identifier: BSL-1.0
"""The program sweep on threads: the same bytes with any number, after any kill; other checkpoints are refused.

sweep_killed.py SWEEP
"""
import pathlib
import sys
import tempfile

import sweeps


def check_threads(found, sweep, wanted):
    for threads in (1, 2, 3):
        found.check(sweeps.run([sweep, *sweeps.GRID, "--threads", threads])[1] == wanted, f"{threads} threads print other bytes")
    for chunk in (7, 1000):
        found.check(sweeps.run([sweep, *sweeps.GRID[:-1], chunk, "--threads", 2])[1] == wanted, f"chunks of {chunk} print other bytes")


def check_refusals(found, sweep, folder):
    files = sweeps.checkpointed(folder, "refused")
    small = ["--years", "2014", "--chunk", "1"]
    found.check(sweeps.run([sweep, *small, *files])[0] == 0, "a small sweep does not end well")
    before = files[1].read_bytes(), files[3].read_bytes()
    for other in (["--years", "2016", "--chunk", "1"], ["--years", "2014", "--chunk", "2"], ["--years", "2014-2016", "--chunk", "1"],
                  [*small, "--rules", "simple"], [*small, "--coalition", "DE"], [*small, "--no-power"], [*small, "--candidate", "UA=33000000"]):
        code, _, complaint = sweeps.run([sweep, *other, *files])
        found.check(code == 2 and "[COD-F005]" in complaint, f"{other}: the checkpoint of another sweep is taken: {code} {complaint}")
    files[3].write_bytes(before[1][:-3])
    code, _, complaint = sweeps.run([sweep, *small, *files])
    found.check(code == 2 and "damaged" in complaint, f"a damaged checkpoint is taken: {code} {complaint}")
    files[3].unlink()
    code, _, complaint = sweeps.run([sweep, *small, *files])
    found.check(code == 2 and "there already" in complaint, f"a file without its checkpoint is overwritten: {code} {complaint}")
    found.check(files[1].read_bytes() == before[0], "a refused sweep changed the rows")
    both = folder / "both"
    for more in ([], ["--draws", "1000"]):
        code, _, complaint = sweeps.run([sweep, *small, *more, "--output", both, "--checkpoint", both])
        found.check(code == 2 and "one file" in complaint and not both.exists(), f"one file is output and checkpoint: {code} {complaint}")


def check_draws(found, sweep, folder):
    asked = [sweep, "--years", "2024", "--candidate", "UA=33000000", "--draws", "20000000", "--seed", "7"]
    wanted = sweeps.run(asked)[1]
    for threads in (2, 3):
        found.check(sweeps.run([*asked, "--threads", threads])[1] == wanted, f"{threads} threads draw other votes")
    checkpoint = folder / "draws.checkpoint"
    kept = [*asked, "--checkpoint", checkpoint, "--checkpoint-every", "0"]
    found.check(sweeps.killed_once(kept, checkpoint, 3), "the draws could not be killed before their end")
    found.check(sweeps.run(kept)[1] == wanted, "draws that were killed end in other sums")


def check_output_of_draws(found, sweep, folder):
    # More draws than a machine makes in a day: the complaint has to come first.
    many = [sweep, "--years", "2024", "--draws", str(10**14)]
    for where in (folder / "none" / "out.csv", folder):
        for more in ([], ["--checkpoint", folder / "unused.checkpoint"]):
            code, _, complaint = sweeps.run([*many, "--output", where, *more])
            found.check(code == 2 and "[COD-J605]" in complaint, f"draws begin before it is seen that {where} cannot be written: {code} {complaint}")
            found.check(not (folder / "unused.checkpoint").exists(), "a checkpoint of nothing is left")
    asked = [sweep, "--years", "2024", "--draws", "1000"]
    written = folder / "drawn.csv"
    for _ in range(2):  # it is there the second time
        code, _, complaint = sweeps.run([*asked, "--output", written])
        found.check(code == 0 and written.read_bytes() == sweeps.run(asked)[1], f"the file is not what is printed: {code} {complaint}")


def main():
    sweep = sys.argv[1]
    found = sweeps.findings()
    code, wanted, complaint = sweeps.run([sweep, *sweeps.GRID])
    found.check(code == 0 and wanted.count(b"\n") == 1 + 5 * 2 * 16, f"the sweep ends with {code}, {wanted.count(10)} lines: {complaint}")
    check_threads(found, sweep, wanted)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sweeps.killed_again_and_again(found, lambda n: [sweep, "--threads", 1 + n % 3], folder, wanted)
        check_refusals(found, sweep, folder)
        check_draws(found, sweep, folder)
        check_output_of_draws(found, sweep, folder)
    return found.report()


if __name__ == "__main__":
    sys.exit(main())
