# SPDX-License-Identifier: BSL-1.0
"""Does the calculator take files that are as long as SECURITY.md allows, and refuse those that are longer by one line?

check_limits.py ROOT CODECISION
"""
import pathlib
import re
import subprocess
import sys
import tempfile

findings = []


def check(right, what):
    if not right:
        findings.append(what)


def limit_of(root, source):
    """The number that SECURITY.md promises for what is read in this source."""
    rows = re.findall(rf"^\|[^|]*\| ([\d ]+) \| in `{re.escape(source)}` \|", pathlib.Path(root, "SECURITY.md").read_text(encoding="utf-8"), re.M)
    if len(rows) != 1:
        sys.exit(f"SECURITY.md has {len(rows)} rows for {source}, expected one")
    return int(rows[0].replace(" ", ""))


def scenarios(n):
    """The rule of unanimity has no sets to search for, so each scenario costs little. Remarks and empty lines do not count."""
    return "# remark\n\n" + "DE against\n" * n


def probabilities(n):
    """Rows that name no member: each member may be named once only, and there are not so many."""
    return "member,probability\n" + '"",0.5\n' * n


def run(program, words, text):
    return subprocess.run([program, *words], input=text.encode("utf-8"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)


def check_limit(program, words, most, text, answered, place):
    """Of `most` lines there is an answer, of one more COD-J603: on standard input and in a file with a blank in its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "long file.txt")
        for name, given in (("standard input", "-"), (str(path), str(path))):
            for n in (most, most + 1):
                if n == most and given != "-":
                    continue  # reading is the same, and the answer is what costs
                path.write_text(text(n), encoding="utf-8")
                done = run(program, [*words, "--from", given], text(n) if given == "-" else "")
                said, what = done.stderr.decode("utf-8"), f"{words[0]} --from {given}, {n} lines"
                if n == most:
                    check(done.returncode == 0, f"{what}: ended with {done.returncode}: {said[:300]}")
                    check(answered(done.stdout.decode("utf-8")), f"{what}: not every line was read")
                else:
                    check(done.returncode == 2, f"{what}: ended with {done.returncode}, expected 2")
                    check(not done.stdout, f"{what}: something was printed beside the error")
                    check("[COD-J603]" in said, f"{what}: not COD-J603: {said[:300]}")
                    check(place(name, n) in said, f"{what}: does not say '{place(name, n)}': {said[:300]}")


def main(root, program):
    most = limit_of(root, "whatif_command.cpp")
    check_limit(program, ["whatif", "--rule", "unanimity", "--limit", "0", "--format", "csv"], most, scenarios,
                lambda printed: len(re.findall(r"^DE against,not_adopted,", printed, re.M)) == most,
                lambda name, n: f"{name}: {n} scenarios")  # too many altogether: no line of the file is to blame more than another
    most = limit_of(root, "chance_command.cpp")
    check_limit(program, ["chance", "--on", "2025-11-26", "--format", "csv"], most, probabilities,
                lambda printed: printed.startswith("member,"),
                lambda name, n: f"{name}, line {n + 1}: more than {most} probabilities")
    print("\n".join(findings) or "both limits are as SECURITY.md says, and one line more is refused")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
