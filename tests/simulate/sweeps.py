# SPDX-License-Identifier: BSL-1.0
"""What the tests of sweeps share: how the program is started, killed and started again."""
import os
import pathlib
import signal
import subprocess
import time

FOUR = ["--candidate", "UA=33000000", "--candidate", "MD=2400000", "--candidate", "RS=6600000", "--candidate", "AL=2400000"]
GRID = ["--years", "2014-2020", "--rules", "qualified", "reinforced", "--coalition", "HU SK CZ", *FOUR, "--chunk", "1"]
ENVIRONMENT = {**os.environ, "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",  # in a container one is root
               "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}  # MPI frees nothing at the end


class findings(list):
    def check(self, is_so, what):
        if not is_so:
            self.append(what)

    def report(self):
        for finding in self:
            print(finding)
        return 1 if self else 0


def run(command, seconds=60):
    """Exit code, standard output and standard error; a program that hangs is a failure."""
    done = subprocess.run([str(c) for c in command], env=ENVIRONMENT, capture_output=True, timeout=seconds, check=False)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def checkpointed(folder, name="run"):
    return ["--output", folder / f"{name}.csv", "--checkpoint", folder / f"{name}.checkpoint", "--checkpoint-every", "0"]


def chunks_done(checkpoint):
    """What the checkpoint says, 0 while there is none."""
    try:
        lines = checkpoint.read_text().splitlines()
    except FileNotFoundError:
        return 0
    return int(next((line.split()[1] for line in lines if line.startswith("chunks ")), 0))


def killed_once(command, checkpoint, after):
    """Starts the program and kills it, with all that it started, once so many chunks are done. Was there something to kill?"""
    child = subprocess.Popen([str(c) for c in command], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while child.poll() is None and chunks_done(checkpoint) < after:
        time.sleep(0.002)
    was_running = child.poll() is None
    if was_running:
        kill_all(child)
    child.wait()
    return was_running


def kill_all(child):
    """mpirun gives each rank a session of its own: they are found as its children."""
    victims = children_of(child.pid)
    for victim in [child.pid, *victims]:
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            pass
    for victim in victims:
        while pathlib.Path(f"/proc/{victim}").exists() and "State:\tZ" not in status_of(victim):
            time.sleep(0.002)


def children_of(parent):
    found = []
    for task in pathlib.Path(f"/proc/{parent}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *children_of(int(child))]
    return found


def status_of(process):
    try:
        return pathlib.Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return "State:\tZ"


def killed_again_and_again(found, start, folder, wanted):
    """Kills a run at a few places, lets it end, and compares the bytes. `start(n)`: the command of the n-th start."""
    files = checkpointed(folder)
    checkpoint = files[3]
    kills = 0
    for n, after in enumerate((1, 7, 19, 40)):  # of 160
        kills += killed_once([*start(n), *GRID, *files], checkpoint, after)
        found.check(chunks_done(checkpoint) >= after, "a checkpoint went back")
    found.check(kills > 0, "no run could be killed before its end")
    code, _, complaint = run([*start(0), *GRID, *files])
    found.check(code == 0, f"the last start ends with {code}: {complaint}")
    found.check(files[1].read_bytes() == wanted, "a run that was killed again and again ends in other bytes")
    left = sorted(path.name for path in folder.iterdir())
    found.check(set(left) <= {"run.csv", "run.checkpoint"}, f"left behind: {left}")
