# SPDX-License-Identifier: BSL-1.0
"""Do arguments that were turned about ever crash the calculator, or make it end without a word?

check_arguments.py PROGRAM ROOT [--runs N] [--seed N]

Takes the command lines of the examples, gives them options of others of the same command, exchanges, repeats, cuts and garbles their words,
and feeds garbled files of the kind that the command reads. Before these come the inputs of corpus/command_line, each as the fuzz target of this
name takes it apart. Each run must end with a documented status (0, 1, 2, 3) and, with 2, one message that is fit for a terminal. The same seed
gives the same runs. The last line tells how many got past the reading of options.
"""
import argparse
import pathlib
import random
import re
import shlex
import subprocess
import sys
import tempfile

WORDS = ["--on", "--against", "--in-favour", "--format", "json", "csv", "--rest", "--basis", "TFEU 114", "--rule", "weighted", "--with", "UA=33000000",
         "UA=99999999999999999999", "UA=-1", "--proxy", "NL:BE", "2025-11-26", "2025-02-30", "9999-12-31", "1400-01-01", "--year", "2147483648", "-1", "",
         "=", ":", "DE", "DE,DE", "XX", "\x1b[31mred", "\x07", "\xe8", "--", "-", "--from", "in", "--dossier", "--scenario", "DE leaves", "--index",
         "banzhaf", "--blocs", "A=DE FR", "--period", "999999999999d", "0h", "72h", "--extended-by", "--columns", "id=id,id=id", "--separator", "tab",
         "--keep-going", "--limit", "1e9", "0x10", "--factor", "nan", "--p", "DE=inf", "DE=1e400", "--width", "0"]
# Questions that take long by their nature.
LONG = re.compile(r"at-most|vega|sweep|johnston|\d{6,}wd")
DRAWN = {"--draws", "--factor", "--width"}  # so do these, unless few draws are asked for
OF_CHANCE = [["--factor", "0.3"], ["--factor", "-1"], ["--width", "0.01"], ["--width", "1e-300"], ["--rest-p", "0"], ["--seed", "18446744073709551615"]]
CHANCES = b"member,probability\nDE,0.4\nFR,0.9\n\"BE NL LU\",1e-9\n"
SCENARIOS = b"# what if\nDE against\nItaly turns: IT in favour; others unknown\nwith UA=33000000; UA against\nfigures of 2018\n"
# Of which kind is the file that a command reads by this option?
READS = {"dossier": [("--dossier", "dossiers")], "whatif": [("--dossier", "dossiers"), ("--from", "scenarios")], "chance": [("--from", "chances")]}


def command_lines(root):
    """The calculator's command lines, as examples/CMakeLists.txt has them; those that are wrong on purpose are left out."""
    text = (root / "examples" / "CMakeLists.txt").read_text(encoding="utf-8")
    lines = [line for line, status in re.findall(r"codecision_example_case\(codecision \w+ ARGS(.*?)(?: EXIT (\d))?\)\n", text) if status != "2"]
    return [words for words in map(shlex.split, lines) if not any(LONG.search(word) for word in words)]


def garbled(data, random):
    data = bytearray(data)
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(data) + 1)
        choice = random.randrange(4)
        if choice == 0:
            data[at:at + random.randint(1, 20)] = b""
        elif choice == 1:
            data[at:at] = bytes(random.randrange(256) for _ in range(random.randint(1, 4)))
        elif choice == 2:
            data[at:at] = random.choice([b'"', b",", b"\n", b"\0", b"\x1b[2J", b"{", b"}", b"-1", b"99999999999999999999", b"\xff"])
        else:
            begin = random.randrange(len(data) + 1)
            data[at:at] = data[begin:begin + random.randint(1, 60)]
    return bytes(data)


def options_in(lines):
    """The options of each command, with the value that follows."""
    found = {}
    for command, *words in lines:
        pairs = [[word, value] for word, value in zip(words, words[1:]) if word.startswith("--") and not value.startswith("--")]
        found.setdefault(command, []).extend(pairs)
    found["chance"] += OF_CHANCE
    return found


def with_option(words, option):
    """The same line with this option instead of the one of its name, if it has one."""
    if option[0] in words[:-1]:
        at = words.index(option[0])
        return words[:at] + option + words[at + 2:]
    return words + option


def with_few_draws(words):
    if not DRAWN.intersection(words):
        return words
    while "--draws" in words:
        at = words.index("--draws")
        words = words[:at] + words[at + 2:]
    return words + ["--draws", "1000"]


def turned(words, random):
    words = list(words)
    for _ in range(random.choice((0, 0, 1, 2))):
        at = random.randrange(len(words) + 1)
        choice = random.randrange(5)
        if choice == 0 and words:
            del words[at % len(words)]
        elif choice == 1:
            words.insert(at, random.choice(WORDS))
        elif choice == 2 and words:
            words[at % len(words)] = random.choice(WORDS)
        elif choice == 3 and words:
            words.insert(at, random.choice(words))
        elif words:
            word = words[at % len(words)]
            cut = random.randrange(len(word) + 1)
            words[at % len(words)] = word[:cut] + random.choice(["", "\x1b", "9" * 30, "é", ",", "=", ";"]) + word[cut:]
    return words


def fit_for_a_terminal(data):
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def files(root):
    """What is fed, by its kind."""
    patterns = {"ballots": "ballots/*", "dossiers": "dossiers/*.json"}
    found = {kind: [path.read_bytes() for path in sorted((root / "examples").glob(pattern))] for kind, pattern in patterns.items()}
    return {**found, "chances": [CHANCES], "scenarios": [SCENARIOS]}


def kind_of_file(words):
    """Ballots, unless the line names an option that reads something else."""
    command = words[0] if words else ""
    return next((kind for option, kind in READS.get(command, []) if option in words), "ballots")


def parts(data):
    """Arguments and standard input, as command_line.cpp takes an input apart: an argument a line, up to an empty line; 39 at most."""
    words = []
    while data and len(words) < 39:
        line, _, data = data.partition(b"\n")
        if not line:
            break
        words.append(line.split(b"\0")[0].decode("utf-8", "surrogateescape"))
    return words, data


class runs:
    """Runs of the calculator in a folder of their own, and what was wrong with them."""

    def __init__(self, program, folder):
        self.program, self.folder = str(pathlib.Path(program).resolve()), pathlib.Path(folder)
        self.statuses, self.past_options, self.failures, self.count = {}, 0, 0, 0

    def ask(self, name, words, data):
        (self.folder / "in").write_bytes(data)
        try:
            ended = subprocess.run([self.program, *words], cwd=self.folder, input=data, capture_output=True, timeout=120)
        except subprocess.TimeoutExpired:
            ended = None
        self.count += 1
        status = ended.returncode if ended else "time"
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.past_options += ended is not None and (ended.returncode != 2 or b"[COD-" in ended.stderr)
        wrong = (ended is None and "it did not end" or ended.returncode not in (0, 1, 2, 3) and f"status {ended.returncode}"
                 or ended.returncode == 2 and not ended.stderr and "no message")
        own = any(not fit_for_a_terminal(word.encode("utf-8", "surrogateescape")) for word in words)  # who types it sees it
        if not wrong and not own and not fit_for_a_terminal(ended.stderr):
            wrong = "a message that is not fit for a terminal"
        if wrong:
            self.failures += 1
            print(f"{name}: {wrong}: {words!r}\n  input {data[:300]!r}\n  {ended.stderr[:600] if ended else b''!r}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    lines, inputs = command_lines(asked.root), files(asked.root)
    corpus = sorted(path for path in (asked.root / "tests/fuzz/corpus/command_line").glob("*") if path.is_file())
    if len(lines) < 20 or not all(inputs.values()):
        print("the command lines of the examples, or their files, were not found")
        return 1
    if not corpus:
        print("tests/fuzz/corpus/command_line is empty")
        return 1
    options = options_in(lines)
    with tempfile.TemporaryDirectory() as folder:
        done, n = runs(asked.program, folder), 0
        for path in corpus:
            done.ask(f"corpus/command_line/{path.name}", *parts(path.read_bytes()))
        while n < asked.runs:
            words = list(chance.choice(lines))
            for option in chance.sample(options[words[0]], min(len(options[words[0]]), chance.choice((0, 1, 1, 2)))):
                words = with_option(words, option)
            if words[0] in READS and chance.randrange(2) == 0:
                words = with_option(words, [chance.choice(READS[words[0]])[0], chance.choice(("in", "-"))])
            words = with_few_draws(turned(words, chance))
            given = chance.choice(inputs[kind_of_file(words)])
            data = garbled(given, chance) if chance.randrange(4) > 0 else given
            if any(LONG.search(word) for word in words):
                continue
            n += 1
            words = ["in" if re.search(r"\.(csv|jsonl?|txt)$", word) or "/" in word else word.replace("\0", "") for word in words]
            done.ask(f"run {n}", words, data)
    print("exit statuses: " + ", ".join(f"{count} x {status}" for status, count in sorted(done.statuses.items(), key=str)) +
          f"; {done.past_options} of {done.count} got past the options; {len(corpus)} were inputs of the corpus")
    return 1 if done.failures else 0


if __name__ == "__main__":
    sys.exit(main())
